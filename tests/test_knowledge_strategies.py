"""Items about strategies for answering."""

from collections.abc import Sequence
from typing import Any

import pytest

from interview_kit.knowledge._strategies import MAKERS
from interview_kit.model import Strategy, Text
from knowledge_samples import bank_with, bundled, made_by, named, of_templates


def strategy(id: str, order: int, **given: Any) -> Strategy:
    """Make a strategy whose words are its own."""
    plain: dict[str, Any] = {
        "name": named(f"Name {id}"),
        "advice": named(f"Advice on {id * 2}"),
        "steps": [named(f"Begin {id * 3}"), named(f"Go on {id * 3}"), named(f"End {id * 3}")],
    }
    return Strategy(id=id, order=order, **(plain | given))


SMALL: Sequence[Strategy] = [strategy(id, order) for order, id in enumerate("abcd", start=1)]


@pytest.mark.parametrize("template", MAKERS)
def test_each_template_makes_items_in_both_languages(template: str) -> None:
    """The bundled strategies, ten in all, give some to each."""
    items = made_by(template)
    assert len(items) >= 3
    assert {each.text.languages for each in items} == {("id", "en")}


@pytest.mark.parametrize("template", MAKERS)
def test_a_strangers_strategies_are_asked_about(template: str) -> None:
    """A bank of other strategies gives items to each template."""
    assert of_templates(bank_with([], strategies=SMALL), template)


def test_a_first_step_is_asked_for_in_full() -> None:
    """The first step of one strategy stands beside those of others."""
    bank = bank_with([], strategies=SMALL)
    item = next(
        each
        for each in of_templates(bank, "strategy_first_step")
        if each.elements == ("strategies/a",)
    )
    assert item.text.in_("en") == ("What is the first step of the interview strategy “Name a”?")
    right = item.option(item.key[0])
    assert right
    assert right.text.in_("en") == "Begin aaa"
    assert right.rationale.in_("en") == "The first step of “Name a”. Advice on aa"
    assert {each.text.in_("en") for each in item.options} < {
        f"Begin {id * 3}" for id in ("a", "b", "c", "d")
    }


def test_no_name_gives_its_first_step_away() -> None:
    """A strategy whose name is repeated in its first step or advice is not asked about by it."""
    telling = strategy("e", 5, name=named("Name figures"), advice=named("Figures help."),
                       steps=[named("Collect figures."), named("Tell them.")])  # fmt: skip
    bank = bank_with([], strategies=[*SMALL, telling])
    asked = {
        element
        for each in of_templates(bank, "strategy_purpose", "strategy_first_step", "strategy_match")
        for element in each.elements
    }
    assert asked == {f"strategies/{each.id}" for each in SMALL}


def test_targets_are_in_no_order_that_tells() -> None:
    """Each strategy is matched with its own first step, whatever the order of the targets."""
    for item in made_by("strategy_match"):
        steps = {each.id: each.text for each in item.targets}
        for option, target in zip(item.options, item.key, strict=True):
            assert bundled().get(Strategy, option.id).steps[0] == steps[target]


def test_steps_are_ordered_only_where_they_follow_one_another() -> None:
    """A strategy whose last step ends nothing is advice in no strict order."""
    loose = strategy("e", 5, steps=[named("Be calm."), named("Be brief."), named("Be honest.")])
    made = of_templates(bank_with([], strategies=[*SMALL, loose]), "strategy_order")
    assert {each.elements for each in made} == {(f"strategies/{each.id}",) for each in SMALL}
    assert all(each.key == ("step_1", "step_2", "step_3") for each in made)


def test_steps_that_say_the_same_are_not_ordered() -> None:
    """Two equal steps have no order, and do not keep a bank from being asked about."""
    twice = strategy("e", 5, steps=[named("Say it."), named("Say it."), named("End.")])
    assert not of_templates(bank_with([], strategies=[twice]), "strategy_order")


def test_strategies_in_another_language_make_no_items() -> None:
    """A language that the templates do not speak gives none, and raises nothing."""
    french = Text.of(fr="Préparez-vous.")
    foreign = [
        strategy(id, order, name=Text.of(fr=id), advice=french, steps=[french])
        for order, id in enumerate("abcd", start=1)
    ]
    assert not of_templates(bank_with([], strategies=foreign), *MAKERS)
