"""An answer as the rules see it: sentences, words, and what can be found in them."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Final, final

from attrs import frozen

from interview_kit.language._profile import MIN_VERB, YEAR, Profile, known_profile
from interview_kit.language._tokens import pieces_of
from interview_kit.model import Value

__all__ = ["Reading", "Sentence", "Word", "normalise", "read"]

#: Ends of sentences: marks before a space, an empty line, or a new line that opens with a capital,
#: a digit or a bullet. A point within a number is none, nor is the end of a wrapped line.
BOUNDARY: Final = re.compile(r"[.!?;]+(?=\s|$)|\n[^\S\n]*\n|\n(?=[^\S\n]*(?:[-*\u2022\d]|[A-Z]))")
WORD: Final = re.compile(r"[^\W_](?:[^\W_]|-(?=[^\W_]))*")
NUMBER: Final = re.compile(r"\d(?:\d|[.,](?=\d))*")
#: Shortest stem, in letters: below it unlike words meet.
MIN_STEM: Final = 4
#: Characters before the first word in which a mark of money is looked for ("$ 500").
MARK_ROOM: Final = 2
#: Most adverbs between a subject and its verb ("saya juga langsung sempat mengecek").
MAX_ADVERBS: Final = 3
#: Words after a number among which its unit is looked for ("25 orang", "dua puluh lima persen").
UNIT_DISTANCE: Final = 3


@final
@frozen(kw_only=True, eq=False, repr=False)
class Word(Value):
    """A word of an answer.

    Attributes:
        text: the word in lower case, as it was said.
        neutral: the word as it is matched, informal words by their neutral ones.
        start: where it begins, in characters from the start of the answer.
        end: where it ends, exclusive.
    """

    text: str
    neutral: str
    start: int
    end: int


@final
@frozen(kw_only=True, eq=False, repr=False)
class Sentence(Value):
    """A sentence of an answer.

    Attributes:
        start: where it begins, in characters from the start of the answer.
        end: where it ends, exclusive.
        words: its words; at least one.
    """

    start: int
    end: int
    words: tuple[Word, ...]

    @cached_property
    def padded(self) -> str:
        """The neutral words joined by single spaces, with a space at both ends."""
        return f" {' '.join(word.neutral for word in self.words)} "

    def has(self, phrases: Iterable[str]) -> bool:
        """Tell whether one of some words or phrases occurs, as whole words.

        Args:
            phrases: words and phrases in neutral words; they are taken apart as answers are, so
                that "a/b test" and "don't push" are found.

        Returns:
            `True` if one does.
        """
        return any(f" {_spaced(phrase)} " in self.padded for phrase in phrases)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Reading(Value):
    """An answer, taken apart.

    Attributes:
        text: the answer exactly as given.
        profile: the language it was read in.
        sentences: its sentences in order.
    """

    text: str
    profile: Profile
    sentences: tuple[Sentence, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """All words in order."""
        return tuple(word for sentence in self.sentences for word in sentence.words)

    def with_cue(self, category: str) -> tuple[Sentence, ...]:
        """Find the sentences that hold a word or phrase of a category.

        Args:
            category: a lexicon of the language, such as `result`.

        Returns:
            The sentences in order.
        """
        return self.with_phrase(self.profile.lexicon(category))

    def with_phrase(self, phrases: Iterable[str]) -> tuple[Sentence, ...]:
        """Find the sentences that hold one of some words or phrases, informal or neutral.

        Args:
            phrases: words and phrases; informal ones are found by their neutral ones, too.

        Returns:
            The sentences in order.
        """
        neutral_word = self.profile.neutral_word
        sought = tuple(_padded(phrase, neutral_word) for phrase in phrases)
        return self._where(lambda each: any(phrase in each.padded for phrase in sought))

    def with_own_action(self) -> tuple[Sentence, ...]:
        """Find the sentences in which the speaker says what they did.

        Returns:
            The sentences in order.
        """
        return self._with_action(self.profile.own_subjects)

    def with_team_action(self) -> tuple[Sentence, ...]:
        """Find the sentences in which the speaker says what their team did.

        Returns:
            The sentences in order.
        """
        return self._with_action(self.profile.team_subjects)

    def with_measure(self) -> tuple[Sentence, ...]:
        """Find the sentences that hold a number with a unit, a percentage or an amount of money.

        Returns:
            The sentences in order; years and bare numbers do not count.
        """
        return self._where(self._measures)

    def on_topic(self, stems: frozenset[str]) -> tuple[Sentence, ...]:
        """Find the sentences that hold a topic word.

        Args:
            stems: stems of the topic, as `stem` makes them in this language.

        Returns:
            The sentences in order.
        """
        known = self.profile
        return self._where(lambda each: any(stem(w.neutral, known) in stems for w in each.words))

    def _where(self, test: Callable[[Sentence], bool]) -> tuple[Sentence, ...]:
        return tuple(sentence for sentence in self.sentences if test(sentence))

    def _with_action(self, subjects: frozenset[str]) -> tuple[Sentence, ...]:
        return self._where(lambda sentence: self._acts(sentence, subjects))

    def _acts(self, sentence: Sentence, subjects: frozenset[str]) -> bool:
        words = [word.neutral for word in sentence.words]
        places = (place for place, word in enumerate(words) if word in subjects)
        spelt = any(self._is_action(verb) for place in places for verb in self._verb(words, place))
        return spelt or (subjects is self.profile.own_subjects and any(map(self._is_joined, words)))

    def _is_joined(self, word: str) -> bool:
        """Tell whether a word is a verb of acting with the speaker joined to it, as in "kususun"."""
        known = self.profile
        return any(
            word.startswith(own) and word.removeprefix(own) in known.action_stems
            for own in known.own_prefixes
        )

    def _verb(self, words: list[str], place: int) -> Iterator[str]:
        following = words[place + 1 : place + 2 + MAX_ADVERBS]
        for word in following:
            if word not in self.profile.adverbs:
                yield word
                return

    def _is_action(self, word: str) -> bool:
        known = self.profile
        if word in known.not_actions or word in known.stop_words:
            return False
        ending = known.language == "en" and word.endswith("ed") and len(word) >= MIN_VERB
        prefix = len(word) >= MIN_VERB and word.startswith(known.action_prefixes)
        return ending or prefix or word in known.action_stems

    def _measures(self, sentence: Sentence) -> bool:
        # A sentence begins with its first word, before which a mark of money may stand.
        before = self.text[max(0, sentence.start - MARK_ROOM) : sentence.start]
        mark = before if before.strip() in self.profile.money else ""
        said = mark + self.text[sentence.start : sentence.end]
        if ("%" in said and NUMBER.search(said)) or self._has_money(said):
            return True
        texts = [word.neutral for word in sentence.words]
        return any(self._is_measure(texts, place) for place in range(len(texts)))

    def _has_money(self, said: str) -> bool:
        marks = "|".join(re.escape(mark) for mark in sorted(self.profile.money))
        return re.search(rf"(?<!\w)(?:{marks})\s?\d", said.lower()) is not None

    def _is_measure(self, words: list[str], place: int) -> bool:
        word, known = words[place], self.profile
        # "twenty-five" is one word, of which each half is a number.
        spelt = any(half in known.number_words for half in word.split("-"))
        is_number = spelt or NUMBER.match(word) is not None
        following = words[place + 1 : place + 1 + UNIT_DISTANCE]
        if not is_number or YEAR.fullmatch(word):
            return False
        glued = known.neutral_word(word.lstrip("0123456789.,"))
        return glued in known.units or any(each in known.units for each in following)


@lru_cache(maxsize=4096)
def _spaced(phrase: str) -> str:
    return " ".join(word.lower() for word in WORD.findall(phrase))


# A method is cheap to look up; a profile would be hashed by all that it holds.
@lru_cache(maxsize=4096)
def _padded(phrase: str, neutral_word: Callable[[str], str]) -> str:
    return f" {' '.join(map(neutral_word, _spaced(phrase).split()))} "


def read(text: str, profile: Profile) -> Reading:
    """Take an answer apart.

    Args:
        text: the answer.
        profile: the language to read it in.

    Returns:
        Its sentences and words; all offsets are into the very text given.
    """
    return Reading(text=text, profile=profile, sentences=tuple(_sentences(text, profile)))


def normalise(text: str, language: str | Profile) -> tuple[Word, ...]:
    """Give the words of informal or mixed text by their neutral ones, each where it stands.

    Args:
        text: the answer; any text.
        language: a BCP 47 tag of a language that comes with the library, or a profile.

    Returns:
        Its words in order: as said, neutral, and the offsets into the very text given.

    Raises:
        MissingLanguageError: if the library has no profile for this tag.

    >>> " ".join(each.neutral for each in normalise("gw udh ngecek, tp blm beres", "id"))
    'saya sudah mengecek tetapi belum selesai'
    """
    profile = known_profile(language)
    said, starts, ends, _ = pieces_of(text, profile)
    columns = zip(said, profile.neutral_words(said), starts, ends, strict=True)
    return tuple(
        Word(text=said, neutral=word, start=start, end=end) for said, word, start, end in columns
    )


def stem(word: str, profile: Profile | None = None) -> str:
    """Cut a word down so that its common forms meet: endings only, and never below four letters.

    Args:
        word: a word in lower case.
        profile: the language whose listed verb stems come first; none for endings only.

    Returns:
        The stem of a listed verb, with or without an ending, or the beginning that its forms share.

    >>> stem("pelanggannya"), stem("customers")
    ('pelanggan', 'customer')
    """
    cut = _without_ending(word)
    if profile is None:
        return cut
    return profile.verb_stem(word) or profile.verb_stem(cut) or cut


def _without_ending(word: str) -> str:
    for ending in ("nya", "kan", "ing", "ed", "es", "s", "i"):
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM:
            return word[: -len(ending)]
    return word


def _word(found: re.Match[str], known: Profile) -> Word:
    said = found.group().lower()
    return Word(text=said, neutral=known.neutral_word(said), start=found.start(), end=found.end())


def _sentences(text: str, known: Profile) -> Iterator[Sentence]:
    start = 0
    ends = [found.end() for found in BOUNDARY.finditer(text)]
    for end in (*ends, len(text)):
        words = tuple(_word(found, known) for found in WORD.finditer(text, start, end))
        if words:
            trailing = len(text[start:end]) - len(text[start:end].rstrip())
            yield Sentence(start=words[0].start, end=end - trailing, words=words)
        start = end
