"""Responses to closed items: what fits a form, and what is refused."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.knowledge._response import given_of
from interview_kit.model import QuizItem
from knowledge_cases import item, items, key_of, responses

PICK = "the id of one option: 'a', 'b', 'c'"
PICKS = "ids of options, each once: 'a', 'b', 'c', 'd'"
ORDER = "the ids of all options in an order, each once: 'a', 'b', 'c', 'd'"
TARGETS = "the id of a target for each option, each target once: 'w', 'x', 'y', 'z'"
NUMBER = "a number from 1 to 5"


@given(items())
def test_every_response_of_the_right_shape_is_read(asked: QuizItem) -> None:
    """Ids come back as a tuple, and so does the one number."""
    for response in responses(asked):
        expected = response if isinstance(response, tuple) else (response,)
        assert given_of(asked, response) == expected


@given(items())
def test_nothing_is_no_response(asked: QuizItem) -> None:
    """What was not answered is told from every answer."""
    assert given_of(asked, None) is None


def test_targets_may_be_mapped() -> None:
    """A mapping of options to targets means what the list in the order of the options means."""
    assert given_of(item("matching"), {"b": "x", "c": "w", "a": "z"}) == ("z", "x", "w")


def test_picks_may_be_a_set() -> None:
    """The order of picks tells nothing, so that they may come without one."""
    assert {*(given_of(item("several_of"), {"a", "c"}) or ())} == {"a", "c"}


@pytest.mark.parametrize(
    ("form", "response", "allowed"),
    [
        ("one_of", "d", PICK),
        ("one_of", ["a"], PICK),
        ("one_of", 1, PICK),
        ("true_false", True, "the id of one option: 'true', 'false'"),
        ("several_of", "ac", PICKS),
        ("several_of", ["a", "a"], PICKS),
        ("several_of", ["a", ["b"]], PICKS),
        ("several_of", {"a": "b"}, PICKS),
        ("several_of", 3, PICKS),
        ("ordering", "abcd", ORDER),
        ("ordering", list("abc"), ORDER),
        ("ordering", {*"abcd"}, ORDER),
        ("matching", [*"zzx"], TARGETS),
        ("matching", {"a": "z"}, TARGETS),
        ("matching", {"a": "z", "b": "x", "d": "w"}, TARGETS),
        ("matching", {"a": "z", "b": "x", "c": "w", "d": "y"}, TARGETS),
        ("numeric", "4", NUMBER),
        ("numeric", 0, NUMBER),
        ("numeric", 5.5, NUMBER),
        ("numeric", True, NUMBER),
        ("numeric", float("nan"), NUMBER),
    ],
)
def test_what_does_not_fit_is_refused(form: str, response: Any, allowed: str) -> None:
    """The error names what is allowed."""
    with pytest.raises(InvalidValueError) as raised:
        given_of(item(form), response)
    assert (raised.value.where, raised.value.allowed) == ("response", allowed)


@given(items(), st.text(alphabet="!?", min_size=12))
def test_errors_keep_what_the_candidate_gave_to_themselves(asked: QuizItem, secret: str) -> None:
    """A response may be anything that somebody typed, and is not repeated."""
    for response in (secret, [secret], {secret: secret}):
        with pytest.raises(InvalidValueError) as raised:
            given_of(asked, response)
        assert secret not in str(raised.value)


def test_the_key_is_a_response() -> None:
    """What is right can be given."""
    for form in ("one_of", "several_of", "true_false", "ordering", "matching", "numeric"):
        assert given_of(item(form), key_of(item(form)))
