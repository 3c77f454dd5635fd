"""Flags for habits of raters: planted habits are found, others are not, and little data is refused."""

from typing import Any, Final

import pytest
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.statistics import (
    RATER_RULES,
    RaterCheck,
    RaterLimits,
    halo_check,
    rater_checks,
    spearman_brown,
)

#: What a careful rater gives twelve candidates.
FAIR: Final = (1, 5, 2, 4, 3, 5, 1, 3, 4, 2, 5, 1)


def flags(*columns: Any, **given: Any) -> set[tuple[str, str]]:
    """Name the raters, a, b and so on by column, and what is flagged."""
    rows = [*zip(*columns, strict=True)]
    checks = rater_checks(rows, [*"abcd"[: len(columns)]], scale=(1, 5), **given)
    return {(each.rater, each.rule) for each in checks if each.flagged}


def test_leniency_is_found() -> None:
    """Who gives half a point more on average is lenient, and the other severe beside them."""
    kind = [each + 0.5 for each in FAIR]
    assert flags(kind, FAIR) == {("a", "leniency"), ("b", "severity")}
    assert flags([*kind[:-1], FAIR[-1]], FAIR) == set()
    assert flags(kind, FAIR, limits=RaterLimits(difference=0.6)) == set()


def test_figures_show_what_was_held_against_what() -> None:
    """A finding carries the difference, how many subjects it is from, and both limits."""
    rows = [(3, 2, 1), (4, 3, None), (None, 3, 3), (5, None, 4)] * 5
    check = rater_checks(rows, ["a", "b", "c"], scale=(1, 5))[0]
    # 3 to the mean of 2 and 1, 4 to 3, and 5 to 4.
    assert [(each.name, each.value, each.limit) for each in check.figures] == [
        ("difference", pytest.approx((1.5 + 1 + 1) / 3), 0.5),
        ("subjects", 15.0, 10.0),
    ]
    assert check.text.in_("id").startswith("Terlalu murah nilai: rata-rata sedikitnya 0,5 poin")


def test_central_tendency_and_narrow_ranges_are_found() -> None:
    """Who nearly always gives the middle is flagged for that, and for a narrow range."""
    middling = (3, 3, 3, 3, 3, 4, 3, 3, 3, 3, 3, 2)
    assert flags(middling, FAIR, FAIR) == {("a", "central_tendency"), ("a", "range_restriction")}


def test_narrow_ranges_are_found_anywhere() -> None:
    """Ratings in a corner of the scale are narrow, yet not central."""
    high = (4, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5)
    assert flags(high, FAIR) == {
        ("a", "leniency"),
        ("a", "range_restriction"),
        ("b", "severity"),
    }


def test_even_scales_have_two_middle_levels() -> None:
    """Of four levels the second and the third are the middle."""
    rows = [*zip((2, 3) * 6, (1, 4) * 6, strict=True)]
    found = rater_checks(rows, ["a", "b"], scale=(1, 4))
    figures = {(each.rater, each.rule): each.figures for each in found}
    assert figures["a", "central_tendency"][0].value == 1.0
    assert figures["b", "central_tendency"][0].value == 0.0


@given(st.permutations(FAIR))
def test_equal_raters_have_no_flags(column: list[int]) -> None:
    """Who gives just what the others give has no habit, whatever it is."""
    assert flags(column, column, column) == set()


def test_little_data_is_refused() -> None:
    """With nine shared subjects nothing is said, and of a panel without differences no spread."""
    few = rater_checks([*zip(FAIR, FAIR, strict=True)][:9], ["a", "b"], scale=(1, 5))
    assert {each.refusal for each in few} == {"too_few_subjects"}
    assert {each.flagged for each in few} == {None}
    flat = rater_checks([(each, 3) for each in FAIR], ["a", "b"], scale=(1, 5))
    assert [each.refusal for each in flat] == [None, None, "no_variance", "no_variance"] + [
        None
    ] * 4
    alone = rater_checks([(each, None) for each in FAIR], ["a", "b"], scale=(1, 5))
    assert {each.refusal for each in alone} == {"too_few_subjects"}


def test_even_profiles_are_a_halo() -> None:
    """Who gives eight of ten candidates the same throughout is flagged; of seven, not."""
    even, uneven = (3, 3, 3), (1, 3, 2)
    assert halo_check([even] * 8 + [uneven] * 2, rater="a").flagged
    varied = [(2, 2, 2), (4, 4, 4)] * 3 + [even] + [(1, 3, 5), (5, 3, 1), (2, 5, 3)]
    found = halo_check(varied, rater="a")
    assert not found.flagged
    assert found.figures[0].value == 0.7


def test_alike_criteria_are_a_halo() -> None:
    """Criteria that rise and fall together are flagged, however far apart they lie."""
    found = halo_check([(each, each + 2, each + 4) for each in FAIR], rater="a")
    assert found.flagged
    assert [(each.name, each.value) for each in found.figures] == [
        ("even", 0.0),
        ("correlation", 1.0),
    ]


def test_halos_need_candidates_and_criteria() -> None:
    """Few candidates are refused, one criterion is too, and flat ones have no correlation."""
    assert halo_check([(3, 3)] * 9, rater="a").refusal == "too_few_subjects"
    assert halo_check([(3, None)] * 12, rater="a").refusal == "too_few_subjects"
    flat = halo_check([(1, 4)] * 12, rater="a")
    assert (flat.flagged, len(flat.figures)) == (False, 1)


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"raters": ["a"]}, "ratings"),
        ({"raters": ["a", "b c"]}, "id"),
        ({"raters": ["a", "a"]}, "ids"),
        ({"scale": (5, 1)}, "scale"),
        ({"scale": (1, 3, 5)}, "scale"),
        ({"scale": (1, 5.5)}, "scale"),
        ({"limits": None}, "limits"),
    ],
)
def test_wrong_arguments_are_named(given: dict[str, Any], where: str) -> None:
    """What does not fit raises an error that names it."""
    right: dict[str, Any] = {"ratings": [(1, 2)], "raters": ["a", "b"], "scale": (1, 5)}
    with pytest.raises(InvalidValueError) as caught:
        rater_checks(**(right | given))
    assert caught.value.where == where


def test_findings_cannot_be_unsound() -> None:
    """There is a finding or a refusal, and never both."""
    sound = rater_checks([(1, 2)], ["a", "b"], scale=(1, 5))[0]
    unsound: list[dict[str, Any]] = [{"flagged": True, "refusal": "no_variance"}, {}]
    for each in unsound:
        with pytest.raises(InvalidValueError):
            RaterCheck(rater="a", rule="halo", text=sound.text, **each)


def test_every_rule_is_looked_for() -> None:
    """Each rater gets each rule of a panel, and the halo rule stands by itself."""
    checks = rater_checks([*zip(FAIR, FAIR, strict=True)], ["a", "b"], scale=(1, 5))
    halo = halo_check([(1, 2)] * 12, rater="a")
    assert (*(each.rule for each in checks[:4]), halo.rule) == RATER_RULES


@given(st.floats(0, 1), st.floats(0.1, 20), st.floats(0.1, 20))
def test_lengthening_in_steps_is_lengthening_at_once(r: float, by: float, then: float) -> None:
    """Twice and then three times as many raters are as reliable as six times as many."""
    assert spearman_brown(spearman_brown(r, by), then) == pytest.approx(
        spearman_brown(r, by * then), abs=1e-12
    )


@pytest.mark.parametrize(("r", "times"), [(-0.1, 2), (1.1, 2), (0.5, 0), (0.5, float("nan"))])
def test_nothing_is_foretold_of_what_has_no_meaning(r: float, times: float) -> None:
    """A reliability outside of 0 to 1 and a factor not above 0 are errors."""
    with pytest.raises(InvalidValueError):
        spearman_brown(r, times)
