"""Numerals: numbers in digits and in words, as each language has them."""

import pytest

from interview_kit.language import NumberWords, profile


@pytest.mark.parametrize(
    ("language", "digits", "value"),
    [
        ("id", "1.250", 1250),
        ("id", "1,5", 1.5),
        ("id", "1.250.000,75", 1_250_000.75),
        ("id", "3.5", 3.5),
        ("en", "1,250", 1250),
        ("en", "1.5", 1.5),
        ("en", "1,250,000.75", 1_250_000.75),
        ("en", "3,5", 3.5),
        ("en", "7:30", 730),
        ("en", "\u0663", 3),
    ],
)
def test_marks_of_thousands_and_decimals_are_told_apart(
    language: str, digits: str, value: float
) -> None:
    """The mark of the language is decimal; the other one parts groups of three."""
    assert profile(language).numbers.parsed(digits) == value


@pytest.mark.parametrize(
    ("language", "words", "count", "value"),
    [
        ("id", "dua puluh lima orang", 3, 25),
        ("id", "dua belas", 2, 12),
        ("id", "seratus dua puluh", 3, 120),
        ("id", "tiga ratus ribu", 3, 300_000),
        ("id", "satu juta dua ratus ribu", 5, 1_200_000),
        ("en", "twenty five people", 2, 25),
        ("en", "two hundred and fifty", 4, 250),
        ("en", "three thousand", 2, 3000),
        ("en", "people", 0, 0),
        ("en", "", 0, 0),
    ],
)
def test_numbers_in_words_are_read(language: str, words: str, count: int, value: float) -> None:
    """Tens, hundreds, thousands and teens add up, and the number ends where the words do."""
    assert profile(language).numbers.spelt(words.split()) == (count, value)


def test_numbers_have_a_decimal_point_unless_told() -> None:
    """A profile without numbers reads digits all the same."""
    assert NumberWords().parsed("2.5") == 2.5
