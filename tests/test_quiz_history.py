"""What a candidate was asked before: no repeats while it can be, then the least seen first."""

import json
from collections import Counter
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given, strategies as st
from hypothesis.strategies import DrawFn

from interview_kit import (
    Blueprint,
    InfeasibleError,
    InvalidValueError,
    Question,
    Quota,
    document,
    structure,
)
from interview_kit.errors import BlueprintError
from interview_kit.model import content_hash
from interview_kit.quiz import History, generate, prepare
from interview_kit.quiz._demand import Demand
from interview_kit.quiz._least import fewest_of
from quiz_cases import (
    COMPETENCIES,
    KINDS,
    Chosen,
    bank_of,
    cases,
    ids_of,
    question,
    quizzes,
)

Case = tuple[list[Question], Blueprint]
FOUR = [question(f"Q{place}") for place in range(4)]
BANK = bank_of(FOUR)
PAIR = Blueprint(length=2)


@st.composite
def asked_before(draw: DrawFn) -> tuple[list[Question], Blueprint, History]:
    """A bank, a blueprint, and up to five earlier quizzes; some questions have gone since."""
    questions, blueprint = draw(cases())
    ids = st.sampled_from([*(each.id for each in questions), "gone"])
    earlier = draw(st.lists(st.lists(ids, max_size=3, unique=True), max_size=5))
    return questions, blueprint, History(quizzes=earlier, cooldown=draw(st.integers(0, 2)))


def repeats(chosen: Chosen, history: History) -> list[int]:
    """Count the questions asked once or more, twice or more, and so on."""
    times = Counter(id for quiz in history.quizzes for id in quiz)
    deepest = max(times.values(), default=0)
    return [sum(times[each.id] >= n for each in chosen) for n in range(1, deepest + 1)]


def rested(chosen: Chosen, blueprint: Blueprint, history: History) -> bool:
    """Tell whether no question is one of the latest quizzes, save those that must be in."""
    latest = history.quizzes[::-1][: history.cooldown]
    return not (ids_of(chosen) - {*blueprint.include}) & {id for quiz in latest for id in quiz}


@given(asked_before(), st.integers(0, 99))
def test_the_least_seen_come_first(
    case: tuple[list[Question], Blueprint, History], seed: int
) -> None:
    """All quizzes with the fewest repeats can be drawn, and no others; cooling ones never come."""
    questions, blueprint, history = case
    fresh = [c for c in quizzes(questions, blueprint) if rested(c, blueprint, history)]
    assume(fresh)
    least = min(repeats(chosen, history) for chosen in fresh)
    best = {ids_of(chosen) for chosen in fresh if repeats(chosen, history) == least}
    prepared = prepare(bank_of(questions), blueprint, history=history)
    assert prepared.count == len(best)
    assert frozenset(prepared.quiz(seed).ids) in best
    assert {frozenset(prepared.nth(rank).ids) for rank in range(len(best))} == best


@given(asked_before(), st.integers(0, 99))
def test_nothing_repeats_while_unseen_questions_make_a_quiz(
    case: tuple[list[Question], Blueprint, History], seed: int
) -> None:
    """No question comes again as long as a quiz of questions never asked fits."""
    questions, blueprint, history = case
    unseen = [c for c in quizzes(questions, blueprint) if not ids_of(c) & history.seen().keys()]
    assume(unseen)
    quiz = generate(bank_of(questions), blueprint, seed=seed, history=history)
    assert quiz.receipt.recycled == ()
    assert not {*quiz.ids} & history.seen().keys()


@given(asked_before(), st.integers(0, 99))
def test_receipts_name_what_is_recycled(
    case: tuple[list[Question], Blueprint, History], seed: int
) -> None:
    """The receipt lists the questions that were seen before, in the order of the quiz."""
    questions, blueprint, history = case
    assume(any(rested(c, blueprint, history) for c in quizzes(questions, blueprint)))
    quiz = generate(bank_of(questions), blueprint, seed=seed, history=history)
    seen = {id for earlier in history.quizzes for id in earlier}
    assert quiz.receipt.recycled == tuple(id for id in quiz.ids if id in seen)
    assert quiz.receipt.history_hash == content_hash(history)


@given(st.integers())
def test_every_question_comes_once_before_any_comes_twice(seed: int) -> None:
    """Quizzes in a row use up the bank, round after round."""
    history = History()
    for turn in range(4):
        quiz = generate(BANK, PAIR, seed=f"{seed}:{turn}", history=history)
        assert len(quiz.receipt.recycled) == (0 if turn < 2 else 2)
        history = history.with_quiz(quiz.ids)
    assert set(history.seen().values()) == {2}


@given(cases(), st.integers(), st.integers(0, 9))
def test_an_empty_history_changes_nothing(case: Case, seed: int, cooldown: int) -> None:
    """A candidate who was never asked gets the quiz of one whose history is not known."""
    questions, blueprint = case
    assume(quizzes(questions, blueprint))
    bank = bank_of(questions)
    plain = generate(bank, blueprint, seed=seed)
    first = generate(bank, blueprint, seed=seed, history=History(cooldown=cooldown))
    assert first.questions == plain.questions
    assert evolve(first.receipt, history_hash="") == plain.receipt


def test_questions_that_must_be_in_are_not_cooled() -> None:
    """An inclusion outweighs the cooldown."""
    history = History(cooldown=1).with_quiz(["Q0", "Q1"])
    quiz = generate(BANK, Blueprint(length=2, include=["Q0"]), seed=1, history=history)
    assert quiz.receipt.recycled == ("Q0",)


@pytest.mark.parametrize("blueprint", [PAIR, evolve(PAIR, quotas=[Quota(kind="past", at_least=1)])])
def test_a_cooldown_that_leaves_too_few_is_named(blueprint: Blueprint) -> None:
    """Where the cooldown alone stands in the way, the error says so, and blames nothing else."""
    history = History(cooldown=1).with_quiz(["Q0", "Q1", "Q2"])
    with pytest.raises(InfeasibleError) as caught:
        generate(BANK, blueprint, seed=1, history=history)
    assert "cooldown" in caught.value.sentence()
    assert not {"quota 0"} & {*caught.value.conflict}
    assert not caught.value.hint.endswith(": .")


@pytest.mark.parametrize("cooldown", [2, 3, 999])
def test_the_longest_cooldown_that_works_is_named(cooldown: int) -> None:
    """Of three quizzes the cooldown may cover the latest alone; the error says one, and one works."""
    history = History(quizzes=[["Q0"], ["Q1"], ["Q2", "Q3"]], cooldown=cooldown)
    with pytest.raises(InfeasibleError) as caught:
        generate(BANK, PAIR, seed=1, history=history)
    assert f"it is {cooldown}, and 1 is the longest" in caught.value.in_("en")
    assert f"sekarang {cooldown}, dan paling lama bisa 1" in caught.value.in_("id")
    assert generate(BANK, PAIR, seed=1, history=evolve(history, cooldown=1))


@pytest.mark.parametrize("minutes", [None, (0, 60)], ids=["any time", "a window"])
def test_cooling_questions_with_enemies_never_come(minutes: tuple[int, int] | None) -> None:
    """A question that is cooling stays out though it is one of a cluster of enemies."""
    blueprint = Blueprint(length=1, enemies=[["Q0", "Q1"]], minutes=minutes)
    prepared = prepare(BANK, blueprint, history=History(cooldown=1).with_quiz(["Q0"]))
    found = sorted(prepared.nth(rank).ids for rank in range(prepared.count))
    assert found == [("Q1",), ("Q2",), ("Q3",)]


def test_cooldowns_reach_back_so_many_quizzes() -> None:
    """Only the latest quizzes cool; a longer cooldown than history takes all of it."""
    history = History(quizzes=[["A"], ["B", "C"], ["D"]])
    cooling = [evolve(history, cooldown=each).cooling() for each in (0, 1, 2, 3, 999)]
    assert cooling == [set(), {"D"}, {*"BCD"}, {*"ABCD"}, {*"ABCD"}]


@given(asked_before())
def test_histories_survive_json(case: tuple[list[Question], Blueprint, History]) -> None:
    """A host stores a history as JSON and reads back the same."""
    *_, history = case
    text = json.dumps(document(history))
    assert structure(json.loads(text), History) == history
    assert json.dumps(document(structure(json.loads(text), History))) == text


@pytest.mark.parametrize(
    ("given_", "where"),
    [
        ({"cooldown": -1}, "History.cooldown"),
        ({"cooldown": True}, "History.cooldown"),
        ({"cooldown": 1000}, "History.cooldown"),
    ],
)
def test_wrong_cooldowns_are_refused(given_: dict[str, Any], where: str) -> None:
    """A cooldown is a whole number from 0 to 999."""
    with pytest.raises(InvalidValueError) as caught:
        History(**given_)
    assert caught.value.where == where


def test_seen_counts_every_quiz() -> None:
    """Each quiz that held a question counts once, and what was never asked counts 0."""
    seen = History().with_quiz(["A", "B"]).with_quiz(["A"]).seen()
    assert (seen["A"], seen["B"], seen["C"]) == (2, 1, 0)


def test_deep_histories_cost_no_more_than_shallow_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fewest repeats are looked for once for each count of times, not for each time."""
    asked: list[frozenset[str]] = []

    def fewest(demand: Demand, ids: frozenset[str]) -> int | None:
        asked.append(ids)
        return fewest_of(demand, ids)

    monkeypatch.setattr("interview_kit.quiz._history.fewest_of", fewest)
    history = History(quizzes=[["Q0", "Q1"]] * 60 + [["Q2", "Q3"]] * 90)
    assert {*generate(BANK, PAIR, seed=1, history=history).ids} == {"Q0", "Q1"}
    assert asked == [{"Q0", "Q1", "Q2", "Q3"}, {"Q2", "Q3"}]


MIXED = [
    question(
        f"Q{n}", kind=KINDS[n % 2], competencies=[COMPETENCIES[n % 3 % 2]], difficulty=1 + n % 4
    )
    for n in range(16)
]
CROSSING = Blueprint(
    length=4,
    quotas=[
        Quota(kind="past", at_least=2),
        Quota(competency="closing", at_least=2),
        Quota(difficulty=4, at_least=1),
    ],
)


@pytest.mark.parametrize(
    ("seen", "least"), [(["Q0", "Q1"], 0), (["Q3", "Q7", "Q11", "Q15"], 1)], ids=["none", "one"]
)
def test_repeats_are_few_where_requirements_are_rejected(
    seen: list[str], least: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the table cannot hold hides no history: as few come again as can be."""
    monkeypatch.setattr("interview_kit.quiz._table.MAX_STATES", 12)
    monkeypatch.setattr("interview_kit.quiz._least.MAX_MOVES", 1)
    prepared = prepare(bank_of(MIXED), CROSSING, history=History(quizzes=[seen]))
    assert prepared.plan.rejected
    assert all(not key.startswith("seen") for key in prepared.plan.rejected)
    recycled = [prepared.quiz(seed).receipt.recycled for seed in range(20)]
    assert {len(each) for each in recycled} == {least}


def test_histories_too_large_for_any_table_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where not even enemies and history fit a table, the blueprint is refused, not the program."""
    monkeypatch.setattr("interview_kit.quiz._table.MAX_STATES", 0)
    with pytest.raises(BlueprintError):
        prepare(BANK, PAIR, history=History(quizzes=[["Q0"]]))
