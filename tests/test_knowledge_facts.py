"""Items about facts: what is true, and what only seems so."""

import pytest

from interview_kit import load
from interview_kit.bank import Bank
from interview_kit.knowledge import items_of
from interview_kit.model import Fact, Falsehood, QuizItem, Text
from knowledge_makers import key_is_longest, made, of_family, said, small_bank


@pytest.fixture(scope="module")
def core() -> Bank:
    """Load the core pack, which holds the facts."""
    return load()


def texts_of(bank: Bank) -> tuple[set[Text], set[Text]]:
    """Give all facts and all falsehoods."""
    facts = bank.all(Fact)
    return {each.text for each in facts}, {one.text for each in facts for one in each.falsehoods}


def facts_of(item: QuizItem) -> list[str]:
    """Name the facts that an item is made of."""
    return [each.removeprefix("facts/") for each in item.elements]


def fact(id: str, text: str, *falsehoods: str) -> Fact:
    """Make a fact in English."""
    return Fact(
        id=id,
        topic="ours",
        text=Text.of(en=text),
        falsehoods=[
            Falsehood(text=Text.of(en=each), reason=Text.of(en="No source says so."))
            for each in falsehoods
        ],
    )


def test_every_fact_is_judged_once_and_about_half_are_true(core: Bank) -> None:
    """Each fact is shown as it is, or one of its falsehoods instead; neither is the rule."""
    items = made(core, "fact_true_false")
    assert len(items) == len(core.all(Fact))
    true = [each for each in items if each.key == ("true",)]
    assert 0.4 < len(true) / len(items) < 0.6
    for each in items:
        [id] = facts_of(each)
        shown = {*core.get(Fact, id).falsehoods} if each.key == ("false",) else {core.get(Fact, id)}
        assert any(one.text.in_("id") in each.text.in_("id") for one in shown)


def test_wrong_statements_are_falsehoods_and_right_ones_facts(core: Bank) -> None:
    """No option is wrong but what its author calls false."""
    true, false = texts_of(core)
    for each in (*made(core, "fact_which"), *made(core, "fact_several")):
        for option in each.options:
            assert option.text in (true if option.id in each.key else false)


def test_a_fact_is_not_shown_beside_its_mirror_image(core: Bank) -> None:
    """A fact with one falsehood stands beside falsehoods of other facts."""
    for each in made(core, "fact_which"):
        [id] = facts_of(each)
        falsehoods = core.get(Fact, id).falsehoods
        if len(falsehoods) == 1:
            assert falsehoods[0].text not in {option.text for option in each.options}


def test_several_statements_come_from_several_facts(core: Bank) -> None:
    """Two facts and the falsehoods of two others make an item."""
    for each in made(core, "fact_several"):
        assert len({*facts_of(each)}) == 4
        assert len(each.key) == 2


def test_length_does_not_tell_which_statement_is_true(core: Bank) -> None:
    """The key is no more often the longest option than by chance."""
    items = made(core, "fact_which")
    assert max(key_is_longest(items, language) for language in ("id", "en")) < 0.4


def test_an_item_teaches_what_is_wrong(core: Bank) -> None:
    """The rationale of a falsehood is its author's reason."""
    item = next(each for each in made(core, "fact_which") if facts_of(each) == ["par_p_is_problem"])
    stem, options, explanation = said(item, "en")
    assert stem == "Which of these statements is true?"
    assert options[0] == "PAR begins a story with the trouble at hand, since P stands for Problem."
    assert {*options[1:]} == {
        "PAR begins a story with the intended plan, since P stands for Plan.",
        "PAR begins a story with the people in it, since P stands for Person.",
    }
    assert explanation.startswith("This one is true: PAR begins a story with the trouble at hand")
    assert item.difficulty == 3


def test_a_fact_without_a_reason_is_told_to_be_true() -> None:
    """Where there is nothing to add, the learner still hears which statement was true."""
    (item,) = made(
        small_bank(facts=[fact("a", "It is so.", "It is not.", "It never was.")]), "fact_which"
    )
    right = item.option(item.key[0])
    assert right
    assert right.rationale == Text.of(en="That is true. It is so.")


def test_a_strangers_facts_make_items_in_their_language() -> None:
    """A topic nobody knows is asked about as interviews are."""
    bank = small_bank(
        facts=[
            fact("bells", "Bells ring twice.", "Bells never ring at all.", "Bells ring hourly."),
            fact("doors", "Doors open early.", "Doors stay shut."),
            fact("lifts", "Lifts stop nightly.", "Lifts run always."),
            fact("desks", "Desks carry numbers.", "Desks lack any sign."),
        ]
    )
    items = items_of(bank, of=of_family("facts"))
    assert {each.text.languages for each in items} == {("en",)}
    assert {each.template for each in items} >= {"fact_true_false", "fact_which"}
    assert made(bank, "fact_several") == () or all(
        "job interviews" in each.text.in_("en") for each in made(bank, "fact_several")
    )
