"""How a bank is balanced: how many questions of which kind, difficulty, competency and length."""

from collections import Counter
from collections.abc import Iterable
from typing import Final, final

from attrs import field, frozen

from interview_kit.bank import Bank
from interview_kit.model import EASIEST, HARDEST, KINDS, Id, Question, Role, Value, to_id, to_ids
from interview_kit.model.checks import (
    as_tuple,
    clean_text,
    expect,
    instances_of,
    one_of,
    whole_number,
)

__all__ = ["Balance", "GroupBalance", "Tally", "balance"]

#: What holds the questions of the core pack that are for every role.
CORE: Final = "core"


@final
@frozen(kw_only=True, eq=False, repr=False)
class Tally(Value):
    """How often something occurs.

    Attributes:
        name: what is counted, such as `past`.
        count: how many questions have it, from 0.
    """

    name: str = field(validator=clean_text)
    count: int = field(validator=whole_number(0, 10**9))


@final
@frozen(kw_only=True, eq=False, repr=False)
class GroupBalance(Value):
    """The questions for one role, or those of one pack for every role.

    Attributes:
        group: the role, or the pack.
        is_role: whether it is a role.
        questions: how many there are.
        kinds: how many of each kind, in the order of `KINDS`.
        difficulties: how many of each difficulty, easiest first.
        minutes: how many of each length in minutes, shortest first.
        competencies: how many for each competency, most first; those of the role that no question
            shows count 0.
    """

    group: Id = field(converter=to_id)
    is_role: bool = field(validator=one_of((True, False)))
    questions: int = field(validator=whole_number(0, 10**9))
    kinds: tuple[Tally, ...] = field(converter=as_tuple, validator=instances_of(Tally))
    difficulties: tuple[Tally, ...] = field(converter=as_tuple, validator=instances_of(Tally))
    minutes: tuple[Tally, ...] = field(converter=as_tuple, validator=instances_of(Tally))
    competencies: tuple[Tally, ...] = field(converter=as_tuple, validator=instances_of(Tally))

    @property
    def missing_kinds(self) -> tuple[str, ...]:
        """The kinds of which there is no question."""
        return tuple(tally.name for tally in self.kinds if not tally.count)

    @property
    def missing_competencies(self) -> tuple[Id, ...]:
        """The competencies that no question shows."""
        return to_ids(tally.name for tally in self.competencies if not tally.count)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Balance(Value):
    """The balance of a bank.

    Attributes:
        groups: one for each role, then one for each pack that has questions for every role.
    """

    groups: tuple[GroupBalance, ...] = field(
        converter=as_tuple, validator=instances_of(GroupBalance)
    )


def balance(bank: Bank) -> Balance:
    """Count what a bank holds for whom.

    Args:
        bank: the bank.

    Returns:
        The counts, by role and by pack.

    Raises:
        InvalidValueError: if it is no bank.

    >>> from interview_kit.packs import load
    >>> [group.group for group in balance(load()).groups]
    ['admin', 'hr', 'marketing', 'operator', 'sales']
    """
    expect("bank", bank, Bank)
    groups = [_group_of(role, bank.questions) for role in bank.roles]
    common: dict[str, list[Question]] = {}
    for question in bank.questions:
        if not question.roles:
            common.setdefault(question.id.rpartition(":")[0] or CORE, []).append(question)
    return Balance(groups=[*groups, *(_group(name, own) for name, own in common.items())])


def _group_of(role: Role, questions: Iterable[Question]) -> GroupBalance:
    return _group(role.id, [each for each in questions if role.id in each.roles], role)


def _group(name: str, questions: list[Question], role: Role | None = None) -> GroupBalance:
    shown = Counter(id for question in questions for id in question.competencies)
    shown.update(dict.fromkeys(role.competencies if role else (), 0))
    minutes = Counter(question.minutes for question in questions)
    return GroupBalance(
        group=name,
        is_role=role is not None,
        questions=len(questions),
        kinds=_tallies((question.kind for question in questions), KINDS),
        difficulties=_tallies(
            (question.difficulty for question in questions), range(EASIEST, HARDEST + 1)
        ),
        minutes=[Tally(name=f"{each}", count=count) for each, count in sorted(minutes.items())],
        competencies=[Tally(name=id, count=count) for id, count in shown.most_common()],
    )


def _tallies(held: Iterable[object], names: Iterable[object]) -> list[Tally]:
    counted = Counter(held)
    return [Tally(name=f"{name}", count=counted[name]) for name in names]
