"""Ranks: every number below the total is another quiz, and every quiz has one."""

from itertools import combinations

import pytest
from hypothesis import given, settings, strategies as st

from interview_kit import Blueprint, Question, Quota
from interview_kit.quiz._rank import unranked
from interview_kit.quiz._table import build_table
from quiz_banks import KINDS, demanded, question, quizzes_by_hand, small_blueprints, small_questions


@given(small_questions(), small_blueprints())
@settings(max_examples=80)
def test_ranks_and_quizzes_are_in_bijection(
    questions: list[Question], blueprint: Blueprint
) -> None:
    """The quizzes of all ranks are just those found by trial, each once."""
    table = build_table(demanded(questions, blueprint))
    found = [unranked(table, rank) for rank in range(table.total)]
    assert all(len({*ids}) == len(ids) for ids in found)
    assert len({*map(frozenset, found)}) == len(found)
    assert {*map(frozenset, found)} == {*quizzes_by_hand(questions, blueprint)}


@given(st.integers(1, 8), st.data())
@settings(max_examples=50)
def test_one_class_gives_all_combinations(size: int, data: st.DataObject) -> None:
    """Of questions that are all alike, every combination comes once."""
    length = data.draw(st.integers(1, size))
    questions = [question(f"Q{n}") for n in range(size)]
    table = build_table(demanded(questions, Blueprint(length=length)))
    found = [tuple(sorted(unranked(table, rank))) for rank in range(table.total)]
    assert sorted(found) == list(combinations([each.id for each in questions], length))


def test_ranks_beyond_the_last_are_refused() -> None:
    """There is no quiz of the rank that is the total."""
    table = build_table(demanded([question("Q1"), question("Q2")], Blueprint(length=1)))
    assert {unranked(table, rank) for rank in range(2)} == {("Q1",), ("Q2",)}
    with pytest.raises(IndexError):
        unranked(table, 2)


def test_huge_ranks_are_exact() -> None:
    """The last of more quizzes than a float can count is not the last but one."""
    questions = [question(f"Q{n}", kind=KINDS[n % 2]) for n in range(200)]
    quotas = [Quota(kind=KINDS[0], at_least=15, at_most=15)]
    table = build_table(demanded(questions, Blueprint(length=30, quotas=quotas)))
    last, before = (unranked(table, table.total - back) for back in (1, 2))
    assert len(last) == len({*last}) == len(before) == 30
    assert {*last} != {*before}
