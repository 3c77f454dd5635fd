"""What a field may hold: small checks that raise `InvalidValueError` with one clear sentence."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Set as AbstractSet
from functools import partial
from typing import Any, Final

from interview_kit.errors import InvalidValueError

__all__ = [
    "MAX_TEXT",
    "as_tuple",
    "check_instance",
    "check_instances",
    "check_share",
    "check_whole_number",
    "clean_text",
    "expect",
    "instance_of",
    "instances_of",
    "names_of",
    "number",
    "one_of",
    "or_blank",
    "or_none",
    "place_of",
    "plain_text",
    "shown",
    "text_fault",
    "unique_by",
    "unsafe_character",
    "whole_number",
]

Check = Callable[[Any, Any, Any], None]

#: Longest text of one field, in characters: ten times the longest anchor, question or answer
#: pattern of a real pack, and short enough that no report or screen breaks.
MAX_TEXT: Final = 20_000

#: Longest value shown in a message, in characters: what fits a line of a terminal.
MAX_SHOWN: Final = 80

#: What is taken apart, or comes in an order that another process may not share.
UNORDERED: Final = (str, bytes, AbstractSet, Mapping)

#: Control characters other than tab and newline, lone surrogates, and what reorders or hides text
#: (bidirectional controls, characters of no width, tags): a reviewer of a pack must see what a
#: candidate sees. https://www.unicode.org/reports/tr9/ section 2, https://trojansource.codes/
UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064"
    "\u2066-\u2069\u3164\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def unsafe_character(text: str) -> str:
    """Name the first character of a text that no pack may hold.

    Args:
        text: any text.

    Returns:
        The code point, such as `U+202E`, or an empty string if the text is safe.

    >>> unsafe_character("aman" + chr(0x202E))
    'U+202E'
    """
    found = UNSAFE.search(text)
    return f"U+{ord(found.group()):04X}" if found else ""


def text_fault(text: object) -> tuple[str, str, str]:
    """Tell what is wrong with a text that should carry content.

    Args:
        text: what was given.

    Returns:
        The rule that is broken, what was found and what is allowed; three empty strings if nothing
        is wrong.
    """
    if type(text) is not str:
        return "wrong-type", shown(text), "a string"
    if not text or text != text.strip():
        return "blank-text", shown(text), "a text that is not empty and has no spaces at its ends"
    if len(text) > MAX_TEXT:
        return "long-text", f"{len(text)} characters", f"at most {MAX_TEXT}"
    if unsafe := unsafe_character(text):
        return "unsafe-character", unsafe, "a text without control or bidirectional characters"
    return "", "", ""


def clean_text(instance: object, attribute: Any, value: Any) -> None:
    """Check that a field holds a text with content and without hidden characters.

    Raises:
        InvalidValueError: if it does not.
    """
    rule, found, allowed = text_fault(value)
    if rule:
        raise InvalidValueError(place_of(instance, attribute), found, allowed, rule=rule)


def whole_number(low: int, high: int) -> Check:
    """Make a check that a field holds a whole number within bounds, both included.

    Args:
        low: smallest number allowed.
        high: largest number allowed.

    Returns:
        An attrs validator; it refuses `True` and `2.0`, which Python takes for whole numbers.
    """
    return partial(check_whole_number, low, high)


def check_whole_number(low: int, high: int, instance: object, attribute: Any, value: Any) -> None:
    """Check a whole number; `whole_number` binds the bounds, which the JSON Schema reads back."""
    if type(value) is not int or not low <= value <= high:
        allowed = f"a whole number from {low} to {high}"
        place = place_of(instance, attribute)
        raise InvalidValueError(place, shown(value), allowed, rule="out-of-range")


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


def one_of(names: Collection[object]) -> Check:
    """Make a check that a field holds one of a few names.

    Args:
        names: the names allowed.

    Returns:
        An attrs validator.
    """

    def check(instance: object, attribute: Any, value: Any) -> None:
        if not any(type(value) is type(name) and value == name for name in names):
            allowed = "one of " + ", ".join(repr(name) for name in names)
            raise InvalidValueError(place_of(instance, attribute), shown(value), allowed)

    return check


def expect(place: str, value: object, kind: type) -> None:
    """Check that an argument or a field holds a value of a class.

    Args:
        place: the argument or field, for the message.
        value: what was given.
        kind: the class.

    Raises:
        InvalidValueError: if it is of another.
    """
    if not isinstance(value, kind):
        raise InvalidValueError(place, shown(value), f"a {kind.__name__}", rule="wrong-type")


def instance_of(kind: type) -> Check:
    """Make a check that a field holds a value of one class.

    Args:
        kind: the class.

    Returns:
        An attrs validator.
    """
    return partial(check_instance, kind)


def check_instance(kind: type, instance: object, attribute: Any, value: object) -> None:
    """Check a value; `instance_of` binds the class."""
    expect(place_of(instance, attribute), value, kind)


def instances_of(kind: type, *, at_least: int = 0) -> Check:
    """Make a check that a field holds a tuple of values of one class.

    Args:
        kind: the class.
        at_least: how many there must be.

    Returns:
        An attrs validator.
    """
    return partial(check_instances, kind, at_least)


def check_instances(
    kind: type, at_least: int, instance: object, attribute: Any, value: tuple[object, ...]
) -> None:
    """Check a tuple; `instances_of` binds class and number, which the JSON Schema reads back."""
    place = place_of(instance, attribute)
    wrong = [each for each in value if type(each) is not kind]
    if wrong:
        raise InvalidValueError(place, shown(wrong[0]), f"only {kind.__name__}", rule="wrong-type")
    if len(value) < at_least:
        raise InvalidValueError(place, f"{len(value)}", f"at least {at_least}", rule="too-few")


def unique_by(name: str) -> Check:
    """Make a check that no two members of a field share one of their attributes.

    Args:
        name: the attribute of the members, such as `id`.

    Returns:
        An attrs validator.
    """

    def check(instance: object, attribute: Any, value: tuple[object, ...]) -> None:
        counted = Counter(getattr(each, name, None) for each in value)
        twice = [each for each, times in counted.items() if times > 1]
        if twice:
            place = place_of(instance, attribute)
            found = f"{name} {twice[0]!r} twice"
            raise InvalidValueError(place, found, f"each {name} once", rule="duplicate")

    return check


def names_of(names: Collection[str]) -> Check:
    """Make a check that a field holds a tuple of some of a few names, each once.

    Args:
        names: the names allowed.

    Returns:
        An attrs validator.
    """

    def check(instance: object, attribute: Any, value: tuple[object, ...]) -> None:
        strangers = [each for each in value if each not in names]
        if strangers or len(set(value)) < len(value):
            allowed = f"each once, some of {', '.join(map(repr, names))}"
            rule = "invalid-value" if strangers else "duplicate"
            raise InvalidValueError(place_of(instance, attribute), shown(value), allowed, rule=rule)

    return check


def or_none(check: Check) -> Check:
    """Make a check that also lets `None` pass.

    Args:
        check: what to check otherwise.

    Returns:
        An attrs validator.
    """

    def check_unless_none(instance: object, attribute: Any, value: Any) -> None:
        if value is not None:
            check(instance, attribute, value)

    return check_unless_none


def or_blank(check: Check) -> Check:
    """Make a check that also lets an empty string pass.

    Args:
        check: what to check otherwise.

    Returns:
        An attrs validator.
    """

    def check_unless_blank(instance: object, attribute: Any, value: Any) -> None:
        if type(value) is not str or value:
            check(instance, attribute, value)

    return check_unless_blank


def check_share(instance: object, attribute: Any, value: Any) -> None:
    """Refuse what is no share of a whole.

    Args:
        instance: the value that is made.
        attribute: the field.
        value: what it is to hold.

    Raises:
        InvalidValueError: if it is no float from 0.0 to 1.0.
    """
    if type(value) is not float or not 0.0 <= value <= 1.0:
        raise InvalidValueError(place_of(instance, attribute), shown(value), "0.0 to 1.0")


def plain_text(instance: object, attribute: Any, value: Any) -> None:
    """Check that a field holds a string; it may be empty, and hold what candidates type.

    Raises:
        InvalidValueError: if it does not.
    """
    if type(value) is not str:
        raise InvalidValueError(place_of(instance, attribute), shown(value), "a string")


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Make a tuple of any ordered collection, but not of a string.

    Args:
        values: the members.

    Returns:
        The members in their order.

    Raises:
        InvalidValueError: if one string was given, which Python would take apart, or what has no
            order.
    """
    given: object = values
    if isinstance(given, UNORDERED) or not isinstance(given, Iterable):
        raise InvalidValueError("collection", shown(values), "a list of values")
    return tuple(values)


def shown(value: object) -> str:
    """Show a value in a message, cut to a length that fits a line."""
    text = repr(value)
    return text if len(text) <= MAX_SHOWN else f"{text[:MAX_SHOWN]}…"


def place_of(instance: object, attribute: Any) -> str:
    """Name a field in a message, such as `Question.minutes`; a class may stand for an instance."""
    owner = instance if isinstance(instance, type) else type(instance)
    return f"{owner.__name__}.{attribute.name}"
