"""Whatever is passed for an argument or a field, the answer is one clear error of this library."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

import pytest
from attrs import evolve, fields

import interview_kit as ik
from interview_kit.assess import score_request
from interview_kit.errors import InterviewKitError, InvalidValueError
from interview_kit.language import profile
from interview_kit.model import Contents, Value, contents_of
from interview_kit.quiz import count, forms, health, nth, prepare, restore

JUNK: Final = (
    None, 5, -1.5, float("nan"), True, object(), "x y", b"x", [1], [None], [[1]], ["a", 5], (), [()], {1: 2},
)  # fmt: skip
BANK: Final = ik.load()
PLAN: Final = ik.Blueprint(length=2)
QUIZ: Final = ik.generate(BANK, PLAN, seed=1)
REQUEST: Final = score_request(BANK, "S04", "Halo.", language="id")
#: A value of each class that no strategy draws.
VALUES: Final[list[Value]] = [
    BANK, QUIZ, QUIZ.receipt, QUIZ.receipt.pool[0], QUIZ.receipt.questions[0], REQUEST,
    profile("id"), ik.History(), ik.verify(QUIZ.receipt, BANK), health(BANK, PLAN),
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_constructors_refuse_junk(value: Value) -> None:
    """Whatever stands in a field is taken, or refused with place and reason; nothing else comes."""
    for each in fields(type(value)):
        for junk in JUNK:
            with suppress(InterviewKitError):
                evolve(value, **{each.name: junk})


@pytest.mark.parametrize(
    ("call", "where"),
    [
        (lambda: evolve(REQUEST, question=1), "ScoreRequest.question"),
        (lambda: evolve(REQUEST, answer=None), "ScoreRequest.answer"),
        (lambda: evolve(REQUEST, rubric="past"), "ScoreRequest.rubric"),
        (lambda: evolve(REQUEST, scale=None), "ScoreRequest.scale"),
        (lambda: evolve(QUIZ, receipt=None), "Quiz.receipt"),
        (lambda: ik.Bank(places=[1]), "Bank.places"),
        (lambda: ik.Bank(places=5), "collection"),
        (lambda: ik.Bank(contents=None), "Bank.contents"),
        (lambda: ik.Bank(packs=[1]), "Bank.packs"),
        (lambda: ik.generate(BANK, None, seed=1), "blueprint"),
        (lambda: ik.generate(None, PLAN, seed=1), "bank"),
        (lambda: ik.generate(BANK, PLAN, seed=1, history=0), "history"),
        (lambda: count("core", PLAN), "bank"),
        (lambda: nth(BANK, "sales", 0), "blueprint"),
        (lambda: prepare(BANK, {}), "blueprint"),
        (lambda: health(BANK, None), "blueprint"),
        (lambda: forms(None, PLAN, 2, overlap=1, seed=1), "bank"),
        (lambda: ik.verify(1, BANK), "receipt"),
        (lambda: ik.verify(QUIZ.receipt, None), "bank"),
        (lambda: restore(QUIZ, BANK), "receipt"),
        (lambda: restore(QUIZ.receipt, None), "bank"),
        (lambda: ik.score(None, "S04", "x", language="id"), "bank"),
        (lambda: BANK.find(where=3), "where"),
        (lambda: evolve(profile("id"), lexicons=[("a", "words")]), "collection"),
        (lambda: evolve(profile("id"), messages=["ab"]), "Profile"),
        (lambda: evolve(profile("id"), messages=[("a", 5)]), "strings"),
        (lambda: evolve(profile("id"), units={"hari", 5}), "strings"),
        (lambda: BANK.ids_of("nope"), "section"),
        (lambda: Contents().section("nope"), "section"),
        (lambda: Contents().section("__class__"), "section"),
        (lambda: contents_of({"nope": []}), "section"),
        (lambda: contents_of({5: []}), "section"),
        (lambda: contents_of(None), "sections"),
    ],
)
def test_junk_is_refused_by_name(call: Callable[[], Any], where: str) -> None:
    """What cannot be is refused with the argument or field it was given for."""
    with pytest.raises(InvalidValueError) as caught:
        call()
    assert caught.value.where == where


@pytest.mark.parametrize(
    "scorer", [lambda: None, lambda _one, _two: None, lambda *, request: request, (0).bit_length]
)
def test_a_scorer_takes_one_request(scorer: Any) -> None:
    """What cannot be called with one request is refused before it is called."""
    with pytest.raises(ik.ScorerError) as caught:
        ik.score(BANK, "S04", "Halo.", language="id", scorer=scorer)
    assert "cannot be called so" in caught.value.found
