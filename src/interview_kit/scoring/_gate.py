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

__all__ = ["case_or_reason"]


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
        return _unscored(scorer, "unknown_language", profile("en"))
    prompts = [text for _, text in request.question.text.entries]
    tokens = tokens_of(request.answer, known)
    clauses = clauses_of(tokens, known)
    fault = effort_of(tokens, clauses, known, prompts).fault
    if fault is not None:
        return _unscored(scorer, fault, known)
    once = said_once(tokens)
    if once is not tokens:
        tokens, clauses = once, clauses_of(once, known)
    telling, empty = substance_of(tokens, clauses, known, prompts)
    if not telling:
        return _unscored(scorer, "cue_list", known)
    analysis = analyse(*only(tokens, telling), known)
    return case_of(request, analysis, len(empty) / len(clauses))


def _unscored(scorer: str, reason: str, known: Profile) -> Unscored:
    return Unscored(
        scorer=scorer,
        reason=to_id(reason),
        message=known.message(reason),
        language=known.language,
    )
