"""Looking into documents that may not be sound: what stands where a value would have its fields."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple, cast, get_args

from attrs import fields, resolve_types

from interview_kit._strict_json import Path, is_list, is_object
from interview_kit.model import Value
from interview_kit.model.values import is_value_class

__all__ = ["Part", "objects_at", "parts", "string_at", "strings_at"]


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


def string_at(plain: object, key: str) -> str:
    """Give the string that an object has under a key; an empty one if there is none."""
    held = plain.get(key) if is_object(plain) else None
    return held if isinstance(held, str) else ""


def strings_at(plain: object, key: str) -> Iterator[tuple[int, str]]:
    """Go through the strings in the list that an object has under a key, with their indexes."""
    return ((place, each) for place, each in _members_at(plain, key) if isinstance(each, str))


def objects_at(plain: object, key: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """Go through the objects in the list that an object has under a key, with their indexes."""
    return ((place, each) for place, each in _members_at(plain, key) if is_object(each))


def _members_at(plain: object, key: str) -> Iterator[tuple[int, Any]]:
    held = plain.get(key) if is_object(plain) else None
    yield from enumerate(held if is_list(held) else ())


@cache
def _shape(noun: type) -> tuple[Part, ...]:
    found: list[Part] = []
    attributes: tuple[Any, ...] = fields(resolve_types(cast("Any", noun)))
    for each in attributes:
        kinds = (each.type, *get_args(each.type))
        inner = next((kind for kind in kinds if is_value_class(kind)), None)
        found.append(Part(each.name, each.metadata.get("refers_to", ""), inner))
    return tuple(found)
