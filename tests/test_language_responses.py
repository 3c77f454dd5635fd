"""Responses: what sort of answer a text is."""

import pytest
from hypothesis import given, strategies as st

from interview_kit.language import response_type
from interview_kit.model import RESPONSE_TYPES
from language_cases import LANGUAGES, cases, joined


@pytest.mark.parametrize(("language", "share"), [("id", 0.9), ("en", 0.9)])
def test_answers_of_another_hand_are_told_apart(language: str, share: float) -> None:
    """Held-out answers of all seven sorts are told apart."""
    found = [
        response_type(joined(case["sentences"])[0], language) == case["response_type"]
        for case in cases("held_out", language)
    ]
    assert sum(found) / len(found) >= share


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=200))
def test_any_text_is_of_a_sort(language: str, text: str) -> None:
    """Any text with words is of one sort, and one without is of none."""
    found = response_type(text, language)
    assert found in {*RESPONSE_TYPES, None}


@pytest.mark.parametrize("text", ["", " ... ", "\U0001f600"])
def test_nothing_is_of_no_sort(text: str) -> None:
    """A text without words is of no sort."""
    assert response_type(text, "id") is None
