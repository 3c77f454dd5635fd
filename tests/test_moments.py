"""Points in time: one form, whatever the host passes."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, strategies as st

from interview_kit._moments import seconds_between, to_moment
from interview_kit.errors import InvalidValueError

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TIMES = st.datetimes(
    min_value=datetime(1900, 1, 1),  # noqa: DTZ001 - the zone is drawn beside it
    max_value=datetime(2200, 1, 1),  # noqa: DTZ001 - as above
    timezones=OFFSETS,
)


@given(TIMES, TIMES)
def test_moments_order_as_times_do(one: datetime, other: datetime) -> None:
    """A later time is a greater string, to the millisecond."""
    first, second = to_moment(one), to_moment(other)
    apart = timedelta(milliseconds=1)
    if one + apart < other:
        assert first < second
    assert abs(seconds_between(first, second) - (other - one).total_seconds()) <= 0.001


@given(TIMES)
def test_a_moment_stays_as_it_is(time: datetime) -> None:
    """What was written once is written the same again, and strings mean what datetimes do."""
    moment = to_moment(time)
    assert to_moment(moment) == moment
    assert to_moment(time.isoformat()) == moment


@pytest.mark.parametrize(
    "value",
    [
        "2026-11-26T09:30:00",
        "tomorrow",
        "2026-13-26T09:30:00.000Z",
        datetime(2026, 11, 26),  # noqa: DTZ001 - this is what is refused
        1_764_000_000,
        None,
        datetime.max.replace(tzinfo=timezone(timedelta(hours=-14))),
    ],
)
def test_what_is_no_point_in_time_is_refused(value: Any) -> None:
    """A time without a zone means another moment elsewhere, and a number says no unit."""
    with pytest.raises(InvalidValueError):
        to_moment(value)


def test_zones_are_brought_to_one() -> None:
    """Jakarta's morning and the same moment in UTC are equal."""
    assert to_moment("2026-11-26T09:30:00+07:00") == to_moment(
        datetime(2026, 11, 26, 2, 30, tzinfo=UTC)
    )
