"""The rule by which levels become advice: declared beforehand, as data."""

from collections.abc import Iterable
from typing import Any, Final, Literal, final, get_args

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model import Id, Text, to_id, to_optional_id
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    instance_of,
    instances_of,
    or_none,
    place_of,
    shown,
    unique_by,
    whole_number,
)
from interview_kit.model.text import to_optional_text
from interview_kit.model.values import Value

__all__ = [
    "HIGHEST_LEVEL",
    "OUTCOMES",
    "UNDECIDED",
    "Boundaries",
    "DecisionRule",
    "Outcome",
    "RuleCompetency",
    "check_level",
    "to_level",
    "to_optional_level",
]

#: What a rule may advise: four outcomes from the lowest to the highest, and that the evidence does
#: not suffice for any of them.
Outcome = Literal["definitely_no", "no", "yes", "strong_yes", "not_enough_evidence"]
OUTCOMES: Final[tuple[Outcome, ...]] = get_args(Outcome)
UNDECIDED: Final = "not_enough_evidence"

#: Largest weight; a bound for the field only.
MOST_WEIGHT: Final = 10_000
#: The highest level of any scale.
HIGHEST_LEVEL: Final = 100


def to_level(level: float) -> float:
    """Let a whole number stand for a level; anything else is left for the check.

    Args:
        level: a level, such as 3 or 3.5.

    Returns:
        The level as a float.
    """
    return float(level) if type(level) is int and abs(level) <= HIGHEST_LEVEL else level


def to_optional_level(level: float | None) -> float | None:
    """Let a whole number stand for a level that may be left out."""
    return None if level is None else to_level(level)


def check_level(instance: object, attribute: Any, value: Any) -> None:
    """Check that a field holds a level of some scale.

    Raises:
        InvalidValueError: if it is no number from 0 to 100.
    """
    if type(value) is not float or not 0.0 <= value <= HIGHEST_LEVEL:
        allowed = f"a number from 0 to {HIGHEST_LEVEL}"
        raise InvalidValueError(place_of(instance, attribute), shown(value), allowed)


@final
@frozen(kw_only=True, eq=False, repr=False)
class RuleCompetency(Value):
    """What a rule asks of one competency.

    Attributes:
        competency: the competency.
        weight: its part in the weighted mean beside the others, a whole number from 1 to 10,000.
        at_least: the lowest level with which the outcome may be yes, which makes the competency a
            must-have; none if it is not.
    """

    competency: Id = field(converter=to_id)
    weight: int = field(default=1, validator=whole_number(1, MOST_WEIGHT))
    at_least: float | None = field(
        default=None, converter=to_optional_level, validator=or_none(check_level)
    )


@final
@frozen(kw_only=True, eq=False, repr=False)
class Boundaries(Value):
    """Where one outcome ends and the next begins, on the weighted mean of the levels.

    Attributes:
        no: the lowest mean that is `no`; below it is `definitely_no`.
        yes: the lowest mean that is `yes`; above `no`.
        strong_yes: the lowest mean that is `strong_yes`; above `yes`.
        basis: the id of the standard-setting record behind them; none if they are a convention that
            nobody has validated, which every recommendation then says.
    """

    no: float = field(converter=to_level, validator=check_level)
    yes: float = field(converter=to_level, validator=check_level)
    strong_yes: float = field(converter=to_level, validator=check_level)
    basis: Id | None = field(default=None, converter=to_optional_id)

    def __attrs_post_init__(self) -> None:
        if not self.no < self.yes < self.strong_yes:
            found = f"{self.no}, {self.yes}, {self.strong_yes}"
            allowed = "numbers that rise from no to strong_yes"
            raise InvalidValueError("Boundaries", found, allowed, rule="not-rising")

    @property
    def rising(self) -> tuple[float, float, float]:
        """The three boundaries, lowest first."""
        return self.no, self.yes, self.strong_yes


def _by_competency(members: Iterable[RuleCompetency]) -> tuple[RuleCompetency, ...]:
    # A rule is the same in whatever order it was written down.
    return tuple(sorted(as_tuple(members), key=lambda each: str(getattr(each, "competency", ""))))


def _check_minimum_coverage(instance: object, attribute: Any, value: Any) -> None:
    check_share(instance, attribute, value)
    if not value:
        raise InvalidValueError(place_of(instance, attribute), "0.0", "above 0.0, up to 1.0")


@final
@frozen(kw_only=True, eq=False, repr=False)
class DecisionRule(Value):
    """How levels on competencies become advice; declared before anybody is assessed.

    Weights are equal unless a reason is given for others, as the U.S. Office of Personnel Management
    has it in its answers on scoring structured interviews (opm.gov, Frequently Asked Questions).

    Attributes:
        id: its id.
        lowest: the lowest level of the scale, 0 to 99.
        highest: the highest level of the scale, above the lowest, up to 100.
        competencies: what it asks of each competency, sorted by its id; at least one.
        boundaries: where the outcomes begin, each above the lowest level and up to the highest.
        minimum_coverage: the least share of the weight that must have been assessed, above 0 up to 1;
            all must-haves must be assessed whatever it is.
        weights_reason: why the weights are as they are; must be given if they are not all equal.

    >>> rule = DecisionRule(
    ...     id="sales_2026",
    ...     lowest=1,
    ...     highest=5,
    ...     competencies=[
    ...         RuleCompetency(competency="prospecting"),
    ...         RuleCompetency(competency="negotiation_closing", at_least=3),
    ...     ],
    ...     boundaries=Boundaries(no=2, yes=3, strong_yes=4),
    ... )
    >>> [each.competency for each in rule.must_haves]
    ['negotiation_closing']
    """

    id: Id = field(converter=to_id)
    lowest: int = field(validator=whole_number(0, HIGHEST_LEVEL - 1))
    highest: int = field(validator=whole_number(1, HIGHEST_LEVEL))
    competencies: tuple[RuleCompetency, ...] = field(
        converter=_by_competency,
        validator=[instances_of(RuleCompetency, at_least=1), unique_by("competency")],
    )
    boundaries: Boundaries = field(validator=instance_of(Boundaries))
    minimum_coverage: float = field(default=1.0, validator=_check_minimum_coverage)
    weights_reason: Text | None = field(default=None, converter=to_optional_text)

    def __attrs_post_init__(self) -> None:
        if self.highest <= self.lowest:
            found = f"{self.highest}"
            raise InvalidValueError("DecisionRule.highest", found, f"above {self.lowest}")
        for level in self.boundaries.rising:
            self._check_within("DecisionRule.boundaries", level)
        for each in self.must_haves:
            self._check_within("RuleCompetency.at_least", each.at_least or 0.0)
        weights = sorted({each.weight for each in self.competencies})
        if len(weights) > 1 and self.weights_reason is None:
            allowed = "equal weights, or a reason for others"
            raise InvalidValueError("DecisionRule.weights_reason", f"none for {weights}", allowed)

    def _check_within(self, place: str, level: float) -> None:
        # At the lowest level a boundary or a minimum would ask for nothing.
        if not self.lowest < level <= self.highest:
            allowed = f"above {self.lowest}, up to {self.highest}"
            raise InvalidValueError(place, f"{level}", allowed, rule="out-of-range")

    @property
    def must_haves(self) -> tuple[RuleCompetency, ...]:
        """The competencies with a minimum, without which the outcome is never yes."""
        return tuple(each for each in self.competencies if each.at_least is not None)
