"""Going on when the bank has changed: pinned, merged or asked, with every difference named."""

from collections.abc import Iterable

import pytest
from attrs import evolve

from interview_cases import BANK, IDS, asked, decided, judged
from interview_kit import Bank, InvalidValueError, Question, Text
from interview_kit.errors import StepError
from interview_kit.interview import Policy, changes_of, next_step, resume
from interview_kit.quiz import drawn_from
from quiz_cases import bank_of, rubric

LATER = "2026-11-26T12:00:00Z"
NEW = Text.of(id="Baru?", en="New?")


def bank_with(*questions: Question, drop: Iterable[str] = ()) -> Bank:
    """Give the bank with some questions in place of others."""
    held = {id: asked(id) for id in IDS if id not in {*drop}} | {
        each.id: each for each in questions
    }
    return bank_of(held.values())


def kinds(bank: Bank) -> list[tuple[str, str]]:
    """Name what differs from what the session was planned with."""
    return [(each.kind, each.id) for each in changes_of(judged(), bank)]


@pytest.mark.parametrize("policy", ["pin", "merge", "ask"])
def test_the_same_bank_changes_nothing(policy: Policy) -> None:
    """Under every policy the session goes on as it is."""
    found = resume(judged(), BANK, policy=policy, at=LATER)
    assert (found.session, found.changes, found.taken) == (judged(), (), ())


def test_every_difference_is_named() -> None:
    """Removed, reworded, retagged, and both changes of a rubric are told apart by question."""
    assert kinds(bank_with(drop=["Q2"])) == [("removed", "Q2")]
    assert kinds(bank_with(asked("Q2", text=NEW))) == [("reworded", "Q2")]
    assert kinds(bank_with(asked("Q3", difficulty=4))) == [("retagged", "Q3")]
    questions = [asked(id) for id in IDS]
    heavier = bank_of(questions, [rubric("past", weight=60)])
    assert kinds(heavier) == [("rubric", id) for id in IDS]
    mended = bank_of(questions, [rubric("past", said=NEW)])
    assert kinds(mended) == [("rubric_reworded", id) for id in IDS]


def test_asking_gives_no_session() -> None:
    """Under `ask` a difference leaves the choice to the host."""
    found = resume(judged(), bank_with(asked("Q2", text=NEW)), at=LATER)
    assert found.session is None
    assert [each.kind for each in found.changes] == ["reworded"]


def test_pinning_asks_what_was_planned() -> None:
    """Under `pin` a question that the bank has lost is asked all the same."""
    found = resume(judged(), bank_of(()), policy="pin", at=LATER)
    assert found.session == judged()
    assert found.session is not None
    assert next_step(found.session.shown(at=LATER)).question == "Q2"


def test_merging_takes_new_words_only() -> None:
    """Under `merge` what waits gets its new wording; what was asked or has changed stays."""
    changed = bank_with(
        asked("Q1", text=NEW), asked("Q2", text=NEW), asked("Q3", text=NEW, minutes=9)
    )
    found = resume(judged(), changed, policy="merge", at=LATER)
    assert found.taken == ("Q2",)
    assert found.session is not None
    assert found.session.events[:-1] == judged().events
    now = [each.planned.question.text for each in found.session.state.questions]
    assert now == [asked("Q1").text, NEW, asked("Q3").text]
    again = resume(found.session, changed, policy="merge", at=LATER)
    assert again.session == found.session
    assert next_step(found.session).reason == next_step(judged()).reason


def test_a_finished_session_is_left_alone() -> None:
    """Nothing waits any more, so that nothing is merged."""
    session = decided()
    found = resume(session, bank_with(asked("Q3", text=NEW)), policy="merge", at=LATER)
    assert found.session is session


def test_an_unknown_policy_is_refused() -> None:
    """The error names the three."""
    with pytest.raises(InvalidValueError, match="one of pin, merge, ask"):
        resume(judged(), BANK, policy="guess", at=LATER)  # type: ignore[arg-type]  # that is the test


def test_a_wrong_merge_is_refused() -> None:
    """A host cannot put another structure, or a question that was shown, into a session."""
    session = judged()
    first, second, third = (each.planned for each in session.state.questions)
    for questions in ([first], [second, first]):
        with pytest.raises(StepError, match="'Q1' is not waiting"):
            session.merged(questions, at=LATER)
    harder = evolve(third.question, difficulty=4)
    changed = evolve(third, question=harder, drawn=drawn_from(BANK, harder))
    with pytest.raises(StepError, match="'Q3' has another structure now"):
        session.merged([changed], at=LATER)
    assert session.merged([third], at=LATER).state.questions == session.state.questions
