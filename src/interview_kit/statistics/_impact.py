"""Adverse impact: whether a step of selection treats groups differently; a screening indicator."""

from collections.abc import Mapping, Sequence
from math import comb, isfinite
from sys import float_info
from typing import Final, Literal, NamedTuple, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    clean_text,
    instances_of,
    names_of,
    number,
    one_of,
    or_none,
    shown,
    unique_by,
    whole_number,
)
from interview_kit.model.text import Text
from interview_kit.model.values import Value
from interview_kit.statistics._measure import (
    CAUTIONS,
    MOST,
    REFUSALS,
    Caution,
    Refusal,
    check_either,
)
from interview_kit.statistics._words import IMPACT_NOTICE

__all__ = ["GroupImpact", "Impact", "adverse_impact", "fisher_exact", "scoring_rate_impact"]

#: Fewest people of a group: with fewer, one person moves its rate by more than a tenth. Ours.
FEWEST_PEOPLE: Final = 10
#: Two groups make a comparison.
PAIR: Final = 2
#: Groups under 1 / 50 of all may be left out of an audit with a reason, but not of its report: rules
#: of New York City on automated employment decision tools (2023), section 5-301.
SMALL: Final = 50
#: Four fifths: 29 CFR 1607.4 D (1978).
FOUR: Final = 4
FIFTHS: Final = 5

BOOLEANS: Final = (True, False, None)


@final
@frozen(kw_only=True, eq=False, repr=False)
class GroupImpact(Value):
    """How one group fares.

    Attributes:
        group: its name.
        total: how many people it has, from 0.
        selected: how many of them were selected, or score above the median.
        rate: share of them, 0 to 1; none if the group is too small to compare.
        refusal: why it is not compared; none if it is.
        ratio: its rate over that of the group with the highest, 0 to 1; none if it is not compared.
        below: whether the ratio lies under four fifths.
        p_value: Fisher's exact test, two-sided, of the group against the one with the highest rate,
            0 to 1; none for that group itself.
        flips: of a group below: whether it would have the higher rate if one person more of it, and
            one fewer of the other, had been selected. It is then inappropriate to act on the ratio:
            Questions and Answers on the Uniform Guidelines (1979), question 21.
        cautions: what to keep in mind.
    """

    group: str = field(validator=clean_text)
    total: int = field(validator=whole_number(0, MOST))
    selected: int = field(validator=whole_number(0, MOST))
    rate: float | None = field(default=None, validator=or_none(check_share))
    refusal: Refusal | None = field(default=None, validator=or_none(one_of(REFUSALS)))
    ratio: float | None = field(default=None, validator=or_none(check_share))
    below: bool | None = field(default=None, validator=one_of(BOOLEANS))
    p_value: float | None = field(default=None, validator=or_none(check_share))
    flips: bool | None = field(default=None, validator=one_of(BOOLEANS))
    cautions: tuple[Caution, ...] = field(
        default=(), converter=as_tuple, validator=names_of(CAUTIONS)
    )

    def __attrs_post_init__(self) -> None:
        if self.selected > self.total:
            found = f"{self.selected} of {self.total}"
            raise InvalidValueError("GroupImpact.selected", found, "no more than there are")
        check_either("GroupImpact.ratio", self.ratio, self.refusal)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Impact(Value):
    """How groups fare beside one another.

    Attributes:
        kind: `selection` for shares selected, `scoring` for shares above the median of all scores.
        groups: the groups in the order given.
        highest: the group with the highest rate, to which others are compared; none if there are
            fewer than two that can be compared.
        ratio: the lowest ratio of any group, 0 to 1; none if there is none.
        refusal: why there is no ratio; none if there is.
        median: of scores: their median over all groups.
        notice: what such figures are and are not, in both languages; show it beside them.
    """

    kind: Literal["selection", "scoring"] = field(validator=one_of(("selection", "scoring")))
    groups: tuple[GroupImpact, ...] = field(
        converter=as_tuple, validator=[instances_of(GroupImpact), unique_by("group")]
    )
    highest: str | None = field(default=None, validator=or_none(clean_text))
    ratio: float | None = field(default=None, validator=or_none(check_share))
    refusal: Refusal | None = field(default=None, validator=or_none(one_of(REFUSALS)))
    median: float | None = field(
        default=None, validator=or_none(number(-float_info.max, float_info.max))
    )
    notice: Text

    def __attrs_post_init__(self) -> None:
        check_either("Impact.ratio", self.ratio, self.refusal)


class Group(NamedTuple):
    """A group as counted: its name, how many were selected, and how many there are."""

    name: str
    selected: int
    total: int


def adverse_impact(
    selected: Mapping[str, int], totals: Mapping[str, int], *, fewest: int = FEWEST_PEOPLE
) -> Impact:
    """Compare how large a share of each group was selected.

    A rate under four fifths of the highest is generally regarded as evidence of adverse impact;
    smaller differences can matter, and larger ones need not where numbers are small.
    Source: Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4 D.

    Args:
        selected: how many of each group were selected; a group left out has 0.
        totals: how many each group has.
        fewest: groups with fewer people are counted but not compared; from 1.

    Returns:
        The rates, ratios and tests, with the notice that they are no legal conclusion. Fisher's test
        takes time with the square of the people: less than a second for 50,000.

    Raises:
        InvalidValueError: if a number is no whole one from 0, a group has more selected than people,
            or is not in `totals`.

    >>> found = adverse_impact({"a": 48, "b": 12}, {"a": 80, "b": 40})
    >>> found.ratio, found.groups[1].below, round(found.groups[1].p_value, 4)
    (0.5, True, 0.0034)
    """
    strangers = [name for name in selected if name not in totals]
    if strangers:
        raise InvalidValueError("selected", shown(strangers[0]), "groups of the totals only")
    groups = [Group(name, selected.get(name, 0), total) for name, total in totals.items()]
    for group in groups:
        _check_count("totals", group.total)
        _check_count("selected", group.selected)
    return _impact("selection", groups, fewest)


def _check_count(place: str, count: int) -> None:
    if type(count) is not int or not 0 <= count <= MOST:
        raise InvalidValueError(place, shown(count), f"a whole number from 0 to {MOST}")


def scoring_rate_impact(
    scores: Mapping[str, Sequence[float]], *, fewest: int = FEWEST_PEOPLE
) -> Impact:
    """Compare how large a share of each group scores above the median of all.

    Source: rules of New York City on automated employment decision tools (2023), section 5-300,
    "scoring rate".

    Args:
        scores: the scores of each group, any finite numbers.
        fewest: groups with fewer people are counted but not compared; from 1.

    Returns:
        The rates, ratios and tests as in `adverse_impact`.

    Raises:
        InvalidValueError: if a score is no finite number.

    >>> found = scoring_rate_impact({"a": [55, 60, 65, 70] * 3, "b": [40, 50, 57, 64] * 3})
    >>> found.median, found.ratio, found.groups[1].flips
    (58.5, 0.3333333333333333, False)
    """
    every = sorted(each for own in scores.values() for each in own if _is_score(each))
    # What lies above the lower middle score lies above the median: none lies between the two.
    lower = every[(len(every) - 1) // 2] if every else 0.0
    groups = [
        Group(name, sum(each > lower for each in own), len(own)) for name, own in scores.items()
    ]
    median = lower / 2 + every[len(every) // 2] / 2 if every else None
    return _impact("scoring", groups, fewest, median)


def _is_score(score: float) -> bool:
    if type(score) not in (int, float) or not isfinite(score):
        raise InvalidValueError("scores", type(score).__name__, "finite numbers")
    return True


def _impact(
    kind: Literal["selection", "scoring"],
    groups: Sequence[Group],
    fewest: int,
    median: float | None = None,
) -> Impact:
    if type(fewest) is not int or fewest < 1:
        raise InvalidValueError("fewest", shown(fewest), "a whole number from 1")
    people = sum(each.total for each in groups)
    large = [each for each in groups if each.total >= fewest]
    best = max(large, key=lambda each: each.selected / each.total) if len(large) >= PAIR else None
    refusal: Refusal | None = None if best else "too_few_groups"
    if best and not best.selected:
        refusal = "nobody_selected"
    found = [_group(each, best, people, fewest, refusal) for each in groups]
    ratios = [each.ratio for each in found if each.ratio is not None]
    return Impact(
        kind=kind,
        groups=found,
        highest=best.name if best and not refusal else None,
        ratio=min(ratios, default=None),
        refusal=refusal,
        median=median,
        notice=IMPACT_NOTICE,
    )


def _group(
    group: Group, best: Group | None, people: int, fewest: int, refusal: Refusal | None
) -> GroupImpact:
    name, selected, total = group
    small = total < fewest
    cautions = ["small_group"] if total * SMALL < people else []
    if small or refusal or best is None:
        return GroupImpact(
            group=name,
            total=total,
            selected=selected,
            rate=None if small else selected / total,
            refusal="too_few_subjects" if small else refusal,
            cautions=cautions,
        )
    below = FIFTHS * selected * best.total < FOUR * best.selected * total
    rest = (total - selected, best.total - best.selected)
    return GroupImpact(
        group=name,
        total=total,
        selected=selected,
        rate=selected / total,
        ratio=selected * best.total / (best.selected * total),
        below=below,
        p_value=None if group is best else fisher_exact(selected, rest[0], best.selected, rest[1]),
        flips=(selected + 1) * best.total > (best.selected - 1) * total if below else None,
        cautions=cautions,
    )


def fisher_exact(a: int, b: int, c: int, d: int) -> float:
    """Give the two-sided p-value of Fisher's exact test for the table `a b / c d`.

    It is the share of all tables with the same margins that are at most as probable as this one, in
    whole numbers throughout.
    Source: Fisher (1935), The Design of Experiments, chapter 2.

    Args:
        a: people of the first group with the outcome, from 0.
        b: people of the first group without it.
        c: people of the second group with it.
        d: people of the second group without it.

    Returns:
        0.0 to 1.0.

    Raises:
        InvalidValueError: if one is no whole number from 0.

    >>> round(fisher_exact(3, 1, 1, 3), 4)
    0.4857
    """
    for count in (a, b, c, d):
        _check_count("fisher_exact", count)
    row, column, others = a + b, a + c, c + d
    lowest = max(0, column - others)
    weight = observed = comb(row, lowest) * comb(others, column - lowest)
    weights: list[int] = []
    for each in range(lowest, min(row, column) + 1):
        weights.append(weight)
        observed = weight if each == a else observed
        weight = weight * (row - each) * (column - each)
        weight //= (each + 1) * (others - column + each + 1)
    return sum(each for each in weights if each <= observed) / sum(weights)
