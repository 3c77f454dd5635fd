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
from interview_kit.quiz._demand import Demand
from interview_kit.quiz._planes import Planes
from interview_kit.quiz._rules import Rules, State, rules_for

__all__ = [
    "Step",
    "Table",
    "TooManyStatesError",
    "build_table",
    "fits_table",
    "quizzes_by_minutes",
]

#: Most states of one table: half a second of work on the class of machine this was measured on.
MAX_STATES: Final = 60_000
#: Most bytes of one table.
MAX_TABLE_BYTES: Final = 64 * 1024 * 1024


class TooManyStatesError(Exception):
    """The quotas cross in more ways than a table may hold; the planner then takes some out."""


class Branch(NamedTuple):
    """What may be decided for a class.

    Attributes:
        move: what is taken, or `None` for nothing.
        taken: how many questions that is.
        minutes: how many minutes.
        ways: how many choices of so many questions there are.
        after: the node it leads to.
    """

    move: Move | None
    taken: int
    minutes: int
    ways: int
    after: "Node"


class Step(NamedTuple):
    """What is decided for a class.

    Attributes:
        branch: what was chosen.
        onward: in how many ways the quiz goes on from there, whichever questions are taken.
        rank: the rank among all quizzes that take this step.
    """

    branch: Branch
    onward: int
    rank: int


class Node:
    """A place and a state of a table, with its plane as bytes; it finds its branches when asked.

    Cutting a count out of bytes takes the same time whatever the size of the plane.
    """

    __slots__ = ("_branches", "place", "plane", "state")

    def __init__(self, place: int, state: State, plane: bytes) -> None:
        """Stand before the class of this place."""
        self.place: int = place
        self.state: State = state
        self.plane: bytes = plane
        self._branches: tuple[Branch, ...] | None = None

    def branches(self, table: "Table") -> tuple[Branch, ...]:
        """Give what may be decided for the class of this place; nothing taken first."""
        if self._branches is None:
            self._branches = tuple(table.branches(self.place, self.state))
        return self._branches


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
        return self.ways(*self.goal)

    @cached_property
    def root(self) -> Node:
        """The node before the first class."""
        return self.node(0, self.rules.start)

    @cached_property
    def _nodes(self) -> dict[tuple[int, State], Node]:
        # Nodes that were looked at; they are the same for every seed.
        return {}

    def node(self, place: int, state: State) -> Node:
        """Give the node of a place and a state."""
        found = self._nodes.get((place, state))
        if found is None:
            plane = self.planes.to_bytes(self.layers[place].get(state, 0))
            found = self._nodes[place, state] = Node(place, state, plane)
        return found

    def ways(self, questions: int, minutes: int) -> int:
        """Tell how many quizzes use up to so many questions and minutes.

        Args:
            questions: questions allowed.
            minutes: minutes allowed.

        Returns:
            The number of quizzes; 0 if there is none.
        """
        if questions < 0 or minutes < 0:
            return 0
        return self.ways_at(self.root, questions, minutes)

    def ways_at(self, node: Node, questions: int, minutes: int) -> int:
        """Tell in how many ways a quiz can be completed from a node."""
        return self.planes.in_bytes(node.plane, questions, minutes)

    def branches(self, place: int, state: State) -> Iterator[Branch]:
        """Go through what may be decided for a class, nothing taken first."""
        for move, after in self.rules.moves(self.classes, place, state):
            if after in self.layers[place + 1]:
                taken, each, ways = (
                    (move.taken, move.alike.minutes, move.ways) if move else (0, 0, 1)
                )
                yield Branch(move, taken, taken * each, ways, self.node(place + 1, after))

    def step_at(self, node: Node, questions: int, minutes: int, rank: int) -> Step:
        """Find the step that the quiz of a rank takes.

        Args:
            node: where it stands.
            questions: questions still allowed.
            minutes: minutes still allowed.
            rank: 0 to the number of ways to complete the quiz less 1.

        Returns:
            The step.

        Raises:
            IndexError: if the rank is out of range.
        """
        slot, row = self.planes.slot_bytes, self.planes.minutes + 1
        for branch in node.branches(self):
            left, time = questions - branch.taken, minutes - branch.minutes
            if left < 0 or time < 0:
                continue
            start = slot * (left * row + time)
            onward = int.from_bytes(branch.after.plane[start : start + slot], "little")
            ways = onward * branch.ways
            if rank < ways:
                return Step(branch, onward, rank)
            rank -= ways
        raise IndexError("there are fewer quizzes than that")


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
    rules, planes = rules_for(classes, demand), _planes(demand, len(demand.pool))
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


def fits_table(demand: Demand, size: int) -> bool:
    """Tell whether a demand can be counted, without counting it.

    Args:
        demand: what a quiz must contain; its pool may be thinned.
        size: how many questions the pool has when it is not.

    Returns:
        `False` if the table would pass its limits.
    """
    classes = classes_of(demand)
    try:
        _reached(classes, rules_for(classes, demand), _planes(demand, size))
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
        until = table.ways(demand.length[1], minutes)
        before = table.ways(demand.length[1], minutes - 1)
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
            minutes = move.taken * move.alike.minutes
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


def _planes(demand: Demand, count: int) -> Planes:
    shortest, longest = demand.length
    low, high = demand.minutes or (0, 0)
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
