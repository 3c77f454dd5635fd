"""Scoring many answers: in order, a bounded part at a time, and a failure is that of one answer.

A scorer that fails for an answer leaves it `Unscored` for the reason `scorer_failed` or, where it
broke its contract, `scorer_broke_contract`. The message says how it broke the contract, or names
the class of the error, but never holds the text of a scorer's own error, in which the answer may
stand; `judge` with the same request raises the error itself. What ends a program, such as
`KeyboardInterrupt`, goes through, and so does an error of the input, after the results of all that
was read before it.
"""

from collections import deque
from collections.abc import AsyncGenerator, Callable, Generator, Iterable, Iterator
from contextlib import closing
from inspect import isawaitable
from typing import Any, Final, ParamSpec, Protocol, TypeVar, cast

from interview_kit.errors import InvalidValueError, ScorerError
from interview_kit.model import Id, ScoreReport, Unscored, to_id
from interview_kit.model.checks import shown
from interview_kit.scoring._contract import judge, judge_async
from interview_kit.scoring._protocol import (
    AsyncScorer,
    Scorer,
    ScoreRequest,
    check_scorer,
    is_async,
    name_of,
)

__all__ = ["Executor", "Pending", "score_all", "score_all_async"]

#: Answers in a chunk by default: handing them over costs little beside scoring them. Two processes
#: on two cores were 1.7 times as fast as one, and no faster in larger chunks (CPython 3.11).
CHUNK: Final = 250
#: Work that waits for each worker, so that none is idle while the caller looks at results.
AHEAD: Final = 4
#: Chunks in flight where nothing tells how many workers there are: as for two of them.
IN_FLIGHT: Final = 8
#: Async scorers at work at once by default, the author's judgement: few enough for the limits that
#: services behind a network set.
LIMIT: Final = 8
#: Longest id, in characters.
MAX_ID: Final = 64

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
Held_co = TypeVar("Held_co", covariant=True)
Outcome = ScoreReport | Unscored
Progress = Callable[[int], object]


class Pending(Protocol[Held_co]):
    """Work that was handed to an executor: what is used of `concurrent.futures.Future`."""

    def result(self) -> Held_co:
        """Wait for the work, and give its result or raise its error."""
        ...

    def cancel(self) -> bool:
        """Call the work off if it has not begun."""
        ...


class Executor(Protocol):
    """What does work elsewhere: what is used of `concurrent.futures.Executor`.

    Pools of threads and of processes are executors; so is what `get_executor(pure=False)` of a
    dask `Client` gives. Without `pure=False`, dask takes equal chunks for one and scores it once.
    """

    def submit(
        self,
        fn: Callable[Parameters, Result],
        /,
        *args: Parameters.args,
        **kwargs: Parameters.kwargs,
    ) -> Pending[Result]:
        """Take a call on.

        Args:
            fn: what to call; it and its arguments may be pickled.
            args: its arguments.
            kwargs: its arguments by name; none are used here.

        Returns:
            The work, under way.
        """
        ...


def score_all(
    requests: Iterable[ScoreRequest],
    scorer: Scorer,
    *,
    executor: Executor | None = None,
    chunk: int = CHUNK,
    in_flight: int | None = None,
    progress: Progress | None = None,
) -> Generator[ScoreReport | Unscored, None, None]:
    """Score many answers, in their order; each result is that of `judge`, with any executor.

    A scorer that fails leaves that one answer `Unscored`; an executor that fails raises its error.
    Requests are read as results are taken, at most `in_flight x chunk` ahead.

    Args:
        requests: what to score; any number, also without end.
        scorer: what judges; with processes, a function that stands in a module.
        executor: a pool of threads or processes, or dask's `client.get_executor(pure=False)`, left
            open; none to score in this thread, which reads and scores one by one.
        chunk: how many answers are handed over at once, from 1.
        in_flight: how many chunks may be handed over and not yet given back, from 1; by default 4
            for each worker of a pool of `concurrent.futures`, and 8 elsewhere.
        progress: is told, in this thread, how many are done after each chunk and at the end.

    Returns:
        The results, one for each request; closing it calls off the chunks that have not begun.

    Raises:
        ScorerError: at once, if the scorer cannot be called with a request, or is async.
        InvalidValueError: at once for a wrong argument; later for a request that is none.

    >>> from interview_kit.assess import score_request
    >>> from interview_kit.packs import load
    >>> from interview_kit.scoring import rule_scorer
    >>> asked = (score_request(load(), "S04", each, language="id") for each in ("Tidak tahu.", ""))
    >>> [each.reason for each in score_all(asked, rule_scorer)]
    ['too_short', 'empty']
    """
    room = _room(executor) if in_flight is None else in_flight
    _check_all(requests, scorer, progress)
    _check_plain(scorer)
    _check_executor(executor)
    _check_counts(chunk=chunk, in_flight=room)
    if executor is None:
        results = _one_by_one(requests, scorer)
    else:
        results = _pooled(_Source(requests), scorer, executor, chunk, room)
    return _told(results, chunk, progress) if progress else results


def score_all_async(
    requests: Iterable[ScoreRequest],
    scorer: AsyncScorer | Scorer,
    *,
    limit: int = LIMIT,
    progress: Progress | None = None,
) -> AsyncGenerator[ScoreReport | Unscored, None]:
    """Score many answers with a scorer that waits, in their order; each result as in `score_all`.

    Requests are read at most `4 x limit` ahead of the result that is given. Cancelling the task
    that takes the results, or closing them with `aclose`, cancels what is at work and waits for
    its end; `contextlib.aclosing` closes them in time where a loop is left early.

    Args:
        requests: what to score; any number, also without end.
        scorer: what judges; a plain one is called in the event loop, which waits for it.
        limit: how many answers may be at work at once, from 1.
        progress: is told the number of answers done before each result, in the event loop.

    Returns:
        The results, one for each request.

    Raises:
        ScorerError: at once, if the scorer cannot be called with a request.
        InvalidValueError: at once for a wrong argument; later for a request that is none.
    """
    _check_all(requests, scorer, progress)
    _check_counts(limit=limit)
    return _streamed(_Source(requests), _awaited(scorer), limit, progress or _untold)


def _check_all(requests: object, scorer: object, progress: object) -> None:
    check_scorer(scorer)
    if not isinstance(requests, Iterable):
        found = f"a {type(requests).__name__}"
        raise InvalidValueError("requests", found, "a collection of ScoreRequest")
    if progress is not None and not callable(progress):
        allowed = "a function of one number, or None"
        raise InvalidValueError("progress", shown(progress), allowed)


def _check_plain(scorer: Scorer) -> None:
    if is_async(scorer):
        found, allowed = "an async function", "one that gives its report at once"
        hint = "Pass it to scoring.score_all_async."
        raise ScorerError(name_of(scorer), found, allowed, hint)


def _check_counts(**counts: object) -> None:
    for place, count in counts.items():
        if type(count) is not int or count < 1:
            raise InvalidValueError(place, shown(count), "a whole number from 1")


def _check_executor(executor: object) -> None:
    is_one = callable(getattr(executor, "submit", None)) and not isinstance(executor, type)
    if executor is not None and not is_one:
        allowed = "an executor, such as a ProcessPoolExecutor(), or None"
        raise InvalidValueError("executor", shown(executor), allowed)


def _room(executor: object) -> int:
    # A private name, but the only one: pools of `concurrent.futures` and of loky have it.
    workers: object = getattr(executor, "_max_workers", None)
    return AHEAD * workers if isinstance(workers, int) else IN_FLIGHT


def _sound(requests: Iterable[ScoreRequest]) -> Iterator[ScoreRequest]:
    for each in requests:
        if not isinstance(each, ScoreRequest):
            # Its type only: it may be the bare answer.
            raise InvalidValueError("requests", f"a {type(each).__name__}", "only ScoreRequest")
        yield each


class _Source:
    """Requests, read in parts; an error of reading waits until what was read before is given."""

    def __init__(self, requests: Iterable[ScoreRequest]) -> None:
        self._left = _sound(requests)
        self._error: Exception | None = None

    def take(self, count: int) -> tuple[ScoreRequest, ...]:
        """Read so many more, or fewer at the end."""
        taken: list[ScoreRequest] = []
        try:
            while len(taken) < count:
                taken.append(next(self._left))
        except StopIteration:
            pass
        except Exception as error:  # noqa: BLE001 - `finish` raises it
            self._error = error
        return tuple(taken)

    def finish(self) -> None:
        """Raise the error that ended the reading, if one did."""
        if self._error is not None:
            raise self._error


def _one_by_one(requests: Iterable[ScoreRequest], scorer: Scorer) -> Generator[Outcome, None, None]:
    for each in _sound(requests):
        yield _score(scorer, each)


def _pooled(
    source: _Source, scorer: Scorer, executor: Executor, chunk: int, in_flight: int
) -> Generator[Outcome, None, None]:
    pending: deque[Pending[tuple[Outcome, ...]]] = deque()
    try:
        while True:
            while len(pending) < in_flight and (taken := source.take(chunk)):
                pending.append(executor.submit(_score_chunk, scorer, taken))
            if not pending:
                break
            # It stays in the queue while it is waited for, so that an interrupt calls it off, too.
            yield from pending[0].result()
            pending.popleft()
    finally:
        for each in pending:
            each.cancel()
    source.finish()


def _told(
    results: Generator[Outcome, None, None], chunk: int, progress: Progress
) -> Generator[Outcome, None, None]:
    done = 0
    with closing(results):
        for done, each in enumerate(results, start=1):
            if done % chunk == 0:
                progress(done)
            yield each
    if done % chunk:
        progress(done)


def _untold(_done: int) -> None:
    pass


async def _streamed(
    source: _Source, scorer: AsyncScorer, limit: int, progress: Progress
) -> AsyncGenerator[Outcome, None]:
    # It takes 40 ms to import (measured, CPython 3.11), and most callers need none of it.
    import asyncio  # noqa: PLC0415

    gate = asyncio.Semaphore(limit)

    async def score_in_turn(request: ScoreRequest) -> Outcome:
        async with gate:
            return await _score_async(scorer, request)

    pending: deque[asyncio.Task[Outcome]] = deque()
    done = 0
    try:
        while True:
            while len(pending) < AHEAD * limit and (taken := source.take(1)):
                pending.append(asyncio.create_task(score_in_turn(*taken)))
            if not pending:
                break
            # To await the task itself would cancel it first and let another begin in its place.
            await asyncio.wait([pending[0]])
            result = pending.popleft().result()
            done += 1
            progress(done)
            yield result
    finally:
        for each in pending:
            each.cancel()
        await asyncio.gather(*pending, return_exceptions=True)
    source.finish()


def _awaited(scorer: AsyncScorer | Scorer) -> AsyncScorer:
    async def ask(request: ScoreRequest, /) -> Outcome:
        # What a function gives tells more than how it was defined: it may pass a coroutine on.
        given: Any = scorer(request)
        return cast("Outcome", await given if isawaitable(given) else given)

    ask.__name__ = name_of(scorer)
    return ask


def _score_chunk(scorer: Scorer, requests: tuple[ScoreRequest, ...]) -> tuple[Outcome, ...]:
    return tuple(_score(scorer, each) for each in requests)


def _score(scorer: Scorer, request: ScoreRequest) -> Outcome:
    try:
        return judge(scorer, request)
    except Exception as error:  # noqa: BLE001 - the other answers go on
        return _failure(scorer, error)


async def _score_async(scorer: AsyncScorer, request: ScoreRequest) -> Outcome:
    try:
        return await judge_async(scorer, request)
    except Exception as error:  # noqa: BLE001 - the other answers go on
        return _failure(scorer, error)


def _failure(scorer: object, error: Exception) -> Unscored:
    message = f"The scorer raised {type(error).__name__}."
    reason = "scorer_failed"
    if isinstance(error, ScorerError):
        reason = "scorer_broke_contract"
        message = error.sentence() if _is_ours(error) else message
    return Unscored(scorer=_id_of(scorer), reason=reason, message=message)


def _is_ours(error: Exception) -> bool:
    """Tell whether this library raised an error: only then is it known to quote no answer."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    module = place.tb_frame.f_globals.get("__name__", "") if place is not None else ""
    return str(module).startswith("interview_kit.")


def _id_of(scorer: object) -> Id:
    name = name_of(scorer).lstrip("_")[:MAX_ID]
    try:
        return to_id(name)
    except InvalidValueError:
        # A lambda, or a name in other letters than those of ids.
        return to_id("scorer")
