"""Hypothesis strategies for the values of the library, and for small banks with whole links."""

import copy
import pickle
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, Final, TypeVar

from attrs import fields
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from interview_kit import Bank
from interview_kit.model import (
    KINDS,
    PARTS,
    PHASES,
    POLARITIES,
    QUALITIES,
    REGISTERS,
    RESPONSE_TYPES,
    REVERSE_QUALITIES,
    SENTENCE_PARTS,
    SIGNS,
    STRENGTHS,
    AfterStep,
    Band,
    Comparison,
    ComparisonCell,
    Competency,
    Contents,
    Criterion,
    Cue,
    Dont,
    Evidence,
    Fact,
    Falsehood,
    Faq,
    Goal,
    GoldRating,
    Indicator,
    KeyPoint,
    LabelledSentence,
    Level,
    OccupationCode,
    PackInfo,
    PassSignal,
    Probe,
    Question,
    Rating,
    ReverseQuestion,
    Role,
    Rubric,
    SampleAnswer,
    Scale,
    ScoreReport,
    Segment,
    Source,
    Stage,
    StarAnswer,
    Strategy,
    Terms,
    Text,
    Tip,
    Unscored,
    Value,
)
from interview_kit.quiz import MAX_LENGTH, ORDERS, Blueprint, Quota

T = TypeVar("T")
Fields = dict[str, SearchStrategy[Any]]

#: Language tags in their one normal form.
LANGUAGES: Final = ("id", "en", "jv", "min", "en-gb", "id-latn", "zh-hant-tw")

IDS: Final = ("sales", "user", "past", "M01", "S12", "negotiation_closing", "acme:closing_call")

SENTENCES: Final = (
    "Ceritakan saat Anda menutup penjualan yang sulit.",
    "Tell me about a sale that was hard to close.",
    "Piye carane sampeyan ngadhepi pelanggan sing nesu?",
    "Target naik 20 % dalam 3 bulan, dari 40 ke 48 klien.",
    "Kenapa Anda tertarik?\n\tSebutkan satu alasan.",
    "面接では何を聞かれますか",
    "Größe, naïveté, Ørsted: ¿qué tal? 👍🏽",
)

#: Texts in the two languages that the linked banks speak.
BILINGUAL: Final = (
    Text.of(id="Menutup penjualan", en="Closing a sale"),
    Text.of(id="Mendengarkan pelanggan", en="Listening to customers"),
    Text.of(id="Ceritakan tantangan terberat Anda.", en="Tell me about your hardest challenge."),
    Text.of(id="Apa langkah pertama Anda?", en="What would you do first?"),
    Text.of(id="Siapkan contoh nyata.", en="Prepare an example that happened."),
)
ANY_BILINGUAL: Final = st.sampled_from(BILINGUAL)


def _unique(
    members: SearchStrategy[T], name: str, *, min_size: int = 0, max_size: int = 2
) -> SearchStrategy[list[T]]:
    """Lists in which no two members share an attribute."""
    return st.lists(
        members,
        min_size=min_size,
        max_size=max_size,
        unique_by=lambda each: getattr(each, name),
    )


@cache
def _subsets(pool: tuple[str, ...], min_size: int, max_size: int) -> SearchStrategy[list[str]]:
    """Lists of members of a pool, each once."""
    return st.lists(st.sampled_from(pool), unique=True, min_size=min_size, max_size=max_size)


@cache
def _provenance() -> Fields:
    return {"origin": st.none() | ids(), "covers": _covers()}


@cache
def _covers() -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(("D-001", "D-013", "D-120")), max_size=2, unique=True)


@cache
def _order() -> SearchStrategy[int]:
    return st.integers(1, 99)


def copies(value: T) -> Iterator[T]:
    """Give a value as it comes back from copying and from pickling by every protocol."""
    yield copy.copy(value)
    yield copy.deepcopy(value)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield pickle.loads(pickle.dumps(value, protocol))  # noqa: S301 - our own bytes


@cache
def words() -> SearchStrategy[str]:
    """Texts of one field: real sentences, and whatever else is allowed there."""
    any_characters = st.characters(
        exclude_categories=["Cc", "Cf", "Cn", "Cs"], include_characters="\n\t", codec="utf-8"
    )
    anything = st.text(any_characters, min_size=1, max_size=12).map(str.strip).filter(bool)
    return st.sampled_from(SENTENCES) | anything


@cache
def ids() -> SearchStrategy[str]:
    """Ids: real ones, and any others, with and without a pack before the colon."""
    pattern = r"([a-z][a-z0-9_]{0,4}:)?[A-Za-z][A-Za-z0-9_]{0,8}"
    return st.sampled_from(IDS) | st.from_regex(pattern, fullmatch=True)


@cache
def id_lists(*, min_size: int = 0) -> SearchStrategy[list[str]]:
    """Lists of ids, each once."""
    return st.lists(ids(), min_size=min_size, max_size=3, unique=True)


@cache
def languages() -> SearchStrategy[str]:
    """Language tags in their normal form."""
    return st.sampled_from(LANGUAGES)


@cache
def texts() -> SearchStrategy[Text]:
    """Texts in one to three languages."""
    entries = st.dictionaries(languages(), words(), min_size=1, max_size=3)
    return st.builds(Text, entries=entries)


@cache
def terms() -> SearchStrategy[Terms]:
    """Terms in up to two languages."""
    phrases = st.lists(words(), max_size=3)
    return st.builds(Terms, entries=st.dictionaries(languages(), phrases, max_size=2))


def sources() -> SearchStrategy[Source]:
    """Sources, with and without what is optional."""
    said = st.just("") | words()
    return st.builds(
        Source, id=ids(), title=words(), author=said, url=said, licence=said, note=said
    )


def pack_infos() -> SearchStrategy[PackInfo]:
    """What packs say about themselves."""
    numbers = st.tuples(*[st.integers(0, 99)] * 3).map(lambda each: "{}.{}.{}".format(*each))
    return st.builds(
        PackInfo,
        name=st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True),
        version=numbers | st.sampled_from(("1.4.0-rc.1", "2.0.0+jakarta")),
        title=texts(),
        languages=st.lists(languages(), min_size=1, max_size=3, unique=True),
        licence=words(),
        requires=st.lists(st.sampled_from(("core", "acme", "answers")), unique=True),
        sources=_unique(sources(), "id"),
    )


def bands() -> SearchStrategy[Band]:
    """Bands on their own."""
    return st.builds(Band, id=ids(), at_least=st.integers(0, 100), name=texts())


@st.composite
def scales(draw: DrawFn) -> Scale:
    """Scales with and without bands."""
    lowest = draw(st.integers(0, 99))
    names = draw(id_lists())
    higher = draw(st.sets(st.integers(1, 100), min_size=len(names), max_size=len(names)))
    floors = [0, *sorted(higher)]
    return Scale(
        id=draw(ids()),
        lowest=lowest,
        highest=draw(st.integers(lowest + 1, 100)),
        bands=[
            Band(id=name, at_least=floor, name=draw(texts()))
            for name, floor in zip(names, floors, strict=False)
        ],
    )


def levels() -> SearchStrategy[Level]:
    """Levels on their own."""
    return st.builds(Level, value=st.integers(0, 100), anchor=texts())


def criteria() -> SearchStrategy[Criterion]:
    """Criteria with two to four rising levels."""
    return st.builds(
        Criterion,
        id=ids(),
        name=texts(),
        definition=texts(),
        weight=st.integers(1, 100),
        levels=rising_levels(min_size=2),
        reason=texts(),
    )


@st.composite
def rubrics(draw: DrawFn) -> Rubric:
    """Rubrics of one to three criteria."""
    names = draw(id_lists(min_size=1))
    cuts = draw(st.sets(st.integers(1, 99), min_size=len(names) - 1, max_size=len(names) - 1))
    edges = [0, *sorted(cuts), 100]
    rising = [Level(value=1, anchor=draw(texts())), Level(value=5, anchor=draw(texts()))]
    return Rubric(
        id=draw(ids()),
        name=draw(texts()),
        kind=draw(st.sampled_from(KINDS)),
        scale=draw(ids()),
        criteria=[
            Criterion(
                id=name,
                name=draw(texts()),
                definition=draw(texts()),
                weight=edges[index + 1] - edges[index],
                levels=rising,
                reason=draw(texts()),
            )
            for index, name in enumerate(names)
        ],
        weights_reason=draw(texts()),
        **{name: draw(field) for name, field in _provenance().items()},
    )


def rising_levels(min_size: int) -> SearchStrategy[list[Level]]:
    """Lists of levels, lowest first."""
    unique = _unique(levels(), "value", min_size=min_size, max_size=4)
    return unique.map(lambda given: sorted(given, key=lambda level: level.value))


@st.composite
def competencies(draw: DrawFn) -> Competency:
    """Competencies of some roles or of all, with and without levels."""
    rising = draw(rising_levels(min_size=0))
    return Competency(
        id=draw(ids()),
        name=draw(texts()),
        definition=draw(texts()),
        roles=draw(id_lists()),
        scale=draw(ids() if rising else st.none() | ids()),
        levels=rising,
        **{name: draw(field) for name, field in _provenance().items()},
    )


def goals() -> SearchStrategy[Goal]:
    """Goals of interviewers."""
    return st.builds(
        Goal,
        id=ids(),
        order=_order(),
        name=texts(),
        definition=texts(),
        means=texts(),
        advice=texts(),
        **_provenance(),
    )


def stages() -> SearchStrategy[Stage]:
    """Stages of recruitment, with and without what is optional."""
    return st.builds(
        Stage,
        id=ids(),
        order=_order(),
        name=texts(),
        purpose=texts(),
        actors=texts(),
        optional=st.booleans(),
        condition=st.none() | texts(),
        within=st.none() | ids(),
        **_provenance(),
    )


def comparison_cells() -> SearchStrategy[ComparisonCell]:
    """Cells of comparisons."""
    return st.builds(ComparisonCell, stage=ids(), text=texts(), covers=_covers())


def comparisons() -> SearchStrategy[Comparison]:
    """Comparisons of two or three stages."""
    return st.builds(
        Comparison,
        id=ids(),
        order=_order(),
        aspect=texts(),
        cells=_unique(comparison_cells(), "stage", min_size=2, max_size=3),
        **_provenance(),
    )


def occupation_codes() -> SearchStrategy[OccupationCode]:
    """Codes of public classifications."""
    scheme = st.sampled_from(("isco-08", "onet-soc", "kbji-2014"))
    return st.builds(OccupationCode, scheme=scheme, code=words(), title=words())


def roles() -> SearchStrategy[Role]:
    """Roles, with and without codes."""
    return st.builds(
        Role,
        id=ids(),
        name=texts(),
        summary=texts(),
        competencies=id_lists(),
        codes=_unique(occupation_codes(), "scheme"),
        **_provenance(),
    )


@cache
def probes() -> SearchStrategy[Probe]:
    """Follow-ups."""
    return st.builds(Probe, part=st.sampled_from(PARTS), text=texts())


def key_points() -> SearchStrategy[KeyPoint]:
    """Key points, with and without terms."""
    return st.builds(KeyPoint, id=ids(), text=texts(), terms=terms())


def indicators() -> SearchStrategy[Indicator]:
    """Indicators, decisive and not."""
    return st.builds(Indicator, sign=st.sampled_from(SIGNS), text=texts(), decisive=st.booleans())


def questions() -> SearchStrategy[Question]:
    """Questions, with and without what is optional."""
    return st.builds(
        Question,
        id=ids(),
        text=texts(),
        kind=st.sampled_from(KINDS),
        roles=id_lists(),
        stages=id_lists(min_size=1),
        goals=id_lists(),
        competencies=id_lists(min_size=1),
        difficulty=st.integers(1, 5),
        minutes=st.integers(1, 60),
        probes=st.lists(probes(), max_size=2),
        key_points=_unique(key_points(), "id"),
        indicators=st.lists(indicators(), max_size=2),
        enemies=id_lists(),
        tags=id_lists(),
        rubric=st.none() | ids(),
        **_provenance(),
    )


def strategies() -> SearchStrategy[Strategy]:
    """Strategies of candidates."""
    return st.builds(
        Strategy,
        id=ids(),
        order=_order(),
        name=texts(),
        advice=texts(),
        steps=st.lists(texts(), min_size=1, max_size=3),
        **_provenance(),
    )


@cache
def labelled_sentences() -> SearchStrategy[LabelledSentence]:
    """Sentences of sample answers."""
    return st.builds(LabelledSentence, part=st.sampled_from(SENTENCE_PARTS), text=words())


def gold_ratings() -> SearchStrategy[GoldRating]:
    """Levels that authors gave."""
    return st.builds(GoldRating, criterion=ids(), level=st.integers(0, 100), reason=words())


@st.composite
def sample_answers(draw: DrawFn) -> SampleAnswer:
    """Sample answers, with and without question, strategy, prompt, ratings and register."""
    sentences = draw(st.lists(labelled_sentences(), min_size=1, max_size=4))
    absent = tuple(part for part in PARTS if part not in {each.part for each in sentences})
    return SampleAnswer(
        id=draw(ids()),
        language=draw(languages()),
        quality=draw(st.sampled_from(QUALITIES)),
        response_type=draw(st.sampled_from(RESPONSE_TYPES)),
        sentences=sentences,
        question=draw(st.none() | ids()),
        strategy=draw(st.none() | ids()),
        prompt=draw(st.just("") | words()),
        comment=draw(texts()),
        register=draw(st.none() | st.sampled_from(REGISTERS)),
        missing=draw(_subsets(absent, 0, 2)),
        key_points=draw(id_lists()),
        ratings=draw(_unique(gold_ratings(), "criterion")),
        batch=draw(st.none() | ids()),
        triple=draw(st.none() | ids()),
        **{name: draw(field) for name, field in _provenance().items()},
    )


def cues() -> SearchStrategy[Cue]:
    """Cues, with and without another reading."""
    return st.builds(
        Cue,
        id=ids(),
        text=texts(),
        polarity=st.sampled_from(POLARITIES),
        note=st.none() | texts(),
        covers=_covers(),
    )


def pass_signals() -> SearchStrategy[PassSignal]:
    """Signals of one to three cues."""
    return st.builds(
        PassSignal,
        id=ids(),
        order=_order(),
        name=texts(),
        description=texts(),
        strength=st.sampled_from(STRENGTHS),
        caveat=texts(),
        cues=_unique(cues(), "id", min_size=1, max_size=3),
        **_provenance(),
    )


def tips() -> SearchStrategy[Tip]:
    """Things to do."""
    phase = st.sampled_from(PHASES)
    return st.builds(Tip, id=ids(), phase=phase, text=texts(), why=texts(), **_provenance())


def donts() -> SearchStrategy[Dont]:
    """Things to leave undone."""
    phase = st.sampled_from(PHASES)
    return st.builds(Dont, id=ids(), phase=phase, text=texts(), why=texts(), **_provenance())


def reverse_questions() -> SearchStrategy[ReverseQuestion]:
    """Questions that candidates ask."""
    return st.builds(
        ReverseQuestion,
        id=ids(),
        text=texts(),
        quality=st.sampled_from(REVERSE_QUALITIES),
        reason=texts(),
        roles=id_lists(),
        **_provenance(),
    )


def faqs() -> SearchStrategy[Faq]:
    """What candidates often ask."""
    return st.builds(Faq, id=ids(), question=texts(), answer=texts(), **_provenance())


def after_steps() -> SearchStrategy[AfterStep]:
    """Steps after the interview, with and without a condition."""
    return st.builds(
        AfterStep,
        id=ids(),
        order=_order(),
        name=texts(),
        text=texts(),
        condition=st.none() | texts(),
        **_provenance(),
    )


def facts() -> SearchStrategy[Fact]:
    """Short statements, with and without false ones beside them."""
    return st.builds(
        Fact,
        id=ids(),
        topic=ids(),
        text=texts(),
        reason=st.none() | texts(),
        falsehoods=st.lists(falsehoods(), max_size=2),
        **_provenance(),
    )


@cache
def falsehoods() -> SearchStrategy[Falsehood]:
    """False statements on their own."""
    return st.builds(Falsehood, text=texts(), reason=texts())


@st.composite
def segments(draw: DrawFn) -> Segment:
    """Segments on their own."""
    start = draw(st.integers(0, 500))
    end = draw(st.integers(start + 1, 600))
    return Segment(start=start, end=end, part=draw(st.sampled_from(SENTENCE_PARTS)))


def part_words() -> SearchStrategy[dict[str, str]]:
    """What a candidate writes into the fields of an answer; some stay empty."""
    return st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS, st.text(max_size=20) | words()))


@st.composite
def star_answers(draw: DrawFn) -> StarAnswer:
    """Answers of any text with any stretches marked, and answers made of parts."""
    if draw(st.booleans()):
        return StarAnswer.from_parts(**draw(part_words()))
    text = draw(st.text(max_size=40))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    marked = [
        Segment(start=start, end=end, part=draw(st.sampled_from(SENTENCE_PARTS)))
        for start, end in pairwise(cuts)
        if draw(st.booleans())
    ]
    return StarAnswer(text=text, segments=marked)


@st.composite
def evidences(draw: DrawFn) -> Evidence:
    """Quotes at any place."""
    start, quote = draw(st.integers(0, 5_000)), draw(st.text(min_size=1, max_size=30))
    return Evidence(start=start, end=start + len(quote), quote=quote)


def ratings() -> SearchStrategy[Rating]:
    """Ratings, given and not given, with and without what is optional."""
    return st.builds(
        Rating,
        criterion=ids(),
        level=st.none() | st.integers(0, 100),
        reason=st.none() | ids(),
        evidence=st.lists(evidences(), max_size=2),
        next_step=st.just("") | words(),
        supported=st.booleans(),
    )


def score_reports() -> SearchStrategy[ScoreReport]:
    """Reports as a scorer gives them, and as the library completes them."""
    return st.builds(
        ScoreReport,
        scorer=ids(),
        language=languages(),
        ratings=_unique(ratings(), "criterion", max_size=3),
        rubric=st.none() | ids(),
        structure_hash=st.just("") | st.from_regex(r"[0-9a-f]{32}", fullmatch=True),
        overall=st.none() | st.floats(0.0, 100.0),
        band=st.just("") | words(),
        band_id=st.none() | ids(),
        coverage=st.floats(0.0, 1.0),
        warnings=id_lists(),
    )


def unscoreds() -> SearchStrategy[Unscored]:
    """Answers that cannot be judged."""
    return st.builds(
        Unscored, scorer=ids(), reason=ids(), message=st.just("") | words(), language=languages()
    )


@st.composite
def quotas(draw: DrawFn, *, most: int = MAX_LENGTH) -> Quota:
    """Quotas that ask for at least one facet and set at least one bound.

    Args:
        draw: given by Hypothesis.
        most: the highest number that `at_least` takes.
    """
    facets: Fields = {
        "kind": st.sampled_from(KINDS),
        "stage": ids(),
        "goal": ids(),
        "competency": ids(),
        "tag": ids(),
        "language": languages(),
        "difficulty": st.integers(1, 5)
        | st.tuples(st.integers(1, 5), st.integers(1, 5)).map(sorted),
    }
    chosen = draw(st.sets(st.sampled_from(sorted(facets)), min_size=1, max_size=3))
    at_least = draw(st.integers(0, most))
    unbounded = st.none() if at_least else st.nothing()
    at_most = draw(st.integers(at_least, MAX_LENGTH) | unbounded)
    given: dict[str, Any] = {name: draw(facets[name]) for name in sorted(chosen)}
    return Quota(at_least=at_least, at_most=at_most, **given)


@st.composite
def blueprints(draw: DrawFn) -> Blueprint:
    """Blueprints that use every field; not all can be satisfied."""
    shortest, longest = sorted(draw(st.tuples(*2 * [st.integers(1, MAX_LENGTH)])))
    window = st.tuples(st.integers(0, 480), st.integers(0, 480)).map(sorted)
    named = draw(id_lists())
    cut = draw(st.integers(0, min(len(named), longest)))
    return Blueprint(
        role=draw(st.none() | ids() | id_lists()),
        length=draw(st.sampled_from([longest, (shortest, longest)])),
        minutes=draw(st.none() | st.integers(0, 480) | window),
        quotas=draw(st.lists(quotas(most=longest), max_size=2)),
        include=named[:cut],
        exclude=named[cut:],
        enemies=draw(st.lists(id_lists(), max_size=2)),
        order=draw(st.sampled_from(ORDERS)),
    )


#: Every class of values and the strategy for it.
STRATEGIES: Final[Mapping[type[Value], SearchStrategy[Any]]] = {
    Text: texts(),
    Terms: terms(),
    Source: sources(),
    PackInfo: pack_infos(),
    Band: bands(),
    Scale: scales(),
    Level: levels(),
    Criterion: criteria(),
    Rubric: rubrics(),
    Competency: competencies(),
    Goal: goals(),
    Stage: stages(),
    ComparisonCell: comparison_cells(),
    Comparison: comparisons(),
    OccupationCode: occupation_codes(),
    Role: roles(),
    Probe: probes(),
    KeyPoint: key_points(),
    Indicator: indicators(),
    Question: questions(),
    Strategy: strategies(),
    LabelledSentence: labelled_sentences(),
    GoldRating: gold_ratings(),
    SampleAnswer: sample_answers(),
    Cue: cues(),
    PassSignal: pass_signals(),
    Tip: tips(),
    Dont: donts(),
    ReverseQuestion: reverse_questions(),
    Faq: faqs(),
    AfterStep: after_steps(),
    Fact: facts(),
    Falsehood: falsehoods(),
    Segment: segments(),
    StarAnswer: star_answers(),
    Evidence: evidences(),
    Rating: ratings(),
    ScoreReport: score_reports(),
    Unscored: unscoreds(),
    Quota: quotas(),
    Blueprint: blueprints(),
}


def values() -> SearchStrategy[Value]:
    """Values of every class."""
    return st.one_of(*STRATEGIES.values())


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
        return self.draw(_subsets(tuple(pool), min_size, max_size))

    def maybe(self, name: str, make: Callable[[str], T]) -> list[T]:
        return [make(f"{self.prefix}{name}")] if self.draw(st.booleans()) else []
