"""The order in which values that belong to items are kept."""

from collections.abc import Iterable
from typing import Any

from interview_kit.model.checks import as_tuple

__all__ = ["by_item"]


def by_item(values: Iterable[Any]) -> tuple[Any, ...]:
    """Sort values by the items that they belong to, so that equal collections are equal values.

    Args:
        values: values with a field `item`; whatever has none is left for the validator to refuse.

    Returns:
        The values.
    """
    return tuple(sorted(as_tuple(values), key=lambda each: str(getattr(each, "item", ""))))
