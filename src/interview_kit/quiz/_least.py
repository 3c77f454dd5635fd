"""The quiz that misses a demand by least: exact, over all quizzes at once.

The classes and counters are those of the counting table, but a requirement that is missed adds to a
cost instead of ruling the quiz out. For each state the bits of one integer tell which costs, numbers
of questions and minutes can be reached, so that taking questions into account is a mask and a shift
whatever the number of combinations.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple, final

from attrs import evolve, field, frozen

from interview_kit.quiz._blueprint import MAX_MINUTES
from interview_kit.quiz._classes import Class, Move, classes_of
from interview_kit.quiz._demand import Demand, Limit
from interview_kit.quiz._quota import MAX_LENGTH
from interview_kit.quiz._rules import Rules, State, rules_for
from interview_kit.quiz._table import TooManyStatesError

__all__ = ["Missing", "fewest_of", "least_missing"]

#: Most moves looked at and most bytes kept: together about a second of work.
MAX_MOVES: Final = 200_000
MAX_BYTES: Final = 64 * 1024 * 1024


class Missing(NamedTuple):
    """A selection of questions, and by how many questions and minutes it misses a demand in all."""

    ids: tuple[str, ...]
    cost: int


class Reached(NamedTuple):
    """One place of the bits."""

    cost: int
    questions: int
    minutes: int


@final
@frozen(kw_only=True)
class _Bits:
    """The shape of the bits: costs of questions of minutes.

    Attributes:
        most: the highest cost, number of questions and number of minutes.
    """

    most: Reached
    _masks: dict[Reached, int] = field(factory=dict[Reached, int], init=False)

    @property
    def size(self) -> int:
        """Bytes of all bits."""
        return self.position(self.most) // 8 + 1

    def position(self, reached: Reached) -> int:
        """Give the place of a bit."""
        rows = reached.cost * (self.most.questions + 1) + reached.questions
        return rows * (self.most.minutes + 1) + reached.minutes

    def moved(self, bits: int, by: Reached) -> int:
        """Add to all that can be reached; what then exceeds the shape is dropped."""
        mask = self._masks.get(by)
        if mask is None:
            mask = self._masks[by] = self._mask(by)
        return (bits & mask) << self.position(by)

    def _mask(self, by: Reached) -> int:
        left = Reached(*(most - part for most, part in zip(self.most, by, strict=True)))
        if min(left) < 0:
            return 0
        row, block = self.most.minutes + 1, (self.most.minutes + 1) * (self.most.questions + 1)
        rows = sum(((1 << (left.minutes + 1)) - 1) << (n * row) for n in range(left.questions + 1))
        return sum(rows << (n * block) for n in range(left.cost + 1))

    def has(self, bits: int, reached: Reached) -> bool:
        """Tell whether something can be reached."""
        return min(reached) >= 0 and bool(bits >> self.position(reached) & 1)

    def row(self, bits: int, cost: int, questions: int) -> int:
        """Give the minutes that can be reached, a bit for each."""
        start = self.position(Reached(cost, questions, 0))
        return bits >> start & ((1 << (self.most.minutes + 1)) - 1)


def least_missing(demand: Demand, most: int) -> Missing | None:
    """Find a quiz that misses a demand by least.

    Args:
        demand: what a quiz should contain; inclusions and exclusions as limits. Only its clusters
            of enemies hold whatever the cost.
        most: the highest cost that is looked at.

    Returns:
        The ids and the cost; `None` if every quiz costs more.

    Raises:
        TooManyStatesError: if the requirements cross in too many ways for an exact answer.
    """
    longest = min(demand.length[1] + most, MAX_LENGTH, len(demand.pool))
    latest = min(demand.minutes[1] + most, MAX_MINUTES) if demand.minutes else 0
    classes = classes_of(evolve(demand, length=(1, max(longest, 1))))
    search = _Search(
        classes=classes,
        rules=rules_for(classes, evolve(demand, length=(1, MAX_LENGTH)), slack=most),
        bits=_Bits(most=Reached(most, longest, latest)),
        spare=most,
    )
    layers = search.layers()
    ends = _ends(layers[0].get(search.rules.start, 0), demand, search)
    if not ends:
        return None
    cost, end = min(ends)
    return Missing(tuple(search.path(layers, end)), cost) if cost <= most else None


def fewest_of(demand: Demand, ids: frozenset[str]) -> int | None:
    """Find how few questions of a set a quiz can have.

    Args:
        demand: what a quiz must contain, all of it.
        ids: the set.

    Returns:
        The fewest; `None` if no quiz satisfies the demand.

    Raises:
        TooManyStatesError: if the requirements cross in too many ways for an exact answer.
    """
    # A limit without bounds tells the questions of the set from the others, and needs no counter.
    demand = evolve(demand, limits=(*demand.limits, Limit(key="priced", ids=ids)))
    longest = min(demand.length[1], len(demand.pool))
    latest = demand.minutes[1] if demand.minutes else 0
    classes = classes_of(demand)
    search = _Search(
        classes=classes,
        rules=rules_for(classes, demand),
        bits=_Bits(most=Reached(longest, longest, latest)),
        spare=0,
        priced=len(demand.limits) - 1,
    )
    reached = search.layers()[0].get(search.rules.start, 0)
    kept = (end.cost for cost, end in _ends(reached, demand, search) if cost == end.cost)
    return min(kept, default=None)


@final
@frozen(kw_only=True, eq=False)
class _Search:
    """Goes through the classes as the table does.

    Attributes:
        classes: the classes.
        rules: how counters move.
        bits: the shape of what can be reached.
        spare: by how many questions a quiz may miss its limits.
        priced: the limit each question of which costs one; `None` if only what is missed costs.
    """

    classes: tuple[Class, ...]
    rules: Rules
    bits: _Bits
    spare: int
    priced: int | None = None

    def layers(self) -> list[Mapping[State, int]]:
        """Tell for each class and each state before it what the classes from there on reach."""
        reached = self._reached()
        found: list[Mapping[State, int]] = [dict.fromkeys(reached[-1], 1)]
        for place in range(len(self.classes) - 1, -1, -1):
            found.append({each: self._from(place, each, found[-1]) for each in reached[place]})
        return found[::-1]

    def _reached(self) -> list[set[State]]:
        found, moves, kept = [{self.rules.start}], 0, 0
        for place in range(len(self.classes)):
            after = set[State]()
            for state in found[-1]:
                steps = self._steps(place, state)
                moves += len(steps)
                after.update(settled for _, settled, _ in steps)
            found.append(after)
            kept += len(after) * self.bits.size
            if moves > MAX_MOVES or kept > MAX_BYTES:
                raise TooManyStatesError
        return found

    def _from(self, place: int, state: State, later: Mapping[State, int]) -> int:
        bits = 0
        for _, after, by in self._steps(place, state):
            bits |= self.bits.moved(later[after], by)
        return bits

    def _steps(self, place: int, state: State) -> list[tuple[Move | None, State, Reached]]:
        found: list[tuple[Move | None, State, Reached]] = []
        for move, risen in self.rules.rises(self.classes[place], state):
            missed = sum(
                self.rules.limits[limit].missed_by(risen[limit])
                for limit in self.rules.decided[place]
            )
            if missed <= self.spare:
                taken, minutes = (move.taken, move.alike.minutes) if move else (0, 0)
                paid = taken if move and self.priced in move.alike.counts_for else 0
                by = Reached(missed + paid, taken, taken * minutes)
                found.append((move, self.rules.dropped(risen, place), by))
        return found

    def path(self, layers: Sequence[Mapping[State, int]], end: Reached) -> list[str]:
        """Give questions that end at what was reached."""
        state, found = self.rules.start, list[str]()
        for place in range(len(self.classes)):
            for move, after, by in self._steps(place, state):
                rest = Reached(*(part - done for part, done in zip(end, by, strict=True)))
                if self.bits.has(layers[place + 1][after], rest):
                    state, end = after, rest
                    found += move.alike.members[: move.taken] if move else ()
                    break
        return found


def _ends(reached: int, demand: Demand, search: _Search) -> list[tuple[int, Reached]]:
    """Give, for each cost and length that can be reached, the minutes that come nearest."""
    found: list[tuple[int, Reached]] = []
    (shortest, longest), most = demand.length, search.bits.most
    never = sum(
        limit.at_least
        for place, limit in enumerate(demand.limits)
        if not any(place in each for each in search.rules.decided)
    )
    for cost in range(most.cost + 1):
        for questions in range(1, most.questions + 1):
            row = search.bits.row(reached, cost, questions)
            if row:
                late, minutes = _nearest(row, demand.minutes or (0, 0))
                beyond = max(shortest - questions, questions - longest, 0)
                found.append((cost + never + beyond + late, Reached(cost, questions, minutes)))
    return found


def _nearest(row: int, window: Sequence[int]) -> tuple[int, int]:
    low, high = window
    below, within = row & ((1 << low) - 1), row >> low
    after = (within & -within).bit_length() - 1 + low
    if within and after <= high:
        return 0, after
    sides = [(low - below.bit_length() + 1, below.bit_length() - 1)] if below else []
    return min([*sides, (after - high, after)] if within else sides)
