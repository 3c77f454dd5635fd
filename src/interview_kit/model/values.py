"""What all values share: equality, hash and repr by fields."""

from collections.abc import Iterator
from typing import Any, TypeGuard, cast

from attrs import Attribute, Factory, fields, has

__all__ = ["Value", "default_of", "fields_of", "is_tuple", "is_value_class"]


class Value:
    """Base of all values of the model.

    attrs can generate these three methods for each class, but compiling them takes 0.3 ms a
    class (measured on CPython 3.11), which would double the time of `import interview_kit`.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Value) or type(self) is not type(other):
            return NotImplemented
        return tuple(_compared(self)) == tuple(_compared(other))

    def __hash__(self) -> int:
        return hash((type(self), *_compared(self)))

    def __repr__(self) -> str:
        shown = (
            f"{each.name}={value!r}"
            for each, value in fields_of(self)
            if each.repr and value != default_of(each)
        )
        return f"{type(self).__name__}({', '.join(shown)})"


def fields_of(value: Value) -> "Iterator[tuple[Attribute[Any], Any]]":
    """Go through the fields of a value in declared order.

    Args:
        value: any value of the model.

    Yields:
        The attrs description of the field, and what the value holds there.
    """
    attributes: tuple[Attribute[Any], ...] = fields(cast("Any", type(value)))
    for each in attributes:
        yield each, getattr(value, each.name)


def default_of(attribute: "Attribute[Any]") -> object:
    """Give what a field holds if nothing is said; `NOTHING` if something must be."""
    default: Any = attribute.default
    return default.factory() if isinstance(default, cast("Any", Factory)) else default


def is_tuple(held: object) -> TypeGuard[tuple[Any, ...]]:
    """Tell whether a field holds several things; spelt out for type checkers."""
    return isinstance(held, tuple)


def is_value_class(kind: object) -> TypeGuard[type[Value]]:
    """Tell whether a type is a class of values, rather than a number, a tuple or a union."""
    return isinstance(kind, type) and issubclass(kind, Value) and has(kind)


def _compared(value: Value) -> Iterator[object]:
    return (held for each, held in fields_of(value) if each.eq)
