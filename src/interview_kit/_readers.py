"""Strict readers of what is no object of its own: numbers, ids, names, words by language."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args

from interview_kit._faults import TYPE_NAMES, Fault, Faults, named, wrong_type
from interview_kit._strict_json import Path, is_list, is_object
from interview_kit.errors import InvalidValueError, listed
from interview_kit.model import Id, Language, Terms, Text, normalise_language, to_id
from interview_kit.model.checks import shown, text_fault

__all__ = [
    "Hook",
    "exactly",
    "fault_of",
    "one_of_names",
    "read_id",
    "read_language",
    "read_number",
    "read_terms",
    "read_text",
]

#: What cattrs calls to make a value of a type out of a part of a document.
Hook = Callable[[Any, Any], Any]


def exactly(kind: type) -> Hook:
    """Make a reader of one primitive, which lets no other stand for it."""

    def structure_exactly(plain: Any, _: Any) -> Any:
        if type(plain) is not kind:
            raise wrong_type(plain, TYPE_NAMES[kind])
        return plain

    return structure_exactly


def read_number(plain: Any, _: Any) -> float:
    """Read a number; a whole one may stand for it."""
    if type(plain) is not float and type(plain) is not int:
        raise wrong_type(plain, TYPE_NAMES[float])
    try:
        return float(plain)
    except OverflowError:
        raise Faults(Fault((), "out-of-range", "the number is too large")) from None


def read_id(plain: Any, _: Any) -> Id:
    """Read an id."""
    if type(plain) is not str:
        raise wrong_type(plain, "an id")
    try:
        return to_id(plain)
    except InvalidValueError as error:
        raise Faults(fault_of((), error)) from None


def read_language(plain: Any, _: Any) -> Language:
    """Read a language tag."""
    if type(plain) is not str:
        raise wrong_type(plain, "a language tag")
    faults = [fault._replace(path=()) for fault in _tag_faults({plain: ""})]
    if faults:
        raise Faults(*faults)
    return normalise_language(plain)


def one_of_names(kind: Any) -> Hook:
    """Make a reader of the names of a `Literal`."""
    names = get_args(kind)

    def structure_literal(plain: Any, _: Any) -> Any:
        if plain not in names or type(plain) is not str:
            found = shown(plain) if type(plain) is str else named(plain)
            message = f"found {found}, allowed is one of {listed(names)}"
            raise Faults(Fault((), "unknown-name", message))
        return plain

    return structure_literal


def fault_of(path: Path, error: InvalidValueError) -> Fault:
    """Say what a constructor refused as a fault at a place."""
    message = f"found {error.found}, allowed is {error.allowed}"
    return Fault(path, error.rule, message, error.hint)


def read_text(plain: Any, _: Any) -> Text:
    """Read words by language."""
    if not is_object(plain):
        raise wrong_type(plain, "texts by language", 'Write {"id": "…", "en": "…"}.')
    try:
        text = Text(entries=plain)
    except InvalidValueError:
        text = None
    if text is None or not plain.keys() <= {*text.languages}:
        faults = [*_tag_faults(plain), *_text_faults(plain)]
        nothing = Fault((), "missing-language", "found no text, allowed is at least one")
        raise Faults(*(faults or [nothing]))
    return text


def _tag_faults(plain: Mapping[str, Any]) -> Iterator[Fault]:
    for tag in plain:
        try:
            normal = normalise_language(tag)
        except InvalidValueError as error:
            yield fault_of((tag,), error)
        else:
            if normal != tag:
                message = f"found the language tag {tag!r}, allowed is {normal!r}"
                yield Fault((tag,), "language-tag", message)


def _text_faults(plain: Mapping[str, Any]) -> Iterator[Fault]:
    for tag, text in plain.items():
        rule, found, allowed = text_fault(text)
        if rule:
            found = found if type(text) is str else named(text)
            yield Fault((tag,), rule, f"found {found}, allowed is {allowed}")


def read_terms(plain: Any, _: Any) -> Terms:
    """Read phrases by language."""
    if not is_object(plain):
        raise wrong_type(plain, "lists of phrases by language")
    faults = list(_tag_faults(plain))
    for tag, phrases in plain.items():
        if not is_list(phrases):
            wrong = wrong_type(phrases, TYPE_NAMES[list])
            faults += [fault.under(tag) for fault in wrong.found]
        else:
            faults += [fault.under(tag) for fault in _phrase_faults(phrases)]
    if faults:
        raise Faults(*faults)
    return Terms(entries=plain)


def _phrase_faults(phrases: list[Any]) -> Iterator[Fault]:
    for index, phrase in enumerate(phrases):
        rule, found, allowed = text_fault(phrase)
        if rule:
            yield Fault((index,), rule, f"found {found}, allowed is {allowed}")
