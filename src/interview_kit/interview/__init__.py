"""The interview around the answers: panels, and what they come to."""

from interview_kit.interview._combine import (
    METHODS,
    CombinedLevel,
    Disagreement,
    Method,
    PanelResult,
    RaterWeights,
    combine,
    disagreements,
)
from interview_kit.interview._panel import Panel, convene, convene_on_competencies
from interview_kit.interview._panel_values import (
    PANEL_EVENTS,
    Mark,
    PanelCriterion,
    PanelEvent,
    PanelEventKind,
    PanelView,
    Scorecard,
)
from interview_kit.interview._raters import habits_of_raters, panel_agreement, ratings_table

__all__ = [
    "METHODS",
    "PANEL_EVENTS",
    "CombinedLevel",
    "Disagreement",
    "Mark",
    "Method",
    "Panel",
    "PanelCriterion",
    "PanelEvent",
    "PanelEventKind",
    "PanelResult",
    "PanelView",
    "RaterWeights",
    "Scorecard",
    "combine",
    "convene",
    "convene_on_competencies",
    "disagreements",
    "habits_of_raters",
    "panel_agreement",
    "ratings_table",
]
