"""The topic of a question: found by whole words and stems, never by pieces of words."""

import pytest
from attrs import evolve

from interview_kit import Bank, Question
from interview_kit.assess import score_request
from interview_kit.language import profile, tokens_of
from interview_kit.model import Competency, KeyPoint, Terms, Text
from interview_kit.scoring import ScoreRequest
from interview_kit.scoring._topic import Hit, hits_of, topic_of
from quiz_banks import question

HAGGLING = Competency(
    id="haggling",
    name=Text.of(id="Tawar-menawar", en="Haggling"),
    definition=Text.of(id="Berunding dengan tenang.", en="Bargains with a calm voice."),
    terms=Terms(entries={"id": ["tawar", "sepakat harga"], "en": ["bargain", "agree on a price"]}),
)
ASKED = question(
    "Q1",
    text=Text.of(id="Ceritakan cara menutup penjualan.", en="Tell me how you close sales."),
    key_points=[
        KeyPoint(
            id="stock",
            text=Text.of(id="Memeriksa stok", en="Checks stock"),
            terms=Terms(entries={"id": ["cek stok"], "en": ["check the stock", "a/b test"]}),
        )
    ],
)


def request_of(bank: Bank, language: str) -> ScoreRequest:
    """Ask the question of this file."""
    request = score_request(bank, "S04", "Saya mencoba.", language=language)
    return evolve(request, question=ASKED, competencies=[HAGGLING], roles=[])


def hits(bank: Bank, answer: str, language: str) -> list[Hit]:
    """Find the topic in an answer."""
    known = profile(language)
    return hits_of(
        tokens_of(answer, known).words, known, topic_of(request_of(bank, language), known)
    )


@pytest.mark.parametrize(
    ("language", "answer", "sources"),
    [
        ("id", "Lalu saya cek stoknya.", ["stock"]),
        ("en", "I checked the stock twice.", ["stock"]),
        ("en", "We ran an A/B test.", ["stock"]),
        ("id", "Kami sepakat harga.", ["competency"]),
        ("en", "We bargained for hours.", ["competency"]),
        ("en", "Closing took a while.", ["question"]),
        ("en", "The stockings were red, the bargainous man sang.", []),
        ("id", "Hujan turun.", []),
    ],
)
def test_topics_are_whole_words_in_any_form(
    bank: Bank, language: str, answer: str, sources: list[str]
) -> None:
    """Phrases are found in all forms that share their stems, and not within longer words."""
    assert sorted({each.source for each in hits(bank, answer, language)}) == sources


def test_a_topic_is_made_once(bank: Bank) -> None:
    """The same objects give the same topic, so that it costs nothing for the next answer."""
    known, request = profile("en"), request_of(bank, "en")
    assert topic_of(request, known) is topic_of(evolve(request, answer="Other words."), known)
    other = evolve(request, question=evolve(ASKED, key_points=()))
    assert topic_of(other, known) is not topic_of(request, known)


def test_every_bundled_term_can_be_found(bank: Bank) -> None:
    """No term of a key point, competency or role is such that an answer which says it is not seen."""
    for asked in bank.questions:
        request = score_request(bank, asked, "Saya mencoba.", language="id")
        for language in ("id", "en"):
            known = profile(language)
            topic = topic_of(request, known)
            held = [point.terms for point in asked.key_points]
            held += [each.terms for each in (*request.competencies, *request.roles)]
            for phrase in (phrase for terms in held for phrase in terms.in_(language)):
                words = known.neutral_words(known.word_pattern.findall(phrase))
                assert hits_of(words, known, topic), (asked.id, phrase)


def test_questions_may_lack_the_language(bank: Bank) -> None:
    """A question worded in one language only is matched by its terms in another."""
    english = evolve(ASKED, text={"en": "Tell me how you close sales."})
    request = evolve(request_of(bank, "id"), question=english)
    known = profile("id")
    words = tokens_of("Cek stok dulu.", known).words
    assert {e.source for e in hits_of(words, known, topic_of(request, known))} == {"stock"}
    assert isinstance(bank.get(Question, "S04"), Question)
