"""Sessions: steps, the errors of those that are not possible, and a log from which all follows."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from attrs import evolve

from interview_cases import BANK, IDS, SCORER, SECRET, decided, judged, plain, plan_of, started
from interview_kit import (
    DocumentError,
    InvalidValueError,
    ScorerError,
    Unscored,
    document,
    score,
    structure,
)
from interview_kit.errors import StepError
from interview_kit.interview import Event, Session, disclosure, judge_current, replay, start
from interview_kit.model import content_hash

LATER = "2026-11-26T12:00:00Z"


def test_an_unfinished_session_survives_storage() -> None:
    """A session with an open question is read back from its document, and goes on."""
    session = started().shown(at=datetime(2026, 11, 26, 9, 5, tzinfo=UTC))
    read = structure(document(session), Session)
    assert read == session
    assert read.state.phase == "asking"
    assert read.answered("Yes.", at=LATER) == session.answered("Yes.", at=LATER)


def test_a_log_gives_its_session() -> None:
    """A replay gives the same session, byte for byte, whatever happened."""
    session = decided()
    assert replay(session.events) == session
    assert plain(replay(session.events)) == plain(session)


def test_starting_twice_does_no_harm() -> None:
    """The stored session is given back for the same id and plan, however far it is."""
    session = judged()
    again = {"candidate": session.candidate, "at": LATER, "stored": session}
    assert start("i1", plan_of(), **again) is session


@pytest.mark.parametrize(
    ("id", "changed", "found"),
    [("i2", {}, "id"), ("i1", {"probes": 1}, "plan"), ("i1", {"candidate": "c2"}, "candidate")],
)
def test_starting_otherwise_is_refused(id: str, changed: dict[str, Any], found: str) -> None:
    """Another id, plan or person under a stored session is an error that names which."""
    session = judged()
    candidate = changed.get("candidate", session.candidate)
    plan = plan_of(**{name: held for name, held in changed.items() if name != "candidate"})
    with pytest.raises(StepError, match=f"another {found} is stored"):
        start(id, plan, candidate=candidate, at=LATER, stored=session)


def override(session: Session, **given: Any) -> Session:
    """Override the result of the first question."""
    held = {"by": "Budi", "reason": "Figures.", "at": LATER, "question": "Q1", "level": 5}
    held |= {"criterion": "result"} | given
    return session.overridden(held.pop("criterion"), held.pop("level"), **held)


ILLEGAL: list[tuple[Callable[[], Session], Callable[[Session], object], str]] = [
    (started, lambda s: s.answered(SECRET, at=LATER), "no question was shown yet"),
    (judged, lambda s: s.answered(SECRET, at=LATER), "no question is open"),
    (judged, lambda s: s.skipped(at=LATER), "no question is open"),
    (judged, lambda s: s.shown("Q1", at=LATER), "'Q1' was shown already"),
    (judged, lambda s: s.shown("Q9", at=LATER), "Planned are Q1, Q2, Q3"),
    (judged, lambda s: s.shown(at="2026-11-26T08:00:00Z"), "lies before what happened last"),
    (judged, lambda s: s.probed("learning", at=LATER), "situation, action, result"),
    (
        lambda: judged(probes=0),
        lambda s: s.probed("result", at=LATER),
        "a question gets at most 0 probes",
    ),
    (
        lambda: judged().shown(at=LATER).skipped(at=LATER),
        lambda s: s.probed("result", at=LATER),
        "'Q2' is not what was answered last",
    ),
    (
        lambda: judged().shown(at=LATER),
        lambda s: s.finished(at=LATER),
        "allowed is 'answered', 'skipped'",
    ),
    (
        lambda: judged().shown(at=LATER).skipped(at=LATER),
        lambda s: s.scored(Unscored(scorer="x", reason="empty"), at=LATER),
        "'Q2' has no answer",
    ),
    (
        judged,
        lambda s: s.scored(evolve(s.state.now.report, structure_hash=""), at=LATER),  # type: ignore[union-attr]  # it is judged
        "not made with the planned rubric of 'Q1'",
    ),
    (
        judged,
        lambda s: s.scored(
            score(BANK, "Q1", "Other words altogether", language="en", scorer=SCORER), at=LATER
        ),
        "the report quotes another answer",
    ),
    (judged, lambda s: override(s, criterion="charm"), "Its criteria are actions, result"),
    (judged, lambda s: override(s, level=6), "Levels are 1 to 5"),
    (judged, lambda s: override(s, question="Q2"), "'Q2' has no judgement"),
    (judged, lambda s: override(s, by="keyed"), "Name the person who decides"),
    (
        judged,
        lambda s: s.decided("hire", by="Budi", reason="Good.", at=LATER),
        "in practice nothing is decided",
    ),
    (
        lambda: judged(purpose="selection"),
        lambda s: s.decided("reject", by="keyed", reason="Low.", at=LATER),
        "'keyed' is a scorer",
    ),
    (
        lambda: judged(purpose="selection"),
        lambda s: s.finished(at=LATER),
        "no person has decided",
    ),
    (
        lambda: started(purpose="interviewer_support"),
        lambda s: s.shown(at=LATER),
        "the candidate has not been informed",
    ),
    (
        lambda: judged(purpose="selection"),
        lambda s: s.acknowledged(at=LATER),
        "has been informed already",
    ),
    (decided, lambda s: s.shown(at=LATER), "the session is finished"),
]


@pytest.mark.parametrize(("made", "step", "message"), ILLEGAL)
def test_what_is_not_possible_is_refused(
    made: Callable[[], Session], step: Callable[[Session], object], message: str
) -> None:
    """Each step that is not possible says why and what to do, and changes nothing."""
    session = made()
    before = plain(session)
    with pytest.raises(StepError) as caught:
        step(session)
    assert message in str(caught.value)
    assert SECRET not in str(caught.value)
    assert plain(session) == before


def test_a_candidate_acknowledges_a_text() -> None:
    """The log has the hash of the very text that was shown, and the language."""
    event = started(purpose="selection").acknowledged(at=LATER, language="id").events[-1]
    assert event.digest == content_hash(disclosure("selection"))
    assert event.language == "id"
    own = evolve(disclosure("selection"), title={"id": "Baca dulu", "en": "Read first"})
    session = started(purpose="selection").acknowledged(at=LATER, information=own)
    assert session.events[-1].digest == content_hash(own)


def test_an_end_without_a_decision_has_a_reason() -> None:
    """Where nobody decides, the reason why stands in the log, and there is no decision."""
    session = judged(purpose="selection").finished(at=LATER, reason="The candidate withdrew.")
    assert session.state.decision is None
    assert session.state.phase == "finished"


def test_a_decision_can_be_reviewed() -> None:
    """A later decision counts, also after the end; the earlier one stays in the log."""
    session = decided().decided("hire", by="Sari", reason="On objection.", at=LATER)
    assert session.state.decision == session.events[-1]
    assert [each.decision for each in session.events if each.kind == "decided"] == [
        "next_stage",
        "hire",
    ]


def test_a_broken_log_is_no_session() -> None:
    """A log without its beginning, out of order, or of other things is refused without its words."""
    session = decided()
    for events in ((), session.events[1:], session.events[::-1], [{"text": SECRET}]):
        with pytest.raises(InvalidValueError, match=r"Session.events") as caught:
            Session(events=events)  # type: ignore[arg-type]  # the last are no events
        assert SECRET not in str(caught.value)
    written = document(session)
    written["events"][5:6] = []
    with pytest.raises(DocumentError) as refused:
        structure(written, Session)
    assert SECRET not in str(refused.value)


def test_a_result_is_a_report_or_a_reason() -> None:
    """What is neither is refused without being shown."""
    with pytest.raises(ScorerError) as caught:
        judged().scored(SECRET, at=LATER)  # type: ignore[arg-type]  # that is the test
    assert SECRET not in str(caught.value)


def test_a_reply_belongs_to_what_is_open() -> None:
    """An event about another question, or about no probe, does not fit a log."""
    session = judged().probed("result", at=LATER)
    for held in ({"question": "Q2", "part": "result"}, {"question": "Q1"}):
        event = Event(kind="answered", at=LATER, text=SECRET, **held)
        with pytest.raises(InvalidValueError, match="'Q1', its probe for the result"):
            replay((*session.events, event))


def test_times_make_minutes() -> None:
    """A question takes the time from showing to answering with its probes; pauses do not count."""
    state = decided().state
    assert [each.seconds for each in state.questions] == [420.0, 60.0, 60.0]
    assert [each.over_time for each in state.questions] == [True, False, False]
    assert state.minutes_used == 9.0
    assert not state.over_budget
    assert judged(budget=14).state.over_budget
    assert not judged(budget=15).state.over_budget
    assert started().state.remaining == IDS


def test_what_probes_bring_joins_the_answer() -> None:
    """A scorer reads the answer and all that its probes brought; a skipped probe adds nothing."""
    session = judged().probed("result", at=LATER).answered("Sales rose.", at=LATER)
    session = session.probed("action", at=LATER).skipped(at=LATER)
    now = session.state.now
    assert now is not None
    assert now.answer == f"I called {SECRET} ten clients.\n\nSales rose."
    assert now.probed == ("result", "action")
    assert now.status == "answered"
    assert judge_current(session, BANK, SCORER, at=LATER).state.now != now
