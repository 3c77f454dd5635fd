"""What a person can ask for: a copy, another name, erasure; and a trail without their words."""

import json

import pytest
from attrs import evolve

from interview_cases import KEY, SECRET, decided, judged, plain, started
from interview_kit import (
    Bank,
    Blueprint,
    InvalidValueError,
    Unscored,
    document,
    generate,
    structure,
)
from interview_kit.errors import StepError
from interview_kit.interview import (
    Session,
    audit_trail,
    erased,
    export_data,
    plan_session,
    pseudonymised,
    replay,
    start,
)

LATER = "2026-11-26T12:00:00Z"
OTHER = b"another key of sixteen bytes"


def test_an_export_has_everything() -> None:
    """The copy holds every word, the judgements, the decision, and the session itself."""
    session = decided()
    given = json.loads(json.dumps(export_data(session)))
    assert structure(given["session"], Session) == session
    assert given["candidate"] == session.candidate
    assert [each["status"] for each in given["questions"]] == ["answered", "skipped", "answered"]
    assert given["questions"][0]["replies"][1] == {
        "part": "result",
        "text": f"{SECRET} sales rose.",
    }
    assert given["questions"][0]["judgement"]["scorer"] == "keyed"
    assert "judgement" not in given["questions"][1]
    assert given["decisions"][0]["text"] == f"{SECRET} knows the work."
    assert [each["kind"] for each in given["information"]] == ["acknowledged"]


def test_an_erased_session_holds_no_word() -> None:
    """Answers, probes' answers, quotes, reasons and the person's id go; the rest stays."""
    before = decided()
    session = erased(before, at=LATER)
    assert SECRET not in plain(session)
    assert session.is_erased
    assert session.events[-1].kind == "erased"
    assert replay(session.events) == structure(document(session), Session) == session
    was, now = (each.state.questions[0].report for each in (before, session))
    assert was is not None
    assert now is not None
    assert (now.overall, now.structure_hash) == (was.overall, was.structure_hash)
    assert [each.level for each in now.ratings] == [each.level for each in was.ratings]
    assert [each.at for each in session.events[:-1]] == [each.at for each in before.events]
    assert (session.id, session.candidate) == ("i1", "")
    assert {each.digest for each in session.events if each.kind == "answered"} == {""}


def test_nothing_happens_after_erasure() -> None:
    """Erasing again gives the same; any other step is refused."""
    session = erased(judged(), at=LATER)
    assert erased(session, at=LATER) is session
    with pytest.raises(StepError, match="the session is erased; allowed is nothing"):
        session.shown(at=LATER)
    with pytest.raises(StepError, match="is erased"):
        session.finished(at=LATER)
    with pytest.raises(StepError, match="lies before"):
        erased(judged(), at="2026-11-26T08:00:00Z")


def test_words_of_a_scorer_go_too() -> None:
    """A message, a next step or a warning that quotes the person does not survive."""
    session = judged()
    now = session.state.now
    assert now is not None
    assert now.report is not None
    ratings = [evolve(each, next_step=f"Say why {SECRET}.") for each in now.report.ratings]
    warnings = [f"said {SECRET}", "off_topic"]
    session = session.scored(evolve(now.report, ratings=ratings, warnings=warnings), at=LATER)
    message = Unscored(scorer="mine", reason="odd", message=f"{SECRET}?")
    gone = erased(session.scored(message, at=LATER), at=LATER)
    assert SECRET not in plain(gone)
    report = gone.events[-3].report
    assert report is not None
    assert report.warnings == ("off_topic",)


def test_a_seed_that_may_name_a_person_goes(bank: Bank) -> None:
    """A receipt with a string for its seed is dropped; one with a number stays."""
    for seed, stays in ((SECRET, False), (7, True)):
        quiz = generate(bank, Blueprint(role="sales", length=2), seed=seed)
        plan = plan_session(bank, quiz, language="id")
        session = start("i1", plan, candidate="c1", at=LATER)
        for changed in (erased(session, at=LATER), pseudonymised(session, KEY)):
            assert (changed.plan.receipt == quiz.receipt) is stays
            assert changed.plan.questions == plan.questions


def test_a_trail_has_hashes_and_no_words() -> None:
    """Each event has its entry; the hashes need the key, and equal answers do not look equal."""
    session = judged().shown(at=LATER).answered("No.", at=LATER)
    session = session.shown(at=LATER).answered("No.", at=LATER)
    trail = audit_trail(session, key=KEY)
    assert [each.kind for each in trail] == [each.kind for each in session.events]
    assert [each.number for each in trail] == [*range(1, len(trail) + 1)]
    assert SECRET not in repr([document(each) for each in trail])
    digests = [each.digest for each in trail if each.kind == "answered"]
    assert len(set(digests)) == 3
    assert all(len(each) == 32 for each in digests)
    others = audit_trail(session, key=OTHER)
    assert not {*digests} & {each.digest for each in others}
    assert trail == audit_trail(session, key=KEY.encode())


def test_a_trail_says_who_decided_by_what() -> None:
    """Scorer, rubric, total, override and decision are in it."""
    trail = audit_trail(decided(), key=KEY)
    scored = next(each for each in trail if each.kind == "scored")
    assert scored.scorer == "keyed"
    assert scored.overall is not None
    assert len(scored.structure_hash) == 32
    unscored = [each.unscored for each in trail if each.unscored]
    assert unscored == ["empty"]
    override = next(each for each in trail if each.kind == "overridden")
    assert (override.criterion, override.level, override.by) == ("result", 5, "Budi")
    assert [each.decision for each in trail if each.decision] == ["next_stage"]


def test_erasure_leaves_the_trail() -> None:
    """Under the same key an erased session has the trail it had, and one entry more."""
    before = audit_trail(decided(), key=KEY)
    after = audit_trail(erased(decided(), at=LATER, key=KEY), key=KEY)
    assert after[:-1] == before
    assert after[-1].kind == "erased"


def test_pseudonyms_are_the_same_under_one_key() -> None:
    """Ids and names become hashes; two sessions of one person stay together, keys do not."""
    session = decided()
    renamed = pseudonymised(session, KEY)
    assert renamed.candidate == pseudonymised(started(), KEY).candidate
    assert renamed.candidate != pseudonymised(session, OTHER).candidate
    assert renamed.candidate.startswith("p_")
    assert "Budi" not in plain(renamed)
    assert "'i1'" not in plain(renamed)
    assert f"{SECRET} Rani" not in plain(renamed)
    assert f"I called {SECRET} ten clients." in plain(renamed)
    assert replay(renamed.events) == renamed


def test_pseudonyms_without_answers_hold_no_word() -> None:
    """Dropped answers leave a session of levels and times that is not erased."""
    session = pseudonymised(decided(), KEY, answers=False)
    assert SECRET not in plain(session)
    assert "Budi" not in plain(session)
    assert session.state.phase == "finished"
    assert structure(document(session), Session) == session


@pytest.mark.parametrize("key", ["", "fifteen bytes..", b"short", 16, None])
def test_a_weak_key_is_refused(key: object) -> None:
    """A key that could be guessed is refused, and not shown."""
    for use in (audit_trail, pseudonymised):
        with pytest.raises(InvalidValueError, match="at least 16 bytes") as caught:
            use(judged(), key=key)  # type: ignore[operator]  # that is the test
        assert "fifteen" not in str(caught.value)
