"""The words of reports: in both languages, with the same places for values, and all of them used."""

import re
from pathlib import Path

import pytest

from interview_kit import Text
from interview_kit.export._words import Speaker, all_words
from interview_kit.model import SIGNS
from interview_kit.scoring._feedback import ITEM_KINDS

SOURCES = Path(__file__).parent.parent / "src" / "interview_kit" / "export"
#: Words of a family, whose names are put together from a name of the model.
FAMILIES = ("kind_", "part_", "state_", "structure_", "method_", "opening_")
#: Words that have a name of the model.
NAMES = {*SIGNS, *ITEM_KINDS}


@pytest.mark.parametrize("word", all_words())
def test_words_are_said_in_both_languages_with_the_same_values(word: str) -> None:
    """No language lacks a word, or a value that the other tells."""
    text = all_words()[word]
    assert text.languages == ("id", "en")
    places = [sorted(re.findall(r"\{(\w+)", text.in_(each))) for each in text.languages]
    assert places[0] == places[1]


def test_no_word_is_left_over() -> None:
    """Each word is said somewhere."""
    code = "".join(each.read_text("utf-8") for each in SOURCES.glob("*.py"))
    names = [word for word in all_words() if not word.startswith(FAMILIES) and word not in NAMES]
    assert [word for word in names if f'"{word}"' not in code] == []


def test_texts_of_the_bank_fall_back_on_another_language() -> None:
    """A pack that does not speak the language of a report is told in English, or as it is."""
    speaker = Speaker("id")
    assert speaker.tell(Text.of(en="Hello", fr="Bonjour")) == "Hello"
    assert speaker.listed([Text.of(id="Satu", en="One"), Text.of(fr="Deux")]) == "Satu, Deux"


def test_numbers_are_written_as_the_language_does() -> None:
    """Indonesian writes a comma."""
    assert (Speaker("id-ID").number(3.456), Speaker("en").number(3.456)) == ("3,46", "3.46")
