"""What the analyser knows of a language: word lists and small grammar tables, as data."""

from collections.abc import Iterable, Set as AbstractSet
from functools import cache, cached_property
from typing import Any, Final, final

from attrs import field, frozen

from interview_kit._resources import read_data
from interview_kit.errors import InvalidValueError, MissingLanguageError
from interview_kit.model import Language, Value, normalise_language
from interview_kit.model.checks import as_tuple, shown
from interview_kit.model.sources import to_strings
from interview_kit.model.values import is_tuple

__all__ = ["Profile", "profile", "supported_languages"]

#: The languages that come with the library.
BUNDLED: Final = ("en", "id")


def _to_words(values: Iterable[str]) -> frozenset[str]:
    return frozenset(
        to_strings(sorted(values, key=repr) if isinstance(values, AbstractSet) else values)
    )


def _to_pairs(values: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    pairs = as_tuple(values)
    if not all(is_tuple(pair) and len(pair) == len(("name", "held")) for pair in pairs):
        raise InvalidValueError("Profile", shown(pairs), "pairs of a name and what it holds")
    names = to_strings(name for name, _ in pairs)
    if len(set(names)) < len(names):
        raise InvalidValueError("Profile", shown(names), "each name once", rule="duplicate")
    return dict(pairs)


def _to_lexicons(
    values: Iterable[tuple[str, Iterable[str]]],
) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((name, _to_words(words)) for name, words in _to_pairs(values).items())


def _to_string_pairs(values: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    pairs = _to_pairs(values)
    to_strings(pairs.values())
    return tuple(pairs.items())


@final
@frozen(kw_only=True, eq=False, repr=False)
class Profile(Value):
    """A language as the analyser sees it; all words in lower case.

    Attributes:
        language: its tag.
        stop_words: words that carry no topic.
        own_subjects: first person singular.
        team_subjects: first person plural.
        own_prefixes: first person singular as it is joined to a verb.
        adverbs: words that may stand between a subject and its verb.
        action_stems: verb forms of acting that no prefix or ending shows.
        action_prefixes: beginnings of verbs of acting.
        not_actions: words that look like verbs of acting and are none.
        neutral: pairs of an informal word and the neutral word that it stands for, as `gak` for
            `tidak`; all other words of a profile are neutral.
        verb_stems: pairs of a form of a verb and its stem, where endings alone do not show it.
        lexicons: pairs of a category, such as `result`, and its words and phrases.
        units: nouns that make a number a measure.
        money: marks before a number that make it an amount of money.
        number_words: numbers in words.
        messages: pairs of a code and a sentence for the candidate.
    """

    language: Language = field(converter=normalise_language)
    stop_words: frozenset[str] = field(converter=_to_words)
    own_subjects: frozenset[str] = field(converter=_to_words)
    team_subjects: frozenset[str] = field(converter=_to_words)
    own_prefixes: tuple[str, ...] = field(converter=to_strings)
    adverbs: frozenset[str] = field(converter=_to_words)
    action_stems: frozenset[str] = field(converter=_to_words)
    action_prefixes: tuple[str, ...] = field(converter=to_strings)
    not_actions: frozenset[str] = field(converter=_to_words)
    neutral: tuple[tuple[str, str], ...] = field(converter=_to_string_pairs)
    verb_stems: tuple[tuple[str, str], ...] = field(converter=_to_string_pairs)
    lexicons: tuple[tuple[str, frozenset[str]], ...] = field(converter=_to_lexicons)
    units: frozenset[str] = field(converter=_to_words)
    money: frozenset[str] = field(converter=_to_words)
    number_words: frozenset[str] = field(converter=_to_words)
    messages: tuple[tuple[str, str], ...] = field(converter=_to_string_pairs)

    @cached_property
    def _neutral_words(self) -> dict[str, str]:
        return dict(self.neutral)

    @cached_property
    def _verb_stems(self) -> dict[str, str]:
        # A stem is its own: "tulis" loses no ending either.
        return {known: known for _, known in self.verb_stems} | dict(self.verb_stems)

    def neutral_word(self, word: str) -> str:
        """Give the neutral word for an informal one.

        Args:
            word: a word in lower case.

        Returns:
            The word to look for; the same if it is neutral.

        >>> profile("id").neutral_word("nggak")
        'tidak'
        """
        return self._neutral_words.get(word, word)

    def verb_stem(self, word: str) -> str:
        """Give the stem of a form of a verb.

        Args:
            word: a neutral word in lower case.

        Returns:
            The stem; empty if the language does not list the form.

        >>> profile("id").verb_stem("menyusun")
        'susun'
        """
        return self._verb_stems.get(word, "")

    def lexicon(self, category: str) -> frozenset[str]:
        """Give the words and phrases of a category.

        Args:
            category: such as `result`.

        Returns:
            The phrases; none if the language has no such category.
        """
        return dict(self.lexicons).get(category, frozenset())

    def message(self, code: str) -> str:
        """Give a sentence for the candidate.

        Args:
            code: such as `too_short`.

        Returns:
            The sentence; empty if the language has none.
        """
        return dict(self.messages).get(code, "")


def supported_languages() -> tuple[str, ...]:
    """Name the languages in which answers can be analysed.

    Returns:
        Their tags, sorted.
    """
    return BUNDLED


def profile(language: str) -> Profile:
    """Give the profile of a language.

    Args:
        language: a BCP 47 tag; only its first part counts.

    Returns:
        The profile, the same object each time.

    Raises:
        MissingLanguageError: if the library has none for this language.

    >>> profile("id-ID").language
    'id'
    """
    primary = normalise_language(language).partition("-")[0]
    if primary not in BUNDLED:
        raise MissingLanguageError(language, BUNDLED)
    return _read(primary)


@cache
def _read(language: str) -> Profile:
    data = read_data("interview_kit.language", language)
    lexicons = tuple((name, frozenset(words)) for name, words in data.pop("lexicons").items())
    neutral, verb_stems, messages = (
        tuple(data.pop(name).items()) for name in ("neutral", "verb_stems", "messages")
    )
    return Profile(
        neutral=neutral, verb_stems=verb_stems, lexicons=lexicons, messages=messages, **data
    )
