"""Ids: which strings are one."""

import string
from typing import Any

import pytest
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.model import to_id, to_ids, to_optional_id
from strategies import id_lists, ids

ALLOWED = "a letter, then letters, digits, underscores, at most 64, as in 'sales' or 'acme:S01'"

#: What is no id, and how a message shows it.
WRONG: list[tuple[Any, str]] = [
    ("", "''"),
    ("1st", "'1st'"),
    ("_a", "'_a'"),
    ("a b", "'a b'"),
    ("a-b", "'a-b'"),
    ("a\n", r"'a\n'"),
    ("é", "'é'"),
    ("ACME:a", "'ACME:a'"),
    ("a:b:c", "'a:b:c'"),
    ("acme:", "'acme:'"),
    (":a", "':a'"),
    ("a" * 65, f"'{'a' * 65}'"),
    ("a" * 90, f"'{'a' * 79}…"),
    (None, "None"),
    (5, "5"),
    (b"a", "b'a'"),
    (type("Sub", (str,), {})("sales"), "'sales'"),
]


def is_name(name: str, letters: str) -> bool:
    """Tell whether a text is letters, digits and underscores, a letter first."""
    return name[:1] in frozenset(letters) and set(name) <= {*letters, *string.digits, "_"}


def is_id(text: str) -> bool:
    """Tell whether a text is an id, spelt out without a pattern."""
    pack, colon, name = text.rpartition(":")
    pack_fits = is_name(pack, string.ascii_lowercase) if colon else not pack
    return pack_fits and is_name(name, string.ascii_letters)


@given(ids())
def test_an_id_comes_back_as_it_is(id: str) -> None:
    """What is an id is given back unchanged."""
    assert id == to_id(id) == to_optional_id(id)


@given(st.text("aZ9_:- ", max_size=6))
def test_ids_are_letters_digits_and_underscores_behind_a_pack(text: str) -> None:
    """A string is an id exactly if the rule, spelt out, says so."""
    if is_id(text):
        assert text == to_id(text)
    else:
        with pytest.raises(InvalidValueError):
            to_id(text)


@pytest.mark.parametrize("length", [1, 64])
def test_an_id_has_up_to_64_characters(length: int) -> None:
    """Pack and name may each have 64 characters."""
    longest = f"{'p' * length}:{'n' * length}"
    assert longest == to_id(longest)


@pytest.mark.parametrize(("wrong", "found"), WRONG)
def test_what_is_no_id_is_refused(wrong: Any, found: str) -> None:
    """Anything else is refused with the rule `bad-id`, cut to a line."""
    with pytest.raises(InvalidValueError) as raised:
        to_id(wrong)
    assert raised.value == InvalidValueError("id", found, ALLOWED, rule="bad-id")


@given(id_lists())
def test_ids_keep_their_order(given_ids: list[str]) -> None:
    """A collection of ids becomes a tuple in the same order."""
    assert tuple(given_ids) == to_ids(given_ids) == to_ids(iter(given_ids))


def test_an_id_twice_is_refused() -> None:
    """An id that occurs twice is named, with the rule `duplicate`."""
    with pytest.raises(InvalidValueError) as raised:
        to_ids(["hr", "sales", "user", "sales"])
    expected = InvalidValueError("ids", "'sales' twice", "each id once", rule="duplicate")
    assert raised.value == expected


def test_one_wrong_id_spoils_all() -> None:
    """A wrong id among right ones is the one that the error shows."""
    with pytest.raises(InvalidValueError) as raised:
        to_ids(["hr", "no id", "sales"])
    assert raised.value == InvalidValueError("id", "'no id'", ALLOWED, rule="bad-id")


@pytest.mark.parametrize("wrong", ["sales", 5, None])
def test_no_collection_is_refused(wrong: Any) -> None:
    """One string is not taken apart into ids, and what is no collection is none."""
    with pytest.raises(InvalidValueError) as raised:
        to_ids(wrong)
    assert raised.value == InvalidValueError("collection", repr(wrong), "a list of values")


def test_an_optional_id_may_be_left_out() -> None:
    """`None` stays `None`, but an empty string is no id."""
    assert to_optional_id(None) is None
    with pytest.raises(InvalidValueError) as raised:
        to_optional_id("")
    assert raised.value == InvalidValueError("id", "''", ALLOWED, rule="bad-id")
