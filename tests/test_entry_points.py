"""The public entry points: what is no argument at all is refused by name, never by a traceback."""

from collections.abc import Callable
from typing import Any

import pytest

import interview_kit as ik


async def slow(request: ik.ScoreRequest) -> Any:
    """Judge nothing, slowly."""
    return None


@pytest.mark.parametrize(
    "call",
    [
        lambda bank: bank.get(ik.Question, 5),
        lambda bank: bank.find(role=5),
        lambda bank: bank.find(role=[5]),
        lambda bank: bank.find(difficulty=9),
        lambda bank: bank.find(difficulty=2.5),
        lambda bank: bank.find(difficulty=(1, 2, 3)),
        lambda bank: bank.merge(5),
        lambda bank: ik.score(bank, 5, "Saya menyusun jadwal.", language="id"),
        lambda bank: ik.score(bank, "S04", 5, language="id"),
        lambda bank: ik.structure({}, "Question"),
        lambda bank: ik.load(None),
        lambda bank: ik.load(["core"]),
        lambda bank: ik.generate(bank, ik.Blueprint(length=1), seed=None),
    ],
)
def test_strangers_are_refused(bank: ik.Bank, call: Callable[[Any], Any]) -> None:
    """An argument of a wrong type gives our own error, which says what is allowed."""
    with pytest.raises(ik.InvalidValueError) as caught:
        call(bank)
    assert caught.value.allowed


@pytest.mark.parametrize("scorer", [5, slow, lambda _: None])
def test_what_is_no_scorer_is_refused(bank: ik.Bank, scorer: Any) -> None:
    """What cannot be called, what must be awaited, and what returns nothing is named as such."""
    with pytest.raises(ik.ScorerError) as caught:
        ik.score(bank, "S04", "Saya menyusun jadwal.", language="id", scorer=scorer)
    assert caught.value.found


def test_a_quiz_holds_what_its_receipt_says(bank: ik.Bank) -> None:
    """A stored quiz with a question taken out is refused as it is read."""
    plain = ik.document(ik.generate(bank, ik.Blueprint(length=3), seed=1))
    del plain["questions"][0]
    with pytest.raises(ik.DocumentError) as caught:
        ik.structure(plain, ik.Quiz)
    assert [problem.path for problem in caught.value.problems] == ["$.questions"]


def test_topics_are_reached_from_the_top() -> None:
    """What stands in a topic is reached without importing the topic by name."""
    assert ik.quiz.count(ik.load(), ik.Blueprint(role="sales", length=1)) == 20
    assert "quiz" in dir(ik)


def test_only_ordered_collections_are_taken() -> None:
    """A set is refused, since its order is another in every process."""
    with pytest.raises(ik.InvalidValueError, match="a list of values"):
        ik.Blueprint(role={"hr", "sales"}, length=3)


@pytest.mark.parametrize("language", ["en-US-u-hc-h12", "en-x-private", "EN_us"])
def test_long_language_tags_find_their_language(language: str) -> None:
    """Tags with extensions and private parts lead to the language before them."""
    assert ik.Text.of(en="Hello").in_(language) == "Hello"
