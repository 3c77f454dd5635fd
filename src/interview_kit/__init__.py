"""Role-specific interview practice and structured interviews: questions, quizzes, scores.

Names are loaded on first use, so that importing the library costs next to nothing.
"""

from importlib import import_module

#: Type checkers take this for `typing.TYPE_CHECKING`, whose module takes 10 ms to import.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from interview_kit import (
        balance as balance,
        bank as bank,
        errors as errors,
        export as export,
        interview as interview,
        knowledge as knowledge,
        language as language,
        lint as lint,
        model as model,
        packs as packs,
        quiz as quiz,
        scoring as scoring,
        statistics as statistics,
        testing as testing,
    )
    from interview_kit._documents import document, structure
    from interview_kit.assess import score
    from interview_kit.bank import Bank
    from interview_kit.errors import (
        ConflictError,
        DocumentError,
        InfeasibleError,
        InterviewKitError,
        InvalidValueError,
        MissingLanguageError,
        PackError,
        PluginError,
        Problem,
        ScorerError,
        UnknownIdError,
    )
    from interview_kit.model import (
        Competency,
        Evidence,
        Question,
        Rating,
        Role,
        Rubric,
        SampleAnswer,
        ScoreReport,
        StarAnswer,
        Text,
        Unscored,
    )
    from interview_kit.packs import check, load
    from interview_kit.quiz import Blueprint, History, Quiz, Quota, generate, verify
    from interview_kit.scoring import Scorer, ScoreRequest

    __version__: str

__all__ = [
    "Bank",
    "Blueprint",
    "Competency",
    "ConflictError",
    "DocumentError",
    "Evidence",
    "History",
    "InfeasibleError",
    "InterviewKitError",
    "InvalidValueError",
    "MissingLanguageError",
    "PackError",
    "PluginError",
    "Problem",
    "Question",
    "Quiz",
    "Quota",
    "Rating",
    "Role",
    "Rubric",
    "SampleAnswer",
    "ScoreReport",
    "ScoreRequest",
    "Scorer",
    "ScorerError",
    "StarAnswer",
    "Text",
    "UnknownIdError",
    "Unscored",
    "check",
    "document",
    "generate",
    "load",
    "score",
    "structure",
    "verify",
]

#: Module by module, the names that it gives to the face.
_HOMES = {
    "interview_kit._documents": (
        "document",
        "structure",
    ),
    "interview_kit.assess": ("score",),
    "interview_kit.bank": ("Bank",),
    "interview_kit.errors": (
        "ConflictError",
        "DocumentError",
        "InfeasibleError",
        "InterviewKitError",
        "InvalidValueError",
        "MissingLanguageError",
        "PackError",
        "PluginError",
        "Problem",
        "ScorerError",
        "UnknownIdError",
    ),
    "interview_kit.model": (
        "Competency",
        "Evidence",
        "Question",
        "Rating",
        "Role",
        "Rubric",
        "SampleAnswer",
        "ScoreReport",
        "StarAnswer",
        "Text",
        "Unscored",
    ),
    "interview_kit.packs": (
        "check",
        "load",
    ),
    "interview_kit.quiz": (
        "Blueprint",
        "History",
        "Quiz",
        "Quota",
        "generate",
        "verify",
    ),
    "interview_kit.scoring": (
        "Scorer",
        "ScoreRequest",
    ),
}

#: What is not at the top stands in these.
_TOPICS = (
    "balance",
    "bank",
    "errors",
    "export",
    "interview",
    "knowledge",
    "language",
    "lint",
    "model",
    "packs",
    "quiz",
    "scoring",
    "statistics",
    "testing",
)


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            found: object = getattr(import_module(home), name)
            return found
    if name in _TOPICS:
        topic: object = import_module(f"interview_kit.{name}")
        return topic
    if name == "__version__":
        version: object = import_module("importlib.metadata").version("interview_kit")
        return version
    raise AttributeError(f"module 'interview_kit' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_TOPICS, "__version__"})
