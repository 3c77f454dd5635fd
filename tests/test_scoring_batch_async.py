"""Scoring many with a scorer that waits: in order, a few at once, and nothing left running."""

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from contextlib import aclosing
from functools import partial
from typing import Any

import pytest
from hypothesis import given, strategies as st

from interview_kit import ScoreReport, ScoreRequest, ScorerError, Unscored
from interview_kit.errors import InvalidValueError
from interview_kit.scoring._batch import score_all, score_all_async
from test_scoring_batch import MIXED, Later, Stop, Tap, asked, batches, by_hand, moody, numbered

Outcome = ScoreReport | Unscored
limits = st.integers(1, 5)


class Busy:
    """An async scorer that takes some turns of the event loop, and counts who is at work."""

    def __init__(self, turns: Iterable[int]) -> None:
        self.__name__ = "moody"
        self.turns = iter(turns)
        self.at_work = self.most = 0

    async def __call__(self, request: ScoreRequest, /) -> Outcome:
        """Judge when the turns are over."""
        self.at_work += 1
        self.most = max(self.most, self.at_work)
        for _ in range(next(self.turns)):
            await asyncio.sleep(0)
        self.at_work -= 1
        return moody(request)


class Stuck:
    """An async scorer that answers the first few requests and then waits for ever."""

    def __init__(self, answered: int, expected: int) -> None:
        self.answered, self.expected = answered, expected
        self.waiting = self.ended = 0
        self.full = asyncio.Event()

    async def __call__(self, request: ScoreRequest, /) -> Outcome:
        """Judge, or wait for what never comes."""
        if self.answered:
            self.answered -= 1
            return moody(request)
        self.waiting += 1
        if self.waiting == self.expected:
            self.full.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.ended += 1
        raise AssertionError


def forwarded(request: ScoreRequest, /) -> Coroutine[Any, Any, Outcome]:
    """Pass on what an async function gives."""
    return Later()(request)


async def all_of(requests: Iterable[ScoreRequest], scorer: Any, **given: Any) -> list[Outcome]:
    """Take all results."""
    return [each async for each in score_all_async(requests, scorer, **given)]


async def others() -> list[asyncio.Task[Any]]:
    """List the tasks that are there beside the one that asks."""
    return [each for each in asyncio.all_tasks() if each is not asyncio.current_task()]


@given(batches, limits, st.data())
def test_results_come_in_order_and_a_few_at_once(
    requests: list[ScoreRequest], limit: int, data: st.DataObject
) -> None:
    """However long each takes: results and failures as in one thread, and bounds that hold."""
    size = len(requests)
    turns = data.draw(st.lists(st.integers(1, 6), min_size=size, max_size=size)) if size else []
    scorer, tap, told = Busy(turns), Tap(requests), list[int]()

    async def take() -> list[Outcome]:
        found: list[Outcome] = []
        async for each in score_all_async(tap, scorer, limit=limit, progress=told.append):
            assert tap.read - len(found) <= 4 * limit
            found.append(each)
            assert told == [*range(1, len(found) + 1)]
        return found

    assert asyncio.run(take()) == by_hand(requests)
    assert scorer.most == min(limit, size)
    assert scorer.at_work == 0


@pytest.mark.parametrize("scorer", [moody, forwarded, partial(forwarded), Later()])
def test_plain_and_async_scorers_give_the_same(scorer: Any) -> None:
    """A plain scorer, one that passes a coroutine on, and an async object score alike."""
    sound = [each for each in MIXED if each.answer not in {"fail", "break"}]
    assert asyncio.run(all_of(sound, scorer)) == list(score_all(sound, moody))


def test_nothing_gives_nothing() -> None:
    """No requests, no results, and no progress."""
    told: list[int] = []
    assert asyncio.run(all_of([], moody, progress=told.append)) == []
    assert told == []


def test_failures_name_the_scorer() -> None:
    """A failure bears the name of the scorer that was passed, and breaks no other answer."""
    results = asyncio.run(all_of(asked(["fail", "Fine.", "break"]), Later()))
    assert [each.scorer for each in results] == ["Later", "mine", "Later"]
    assert isinstance(results[2], Unscored)
    assert results[2].message.startswith("scorer 'Later': found a rating on 'c9',")


@given(st.integers(0, 12), limits)
def test_errors_of_the_input_come_last(size: int, limit: int) -> None:
    """What was read before the input failed is given first."""
    found: list[Outcome] = []

    async def take() -> None:
        tap = Tap(numbered(size), LookupError("torn"))
        async for each in score_all_async(tap, Later(), limit=limit):
            found.append(each)  # noqa: PERF401 - what came before the error is wanted

    with pytest.raises(LookupError, match="torn"):
        asyncio.run(take())
    assert found == by_hand(numbered(size))


def test_a_cancelled_consumer_leaves_nothing_running() -> None:
    """Cancelling the task that waits for results cancels the scorers at work, and no other begins."""

    async def cancel() -> Stuck:
        scorer = Stuck(answered=2, expected=3)
        consumer = asyncio.create_task(all_of(numbered(20), scorer, limit=3))
        await scorer.full.wait()
        consumer.cancel()
        with pytest.raises(asyncio.CancelledError):
            await consumer
        assert await others() == []
        return scorer

    scorer = asyncio.run(cancel())
    assert (scorer.waiting, scorer.ended) == (3, 3)


def test_closing_early_leaves_nothing_running() -> None:
    """Leaving a loop closes what it went over: the scorers at work have ended by then."""

    async def leave() -> Stuck:
        scorer = Stuck(answered=1, expected=2)
        async with aclosing(score_all_async(numbered(20), scorer, limit=2)) as results:
            async for _ in results:
                await scorer.full.wait()
                break
        assert await others() == []
        return scorer

    scorer = asyncio.run(leave())
    assert (scorer.waiting, scorer.ended) == (2, 2)


@pytest.mark.parametrize("progress", [None, bool])
def test_what_ends_a_program_goes_through(progress: Callable[[int], object] | None) -> None:
    """An interrupt ends the batch, and what is at work is cancelled."""

    async def stop() -> None:
        with pytest.raises(Stop):
            await all_of(asked(["stop", "Later.", "Last."]), Busy([1, 9, 9]), progress=progress)
        assert await others() == []

    asyncio.run(stop())


def test_progress_that_fails_ends_the_batch() -> None:
    """An error of the caller's own function is the caller's, and leaves nothing running."""

    def refuse(done: int) -> None:
        raise LookupError(done)

    async def run() -> None:
        with pytest.raises(LookupError):
            await all_of(numbered(9), Stuck(answered=1, expected=1), limit=2, progress=refuse)
        assert await others() == []

    asyncio.run(run())


def test_what_cannot_be_asked_is_refused_at_once() -> None:
    """A scorer that takes no request, and a request that is none, are errors that say so."""
    unfit: Any = "moody"
    with pytest.raises(ScorerError, match="cannot be called"):
        score_all_async([], unfit)
    with pytest.raises(InvalidValueError, match="found a str, allowed is only ScoreRequest"):
        asyncio.run(all_of(["An answer."], moody))  # type: ignore[list-item]
