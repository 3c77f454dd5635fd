"""The balance of a bank: counts by role and by pack, and what is not there."""

import json

import pytest
from attrs import evolve
from hypothesis import given

from interview_kit import Bank, InvalidValueError, Question, Role, document, structure
from interview_kit.balance import Balance, balance
from interview_kit.model import Contents
from strategies import banks


@given(banks())
def test_every_question_counts_once_in_each_tally(bank: Bank) -> None:
    """Kinds, difficulties and lengths each sum to the questions of the group."""
    for group in balance(bank).groups:
        for tallies in (group.kinds, group.difficulties, group.minutes):
            assert sum(tally.count for tally in tallies) == group.questions


@given(banks())
def test_groups_are_the_roles_and_what_is_for_all(bank: Bank) -> None:
    """Each role is a group, and so is the pack if it has questions for every role."""
    found = [group.group for group in balance(bank).groups]
    common = ["core"] if any(not question.roles for question in bank.questions) else []
    assert found == [role.id for role in bank.roles] + common
    for role in bank.roles:
        (group,) = [each for each in balance(bank).groups if each.group == role.id]
        assert group.questions == sum(role.id in each.roles for each in bank.questions)


def test_what_is_not_there_is_named(bank: Bank) -> None:
    """A role whose questions are gone lacks every kind and every competency of its own."""
    sales = bank.get(Role, "sales")
    others = [each for each in bank.questions if "sales" not in each.roles]
    (group,) = [
        each
        for each in balance(evolve(bank, contents=evolve(bank.contents, questions=others))).groups
        if each.group == "sales"
    ]
    assert group.questions == 0
    assert group.missing_kinds == ("past", "situational", "technical", "motivation", "background")
    assert set(group.missing_competencies) == set(sales.competencies)


def test_packs_of_ones_own_are_groups(bank: Bank) -> None:
    """Questions for every role are counted under the pack whose name their ids carry."""
    common = evolve(bank.get(Question, "S04"), id="acme:Q1", roles=())
    alone = evolve(bank.contents, questions=[common], sample_answers=())
    found = balance(evolve(bank, contents=alone)).groups[-1]
    assert (found.group, found.questions) == ("acme", 1)


def test_a_balance_travels(bank: Bank) -> None:
    """The counts come back equal from JSON."""
    found = balance(bank)
    assert structure(json.loads(json.dumps(document(found))), Balance) == found


def test_a_pack_named_like_a_role_is_told_from_it(bank: Bank) -> None:
    """A group says whether it is a role, which a pack may be named after."""
    common = evolve(bank.get(Question, "S04"), id="sales:Q1", roles=())
    contents = evolve(bank.contents, questions=[*bank.questions, common])
    named = [g for g in balance(evolve(bank, contents=contents)).groups if g.group == "sales"]
    assert [(group.is_role, group.questions) for group in named] == [(True, 20), (False, 1)]


def test_only_a_bank_has_a_balance() -> None:
    """What is no bank is refused."""
    with pytest.raises(InvalidValueError):
        balance(None)  # type: ignore[arg-type]


def test_an_empty_bank_has_no_groups() -> None:
    """A bank of nothing has nothing to be counted."""
    assert balance(Bank(contents=Contents())).groups == ()
