"""What would settle a recommendation: questions of the bank, and probes of what was asked."""

import json

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

import interview_kit
from interview_kit import Bank, InvalidValueError, UnknownIdError, document, structure
from interview_kit.interview import (
    Recommendation,
    RuleCompetency,
    Settling,
    recommend,
    settling,
)
from interview_kit.model import Competency, Question
from rule_cases import evidence_of, rule_of

CORE = interview_kit.load()
COMPETENCIES = [each.id for each in CORE.all(Competency)]
QUESTIONS = [each.id for each in CORE.questions]


def lacking(*competencies: str) -> Recommendation:
    """Make a recommendation that lacks evidence on these."""
    return recommend(rule_of(competencies=[RuleCompetency(competency=c) for c in competencies]), [])


def question(id: str) -> Question:
    """Give a question of the core pack."""
    return CORE.get(Question, id)


missing = st.lists(st.sampled_from(COMPETENCIES), unique=True, min_size=1, max_size=4)
asked = st.lists(st.sampled_from(QUESTIONS), unique=True, max_size=6)


@given(missing, asked, st.sampled_from([None, "sales", "operator"]))
def test_only_what_helps_is_proposed(
    competencies: list[str], done: list[str], role: str | None
) -> None:
    """Questions show the competency, fit the role, are new; probes belong to what was asked."""
    found = settling(CORE, lacking(*competencies), role=role, asked=done)
    assert [each.competency for each in found] == sorted(competencies)
    fitting = {each.id for each in CORE.find(role=role)}
    for each in found:
        proposed = [question(id) for id in each.questions]
        assert all(each.competency in one.competencies for one in proposed)
        assert {*each.questions} <= fitting - {*done}
        assert [one.question for one in each.probes] == [
            id for id in done if each.competency in question(id).competencies
        ]
        assert all(one.probes == question(one.question).probes for one in each.probes)


@given(missing)
def test_nothing_that_helps_is_left_out(competencies: list[str]) -> None:
    """Before anything was asked, every question for the competency is there."""
    for each in settling(CORE, lacking(*competencies)):
        assert {*each.questions} == {one.id for one in CORE.find(competency=each.competency)}


@given(missing, asked)
def test_the_most_useful_come_first(competencies: list[str], done: list[str]) -> None:
    """Those that show more of what is missing lead; then the shorter, then those most about it."""
    for each in settling(CORE, lacking(*competencies), asked=done):
        uses = [
            (
                -len({*competencies}.intersection(one.competencies)),
                one.minutes,
                one.competencies.index(each.competency),
            )
            for one in map(question, each.questions)
        ]
        assert uses == sorted(uses)


@given(missing, asked)
def test_what_settles_is_stored_and_read_back(competencies: list[str], done: list[str]) -> None:
    """Documents give the same value, by way of JSON text."""
    for each in settling(CORE, lacking(*competencies), asked=done):
        assert structure(json.loads(json.dumps(document(each))), Settling) == each


def test_enemies_of_what_was_asked_are_left_out() -> None:
    """A question that would ask for the same again does not come, nor does its enemy."""
    pair = [each for each in CORE.questions if "problem_solving" in each.competencies][:3]
    first, second, third = pair
    hostile = [evolve(first, enemies=[second.id]), evolve(second, enemies=[third.id]), third]
    others = [each for each in CORE.questions if each not in pair]
    contents = evolve(CORE.contents, questions=(*hostile, *others))
    bank = evolve(CORE, contents=contents)
    (found,) = settling(bank, lacking("problem_solving"), asked=[first.id])
    (before,) = settling(bank, lacking("problem_solving"))
    assert {*before.questions} - {*found.questions} == {each.id for each in pair}


def test_a_decided_recommendation_with_full_coverage_needs_nothing() -> None:
    """Where everything was assessed, there is nothing to settle."""
    assert settling(CORE, recommend(rule_of(), evidence_of(3, 3))) == ()


def test_a_question_without_probes_offers_none() -> None:
    """What was asked and has no follow-up is passed over."""
    plain = [evolve(each, probes=()) for each in CORE.questions]
    bank = evolve(CORE, contents=evolve(CORE.contents, questions=plain))
    done = [each.id for each in CORE.find(competency="collaboration")]
    assert settling(CORE, lacking("collaboration"), asked=done)[0].probes
    assert settling(bank, lacking("collaboration"), asked=done)[0].probes == ()


def test_closed_items_have_no_probes() -> None:
    """A closed item among what was asked is known, and proposes nothing."""
    (found,) = settling(CORE, lacking("collaboration"), asked=[CORE.items[0].id])
    assert found.probes == ()


@pytest.mark.parametrize(
    ("given", "noun"),
    [
        ({"role": "saless"}, "role"),
        ({"asked": ["S99999"]}, "Question"),
    ],
)
def test_unknown_names_are_refused(given: dict[str, object], noun: str) -> None:
    """A role or question that the bank has not is named with the nearest."""
    with pytest.raises(UnknownIdError) as raised:
        settling(CORE, lacking("collaboration"), **given)  # type: ignore[arg-type]  # any of them
    assert raised.value.noun == noun


def test_a_competency_that_the_bank_has_not_is_refused() -> None:
    """A rule about another bank does not pass for one without questions."""
    with pytest.raises(UnknownIdError):
        settling(CORE, lacking("juggling"))


def test_other_things_are_refused() -> None:
    """Arguments of the wrong kind, and a question named twice, get a clear error."""
    with pytest.raises(InvalidValueError, match="a Bank"):
        settling("core", lacking("collaboration"))  # type: ignore[arg-type]  # that is the test
    with pytest.raises(InvalidValueError, match="a Recommendation"):
        settling(Bank(), "no")  # type: ignore[arg-type]  # that is the test
    with pytest.raises(InvalidValueError, match="twice"):
        settling(CORE, lacking("collaboration"), asked=[QUESTIONS[0], QUESTIONS[0]])
