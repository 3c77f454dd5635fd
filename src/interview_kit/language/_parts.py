"""Which part of an answer each of its clauses is, how surely, and which parts are absent."""

from collections.abc import Mapping, Sequence, Set as AbstractSet
from typing import Final

from interview_kit.language._chain import Chain
from interview_kit.language._features import (
    clause_sums,
    place_features,
    shared_features,
    traits_of,
)
from interview_kit.language._profile import Profile, known_profile
from interview_kit.language._responses import weights_in
from interview_kit.language._tokens import Clause, Tokens, clauses_of, cut_at, tokens_of
from interview_kit.model import PARTS, SENTENCE_PARTS, Part, Segment

__all__ = ["absence", "part_scores", "parts_of", "segment"]

#: Features named with a segment.
NAMED: Final = 3


def segment(text: str, language: str | Profile) -> tuple[Segment, ...]:
    """Find the parts of an answer.

    Args:
        text: the answer; any text.
        language: a BCP 47 tag of a language that comes with the library, or a trained profile.

    Returns:
        Its sentences and clauses in order, each with its part, how probable that is (0.0 to 1.0)
        and the features that speak most for it; together they cover every character that is no
        white space. None of a text without any.

    Raises:
        MissingLanguageError: if the library has no profile for this tag.
        InvalidValueError: if the profile is not trained.

    >>> found = segment("Last May our printer broke. I called two shops. We were back by noon.", "en")
    >>> [each.part for each in found]
    ['situation', 'action', 'result']
    """
    profile = known_profile(language)
    tokens = tokens_of(text, profile)
    return parts_of(tokens, clauses_of(tokens, profile), profile)


def parts_of(tokens: Tokens, clauses: Sequence[Clause], profile: Profile) -> tuple[Segment, ...]:
    """Find the parts of an answer that was taken apart.

    Args:
        tokens: its words.
        clauses: its clauses.
        profile: its language.

    Returns:
        As `segment`.
    """
    if not clauses:
        return _wordless(tokens.text)
    chain = weights_in(profile).parts
    traits = traits_of(tokens, clauses, profile)
    labelling = chain.label(part_scores(chain, tokens, clauses, traits, profile))
    text = tokens.text
    bounds = [0, *(cut_at(tokens, each.first) for each in clauses[1:]), len(text)]
    segments: list[Segment] = []
    for place, (clause, label) in enumerate(zip(clauses, labelling.best, strict=True)):
        piece = text[bounds[place] : bounds[place + 1]]
        start = bounds[place] + len(piece) - len(piece.lstrip())
        named = (*tokens.words[clause.first : clause.last], *traits[place])
        segments.append(
            Segment(
                start=start,
                end=start + len(piece.strip()),
                part=SENTENCE_PARTS[label],
                confidence=labelling.shares[place][label],
                features=chain.speaking(named, label, NAMED),
            )
        )
    return tuple(segments)


def part_scores(
    chain: Chain,
    tokens: Tokens,
    clauses: Sequence[Clause],
    traits: Sequence[AbstractSet[str]],
    profile: Profile,
) -> list[list[float]]:
    """Score each clause for each part.

    Args:
        chain: what scores them.
        tokens: the words of an answer.
        clauses: its clauses; at least one.
        traits: what `traits_of` gave for them.
        profile: its language.

    Returns:
        For each clause the scores that the chain of parts takes.
    """
    common = chain.packed_sum(shared_features(traits, profile))
    places = map(chain.packed_sum, place_features(len(clauses)))
    own = clause_sums(chain, tokens, clauses, traits)
    return [chain.scores(common + each + place) for each, place in zip(own, places, strict=True)]


def _wordless(text: str) -> tuple[Segment, ...]:
    """Give what a text without words consists of: marks at most, which play no part."""
    stripped = text.strip()
    if not stripped:
        return ()
    start = text.index(stripped[0])
    return (Segment(start=start, end=start + len(stripped), part="none", confidence=1.0),)


def absence(text: str, language: str | Profile) -> Mapping[Part, float]:
    """Tell how probable it is that an answer lacks a part.

    Args:
        text: the answer; any text.
        language: a BCP 47 tag of a language that comes with the library, or a trained profile.

    Returns:
        Each part and the probability, 0.0 to 1.0, that no clause plays it: the share of the
        partition function of the labellings without it.

    Raises:
        MissingLanguageError: if the library has no profile for this tag.
        InvalidValueError: if the profile is not trained.

    >>> answer = "Last year our printer broke on a Friday. I called two shops and compared prices."
    >>> absence(answer, "en")["result"] > 0.5
    True
    """
    profile = known_profile(language)
    tokens = tokens_of(text, profile)
    clauses = clauses_of(tokens, profile)
    chain = weights_in(profile).parts
    if not clauses:
        return dict.fromkeys(PARTS, 1.0)
    traits = traits_of(tokens, clauses, profile)
    shares = chain.absence(part_scores(chain, tokens, clauses, traits, profile))
    return dict(zip(PARTS, shares, strict=False))
