"""What a scorer is: one call that takes one request and gives one report."""

from collections.abc import Callable
from contextlib import suppress
from inspect import iscoroutinefunction, signature
from typing import Any, Final, Literal, Protocol, cast, final

from attrs import field, frozen

from interview_kit.errors import ScorerError
from interview_kit.model import (
    Competency,
    Language,
    Question,
    Role,
    Rubric,
    Scale,
    ScoreReport,
    Unscored,
    Value,
    normalise_language,
)
from interview_kit.model.checks import as_tuple, instance_of, instances_of, one_of, plain_text

__all__ = [
    "PURPOSES",
    "AsyncScorer",
    "Purpose",
    "ScoreRequest",
    "Scorer",
    "check_result",
    "check_scorer",
    "is_async",
    "name_of",
]

#: What the judgement is for. The last two need a named person who decides.
Purpose = Literal["practice", "training", "interviewer_support", "selection"]
PURPOSES: Final[tuple[Purpose, ...]] = ("practice", "training", "interviewer_support", "selection")


def _default_purpose() -> Purpose:
    return "practice"


@final
@frozen(kw_only=True, eq=False, repr=False)
class ScoreRequest(Value):
    """Everything a scorer may use; new facts may join, which breaks no scorer.

    Attributes:
        question: the question that was answered.
        answer: the answer, exactly as given; personal data: it is never stored or logged here.
        rubric: the rubric to judge by.
        scale: the scale of the rubric.
        competencies: what the question lets a candidate show.
        roles: the roles that the question is for; none means every role.
        language: the language of the answer.
        purpose: what the judgement is for.
    """

    question: Question = field(validator=instance_of(Question))
    answer: str = field(repr=False, validator=plain_text)
    rubric: Rubric = field(validator=instance_of(Rubric))
    scale: Scale = field(validator=instance_of(Scale))
    competencies: tuple[Competency, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(Competency)
    )
    roles: tuple[Role, ...] = field(default=(), converter=as_tuple, validator=instances_of(Role))
    language: Language = field(converter=normalise_language)
    purpose: Purpose = field(factory=_default_purpose, validator=one_of(PURPOSES))


class Scorer(Protocol):
    """Anything that judges an answer; a plain function is one.

    It gives a `ScoreReport` with at most one rating for each criterion of the request's rubric,
    each above the lowest level with evidence, or `Unscored` with a reason where it cannot judge.
    It computes no totals: the library does, from the ratings whose evidence it finds in the
    answer. It raises nothing for an answer that is merely bad.
    """

    def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Judge one answer.

        Args:
            request: the question, the answer and the rubric.

        Returns:
            The report, or why there is none.
        """
        ...


class AsyncScorer(Protocol):
    """A scorer that waits for something, such as a model behind a network; else as `Scorer`."""

    async def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Judge one answer.

        Args:
            request: the question, the answer and the rubric.

        Returns:
            The report, or why there is none.
        """
        ...


def name_of(scorer: object) -> str:
    """Name a scorer in a message.

    Args:
        scorer: the scorer.

    Returns:
        The name of the function or class.
    """
    return str(getattr(scorer, "__name__", type(scorer).__name__))


def is_async(function: Callable[..., object]) -> bool:
    """Tell whether calling something gives what must be awaited.

    Args:
        function: a function, or an object that can be called.

    Returns:
        `True` for an async function and for an object with an async `__call__`.
    """
    return iscoroutinefunction(function) or iscoroutinefunction(type(function).__call__)


def check_scorer(scorer: object) -> None:
    """Check that something can be called as a scorer.

    Args:
        scorer: what was passed for a scorer.

    Raises:
        ScorerError: if it cannot be called with one request.
    """
    allowed = "a function of a ScoreRequest"
    if not callable(scorer):
        found = f"{type(scorer).__name__}, which cannot be called"
        raise ScorerError(type(scorer).__name__, found, allowed)
    try:
        # Functions written in C may not tell what they take.
        with suppress(ValueError):
            signature(scorer).bind(None)
    except TypeError as error:
        found = f"a function that cannot be called so: {error}"
        raise ScorerError(name_of(scorer), found, allowed) from None


def check_result(scorer: object, result: object) -> ScoreReport | Unscored:
    """Check what a scorer gave back.

    Args:
        scorer: the scorer, for the message.
        result: what it gave back.

    Returns:
        The same, known to be a report or a reason.

    Raises:
        ScorerError: if it is neither.
    """
    if isinstance(result, ScoreReport | Unscored):
        return result
    found = f"a result of type {type(result).__name__}"
    hint = "Return the report, and do not leave out the return statement."
    if hasattr(result, "close") and hasattr(result, "send"):
        # An async function gives a coroutine, which would complain of never being awaited.
        cast("Any", result).close()
        hint = "An async function is asked by scoring.judge_async and score_all_async."
    raise ScorerError(name_of(scorer), found, "a ScoreReport or an Unscored", hint)
