"""Krippendorff's alpha: agreement of any number of raters, with gaps in the table."""

from collections import Counter
from collections.abc import Callable, Mapping
from math import lcm

from interview_kit.statistics._table import Row, present

__all__ = ["interval_alpha", "nominal_alpha", "ordinal_alpha"]

#: Tells how far numbers that are counted lie apart: the sum over all pairs of them, both ways.
Spread = Callable[[Counter[int]], int]


def nominal_alpha(rows: Mapping[Row, int]) -> float | None:
    """Give alpha for categories without order: two values are the same or not."""
    return _alpha(rows, _unlike)


def interval_alpha(rows: Mapping[Row, int]) -> float | None:
    """Give alpha for numbers whose differences count: they are squared."""
    return _alpha(rows, _squares)


def ordinal_alpha(rows: Mapping[Row, int]) -> float | None:
    """Give alpha for levels in order: what lies between two levels counts by how often it is given.

    The ordinal difference of Krippendorff, `(n_c / 2 + ... + n_k / 2)^2` with all counts between, is
    the squared difference of the middle ranks of the two levels.
    """
    counted = _counted(rows)
    ranks: dict[int, int] = {}
    below = 0
    for value in sorted(counted):
        ranks[value] = 2 * below + counted[value]
        below += counted[value]
    # Gaps stay, so that no two rows become one.
    return interval_alpha(
        {
            tuple(None if each is None else ranks[each] for each in row): times
            for row, times in rows.items()
        }
    )


def _alpha(rows: Mapping[Row, int], spread: Spread) -> float | None:
    """Compute alpha from how far values lie apart within subjects, and altogether.

    `alpha = 1 - (n - 1) * sum(d_u / (m_u - 1)) / d`, with the `m_u` values of subject `u`, the sum
    `d_u` of the differences between them, and `n` and `d` for the values of all subjects together.
    Source: Krippendorff (2011), Computing Krippendorff's alpha-reliability, University of
    Pennsylvania.

    Args:
        rows: rows of two values at least, and how often each counts.
        spread: sums up differences.

    Returns:
        At most 1.0, which is full agreement; 0.0 is that of chance; `None` if all values are the same.
    """
    counted = _counted(rows)
    altogether = spread(counted)
    common = lcm(*(len(present(row)) - 1 for row in rows))
    within = sum(
        times * spread(Counter(values)) * (common // (len(values) - 1))
        for values, times in ((present(row), times) for row, times in rows.items())
    )
    count = counted.total() - 1
    return 1 - count * within / (common * altogether) if altogether else None


def _counted(rows: Mapping[Row, int]) -> Counter[int]:
    counted: Counter[int] = Counter()
    for row, times in rows.items():
        for value in present(row):
            counted[value] += times
    return counted


def _unlike(counted: Counter[int]) -> int:
    return counted.total() ** 2 - sum(times * times for times in counted.values())


def _squares(counted: Counter[int]) -> int:
    squares = sum(times * value * value for value, times in counted.items())
    total = sum(times * value for value, times in counted.items())
    return 2 * (counted.total() * squares - total * total)
