"""Cards: for each criterion how many points each measure gives, learned from the graded samples.

A level is a sum that a person can follow: so much for a probable result, so much less for general
talk. The points are data (`data/cards.json`); `tests/scoring/refit.py` learns them by ridge
regression on the levels that the authors of the sample answers gave, with answers analysed by
weights that had not seen them.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from operator import mul
from typing import Any, Final, NamedTuple

from interview_kit._resources import read_data

__all__ = ["HIGHEST", "LEVEL", "Card", "cards", "topic_card"]

#: Levels of a card run from 0 to this.
HIGHEST: Final = 4
#: Points of one level: a measure of 100 with 100 points gives one.
LEVEL: Final = 10_000


class Card(NamedTuple):
    """The points of one criterion.

    Attributes:
        base: points that every answer has.
        points: for each measure its points, in the order of the card's measures.
        measures: the names of the measures.
    """

    base: int
    points: tuple[int, ...]
    measures: tuple[str, ...]

    def total(self, values: Mapping[str, int]) -> int:
        """Add up the points of an answer, in `LEVEL`ths of a level."""
        shown: Iterator[int] = map(mul, self.points, map(values.__getitem__, self.measures))
        return self.base + sum(shown)

    def level(self, values: Mapping[str, int]) -> int:
        """Give the nearest level, 0 to `HIGHEST`."""
        return max(0, min(HIGHEST, (2 * self.total(values) + LEVEL) // (2 * LEVEL)))


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = read_data("interview_kit.scoring", "cards")
    return data


@cache
def cards() -> Mapping[tuple[str, str], Card]:
    """Give the cards by kind of question and criterion."""
    data = _data()
    measures = tuple(data["measures"])
    return {
        (kind, criterion): Card(points[0], tuple(points[1:]), measures)
        for kind, criteria in data["cards"].items()
        for criterion, points in criteria.items()
    }


@cache
def topic_card() -> Card:
    """Give the card that tells whether an answer is about its question: about one level if it is."""
    data = _data()["topic"]
    return Card(data["base"], tuple(data["points"].values()), tuple(data["points"]))
