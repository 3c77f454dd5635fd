"""Responses to closed items: what fits a form, and what is refused."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.knowledge._response import given_of
from interview_kit.model import QuizItem
from knowledge_cases import item, items, key_of, responses


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
        ("one_of", "d", "the id of one option: 'a', 'b', 'c'"),
        ("one_of", ["a"], "the id of one option: 'a', 'b', 'c'"),
        ("one_of", 1, "the id of one option: 'a', 'b', 'c'"),
        ("true_false", True, "the id of one option: 'true', 'false'"),
        ("several_of", "ac", "ids of options, each once: 'a', 'b', 'c', 'd'"),
        ("several_of", ["a", "a"], "ids of options, each once: 'a', 'b', 'c', 'd'"),
        ("several_of", ["a", ["b"]], "ids of options, each once: 'a', 'b', 'c', 'd'"),
        ("several_of", {"a": "b"}, "ids of options, each once: 'a', 'b', 'c', 'd'"),
        ("several_of", 3, "ids of options, each once: 'a', 'b', 'c', 'd'"),
        ("ordering", "abcd", "the ids of all options in an order, each once: 'a', 'b', 'c', 'd'"),
        ("ordering", list("abc"), "the ids of all options in an order, each once: 'a', 'b', 'c', 'd'"),
        ("ordering", {*"abcd"}, "the ids of all options in an order, each once: 'a', 'b', 'c', 'd'"),
        ("matching", [*"zzx"], "the id of a target for each option, each target once: 'w', 'x', 'y', 'z'"),
        ("matching", {"a": "z"}, "the id of a target for each option, each target once: 'w', 'x', 'y', 'z'"),
        ("matching", {"a": "z", "b": "x", "d": "w"}, "the id of a target for each option, each target once: 'w', 'x', 'y', 'z'"),
        ("numeric", "4", "a number from 1 to 5"),
        ("numeric", 0, "a number from 1 to 5"),
        ("numeric", 5.5, "a number from 1 to 5"),
        ("numeric", True, "a number from 1 to 5"),
        ("numeric", float("nan"), "a number from 1 to 5"),
    ],
)  # fmt: skip
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
