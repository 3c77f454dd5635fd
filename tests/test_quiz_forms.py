"""Parallel forms: each fits, no two share more than allowed, and a failure says what there is."""

import re
from itertools import combinations
from typing import Any

import pytest
from hypothesis import assume, given, settings, strategies as st

from interview_kit import Bank, Blueprint, InfeasibleError, InvalidValueError, Question, Quota
from interview_kit.quiz import Forms, forms, verify
from quiz_cases import bank_of, cases, ids_of, question, quizzes

Case = tuple[list[Question], Blueprint]

SIX = bank_of(
    [
        question(f"Q{place}", minutes=3 + place, difficulty=1 + place % 5, kind=kind)
        for place, kind in enumerate(["past", "technical"] * 3)
    ]
)
PAIRS = Blueprint(length=2, quotas=[Quota(kind="past", at_least=1, at_most=1)])


def most_apart(possible: set[frozenset[str]], count: int, overlap: int) -> bool:
    """Tell whether so many of the quizzes share no more than so many questions."""

    def extended(chosen: list[frozenset[str]], wanted: int) -> bool:
        fit = [each for each in possible if all(len(each & one) <= overlap for one in chosen)]
        return not wanted or any(extended([*chosen, each], wanted - 1) for each in fit)

    return extended([], count)


@settings(max_examples=40)
@given(cases(least=5), st.integers(1, 3), st.integers(0, 3), st.integers() | st.text(max_size=4))
def test_forms_fit_and_keep_apart(case: Case, count: int, overlap: int, seed: int | str) -> None:
    """Every form satisfies the blueprint and no two share more than allowed, if any are given."""
    questions, blueprint = case
    possible = {ids_of(chosen) for chosen in quizzes(questions, blueprint)}
    assume(most_apart(possible, count, overlap))
    found = forms(bank_of(questions), blueprint, count, overlap=overlap, seed=seed)
    drawn = [frozenset(quiz.ids) for quiz in found.quizzes]
    shared = [len(one & other) for one, other in combinations(drawn, 2)]
    assert len(drawn) == count
    assert possible.issuperset(drawn)
    assert found.overlap == max(shared, default=0) <= overlap


@settings(max_examples=20)
@given(st.integers() | st.text(max_size=4), st.integers(0, 2))
def test_forms_are_deterministic(seed: int | str, overlap: int) -> None:
    """The same seed gives the same forms, and each of them a receipt that verifies."""
    found = forms(SIX, PAIRS, 3, overlap=overlap, seed=seed)
    assert found == forms(SIX, PAIRS, 3, overlap=overlap, seed=seed)
    assert all(verify(quiz.receipt, SIX).same for quiz in found.quizzes)


def test_seeds_give_other_forms() -> None:
    """Numbers and their texts are different seeds, and ten seeds give at least three sets."""
    seeds: list[int | str] = [*range(5), *map(str, range(5))]
    found = [forms(SIX, PAIRS, 2, overlap=0, seed=seed) for seed in seeds]
    assert len({tuple(quiz.ids for quiz in each.quizzes) for each in found}) >= 3


@pytest.mark.parametrize(("asked", "overlap"), [(4, 0), (10, 1)])
def test_too_many_forms_are_refused(asked: int, overlap: int) -> None:
    """Three questions of a kind, one in each form, make three forms apart and nine that differ."""
    with pytest.raises(InfeasibleError) as caught:
        forms(SIX, PAIRS, asked, overlap=overlap, seed=1)
    assert str(asked - 1) in re.findall(r"\d+", caught.value.hint)
    assert len(forms(SIX, PAIRS, asked - 1, overlap=overlap, seed=1).quizzes) == asked - 1


def test_forms_that_cannot_all_be_kept_apart_are_refused_truly() -> None:
    """The sentence does not say that no quiz fits, since some do, and it speaks both languages."""
    with pytest.raises(InfeasibleError) as caught:
        forms(SIX, PAIRS, 4, overlap=0, seed=1)
    assert "no quiz fits the blueprint" not in caught.value.sentence()
    assert caught.value.in_("id") != caught.value.in_("en")


def test_blueprints_that_no_quiz_fits_are_refused() -> None:
    """Where not even one quiz fits, the error names the conflict as `generate` does."""
    with pytest.raises(InfeasibleError) as caught:
        forms(SIX, Blueprint(length=2, minutes=1), 2, overlap=0, seed=1)
    assert caught.value.conflict == ("minutes",)


def test_forms_report_minutes_and_difficulty() -> None:
    """Each form tells its minutes and its mean difficulty, in the order of the forms."""
    found = forms(SIX, PAIRS, 3, overlap=0, seed=5)
    by_id = {each.id: each for each in SIX.questions}
    assert found.minutes == tuple(sum(by_id[i].minutes for i in q.ids) for q in found.quizzes)
    assert found.difficulty == tuple(
        sum(by_id[i].difficulty for i in q.ids) / 2 for q in found.quizzes
    )
    assert sum(found.minutes) == 3 + 4 + 5 + 6 + 7 + 8


def test_one_form_overlaps_with_nothing() -> None:
    """A single form, and none, have no overlap."""
    assert forms(SIX, PAIRS, 1, overlap=0, seed=1).overlap == Forms(quizzes=()).overlap == 0


def test_forms_may_be_equal_where_overlap_allows_it() -> None:
    """An overlap as large as the quiz lets the only quiz come again."""
    only = Blueprint(length=6)
    assert forms(SIX, only, 3, overlap=6, seed=1).overlap == 6


def test_included_questions_cannot_be_kept_apart() -> None:
    """A question that must be in every form leaves one form where nothing may be shared."""
    blueprint = Blueprint(length=2, include=["Q0"])
    with pytest.raises(InfeasibleError, match="1"):
        forms(SIX, blueprint, 2, overlap=0, seed=1)
    assert forms(SIX, blueprint, 2, overlap=1, seed=1).overlap == 1


def test_bundled_bank_gives_parallel_forms(bank: Bank) -> None:
    """Two interviews for sales share no question."""
    found = forms(bank, Blueprint(role="sales", length=3), 2, overlap=0, seed=2026)
    assert found.overlap == 0


@pytest.mark.parametrize(
    ("given_", "where", "allowed"),
    [
        ({"count": 0}, "count", "a whole number from 1"),
        ({"count": True}, "count", "a whole number from 1"),
        ({"count": 2.0}, "count", "a whole number from 1"),
        ({"overlap": -1}, "overlap", "a whole number from 0"),
        ({"overlap": "1"}, "overlap", "a whole number from 0"),
        ({"seed": 1.5}, "seed", "a whole number or a string"),
        ({"seed": None}, "seed", "a whole number or a string"),
    ],
)
def test_wrong_arguments_are_refused(given_: dict[str, Any], where: str, allowed: str) -> None:
    """Counts below 1, overlaps below 0, and seeds of other types are named as such."""
    right: dict[str, Any] = {"count": 2, "overlap": 0, "seed": 1}
    with pytest.raises(InvalidValueError) as caught:
        forms(SIX, PAIRS, **(right | given_))
    assert (caught.value.where, caught.value.allowed) == (where, allowed)


def test_seeds_of_any_size_will_do() -> None:
    """A seed may have more digits than Python writes in decimal."""
    seed = 10**5000
    assert forms(SIX, PAIRS, 1, overlap=0, seed=seed) == forms(SIX, PAIRS, 1, overlap=0, seed=seed)


def test_spreads_tell_how_equal_forms_are() -> None:
    """Two forms of unlike length and difficulty differ by so many minutes and so much difficulty."""
    unlike = [
        question("A", minutes=3, difficulty=1),
        question("B", minutes=8, difficulty=4),
    ]
    found = forms(bank_of(unlike), Blueprint(length=1), 2, overlap=0, seed=1)
    assert (found.minutes_spread, found.difficulty_spread) == (5, 3.0)
    alike = Forms(quizzes=found.quizzes[:1])
    assert (alike.minutes_spread, alike.difficulty_spread) == (0, 0.0)
