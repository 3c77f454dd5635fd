"""The decision record: a named person, the advice, what was changed, and no word of the answers."""

import pytest

from export_cases import words_of
from interview_kit import Bank, ScoreReport, score
from interview_kit.export import decision_record, to_html
from interview_kit.interview import (
    Boundaries,
    CompetencyLevel,
    DecisionRule,
    Recommendation,
    RuleCompetency,
    Session,
    plan_session,
    recommend,
    start,
)

AT = "2026-11-26T02:00:00Z"
STORY = (
    "Waktu itu target tim kami turun 20% karena dua klien besar pindah. Saya menghubungi 40 pelanggan "
    "lama, lalu saya susun penawaran kontrak setahun untuk tiap segmen."
)


def judged(bank: Bank) -> Session:
    """Give a session with one answer that was judged, and rated otherwise by a person."""
    plan = plan_session(bank, ["S04"], language="id", purpose="selection")
    session = start("i1", plan, candidate="c17", at=AT).acknowledged(at=AT)
    found = score(bank, "S04", STORY, language="id")
    assert isinstance(found, ScoreReport)
    session = session.shown(at=AT).answered(STORY, at=AT).scored(found, at=AT)
    changed = {"by": "Sari", "reason": "<b>Angka</b> disebut.", "question": "S04"}
    return session.overridden("relevance", 4, at=AT, **changed)


def advice() -> Recommendation:
    """Give what a rule advises on one level."""
    rule = DecisionRule(
        id="trial",
        lowest=1,
        highest=5,
        competencies=[RuleCompetency(competency="negotiation_closing")],
        boundaries=Boundaries(no=2, yes=3, strong_yes=4),
    )
    level = CompetencyLevel(competency="negotiation_closing", level=3.5, ratings=1)
    return recommend(rule, [level])


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_record_tells_who_decided_what_was_advised_and_what_was_changed(
    bank: Bank, language: str
) -> None:
    """Person, reason, advice with its caveat, and changed levels stand in it; the answer does not."""
    session = judged(bank).decided("next_stage", by="Sari", reason="Memenuhi syarat.", at=AT)
    report = decision_record(session, bank, language=language, recommendation=advice())
    said = words_of(report)
    assert {"Sari", "next_stage", "Memenuhi syarat.", "c17", "relevance"} <= {*said}
    assert advice().advisory.in_(language) in said
    assert any(each.endswith("→ 4") for each in said)
    assert "menghubungi" not in " ".join(said)
    assert "&lt;b&gt;Angka" in to_html(report)


def test_what_nobody_decided_is_open(bank: Bank) -> None:
    """Without a person there is no decision, whatever a rule advises."""
    report = decision_record(judged(bank), bank, language="en", recommendation=advice())
    assert "No person has decided yet." in words_of(report)
