"""Tokens: words with their offsets, whatever the text, and clauses that part them."""

import pytest
from hypothesis import given, strategies as st

from interview_kit.language import normalise, profile
from interview_kit.language._tokens import clauses_of, cut_at, tokens_of
from language_cases import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=200))
def test_words_stand_where_they_say(language: str, text: str) -> None:
    """Each word is what stands at its offsets, in lower case; gaps and words make up the text."""
    tokens = tokens_of(text, profile(language))
    columns = zip(tokens.said, tokens.gaps, tokens.starts, tokens.ends, strict=True)
    end = 0
    for said, gap, start, stop in columns:
        assert len(said) == stop - start > 0
        assert end + len(gap) == start
        assert text[start:stop].lower() == said or len(text.lower()) != len(text)
        end = stop


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=200) | st.text("aku. I,\n-;", max_size=200))
def test_clauses_share_out_the_words(language: str, text: str) -> None:
    """Every word is in one clause, in order, and cuts lie between words."""
    known = profile(language)
    tokens = tokens_of(text, known)
    clauses = clauses_of(tokens, known)
    assert [at for first, last in clauses for at in range(first, last)] == [
        *range(len(tokens.words))
    ]
    for first, _ in clauses[1:]:
        assert tokens.ends[first - 1] <= cut_at(tokens, first) <= tokens.starts[first]


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("We met at 9.30. It went well.", 2),
        ("Dr. Sari called me. I came.", 2),
        ("One\ntwo", 1),
        ("One\nTwo", 2),
        ("one\n\ntwo", 2),
        ("- one\n- two", 2),
        ("No end", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, clauses: int) -> None:
    """Marks, bullets, empty lines and new lines with a capital end a sentence; others do not."""
    known = profile("en")
    assert len(clauses_of(tokens_of(text, known), known)) == clauses


def test_informal_words_keep_their_offsets() -> None:
    """Normalising changes what is matched, and neither what was said nor where."""
    text = "Gw udh ngecek 3jt, tp blm beres."
    found = normalise(text, "id")
    assert [each.neutral for each in found] == [
        "saya", "sudah", "mengecek", "3", "juta", "tetapi", "belum", "selesai",
    ]  # fmt: skip
    assert [text[each.start : each.end].lower() for each in found] == [each.text for each in found]
