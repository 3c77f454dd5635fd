"""The interview around the answers: sessions and panels, values that the host stores where it likes.

>>> from interview_kit.packs import load
>>> bank = load()
>>> plan = plan_session(bank, ["S04", "S11"], language="id")
>>> session = start("i1", plan, candidate="c1", at="2026-11-26T09:00+07:00")
>>> session = session.shown(at="2026-11-26T09:05+07:00")
>>> said = "Saya menelepon dua puluh pelanggan lama satu per satu, lalu menyusun penawaran baru."
>>> session = session.answered(said, at="2026-11-26T09:06+07:00")
>>> step = next_step(judge_current(session, bank, at="2026-11-26T09:07+07:00"))
>>> step.action, step.reason, step.question
('probe', 'missing_situation', 'S04')
>>> step.text.in_("id")
'Siapa pelanggannya, dan bagaimana keadaannya ketika Anda mulai?'
"""

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
from interview_kit.interview._disclosure import Disclosure, DisclosurePoint, disclosure
from interview_kit.interview._event import EVENT_KINDS, Event, EventKind
from interview_kit.interview._evidence import evidence_of
from interview_kit.interview._judge import effective_report, judge_current
from interview_kit.interview._next import ACTIONS, Action, NextStep, next_step
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
from interview_kit.interview._plan import (
    DECIDED_BY_PEOPLE,
    PlannedQuestion,
    SessionPlan,
    plan_session,
)
from interview_kit.interview._privacy import (
    AuditEntry,
    audit_trail,
    erased,
    export_data,
    pseudonymised,
)
from interview_kit.interview._raters import habits_of_raters, panel_agreement, ratings_table
from interview_kit.interview._recommendation import (
    CompetencyLevel,
    Recommendation,
    Statement,
    recommend,
)
from interview_kit.interview._resume import POLICIES, Policy, Resumption, changes_of, resume
from interview_kit.interview._rule import (
    OUTCOMES,
    Boundaries,
    DecisionRule,
    Outcome,
    RuleCompetency,
)
from interview_kit.interview._sensitivity import LevelChange, what_would_change
from interview_kit.interview._session import Session, replay, start
from interview_kit.interview._settling import QuestionProbes, Settling, settling
from interview_kit.interview._signals import (
    ObservedCue,
    ObservedSignal,
    PolarityCounts,
    SignalBalance,
    balance_of,
    cue_names,
)
from interview_kit.interview._state import Phase, Progress, Reply, State, Status

__all__ = [
    "ACTIONS",
    "ADVISORY",
    "DECIDED_BY_PEOPLE",
    "EVENT_KINDS",
    "METHODS",
    "OUTCOMES",
    "OUTCOME_NAMES",
    "PANEL_EVENTS",
    "POLICIES",
    "Action",
    "AuditEntry",
    "Boundaries",
    "CombinedLevel",
    "CompetencyLevel",
    "DecisionRule",
    "Disagreement",
    "Disclosure",
    "DisclosurePoint",
    "Event",
    "EventKind",
    "LevelChange",
    "Mark",
    "Method",
    "NextStep",
    "ObservedCue",
    "ObservedSignal",
    "Outcome",
    "Panel",
    "PanelCriterion",
    "PanelEvent",
    "PanelEventKind",
    "PanelResult",
    "PanelView",
    "Phase",
    "PlannedQuestion",
    "PolarityCounts",
    "Policy",
    "Progress",
    "QuestionProbes",
    "RaterWeights",
    "Recommendation",
    "Reply",
    "Resumption",
    "RuleCompetency",
    "Scorecard",
    "Session",
    "SessionPlan",
    "Settling",
    "SignalBalance",
    "State",
    "Statement",
    "Status",
    "audit_trail",
    "balance_of",
    "changes_of",
    "combine",
    "convene",
    "convene_on_competencies",
    "cue_names",
    "disagreements",
    "disclosure",
    "effective_report",
    "erased",
    "evidence_of",
    "export_data",
    "habits_of_raters",
    "judge_current",
    "next_step",
    "panel_agreement",
    "plan_session",
    "pseudonymised",
    "ratings_table",
    "recommend",
    "replay",
    "resume",
    "settling",
    "start",
    "what_would_change",
]
