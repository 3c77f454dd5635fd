"""A session: an immutable value that is its log, and the steps that lead from one to the next."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any, final

from attrs import field, frozen

from interview_kit._moments import Moment
from interview_kit.errors import InvalidValueError, StepError
from interview_kit.interview._disclosure import Disclosure, disclosure as our_disclosure
from interview_kit.interview._event import Event
from interview_kit.interview._plan import PlannedQuestion, SessionPlan
from interview_kit.interview._state import State, advance, fold, refused
from interview_kit.model import Part, ScoreReport, Unscored, Value, content_hash
from interview_kit.model.checks import as_tuple, expect
from interview_kit.scoring import check_result

__all__ = ["Session", "replay", "start"]


def _to_events(values: Iterable[Event]) -> tuple[Event, ...]:
    events = as_tuple(values)
    wrong = [type(each).__name__ for each in events if type(each) is not Event]
    if wrong or not events:
        # What is no event may still hold what people said: its type is enough to tell.
        raise InvalidValueError("Session.events", wrong[0] if wrong else "none", "events")
    return events


@final
@frozen(kw_only=True, eq=False, repr=False)
class Session(Value):
    """An interview as it happened so far: each step gives a new session, and never loses an event.

    The host passes the times and stores the session where it likes, as `document` writes it. Every
    step that is not possible raises `StepError` and changes nothing.

    Attributes:
        events: the log, earliest first; the first is `started`.
    """

    events: tuple[Event, ...] = field(converter=_to_events, repr=False)

    def __attrs_post_init__(self) -> None:
        try:
            _ = self.state
        except StepError as error:
            allowed = "events each of which is possible after those before it"
            raise InvalidValueError("Session.events", error.sentence(), allowed) from None

    def __repr__(self) -> str:
        phase, count = self.state.phase, len(self.events)
        return f"Session(id={self.id!r}, phase={phase!r}, events={count})"

    @cached_property
    def state(self) -> State:
        """Where the session stands, made of its log."""
        return fold(self.events)

    @property
    def id(self) -> str:
        """The id that the host gave the session."""
        return self.events[0].session

    @property
    def candidate(self) -> str:
        """The id that the host gave the person; empty once erased."""
        return self.events[0].candidate

    @property
    def plan(self) -> SessionPlan:
        """What the session was to be when it started; `state` has what was merged since."""
        return self.state.plan

    @property
    def is_erased(self) -> bool:
        """Whether the person's data were erased."""
        return self.state.phase == "erased"

    def acknowledged(
        self, *, at: Moment, language: str | None = None, information: Disclosure | None = None
    ) -> "Session":
        """Record that the candidate was informed, and said so.

        Args:
            at: when.
            language: the language in which; that of the plan if none is given.
            information: what the candidate read; the library's own text if none is given.

        Returns:
            The session.

        Raises:
            StepError: if that is not possible now.
        """
        read = our_disclosure(self.plan.purpose) if information is None else information
        expect("information", read, Disclosure)
        told = self.plan.language if language is None else language
        return self._with("acknowledged", at, language=told, digest=content_hash(read))

    def shown(self, question: str | None = None, *, at: Moment) -> "Session":
        """Record that a question was shown.

        Args:
            question: its id; the next that is waiting if none is given.
            at: when.

        Returns:
            The session.

        Raises:
            StepError: if that is not possible now.
        """
        waiting = next(iter(self.state.remaining), None)
        return self._with("shown", at, question=self._named("shown", question or waiting))

    def answered(self, text: str, *, at: Moment) -> "Session":
        """Record an answer to what is open: the question, or its probe.

        Args:
            text: the words of the candidate, exactly as given; may be empty.
            at: when.

        Returns:
            The session.

        Raises:
            StepError: if nothing is open.
        """
        return self._with("answered", at, **self._open("answered"), text=text)

    def skipped(self, *, at: Moment) -> "Session":
        """Record that what is open, the question or its probe, was left without an answer.

        Args:
            at: when.

        Returns:
            The session.

        Raises:
            StepError: if nothing is open.
        """
        return self._with("skipped", at, **self._open("skipped"))

    def probed(self, part: Part, *, at: Moment) -> "Session":
        """Record that a probe of the question that was answered last was put.

        Args:
            part: the part of the answer that it asks for.
            at: when.

        Returns:
            The session.

        Raises:
            StepError: if that question has no such probe, or it was put, or there were enough.
        """
        return self._with("probed", at, question=self._named("probed", None), part=part)

    def scored(
        self, result: ScoreReport | Unscored, *, at: Moment, question: str | None = None
    ) -> "Session":
        """Record a judgement of an answer; judging again keeps the earlier one in the log.

        Args:
            result: what `score` gave for the answer and what its probes brought, together.
            at: when.
            question: the id of the question; the one shown last if none is given.

        Returns:
            The session.

        Raises:
            StepError: if there is no answer, the report was made with another rubric than planned,
                or it quotes another answer.
            ScorerError: if it is no result of a scorer.
        """
        result = check_result("scored", result)
        name = "unscored" if isinstance(result, Unscored) else "report"
        asked = self._named("scored", question)
        return self._with("scored", at, question=asked, **{name: result})

    def overridden(
        self, criterion: str, level: int | None, *, by: str, reason: str, at: Moment, question: str
    ) -> "Session":
        """Record that a person rates a criterion otherwise; the judgement itself stays.

        Args:
            criterion: the id of the criterion.
            level: the person's level; none for "not assessed".
            by: who: the host's id or name of the person.
            reason: why, in words.
            at: when.
            question: the id of the question.

        Returns:
            The session.

        Raises:
            StepError: if there is no judgement, or no such criterion or level.
            InvalidValueError: if person or reason are blank.
        """
        held = {"criterion": criterion, "level": level, "by": by, "text": reason}
        return self._with("overridden", at, question=question, **held)

    def decided(self, decision: str, *, by: str, reason: str, at: Moment) -> "Session":
        """Record what a named person decided. There is no other way to a decision.

        Args:
            decision: a short stable code of the host, such as `next_stage`.
            by: who: the host's id or name of the person; never a scorer.
            reason: why, in words.
            at: when. A later decision is a review, also after the end; both stay in the log.

        Returns:
            The session.

        Raises:
            StepError: if a question is open, or nothing is decided under the session's purpose.
            InvalidValueError: if person or reason are blank.
        """
        return self._with("decided", at, decision=decision, by=by, text=reason)

    def finished(self, *, at: Moment, reason: str | None = None) -> "Session":
        """Record the end.

        Args:
            at: when.
            reason: why it ends; needed under `interviewer_support` and `selection` where no person
                has decided, such as that the candidate withdrew.

        Returns:
            The session.

        Raises:
            StepError: if a question is open, or a decision or a reason is missing.
        """
        return self._with("finished", at, text=reason or None)

    def merged(self, questions: Iterable[PlannedQuestion], *, at: Moment) -> "Session":
        """Record that questions which still wait are asked in a new wording; see `resume`.

        Args:
            questions: these questions.
            at: when.

        Returns:
            The session.

        Raises:
            StepError: if one was shown already, or its structure or rubric is another.
        """
        return self._with("merged", at, questions=as_tuple(questions))

    def _with(self, kind: Any, at: Moment, **held: Any) -> "Session":
        event = Event(kind=kind, at=at, **held)
        advance(self.state, event)
        return Session(events=(*self.events, event))

    def _open(self, step: str) -> dict[str, Any]:
        return {"question": self._named(step, None), "part": self.state.open_part}

    def _named(self, step: str, question: str | None) -> str:
        named = question or self.state.current
        if named is None:
            raise refused(self.state, step, "no question was shown yet")
        return named


def start(
    id: str, plan: SessionPlan, *, candidate: str, at: Moment, stored: Session | None = None
) -> Session:
    """Start a session, or go on with the one that was started: starting twice does no harm.

    Args:
        id: the host's id of the session.
        plan: what the session is to be.
        candidate: the host's id of the person, not a name.
        at: when.
        stored: the session that the host has stored under this id, if any.

    Returns:
        The session; the stored one, as it is, if it has the same id, candidate and plan.

    Raises:
        StepError: if the stored session has another id, candidate or plan.
        InvalidValueError: if an id is blank.

    >>> from interview_kit.interview._plan import plan_session
    >>> from interview_kit.packs import load
    >>> plan = plan_session(load(), ["S04"], language="id")
    >>> start("i1", plan, candidate="c1", at="2026-11-26T09:00+07:00").shown(at="2026-11-26T09:05+07:00")
    Session(id='i1', phase='asking', events=2)
    """
    event = Event(kind="started", at=at, session=id, candidate=candidate, plan=plan)
    if stored is None:
        return Session(events=[event])
    expect("stored", stored, Session)
    began = stored.events[0]
    if (began.session, began.plan, began.candidate) == (event.session, plan, candidate):
        return stored
    differs = "id" if stored.id != id else "plan" if began.plan != plan else "candidate"
    hint = "Give the new session an id of its own, or go on with the stored one."
    raise refused(stored.state, "started", f"a session with another {differs} is stored", hint)


def replay(events: Iterable[Event]) -> Session:
    """Make a session of its log alone: all that it is follows from it.

    Args:
        events: the log, earliest first.

    Returns:
        The session, equal to the one whose log it is.

    Raises:
        InvalidValueError: if one of the events was not possible after those before it.
    """
    return Session(events=events)
