"""The order of the questions of a quiz: as the blueprint says, and by chance where it does not."""

from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from interview_kit import Blueprint, Question, Quota, generate
from interview_kit.quiz import ORDERS, nth, prepare
from quiz_banks import KINDS, STAGES, bank_of, is_uniform, question, seeds
from test_quiz_generate import MIXED, TINY, TINY_BANK

#: Of each order that sorts: by what.
ORDER_KEYS: dict[str, Callable[[Question], int]] = {
    "difficulty": lambda each: each.difficulty,
    "stage": lambda each: min(STAGES.index(stage) for stage in each.stages),
    "sections": lambda each: ("background", "motivation", "technical", "situational", "past").index(
        each.kind
    ),
}


@given(seeds())
def test_orders_hold_the_same_questions(seed: int | str) -> None:
    """One seed gives one set of questions in every order, sorted as the order says."""
    quizzes = {
        each: generate(TINY_BANK, evolve(MIXED, order=each), seed=seed).questions for each in ORDERS
    }
    assert len({frozenset(each.id for each in quiz) for quiz in quizzes.values()}) == 1
    for order, key in ORDER_KEYS.items():
        keys = [key(each) for each in quizzes[order]]
        assert keys == sorted(keys)


@pytest.mark.parametrize("order", ["difficulty", "stage", "sections", "shuffled"])
def test_orders_matter(order: Any) -> None:
    """Every order moves some question of some quiz away from where it was drawn."""
    mixed = [
        question(
            f"Q{n}", kind=KINDS[n % 3], difficulty=1 + n % 4, stages=[STAGES[n % 2]], minutes=3
        )
        for n in range(9)
    ]
    plain, sorted_ = (
        prepare(bank_of(mixed), Blueprint(length=5, order=each)) for each in ("drawn", order)
    )
    moved = [plain.quiz(seed).ids != sorted_.quiz(seed).ids for seed in range(10)]
    assert any(moved)
    if order in ORDER_KEYS:
        for seed in range(10):
            keys = [ORDER_KEYS[order](each) for each in sorted_.quiz(seed).questions]
            assert keys == sorted(keys)


@pytest.mark.parametrize("order", ["drawn", "shuffled"])
def test_every_order_is_equally_likely(order: Any) -> None:
    """Over 1,200 seeds each order of the same three questions comes up as often as chance has it."""
    three = prepare(bank_of(map(question, ("Q1", "Q2", "Q3"))), Blueprint(length=3, order=order))
    assert is_uniform((three.quiz(f"{n}").ids for n in range(1200)), 6)


def test_shuffling_mixes_classes() -> None:
    """Over 1,200 seeds shuffled questions of unlike classes come in each order as often as chance has."""
    mixed = bank_of([question("Q1"), question("Q2", kind="technical"), question("Q3"), TINY[4]])
    blueprint = Blueprint(
        length=3,
        include=["Q1"],
        exclude=["Q5"],
        quotas=[Quota(kind="technical", at_least=1)],
        order="shuffled",
    )
    prepared = prepare(mixed, blueprint)
    assert is_uniform((prepared.quiz(n).ids for n in range(1200)), 6)


@pytest.mark.parametrize("order", ["drawn", "shuffled"])
def test_questions_of_large_and_small_classes_mix(order: Any) -> None:
    """Two of a hundred and two of two come in each of six patterns as often as chance has it."""
    many = [question(f"P{n:03}") for n in range(100)]
    few = [question(f"T{n}", kind="technical") for n in range(2)]
    quota = Quota(kind="technical", at_least=2, at_most=2)
    prepared = prepare(bank_of([*many, *few]), Blueprint(length=4, quotas=[quota], order=order))
    patterns = ("".join(id[0] for id in prepared.quiz(n).ids) for n in range(1200))
    assert is_uniform(patterns, 6)


def test_ranks_mix_too() -> None:
    """The quiz of a rank puts no kind first either."""
    three = [question("P"), question("S", kind="situational"), question("T", kind="technical")]
    firsts = {
        nth(bank_of([*three, question(f"Q{n}")]), Blueprint(length=3), 0).ids[0] for n in range(40)
    }
    assert len(firsts) > 1
