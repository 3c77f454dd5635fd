"""Looking into documents that may not be sound: what stands where a value would have its fields."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, cast, get_args

from attrs import fields, resolve_types

from interview_kit._strict_json import Path, is_list, is_object
from interview_kit.model import Value
from interview_kit.model.values import is_value_class

__all__ = ["Part", "parts"]


class Part(NamedTuple):
    """A field as a document shows it: the section its ids refer to, the class of its values."""

    name: str
    refers_to: str
    inner: type[Value] | None


def parts(plain: object, noun: type[Value], path: Path = ()) -> Iterator[tuple[Path, Part, Any]]:
    """Go through what a document holds where a value would have its fields, sound or not.

    Args:
        plain: a document.
        noun: the class it should become.
        path: keys and indexes down to the document.

    Yields:
        Path, field and content of everything that is there and of no wrong type.
    """
    if not is_object(plain):
        return
    for part in _shape(cast("Any", noun)):
        if part.name in plain:
            held, place = plain[part.name], (*path, part.name)
            members = list(enumerate(held)) if is_list(held) else [(None, held)]
            for index, member in members:
                inner = place if index is None else (*place, index)
                yield inner, part, member
                if part.inner:
                    yield from parts(member, part.inner, inner)


@cache
def _shape(noun: type) -> tuple[Part, ...]:
    found: list[Part] = []
    attributes: tuple[Any, ...] = fields(resolve_types(cast("Any", noun)))
    for each in attributes:
        kinds = (each.type, *get_args(each.type))
        inner = next((kind for kind in kinds if is_value_class(kind)), None)
        found.append(Part(each.name, each.metadata.get("refers_to", ""), inner))
    return tuple(found)
