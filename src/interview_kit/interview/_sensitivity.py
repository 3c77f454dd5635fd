"""How firmly a recommendation stands: the smallest change of each level that would alter it."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.interview._recommendation import CompetencyLevel, units_of
from interview_kit.interview._rule import (
    HIGHEST_LEVEL,
    OUTCOMES,
    UNDECIDED,
    DecisionRule,
    Outcome,
    check_level,
    to_level,
)
from interview_kit.interview._verdict import UNIT, in_units, verdict_of
from interview_kit.model import Id, to_id
from interview_kit.model.checks import expect, one_of, or_none, place_of, shown
from interview_kit.model.values import Value

__all__ = ["LevelChange", "what_would_change"]


def _check_change(instance: object, attribute: Any, value: Any) -> None:
    if type(value) is not float or not 0.0 < abs(value) <= HIGHEST_LEVEL:
        allowed = f"a number from -{HIGHEST_LEVEL} to {HIGHEST_LEVEL} other than 0.0"
        raise InvalidValueError(place_of(instance, attribute), shown(value), allowed)


@final
@frozen(kw_only=True, eq=False, repr=False)
class LevelChange(Value):
    """A level on one competency with which the outcome would be another.

    Attributes:
        competency: the competency.
        level: the nearest level, to a millionth, that alters the outcome.
        by: what that is above the present level, in levels; below zero for less; none if the
            competency was not assessed.
        outcome: what the rule would then advise.
    """

    competency: Id = field(converter=to_id)
    level: float = field(converter=to_level, validator=check_level)
    by: float | None = field(default=None, validator=or_none(_check_change))
    outcome: Outcome = field(validator=one_of(OUTCOMES))


def what_would_change(
    rule: DecisionRule, evidence: Iterable[CompetencyLevel]
) -> tuple[LevelChange, ...]:
    """Find what it takes, on each competency by itself, to alter the outcome.

    Where half a level on one competency is enough, the outcome is a close call. Outcomes never fall
    as a level rises, so the nearest level that alters them is found by bisection.

    Args:
        rule: the rule.
        evidence: the evidence, as `recommend` takes it.

    Returns:
        For each competency at most one change up and one down, the smallest first and those of
        competencies that were not assessed last; nothing if the evidence is not enough, since it is
        then no level that would change the outcome, but what is missing.

    Raises:
        UnknownIdError: if the evidence is about a competency that the rule does not name.
        InvalidValueError: if a competency comes twice, or a level lies outside of the scale.

    >>> from interview_kit.interview import Boundaries, RuleCompetency
    >>> rule = DecisionRule(
    ...     id="trial",
    ...     lowest=1,
    ...     highest=5,
    ...     competencies=[RuleCompetency(competency="collaboration")],
    ...     boundaries=Boundaries(no=2, yes=3, strong_yes=4),
    ... )
    >>> level = CompetencyLevel(competency="collaboration", level=3.75, ratings=4)
    >>> [(each.by, each.outcome) for each in what_would_change(rule, [level])]
    [(0.25, 'strong_yes'), (-0.750001, 'no')]
    """
    expect("rule", rule, DecisionRule)
    levels = units_of(rule, evidence)
    if verdict_of(rule, levels).outcome == UNDECIDED:
        return ()
    changes = [
        change for each in rule.competencies for change in _changes(rule, levels, each.competency)
    ]
    return tuple(sorted(changes, key=_closeness))


def _closeness(change: LevelChange) -> tuple[bool, float, Id]:
    return change.by is None, abs(change.by or 0.0), change.competency


def _changes(rule: DecisionRule, levels: dict[Id, int], competency: Id) -> list[LevelChange]:
    def rank_at(level: int) -> int:
        return OUTCOMES.index(verdict_of(rule, {**levels, competency: level}).outcome)

    scale = range(in_units(rule.lowest), in_units(rule.highest) + 1)
    now = OUTCOMES.index(verdict_of(rule, levels).outcome)
    same, above = (bisect_left(scale, rank, key=rank_at) for rank in (now, now + 1))
    ends = [scale[place] for place in (same - 1, above) if 0 <= place < len(scale)]
    return [
        LevelChange(
            competency=competency,
            level=level / UNIT,
            by=(level - levels[competency]) / UNIT if competency in levels else None,
            outcome=OUTCOMES[rank_at(level)],
        )
        for level in ends
    ]
