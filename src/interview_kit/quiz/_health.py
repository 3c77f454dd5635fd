"""How healthy a bank is for a blueprint: exact, from the table, not by simulation."""

from collections.abc import Iterator, Mapping
from typing import Final, final

from attrs import field, frozen

from interview_kit.bank import Bank
from interview_kit.model import Competency, Goal, Id, Value, to_id, to_ids
from interview_kit.model.checks import as_tuple, instances_of
from interview_kit.quiz._blueprint import Blueprint
from interview_kit.quiz._demand import Demand, demand_of
from interview_kit.quiz._generate import prepare
from interview_kit.quiz._rules import State
from interview_kit.quiz._table import Table, quizzes_by_minutes

__all__ = ["Exposure", "Health", "MinutesShare", "ThinClass", "health"]

#: From this share of all quizzes on, a question that need not be in is over-used.
OVER_USED: Final = 0.5
#: With fewer than so many times what a quota needs, the same questions come again and again.
THIN: Final = 2


@final
@frozen(kw_only=True, eq=False, repr=False)
class Exposure(Value):
    """How often a question comes.

    Attributes:
        id: the question.
        share: share of all quizzes that hold it, 0 to 1.
        is_required: whether the blueprint says that it must be in.
    """

    id: Id = field(converter=to_id)
    share: float
    is_required: bool = False


@final
@frozen(kw_only=True, eq=False, repr=False)
class MinutesShare(Value):
    """How often quizzes take so long.

    Attributes:
        minutes: minutes of a quiz.
        share: share of all quizzes that take them, above 0, up to 1.
    """

    minutes: int
    share: float


@final
@frozen(kw_only=True, eq=False, repr=False)
class ThinClass(Value):
    """Questions that a quota asks for, of which there are hardly more than it needs.

    Attributes:
        quota: the place of the quota in the blueprint.
        needed: how many it needs at least.
        there: how many there are that can appear together.
        ids: their ids, sorted.
    """

    quota: int
    needed: int
    there: int
    ids: tuple[Id, ...] = field(converter=to_ids)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Health(Value):
    """What a bank gives under a blueprint.

    Attributes:
        quizzes: how many quizzes satisfy the blueprint, as a string of digits, since the number
            may be longer than JSON readers take.
        exposures: each question that could be drawn, most often drawn first.
        minutes: how long the quizzes are, shortest first; none where that is too much to count.
        thin: the quotas of which the bank has fewer than twice what they need, thinnest first.
        uncovered_competencies: competencies of the roles that no quiz lets a candidate show.
        uncovered_goals: goals that no quiz serves.
    """

    quizzes: str
    exposures: tuple[Exposure, ...] = field(converter=as_tuple, validator=instances_of(Exposure))
    minutes: tuple[MinutesShare, ...] = field(
        converter=as_tuple, validator=instances_of(MinutesShare)
    )
    thin: tuple[ThinClass, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(ThinClass)
    )
    uncovered_competencies: tuple[Id, ...] = field(default=(), converter=to_ids)
    uncovered_goals: tuple[Id, ...] = field(default=(), converter=to_ids)

    @property
    def unreachable(self) -> tuple[Id, ...]:
        """Questions that no quiz holds, although they are for the roles."""
        return tuple(each.id for each in self.exposures if not each.share)

    @property
    def over_used(self) -> tuple[Id, ...]:
        """Questions in at least half of the quizzes that need not be in: their class is thin."""
        often = (each for each in self.exposures if each.share >= OVER_USED)
        return tuple(each.id for each in often if not each.is_required)


def health(bank: Bank, blueprint: Blueprint) -> Health:
    """Look at a bank through a blueprint.

    Args:
        bank: where the questions come from.
        blueprint: what a quiz must contain.

    Returns:
        How often each question comes, how long quizzes are, and what is never covered.

    Raises:
        InfeasibleError: if no quiz satisfies the blueprint.
        BlueprintError: if the quotas cross in too many ways to be counted.
        UnknownIdError: if the blueprint names something that is not in the bank.
    """
    prepared = prepare(bank, blueprint)
    demand, total = demand_of(bank, blueprint), prepared.count
    holding = _holding(prepared.plan.table)
    shares = {id: holding.get(id, 0) / total for id in demand.pool}
    exposures = (
        Exposure(id=id, share=share, is_required=id in demand.include)
        for id, share in shares.items()
    )
    reached = [demand.pool[id] for id, share in shares.items() if share]
    competencies = {id for question in reached for id in question.competencies}
    goals = {id for question in reached for id in question.goals}
    wanted = set(blueprint.role)
    return Health(
        quizzes=f"{total}",
        exposures=sorted(exposures, key=lambda each: (-each.share, each.id)),
        minutes=tuple(_minutes(demand)),
        thin=sorted(_thin(demand), key=lambda each: (each.there / each.needed, each.quota)),
        uncovered_competencies=[
            each.id
            for each in bank.all(Competency)
            if each.id not in competencies
            and (not each.roles or not wanted or wanted & {*each.roles})
        ],
        uncovered_goals=[each.id for each in bank.all(Goal) if each.id not in goals],
    )


def _holding(table: Table) -> Mapping[str, int]:
    """Count for each question the quizzes that hold it."""
    found: dict[str, int] = {}
    before: dict[State, int] = {table.rules.start: 1}
    for place in range(len(table.classes)):
        after: dict[State, int] = {}
        for state, plane in before.items():
            for move, settled in table.rules.moves(table.classes, place, state):
                onward = table.layers[place + 1].get(settled, 0)
                taken, minutes = (move.taken, move.alike.minutes) if move else (0, 0)
                moved = table.planes.moved(plane, taken, taken * minutes)
                ways = move.ways if move else 1
                after[settled] = after.get(settled, 0) + ways * moved
                if move and onward and moved:
                    # Of all choices of `taken` members, this share holds a given one.
                    quizzes = table.planes.at(moved * onward, *table.goal) * ways
                    each = quizzes * move.taken // len(move.alike.members)
                    for id in move.alike.members:
                        found[id] = found.get(id, 0) + each
        before = after
    return found


def _thin(demand: Demand) -> Iterator[ThinClass]:
    for place, limit in enumerate(demand.limits):
        ids = sorted(limit.ids & demand.pool.keys())
        there = len({demand.clusters.get(id, id) for id in ids})
        if there < THIN * limit.at_least:
            yield ThinClass(quota=place, needed=limit.at_least, there=there, ids=ids)


def _minutes(demand: Demand) -> Iterator[MinutesShare]:
    counted = quizzes_by_minutes(demand, demand.minutes_bounds())
    total = sum(counted.values())
    for minutes, quizzes in counted.items():
        yield MinutesShare(minutes=minutes, share=quizzes / total)
