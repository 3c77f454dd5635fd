"""Words that tell who somebody is, which no reading may depend on: names, places, faith, gender, age.

They are replaced by one neutral word before anything else is looked at, so that an answer is read the
same whoever tells it and of whomever it tells. Names that no list holds are known by their capital.
"""

from collections.abc import Container, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from interview_kit._resources import read_data

__all__ = [
    "PERSON",
    "PROPER",
    "WITHIN",
    "Columns",
    "Identity",
    "identity_runs",
    "known_identity",
]

#: The word for all of them, which is also its class. No text has it: words hold no such signs.
PROPER: Final = "<proper>"
#: The class of words for people, who stay one word with their name: "Pak Budi", "the nurse Ana".
PERSON: Final = "<person>"
#: What stands between the words of one name, or of one phrase.
WITHIN: Final = frozenset((" ", "-"))
#: What stands before a word within a sentence.
INSIDE: Final = frozenset((" ", ", ", "-", "/"))
#: Share of words with a capital from which on a capital tells nothing: titles, shouting.
CAPITALS_SHARE: Final = 0.6
#: Most words of a phrase, and of an age.
MOST_WORDS: Final = 3
MOST_NUMBERS: Final = 4


class Identity(NamedTuple):
    """The lists, all in lower case.

    Attributes:
        swaps: words of which only one form is kept, as `he` for `she`.
        words: words that are replaced wherever they stand.
        phrases: phrases of two or three words, likewise.
        openings: the first words of those phrases.
        namesakes: words of the language that are names, too, where they have a capital.
        trade: names of products and the like, which are no one's.
        heads: words that belong to the name after them, as `university`.
        links: words between those two, as `of`.
        ages: words before an age, as `umur`.
    """

    swaps: dict[str, str]
    words: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    openings: frozenset[str]
    namesakes: frozenset[str]
    trade: frozenset[str]
    heads: frozenset[str]
    links: frozenset[str]
    ages: frozenset[str]


@cache
def known_identity() -> Identity:
    """Give the lists that come with the library."""
    data = read_data("interview_kit.language", "identity")
    phrases = frozenset(tuple(each.split()) for each in data["phrases"])
    openings = frozenset(each[0] for each in phrases)
    names = ("namesakes", "trade", "heads", "links", "ages")
    sets = (frozenset[str](data[name]) for name in names)
    return Identity(dict(data["swaps"]), frozenset(data["words"]), phrases, openings, *sets)


class Columns(NamedTuple):
    """The words of a text as they are looked at here; see `Tokens`."""

    text: str
    words: Sequence[str]
    classes: Sequence[str]
    starts: Sequence[int]
    gaps: Sequence[str]


def identity_runs(
    columns: Columns, listed: Container[str], numerals: Container[str]
) -> list[tuple[int, int]]:
    """Find the runs of words that tell who somebody is.

    Args:
        columns: the words of a text.
        listed: words whose capital tells nothing, since the language knows them.
        numerals: the language's words of numbers.

    Returns:
        Pairs of the first word and the one after the last, in order, not touching.
    """
    lists, words = known_identity(), columns.words
    marked = {*_by_capital(columns, listed, lists)}
    if not lists.words.isdisjoint(words):
        marked.update(at for at, word in enumerate(words) if word in lists.words)
    if not lists.openings.isdisjoint(words):
        marked.update(_by_phrase(words, lists))
    if not lists.ages.isdisjoint(words):
        marked.update(_by_age(words, lists, numerals))
    if marked and not lists.heads.isdisjoint(words):
        marked.update(_by_head(words, lists, marked))
    return _joined(sorted(marked), columns.gaps)


def _by_capital(columns: Columns, listed: Container[str], lists: Identity) -> Iterator[int]:
    """Find the words with a capital within a sentence, and where else they stand with one."""
    text, words = columns.text, columns.words
    capitals = [at for at, start in enumerate(columns.starts) if text[start].isupper()]
    if len(capitals) >= CAPITALS_SHARE * len(words):
        return
    names = [at for at in capitals if _may_name(columns, at, listed, lists)]
    within = {words[at] for at in names if columns.gaps[at] in INSIDE}
    yield from (at for at in names if words[at] in within)


def _may_name(columns: Columns, at: int, listed: Container[str], lists: Identity) -> bool:
    """Tell whether a word with a capital may be a name: an abbreviation is none."""
    word, start = columns.words[at], columns.starts[at]
    is_word = (word in listed or word in lists.trade) and word not in lists.namesakes
    return word.isalpha() and not is_word and not columns.text[start : start + len(word)].isupper()


def _by_phrase(words: Sequence[str], lists: Identity) -> Iterator[int]:
    for at, word in enumerate(words):
        for count in range(2, MOST_WORDS + 1) if word in lists.openings else ():
            found = tuple(words[at : at + count])
            if found in lists.phrases:
                yield from range(at, at + len(found))


def _by_age(words: Sequence[str], lists: Identity, numerals: Container[str]) -> Iterator[int]:
    """Find the numbers in words after a word for age ("umur dua puluh enam"): digits tell nothing."""
    for at in (at for at, word in enumerate(words) if word in lists.ages):
        for place in range(at + 1, min(len(words), at + 1 + MOST_NUMBERS)):
            if words[place] not in numerals:
                break
            yield place


def _by_head(words: Sequence[str], lists: Identity, marked: set[int]) -> Iterator[int]:
    """Find what belongs to the names after it: "SMK Negeri 2 Wamena", "the University of Lagos"."""
    for at in (at for at, word in enumerate(words) if word in lists.heads):
        place = at + 1
        while place < len(words) and (words[place] in lists.links or words[place].isdecimal()):
            place += 1
        if place in marked:
            yield from range(at, place)
        elif at - 1 in marked:
            yield at


def _joined(places: Sequence[int], gaps: Sequence[str]) -> list[tuple[int, int]]:
    """Join places that follow one another without a mark."""
    runs: list[tuple[int, int]] = []
    for at in places:
        if runs and runs[-1][1] == at and gaps[at] in WITHIN:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs
