"""From a panel's levels to the evidence that a declared rule is applied to."""

from interview_kit.errors import InvalidValueError
from interview_kit.interview._combine import CombinedLevel, PanelResult
from interview_kit.interview._panel import Panel
from interview_kit.interview._recommendation import CompetencyLevel
from interview_kit.model.checks import expect

__all__ = ["evidence_of"]


def evidence_of(panel: Panel, result: PanelResult) -> tuple[CompetencyLevel, ...]:
    """Give what a panel found as evidence for a recommendation.

    Args:
        panel: a panel on competencies, of which all raters have submitted.
        result: what its levels come to.

    Returns:
        For each competency the combined level, who rated it, and what they quoted, in the order of the
        panel; what nobody assessed has no level.

    Raises:
        StepError: if a rater has not submitted.
        InvalidValueError: if the result is that of another panel.

    >>> from interview_kit.interview import combine, convene_on_competencies
    >>> from interview_kit.model import Competency, Scale
    >>> from interview_kit.packs import load
    >>> bank = load()
    >>> judged, scale = bank.all(Competency)[:1], bank.get(Scale, "opm5")
    >>> panel = convene_on_competencies(judged, scale, id="p1", candidate="c1", raters=["ana"])
    >>> panel = panel.rated("ana", judged[0].id, 4, at="2026-11-26T09:00+07:00")
    >>> panel = panel.submitted("ana", at="2026-11-26T09:05+07:00")
    >>> [each.level for each in evidence_of(panel, combine(panel))]
    [4.0]
    """
    expect("panel", panel, Panel)
    expect("result", result, PanelResult)
    if result.panel != panel.id:
        raise InvalidValueError("result", f"that of {result.panel!r}", f"that of {panel.id!r}")
    return tuple(_evidence(panel, each) for each in result.levels)


def _evidence(panel: Panel, combined: CombinedLevel) -> CompetencyLevel:
    marks = [(card.rater, card.mark(combined.criterion)) for card in panel.scorecards()]
    given = [(rater, mark) for rater, mark in marks if mark and mark.level is not None]
    return CompetencyLevel(
        competency=combined.criterion,
        level=combined.level,
        ratings=combined.ratings,
        given_by=[rater for rater, _ in given],
        quotes=[quote for _, mark in given for quote in mark.quotes],
    )
