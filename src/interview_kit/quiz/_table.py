"""Exact counting: in how many ways a quiz can be completed, class by class.

Questions with the same signature are interchangeable, so a quiz is a number for each class and a
choice inside each class. Dynamic programming over the classes counts all of them with exact
integers. Its state is a counter for each quota: it stops rising at the minimum where there is no
maximum, may not pass the maximum where there is one, and is dropped after the last class that can
raise it. Lengths and minutes are no part of the state: each state has a plane of them.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from math import comb
from typing import Final, NamedTuple, final

from attrs import evolve, frozen

from interview_kit.quiz._classes import Class, Move, classes_of
from interview_kit.quiz._demand import Demand, Limit
from interview_kit.quiz._planes import Planes

__all__ = [
    "Rules",
    "State",
    "Step",
    "Table",
    "TooManyStatesError",
    "build_table",
    "fits_table",
    "quizzes_by_minutes",
    "rules_for",
]

#: Most states of one table: half a second of work on the class of machine this was measured on.
MAX_STATES: Final = 60_000
#: Most bytes of one table.
MAX_TABLE_BYTES: Final = 64 * 1024 * 1024

#: A counter for each quota; 0 where the quota has been decided.
State = tuple[int, ...]


class TooManyStatesError(Exception):
    """The quotas cross in more ways than a table may hold; the planner then takes some out."""


class Step(NamedTuple):
    """What may be decided for a class.

    Attributes:
        move: what is taken, or `None` for nothing.
        after: the state after it.
        ways: how many quizzes go on from there.
    """

    move: Move | None
    after: State
    ways: int


@final
@frozen(kw_only=True, eq=False)
class Table:
    """For each class and each state before it, the plane of ways to complete the quiz.

    Attributes:
        classes: the classes, in the order of the table.
        layers: for each class, and for the end, state to plane.
        planes: the shape of the planes.
        rules: how counters move.
        goal: the most questions and the most minutes: the place of the plane that counts quizzes,
            since unused questions and minutes are a part of the last plane.
    """

    classes: tuple[Class, ...]
    layers: tuple[dict[State, int], ...]
    planes: Planes
    rules: "Rules"
    goal: tuple[int, int]

    @cached_property
    def total(self) -> int:
        """How many quizzes satisfy the blueprint."""
        return self.ways(0, self.rules.start, *self.goal)

    def ways(self, place: int, state: State, questions: int, minutes: int) -> int:
        """Tell in how many ways a quiz can be completed.

        Args:
            place: the next class to decide.
            state: the counters so far.
            questions: questions still allowed.
            minutes: minutes still allowed.

        Returns:
            The number of ways; 0 if there is none.
        """
        if questions < 0 or minutes < 0:
            return 0
        key = place, state
        plane = self._read.get(key)
        if plane is None:
            plane = self.planes.to_bytes(self.layers[place].get(state, 0))
            self._read[key] = plane
        return self.planes.in_bytes(plane, questions, minutes)

    @cached_property
    def _read(self) -> dict[tuple[int, State], bytes]:
        # Planes that were looked into: cutting a count out of bytes takes the same time whatever
        # the size of the plane, out of a whole number it does not.
        return {}

    @cached_property
    def _moves(self) -> dict[tuple[int, State], tuple[tuple[Move | None, State], ...]]:
        # Moves that were looked at; they are the same for every seed.
        return {}

    def steps(self, place: int, state: State, questions: int, minutes: int) -> Iterator[Step]:
        """Go through what may be decided for a class.

        Args:
            place: the class.
            state: the counters so far.
            questions: questions still allowed.
            minutes: minutes still allowed.

        Yields:
            The steps from which a quiz can be completed; nothing taken first.
        """
        key = place, state
        moves = self._moves.get(key)
        if moves is None:
            moves = tuple(self.rules.moves(self.classes, place, state))
            self._moves[key] = moves
        for move, after in moves:
            taken, each = (move.taken, move.option.minutes) if move else (0, 0)
            ways = self.ways(place + 1, after, questions - taken, minutes - taken * each)
            if ways:
                yield Step(move, after, ways * (move.ways if move else 1))

    def step_at(
        self, place: int, state: State, questions: int, minutes: int, rank: int
    ) -> tuple[Step, int]:
        """Find the step that the quiz of a rank takes.

        Args:
            place: the class.
            state: the counters so far.
            questions: questions still allowed.
            minutes: minutes still allowed.
            rank: 0 to the number of ways to complete the quiz less 1.

        Returns:
            The step, and the rank among the quizzes that go on from there.

        Raises:
            IndexError: if the rank is out of range.
        """
        for step in self.steps(place, state, questions, minutes):
            if rank < step.ways:
                return step, rank
            rank -= step.ways
        raise IndexError("there are fewer quizzes than that")


@final
@frozen(kw_only=True, eq=False)
class Rules:
    """How the counters of limits rise, stop, and are dropped.

    Attributes:
        limits: the limits.
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
            # The moves of one option come in order: each takes one question more than the last.
            if move.option is not previous:
                previous, risen = move.option, state
            risen = None if risen is None else self._raised(risen, move.option.counts_for)
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


def build_table(demand: Demand) -> Table:
    """Count all quizzes.

    Args:
        demand: what a quiz must contain.

    Returns:
        The table; its `total` is 0 if nothing satisfies the demand.

    Raises:
        TooManyStatesError: if the table would pass its limits.
    """
    classes = classes_of(demand)
    rules, planes = rules_for(classes, demand), _planes(demand)
    reached = _reached(classes, rules, planes)
    layers = [
        dict.fromkeys(reached[-1], _unused(demand, planes)) if _is_hopeful(classes, demand) else {}
    ]
    for place in range(len(classes) - 1, -1, -1):
        later = layers[-1]
        found = (
            (state, _plane(classes, place, state, rules, planes, later)) for state in reached[place]
        )
        layers.append({state: plane for state, plane in found if plane})
    return Table(
        classes=classes,
        layers=tuple(reversed(layers)),
        planes=planes,
        rules=rules,
        goal=(planes.questions, planes.minutes),
    )


def fits_table(demand: Demand) -> bool:
    """Tell whether a demand can be counted, without counting it.

    Args:
        demand: what a quiz must contain.

    Returns:
        `False` if the table would pass its limits.
    """
    classes = classes_of(demand)
    try:
        _reached(classes, rules_for(classes, demand), _planes(demand))
    except TooManyStatesError:
        return False
    return True


def quizzes_by_minutes(demand: Demand, window: tuple[int, int]) -> dict[int, int]:
    """Count quizzes by how long they take.

    Args:
        demand: what a quiz must contain, its time window aside.
        window: the fewest and the most minutes that are looked at.

    Returns:
        Minutes to number of quizzes, where there is one, fewest minutes first; none at all if
        there is too much to be counted.
    """
    longest = sorted(question.minutes for question in demand.pool.values())[-demand.length[1] :]
    low, high = window[0], min(window[1], sum(longest))
    if low > high:
        return {}
    try:
        table = build_table(evolve(demand, minutes=(low, high)))
    except TooManyStatesError:
        return {}
    exact: dict[int, int] = {}
    for minutes in range(high + 1):
        # The table counts those of up to `high - low` minutes less together.
        until = table.ways(0, table.rules.start, demand.length[1], minutes)
        before = table.ways(0, table.rules.start, demand.length[1], minutes - 1)
        exact[minutes] = until - before + exact.get(minutes - (high - low) - 1, 0)
    return {minutes: count for minutes, count in exact.items() if count and minutes >= low}


def _is_hopeful(classes: Sequence[Class], demand: Demand) -> bool:
    touched = frozenset[int]().union(*(each.counts_for for each in classes))
    return all(place in touched for place, limit in enumerate(demand.limits) if limit.at_least)


def _plane(
    classes: Sequence[Class],
    place: int,
    state: State,
    rules: Rules,
    planes: Planes,
    later: dict[State, int],
) -> int:
    plane = 0
    for move, after in rules.moves(classes, place, state):
        onward = later.get(after, 0)
        if move and onward:
            minutes = move.taken * move.option.minutes
            onward = move.ways * planes.moved(onward, move.taken, minutes)
        plane += onward
    return plane


def _reached(classes: Sequence[Class], rules: Rules, planes: Planes) -> list[set[State]]:
    layers, states = [{rules.start}], 1
    for place in range(len(classes)):
        after = {state for before in layers[-1] for _, state in rules.moves(classes, place, before)}
        layers.append(after)
        states += len(after)
        if states > MAX_STATES or states * planes.size > MAX_TABLE_BYTES:
            raise TooManyStatesError
    return layers


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
    return Rules(limits=limits, caps=tuple(min(b, longest) for b in bounds), decided=decided)


def _planes(demand: Demand) -> Planes:
    shortest, longest = demand.length
    low, high = demand.minutes or (0, 0)
    count = len(demand.pool)
    unused = (longest - shortest + 1) * (high - low + 1)
    largest = unused * sum(comb(count, taken) for taken in range(longest + 1))
    return Planes(questions=longest, minutes=high, slot_bytes=largest.bit_length() // 8 + 1)


def _unused(demand: Demand, planes: Planes) -> int:
    shortest, longest = demand.length
    low, high = demand.minutes or (0, 0)
    return sum(
        planes.one(questions, minutes)
        for questions in range(longest - shortest + 1)
        for minutes in range(high - low + 1)
    )
