"""Recommendations: laws of the rule, and a value that says why and never decides."""

import json
import pickle
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve, fields
from hypothesis import assume, given, strategies as st

from interview_kit import (
    InvalidValueError,
    UnknownIdError,
    document,
    structure,
)
from interview_kit.interview import (
    ADVISORY,
    OUTCOME_NAMES,
    OUTCOMES,
    CompetencyLevel,
    DecisionRule,
    Recommendation,
    RuleCompetency,
    recommend,
)
from interview_kit.interview._advice import CAUTIONS, REASONS
from interview_kit.interview._rule import Boundaries
from interview_kit.model import content_hash
from rule_cases import NAMES, REASON, evidence_of, judged, levels_on, rule_of

Judged = tuple[DecisionRule, Sequence[CompetencyLevel]]
YES = ("yes", "strong_yes")
MILLIONTH = Fraction(1, 10**6)


def millionths(level: float) -> Fraction:
    """Read a level to a millionth, as a fraction."""
    return round(Fraction(level) / MILLIONTH) * MILLIONTH


def outcome_by_definition(rule: DecisionRule, evidence: Sequence[CompetencyLevel]) -> str:
    """Apply a rule as its words say, in fractions."""
    levels = {
        each.competency: millionths(each.level) for each in evidence if each.level is not None
    }
    asked = {each.competency: each for each in rule.competencies}
    minima = {name: each.at_least for name, each in asked.items() if each.at_least is not None}
    whole = sum(each.weight for each in asked.values())
    part = sum(asked[name].weight for name in levels)
    if not minima.keys() <= levels.keys() or part / whole < rule.minimum_coverage:
        return "not_enough_evidence"
    mean = sum(asked[name].weight * level for name, level in levels.items()) / part
    bounds = rule.boundaries
    steps = [("definitely_no", 0.0), ("no", bounds.no), ("yes", bounds.yes)]
    steps.append(("strong_yes", bounds.strong_yes))
    outcome = [name for name, bound in steps if mean >= millionths(bound)][-1]
    failed = any(levels[name] < millionths(least) for name, least in minima.items())
    return "no" if failed and outcome in YES else outcome


@given(judged())
def test_the_outcome_is_that_of_the_definition(case: Judged) -> None:
    """An independent reading of the rule in fractions comes to the same outcome."""
    rule, evidence = case
    assert recommend(rule, evidence).outcome == outcome_by_definition(rule, evidence)


@given(st.data())
def test_raising_a_level_never_lowers_the_outcome(data: st.DataObject) -> None:
    """With the same competencies assessed, a higher level gives the same outcome or a higher one."""
    rule, evidence = data.draw(judged())
    place = data.draw(st.sampled_from(range(len(evidence))))
    level = evidence[place].level
    assume(level is not None)
    higher = max(data.draw(levels_on(rule)), level or 0.0)
    raised = [evolve(each, level=higher) if each is evidence[place] else each for each in evidence]
    before, after = recommend(rule, evidence).outcome, recommend(rule, raised).outcome
    assert OUTCOMES.index(before) <= OUTCOMES.index(after)


@given(judged(whole=True), st.data())
def test_a_must_have_below_its_minimum_never_gives_yes(case: Judged, data: st.DataObject) -> None:
    """However high all the rest, a failed must-have is named and the outcome is no yes."""
    rule, evidence = case
    first, *others = rule.competencies
    rule = evolve(rule, competencies=[evolve(first, at_least=rule.highest), *others])
    lacking = data.draw(st.sampled_from(rule.must_haves))
    best = [
        evolve(each, level=rule.lowest if each.competency == lacking.competency else rule.highest)
        for each in evidence
    ]
    advice = recommend(rule, best)
    assert advice.outcome in {"definitely_no", "no"}
    assert advice.failed == (lacking.competency,)


@given(judged(whole=True), st.data())
def test_what_was_not_assessed_is_no_zero(case: Judged, data: st.DataObject) -> None:
    """Without a level the outcome is that of the other levels alone, or not enough evidence."""
    rule, evidence = case
    gone = data.draw(st.sampled_from(evidence))
    rest = [each for each in evidence if each is not gone]
    advice = recommend(rule, rest)
    unassessed = CompetencyLevel(competency=gone.competency)
    assert recommend(rule, [*rest, unassessed]) == advice
    assert advice.missing == (gone.competency,)
    if advice.outcome == "not_enough_evidence":
        assert advice.mean is advice.margin_up is advice.margin_down is None
    else:
        others = [each for each in rule.competencies if each.competency != gone.competency]
        alone = recommend(evolve(rule, competencies=others), rest)
        assert (advice.outcome, advice.mean) == (alone.outcome, alone.mean)


@given(judged(), st.data())
def test_the_order_does_not_matter(case: Judged, data: st.DataObject) -> None:
    """Evidence and competencies of the rule in another order give the same recommendation."""
    rule, evidence = case
    shuffled = data.draw(st.permutations(evidence))
    turned = evolve(rule, competencies=data.draw(st.permutations(rule.competencies)))
    assert recommend(turned, shuffled) == recommend(rule, evidence)


@given(judged(), st.integers(2, 1000))
def test_scaling_all_weights_changes_nothing(case: Judged, factor: int) -> None:
    """Weights count beside one another only; outcome, mean, coverage and margins are the same."""
    rule, evidence = case
    heavier = [evolve(each, weight=each.weight * factor) for each in rule.competencies]
    scaled = recommend(evolve(rule, competencies=heavier), evidence)
    assert evolve(scaled, rule_hash=content_hash(rule)) == recommend(rule, evidence)


@given(st.lists(st.integers(20, 40).map(lambda each: each / 10), min_size=4, max_size=4))
def test_a_margin_of_zero_flips(levels: list[float]) -> None:
    """A boundary at the mean is reached with nothing to spare; a millionth above, it is missed."""
    names = [RuleCompetency(competency=each) for each in NAMES]
    rule = rule_of(competencies=names)
    mean = recommend(rule, evidence_of(*levels)).mean or 0.0
    reached = evolve(rule, boundaries=Boundaries(no=1.5, yes=mean, strong_yes=4.5))
    missed = evolve(rule, boundaries=Boundaries(no=1.5, yes=mean + 0.000001, strong_yes=4.5))
    edge, short = (recommend(each, evidence_of(*levels)) for each in (reached, missed))
    assert (edge.outcome, edge.margin_down) == ("yes", 0.0)
    assert edge.margin_up == pytest.approx(4.5 - mean)
    assert (short.outcome, short.margin_up) == ("no", 0.000001)


@given(judged())
def test_margins_stand_where_there_is_an_outcome_beyond(case: Judged) -> None:
    """No margin leads above the highest outcome, below the lowest, or past a failed must-have."""
    rule, evidence = case
    advice = recommend(rule, evidence)
    bounds = dict(zip(OUTCOMES[1:4], rule.boundaries.rising, strict=True))
    if advice.mean is not None:
        held = bounds.get(advice.outcome)
        assert (advice.margin_down is None) == (held is None)
        if held is not None:
            assert advice.margin_down == pytest.approx(advice.mean - held, abs=1e-5)
        closed = advice.outcome == "strong_yes" or (advice.outcome == "no" and bool(advice.failed))
        assert (advice.margin_up is None) == closed
        if not closed:
            following = rule.boundaries.rising[OUTCOMES.index(advice.outcome)]
            assert advice.margin_up == pytest.approx(following - advice.mean, abs=1e-5)


@given(judged())
def test_all_values_are_stored_and_read_back(case: Judged) -> None:
    """Rule, evidence and recommendation come back from JSON text and from pickles."""
    rule, evidence = case
    for value in (rule, *evidence, recommend(rule, evidence)):
        plain = json.loads(json.dumps(document(value)))
        assert structure(plain, type(value)) == value
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes
        assert hash(structure(plain, type(value))) == hash(value)


@given(judged())
def test_every_recommendation_says_what_it_rests_on(case: Judged) -> None:
    """The rule, its hash, the sentence that decided, cautions and advice stand in each."""
    rule, evidence = case
    advice = recommend(rule, evidence)
    assert (advice.rule, advice.rule_hash) == (rule.id, content_hash(rule))
    assert advice.fired.text == REASONS[advice.fired.id]
    assert advice.advisory == ADVISORY
    assert advice.basis == rule.boundaries.basis
    cautions = {each.id for each in advice.cautions}
    assert ("boundaries_not_validated" in cautions) == (rule.boundaries.basis is None)
    assert ("single_rating" in cautions) == any(each.ratings == 1 for each in evidence)


@pytest.mark.parametrize(
    ("levels", "outcome", "fired"),
    [
        ((3, 3), "yes", "mean_yes"),
        ((3, 5), "strong_yes", "mean_strong_yes"),
        ((3, 1), "no", "mean_no"),
        ((1, 1), "definitely_no", "mean_definitely_no"),
        ((2, 2), "no", "mean_no"),
        ((2.9, 5), "no", "must_have_not_met"),
        ((None, 5), "not_enough_evidence", "must_have_not_assessed"),
        ((5, None), "not_enough_evidence", "coverage_too_low"),
        ((), "not_enough_evidence", "must_have_not_assessed"),
    ],
)
def test_the_part_of_the_rule_that_decided_is_named(
    levels: tuple[float | None, ...], outcome: str, fired: str
) -> None:
    """Each outcome comes with the sentence of just what led to it."""
    advice = recommend(rule_of(), evidence_of(*levels))
    assert (advice.outcome, advice.fired.id) == (outcome, fired)


def test_a_decimal_boundary_is_met_by_decimal_levels() -> None:
    """The mean of 3.3, 3.4 and 3.5 is 3.4, though not when floats are added up."""
    names = [RuleCompetency(competency=each) for each in NAMES[:3]]
    bounds = Boundaries(no=2, yes=3.4, strong_yes=4)
    rule = rule_of(competencies=names, boundaries=bounds)
    assert sum([3.3, 3.4, 3.5]) / 3 < 3.4000000000000004
    advice = recommend(rule, evidence_of(3.3, 3.4, 3.5))
    assert (advice.outcome, advice.mean, advice.margin_down) == ("yes", 3.4, 0.0)


@given(st.integers(1_000_000, 5_000_000))
def test_a_level_in_decimals_is_shown_as_it_was_given(millionth: int) -> None:
    """Up to six decimals, the mean of one level is that level, to the last bit."""
    rule = rule_of(competencies=[RuleCompetency(competency=NAMES[0])])
    level = millionth / 1_000_000
    assert recommend(rule, evidence_of(level)).mean == level


def test_two_of_three_competencies_cover_two_thirds() -> None:
    """A minimum coverage written as a fraction is met by just that fraction."""
    names = [RuleCompetency(competency=each) for each in NAMES[:3]]
    rule = rule_of(competencies=names, minimum_coverage=2 / 3)
    advice = recommend(rule, evidence_of(3, 3))
    assert (advice.outcome, advice.coverage, advice.missing) == ("yes", 2 / 3, (NAMES[2],))


def test_nothing_in_a_recommendation_can_be_taken_for_a_rejection() -> None:
    """No field is a truth value: an outcome is a word, and a person decides."""
    assert "bool" not in {str(each.type) for each in fields(Recommendation)}
    advice = document(recommend(rule_of(), evidence_of(1, 1)))
    assert not any(isinstance(each, bool) for each in advice.values())


@pytest.mark.parametrize("words", [OUTCOME_NAMES, REASONS, CAUTIONS, {"advisory": ADVISORY}])
def test_all_words_stand_in_both_languages(words: dict[str, Any]) -> None:
    """Whatever a recommendation says, it says in Indonesian and in English."""
    assert {text.languages for text in words.values()} == {("id", "en")}


def test_outcomes_are_all_named() -> None:
    """Each outcome has a name to be shown by."""
    assert tuple(OUTCOME_NAMES) == OUTCOMES


@pytest.mark.parametrize(
    ("evidence", "message"),
    [
        ([*evidence_of(3), *evidence_of(4)], "'collaboration' twice"),
        (evidence_of(6), "found 6.0, allowed is 1 to 5"),
        (evidence_of(0.5), "found 0.5, allowed is 1 to 5"),
        (["collaboration"], "found a str, allowed is only CompetencyLevel"),
        ("collaboration", "a list of values"),
    ],
)
def test_evidence_that_does_not_fit_the_rule_is_refused(evidence: Any, message: str) -> None:
    """Duplicates, levels off the scale and other things get an error that says which."""
    with pytest.raises(InvalidValueError, match=message):
        recommend(rule_of(), evidence)


def test_a_competency_beside_the_rule_is_no_silent_gap() -> None:
    """A typing error in an id is named with the nearest, and not taken for something missing."""
    with pytest.raises(UnknownIdError) as raised:
        recommend(rule_of(), [CompetencyLevel(competency="colaboration", level=3, ratings=1)])
    assert raised.value.nearest == ("collaboration",)


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        ({"level": 3}, "level 3.0 from 0 ratings"),
        ({"ratings": 1}, "level None from 1 ratings"),
        ({"level": "3", "ratings": 1}, "a number from 0 to 100"),
        ({"level": float("nan"), "ratings": 1}, "a number from 0 to 100"),
        ({"level": True, "ratings": 1}, "a number from 0 to 100"),
        ({"level": 10**400, "ratings": 1}, "a number from 0 to 100"),
    ],
)
def test_a_level_comes_from_ratings_and_is_a_number(fault: dict[str, Any], message: str) -> None:
    """A level without a rating, a rating without a level, and what is no number are refused."""
    with pytest.raises(InvalidValueError, match=message):
        CompetencyLevel(competency="collaboration", **fault)


@pytest.mark.parametrize(
    "quotes", ["Saya menelepon", [b"Saya menelepon"], {"Saya menelepon"}, [None]]
)
def test_quotes_stand_in_no_message(quotes: Any) -> None:
    """What a candidate said is checked without being repeated."""
    with pytest.raises(InvalidValueError, match="a list of strings") as raised:
        CompetencyLevel(competency="collaboration", level=3, ratings=1, quotes=quotes)
    assert "menelepon" not in str(raised.value)


def test_quotes_stand_neither_in_a_repr_nor_in_the_advice() -> None:
    """Quotes stay with the evidence."""
    told = CompetencyLevel(competency=NAMES[0], level=3, ratings=2, quotes=["Saya menelepon"])
    advice = recommend(rule_of(), [told])
    assert "menelepon" not in repr(told) + repr(advice) + json.dumps(document(advice))
    assert document(told)["quotes"] == ["Saya menelepon"]


@pytest.mark.parametrize(
    ("levels", "change", "message"),
    [
        ((3, 3), {"mean": None}, "a mean, unless"),
        ((3,), {"mean": 3.0}, "a mean, unless"),
        ((2.9, 5), {"outcome": "yes"}, "at most 'no'"),
        ((3, 3), {"outcome": "rejected"}, "one of 'definitely_no'"),
    ],
)
def test_a_recommendation_does_not_contradict_itself(
    levels: tuple[float, ...], change: dict[str, Any], message: str
) -> None:
    """A mean without evidence, a yes beside a failed must-have and other outcomes are refused."""
    with pytest.raises(InvalidValueError, match=message):
        evolve(recommend(rule_of(), evidence_of(*levels)), **change)


def test_a_reason_for_weights_changes_no_outcome() -> None:
    """What a rule says about itself has no part in the mean."""
    first, second = rule_of(), rule_of(weights_reason=REASON)
    advice = recommend(second, evidence_of(3, 4))
    assert evolve(advice, rule_hash=content_hash(first)) == recommend(first, evidence_of(3, 4))


@given(judged())
def test_a_notebook_shows_that_a_person_decides(case: Judged) -> None:
    """The table says outcome and reason under the sentence that this is advice."""
    found = recommend(*case)
    page = found._repr_html_()
    assert found.advisory.in_("id") in page
    assert f'<th scope="row">outcome</th><td dir="auto">{found.outcome}</td>' in page
    assert "<script" not in page
