"""The gate: answers in which there is nothing to judge get a reason instead of a score."""

import pytest
from hypothesis import given, strategies as st

from interview_kit import Text, Unscored
from interview_kit.language import EFFORT_FAULTS, Reading, profile
from interview_kit.scoring._gate import reading_or_reason
from quiz_banks import question

ASKED = question(
    "Q1",
    text=Text.of(
        id="Ceritakan saat Anda menutup penjualan yang sulit di perusahaan lama.",
        en="Tell me about a sale that was hard to close at your old company.",
    ),
)
ENOUGH = {
    "id": "Waktu itu saya menghubungi sepuluh klien lama satu per satu.",
    "en": "Back then I called ten of my former clients one by one.",
}


def gate(answer: str, language: str) -> Reading | Unscored:
    """Send an answer through the gate."""
    return reading_or_reason("mine", ASKED, answer, language)


def reason(answer: str, language: str = "id") -> str:
    """Give the reason why an answer cannot be scored; empty if it can."""
    found = gate(answer, language)
    return found.reason if isinstance(found, Unscored) else ""


@pytest.mark.parametrize("language", ["id", "en", "id-ID", "in", "EN_gb"])
def test_answers_are_taken_apart(language: str) -> None:
    """An answer with something in it comes back as a reading in its language."""
    known = profile(language)
    found = gate(ENOUGH[known.language], language)
    assert isinstance(found, Reading)
    assert found.text == ENOUGH[known.language]
    assert found.profile is known


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"id": "", "en": ""}, "empty"),
        ({"id": " \n ... ?! 👍", "en": "-- \t _"}, "empty"),
        ({"id": "Saya tidak tahu.", "en": "I do not know."}, "too_short"),
        ({"id": "Saya bisa. " * 20, "en": "I can do it. " * 20}, "repeated"),
        ({"id": ASKED.text.in_("id"), "en": ASKED.text.in_("en")}, "copied_from_question"),
    ],
    ids=["empty", "no words", "short", "repeated", "copied"],
)
def test_each_reason_speaks_the_language(language: str, answer: dict[str, str], code: str) -> None:
    """The reason comes with its code, and with a sentence in the language of the answer."""
    message = profile(language).message(code)
    assert message
    assert gate(answer[language], language) == Unscored(
        scorer="mine", reason=code, message=message, language=language
    )


@pytest.mark.parametrize("language", ["fr", "jv-ID", "zh-Hant"])
@pytest.mark.parametrize("answer", ["", ENOUGH["en"]], ids=["empty", "full"])
def test_unknown_languages_are_a_reason(language: str, answer: str) -> None:
    """An answer in a language that cannot be analysed is not scored, and told so in English."""
    message = "Answers in this language cannot be scored yet."
    assert gate(answer, language) == Unscored(
        scorer="mine", reason="unknown_language", message=message, language="en"
    )


def test_order_and_case_do_not_hide_a_copy() -> None:
    """A question copied backwards in capitals is still the question."""
    words = ASKED.text.in_("id").upper().split()
    assert reason(" ".join(reversed(words))) == "copied_from_question"


def test_copies_are_seen_in_the_language_of_the_question() -> None:
    """A question worded in another language only is compared all the same."""
    english = question("Q1", text=Text.of(en=ASKED.text.in_("en")))
    copied = reading_or_reason("mine", english, ASKED.text.in_("en"), "id")
    assert isinstance(copied, Unscored)
    assert copied.reason == "copied_from_question"
    assert isinstance(reading_or_reason("mine", english, ASKED.text.in_("id"), "id"), Reading)


@given(st.text(max_size=300), st.sampled_from(["id", "en", "fr"]))
def test_any_text_is_read_or_refused(answer: str, language: str) -> None:
    """Whatever is answered gives a reading of that very text, or a reason with its message."""
    found = gate(answer, language)
    if isinstance(found, Reading):
        assert found.text == answer
    else:
        assert found.reason in {*EFFORT_FAULTS, "unknown_language"}
        assert found.message
