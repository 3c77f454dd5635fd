"""What a clause looks like to a chain: words, their classes, pairs of both, opening, length, place."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence, Set as AbstractSet
from itertools import accumulate, pairwise, repeat
from operator import add
from typing import Final

from interview_kit.language._chain import Chain
from interview_kit.language._cues import cue_hits
from interview_kit.language._profile import Profile
from interview_kit.language._tokens import Clause, Tokens

__all__ = [
    "clause_features",
    "clause_sums",
    "place_features",
    "shared_features",
    "traits_of",
]

#: Lengths of clauses, in words, from which on they count as longer.
LENGTHS: Final = (3, 5, 8, 12, 17, 24)
#: Steps of length for every number of words.
STEPS: Final = tuple(
    f"[length {sum(count >= length for length in LENGTHS)}]" for count in range(LENGTHS[-1] + 1)
)
#: Parts of a text whose clauses are told apart by place.
QUARTERS: Final = 4
#: Clauses at both ends of a text that are told apart one by one.
EDGE: Final = 3
#: Steps in which the share of clauses that have a trait is told.
SHARE_STEPS: Final = 4


def clause_features(tokens: Tokens, clause: Clause, traits: Iterable[str]) -> list[str]:
    """Name what a clause shows by itself.

    Args:
        tokens: the words of its text.
        clause: which of them are its own.
        traits: what `traits_of` gave for it.

    Returns:
        Words and pairs of words, as often as they occur, and the traits.
    """
    words = tokens.words[clause.first : clause.last]
    return [*words, *map(" ".join, pairwise(words)), *traits]


def traits_of(tokens: Tokens, clauses: Sequence[Clause], profile: Profile) -> list[set[str]]:
    """Name what each clause of a text shows beside its very words.

    Args:
        tokens: the words of the text.
        clauses: its clauses.
        profile: its language.

    Returns:
        For each clause its classes (`<own>`) and pairs of them, how it opens (`^<own>`), its length
        in steps, and the categories of phrases in it (`{result}`).
    """
    traits = [_traits(tokens, clause) for clause in clauses]
    ends = [clause.last for clause in clauses]
    for place, cue in cue_hits(tokens.words, profile.part_cues):
        # A phrase may run into the next clause, as a pause within it does not part it.
        traits[bisect_right(ends, place)].add(cue)
    return traits


def _traits(tokens: Tokens, clause: Clause) -> set[str]:
    first, last = clause
    classes = tokens.classes[first:last]
    return {
        *classes,
        *map(add, classes, classes[1:]),
        f"^{tokens.words[first]}",
        f"^{' '.join(tokens.words[first : min(first + 2, last)])}",
        f"^{classes[0]}",
        f"^{''.join(classes[:2])}",
        STEPS[min(last - first, LENGTHS[-1])],
    }


def place_features(count: int) -> Iterator[tuple[str, str, str]]:
    """Name the places of the clauses of a text.

    Args:
        count: how many there are.

    Yields:
        For each clause its quarter, and how far it is from both ends.
    """
    for place in range(count):
        yield (
            f"[quarter {QUARTERS * place // count}]",
            f"[place {min(place, EDGE)}]",
            f"[{min(count - 1 - place, EDGE)} to go]",
        )


def shared_features(traits: Sequence[AbstractSet[str]], profile: Profile) -> list[str]:
    """Name what all clauses of a text share: how many of them have some traits.

    Args:
        traits: those of each clause; at least one clause.
        profile: their language.

    Returns:
        A feature for each trait that matters, such as `[<own> 3]` for three quarters.
    """
    count = len(traits)
    return [
        f"[{cue} {(2 * SHARE_STEPS * sum(cue in e for e in traits) + count) // (2 * count)}]"
        for cue in profile.answer_cues
    ]


def clause_sums(
    chain: Chain, tokens: Tokens, clauses: Sequence[Clause], traits: Sequence[AbstractSet[str]]
) -> list[int]:
    """Sum the weights of what each clause shows by itself.

    Args:
        chain: the weights.
        tokens: the words of a text.
        clauses: its clauses.
        traits: what `traits_of` gave.

    Returns:
        For each clause the sum of the weights of its `clause_features`, for `Chain.scores`.
    """
    words, nothing = tokens.words, repeat(0)
    pairs = map(chain.pair.get, pairwise(words), nothing)
    # Running totals: what a clause has is the difference between its ends.
    upto = [0, *accumulate(map(chain.one.get, words, nothing))]
    pairs_upto = [0, *accumulate(pairs)]
    return [
        upto[last] - upto[first] + pairs_upto[last - 1] - pairs_upto[first] + chain.packed_sum(own)
        for (first, last), own in zip(clauses, traits, strict=True)
    ]
