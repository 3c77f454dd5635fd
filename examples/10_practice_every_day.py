"""Practise closed items for two weeks: grade, see what is due, and ask what suits the learner."""

from datetime import UTC, datetime, timedelta
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import interview_kit as ik
import interview_kit.knowledge as kn
from interview_kit.model import QuizItem

START = datetime(2026, 11, 30, tzinfo=UTC)  # the host passes the time: the library has no clock
STAGES = [each for each in kn.templates() if each.spec.id == "stage_next"]
ITEMS = {each.id: each for each in kn.items_of(ik.load(), of=STAGES)}


def answer(item: QuizItem, times: int) -> str:
    """Stand in for a learner, who at first gets every other item wrong."""
    knows = times > 0 or [*ITEMS].index(item.id) % 2 == 0
    return next(each.id for each in item.options if (each.id in item.key) == knows)


def practise(schedule: kn.Schedule) -> tuple[kn.ReviewState, list[kn.Grade]]:
    """Take up an item a day, one that suits the learner, and answer all that are due."""
    state, known, grades = kn.ReviewState(), kn.Estimates(), list[kn.Grade]()
    for day in range(14):
        now = START + timedelta(days=day)
        fresh = [each for each in ITEMS.values() if state.card(each.id) is None]
        if suiting := kn.next_item(fresh, known, seed=f"learner 7, day {day}"):
            state = kn.add(state, [suiting.id], now)
        for id in kn.due(state, now):
            card = state.card(id)
            grade = kn.grade(ITEMS[id], answer(ITEMS[id], card.times if card else 0))
            state = kn.reviewed(state, id, grade, now, schedule)
            known = kn.updated(known, ITEMS[id], grade)
            grades.append(grade)
    return state, grades


def fsrs_schedule(card: kn.Card, grade: kn.Grade, at: str, /) -> kn.Placed:
    """Let py-fsrs decide: its own card travels in the memo of ours."""
    fsrs: Any = import_module("fsrs")  # `import fsrs`, where type checkers know it
    now = datetime.fromisoformat(at)
    own = fsrs.Card.from_json(card.memo) if card.memo else fsrs.Card(card_id=1, due=now)
    rating = fsrs.Rating.Good if grade.correct else fsrs.Rating.Again
    scheduler = fsrs.Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    own, _ = scheduler.review_card(own, rating, now)
    return kn.Placed(card.box + 1 if grade.correct else 1, own.due, own.to_json())


state, grades = practise(kn.Leitner())
totals = kn.total(grades)
print(f"{totals.answered} answers to {len(ITEMS)} items, {totals.points:g} points")
print("next:", kn.next_due(state))
print("missed:", next(each for each in grades if not each.correct).explanation.in_("en"))
assert ik.structure(ik.document(state), kn.ReviewState) == state  # it is stored as JSON
if find_spec("fsrs"):
    assert len(practise(fsrs_schedule)[0].cards) == len(ITEMS)
print("any schedule fits")
