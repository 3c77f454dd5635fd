"""From a rank to a quiz: the table read the other way."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from math import comb

from interview_kit.quiz._table import Table

__all__ = ["unranked"]


def unranked(table: Table, rank: int) -> tuple[str, ...]:
    """Give the quiz of a rank.

    Args:
        table: counts the quizzes.
        rank: 0 to `table.total - 1`.

    Returns:
        The ids; each rank gives another set of them.
    """
    node, (questions, minutes) = table.root, table.goal
    chosen: list[str] = []
    for _ in table.classes:
        if not questions:
            break
        branch, onward, rank = table.step_at(node, questions, minutes, rank)
        node = branch.after
        if branch.move:
            within, rank = divmod(rank, onward)
            chosen += _combination(branch.move.alike.members, branch.taken, within)
            questions -= branch.taken
            minutes -= branch.minutes
    return tuple(chosen)


def _combination(members: tuple[str, ...], taken: int, rank: int) -> Iterator[str]:
    """Give the combination of a rank in the combinatorial number system."""
    below = len(members)
    for left in range(taken, 0, -1):
        below = bisect_right(range(below), rank, key=partial(_combinations, left)) - 1
        rank -= comb(below, left)
        yield members[below]


def _combinations(taken: int, count: int) -> int:
    return comb(count, taken)
