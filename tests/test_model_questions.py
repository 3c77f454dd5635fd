"""Questions: which are valid, and what they hold under each facet."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError, Question
from interview_kit.model import KINDS, PARTS, SIGNS, Indicator, KeyPoint, Probe

SAID = {"id": "Ceritakan tantangan terberat Anda.", "en": "Tell me about a hard challenge."}
VALID: dict[str, Any] = {
    "id": "S01",
    "text": SAID,
    "kind": "past",
    "stages": ["user"],
    "competencies": ["closing"],
    "difficulty": 3,
    "minutes": 5,
}
POINT = KeyPoint(id="lock_out", text=SAID)


def test_the_names_are_those_of_the_design() -> None:
    """Kinds, parts and signs are what stored documents and quotas may name."""
    assert KINDS == ("past", "situational", "technical", "motivation", "background")
    assert PARTS == ("situation", "task", "action", "result", "learning")
    assert SIGNS == ("positive", "negative")


def test_what_is_left_out_is_empty() -> None:
    """A question needs neither roles nor goals, follow-ups, key points or a rubric of its own."""
    question = Question(**VALID)
    empty = ("roles", "goals", "probes", "key_points", "indicators", "enemies", "tags", "covers")
    assert {getattr(question, name) for name in empty} == {()}
    assert (question.rubric, question.origin) == (None, None)
    assert not Indicator(sign="positive", text=SAID).decisive
    assert KeyPoint(id="lock_out", text=SAID).terms.entries == ()


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"kind": "behavioural"},
            InvalidValueError(
                "Question.kind",
                "'behavioural'",
                "one of 'past', 'situational', 'technical', 'motivation', 'background'",
            ),
        ),
        (
            {"stages": []},
            InvalidValueError("Question.stages", "0", "at least 1", rule="too-few"),
        ),
        (
            {"competencies": ()},
            InvalidValueError("Question.competencies", "0", "at least 1", rule="too-few"),
        ),
        (
            {"stages": ["user", "user"]},
            InvalidValueError("ids", "'user' twice", "each id once", rule="duplicate"),
        ),
        (
            {"key_points": [POINT, POINT]},
            InvalidValueError(
                "Question.key_points", "id 'lock_out' twice", "each id once", rule="duplicate"
            ),
        ),
        (
            {"key_points": ["lock_out"]},
            InvalidValueError(
                "Question.key_points", "'lock_out'", "only KeyPoint", rule="wrong-type"
            ),
        ),
        (
            {"probes": [None]},
            InvalidValueError("Question.probes", "None", "only Probe", rule="wrong-type"),
        ),
        (
            {"indicators": ["calm"]},
            InvalidValueError("Question.indicators", "'calm'", "only Indicator", rule="wrong-type"),
        ),
    ],
)
def test_wrong_questions_are_refused(change: dict[str, Any], expected: InvalidValueError) -> None:
    """A wrong field is refused with what was found and what is allowed."""
    with pytest.raises(InvalidValueError) as raised:
        Question(**{**VALID, **change})
    assert raised.value == expected


@pytest.mark.parametrize(("name", "high"), [("difficulty", 5), ("minutes", 60)])
@given(data=st.data())
def test_numbers_have_bounds(name: str, high: int, data: st.DataObject) -> None:
    """Difficulty goes from 1 to 5, and minutes from 1 to 60."""
    number = data.draw(st.integers(-1, high + 2))
    if 1 <= number <= high:
        assert number == getattr(Question(**{**VALID, name: number}), name)
    else:
        with pytest.raises(InvalidValueError) as raised:
            Question(**{**VALID, name: number})
        allowed = f"a whole number from 1 to {high}"
        place = f"Question.{name}"
        expected = InvalidValueError(place, str(number), allowed, rule="out-of-range")
        assert raised.value == expected


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            lambda: Probe(part="none", text=SAID),
            InvalidValueError(
                "Probe.part",
                "'none'",
                "one of 'situation', 'task', 'action', 'result', 'learning'",
            ),
        ),
        (
            lambda: Indicator(sign="neutral", text=SAID),
            InvalidValueError("Indicator.sign", "'neutral'", "one of 'positive', 'negative'"),
        ),
        (
            lambda: Indicator(sign="positive", text=SAID, decisive="yes"),
            InvalidValueError("Indicator.decisive", "'yes'", "one of True, False"),
        ),
    ],
)
def test_wrong_parts_of_questions_are_refused(make: Any, expected: InvalidValueError) -> None:
    """Follow-ups and indicators take only the names that there are."""
    with pytest.raises(InvalidValueError) as raised:
        make()
    assert raised.value == expected
