"""What a panel's levels come to: by arithmetic alone, never rounded, with disagreements shown."""

from collections.abc import Iterable, Sequence
from math import fsum
from typing import Any, Final, Literal, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.interview._panel import Panel
from interview_kit.interview._panel_values import Mark, Scorecard
from interview_kit.model import Id, Value, to_id
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    expect,
    instances_of,
    number,
    one_of,
    or_none,
    plain_text,
    shown,
    unique_by,
    whole_number,
)
from interview_kit.model.markup import html_table
from interview_kit.model.values import is_tuple

__all__ = [
    "METHODS",
    "CombinedLevel",
    "Disagreement",
    "Method",
    "PanelResult",
    "RaterWeights",
    "combine",
    "disagreements",
]

#: How levels of several raters become one: their mean; their middle; their mean without the lowest and
#: the highest where there are three or more; or their mean weighted by documented weights.
Method = Literal["mean", "median", "trimmed", "weighted"]
METHODS: Final[tuple[Method, ...]] = ("mean", "median", "trimmed", "weighted")

#: Fewest levels of which the lowest and the highest can be left out.
FEWEST_TRIMMED: Final = 3
#: The highest level of any scale.
LEVELS: Final = number(0.0, 100.0)
MOST_RATERS: Final = 1000


def _to_pairs(pairs: Iterable[tuple[str, int]]) -> tuple[tuple[Id, int], ...]:
    given = as_tuple(pairs)
    for pair in given:
        if not is_tuple(pair) or len(pair) != len(("rater", "weight")):
            raise InvalidValueError(
                "RaterWeights.weights", shown(pair), "pairs of rater and weight"
            )
    return tuple((to_id(rater), weight) for rater, weight in given)


def _check_weights(_instance: object, _attribute: Any, pairs: tuple[tuple[Id, int], ...]) -> None:
    for rater, weight in pairs:
        if type(weight) is not int or weight < 1:
            raise InvalidValueError(
                "RaterWeights.weights", f"{weight!r} for {rater!r}", "whole numbers from 1"
            )
    if len({rater for rater, _ in pairs}) < len(pairs):
        raise InvalidValueError("RaterWeights.weights", shown(pairs), "each rater once")


@final
@frozen(kw_only=True, eq=False, repr=False)
class RaterWeights(Value):
    """How much each rater counts, and why.

    Attributes:
        weights: pairs of a rater and a whole number from 1; only ratios count.
        reason: why they do not count alike, such as who knows which part of the work; without one
            raters count alike.
    """

    weights: tuple[tuple[Id, int], ...] = field(converter=_to_pairs, validator=_check_weights)
    reason: str = field(validator=plain_text)

    def __attrs_post_init__(self) -> None:
        if not self.reason.strip():
            raise InvalidValueError("RaterWeights.reason", "none", "why raters count differently")


@final
@frozen(kw_only=True, eq=False, repr=False)
class CombinedLevel(Value):
    """What all raters together gave on one criterion.

    Attributes:
        criterion: the criterion.
        level: the combined level, on the scale of the panel; none if nobody assessed it.
        ratings: how many raters assessed it.
        lowest: the lowest level given; none if none was.
        highest: the highest level given; none if none was.
        consensus: what a discussion came to, if it was recorded; it does not count.
    """

    criterion: Id = field(converter=to_id)
    level: float | None = field(default=None, validator=or_none(LEVELS))
    ratings: int = field(validator=whole_number(0, MOST_RATERS))
    lowest: int | None = field(default=None, validator=or_none(whole_number(0, 100)))
    highest: int | None = field(default=None, validator=or_none(whole_number(0, 100)))
    consensus: int | None = field(default=None, validator=or_none(whole_number(0, 100)))


@final
@frozen(kw_only=True, eq=False, repr=False)
class PanelResult(Value):
    """What a panel's levels come to.

    Attributes:
        panel: id of the panel.
        method: how levels were combined.
        levels: one for each criterion, in the order of the panel.
        overall: mean of the combined levels, weighted as the criteria are, on the scale of the panel;
            none if nothing was assessed.
        coverage: share of the criteria's weight that was assessed by anyone, 0 to 1.
        raters: how many raters' levels are in it.
        weights_reason: why raters count differently; empty if they count alike.
    """

    panel: Id = field(converter=to_id)
    method: Method = field(validator=one_of(METHODS))
    levels: tuple[CombinedLevel, ...] = field(
        converter=as_tuple, validator=[instances_of(CombinedLevel), unique_by("criterion")]
    )
    overall: float | None = field(default=None, validator=or_none(LEVELS))
    coverage: float = field(validator=check_share)
    raters: int = field(validator=whole_number(1, MOST_RATERS))
    weights_reason: str = field(default="", validator=plain_text)

    def _repr_html_(self) -> str:
        """Show the combined levels in a notebook, not rounded."""
        rows = [(e.criterion, e.level, e.ratings, e.lowest, e.highest) for e in self.levels]
        header = ("criterion", self.method, "ratings", "lowest", "highest")
        return html_table(f"Panel {self.panel}, {self.raters} raters", header, rows)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Disagreement(Value):
    """A criterion on which raters are far apart, with what each of them heard.

    Attributes:
        criterion: the criterion.
        low_rater: who gave the lowest level; the first in the order of the panel.
        low: what that rater gave, with quotes.
        high_rater: who gave the highest.
        high: what that rater gave, with quotes.
    """

    criterion: Id = field(converter=to_id)
    low_rater: Id = field(converter=to_id)
    low: Mark
    high_rater: Id = field(converter=to_id)
    high: Mark


def combine(
    panel: Panel, method: Method = "mean", *, weights: RaterWeights | None = None
) -> PanelResult:
    """Combine what all raters gave, mechanically.

    Mechanical combination is what evidence speaks for (Conway, Jako & Goodman 1995, A meta-analysis of
    interrater and internal consistency reliability of selection interviews, Journal of Applied
    Psychology 80(5), 565-579). A criterion that a rater did not assess is left out for that rater.

    Args:
        panel: the panel; all raters have submitted.
        method: how.
        weights: how much each rater counts, for the method `weighted` alone.

    Returns:
        The result; nothing is rounded.

    Raises:
        StepError: if a rater has not submitted.
        InvalidValueError: if the method is none of these, weights are missing or stray, or name other
            raters than those of the panel.
    """
    expect("panel", panel, Panel)
    if method not in METHODS:
        raise InvalidValueError("method", shown(method), f"one of {', '.join(METHODS)}")
    cards = panel.scorecards()
    counted = _weights(cards, method, weights)
    levels = [_combined(panel, each.id, cards, method, counted) for each in panel.criteria]
    by_weight = [(each.weight, got) for each, got in zip(panel.criteria, levels, strict=True)]
    assessed = [(weight, got.level) for weight, got in by_weight if got.level is not None]
    rated = sum(weight for weight, _ in assessed)
    return PanelResult(
        panel=panel.id,
        method=method,
        levels=levels,
        overall=fsum(weight * level for weight, level in assessed) / rated if rated else None,
        coverage=rated / sum(each.weight for each in panel.criteria),
        raters=len(cards),
        weights_reason=weights.reason if weights else "",
    )


def disagreements(panel: Panel, *, apart: int = 2) -> tuple[Disagreement, ...]:
    """List the criteria on which raters are far apart: what a panel should talk about.

    Args:
        panel: the panel; all raters have submitted.
        apart: levels between the lowest and the highest from which on, 1 or more; two of five are more
            than two careful raters differ by.

    Returns:
        The criteria, widest apart first.

    Raises:
        StepError: if a rater has not submitted.
        InvalidValueError: if `apart` is no whole number from 1.
    """
    expect("panel", panel, Panel)
    if type(apart) is not int or apart < 1:
        raise InvalidValueError("apart", shown(apart), "a whole number from 1")
    found: list[tuple[int, Disagreement]] = []
    cards = panel.scorecards()
    for criterion in panel.criteria:
        given = _given(cards, criterion.id)
        if given:
            low_rater, low = min(given, key=lambda each: each[1].level or 0)
            high_rater, high = max(given, key=lambda each: each[1].level or 0)
            gap = (high.level or 0) - (low.level or 0)
            if gap >= apart:
                each = Disagreement(
                    criterion=criterion.id,
                    low_rater=low_rater,
                    low=low,
                    high_rater=high_rater,
                    high=high,
                )
                found.append((gap, each))
    return tuple(each for _, each in sorted(found, key=lambda each: -each[0]))


def _given(cards: Iterable[Scorecard], criterion: str) -> list[tuple[Id, Mark]]:
    marks = [(card.rater, card.mark(criterion)) for card in cards]
    return [(rater, mark) for rater, mark in marks if mark and mark.level is not None]


def _weights(
    cards: Sequence[Scorecard], method: Method, weights: RaterWeights | None
) -> dict[Id, int]:
    if (weights is not None) != (method == "weighted"):
        found = f"{'no ' if weights is None else ''}weights for {method!r}"
        raise InvalidValueError("weights", found, "weights for 'weighted', and for it alone")
    if weights is None:
        return {card.rater: 1 for card in cards}
    counted = dict(weights.weights)
    if {*counted} != {card.rater for card in cards}:
        raise InvalidValueError(
            "weights", f"{', '.join(counted)}", f"{', '.join(card.rater for card in cards)}"
        )
    return counted


def _combined(
    panel: Panel,
    criterion: Id,
    cards: Sequence[Scorecard],
    method: Method,
    weights: dict[Id, int],
) -> CombinedLevel:
    given = [(mark.level or 0, weights[rater]) for rater, mark in _given(cards, criterion)]
    levels = sorted(given)
    agreed = [each for each in panel.log if each.kind == "agreed" and each.criterion == criterion]
    return CombinedLevel(
        criterion=criterion,
        level=_level(levels, method) if levels else None,
        ratings=len(levels),
        lowest=levels[0][0] if levels else None,
        highest=levels[-1][0] if levels else None,
        consensus=agreed[-1].level if agreed else None,
    )


def _level(levels: Sequence[tuple[int, int]], method: Method) -> float:
    if method == "median":
        middle = (len(levels) - 1) // 2
        return (levels[middle][0] + levels[len(levels) // 2][0]) / 2
    is_trimmed = method == "trimmed" and len(levels) >= FEWEST_TRIMMED
    counted = levels[1:-1] if is_trimmed else levels
    return sum(level * weight for level, weight in counted) / sum(weight for _, weight in counted)
