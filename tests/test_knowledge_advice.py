"""Items about advice and about what follows an interview."""

import pytest

from interview_kit import load
from interview_kit.bank import Bank
from interview_kit.knowledge import items_of
from interview_kit.model import PHASES, AfterStep, Dont, Text, Tip
from knowledge_makers import key_is_longest, made, of_family, said, small_bank


@pytest.fixture(scope="module")
def core() -> Bank:
    """Load the core pack, which holds the advice."""
    return load()


def advice(bank: Bank, element: str) -> Tip | Dont:
    """Give the tip or the thing to leave of an element."""
    section, _, id = element.partition("/")
    return bank.get(Tip, id) if section == "tips" else bank.get(Dont, id)


def test_reasons_and_advice_belong_together(core: Bank) -> None:
    """The key is the reason of the advice, and the other way round; both items are enemies."""
    whys, fors = made(core, "advice_why"), made(core, "advice_for")
    assert len(whys) > 15
    assert {each.elements for each in whys} == {each.elements for each in fors}
    for items, field in ((whys, "why"), (fors, "text")):
        for each in items:
            key = each.option(each.key[0])
            assert key
            assert key.text == getattr(advice(core, each.elements[0]), field)


def test_wrong_reasons_are_for_the_same_phase(core: Bank) -> None:
    """What is shown beside the key is advice for the same time."""
    pool = (*core.all(Tip), *core.all(Dont))
    phases = {each.why: each.phase for each in pool}
    for each in made(core, "advice_why"):
        phase = advice(core, each.elements[0]).phase
        assert {phases[option.text] for option in each.options} == {phase}


def test_advice_is_put_in_the_order_of_phases(core: Bank) -> None:
    """Each order has one piece of advice for each phase."""
    items = made(core, "advice_order")
    assert items
    for each in items:
        assert tuple(advice(core, element).phase for element in each.elements) == PHASES
        assert each.key == tuple(option.id for option in each.options)


def test_steps_that_may_come_together_are_no_wrong_options(core: Bank) -> None:
    """The step before and the one after are left out; what always applies is, too."""
    order = {each.id: each.order for each in core.all(AfterStep)}
    for each in (*made(core, "after_what"), *made(core, "after_when")):
        [key] = each.key
        for option in each.options:
            assert core.get(AfterStep, option.id).condition
            assert option.id == key or abs(order[option.id] - order[key]) > 1


def test_steps_are_put_in_their_order(core: Bank) -> None:
    """An order of steps follows the numbers of their authors."""
    items = made(core, "after_order")
    assert items
    for each in items:
        orders = [core.get(AfterStep, id).order for id in each.key]
        assert orders == sorted(orders)


def test_a_step_in_an_order_tells_when_it_applies(core: Bank) -> None:
    """Without its condition the place of a step could be argued; the explanation names the order."""
    for each in made(core, "after_order"):
        steps = [core.get(AfterStep, id) for id in each.key]
        for step in steps:
            option = each.option(step.id)
            assert option
            assert (option.text != step.name) == (step.condition is not None)
        places = [each.explanation.in_("en").index(step.name.in_("en")) for step in steps]
        assert places == sorted(places)


def test_length_does_not_tell_the_key(core: Bank) -> None:
    """The key is no more often the longest option than 40 in 100."""
    items = items_of(core, of=of_family("advice"))
    assert max(key_is_longest(items, language) for language in ("id", "en")) <= 0.4


def test_an_item_in_full(core: Bank) -> None:
    """What comes next follows from the case."""
    items = made(core, "after_what")
    item = next(each for each in items if each.elements == ("after_steps/ask_for_news",))
    stem, options, explanation = said(item, "en")
    assert (
        stem == "What comes next in that case, after a user interview (with the future superior)?"
    )
    assert item.passage
    assert item.passage.in_("en").startswith("If you have been given no information")
    assert options[0] == "Ask for news"
    assert {*options[1:]} == {"Interview with the directors", "Medical check-up or offer"}
    assert explanation.startswith("Send the interviewer or the recruiter one short, polite message")


def test_advice_that_gives_its_reason_away_is_not_asked() -> None:
    """A word of the advice in its reason makes the item trivial."""
    tips = [
        Tip(
            id=word,
            phase="before",
            text=Text.of(en=f"Pack {word} early."),
            why=Text.of(en=f"Without {word} the day goes badly."),
        )
        for word in ("pencils", "umbrellas", "biscuits", "maps")
    ]
    assert made(small_bank(tips=tips), "advice_why") == ()


def test_twins_are_not_put_in_order() -> None:
    """Advice that says the same for two phases makes no order."""
    same = Text.of(en="Be kind.")
    tips = [Tip(id=each, phase=each, text=same, why=same) for each in PHASES]
    assert made(small_bank(tips=tips), "advice_order") == ()
