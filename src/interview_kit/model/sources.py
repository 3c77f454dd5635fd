"""Where content comes from, and what a pack says about itself."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import (
    as_tuple,
    clean_text,
    instances_of,
    or_blank,
    shown,
    unique_by,
    unsafe_character,
)
from interview_kit.model.ids import Id, to_id, to_ids
from interview_kit.model.text import Language, Text, normalise_language, to_text
from interview_kit.model.values import Value

__all__ = ["PackInfo", "Source", "refers_to", "to_strings"]

PACK_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,62}")
VERSION: Final = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+([-+][0-9A-Za-z.-]+)?")


def refers_to(section: str) -> Mapping[str, str]:
    """Mark a field as holding ids of objects that stand elsewhere.

    Args:
        section: the section of a bank where those objects stand, such as `roles`.

    Returns:
        Metadata for the field; the links of a bank are checked by it.
    """
    return {"refers_to": section}


def to_strings(values: Iterable[str]) -> tuple[str, ...]:
    """Check a collection of plain strings.

    Args:
        values: strings; none empty, none with hidden characters.

    Returns:
        The strings in their order.

    Raises:
        InvalidValueError: if one is empty or no string, or a single string was given.
    """
    strings = as_tuple(values)
    for each in strings:
        if type(each) is not str or not each:
            allowed = "a string that is not empty"
            raise InvalidValueError("strings", shown(each), allowed, rule="blank-text")
        if unsafe := unsafe_character(each):
            allowed = "a string without control or bidirectional characters"
            raise InvalidValueError("strings", unsafe, allowed, rule="unsafe-character")
    return strings


def _to_languages(values: Iterable[str]) -> tuple[Language, ...]:
    languages = tuple(normalise_language(each) for each in as_tuple(values))
    for each in languages:
        if languages.count(each) > 1:
            raise InvalidValueError(
                "languages", f"{each!r} twice", "each language once", rule="duplicate"
            )
    return languages


def _to_pack_name(value: str) -> Id:
    if type(value) is not str or PACK_NAME.fullmatch(value) is None:
        allowed = "lower-case letters, digits, underscores, beginning with a letter, as in 'acme'"
        raise InvalidValueError("name", shown(value), allowed, rule="bad-id")
    return to_id(value)


def _to_pack_names(values: Iterable[str]) -> tuple[Id, ...]:
    return to_ids(_to_pack_name(each) for each in as_tuple(values))


def _check_version(_instance: object, _attribute: Any, value: Any) -> None:
    if type(value) is not str or VERSION.fullmatch(value) is None:
        raise InvalidValueError("PackInfo.version", shown(value), "a version such as '1.4.0'")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Source(Value):
    """Where content comes from.

    Attributes:
        id: the id that `origin` fields name.
        title: what it is called.
        author: who made it.
        url: where it can be read; empty if nowhere.
        licence: SPDX identifier or a sentence; empty if facts only were taken.
        note: what was taken from it and how.
    """

    id: Id = field(converter=to_id)
    title: str = field(validator=clean_text)
    author: str = field(default="", validator=or_blank(clean_text))
    url: str = field(default="", validator=or_blank(clean_text))
    licence: str = field(default="", validator=or_blank(clean_text))
    note: str = field(default="", validator=or_blank(clean_text))


@final
@frozen(kw_only=True, eq=False, repr=False)
class PackInfo(Value):
    """What a pack says about itself.

    Attributes:
        name: lower-case name; objects of every pack but `core` carry it before a colon.
        version: version of the content, `major.minor.patch`.
        title: what it is called.
        languages: languages in which every text of the pack is given; at least one.
        licence: SPDX identifier of the content's licence.
        requires: names of packs whose objects this one refers to.
        sources: where the content comes from.
    """

    name: Id = field(converter=_to_pack_name)
    version: str = field(validator=_check_version)
    title: Text = field(converter=to_text)
    languages: tuple[Language, ...] = field(
        converter=_to_languages, validator=instances_of(str, at_least=1)
    )
    licence: str = field(validator=clean_text)
    requires: tuple[Id, ...] = field(default=(), converter=_to_pack_names)
    sources: tuple[Source, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(Source), unique_by("id")]
    )
