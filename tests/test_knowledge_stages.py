"""Items about the stages of recruitment."""

import pytest
from attrs import evolve

from interview_kit import Bank, load
from interview_kit.knowledge._nearness import gives_away
from interview_kit.model import Stage
from knowledge_banks import bank_of, family, longest_share, made, names, said


@pytest.fixture(scope="module")
def bank() -> Bank:
    """Load what describes the stages."""
    return load("core")


def test_every_template_finds_something(bank: Bank) -> None:
    """Each template of the family makes items, and all of them speak both languages."""
    items = family(bank, "stages")
    assert {each.template for each in items} == names("stages")
    assert {each.text.languages for each in items} == {("id", "en")}


def test_what_follows_where_optional_stages_are_left_out_is_not_wrong(bank: Bank) -> None:
    """After the decision an offer may come at once, so that it is no wrong option."""
    item = next(each for each in made(bank, "stage_next") if each.stages[0] == "decision")
    assert item.key == ("medical_check",)
    assert "offer" not in {each.id for each in item.options}


def test_a_stage_of_uncertain_place_is_not_put_in_order(bank: Bank) -> None:
    """The check-up may come before the offer or after it."""
    assert all("medical_check" not in each.stages for each in made(bank, "stage_order"))


def test_a_stage_is_said_to_be_part_of_another(bank: Bank) -> None:
    """One whole item, as it is told."""
    (item,) = made(bank, "stage_whole")
    assert item.text.in_("en") == "Which stage is “Technical test or case study” usually a part of?"
    assert item.key == ("user",)
    right = item.option("user")
    assert right
    assert right.text.in_("id") == "Interview user"
    assert right.rationale.in_("en") == (
        "Right, “Technical test or case study” belongs within this stage."
    )
    assert item.explanation.in_("en") == (
        "“Technical test or case study” belongs within “User interview”. Its purpose: Sets a task "
        "or case close to the real job, so that ability shows in actual work and not only in what "
        "the candidate says."
    )


def test_who_conducts_a_stage_is_no_wrong_option_for_a_stage_of_theirs(bank: Bank) -> None:
    """HR conducts both the screening and the HR interview, so that neither is wrong for the other."""
    hr = {"screening", "hr", "offer", "decision"}
    for item in made(bank, "stage_actors"):
        if item.key[0] in hr:
            assert not {each.id for each in item.options if each.id != item.key[0]} & hr


def test_the_name_of_a_stage_does_not_give_its_purpose_away(bank: Bank) -> None:
    """No right option has a word of the name that the stem asks about."""
    for item in made(bank, "stage_purpose", "stage_actors", "stage_condition"):
        right = item.option(item.key[0])
        assert right
        assert not gives_away(right.text, bank.get(Stage, item.stages[0]).name)


def test_an_edit_changes_only_the_items_that_use_it(bank: Bank) -> None:
    """Who conducts the check-up is nothing that items about other matters depend on."""
    stages = [evolve(each, origin=None) for each in bank.all(Stage)]
    kept = bank_of(stages=stages)
    edited = bank_of(
        stages=(
            evolve(each, actors=said("A doctor.")) if each.id == "medical_check" else each
            for each in stages
        )
    )
    assert made(edited, "stage_purpose", "stage_next") == made(kept, "stage_purpose", "stage_next")
    assert made(edited, "stage_actors") != made(kept, "stage_actors")


def test_length_does_not_tell_the_key(bank: Bank) -> None:
    """The right option is the longest no more often than by chance."""
    items = family(bank, "stages")
    assert all(longest_share(items, language) <= 0.4 for language in ("id", "en"))


def test_few_stages_make_few_items() -> None:
    """A stranger's two stages are too few for any question."""
    stages = [
        Stage(id=each, order=order, name=said(each), purpose=said("To", each), actors=said("Ann"))
        for order, each in enumerate(("talk", "trial"), start=1)
    ]
    assert family(bank_of(stages=stages), "stages") == ()
    assert family(Bank(), "stages") == ()
