"""What a rule makes of levels, in whole numbers, so that no boundary depends on rounding."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from interview_kit.interview._rule import OUTCOMES, UNDECIDED, DecisionRule, Outcome
from interview_kit.model import Id

__all__ = ["UNIT", "Verdict", "in_units", "verdict_of", "weight_of"]

#: Levels are read to a millionth. A mean of whole levels by fewer than 1,000 raters differs from
#: any other by more, and a boundary of 3.4 is then met by the mean of 3.3 and 3.5, which it is not
#: always in binary fractions.
UNIT: Final = 1_000_000


def in_units(level: float) -> int:
    """Give a level in millionths, to the nearest."""
    return round(level * UNIT)


class Verdict(NamedTuple):
    """What a rule makes of levels.

    Attributes:
        outcome: what it advises.
        fired: the id of the sentence that says why.
        total: sum of weight times level over what was assessed, in millionths of a level.
        weight: sum of the weights of what was assessed.
        failed: must-haves below their minimum.
        missing: competencies that were not assessed.
    """

    outcome: Outcome
    fired: str
    total: int
    weight: int
    failed: tuple[Id, ...]
    missing: tuple[Id, ...]

    def above(self, boundary: float) -> int:
        """Tell how far the weighted mean stands above a boundary, times `weight`, in millionths."""
        return self.total - in_units(boundary) * self.weight


def verdict_of(rule: DecisionRule, levels: Mapping[Id, int]) -> Verdict:
    """Apply a rule.

    Args:
        rule: the rule.
        levels: the level of each competency that was assessed, in millionths.

    Returns:
        What the rule makes of them.
    """
    assessed = [each for each in rule.competencies if each.competency in levels]
    missing = tuple(each.competency for each in rule.competencies if each.competency not in levels)
    failed = tuple(
        each.competency
        for each in assessed
        if each.at_least is not None and levels[each.competency] < in_units(each.at_least)
    )
    total = sum(each.weight * levels[each.competency] for each in assessed)
    weight = sum(each.weight for each in assessed)
    verdict = Verdict(UNDECIDED, "", total, weight, failed, missing)
    outcome, fired = _decided(rule, verdict)
    return verdict._replace(outcome=outcome, fired=fired)


def _decided(rule: DecisionRule, verdict: Verdict) -> tuple[Outcome, str]:
    if any(each.competency in verdict.missing for each in rule.must_haves):
        return UNDECIDED, "must_have_not_assessed"
    if verdict.weight / weight_of(rule) < rule.minimum_coverage:
        return UNDECIDED, "coverage_too_low"
    reached = sum(verdict.above(each) >= 0 for each in rule.boundaries.rising)
    if verdict.failed and OUTCOMES[reached] in {"yes", "strong_yes"}:
        return "no", "must_have_not_met"
    return OUTCOMES[reached], f"mean_{OUTCOMES[reached]}"


def weight_of(rule: DecisionRule) -> int:
    """Give the sum of all weights of a rule."""
    return sum(each.weight for each in rule.competencies)
