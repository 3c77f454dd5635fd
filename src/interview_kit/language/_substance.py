"""What of an answer says something, and says it for the first time."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from interview_kit.language._profile import Profile
from interview_kit.language._wording import stem
from interview_kit.model.same import Same
from interview_kit.language._tokens import Clause, Tokens, tokens_of

__all__ = ["only", "substance_of"]

#: Shortest word that can name a thing, in letters: shorter ones are mostly particles.
MIN_LETTERS: Final = 3
#: Share of the telling words of a clause that one earlier clause has, from which on it is that
#: clause again, with a word or two changed.
SAME_SHARE: Final = 0.65
#: Clauses that say nothing from which on an answer has any: of the graded samples 1 in 50 has so many.
MIN_EMPTY: Final = 2
#: How many words of labels and praise one telling word makes up for.
LABELS_A_WORD: Final = 3
#: Pieces between marks from which on a clause is a list, and most words of a piece on average.
LIST_PIECES: Final = 4
LIST_WORDS: Final = 2.5
#: Most words of a fragment, and fewest different words of a clause that can be said again in others.
SHORT: Final = 4
LONG: Final = 6
#: Share of small words from which on a list is a sentence after all.
LIST_SMALL_SHARE: Final = 0.15
SPEAKERS: Final = frozenset(("<own>", "<team>"))
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
    tokens: Tokens, clauses: Sequence[Clause], profile: Profile, known: Iterable[str] = ()
) -> tuple[list[Clause], list[Clause]]:
    """Part the clauses that say something from those that do not.

    A clause says nothing if its words are labels, numbers and praise that fit any answer ("My task
    was important", "as a result we achieved 50 % growth"), if it is a list of words, or if an
    earlier one said it.

    Args:
        tokens: the words of an answer.
        clauses: its clauses.
        profile: its language.
        known: texts that were said before, such as the question.

    Returns:
        Those that say something, and the others, each in order.
    """
    told = [_told_by(text, Same(profile)) for text in known]
    whole: list[frozenset[str]] = []
    fragments = _fragments(clauses)
    empty: list[Clause] = []
    again: list[Clause] = []
    for clause in clauses:
        telling = _telling(tokens, clause, profile)
        words = frozenset(tokens.words[clause.first : clause.last])
        if not _says(tokens, clause, profile, telling) or clause in fragments:
            empty.append(clause)
        elif _is_said(telling, told) or (len(words) >= LONG and _is_said(words, whole)):
            again.append(clause)
        told.append(telling)
        whole.append(words)
    if len(empty) < MIN_EMPTY and len(empty) < len(clauses):
        # Genuine answers have one such clause now and then, which the others give its sense.
        empty = []
    left = sorted((*empty, *again))
    return [clause for clause in clauses if clause not in left], left


@lru_cache(maxsize=1024)
def _told_by(text: str, profile: Same[Profile]) -> frozenset[str]:
    """Give the telling stems of a question; answers, which are personal, are never kept so."""
    tokens = tokens_of(text, profile.held)
    return _telling(tokens, Clause(0, len(tokens.words)), profile.held)


def _is_said(words: frozenset[str], before: Iterable[frozenset[str]]) -> bool:
    return any(len(words & each) >= SAME_SHARE * len(words) for each in before)


def _fragments(clauses: Sequence[Clause]) -> set[Clause]:
    """Find the clauses of a few words that stand in a row with others: a list with full stops."""
    found: set[Clause] = set()
    row: list[Clause] = []
    for clause in (*clauses, Clause(0, SHORT + 1)):
        if clause.last - clause.first <= SHORT:
            row.append(clause)
        else:
            found.update(row if len(row) >= LIST_PIECES else ())
            row = []
    return found


def _telling(tokens: Tokens, clause: Clause, profile: Profile) -> frozenset[str]:
    """Give the stems of the words of a clause that name something."""
    places = range(clause.first, clause.last)
    named = [
        tokens.words[at]
        for at in places
        if tokens.classes[at] not in EMPTY_CLASSES and tokens.words[at] not in profile.empty_words
    ]
    words = (word for word in named if len(word) >= MIN_LETTERS and word.isalpha())
    return frozenset(stem(word, profile) for word in words)


def _says(
    tokens: Tokens, clause: Clause, profile: Profile, telling: frozenset[str]
) -> bool:
    """Tell whether a clause says something: enough of it names things, and it is no list."""
    labels = profile.lexicon("abstract")
    empty = sum(word in labels for word in tokens.words[clause.first : clause.last])
    if LABELS_A_WORD * len(telling) <= empty or not telling:
        return False
    return not _is_list(tokens, clause, profile)


def _is_list(tokens: Tokens, clause: Clause, profile: Profile) -> bool:
    """Tell whether a clause is a list of words: many marks, hardly a small word, and no speaker."""
    first, last = clause
    pieces = 1 + sum(first < at < last for at in tokens.pauses)
    if pieces < LIST_PIECES or last - first > LIST_WORDS * pieces:
        return False
    small = sum(word in profile.stop_words for word in tokens.words[first:last])
    speaks = not SPEAKERS.isdisjoint(tokens.classes[first:last])
    return small < LIST_SMALL_SHARE * (last - first) and not speaks


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
