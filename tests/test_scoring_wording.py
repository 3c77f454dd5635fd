"""Wording: the same answer in informal and in neutral words is judged alike, and quoted as it is."""

import re
from collections import defaultdict
from random import Random

import pytest
from hypothesis import given, strategies as st

from interview_kit import Bank, Rubric, SampleAnswer, ScoreRequest, Unscored
from interview_kit.language import profile, read
from interview_kit.language._reading import WORD
from interview_kit.model import KINDS
from interview_kit.scoring import rule_scorer
from scoring_cases import ASKED, EXAMPLES, HAGGLING, PLAIN

LANGUAGES = ("en", "id")
#: Lines in which informal words stand between subject and verb, in phrases, numbers and topics.
LINES = {
    "id": (
        "Saya sudah mengecek penjualan dengan teman karena tidak ada yang tahu.",
        "Waktu saya membuat laporan, saya diberi tugas dan tidak boleh terlambat.",
        "Akhirnya selesai, hemat 5 juta dan 20 ribu lembar.",
        "Sepertinya atasan saya galak, tetapi saya membantu menyelesaikan semuanya.",
    ),
    "en": (
        "I organised the sale because they had to prioritise it.",
        "In the end it took 20 minutes and I realised that somewhat late.",
        "I want to analyse it, though the manager said it was going to be cancelled.",
    ),
}


def informal_words(language: str) -> dict[str, list[str]]:
    """Give the informal words for each neutral one."""
    words: defaultdict[str, list[str]] = defaultdict(list)
    for informal, neutral in profile(language).neutral:
        words[neutral].append(informal)
    return words


def said_otherwise(text: str, language: str, random: Random) -> str:
    """Put for each word one of its informal words, with its capital, or leave it."""
    words = informal_words(language)

    def other(found: re.Match[str]) -> str:
        word = found.group()
        put = random.choice([word, *words.get(word.lower(), [])])
        # A capital after a new line opens a sentence.
        return put.capitalize() if word[0].isupper() else put

    return WORD.sub(other, text)


def judged(bank: Bank, kind: str, answer: str, language: str) -> list[tuple[object, ...]]:
    """Give criterion, level, reason and number of quotes of each rating of an answer."""
    rubric = bank.get(Rubric, kind)
    report = rule_scorer(
        ScoreRequest(
            question=ASKED,
            answer=answer,
            rubric=rubric,
            scale=bank.scale_of(rubric),
            competencies=[HAGGLING],
            language=language,
        )
    )
    if isinstance(report, Unscored):
        return [(report.reason,)]
    quotes = [own for each in report.ratings for own in each.evidence]
    assert all(answer[own.start : own.end] == own.quote for own in quotes)
    rated = [
        (each.criterion, each.level, each.reason, len(each.evidence)) for each in report.ratings
    ]
    return [*rated, report.warnings]


def lines_of(language: str) -> tuple[str, ...]:
    """Give the lines that answers are made of: those above, and one for each rule."""
    place = ("id", "en").index(language)
    return (*LINES[language], PLAIN[language], *(each[place] for each in EXAMPLES.values()))


@pytest.mark.parametrize("language", LANGUAGES)
@given(kind=st.sampled_from(KINDS), random=st.randoms(use_true_random=False), data=st.data())
def test_wording_is_not_judged(
    bank: Bank, language: str, kind: str, random: Random, data: st.DataObject
) -> None:
    """An answer in informal words gets the levels of the same one in neutral words, and its quotes."""
    lines = data.draw(st.lists(st.sampled_from(lines_of(language)), min_size=1, max_size=8))
    answer = "\n".join(lines)
    informal = said_otherwise(answer, language, random)
    assert judged(bank, kind, informal, language) == judged(bank, kind, answer, language)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(3))
def test_wording_of_sample_answers_is_not_judged(bank: Bank, kind: str, seed: int) -> None:
    """The bundled sample answers keep their levels in informal words, most of which are replaced."""
    for sample in bank.all(SampleAnswer):
        answer = " ".join(each.text for each in sample.sentences)
        informal = said_otherwise(answer, sample.language, Random(seed))  # noqa: S311 - no secret
        said = judged(bank, kind, informal, sample.language)
        assert said == judged(bank, kind, answer, sample.language), informal


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_informal_word_is_read_as_its_neutral_one(language: str) -> None:
    """In a sentence each informal word of the table finds the phrase that its neutral one finds."""
    known = profile(language)
    for informal, neutral in known.neutral:
        (found,) = read(f"x {informal.upper()} y", known).with_phrase([f"x {neutral} y"])
        assert (found.start, found.end) == (0, len(informal) + len("x  y"))


@pytest.mark.parametrize(
    ("language", "neutral", "informal"),
    [
        ("id", "Saya sudah mengecek, karena tidak jalan.", "Gw udah ngecek, krn nggak jalan."),
        ("en", "I organised it because they were late.", "I organized it cuz they were late."),
    ],
)
def test_what_is_quoted_was_said(language: str, neutral: str, informal: str) -> None:
    """Quotes are the words of the answer itself, not those that it is matched by."""
    reading = read(informal, profile(language))
    assert reading.text == informal
    assert [(each.start, each.end) for each in reading.with_own_action()] == [(0, len(informal))]
    assert reading.sentences[0].padded == read(neutral, profile(language)).sentences[0].padded


@pytest.mark.parametrize("kind", KINDS)
def test_informal_answers_are_in_their_language(bank: Bank, kind: str) -> None:
    """An answer whose small words are all informal is still taken for Indonesian, and only for that."""
    answer = "Gue udah ngecek mesin yg mati krn kmrn nggak dibersihin, trus gw lapor."
    assert judged(bank, kind, answer, "id") != [("wrong_language",)]
    assert judged(bank, kind, answer, "en") == [("wrong_language",)]
