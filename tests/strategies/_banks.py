"""Hypothesis strategies for small banks in which every link leads somewhere."""

from collections.abc import Callable, Collection
from typing import Any

from attrs import fields
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from interview_kit import Bank
from interview_kit.model import (
    KINDS,
    QUALITIES,
    AfterStep,
    Band,
    Comparison,
    ComparisonCell,
    Competency,
    Contents,
    Criterion,
    Cue,
    Dont,
    Fact,
    Faq,
    Goal,
    Level,
    PackInfo,
    PassSignal,
    Probe,
    Question,
    ReverseQuestion,
    Role,
    Rubric,
    SampleAnswer,
    Scale,
    Source,
    Stage,
    Strategy,
    Text,
    Tip,
)
from strategies._advice import labelled_sentences
from strategies._base import ANY_BILINGUAL, T, subsets


@st.composite
def contents(draw: DrawFn, *, pack: str = "core", origins: Collection[str] = ()) -> Contents:
    """Small contents in Indonesian and English in which every link leads somewhere.

    Args:
        draw: given by Hypothesis.
        pack: the pack they could stand in; its name is put before every id unless it is `core`.
        origins: ids of the sources that objects may name.
    """
    return _Linked(draw, "" if pack == "core" else f"{pack}:", origins).contents()


@st.composite
def banks(draw: DrawFn, *, pack: str = "core") -> Bank:
    """Small banks of one pack, with sources, in which every link leads somewhere.

    Args:
        draw: given by Hypothesis.
        pack: the name of the pack.
    """
    named = draw(st.lists(st.sampled_from(("article", "kit")), unique=True))
    info = PackInfo(
        name=pack,
        version="1.4.0",
        title=draw(ANY_BILINGUAL),
        languages=("id", "en"),
        licence="MIT",
        sources=[Source(id=each, title=f"The {each}") for each in named],
    )
    return Bank(packs=(info,), contents=draw(contents(pack=pack, origins=named)))


class _Linked:
    """Draws contents whose objects refer to one another."""

    def __init__(self, draw: DrawFn, prefix: str, origins: Collection[str]) -> None:
        self.draw = draw
        self.prefix = prefix
        self.origins = sorted(origins)
        self.roles = self.names("sales", "hr", "operator")[: draw(st.integers(1, 3))]
        self.stages = self.names("screening", "hr", "user", "board")[: draw(st.integers(1, 4))]
        self.goals = self.names("understanding", "problem_solving")[: draw(st.integers(0, 2))]
        self.skills = self.names("closing", "listening", "safety")[: draw(st.integers(1, 3))]
        self.asked = self.names(
            *(f"Q{number:02}" for number in range(1, draw(st.integers(1, 8)) + 1))
        )
        self.ways = self.names("know_the_position")[: draw(st.integers(0, 1))]

    def contents(self) -> Contents:
        of_roles = {role: self.some(self.skills) for role in self.roles}
        asked = [self.question(each) for each in self.asked]
        scale = self.scale()
        # A rubric that no question uses would be a fault of the pack.
        kinds = sorted({question.kind for question in asked})
        return Contents(
            scales=[scale],
            rubrics=[self.rubric(kind, scale) for kind in kinds],
            competencies=[
                self.noun(
                    Competency,
                    each,
                    roles=self.either((), tuple(r for r in self.roles if each in of_roles[r])),
                )
                for each in self.skills
            ],
            goals=[
                self.noun(Goal, each, order=order) for order, each in enumerate(self.goals, start=1)
            ],
            stages=[
                self.noun(Stage, each, order=order, optional=self.draw(st.booleans()))
                for order, each in enumerate(self.stages, start=1)
            ],
            comparisons=self.comparisons(),
            roles=[self.noun(Role, each, competencies=of_roles[each]) for each in self.roles],
            questions=asked,
            strategies=[
                self.noun(Strategy, each, order=order, steps=[self.text()])
                for order, each in enumerate(self.ways, start=1)
            ],
            sample_answers=self.maybe("answer1", self.sample_answer),
            pass_signals=self.maybe("body_language", self.pass_signal),
            tips=self.maybe("arrive_early", lambda own: self.noun(Tip, own, phase="before")),
            donts=self.maybe("no_gossip", lambda own: self.noun(Dont, own, phase="during")),
            reverse_questions=self.maybe(
                "team_size",
                lambda own: self.noun(
                    ReverseQuestion, own, quality="good", roles=self.some(self.roles)
                ),
            ),
            faqs=self.maybe("how_long", lambda own: self.noun(Faq, own)),
            after_steps=self.maybe("thank_you", lambda own: self.noun(AfterStep, own, order=1)),
            facts=self.maybe("fact1", lambda own: self.noun(Fact, own, topic="stages")),
        )

    def question(self, id: str) -> Question:
        kind = self.draw(st.sampled_from(KINDS))
        own = f"{self.prefix}{kind}"
        return self.noun(
            Question,
            id,
            kind=kind,
            roles=self.some(self.roles),
            stages=self.some(self.stages, min_size=1),
            goals=self.some(self.goals),
            competencies=self.some(self.skills, min_size=1),
            difficulty=self.draw(st.integers(1, 5)),
            minutes=self.draw(st.sampled_from((2, 3, 5, 8))),
            probes=[Probe(part="result", text=self.text())] if self.draw(st.booleans()) else (),
            enemies=self.some([each for each in self.asked if each != id], max_size=1),
            tags=self.some(["remote", "senior"]),
            rubric=own if self.prefix else self.either(None, own),
        )

    def scale(self) -> Scale:
        lowest = self.draw(st.integers(0, 1))
        names = self.names("developing", "solid", "strong")[: self.draw(st.integers(0, 3))]
        found = zip(names, (0, 45, 75), strict=False)
        return Scale(
            id=f"{self.prefix}standard",
            lowest=lowest,
            highest=self.draw(st.integers(3, 5)),
            bands=[Band(id=id, at_least=floor, name=self.text()) for id, floor in found],
        )

    def rubric(self, kind: str, scale: Scale) -> Rubric:
        cut = self.draw(st.sampled_from((30, 50, 100)))
        parts = [("actions", cut), ("result", 100 - cut)]
        return self.noun(
            Rubric,
            f"{self.prefix}{kind}",
            kind=kind,
            scale=scale.id,
            criteria=[
                self.noun(
                    Criterion,
                    id,
                    weight=weight,
                    levels=[
                        Level(value=value, anchor=self.text())
                        for value in (scale.lowest, scale.highest)
                    ],
                )
                for id, weight in parts
                if weight
            ],
        )

    def comparisons(self) -> list[Comparison]:
        compared = self.some(self.stages)
        cells = [ComparisonCell(stage=each, text=self.text()) for each in compared]
        if len(cells) < 2:
            return []
        return [self.noun(Comparison, f"{self.prefix}who_asks", order=1, cells=cells)]

    def sample_answer(self, id: str) -> SampleAnswer:
        sentences = self.draw(st.lists(labelled_sentences(), min_size=1, max_size=3))
        question = self.draw(st.none() | st.sampled_from(self.asked))
        return self.noun(
            SampleAnswer,
            id,
            language=self.draw(st.sampled_from(("id", "en"))),
            quality=self.draw(st.sampled_from(QUALITIES)),
            response_type="story",
            sentences=sentences,
            question=question,
            strategy=self.ways[0] if self.ways else None,
            prompt="" if question else "Apa kelebihan Anda?",
        )

    def pass_signal(self, id: str) -> PassSignal:
        cue = Cue(id="nods", text=self.text(), polarity="ambiguous")
        return self.noun(PassSignal, id, order=1, strength="weak", cues=[cue])

    def noun(self, noun: type[T], id: str, /, **given: Any) -> T:
        """Make an object; its texts and its origin are drawn where they are not given."""
        wanted = {each.name: each for each in fields(noun)}
        for name, attribute in wanted.items():
            if name not in given and attribute.type in {Text, "Text"}:
                given[name] = self.text()
        if "origin" in wanted and self.origins:
            given["origin"] = self.draw(st.none() | st.sampled_from(self.origins))
        return noun(id=id, **given)

    def names(self, *names: str) -> list[str]:
        return [f"{self.prefix}{name}" for name in names]

    def text(self) -> Text:
        return self.draw(ANY_BILINGUAL)

    def either(self, *choices: T) -> T:
        return self.draw(st.sampled_from(choices))

    def some(self, pool: list[str], *, min_size: int = 0, max_size: int = 2) -> list[str]:
        if not pool:
            return []
        return self.draw(subsets(tuple(pool), min_size, max_size))

    def maybe(self, name: str, make: Callable[[str], T]) -> list[T]:
        return [make(f"{self.prefix}{name}")] if self.draw(st.booleans()) else []
