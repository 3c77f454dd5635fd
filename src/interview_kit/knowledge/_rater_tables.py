"""Rating tables, drawn from keyed variates, in which one error shows and no other."""

from collections.abc import Sequence
from functools import cache
from itertools import combinations, count
from math import sqrt
from typing import Final, NamedTuple

from interview_kit.model.seeds import salted
from interview_kit.quiz._stream import proportional

__all__ = [
    "SHOWN",
    "RatingTable",
    "Sheet",
    "deviation",
    "marks_of",
    "mean",
    "measures",
    "rating_table",
]

#: What each candidate is like on the whole, before the table shuffles them: the panel uses the
#: scale, and leaves the error room. 1 to 5.
LEVELS: Final[dict[str, tuple[int, ...]]] = {
    "leniency": (1, 2, 3, 3, 4),
    "severity": (2, 3, 3, 4, 5),
    "central_tendency": (1, 2, 3, 4, 5),
    "range_restriction": (2, 3, 5, 5, 5),
    "halo": (1, 2, 3, 4, 5),
    "none": (1, 2, 3, 4, 5),
}
#: The errors that a table can show, and none.
SHOWN: Final = tuple(LEVELS)
RATERS: Final = 3
CANDIDATES: Final = 5
CRITERIA: Final = 3
LOWEST, MIDDLE, HIGHEST = 1, 3, 5
#: Marks of a rater who keeps to one number that are another one after all.
STRAYS: Final = 3
#: The number that a rater keeps to, and how far marks are shifted.
KEPT_TO: Final = {"central_tendency": MIDDLE, "range_restriction": MIDDLE + 1}
SHIFTED: Final = {"leniency": 1, "severity": -1}


#: The marks of a rater: for each candidate, one for each criterion.
Sheet = tuple[tuple[int, ...], ...]


class RatingTable(NamedTuple):
    """Ratings of some candidates by some raters.

    Attributes:
        ratings: for each rater, for each candidate, a mark of 1 to 5 for each criterion.
        rater: the place of the rater who is asked about.
    """

    ratings: tuple[Sheet, ...]
    rater: int


class Measures(NamedTuple):
    """What betrays an error of a rater beside the others.

    Attributes:
        shift: mean mark less the mean of the others, in points of the scale.
        spread: standard deviation of the marks over that of the others.
        middle: share of marks on the midpoint, 0 to 1.
        level: share of candidates whose marks differ by less than 0.3 (standard deviation), 0 to 1.
        likeness: mean correlation between criteria, -1 to 1.
    """

    shift: float
    spread: float
    middle: float
    level: float
    likeness: float


class Limits(NamedTuple):
    """From where on a measure tells of an error."""

    shift: float
    spread: float
    middle: float
    level: float
    likeness: float


#: The limits of the sources (Engelhard 1994 for central tendency and halo; a shift of half a point),
#: and what is so far from them that nobody could see an error.
CLEAR: Final = Limits(shift=0.6, spread=0.5, middle=0.8, level=0.8, likeness=0.9)
FAINT: Final = Limits(shift=0.3, spread=0.75, middle=0.6, level=0.5, likeness=0.85)
#: What the spread of central tendency may be above that of other restricted ranges, as its rule is
#: 0.6 of the panel's spread, and theirs 0.5.
WIDER: Final = 0.1
#: Standard deviation below which the marks of a candidate count as the same.
SAME: Final = 0.3


@cache
def rating_table(error: str, place: int) -> RatingTable:
    """Make a table.

    Args:
        error: one of `SHOWN`.
        place: which one, from 0; another place is another table.

    Returns:
        The first table drawn in which the rater shows this error alone, and the others none.
    """
    tables = (_drawn(error, f"{error}:{place}:{attempt}") for attempt in count())
    return next(table for table in tables if _shows(table, error))


def _shows(table: RatingTable, error: str) -> bool:
    wanted = {error} - {"none"}
    asked = table.ratings[table.rater]
    others = [sheet for place, sheet in enumerate(table.ratings) if place != table.rater]
    found = measures(asked, *others)
    # The others are compared with one another: beside a lenient rater anybody looks severe.
    beside = (errors_in(measures(*pair), FAINT) for pair in (others, others[::-1]))
    return errors_in(found, CLEAR) == errors_in(found, FAINT) == wanted and not any(beside)


def errors_in(found: Measures, limits: Limits) -> set[str]:
    """Name the errors that measures tell of.

    Args:
        found: the measures of a rater.
        limits: from where on they tell.

    Returns:
        Ids of errors; a range restricted to the midpoint is central tendency.
    """
    is_middle = found.middle >= limits.middle
    is_halo = found.level >= limits.level or found.likeness > limits.likeness
    signs = {
        "leniency": found.shift >= limits.shift,
        "severity": found.shift <= -limits.shift,
        "central_tendency": is_middle and found.spread < limits.spread + WIDER,
        "range_restriction": not is_middle and found.spread < limits.spread,
        "halo": is_halo,
    }
    return {error for error, is_seen in signs.items() if is_seen}


def measures(own: Sheet, *others: Sheet) -> Measures:
    """Measure what betrays an error.

    Args:
        own: the marks of a rater: for each candidate, one for each criterion.
        *others: those of other raters for the same candidates.

    Returns:
        The measures of this rater beside all others together.
    """
    marks = marks_of(own)
    beside = [mark for sheet in others for mark in marks_of(sheet)]
    pairs = combinations(zip(*own, strict=True), 2)
    return Measures(
        shift=mean(marks) - mean(beside),
        spread=deviation(marks) / deviation(beside),
        middle=marks.count(MIDDLE) / len(marks),
        level=sum(deviation(each) < SAME for each in own) / len(own),
        likeness=mean([_correlation(*pair) for pair in pairs]),
    )


def marks_of(sheet: Sheet) -> list[int]:
    """Give all marks of a rater."""
    return [mark for each in sheet for mark in each]


def mean(marks: Sequence[float]) -> float:
    """Give the mean of marks."""
    return sum(marks) / len(marks)


def deviation(marks: Sequence[float]) -> float:
    """Give the standard deviation of marks, taken as all there are."""
    middle = mean(marks)
    return sqrt(mean([(mark - middle) ** 2 for mark in marks]))


def _correlation(one: Sequence[int], other: Sequence[int]) -> float:
    """Give Pearson's correlation; 0 where one does not vary."""
    first, second = mean(one), mean(other)
    shared = mean([(x - first) * (y - second) for x, y in zip(one, other, strict=True)])
    product = deviation(one) * deviation(other)
    return shared / product if product else 0.0


class _Dice(NamedTuple):
    """Draws of a table, each by its own name."""

    seed: str

    def below(self, span: int, *names: object) -> int:
        name = ".".join(map(str, names))
        return proportional(salted(f"rater_table:{self.seed}", "draw"), (name,), span)

    def step(self, *names: object) -> int:
        """Draw how far a criterion lies from the candidate's level."""
        return (-1, 0, 0, 1)[self.below(4, *names)]

    def slip(self, *names: object) -> int:
        """Draw how far a mark lies from the true one."""
        return (-1, 0, 0, 0, 0, 1)[self.below(6, *names)]


def _drawn(error: str, seed: str) -> RatingTable:
    dice = _Dice(seed)
    places = sorted(range(CANDIDATES), key=lambda place: dice.below(1 << 32, "order", place))
    levels = [LEVELS[error][place] for place in places]
    rater = dice.below(RATERS, "rater")
    true = [
        [_mark(level + dice.step("true", place, each)) for each in range(CRITERIA)]
        for place, level in enumerate(levels)
    ]
    errors = [error if place == rater else "none" for place in range(RATERS)]
    sheets = (_sheet(each, true, dice, place) for place, each in enumerate(errors))
    return RatingTable(tuple(sheets), rater)


def _mark(value: int) -> int:
    return min(HIGHEST, max(LOWEST, value))


def _sheet(error: str, true: Sequence[Sequence[int]], dice: _Dice, rater: int) -> Sheet:
    """Let a rater see the true marks: most as they are, unless an error has its way with them."""
    if error == "halo":
        return tuple((_mark(round(mean(marks))),) * CRITERIA for marks in true)
    if error in KEPT_TO:
        return _kept_to(KEPT_TO[error], true, dice)
    shift = SHIFTED.get(error, 0)
    return tuple(
        tuple(
            _mark(mark + shift + dice.slip(rater, place, each)) for each, mark in enumerate(marks)
        )
        for place, marks in enumerate(true)
    )


def _kept_to(number: int, true: Sequence[Sequence[int]], dice: _Dice) -> Sheet:
    """Keep to one number, with one stray mark each for some candidates."""
    sheet = [[number] * CRITERIA for _ in true]
    for place in range(STRAYS):
        each = dice.below(CRITERIA, "stray", place)
        sheet[place][each] += 1 if true[place][each] > number else -1
    return tuple(map(tuple, sheet))
