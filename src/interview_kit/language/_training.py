"""Training of chains: log-linear, by limited-memory BFGS, in pure Python, the same everywhere."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from operator import mul
from typing import Final, NamedTuple

from interview_kit.language._chain import SCALE, Chain
from interview_kit.language._exact import exact_exp, exact_log
from interview_kit.language._minimise import Vector, minimise, total

__all__ = ["Example", "fit"]

#: A feature counts if it occurs in this many texts.
LEAST_TEXTS: Final = 2
#: Weights of a feature that are all smaller, in thousandths, decide nothing: leaving them out changed
#: no label of the held-out answers.
LEAST_WEIGHT: Final = 60


class Example(NamedTuple):
    """A labelled sequence.

    Attributes:
        features: the features of each clause, as often as they count.
        shared: the features that all its clauses share.
        labels: the label of each clause.
        weight: how many times it counts.
        text: the text it comes from, of which there may be copies; features of one text alone
            teach nothing.
        divisor: what the sums of its features are divided by.
    """

    features: Sequence[Iterable[str]]
    shared: Sequence[str]
    labels: Sequence[str]
    text: Hashable
    weight: float = 1.0
    divisor: float = 1.0


class _Sequence(NamedTuple):
    """An example in places: of its clauses' rows of features, and of its labels."""

    rows: tuple[int, ...]
    shared: int
    labels: tuple[int, ...]
    weight: float
    divisor: float


def fit(examples: Iterable[Example], labels: Sequence[str], *, penalty: float, steps: int) -> Chain:
    """Fit a chain to examples; equal examples in equal order give equal weights.

    Args:
        examples: labelled sequences.
        labels: the labels, in the order that the chain is to have.
        penalty: half of what the square of a weight costs, above 0; more keeps weights smaller.
        steps: how many steps of the minimiser to make at most.

    Returns:
        The chain.
    """
    known = tuple(examples)
    names = _names(known)
    problem = _Problem(known, labels, names, penalty)
    point = minimise(problem, [0.0] * problem.size, steps)
    return _chain(point, labels, names)


def _names(examples: Iterable[Example]) -> dict[str, int]:
    texts: dict[str, set[Hashable]] = {}
    for each in examples:
        for name in (*each.shared, *(name for own in each.features for name in own)):
            texts.setdefault(name, set()).add(each.text)
    names = sorted(name for name, own in texts.items() if len(own) >= LEAST_TEXTS)
    return {name: place for place, name in enumerate(names)}


class _Problem:
    """What is minimised: the negative logarithm of the examples' likelihood, and the penalty."""

    def __init__(
        self,
        examples: Sequence[Example],
        labels: Sequence[str],
        names: Mapping[str, int],
        penalty: float,
    ) -> None:
        places = {label: place for place, label in enumerate(labels)}
        rows: dict[tuple[int, ...], int] = {}

        def row_of(features: Iterable[str]) -> int:
            row = tuple(sorted(names[name] for name in features if name in names))
            return rows.setdefault(row, len(rows))

        self.width = len(labels)
        self.count = len(names)
        self.size = self.width * (self.count + self.width + 2)
        self.penalty = penalty
        self.sequences = [
            _Sequence(
                tuple(row_of(own) for own in each.features),
                row_of(each.shared),
                tuple(places[label] for label in each.labels),
                each.weight,
                each.divisor,
            )
            for each in examples
        ]
        self.rows = tuple(rows)

    def __call__(self, point: Vector) -> tuple[float, Vector]:
        """Give the value and the slope at a point."""
        weights, steps, starts, ends = _parted(point, self.width, self.count)
        sums = [[total(map(own.__getitem__, row)) for own in weights] for row in self.rows]
        tally = _Tally(self.width, len(self.rows), steps, starts, ends)
        value = total(tally.add(each, sums) for each in self.sequences)
        slope = self._slope(tally)
        half = self.penalty / 2.0
        value += half * total(map(mul, point, point))
        return value, [s + self.penalty * p for s, p in zip(slope, point, strict=True)]

    def _slope(self, tally: "_Tally") -> Vector:
        columns = [[0.0] * self.count for _ in range(self.width)]
        for names, errors in zip(self.rows, tally.errors, strict=True):
            for column, error in zip(columns, errors, strict=True):
                if error:
                    for name in names:
                        column[name] += error
        rows = (*columns, *tally.step_errors(), tally.start_errors, tally.end_errors)
        return [each for row in rows for each in row]


class _Tally:
    """What is expected of the model less what the examples show, summed over sequences."""

    def __init__(
        self,
        width: int,
        rows: int,
        steps: Sequence[Vector],
        starts: Vector,
        ends: Vector,
    ) -> None:
        self.steps = [[exact_exp(each) for each in row] for row in steps]
        self.columns = [*zip(*self.steps, strict=True)]
        self.weights = (steps, starts, ends)
        self.errors = [[0.0] * width for _ in range(rows)]
        self.flows = [[0.0] * width for _ in range(width)]
        self.shown = [[0.0] * width for _ in range(width)]
        self.start_errors = [0.0] * width
        self.end_errors = [0.0] * width

    def step_errors(self) -> list[Vector]:
        """Give the errors of the transitions."""
        return [
            [flow * step - shown for flow, step, shown in zip(*rows, strict=True)]
            for rows in zip(self.flows, self.steps, self.shown, strict=True)
        ]

    def add(self, sequence: _Sequence, sums: Sequence[Vector]) -> float:
        """Add a sequence.

        Args:
            sequence: the sequence.
            sums: for each row of features its score for each label.

        Returns:
            What the sequence adds to the value.
        """
        shared = sums[sequence.shared]
        scores = [
            [(a + b) / sequence.divisor for a, b in zip(sums[row], shared, strict=True)]
            for row in sequence.rows
        ]
        told = self._told(sequence, scores)
        size, shares = self._flow(sequence, scores)
        self._compare(sequence, shares)
        return sequence.weight * (size - told)

    def _told(self, sequence: _Sequence, scores: Sequence[Vector]) -> float:
        """Give the score of the labels that the example has."""
        steps, starts, ends = self.weights
        labels = sequence.labels
        told = total(own[label] for own, label in zip(scores, labels, strict=True))
        for one, other in pairwise(labels):
            told += steps[one][other]
            self.shown[one][other] += sequence.weight
        return told + starts[labels[0]] + ends[labels[-1]]

    def _flow(self, sequence: _Sequence, scores: list[Vector]) -> tuple[float, list[Vector]]:
        """Go forward and backward: the logarithm of the partition function, and the marginals."""
        _, starts, ends = self.weights
        scores[0] = [a + b for a, b in zip(scores[0], starts, strict=True)]
        scores[-1] = [a + b for a, b in zip(scores[-1], ends, strict=True)]
        tops = [max(own) for own in scores]
        factors = [
            [exact_exp(each - top) for each in own] for own, top in zip(scores, tops, strict=True)
        ]
        forward, size = self._forward(factors)
        behind = [1.0] * len(starts)
        shares = [forward[-1]]
        for own, ahead in zip(factors[:0:-1], forward[-2::-1], strict=True):
            weighed = [*map(mul, own, behind)]
            behind = [total(map(mul, row, weighed)) for row in self.steps]
            share = [*map(mul, ahead, behind)]
            whole = total(share)
            self._count_flow(ahead, weighed, sequence.weight / whole)
            shares.append([each / whole for each in share])
            level = total(behind)
            behind = [each / level for each in behind]
        shares.reverse()
        return size + total(tops), shares

    def _forward(self, factors: Sequence[Vector]) -> tuple[list[Vector], float]:
        size, forward = 0.0, list[Vector]()
        for place, own in enumerate(factors):
            before: Sequence[float] = forward[-1] if place else ()
            ahead = (
                [total(map(mul, before, c)) * f for c, f in zip(self.columns, own, strict=True)]
                if place
                else own
            )
            whole = total(ahead)
            size += exact_log(whole)
            forward.append([each / whole for each in ahead])
        return forward, size

    def _count_flow(self, ahead: Vector, weighed: Vector, weight: float) -> None:
        for place, each in enumerate(ahead):
            share = each * weight
            self.flows[place] = [
                flow + share * own for flow, own in zip(self.flows[place], weighed, strict=True)
            ]

    def _compare(self, sequence: _Sequence, shares: Sequence[Vector]) -> None:
        weight, shared = sequence.weight, self.errors[sequence.shared]
        for row, label, share in zip(sequence.rows, sequence.labels, shares, strict=True):
            errors = self.errors[row]
            scale = weight / sequence.divisor
            for place, each in enumerate(share):
                error = (each - (place == label)) * scale
                errors[place] += error
                shared[place] += error
        for place, (first, last) in enumerate(zip(shares[0], shares[-1], strict=True)):
            self.start_errors[place] += weight * (first - (place == sequence.labels[0]))
            self.end_errors[place] += weight * (last - (place == sequence.labels[-1]))


def _parted(
    point: Vector, width: int, count: int
) -> tuple[list[Vector], list[Vector], Vector, Vector]:
    """Part a point into the weights of features by label, of transitions, of starts and of ends."""
    bounds = [*range(0, width * count + 1, count)] if count else [0] * (width + 1)
    weights = [point[a:b] for a, b in pairwise(bounds)]
    bounds = [width * (count + place) for place in range(width + 3)]
    *steps, starts, ends = [point[a:b] for a, b in pairwise(bounds)]
    return weights, steps, starts, ends


def _chain(point: Vector, labels: Sequence[str], names: Iterable[str]) -> Chain:
    named = tuple(names)
    weights, steps, starts, ends = _parted(point, len(labels), len(named))
    rows = map(_rounded, zip(*weights, strict=True))
    return Chain(
        labels=labels,
        terms={
            name: row
            for name, row in zip(named, rows, strict=True)
            if max(map(abs, row)) >= LEAST_WEIGHT
        },
        transitions=[_rounded(row) for row in steps],
        starts=_rounded(starts),
        ends=_rounded(ends),
    )


def _rounded(row: Iterable[float]) -> tuple[int, ...]:
    return tuple(round(each * SCALE) for each in row)
