"""Hypothesis strategies for what values are made of: words, ids, languages, texts."""

import copy
import pickle
from collections.abc import Iterator
from functools import cache
from typing import Any, Final, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from interview_kit.model import (
    Terms,
    Text,
)

T = TypeVar("T")
Fields = dict[str, SearchStrategy[Any]]

#: Language tags in their one normal form.
LANGUAGES: Final = ("id", "en", "jv", "min", "en-gb", "id-latn", "zh-hant-tw")

IDS: Final = ("sales", "user", "past", "M01", "S12", "negotiation_closing", "acme:closing_call")

SENTENCES: Final = (
    "Ceritakan saat Anda menutup penjualan yang sulit.",
    "Tell me about a sale that was hard to close.",
    "Piye carane sampeyan ngadhepi pelanggan sing nesu?",
    "Target naik 20 % dalam 3 bulan, dari 40 ke 48 klien.",
    "Kenapa Anda tertarik?\n\tSebutkan satu alasan.",
    "面接では何を聞かれますか",
    "Größe, naïveté, Ørsted: ¿qué tal? 👍🏽",
)

#: Texts in the two languages that the linked banks speak.
BILINGUAL: Final = (
    Text.of(id="Menutup penjualan", en="Closing a sale"),
    Text.of(id="Mendengarkan pelanggan", en="Listening to customers"),
    Text.of(id="Ceritakan tantangan terberat Anda.", en="Tell me about your hardest challenge."),
    Text.of(id="Apa langkah pertama Anda?", en="What would you do first?"),
    Text.of(id="Siapkan contoh nyata.", en="Prepare an example that happened."),
)
ANY_BILINGUAL: Final = st.sampled_from(BILINGUAL)


def unique(
    members: SearchStrategy[T], name: str, *, min_size: int = 0, max_size: int = 2
) -> SearchStrategy[list[T]]:
    """Lists in which no two members share an attribute."""
    return st.lists(
        members,
        min_size=min_size,
        max_size=max_size,
        unique_by=lambda each: getattr(each, name),
    )


@cache
def subsets(pool: tuple[str, ...], min_size: int, max_size: int) -> SearchStrategy[list[str]]:
    """Lists of members of a pool, each once."""
    return st.lists(st.sampled_from(pool), unique=True, min_size=min_size, max_size=max_size)


@cache
def provenance() -> Fields:
    return {"origin": st.none() | ids(), "covers": fact_lists()}


@cache
def fact_lists() -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(("D-001", "D-013", "D-120")), max_size=2, unique=True)


@cache
def orders() -> SearchStrategy[int]:
    return st.integers(1, 99)


def copies(value: T) -> Iterator[T]:
    """Give a value as it comes back from copying and from pickling by every protocol."""
    yield copy.copy(value)
    yield copy.deepcopy(value)
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        yield pickle.loads(pickle.dumps(value, protocol))  # noqa: S301 - our own bytes


@cache
def words() -> SearchStrategy[str]:
    """Texts of one field: real sentences, and whatever else is allowed there."""
    any_characters = st.characters(
        exclude_categories=["Cc", "Cf", "Cn", "Cs"], include_characters="\n\t", codec="utf-8"
    )
    anything = st.text(any_characters, min_size=1, max_size=12).map(str.strip).filter(bool)
    return st.sampled_from(SENTENCES) | anything


@cache
def ids() -> SearchStrategy[str]:
    """Ids: real ones, and any others, with and without a pack before the colon."""
    pattern = r"([a-z][a-z0-9_]{0,4}:)?[A-Za-z][A-Za-z0-9_]{0,8}"
    return st.sampled_from(IDS) | st.from_regex(pattern, fullmatch=True)


@cache
def id_lists(*, min_size: int = 0) -> SearchStrategy[list[str]]:
    """Lists of ids, each once."""
    return st.lists(ids(), min_size=min_size, max_size=3, unique=True)


@cache
def languages() -> SearchStrategy[str]:
    """Language tags in their normal form."""
    return st.sampled_from(LANGUAGES)


@cache
def texts() -> SearchStrategy[Text]:
    """Texts in one to three languages."""
    entries = st.dictionaries(languages(), words(), min_size=1, max_size=3)
    return st.builds(Text, entries=entries)


@cache
def terms() -> SearchStrategy[Terms]:
    """Terms in up to two languages."""
    phrases = st.lists(words(), max_size=3)
    return st.builds(Terms, entries=st.dictionaries(languages(), phrases, max_size=2))
