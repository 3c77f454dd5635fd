"""Item statistics: figures that one can count, cautions, refusals, and the table."""

from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.statistics import ItemKey, item_statistics, point_statistics
from interview_kit.statistics._items import _cautions
from interview_kit.statistics._spread import correlation

KEYS: Final = [ItemKey(item=name, options=["a", "b", "c"], key="a") for name in ("q1", "q2", "q3")]
#: Ten learners who know all, two items, one, or none.
ROWS: Final = (
    [("a", "a", "a")] * 3
    + [("a", "a", "b")] * 3
    + [("a", "b", "c")] * 2
    + [
        ("b", "b", None),
        ("c", "b", "b"),
    ]
)
POINTS: Final = st.lists(
    st.tuples(*[st.sampled_from([0, 0.25, 0.5, 1])] * 3), min_size=10, max_size=30
)


def test_figures_can_be_counted() -> None:
    """Shares of right answers, of options and omissions are those that one can count."""
    found = item_statistics(KEYS, ROWS)
    assert [each.proportion for each in found.items] == [0.8, 0.6, 0.3]
    assert [each.omitted for each in found.items] == [0, 0, 1]
    used = [(each.option, each.chosen, each.share, each.is_key) for each in found.items[2].options]
    assert used == [("a", 3, 0.3, True), ("b", 4, 0.4, False), ("c", 2, 0.2, False)]
    assert [each.unused for each in found.items[1].options] == [False, False, True]
    assert found.items[1].cautions == ("unused_option",)
    assert found.cautions == ("few_learners", "very_few_learners")


def test_kr20_by_hand() -> None:
    """KR-20 is `k / (k - 1) * (1 - sum(p q) / variance of totals)`."""
    found = item_statistics(KEYS, ROWS)
    totals = [3] * 3 + [2] * 3 + [1] * 2 + [0] * 2
    mean = Fraction(sum(totals), 10)
    variance = sum((each - mean) ** 2 for each in totals) / 10
    spread = sum(Fraction(p, 10) * (1 - Fraction(p, 10)) for p in (8, 6, 3))
    assert found.reliability.value == float(Fraction(3, 2) * (1 - spread / variance))
    assert (found.reliability.name, found.reliability.bands) == ("kr20", ("usual",))


@given(POINTS)
def test_items_are_held_against_the_others(rows: list[tuple[float, ...]]) -> None:
    """Discrimination is the correlation with the points of all other items, itself left out."""
    found = point_statistics(["q1", "q2", "q3"], rows)
    for place, item in enumerate(found.items):
        own = [int(4 * row[place]) for row in rows]
        rest = [int(4 * sum(row)) - each for row, each in zip(rows, own, strict=True)]
        assert item.discrimination == pytest.approx(correlation(own, rest), abs=1e-12)
        assert (item.refusal == "no_variance") == (item.discrimination is None)


@given(POINTS)
def test_reliability_is_at_most_one(rows: list[tuple[float, ...]]) -> None:
    """Alpha is 1 for items that rise and fall together, and never more."""
    found = point_statistics(["q1", "q2", "q3"], rows).reliability
    assert found.value is None or found.value <= 1.0
    same = point_statistics(["q1", "q2"], [row[:1] * 2 for row in rows]).reliability
    assert same.value == (None if len({row[0] for row in rows}) == 1 else 1.0)


def test_cautions_name_what_to_look_at() -> None:
    """Items that are too easy, too hard, weak or misleading are pointed out."""
    good = [0] * 50 + [1] * 50
    columns = [
        good,
        good,
        good,
        [1] * 95 + [0] * 5,
        [0] * 95 + [1] * 5,
        [1, 0] * 50,
        good[::-1],
    ]
    names = ["good", "same", "too", "easy", "hard", "chance", "wrong"]
    found = point_statistics(names, [*zip(*columns, strict=True)])
    cautions = {each.item: each.cautions for each in found.items}
    assert cautions["good"] == cautions["same"] == ()
    assert "too_easy" in cautions["easy"]
    assert "too_hard" in cautions["hard"]
    assert cautions["chance"] == ("misleading_item",)
    assert cautions["wrong"] == ("misleading_item",)
    assert found.cautions == ()


@pytest.mark.parametrize(
    ("r", "caution"), [(0.2, ()), (0.15, ("weak_item",)), (0.1, ("weak_item",)), (0.09, None)]
)
def test_weak_items_lie_between_two_limits(r: float, caution: tuple[str, ...] | None) -> None:
    """From 0.20 an item is kept, from 0.10 it is reviewed, and below it misleads."""
    assert tuple(_cautions(0.5, r, [])) == (("misleading_item",) if caution is None else caution)


def test_few_learners_are_refused() -> None:
    """Of nine learners shares are given, and nothing that needs more."""
    found = item_statistics(KEYS, ROWS[:9])
    assert {each.refusal for each in found.items} == {"too_few_subjects"}
    assert found.items[0].proportion == 8 / 9
    assert [each.unused for each in found.items[0].options] == [None] * 3
    assert found.items[0].cautions == ()
    assert found.reliability.refusal == "too_few_subjects"
    nobody = item_statistics(KEYS, [])
    assert [each.proportion for each in nobody.items] == [None] * 3


def test_reliability_needs_items_that_differ() -> None:
    """One item has no reliability, nor have learners who all get the same total."""
    assert point_statistics(["q"], [(1,), (0,)] * 6).reliability.refusal == "too_few_items"
    assert point_statistics(["q", "r"], [(1, 0)] * 10).reliability.refusal == "no_variance"


def test_no_answer_is_no_point() -> None:
    """A gap counts as 0, and as omitted."""
    found = point_statistics(["q", "r"], [(1, None), (0, 0.5)] * 5)
    assert [(each.proportion, each.omitted) for each in found.items] == [(0.5, 0), (0.25, 5)]


def test_the_table_has_a_line_for_each_item() -> None:
    """The table says reliability first, then each item, and why there is no figure."""
    lines = item_statistics(KEYS, ROWS[:9]).table().splitlines()
    assert lines[0] == "9 learners, kr20 too_few_subjects few_learners very_few_learners"
    assert lines[2].split() == ["q1", "0.89", "too_few_subjects", "0"]
    assert len(item_statistics(KEYS, []).table().splitlines()) == 2 + len(KEYS)


@pytest.mark.parametrize(
    "chosen", [[("a", "a")], [("a", "a", "rahasia saya")], [("a", "a", 1)]], ids=repr
)
def test_wrong_choices_are_errors(chosen: Any) -> None:
    """What is no option is an error that does not repeat what was typed."""
    with pytest.raises(InvalidValueError) as caught:
        item_statistics(KEYS, chosen)
    assert caught.value.where == "chosen"
    assert "rahasia" not in str(caught.value)


@pytest.mark.parametrize("points", [[(1,)], [(1, 2)], [(1, -0.1)]], ids=repr)
def test_wrong_points_are_errors(points: Any) -> None:
    """Points are shares, one for each item."""
    with pytest.raises(InvalidValueError):
        point_statistics(["q", "r"], points)


@pytest.mark.parametrize(
    ("options", "key"), [(["a"], "a"), (["a", "a"], "a"), (["a", "b"], "c"), (["a", ""], "a")]
)
def test_keys_cannot_be_unsound(options: list[str], key: str) -> None:
    """A closed item has two options or more, each once, and the key is one of them."""
    with pytest.raises(InvalidValueError):
        ItemKey(item="q", options=options, key=key)
