"""Events: each kind has its fields and no others, and none tells what a person said."""

from typing import Any

import pytest

from interview_cases import SECRET, decided, leaks, plan_of
from interview_kit import InvalidValueError, document, structure
from interview_kit.interview import EVENT_KINDS, Event

AT = "2026-11-26T09:00:00Z"


def test_times_have_one_form() -> None:
    """A time in another zone is kept in UTC."""
    event = Event(kind="shown", at="2026-11-26T09:00+07:00", question="Q1")
    assert event.at == "2026-11-26T02:00:00.000Z"


def test_every_event_of_a_session_has_a_document() -> None:
    """Each event is read back as it was written, and holds only what its kind has."""
    session = decided()
    for event in session.events:
        assert structure(document(event), Event) == event
    assert {each.kind for each in session.events} == {*EVENT_KINDS} - {"merged", "erased"}
    assert list(document(session.events[1])) == ["kind", "at", "language", "digest"]


@pytest.mark.parametrize(
    "held",
    [
        {"kind": "shown"},
        {"kind": "shown", "question": "Q1", "text": SECRET},
        {"kind": "answered", "question": "Q1"},
        {"kind": "answered", "question": "Q1", "text": [SECRET]},
        {"kind": "answered", "question": "Q1", "text": SECRET, "emptied": True},
        {"kind": "scored", "question": "Q1"},
        {"kind": "decided", "by": "Budi", "decision": "hire", "text": "  "},
        {"kind": "decided", "by": "Budi", "decision": "hire"},
        {"kind": "decided", "by": " ", "decision": "hire", "text": SECRET},
        {"kind": "started", "session": "i1", "candidate": 5, "plan": plan_of()},
        {"kind": "erased", "digest": "A" * 32},
        {"kind": "rejected", "question": "Q1"},
    ],
)
def test_what_a_kind_has_not_is_refused(held: dict[str, Any]) -> None:
    """A field missing, a field too many or one of another type is an error without the words."""
    with pytest.raises(InvalidValueError) as caught:
        Event(at=AT, **held)
    assert SECRET not in str(caught.value)


def test_a_repr_keeps_silent() -> None:
    """Answers, reasons, quotes and the person's id are not in any repr."""
    events = decided().events
    assert not leaks(events)
    assert "kind='answered'" in repr(events)
