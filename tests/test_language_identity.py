"""Words that tell who somebody is: replaced by one word, whoever it is."""

import pytest
from hypothesis import given, strategies as st

from interview_kit.language import profile, tokens_of
from interview_kit.language._identity import PROPER, known_identity


def words(text: str, language: str) -> list[str]:
    """Give the words of a text as they are matched."""
    return [*tokens_of(text, profile(language)).words]


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("id", ["Saya bertemu Budi kemarin.", "Saya bertemu Togar Siregar kemarin."]),
        ("id", ["saya bertemu siti kemarin", "saya bertemu wayan kemarin"]),
        ("id", ["Lalu Bu Siti datang.", "Lalu Pak Budi Santoso datang.", "Lalu Mbak datang."]),
        ("id", ["Toko tutup saat Natal.", "Toko tutup saat Idul Fitri."]),
        ("id", ["Saya pindah ke Papua.", "Saya pindah ke Jawa Barat."]),
        ("id", ["Dia lulusan SMK Negeri 2 Wamena.", "Dia lulusan Universitas Gadjah Mada."]),
        ("id", ["Ia berumur dua puluh enam tahun.", "Ia berumur lima puluh tahun."]),
        ("en", ["Then she called her boss.", "Then he called his boss."]),
        (
            "en",
            ["I asked Will about it.", "I asked Grace about it.", "I asked Wei Zhang about it."],
        ),
        ("en", ["We closed for Eid.", "We closed for Christmas."]),
        ("en", ["She studied at the University of Lagos.", "He studied at the Oxford."]),
        ("en", ["My wife drove me there.", "My husband drove me there."]),
    ],
)
def test_texts_about_others_read_alike(language: str, texts: list[str]) -> None:
    """Names, titles, feasts, places, schools, ages and gender leave the words as they are."""
    first, *others = (words(each, language) for each in texts)
    assert all(other == first for other in others), (first, others)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "Lalu Manajer meminta laporan CRM di Excel."),
        ("en", "Then I checked the CRM, and Excel showed it."),
        ("id", "SAYA MENGHUBUNGI PELANGGAN"),
        ("en", "We Closed Two Deals And Celebrated Quietly"),
        ("id", "Hasilnya bagus dan indah."),
        ("en", "I will mark it with grace and hope."),
    ],
)
def test_other_words_stay(language: str, text: str) -> None:
    """Titles of jobs, abbreviations, products, shouting and ordinary words are no names."""
    assert PROPER not in words(text, language)


@given(st.text(max_size=200), st.sampled_from(["id", "en"]))
def test_offsets_hold(text: str, language: str) -> None:
    """Whatever is replaced, each word stands where it says, in order, none overlapping."""
    tokens = tokens_of(text, profile(language))
    assert all(
        text[start:end].strip() for start, end in zip(tokens.starts, tokens.ends, strict=True)
    )
    assert [*tokens.ends[:-1]] <= [*tokens.starts[1:]]
    assert len({len(column) for column in tokens[1:7]}) == 1


def test_the_lists_are_sound() -> None:
    """No word is both kept and replaced, and no form of a pair stands for another pair."""
    lists = known_identity()
    assert not lists.words & lists.swaps.keys()
    assert not {*lists.swaps.values()} & lists.swaps.keys()
    assert not lists.words & {*lists.swaps.values()}
    assert all(word == word.lower() and word.isalpha() for word in lists.words)
