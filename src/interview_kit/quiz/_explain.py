"""Why no quiz fits a blueprint, and which blueprint comes nearest that one does fit."""

from collections.abc import Iterator
from heapq import heappop, heappush
from typing import Final, NamedTuple

from attrs import evolve

from interview_kit.bank import Bank
from interview_kit.errors import InfeasibleError
from interview_kit.quiz._blueprint import MAX_MINUTES, Blueprint
from interview_kit.quiz._demand import MINUTES, Demand, demand_of
from interview_kit.quiz._plan import planned
from interview_kit.quiz._quota import MAX_LENGTH, Quota
from interview_kit.quiz._sentences import refusal
from interview_kit.quiz._table import TooManyStatesError, build_table, quizzes_by_minutes

__all__ = ["infeasible", "is_feasible", "nearest_feasible", "smallest_conflict"]

#: Blueprints looked at in search of the nearest feasible one: under a second for a bank of 1,000.
MAX_TRIED: Final = 150


class Relaxed(NamedTuple):
    """A blueprint that asks for less, and by how many questions and minutes less in all."""

    blueprint: Blueprint
    cost: int


def is_feasible(demand: Demand) -> bool:
    """Tell whether any quiz satisfies a demand.

    Args:
        demand: what a quiz must contain.

    Returns:
        `True` if one does.

    Raises:
        BlueprintError: if the requirements cross in too many ways to tell.
    """
    return planned(demand).table.total > 0


def smallest_conflict(demand: Demand) -> tuple[str, ...]:
    """Find requirements that cannot hold together, none of which can be left out.

    Args:
        demand: what no quiz satisfies.

    Returns:
        Their keys; none if length and pool alone rule every quiz out. Where a table would grow too
        large to tell, a requirement is kept.
    """
    kept = list(demand.requirements())
    # Deletion filter: what can go while the rest stays impossible is no part of the cause.
    for key in demand.requirements():
        rest = [each for each in kept if each != key]
        if _is_impossible(demand.only(rest)):
            kept = rest
    return tuple(kept)


def nearest_feasible(bank: Bank, blueprint: Blueprint) -> Relaxed | None:
    """Find the blueprint that some quiz fits and that differs least.

    Each question less in a minimum, more in a maximum, less in the length, or left out of those
    that must be in counts one; so does each minute.

    Args:
        bank: where the questions come from.
        blueprint: what no quiz fits.

    Returns:
        The blueprint with the least total relaxation; `None` if it was not found in reasonable
        time, or the pool is empty.
    """
    queue: list[tuple[int, int, Blueprint]] = [(0, 0, blueprint)]
    known = {blueprint}
    for _ in range(MAX_TRIED):
        if not queue:
            break
        cost, _, candidate = heappop(queue)
        demand = demand_of(bank, candidate)
        if _is_possible(demand):
            return Relaxed(candidate, cost)
        for further in _relaxed(candidate, demand):
            if further not in known:
                known.add(further)
                heappush(queue, (_cost(blueprint, further), len(known), further))
    return None


def infeasible(bank: Bank, blueprint: Blueprint, demand: Demand) -> InfeasibleError:
    """Explain why no quiz fits.

    Args:
        bank: where the questions come from.
        blueprint: what no quiz fits.
        demand: the same, in terms of the questions there are.

    Returns:
        The error, with its sentences in both languages.
    """
    nearest = nearest_feasible(bank, blueprint)
    relaxed = nearest.blueprint if nearest else None
    return refusal(demand, blueprint, smallest_conflict(demand), relaxed)


def _is_possible(demand: Demand) -> bool:
    try:
        return build_table(demand).total > 0
    except TooManyStatesError:
        return False


def _is_impossible(demand: Demand) -> bool:
    try:
        return not build_table(demand).total
    except TooManyStatesError:
        return False


def _relaxed(blueprint: Blueprint, demand: Demand) -> Iterator[Blueprint]:
    """Ask for a little less, in each way that may help.

    Whatever helps relaxes some part of the conflict. The time window is opened in one step, as far
    as the other requirements need; since they may need less once they are relaxed themselves, all
    of them are then relaxed too.
    """
    conflict = smallest_conflict(demand)
    if MINUTES in conflict:
        yield from _wider(blueprint, demand)
        conflict = demand.requirements()
    if blueprint.length[0] > 1:
        yield from _shorter(blueprint)
    for key in conflict:
        kind, _, rest = key.partition(" ")
        if kind == "include":
            yield evolve(blueprint, include=[id for id in blueprint.include if id != rest])
        elif kind == "quota":
            yield from _looser(blueprint, int(rest))


def _shorter(blueprint: Blueprint) -> Iterator[Blueprint]:
    shortest, longest = blueprint.length
    fewer = shortest - 1
    # A quiz of fixed length gets another fixed length; minima that exceed it shrink with it.
    most = fewer if longest == shortest else longest
    quotas = [evolve(each, at_least=min(each.at_least, most)) for each in blueprint.quotas]
    kept = [blueprint.include]
    if len(blueprint.include) > most:
        kept = [tuple(id for id in blueprint.include if id != out) for out in blueprint.include]
    for include in kept:
        yield evolve(blueprint, length=(fewer, most), quotas=quotas, include=include)


def _wider(blueprint: Blueprint, demand: Demand) -> Iterator[Blueprint]:
    others = [key for key in demand.requirements() if key != MINUTES]
    low, high = blueprint.minutes or (0, MAX_MINUTES)
    possible = quizzes_by_minutes(demand.only(others), (0, MAX_MINUTES))
    below = [minutes for minutes in possible if minutes < low]
    above = [minutes for minutes in possible if minutes > high]
    if below:
        yield evolve(blueprint, minutes=(max(below), high))
    if above:
        yield evolve(blueprint, minutes=(low, min(above)))


def _looser(blueprint: Blueprint, place: int) -> Iterator[Blueprint]:
    quota = blueprint.quotas[place]
    if quota.at_least:
        # A quota needs a bound; one that no quiz can pass asks for nothing.
        unbound = quota.at_least == 1 and quota.at_most is None
        at_most = MAX_LENGTH if unbound else quota.at_most
        fewer = evolve(quota, at_least=quota.at_least - 1, at_most=at_most)
        yield _with_quota(blueprint, place, fewer)
    if quota.at_most is not None and quota.at_most < MAX_LENGTH:
        yield _with_quota(blueprint, place, evolve(quota, at_most=quota.at_most + 1))


def _with_quota(blueprint: Blueprint, place: int, quota: Quota) -> Blueprint:
    quotas = (*blueprint.quotas[:place], quota, *blueprint.quotas[place + 1 :])
    return evolve(blueprint, quotas=quotas)


def _cost(asked: Blueprint, relaxed: Blueprint) -> int:
    """Sum up by how many questions and minutes one blueprint asks for less than another."""
    cost = asked.length[0] - relaxed.length[0] + len(asked.include) - len(relaxed.include)
    if asked.minutes and relaxed.minutes:
        cost += asked.minutes[0] - relaxed.minutes[0] + relaxed.minutes[1] - asked.minutes[1]
    for before, after in zip(asked.quotas, relaxed.quotas, strict=True):
        cost += before.at_least - after.at_least
        if before.at_most is not None and after.at_most is not None:
            cost += after.at_most - before.at_most
    return cost
