"""Words as they are compared: stems that meet in all forms of a word."""

import pytest
from hypothesis import given, strategies as st

from interview_kit.language import normalise, profile, stem


@given(st.text(max_size=200), st.sampled_from(["id", "en"]))
def test_words_stand_where_they_say(text: str, language: str) -> None:
    """Each word is what the text has at its place, in lower case, and no two overlap."""
    words = normalise(text, language)
    assert all(len(text[each.start : each.end]) == len(each.text) for each in words)
    ends = [0, *(each.end for each in words)]
    assert all(end <= each.start for end, each in zip(ends, words, strict=False))


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("pelanggannya", "pelanggan"),
        ("jelaskan", "jelas"),
        ("customers", "customer"),
        ("processes", "process"),
        ("handled", "handl"),
        ("handling", "handl"),
        ("dampingi", "damping"),
        ("punya", "punya"),
        ("ikan", "ikan"),
        ("being", "being"),
        ("", ""),
    ],
)
def test_stems_lose_one_ending(word: str, cut: str) -> None:
    """One common ending goes, unless fewer than four letters would be left."""
    assert stem(word) == cut


@pytest.mark.parametrize(
    ("language", "word", "cut"),
    [
        ("id", "menyusun", "susun"),
        ("id", "disusunnya", "susun"),
        ("id", "tulis", "tulis"),
        ("id", "menulis", "tulis"),
        ("id", "pelanggannya", "pelanggan"),
        ("en", "built", "build"),
        ("en", "building", "build"),
        ("en", "customers", "customer"),
    ],
)
def test_listed_verbs_come_first(language: str, word: str, cut: str) -> None:
    """The stem of a listed verb is the listed one, and an ending goes where none is listed."""
    assert stem(word, profile(language)) == cut


@given(st.text(max_size=30))
def test_stems_begin_their_words(word: str) -> None:
    """A stem is a beginning of its word, and no shorter than four letters unless the word is."""
    cut = stem(word)
    assert word.startswith(cut)
    assert len(cut) >= min(4, len(word))
