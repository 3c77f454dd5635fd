"""The gate: answers in which there is nothing to judge get a reason instead of a score."""

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from interview_kit import Bank, ScoreRequest, Text, Unscored
from interview_kit.assess import score_request
from interview_kit.language import EFFORT_FAULTS, profile
from interview_kit.scoring._case import Case
from interview_kit.scoring._gate import case_or_reason
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


def request_of(bank: Bank, answer: str, language: str) -> ScoreRequest:
    """Ask the question of this file."""
    return evolve(score_request(bank, "S04", answer, language=language), question=ASKED)


def gate(bank: Bank, answer: str, language: str) -> Case | Unscored:
    """Send an answer through the gate."""
    return case_or_reason("mine", request_of(bank, answer, language))


def reason(bank: Bank, answer: str, language: str = "id") -> str:
    """Give the reason why an answer cannot be scored; empty if it can."""
    found = gate(bank, answer, language)
    return found.reason if isinstance(found, Unscored) else ""


@pytest.mark.parametrize("language", ["id", "en", "id-ID", "in", "EN_gb"])
def test_answers_are_taken_apart(bank: Bank, language: str) -> None:
    """An answer with something in it comes back analysed in its language."""
    known = profile(language)
    found = gate(bank, ENOUGH[known.language], language)
    assert isinstance(found, Case)
    assert found.analysis.tokens.text == ENOUGH[known.language]
    assert found.analysis.profile is known


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ({"id": "", "en": ""}, "empty"),
        ({"id": " \n ... ?! 👍", "en": "-- \t _"}, "empty"),
        ({"id": "Saya tidak tahu.", "en": "I do not know."}, "too_short"),
        ({"id": "Saya bisa. " * 20, "en": "I can do it. " * 20}, "repeated"),
        ({"id": ASKED.text.in_("id"), "en": ASKED.text.in_("en")}, "copied_from_question"),
        (
            {
                "id": "Saya lupa, Pak, mungkin lanjut ke pertanyaan berikutnya saja.",
                "en": "I'd rather not say anything about that, next question please.",
            },
            "refused",
        ),
        (
            {
                "id": "Situasinya sulit. Tugas saya penting. Hasilnya sangat baik, naik 50 persen.",
                "en": "The situation was hard. My task was important. As a result we grew by 50%.",
            },
            "cue_list",
        ),
    ],
    ids=["empty", "no words", "short", "repeated", "copied", "refused", "labels only"],
)
def test_each_reason_speaks_the_language(
    bank: Bank, language: str, answer: dict[str, str], code: str
) -> None:
    """The reason comes with its code, and with a sentence in the language of the answer."""
    message = profile(language).message(code)
    assert message
    assert gate(bank, answer[language], language) == Unscored(
        scorer="mine", reason=code, message=message, language=language
    )


@pytest.mark.parametrize("language", ["fr", "jv-ID", "zh-Hant"])
@pytest.mark.parametrize("answer", ["", ENOUGH["en"]], ids=["empty", "full"])
def test_unknown_languages_are_a_reason(bank: Bank, language: str, answer: str) -> None:
    """An answer in a language that cannot be analysed is not scored, and told so in English."""
    message = "Answers in this language cannot be scored yet."
    assert gate(bank, answer, language) == Unscored(
        scorer="mine", reason="unknown_language", message=message, language="en"
    )


def test_order_and_case_do_not_hide_a_copy(bank: Bank) -> None:
    """A question copied backwards in capitals is still the question."""
    words = ASKED.text.in_("id").upper().split()
    assert reason(bank, " ".join(reversed(words))) == "copied_from_question"


@given(
    answer=st.text(max_size=300)
    | st.lists(st.sampled_from([*ENOUGH.values(), "Hasilnya baik.", "naik 5%", "\n-"])).map(
        " ".join
    ),
    language=st.sampled_from(["id", "en", "fr"]),
)
def test_any_text_is_read_or_refused(bank: Bank, answer: str, language: str) -> None:
    """Whatever is answered gives a case of that very text, or a reason with its message."""
    found = gate(bank, answer, language)
    if isinstance(found, Case):
        assert found.analysis.tokens.text == answer
        assert all(0 <= value <= 100 for value in found.values.values())
    else:
        assert found.reason in {*EFFORT_FAULTS, "unknown_language"}
        assert found.message
