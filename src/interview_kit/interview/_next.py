"""What comes next in a session, and why."""

from typing import Final, Literal, final, get_args

from attrs import evolve, field, frozen

from interview_kit.interview._session import Session
from interview_kit.interview._state import Progress, State
from interview_kit.model import (
    PARTS,
    Id,
    Part,
    Question,
    Text,
    Value,
    to_id,
    to_optional_id,
)
from interview_kit.model.checks import expect, instance_of, one_of, or_none
from interview_kit.scoring import missing_parts

__all__ = ["ACTIONS", "Action", "NextStep", "next_step"]

Action = Literal["inform", "show", "probe", "wait", "decide", "finish", "none"]
ACTIONS: Final[tuple[Action, ...]] = get_args(Action)


@final
@frozen(kw_only=True, eq=False, repr=False)
class NextStep(Value):
    """What comes next. It is an offer: the host, or the interviewer, may do otherwise.

    Attributes:
        action: `inform` the candidate, `show` a question, put a `probe`, `wait` for the answer, let a
            person `decide`, `finish`, or `none` where nothing is left to do.
        reason: why: `not_informed`, `first_question`, `next_question`, `next_stage`, `missing_result`
            and so on, `answer_awaited`, `all_asked`, `decided`, `finished` or `erased`.
        question: the question that it is about; none if it is about the session.
        part: the part of the answer that the probe asks for.
        text: the words to say; none where there are none.
        over_budget: whether the session took more time than planned. The questions go on, as all
            candidates are asked the same.
    """

    action: Action = field(validator=one_of(ACTIONS))
    reason: Id = field(converter=to_id)
    question: Id | None = field(default=None, converter=to_optional_id)
    part: Part | None = field(default=None, validator=or_none(one_of(PARTS)))
    text: Text | None = field(default=None, validator=or_none(instance_of(Text)))
    over_budget: bool = field(default=False, validator=one_of((True, False)))


def next_step(session: Session) -> NextStep:
    """Offer what comes next.

    A probe is offered where the latest report of the question that was answered last found nothing
    of a part for which the question has a probe: one that its author wrote, so it is neutral.

    Args:
        session: the session.

    Returns:
        The step, with its reason and the words to say.
    """
    expect("session", session, Session)
    state = session.state
    step = _offered(state)
    return evolve(step, over_budget=True) if state.over_budget else step


def _offered(state: State) -> NextStep:
    if state.phase in {"finished", "erased"}:
        return NextStep(action="none", reason=state.phase)
    if state.phase == "informing":
        return NextStep(action="inform", reason="not_informed")
    return _awaited(state) if state.opened else _between(state)


def _between(state: State) -> NextStep:
    probe = None if state.now is None else _probe(state, state.now)
    if probe is not None:
        return probe
    if state.remaining:
        return _shown(state, state.remaining[0])
    if state.plan.needs_person and state.decision is None:
        return NextStep(action="decide", reason="all_asked")
    return NextStep(action="finish", reason="decided" if state.decision else "all_asked")


def _awaited(state: State) -> NextStep:
    now, part = state.now, state.open_part
    text = None if now is None else _words(now.planned.question, part)
    return NextStep(
        action="wait", reason="answer_awaited", question=state.current, part=part, text=text
    )


def _probe(state: State, now: Progress) -> NextStep | None:
    if now.status != "answered" or now.report is None or len(now.probed) >= state.plan.probes:
        return None
    question = now.planned.question
    there = {each.part for each in question.probes} - {*now.probed}
    for part in missing_parts(now.report, now.planned.lowest):
        if part in there:
            return NextStep(
                action="probe",
                reason=f"missing_{part}",
                question=now.id,
                part=part,
                text=_words(question, part),
            )
    return None


def _shown(state: State, id: str) -> NextStep:
    asked = next(each for each in state.questions if each.id == id)
    before = state.now
    reason = "next_question"
    if before is None:
        reason = "first_question"
    elif before.planned.stage != asked.planned.stage:
        reason = "next_stage"
    return NextStep(action="show", reason=reason, question=id, text=asked.planned.question.text)


def _words(question: Question, part: Part | None) -> Text:
    return next((each.text for each in question.probes if each.part == part), question.text)
