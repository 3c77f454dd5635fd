"""Hypothesis strategies for closed items: of every form, in one language or more."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from interview_kit.model import ITEM_FORMS, Estimate, Option, QuizItem, Text
from strategies._base import fact_lists, id_lists, ids, languages, provenance, texts, words


def options() -> SearchStrategy[Option]:
    """Options by themselves."""
    return st.builds(Option, id=ids(), text=texts(), rationale=texts())


@st.composite
def estimates(draw: DrawFn) -> Estimate:
    """Numbers within bounds."""
    lowest, value, highest = sorted(draw(st.tuples(*3 * [st.integers(0, 99)])))
    return Estimate(lowest=lowest, value=value, highest=highest + (lowest == highest))


@st.composite
def quiz_items(draw: DrawFn) -> QuizItem:
    """Items of every form, all of whose texts are in the languages of the stem."""
    spoken = draw(st.lists(languages(), min_size=1, max_size=2, unique=True))
    said = st.builds(Text, entries=st.fixed_dictionaries(dict.fromkeys(spoken, words())))
    form = draw(st.sampled_from(ITEM_FORMS))
    return QuizItem(
        id=draw(ids()),
        text=draw(said),
        passage=draw(st.none() | said),
        form=form,
        **_answers(draw, form, spoken),
        explanation=draw(said),
        template=draw(ids()),
        family=draw(ids()),
        topic=draw(ids()),
        elements=draw(fact_lists()),
        roles=draw(id_lists()),
        stages=draw(id_lists()),
        goals=draw(id_lists()),
        competencies=draw(id_lists()),
        difficulty=draw(st.integers(1, 5)),
        minutes=draw(st.integers(1, 60)),
        tags=draw(id_lists()),
        **{name: draw(each) for name, each in provenance().items()},
    )


def _answers(draw: DrawFn, form: str, spoken: list[str]) -> dict[str, Any]:
    if form == "numeric":
        return {"estimate": draw(estimates())}
    given = _distinct(draw, spoken, ids_of=("true", "false") if form == "true_false" else None)
    names = [each.id for each in given]
    if form == "ordering":
        return {"options": given, "key": draw(st.permutations(names))}
    if form == "matching":
        targets = _distinct(draw, spoken, at_least=len(given))
        ordered = draw(st.permutations([each.id for each in targets]))
        return {"options": given, "targets": targets, "key": ordered[: len(given)]}
    most = len(names) - 1 if form == "several_of" else 1
    count = draw(st.integers(1, most))
    return {"options": given, "key": draw(st.permutations(names))[:count]}


def _distinct(
    draw: DrawFn, spoken: list[str], *, ids_of: tuple[str, ...] | None = None, at_least: int = 3
) -> list[Option]:
    """Options that say different things in each language."""
    count = len(ids_of) if ids_of else draw(st.integers(at_least, at_least + 1))
    names = ids_of or draw(st.lists(ids(), min_size=count, max_size=count, unique=True))
    columns = {
        tag: draw(st.lists(words(), min_size=count, max_size=count, unique=True)) for tag in spoken
    }
    said = [Text(entries={tag: columns[tag][place] for tag in spoken}) for place in range(count)]
    return [
        Option(id=name, text=text, rationale=text) for name, text in zip(names, said, strict=True)
    ]
