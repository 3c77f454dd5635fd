"""The interviewer kit: all that an interviewer needs on paper before and during an interview."""

from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from interview_kit.bank import Bank
from interview_kit.errors import InvalidValueError
from interview_kit.export._blocks import Block, Report, Section
from interview_kit.export._levels import criterion_table
from interview_kit.export._structure import structure_checks
from interview_kit.export._words import Speaker
from interview_kit.lint import catalogue
from interview_kit.model import (
    SIGNS,
    Competency,
    Goal,
    Indicator,
    Option,
    Question,
    QuizItem,
    Role,
    Stage,
)
from interview_kit.model.checks import expect, shown
from interview_kit.quiz import Quiz

__all__ = ["interviewer_kit"]

#: How long an interview lasts, in minutes; the seed article's span.
SHORTEST: Final = 30
LONGEST: Final = 60
#: Minutes before the first question, and those for the candidate's own (see science.md 2.3; ours).
OPENING: Final = 5
REVERSE: Final = (5, 10)
#: Lines to write on for each question.
LINES: Final = 8


def interviewer_kit(
    quiz: Quiz, bank: Bank, *, language: str, stage: str | None = None, minutes: int = 45
) -> Report:
    """Lay out a quiz for the people who ask it: time plan, forms to tick, what to leave alone.

    Args:
        quiz: the quiz.
        bank: the bank that it was drawn from.
        language: the language of the kit.
        stage: the stage of recruitment that it is for; none if that is not said.
        minutes: how long the interview may last, 30 to 60 minutes.

    Returns:
        The report. Where the plan does not fit into the minutes, it says by how much.

    Raises:
        UnknownIdError: if the bank lacks something of the quiz, or the stage.
        MissingLanguageError: if reports do not speak the language.
        InvalidValueError: if the minutes are out of bounds.

    >>> from interview_kit.packs import load
    >>> from interview_kit.quiz import Blueprint, generate
    >>> quiz = generate(load(), Blueprint(role="sales", length=5), seed=1)
    >>> interviewer_kit(quiz, load(), language="en").sections[1].title
    'How to use this guide'
    """
    expect("quiz", quiz, Quiz)
    expect("bank", bank, Bank)
    if type(minutes) is not int or not SHORTEST <= minutes <= LONGEST:
        allowed = f"a whole number from {SHORTEST} to {LONGEST}"
        raise InvalidValueError("minutes", shown(minutes), allowed)
    kit = _Kit(quiz, bank, Speaker(language))
    return Report(
        kind="interviewer_kit",
        language=kit.speaker.language,
        title=kit.title(),
        intro=[kit.speaker.callout("kit_person")],
        sections=[
            kit.overview(stage, minutes),
            kit.how_to(),
            kit.time_plan(minutes),
            kit.opening(),
            *kit.entries(),
            kit.closing(),
            kit.leave_alone(),
            kit.structure(),
        ],
    )


class _Kit:
    """Lays out the parts of a kit."""

    def __init__(self, quiz: Quiz, bank: Bank, speaker: Speaker) -> None:
        self.quiz = quiz
        self.bank = bank
        self.speaker = speaker
        self.say = speaker.say
        roles = (bank.get(Role, each) for each in quiz.receipt.blueprint.role)
        self.roles = speaker.listed(each.name for each in roles)

    def title(self) -> str:
        if self.roles:
            return self.say("kit_title_for", roles=self.roles)
        return self.say("kit_title")

    def overview(self, stage: str | None, minutes: int) -> Section:
        rows = [(self.say("roles"), self.roles)] if self.roles else []
        rows += self._stage_rows(self.bank.get(Stage, stage)) if stage else []
        rows += [
            (self.say("questions"), f"{len(self.quiz.ids)}"),
            (self.say("duration"), self.say("minutes", minutes=minutes)),
            (self.say("seed"), self._seed()),
        ]
        blanks = self.speaker.blanks("candidate_blank", "rater_blank", "date_blank")
        return Section(title=self.say("overview"), blocks=[Block(kind="facts", rows=rows), blanks])

    def _stage_rows(self, stage: Stage) -> list[tuple[str, str]]:
        told = {"stage": stage.name, "stage_purpose": stage.purpose, "stage_actors": stage.actors}
        return [(self.say(word), self.speaker.tell(text)) for word, text in told.items()]

    def _seed(self) -> str:
        seed, kind = self.quiz.receipt.seed, self.quiz.receipt.seed_type
        return seed if kind == "str" else f"{int(seed, 16)}"

    def how_to(self) -> Section:
        words = ("how_same", "how_probe", "how_notes", "how_rate", "how_fair")
        return Section(title=self.say("how_to"), blocks=[self.speaker.bullets(*words)])

    def time_plan(self, minutes: int) -> Section:
        parts = [(self.say("opening"), OPENING)]
        parts += [
            (self.say("question_n", place=place), each.minutes)
            for place, each in enumerate(self.quiz.entries, start=1)
        ]
        left = minutes - sum(lasts for _, lasts in parts)
        reverse = min(max(left, REVERSE[0]), REVERSE[1])
        parts.append((self.say("reverse_part"), reverse))
        if left > reverse:
            parts.append((self.say("spare"), left - reverse))
        blocks = [self._plan_table(parts)]
        if left < reverse:
            over = {"needed": minutes + reverse - left, "over": reverse - left, "minutes": minutes}
            blocks.insert(0, self.speaker.callout("too_long", **over))
        return Section(title=self.say("time_plan"), blocks=blocks)

    def _plan_table(self, parts: list[tuple[str, int]]) -> Block:
        starts = accumulate((lasts for _, lasts in parts), initial=0)
        return Block(
            kind="table",
            header=[self.say(each) for each in ("part", "from_minute", "lasts")],
            rows=[
                (name, f"{start}", f"{lasts}")
                for (name, lasts), start in zip(parts, starts, strict=False)
            ],
        )

    def opening(self) -> Section:
        words = ("say", "course", "notes", "think", "reverse")
        told = self.speaker.bullets(*(f"opening_{each}" for each in words))
        return Section(title=self.say("opening"), blocks=[told])

    def entries(self) -> Iterator[Section]:
        count = len(self.quiz.ids)
        for place, entry in enumerate(self.quiz.entries, start=1):
            title = self.say("question_head", place=place, count=count)
            if isinstance(entry, Question):
                blocks = [*self._question(entry)]
                yield Section(title=title, blocks=blocks, new_page=True)
                yield self._rating(entry)
            else:
                yield Section(title=title, blocks=[*self._item(entry)], new_page=True)

    def _question(self, question: Question) -> Iterator[Block]:
        yield self._text(question)
        goals = [self.bank.get(Goal, each).name for each in question.goals]
        rows = [
            ("kind", self.say(f"kind_{question.kind}")),
            ("competencies", self._competencies(question)),
            ("goals", self.speaker.listed(goals)),
            ("difficulty", self.say("difficulty_of", difficulty=question.difficulty)),
            ("time", self.say("minutes", minutes=question.minutes)),
            ("code", question.id),
        ]
        yield Block(kind="facts", rows=[(self.say(word), held) for word, held in rows if held])
        if question.probes:
            probes = [
                f"{self.say(f'part_{each.part}')}: {self.speaker.tell(each.text)}"
                for each in question.probes
            ]
            yield Block(kind="bullets", text=self.say("probes"), items=probes)
        if question.key_points:
            points = [self.speaker.tell(each.text) for each in question.key_points]
            yield Block(kind="checks", text=self.say("key_points"), items=points)
        for sign in SIGNS:
            seen = [self._indicator(each) for each in question.indicators if each.sign == sign]
            if seen:
                yield Block(kind="checks", text=self.say(sign), items=seen)
        yield Block(kind="notes", text=self.say("notes"), lines=LINES)

    def _text(self, entry: Question | QuizItem) -> Block:
        return Block(kind="quote", text=self.speaker.tell(entry.text))

    def _competencies(self, entry: Question | QuizItem) -> str:
        return self.speaker.listed(
            self.bank.get(Competency, each).name for each in entry.competencies
        )

    def _indicator(self, indicator: Indicator) -> str:
        text = self.speaker.tell(indicator.text)
        return self.say("decisive", text=text) if indicator.decisive else text

    def _rating(self, question: Question) -> Section:
        rubric = self.bank.rubric_for(question)
        scale = self.bank.scale_of(rubric)
        tables = [criterion_table(each, scale, self.speaker) for each in rubric.criteria]
        title = self.say("rating", name=self.speaker.tell(rubric.name))
        return Section(title=title, level=3, blocks=[self.speaker.paragraph("rating_how"), *tables])

    def _item(self, item: QuizItem) -> Iterator[Block]:
        if item.passage:
            yield Block(kind="paragraph", text=self.say("item_passage"))
            yield Block(kind="quote", text=self.speaker.tell(item.passage))
        yield self._text(item)
        if item.options:
            options = [self.speaker.tell(each.text) for each in item.options]
            yield Block(kind="checks", text=self.say("item_options"), items=options)
        answer = [self.say("item_key", key=self._key(item)), self.speaker.tell(item.explanation)]
        yield Block(kind="bullets", text=self.say("item_answer"), items=answer)

    def _key(self, item: QuizItem) -> str:
        if item.estimate:
            return f"{item.estimate.value}"
        held = {each.id: each for each in (*item.targets, *item.options)}
        keyed: list[Option] = [held[each] for each in item.key]
        texts = [self.speaker.tell(each.text) for each in keyed]
        if item.targets:
            options = [self.speaker.tell(each.text) for each in item.options]
            texts = [f"{one} → {other}" for one, other in zip(options, texts, strict=True)]
        return "; ".join(texts)

    def closing(self) -> Section:
        words = ("closing_reverse", "closing_next", "closing_thanks", "closing_complete")
        told = self.speaker.bullets(*words)
        return Section(title=self.say("closing"), blocks=[told], new_page=True)

    def leave_alone(self) -> Section:
        held = catalogue()
        topics = [each for each in held.topics if each.verdict == "prohibited"]
        table = Block(
            kind="table",
            text=self.say("leave_alone_table"),
            header=[self.say("topic"), self.say("instead")],
            rows=[(self.speaker.tell(e.name), self.speaker.tell(e.alternative)) for e in topics],
        )
        why = self.speaker.callout("leave_alone_why")
        dated = self.speaker.paragraph("leave_alone_date", date=held.as_of)
        return Section(title=self.say("leave_alone"), blocks=[why, table, dated])

    def structure(self) -> Section:
        table = Block(
            kind="table",
            header=[self.say("component"), self.say("state")],
            rows=[
                (self.say(f"structure_{each.component}"), self.say(f"state_{each.state}"))
                for each in structure_checks(self.quiz, self.bank)
            ],
        )
        blocks = [self.speaker.paragraph("structure_why"), table]
        return Section(title=self.say("structure"), blocks=blocks)
