"""The built-in scorers: transparent rules, the same result for the same answer, no network."""

from collections.abc import Iterator
from typing import Final

from interview_kit.language import Profile
from interview_kit.model import PARTS, Criterion, Evidence, Rating, ScoreReport, Unscored
from interview_kit.scoring._cards import HIGHEST
from interview_kit.scoring._case import Case
from interview_kit.scoring._criteria import RULES, Finding, is_off_topic
from interview_kit.scoring._gate import case_or_reason
from interview_kit.scoring._protocol import ScoreRequest

__all__ = ["RULE_SCORER", "rule_scorer"]

#: Id of the built-in scorer in its reports; it changes whenever an equal answer scores otherwise.
RULE_SCORER: Final = "rules_2"
#: How improbable a part must be, in percent, before it is called missing: it is judged with limited
#: certainty.
MISSING: Final = 35


def rule_scorer(request: ScoreRequest, /) -> ScoreReport | Unscored:
    """Score an answer by transparent rules: those for the kind of its question.

    Criteria for which there is no rule are left unrated, which the coverage shows. Levels of the
    rules run from 0 to 4 and are spread over the scale of the rubric.

    Args:
        request: the question, the answer and the rubric.

    Returns:
        The report, with the warnings `off_topic`, `bad_mouthing` and, for past experience,
        `missing_result` and so on where they apply; or why the answer cannot be scored: one of
        `EFFORT_FAULTS`, or `unknown_language`.
    """
    case = case_or_reason(RULE_SCORER, request)
    if isinstance(case, Unscored):
        return case
    known = case.analysis.profile
    ratings = [
        _rating(case, criterion, rule(case), known)
        for criterion in request.rubric.criteria
        if (rule := RULES.get((request.rubric.kind, criterion.id))) is not None
    ]
    return ScoreReport(
        scorer=RULE_SCORER, language=known.language, ratings=ratings, warnings=[*_warnings(case)]
    )


def _warnings(case: Case) -> Iterator[str]:
    """Name what is notable about the answer as a whole, and the parts that were not found."""
    if is_off_topic(case):
        yield "off_topic"
    if case.cued.get("bad_mouthing"):
        yield "bad_mouthing"
    if case.request.rubric.kind == "past":
        for part in PARTS[:4]:
            if case.values[f"has_{part}"] < MISSING:
                yield f"missing_{part}"


def _rating(case: Case, criterion: Criterion, finding: Finding, known: Profile) -> Rating:
    level = _on_scale(finding.level, case.request)
    shown = finding.clauses if level > case.request.scale.lowest else ()
    return Rating(
        criterion=criterion.id,
        level=level,
        reason=finding.reason,
        evidence=[_evidence(case, at) for at in shown],
        next_step=_next_step(criterion, level, known),
    )


def _on_scale(level: int, request: ScoreRequest) -> int:
    lowest, highest = request.scale.lowest, request.scale.highest
    return lowest + round(level * (highest - lowest) / HIGHEST)


def _evidence(case: Case, at: int) -> Evidence:
    tokens, (first, last) = case.analysis.tokens, case.analysis.clauses[at]
    start, end = tokens.starts[first], tokens.ends[last - 1]
    return Evidence(start=start, end=end, quote=case.request.answer[start:end])


def _next_step(criterion: Criterion, level: int, known: Profile) -> str:
    """Say what would raise a level: what the rubric says for it, or else its highest anchor."""
    if level >= criterion.levels[-1].value:
        return ""
    own = [each for each in criterion.levels if each.value <= level]
    advice = own[-1].next_step if own else criterion.levels[0].next_step
    if advice is not None and advice.speaks(known.language):
        return advice.in_(known.language)
    goal = criterion.levels[-1].anchor
    anchor = goal.in_(known.language, fallback=goal.languages)
    return known.message("next_step").format(anchor=anchor)
