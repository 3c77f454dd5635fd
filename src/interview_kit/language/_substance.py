"""What of an answer says something, and says it for the first time."""

from collections.abc import Iterator, Sequence
from typing import Final

from interview_kit.language._profile import Profile
from interview_kit.language._tokens import Clause, Tokens

__all__ = ["only", "substance_of"]

#: Shortest word that can name a thing, in letters: shorter ones are mostly particles.
MIN_LETTERS: Final = 3
#: Share of the telling words of a clause that one earlier clause has, from which on it is that
#: clause again, with a word or two changed.
SAME_SHARE: Final = 0.75
#: Classes of words that name nothing by themselves: numbers, small words, praise, links.
EMPTY_CLASSES: Final = frozenset(
    f"<{name}>"
    for name in (
        "number", "year", "percent", "adv", "achieve", "outcome", "quality", "learn", "rise",
        "fall", "think", "state", "duty", "order", "because", "but", "if", "it", "they", "you",
        "own", "team", "neg", "not", "greet", "habit", "later", "every", "kean",
    )
)  # fmt: skip


def substance_of(
    tokens: Tokens, clauses: Sequence[Clause], profile: Profile
) -> tuple[list[Clause], list[Clause]]:
    """Part the clauses that say something from those that do not.

    A clause says nothing if all its words are labels, numbers and praise that fit any answer ("My
    task was important", "as a result we achieved 50 % growth"), or if an earlier one said it.

    Args:
        tokens: the words of an answer.
        clauses: its clauses.
        profile: its language.

    Returns:
        Those that say something, and the others, each in order.
    """
    empty = profile.empty_words
    told: list[frozenset[str]] = []
    kept: list[Clause] = []
    left: list[Clause] = []
    for clause in clauses:
        telling = frozenset(_telling(tokens, clause, empty))
        is_new = all(len(telling & each) < SAME_SHARE * len(telling) for each in told)
        (kept if telling and is_new else left).append(clause)
        told.append(telling)
    return kept, left


def _telling(tokens: Tokens, clause: Clause, empty: frozenset[str]) -> Iterator[str]:
    for place in range(clause.first, clause.last):
        word = tokens.words[place]
        is_named = tokens.classes[place] not in EMPTY_CLASSES and word not in empty
        if is_named and (len(word) >= MIN_LETTERS and word.isalpha()):
            yield word


def only(tokens: Tokens, clauses: Sequence[Clause]) -> tuple[Tokens, list[Clause]]:
    """Leave of a text some clauses only.

    Args:
        tokens: its words.
        clauses: those to keep, in order.

    Returns:
        The words of those, with their offsets into the whole text, and the clauses by their places
        among them.
    """
    places = [place for clause in clauses for place in range(clause.first, clause.last)]
    if len(places) == len(tokens.words):
        return tokens, [*clauses]
    columns = (tokens.said, tokens.words, tokens.classes, tokens.starts, tokens.ends, tokens.gaps)
    said, words, classes, starts, ends, gaps = ([each[at] for at in places] for each in columns)
    kept: list[Clause] = []
    for first, last in clauses:
        begin = kept[-1].last if kept else 0
        kept.append(Clause(begin, begin + last - first))
    marked = {*tokens.pauses}
    pauses = [new for new, old in enumerate(places) if old in marked]
    return Tokens(tokens.text, said, words, classes, starts, ends, gaps, pauses), kept
