"""Guesses: Indonesian, English, both, or another language, its near relatives among them."""

import pytest
from hypothesis import given, strategies as st

from interview_kit.language import guess_language
from interview_kit.language._guess import is_relative
from interview_kit.language._words import lowered, words_in
from language_cases import cases, joined


@pytest.mark.parametrize(
    ("language", "allowed"), [("id", {"id", "mixed"}), ("en", {"en", "mixed"})]
)
def test_held_out_answers_are_in_their_language(language: str, allowed: set[str]) -> None:
    """Of held-out answers in all registers, at most one in twenty is misplaced."""
    found = [guess_language(joined(each["sentences"])[0]) for each in cases("held_out", language)]
    assert sum(each not in allowed for each in found) <= len(found) / 20


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("Saya hubungi pelanggan itu karena pesanannya belum sampai.", "id"),
        ("I called the customer because the order had not arrived.", "en"),
        ("Terus aku call mereka and I explained the delay, lalu they agreed dengan itu.", "mixed"),
        ("Saya menghantar borang itu selepas mesyuarat kerana tarikh sudah dekat.", "other"),
        ("Kula lajeng matur dhateng pimpinan amargi barangipun sampun telas.", "other"),
        ("Abdi teu acan terang kumaha carana, tos kitu abdi naros ka anu sanes.", "other"),
        ("Le client etait furieux et nous avons refait le contrat.", "other"),
        ("", "other"),
    ],
)
def test_languages_are_told_by_their_small_words(text: str, guess: str) -> None:
    """Malay, Javanese and Sundanese are not taken for Indonesian."""
    assert guess_language(text) == guess


def test_few_words_make_no_relative() -> None:
    """One word of a near relative is a loan."""
    assert not is_relative(words_in("Saya kerja di syarikat milik orang Johor selama dua tahun."))


@given(st.text(max_size=200))
def test_no_character_moves(text: str) -> None:
    """Lower case keeps every character in its place."""
    assert len(lowered(text)) == len(text)
