"""Ids: how the objects of a bank refer to one another."""

import re
from collections.abc import Iterable
from typing import Final, NewType

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import as_tuple, shown

__all__ = ["Id", "to_id", "to_ids", "to_optional_id"]

#: A checked id. Only `to_id` makes one.
Id = NewType("Id", str)

#: `sales`, `M01`, or `acme:closing_call`: the pack before the colon, unless it is the core pack.
PATTERN: Final = re.compile(r"([a-z][a-z0-9_]{0,63}:)?[A-Za-z][A-Za-z0-9_]{0,63}")
ALLOWED: Final = (
    "a letter, then letters, digits, underscores, at most 64, as in 'sales' or 'acme:S01'"
)


def to_id(value: str) -> Id:
    """Check an id.

    Args:
        value: letters, digits and underscores, beginning with a letter; objects of a pack other
            than the core pack carry the pack's name and a colon before it.

    Returns:
        The same string, known to be an id.

    Raises:
        InvalidValueError: if it is not one.

    >>> to_id("acme:closing_call")
    'acme:closing_call'
    """
    if type(value) is not str or PATTERN.fullmatch(value) is None:
        raise InvalidValueError("id", shown(value), ALLOWED, rule="bad-id")
    return Id(value)


def to_ids(values: Iterable[str]) -> tuple[Id, ...]:
    """Check a collection of ids.

    Args:
        values: ids; none may occur twice.

    Returns:
        The ids in their order.

    Raises:
        InvalidValueError: if one is no id, or occurs twice, or a single string was given.

    >>> to_ids(["sales", "hr"])
    ('sales', 'hr')
    """
    ids = tuple(to_id(each) for each in as_tuple(values))
    if len(set(ids)) < len(ids):
        twice = next(each for each in ids if ids.count(each) > 1)
        raise InvalidValueError("ids", f"{twice!r} twice", "each id once", rule="duplicate")
    return ids


def to_optional_id(value: str | None) -> Id | None:
    """Check an id that may be left out.

    Args:
        value: an id, or `None`.

    Returns:
        The id, or `None`.

    Raises:
        InvalidValueError: if it is neither.
    """
    return None if value is None else to_id(value)
