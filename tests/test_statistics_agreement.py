"""Measures of agreement: published examples, laws, refusals, bands and cautions."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

import pytest
from hypothesis import assume, given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.statistics import MEASURES, Measure, agreement
from interview_kit.statistics._agreement import DEMANDS, SHARES
from interview_kit.statistics._icc import mean_icc, single_icc
from interview_kit.statistics._table import read_table

NAMES: Final[tuple[Any, ...]] = (*SHARES, *DEMANDS)
#: Krippendorff (2011), Computing Krippendorff's alpha-reliability: four observers of twelve units.
OBSERVERS: Final = (
    (1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None),
    (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3),
    (None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None),
    (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None),
)
UNITS: Final = tuple(zip(*OBSERVERS, strict=True))
#: Shrout & Fleiss (1979), Intraclass correlations, table 2: six targets, four judges.
TARGETS: Final = (
    (9, 2, 5, 8),
    (6, 1, 3, 2),
    (8, 4, 6, 8),
    (7, 1, 2, 6),
    (10, 5, 6, 9),
    (6, 2, 4, 7),
)
#: Counts of two raters who said yes (1) or no (0): 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no.
GRANTS: Final = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15

TABLES: Final = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.tuples(*[st.integers(1, 5)] * width), min_size=10, max_size=25)
)


def measured(ratings: Sequence[Sequence[float | None]], name: Any) -> Measure:
    """Measure with few resamples."""
    return agreement(ratings, name, seed=1, resamples=40)


@pytest.mark.parametrize(
    ("name", "published"),
    [("alpha_nominal", 0.743), ("alpha_ordinal", 0.815), ("alpha_interval", 0.849)],
)
def test_alpha_is_that_of_its_author(name: str, published: float) -> None:
    """Krippendorff's own example has the alphas that he gives; a unit with one value is left out."""
    found = measured(UNITS, name)
    assert found.value == pytest.approx(published, abs=0.0005)
    assert (found.subjects, found.raters) == (11, 4)
    assert "some_missing" in found.cautions


def test_intraclass_correlations_are_those_of_their_authors() -> None:
    """The example of Shrout and Fleiss has the correlations that they give."""
    rows = Counter(read_table("ratings", TARGETS).rows)
    assert single_icc(rows) == pytest.approx(0.29, abs=0.005)
    assert mean_icc(rows) == pytest.approx(0.62, abs=0.005)


def test_kappa_by_hand() -> None:
    """35 of 50 agree, and half would by chance: (0.7 - 0.5) / (1 - 0.5)."""
    found = measured(GRANTS, "kappa")
    assert found.value == pytest.approx(0.4, abs=1e-12)
    assert found.bands == ("fair",)
    assert measured(GRANTS, "exact").value == 0.7


def test_shares_are_over_all_pairs() -> None:
    """Of three raters there are three pairs a subject, and one where a rating is missing."""
    rows = [(1, 1, 2), (1, 3, None)] * 5
    assert measured(rows, "exact").value == 5 / 20
    assert measured(rows, "within_one").value == 15 / 20


def test_one_apart_is_what_people_write() -> None:
    """1.1 lies one above 0.1, though their nearest binary numbers do not."""
    assert measured([(0.1, 1.1)] * 10, "within_one").value == 1.0
    assert measured([(0.1, 1.2)] * 10, "within_one").value == 0.0


@given(TABLES, st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_order_does_not_matter(rows: list[tuple[int, ...]], name: str, rng: Any) -> None:
    """Neither the order of subjects nor that of raters changes a measure."""
    found = measured(rows, name).value
    columns = [*zip(*rows, strict=True)]
    rng.shuffle(columns)
    turned = [*zip(*columns, strict=True)]
    rng.shuffle(turned)
    assert measured(turned, name).value == found


@given(TABLES, st.sampled_from([*DEMANDS]), st.sampled_from([0.1, 0.5, 3]))
def test_the_scale_does_not_matter(rows: list[tuple[int, ...]], name: str, step: float) -> None:
    """Levels that lie further apart or nearer, or start elsewhere, give the same coefficient."""
    moved = [tuple(round(7 + each * step, 1) for each in row) for row in rows]
    assert measured(moved, name).value == measured(rows, name).value


@given(TABLES, st.sampled_from([*DEMANDS]))
def test_only_full_agreement_is_one(rows: list[tuple[int, ...]], name: str) -> None:
    """A coefficient is 1 where raters always agree, and less where they do not."""
    found = measured(rows, name).value
    assume(found is not None)
    assert (found == 1.0) == all(len({*row}) == 1 for row in rows)


@given(TABLES, st.sampled_from(NAMES))
def test_a_measure_says_something_or_why_not(rows: list[tuple[int, ...]], name: str) -> None:
    """There is a value with bounds in order, or a reason and nothing else."""
    found = measured(rows, name)
    if found.refusal:
        assert found == Measure(
            name=found.name, subjects=len(rows), raters=len(rows[0]), refusal=found.refusal
        )
    else:
        assert found.low is not None
        assert found.high is not None
        assert found.low <= found.high <= 1.0


@pytest.mark.parametrize(
    ("rows", "name", "refusal"),
    [
        ([], "exact", "too_few_subjects"),
        ([(1,)] * 10, "exact", "too_few_raters"),
        ([(1, 2)] * 9, "exact", "too_few_subjects"),
        ([(1, 2)] * 9 + [(1, None)], "alpha_ordinal", "too_few_subjects"),
        ([(1, 2, 3)] * 10, "kappa", "not_two_raters"),
        ([(1, 2, 3)] * 10, "weighted_kappa", "not_two_raters"),
        ([(1, 2)] * 9 + [(1, None), (2, 1)], "icc_2_1", "incomplete"),
        ([(2, 2)] * 10, "alpha_interval", "no_variance"),
        ([(2, 2)] * 10, "icc_2_k", "no_variance"),
        ([(2, 1), (2, 3)] * 5, "kappa", "no_variance"),
        ([(1, 3), (3, 1)] * 5, "icc_2_k", "undefined"),
    ],
)
def test_refusals(rows: Any, name: Any, refusal: str) -> None:
    """Small, constant and unfit tables get a reason instead of a number."""
    found = measured(rows, name)
    assert (found.refusal, found.value, found.low, found.bands) == (refusal, None, None, ())


def test_cautions() -> None:
    """Few subjects, two raters of a correlation, gaps and a dominant value are pointed out."""
    rows = [(1, 1)] * 8 + [(2, 1), (1, 2)]
    assert measured(rows, "kappa").cautions == ("few_subjects", "one_value_dominates")
    assert measured(rows, "icc_2_1").cautions == (
        "few_subjects",
        "few_raters",
        "one_value_dominates",
    )
    assert measured(rows, "exact").cautions == ("few_subjects",)
    many = [(1, 1), (2, 3), (3, 3)] * 10
    assert measured(many, "weighted_kappa").cautions == ()
    assert measured([*many, (1, None)], "alpha_ordinal").cautions == ("some_missing",)


def test_bands_of_correlations_follow_the_interval() -> None:
    """An intraclass correlation gets all bands from its lower to its upper bound."""
    rows = [(1, 2), (2, 2), (3, 4), (4, 4), (5, 5), (2, 1), (3, 3), (4, 3), (1, 1), (5, 4)]
    found = agreement(rows, "icc_2_1", seed=1)
    assert found.low is not None
    assert 0.5 <= found.low < 0.9 < (found.high or 0.0)
    assert found.bands[-1] == "excellent"
    assert len(found.bands) > 1


def test_intervals_are_those_of_their_seed() -> None:
    """One seed gives one interval, another gives another, and the value stays."""
    first, again, other = (agreement(GRANTS, "kappa", seed=seed) for seed in (1, 1, 2))
    assert first == again
    assert (first.low, first.high) != (other.low, other.high)
    assert first.value == other.value
    assert first.low is not None
    assert first.low < 0.4 < (first.high or 0.0)


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"measure": "rwg"}, "measure"),
        ({"seed": 1.5}, "seed"),
        ({"resamples": 39}, "resamples"),
        ({"resamples": 100_001}, "resamples"),
        ({"ratings": [(1, 2), (1,)]}, "ratings"),
        ({"ratings": [(1, "dia jujur")]}, "ratings"),
        ({"ratings": [(1, float("nan"))]}, "ratings"),
        ({"ratings": [(1, True)]}, "ratings"),
        ({"ratings": "1 2"}, "ratings"),
        ({"ratings": ["12"]}, "ratings"),
    ],
)
def test_what_is_no_table_is_an_error(given: dict[str, Any], where: str) -> None:
    """Wrong arguments raise an error that names them and does not repeat what people wrote."""
    right: dict[str, Any] = {"ratings": GRANTS, "measure": "kappa", "seed": 1}
    with pytest.raises(InvalidValueError) as caught:
        agreement(**(right | given))
    assert caught.value.where == where
    assert "jujur" not in str(caught.value)


def test_all_measures_of_agreement_can_be_asked_for() -> None:
    """Every name of a measure is one of agreement, or one of items."""
    assert {*MEASURES} == {*NAMES, "kr20", "cronbach_alpha"}
