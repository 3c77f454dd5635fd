"""The built-in scorer: transparent rules, the same result for the same answer, no network."""

from typing import Final

from interview_kit.language import Profile, Sentence
from interview_kit.model import Criterion, Evidence, Rating, ScoreReport, Unscored
from interview_kit.scoring._gate import reading_or_reason
from interview_kit.scoring._protocol import ScoreRequest
from interview_kit.scoring._rules import RULES

__all__ = ["RULE_SCORER", "rule_scorer"]

#: Id of the built-in scorer in its reports; it changes whenever an equal answer scores otherwise.
RULE_SCORER: Final = "rules_1"
#: The highest level that a rule gives; the lowest is 0.
HIGHEST_RULE_LEVEL: Final = 4


def rule_scorer(request: ScoreRequest, /) -> ScoreReport | Unscored:
    """Score an answer by transparent rules.

    Criteria for which there is no rule are left unrated, which the coverage shows. Levels of the
    rules run from 0 to 4 and are spread over the scale of the rubric.

    Args:
        request: the question, the answer and the rubric.

    Returns:
        The report, or why the answer cannot be scored: `empty`, `too_short`, `repeated`,
        `copied_from_question` or `unknown_language`.
    """
    reading = reading_or_reason(RULE_SCORER, request.question, request.answer, request.language)
    if isinstance(reading, Unscored):
        return reading
    ratings: list[Rating] = []
    for criterion in request.rubric.criteria:
        rule = RULES.get((request.rubric.kind, criterion.id))
        finding = rule(reading, request) if rule else None
        if finding is not None:
            level = _on_scale(finding.level, request)
            sentences = finding.sentences if level > request.scale.lowest else ()
            ratings.append(
                Rating(
                    criterion=criterion.id,
                    level=level,
                    reason=finding.reason,
                    evidence=[_evidence(each, request.answer) for each in sentences],
                    next_step=_next_step(criterion, level, reading.profile),
                )
            )
    warnings = ("bad_mouthing",) if reading.with_cue("bad_mouthing") else ()
    return ScoreReport(
        scorer=RULE_SCORER, language=reading.profile.language, ratings=ratings, warnings=warnings
    )


def _on_scale(level: int, request: ScoreRequest) -> int:
    lowest, highest = request.scale.lowest, request.scale.highest
    return lowest + round(level * (highest - lowest) / HIGHEST_RULE_LEVEL)


def _evidence(sentence: Sentence, answer: str) -> Evidence:
    quote = answer[sentence.start : sentence.end]
    return Evidence(start=sentence.start, end=sentence.end, quote=quote)


def _next_step(criterion: Criterion, level: int, profile: Profile) -> str:
    goal = criterion.levels[-1]
    if level >= goal.value:
        return ""
    anchor = goal.anchor.in_(profile.language, fallback=goal.anchor.languages)
    return profile.message("next_step").format(anchor=anchor)
