"""What an answer shows, before any criterion: measures from 0 to 100, and the clauses behind them.

None of them looks at length, spelling, fluency or who somebody is. Counts are saturating: what is
shown once more adds less and less, so that no sort of evidence can be piled up.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import exp
from typing import Final, NamedTuple

from interview_kit.language import Analysis, cue_hits
from interview_kit.model import PARTS, QUALITIES, RESPONSE_TYPES, SENTENCE_PARTS
from interview_kit.scoring._protocol import ScoreRequest
from interview_kit.scoring._topic import (
    ABOUT,
    COMPETENCY,
    QUESTION,
    ROLE,
    WORKPLACE,
    Hit,
    hits_of,
    topic_of,
)

__all__ = ["CATEGORIES", "Case", "case_of"]

#: Lexicons whose clauses are counted; cue words of STAR itself are none of them, nor are hedges.
CATEGORIES: Final = (
    "analysis", "clarification", "company", "example", "expected_result", "forward", "habitual",
    "hypothetical", "measure", "order", "own_part", "own_reason", "reason", "recency", "risk",
    "role_match", "scale", "stakeholders", "team_part",
)  # fmt: skip
ACTION, RESULT, NONE = (SENTENCE_PARTS.index(part) for part in ("action", "result", "none"))
#: Where hits of the topic come from, all key points together.
KEY_POINT: Final = "key_point"
SOURCES: Final = (QUESTION, COMPETENCY, KEY_POINT, ABOUT, ROLE, WORKPLACE)
#: Sources that tell of this question, rather than of work at all.
NEAR: Final = (QUESTION, COMPETENCY, KEY_POINT, ABOUT)
#: Words that tell something are counted from this many on, so that few of them do not weigh much.
FEW_WORDS: Final = 5
#: Doings and numbers of one clause that count.
MOST_IN_CLAUSE: Final = 2


class Case(NamedTuple):
    """An answer with what it shows.

    Attributes:
        request: what was asked.
        analysis: the answer, what says nothing left out.
        values: each measure by its name, 0 to 100.
        cued: for each lexicon the clauses that hold its phrases, once for each phrase.
        hits: for each source of the topic the clauses that speak of it, once for each phrase.
    """

    request: ScoreRequest
    analysis: Analysis
    values: Mapping[str, int]
    cued: Mapping[str, Sequence[int]]
    hits: Mapping[str, Sequence[int]]


def case_of(request: ScoreRequest, analysis: Analysis, emptiness: float) -> Case:
    """Measure what an answer shows.

    Args:
        request: what was asked.
        analysis: the answer, what says nothing left out.
        emptiness: the share of its clauses that said nothing, 0 to 1.

    Returns:
        The answer with its measures.
    """
    tokens, ends = analysis.tokens, [clause.last for clause in analysis.clauses]
    topic = topic_of(request, analysis.profile)
    found: dict[tuple[str, str], Hit] = {}
    for hit in hits_of(tokens.words, analysis.profile, topic):
        found.setdefault((hit.source, " ".join(hit.phrase)), hit)
    hits: defaultdict[str, list[int]] = defaultdict(list)
    for (source, _), hit in found.items():
        name = source if source in SOURCES else KEY_POINT
        hits[name].append(bisect_right(ends, hit.place))
    points = {source for source, _ in found} - {*SOURCES}
    cued = _cued(analysis, ends)
    shares = {
        **_part_measures(analysis),
        **_doing_measures(analysis),
        **_number_measures(analysis),
        **_topic_measures(analysis, hits),
        "points_made": len(points) / max(1, len(request.question.key_points)),
        "emptiness": emptiness,
        **{f"said_{name}": _rising(len({*cued[name]}), 2) for name in CATEGORIES},
        "reasoned": _rising(sum(analysis.shares[at][ACTION] for at in {*cued["reason"]}), 1),
    }
    values = {name: round(100 * share) for name, share in shares.items()}
    return Case(request, analysis, values, cued, hits)


def _rising(amount: float, scale: float) -> float:
    """Bring an amount to 0 to 1: `scale` of it gives 0.63, twice that 0.86, three times 0.95."""
    return 1 - exp(-amount / scale)


def _cued(analysis: Analysis, ends: Sequence[int]) -> defaultdict[str, list[int]]:
    cued: defaultdict[str, list[int]] = defaultdict(list)
    for place, category in cue_hits(analysis.tokens.words, analysis.profile.cues):
        cued[category].append(bisect_right(ends, place))
    return cued


def _part_measures(analysis: Analysis) -> dict[str, float]:
    """Measure how probable each part is, how much of it there is, and the sort of the answer."""
    columns = [sum(column) for column in zip(*analysis.shares, strict=True)]
    count = len(analysis.clauses)
    found = {"share_none": columns[NONE] / count}
    for part, present, amount in zip(PARTS, analysis.present, columns, strict=False):
        found[f"has_{part}"] = present
        found[f"amount_{part}"] = _rising(amount, 2)
        found[f"share_{part}"] = amount / count
    for sort, share in zip(RESPONSE_TYPES, analysis.responses, strict=True):
        found[f"is_{sort}"] = share
    for quality, share in zip(QUALITIES, analysis.qualities, strict=True):
        found[f"reads_{quality}"] = share
    return found


def _doing_measures(analysis: Analysis) -> dict[str, float]:
    """Measure who does what, and how much of it is action: the team's doings are no one's loss."""
    shares = analysis.shares
    own, team, other = (
        [each.count(owner) for each in analysis.owners] for owner in ("own", "team", "other")
    )
    acts = [share[ACTION] for share in shares]
    return {
        "own_doings": _rising(sum(own), 3),
        "team_doings": _rising(sum(team), 3),
        "other_doings": _rising(sum(other), 3),
        "own_actions": _rising(
            sum(act * min(count, MOST_IN_CLAUSE) for act, count in zip(acts, own, strict=True)), 3
        ),
        "team_actions": _rising(
            sum(act * min(count, 1) for act, count in zip(acts, team, strict=True)), 2
        ),
    }


def _number_measures(analysis: Analysis) -> dict[str, float]:
    """Measure the numbers of what is told, of the result, of the actions, and of what is neither."""
    counts = [min(len(each), MOST_IN_CLAUSE) for each in analysis.measures]

    def within(weights: Iterable[float]) -> float:
        return sum(count * weight for count, weight in zip(counts, weights, strict=True))

    changes = sum(each.direction != "none" for found in analysis.measures for each in found)
    return {
        "numbers_told": _rising(within(1 - share[NONE] for share in analysis.shares), 2),
        "numbers_of_result": _rising(within(share[RESULT] for share in analysis.shares), 1),
        "numbers_of_action": _rising(within(share[ACTION] for share in analysis.shares), 1),
        "numbers_aside": _rising(within(share[NONE] for share in analysis.shares), 1),
        "changes": _rising(changes, 1),
    }


def _topic_measures(analysis: Analysis, hits: Mapping[str, Sequence[int]]) -> dict[str, float]:
    """Measure how much an answer speaks of the question, by count and by share of its telling words."""
    telling = FEW_WORDS + _telling(analysis)
    found: dict[str, float] = {}
    for source in SOURCES:
        count = len(hits.get(source, ()))
        found[f"topic_{source}"] = _rising(count, 3)
        found[f"dense_{source}"] = min(1.0, 5 * count / telling)
    near = [clause for source in NEAR for clause in hits.get(source, ())]
    spoken = {clause for source, at in hits.items() if source != WORKPLACE for clause in at}
    found["topic"] = _rising(len(near), 4)
    found["dense_topic"] = min(1.0, 3 * len(near) / telling)
    found["topic_clauses"] = len(spoken) / len(analysis.clauses)
    return found


def _telling(analysis: Analysis) -> int:
    empty = analysis.profile.empty_words
    return sum(word not in empty and word.isalpha() for word in analysis.tokens.words)
