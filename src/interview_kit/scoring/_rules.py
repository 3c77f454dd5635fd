"""The rules of the built-in scorer: one small pure function for each criterion.

Each rule looks for sentences that show what the criterion asks for and gives 0 to 4 by how many
there are. A sentence counts once for a criterion, however many cues stand in it.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final, NamedTuple

from interview_kit.language import Reading, Sentence, read, stem
from interview_kit.scoring._protocol import ScoreRequest

__all__ = ["RULES", "Finding", "Rule"]

#: Sentences quoted for one rating at most: enough to be checked, short enough to be read.
MAX_QUOTES: Final = 4
#: Levels by number of sentences found: one shows it in passing, two clearly, three and more amply.
BY_COUNT: Final = (0, 2, 3, 4)
#: A criterion that one clear sentence satisfies.
BY_ONE: Final = (0, 3, 4)
#: Steps rise evenly: four sentences or parts for the highest level.
BY_STEP: Final = (0, 1, 2, 3, 4)
#: Shortest topic word: shorter ones are mostly particles.
MIN_TOPIC_LETTERS: Final = 4
#: More words than this in an answer, or hedges in more than a third of its sentences, are drift:
#: spoken answers of 3 minutes have about 400 words.
MAX_CLEAR_WORDS: Final = 400
MAX_HEDGED_SHARE: Final = 1 / 3


class Finding(NamedTuple):
    """What a rule found: the level 0 to 4, a reason code, and the sentences that show it."""

    level: int
    reason: str
    sentences: tuple[Sentence, ...]


Rule = Callable[[Reading, ScoreRequest], Finding | None]


def by_count(sentences: tuple[Sentence, ...], steps: tuple[int, ...], what: str) -> Finding:
    """Give a level by the number of sentences found.

    Args:
        sentences: the sentences found.
        steps: the level for none, one, two … sentences; the last for any number beyond.
        what: what was looked for, for the reason code.

    Returns:
        The level with the sentences that show it.
    """
    level = steps[min(len(sentences), len(steps) - 1)]
    reason = f"{what}_found" if level else f"no_{what}"
    return Finding(level, reason, sentences[:MAX_QUOTES])


def cued(category: str, steps: tuple[int, ...], reading: Reading, request: ScoreRequest) -> Finding:
    """Count the sentences that hold a word or phrase of a lexicon."""
    return by_count(reading.with_cue(category), steps, category)


def relevance(reading: Reading, request: ScoreRequest) -> Finding:
    """Count the sentences that speak of what the question and its competencies are about.

    Topic words are compared by stem and as whole words. What is asked for is visible to a
    candidate who can identify the criterion (Ingold et al. 2015), which is why it counts.
    """
    return by_count(reading.on_topic(_topic(reading, request)), BY_COUNT, "relevance")


def own_steps(reading: Reading, request: ScoreRequest) -> Finding:
    """Count the sentences that tell the speaker's own steps; a story lacks these most often."""
    return by_count(reading.with_own_action(), BY_STEP, "own_step")


def completeness(reading: Reading, request: ScoreRequest) -> Finding:
    """Count the parts of situation, task, action and result that occur; one sentence shows each."""
    action = reading.with_own_action() or reading.with_team_action()
    cues = (
        reading.with_cue("situation"),
        reading.with_cue("task"),
        action,
        reading.with_cue("result"),
    )
    shown = tuple(found[0] for found in cues if found)
    return Finding(len(shown), "parts_counted", shown)


def result(reading: Reading, request: ScoreRequest) -> Finding:
    """Look for an outcome, and for a measure in the same sentence."""
    outcomes = reading.with_cue("result")
    measured = tuple(each for each in outcomes if each in reading.with_measure())
    if measured:
        return Finding(4, "measured_result", measured[:MAX_QUOTES])
    return by_count(outcomes, (0, 2, 3), "result")


def quantification(reading: Reading, request: ScoreRequest) -> Finding:
    """Look for numbers with units; credible scale in words counts where there is no figure."""
    measured = reading.with_measure()
    if measured:
        return Finding(4 if len(measured) > 1 else 3, "measure_found", measured[:MAX_QUOTES])
    return by_count(reading.with_cue("scale"), (0, 2), "scale")


def contribution(reading: Reading, request: ScoreRequest) -> Finding:
    """Look for one clear contribution of the speaker's own; crediting the team costs nothing."""
    own = reading.with_own_action()
    if own:
        return Finding(4, "own_part_clear", own[:MAX_QUOTES])
    return by_count(reading.with_team_action(), (0, 2), "team_part")


def clarity(reading: Reading, request: ScoreRequest) -> Finding:
    """Look at drift only: hedges and length; grammar, spelling and fluency are never looked at."""
    hedged = len(reading.with_cue("hedge"))
    drifts = hedged > MAX_HEDGED_SHARE * len(reading.sentences)
    long = len(reading.words) > MAX_CLEAR_WORDS
    level = 4 - 2 * drifts - long
    return Finding(level, "drift" if drifts or long else "on_point", reading.sentences[:1])


def key_points(reading: Reading, request: ScoreRequest) -> Finding | None:
    """Count the key points of the question that the answer makes, by their terms as whole words.

    A question without terms in the language of the answer leaves the criterion unrated: what the
    author left out is no fault of the candidate.
    """
    told = (point.terms.in_(reading.profile.language) for point in request.question.key_points)
    terms = [phrases for phrases in told if phrases]
    if not terms:
        return None
    hits = [next(iter(reading.with_phrase(phrases)), None) for phrases in terms]
    made = tuple(dict.fromkeys(hit for hit in hits if hit))
    # Whole numbers throughout: half a level is rounded up.
    level = (8 * sum(hit is not None for hit in hits) + len(hits)) // (2 * len(hits))
    reason = "key_points_made" if level else "no_key_point"
    return Finding(level, reason, made[:MAX_QUOTES])


def _topic(reading: Reading, request: ScoreRequest) -> frozenset[str]:
    known, question = reading.profile, request.question
    texts = [question.text, *(each.definition for each in request.competencies)]
    words = [term for point in question.key_points for term in point.terms.in_(known.language)]
    words += [text.in_(known.language) for text in texts if text.speaks(known.language)]
    found = (word.neutral for each in words for word in read(each, known).words)
    content = (w for w in found if len(w) >= MIN_TOPIC_LETTERS and w not in known.stop_words)
    return frozenset(stem(word, known) for word in content)


#: The rule for each criterion of the rubrics in the core pack, by kind and criterion.
RULES: Final[Mapping[tuple[str, str], Rule]] = {
    ("past", "relevance"): relevance,
    ("past", "action_specificity"): own_steps,
    ("past", "completeness"): completeness,
    ("past", "result"): result,
    ("past", "quantification"): quantification,
    ("past", "contribution"): contribution,
    ("past", "reflection"): partial(cued, "learning", BY_ONE),
    ("past", "clarity"): clarity,
    ("situational", "clarification"): partial(cued, "clarification", BY_ONE),
    ("situational", "analysis"): partial(cued, "analysis", BY_COUNT),
    ("situational", "action_plan"): key_points,
    ("situational", "stakeholders"): partial(cued, "stakeholders", BY_COUNT),
    ("situational", "risk"): partial(cued, "risk", BY_COUNT),
    ("situational", "expected_result"): partial(cued, "expected_result", BY_ONE),
    ("technical", "key_points"): key_points,
    ("technical", "process_order"): partial(cued, "order", BY_COUNT),
    ("technical", "terms"): relevance,
    ("technical", "example"): partial(cued, "example", BY_ONE),
    ("technical", "measure"): partial(cued, "measure", BY_ONE),
    ("motivation", "specificity"): partial(cued, "company", BY_COUNT),
    ("motivation", "role_match"): partial(cued, "role_match", BY_COUNT),
    ("motivation", "forward_view"): partial(cued, "forward", BY_ONE),
    ("motivation", "own_reason"): partial(cued, "own_reason", BY_ONE),
    ("background", "relevance"): relevance,
    ("background", "scope"): relevance,
    ("background", "recency"): partial(cued, "recency", BY_ONE),
    ("background", "result"): result,
}
