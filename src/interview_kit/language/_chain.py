"""A linear chain over the clauses of a text: which label each has, how surely, and what is absent.

Lafferty, McCallum & Pereira (2001), "Conditional Random Fields". Weights are whole numbers, so that
they read the same everywhere; those of one feature for all labels are packed as lanes of one
integer, so that the features of a clause are summed by `sum` itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from math import exp, log
from operator import add, mul
from types import MappingProxyType
from typing import Any, Final, NamedTuple, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.language._tables import is_table
from interview_kit.model.checks import as_tuple, shown
from interview_kit.model.sources import to_strings

__all__ = ["SCALE", "Chain", "Labelling", "Scores", "chain_of"]

#: Weights are whole numbers of this part of one: a weight of `SCALE` makes a label e times as likely.
SCALE: Final = 1000
#: Bits of a lane: room for a thousand features of weight 500 times `SCALE`.
LANE: Final = 40
#: What is added to a lane so that no sum in it is negative.
LEVEL: Final = 1 << (LANE - 1)
MASK: Final = (1 << LANE) - 1

#: How far above the mean of all labels, in `SCALE`ths, a feature speaks for one so that it is worth
#: naming: it makes the label a sixth likelier.
NOTABLE: Final = 150

#: Scores of one clause for each label, in natural logarithms.
Scores = Sequence[float]


class Labelling(NamedTuple):
    """The labels of a sequence.

    Attributes:
        best: the most probable sequence of labels as a whole, as places in `Chain.labels`.
        shares: for each clause the probability of each label, 0 to 1.
    """

    best: tuple[int, ...]
    shares: tuple[tuple[float, ...], ...]


def _to_terms(terms: Any) -> Mapping[str, tuple[int, ...]]:
    if not is_table(terms):
        raise InvalidValueError("Chain.terms", shown(terms), "a mapping of features to weights")
    return MappingProxyType({name: tuple(weights) for name, weights in terms.items()})


def _to_rows(rows: Any) -> tuple[tuple[int, ...], ...]:
    return tuple(as_tuple(row) for row in as_tuple(rows))


@final
@frozen(kw_only=True, eq=False)
class Chain:
    """What training has learned, immutable; equal if written alike.

    Attributes:
        labels: the labels, at least two.
        terms: features and their weights for each label, in `SCALE`ths.
        transitions: for each label the weights of all labels to follow, in `SCALE`ths.
        starts: for each label its weight for the first clause, in `SCALE`ths.
        ends: for each label its weight for the last clause, in `SCALE`ths.
    """

    labels: tuple[str, ...] = field(converter=to_strings)
    terms: Mapping[str, tuple[int, ...]] = field(repr=False, converter=_to_terms)
    transitions: tuple[tuple[int, ...], ...] = field(repr=False, converter=_to_rows)
    starts: tuple[int, ...] = field(repr=False, converter=as_tuple)
    ends: tuple[int, ...] = field(repr=False, converter=as_tuple)

    def __attrs_post_init__(self) -> None:
        width = len(self.labels)
        rows = (*self.transitions, self.starts, self.ends, *self.terms.values())
        if width < len(("one", "other")) or len(self.transitions) != width:
            found = f"{width} labels and {len(self.transitions)} rows of transitions"
            raise InvalidValueError("Chain", found, "two labels at least, and a row for each")
        odd = [row for row in rows if len(row) != width or any(type(e) is not int for e in row)]
        if odd:
            allowed = f"{width} whole numbers, one for each label"
            raise InvalidValueError("Chain", shown(odd[0]), allowed)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Chain):
            return NotImplemented
        return self.document() == other.document()

    def __hash__(self) -> int:
        return hash((self.labels, self.starts, self.ends, len(self.terms)))

    def __reduce__(self) -> tuple[Any, ...]:
        # A read-only view of a mapping cannot be pickled itself.
        return chain_of, (self.document(),)

    def document(self) -> dict[str, Any]:
        """Write the chain as a plain document, of which `chain_of` makes it again."""
        return {
            "labels": [*self.labels],
            "transitions": [*map(list, self.transitions)],
            "starts": [*self.starts],
            "ends": [*self.ends],
            "terms": {name: [*weights] for name, weights in sorted(self.terms.items())},
        }

    @cached_property
    def one(self) -> dict[str, int]:
        """The weights of features by their names, all labels packed into one number."""
        return {name: _pack(weights) for name, weights in self.terms.items()}

    @cached_property
    def pair(self) -> dict[tuple[str, str], int]:
        """The same for pairs of words, by the two: tuples cost less than joining strings."""
        parted = ((name.partition(" "), packed) for name, packed in self.one.items())
        return {(one, other): packed for (one, gap, other), packed in parted if gap}

    @cached_property
    def _steps(self) -> tuple[tuple[tuple[float, ...], ...], tuple[tuple[float, ...], ...]]:
        """What going from each label to each multiplies by; and the same from each label back."""
        rows = tuple(tuple(exp(each / SCALE) for each in row) for row in self.transitions)
        return rows, tuple(zip(*rows, strict=True))

    @cached_property
    def _speaking(self) -> tuple[dict[str, int], ...]:
        """For each label the features that speak for it notably, ranked: no two are alike."""
        width = len(self.labels)
        means = {name: sum(weights) // width for name, weights in sorted(self.terms.items())}
        tables: list[dict[str, int]] = []
        for label in range(width):
            margins = {name: self.terms[name][label] - mean for name, mean in means.items()}
            notable = (name for name in margins if margins[name] >= NOTABLE)
            ranked = sorted(notable, key=margins.__getitem__)
            tables.append({name: rank for rank, name in enumerate(ranked)})
        return tuple(tables)

    def packed_sum(self, features: Iterable[str]) -> int:
        """Sum the weights of some features, all labels at once.

        Args:
            features: the features; unknown ones count nothing.

        Returns:
            A sum for `scores`; such sums may be added.
        """
        return sum(map(self.one.get, features, repeat(0)))

    def scores(self, packed: int) -> list[float]:
        """Take a sum apart.

        Args:
            packed: what `packed_sum` gave.

        Returns:
            The score of each label, in natural logarithms.
        """
        level = packed + self._levels
        return [((level >> shift & MASK) - LEVEL) / SCALE for shift in self._shifts]

    @cached_property
    def _shifts(self) -> tuple[int, ...]:
        return tuple(range(0, LANE * len(self.labels), LANE))

    @cached_property
    def _levels(self) -> int:
        return sum(LEVEL << shift for shift in self._shifts)

    def speaking(self, features: Iterable[str], label: int, count: int) -> tuple[str, ...]:
        """Name the features that speak most for a label.

        Args:
            features: the features of a clause.
            label: the place of the label.
            count: how many to name at most.

        Returns:
            Those that speak for it notably more than for the mean of all labels, weightiest first.
        """
        ranks = self._speaking[label]
        found = {ranks[name]: name for name in features if name in ranks}
        return tuple(found[rank] for rank in sorted(found, reverse=True)[:count])

    def label(self, scores: Sequence[Scores]) -> Labelling:
        """Label a sequence.

        Args:
            scores: for each clause the score of each label; at least one clause.

        Returns:
            The most probable labels together, and how probable each is by itself.
        """
        return Labelling(self._best(scores), self.shares(scores))

    def _best(self, scores: Sequence[Scores]) -> tuple[int, ...]:
        """Find the best sequence (Viterbi 1967), in the domain of logarithms."""
        columns = self._columns
        best = [*map(add, self._edges[0], scores[0])]
        steps = [best]
        for own in scores[1:]:
            tops = [max(map(add, best, column)) for column in columns]
            best = [*map(add, tops, own)]
            steps.append(best)
        steps[-1] = [*map(add, best, self._edges[1])]
        path = [_place_of_greatest(steps[-1])]
        for before in steps[-2::-1]:
            path.append(_place_of_greatest([*map(add, before, columns[path[-1]])]))
        return tuple(reversed(path))

    @cached_property
    def _edges(self) -> tuple[tuple[float, ...], tuple[float, ...]]:
        starts, ends = (tuple(each / SCALE for each in row) for row in (self.starts, self.ends))
        return starts, ends

    @cached_property
    def _columns(self) -> tuple[tuple[float, ...], ...]:
        rows = [[each / SCALE for each in row] for row in self.transitions]
        return tuple(zip(*rows, strict=True))

    def shares(self, scores: Sequence[Scores]) -> tuple[tuple[float, ...], ...]:
        """Compute the marginals by going forward and backward, each step scaled to sum to one."""
        rows, columns = self._steps
        factors = self._factors(scores)
        ahead = _scaled(factors[0])
        forward = [ahead]
        for own in factors[1:]:
            ahead = _scaled(
                [sum(map(mul, ahead, c)) * f for c, f in zip(columns, own, strict=True)]
            )
            forward.append(ahead)
        behind: list[float] = [1.0] * len(self.labels)
        shares = [tuple(forward[-1])]
        for own, ahead in zip(factors[:0:-1], forward[-2::-1], strict=True):
            weighed = [*map(mul, own, behind)]
            behind = _scaled([sum(map(mul, row, weighed)) for row in rows])
            shares.append(tuple(_scaled([*map(mul, ahead, behind)])))
        shares.reverse()
        return tuple(shares)

    def _factors(self, scores: Sequence[Scores]) -> list[list[float]]:
        """Give what each label of each clause multiplies by, the greatest by one."""
        ended = [[*each] for each in scores]
        ended[0] = [*map(add, ended[0], self._edges[0])]
        ended[-1] = [*map(add, ended[-1], self._edges[1])]
        tops = map(max, ended)
        return [[exp(e - top) for e in each] for each, top in zip(ended, tops, strict=True)]

    def absence(self, scores: Sequence[Scores]) -> tuple[float, ...]:
        """Compute how probable it is that a label occurs nowhere.

        Args:
            scores: for each clause the score of each label; at least one clause.

        Returns:
            For each label the share of the partition function without it, 0 to 1.
        """
        factors = self._factors(scores)
        whole = self._log_sum(factors)
        return tuple(
            min(1.0, exp(self._log_sum([_without(own, place) for own in factors]) - whole))
            for place in range(len(self.labels))
        )

    def _log_sum(self, factors: Sequence[Sequence[float]]) -> float:
        """Compute the logarithm of the partition function."""
        _, columns = self._steps
        ahead, total = [*factors[0]], 0.0
        for own in factors[1:]:
            size = sum(ahead)
            total += log(size)
            ahead = [
                sum(map(mul, ahead, column)) / size * factor
                for column, factor in zip(columns, own, strict=True)
            ]
        return total + log(sum(ahead))


def _place_of_greatest(sizes: list[float]) -> int:
    return sizes.index(max(sizes))


def _pack(weights: Iterable[int]) -> int:
    return sum(weight << (LANE * place) for place, weight in enumerate(weights))


def _scaled(sizes: list[float]) -> list[float]:
    whole = sum(sizes)
    return [size / whole for size in sizes]


def _without(factors: Sequence[float], place: int) -> list[float]:
    # Not quite nothing: where only this label were possible, the logarithm would be of zero.
    return [1e-300 if at == place else factor for at, factor in enumerate(factors)]


def chain_of(plain: Mapping[str, Any]) -> Chain:
    """Make a chain of the document that it was written as.

    Args:
        plain: the document.

    Returns:
        The chain.

    Raises:
        InvalidValueError: if it is no such document.
    """
    try:
        return Chain(**plain)
    except TypeError as error:
        allowed = "a document that Chain.document wrote"
        raise InvalidValueError("chain", shown(plain), allowed) from error
