"""Weighted kappa: tables worked out by hand, laws, and intervals by resampling."""

from fractions import Fraction
from itertools import product
from typing import Final

import pytest
from hypothesis import assume, given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.model.seeds import salted
from interview_kit.statistics import Pair, bootstrap_interval, weighted_kappa
from interview_kit.statistics._bootstrap import _draws

LEVELS: Final = st.integers(0, 4)
PAIRS: Final = st.lists(st.tuples(LEVELS, LEVELS), min_size=1, max_size=40)
#: Twelve pairs of two levels in which both kinds of mistake occur.
TWELVE: Final[list[Pair]] = [(0, 0)] * 4 + [(4, 4)] * 4 + [(0, 4)] * 1 + [(4, 0)] * 3


def kappa_by_table(pairs: list[Pair]) -> Fraction | None:
    """Compute kappa by its definition: the table of counts, and the one that chance would give."""
    levels = sorted({level for pair in pairs for level in pair})
    cells = list(product(levels, levels))
    observed = {cell: pairs.count(cell) for cell in cells}
    gold = {level: sum(g == level for g, _ in pairs) for level in levels}
    given = {level: sum(s == level for _, s in pairs) for level in levels}
    apart = sum((i - j) ** 2 * observed[i, j] for i, j in cells)
    by_chance = sum(Fraction((i - j) ** 2 * gold[i] * given[j], len(pairs)) for i, j in cells)
    return 1 - Fraction(apart) / by_chance if by_chance else None


@given(PAIRS)
def test_kappa_is_that_of_the_table(pairs: list[Pair]) -> None:
    """The sums give what the definition gives, on any pairs."""
    expected = kappa_by_table(pairs)
    found = weighted_kappa(pairs)
    if expected is None:
        assert found is None
    else:
        assert found == pytest.approx(float(expected), abs=1e-12)


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        # Rows of 5 and 7, columns of 7 and 5: 4 x 16 observed, (5 x 5 + 7 x 7) / 12 x 16 by chance.
        (TWELVE, 1 - Fraction(64 * 12, 74 * 16)),
        # One side does not vary, and there is nothing but chance.
        ([(0, 0), (0, 1), (0, 0), (0, 1)], Fraction(0)),
        # Each level with its opposite: as far from agreement as there is.
        ([(0, 4), (4, 0)], Fraction(-1)),
        # One is off by one: 1 observed; rows 1, 1, 1 and columns 1, 2: (0+2 + 1+0 + 4+2) / 3 by chance.
        ([(0, 0), (1, 1), (2, 1)], 1 - Fraction(3, 9)),
    ],
)
def test_kappa_of_tables_by_hand(pairs: list[Pair], kappa: Fraction) -> None:
    """Small tables have the kappa that pencil and paper give."""
    assert weighted_kappa(pairs) == pytest.approx(float(kappa), abs=1e-12)
    assert kappa_by_table(pairs) == kappa


@given(PAIRS)
def test_kappa_is_symmetric(pairs: list[Pair]) -> None:
    """It does not matter which of the two raters is called the first."""
    assert weighted_kappa(pairs) == weighted_kappa([(s, g) for g, s in pairs])


@given(PAIRS, st.integers(1, 20), st.integers(1, 5))
def test_kappa_does_not_depend_on_the_scale(pairs: list[Pair], by: int, times: int) -> None:
    """Levels that all move up, or that all lie further apart, give the same kappa."""
    moved = [(times * g + by, times * s + by) for g, s in pairs]
    assert weighted_kappa(moved) == weighted_kappa(pairs)


@given(st.lists(LEVELS, min_size=2, max_size=30))
def test_full_agreement_is_one(levels: list[int]) -> None:
    """Who always agrees has 1.0, unless there is one level only, of which nothing can be said."""
    found = weighted_kappa([(level, level) for level in levels])
    assert found == (1.0 if len({*levels}) > 1 else None)


@given(PAIRS)
def test_kappa_stays_in_its_bounds(pairs: list[Pair]) -> None:
    """Kappa lies from -1 to 1, and is 1 for full agreement only."""
    found = weighted_kappa(pairs)
    assume(found is not None)
    assert found is not None
    assert -1.0 <= found <= 1.0
    assert (found == 1.0) == all(g == s for g, s in pairs)


def test_no_pairs_have_no_kappa() -> None:
    """Where nothing is compared there is nothing to say."""
    assert weighted_kappa([]) is None


@given(
    st.lists(st.lists(st.tuples(LEVELS, LEVELS), max_size=4), min_size=1, max_size=12),
    st.integers(40, 60),
)
def test_intervals_are_those_of_the_resamples(clusters: list[list[Pair]], resamples: int) -> None:
    """Of up to 78 resamples, the bounds are the lowest and the highest kappa."""
    low, high = bootstrap_interval(clusters, seed=7, purpose="p", resamples=resamples)
    kappas: list[float] = []
    for number in range(resamples):
        chosen = _draws(salted(7, "p"), number, len(clusters))
        pairs = [pair for each in chosen for pair in clusters[each]]
        kappas.append(weighted_kappa(pairs) or 0.0)
    assert (low, high) == (min(kappas), max(kappas))


def test_intervals_leave_out_one_in_twenty() -> None:
    """Of 399 kappas the bounds are the tenth from below and the tenth from above."""
    clusters = [[pair] for pair in TWELVE]
    low, high = bootstrap_interval(clusters, seed="s", purpose="p", resamples=399)
    draws = (_draws(salted("s", "p"), number, 12) for number in range(399))
    kappas = sorted(weighted_kappa([TWELVE[each] for each in chosen]) or 0.0 for chosen in draws)
    assert (low, high) == (kappas[9], kappas[-10])
    assert low < (weighted_kappa(TWELVE) or 0.0) < high


def test_intervals_need_resamples() -> None:
    """Of fewer than 40 resamples none is the 2.5 % lowest."""
    with pytest.raises(InvalidValueError):
        bootstrap_interval([TWELVE], seed=1, purpose="p", resamples=39)


def test_intervals_are_those_of_their_seed() -> None:
    """One seed and purpose give one interval; another of either gives another."""
    clusters = [[pair] for pair in TWELVE]
    found = [
        bootstrap_interval(clusters, seed=seed, purpose=purpose, resamples=100)
        for seed, purpose in ((1, "a"), (1, "a"), (2, "a"), (1, "b"), ("1", "a"))
    ]
    assert found[0] == found[1]
    assert len({*found}) == 4
