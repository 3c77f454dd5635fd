"""What of an answer says something, and says it for the first time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from interview_kit.language._identity import PROPER
from interview_kit.language._profile import Profile
from interview_kit.language._tokens import Clause, Tokens, tokens_of
from interview_kit.language._wording import stem
from interview_kit.model.same import Same

__all__ = ["only", "said_once", "substance_of"]

#: Shortest word that can name a thing, in letters: shorter ones are mostly particles.
MIN_LETTERS: Final = 3
#: Share of the telling words of a clause that one earlier clause has, from which on it is that
#: clause again, with a word or two changed.
SAME_SHARE: Final = 0.65
#: Fewest telling words of a clause that can be said again in others: two may come back in any story.
MIN_TELLING: Final = 3
#: Of so many telling words of a clause at least one is new to the answer, or it says nothing new.
NEW_WORDS: Final = 4
#: How many words of labels and praise one telling word makes up for.
LABELS_A_WORD: Final = 3
#: Pieces between marks from which on a clause is a list, and most words of a piece on average.
LIST_PIECES: Final = 4
LIST_WORDS: Final = 2.5
#: Most words of a fragment, and fewest different words of a clause that can be said again in others.
SHORT: Final = 4
LONG: Final = 6
#: Pieces from which on a list may have more words a piece, and how many.
LONG_LIST: Final = 7
LONG_LIST_WORDS: Final = 3.5
#: Words a piece up to which a list is one whatever its words, "I learnt" among them.
BARE_LIST_WORDS: Final = 1.7
#: Share of small words from which on a list is a sentence after all.
LIST_SMALL_SHARE: Final = 0.15
#: Classes of words that place a story in time, by numbers or by names.
PLACING: Final = frozenset(("<past_time>", "<number>", "<year>", PROPER))
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
    seen = [_told_by(text, Same(profile)) for text in known]
    whole: set[frozenset[str]] = set()
    ever = frozenset[str]()
    fragments = _fragments(clauses)
    empty: list[Clause] = []
    left: list[Clause] = []
    for clause in clauses:
        telling = _telling(tokens, clause, profile)
        words = frozenset(tokens.words[clause.first : clause.last])
        if words in whole or clause in fragments or _is_list(tokens, clause, profile):
            left.append(clause)
        elif not _says(tokens, clause, profile, telling):
            empty.append(clause)
        elif _is_known(telling, ever, seen) or (len(words) >= LONG and _is_said(words, whole)):
            left.append(clause)
        seen.append(telling)
        ever |= telling
        whole.add(words)
    opens = empty[:1] == [*clauses[:1]] and len(empty) + len(left) < len(clauses)
    if opens and not PLACING.isdisjoint(tokens.classes[: clauses[0].last]):
        # So genuine answers open now and then ("last March our target fell"): the rest gives it sense.
        del empty[0]
    gone = {*empty, *left}
    return [clause for clause in clauses if clause not in gone], sorted(gone)


@lru_cache(maxsize=1024)
def _told_by(text: str, profile: Same[Profile]) -> frozenset[str]:
    """Give the telling stems of a question; answers, which are personal, are never kept so."""
    tokens = tokens_of(text, profile.held)
    return _telling(tokens, Clause(0, len(tokens.words)), profile.held)


def _telling(tokens: Tokens, clause: Clause, profile: Profile) -> frozenset[str]:
    """Give the stems of the words of a clause that name something."""
    named = [
        tokens.words[at]
        for at in range(clause.first, clause.last)
        if tokens.classes[at] not in EMPTY_CLASSES and tokens.words[at] not in profile.empty_words
    ]
    words = (word for word in named if len(word) >= MIN_LETTERS and word.isalpha())
    return frozenset(stem(word, profile) for word in words)


def _says(tokens: Tokens, clause: Clause, profile: Profile, telling: frozenset[str]) -> bool:
    """Tell whether a clause says something: enough of it names things."""
    empty = _count(tokens.words[clause.first : clause.last], profile.lexicon("abstract"))
    return bool(telling) and LABELS_A_WORD * len(telling) > empty


def _is_known(
    telling: frozenset[str], ever: frozenset[str], seen: Sequence[frozenset[str]]
) -> bool:
    """Tell whether what a clause tells was told before, in one clause or hardly anything anywhere."""
    if len(telling) < MIN_TELLING:
        return False
    return _is_said(telling, seen) or len(telling - ever) * NEW_WORDS < len(telling)


def _is_said(words: frozenset[str], before: Iterable[frozenset[str]]) -> bool:
    """Tell whether most of some words were said before in one clause."""
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


def _is_list(tokens: Tokens, clause: Clause, profile: Profile) -> bool:
    """Tell whether a clause is a list of words: marks or labels, hardly a small word, no speaker."""
    first, last = clause
    words = tokens.words[first:last]
    pieces = 1 + bisect_left(tokens.pauses, last) - bisect_right(tokens.pauses, first)
    most = LIST_WORDS if pieces < LONG_LIST else LONG_LIST_WORDS
    is_cut = pieces >= LIST_PIECES and last - first <= most * pieces
    is_bare = (
        last - first >= LONG and 2 * _count(words, profile.lexicon("abstract")) >= last - first
    )
    if not (is_cut or is_bare):
        return False
    if pieces >= LIST_PIECES and last - first <= BARE_LIST_WORDS * pieces:
        return True
    small = _count(words, profile.stop_words)
    speaks = not SPEAKERS.isdisjoint(tokens.classes[first:last])
    return small < LIST_SMALL_SHARE * (last - first) and not speaks


def _count(words: Sequence[str], known: frozenset[str]) -> int:
    return sum(word in known for word in words)


def said_once(tokens: Tokens) -> Tokens:
    """Leave of a text that is said over and over, to the last word or short of it, the first time.

    Args:
        tokens: its words.

    Returns:
        The words up to where they begin again; the same if they do not.
    """
    words = tokens.words
    # How long a beginning of the text ends at each word (Knuth, Morris & Pratt 1977).
    borders, length = [0] * len(words), 0
    for at in range(1, len(words)):
        while length and words[at] != words[length]:
            length = borders[length - 1]
        length += words[at] == words[length]
        borders[at] = length
    period = len(words) - length
    again = length >= period > 0
    return only(tokens, [Clause(0, period)])[0] if again else tokens


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
    said, words, classes, gaps = (
        [column[at] for at in places]
        for column in (tokens.said, tokens.words, tokens.classes, tokens.gaps)
    )
    starts, ends = ([column[at] for at in places] for column in (tokens.starts, tokens.ends))
    kept: list[Clause] = []
    for first, last in clauses:
        begin = kept[-1].last if kept else 0
        kept.append(Clause(begin, begin + last - first))
    marked = {*tokens.pauses}
    pauses = [new for new, old in enumerate(places) if old in marked]
    return Tokens(tokens.text, said, words, classes, starts, ends, gaps, pauses), kept
