"""The items of the bundled packs: every one that can be made."""

import pytest

from interview_kit import load
from interview_kit.bank import Bank
from interview_kit.knowledge import items_of, templates, with_items


@pytest.fixture(scope="module")
def everything() -> Bank:
    """Unite all bundled packs that hold something to ask about, and make their items."""
    return with_items(load("core", "general_hr", "general_behavioural", "answers"))


def test_making_items_twice_adds_nothing(everything: Bank) -> None:
    """A bank that has its items gets the same ones again."""
    assert with_items(everything) == everything


def test_chosen_templates_make_their_items_alone(everything: Bank) -> None:
    """Items may be made of some templates only."""
    first = templates()[0]
    made = items_of(everything, of=[first])
    assert made
    assert {each.template for each in made} == {first.spec.id}
