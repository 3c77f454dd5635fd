"""Whether something is a scorer: by its signature first, then by a call about a made-up answer."""

from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Mapping
from functools import partial
from inspect import (
    Parameter,
    isasyncgenfunction,
    iscoroutinefunction,
    isfunction,
    isgeneratorfunction,
    ismethod,
    isroutine,
    signature,
)
from types import CoroutineType, ModuleType
from typing import Any, Final, Literal

from interview_kit.errors import ScorerError
from interview_kit.model import (
    Competency,
    Criterion,
    Evidence,
    Level,
    Question,
    Rating,
    Rubric,
    Scale,
    ScoreReport,
    Text,
    Unscored,
)
from interview_kit.model.checks import shown
from interview_kit.model.values import default_of, fields_of
from interview_kit.scoring._contract import settle
from interview_kit.scoring._protocol import ScoreRequest, check_result, check_scorer, name_of

__all__ = ["Manner", "examine", "manner_of", "probe_request", "told"]

#: Whether a scorer is called, or called and awaited.
Manner = Literal["sync", "async"]

#: What a class or function is told that does not take one request.
ALLOWED: Final = "a function of a ScoreRequest"
#: What to do instead of passing what cannot be called: the hint of the first kind that fits.
VALUE_HINTS: Final[tuple[tuple[Any, str], ...]] = (
    (ModuleType, "Name the function in the module."),
    ((ScoreReport, Unscored, CoroutineType), "Pass the function itself, without calling it."),
    (str, "Pass the function, not its name; with_entry_points finds installed ones by name."),
    (type(None), "Did the function that makes the scorer leave out its return statement?"),
    (object, "Give its class a method __call__(self, request), or pass a method of it."),
)
#: What to do instead of returning what is no report: the hint of the first kind that fits.
RESULT_HINTS: Final[tuple[tuple[Any, str], ...]] = (
    (Awaitable, "Define it by async def, which tells before any call that it is to be awaited."),
    ((Generator, AsyncGenerator), "Return the report instead of yielding it."),
    ((int, float), "Rate the criteria in a ScoreReport; the library computes the total from that."),
    (str, "To say why there is no score, return Unscored(scorer=..., reason=...)."),
    (Mapping, "interview_kit.structure(document, ScoreReport) makes a report of a document."),
    (tuple, "Return the report alone; a comma behind it makes a tuple."),
    ((list, Rating), "Return ScoreReport(scorer=..., language=request.language, ratings=[...])."),
    (type, "Return an instance, not the class."),
    (Callable, "If the function makes scorers, call it and pass what it gives back."),
)
#: The fields of a report that are the library's to fill.
TOTALS: Final = (
    "rubric",
    "structure_hash",
    "overall",
    "band",
    "band_id",
    "coverage",
    "rated",
    "criteria",
    "cap",
)
#: Ids and weights in percent of the rubric `past` of the core pack, with what each looks at.
CRITERIA: Final = (
    ("relevance", 20, "The episode answers the question."),
    ("action_specificity", 20, "The steps taken can be seen."),
    ("completeness", 15, "Situation, task, action and result are there."),
    ("result", 15, "It says what came of it."),
    ("quantification", 10, "Figures show how much."),
    ("contribution", 10, "The speaker's own part is clear."),
    ("reflection", 5, "It says what was learnt."),
    ("clarity", 5, "It keeps to the point."),
)
#: Sixty words as candidates say them. The accent and the blank line are there to tell offsets in
#: characters of the answer from offsets in bytes or in a tidied copy.
ANSWER: Final = (
    "Last year the biggest caf\u00e9 on my route stopped ordering from us. My task was to win it back "
    "within one month.\n\n"
    "I called the owner, asked what had gone wrong and wrote a new delivery plan with our driver. "
    "As a result the orders came back in three weeks, 15 percent higher. "
    "Next time I would call much sooner."
)


def probe_request() -> ScoreRequest:
    """Make the request by which scorers are probed.

    Returns:
        An answer of 60 English words to a question about the past, with a rubric of the ids and
        weights of the bundled one and a scale from 0 to 4; the same at each call.
    """
    title = Text.of(en="Winning a client back")
    question = Question(
        id="probe",
        text=Text.of(en="Tell me about a time when you won a client back."),
        kind="past",
        stages=["user"],
        competencies=["winning_back"],
        difficulty=2,
        minutes=5,
    )
    rubric = Rubric(
        id="past",
        name=title,
        kind="past",
        scale="practice",
        criteria=[_criterion(*each) for each in CRITERIA],
        weights_reason=Text.of(en="They are those of the bundled rubric."),
    )
    return ScoreRequest(
        question=question,
        answer=ANSWER,
        rubric=rubric,
        scale=Scale(id="practice", lowest=0, highest=4),
        competencies=[Competency(id="winning_back", name=title, definition=title)],
        language="en",
    )


def _criterion(id: str, weight: int, looked_at: str) -> Criterion:
    said = Text.of(en=looked_at)
    lowest = Level(value=0, anchor=Text.of(en="Nothing of this is there."))
    highest = Level(value=4, anchor=said)
    return Criterion(
        id=id,
        name=Text.of(en=id.replace("_", " ")),
        definition=said,
        weight=weight,
        levels=[lowest, highest],
        reason=said,
    )


def examine(scorer: object, *, probe: bool = True) -> Manner:
    """Decide whether something is a scorer, and of which manner.

    It must be callable with one request by position; further parameters need defaults. Then it is
    asked about one made-up answer, and what it gives back is held to the contract, more strictly
    than later: a quote that does not stand where it says is an error here. A criterion that the
    scorer does not know it leaves unrated, so a scorer for another kind of question rates nothing.

    An async scorer is asked in an event loop of its own, and only if none is running: inside of a
    running loop its signature alone is examined. What it opened there, such as connections, is
    bound to that loop; where this matters, pass `probe=False`.

    Args:
        scorer: what was passed for a scorer.
        probe: whether to ask it; `False` for one whose calls cost money or need a network.

    Returns:
        `"sync"`, or `"async"` if calls of it are to be awaited.

    Raises:
        ScorerError: if it is none; it says what was found and what to do.

    >>> examine(lambda request: Unscored(scorer="mine", reason="no_rule"))
    'sync'
    """
    _check_signature(scorer)
    manner = manner_of(scorer)
    if probe and not (manner == "async" and _loop_is_running()):
        request = probe_request()
        result = _check_type(scorer, _asked(scorer, manner, request))
        if isinstance(result, ScoreReport):
            _check_report(scorer, request, result)
    return manner


def manner_of(scorer: object) -> Manner:
    """Tell whether a scorer is to be awaited.

    Args:
        scorer: a scorer.

    Returns:
        `"async"` for an async function, and for an instance whose class has an async `__call__`,
        also under `functools.partial`; else `"sync"`.
    """
    is_async = iscoroutinefunction(scorer) or iscoroutinefunction(_code_of(scorer))
    return "async" if is_async else "sync"


def told(error: BaseException) -> str:
    """Say an error in one phrase.

    Args:
        error: what was raised.

    Returns:
        Its class and its message, such as `ValueError: no key`.
    """
    return f"{type(error).__name__}: {error}".removesuffix(": ")


def _code_of(scorer: Any) -> Any:
    """Give the function, method or class that runs in the end when a scorer is called."""
    while isinstance(scorer, partial):
        scorer = scorer.func
    if isroutine(scorer) or isinstance(scorer, type) or not callable(scorer):
        return scorer
    return scorer.__call__


def _check_signature(scorer: object) -> None:
    code = _code_of(scorer)
    if isinstance(code, type):
        raise _is_class(scorer, code)
    try:
        check_scorer(scorer)
        if isfunction(code) or ismethod(code):
            # What is written in Python and has no signature cannot be called at all.
            _parameters_of(scorer)
    except ScorerError as error:
        raise _advised(error, _call_hint(code)) from None
    except ValueError as error:
        found = f"a function that cannot be called so: {error}"
        raise ScorerError(name_of(scorer), found, ALLOWED, _call_hint(code)) from None
    if isgeneratorfunction(code) or isasyncgenfunction(code):
        hint = "Return the report instead of yielding it."
        raise ScorerError(name_of(scorer), "a generator function, which yields", ALLOWED, hint)


def _is_class(scorer: object, kind: type) -> ScorerError:
    hint = f"Pass an instance of it, as {kind.__name__}() makes one."
    if not any("__call__" in vars(each) for each in kind.__mro__):
        hint = "Give it a method __call__(self, request), and pass an instance."
    allowed = "a function of a ScoreRequest, or an instance that can be called like one"
    return ScorerError(name_of(scorer), f"the class {kind.__name__}", allowed, hint)


def _call_hint(code: Any) -> str:
    if not callable(code):
        return _hint_for(code, VALUE_HINTS)
    parameters = _parameters_of(getattr(code, "__func__", code))
    if ismethod(code) and len(parameters) <= 1:
        return f"A method takes self and the request: def {code.__name__}(self, request)."
    if not parameters:
        return "Let it take the request as its one parameter."
    if all(each.kind is Parameter.KEYWORD_ONLY for each in parameters):
        return "Let it take the request by position: leave out the asterisk before it."
    if parameters[0].name == "self" and not ismethod(code):
        return f"This is a method of a class: take it of an instance, as in MyScorer().{code.__name__}."
    return (
        "All is in the one request; bind settings by name: functools.partial(score, strict=True)."
    )


def _parameters_of(function: Any) -> list[Parameter]:
    return [*signature(function).parameters.values()]


def _hint_for(value: object, hints: tuple[tuple[Any, str], ...]) -> str:
    return next((hint for kind, hint in hints if isinstance(value, kind)), "")


def _advised(error: ScorerError, hint: str) -> ScorerError:
    return ScorerError(error.scorer, error.found, error.allowed, hint or error.hint)


def _loop_is_running() -> bool:
    # Needed for async scorers only, and 30 ms to import.
    from asyncio import get_running_loop  # noqa: PLC0415

    try:
        get_running_loop()
    except RuntimeError:
        return False
    return True


def _asked(scorer: Any, manner: Manner, request: ScoreRequest) -> object:
    try:
        return _awaited(scorer, request) if manner == "async" else scorer(request)
    except Exception as error:
        found = f"{told(error)}, raised for a plain answer"
        hint = "Mend it, or register it with probe=False if it cannot be called here and now."
        raise ScorerError(name_of(scorer), found, "a result for any answer", hint) from error


def _awaited(scorer: Any, request: ScoreRequest) -> object:
    # As above. Unlike asyncio.run, a loop of our own making leaves that of the host alone.
    from asyncio import Runner, new_event_loop  # noqa: PLC0415

    async def ask() -> object:
        return await scorer(request)

    with Runner(loop_factory=new_event_loop) as runner:
        return runner.run(ask())


def _check_type(scorer: object, result: object) -> ScoreReport | Unscored:
    try:
        return check_result(scorer, result)
    except ScorerError as error:
        raise _advised(error, _hint_for(result, RESULT_HINTS)) from None


def _check_report(scorer: object, request: ScoreRequest, report: ScoreReport) -> None:
    try:
        settled = settle(scorer, request, report)
    except ScorerError as error:
        hint = error.hint or "Take criteria from request.rubric and levels from request.scale."
        raise _advised(error, hint) from None
    for rating in report.ratings:
        for evidence in rating.evidence:
            _check_quote(scorer, request.answer, rating, evidence)
        _check_support(scorer, request.scale.lowest, rating)
    for field, claimed in fields_of(report):
        # A scorer that asks others passes on what the library computed for them.
        fits = claimed in (default_of(field), getattr(settled, field.name))
        if field.name in TOTALS and not fits:
            found, allowed = f"{field.name} {shown(claimed)} of its own", "ratings alone"
            hint = f"Leave {field.name} out: the library fills it in."
            raise ScorerError(name_of(scorer), found, allowed, hint)


def _check_quote(scorer: object, answer: str, rating: Rating, evidence: Evidence) -> None:
    start, end, quote = evidence.start, evidence.end, evidence.quote
    there = answer[start:end]
    if there == quote:
        return
    place = answer.find(quote)
    hint = "Those words are not in the answer: quote it as it is, neither tidied nor reworded."
    if place >= 0:
        hint = f"The quote stands at {place} to {place + len(quote)}: count characters, from 0."
    found = (
        f"the quote {shown(quote)} on {rating.criterion!r} from {start} to {end}, "
        f"where {shown(there)} stands"
    )
    raise ScorerError(name_of(scorer), found, "request.answer[start:end]", hint)


def _check_support(scorer: object, lowest: int, rating: Rating) -> None:
    shows = any(each.quote.strip() for each in rating.evidence)
    if rating.level not in (None, lowest) and not shows:
        found = f"level {rating.level} on {rating.criterion!r} without words that show it"
        allowed = f"at least one quote for each level above {lowest}"
        hint = "Pass evidence=[Evidence(start=..., end=..., quote=...)], or it would not count."
        raise ScorerError(name_of(scorer), found, allowed, hint)
