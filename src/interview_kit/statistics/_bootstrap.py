"""Seeded bootstrap intervals, the same on every platform."""

import struct
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from hashlib import blake2b
from typing import Final, TypeVar

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import shown
from interview_kit.model.seeds import Seed, check_seed, salted

__all__ = ["Coefficient", "bootstrap", "check_resampling"]

#: Of so many resamples one lies outside of a 95 % interval on each side.
ONE_OUTSIDE: Final = 40
#: Random words in one digest, and bits of a word.
WORDS: Final = 8
BITS: Final = 64
#: Fewest resamples, of which the 2.5 % lowest are one, and most, which take minutes.
FEWEST_RESAMPLES: Final = ONE_OUTSIDE
MOST_RESAMPLES: Final = 100_000

U = TypeVar("U", bound=Hashable)
#: Computes a coefficient of units, of each of which is told how often it counts.
Coefficient = Callable[[Mapping[U, int]], float | None]


def check_resampling(seed: Seed, resamples: int) -> None:
    """Check what intervals are drawn with.

    Raises:
        InvalidValueError: if the seed is none, or there are too few or too many resamples.
    """
    check_seed(seed)
    if type(resamples) is not int or not FEWEST_RESAMPLES <= resamples <= MOST_RESAMPLES:
        allowed = f"a whole number from {FEWEST_RESAMPLES} to {MOST_RESAMPLES}"
        raise InvalidValueError("resamples", shown(resamples), allowed, rule="out-of-range")


def bootstrap(
    units: Sequence[U], coefficient: Coefficient[U], *, seed: Seed, purpose: str, resamples: int
) -> tuple[float, float]:
    """Give the 95 % percentile interval of a coefficient.

    Units are drawn with replacement, as many as there are; with `k = floor((B + 1) / 40)` the bounds
    are the `k`-th lowest and the `k`-th highest of the `B` coefficients. A resample of which the
    coefficient is not defined, such as one whose ratings are all the same, counts as 0.0: it shows
    no agreement beyond chance.
    Source: Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapters 12.5 and 13.3.

    Args:
        units: what is drawn, such as subjects; at least one.
        coefficient: computes the coefficient of units that are counted.
        seed: the seed.
        purpose: names what is drawn for; each purpose has draws of its own.
        resamples: how many times to draw, from 40.

    Returns:
        The lower and the upper bound.
    """
    salt = salted(seed, purpose)
    # Equal units are many, since levels are few: each is looked at once, with how often it came.
    drawn = (
        Counter(map(units.__getitem__, _draws(salt, each, len(units)))) for each in range(resamples)
    )
    found = sorted(coefficient(each) or 0.0 for each in drawn)
    rank = (resamples + 1) // ONE_OUTSIDE
    return found[rank - 1], found[-rank]


def _draws(salt: bytes, resample: int, count: int) -> list[int]:
    """Draw so many of so many, with replacement, the same on every platform.

    The methods of `random.Random` may draw otherwise in another version of Python; hashes may not.
    The chance of each differs from an equal share by less than 2^-64.
    """
    blocks = range(-(-count // WORDS))
    digests = (blake2b(f"{resample}:{each}".encode(), salt=salt).digest() for each in blocks)
    words = [word for digest in digests for word in struct.unpack(f">{WORDS}Q", digest)]
    return [word * count >> BITS for word in words[:count]]
