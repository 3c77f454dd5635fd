"""What cannot be scored: decided before any criterion is looked at, and never a zero."""

from interview_kit.errors import MissingLanguageError
from interview_kit.language import (
    Profile,
    analyse,
    clauses_of,
    effort_of,
    only,
    profile,
    said_once,
    substance_of,
    tokens_of,
)
from interview_kit.model import Unscored, to_id
from interview_kit.scoring._case import Case, case_of
from interview_kit.scoring._protocol import ScoreRequest

__all__ = ["case_or_reason", "refused"]


def case_or_reason(scorer: str, request: ScoreRequest) -> Case | Unscored:
    """Take an answer apart, unless there is nothing in it to judge.

    Args:
        scorer: id of the scorer that asks.
        request: the question and the answer.

    Returns:
        The answer with what it shows, what says nothing or nothing new left out; or why it cannot be
        scored, in its language where that is known.
    """
    try:
        known = profile(request.language)
    except MissingLanguageError:
        return refused(scorer, "unknown_language", profile("en"))
    prompts = [text for _, text in request.question.text.entries]
    tokens = tokens_of(request.answer, known)
    clauses = clauses_of(tokens, known)
    fault = effort_of(tokens, clauses, known, prompts).fault
    if fault is not None:
        return refused(scorer, fault, known)
    once = said_once(tokens)
    if once is not tokens:
        tokens, clauses = once, clauses_of(once, known)
    telling, empty = substance_of(tokens, clauses, known, prompts)
    if not telling:
        return refused(scorer, "cue_list", known)
    analysis = analyse(*only(tokens, telling), known)
    return case_of(request, analysis, len(empty) / len(clauses))


def refused(scorer: str, reason: str, known: Profile) -> Unscored:
    """Say that an answer cannot be scored, in the words of a language.

    Args:
        scorer: id of the scorer that was asked.
        reason: why, such as one of `EFFORT_FAULTS`.
        known: the language.

    Returns:
        The reason with its sentence for the candidate.
    """
    return Unscored(
        scorer=scorer,
        reason=to_id(reason),
        message=known.message(reason),
        language=known.language,
    )
