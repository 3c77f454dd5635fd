"""A quiz that misses a demand by little, found step by step where the least is beyond reach."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from interview_kit.quiz._blueprint import MAX_MINUTES
from interview_kit.quiz._classes import classes_of
from interview_kit.quiz._demand import Demand, Limit
from interview_kit.quiz._least import Missing
from interview_kit.quiz._quota import MAX_LENGTH

__all__ = ["improved"]

#: Steps after which the search rests: a second or two.
MAX_STEPS: Final = 40


class _Choice(NamedTuple):
    """A question, its minutes, the limits it counts for, and its cluster of enemies or itself."""

    id: str
    minutes: int
    counts_for: tuple[int, ...]
    head: str


def improved(asked: Demand, ids: Sequence[str], least: int) -> Missing | None:
    """Exchange, add or leave out one question at a time while that brings a quiz nearer.

    Args:
        asked: what a quiz should contain; inclusions and exclusions as limits.
        ids: where to begin, no two of them enemies.
        least: what every quiz misses at least; the search ends there.

    Returns:
        The best quiz on the way, no two of its questions enemies; `None` if there is none.
    """
    groups = _choices(asked)
    if not groups:
        return None
    by_id = {each.id: each for group in groups for each in group}
    now = [by_id[id] for id in ids] or [groups[0][0]]
    cost = _cost(asked, now)
    for _ in range(MAX_STEPS):
        if cost <= least:
            break
        best = min(_steps(asked, now, groups), key=lambda step: step[0])
        if best[0] >= cost:
            break
        cost, now = best
    return Missing(tuple(each.id for each in now), cost)


def _choices(asked: Demand) -> list[list[_Choice]]:
    """Give the questions, those that are alike together."""
    firsts = (move.alike for each in classes_of(asked) for move in each.moves if move.taken == 1)
    return [
        [
            _Choice(id, alike.minutes, alike.counts_for, asked.clusters.get(id, id))
            for id in alike.members
        ]
        for alike in firsts
    ]


def _steps(
    asked: Demand, now: list[_Choice], groups: list[list[_Choice]]
) -> Iterator[tuple[int, list[_Choice]]]:
    """Give what is one step away, each with its cost; staying is a step too."""
    yield _cost(asked, now), now
    for rest in (now, *([*now[:place], *now[place + 1 :]] for place in range(len(now)))):
        if rest:
            yield _cost(asked, rest), rest
        heads = {each.head for each in rest}
        for group in groups:
            further = next((each for each in group if each.head not in heads), None)
            if further and len(rest) < MAX_LENGTH:
                yield _cost(asked, [*rest, further]), [*rest, further]


def _cost(asked: Demand, chosen: list[_Choice]) -> int:
    counts = [0] * len(asked.limits)
    minutes = 0
    for each in chosen:
        minutes += each.minutes
        for limit in each.counts_for:
            counts[limit] += 1
    missed = sum(map(Limit.missed_by, asked.limits, counts))
    shortest, longest = asked.length
    low, high = asked.minutes or (0, MAX_MINUTES)
    # Longer than a working day cannot be asked for.
    beyond = MAX_MINUTES * MAX_LENGTH if minutes > MAX_MINUTES else 0
    missed += max(shortest - len(chosen), len(chosen) - longest, 0)
    return missed + max(low - minutes, minutes - high, 0) + beyond
