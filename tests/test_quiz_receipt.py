"""Receipts: they draw the same quiz again, and name each edit of a bank that matters."""

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given, settings, strategies as st

from interview_kit import (
    Bank,
    Blueprint,
    InvalidValueError,
    Question,
    Quota,
    Text,
    UnknownIdError,
    document,
    structure,
)
from interview_kit.model import Stage, content_hash, structure_hash
from interview_kit.quiz import (
    ALGORITHM,
    Change,
    Drawn,
    History,
    Pooled,
    Quiz,
    Receipt,
    Verification,
    generate,
    nth,
    prepare,
    restore,
    verify,
)
from interview_kit.quiz._receipt import wording_hash
from quiz_cases import bank_of, cases, question, quizzes, rubric

Case = tuple[list[Question], Blueprint]
Questions = list[Question]

OTHER_WORDS = Text.of(id="Apa langkah pertama Anda?", en="What would you do first?")
QUESTIONS = [
    *(question(f"P{place}", roles=["sales"]) for place in range(4)),
    *(question(f"T{place}", kind="technical", roles=["sales"]) for place in range(3)),
    *(question(f"A{place}", roles=["admin"]) for place in range(3)),
]
BANK = bank_of(QUESTIONS)
ASKED = Blueprint(role="sales", length=3, quotas=[Quota(kind="technical", at_least=1, at_most=1)])
QUIZ = generate(BANK, ASKED, seed=2026)
MINE = QUIZ.ids[0]
TECHNICAL = next(id for id in QUIZ.ids if id.startswith("T"))
STANDS_BY = next(f"P{place}" for place in range(4) if f"P{place}" not in QUIZ.ids)


def changed(id: str, **fields: Any) -> Questions:
    """Give the questions with one of them edited."""
    return [evolve(each, **fields) if each.id == id else each for each in QUESTIONS]


def without(*ids: str) -> Questions:
    """Give the questions without some."""
    return [each for each in QUESTIONS if each.id not in ids]


def change(kind: Any, id: str, *, in_quiz: bool) -> Change:
    """Make a change."""
    return Change(kind=kind, id=id, in_quiz=in_quiz)


#: What happens to the bank, and what is named.
EDITS: dict[str, tuple[Questions, list[Change]]] = {
    "nothing": (QUESTIONS, []),
    "own removed": (without(MINE), [change("removed", MINE, in_quiz=True)]),
    "own reworded": (changed(MINE, text=OTHER_WORDS), [change("reworded", MINE, in_quiz=True)]),
    "own retagged": (changed(MINE, difficulty=5), [change("retagged", MINE, in_quiz=True)]),
    "own reworded and retagged": (
        changed(MINE, text=OTHER_WORDS, minutes=9),
        [change("reworded", MINE, in_quiz=True), change("retagged", MINE, in_quiz=True)],
    ),
    "own for another role": (
        changed(MINE, roles=["admin"]),
        [change("retagged", MINE, in_quiz=True)],
    ),
    "bystander removed": (without(STANDS_BY), [change("removed", STANDS_BY, in_quiz=False)]),
    "bystander retagged": (
        changed(STANDS_BY, difficulty=5),
        [change("retagged", STANDS_BY, in_quiz=False)],
    ),
    "bystander reworded": (changed(STANDS_BY, text=OTHER_WORDS), []),
    "bystander for another role": (
        changed(STANDS_BY, roles=["admin"]),
        [change("retagged", STANDS_BY, in_quiz=False)],
    ),
    "bystander added": (
        [*QUESTIONS, question("P9", roles=["sales"])],
        [change("added", "P9", in_quiz=False)],
    ),
    "stranger added": ([*QUESTIONS, question("A9", roles=["admin"])], []),
    "stranger removed": (without("A0"), []),
    "stranger joins": (changed("A0", roles=["sales"]), [change("added", "A0", in_quiz=False)]),
    "two at once": (
        [each for each in changed(MINE, text=OTHER_WORDS) if each.id != STANDS_BY],
        [change("reworded", MINE, in_quiz=True), change("removed", STANDS_BY, in_quiz=False)],
    ),
}


@pytest.mark.parametrize(("questions", "expected"), EDITS.values(), ids=EDITS)
def test_each_edit_is_named(questions: Questions, expected: list[Change]) -> None:
    """Exactly what was edited is named, the quiz's own questions first."""
    assert list(verify(QUIZ.receipt, bank_of(questions)).changes) == expected


@pytest.mark.parametrize(("questions", "expected"), EDITS.values(), ids=EDITS)
def test_same_means_the_same_questions_unchanged(
    questions: Questions, expected: list[Change]
) -> None:
    """The quiz is the same if its ids are drawn again and none of its own questions changed."""
    found = verify(QUIZ.receipt, bank_of(questions))
    own = any(each.in_quiz for each in expected)
    assert found.same == (found.drawn_again == QUIZ.ids and not own)


def test_rubrics_that_change_are_named_for_each_question() -> None:
    """Another weight concerns the quiz's questions of that kind, and no others."""
    edited = bank_of(QUESTIONS, [rubric("past"), rubric("technical", weight=50)])
    found = verify(QUIZ.receipt, edited)
    assert found.changes == (change("rubric", TECHNICAL, in_quiz=True),)
    assert (found.same, found.drawn_again) == (False, QUIZ.ids)


def test_rubrics_that_are_reworded_are_named_and_leave_the_quiz_the_same() -> None:
    """Other words in a rubric are named for each of its questions, and no more."""
    edited = bank_of(QUESTIONS, [rubric("past", said=OTHER_WORDS), rubric("technical")])
    found = verify(QUIZ.receipt, edited)
    past = [id for id in QUIZ.ids if id != TECHNICAL]
    assert list(found.changes) == [change("rubric_reworded", id, in_quiz=True) for id in past]
    assert (found.same, found.drawn_again) == (True, QUIZ.ids)


@pytest.mark.parametrize(
    "named", [{"exclude": ["A0"]}, {"enemies": [["A0", "A1"]]}], ids=["excluded", "enemy"]
)
def test_names_of_the_blueprint_that_are_gone_are_named(named: dict[str, Any]) -> None:
    """An id that the blueprint names and the bank has no more is why nothing can be drawn."""
    quiz = generate(BANK, evolve(ASKED, **named), seed=1)
    assert verify(quiz.receipt, bank_of(without("A0"))) == Verification(
        same=False, changes=[change("removed", "A0", in_quiz=False)]
    )


def staged(first: str, second: str) -> Bank:
    """Give a bank with two stages, in this order, that halve the questions."""
    stages = [
        Stage(id=id, order=order, name=OTHER_WORDS, purpose=OTHER_WORDS, actors=OTHER_WORDS)
        for order, id in enumerate((first, second), start=1)
    ]
    halves = [
        evolve(each, stages=["hr" if place % 2 else "user"]) for place, each in enumerate(QUESTIONS)
    ]
    return Bank(contents=evolve(BANK.contents, stages=stages, questions=halves))


@pytest.mark.parametrize(("order", "moved"), [("stage", ["hr"]), ("drawn", [])])
def test_stages_that_move_are_named_where_questions_follow_them(
    order: Any, moved: list[str]
) -> None:
    """The first stage that stands elsewhere is named if the questions are in the order of stages."""
    quiz = generate(staged("hr", "user"), evolve(ASKED, order=order), seed=1)
    found = verify(quiz.receipt, staged("user", "hr"))
    assert list(found.changes) == [change("stages", id, in_quiz=False) for id in moved]


def test_translations_are_named_where_a_quota_asks_for_a_language() -> None:
    """A bystander that speaks another language now may be drawn now."""
    english = Text.of(en="What would you do first?")
    bank = bank_of(changed(STANDS_BY, text=english))
    asked = evolve(ASKED, quotas=[Quota(language="id", at_least=2)], exclude=[MINE])
    quizzes_ = (generate(bank, asked, seed=seed) for seed in range(20))
    quiz = next(each for each in quizzes_ if STANDS_BY not in each.ids)
    found = verify(quiz.receipt, BANK)
    assert list(found.changes) == [change("translated", STANDS_BY, in_quiz=False)]


def test_rubrics_that_are_gone_are_named() -> None:
    """A rubric that is not there any more is a changed one."""
    found = verify(QUIZ.receipt, bank_of(QUESTIONS, [rubric("past")]))
    assert change("rubric", TECHNICAL, in_quiz=True) in found.changes
    assert not found.same


def test_other_algorithms_are_named() -> None:
    """A receipt of another release is never the same, and its algorithm is named last."""
    old = evolve(QUIZ.receipt, algorithm="table-1")
    assert verify(old, BANK) == Verification(
        same=False,
        changes=[change("algorithm", "table-1", in_quiz=False)],
        drawn_again=QUIZ.ids,
    )
    assert QUIZ.receipt.algorithm == ALGORITHM == "table-3"


@pytest.mark.parametrize(
    ("blueprint", "gone"),
    [
        (evolve(ASKED, length=(7, 7), quotas=()), "P0"),
        (evolve(ASKED, include=("P0",)), "P0"),
    ],
    ids=["too few are left", "it had to be in"],
)
def test_edits_are_named_where_no_quiz_fits_any_more(blueprint: Blueprint, gone: str) -> None:
    """What was removed is named, and questions of other roles are not taken for new ones."""
    quiz = generate(BANK, blueprint, seed=1)
    assert verify(quiz.receipt, bank_of(without(gone))) == Verification(
        same=False, changes=[change("removed", gone, in_quiz=True)]
    )


def test_ranks_beyond_the_last_are_explained_by_the_edit() -> None:
    """Where fewer quizzes are left than the rank says, the edit is named, and nothing else."""
    last = nth(BANK, ASKED, prepare(BANK, ASKED).count - 1)
    gone = next(id for id in ("P0", "P1", "P2", "P3") if id not in last.ids)
    found = verify(last.receipt, bank_of(without(gone)))
    assert list(found.changes) == [change("removed", gone, in_quiz=False)]


def json_of(receipt: Receipt) -> Receipt:
    """Give a receipt as it comes back from JSON."""
    return structure(json.loads(json.dumps(document(receipt))), Receipt)


@given(cases(), st.integers() | st.text(max_size=6))
def test_unchanged_banks_give_the_same(case: Case, seed: int | str) -> None:
    """Whatever the seed, the receipt survives JSON and draws the same quiz from the same bank."""
    questions, blueprint = case
    assume(quizzes(questions, blueprint))
    bank = bank_of(questions)
    quiz = generate(bank, blueprint, seed=seed)
    again = verify(json_of(quiz.receipt), bank_of(reversed(questions)))
    assert again == Verification(same=True, changes=(), drawn_again=quiz.ids)
    assert json_of(quiz.receipt) == quiz.receipt
    assert restore(json_of(quiz.receipt), bank) == quiz


@settings(max_examples=30)
@given(cases(), st.data())
def test_ranks_verify(case: Case, data: st.DataObject) -> None:
    """The quiz of any rank has a receipt that gives it again."""
    questions, blueprint = case
    possible = quizzes(questions, blueprint)
    assume(possible)
    bank = bank_of(questions)
    quiz = nth(bank, blueprint, data.draw(st.integers(0, len(possible) - 1)))
    assert quiz.receipt.seed_type == "rank"
    assert verify(json_of(quiz.receipt), bank).same
    assert restore(quiz.receipt, bank) == quiz


@pytest.mark.parametrize("order", ["drawn", "difficulty", "stage", "sections", "shuffled"])
@pytest.mark.parametrize(
    "seed",
    [-5, 0, 10**5000, "", "musim hujan", "\ud800"],
    ids=["negative", "zero", "huge", "empty", "words", "surrogate"],
)
def test_odd_seeds_verify_in_every_order(order: Any, seed: int | str) -> None:
    """Negative, empty and enormous seeds are kept, whatever the order of the questions."""
    quiz = generate(BANK, evolve(ASKED, order=order), seed=seed)
    assert verify(json_of(quiz.receipt), BANK).same


def test_receipts_record_what_was_drawn() -> None:
    """A receipt holds the hashes of each question and rubric, and the pool sorted by id."""
    by_id = {each.id: each for each in QUESTIONS}
    expected = Drawn(
        id=MINE,
        content_hash=content_hash(by_id[MINE]),
        wording_hash=wording_hash(by_id[MINE]),
        structure_hash=structure_hash(by_id[MINE]),
        rubric_hash=structure_hash(BANK.rubric_for(by_id[MINE])),
        rubric_content_hash=content_hash(BANK.rubric_for(by_id[MINE])),
    )
    assert QUIZ.receipt.questions[0] == expected
    assert QUIZ.receipt.pool == tuple(
        Pooled(id=id, structure=structure_hash(by_id[id])[:8])
        for id in ("P0", "P1", "P2", "P3", "T0", "T1", "T2")
    )
    assert (QUIZ.receipt.seed, QUIZ.receipt.seed_type) == ("0x7ea", "int")


def test_restored_quizzes_keep_reworded_questions_in_place() -> None:
    """A stored quiz resumes with the same ids in the same order, in today's words."""
    restored = restore(QUIZ.receipt, bank_of(changed(MINE, text=OTHER_WORDS)))
    assert restored.ids == QUIZ.ids
    assert [each.text for each in restored.questions].index(OTHER_WORDS) == 0
    assert restored.receipt == QUIZ.receipt


def test_removed_questions_cannot_be_restored() -> None:
    """A question that is gone is named."""
    with pytest.raises(UnknownIdError) as caught:
        restore(QUIZ.receipt, bank_of(without(MINE)))
    assert (caught.value.noun, caught.value.id) == ("Question", MINE)


@pytest.mark.parametrize(("size", "listed"), [(1000, 1000), (1001, 0)])
def test_pools_over_a_thousand_are_not_listed(size: int, listed: int) -> None:
    """Up to 1,000 questions are listed, so that an edit of a bystander can be named."""
    questions = [question(f"Q{place:04}") for place in range(size)]
    quiz = generate(bank_of(questions), Blueprint(length=2), seed=1)
    assert len(quiz.receipt.pool) == listed
    gone = next(each.id for each in questions if each.id not in quiz.ids)
    found = verify(quiz.receipt, bank_of(each for each in questions if each.id != gone))
    unlisted = change("pool", quiz.receipt.pool_hash, in_quiz=False)
    assert found.changes == ((change("removed", gone, in_quiz=False) if listed else unlisted),)
    assert verify(quiz.receipt, bank_of(reversed(questions))).changes == ()
    assert bool(quiz.receipt.pool_hash) != bool(listed)


def test_pools_that_outgrow_a_list_are_still_compared() -> None:
    """Where a listed pool has grown beyond a thousand, each new question is named."""
    questions = [question(f"Q{place:04}") for place in range(1000)]
    quiz = generate(bank_of(questions), Blueprint(length=2), seed=1)
    found = verify(quiz.receipt, bank_of([*questions, question("New")]))
    assert found.changes == (change("added", "New", in_quiz=False),)


HISTORY = History(cooldown=1).with_quiz(["P0", "T1"]).with_quiz(["P1", "T0"])


@pytest.fixture
def second() -> Quiz:
    """Give a quiz drawn with a history."""
    return generate(BANK, ASKED, seed=7, history=HISTORY)


def test_receipts_with_history_verify(second: Quiz) -> None:
    """With the history it was drawn with, a quiz is the same; the receipt holds its hash."""
    assert verify(json_of(second.receipt), BANK, history=HISTORY) == Verification(
        same=True, changes=(), drawn_again=second.ids
    )
    assert second.receipt.history_hash == content_hash(HISTORY)
    assert not {"P1", "T0"} & {*second.ids}


@pytest.mark.parametrize("other", [None, HISTORY.with_quiz(["P2"])], ids=["none", "later"])
def test_another_history_is_not_an_edit_of_the_bank(second: Quiz, other: History | None) -> None:
    """With another history the quiz is not the same, and no edit of the bank is claimed."""
    found = verify(second.receipt, BANK, history=other)
    edits = {"removed", "reworded", "retagged", "added", "rubric"}
    assert [each for each in found.changes if each.kind in edits] == []
    assert found.changes
    assert not found.same


def test_edits_are_named_beside_a_history(second: Quiz) -> None:
    """An edit of a bystander is named though a history narrows the pool."""
    gone = next(id for id in ("P0", "P2", "P3") if id not in second.ids)
    found = verify(second.receipt, bank_of(without(gone)), history=HISTORY)
    assert list(found.changes) == [change("removed", gone, in_quiz=False)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"seed": "zz"},
        {"seed_type": "float"},
        {"seed": "-0x1", "seed_type": "rank"},
        {"pool": ["P0"]},
    ],
)
def test_damaged_receipts_are_refused(wrong: dict[str, Any]) -> None:
    """A stored receipt whose seed or pool cannot be one is refused as it is read."""
    with pytest.raises(InvalidValueError):
        evolve(QUIZ.receipt, **wrong)


def test_bundled_quizzes_verify(bank: Bank) -> None:
    """A quiz of the bundled bank verifies."""
    quiz = generate(bank, Blueprint(role="hr", length=4), seed="HR 1")
    assert verify(quiz.receipt, bank).same
