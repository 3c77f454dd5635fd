"""Tables and sets of words as a data file has them, as fields of values."""

from collections.abc import Iterable, Mapping, Set as AbstractSet
from typing import Any, TypeGuard

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import as_tuple, shown
from interview_kit.model.sources import to_strings
from interview_kit.model.values import is_tuple

__all__ = ["is_table", "to_lexicons", "to_numbers", "to_pairs", "to_string_pairs", "to_words"]


def is_table(held: object) -> TypeGuard[Mapping[str, Any]]:
    """Tell whether something is an object of a data file; spelt out for type checkers."""
    return isinstance(held, Mapping)


def to_words(values: Iterable[str]) -> frozenset[str]:
    """Make a set of words; the message of an error does not depend on their order."""
    return frozenset(
        to_strings(sorted(values, key=repr) if isinstance(values, AbstractSet) else values)
    )


def to_pairs(values: Iterable[tuple[str, Any]] | Mapping[str, Any]) -> dict[str, Any]:
    """Make a table of pairs of a name and what it holds, each name once; or take an object."""
    pairs = as_tuple(tuple(values.items()) if is_table(values) else values)
    if not all(is_tuple(pair) and len(pair) == len(("name", "held")) for pair in pairs):
        raise InvalidValueError("Profile", shown(pairs), "pairs of a name and what it holds")
    names = to_strings(name for name, _ in pairs)
    if len(set(names)) < len(names):
        raise InvalidValueError("Profile", shown(names), "each name once", rule="duplicate")
    return dict(pairs)


def to_lexicons(
    values: Iterable[tuple[str, Iterable[str]]],
) -> tuple[tuple[str, frozenset[str]], ...]:
    """Make pairs of a name and its words."""
    return tuple((name, to_words(words)) for name, words in to_pairs(values).items())


def to_string_pairs(values: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Make pairs of strings."""
    pairs = to_pairs(values)
    to_strings(pairs.values())
    return tuple(pairs.items())


def to_numbers(values: Iterable[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Make pairs of a word and a number."""
    pairs = to_pairs(values)
    odd = [held for held in pairs.values() if type(held) not in {int, float}]
    if odd:
        raise InvalidValueError("Profile", shown(odd[0]), "a number")
    return tuple((name, float(held)) for name, held in pairs.items())
