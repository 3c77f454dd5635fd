"""Rating tables in which one error shows."""

from itertools import product

import pytest

from interview_kit.knowledge._rater_tables import (
    CLEAR,
    FAINT,
    SHOWN,
    errors_in,
    measures,
    rating_table,
)

#: Three marks for each of five candidates.
SPREAD = ((1, 2, 1), (2, 3, 1), (3, 3, 4), (4, 5, 3), (5, 4, 5))


@pytest.mark.parametrize(("error", "place"), [*product(SHOWN, range(6))])
def test_a_table_shows_one_error_and_no_other(error: str, place: int) -> None:
    """The rater asked about shows it clearly, and the others show none even faintly."""
    table = rating_table(error, place)
    asked = table.ratings[table.rater]
    first, second = (each for at, each in enumerate(table.ratings) if at != table.rater)
    wanted = set() if error == "none" else {error}
    assert errors_in(measures(asked, first, second), CLEAR) == wanted
    assert errors_in(measures(asked, first, second), FAINT) == wanted
    assert not errors_in(measures(first, second), FAINT)
    assert not errors_in(measures(second, first), FAINT)


def test_tables_are_on_the_scale_and_differ() -> None:
    """Marks are 1 to 5, and no two tables are the same."""
    tables = [rating_table(error, place) for error in SHOWN for place in range(6)]
    assert {mark for each in tables for sheet in each.ratings for row in sheet for mark in row} == {
        *range(1, 6)
    }
    assert len({*tables}) == len(tables)


def test_measures_are_what_they_are_called() -> None:
    """A rater one point above another has a shift of one, and the same spread."""
    above = tuple(tuple(mark + 1 for mark in each) for each in SPREAD)
    found = measures(above, SPREAD)
    assert found.shift == pytest.approx(1)
    assert found.spread == pytest.approx(1)
    assert errors_in(found, CLEAR) == {"leniency"}


def test_errors_are_known_by_their_measures() -> None:
    """One number for all is central tendency at the midpoint, and equal marks are a halo."""
    middle = ((3, 3, 3),) * 5
    assert "central_tendency" in errors_in(measures(middle, SPREAD), CLEAR)
    assert "range_restriction" in errors_in(measures(((4, 4, 4),) * 5, SPREAD), CLEAR)
    level = tuple((each[0],) * 3 for each in SPREAD)
    assert errors_in(measures(level, SPREAD), CLEAR) == {"halo"}
    below = tuple(tuple(mark - 1 for mark in each) for each in SPREAD)
    assert errors_in(measures(below, SPREAD), CLEAR) == {"severity"}
