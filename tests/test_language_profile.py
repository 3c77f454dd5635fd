"""Profiles: what is known of each language can be found in texts, and says the same in all."""

import json
import pickle
import re
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve
from importlib_resources import files

from interview_kit import InvalidValueError, MissingLanguageError
from interview_kit.language import (
    Profile,
    normalise,
    profile,
    profile_of,
    quantities,
    supported_languages,
)

LANGUAGES = ("en", "id")
WORD_SETS = (
    "stop_words",
    "own_subjects",
    "team_subjects",
    "adverbs",
    "action_stems",
    "not_actions",
    "units",
    "number_words",
)


TABLES = ("neutral", "verb_stems")


def table(language: str, name: str) -> list[tuple[str, str]]:
    """Give the pairs of a table as they stand in the file, those said twice included."""
    file = files("interview_kit.language").joinpath("data", f"{language}.json")
    data: list[tuple[str, Any]] = json.loads(file.read_text("utf-8"), object_pairs_hook=list)
    return dict(data)[name]


def phrases(known: Profile) -> Iterator[tuple[str, str]]:
    """Go through all words and phrases of a profile, each with the list it stands in."""
    for name in WORD_SETS:
        yield from ((name, word) for word in getattr(known, name))
    for category, words in known.lexicons:
        yield from ((category, word) for word in words)


def test_both_languages_are_there() -> None:
    """Answers can be analysed in English and Indonesian."""
    assert supported_languages() == LANGUAGES
    assert [profile(each).language for each in LANGUAGES] == list(LANGUAGES)


@pytest.mark.parametrize("tag", ["id", "ID", "id-ID", "id_ID", "in", "in-ID", "id-Latn-ID"])
def test_only_the_first_part_of_a_tag_counts(tag: str) -> None:
    """Regional, legacy and untidy tags lead to the same profile, read once."""
    assert profile(tag) is profile("id")
    assert profile(tag) is not profile("en")


@pytest.mark.parametrize("tag", ["fr", "jv", "zh-Hant", "fr-id"])
def test_other_languages_are_missing(tag: str) -> None:
    """A language without profile is an error that carries the tag and the languages there are."""
    with pytest.raises(MissingLanguageError) as caught:
        profile(tag)
    assert caught.value == MissingLanguageError(tag, LANGUAGES)


@pytest.mark.parametrize("tag", ["", "English", "i", "id-", "en US, please"])
def test_what_is_no_tag_is_refused(tag: str) -> None:
    """A string that is no language tag is an error of its own."""
    with pytest.raises(InvalidValueError) as caught:
        profile(tag)
    assert caught.value.rule == "language-tag"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_can_be_found(language: str) -> None:
    """Each word and phrase of a profile reads as itself, so that it can occur in an answer."""
    known = profile(language)
    lost = [
        (name, phrase)
        for name, phrase in phrases(known)
        if [word.neutral for word in normalise(phrase, known)] != phrase.replace("-", " ").split()
    ]
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_of_money_can_be_found(language: str) -> None:
    """Each mark before a number makes it an amount, with and without a space between."""
    known = profile(language)
    amounts = [f"{mark}{space}500" for mark in sorted(known.money) for space in ("", " ")]
    assert [each for each in amounts if not quantities(each, known)[0].unit] == []
    assert not quantities("xyz 500", known)[0].unit


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_verb_is_cancelled(language: str) -> None:
    """No verb of acting stands among the words that are never taken for one."""
    known = profile(language)
    assert known.action_stems & (known.stop_words | known.not_actions | known.adverbs) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_speaker_and_team_are_told_apart(language: str) -> None:
    """No word means both the speaker and the team, and there are words for each."""
    known = profile(language)
    assert known.own_subjects
    assert known.team_subjects
    assert known.own_subjects & known.team_subjects == set()


def test_languages_have_the_same_categories() -> None:
    """Every lexicon stands in both languages, and holds something there."""
    english, indonesian = (dict(profile(each).lexicons) for each in LANGUAGES)
    assert english.keys() == indonesian.keys()
    assert all(words for words in (*english.values(), *indonesian.values()))


def test_languages_have_the_same_messages() -> None:
    """Every message stands in both languages with the same blanks to fill."""
    english, indonesian = (dict(profile(each).messages) for each in LANGUAGES)
    assert english.keys() == indonesian.keys()
    for code, message in english.items():
        assert re.findall(r"\{\w*\}", message) == re.findall(r"\{\w*\}", indonesian[code])
    assert "{anchor}" in english["next_step"]


def test_lexicons_and_messages_are_found_by_name() -> None:
    """A category gives its phrases and a code its message; unknown ones give nothing."""
    known = profile("en")
    assert "as a result" in known.lexicon("result")
    assert known.lexicon("weather") == frozenset()
    assert known.message("empty") == "There is no answer to score yet."
    assert known.message("weather") == ""


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_lead_from_one_word_to_one_word(language: str, name: str) -> None:
    """Each side of a pair is one word in lower case, and no word stands for two."""
    pairs = table(language, name)
    words = [word for pair in pairs for word in pair]
    assert [each for each in words if not re.fullmatch(r"[a-z]+(-[a-z]+)*", each)] == []
    assert len(dict(pairs)) == len(pairs)
    assert getattr(profile(language), name) == tuple(pairs)


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_have_no_chains(language: str, name: str) -> None:
    """What a word leads to leads no further, neither to itself nor to a third."""
    pairs = dict(table(language, name))
    assert pairs.keys() & set(pairs.values()) == set()


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_are_sorted(language: str, name: str) -> None:
    """Pairs stand in the order of their words, where a second one would be seen."""
    assert table(language, name) == sorted(table(language, name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_other_words_are_neutral(language: str) -> None:
    """No list holds an informal word, which could not be met in an answer once that is read."""
    known = profile(language)
    informal = dict(known.neutral).keys()
    verbs = [("verb_stems", word) for pair in known.verb_stems for word in pair]
    lists = [*phrases(known), *verbs]
    assert [each for each in lists if informal & set(each[1].split())] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_small_word_is_a_stem(language: str) -> None:
    """Stems are no small words, which would put every sentence on topic."""
    known = profile(language)
    assert {word for pair in known.verb_stems for word in pair} & known.stop_words == set()


@pytest.mark.parametrize(
    ("language", "word", "neutral"),
    [
        ("id", "nggak", "tidak"),
        ("id", "gw", "saya"),
        ("id", "ngecek", "mengecek"),
        ("id", "tidak", "tidak"),
        ("id", "buat", "buat"),
        ("id", "lagi", "lagi"),
        ("id", "pas", "pas"),
        ("en", "cuz", "because"),
        ("en", "organized", "organised"),
        ("en", "", ""),
    ],
)
def test_informal_words_have_a_neutral_one(language: str, word: str, neutral: str) -> None:
    """An informal word leads to its neutral one; neutral and ambiguous ones stay as they are."""
    assert profile(language).neutral_word(word) == neutral


@pytest.mark.parametrize(
    ("language", "word", "stem"),
    [
        ("id", "menyusun", "susun"),
        ("id", "disusun", "susun"),
        ("id", "susun", "susun"),
        ("id", "menarik", ""),
        ("en", "built", "build"),
        ("en", "sold", "sell"),
        ("en", "weather", ""),
    ],
)
def test_verbs_have_a_stem(language: str, word: str, stem: str) -> None:
    """A listed form leads to its stem, a stem to itself, and other words to none."""
    assert profile(language).verb_stem(word) == stem


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_and_team_part_are_told_apart(language: str) -> None:
    """No phrase claims a deed for the speaker and for the team at once."""
    known = profile(language)
    assert known.lexicon("own_part") & known.lexicon("team_part") == set()


@pytest.mark.parametrize("name", TABLES)
def test_a_word_given_twice_is_refused(name: str) -> None:
    """A profile of one's own may not say two things of a word."""
    pairs: Any = {name: [("a", "b"), ("a", "c")]}
    with pytest.raises(InvalidValueError) as caught:
        evolve(profile("en"), **pairs)
    assert caught.value.rule == "duplicate"


@pytest.mark.parametrize("language", LANGUAGES)
def test_profiles_are_values(language: str) -> None:
    """A profile equals its copy, also once its tables have been used."""
    known = profile(language)
    assert known.neutral_word("weather") == "weather"
    copy = pickle.loads(pickle.dumps(known))  # noqa: S301 - our own
    assert copy == known
    assert hash(copy) == hash(known)
    assert copy.neutral_word("weather") == "weather"


@pytest.mark.parametrize(
    "plain",
    [
        {"language": "es", "colour": "red"},
        {"language": "es", "grammar": {"colour": []}},
        {"language": "es", "grammar": []},
        {"language": "es", "numbers": {"numerals": {"uno": "1"}}},
        {"language": "es", "classes": [["own", ["yo"]], ["own", ["mi"]]]},
        {"language": "es", "classes": ["own"]},
    ],
)
def test_odd_data_files_are_refused(plain: dict[str, Any]) -> None:
    """A field that no profile has, or that holds something else, is one clear error."""
    with pytest.raises(InvalidValueError):
        profile_of(plain)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_is_in_one_class(language: str) -> None:
    """No word is listed in two classes, and classes and their words are sorted in the file."""
    file = files("interview_kit.language").joinpath("data", f"{language}.json")
    classes: dict[str, list[str]] = json.loads(file.read_text("utf-8"))["classes"]
    words = [word for own in classes.values() for word in own]
    assert len(words) == len(set(words))
    assert [*classes] == sorted(classes)
    assert all(own == sorted(own) for own in classes.values())


def test_units_have_one_name() -> None:
    """Forms of a unit lead to its name, and other nouns lose the ending of the plural."""
    known = profile("en")
    assert [known.unit_name(each) for each in ("hrs", "%", "clients", "gas")] == [
        "hour", "percent", "client", "gas",
    ]  # fmt: skip
