"""Scoring: what a scorer is, the contract it keeps, those that come with the library, and how to join them."""

from interview_kit.scoring._batch import score_all, score_all_async
from interview_kit.scoring._built_in import RULE_SCORER, rule_scorer
from interview_kit.scoring._combine import (
    JURY_RULES,
    Cascade,
    Fallback,
    Jury,
    JuryRule,
    Mapped,
    OnlyIf,
    Veto,
    Weighted,
)
from interview_kit.scoring._contract import judge, judge_async, settle, totalled
from interview_kit.scoring._feedback import Feedback, FeedbackItem, feedback, missing_parts
from interview_kit.scoring._llm import (
    AsyncComplete,
    AsyncLlmScorer,
    Complete,
    LlmScorer,
    cache_key,
)
from interview_kit.scoring._llm_reply import LLM_REASONS
from interview_kit.scoring._probe import examine
from interview_kit.scoring._protocol import (
    PURPOSES,
    AsyncScorer,
    Purpose,
    Scorer,
    ScoreRequest,
    check_result,
    check_scorer,
)
from interview_kit.scoring._registry import Registry, installed_scorers
from interview_kit.scoring._rescore import CriterionDelta, ScoreDelta, compare_reports, rescore
from interview_kit.scoring._votes import decision_tree

__all__ = [
    "JURY_RULES",
    "LLM_REASONS",
    "PURPOSES",
    "RULE_SCORER",
    "AsyncComplete",
    "AsyncLlmScorer",
    "AsyncScorer",
    "Cascade",
    "Complete",
    "CriterionDelta",
    "Fallback",
    "Feedback",
    "FeedbackItem",
    "Jury",
    "JuryRule",
    "LlmScorer",
    "Mapped",
    "OnlyIf",
    "Purpose",
    "Registry",
    "ScoreDelta",
    "ScoreRequest",
    "Scorer",
    "Veto",
    "Weighted",
    "cache_key",
    "check_result",
    "check_scorer",
    "compare_reports",
    "decision_tree",
    "examine",
    "feedback",
    "installed_scorers",
    "judge",
    "judge_async",
    "missing_parts",
    "rescore",
    "rule_scorer",
    "score_all",
    "score_all_async",
    "settle",
    "totalled",
]
