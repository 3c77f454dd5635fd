"""Hypothesis strategies for the objects of a bank and their parts."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from interview_kit.model import (
    KINDS,
    PARTS,
    SIGNS,
    Band,
    Cap,
    Comparison,
    ComparisonCell,
    Competency,
    Criterion,
    Goal,
    Indicator,
    KeyPoint,
    Level,
    OccupationCode,
    PackInfo,
    Probe,
    Question,
    Role,
    Rubric,
    Scale,
    Source,
    Stage,
    Strategy,
)
from strategies._base import (
    fact_lists,
    id_lists,
    ids,
    languages,
    orders,
    provenance,
    terms,
    texts,
    unique,
    words,
)


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
        sources=unique(sources(), "id"),
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
    return st.builds(
        Level, value=st.integers(0, 100), anchor=texts(), next_step=st.none() | texts()
    )


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
        matters=st.none() | texts(),
    )


def caps() -> SearchStrategy[Cap]:
    """Caps on the totals of answers with a warning."""
    return st.builds(Cap, warning=ids(), at_most=st.integers(0, 100), reason=texts())


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
        caps=draw(unique(caps(), "warning", max_size=2)),
        **{name: draw(field) for name, field in provenance().items()},
    )


def rising_levels(min_size: int) -> SearchStrategy[list[Level]]:
    """Lists of levels, lowest first."""
    found = unique(levels(), "value", min_size=min_size, max_size=4)
    return found.map(lambda given: sorted(given, key=lambda level: level.value))


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
        terms=draw(terms()),
        **{name: draw(field) for name, field in provenance().items()},
    )


def goals() -> SearchStrategy[Goal]:
    """Goals of interviewers."""
    return st.builds(
        Goal,
        id=ids(),
        order=orders(),
        name=texts(),
        definition=texts(),
        means=texts(),
        advice=texts(),
        **provenance(),
    )


def stages() -> SearchStrategy[Stage]:
    """Stages of recruitment, with and without what is optional."""
    return st.builds(
        Stage,
        id=ids(),
        order=orders(),
        name=texts(),
        purpose=texts(),
        actors=texts(),
        optional=st.booleans(),
        condition=st.none() | texts(),
        within=st.none() | ids(),
        **provenance(),
    )


def comparison_cells() -> SearchStrategy[ComparisonCell]:
    """Cells of comparisons."""
    return st.builds(ComparisonCell, stage=ids(), text=texts(), covers=fact_lists())


def comparisons() -> SearchStrategy[Comparison]:
    """Comparisons of two or three stages."""
    return st.builds(
        Comparison,
        id=ids(),
        order=orders(),
        aspect=texts(),
        cells=unique(comparison_cells(), "stage", min_size=2, max_size=3),
        **provenance(),
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
        codes=unique(occupation_codes(), "scheme"),
        terms=terms(),
        **provenance(),
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
        key_points=unique(key_points(), "id"),
        indicators=st.lists(indicators(), max_size=2),
        enemies=id_lists(),
        tags=id_lists(),
        rubric=st.none() | ids(),
        **provenance(),
    )


def strategies() -> SearchStrategy[Strategy]:
    """Strategies of candidates."""
    return st.builds(
        Strategy,
        id=ids(),
        order=orders(),
        name=texts(),
        advice=texts(),
        steps=st.lists(texts(), min_size=1, max_size=3),
        **provenance(),
    )
