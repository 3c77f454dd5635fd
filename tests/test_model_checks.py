"""The small checks of fields, each by itself."""

import unicodedata
from enum import StrEnum
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.model.checks import (
    MAX_SHOWN,
    MAX_TEXT,
    Check,
    as_tuple,
    clean_text,
    instances_of,
    one_of,
    or_blank,
    or_none,
    plain_text,
    shown,
    text_fault,
    unique_by,
    unsafe_character,
    whole_number,
)
from strategies import words


class Box:
    """Something with a field."""


class Kind(StrEnum):
    """Names that are strings of a class of their own."""

    PAST = "past"


#: The marks of bidirectional text, and what hides at the start of a file.
MARKS = {*"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"}


def fault_of(check: Check, value: object) -> InvalidValueError | None:
    """Give the error of a check on a field `Box.held`, or nothing if it lets the value pass."""
    for instance in (Box(), Box):
        try:
            check(instance, SimpleNamespace(name="held"), value)
        except InvalidValueError as error:
            found = error
        else:
            return None
    return found


def test_a_fault_names_class_and_field() -> None:
    """The place is the same whether an object or its class is checked."""
    expected = InvalidValueError("Box.held", "5", "a string", rule="wrong-type")
    assert expected == fault_of(clean_text, 5)


@given(words())
def test_a_text_with_content_passes(text: str) -> None:
    """Whatever holds visible characters and no spaces at its ends is a text."""
    assert (
        fault_of(clean_text, text),
        text_fault(text),
        unsafe_character(text),
    ) == (None, ("", "", ""), "")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (None, "wrong-type"),
        (b"text", "wrong-type"),
        (Kind.PAST, "wrong-type"),
        ("", "blank-text"),
        ("\t", "blank-text"),
        ("text ", "blank-text"),
        ("\u00a0text", "blank-text"),
        ("x" * (MAX_TEXT + 1), "long-text"),
        ("te\x1bxt", "unsafe-character"),
    ],
)
def test_a_text_without_content_is_named(text: Any, rule: str) -> None:
    """What is wrong with a text is told by a rule, what was found and what is allowed."""
    fault = text_fault(text)
    assert rule == fault[0]
    assert InvalidValueError("Box.held", *fault[1:], rule=rule) == fault_of(clean_text, text)


@given(st.characters(categories=["Cc", "Cs"]) | st.sampled_from(sorted(MARKS)))
def test_control_characters_and_marks_are_unsafe(character: str) -> None:
    """Controls but tab and newline, surrogates and bidirectional marks are named by code point."""
    expected = "" if character in "\t\n" else f"U+{ord(character):04X}"
    assert expected == unsafe_character(f"aman{character}")


def test_the_first_unsafe_character_is_named() -> None:
    """Of several unsafe characters the first is named."""
    assert unsafe_character("a\u2066b\u202ec") == "U+2066"


@given(st.characters(exclude_categories=["Cc", "Cf", "Cn", "Cs"]))
def test_letters_and_signs_of_every_script_are_safe(character: str) -> None:
    """No letter, mark, number, sign or space of any script is unsafe."""
    assert unsafe_character(character) == ""


@pytest.mark.parametrize("hidden", ["\u200b", "\u2060", "\U000e0041"])
def test_what_nobody_sees_is_unsafe(hidden: str) -> None:
    """Zero-width spaces and tag characters hide in a text, so no text may hold them."""
    assert unicodedata.category(hidden) == "Cf"
    assert unsafe_character(f"a{hidden}b") == f"U+{ord(hidden):04X}"


@given(st.integers(-3, 8))
def test_a_whole_number_lies_within_its_bounds(number: int) -> None:
    """Both bounds are allowed, and nothing beyond them."""
    fault = InvalidValueError(
        "Box.held", str(number), "a whole number from 1 to 5", rule="out-of-range"
    )
    assert (None if 1 <= number <= 5 else fault) == fault_of(whole_number(1, 5), number)


@pytest.mark.parametrize("wrong", [True, False, 1.0, "1", None])
def test_a_whole_number_is_nothing_else(wrong: Any) -> None:
    """What Python takes for a whole number is none."""
    fault = InvalidValueError(
        "Box.held", repr(wrong), "a whole number from 0 to 5", rule="out-of-range"
    )
    assert fault == fault_of(whole_number(0, 5), wrong)


def test_one_of_a_few_names() -> None:
    """The names allowed pass; another is refused, and they are listed."""
    check = one_of(("past", "technical"))
    fault = InvalidValueError("Box.held", "'pasta'", "one of 'past', 'technical'")
    assert (None, None, fault) == tuple(
        fault_of(check, name) for name in ("past", "technical", "pasta")
    )


@pytest.mark.parametrize(
    ("names", "wrong"),
    [
        ((True, False), 1),
        ((True, False), 0),
        ((True, False), 1.0),
        (("past",), Kind.PAST),
        (("past",), ["past"]),
        (("past",), None),
    ],
)
def test_what_only_equals_a_name_is_none(names: tuple[object, ...], wrong: Any) -> None:
    """A value of another type is refused even if it equals a name: it would be written otherwise."""
    assert fault_of(one_of(names), names[0]) is None
    allowed = "one of " + ", ".join(map(repr, names))
    assert InvalidValueError("Box.held", repr(wrong), allowed) == fault_of(one_of(names), wrong)


def test_instances_are_of_just_one_class() -> None:
    """Members of the class pass; the first of another, even of a subclass, is named."""
    check = instances_of(int)
    fault = InvalidValueError("Box.held", "True", "only int", rule="wrong-type")
    assert (None, None, fault) == (
        fault_of(check, ()),
        fault_of(check, (1, 2)),
        fault_of(check, (1, True, "x")),
    )


@given(st.lists(st.integers(), max_size=4))
def test_instances_may_have_to_be_several(numbers: list[int]) -> None:
    """Fewer members than wanted are refused with the rule `too-few`."""
    fault = InvalidValueError("Box.held", str(len(numbers)), "at least 2", rule="too-few")
    expected = None if len(numbers) >= 2 else fault
    assert expected == fault_of(instances_of(int, at_least=2), tuple(numbers))


@given(st.lists(st.sampled_from("abc"), max_size=4))
def test_members_are_unique_by_an_attribute(names: list[str]) -> None:
    """A name that occurs twice is refused, the first of them being named."""
    members = tuple(SimpleNamespace(id=name) for name in names)
    twice = next((each for each in names if names.count(each) > 1), "")
    fault = InvalidValueError("Box.held", f"id {twice!r} twice", "each id once", rule="duplicate")
    assert (fault if twice else None) == fault_of(unique_by("id"), members)


@pytest.mark.parametrize(("check", "nothing"), [(or_none, None), (or_blank, "")])
def test_a_check_of_what_may_be_missing_lets_nothing_pass(check: Any, nothing: Any) -> None:
    """What may be left out may be missing in its own way."""
    assert fault_of(check(clean_text), nothing) is None


@pytest.mark.parametrize(
    ("check", "wrong"),
    [
        (or_none, ""),
        (or_none, " x"),
        (or_none, 5),
        (or_blank, None),
        (or_blank, " x"),
        (or_blank, 0),
    ],
)
def test_a_check_of_what_may_be_missing_looks_at_all_else(check: Any, wrong: Any) -> None:
    """What is there is checked as if it could not be left out."""
    assert fault_of(clean_text, wrong) is not None
    assert fault_of(clean_text, wrong) == fault_of(check(clean_text), wrong)
    assert fault_of(clean_text, wrong) is not None


@given(st.text())
def test_a_plain_text_is_any_string(text: str) -> None:
    """What a candidate types, or nothing at all, is a plain text."""
    assert fault_of(plain_text, text) is None


@pytest.mark.parametrize("wrong", [None, 5, b"text", Kind.PAST])
def test_what_is_no_string_is_no_plain_text(wrong: Any) -> None:
    """A plain text is a string and nothing else."""
    expected = InvalidValueError("Box.held", repr(wrong), "a string")
    assert expected == fault_of(plain_text, wrong)


@given(st.lists(st.integers()))
def test_collections_become_tuples(members: list[int]) -> None:
    """Any collection becomes a tuple in its order."""
    assert tuple(members) == as_tuple(members) == as_tuple(iter(members))


@pytest.mark.parametrize("wrong", ["text", "", 5, None, Kind.PAST])
def test_a_string_is_no_collection(wrong: Any) -> None:
    """A string is not taken apart, and what is no collection becomes none."""
    with pytest.raises(InvalidValueError) as raised:
        as_tuple(wrong)
    assert raised.value == InvalidValueError("collection", repr(wrong), "a list of values")


@given(st.text(max_size=120))
def test_values_are_shown_as_far_as_a_line_goes(text: str) -> None:
    """A short value is shown whole; a long one is cut and the cut is marked."""
    whole = repr(text)
    assert shown(text) == (whole if len(whole) <= MAX_SHOWN else f"{whole[:MAX_SHOWN]}…")
