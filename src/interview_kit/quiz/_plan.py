"""What the table counts and what is left to rejection, so that every draw stays exactly uniform."""

from collections.abc import Sequence
from math import comb
from typing import Final, final

from attrs import evolve, frozen

from interview_kit.errors import BlueprintError
from interview_kit.model import Entry
from interview_kit.model.seeds import Seed, salted
from interview_kit.quiz._classes import thinned
from interview_kit.quiz._demand import MINUTES, SEEN, Demand, Limit
from interview_kit.quiz._rank import unranked
from interview_kit.quiz._stream import lowest, proportional
from interview_kit.quiz._table import Table, TooManyStatesError, build_table, fits_table

__all__ = ["LEAST_ACCEPTANCE", "Plan", "plan_of", "planned"]

#: Shares of quizzes that keep a requirement, as numerator and denominator: they part requirements
#: into levels. Few and far apart, so that an edit of the bank hardly ever moves one to another.
LEVELS: Final = ((1, 400), (1, 20), (2, 5), (4, 5), (19, 20), (99, 100))
#: Share of draws that must be accepted; below it a blueprint is refused, rather than answered
#: after minutes, or roughly.
LEAST_ACCEPTANCE: Final = 1e-4
#: Draws after which a quiz is given up: at the least acceptance all fail once in e^10 quizzes.
MAX_DRAWS: Final = int(10 / LEAST_ACCEPTANCE)
#: Draws that the planner stakes: each pilot draw costs one, each that is accepted earns as many as
#: the least acceptance grants, and the planner decides once the stake is lost or doubled. It errs
#: once in 12 blueprints at half the least acceptance, once in 25 at twice, and hardly ever beyond.
STAKE: Final = int(2 / LEAST_ACCEPTANCE)


@final
@frozen(kw_only=True, eq=False)
class Plan:
    """A table for some requirements, and a check for the others.

    Attributes:
        checked: what each draw is checked against.
        table: counts the quizzes that keep the requirements it was built for.
        rejected: the requirements that are checked.
    """

    checked: Demand
    table: Table
    rejected: tuple[str, ...]

    @property
    def is_exact(self) -> bool:
        """Whether the table counts everything."""
        return not self.rejected

    def draw(self, seed: Seed) -> tuple[str, ...]:
        """Draw a quiz, each equally likely.

        Args:
            seed: the seed.

        Returns:
            The ids, by their rank in the seed's order.

        Raises:
            BlueprintError: if no draw was accepted.
        """
        for attempt in range(MAX_DRAWS if self.rejected else 1):
            ids = draw_once(self.table, seed, f"{attempt or ''}")
            if not self.rejected or self.checked.holds_for(ids):
                return ids
        raise BlueprintError(self.rejected)


def planned(demand: Demand) -> Plan:
    """Decide what the table counts.

    As much as fits is counted, the requirements that most quizzes break first; the rest is left to
    rejection. The order has few levels, and inside a level it is that of the blueprint: a split that
    followed every edit of the bank would give another quiz for the same seed.

    Args:
        demand: all requirements.

    Returns:
        The plan; the total of its table is 0 if nothing satisfies the requirements it counts.

    Raises:
        BlueprintError: if too few draws would be accepted.
    """
    keys = demand.requirements()
    try:
        counted = _counted(demand)
        table = build_table(demand.only(counted))
    except TooManyStatesError:
        # Enemies alone, or a history, can be too much.
        raise BlueprintError(keys) from None
    plan = plan_of(demand, table, tuple(key for key in keys if key not in counted))
    if plan.rejected and table.total and not _is_frequent(plan):
        raise BlueprintError(plan.rejected)
    return plan


def plan_of(demand: Demand, table: Table, rejected: tuple[str, ...]) -> Plan:
    """Make a plan that keeps nothing of a demand but what draws are checked against.

    Args:
        demand: all requirements.
        table: counts all but some of them.
        rejected: those, none of them about inclusions, exclusions or enemies.

    Returns:
        The plan.
    """
    parts = demand.only(rejected)
    pool = parts.pool if MINUTES in rejected else dict[str, Entry]()
    return Plan(checked=evolve(parts, pool=pool), table=table, rejected=rejected)


def _counted(demand: Demand) -> Sequence[str]:
    keys, size = demand.requirements(), len(demand.pool)
    # How large a table grows does not depend on questions that only repeat others.
    few = thinned(demand, demand.length[1])
    if fits_table(few, size):
        return keys
    free = {each.key: _level(each, demand) for each in demand.limits if SEEN not in each.key}
    if demand.minutes:
        free[MINUTES] = _level_of_minutes(demand)
    counted = [key for key in keys if key not in free]
    for key in sorted((key for key in keys if key in free), key=free.__getitem__):
        if fits_table(few.only([*counted, key]), size):
            counted.append(key)
    return counted


def _level(limit: Limit, demand: Demand) -> int:
    """Tell how many quizzes keep a limit, were it the only one."""
    size, inside = len(demand.pool), len(limit.ids & demand.pool.keys())
    shortest, longest = demand.length
    kept = sum(
        comb(inside, taken) * comb(size - inside, length - taken)
        for length in range(shortest, longest + 1)
        for taken in range(length + 1)
        if not limit.missed_by(taken)
    )
    return _level_of(kept, demand)


def _level_of_minutes(demand: Demand) -> int:
    alone = demand.only([MINUTES])
    return _level_of(build_table(alone).total, alone) if fits_table(alone, len(alone.pool)) else 0


def _level_of(kept: int, demand: Demand) -> int:
    shortest, longest = demand.length
    possible = sum(comb(len(demand.pool), length) for length in range(shortest, longest + 1))
    return sum(kept * whole >= possible * part for part, whole in LEVELS)


def draw_once(table: Table, seed: Seed, attempt: str) -> tuple[str, ...]:
    """Draw a quiz from a table.

    Args:
        table: the table; its total is above 0.
        seed: the seed.
        attempt: empty for the first draw of the seed, and different for each further one.

    Returns:
        The ids, by their rank in the seed's order.
    """
    node, (questions, minutes) = table.root, table.goal
    counts, members = salted(seed, f"count{attempt}"), salted(seed, f"member{attempt}")
    span = table.total
    ranked: list[tuple[bytes, str]] = []
    for each in table.classes:
        if not questions:
            break
        rank = proportional(counts, each.names, span)
        branch, span, _ = table.step_at(node, questions, minutes, rank)
        node = branch.after
        if branch.move:
            questions -= branch.taken
            minutes -= branch.minutes
            ranked += lowest(members, branch.move.alike.members, branch.taken)
    return tuple(id for _, id in sorted(ranked))


def _is_frequent(plan: Plan) -> bool:
    """Tell whether draws are accepted often enough, by as few of them as that takes."""
    balance, attempt = STAKE, 0
    while 0 < balance < 2 * STAKE:
        accepted = plan.checked.holds_for(_pilot(plan.table, attempt))
        balance += (int(1 / LEAST_ACCEPTANCE) if accepted else 0) - 1
        attempt += 1
    return balance > 0


def _pilot(table: Table, attempt: int) -> tuple[str, ...]:
    """Draw a quiz that nobody sees; by rank, which is quicker and need not survive edits."""
    return unranked(table, proportional(salted("pilot", "rank"), (f"{attempt}",), table.total))
