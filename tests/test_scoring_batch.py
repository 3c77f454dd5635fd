"""Scoring many: in order, lazily, the same everywhere, and one failure is one answer's."""

import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import count, islice
from multiprocessing import get_context
from pickle import PicklingError
from typing import Any

import pytest
from attrs import evolve
from hypothesis import example, given, strategies as st

from interview_kit import Evidence, Rating, ScoreReport, ScoreRequest, ScorerError, Unscored
from interview_kit.errors import InvalidValueError
from interview_kit.scoring import judge, rule_scorer
from interview_kit.scoring._batch import score_all, score_all_async
from test_scoring_contract import report_of, request_of

Outcome = ScoreReport | Unscored


class Stop(BaseException):
    """What ends a program, as an interrupt of the user does."""


def moody(request: ScoreRequest, /) -> Outcome:
    """Quote the whole answer, unless it says how to fail."""
    answer = request.answer
    if answer == "fail":
        raise OSError(answer)
    if answer == "stop":
        raise Stop
    if answer == "die":
        os._exit(1)
    if answer == "break":
        return report_of(Rating(criterion="c9"))
    if answer == "pass":
        return Unscored(scorer="moody", reason="too_short")
    quote = Evidence(start=0, end=len(answer), quote=answer)
    return report_of(Rating(criterion="c1", level=len(answer) % 5, evidence=[quote]))


def asked(answers: Iterable[str]) -> list[ScoreRequest]:
    """Make a request of each answer."""
    plain = request_of()
    return [evolve(plain, answer=each) for each in answers]


def numbered(size: int) -> list[ScoreRequest]:
    """Make requests that differ."""
    return asked(f"I called client {number}." for number in range(size))


FAILURES = {
    "fail": ("scorer_failed", "The scorer raised OSError."),
    "break": (
        "scorer_broke_contract",
        "scorer 'moody': found a rating on 'c9', allowed is one of c1, c2, c3, c4.",
    ),
}


def by_hand(requests: Iterable[ScoreRequest]) -> list[Outcome]:
    """Say what should come of each request."""
    found: list[Outcome] = []
    for each in requests:
        reason, message = FAILURES.get(each.answer, ("", ""))
        failure = Unscored(scorer="moody", reason=reason, message=message) if reason else None
        found.append(failure or judge(moody, each))
    return found


answers = st.integers(0, 99).map("I called client {}.".format)
batches = st.lists(answers | st.sampled_from(["fail", "break", "pass"]), max_size=40).map(asked)
counts = st.integers(1, 6)
MIXED = [*numbered(8), *asked(["fail", "pass", "break"]), *numbered(9)]


class Job:
    """Work that is done when a result is asked for."""

    def __init__(self, executor: "Recorder", work: Callable[[], Any], size: int) -> None:
        self.executor, self.work, self.size = executor, work, size
        self.held: Any = None
        self.cancelled = False

    def result(self) -> Any:
        """Do this work, after all that waits behind it if the executor is hasty."""
        waiting = self.executor.jobs[len(self.executor.taken) :] if self.executor.hasty else [self]
        for each in reversed(waiting):
            each.held = each.held or each.work()
        self.executor.taken.append(self)
        return self.held

    def cancel(self) -> bool:
        """Note that it is not wanted any more, unless it is done."""
        self.cancelled = self.held is None
        return self.cancelled


class Recorder:
    """An executor that keeps what it was given; a hasty one does it all at once, in reverse."""

    def __init__(self, *, hasty: bool = True, workers: int | None = None) -> None:
        self.jobs: list[Job] = []
        self.taken: list[Job] = []
        self.hasty, self._max_workers = hasty, workers

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Job:
        """Take a call on."""
        self.jobs.append(Job(self, partial(fn, *args, **kwargs), len(args[-1])))
        return self.jobs[-1]


class Tap:
    """Requests that count how many were read, and fail at the end if told to."""

    def __init__(self, requests: Iterable[ScoreRequest], error: Exception | None = None) -> None:
        self.requests, self.error, self.read = requests, error, 0

    def __iter__(self) -> Iterator[ScoreRequest]:
        for each in self.requests:
            self.read += 1
            yield each
        if self.error:
            raise self.error


def processes(workers: int) -> ProcessPoolExecutor:
    """Start processes that share nothing with this one."""
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


@contextmanager
def dask() -> Iterator[Any]:
    """Give the executor of a dask cluster in this process."""
    distributed = pytest.importorskip("distributed")
    small = {"processes": False, "n_workers": 1, "threads_per_worker": 2}
    with (
        distributed.LocalCluster(**small, dashboard_address=None) as cluster,
        distributed.Client(cluster) as client,
    ):
        yield client.get_executor(pure=False)


@pytest.mark.parametrize(
    "pool",
    [partial(ThreadPoolExecutor, 3), partial(processes, 2), dask],
    ids=["threads", "processes", "dask"],
)
def test_results_are_the_same_everywhere(pool: Callable[[], Any]) -> None:
    """Threads, processes and dask give what one does, failures included; none tells progress."""
    threads: set[int] = set()
    share: dict[str, Any] = {
        "chunk": 3,
        "in_flight": 2,
        "progress": lambda _: threads.add(threading.get_ident()),
    }
    with pool() as executor:
        pooled = [
            list(score_all(MIXED, scorer, executor=executor, **share))
            for scorer in (moody, rule_scorer)
        ]
        assert list(score_all([], moody, executor=executor)) == []
    assert pooled == [by_hand(MIXED), list(score_all(MIXED, rule_scorer))]
    assert threads == {threading.get_ident()}


@given(batches, counts, counts)
@example([], 1, 1)
def test_chunks_are_bounded_and_in_order(
    requests: list[ScoreRequest], chunk: int, in_flight: int
) -> None:
    """Whatever the sizes: own results in order, full chunks, and bounded look-ahead."""
    executor, tap = Recorder(), Tap(requests)
    found: list[Outcome] = []
    for each in score_all(tap, moody, executor=executor, chunk=chunk, in_flight=in_flight):
        assert tap.read - len(found) <= in_flight * chunk
        assert len(executor.jobs) - len(found) // chunk <= in_flight
        found.append(each)
    assert found == by_hand(requests) == list(score_all(iter(requests), moody, chunk=chunk))
    full, rest = divmod(len(requests), chunk)
    assert [each.size for each in executor.jobs] == [chunk] * full + [rest] * bool(rest)
    assert executor.taken == executor.jobs


@given(st.integers(0, 30), counts, st.booleans())
def test_progress_is_told_after_each_chunk(size: int, chunk: int, pooled: bool) -> None:  # noqa: FBT001 - drawn by place
    """The number of answers done comes after each chunk and at the end, and never for nothing."""
    told: list[int] = []
    executor = Recorder() if pooled else None
    results = score_all(numbered(size), moody, executor=executor, chunk=chunk, progress=told.append)
    seen = [len(told) for _ in results]
    assert seen == [done // chunk for done in range(1, size + 1)]
    assert told == [*range(chunk, size, chunk), *([size] if size else [])]


@pytest.mark.parametrize(("workers", "in_flight"), [(None, 8), (1, 4), (3, 12)])
def test_room_follows_the_workers(workers: int | None, in_flight: int) -> None:
    """Four chunks wait for each worker that is known of, else eight in all; each of 250."""
    executor, tap = Recorder(hasty=False, workers=workers), Tap(numbered(1) * 250 * 15)
    results = score_all(tap, moody, executor=executor)
    assert tap.read == 0
    next(results)
    assert [each.size for each in executor.jobs] == [250] * in_flight
    assert tap.read == 250 * in_flight


def test_one_thread_reads_one_by_one() -> None:
    """Without an executor, input that never ends is read no further than results are taken."""
    tap = Tap(request_of(f"Call {number}.") for number in count())
    assert len(list(islice(score_all(tap, moody), 5))) == tap.read == 5


def test_bare_answers_are_no_requests() -> None:
    """What is no request is an error that names its type, and never shows what may be an answer."""
    bare: Any = [*numbered(1), "Zebra"]
    for executor in (None, Recorder()):
        results = score_all(bare, moody, executor=executor)
        assert next(results) == by_hand(numbered(1))[0]
        with pytest.raises(InvalidValueError) as caught:
            next(results)
        assert caught.value == InvalidValueError("requests", "a str", "only ScoreRequest")


@given(st.integers(0, 12), counts, counts)
def test_errors_of_the_input_come_last(size: int, chunk: int, in_flight: int) -> None:
    """What was read before the input failed is given first, with and without an executor."""
    for executor in (None, Recorder()):
        tap = Tap(numbered(size), LookupError("torn"))
        results = score_all(tap, moody, executor=executor, chunk=chunk, in_flight=in_flight)
        assert list(islice(results, size)) == by_hand(numbered(size))
        with pytest.raises(LookupError, match="torn"):
            next(results)


@pytest.mark.parametrize("progress", [None, int])
def test_closing_calls_off_what_has_not_begun(progress: Callable[[int], object] | None) -> None:
    """A closed batch cancels what waits, leaves alone what is done, and gives no more."""
    executor = Recorder(hasty=False)
    results = score_all(MIXED, moody, executor=executor, chunk=2, in_flight=4, progress=progress)
    next(results)
    results.close()
    assert [each.cancelled for each in executor.jobs] == [False, True, True, True]
    assert list(results) == []


def test_closing_keeps_threads_from_going_on() -> None:
    """After the batch is closed, a pool asks the scorer for no chunk that waited."""
    begun, goes_on = threading.Event(), threading.Event()
    seen: list[str] = []

    def waits(request: ScoreRequest, /) -> Outcome:
        seen.append(request.answer)
        if len(seen) > 1:
            begun.set()
            assert goes_on.wait(10)
        return moody(request)

    with ThreadPoolExecutor(1) as executor:
        results = score_all(numbered(9), waits, executor=executor, chunk=1, in_flight=5)
        next(results)
        assert begun.wait(10)
        results.close()
        goes_on.set()
    assert len(seen) == 2


def test_what_ends_a_program_goes_through() -> None:
    """An interrupt is no failure of an answer: it ends the batch, and what waits is called off."""
    requests, executor = asked(["stop", "Later.", "Last."]), Recorder(hasty=False)
    with pytest.raises(Stop):
        list(score_all(requests, moody))
    with pytest.raises(Stop):
        list(score_all(requests, moody, executor=executor, chunk=1))
    assert [each.cancelled for each in executor.jobs] == [True, True, True]


def test_executors_that_fail_say_so() -> None:
    """A scorer that cannot travel, a process that dies and a closed pool are errors of their own."""
    with processes(1) as executor:
        with pytest.raises((AttributeError, PicklingError), match="local object"):
            list(score_all(MIXED, lambda request: judge(moody, request), executor=executor))
        with pytest.raises(BrokenProcessPool):
            list(score_all(asked(["die"]), moody, executor=executor))
    with ThreadPoolExecutor(1) as closed:
        results = score_all(MIXED, moody, executor=closed)
    with pytest.raises(RuntimeError, match="shutdown"):
        next(results)


SPOKEN = "Zebra Quagga Okapi"
QUOTED = Evidence(start=0, end=len(SPOKEN), quote=SPOKEN)


@pytest.mark.parametrize(
    ("outcome", "message"),
    [
        (None, "scorer 'own': found a result of type NoneType,"),
        (SPOKEN, "scorer 'own': found a result of type str,"),
        (report_of(Rating(criterion="c9", evidence=[QUOTED])), "scorer 'own': found a rating on"),
        (
            report_of(Rating(criterion="c1", level=9, evidence=[QUOTED])),
            "scorer 'own': found level",
        ),
        (report_of(language="fr", model=SPOKEN), "scorer 'own': found a report in 'fr',"),
        (report_of(scale="other", warnings=[SPOKEN]), "scorer 'own': found levels of the scale"),
        (ValueError(SPOKEN), "The scorer raised ValueError."),
        (ScorerError("own", SPOKEN, SPOKEN), "The scorer raised ScorerError."),
    ],
)
def test_failures_hold_no_words_of_the_answer(outcome: Any, message: str) -> None:
    """However a scorer fails, the message says what it did, and nothing of what was answered."""

    def own(request: ScoreRequest, /) -> Any:
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    (result,) = score_all(asked([SPOKEN]), own)
    assert isinstance(result, Unscored)
    failed = isinstance(outcome, ValueError)
    assert result.reason == ("scorer_failed" if failed else "scorer_broke_contract")
    assert result.message.startswith(message)
    assert not [word for word in SPOKEN.split() if word in repr(result)]


def test_errors_of_an_inner_scorer_keep_their_sentence() -> None:
    """Where a scorer asks another that breaks the contract, the sentence names that one."""
    (result,) = score_all(asked(["break"]), lambda request: judge(moody, request))
    assert isinstance(result, Unscored)
    assert result.message.startswith("scorer 'moody': found a rating on 'c9',")


NAMES = {"<lambda>": "scorer", "__": "scorer", "nilai\u00e9": "scorer", "_hidden": "hidden"}


@pytest.mark.parametrize(("name", "id"), [*NAMES.items(), ("a" * 80, "a" * 64), ("Own2", "Own2")])
def test_failures_bear_an_id(name: str, id: str) -> None:
    """Whatever a scorer is called, its failures bear an id."""
    own: Any = partial(moody)
    own.__name__ = name
    (result,) = score_all(asked(["fail"]), own)
    assert result.scorer == id


async def later(request: ScoreRequest, /) -> Outcome:
    """Judge in no time, but async."""
    return moody(request)


class Later:
    """An async scorer with a state of its own."""

    async def __call__(self, request: ScoreRequest, /) -> Outcome:
        """Judge in no time."""
        return moody(request)


@pytest.mark.parametrize("scorer", [later, partial(later), Later()])
def test_async_scorers_are_sent_elsewhere(scorer: Any) -> None:
    """An async scorer is refused at once, with the function that takes it."""
    with pytest.raises(ScorerError, match=r"an async function.*score_all_async"):
        score_all([], scorer)


@pytest.mark.parametrize(
    ("argument", "value"),
    [
        *(("chunk", each) for each in (0, -1, True, 2.0)),
        *(("in_flight", each) for each in (0, True, "8")),
        *(("limit", each) for each in (0, True, None)),
        *(("executor", each) for each in (3, ThreadPoolExecutor)),
        *(("requests", each) for each in (3, request_of())),
        ("progress", 3),
    ],
)
def test_bad_arguments_are_refused_at_once(argument: str, value: Any) -> None:
    """What cannot work is an error of the call that names the argument, and reads nothing."""
    plain = {"requests": [], "scorer": moody}
    score: Callable[..., Any] = score_all_async if argument == "limit" else score_all
    with pytest.raises(InvalidValueError) as caught:
        score(**(plain | {argument: value}))
    assert caught.value.where == argument
