"""Statistics of ratings, selections and quizzes: plain numbers in, values with reasons out.

Every sum is one of whole numbers up to one division or root, so that figures are the same on every
platform; intervals are seeded. What cannot be computed is a reason, never 0.

>>> table = [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (1, 2), (2, 2), (3, 3), (4, 4), (5, 4)]
>>> agreement(table, "alpha_ordinal", seed=1).bands
('reliable',)
"""

from interview_kit.statistics._agreement import agreement
from interview_kit.statistics._cut import AngoffRecord, CutScore, JudgeEstimates, cut_score
from interview_kit.statistics._impact import (
    GroupImpact,
    Impact,
    adverse_impact,
    fisher_exact,
    scoring_rate_impact,
)
from interview_kit.statistics._items import (
    ItemKey,
    ItemReport,
    ItemStatistics,
    OptionUse,
    item_statistics,
    point_statistics,
)
from interview_kit.statistics._kappa import Pair, bootstrap_interval, weighted_kappa
from interview_kit.statistics._measure import (
    BANDS,
    CAUTIONS,
    MEASURES,
    REFUSALS,
    Band,
    Caution,
    Measure,
    MeasureName,
    Refusal,
)
from interview_kit.statistics._raters import (
    RATER_RULES,
    Figure,
    RaterCheck,
    RaterLimits,
    RaterRule,
    halo_check,
    rater_checks,
    spearman_brown,
)
from interview_kit.statistics._words import words_of

__all__ = [
    "BANDS",
    "CAUTIONS",
    "MEASURES",
    "RATER_RULES",
    "REFUSALS",
    "AngoffRecord",
    "Band",
    "Caution",
    "CutScore",
    "Figure",
    "GroupImpact",
    "Impact",
    "ItemKey",
    "ItemReport",
    "ItemStatistics",
    "JudgeEstimates",
    "Measure",
    "MeasureName",
    "OptionUse",
    "Pair",
    "RaterCheck",
    "RaterLimits",
    "RaterRule",
    "Refusal",
    "adverse_impact",
    "agreement",
    "bootstrap_interval",
    "cut_score",
    "fisher_exact",
    "halo_check",
    "item_statistics",
    "point_statistics",
    "rater_checks",
    "scoring_rate_impact",
    "spearman_brown",
    "weighted_kappa",
    "words_of",
]
