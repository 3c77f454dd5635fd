"""Judgements in a session: by the planned rubric, and as persons left them."""

import pytest

from interview_cases import BANK, SCORER, asked, decided, judged, started
from interview_kit import ScoreReport, UnknownIdError, Unscored
from interview_kit.errors import StepError
from interview_kit.interview import effective_report, judge_current
from quiz_cases import bank_of, rubric

LATER = "2026-11-26T12:00:00Z"


def test_nothing_is_judged_without_an_answer() -> None:
    """Before an answer, after a skipped question, and at the end, judging is refused."""
    open_now = judged().shown(at=LATER)
    for session in (started(), open_now, open_now.skipped(at=LATER), decided()):
        with pytest.raises(StepError, match="nothing was answered last"):
            judge_current(session, BANK, SCORER, at=LATER)


def test_another_rubric_is_refused() -> None:
    """An answer is judged by the rubric that was planned; its wording may be mended."""
    session = started().shown(at=LATER).answered("I did.", at=LATER)
    heavier = bank_of((asked("Q1"),), [rubric("past", weight=60)])
    with pytest.raises(StepError, match="another structure than was planned"):
        judge_current(session, heavier, SCORER, at=LATER)
    assert judge_current(session, BANK, SCORER, at=LATER).events[-1].kind == "scored"


def test_an_override_changes_what_counts_and_keeps_what_was() -> None:
    """The totals are computed anew with the person's level; the scorer's report stays."""
    session = judged()
    original = session.state.questions[0].report
    assert original is not None
    assert effective_report(session, BANK, "Q1") == original
    given = {"by": "Budi", "question": "Q1", "at": LATER}
    session = session.overridden("result", 5, reason="Figures.", **given)
    session = session.overridden("actions", 1, reason="None of their own.", **given)
    report = effective_report(session, BANK, "Q1")
    assert isinstance(report, ScoreReport)
    assert report.overall == 60.0
    assert [each.level for each in report.ratings] == [1, 5]
    progress = session.state.questions[0]
    assert progress.report == original
    assert [(each.by, each.text) for each in progress.overrides] == [
        ("Budi", "Figures."),
        ("Budi", "None of their own."),
    ]
    again = judge_current(session, BANK, SCORER, at=LATER)
    assert effective_report(again, BANK, "Q1") == report
    session = session.overridden("result", None, reason="Not asked for.", **given)
    report = effective_report(session, BANK, "Q1")
    assert isinstance(report, ScoreReport)
    assert (report.overall, report.coverage) == (0.0, 0.4)


def test_a_person_may_judge_what_no_scorer_could() -> None:
    """An override of an answer without a score gives a report of what the person rated."""
    session = judged().scored(Unscored(scorer="mine", reason="too_short"), at=LATER)
    session = session.overridden("result", 3, by="Budi", reason="Short.", at=LATER, question="Q1")
    report = effective_report(session, BANK, "Q1")
    assert isinstance(report, ScoreReport)
    assert (report.overall, report.rated, report.criteria) == (50.0, 1, 2)


def test_what_was_not_judged_has_no_report() -> None:
    """A question without a judgement gives none; one that is not planned is an error."""
    assert effective_report(started(), BANK, "Q1") is None
    with pytest.raises(UnknownIdError, match="Q9"):
        effective_report(started(), BANK, "Q9")
