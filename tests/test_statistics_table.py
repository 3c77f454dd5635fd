"""Numbers as people write them become whole ones without loss."""

from fractions import Fraction

from hypothesis import given, strategies as st

from interview_kit.statistics._table import read_table, whole

NUMBERS = st.one_of(st.integers(-(10**6), 10**20), st.floats(allow_nan=False, allow_infinity=False))


@given(st.lists(NUMBERS, max_size=5))
def test_whole_numbers_are_the_decimals_written(numbers: list[float]) -> None:
    """Each number over the unit is the decimal that Python shows for it."""
    units, unit = whole(numbers)
    assert [Fraction(each, unit) for each in units] == [Fraction(repr(each)) for each in numbers]


def test_tables_keep_their_gaps() -> None:
    """Gaps stay where they are, and numbers share a unit."""
    table = read_table("t", [(1, None, 2.5), [None, 0.25, 0]])
    assert table.rows == ((100, None, 250), (None, 25, 0))
    assert (table.unit, table.width) == (100, 3)
    assert read_table("t", []).rows == ()
