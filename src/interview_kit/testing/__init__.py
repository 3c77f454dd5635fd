"""For those who plug in a scorer of their own: an acceptance test, calibration and strategies.

>>> from interview_kit.scoring import rule_scorer
>>> check_scorer(rule_scorer, language="en", checks=["evidence", "determinism"]).ok
True
"""

from interview_kit.statistics import weighted_kappa
from interview_kit.testing._agreement import (
    REFUSALS,
    Agreement,
    LevelBias,
    Refusal,
)
from interview_kit.testing._calibrate import (
    Calibration,
    CriterionAgreement,
    TripleOrder,
    calibrate,
)
from interview_kit.testing._cases import (
    SORTS,
    Case,
    CaseSet,
    Sort,
    Swap,
    Wording,
    built_in_cases,
)
from interview_kit.testing._check import CHECKS, Check, check_scorer
from interview_kit.testing._judge import Judge, Tolerance
from interview_kit.testing._keyed import KeyedScorer
from interview_kit.testing._outcome import (
    CHECK_NAMES,
    CheckName,
    CheckReport,
    Failure,
    Outcome,
)
from interview_kit.testing._strategies import (
    answers,
    questions,
    reports,
    requests,
    rubrics,
    scorers,
    star_answers,
    unscoreds,
)

__all__ = [
    "CHECKS",
    "CHECK_NAMES",
    "REFUSALS",
    "SORTS",
    "Agreement",
    "Calibration",
    "Case",
    "CaseSet",
    "Check",
    "CheckName",
    "CheckReport",
    "CriterionAgreement",
    "Failure",
    "Judge",
    "KeyedScorer",
    "LevelBias",
    "Outcome",
    "Refusal",
    "Sort",
    "Swap",
    "Tolerance",
    "TripleOrder",
    "Wording",
    "answers",
    "built_in_cases",
    "calibrate",
    "check_scorer",
    "questions",
    "reports",
    "requests",
    "rubrics",
    "scorers",
    "star_answers",
    "unscoreds",
    "weighted_kappa",
]
