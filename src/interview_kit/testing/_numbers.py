"""A check that a field holds a number within bounds."""

from functools import partial
from typing import Any

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import Check, place_of, shown

__all__ = ["number"]


def number(low: float, high: float) -> Check:
    """Make a check that a field holds a float within bounds, both included.

    Args:
        low: the smallest number allowed.
        high: the largest number allowed.

    Returns:
        An attrs validator; it refuses what is no number, too.
    """
    return partial(_check_number, low, high)


def _check_number(low: float, high: float, instance: object, attribute: Any, value: Any) -> None:
    if type(value) is not float or not low <= value <= high:
        allowed = f"a number from {low} to {high}"
        raise InvalidValueError(place_of(instance, attribute), shown(value), allowed)
