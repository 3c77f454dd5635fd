"""Quizzes of closed items, alone and beside open questions: the same generator, the same laws."""

from collections.abc import Iterable
from itertools import combinations
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings, strategies as st

from interview_kit import (
    Bank,
    Blueprint,
    History,
    InfeasibleError,
    InvalidValueError,
    Quiz,
    Quota,
    document,
    generate,
    structure,
    verify,
)
from interview_kit.model import Contents, Option, QuizItem, Text
from interview_kit.quiz import count, forms, health, prepare, restore
from quiz_banks import bank_of, is_uniform, question, seeds

SAID = Text.of(id="Pernyataan ini benar.", en="This statement is true.")


def item(id: str, **given: Any) -> QuizItem:
    """Make an item of which one of three options is right."""
    options = [
        Option(id=name, text=Text.of(id=name, en=name), rationale=SAID) for name in ("a", "b", "c")
    ]
    plain: dict[str, Any] = {
        "text": SAID,
        "form": "one_of",
        "options": options,
        "key": ["a"],
        "explanation": SAID,
        "template": "fact_true",
        "family": "facts",
        "topic": "law",
        "elements": [f"facts/{id}"],
        "difficulty": 2,
    }
    return QuizItem(id=id, **(plain | given))


def mixed_bank(items: Iterable[QuizItem]) -> Bank:
    """Make a bank with three questions and these items."""
    bank = bank_of(
        [question("Q1"), question("Q2", roles=["sales"]), question("Q3", kind="technical")]
    )
    return evolve(bank, contents=evolve(bank.contents, items=tuple(items)))


ITEMS = [
    item("I1"),
    item("I2", topic="stages", family="stages", template="stage_next"),
    item("I3", topic="stages", family="stages", template="stage_next", difficulty=4),
    item("I4", elements=["facts/I1"], template="fact_false"),
    item("I5", roles=["sales"], topic="stages"),
    item("I6", text=Text.of(id="Benar.")),
]
BANK = mixed_bank(ITEMS)
EVEN = Blueprint(
    length=4,
    draws="both",
    quotas=[Quota(form="open", at_least=1, at_most=2), Quota(family="stages", at_least=1)],
)


def by_hand(blueprint: Blueprint) -> list[frozenset[str]]:
    """Give every quiz of the bank above that satisfies a blueprint, found by trying all."""
    entries = {each.id: each for each in (*BANK.questions, *BANK.items) if blueprint.fits(each)}
    return [
        frozenset(ids)
        for length in range(blueprint.length[0], blueprint.length[1] + 1)
        for ids in combinations(entries, length)
        if not {"I1", "I4"} <= {*ids}
        and {*blueprint.include} <= {*ids}
        and all(
            quota.at_least
            <= sum(quota.counts(entries[id]) for id in ids)
            <= (length if quota.at_most is None else quota.at_most)
            for quota in blueprint.quotas
        )
    ]


BLUEPRINTS = [
    EVEN,
    Blueprint(length=3, draws="items"),
    Blueprint(length=2, draws="items", quotas=[Quota(topic="stages", at_least=1)]),
    Blueprint(length=(2, 3), draws="both", role="admin", include=["I5"]),
    Blueprint(length=2, draws="items", quotas=[Quota(template="stage_next", at_most=1)]),
    Blueprint(length=2, draws="items", quotas=[Quota(language="en", at_least=2)]),
    Blueprint(
        length=3, draws="both", quotas=[Quota(difficulty=(4, 5), at_least=1)], exclude=["Q1"]
    ),
    Blueprint(length=2),
]


@pytest.mark.parametrize("blueprint", BLUEPRINTS)
def test_ranks_give_just_the_quizzes_of_trial(blueprint: Blueprint) -> None:
    """Items are counted by form, family, template, topic, difficulty, language and role."""
    prepared, possible = prepare(BANK, blueprint), by_hand(blueprint)
    found = [frozenset(prepared.nth(rank).ids) for rank in range(prepared.count)]
    assert len(found) == len(possible)
    assert {*found} == {*possible}


def test_every_quiz_is_equally_likely() -> None:
    """Over the seeds, quizzes of questions and items come equally often."""
    fair = Blueprint(length=3, draws="both", quotas=[Quota(form="open", at_least=2, at_most=2)])
    prepared = prepare(BANK, fair)
    drawn = [frozenset(prepared.draw(seed)) for seed in range(50 * prepared.count)]
    assert {*drawn} == {*by_hand(fair)}
    assert is_uniform(drawn, prepared.count)


def test_items_come_only_where_they_are_asked_for() -> None:
    """A blueprint that says nothing draws open questions, whatever items the bank has."""
    assert count(BANK, Blueprint(length=3)) == 1
    assert not any(generate(BANK, Blueprint(length=3), seed=1).items)
    assert not any(generate(BANK, Blueprint(length=3, draws="items"), seed=1).questions)


def test_equal_elements_are_enemies() -> None:
    """Two items that follow from the same content never stand in one quiz."""
    together = Blueprint(length=2, draws="items", include=["I1", "I4"])
    with pytest.raises(InfeasibleError):
        generate(BANK, together, seed=1)
    strangers = mixed_bank([item("I1", elements=[]), item("I4", elements=[])])
    assert {*generate(strangers, together, seed=1).ids} == {"I1", "I4"}


@settings(max_examples=20)
@given(seeds())
def test_a_stored_quiz_looks_the_same(seed: int | str) -> None:
    """Its options stand as they stood, from JSON and from its receipt alone."""
    quiz = generate(BANK, EVEN, seed=seed)
    assert structure(document(quiz), Quiz) == quiz
    assert restore(quiz.receipt, BANK) == quiz
    assert verify(quiz.receipt, BANK).same
    assert [each.id for each in quiz.entries] == list(quiz.ids)
    assert quiz.minutes == sum(each.minutes for each in quiz.entries)


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"explanation": Text.of(id="Lain.", en="Other.")}, "reworded"),
        ({"difficulty": 3}, "retagged"),
    ],
)
def test_edits_of_items_are_named(change: dict[str, Any], kind: str) -> None:
    """A receipt tells which item was reworded or changed since."""
    blueprint = Blueprint(length=5, draws="items")
    quiz = generate(BANK, blueprint, seed=7)
    edited = [evolve(each, **change) if each.id == quiz.ids[0] else each for each in ITEMS]
    found = verify(quiz.receipt, mixed_bank(edited))
    assert not found.same
    assert (kind, quiz.ids[0], True) in [(c.kind, c.id, c.in_quiz) for c in found.changes]
    gone = verify(quiz.receipt, mixed_bank(each for each in ITEMS if each.id != quiz.ids[0]))
    assert ("removed", quiz.ids[0]) in [(each.kind, each.id) for each in gone.changes]


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 1000), st.sampled_from(ITEMS))
def test_an_item_that_was_not_drawn_can_go(seed: int, gone: QuizItem) -> None:
    """Where the counts are fixed, deleting a bystander leaves the quiz as it is."""
    items = [item(f"I{place}") for place in range(1, 7)]
    blueprint = Blueprint(length=2, draws="items")
    quiz = generate(mixed_bank(items), blueprint, seed=seed)
    rest = mixed_bank(each for each in items if each.id != gone.id or each.id in quiz.ids)
    assert generate(rest, blueprint, seed=seed).items == quiz.items


def test_items_are_not_repeated_until_all_were_asked() -> None:
    """A history counts for items as it does for questions."""
    blueprint = Blueprint(length=2, draws="items", exclude=["I4", "I6"])
    first = generate(BANK, blueprint, seed=1)
    second = generate(BANK, blueprint, seed=1, history=History().with_quiz(first.ids))
    assert not {*first.ids} & {*second.ids}


def test_items_ask_in_every_order() -> None:
    """Ordered by difficulty, stage or section, items without stage or section come first."""
    by_level = generate(BANK, evolve(EVEN, order="difficulty"), seed=3)
    assert [each.difficulty for each in by_level.entries] == sorted(
        each.difficulty for each in by_level.entries
    )
    for order in ("stage", "sections"):
        quiz = generate(BANK, evolve(EVEN, order=order), seed=3)
        is_item = [isinstance(each, QuizItem) for each in quiz.entries]
        assert is_item == sorted(is_item, reverse=True)


def test_health_and_forms_take_items() -> None:
    """How often each item comes is told exactly, and parallel forms share as little as is asked."""
    found = health(BANK, Blueprint(length=1, draws="items"))
    assert {each.id: each.share for each in found.exposures} == {each.id: 1 / 6 for each in ITEMS}
    assert forms(BANK, Blueprint(length=2, draws="items"), 2, overlap=0, seed=5).overlap == 0


def test_a_quiz_holds_what_its_receipt_names() -> None:
    """Items that are missing, strange or in another order than in the receipt are refused."""
    quiz = generate(BANK, Blueprint(length=3, draws="items"), seed=1)
    for items in (quiz.items[1:], quiz.items[::-1], (*quiz.items[:2], item("I9"))):
        with pytest.raises(InvalidValueError) as raised:
            evolve(quiz, items=items)
        assert raised.value.where in {"Quiz.items", "Quiz.questions"}


def test_no_item_has_the_id_of_a_question() -> None:
    """Since a quiz names both by id, contents in which they share one cannot be built."""
    with pytest.raises(InvalidValueError) as raised:
        Contents(questions=[question("Q1")], items=[item("Q1")])
    assert raised.value.where == "Contents.items"
