"""Agreement of a scorer with people: what is counted, refused, and drawn together."""

from typing import Any, Final

import pytest

from interview_kit import InvalidValueError
from interview_kit.statistics import Pair, weighted_kappa
from interview_kit.testing import Agreement, LevelBias
from interview_kit.testing._agreement import agreement_of

#: Twelve pairs of two levels in which both kinds of mistake occur.
TWELVE: Final[list[Pair]] = [(0, 0)] * 4 + [(4, 4)] * 4 + [(0, 4)] * 1 + [(4, 0)] * 3


def agreed(pairs: list[Pair], **given: Any) -> Agreement:
    """Compare pairs, each an answer of its own."""
    plain = {"missing": 0, "seed": 1, "purpose": "test", "resamples": 40}
    return agreement_of([[each] for each in pairs], **(plain | given))


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
