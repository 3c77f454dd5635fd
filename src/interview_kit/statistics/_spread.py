"""Spread and correlation of whole numbers, exact up to one division and one root."""

from collections.abc import Sequence
from math import copysign, sqrt

__all__ = ["correlation", "deviation", "scatter"]


def scatter(values: Sequence[int]) -> int:
    """Give the sum of squared distances from the mean, times how many values there are."""
    return len(values) * sum(each * each for each in values) - sum(values) ** 2


def deviation(values: Sequence[int], unit: int) -> float:
    """Give the standard deviation of a sample.

    Args:
        values: at least two values, in units.
        unit: how many units make 1.

    Returns:
        `sqrt(sum((x - mean)^2) / (n - 1))`, where 1 is one of what the values count.

    >>> deviation([10, 20, 30], 10)
    1.0
    """
    count = len(values)
    return sqrt(scatter(values) / (count * (count - 1) * unit * unit))


def correlation(first: Sequence[int], second: Sequence[int]) -> float | None:
    """Give Pearson's correlation; where one side is 0 or 1 it is the point-biserial one.

    Args:
        first: values.
        second: as many others.

    Returns:
        -1.0 to 1.0; `None` if one side does not vary.

    >>> correlation([0, 0, 1, 1], [1, 2, 3, 4])
    0.8944271909999159
    """
    below = scatter(first) * scatter(second)
    if not below:
        return None
    products = sum(a * b for a, b in zip(first, second, strict=True))
    together = len(first) * products - sum(first) * sum(second)
    return copysign(sqrt(together * together / below), together)
