"""What lies too near to be wrong: competencies that overlap, texts that name one another."""

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import permutations
from typing import Final

from interview_kit.bank import Bank
from interview_kit.knowledge._wording import likeness, tells
from interview_kit.model import Competency, Question, Role, Text

__all__ = [
    "Kinship",
    "first_sentence",
    "gives_away",
    "mentions",
    "names_in",
    "served_goals",
    "words_of",
]

WORD: Final = re.compile(r"[^\W_]{2,}")
ANY_WORD: Final = re.compile(r"\w+")
#: Words of names that give nothing away among texts about work.
SMALL: Final = frozenset(
    (
        "about",
        "and",
        "atau",
        "dan",
        "dengan",
        "di",
        "for",
        "in",
        "job",
        "kerja",
        "of",
        "on",
        "or",
        "pekerjaan",
        "tentang",
        "the",
        "to",
        "with",
        "work",
        "yang",
    )
)
#: Where a sentence ends and another begins.
END: Final = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-z])")
#: Definitions that share more than this of their words tell of much the same; of the 1,431 pairs
#: of bundled competencies, seven do.
ALIKE: Final = 0.25


def words_of(text: Text) -> frozenset[str]:
    """Give the words of a text.

    Args:
        text: any text.

    Returns:
        All words of two letters or more in all its languages, in lower case.

    >>> sorted(words_of(Text.of(id="Interview HRD", en="HR interview")))
    ['hr', 'hrd', 'interview']
    """
    return frozenset(word for _, said in text.entries for word in WORD.findall(said.lower()))


def names_in(text: Text, names: Iterable[Text]) -> frozenset[str]:
    """Find words of names in a text, language by language.

    Args:
        text: the text.
        names: names that speak the same languages.

    Returns:
        The words that it shares with any of them.

    >>> sorted(names_in(Text.of(en="The user decides."), [Text.of(en="User interview")]))
    ['user']
    """
    return frozenset(
        word
        for name in names
        for tag, said in text.entries
        if tag in name.languages
        for word in {*WORD.findall(said.lower())} & {*WORD.findall(name.in_(tag).lower())}
    )


def gives_away(text: Text, name: Text) -> bool:
    """Tell whether who reads a text finds a name by nothing but the words in it.

    Args:
        text: the text.
        name: the name.

    Returns:
        Whether they share a word, be it an abbreviation, or the root of one.

    >>> gives_away(Text.of(en="Plan the SEO."), Text.of(en="SEO and SEM"))
    True
    """
    return bool(names_in(text, [name]) - SMALL) or tells(text, name)


def first_sentence(text: Text) -> Text:
    """Give the beginning of a text, which needs nothing before it to be understood.

    Args:
        text: any text.

    Returns:
        Its first sentence in each language.

    >>> first_sentence(Text.of(en="It is short. So is this.")).in_("en")
    'It is short.'
    """
    return Text(entries={tag: END.split(said, maxsplit=1)[0] for tag, said in text.entries})


def mentions(text: Text, noun: Competency | Role) -> bool:
    """Tell whether a text speaks of a competency, or of the work of a role.

    Args:
        text: the text.
        noun: the competency or the role.

    Returns:
        Whether a word or phrase stands in it by which people tell of that.
    """
    return any(
        term in _in_line(said) for tag, said in text.entries for term in _lines(noun.terms.in_(tag))
    )


@lru_cache(maxsize=1024)
def _lines(terms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_in_line, terms))


@lru_cache(maxsize=1024)
def _in_line(said: str) -> str:
    """Give the words of a text with a space before and after each, so that a term is found whole."""
    return f" {' '.join(ANY_WORD.findall(said.lower()))} "


def served_goals(questions: Iterable[Question]) -> dict[str, frozenset[str]]:
    """Find what the questions on each competency serve: any of it may be argued for all of them.

    Args:
        questions: the questions.

    Returns:
        For each competency that a question names first, the goals of all such questions.
    """
    found: dict[str, frozenset[str]] = {}
    for each in questions:
        main = each.competencies[0]
        found[main] = found.get(main, frozenset()) | {*each.goals}
    return found


class Kinship:
    """Which competencies of a bank stand near one another, and which too near.

    Attributes:
        bank: the bank.
    """

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self._together = frozenset(
            pair for each in bank.all(Question) for pair in permutations(each.competencies, 2)
        )

    def overlap(self, one: Competency, other: Competency) -> bool:
        """Tell whether what shows one competency may be said to show another.

        Args:
            one: a competency.
            other: another.

        Returns:
            Whether some question asks for both, or their definitions are alike.
        """
        return (one.id, other.id) in self._together or likeness(
            one.definition, other.definition
        ) > ALIKE

    def fellows(self, competency: Competency) -> list[Competency]:
        """Give the competencies that one may be taken for, but that are not the same.

        Args:
            competency: the competency.

        Returns:
            Those of the same roles that do not overlap with it, sorted by id.
        """
        return [
            each
            for each in self.bank.all(Competency)
            if each.roles == competency.roles
            and each is not competency
            and not self.overlap(competency, each)
        ]
