"""How well two raters agree: weighted kappa, plain agreement, bias, and bootstrap intervals."""

import struct
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Final, Literal, NamedTuple, final, get_args

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
from interview_kit.model.seeds import Seed, salted

__all__ = [
    "REFUSALS",
    "Agreement",
    "LevelBias",
    "Pair",
    "Refusal",
    "agreement_of",
    "bootstrap_interval",
    "weighted_kappa",
]

#: The level that people gave, and the one that the scorer gave.
Pair = tuple[int, int]

#: Why there is no kappa: there are fewer than ten pairs; one side gives a single level, so that
#: agreement cannot be told from habit; the levels come from scales that differ.
Refusal = Literal["too_few", "no_variance", "several_scales"]
REFUSALS: Final[tuple[Refusal, ...]] = get_args(Refusal)

#: Fewest pairs of which anything is said: with fewer, one answer moves kappa by a tenth or more.
MIN_PAIRS: Final = 10
#: Of so many resamples one lies outside of a 95 % interval on each side.
ONE_OUTSIDE: Final = 40
#: Random words in one digest, and bits of a word.
WORDS: Final = 8
BITS: Final = 64
#: Most pairs of one criterion; a bound for the field only.
MOST_PAIRS: Final = 1_000_000_000
#: The highest level of any scale, and so the largest bias, in levels.
MOST_BIAS: Final = 100.0


class Sums(NamedTuple):
    """What kappa needs of some pairs; those of two sets add up to those of both.

    Attributes:
        pairs: how many there are.
        gold: sum of the levels that people gave.
        given: sum of the levels that the scorer gave.
        squares: sum of the squares of all levels.
        apart: sum of the squared differences.
    """

    pairs: int
    gold: int
    given: int
    squares: int
    apart: int


def _sums(pairs: Iterable[Pair]) -> Sums:
    parts = [(1, g, s, g * g + s * s, (g - s) * (g - s)) for g, s in pairs]
    return Sums(*map(sum, zip(*parts, strict=True))) if parts else Sums(0, 0, 0, 0, 0)


def _kappa(sums: Sums) -> float | None:
    by_chance = sums.pairs * sums.squares - 2 * sums.gold * sums.given
    # Whole numbers up to the one division: the result is the same bits on every platform.
    return 1 - sums.pairs * sums.apart / by_chance if by_chance else None


def weighted_kappa(pairs: Sequence[Pair]) -> float | None:
    """Give Cohen's kappa with quadratic weights.

    `kappa = 1 - sum(w_ij * o_ij) / sum(w_ij * e_ij)` with `w_ij = (i - j)^2`, the counts `o_ij` of
    pairs of the levels `i` and `j`, and `e_ij = n_i. * n_.j / n`, what independent raters of the same
    habits would have. In sums over the `n` pairs `(g, s)` this is
    `1 - n * sum((g - s)^2) / (n * sum(g^2 + s^2) - 2 * sum(g) * sum(s))`.
    Source: Cohen (1968), Weighted kappa, Psychological Bulletin 70(4), 213-220.

    Args:
        pairs: pairs of two levels, any number of them.

    Returns:
        At most 1.0, which is full agreement; 0.0 is that of chance; `None` if all levels of both
        raters are the same one, or there are none.

    >>> weighted_kappa([(0, 0), (1, 1), (2, 1), (4, 4)])
    0.9444444444444444
    """
    return _kappa(_sums(pairs))


def bootstrap_interval(
    clusters: Sequence[Sequence[Pair]], *, seed: Seed, purpose: str, resamples: int
) -> tuple[float, float]:
    """Give the 95 % percentile interval of kappa.

    Clusters are drawn with replacement, as many as there are; with `k = floor((B + 1) / 40)` the
    bounds are the `k`-th lowest and the `k`-th highest of the `B` kappas. A resample of which kappa is
    not defined, since all its levels are one, counts as 0.0: it shows no agreement beyond chance.
    Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapters 12.5 and 13.3.

    Args:
        clusters: pairs that belong together, such as those of one answer; at least one.
        seed: the seed.
        purpose: names what is drawn for; each purpose has draws of its own.
        resamples: how many times to draw, from 40.

    Returns:
        The lower and the upper bound.
    """
    parts = [_sums(each) for each in clusters]
    salt = salted(seed, purpose)
    kappas = sorted(
        _kappa(_resampled(parts, _draws(salt, each, len(parts)))) or 0.0
        for each in range(resamples)
    )
    rank = (resamples + 1) // ONE_OUTSIDE
    return kappas[rank - 1], kappas[-rank]


def _resampled(parts: Sequence[Sums], chosen: Iterable[int]) -> Sums:
    # Equal parts are many, since levels are few: each is added once, times how often it came.
    counted = Counter(map(parts.__getitem__, chosen)).items()
    columns = zip(*([value * times for value in part] for part, times in counted), strict=True)
    return Sums(*map(sum, columns))


def _draws(salt: bytes, resample: int, count: int) -> list[int]:
    """Draw so many of so many, with replacement, the same on every platform.

    The methods of `random.Random` may draw otherwise in another version of Python; hashes may not.
    The chance of each differs from an equal share by less than 2^-64.
    """
    blocks = range(-(-count // WORDS))
    digests = (blake2b(f"{resample}:{each}".encode(), salt=salt).digest() for each in blocks)
    words = [word for digest in digests for word in struct.unpack(f">{WORDS}Q", digest)]
    return [word * count >> BITS for word in words[:count]]


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
