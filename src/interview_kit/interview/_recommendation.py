"""What a declared rule advises on levels, with all that a person needs to disagree with it."""

from collections.abc import Iterable
from typing import Final, final

from attrs import field, frozen

from interview_kit._links import nearest_names
from interview_kit.errors import InvalidValueError, UnknownIdError
from interview_kit.interview._advice import ADVISORY, CAUTIONS, REASONS
from interview_kit.interview._panel_values import to_quotes
from interview_kit.interview._rule import (
    OUTCOMES,
    UNDECIDED,
    DecisionRule,
    Outcome,
    check_level,
    to_optional_level,
)
from interview_kit.interview._verdict import UNIT, Verdict, in_units, verdict_of, weight_of
from interview_kit.model import Id, Text, content_hash, to_id, to_ids, to_optional_id
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    clean_text,
    expect,
    instance_of,
    instances_of,
    one_of,
    or_none,
    shown,
    unique_by,
    whole_number,
)
from interview_kit.model.markup import html_table
from interview_kit.model.text import to_text
from interview_kit.model.values import Value

__all__ = [
    "CompetencyLevel",
    "Recommendation",
    "Statement",
    "recommend",
    "units_of",
]

#: Most ratings behind one level; a bound for the field only.
MOST_RATINGS: Final = 1_000_000


def _to_quotes(quotes: Iterable[str]) -> tuple[str, ...]:
    return to_quotes(quotes, "CompetencyLevel.quotes")


@final
@frozen(kw_only=True, eq=False, repr=False)
class CompetencyLevel(Value):
    """Where a candidate stands on one competency, as raters or a scorer put it.

    Attributes:
        competency: the competency.
        level: the level on the scale of the rule: that of a single rating, or a mean of several;
            none if it was not assessed, which is never the same as the lowest level.
        ratings: how many ratings the level comes from; 0 if it was not assessed.
        given_by: ids of the raters or scorers who gave them; none if that is not told.
        quotes: what the candidate said that supports it; personal data, so left out of `repr`.
    """

    competency: Id = field(converter=to_id)
    level: float | None = field(
        default=None, converter=to_optional_level, validator=or_none(check_level)
    )
    ratings: int = field(default=0, validator=whole_number(0, MOST_RATINGS))
    given_by: tuple[Id, ...] = field(default=(), converter=to_ids)
    quotes: tuple[str, ...] = field(default=(), converter=_to_quotes, repr=False)

    def __attrs_post_init__(self) -> None:
        if (self.level is None) != (self.ratings == 0):
            found = f"level {self.level} from {self.ratings} ratings"
            allowed = "a level from at least one rating, or neither"
            raise InvalidValueError("CompetencyLevel.ratings", found, allowed)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Statement(Value):
    """A sentence with a short stable code.

    Attributes:
        id: the code, such as `must_have_not_met`.
        text: the sentence.
    """

    id: Id = field(converter=to_id)
    text: Text = field(converter=to_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Recommendation(Value):
    """Advice to the person who decides; nothing in the library acts on it.

    Attributes:
        rule: the id of the rule.
        rule_hash: its content hash, 32 hexadecimal digits: the rule as it was applied.
        outcome: what the rule advises.
        fired: the part of the rule that decided.
        coverage: share of the weight that was assessed, 0.0 to 1.0.
        mean: weighted mean of the levels that were assessed, on the scale of the rule; none if the
            evidence is not enough.
        margin_up: what the mean lacks to the next outcome, in levels, must-haves as they are; none
            if no mean leads there.
        margin_down: how far the mean may fall before the outcome does, in levels; at 0.0 any loss
            lowers it; none at the lowest outcome.
        failed: must-haves below their minimum, sorted.
        missing: competencies that were not assessed, sorted; those that `settling` looks for.
        basis: the standard-setting record behind the boundaries; none if they are a convention.
        cautions: what weakens the advice; show them with it.
        advisory: that a person decides; show it with the outcome.
    """

    rule: Id = field(converter=to_id)
    rule_hash: str = field(validator=clean_text)
    outcome: Outcome = field(validator=one_of(OUTCOMES))
    fired: Statement = field(validator=instance_of(Statement))
    coverage: float = field(validator=check_share)
    mean: float | None = field(default=None, validator=or_none(check_level))
    margin_up: float | None = field(default=None, validator=or_none(check_level))
    margin_down: float | None = field(default=None, validator=or_none(check_level))
    failed: tuple[Id, ...] = field(default=(), converter=to_ids)
    missing: tuple[Id, ...] = field(default=(), converter=to_ids)
    basis: Id | None = field(default=None, converter=to_optional_id)
    cautions: tuple[Statement, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(Statement), unique_by("id")]
    )
    advisory: Text = field(default=ADVISORY, converter=to_text)

    def __attrs_post_init__(self) -> None:
        if (self.mean is None) != (self.outcome == UNDECIDED):
            allowed = "a mean, unless the evidence is not enough"
            raise InvalidValueError("Recommendation.mean", f"{self.mean}", allowed)
        if self.failed and self.outcome in {"yes", "strong_yes"}:
            found = f"{self.outcome!r} with must-haves below their minimum"
            raise InvalidValueError("Recommendation.outcome", found, "at most 'no' with these")

    def _repr_html_(self) -> str:
        """Show the advice in a notebook, and that a person decides."""
        rows = [
            ("outcome", self.outcome),
            ("because", self.fired.text.entries[0][1]),
            ("mean", self.mean),
            ("coverage", f"{self.coverage:.0%}"),
            ("failed", ", ".join(self.failed)),
            ("missing", ", ".join(self.missing)),
        ]
        return html_table(self.advisory.entries[0][1], ("", f"rule {self.rule}"), rows)


def recommend(rule: DecisionRule, evidence: Iterable[CompetencyLevel]) -> Recommendation:
    """Apply a declared rule to what was assessed.

    If a must-have was not assessed, or less weight than the minimum coverage, the outcome is
    `not_enough_evidence`, whatever the rest says. Otherwise the weighted mean over what was assessed
    gives the outcome by the boundaries of the rule, each of which belongs to the outcome above it,
    and a must-have below its minimum turns yes and strong yes into no. What was not assessed has no
    part in the mean. Levels, minima and boundaries are read to a millionth of a level, and compared
    without further rounding.

    Args:
        rule: the rule.
        evidence: levels, each competency of the rule at most once, in any order; those that are left
            out were not assessed.

    Returns:
        The advice.

    Raises:
        UnknownIdError: if the evidence is about a competency that the rule does not name.
        InvalidValueError: if a competency comes twice, or a level lies outside of the scale.

    >>> from interview_kit.interview import Boundaries, RuleCompetency
    >>> rule = DecisionRule(
    ...     id="trial",
    ...     lowest=1,
    ...     highest=5,
    ...     competencies=[
    ...         RuleCompetency(competency="collaboration", at_least=3),
    ...         RuleCompetency(competency="problem_solving"),
    ...     ],
    ...     boundaries=Boundaries(no=2, yes=3, strong_yes=4),
    ... )
    >>> levels = [
    ...     CompetencyLevel(competency="collaboration", level=2.5, ratings=2),
    ...     CompetencyLevel(competency="problem_solving", level=4.5, ratings=2),
    ... ]
    >>> advice = recommend(rule, levels)
    >>> advice.outcome, advice.mean, advice.fired.id, advice.failed
    ('no', 3.5, 'must_have_not_met', ('collaboration',))
    >>> recommend(rule, levels[1:]).outcome
    'not_enough_evidence'
    """
    expect("rule", rule, DecisionRule)
    given = as_tuple(evidence)
    verdict = verdict_of(rule, units_of(rule, given))
    decided = verdict.outcome != UNDECIDED
    up, down = _margins(rule, verdict) if decided else (None, None)
    return Recommendation(
        rule=rule.id,
        rule_hash=content_hash(rule),
        outcome=verdict.outcome,
        fired=Statement(id=verdict.fired, text=REASONS[verdict.fired]),
        coverage=verdict.weight / weight_of(rule),
        mean=verdict.total / (verdict.weight * UNIT) if decided else None,
        margin_up=up,
        margin_down=down,
        failed=verdict.failed,
        missing=verdict.missing,
        basis=rule.boundaries.basis,
        cautions=_cautions(rule, given),
    )


def units_of(rule: DecisionRule, evidence: Iterable[CompetencyLevel]) -> dict[Id, int]:
    """Check evidence against a rule.

    Args:
        rule: the rule.
        evidence: the evidence, as `recommend` takes it.

    Returns:
        The level of each competency that was assessed, in millionths.

    Raises:
        UnknownIdError: if it is about a competency that the rule does not name.
        InvalidValueError: if a competency comes twice, or a level lies outside of the scale.
    """
    known = [each.competency for each in rule.competencies]
    seen: set[Id] = set()
    levels: dict[Id, int] = {}
    for each in as_tuple(evidence):
        if not isinstance(each, CompetencyLevel):
            # It may hold what a candidate said, so its class is all that is shown.
            raise InvalidValueError("evidence", f"a {type(each).__name__}", "only CompetencyLevel")
        if each.competency not in known:
            nearest = nearest_names(each.competency, known)
            raise UnknownIdError("RuleCompetency", each.competency, nearest, len(known))
        if each.competency in seen:
            found = f"{each.competency!r} twice"
            raise InvalidValueError("evidence", found, "each competency once", rule="duplicate")
        seen.add(each.competency)
        if each.level is not None:
            levels[each.competency] = in_units(_within(rule, each.level))
    return levels


def _within(rule: DecisionRule, level: float) -> float:
    if not rule.lowest <= level <= rule.highest:
        allowed = f"{rule.lowest} to {rule.highest}"
        raise InvalidValueError("CompetencyLevel.level", shown(level), allowed, rule="out-of-range")
    return level


def _margins(rule: DecisionRule, verdict: Verdict) -> tuple[float | None, float | None]:
    """Give how far the mean stands below the next outcome, and above the one before."""
    rank = OUTCOMES.index(verdict.outcome)
    above = [verdict.above(each) / (verdict.weight * UNIT) for each in rule.boundaries.rising]
    # With a must-have below its minimum no mean leads to yes.
    ends = rank == len(above) or (verdict.failed and verdict.outcome == "no")
    return None if ends else -above[rank], above[rank - 1] if rank else None


def _cautions(rule: DecisionRule, evidence: Iterable[CompetencyLevel]) -> list[Statement]:
    holds = {
        "boundaries_not_validated": rule.boundaries.basis is None,
        "single_rating": any(each.ratings == 1 for each in evidence),
    }
    return [Statement(id=id, text=CAUTIONS[id]) for id, is_so in holds.items() if is_so]
