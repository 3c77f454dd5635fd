"""What the analyser knows of a language: word lists and small grammar tables, as data."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import Any, Final, final

from attrs import field, frozen

from interview_kit._resources import read_data
from interview_kit.errors import InvalidValueError, MissingLanguageError
from interview_kit.language._cues import CueTable, cue_table
from interview_kit.language._grammar import Grammar, to_classes
from interview_kit.language._identity import PROPER
from interview_kit.language._numerals import NumberWords
from interview_kit.language._tables import is_table, to_lexicons, to_string_pairs, to_words
from interview_kit.language._weights import Weights, weights_of
from interview_kit.model import Language, Value, normalise_language
from interview_kit.model.checks import instance_of, or_none, shown
from interview_kit.model.sources import to_strings

__all__ = ["Profile", "known_profile", "profile", "profile_of", "supported_languages"]

#: The languages that come with the library.
BUNDLED: Final = ("en", "id")
#: The lexicons whose phrases tell a part of an answer, or that it has none.
PART_LEXICONS: Final = (
    "situation", "task", "action", "result", "learning", "hypothetical", "habitual", "hedge",
)  # fmt: skip
YEAR: Final = re.compile(r"(?:19|20)\d\d")
#: Shortest verb that a prefix or ending can show ("menata", "fixed"), in letters.
MIN_VERB: Final = 5
#: Shortest word that is left when an ending is taken off, in letters: below it unlike words meet.
MIN_STEM: Final = 3


def _to_grammar(grammar: Any) -> Any:
    return _made(Grammar, grammar)


def _to_number_words(numbers: Any) -> Any:
    return _made(NumberWords, numbers)


def _made(kind: type[Any], held: object) -> object:
    """Make a value of an object of a data file; leave what is none to the validator."""
    if not is_table(held):
        return held
    try:
        return kind(**held)
    except TypeError as error:
        allowed = f"the fields of {kind.__name__}"
        raise InvalidValueError("Profile", shown(held), allowed) from error


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
        classes: pairs of a class of words, such as `own`, and its words; a word in one class only.
        endings: word endings that are taken off before a word is looked up in `classes`, as `nya`.
        plurals: endings that make one thing many.
        prefix_classes: pairs of a beginning and the class of words that begin so and are not listed.
        suffix_classes: pairs of an ending and the class of words that end so and are not listed.
        noun_classes: classes of words that may name what is counted.
        verb_openers: classes of words after which a verb follows, as `will`.
        subject_classes: classes of words with which a clause opens after a pause.
        clause_openers: connectives before which a run-on is cut.
        result_openers: connectives of a result, before which any sentence is cut after a pause.
        abbreviations: words after which a point ends no sentence.
        answer_cues: classes (`<own>`) and categories (`{habitual}`) of which it matters for each
            clause how common they are in the whole answer.
        grammar: how the language builds a clause.
        numbers: how the language writes and says numbers.
        weights: what training has learned of the language; none if nobody has trained it.
    """

    language: Language = field(converter=normalise_language)
    stop_words: frozenset[str] = field(default=frozenset(), converter=to_words)
    own_subjects: frozenset[str] = field(default=frozenset(), converter=to_words)
    team_subjects: frozenset[str] = field(default=frozenset(), converter=to_words)
    own_prefixes: tuple[str, ...] = field(default=(), converter=to_strings)
    adverbs: frozenset[str] = field(default=frozenset(), converter=to_words)
    action_stems: frozenset[str] = field(default=frozenset(), converter=to_words)
    action_prefixes: tuple[str, ...] = field(default=(), converter=to_strings)
    not_actions: frozenset[str] = field(default=frozenset(), converter=to_words)
    neutral: tuple[tuple[str, str], ...] = field(default=(), converter=to_string_pairs)
    verb_stems: tuple[tuple[str, str], ...] = field(default=(), converter=to_string_pairs)
    lexicons: tuple[tuple[str, frozenset[str]], ...] = field(default=(), converter=to_lexicons)
    units: frozenset[str] = field(default=frozenset(), converter=to_words)
    money: frozenset[str] = field(default=frozenset(), converter=to_words)
    number_words: frozenset[str] = field(default=frozenset(), converter=to_words)
    messages: tuple[tuple[str, str], ...] = field(default=(), converter=to_string_pairs)
    classes: tuple[tuple[str, frozenset[str]], ...] = field(default=(), converter=to_lexicons)
    endings: tuple[str, ...] = field(default=(), converter=to_strings)
    plurals: tuple[str, ...] = field(default=(), converter=to_strings)
    prefix_classes: tuple[tuple[str, str], ...] = field(default=(), converter=to_string_pairs)
    suffix_classes: tuple[tuple[str, str], ...] = field(default=(), converter=to_string_pairs)
    noun_classes: frozenset[str] = field(default=frozenset(), converter=to_classes)
    verb_openers: frozenset[str] = field(default=frozenset(), converter=to_classes)
    subject_classes: frozenset[str] = field(default=frozenset(), converter=to_classes)
    clause_openers: frozenset[str] = field(default=frozenset(), converter=to_words)
    result_openers: frozenset[str] = field(default=frozenset(), converter=to_words)
    abbreviations: frozenset[str] = field(default=frozenset(), converter=to_words)
    answer_cues: tuple[str, ...] = field(default=(), converter=to_strings)
    grammar: Grammar = field(factory=Grammar, converter=_to_grammar, validator=instance_of(Grammar))
    numbers: NumberWords = field(
        factory=NumberWords, converter=_to_number_words, validator=instance_of(NumberWords)
    )
    weights: Weights | None = field(default=None, validator=or_none(instance_of(Weights)))

    @cached_property
    def _neutral_words(self) -> dict[str, str]:
        return dict(self.neutral)

    @cached_property
    def _verb_stems(self) -> dict[str, str]:
        # A stem is its own: "tulis" loses no ending either.
        return {known: known for _, known in self.verb_stems} | dict(self.verb_stems)

    @cached_property
    def word_pattern(self) -> re.Pattern[str]:
        """The pattern of words: numbers with their points and commas, letters, signs of money."""
        marks = "|".join(re.escape(mark) for mark in sorted(self.money))
        money = rf"(?:{marks})(?=\s?\d)|" if marks else ""
        return re.compile(rf"({money}\d(?:[\d.,:]*\d)?|[^\W\d_][^\W_]*|%)")

    def neutral_words(self, words: Sequence[str]) -> list[str]:
        """Give the neutral word for each of some words.

        Args:
            words: words in lower case.

        Returns:
            As many words to look for.
        """
        return [*map(self._neutral_words.get, words, words)]

    @cached_property
    def _class_table(self) -> "_ClassTable":
        return _ClassTable(self)

    def classes_of(self, words: Sequence[str]) -> list[str]:
        """Give the class of each of some words.

        Args:
            words: neutral words.

        Returns:
            As many classes, in angle brackets: the listed one, that of the form, or `<other>`.

        >>> profile("id").classes_of(["saya", "menghubungi", "dia", "2023"])
        ['<own>', '<act>', '<they>', '<year>']
        """
        return [*map(self._class_table.__getitem__, words)]

    @cached_property
    def measures(self) -> frozenset[str]:
        """All forms of units that make a number a measure."""
        return self.units | self.numbers.unit_of.keys() | {*self.numbers.unit_of.values()}

    def unit_name(self, word: str) -> str:
        """Give the name of a unit.

        Args:
            word: a form of it in lower case, or any noun.

        Returns:
            Its listed name, or the word without the ending of the plural.

        >>> profile("en").unit_name("hrs"), profile("en").unit_name("clients")
        ('hour', 'client')
        """
        named = self.numbers.unit_of.get(word)
        plural = next((e for e in self.plurals if word.endswith(e) and len(word) > MIN_STEM), "")
        return named or word.removesuffix(plural)

    @cached_property
    def known_words(self) -> frozenset[str]:
        """All words that the profile has in one of its lists."""
        listed = (word for _, words in self.classes for word in words)
        forms = (word for pair in self.verb_stems for word in pair)
        sets = (self.stop_words, self.units, self.number_words, self.action_stems, self.adverbs)
        cues = (word for _, phrases in self.lexicons for each in phrases for word in each.split())
        return frozenset[str]().union(listed, forms, cues, self.numbers.words, *sets)

    @cached_property
    def _lexicon_words(self) -> dict[str, frozenset[str]]:
        return dict(self.lexicons)

    @cached_property
    def empty_words(self) -> frozenset[str]:
        """The words that fit any answer: small ones, labels, praise, and names."""
        return self.stop_words | self.adverbs | self.lexicon("abstract") | {PROPER}

    @cached_property
    def part_cues(self) -> CueTable:
        """The phrases of `PART_LEXICONS`, each with its category in braces."""
        return self._cue_table({name: f"{{{name}}}" for name in PART_LEXICONS})

    @cached_property
    def cues(self) -> CueTable:
        """The phrases of all lexicons, each with its category."""
        return self._cue_table({name: name for name, _ in self.lexicons})

    def _cue_table(self, names: Mapping[str, str]) -> CueTable:
        return cue_table(
            (self.neutral_words(self.word_pattern.findall(phrase)), name)
            for category, name in names.items()
            for phrase in sorted(self.lexicon(category))
        )

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
        return self._lexicon_words.get(category, frozenset())

    def message(self, code: str) -> str:
        """Give a sentence for the candidate.

        Args:
            code: such as `too_short`.

        Returns:
            The sentence; empty if the language has none.
        """
        return dict(self.messages).get(code, "")


class _ClassTable(dict[str, str]):
    """Words and their classes; the class of a word that is not listed goes by its form.

    Nothing is added to the table: words of an answer are not kept.
    """

    def __init__(self, known: Profile) -> None:
        super().__init__(dict.fromkeys((stem for _, stem in known.verb_stems), "<stem>"))
        self.update(dict.fromkeys(known.not_actions, "<other>"))
        self.update((word, f"<{name}>") for name, words in known.classes for word in words)
        self._endings = known.endings
        self._prefixes = known.prefix_classes
        self._suffixes = known.suffix_classes
        self._own_prefixes = known.own_prefixes

    def __missing__(self, word: str) -> str:
        if word == PROPER:
            return PROPER
        if word[0].isdigit():
            return "<year>" if YEAR.fullmatch(word) else "<number>"
        if word.endswith(self._endings):
            for ending in self._endings:
                stem = word.removesuffix(ending)
                if len(stem) >= MIN_STEM and stem in self and stem != word:
                    return self[stem]
        if len(word) >= MIN_VERB:
            return self._by_form(word)
        return "<other>"

    def _by_form(self, word: str) -> str:
        for prefix in self._own_prefixes:
            stem = word.removeprefix(prefix)
            if stem != word and self.get(stem, "") == "<stem>":
                return "<joined>"
        for prefix, name in self._prefixes:
            if word.startswith(prefix):
                return f"<{name}>"
        for suffix, name in self._suffixes:
            if word.endswith(suffix):
                return f"<{name}>"
        return "<other>"


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
    weights = read_data("interview_kit.language", f"{language}_weights")
    known = weights_of(weights) if weights else None
    return profile_of(read_data("interview_kit.language", language), known)


def profile_of(plain: Mapping[str, Any], weights: Weights | None = None) -> Profile:
    """Make the profile of a language from its data file.

    Args:
        plain: what the file holds: the fields of `Profile`, tables as objects.
        weights: what training has learned of the language, if it was trained.

    Returns:
        The profile.

    Raises:
        InvalidValueError: if a field is unknown or holds something else.
    """
    try:
        return Profile(weights=weights, **plain)
    except TypeError as error:
        raise InvalidValueError("profile", shown(plain), "the fields of Profile") from error


def known_profile(language: "str | Profile") -> Profile:
    """Give the profile of a language that is named or given itself.

    Args:
        language: a BCP 47 tag of a language that comes with the library, or a profile.

    Returns:
        The profile.

    Raises:
        MissingLanguageError: if the library has none for this tag.
    """
    return language if isinstance(language, Profile) else profile(language)
