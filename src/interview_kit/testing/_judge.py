"""Asking a scorer about cases: anew or from memory, held to the contract, in one event loop."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, Final, final

from attrs import field, frozen

from interview_kit.assess import score_request
from interview_kit.bank import Bank
from interview_kit.errors import ScorerError
from interview_kit.model import ScoreReport, Unscored, Value
from interview_kit.model.checks import check_share, number
from interview_kit.scoring import Scorer, ScoreRequest, check_result, examine, settle
from interview_kit.scoring._probe import manner_of
from interview_kit.scoring._protocol import name_of
from interview_kit.testing._cases import Case

__all__ = ["Judge", "Result", "Tolerance", "as_sync", "said"]

Result = ScoreReport | Unscored

#: Most points that a total can move.
WHOLE: Final = 100.0


@final
@frozen(kw_only=True, eq=False, repr=False)
class Tolerance(Value):
    """How much a judgement may move where it should not; the numbers are the authors' judgement.

    Attributes:
        register: most points of 100 between two wordings of one answer: less than the narrowest band
            of the bundled scale, which has 10.
        register_mean: most points of 100 between two wordings on average.
        padding: most points of 100 that an answer may gain by saying nothing at length.
        quoted: most of an answer that may be quoted for every criterion alike, 0 to 1: whoever
            quotes all shows nothing.
    """

    register: float = field(default=6.0, validator=number(0.0, WHOLE))
    register_mean: float = field(default=3.0, validator=number(0.0, WHOLE))
    padding: float = field(default=5.0, validator=number(0.0, WHOLE))
    quoted: float = field(default=0.8, validator=check_share)


class Judge:
    """One scorer and what it said so far; totals are the library's.

    Attributes:
        scorer: what judges.
        bank: where the questions stand.
        tolerance: how much a judgement may move.
    """

    def __init__(self, scorer: Scorer, bank: Bank, tolerance: Tolerance) -> None:
        self.scorer = scorer
        self.bank = bank
        self.tolerance = tolerance
        self._remembered: dict[tuple[str, str, str], Result] = {}

    def request(self, case: Case, answer: str) -> ScoreRequest:
        """Put together what the scorer gets.

        Args:
            case: names question and language.
            answer: the answer, which may be another than that of the case.

        Returns:
            The request.

        Raises:
            UnknownIdError: if the bank has no such question.
        """
        return score_request(self.bank, case.question, answer, language=case.language)

    def ask(self, case: Case, answer: str) -> Result:
        """Ask the scorer anew.

        Args:
            case: as for `request`.
            answer: as for `request`.

        Returns:
            What it gives, as it gives it.

        Raises:
            ScorerError: if it raises an error or gives no result; it never holds words of the answer.
        """
        request = self.request(case, answer)
        try:
            given = self.scorer(request)
        except Exception as error:  # noqa: BLE001 - scorers of others raise whatever they like
            # Its message may hold the answer.
            found = f"{type(error).__name__}, raised for an answer"
            hint = "Call it with the same request to see the error."
            raise ScorerError(
                name_of(self.scorer), found, "a result for any answer", hint
            ) from None
        return check_result(self.scorer, given)

    def first(self, case: Case, answer: str) -> Result:
        """Give what the scorer said when it was first asked; as `ask`."""
        key = (case.question, case.language, answer)
        if key not in self._remembered:
            self._remembered[key] = self.ask(case, answer)
        return self._remembered[key]

    def settled(self, case: Case, answer: str) -> Result:
        """Give what the scorer first said, with the totals of the library.

        Args:
            case: as for `request`.
            answer: as for `request`.

        Returns:
            The report, or why there is none.

        Raises:
            ScorerError: if the scorer breaks its contract.
        """
        given = self.first(case, answer)
        if isinstance(given, Unscored):
            return given
        return settle(self.scorer, self.request(case, answer), given)

    def total(self, case: Case, answer: str) -> float | None:
        """Give the total of an answer, 0 to 100; `None` if there is none; as `settled`."""
        return self.settled(case, answer).overall


def said(result: Result) -> str:
    """Say a result in a few words: the total, or why there is none."""
    if isinstance(result, Unscored):
        return f"Unscored ({result.reason})"
    return "no total" if result.overall is None else f"{round(result.overall, 2):g}"


class _Awaited:
    """An async scorer that can be called like any other."""

    def __init__(self, scorer: object, run: Callable[[Any], Any]) -> None:
        self.__name__ = name_of(scorer)
        self.scorer: Any = scorer
        self.run = run

    def __call__(self, request: ScoreRequest, /) -> Result:
        async def wait() -> Result:
            result: Result = await self.scorer(request)
            return result

        awaited: Result = self.run(wait())
        return awaited


@contextmanager
def as_sync(scorer: object) -> Generator[Scorer, None, None]:
    """Let an async scorer be called like any other, in one event loop of its own.

    Args:
        scorer: a scorer of either manner.

    Yields:
        The scorer itself, or one that waits for it; the loop is closed in the end.

    Raises:
        ScorerError: if it cannot be called with a request, or is async inside of a running loop.
    """
    examine(scorer, probe=False)
    if manner_of(scorer) == "sync":
        plain: Any = scorer
        yield plain
        return
    # Needed for async scorers only, and 30 ms to import.
    from asyncio import Runner, new_event_loop  # noqa: PLC0415

    _refuse_inside_a_loop(scorer)
    # Unlike asyncio.run, a loop of our own making leaves that of the host alone, and connections
    # that the scorer opens stay good from one answer to the next.
    with Runner(loop_factory=new_event_loop) as runner:
        yield _Awaited(scorer, runner.run)


def _refuse_inside_a_loop(scorer: object) -> None:
    # As above.
    from asyncio import get_running_loop  # noqa: PLC0415

    try:
        get_running_loop()
    except RuntimeError:
        return
    hint = "Do this in a thread of its own, as await asyncio.to_thread(...) does."
    found, allowed = "an async scorer inside of a running loop", "a call where no loop runs"
    raise ScorerError(name_of(scorer), found, allowed, hint)
