"""Points in time that the host passes in: the library has no clock."""

import re
from datetime import UTC, datetime
from typing import Any, Final

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import place_of, shown

__all__ = ["Moment", "check_moment", "seconds_between", "to_moment"]

#: What a host may pass: a datetime that knows its zone, or a string in ISO 8601 with one.
Moment = str | datetime

#: Of fixed width, so that moments compare as strings do.
PATTERN: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
ALLOWED: Final = "a time with its zone, such as '2026-11-26T09:30:00Z'"


def to_moment(value: Moment) -> str:
    """Write a point in time in the one form in which the library keeps it.

    Args:
        value: a datetime that knows its zone, or a string in ISO 8601 with one.

    Returns:
        The time in UTC, to the millisecond, such as `2026-11-26T02:30:00.000Z`; later ones are greater.

    Raises:
        InvalidValueError: if it is no time, or has no zone.

    >>> to_moment("2026-11-26T09:30:00+07:00")
    '2026-11-26T02:30:00.000Z'
    """
    if type(value) is str and PATTERN.fullmatch(value) and _parsed(value):
        return value
    moment = _parsed(value) if type(value) is str else value
    if not isinstance(moment, datetime) or moment.utcoffset() is None:
        raise InvalidValueError("moment", shown(value), ALLOWED)
    try:
        in_utc = moment.astimezone(UTC)
    except OverflowError:
        raise InvalidValueError("moment", shown(value), "years 1 to 9999 in UTC") from None
    return in_utc.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _parsed(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def check_moment(instance: object, attribute: Any, value: Any) -> None:
    """Check that a field holds a point in time as `to_moment` writes it.

    Raises:
        InvalidValueError: if it does not.
    """
    if type(value) is not str or PATTERN.fullmatch(value) is None or _parsed(value) is None:
        raise InvalidValueError(place_of(instance, attribute), shown(value), ALLOWED)


def seconds_between(earlier: str, later: str) -> float:
    """Tell how much time lies between two moments.

    Args:
        earlier: the first, as `to_moment` writes it.
        later: the second.

    Returns:
        Seconds; below zero if the second comes before the first.

    >>> seconds_between("2026-11-26T02:30:00.000Z", "2026-11-26T02:31:00.500Z")
    60.5
    """
    return (datetime.fromisoformat(later) - datetime.fromisoformat(earlier)).total_seconds()
