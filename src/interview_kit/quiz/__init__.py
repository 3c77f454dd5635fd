"""Quizzes: a blueprint says what must be in one, the generator draws it, a receipt proves it."""

from interview_kit.model.seeds import Seed
from interview_kit.quiz._blueprint import DRAWS, ORDERS, Blueprint, Draws, Order
from interview_kit.quiz._changes import changes_in, drawn_from
from interview_kit.quiz._forms import Forms, forms
from interview_kit.quiz._generate import (
    Prepared,
    count,
    generate,
    nth,
    prepare,
    restore,
    verify,
)
from interview_kit.quiz._health import Exposure, Health, MinutesShare, ThinClass, health
from interview_kit.quiz._history import History
from interview_kit.quiz._quiz import Quiz
from interview_kit.quiz._quota import MAX_LENGTH, Quota
from interview_kit.quiz._receipt import ALGORITHM, Change, Drawn, Pooled, Receipt, Verification

__all__ = [
    "ALGORITHM",
    "DRAWS",
    "MAX_LENGTH",
    "ORDERS",
    "Blueprint",
    "Change",
    "Drawn",
    "Draws",
    "Exposure",
    "Forms",
    "Health",
    "History",
    "MinutesShare",
    "Order",
    "Pooled",
    "Prepared",
    "Quiz",
    "Quota",
    "Receipt",
    "Seed",
    "ThinClass",
    "Verification",
    "changes_in",
    "count",
    "drawn_from",
    "forms",
    "generate",
    "health",
    "nth",
    "prepare",
    "restore",
    "verify",
]
