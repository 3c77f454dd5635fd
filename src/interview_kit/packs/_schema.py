"""JSON Schemas of pack files, for editors: made from the classes that the loader fills."""

import re
from collections.abc import Iterator, Mapping
from functools import partial
from inspect import cleandoc
from typing import Any, Final, Literal, cast, get_args, get_origin

from attrs import NOTHING, fields, resolve_types

from interview_kit.model import SECTIONS, Id, Language, PackInfo, Terms, Text, Value
from interview_kit.model.checks import check_instances, check_whole_number
from interview_kit.model.ids import PATTERN
from interview_kit.model.text import LEGACY, TAG
from interview_kit.packs._migrate import FORMAT

__all__ = ["SCHEMA_FILES", "json_schema"]

#: The schema for `pack.json`, and the one for every other file of a pack.
SCHEMA_FILES: Final = ("pack.schema.json", "content.schema.json")

#: The draft that editors support best.
DRAFT: Final = "http://json-schema.org/draft-07/schema#"
Schema = dict[str, Any]


#: Language tags in their one form.
ANY_TAG: Final = f"^(?!({'|'.join(LEGACY)})(-|$)){TAG.pattern}$"


def _by_language(inner: Schema, *, at_least: int) -> Schema:
    return {
        "type": "object",
        "patternProperties": {ANY_TAG: inner},
        "minProperties": at_least,
        "additionalProperties": False,
    }


PLAIN: Final[Mapping[Any, Mapping[str, Any]]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Id: {"type": "string", "pattern": f"^{PATTERN.pattern}$"},
    Language: {"type": "string", "pattern": ANY_TAG},
    Text: _by_language({"type": "string", "minLength": 1}, at_least=1),
    Terms: _by_language({"type": "array", "items": {"type": "string"}}, at_least=0),
}


def json_schema(name: str) -> Schema:
    """Make the schema of a kind of pack file.

    Args:
        name: one of `SCHEMA_FILES`.

    Returns:
        The schema, ready for `json.dumps`; what it allows, the loader may still refuse, since ids
        must lead somewhere.

    >>> json_schema("content.schema.json")["properties"]["roles"]["items"]
    {'$ref': '#/definitions/Role'}
    """
    writer = _Writer()
    if name == SCHEMA_FILES[0]:
        top = writer.object_of(PackInfo)
        format_number = {"const": FORMAT, "description": "Format of the pack's files."}
        top["properties"] = {"$schema": PLAIN[str], "format": format_number, **top["properties"]}
        top["required"] = ["format", *top["required"]]
    else:
        sections = {
            section: {"type": "array", "items": writer.schema_of(noun)}
            for section, noun in SECTIONS.items()
        }
        properties = {"$schema": PLAIN[str], **sections}
        top = {"type": "object", "properties": properties, "additionalProperties": False}
    return {"$schema": DRAFT, "title": name, **top, "definitions": writer.definitions}


class _Writer:
    """Writes schemas of types; those of classes are gathered under `definitions`."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def schema_of(self, kind: Any) -> Schema:
        """Write the schema of a field's type."""
        if kind in PLAIN:
            return dict(PLAIN[kind])
        if get_origin(kind) is Literal:
            return {"enum": list(get_args(kind))}
        if get_origin(kind) is tuple:
            return {"type": "array", "items": self.schema_of(get_args(kind)[0])}
        if type(None) in get_args(kind):
            return self.schema_of(next(each for each in get_args(kind) if each is not type(None)))
        return self._reference_to(kind)

    def _reference_to(self, kind: type[Value]) -> Schema:
        if kind.__name__ not in self.definitions:
            self.definitions[kind.__name__] = {}
            self.definitions[kind.__name__] = self.object_of(kind)
        return {"$ref": f"#/definitions/{kind.__name__}"}

    def object_of(self, kind: type[Value]) -> Schema:
        """Write the schema of a class."""
        attributes = fields(resolve_types(cast("Any", kind)))
        described = dict(_descriptions(kind))
        properties = {
            each.name: {
                **self.schema_of(each.type),
                **_bounds(each.validator),
                "description": described[each.name],
            }
            for each in attributes
        }
        return {
            "type": "object",
            "description": (kind.__doc__ or "").partition("\n")[0],
            "properties": properties,
            "required": [each.name for each in attributes if each.default is NOTHING],
            "additionalProperties": False,
        }


def _bounds(validator: Any) -> Schema:
    found: Schema = {}
    for check in getattr(validator, "_validators", (validator,)):
        if isinstance(check, partial) and check.func is check_whole_number:
            found["minimum"], found["maximum"] = check.args
        elif isinstance(check, partial) and check.func is check_instances and check.args[1]:
            found["minItems"] = check.args[1]
    return found


def _descriptions(kind: type[Value]) -> Iterator[tuple[str, str]]:
    listed = cleandoc(kind.__doc__ or "").partition("Attributes:\n")[2].partition("\n\n")[0]
    for name, text in re.findall(r"^ {4}(\w+): ((?:.|\n {8})+)", listed, re.MULTILINE):
        yield name, " ".join(text.split())
