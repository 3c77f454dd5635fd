"""Questions grouped by what a demand can tell apart: classes, and clusters of enemies."""

from collections.abc import Iterable
from math import comb
from typing import NamedTuple

from attrs import evolve

from interview_kit.quiz._demand import Demand

__all__ = ["Alike", "Class", "Move", "classes_of", "thinned"]


class Alike(NamedTuple):
    """Questions that are alike: same minutes, same limits.

    Attributes:
        members: their ids, sorted.
        minutes: minutes of each; 0 where time is not limited.
        counts_for: the limits that each counts for, by their place in the demand.
    """

    members: tuple[str, ...]
    minutes: int
    counts_for: tuple[int, ...]


class Move(NamedTuple):
    """Taking some of a few questions that are alike: how many, and in how many ways."""

    alike: Alike
    taken: int
    ways: int


class Class(NamedTuple):
    """Questions that are decided together.

    Attributes:
        names: name it for the random stream, so that an edit elsewhere in the bank leaves its draw
            as it was: the signature, or the ids of a cluster.
        moves: what can be taken; those of questions that are alike in order, each with one
            question more.
        forced: whether something must be taken.
        counts_for: the limits that any of its questions counts for.
    """

    names: tuple[str, ...]
    moves: tuple[Move, ...]
    forced: bool
    counts_for: frozenset[int]


def classes_of(demand: Demand) -> tuple[Class, ...]:
    """Group the questions that may stand in a quiz.

    Args:
        demand: what the quiz must contain.

    Returns:
        One class for each signature, one for each cluster of enemies and for each question that
        must be in, in an order that depends on signatures and ids alone.
    """
    apart = {**{id: id for id in demand.include}, **demand.clusters}
    alone = (id for id in demand.pool if id not in apart)
    found = [_plain(alike, demand) for alike in _alike(alone, demand)]
    groups: dict[str, list[str]] = {}
    for id in sorted(apart):
        groups.setdefault(apart[id], []).append(id)
    return (*found, *(_cluster(ids, demand) for _, ids in sorted(groups.items())))


def thinned(demand: Demand, most: int) -> Demand:
    """Leave out questions that only repeat others: what can be reached stays as it is.

    Args:
        demand: what a quiz must contain.
        most: the most questions that any quiz looked at holds.

    Returns:
        The demand with so many questions of each signature, beside those that have enemies.
    """
    alone = (id for id in demand.pool if id not in demand.clusters)
    kept = {id for alike in _alike(alone, demand) for id in alike.members[:most]}
    kept |= demand.clusters.keys()
    kept |= demand.include & demand.pool.keys()
    return evolve(demand, pool={id: demand.pool[id] for id in sorted(kept)})


def _alike(ids: Iterable[str], demand: Demand) -> list[Alike]:
    found: dict[tuple[tuple[int, ...], int], list[str]] = {}
    sets = [(place, limit.ids) for place, limit in enumerate(demand.limits)]
    for id in ids:
        minutes = demand.pool[id].minutes if demand.minutes else 0
        counts_for = tuple([place for place, members in sets if id in members])
        found.setdefault((counts_for, minutes), []).append(id)
    return [
        Alike(tuple(sorted(members)), minutes, counts_for)
        for (counts_for, minutes), members in sorted(found.items())
    ]


def _plain(alike: Alike, demand: Demand) -> Class:
    count = len(alike.members)
    most = min(count, demand.length[1])
    moves = tuple(Move(alike, taken, comb(count, taken)) for taken in range(1, most + 1))
    signature = f"{alike.minutes}:{','.join(map(str, alike.counts_for))}"
    return Class((signature,), moves, forced=False, counts_for=frozenset(alike.counts_for))


def _cluster(ids: list[str], demand: Demand) -> Class:
    wanted = [id for id in ids if id in demand.include]
    # Two enemies that must both be in leave nothing that can be taken.
    groups = [] if len(wanted) > 1 else _alike(wanted or ids, demand)
    moves = tuple(Move(alike, 1, len(alike.members)) for alike in groups)
    counts_for = frozenset(place for alike in groups for place in alike.counts_for)
    names = tuple(f"member {id}" for alike in groups for id in alike.members)
    return Class(names, moves, bool(wanted), counts_for)
