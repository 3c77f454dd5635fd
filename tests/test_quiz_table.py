"""Counting quizzes: the table agrees with trying every combination."""

from collections.abc import Iterator
from itertools import product

import pytest
from attrs import evolve
from hypothesis import assume, given, settings, strategies as st

from interview_kit import Blueprint, Question, Quota
from interview_kit.quiz._table import Branch, Node, Table, TooManyStatesError, build_table
from quiz_banks import (
    KINDS,
    demanded,
    question,
    quizzes_by_hand,
    small_blueprints,
    small_questions,
)


@given(small_questions(), small_blueprints())
@settings(max_examples=80)
def test_total_is_the_number_of_quizzes(questions: list[Question], blueprint: Blueprint) -> None:
    """The table counts just the sets of questions that satisfy length, time, quotas and enemies."""
    assert build_table(demanded(questions, blueprint)).total == len(
        quizzes_by_hand(questions, blueprint)
    )


@given(small_questions(), st.integers(1, 4), st.sampled_from([[], ["sales"], ["sales", "admin"]]))
def test_enemies_alone_are_counted(questions: list[Question], length: int, role: list[str]) -> None:
    """With nothing asked for but a length, a cluster of enemies gives one question or none."""
    blueprint = Blueprint(role=role, length=length)
    assert build_table(demanded(questions, blueprint)).total == len(
        quizzes_by_hand(questions, blueprint)
    )


@given(small_questions(), small_blueprints(), st.data())
@settings(max_examples=50)
def test_order_of_questions_does_not_count(
    questions: list[Question], blueprint: Blueprint, data: st.DataObject
) -> None:
    """Questions in any order make the same classes and the same counts."""
    shuffled = data.draw(st.permutations(questions))
    one, other = (
        build_table(demanded(shuffled, blueprint)),
        build_table(demanded(questions, blueprint)),
    )
    assert one.classes == other.classes
    assert one.layers == other.layers


@given(small_questions(), small_blueprints())
@settings(max_examples=50)
def test_steps_share_out_the_ways(questions: list[Question], blueprint: Blueprint) -> None:
    """At every place the steps add up to the ways of their state, and none is a dead end."""
    table = build_table(demanded(questions, blueprint))
    for place, layer in enumerate(table.layers[:-1]):
        for state, left in product(layer, range(table.goal[0] + 1)):
            node = table.node(place, state)
            ways = dict(ways_of(table, node, left, table.goal[1]))
            assert sum(ways.values()) == table.ways_at(node, left, table.goal[1])


def ways_of(table: Table, node: Node, left: int, minutes: int) -> Iterator[tuple[Branch, int]]:
    """Give the branches of a node that so many questions and minutes allow, each with its ways."""
    for branch in node.branches(table):
        if branch.taken <= left and branch.minutes <= minutes:
            rest = left - branch.taken, minutes - branch.minutes
            yield branch, branch.ways * table.ways_at(branch.after, *rest)


@given(small_questions(), small_blueprints())
@settings(max_examples=50)
def test_every_rank_has_its_step(questions: list[Question], blueprint: Blueprint) -> None:
    """Ranks fall into steps in order: nothing taken first, each step as many ranks as it has ways."""
    table = build_table(demanded(questions, blueprint))
    assume(table.total)
    found = [table.step_at(table.root, *table.goal, rank) for rank in range(table.total)]
    steps = list(ways_of(table, table.root, *table.goal))
    expected = [(branch, rank) for branch, ways in steps for rank in range(ways)]
    assert [(step.branch, step.rank) for step in found] == expected
    assert all(step.onward * step.branch.ways == dict(steps)[step.branch] for step in found)
    assert all(branch.move for branch, _ in steps[1:])
    with pytest.raises(IndexError):
        table.step_at(table.root, *table.goal, table.total)


def test_nothing_goes_on_beyond_the_goal() -> None:
    """No quiz uses fewer than no questions or minutes."""
    table = build_table(demanded([question("Q1")], Blueprint(length=1)))
    assert table.ways(1, 0) == 1
    assert table.ways(-1, 0) == 0
    assert table.ways(1, -1) == 0


@pytest.mark.parametrize("by", ["Q1", "Q2", "blueprint"])
def test_enmity_is_mutual(by: str) -> None:
    """It does not matter which of two enemies names the other, or whether the blueprint does."""
    [one, other] = [question("Q1"), question("Q2")]
    named = {"Q1": "Q2", "Q2": "Q1"}
    questions = [
        evolve(each, enemies=[named[by]]) if each.id == by else each for each in (one, other)
    ]
    enemies = [] if by in named else [["Q1", "Q2"]]
    assert build_table(demanded(questions, Blueprint(length=2, enemies=enemies))).total == 0
    assert build_table(demanded([one, other], Blueprint(length=2))).total == 1


@pytest.mark.parametrize(
    "blueprint",
    [
        Blueprint(length=4),
        Blueprint(length=(4, 9)),
        Blueprint(length=1, minutes=(6, 20)),
        Blueprint(length=1, quotas=[Quota(kind="technical", at_least=1)]),
        Blueprint(length=2, quotas=[Quota(kind="past", at_most=1)]),
        Blueprint(length=2, include=["Q1", "Q2"], enemies=[["Q1", "Q2"]]),
        Blueprint(length=2, exclude=["Q1", "Q2"]),
    ],
    ids=["length", "lengths", "minutes", "at least", "at most", "include", "exclude"],
)
def test_what_cannot_be_counts_nothing(blueprint: Blueprint) -> None:
    """A blueprint that no set of questions satisfies has a total of 0 and offers nothing."""
    questions = [question("Q1"), question("Q2"), question("Q3")]
    table = build_table(demanded(questions, blueprint))
    assert table.total == 0
    assert all(ways == 0 for _, ways in ways_of(table, table.root, *table.goal))


def test_lengths_are_counted_together() -> None:
    """A range of lengths has the quizzes of all its lengths: 10 of two and 10 of three of five."""
    questions = [question(f"Q{n}") for n in range(5)]
    assert build_table(demanded(questions, Blueprint(length=(2, 3)))).total == 20


def test_counts_are_exact_at_any_size() -> None:
    """Totals are whole numbers without rounding: 30 of 200 questions in 2 kinds of 100."""
    questions = [question(f"Q{n}", kind=KINDS[n % 2]) for n in range(200)]
    quotas = [Quota(kind=KINDS[0], at_least=15, at_most=15)]
    total = build_table(demanded(questions, Blueprint(length=30, quotas=quotas))).total
    assert total == 253_338_471_349_988_640**2


@pytest.mark.parametrize("minutes", [None, (200, 300)], ids=["states", "bytes"])
def test_tables_beyond_the_limit_are_refused(minutes: tuple[int, int] | None) -> None:
    """Quotas that cross in too many ways are an error rather than a long wait."""
    questions = [
        question(f"Q{n}", minutes=1 + n % 17, difficulty=1 + n % 5, kind=KINDS[n % 3])
        for n in range(400)
    ]
    kinds = [Quota(kind=each, at_most=30) for each in KINDS]
    levels = [Quota(difficulty=level, at_most=30) for level in range(1, 6)]
    blueprint = Blueprint(length=30, minutes=minutes, quotas=[*kinds, *levels])
    with pytest.raises(TooManyStatesError):
        build_table(demanded(questions, blueprint))
    few = evolve(blueprint, quotas=[Quota(kind="past", at_most=3)])
    assert build_table(demanded(questions, few)).total > 0
