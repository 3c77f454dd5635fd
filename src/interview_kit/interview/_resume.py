"""Going on with a stored session when the bank has changed meanwhile: by a policy that the host names."""

from collections.abc import Iterator
from typing import Final, Literal, final, get_args

from attrs import evolve, field, frozen

from interview_kit._moments import Moment
from interview_kit.bank import Bank
from interview_kit.errors import InvalidValueError
from interview_kit.interview._plan import PlannedQuestion
from interview_kit.interview._session import Session
from interview_kit.interview._state import POSSIBLE
from interview_kit.model import Id, Question, Value, to_ids
from interview_kit.model.checks import as_tuple, expect, instance_of, instances_of, or_none, shown
from interview_kit.quiz import Change, changes_in, drawn_from

__all__ = ["POLICIES", "Policy", "Resumption", "changes_of", "resume"]

Policy = Literal["pin", "merge", "ask"]
POLICIES: Final[tuple[Policy, ...]] = get_args(Policy)
#: What keeps the new wording of a question from taking the place of the old one.
STRUCTURAL: Final = frozenset({"removed", "retagged", "rubric"})


@final
@frozen(kw_only=True, eq=False, repr=False)
class Resumption(Value):
    """How a stored session goes on.

    Attributes:
        session: the session to go on with; none where the policy is `ask` and something differs.
        changes: what differs between the session's questions and the bank, in their order.
        taken: ids of the questions whose new wording was taken.
    """

    session: Session | None = field(default=None, validator=or_none(instance_of(Session)))
    changes: tuple[Change, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(Change)
    )
    taken: tuple[Id, ...] = field(default=(), converter=to_ids)


def changes_of(session: Session, bank: Bank) -> tuple[Change, ...]:
    """Name what differs between the questions of a session and a bank.

    Args:
        session: the session.
        bank: the bank as it is now.

    Returns:
        Each question that was `removed`, `reworded` or `retagged`, or whose `rubric` has another
        structure or is `rubric_reworded`, in their order.
    """
    expect("session", session, Session)
    expect("bank", bank, Bank)
    drawn = (each.planned.drawn for each in session.state.questions)
    return tuple(changes_in(drawn, bank))


def resume(session: Session, bank: Bank, *, policy: Policy = "ask", at: Moment) -> Resumption:
    """Go on with a stored session.

    Args:
        session: the session.
        bank: the bank as it is now.
        policy: what to do if it has changed. `pin`: all is asked as it was planned, from the session
            alone. `merge`: questions that were not shown yet are asked in their new wording, where
            their structure and that of their rubric are the same; all others as planned. `ask`:
            give no session, only what differs, so that a person chooses.
        at: when.

    Returns:
        The session to go on with, and what differs.

    Raises:
        InvalidValueError: if there is no such policy.
        StepError: if the time lies before what happened last.
    """
    changes = changes_of(session, bank)
    if policy not in POLICIES:
        raise InvalidValueError("policy", shown(policy), f"one of {', '.join(POLICIES)}")
    if policy == "ask" and changes:
        return Resumption(changes=changes)
    if policy != "merge" or "merged" not in POSSIBLE[session.state.phase]:
        return Resumption(session=session, changes=changes)
    new = [*_reworded(session, bank, changes)]
    merged = session.merged(new, at=at) if new else session
    return Resumption(session=merged, changes=changes, taken=[each.id for each in new])


def _reworded(
    session: Session, bank: Bank, changes: tuple[Change, ...]
) -> Iterator[PlannedQuestion]:
    changed = {each.id for each in changes}
    kept = {each.id for each in changes if each.kind in STRUCTURAL}
    for each in session.state.questions:
        if each.status == "waiting" and each.id in changed - kept:
            question = bank.get(Question, each.id)
            yield evolve(each.planned, question=question, drawn=drawn_from(bank, question))
