"""The interview around the answers: what was noticed, and what a declared rule advises."""

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
from interview_kit.interview._signals import (
    ObservedCue,
    ObservedSignal,
    PolarityCounts,
    SignalBalance,
    balance_of,
    cue_names,
)

__all__ = [
    "METHODS",
    "PANEL_EVENTS",
    "CombinedLevel",
    "Disagreement",
    "Mark",
    "Method",
    "ObservedCue",
    "ObservedSignal",
    "Panel",
    "PanelCriterion",
    "PanelEvent",
    "PanelEventKind",
    "PanelResult",
    "PanelView",
    "PolarityCounts",
    "RaterWeights",
    "Scorecard",
    "SignalBalance",
    "balance_of",
    "combine",
    "convene",
    "convene_on_competencies",
    "cue_names",
    "disagreements",
    "habits_of_raters",
    "panel_agreement",
    "ratings_table",
]
