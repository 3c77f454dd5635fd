"""How the counters of limits rise as classes are decided."""

from collections.abc import Iterator, Sequence
from typing import final

from attrs import evolve, frozen

from interview_kit.quiz._classes import Class, Move
from interview_kit.quiz._demand import Demand, Limit

__all__ = ["Rules", "State", "rules_for"]

#: A counter for each quota; 0 where the quota has been decided.
State = tuple[int, ...]


@final
@frozen(kw_only=True, eq=False)
class Rules:
    """How the counters of limits rise, stop, and are dropped.

    Attributes:
        limits: the limits, without their sets.
        caps: for each limit, the highest value of its counter.
        decided: for each class, the limits that no later class can raise.
    """

    limits: tuple[Limit, ...]
    caps: tuple[int, ...]
    decided: tuple[tuple[int, ...], ...]

    @property
    def start(self) -> State:
        """All counters at nothing."""
        return (0,) * len(self.limits)

    def moves(
        self, classes: Sequence[Class], place: int, state: State
    ) -> Iterator[tuple[Move | None, State]]:
        """Go through the moves of a class that break no quota, with the state after each."""
        for move, risen in self.rises(classes[place], state):
            after = self._settled(risen, place)
            if after is not None:
                yield move, after

    def rises(self, each: Class, state: State) -> Iterator[tuple[Move | None, State]]:
        """Go through the moves of a class that pass no maximum, with the counters after each."""
        if not each.forced:
            yield None, state
        risen: State | None = None
        previous = None
        for move in each.moves:
            # The moves of questions that are alike come in order: each takes one more than the last.
            if move.alike is not previous:
                previous, risen = move.alike, state
            risen = None if risen is None else self._raised(risen, move.alike.counts_for)
            if risen is not None:
                yield move, risen

    def _raised(self, state: State, counts_for: Sequence[int]) -> State | None:
        if not counts_for:
            return state
        counters = list(state)
        for limit in counts_for:
            if counters[limit] < self.caps[limit]:
                counters[limit] += 1
            elif self.limits[limit].at_most is not None:
                return None
        return tuple(counters)

    def _settled(self, state: State, place: int) -> State | None:
        decided = self.decided[place]
        if not decided:
            return state
        if any(state[limit] < self.limits[limit].at_least for limit in decided):
            return None
        return self.dropped(state, place)

    def dropped(self, state: State, place: int) -> State:
        """Set the counters back that no later class can raise."""
        decided = self.decided[place]
        return tuple(0 if limit in decided else count for limit, count in enumerate(state))


def rules_for(classes: Sequence[Class], demand: Demand, slack: int = 0) -> Rules:
    """Find how the counters of a demand move.

    Args:
        classes: the classes of the demand, in order.
        demand: what a quiz must contain.
        slack: by how many questions a maximum may be passed.

    Returns:
        The rules.
    """
    limits, longest = demand.limits, demand.length[1]
    bounds = (each.at_least if each.at_most is None else each.at_most + slack for each in limits)
    last = {limit: place for place, each in enumerate(classes) for limit in each.counts_for}
    decided = tuple(
        tuple(sorted(limit for limit in each.counts_for if last[limit] == place))
        for place, each in enumerate(classes)
    )
    bare = tuple(evolve(each, ids=frozenset()) for each in limits)
    return Rules(limits=bare, caps=tuple(min(b, longest) for b in bounds), decided=decided)
