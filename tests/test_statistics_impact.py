"""Adverse impact: published examples, exact tests, the flip of one person, refusals, the notice."""

from fractions import Fraction
from math import comb
from typing import Any

import pytest
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.statistics import (
    GroupImpact,
    Impact,
    adverse_impact,
    fisher_exact,
    scoring_rate_impact,
)

COUNTS = st.integers(0, 12)


def fisher_by_definition(a: int, b: int, c: int, d: int) -> Fraction:
    """Sum the probabilities of all tables of the same margins that are no more probable."""
    row, column, people = a + b, a + c, a + b + c + d

    def chance(cell: int) -> Fraction:
        return Fraction(comb(row, cell) * comb(people - row, column - cell), comb(people, column))

    cells = range(max(0, column - (people - row)), min(row, column) + 1)
    return sum((chance(x) for x in cells if chance(x) <= chance(a)), Fraction(0))


@given(COUNTS, COUNTS, COUNTS, COUNTS)
def test_fisher_is_its_definition(a: int, b: int, c: int, d: int) -> None:
    """The test gives the sum of hypergeometric probabilities, to the last bit."""
    assert fisher_exact(a, b, c, d) == float(fisher_by_definition(a, b, c, d))
    assert fisher_exact(a, b, c, d) == fisher_exact(d, c, b, a) == fisher_exact(a, c, b, d)


def test_the_lady_tastes_tea() -> None:
    """Fisher's lady, with all eight cups right: one way of 70, and its mirror image."""
    assert fisher_exact(4, 0, 0, 4) == 2 / 70
    assert fisher_exact(3, 1, 1, 3) == 34 / 70


def test_the_example_of_the_guidelines() -> None:
    """48 of 80 and 12 of 40, question 12 of the Questions and Answers: a ratio of one half."""
    found = adverse_impact({"white": 48, "black": 12}, {"white": 80, "black": 40})
    white, black = found.groups
    assert (found.highest, found.ratio, found.refusal) == ("white", 0.5, None)
    assert (white.rate, white.ratio, white.below, white.p_value) == (0.6, 1.0, False, None)
    assert (black.rate, black.ratio, black.below, black.flips) == (0.3, 0.5, True, False)
    assert black.p_value == fisher_exact(12, 28, 48, 32)


def test_four_fifths_is_not_below() -> None:
    """Just four fifths is enough, one selected fewer is not; decimals play no part."""
    fits = adverse_impact({"a": 50, "b": 40}, {"a": 100, "b": 100})
    assert (fits.ratio, fits.groups[1].below, fits.groups[1].flips) == (0.8, False, None)
    assert adverse_impact({"a": 50, "b": 39}, {"a": 100, "b": 100}).groups[1].below


def test_one_person_flips_small_differences() -> None:
    """Where one other person would give the group the higher rate, this is said."""
    found = adverse_impact({"a": 3, "b": 2}, {"a": 10, "b": 10})
    assert (found.groups[1].below, found.groups[1].flips) == (True, True)
    # Two and three would only be even: 3 of 10 against 3 of 10.
    even = adverse_impact({"a": 4, "b": 2}, {"a": 10, "b": 10})
    assert (even.groups[1].below, even.groups[1].flips) == (True, False)


def test_small_groups_are_counted_and_not_compared() -> None:
    """A group of nine has a number and a reason; it is not the highest either."""
    found = adverse_impact({"a": 5, "b": 5, "c": 9}, {"a": 10, "b": 10, "c": 9})
    small = found.groups[2]
    assert (small.selected, small.total, small.rate) == (9, 9, None)
    assert (small.refusal, small.ratio, found.highest) == ("too_few_subjects", None, "a")
    tiny = adverse_impact({"a": 300, "b": 5}, {"a": 600, "b": 10}).groups[1]
    assert tiny.cautions == ("small_group",)


@pytest.mark.parametrize(
    ("selected", "totals", "refusal"),
    [
        ({}, {}, "too_few_groups"),
        ({"a": 5}, {"a": 20}, "too_few_groups"),
        ({"a": 5, "b": 1}, {"a": 20, "b": 9}, "too_few_groups"),
        ({}, {"a": 20, "b": 20}, "nobody_selected"),
    ],
)
def test_refusals(selected: dict[str, int], totals: dict[str, int], refusal: str) -> None:
    """Without two groups to compare, or anybody selected, there is a reason and no ratio."""
    found = adverse_impact(selected, totals)
    assert (found.refusal, found.ratio, found.highest) == (refusal, None, None)
    assert all(each.ratio is None for each in found.groups)


@given(st.lists(st.lists(st.integers(0, 20), min_size=1, max_size=30), min_size=1, max_size=4))
def test_scoring_rates_are_shares_above_the_median(groups: list[list[int]]) -> None:
    """Just those count whose score lies above the median of all."""
    found = scoring_rate_impact({f"g{n}": own for n, own in enumerate(groups)}, fewest=1)
    every = sorted(each for own in groups for each in own)
    half = Fraction(every[(len(every) - 1) // 2] + every[len(every) // 2], 2)
    assert found.median == half
    assert [each.selected for each in found.groups] == [
        sum(each > half for each in own) for own in groups
    ]


def test_no_scores_have_no_median() -> None:
    """Of nothing nothing is said."""
    found = scoring_rate_impact({"a": []})
    assert (found.median, found.refusal) == (None, "too_few_groups")


def test_every_impact_says_what_it_is_not() -> None:
    """The notice goes with the value, in both languages."""
    found = adverse_impact({"a": 5}, {"a": 20})
    assert "not a legal conclusion" in found.notice.in_("en")
    assert "bukan kesimpulan hukum" in found.notice.in_("id")


@pytest.mark.parametrize(
    ("selected", "totals"),
    [
        ({"a": 3}, {"a": 2}),
        ({"a": -1}, {"a": 20}),
        ({"a": 1.0}, {"a": 20}),
        ({"a": True}, {"a": 20}),
        ({"z": 1}, {"a": 20}),
    ],
)
def test_wrong_counts_are_errors(selected: Any, totals: Any) -> None:
    """What cannot be a count of people is an error."""
    with pytest.raises(InvalidValueError):
        adverse_impact(selected, totals)


@pytest.mark.parametrize("score", [float("nan"), float("inf"), "90", None, True])
def test_wrong_scores_are_errors(score: Any) -> None:
    """What is no finite number is no score."""
    with pytest.raises(InvalidValueError):
        scoring_rate_impact({"a": [score]})


def test_the_fewest_are_a_number() -> None:
    """A bound below one person is an error, and so is a negative cell of a table."""
    with pytest.raises(InvalidValueError):
        adverse_impact({}, {"a": 1}, fewest=0)
    with pytest.raises(InvalidValueError):
        fisher_exact(1, 2, 3, -1)


def test_impacts_cannot_be_unsound() -> None:
    """There is a ratio or a reason, and no more selected than there are."""
    notice = adverse_impact({}, {}).notice
    unsound: list[dict[str, Any]] = [{}, {"ratio": 0.5, "refusal": "too_few_groups"}]
    for each in unsound:
        with pytest.raises(InvalidValueError):
            Impact(kind="selection", groups=[], notice=notice, **each)
        with pytest.raises(InvalidValueError):
            GroupImpact(group="a", total=2, selected=1, **each)
    with pytest.raises(InvalidValueError):
        GroupImpact(group="a", total=2, selected=3, ratio=1.0)
