"""How raters use the scale: flags with their rule and figures, never corrections."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import fsum, inf, lcm
from typing import Final, Literal, final, get_args

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    expect,
    instances_of,
    number,
    one_of,
    or_none,
    shown,
    unique_by,
    whole_number,
)
from interview_kit.model.ids import Id, to_id, to_ids
from interview_kit.model.text import Text
from interview_kit.model.values import Value, fields_of
from interview_kit.statistics._agreement import FEWEST_SUBJECTS
from interview_kit.statistics._measure import MOST, REFUSALS, Refusal, check_either
from interview_kit.statistics._spread import correlation, deviation
from interview_kit.statistics._table import (
    Numbers,
    Row,
    Table,
    check_width,
    present,
    read_table,
)
from interview_kit.statistics._words import filled

__all__ = [
    "RATER_RULES",
    "Figure",
    "RaterCheck",
    "RaterLimits",
    "RaterRule",
    "halo_check",
    "rater_checks",
    "spearman_brown",
]

#: Habits of raters that a flag names.
RaterRule = Literal["leniency", "severity", "central_tendency", "range_restriction", "halo"]
RATER_RULES: Final[tuple[RaterRule, ...]] = get_args(RaterRule)

#: What a figure tells: the mean difference to the others, in scale points; how many subjects were
#: compared; the share of ratings in the middle of the scale; the spread of ratings over that of the
#: others; the share of candidates with even ratings; the mean correlation of criteria.
FigureName = Literal["difference", "subjects", "middle", "spread", "even", "correlation"]
FIGURES: Final[tuple[FigureName, ...]] = get_args(FigureName)

#: A figure, and what it is held against.
Seen = tuple[FigureName, float, float]
#: What a rater gave a subject, and what others gave it.
Shared = tuple[int, list[int]]

#: Two criteria at least make a profile of a candidate, and two ratings a spread.
PAIR: Final = 2
#: Largest figure of any kind.
LARGEST: Final = 1e12


@final
@frozen(kw_only=True, eq=False, repr=False)
class RaterLimits(Value):
    """From where habits of raters are flagged; ours, to be tuned.

    The habits are those of Engelhard (1994), Examining rater errors in the assessment of written
    composition, Journal of Educational Measurement 31(2), 93-112, who saw about 80 % of ratings in two
    middle categories; the limits are conventions of this library.

    Attributes:
        subjects: fewest subjects to judge by, from 2.
        difference: leniency and severity: scale points above or below the others, from there.
        middle: central tendency: share of ratings in the middle of the scale, 0 to 1, from there.
        middle_spread: central tendency: and a spread below this share of that of the others.
        spread: range restriction: a spread below this share of that of the others.
        even_spread: halo: candidates whose ratings have a standard deviation below this, in scale
            points, have even ratings.
        even: halo: share of candidates with even ratings, 0 to 1, from there.
        correlation: halo: or a mean correlation of criteria above this, 0 to 1.
    """

    subjects: int = field(default=FEWEST_SUBJECTS, validator=whole_number(PAIR, MOST))
    difference: float = field(default=0.5, validator=number(0.0, LARGEST))
    middle: float = field(default=0.8, validator=check_share)
    middle_spread: float = field(default=0.6, validator=number(0.0, LARGEST))
    spread: float = field(default=0.5, validator=number(0.0, LARGEST))
    even_spread: float = field(default=0.3, validator=number(0.0, LARGEST))
    even: float = field(default=0.8, validator=check_share)
    correlation: float = field(default=0.9, validator=check_share)


USUAL: Final = RaterLimits()


@final
@frozen(kw_only=True, eq=False, repr=False)
class Figure(Value):
    """One number that a rule looks at.

    Attributes:
        name: what it tells.
        value: the number.
        limit: what the rule holds it against.
    """

    name: FigureName = field(validator=one_of(FIGURES))
    value: float = field(validator=number(-LARGEST, LARGEST))
    limit: float = field(validator=number(-LARGEST, LARGEST))


@final
@frozen(kw_only=True, eq=False, repr=False)
class RaterCheck(Value):
    """What one rule says of one rater; a reason to look and talk, never to change ratings.

    Attributes:
        rater: id of the rater.
        rule: which habit is looked for.
        flagged: whether the figures reach the limits; none if there is too little to judge by.
        refusal: why nothing can be said; none if something can.
        figures: what was looked at.
        text: the rule in words, with its limits, in Indonesian and English.
    """

    rater: Id = field(converter=to_id)
    rule: RaterRule = field(validator=one_of(RATER_RULES))
    flagged: bool | None = field(default=None, validator=one_of((True, False, None)))
    refusal: Refusal | None = field(default=None, validator=or_none(one_of(REFUSALS)))
    figures: tuple[Figure, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(Figure), unique_by("name")]
    )
    text: Text

    def __attrs_post_init__(self) -> None:
        check_either("RaterCheck.flagged", self.flagged, self.refusal)


def rater_checks(
    ratings: Numbers,
    raters: Sequence[str],
    *,
    scale: tuple[int, int],
    limits: RaterLimits = USUAL,
) -> tuple[RaterCheck, ...]:
    """Look for leniency, severity, central tendency and range restriction.

    Each rater is held against all others together, on the subjects that the rater and at least one of
    them rated.

    Args:
        ratings: one row for each subject, one column for each rater, `None` where not assessed.
        raters: ids of the raters, in the order of the columns.
        scale: lowest and highest level. Its middle is the middle level and half a point on both sides.
        limits: from where to flag.

    Returns:
        Four findings for each rater, in the order of the columns.

    Raises:
        InvalidValueError: if the ratings are no table with a column for each rater, or the scale has
            no two levels.

    >>> ratings = [(3, 2), (4, 3), (5, 4), (3, 3), (2, 1), (4, 4), (5, 3), (3, 2), (4, 3), (2, 2)]
    >>> checks = rater_checks(ratings, ["ani", "budi"], scale=(1, 5))
    >>> [(each.rater, each.rule) for each in checks if each.flagged]
    [('ani', 'leniency'), ('budi', 'severity')]
    >>> checks[0].text.in_("en")
    'Leniency: on average at least 0.5 scale points above the other raters, on at least 10 shared subjects.'
    """
    expect("limits", limits, RaterLimits)
    table, names = read_table("ratings", ratings), to_ids(raters)
    check_width("ratings", table, names)
    lowest, highest = _levels(scale)
    return tuple(
        check
        for place, rater in enumerate(names)
        for check in _checks(rater, _shared(table, place), table.unit, lowest + highest, limits)
    )


def _levels(scale: tuple[int, int]) -> tuple[int, int]:
    levels = as_tuple(scale)
    whole = all(type(each) is int for each in levels)
    if not whole or len(levels) != PAIR or levels[0] >= levels[1]:
        raise InvalidValueError("scale", shown(scale), "the lowest and a higher level")
    return levels[0], levels[1]


def _shared(table: Table, place: int) -> list[Shared]:
    """Give what a rater gave, each with what others gave the same subject."""
    split = ((row[place], present(row[:place] + row[place + 1 :])) for row in table.rows)
    return [(own, others) for own, others in split if own is not None and others]


def _checks(
    rater: Id, shared: Sequence[Shared], unit: int, middle: int, limits: RaterLimits
) -> list[RaterCheck]:
    if len(shared) < limits.subjects:
        return [_check(rater, rule, limits, "too_few_subjects") for rule in RATER_RULES[:4]]
    return [
        *_leanings(rater, shared, unit, limits),
        *_narrowings(rater, shared, unit, middle, limits),
    ]


def _leanings(
    rater: Id, shared: Sequence[Shared], unit: int, limits: RaterLimits
) -> Iterator[RaterCheck]:
    common = lcm(*(len(others) for _, others in shared))
    apart = sum(own * common - sum(others) * (common // len(others)) for own, others in shared)
    difference = apart / (len(shared) * common * unit)
    count: Seen = ("subjects", float(len(shared)), float(limits.subjects))
    above: Seen = ("difference", difference, limits.difference)
    below: Seen = ("difference", difference, -limits.difference)
    yield _check(rater, "leniency", limits, difference >= limits.difference, above, count)
    yield _check(rater, "severity", limits, difference <= -limits.difference, below, count)


def _narrowings(
    rater: Id, shared: Sequence[Shared], unit: int, middle: int, limits: RaterLimits
) -> Iterator[RaterCheck]:
    own = [each for each, _ in shared]
    panel = deviation([each for _, others in shared for each in others], unit)
    if not panel:
        yield _check(rater, "central_tendency", limits, "no_variance")
        yield _check(rater, "range_restriction", limits, "no_variance")
        return
    spread = deviation(own, unit) / panel
    # Twice the distance from the middle, in units: at most half a point.
    central = sum(abs(2 * each - middle * unit) <= unit for each in own) / len(own)
    reached = central >= limits.middle and spread < limits.middle_spread
    middle_share: Seen = ("middle", central, limits.middle)
    narrow: Seen = ("spread", spread, limits.middle_spread)
    yield _check(rater, "central_tendency", limits, reached, middle_share, narrow)
    restricted: Seen = ("spread", spread, limits.spread)
    yield _check(rater, "range_restriction", limits, spread < limits.spread, restricted)


def _check(
    rater: str,
    rule: RaterRule,
    limits: RaterLimits,
    found: bool | Refusal,  # noqa: FBT001 - what was found is all that this is about
    *figures: Seen,
) -> RaterCheck:
    return RaterCheck(
        rater=to_id(rater),
        rule=rule,
        flagged=found if isinstance(found, bool) else None,
        refusal=None if isinstance(found, bool) else found,
        figures=[Figure(name=name, value=value, limit=limit) for name, value, limit in figures],
        text=filled(rule, {each.name: held for each, held in fields_of(limits)}),
    )


def halo_check(ratings: Numbers, *, rater: str, limits: RaterLimits = USUAL) -> RaterCheck:
    """Look for a halo: a rater who gives a candidate about the same on every criterion.

    Args:
        ratings: what the rater gave: one row for each candidate, one column for each criterion,
            `None` where not assessed; candidates with fewer than two ratings are left out.
        rater: id of the rater.
        limits: from where to flag.

    Returns:
        The finding. Candidates may truly be even: it is a reason to look at the evidence.

    Raises:
        InvalidValueError: if the ratings are no table of numbers.

    >>> halo_check([(3, 3, 3), (4, 4, 4)] * 5, rater="ani").flagged
    True
    """
    expect("limits", limits, RaterLimits)
    table = read_table("ratings", ratings)
    rows = [row for row in table.rows if len(present(row)) >= PAIR]
    if len(rows) < limits.subjects:
        return _check(rater, "halo", limits, "too_few_subjects")
    spreads = [deviation(present(row), table.unit) for row in rows]
    even = sum(each < limits.even_spread for each in spreads) / len(rows)
    figures: list[Seen] = [("even", even, limits.even)]
    alike = _mean_correlation(rows, table.width, limits.subjects)
    if alike is not None:
        figures.append(("correlation", alike, limits.correlation))
    reached = even >= limits.even or (alike is not None and alike > limits.correlation)
    return _check(rater, "halo", limits, reached, *figures)


def _mean_correlation(rows: Sequence[Row], width: int, fewest: int) -> float | None:
    """Give the mean correlation of two criteria, of those that can be compared."""
    found: list[float] = []
    for places in combinations(range(width), PAIR):
        both = [present(tuple(row[place] for place in places)) for row in rows]
        pairs = [each for each in both if len(each) == PAIR]
        alike = correlation(*zip(*pairs, strict=True)) if len(pairs) >= fewest else None
        found += [] if alike is None else [alike]
    return fsum(found) / len(found) if found else None


def spearman_brown(reliability: float, times: float) -> float:
    """Foretell how reliable the mean of more raters is, or of a longer quiz.

    `times * r / (1 + (times - 1) * r)`.
    Source: Spearman (1910) and Brown (1910), British Journal of Psychology 3, 271-295 and 296-322.

    Args:
        reliability: that of what there is, 0.0 to 1.0, such as ICC(2,1) of one rater.
        times: how many times as many, above 0.0; below 1.0 for fewer.

    Returns:
        0.0 to 1.0.

    Raises:
        InvalidValueError: if the reliability lies outside of 0 to 1, where the formula has no
            meaning, or the factor is not above 0.

    >>> spearman_brown(0.5, 3)
    0.75
    """
    if not 0.0 <= reliability <= 1.0:
        raise InvalidValueError("reliability", shown(reliability), "0.0 to 1.0")
    if not 0.0 < times < inf:
        raise InvalidValueError("times", shown(times), "a number above 0")
    return times * reliability / (1 + (times - 1) * reliability)
