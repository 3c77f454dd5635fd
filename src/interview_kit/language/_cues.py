"""Finding the phrases of lexicons in a text, all in one pass."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

__all__ = ["CueTable", "cue_hits", "cue_table"]


class CueTable(NamedTuple):
    """Phrases by how they begin: most words begin none, so most of a text is passed over.

    Attributes:
        single: the names of the lexicons that have a word, by the word.
        longer: the further words and the name of longer phrases, by their first two words.
    """

    single: dict[str, tuple[str, ...]]
    longer: dict[tuple[str, str], tuple[tuple[list[str], str], ...]]


def cue_table(phrases: Iterable[tuple[Sequence[str], str]]) -> CueTable:
    """Make the table of some phrases.

    Args:
        phrases: the words of each, and the name of its lexicon.

    Returns:
        The table.
    """
    single: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    longer: defaultdict[tuple[str, str], tuple[tuple[list[str], str], ...]] = defaultdict(tuple)
    for words, name in phrases:
        if len(words) == 1:
            single[words[0]] += (name,)
        elif words:
            longer[words[0], words[1]] += (([*words[2:]], name),)
    return CueTable(dict(single), dict(longer))


def cue_hits(words: Sequence[str], table: CueTable) -> Iterator[tuple[int, str]]:
    """Find the phrases of a table.

    Args:
        words: the words of a text.
        table: the phrases.

    Yields:
        The place of the first word of each phrase found, and the name of its lexicon.
    """
    single, longer = table
    for place in [place for place, word in enumerate(words) if word in single]:
        for name in single[words[place]]:
            yield place, name
    for place in [place for place, pair in enumerate(pairwise(words)) if pair in longer]:
        for rest, name in longer[words[place], words[place + 1]]:
            if not rest or words[place + 2 : place + 2 + len(rest)] == rest:
                yield place, name
