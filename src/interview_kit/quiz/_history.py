"""What a candidate has been asked before: a value that the host stores and passes in."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import final

from attrs import evolve, field, frozen

from interview_kit.errors import BlueprintError
from interview_kit.model import Id, Value, to_ids
from interview_kit.model.checks import as_tuple, whole_number
from interview_kit.quiz._demand import SEEN, Demand, Limit
from interview_kit.quiz._explain import is_feasible
from interview_kit.quiz._least import fewest_of
from interview_kit.quiz._table import TooManyStatesError

__all__ = ["History", "longest_cooldown", "with_history"]


def _to_quizzes(quizzes: Iterable[Iterable[str]]) -> tuple[tuple[Id, ...], ...]:
    return tuple(to_ids(quiz) for quiz in as_tuple(quizzes))


@final
@frozen(kw_only=True, eq=False, repr=False)
class History(Value):
    """The quizzes that a candidate has started, oldest first.

    Record a quiz when it starts, not when it ends: a question that was seen is seen.

    Attributes:
        quizzes: the ids of the questions of each quiz.
        cooldown: how many of the latest quizzes must not repeat a question at all, 0 to 999.

    >>> History(cooldown=1).with_quiz(["S01", "S02"]).seen()["S01"]
    1
    """

    quizzes: tuple[tuple[Id, ...], ...] = field(default=(), converter=_to_quizzes)
    cooldown: int = field(default=0, validator=whole_number(0, 999))

    def with_quiz(self, ids: Iterable[str]) -> "History":
        """Record a quiz.

        Args:
            ids: the ids of its questions.

        Returns:
            The history with the quiz as its latest.
        """
        return evolve(self, quizzes=(*self.quizzes, to_ids(ids)))

    def seen(self) -> Mapping[str, int]:
        """Count how often each question was asked.

        Returns:
            Id to times; questions never asked count 0.
        """
        return Counter(id for quiz in self.quizzes for id in quiz)

    def cooling(self) -> frozenset[str]:
        """Name the questions that are too fresh to be asked again.

        Returns:
            Their ids.
        """
        latest = self.quizzes[len(self.quizzes) - self.cooldown :] if self.cooldown else ()
        return frozenset(id for quiz in latest for id in quiz)


def with_history(demand: Demand, history: History) -> Demand:
    """Ask for what was seen least.

    Of all quizzes that fit, those are kept that repeat the fewest questions; of these, those that
    repeat the fewest that were asked twice or more; and so on. So nothing is repeated until the
    pool is exhausted, and then the least seen comes first; all that remain are equally likely.
    Where requirements are left to rejection, only the number of repeats is kept as low as draws
    find quizzes, without regard to how often each was asked.

    Args:
        demand: what a quiz must contain.
        history: what was asked before.

    Returns:
        The demand with the further limits; as it was, less what is cooling, if nothing fits.
    """
    demand = _rested(demand, history)
    seen = history.seen()
    free = {id: seen[id] for id in demand.pool if id not in demand.include}
    # Sets of one count are one step, however deep the history; what must be in is no choice.
    for times in sorted({count for count in free.values() if count}):
        often = frozenset(id for id, count in free.items() if count >= times)
        try:
            fewest = fewest_of(demand, often)
        except TooManyStatesError:
            return _fewest_drawn(demand, often)
        if fewest is None:
            break
        demand = _at_most(demand, often, fewest)
        if not fewest:
            break
    return demand


def _at_most(demand: Demand, often: frozenset[str], most: int) -> Demand:
    if not most:
        return _without(demand, often)
    limit = Limit(key=f"{SEEN} {len(demand.limits)}", ids=often, at_most=most)
    return evolve(demand, limits=(*demand.limits, limit))


def _fewest_drawn(demand: Demand, often: frozenset[str]) -> Demand:
    """Repeat as few as can be drawn where some requirements are left to rejection."""

    def is_drawn(most: int) -> bool:
        try:
            return is_feasible(_at_most(demand, often, most))
        except BlueprintError:
            return False

    fewest = bisect_left(range(demand.length[1]), x=True, key=is_drawn)
    return _at_most(demand, often, fewest) if fewest < demand.length[1] else demand


def longest_cooldown(demand: Demand, history: History) -> int:
    """Find how long a cooldown leaves questions enough.

    Args:
        demand: what a quiz must contain; without a cooldown some quiz satisfies it.
        history: what was asked before; its own cooldown leaves too few.

    Returns:
        The longest cooldown under which some quiz fits.
    """
    # A longer cooldown than there are quizzes takes no more than all of them.
    shortest_failing = min(history.cooldown, len(history.quizzes))
    return bisect_left(
        range(shortest_failing),
        x=True,
        key=lambda each: not is_feasible(_rested(demand, evolve(history, cooldown=each + 1))),
    )


def _rested(demand: Demand, history: History) -> Demand:
    return _without(demand, history.cooling() - demand.include)


def _without(demand: Demand, ids: frozenset[str]) -> Demand:
    pool = {id: question for id, question in demand.pool.items() if id not in ids}
    clusters = {id: head for id, head in demand.clusters.items() if id in pool}
    return evolve(demand, pool=pool, clusters=clusters)
