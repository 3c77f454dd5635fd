"""Statistics of ratings, selections and quizzes: plain numbers in, values with reasons out."""

from interview_kit.statistics._agreement import agreement
from interview_kit.statistics._kappa import Pair, bootstrap_interval, weighted_kappa
from interview_kit.statistics._measure import Measure

__all__ = ["Measure", "Pair", "agreement", "bootstrap_interval", "weighted_kappa"]
