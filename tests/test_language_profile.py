"""Profiles: what is known of each language can be found in texts, and says the same in all."""

import re
from collections.abc import Iterator

import pytest

from interview_kit import InvalidValueError, MissingLanguageError
from interview_kit.language import Profile, profile, read, supported_languages

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
        if [word.text for word in read(phrase, known).words] != phrase.split()
        or not read(phrase, known).sentences[0].has([phrase])
    ]
    assert lost == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_of_money_can_be_found(language: str) -> None:
    """Each mark before a number makes it an amount, with and without a space between."""
    known = profile(language)
    amounts = [f"{mark}{space}500" for mark in sorted(known.money) for space in ("", " ")]
    assert [each for each in amounts if not read(each, known).with_measure()] == []
    assert not read("xyz 500", known).with_measure()


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
