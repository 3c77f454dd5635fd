"""Where a session stands: what its log makes of its plan, one event after the other."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Literal, final, get_args

from attrs import evolve, field, frozen

from interview_kit._moments import seconds_between
from interview_kit.errors import StepError, listed
from interview_kit.interview._event import Event, EventKind
from interview_kit.interview._plan import PlannedQuestion, SessionPlan
from interview_kit.model import Id, Part, ScoreReport, Unscored, Value
from interview_kit.model.checks import as_tuple

__all__ = [
    "POSSIBLE",
    "Phase",
    "Progress",
    "Reply",
    "State",
    "Status",
    "advance",
    "fold",
    "refused",
]

#: `informing`: the candidate is still to be informed; `between`: no question is open; `asking`: one
#: is; `probing`: a probe is.
Phase = Literal["informing", "between", "asking", "probing", "finished", "erased"]
PHASES: Final[tuple[Phase, ...]] = get_args(Phase)
Status = Literal["waiting", "open", "answered", "skipped"]

#: What may happen in each phase. A decision can be reviewed after the end, as the candidate may
#: object to it.
POSSIBLE: Final[Mapping[Phase, tuple[EventKind, ...]]] = {
    "informing": ("acknowledged", "merged", "finished", "erased"),
    "between": (
        "acknowledged",
        "shown",
        "probed",
        "scored",
        "overridden",
        "decided",
        "finished",
        "merged",
        "erased",
    ),
    "asking": ("answered", "skipped", "scored", "overridden", "merged", "erased"),
    "probing": ("answered", "skipped", "scored", "overridden", "merged", "erased"),
    "finished": ("overridden", "decided", "erased"),
    "erased": (),
}
IN_WORDS: Final[Mapping[Phase, str]] = {
    "informing": "the candidate has not been informed",
    "between": "no question is open",
    "asking": "a question is open",
    "probing": "a probe is open",
    "finished": "the session is finished",
    "erased": "the session is erased",
}


@final
@frozen(kw_only=True, eq=False, repr=False)
class Reply(Value):
    """What a candidate said to a question or to a probe.

    Attributes:
        part: the part that the probe asked for; none for the question itself.
        text: the words; none if they were taken out, or the probe was skipped.
    """

    part: Part | None = None
    text: str | None = field(default=None, repr=False)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Progress(Value):
    """How far a session is with one question.

    Attributes:
        planned: the question as it is asked.
        status: `waiting`, `open`, `answered` or `skipped`.
        replies: what was said, the answer first and then what the probes brought.
        probed: the parts that probes asked for, in their order.
        seconds: time from showing to answering, probes included; from the host's times.
        report: the latest judgement; none if there is none.
        unscored: why the latest judgement gave no report; none if it gave one.
        overrides: what persons rated otherwise, earliest first; a later judgement leaves them.
    """

    planned: PlannedQuestion = field(repr=False)
    status: Status = "waiting"
    replies: tuple[Reply, ...] = field(default=(), repr=False, converter=as_tuple)
    probed: tuple[Part, ...] = field(default=(), converter=as_tuple)
    seconds: float = 0.0
    report: ScoreReport | None = field(default=None, repr=False)
    unscored: Unscored | None = field(default=None, repr=False)
    overrides: tuple[Event, ...] = field(default=(), converter=as_tuple)

    @property
    def id(self) -> Id:
        """The id of the question."""
        return self.planned.id

    @property
    def answer(self) -> str:
        """All that was said to the question and its probes, as one text for a scorer."""
        return "\n\n".join(each.text for each in self.replies if each.text)

    @property
    def over_time(self) -> bool:
        """Whether it took longer than the question's minutes."""
        return self.seconds > self.planned.question.minutes * 60


@final
@frozen(kw_only=True, eq=False, repr=False)
class State(Value):
    """Where a session stands.

    Attributes:
        plan: what the session is to be.
        phase: `informing`, `between` (no question is open), `asking`, `probing`, `finished` or
            `erased`.
        questions: how far it is with each question, in their order.
        current: the question that was shown last; none before the first.
        opened: when that question or its latest probe was put; empty if none is open.
        acknowledged: whether the candidate was informed.
        decision: the latest decision; none if there is none.
        at: when the latest event was.
    """

    plan: SessionPlan = field(repr=False)
    phase: Phase
    questions: tuple[Progress, ...] = field(converter=as_tuple)
    current: Id | None = None
    opened: str = ""
    acknowledged: bool = False
    decision: Event | None = None
    at: str = ""

    def question(self, id: str) -> Progress | None:
        """Find how far the session is with a question; `None` if it is not planned."""
        return next((each for each in self.questions if each.id == id), None)

    @property
    def now(self) -> Progress | None:
        """How far it is with the question that was shown last."""
        return None if self.current is None else self.question(self.current)

    @property
    def open_part(self) -> Part | None:
        """The part of the answer that the open probe asks for; none if no probe is open."""
        return self.now.probed[-1] if self.now is not None and self.phase == "probing" else None

    @property
    def remaining(self) -> tuple[Id, ...]:
        """The ids of the questions that were not shown yet, in their order."""
        return tuple(each.id for each in self.questions if each.status == "waiting")

    @property
    def minutes_used(self) -> float:
        """Minutes of all questions together; pauses between them do not count."""
        return sum(each.seconds for each in self.questions) / 60

    @property
    def over_budget(self) -> bool:
        """Whether the time used, with opening and reverse questions, is more than the budget."""
        plan = self.plan
        return plan.opening + self.minutes_used + plan.reverse > plan.budget


def fold(events: Iterable[Event]) -> State:
    """Let all events of a log happen, one after the other.

    Args:
        events: the log; the first is `started`.

    Returns:
        Where the session stands.

    Raises:
        StepError: if one of them was not possible.
    """
    first, *others = events
    if first.kind != "started" or first.plan is None:
        raise StepError("Session", first.kind, "it has not started", "'started' first")
    state = State(
        plan=first.plan,
        phase="informing" if first.plan.needs_person else "between",
        questions=[Progress(planned=each) for each in first.plan.questions],
        at=first.at,
    )
    for event in others:
        state = advance(state, event)
    return state


def advance(state: State, event: Event) -> State:
    """Let one thing happen.

    Args:
        state: where the session stands.
        event: what happens.

    Returns:
        Where it stands then.

    Raises:
        StepError: if that is not possible now.
    """
    if event.kind not in POSSIBLE[state.phase]:
        raise refused(state, event.kind, IN_WORDS[state.phase])
    if event.at < state.at:
        hint = f"Pass a time from {state.at} on."
        raise refused(state, event.kind, f"{event.at} lies before what happened last", hint)
    return evolve(STEPS[event.kind](state, event), at=event.at)


def refused(state: State, step: str, why: str, hint: str = "") -> StepError:
    """Make the error of a step that is not possible, with the steps that are."""
    return StepError("Session", step, why, listed(POSSIBLE[state.phase]) or "nothing", hint)


def progress_of(state: State, event: Event) -> Progress:
    """Find the question that an event is about."""
    found = state.question(event.question or "")
    if found is None:
        hint = f"Planned are {', '.join(each.id for each in state.questions)}."
        raise refused(state, event.kind, f"no question {event.question!r} is planned", hint)
    return found


def with_progress(state: State, progress: Progress) -> State:
    """Put how far a session is with one question in place of what stood there."""
    questions = [progress if each.id == progress.id else each for each in state.questions]
    return evolve(state, questions=questions)


def _acknowledged(state: State, event: Event) -> State:
    if state.acknowledged:
        raise refused(state, event.kind, "the candidate has been informed already")
    return evolve(state, acknowledged=True, phase="between")


def _shown(state: State, event: Event) -> State:
    progress = progress_of(state, event)
    if progress.status != "waiting":
        raise refused(state, event.kind, f"{progress.id!r} was shown already")
    opened = with_progress(state, evolve(progress, status="open"))
    return evolve(opened, phase="asking", current=progress.id, opened=event.at)


def _replied(state: State, event: Event) -> State:
    progress = progress_of(state, event)
    wanted = state.open_part
    if progress.id != state.current or event.part != wanted:
        open_now = f"{state.current!r}" + (f", its probe for the {wanted}" if wanted else "")
        raise refused(state, event.kind, f"what is open is {open_now}")
    done: Status = "skipped" if event.kind == "skipped" and not wanted else "answered"
    reply = Reply(part=event.part, text=event.text)
    closed = evolve(
        progress,
        status=done,
        replies=(*progress.replies, reply) if event.kind == "answered" else progress.replies,
        seconds=progress.seconds + seconds_between(state.opened, event.at),
    )
    return evolve(with_progress(state, closed), phase="between", opened="")


def _probed(state: State, event: Event) -> State:
    progress = progress_of(state, event)
    parts = [each.part for each in progress.planned.question.probes]
    if progress.id != state.current or progress.status != "answered":
        raise refused(state, event.kind, f"{progress.id!r} is not what was answered last")
    if event.part not in parts or event.part in progress.probed:
        left = [each for each in parts if each not in progress.probed]
        hint = f"Probes left are {', '.join(left) or 'none'}."
        raise refused(state, event.kind, f"no probe for the {event.part} is left", hint)
    if len(progress.probed) >= state.plan.probes:
        raise refused(state, event.kind, f"a question gets at most {state.plan.probes} probes")
    asked = evolve(progress, probed=(*progress.probed, event.part))
    return evolve(with_progress(state, asked), phase="probing", opened=event.at)


def _scored(state: State, event: Event) -> State:
    progress = progress_of(state, event)
    if progress.status != "answered":
        raise refused(state, event.kind, f"{progress.id!r} has no answer")
    if event.report is not None:
        _check_report(state, event, progress)
    judged = evolve(progress, report=event.report, unscored=event.unscored)
    return with_progress(state, judged)


def _check_report(state: State, event: Event, progress: Progress) -> None:
    report = event.report
    if report is None or report.structure_hash != progress.planned.drawn.rubric_hash:
        hint = "Pass what `score` gave for it, with the rubric that was planned."
        why = f"the report was not made with the planned rubric of {progress.id!r}"
        raise refused(state, event.kind, why, hint)
    quotes = [each for rating in report.ratings if rating.supported for each in rating.evidence]
    if any(progress.answer[each.start : each.end] != each.quote for each in quotes):
        hint = "Pass what `score` gave for the answer and its probes together."
        raise refused(state, event.kind, "the report quotes another answer", hint)


def _overridden(state: State, event: Event) -> State:
    progress = progress_of(state, event)
    planned = progress.planned
    if progress.report is None and progress.unscored is None:
        raise refused(state, event.kind, f"{progress.id!r} has no judgement to override")
    if event.criterion not in planned.criteria:
        hint = f"Its criteria are {', '.join(planned.criteria)}."
        raise refused(state, event.kind, f"{event.criterion!r} is no criterion of its rubric", hint)
    if event.level is not None and not planned.lowest <= event.level <= planned.highest:
        hint = f"Levels are {planned.lowest} to {planned.highest}."
        raise refused(state, event.kind, f"level {event.level} is not on the scale", hint)
    _check_person(state, event)
    return with_progress(state, evolve(progress, overrides=(*progress.overrides, event)))


def _decided(state: State, event: Event) -> State:
    if not state.plan.needs_person:
        raise refused(
            state, event.kind, f"in {state.plan.purpose} nothing is decided about a person"
        )
    _check_person(state, event)
    return evolve(state, decision=event)


def _check_person(state: State, event: Event) -> None:
    judged = [verdict for each in state.questions for verdict in (each.report, each.unscored)]
    if event.by in {each.scorer for each in judged if each is not None}:
        raise refused(
            state, event.kind, f"{event.by!r} is a scorer", "Name the person who decides."
        )


def _finished(state: State, event: Event) -> State:
    is_open = state.plan.needs_person and state.decision is None
    if is_open and event.text is None and not event.emptied:
        hint = "Record who decided what and why, or finish with the reason why nobody did."
        raise refused(state, event.kind, "no person has decided", hint)
    return evolve(state, phase="finished")


def _merged(state: State, event: Event) -> State:
    for each in event.questions:
        progress = state.question(each.id)
        before = None if progress is None else progress.planned
        if progress is None or before is None or progress.status != "waiting":
            raise refused(state, event.kind, f"{each.id!r} is not waiting to be asked")
        kept = evolve(before, question=each.question, drawn=each.drawn)
        hashes = [(one.structure_hash, one.rubric_hash) for one in (before.drawn, each.drawn)]
        if each != kept or hashes[0] != hashes[1]:
            raise refused(state, event.kind, f"{each.id!r} has another structure now")
        state = with_progress(state, evolve(progress, planned=each))
    return state


def _erased(state: State, _event: Event) -> State:
    return evolve(state, phase="erased", opened="")


STEPS: Final[Mapping[EventKind, Callable[[State, Event], State]]] = {
    "acknowledged": _acknowledged,
    "shown": _shown,
    "answered": _replied,
    "skipped": _replied,
    "probed": _probed,
    "scored": _scored,
    "overridden": _overridden,
    "decided": _decided,
    "finished": _finished,
    "merged": _merged,
    "erased": _erased,
}
