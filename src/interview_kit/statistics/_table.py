"""Tables of numbers as people write them, brought to whole numbers so that sums are exact."""

from collections.abc import Iterable, Sequence
from itertools import chain
from math import isfinite
from typing import Final, NamedTuple, TypeVar

from interview_kit.errors import InvalidValueError

__all__ = ["Cell", "Numbers", "Row", "Table", "check_width", "present", "read_table", "whole"]

#: A table as callers give it: one row for each subject, one column for each rater or item; `None`
#: stands where nothing was assessed.
Numbers = Sequence[Sequence[float | None]]
#: What stands in one place of it, in whole units.
Cell = int | None
Row = tuple[Cell, ...]

BASE: Final = 10
T = TypeVar("T")


class Table(NamedTuple):
    """A table in whole numbers of one unit.

    Attributes:
        rows: the rows, all of one length.
        unit: how many units make 1, a power of ten.
        width: how many columns there are.
    """

    rows: tuple[Row, ...]
    unit: int
    width: int


def read_table(place: str, numbers: Numbers) -> Table:
    """Read a table exactly: 1.1 is eleven tenths, as whoever typed it meant.

    Args:
        place: names the table in messages.
        numbers: its rows.

    Returns:
        The table in the largest unit, of 1, 0.1, 0.01 and so on, that fits all its numbers.

    Raises:
        InvalidValueError: if it is no list of rows of one length, or holds anything but finite
            numbers and `None`.
    """
    rows = [_row(place, each) for each in _members(place, numbers, "a list of rows")]
    widths = {len(each) for each in rows}
    if len(widths) > 1:
        raise InvalidValueError(place, f"rows of {sorted(widths)}", "rows of one length")
    units, unit = whole(each for each in chain.from_iterable(rows) if each is not None)
    found = iter(units)
    return Table(
        tuple(tuple(None if each is None else next(found) for each in row) for row in rows),
        unit,
        *(widths or {0}),
    )


def check_width(place: str, table: Table, names: Sequence[str]) -> None:
    """Check that a table has a column for each name; a table without rows has any."""
    if table.rows and table.width != len(names):
        raise InvalidValueError(place, f"rows of {table.width}", f"rows of {len(names)}, as named")


def present(row: Row) -> list[int]:
    """Give what stands in a row, without the gaps."""
    return [each for each in row if each is not None]


def whole(numbers: Iterable[float]) -> tuple[list[int], int]:
    """Bring numbers to whole ones.

    Args:
        numbers: any finite numbers.

    Returns:
        The numbers in one unit, and how many of the unit make 1.

    >>> whole([0.5, 3, 1.25])
    ([50, 300, 125], 100)
    """
    parts = [_decimal(each) for each in numbers]
    places = max([0, *(own for _, own in parts)])
    return [digits * BASE ** (places - own) for digits, own in parts], BASE**places


def _decimal(number: float) -> tuple[int, int]:
    """Give the shortest decimal that reads as a number: its digits, and how many are decimals."""
    mantissa, _, exponent = repr(number).partition("e")
    before, _, after = mantissa.partition(".")
    return int(before + after), len(after) - int(exponent or 0)


def _row(place: str, row: Sequence[float | None]) -> list[float | None]:
    cells = list(_members(place, row, "rows of numbers"))
    for each in cells:
        number = type(each) is int or (type(each) is float and isfinite(each))
        if each is not None and not number:
            # What it says is not shown: it may be what somebody said of a candidate.
            found = "a number without end" if isinstance(each, float) else type(each).__name__
            raise InvalidValueError(place, found, "finite numbers, or None", rule="wrong-type")
    return cells


def _members(place: str, given: Sequence[T], allowed: str) -> Sequence[T]:
    if not isinstance(given, list | tuple):
        raise InvalidValueError(place, type(given).__name__, allowed, rule="wrong-type")
    return given
