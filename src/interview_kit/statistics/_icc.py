"""Intraclass correlation: absolute agreement of raters drawn at random, each rating every subject."""

from collections.abc import Mapping
from typing import NamedTuple

from interview_kit.statistics._table import Row, present

__all__ = ["mean_icc", "single_icc"]


class Squares(NamedTuple):
    """Mean squares of a two-way table, all times the same whole number.

    Attributes:
        subjects: how many subjects there are.
        raters: how many raters there are.
        between: that between subjects.
        apart: that between raters.
        rest: that of what remains.
    """

    subjects: int
    raters: int
    between: int
    apart: int
    rest: int


def _squares(rows: Mapping[Row, int]) -> Squares:
    counted = [(present(row), times) for row, times in rows.items()]
    count, width = sum(rows.values()), len(counted[0][0])
    columns = [sum(values[place] * times for values, times in counted) for place in range(width)]
    total = sum(columns)
    each = sum(times * sum(value * value for value in values) for values, times in counted)
    by_row = count * sum(times * sum(values) ** 2 for values, times in counted)
    by_column = width * sum(value * value for value in columns)
    # Sums of squares times count * width, so that they stay whole.
    between, raters = by_row - total * total, by_column - total * total
    rest = count * width * each - by_row - by_column + total * total
    return Squares(count, width, between * (width - 1), raters * (count - 1), rest)


def single_icc(rows: Mapping[Row, int]) -> float | None:
    """Give ICC(2,1): how reliable one rater is.

    `(MSR - MSE) / (MSR + (k - 1) * MSE + k * (MSC - MSE) / n)`, with the mean squares between
    subjects, between raters and of the rest, `k` raters and `n` subjects.
    Source: Shrout & Fleiss (1979), Intraclass correlations, Psychological Bulletin 86(2), 420-428.

    Args:
        rows: complete rows of two values at least, and how often each counts.

    Returns:
        At most 1.0, which is full agreement; `None` if all values are the same.
    """
    n, k, between, raters, rest = _squares(rows)
    return _ratio(n * (between - rest), n * (between + (k - 1) * rest) + k * (raters - rest))


def mean_icc(rows: Mapping[Row, int]) -> float | None:
    """Give ICC(2,k): how reliable the mean of all raters is.

    `(MSR - MSE) / (MSR + (MSC - MSE) / n)`, with the mean squares as in `single_icc`.
    Source: Shrout & Fleiss (1979), as there.

    Args:
        rows: complete rows of two values at least, and how often each counts.

    Returns:
        At most 1.0; `None` if all values are the same, or if the rest outweighs all else, where the
        formula gives no reliability.
    """
    n, _, between, raters, rest = _squares(rows)
    return _ratio(n * (between - rest), n * between + raters - rest)


def _ratio(above: int, below: int) -> float | None:
    return above / below if below > 0 else None
