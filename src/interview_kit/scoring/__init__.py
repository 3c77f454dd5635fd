"""Scoring: what a scorer is, the contract it keeps, and the one that comes with the library."""

from interview_kit.scoring._built_in import RULE_SCORER, rule_scorer
from interview_kit.scoring._contract import judge, judge_async, settle
from interview_kit.scoring._protocol import (
    PURPOSES,
    AsyncScorer,
    Purpose,
    Scorer,
    ScoreRequest,
    check_result,
    check_scorer,
)

__all__ = [
    "PURPOSES",
    "RULE_SCORER",
    "AsyncScorer",
    "Purpose",
    "ScoreRequest",
    "Scorer",
    "check_result",
    "check_scorer",
    "judge",
    "judge_async",
    "rule_scorer",
    "settle",
]
