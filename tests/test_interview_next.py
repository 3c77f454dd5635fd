"""What comes next: the question, the probe that missing evidence calls for, or the end."""

from attrs import evolve

from interview_cases import judged, started
from interview_kit import Bank, Rating, Unscored
from interview_kit.interview import (
    Session,
    erased,
    next_step,
    plan_session,
    start,
)

LATER = "2026-11-26T12:00:00Z"


def found(session: Session, *warnings: str, level: int = 3) -> Session:
    """Record a report with some warnings and a level for the result."""
    now = session.state.now
    assert now is not None
    assert now.report is not None
    ratings = [Rating(criterion="result", level=level)]
    report = evolve(now.report, ratings=ratings, warnings=warnings)
    return session.scored(report, at=LATER)


def offered(session: Session) -> tuple[str, str, str | None, str | None]:
    """Give what is offered, less the words."""
    step = next_step(session)
    return step.action, step.reason, step.question, step.part


def test_a_session_is_led_from_beginning_to_end() -> None:
    """Each phase has its offer: inform, show, wait, decide, finish, nothing."""
    session = started(purpose="selection", probes=0)
    assert offered(session) == ("inform", "not_informed", None, None)
    session = session.acknowledged(at=LATER)
    assert offered(session) == ("show", "first_question", "Q1", None)
    for _ in range(3):
        session = session.shown(at=LATER)
        assert offered(session)[:2] == ("wait", "answer_awaited")
        session = session.answered("I did.", at=LATER)
    assert offered(session) == ("decide", "all_asked", None, None)
    session = session.decided("hire", by="Budi", reason="Good.", at=LATER)
    assert offered(session) == ("finish", "decided", None, None)
    session = session.finished(at=LATER)
    assert offered(session) == ("none", "finished", None, None)
    assert offered(erased(session, at=LATER)) == ("none", "erased", None, None)


def test_practice_ends_without_a_decision() -> None:
    """Once all was asked, practice is offered its end."""
    session = judged(probes=0)
    for _ in range(2):
        session = session.shown(at=LATER).skipped(at=LATER)
    assert offered(session) == ("finish", "all_asked", None, None)


def test_missing_evidence_calls_for_its_probe() -> None:
    """The first missing part whose probe was not put is asked for, in the author's words."""
    session = found(judged(), "missing_task", "missing_result", "missing_action")
    assert offered(session) == ("probe", "missing_action", "Q1", "action")
    text = next_step(session).text
    assert text is not None
    assert text.in_("en") == "action?"
    session = session.probed("action", at=LATER)
    assert offered(session) == ("wait", "answer_awaited", "Q1", "action")
    session = session.skipped(at=LATER)
    assert offered(session) == ("probe", "missing_result", "Q1", "result")
    session = session.probed("result", at=LATER).skipped(at=LATER)
    assert offered(found(session, "missing_situation")) == ("show", "next_question", "Q2", None)


def test_a_criterion_at_the_bottom_calls_for_its_probe() -> None:
    """Where a scorer warns of nothing, the lowest level of a criterion tells what is missing."""
    assert offered(found(judged(), level=1))[:2] == ("probe", "missing_result")
    assert offered(found(judged(), level=2))[:2] == ("show", "next_question")


def test_no_probe_without_a_report() -> None:
    """An answer that could not be judged, or was not, calls for none."""
    nothing = Unscored(scorer="mine", reason="too_short")
    assert offered(judged().scored(nothing, at=LATER))[0] == "show"


def test_another_stage_is_announced(whole_bank: Bank) -> None:
    """The first question of the next stage says so."""
    ids = [
        next(each.id for each in whole_bank.find(stage=stage) if len(each.stages) == 1)
        for stage in ("hr", "user")
    ]
    plan = plan_session(whole_bank, ids, language="id")
    session = start("i1", plan, candidate="c1", at=LATER).shown(at=LATER).skipped(at=LATER)
    assert offered(session)[:2] == ("show", "next_stage")


def test_more_time_than_planned_is_told() -> None:
    """The offer stays what it is, and says that the budget is spent."""
    assert next_step(judged(budget=14)).over_budget
    assert not next_step(judged(budget=15)).over_budget
