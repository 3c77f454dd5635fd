"""A bank of three questions with probes, and sessions in every phase."""

from typing import Any, Final

from interview_kit import Bank, Question, Text, document
from interview_kit.interview import Session, SessionPlan, judge_current, plan_session, start
from interview_kit.model import Part, Probe
from interview_kit.testing import KeyedScorer
from quiz_cases import bank_of, question

#: Stands in everything that a person says in these tests, so that a leak can be found.
SECRET: Final = "zqx"  # noqa: S105 - a mark, and no password
KEY: Final = "a key of at least sixteen bytes"
SCORER: Final = KeyedScorer(key=7)
PARTS: Final[tuple[Part, ...]] = ("situation", "action", "result")
PROBES: Final = [Probe(part=part, text=Text.of(id=f"{part}?", en=f"{part}?")) for part in PARTS]
IDS: Final = ("Q1", "Q2", "Q3")


def asked(id: str, **given: Any) -> Question:
    """Make a question with three probes."""
    return question(id, probes=PROBES, **given)


BANK: Final[Bank] = bank_of(asked(id) for id in IDS)


def plan_of(**given: Any) -> SessionPlan:
    """Plan a session of the three questions."""
    return plan_session(BANK, IDS, **({"language": "en"} | given))


def started(**given: Any) -> Session:
    """Start a session at nine."""
    return start("i1", plan_of(**given), candidate=f"{SECRET} Rani", at="2026-11-26T09:00:00Z")


def judged(**given: Any) -> Session:
    """Start a session, answer its first question, and have the answer judged at 9:15."""
    session = started(**given)
    if session.plan.needs_person:
        session = session.acknowledged(at="2026-11-26T09:01:00Z")
    session = session.shown(at="2026-11-26T09:05:00Z")
    session = session.answered(f"I called {SECRET} ten clients.", at="2026-11-26T09:10:00Z")
    return judge_current(session, BANK, SCORER, at="2026-11-26T09:15:00Z")


def decided() -> Session:
    """Give a session for selection in which everything has happened that can, finished at 9:50."""
    session = judged(purpose="selection").probed("result", at="2026-11-26T09:16:00Z")
    session = session.answered(f"{SECRET} sales rose.", at="2026-11-26T09:18:00Z")
    session = judge_current(session, BANK, SCORER, at="2026-11-26T09:19:00Z")
    session = session.overridden(
        "result",
        5,
        by="Budi",
        reason=f"{SECRET} gave figures.",
        at="2026-11-26T09:20:00Z",
        question="Q1",
    )
    session = session.shown(at="2026-11-26T09:21:00Z").skipped(at="2026-11-26T09:22:00Z")
    session = session.shown(at="2026-11-26T09:23:00Z").answered("", at="2026-11-26T09:24:00Z")
    session = judge_current(session, BANK, SCORER, at="2026-11-26T09:25:00Z")
    session = session.decided(
        "next_stage", by="Budi", reason=f"{SECRET} knows the work.", at="2026-11-26T09:40:00Z"
    )
    return session.finished(at="2026-11-26T09:50:00Z", reason=f"{SECRET} had no questions.")


def leaks(*values: object) -> bool:
    """Tell whether what a person said stands in the repr of any value."""
    return any(SECRET in repr(value) for value in values)


def plain(session: Session) -> str:
    """Write a session down."""
    return repr(document(session))
