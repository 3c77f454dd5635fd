"""Words that tell who somebody is, which no reading may depend on: names, places, faith, gender.

They are replaced by one neutral word before anything else is looked at, so that an answer is read the
same whoever tells it and of whomever it tells. Names that no list holds are known by their capital.
"""

from collections.abc import Container, Sequence
from functools import cache
from typing import Final, NamedTuple

from interview_kit._resources import read_data

__all__ = ["PROPER", "Identity", "identity_runs", "known_identity"]

#: The word for all of them. No text has it, since words hold no such signs.
PROPER: Final = "<proper>"
#: What stands between the words of one name, or of one phrase.
WITHIN: Final = frozenset((" ", "-", ". "))
#: What stands before a word within a sentence.
INSIDE: Final = frozenset((" ", ", ", "-", "/"))
#: Share of words with a capital from which on a capital tells nothing: titles, shouting.
CAPITALS_SHARE: Final = 0.6
#: Most words of a phrase.
MOST_WORDS: Final = 3


class Identity(NamedTuple):
    """The lists.

    Attributes:
        swaps: words of which only one form is kept, as `he` for `she`.
        words: words that are replaced wherever they stand, in lower case.
        phrases: phrases of two or three words, likewise.
        openings: the first words of those phrases.
    """

    swaps: dict[str, str]
    words: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    openings: frozenset[str]


@cache
def known_identity() -> Identity:
    """Give the lists that come with the library."""
    data = read_data("interview_kit.language", "identity")
    phrases = frozenset(tuple(each.split()) for each in data["phrases"])
    openings = frozenset(each[0] for each in phrases)
    return Identity(dict(data["swaps"]), frozenset(data["words"]), phrases, openings)


def identity_runs(
    text: str,
    words: Sequence[str],
    starts: Sequence[int],
    gaps: Sequence[str],
    listed: Container[str],
) -> list[tuple[int, int]]:
    """Find the runs of words that tell who somebody is.

    Args:
        text: the text.
        words: its words in lower case.
        starts: where each begins, in characters.
        gaps: what stands before each.
        listed: words whose capital tells nothing, since the language knows them.

    Returns:
        Pairs of the first word and the one after the last, in order, not touching.
    """
    lists = known_identity()
    capitals = [at for at, start in enumerate(starts) if text[start].isupper()]
    # Where every word has one, a capital tells nothing.
    telling = capitals if len(capitals) < CAPITALS_SHARE * len(words) else []
    marked = {
        at
        for at in telling
        if gaps[at] in INSIDE and _is_name(text, starts[at], words[at], listed)
    }
    if not lists.words.isdisjoint(words):
        marked.update(at for at, word in enumerate(words) if word in lists.words)
    if not lists.openings.isdisjoint(words):
        marked.update(at for phrase in _phrases(words, lists) for at in phrase)
    return _joined(sorted(marked), gaps)


def _is_name(text: str, start: int, word: str, listed: Container[str]) -> bool:
    """Tell whether a word with a capital is a name: no word of the language, and no abbreviation."""
    return word not in listed and not text[start : start + len(word)].isupper()


def _phrases(words: Sequence[str], lists: Identity) -> list[range]:
    return [
        range(at, at + count)
        for at, word in enumerate(words)
        if word in lists.openings
        for count in range(2, MOST_WORDS + 1)
        if tuple(words[at : at + count]) in lists.phrases
    ]


def _joined(places: Sequence[int], gaps: Sequence[str]) -> list[tuple[int, int]]:
    """Join places that follow one another without a mark."""
    runs: list[tuple[int, int]] = []
    for at in places:
        if runs and runs[-1][1] == at and gaps[at] in WITHIN:
            runs[-1] = (runs[-1][0], at + 1)
        else:
            runs.append((at, at + 1))
    return runs
