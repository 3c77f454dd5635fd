"""Agreement of two raters: kappa against tables worked out by hand, and intervals by resampling."""

from fractions import Fraction
from itertools import product
from typing import Any, Final

import pytest
from hypothesis import assume, given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.model.seeds import salted
from interview_kit.testing import Agreement, LevelBias, weighted_kappa
from interview_kit.testing._agreement import (
    Pair,
    _draws,
    agreement_of,
    bootstrap_interval,
)
from quiz_banks import is_uniform

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


def agreed(pairs: list[Pair], **given: Any) -> Agreement:
    """Compare pairs, each an answer of its own."""
    plain = {"missing": 0, "seed": 1, "purpose": "test", "resamples": 40}
    return agreement_of([[each] for each in pairs], **(plain | given))


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


def test_intervals_are_those_of_their_seed() -> None:
    """One seed and purpose give one interval; another of either gives another."""
    clusters = [[pair] for pair in TWELVE]
    found = [
        bootstrap_interval(clusters, seed=seed, purpose=purpose, resamples=100)
        for seed, purpose in ((1, "a"), (1, "a"), (2, "a"), (1, "b"), ("1", "a"))
    ]
    assert found[0] == found[1]
    assert len({*found}) == 4


def test_draws_are_even() -> None:
    """Each of six is drawn equally often, in whatever place, and every resample is another."""
    salt = salted(3, "dice")
    draws = [_draws(salt, number, 6) for number in range(1_000)]
    assert is_uniform((each for drawn in draws for each in drawn), 6)
    assert is_uniform((drawn[5] for drawn in draws), 6)
    assert len({tuple(each) for each in draws}) > 900


def test_draws_are_the_same_for_ever() -> None:
    """The draws of a seed are those of this test on every platform and version."""
    assert _draws(salted(1, "pinned"), 0, 12) == [1, 0, 6, 7, 6, 6, 0, 9, 1, 6, 1, 5]


def test_agreement_counts_and_averages() -> None:
    """Exact and near agreement, bias and bias by level are those that one can count."""
    pairs = [
        (0, 0),
        (0, 1),
        (1, 1),
        (1, 3),
        (2, 2),
        (2, 2),
        (3, 2),
        (3, 3),
        (4, 4),
        (4, 3),
        (4, 4),
        (4, 2),
    ]
    found = agreed(pairs, missing=3)
    assert (found.pairs, found.missing, found.refusal) == (12, 3, None)
    assert found.kappa == weighted_kappa(pairs)
    assert (found.exact, found.within_one) == (7 / 12, 10 / 12)
    assert found.bias == -1 / 12
    assert [(each.level, each.pairs, each.bias) for each in found.by_level] == [
        (0, 2, 0.5),
        (1, 2, 1.0),
        (2, 2, 0.0),
        (3, 2, -0.5),
        (4, 4, -0.75),
    ]


def test_few_pairs_are_refused() -> None:
    """Of nine pairs only their number is told, of ten all."""
    ten = [(level, level) for level in range(5)] * 2
    assert agreed(ten[:9], missing=1) == Agreement(pairs=9, missing=1, refusal="too_few")
    assert agreed([]) == Agreement(pairs=0, refusal="too_few")
    assert (agreed(ten).kappa, agreed(ten).low, agreed(ten).high) == (1.0, 1.0, 1.0)


@pytest.mark.parametrize(
    ("pairs", "exact", "bias"),
    [
        ([(level, 2) for level in range(5)] * 2, 0.2, 0.0),
        ([(3, level) for level in range(5)] * 2, 0.2, -1.0),
        ([(2, 2)] * 10, 1.0, 0.0),
    ],
)
def test_a_single_level_is_refused(pairs: list[Pair], exact: float, bias: float) -> None:
    """Whoever gives all the same level gets no kappa; what can be counted is counted all the same."""
    found = agreed(pairs)
    assert (found.refusal, found.kappa, found.low, found.high) == ("no_variance", None, None, None)
    assert (found.exact, found.bias) == (exact, bias)


def test_clusters_are_drawn_whole() -> None:
    """Pairs of one answer stay together: all in one cluster have no interval to speak of."""
    whole = agreement_of([TWELVE, []], missing=0, seed=1, purpose="p", resamples=40)
    assert whole.kappa is not None
    assert (whole.low, whole.high) == (whole.kappa, whole.kappa)
    apart = agreed(TWELVE)
    assert apart.kappa == whole.kappa
    assert (apart.low, apart.high) != (whole.low, whole.high)


@pytest.mark.parametrize(
    "given",
    [
        {"pairs": 12},
        {"pairs": 12, "kappa": 0.5},
        {"pairs": 12, "kappa": 0.5, "low": 0.4, "high": 0.6, "refusal": "too_few"},
        {"pairs": 12, "kappa": 1.5, "low": 0.4, "high": 0.6},
        {"pairs": 12, "kappa": float("nan"), "low": 0.4, "high": 0.6},
        {"pairs": -1, "refusal": "too_few"},
        {"pairs": 12, "refusal": "bad_luck"},
        {"pairs": 12, "refusal": "no_variance", "exact": 1.5},
        {"pairs": 12, "refusal": "no_variance", "bias": float("inf")},
    ],
)
def test_agreement_cannot_be_unsound(given: dict[str, Any]) -> None:
    """There is kappa with its interval, or a refusal, and every number keeps its bounds."""
    with pytest.raises(InvalidValueError):
        Agreement(**given)


def test_biases_cannot_be_unsound() -> None:
    """A bias is a number of some pairs."""
    with pytest.raises(InvalidValueError):
        LevelBias(level=1, pairs=0, bias=0.5)
    with pytest.raises(InvalidValueError):
        LevelBias(level=1, pairs=1, bias=float("nan"))
