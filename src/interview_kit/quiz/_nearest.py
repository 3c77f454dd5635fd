"""The blueprint that some quiz fits and that asks for least less than one that no quiz fits."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import Final, NamedTuple

from attrs import evolve

from interview_kit.bank import Bank
from interview_kit.quiz._blueprint import Blueprint
from interview_kit.quiz._classes import thinned
from interview_kit.quiz._demand import Demand, clusters_of, demand_of
from interview_kit.quiz._least import Missing, least_missing
from interview_kit.quiz._quota import MAX_LENGTH, Quota
from interview_kit.quiz._search import improved
from interview_kit.quiz._table import TooManyStatesError

__all__ = ["Relaxed", "nearest_feasible"]

#: Costs up to which the least is looked for, one after the other: small ones take less work.
COSTS: Final = (3, 12, 48, 192)
#: Choices of enemies to be let off that are looked at.
MAX_TRUCES: Final = 16

Groups = Sequence[Sequence[str]]


class Relaxed(NamedTuple):
    """A blueprint that some quiz fits.

    Attributes:
        blueprint: the blueprint.
        cost: by how many questions and minutes it asks for less in all.
        is_nearest: whether it is known that no other asks for less less.
    """

    blueprint: Blueprint
    cost: int
    is_nearest: bool


def nearest_feasible(
    bank: Bank, blueprint: Blueprint, conflict: Sequence[str] = ()
) -> Relaxed | None:
    """Find the blueprint that some quiz fits and that differs least.

    Each question less in a minimum, more in a maximum, less or more in the length, left out of those
    that must be in or taken out of those that must not, counts one; so does each minute, and each
    group of enemies of the blueprint that is dropped. It is read off the quiz that misses the
    blueprint by least, so that a quiz fits it in any case.

    Args:
        bank: where the questions come from.
        blueprint: what no quiz fits.
        conflict: requirements that cannot hold together, if they are known: where all of them cross
            in too many ways, what these alone cost shows whether there can be a nearer blueprint.

    Returns:
        The blueprint; `None` only if the bank has no question that could be asked.
    """
    demand = demand_of(bank, blueprint)
    asked = demand.as_limits()
    asked = evolve(asked, clusters=clusters_of(asked.pool, blueprint.enemies))
    # What is excluded makes no enemies; those that it would make are heeded, which may be too much.
    is_certain = not asked.clusters.keys() & demand.excluded.keys()
    asked = thinned(asked, MAX_LENGTH)
    best: Relaxed | None = None
    for enemies, is_last in _truces(blueprint.enemies):
        dropped = len(blueprint.enemies) - len(enemies)
        if best and best.cost <= max(dropped, 1):
            break
        found, is_least = _least(evolve(asked, clusters=clusters_of(asked.pool, enemies)), conflict)
        is_certain = is_certain and is_least and not is_last
        if found and (best is None or found.cost + dropped < best.cost):
            relaxed = _relaxed(evolve(blueprint, enemies=enemies), asked, found.ids)
            best = Relaxed(relaxed, found.cost + dropped, is_nearest=True)
    return best and best._replace(is_nearest=is_certain or best.cost == 1)


def _truces(groups: Groups) -> Iterator[tuple[Groups, bool]]:
    """Leave out as few groups as can be, then more; tell when there are more than are looked at."""
    choices = (kept for size in range(len(groups), -1, -1) for kept in combinations(groups, size))
    for place, kept in enumerate(islice(choices, MAX_TRUCES)):
        yield kept, place == MAX_TRUCES - 1


def _least(asked: Demand, conflict: Sequence[str]) -> tuple[Missing | None, bool]:
    """Give the quiz that misses least, and whether that is certain."""
    found = _exactly(asked)
    if found:
        return found, True
    parts = evolve(asked.only(conflict), clusters=asked.clusters)
    bound = _exactly(parts) or Missing((), 0)
    found = improved(asked, bound.ids, bound.cost)
    return found, found is not None and found.cost == bound.cost


def _exactly(asked: Demand) -> Missing | None:
    try:
        return next(filter(None, (least_missing(asked, most) for most in COSTS)), None)
    except TooManyStatesError:
        return None


def _relaxed(blueprint: Blueprint, asked: Demand, ids: Sequence[str]) -> Blueprint:
    """Relax a blueprint until a quiz of these questions fits."""
    held = frozenset(ids)
    minutes = sum(asked.pool[id].minutes for id in ids)
    counts = {limit.key: len(limit.ids & held) for limit in asked.limits}
    quotas = [
        _looser(each, counts[f"quota {place}"]) for place, each in enumerate(blueprint.quotas)
    ]
    window = blueprint.minutes
    return evolve(
        blueprint,
        length=_reaching(blueprint.length, len(ids)),
        minutes=window and (min(window[0], minutes), max(window[1], minutes)),
        quotas=quotas,
        include=[id for id in blueprint.include if id in held],
        exclude=[id for id in blueprint.exclude if id not in held],
    )


def _reaching(length: Sequence[int], count: int) -> tuple[int, int]:
    shortest, longest = length
    # A quiz of fixed length gets another fixed length.
    if shortest == longest:
        return count, count
    return min(shortest, count), max(longest, count)


def _looser(quota: Quota, count: int) -> Quota:
    at_least = min(quota.at_least, count)
    at_most = None if quota.at_most is None else max(quota.at_most, count)
    if not at_least and at_most is None:
        # A quota needs a bound; one that no quiz can pass asks for nothing.
        at_most = MAX_LENGTH
    return evolve(quota, at_least=at_least, at_most=at_most)
