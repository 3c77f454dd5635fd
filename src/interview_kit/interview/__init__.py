"""The interview around the answers: what was noticed, and what a declared rule advises."""

from interview_kit.interview._advice import ADVISORY, OUTCOME_NAMES
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
from interview_kit.interview._recommendation import (
    CompetencyLevel,
    Recommendation,
    Statement,
    recommend,
)
from interview_kit.interview._rule import (
    OUTCOMES,
    Boundaries,
    DecisionRule,
    Outcome,
    RuleCompetency,
)
from interview_kit.interview._sensitivity import LevelChange, what_would_change
from interview_kit.interview._settling import QuestionProbes, Settling, settling
from interview_kit.interview._signals import (
    ObservedCue,
    ObservedSignal,
    PolarityCounts,
    SignalBalance,
    balance_of,
    cue_names,
)

__all__ = [
    "ADVISORY",
    "METHODS",
    "OUTCOMES",
    "OUTCOME_NAMES",
    "PANEL_EVENTS",
    "Boundaries",
    "CombinedLevel",
    "CompetencyLevel",
    "DecisionRule",
    "Disagreement",
    "LevelChange",
    "Mark",
    "Method",
    "ObservedCue",
    "ObservedSignal",
    "Outcome",
    "Panel",
    "PanelCriterion",
    "PanelEvent",
    "PanelEventKind",
    "PanelResult",
    "PanelView",
    "PolarityCounts",
    "QuestionProbes",
    "RaterWeights",
    "Recommendation",
    "RuleCompetency",
    "Scorecard",
    "Settling",
    "SignalBalance",
    "Statement",
    "balance_of",
    "combine",
    "convene",
    "convene_on_competencies",
    "cue_names",
    "disagreements",
    "habits_of_raters",
    "panel_agreement",
    "ratings_table",
    "recommend",
    "settling",
    "what_would_change",
]
