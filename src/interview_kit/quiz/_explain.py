"""Why no quiz fits a blueprint."""

from collections.abc import Iterable
from functools import cache

from interview_kit.bank import Bank
from interview_kit.errors import InfeasibleError
from interview_kit.quiz._blueprint import Blueprint
from interview_kit.quiz._classes import thinned
from interview_kit.quiz._demand import ENEMIES, Demand
from interview_kit.quiz._least import least_missing
from interview_kit.quiz._nearest import nearest_feasible
from interview_kit.quiz._plan import planned
from interview_kit.quiz._quota import MAX_LENGTH
from interview_kit.quiz._sentences import refusal
from interview_kit.quiz._table import TooManyStatesError

__all__ = ["infeasible", "is_feasible", "smallest_conflict"]


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

    Each is tried alone; then a set grows by what a quiz that keeps the set misses most, until there
    is no such quiz; then what can go while the rest stays impossible is no part of the cause. So no
    table is built for more requirements than the cause takes.

    Args:
        demand: what no quiz satisfies.

    Returns:
        Their keys; none if length and pool alone rule every quiz out, all of them where that grew
        too large to tell.
    """
    asked = thinned(demand.as_limits(), MAX_LENGTH)
    keys = asked.requirements()

    @cache
    def kept_by(kept: frozenset[str]) -> tuple[str, ...] | None:
        found = least_missing(asked.only(kept), 0)
        return found.ids if found else None

    def is_impossible(kept: Iterable[str]) -> bool:
        try:
            return kept_by(frozenset(kept)) is None
        except TooManyStatesError:
            return False

    if is_impossible(()):
        return ()
    alone = next((key for key in keys if is_impossible([key])), None)
    if alone is not None:
        return (alone,)
    grown: list[str] = []
    while not is_impossible(grown):
        try:
            missed = _missed(asked, kept_by(frozenset(grown)) or ())
        except TooManyStatesError:
            return keys
        grown.append(max((key for key in keys if key not in grown), key=missed.__getitem__))
    for key in tuple(grown):
        rest = [each for each in grown if each != key]
        if is_impossible(rest):
            grown = rest
    return tuple(key for key in keys if key in grown)


def _missed(asked: Demand, ids: tuple[str, ...]) -> dict[str, int]:
    heads = [asked.clusters[id] for id in ids if id in asked.clusters]
    return {**asked.missed(ids), ENEMIES: len(heads) - len({*heads})}


def infeasible(bank: Bank, blueprint: Blueprint, demand: Demand) -> InfeasibleError:
    """Explain why no quiz fits.

    Args:
        bank: where the questions come from.
        blueprint: what no quiz fits.
        demand: the same, in terms of the questions there are.

    Returns:
        The error, with its sentences in both languages.
    """
    conflict = smallest_conflict(demand)
    return refusal(demand, blueprint, conflict, nearest_feasible(bank, blueprint, conflict))
