"""Small closed items of every form, and all responses to them."""

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from interview_kit.knowledge import RULES, Rule, grade
from interview_kit.model import ITEM_FORMS, Estimate, Option, QuizItem, Text

SAID: Final = Text.of(id="Begitulah.", en="It is so.")
#: An answer of every form, without the options of its own where it names none.
ANSWERS: Final[dict[str, dict[str, Any]]] = {
    "one_of": {"options": "abc", "key": ["b"]},
    "several_of": {"options": "abcd", "key": [*"ac"]},
    "true_false": {"options": ("true", "false"), "key": ("false",)},
    "ordering": {"options": "abcd", "key": [*"cbda"]},
    "matching": {"options": "abc", "targets": "wxyz", "key": [*"zxw"]},
    "numeric": {"estimate": Estimate(value=4, lowest=1, highest=5)},
}


def item(form: str = "one_of", id: str = "item", **change: Any) -> QuizItem:
    """Make the item of a form, with a change."""
    plain: dict[str, Any] = {
        "text": SAID,
        "explanation": SAID,
        "template": "hand",
        "family": "hand",
        "topic": "stages",
        "difficulty": 3,
    }
    answer = dict(ANSWERS[form])
    for name in ("options", "targets"):
        answer[name] = _options(answer.get(name, ()))
    return QuizItem(id=id, form=form, **(plain | answer | change))


def _options(names: Iterable[str]) -> list[Option]:
    return [
        Option(id=each, text=Text.of(id=each, en=each), rationale=Text.of(id=each, en=f"{each}!"))
        for each in names
    ]


def responses(asked: QuizItem) -> Iterator[Any]:
    """Go through all responses of the right shape; numbers are whole."""
    ids = [each.id for each in asked.options]
    if asked.estimate:
        yield from range(asked.estimate.lowest, asked.estimate.highest + 1)
    elif asked.form == "several_of":
        for count in range(len(ids) + 1):
            yield from combinations(ids, count)
    elif asked.form == "ordering":
        yield from permutations(ids)
    elif asked.form == "matching":
        yield from permutations([each.id for each in asked.targets], len(ids))
    else:
        yield from ids


def key_of(asked: QuizItem) -> Any:
    """Give the response that is the key."""
    if asked.estimate:
        return asked.estimate.value
    return asked.key[0] if asked.form in {"one_of", "true_false"} else asked.key


@st.composite
def items(draw: DrawFn) -> QuizItem:
    """Items of every form with few options and any key; cheaper than those with any text."""
    form = draw(st.sampled_from(ITEM_FORMS))
    if form == "numeric":
        lowest, value, highest = sorted(draw(st.tuples(*3 * [st.integers(0, 9)])))
        bounds = Estimate(lowest=lowest, value=value, highest=highest + (lowest == highest))
        return item(form, estimate=bounds)
    names = ["true", "false"] if form == "true_false" else [*"abcde"[: draw(st.integers(3, 5))]]
    targets = [*"uvwxyz"[: draw(st.integers(len(names), 6))]] if form == "matching" else []
    counts = {"several_of": draw(st.integers(1, len(names) - 1)), "one_of": 1, "true_false": 1}
    key = draw(st.permutations(targets or names))[: counts.get(form, len(names))]
    return item(form, options=_options(names), targets=_options(targets), key=key)


@st.composite
def graded(draw: DrawFn) -> tuple[QuizItem, Rule, Any]:
    """An item, a rule that suits it, and a response."""
    asked = draw(items())
    rule = draw(st.sampled_from(RULES[asked.form]))
    return asked, rule, draw(st.sampled_from([*responses(asked)]))


def points(asked: QuizItem, response: Any, rule: Rule | None = None) -> float:
    """Give the points of a response."""
    found = grade(asked, response, rule=rule).points
    assert found is not None
    return found
