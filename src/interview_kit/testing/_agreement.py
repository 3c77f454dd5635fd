"""How well a scorer agrees with people: weighted kappa with its interval, and plain figures."""

from collections.abc import Sequence
from typing import Final, Literal, final, get_args

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model import Value
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    instances_of,
    number,
    one_of,
    or_none,
    whole_number,
)
from interview_kit.model.seeds import Seed
from interview_kit.statistics import Pair, bootstrap_interval, weighted_kappa

__all__ = [
    "REFUSALS",
    "Agreement",
    "LevelBias",
    "Refusal",
    "agreement_of",
]

#: Why there is no kappa: there are fewer than ten pairs; one side gives a single level, so that
#: agreement cannot be told from habit; the levels come from scales that differ.
Refusal = Literal["too_few", "no_variance", "several_scales"]
REFUSALS: Final[tuple[Refusal, ...]] = get_args(Refusal)

#: Fewest pairs of which anything is said: with fewer, one answer moves kappa by a tenth or more.
MIN_PAIRS: Final = 10
#: Most pairs of one criterion; a bound for the field only.
MOST_PAIRS: Final = 1_000_000_000
#: The highest level of any scale, and so the largest bias, in levels.
MOST_BIAS: Final = 100.0


@final
@frozen(kw_only=True, eq=False, repr=False)
class LevelBias(Value):
    """How a scorer judges what people put at one level.

    Attributes:
        level: the level that people gave.
        pairs: how many answers they put there, from 1.
        bias: what the scorer gives more than they, in levels, on average; below zero for less.
    """

    level: int = field(validator=whole_number(0, 100))
    pairs: int = field(validator=whole_number(1, MOST_PAIRS))
    bias: float = field(validator=number(-MOST_BIAS, MOST_BIAS))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Agreement(Value):
    """How well a scorer agrees with people.

    Attributes:
        pairs: how many levels of theirs stand beside a level of the scorer that counts.
        missing: how many do not, since the scorer gave none that counts.
        refusal: why there is no kappa; none if there is.
        kappa: weighted kappa, at most 1.0.
        low: lower bound of its 95 % interval.
        high: upper bound of its 95 % interval.
        exact: share of equal levels, 0 to 1; none if there are too few pairs, as all that follows.
        within_one: share of levels that lie at most one apart, 0 to 1.
        bias: what the scorer gives more, in levels, on average; below zero for less.
        by_level: the same by the level that people gave, lowest first.
    """

    pairs: int = field(validator=whole_number(0, MOST_PAIRS))
    missing: int = field(default=0, validator=whole_number(0, MOST_PAIRS))
    refusal: Refusal | None = field(default=None, validator=or_none(one_of(REFUSALS)))
    kappa: float | None = field(default=None, validator=or_none(number(-1.0, 1.0)))
    low: float | None = field(default=None, validator=or_none(number(-1.0, 1.0)))
    high: float | None = field(default=None, validator=or_none(number(-1.0, 1.0)))
    exact: float | None = field(default=None, validator=or_none(check_share))
    within_one: float | None = field(default=None, validator=or_none(check_share))
    bias: float | None = field(default=None, validator=or_none(number(-MOST_BIAS, MOST_BIAS)))
    by_level: tuple[LevelBias, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(LevelBias)
    )

    def __attrs_post_init__(self) -> None:
        kappas = [each is None for each in (self.kappa, self.low, self.high)]
        if set(kappas) != {self.refusal is not None}:
            found = "a refusal beside kappa" if self.refusal else "neither kappa nor a refusal"
            allowed = "kappa with its interval, or a refusal"
            raise InvalidValueError("Agreement.kappa", found, allowed)


def agreement_of(
    clusters: Sequence[Sequence[Pair]], *, missing: int, seed: Seed, purpose: str, resamples: int
) -> Agreement:
    """Compare the levels of a scorer with those of people.

    Args:
        clusters: pairs that belong together, such as those of one answer.
        missing: how many levels of people have no other beside them.
        seed: seed of the bootstrap.
        purpose: names what is compared; see `bootstrap_interval`.
        resamples: how many times to draw.

    Returns:
        The agreement; with fewer than 10 pairs their number only, and without kappa if one side gives
        a single level.
    """
    pairs = [pair for each in clusters for pair in each]
    if len(pairs) < MIN_PAIRS:
        return Agreement(pairs=len(pairs), missing=missing, refusal="too_few")
    refusal: Refusal | None = None
    kappa, low, high = weighted_kappa(pairs), None, None
    if min(len({*side}) for side in zip(*pairs, strict=True)) == 1:
        kappa, refusal = None, "no_variance"
    else:
        filled = [each for each in clusters if each]
        low, high = bootstrap_interval(filled, seed=seed, purpose=purpose, resamples=resamples)
    return Agreement(
        pairs=len(pairs),
        missing=missing,
        refusal=refusal,
        kappa=kappa,
        low=low,
        high=high,
        exact=sum(g == s for g, s in pairs) / len(pairs),
        within_one=sum(abs(g - s) <= 1 for g, s in pairs) / len(pairs),
        bias=_bias(pairs),
        by_level=_by_level(pairs),
    )


def _bias(pairs: Sequence[Pair]) -> float:
    return sum(given - gold for gold, given in pairs) / len(pairs)


def _by_level(pairs: Sequence[Pair]) -> tuple[LevelBias, ...]:
    levels = sorted({gold for gold, _ in pairs})
    own = {level: [pair for pair in pairs if pair[0] == level] for level in levels}
    return tuple(
        LevelBias(level=level, pairs=len(found), bias=_bias(found)) for level, found in own.items()
    )
