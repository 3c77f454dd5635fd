"""How firm a recommendation is: every change that is named alters the outcome, and no smaller one."""

import json
from collections.abc import Sequence

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError, document, structure
from interview_kit.interview import (
    Boundaries,
    CompetencyLevel,
    DecisionRule,
    LevelChange,
    RuleCompetency,
    recommend,
    what_would_change,
)
from rule_cases import NAMES, evidence_of, judged, levels_on, rule_of

Judged = tuple[DecisionRule, Sequence[CompetencyLevel]]


def changed(
    evidence: Sequence[CompetencyLevel], competency: str, level: float
) -> list[CompetencyLevel]:
    """Put another level in the place of one."""
    return [
        evolve(each, level=level, ratings=1) if each.competency == competency else each
        for each in evidence
    ]


@given(judged())
def test_a_change_that_is_named_alters_the_outcome(case: Judged) -> None:
    """With the level of the change the rule advises just what the change says, and not as now."""
    rule, evidence = case
    now = recommend(rule, evidence).outcome
    for each in what_would_change(rule, evidence):
        assert (
            recommend(rule, changed(evidence, each.competency, each.level)).outcome == each.outcome
        )
        assert each.outcome != now


@given(judged(whole=True), st.data())
def test_no_smaller_change_alters_it(case: Judged, data: st.DataObject) -> None:
    """A level that lies between the changes of its competency leaves the outcome as it is."""
    rule, evidence = case
    one = data.draw(st.sampled_from(evidence))
    level = round(data.draw(levels_on(rule)), 6)
    own = [each for each in what_would_change(rule, evidence) if each.competency == one.competency]
    now = one.level or 0.0
    reached = [each for each in own if now < each.level <= level or level <= each.level < now]
    outcome = recommend(rule, changed(evidence, one.competency, level)).outcome
    assert (outcome != recommend(rule, evidence).outcome) == bool(reached)


@given(judged())
def test_changes_come_smallest_first_and_are_stored(case: Judged) -> None:
    """The most fragile competency stands first; each has one change up and one down at most."""
    found = what_would_change(*case)
    sizes = [abs(each.by) for each in found if each.by is not None]
    assert sizes == sorted(sizes)
    assert [each.by is None for each in found] == sorted(each.by is None for each in found)
    for name in NAMES:
        assert sum(each.competency == name for each in found) <= 2
    for each in found:
        assert structure(json.loads(json.dumps(document(each))), LevelChange) == each


def test_half_a_level_that_decides_is_seen() -> None:
    """A must-have half a level above its minimum shows as the closest call."""
    found = what_would_change(rule_of(), evidence_of(3.5, 3.5))
    assert [(each.competency, each.by, each.outcome) for each in found] == [
        (NAMES[0], -0.500001, "no"),
        (NAMES[0], 1.0, "strong_yes"),
        (NAMES[1], 1.0, "strong_yes"),
        (NAMES[1], -1.000001, "no"),
    ]


def test_the_ends_of_the_scale_count() -> None:
    """A change may lead to the highest level and to the lowest, though no further."""
    bounds = Boundaries(no=1.000001, yes=3, strong_yes=5)
    rule = rule_of(competencies=[RuleCompetency(competency=NAMES[0])], boundaries=bounds)
    ends = [
        (each.level, each.outcome)
        for level in (2, 4)
        for each in what_would_change(rule, evidence_of(level))
    ]
    assert ends == [(1.0, "definitely_no"), (3.0, "yes"), (5.0, "strong_yes"), (2.999999, "no")]


def test_a_failed_must_have_is_lifted_by_its_own_level_only() -> None:
    """Where a must-have stands in the way, no level of another competency leads to yes."""
    found = what_would_change(rule_of(), evidence_of(2.75, 4))
    up = [(each.competency, each.level, each.outcome) for each in found if (each.by or 0.0) > 0]
    assert up == [(NAMES[0], 3.0, "yes")]


def test_what_was_not_assessed_may_still_change_the_outcome() -> None:
    """A competency without a level shows the level from which it would matter, and no difference."""
    names = [RuleCompetency(competency=each) for each in NAMES[:2]]
    rule = rule_of(competencies=names, minimum_coverage=0.5)
    found = what_would_change(rule, evidence_of(3.5))
    assert [
        (each.by, each.level, each.outcome) for each in found if each.competency == NAMES[1]
    ] == [
        (None, 2.499999, "no"),
        (None, 4.5, "strong_yes"),
    ]


def test_without_enough_evidence_no_level_would_change_the_outcome() -> None:
    """What is missing has to come first."""
    assert what_would_change(rule_of(), evidence_of(3)) == ()


@pytest.mark.parametrize("by", [0.0, 1, float("nan"), 101.0])
def test_a_change_of_nothing_is_none(by: float) -> None:
    """A change moves the level, by a number that the scale allows."""
    with pytest.raises(InvalidValueError, match=r"other than 0\.0"):
        LevelChange(competency="a", level=3, by=by, outcome="no")
