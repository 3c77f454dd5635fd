"""Questions that should not be asked: topics that the law or good practice rules out, and why."""

from interview_kit.lint._catalogue import VERDICTS, Catalogue, Law, Topic, Verdict, catalogue
from interview_kit.lint._detectors import (
    LANGUAGES,
    Detection,
    Detectors,
    detectors,
    detectors_of,
)
from interview_kit.lint._examples import QuestionExample, examples
from interview_kit.lint._lint import LintFinding, QuestionLint, lint_question
from interview_kit.lint._training import train

__all__ = [
    "LANGUAGES",
    "VERDICTS",
    "Catalogue",
    "Detection",
    "Detectors",
    "Law",
    "LintFinding",
    "QuestionExample",
    "QuestionLint",
    "Topic",
    "Verdict",
    "catalogue",
    "detectors",
    "detectors_of",
    "examples",
    "lint_question",
    "train",
]
