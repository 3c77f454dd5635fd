"""The words of a text and what stands between them, as columns: fast, and exact in every offset."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from interview_kit.language._identity import (
    PERSON,
    PROPER,
    WITHIN,
    Columns,
    identity_runs,
    known_identity,
)
from interview_kit.language._profile import Profile
from interview_kit.language._words import lowered

__all__ = ["Clause", "Tokens", "clauses_of", "cut_at", "tokens_of"]

#: Marks that end a sentence where white space or nothing follows.
ENDS: Final = frozenset(".!?;\u2026")
#: Marks at which a clause may end within a sentence.
PAUSES: Final = frozenset(",:()\u2013\u2014-")
#: What stands between words that belong together: "night shift", "rata-rata", "3jt", "and/or".
JOINTS: Final = frozenset((" ", "-", "", "/"))
#: Bullets: where one begins a line, so does a clause.
BULLETS: Final = frozenset("-*\u2022\u2013\u2014")
#: Words above which a sentence is a run-on and is cut at connectives, too.
RUN_ON: Final = 28
#: Fewest words on both sides of a cut within a sentence: fewer seldom have a verb.
MIN_CLAUSE: Final = 4


class Tokens(NamedTuple):
    """The words of a text, column by column; all columns are as long as there are words.

    Attributes:
        text: the text exactly as given.
        said: the words in lower case.
        words: the words as they are matched, informal ones by their neutral ones; what tells who
            somebody is, such as a name of several words, is one word, `<proper>`.
        classes: the class of each word, as `<own>`.
        starts: where each begins, in characters from the start of the text.
        ends: where each ends, exclusive.
        gaps: what stands before each word.
        pauses: the places of the words before which a mark stands that may part clauses.
    """

    text: str
    said: Sequence[str]
    words: Sequence[str]
    classes: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    gaps: Sequence[str]
    pauses: Sequence[int]


class Clause(NamedTuple):
    """A sentence or a clause: words `first` to `last`, exclusive; at least one."""

    first: int
    last: int


def tokens_of(text: str, profile: Profile) -> Tokens:
    """Take a text apart into words.

    Args:
        text: any text.
        profile: the language to read it in.

    Returns:
        Its words in order.
    """
    said, starts, ends, gaps = pieces_of(text, profile)
    swaps = known_identity().swaps
    # An informal word may stand for one of a pair, too: "'em".
    neutral = profile.neutral_words([*map(swaps.get, said, said)])
    words = [*map(swaps.get, neutral, neutral)]
    classes = profile.classes_of(words)
    columns = Columns(text, words, classes, starts, gaps)
    for first, last in reversed(identity_runs(columns, profile.known_words, profile.numbers.words)):
        # A name belongs to the person before it, so that "Pak" and "Pak Budi" are alike.
        begin = first - 1 if _names_person(columns, first) else first
        said[begin:last] = [text[starts[begin] : ends[last - 1]].lower()]
        words[begin:last] = [words[begin] if begin < first else PROPER]
        classes[begin:last] = [classes[begin] if begin < first else PROPER]
        ends[begin:last] = [ends[last - 1]]
        del starts[begin + 1 : last], gaps[begin + 1 : last]
    pauses = [place for place, gap in enumerate(gaps) if gap not in JOINTS]
    return Tokens(text, said, words, classes, starts, ends, gaps, pauses)


def _names_person(columns: Columns, first: int) -> bool:
    return first > 0 and columns.classes[first - 1] == PERSON and columns.gaps[first] in WITHIN


def pieces_of(text: str, profile: Profile) -> tuple[list[str], list[int], list[int], list[str]]:
    """Take a text apart into words and nothing more.

    Args:
        text: any text.
        profile: the language to read it in.

    Returns:
        The words in lower case, where each begins, where each ends, and what stands before each.
    """
    # Every second piece is a word; the lengths of all add up to the offsets.
    pieces = profile.word_pattern.split(lowered(text))
    bounds = [*accumulate(map(len, pieces))]
    return pieces[1::2], bounds[:-1:2], bounds[1::2], pieces[:-1:2]


def clauses_of(tokens: Tokens, profile: Profile) -> list[Clause]:
    """Find the sentences of a text, and the clauses of those that go on.

    A sentence ends at its mark, at a bullet, or at the end of a line before a capital or digit. A
    connective of a result cuts it after a pause; a run-on is cut at connectives and at pauses
    before a new subject.

    Args:
        tokens: the words.
        profile: their language.

    Returns:
        The clauses in order; together they are all words.
    """
    count = len(tokens.words)
    ends = [place for place in tokens.pauses if place and _ends_sentence(tokens, place, profile)]
    sentences = map(Clause, (0, *ends), (*ends, count)) if count else ()
    return [clause for sentence in sentences for clause in _cut(tokens, sentence, profile)]


def _ends_sentence(tokens: Tokens, place: int, profile: Profile) -> bool:
    gap = tokens.gaps[place]
    if "\n" in gap:
        return _ends_line(tokens, place)
    marks = gap.rstrip()
    if len(marks) == len(gap) or ENDS.isdisjoint(marks):
        return False
    return marks != "." or tokens.words[place - 1] not in profile.abbreviations


def _ends_line(tokens: Tokens, place: int) -> bool:
    """Tell whether a new line begins a sentence: not where a long line was merely wrapped."""
    gap = tokens.gaps[place]
    opening = tokens.text[tokens.starts[place]]
    begins = opening.isdigit() or opening.isupper() or gap.count("\n") > 1
    return begins or not (ENDS | BULLETS).isdisjoint(gap)


def _cut(tokens: Tokens, sentence: Clause, profile: Profile) -> Iterator[Clause]:
    """Cut a sentence into its clauses."""
    first, last = sentence
    for place in _cuts(tokens, sentence, profile):
        if first + MIN_CLAUSE <= place <= last - MIN_CLAUSE:
            yield Clause(first, place)
            first = place
    yield Clause(first, last)


def _cuts(tokens: Tokens, sentence: Clause, profile: Profile) -> Iterator[int]:
    """Find where a sentence may be cut: mostly nowhere."""
    first, last = sentence
    if last - first < 2 * MIN_CLAUSE:
        return
    words, pauses = tokens.words, tokens.pauses
    paused = pauses[bisect_right(pauses, first) : bisect_left(pauses, last)]
    for place in range(first + 1, last) if last - first > RUN_ON else paused:
        is_paused = not PAUSES.isdisjoint(tokens.gaps[place])
        leads = is_paused and words[place] in profile.result_openers
        if leads or (
            last - first > RUN_ON and _runs_on(tokens, place, profile, is_paused=is_paused)
        ):
            yield place


def _runs_on(tokens: Tokens, place: int, profile: Profile, *, is_paused: bool) -> bool:
    """Tell whether a run-on may be cut before a word."""
    is_subject = is_paused and tokens.classes[place] in profile.subject_classes
    return is_subject or tokens.words[place] in profile.clause_openers


def cut_at(tokens: Tokens, place: int) -> int:
    """Find where the text is cut before a word: closing marks stay with what they close.

    Args:
        tokens: the words.
        place: the word.

    Returns:
        The first white space of the gap before it, or the word itself if there is none.
    """
    gap, start = tokens.gaps[place], tokens.starts[place]
    space = next((at for at, each in enumerate(gap) if each.isspace()), len(gap))
    return start - len(gap) + space
