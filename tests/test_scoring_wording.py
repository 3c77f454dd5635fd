"""Wording: the same answer in informal and in neutral words is judged alike, and quoted as it is."""

import re
from collections import defaultdict
from collections.abc import Sequence
from random import Random

import pytest

import interview_kit as ik
from interview_kit.language import profile
from interview_kit.model import SampleAnswer
from interview_kit.scoring import rule_scorer

WORD = re.compile(r"[^\W\d_]+")


def informal_words(language: str) -> dict[str, list[str]]:
    """Give the informal words for each neutral one."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    for informal, neutral in profile(language).neutral:
        if " " not in neutral:
            words[neutral].append(informal)
    return words


def said_otherwise(text: str, language: str, random: Random) -> str:
    """Put for each word one of its informal words, with its capital, or leave it."""
    words = informal_words(language)

    def other(found: re.Match[str]) -> str:
        word = found.group()
        put = random.choice([word, *words.get(word.lower(), [])])
        if word.isupper():
            return word
        return put.capitalize() if word[0].isupper() else put

    return WORD.sub(other, text)


@pytest.fixture(scope="module")
def graded(wide: ik.Bank) -> Sequence[SampleAnswer]:
    """Every third graded sample."""
    return [each for each in wide.all(SampleAnswer) if each.ratings][::3]


@pytest.mark.parametrize("seed", range(2))
def test_informal_words_change_nothing(
    wide: ik.Bank, graded: Sequence[SampleAnswer], seed: int
) -> None:
    """Of the graded samples, 97 in 100 keep their score in informal words, and on average all do."""
    changes: list[float] = []
    for sample in graded:
        plain = sample.answer().text
        informal = said_otherwise(plain, sample.language, Random(seed))  # noqa: S311 - no secret
        one, other = (
            ik.score(wide, f"{sample.question}", text, language=sample.language).overall
            for text in (plain, informal)
        )
        assert (one is None) == (other is None), informal
        changes.append(abs((one or 0.0) - (other or 0.0)))
    assert sum(change > 0 for change in changes) <= 0.03 * len(changes)
    assert sum(changes) <= 0.5 * len(changes)


@pytest.mark.parametrize(
    ("language", "neutral", "informal"),
    [
        (
            "id",
            "Saya sudah mengecek mesin yang mati, karena tidak dibersihkan, lalu saya lapor.",
            "Gw udah ngecek mesin yg mati, krn nggak dibersihkan, lalu gw lapor.",
        ),
        (
            "en",
            "I organised the stock count because they were late again with it.",
            "I organized the stock count cuz they were late again with it.",
        ),
    ],
)
def test_what_is_quoted_was_said(wide: ik.Bank, language: str, neutral: str, informal: str) -> None:
    """Levels are those of the neutral words, quotes are the words of the answer itself."""
    one, other = (
        ik.score(wide, "A09", text, language=language, scorer=rule_scorer)
        for text in (neutral, informal)
    )
    assert isinstance(one, ik.ScoreReport)
    assert isinstance(other, ik.ScoreReport)
    assert [each.level for each in one.ratings] == [each.level for each in other.ratings]
    quotes = [quote for rating in other.ratings for quote in rating.evidence]
    assert quotes
    assert all(informal[each.start : each.end] == each.quote for each in quotes)
