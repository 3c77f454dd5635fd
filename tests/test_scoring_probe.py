"""The probe: what is no scorer is refused with its mistake, and what is one passes."""

import asyncio
import math
from collections.abc import AsyncIterator, Callable, Iterator
from functools import partial, update_wrapper
from typing import Any
from unittest.mock import AsyncMock

import pytest
from attrs import evolve
from hypothesis import assume, given, strategies as st

from interview_kit import Bank, Evidence, Rating, Rubric, ScoreReport, ScorerError, Unscored
from interview_kit.scoring import ScoreRequest, judge, rule_scorer, settle
from interview_kit.scoring._probe import examine, manner_of, probe_request, told

REQUEST = probe_request()
NONE = Unscored(scorer="mine", reason="no_rule")


def quote(words: str, start: int) -> Evidence:
    """Quote words that stand, or do not stand, at a place."""
    return Evidence(start=start, end=start + len(words), quote=words)


CALLED = quote("I called the owner", 111)


def report_of(*ratings: Rating, **given: Any) -> ScoreReport:
    """Make a report as a scorer gives it."""
    return ScoreReport(**({"scorer": "mine", "language": "en", "ratings": ratings} | given))


def fair(request: ScoreRequest, /) -> ScoreReport:
    """Rate one criterion with a quote."""
    return report_of(Rating(criterion="result", level=3, evidence=[CALLED]))


async def slow(request: ScoreRequest, /) -> ScoreReport:
    """Rate as `fair` does, after another task had its turn."""
    await asyncio.sleep(0)
    return fair(request)


def strict(request: ScoreRequest, *, level: int) -> ScoreReport:
    """Rate by a setting that has no default."""
    return report_of(Rating(criterion="result", level=level, evidence=[CALLED]))


class Judge:
    """A scorer with methods in many forms, right and wrong."""

    def __call__(self, request: ScoreRequest) -> ScoreReport:
        """Rate as `fair` does."""
        return fair(request)

    def method(self, request: ScoreRequest) -> ScoreReport:
        """Rate as `fair` does."""
        return fair(request)

    async def slow_method(self, request: ScoreRequest) -> ScoreReport:
        """Rate as `slow` does."""
        return await slow(request)

    @classmethod
    def of_class(cls, request: ScoreRequest) -> ScoreReport:
        """Rate as `fair` does."""
        return fair(request)

    def forgot_self(request: Any) -> ScoreReport:  # noqa: N805 - the mistake that is tested
        """Take the request for the instance."""
        return fair(request)

    def forgot_both() -> ScoreReport:
        """Take nothing at all."""
        return report_of()


class SlowJudge:
    """An instance of this is an async scorer."""

    async def __call__(self, request: ScoreRequest) -> ScoreReport:
        """Rate as `slow` does."""
        return await slow(request)


class Mute:
    """An instance of this cannot be called."""


def generator(request: ScoreRequest) -> Iterator[ScoreReport]:
    """Yield what should be returned."""
    yield fair(request)


async def slow_generator(request: ScoreRequest) -> AsyncIterator[ScoreReport]:
    """Yield what should be returned."""
    yield fair(request)


def keyword_only(*, request: ScoreRequest) -> ScoreReport:
    """Take no request by position."""
    return fair(request)


def many(question: str, answer: str) -> ScoreReport:
    """Take what the request holds one by one."""
    return report_of()


def optional(request: ScoreRequest, strictness: int = 2) -> ScoreReport:
    """Have a setting with a default."""
    return fair(request)


def failing(request: ScoreRequest) -> ScoreReport:
    """Look for a criterion that is not there."""
    raise KeyError("stars")


async def slow_failing(request: ScoreRequest) -> ScoreReport:
    """Find no network."""
    raise ConnectionError("no route to host")


async def slow_none(request: ScoreRequest) -> None:
    """Forget to return."""


def giving(result: object) -> Callable[[ScoreRequest], Any]:
    """Make a function that gives this for every request."""
    return lambda request: result


def through(function: Callable[[ScoreRequest], object]) -> Callable[[ScoreRequest], Any]:
    """Make a plain function that gives back what another one gives."""
    return lambda request: function(request)  # noqa: PLW0108 - not the function itself


def rating(**given: Any) -> Callable[[ScoreRequest], Any]:
    """Make a scorer that gives one rating, by default a sound one."""
    sound = {"criterion": "result", "level": 3, "evidence": [CALLED]}
    return giving(report_of(Rating(**(sound | given))))


def message_of(scorer: object, **given: Any) -> str:
    """Give the sentence by which something is refused."""
    with pytest.raises(ScorerError) as caught:
        examine(scorer, **given)
    return str(caught.value)


@pytest.mark.parametrize(
    ("scorer", "manner"),
    [
        (fair, "sync"),
        (lambda request: NONE, "sync"),
        (Judge(), "sync"),
        (Judge().method, "sync"),
        (Judge.of_class, "sync"),
        (partial(strict, level=2), "sync"),
        (partial(Judge()), "sync"),
        (optional, "sync"),
        (lambda *everything: NONE, "sync"),
        (rule_scorer, "sync"),
        (partial(judge, rule_scorer), "sync"),
        (giving(report_of()), "sync"),
        (rating(level=None, evidence=[]), "sync"),
        (rating(level=0, evidence=[]), "sync"),
        (giving(report_of(language="en-GB", scale="practice")), "sync"),
        (slow, "async"),
        (SlowJudge(), "async"),
        (Judge().slow_method, "async"),
        (partial(slow), "async"),
        (partial(update_wrapper(partial(SlowJudge()), fair)), "async"),
        (AsyncMock(return_value=NONE), "async"),
    ],
)
def test_scorers_pass(scorer: object, manner: str) -> None:
    """Functions, instances, methods and what is bound by `partial` are scorers of their manner."""
    assert examine(scorer) == examine(scorer, probe=False) == manner_of(scorer) == manner


@pytest.mark.parametrize(
    ("scorer", "words"),
    [
        (5, ["int, which cannot be called", "function of a ScoreRequest", "__call__"]),
        (None, ["NoneType", "leave out its return statement"]),
        ("strict", ["str", "not its name"]),
        (math, ["module", "Name the function in the module"]),
        (Mute(), ["Mute", "Give its class a method __call__(self, request)"]),
        (report_of(), ["ScoreReport", "without calling it"]),
        (NONE, ["Unscored", "without calling it"]),
        (Judge, ["the class Judge", "an instance", "Judge()"]),
        (partial(Judge), ["the class Judge", "Judge()"]),
        (Mute, ["the class Mute", "Give it a method __call__(self, request)"]),
        (ScoreReport, ["the class ScoreReport", "Give it a method"]),
        (lambda: NONE, ["too many positional", "take the request"]),
        (many, ["'answer'", "in the one request"]),
        (strict, ["'level'", "functools.partial"]),
        (keyword_only, ["too many positional", "asterisk"]),
        (partial(fair, REQUEST), ["too many positional", "bind settings by name"]),
        (partial(fair, REQUEST, 5), ["partial", "bind settings by name"]),
        (Judge.method, ["'request'", "method of a class", "MyScorer().method"]),
        (Judge().forgot_self, ["too many positional", "def forgot_self(self, request)"]),
        (Judge().forgot_both, ["invalid method signature", "def forgot_both(self, request)"]),
        (generator, ["generator function", "Return the report instead of yielding"]),
        (slow_generator, ["generator function", "Return the report instead of yielding"]),
    ],
)
def test_what_cannot_be_asked_is_refused(scorer: object, words: list[str]) -> None:
    """What no call can reach is refused, also where no call is made, with what to do instead."""
    message = message_of(scorer, probe=False)
    assert [each for each in words if each not in message] == []
    assert message_of(scorer) == message


@pytest.mark.parametrize(
    ("scorer", "words"),
    [
        (giving(None), ["type NoneType", "leave out the return statement"]),
        (slow_none, ["type NoneType", "leave out the return statement"]),
        (giving(75), ["type int", "the library computes the total"]),
        (giving(0.75), ["type float", "the library computes the total"]),
        (giving({"overall": 75}), ["type dict", "structure(document, ScoreReport)"]),
        (giving("strong"), ["type str", "Unscored("]),
        (giving((report_of(), 1)), ["type tuple", "comma"]),
        (giving([]), ["type list", "ratings=[...]"]),
        (giving(Rating(criterion="result")), ["type Rating", "ratings=[...]"]),
        (giving(ScoreReport), ["type type", "not the class"]),
        (giving, ["type function", "makes scorers", "pass what it gives back"]),
        (through(slow), ["type coroutine", "async def"]),
        (through(generator), ["type generator", "instead of yielding"]),
        (through(slow_generator), ["type async_generator", "instead of yielding"]),
        (giving(Mute()), ["type Mute", "a ScoreReport or an Unscored"]),
        (rating(criterion="charm"), ["'charm'", "relevance, action_specificity", "rubric"]),
        (rating(level=5), ["level 5 on 'result'", "from 0 to 4", "request.scale"]),
        (giving(report_of(language="id")), ["report in 'id'", "'en'", "language"]),
        (giving(report_of(scale="five")), ["'five'", "'practice'"]),
        (giving(report_of(overall=75.0)), ["overall 75.0", "of its own", "Leave overall out"]),
        (giving(report_of(coverage=1.0)), ["coverage 1.0", "of its own"]),
        (giving(report_of(band="strong")), ["band 'strong'", "of its own"]),
        (giving(report_of(rubric="mine")), ["rubric 'mine'", "of its own"]),
        (rating(evidence=[]), ["level 3 on 'result'", "without words", "at least one quote"]),
        (rating(evidence=[quote("\n\n", 109)]), ["level 3 on 'result'", "without words"]),
        (
            rating(evidence=[CALLED, quote(CALLED.quote, 112)]),
            [
                "'I called the owner' on 'result'",
                "112 to 130",
                "' called the owner,'",
                "111 to 129",
            ],
        ),
        (rating(evidence=[quote("I was", 900)]), ["900 to 905", "where '' stands", "not in the"]),
        (rating(evidence=[quote("i called", 111)]), ["where 'I called' stands", "neither tidied"]),
    ],
)
def test_what_comes_back_keeps_the_contract(scorer: object, words: list[str]) -> None:
    """What gives no report, or one that breaks the contract, is refused by the call alone.

    The message names the criterion, and the words that really stand where a quote should.
    """
    message = message_of(scorer)
    assert [each for each in words if each not in message] == []
    assert examine(scorer, probe=False)


@pytest.mark.parametrize(
    ("scorer", "told_so", "cause"),
    [
        (failing, "KeyError: 'stars'", KeyError),
        (slow_failing, "ConnectionError: no route to host", ConnectionError),
        (lambda request: request.stars, "AttributeError: ", AttributeError),
        (lambda request: Evidence(start=0, end=9, quote="I"), "InvalidValueError: ", ValueError),
        (len, "TypeError: object of type 'ScoreRequest' has no len()", TypeError),
    ],
)
def test_errors_of_scorers_are_told(scorer: object, told_so: str, cause: type[Exception]) -> None:
    """What a scorer raises is told with its class and message, chained, with what to do."""
    with pytest.raises(ScorerError) as caught:
        examine(scorer)
    assert told_so in caught.value.found
    assert "probe=False" in caught.value.hint
    assert isinstance(caught.value.__cause__, cause)
    assert examine(scorer, probe=False) == manner_of(scorer)


def test_errors_without_words_are_told_by_class() -> None:
    """An error that has no message is told by its class alone."""
    assert told(ValueError()) == "ValueError"
    assert told(ValueError("no key")) == "ValueError: no key"


@pytest.mark.parametrize("probe", [True, False])
@pytest.mark.parametrize("is_async", [True, False])
def test_without_a_probe_nothing_is_called(*, probe: bool, is_async: bool) -> None:
    """A scorer is asked just once, and never where that is not wanted."""
    asked: list[ScoreRequest] = []

    def note(request: ScoreRequest) -> Unscored:
        """Keep the request."""
        asked.append(request)
        return NONE

    async def note_slowly(request: ScoreRequest) -> Unscored:
        """Keep the request."""
        return note(request)

    examine(note_slowly if is_async else note, probe=probe)
    assert asked == [REQUEST] * probe


def test_async_scorers_are_not_asked_inside_of_a_loop() -> None:
    """Where an event loop runs, async scorers are examined by signature, the others as ever."""

    async def inside() -> None:
        """Examine where a loop runs."""
        assert examine(slow_failing) == "async"
        assert "'stars'" in message_of(failing)
        assert "generator" in message_of(slow_generator)

    asyncio.run(inside())
    assert "no route to host" in message_of(slow_failing)


def test_the_loop_of_the_host_is_left_alone() -> None:
    """Probing an async scorer neither replaces nor closes the event loop of the thread."""
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    try:
        examine(slow)
        assert asyncio.get_event_loop() is loop
        assert not loop.is_closed()
    finally:
        asyncio.set_event_loop(None)
        loop.close()


def test_settled_reports_pass() -> None:
    """A scorer that asks another passes on what the library computed, and nothing else."""
    settled = settle(fair, REQUEST, fair(REQUEST))
    assert settled.overall == 75.0
    assert examine(giving(settled)) == "sync"
    assert "overall 76.0" in message_of(giving(evolve(settled, overall=76.0)))


@given(st.integers(0, len(REQUEST.answer) - 1), st.integers(1, 40), st.integers(-3, 3))
def test_quotes_must_stand_where_they_say(start: int, length: int, shift: int) -> None:
    """A quote passes just if its words are those at its offsets; else both are named."""
    words, moved = REQUEST.answer[start : start + length], start + shift
    assume(words.strip() and moved >= 0)
    scorer = rating(evidence=[quote(words, moved)])
    there = REQUEST.answer[moved : moved + len(words)]
    if there == words:
        assert examine(scorer) == "sync"
    else:
        message = message_of(scorer)
        assert f"{words!r} on 'result' from {moved} to {moved + len(words)}" in message
        assert f"where {there!r} stands" in message


@given(st.sampled_from(REQUEST.rubric.criteria), st.integers(0, 9), st.booleans())
def test_levels_are_on_the_scale_and_shown(criterion: Any, level: int, quoted: bool) -> None:  # noqa: FBT001
    """A level passes just if the scale has it, and words show it or it is the lowest."""
    scorer = rating(criterion=criterion.id, level=level, evidence=[CALLED] * quoted)
    if level == 0 or (quoted and level <= REQUEST.scale.highest):
        assert examine(scorer) == "sync"
    else:
        assert f"level {level} on {criterion.id!r}" in message_of(scorer)


def test_the_answer_tells_kinds_of_offsets_apart() -> None:
    """Offsets in bytes, and in a copy without blank lines, are others than those in characters."""
    answer = REQUEST.answer
    assert len(answer.split()) == 60
    copies = (answer.encode().decode("latin-1"), " ".join(answer.split()))
    assert all(copy.find(CALLED.quote) != CALLED.start for copy in copies)


def test_the_probe_has_the_criteria_of_the_bundled_rubric(bank: Bank) -> None:
    """Ids and weights of the rubric are those of the one in the core pack."""
    bundled, own = bank.get(Rubric, "past"), REQUEST.rubric
    wanted = [(each.id, each.weight) for each in bundled.criteria]
    assert [(each.id, each.weight) for each in own.criteria] == wanted
    scale = bank.scale_of(bundled)
    assert (own.kind, own.scale) == (bundled.kind, scale.id)
    assert (REQUEST.scale.lowest, REQUEST.scale.highest) == (scale.lowest, scale.highest)
    assert probe_request() == REQUEST
