"""Agreement of two raters beyond chance: Cohen's kappa, plain and with quadratic weights."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from interview_kit.model.seeds import Seed
from interview_kit.statistics._bootstrap import bootstrap, check_resampling
from interview_kit.statistics._table import Row, present

__all__ = ["Pair", "bootstrap_interval", "plain_kappa", "quadratic_kappa", "weighted_kappa"]

#: What two raters gave one subject: their levels, or other whole numbers.
Pair = tuple[int, int]


class Sums(NamedTuple):
    """What weighted kappa needs of some pairs; those of two sets add up to those of both.

    Attributes:
        pairs: how many there are.
        first: sum of what the first rater gave.
        second: sum of what the second gave.
        squares: sum of the squares of all.
        apart: sum of the squared differences.
    """

    pairs: int
    first: int
    second: int
    squares: int
    apart: int


NOTHING: Final = Sums(0, 0, 0, 0, 0)


def _added(counted: Iterable[tuple[Sums, int]]) -> Sums:
    parts = ([value * times for value in part] for part, times in counted)
    return Sums(*map(sum, zip(NOTHING, *parts, strict=True)))


def _sums(pairs: Iterable[tuple[Pair, int]]) -> Sums:
    return _added(
        (Sums(1, a, b, a * a + b * b, (a - b) * (a - b)), times) for (a, b), times in pairs
    )


def _kappa(sums: Sums) -> float | None:
    by_chance = sums.pairs * sums.squares - 2 * sums.first * sums.second
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
    return _kappa(_sums((each, 1) for each in pairs))


def bootstrap_interval(
    clusters: Sequence[Sequence[Pair]], *, seed: Seed, purpose: str, resamples: int
) -> tuple[float, float]:
    """Give the 95 % percentile interval of weighted kappa where pairs hang together.

    Args:
        clusters: pairs that belong together, such as those of one answer; at least one. They are
            drawn whole.
        seed: the seed.
        purpose: names what is drawn for; each purpose has draws of its own.
        resamples: how many times to draw, 40 to 100,000.

    Returns:
        The lower and the upper bound: of `B` resamples the `floor((B + 1) / 40)`-th lowest and highest.

    Raises:
        InvalidValueError: if the seed is none, or there are too few or too many resamples.
    """
    check_resampling(seed, resamples)
    parts = [_sums((pair, 1) for pair in each) for each in clusters]
    return bootstrap(
        parts,
        lambda drawn: _kappa(_added(drawn.items())),
        seed=seed,
        purpose=purpose,
        resamples=resamples,
    )


def quadratic_kappa(rows: Mapping[Row, int]) -> float | None:
    """Give weighted kappa of complete rows of two, of each of which is told how often it counts."""
    return _kappa(_sums((_pair(row), times) for row, times in rows.items()))


def plain_kappa(rows: Mapping[Row, int]) -> float | None:
    """Give Cohen's kappa for categories without order.

    `kappa = (p_o - p_e) / (1 - p_e)`, with the share `p_o` of equal pairs and the share `p_e` that
    independent raters of the same habits would have.
    Source: Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological
    Measurement 20(1), 37-46.

    Args:
        rows: complete rows of two, and how often each counts.

    Returns:
        At most 1.0; `None` if chance alone makes both agree on everything.
    """
    habits: tuple[Counter[int], Counter[int]] = (Counter(), Counter())
    equal = 0
    for row, times in rows.items():
        first, second = _pair(row)
        habits[0][first] += times
        habits[1][second] += times
        equal += times * (first == second)
    count = habits[0].total()
    by_chance = sum(times * habits[1][value] for value, times in habits[0].items())
    rest = count * count - by_chance
    return (count * equal - by_chance) / rest if rest else None


def _pair(row: Row) -> Pair:
    first, second = present(row)
    return first, second
