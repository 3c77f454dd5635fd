"""Scoring an answer to a question of a bank: ids are resolved here, scorers see values only."""

from interview_kit.bank import Bank
from interview_kit.errors import InvalidValueError
from interview_kit.model import Competency, Question, Role, ScoreReport, StarAnswer, Unscored
from interview_kit.model.checks import expect, shown
from interview_kit.scoring import (
    Purpose,
    Scorer,
    ScoreRequest,
    check_result,
    check_scorer,
    rule_scorer,
    settle,
)

__all__ = ["score", "score_request"]


def score(
    bank: Bank,
    question: Question | str,
    answer: StarAnswer | str,
    *,
    language: str,
    scorer: Scorer = rule_scorer,
    purpose: Purpose = "practice",
) -> ScoreReport | Unscored:
    """Score an answer, with evidence for every point.

    The library advises; a person decides. Answers are neither stored nor logged.

    Args:
        bank: the bank that the question is from.
        question: the question, or its id.
        answer: the answer, as text or in parts.
        language: the language of the answer, as a BCP 47 tag.
        scorer: what judges it: any function of a `ScoreRequest`; by default transparent rules.
        purpose: what the judgement is for.

    Returns:
        A report with totals that the library computed, or `Unscored` with the reason.

    Raises:
        UnknownIdError: if the bank has no such question.
        InvalidValueError: if the answer is no text, or the language is no language tag.
        ScorerError: if the scorer breaks its contract.

    >>> from interview_kit.packs import load
    >>> score(load(), "S04", "Tidak tahu.", language="id").reason
    'too_short'
    """
    request = score_request(bank, question, answer, language=language, purpose=purpose)
    check_scorer(scorer)
    result = check_result(scorer, scorer(request))
    return result if isinstance(result, Unscored) else settle(scorer, request, result)


def score_request(
    bank: Bank,
    question: Question | str,
    answer: StarAnswer | str,
    *,
    language: str,
    purpose: Purpose = "practice",
) -> ScoreRequest:
    """Put together what a scorer needs.

    Args:
        bank: the bank that the question is from.
        question: the question, or its id.
        answer: the answer, as text or in parts.
        language: the language of the answer.
        purpose: what the judgement is for.

    Returns:
        The request, with rubric, scale and competencies of the question.

    Raises:
        UnknownIdError: if the bank has no such question.
        InvalidValueError: if the answer is no text, or the language is no language tag.
    """
    expect("bank", bank, Bank)
    asked = question if isinstance(question, Question) else bank.get(Question, question)
    text = answer.text if isinstance(answer, StarAnswer) else answer
    if not isinstance(text, str):
        raise InvalidValueError("answer", shown(text), "a string or a StarAnswer")
    rubric = bank.rubric_for(asked)
    return ScoreRequest(
        question=asked,
        answer=text,
        rubric=rubric,
        scale=bank.scale_of(rubric),
        competencies=[bank.get(Competency, id) for id in asked.competencies],
        roles=[bank.get(Role, id) for id in asked.roles],
        language=language,
        purpose=purpose,
    )
