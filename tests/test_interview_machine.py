"""Sessions at random: nothing is lost, nothing leaks, and what is not possible changes nothing."""

import json
import pickle
from collections.abc import Callable
from typing import Any

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from interview_cases import BANK, IDS, KEY, PARTS, SCORER, SECRET, asked, leaks, plan_of
from interview_kit import Text, document, structure
from interview_kit.errors import StepError
from interview_kit.interview import (
    Session,
    audit_trail,
    erased,
    judge_current,
    next_step,
    pseudonymised,
    replay,
    resume,
    start,
)
from interview_kit.scoring import PURPOSES
from quiz_cases import bank_of

REWORDED = bank_of(asked(id, text=Text.of(id="Baru?", en="New?")) for id in IDS)

questions = st.none() | st.sampled_from((*IDS, "Q9"))
said = st.text(max_size=12).map(lambda text: f"{SECRET} {text}") | st.just("")


class Sessions(RuleBasedStateMachine):
    """Tries every step at any time, as hosts do that get messages twice or in another order."""

    def __init__(self) -> None:
        super().__init__()
        self.minute = 0
        self.session: Session

    @initialize(purpose=st.sampled_from(PURPOSES), probes=st.integers(0, 2))
    def begin(self, purpose: Any, probes: int) -> None:
        """Start a session."""
        plan = plan_of(purpose=purpose, probes=probes)
        candidate = f"{SECRET} Rani"
        self.session = start("i1", plan, candidate=candidate, at=self.now())
        again = start("i1", plan, candidate=candidate, at=self.now(), stored=self.session)
        assert again is self.session

    def now(self) -> str:
        """Give a time later than any before."""
        self.minute += 1
        return f"2026-11-26T{9 + self.minute // 60:02}:{self.minute % 60:02}:00Z"

    def take(self, step: Callable[[Session, str], Session]) -> None:
        """Try a step: the log grows by one event, or an error tells why not and nothing changes."""
        before = self.session
        log = json.dumps(document(before))
        said = ""
        try:
            after = step(before, self.now())
        except StepError as error:
            after, said = before, f"{error}{error!r}"
        assert SECRET not in said
        if said:
            assert json.dumps(document(before)) == log
            return
        assert after.events[:-1] == before.events
        self.session = after

    @rule(times=st.integers(1, 6), judging=st.booleans())
    def follow(self, times: int, *, judging: bool) -> None:
        """Do what is offered several times over, and have answers judged; both are possible."""
        for _ in range(times):
            action = next_step(self.session).action
            self.do_what_is_offered()
            if action == "wait" and judging:
                self.session = judge_current(self.session, BANK, SCORER, at=self.now())

    def do_what_is_offered(self) -> None:
        """Take the step that is offered."""
        step = next_step(self.session)
        done: dict[str, Callable[[Session, str], Session]] = {
            "inform": lambda s, at: s.acknowledged(at=at),
            "show": lambda s, at: s.shown(step.question, at=at),
            "probe": lambda s, at: s.probed(step.part or "task", at=at),
            "wait": lambda s, at: s.answered(f"{SECRET} called ten clients.", at=at),
            "decide": lambda s, at: s.decided("hire", by="Budi", reason=SECRET, at=at),
            "finish": lambda s, at: s.finished(at=at),
        }
        if step.action != "none":
            self.session = done[step.action](self.session, self.now())

    @rule(question=questions)
    def show(self, question: str | None) -> None:
        """Show a question."""
        self.take(lambda session, at: session.shown(question, at=at))

    @rule(text=said)
    def answer(self, text: str) -> None:
        """Answer."""
        self.take(lambda session, at: session.answered(text, at=at))

    @rule()
    def skip(self) -> None:
        """Leave without an answer what is open."""
        self.take(lambda session, at: session.skipped(at=at))

    @rule(part=st.sampled_from((*PARTS, "learning")))
    def probe(self, part: Any) -> None:
        """Put a probe."""
        self.take(lambda session, at: session.probed(part, at=at))

    @rule()
    def judge(self) -> None:
        """Judge what was answered last."""
        self.take(lambda session, at: judge_current(session, BANK, SCORER, at=at))

    @rule(
        level=st.none() | st.integers(0, 6),
        criterion=st.sampled_from(("result", "actions", "charm")),
    )
    def override(self, level: int | None, criterion: str) -> None:
        """Rate a criterion otherwise."""
        held: dict[str, Any] = {"by": "Budi", "reason": SECRET, "question": "Q1"}
        self.take(lambda session, at: session.overridden(criterion, level, at=at, **held))

    @rule(by=st.sampled_from(("Budi", "keyed")))
    def decide(self, by: str) -> None:
        """Decide."""
        self.take(lambda session, at: session.decided("hire", by=by, reason=SECRET, at=at))

    @rule(reason=st.none() | st.just(SECRET))
    def finish(self, reason: str | None) -> None:
        """Finish."""
        self.take(lambda session, at: session.finished(at=at, reason=reason))

    @rule(policy=st.sampled_from(("pin", "merge")))
    def reword(self, policy: Any) -> None:
        """Go on with another bank."""
        before = self.session
        found = resume(before, REWORDED, policy=policy, at=self.now())
        assert found.session is not None
        assert found.session.events[: len(before.events)] == before.events
        self.session = found.session

    @rule()
    def go_back(self) -> None:
        """Refuse a time before what happened last, whatever the step."""
        log = document(self.session)
        for step in (self.session.skipped, self.session.shown, self.session.finished):
            try:
                step(at="2026-11-25T09:00:00Z")
            except StepError:
                continue
            raise AssertionError(step.__name__)
        assert document(self.session) == log

    @invariant()
    def is_what_its_log_and_its_document_say(self) -> None:
        """Replay, JSON and pickle give the same session, byte for byte."""
        plain = json.dumps(document(self.session))
        read = structure(json.loads(plain), Session)
        copy = pickle.loads(pickle.dumps(self.session))  # noqa: S301 - our own bytes
        again = replay(self.session.events)
        for each in (read, copy, again):
            assert each == self.session
            assert each.state == self.session.state
            assert json.dumps(document(each)) == plain

    @invariant()
    def keeps_what_was_said_to_itself(self) -> None:
        """No repr, audit trail or erased session holds a word that was said."""
        session = self.session
        trail = audit_trail(session, key=KEY)
        assert not leaks(session, session.events, session.state, trail, next_step(session))
        assert SECRET not in repr([document(each) for each in trail])
        gone = erased(session, at=self.now(), key=KEY)
        assert SECRET not in repr(document(gone))
        assert audit_trail(gone, key=KEY)[: len(trail)] == trail
        assert SECRET not in repr(document(pseudonymised(session, KEY, answers=False)))


Sessions.TestCase.settings = settings(max_examples=20, stateful_step_count=20)
TestSessions = Sessions.TestCase
