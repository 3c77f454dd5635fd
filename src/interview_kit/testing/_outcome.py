"""What a check found: values that can be stored, printed and asserted, without anybody's answer."""

from collections.abc import Callable, Iterable
from typing import Final, Literal, NamedTuple, final, get_args

from attrs import field, frozen

from interview_kit.errors import ScorerError
from interview_kit.model import Language, Value, normalise_language
from interview_kit.model.checks import (
    as_tuple,
    instances_of,
    one_of,
    plain_text,
    unique_by,
    whole_number,
)

__all__ = [
    "CHECK_NAMES",
    "CheckName",
    "CheckReport",
    "Failure",
    "Fault",
    "Outcome",
    "Trial",
    "outcome_of",
]

CheckName = Literal[
    "contract",
    "evidence",
    "determinism",
    "monotonicity",
    "invariance",
    "register",
    "length_bias",
    "gaming",
    "language",
    "no_zero_for_nothing",
]
CHECK_NAMES: Final[tuple[CheckName, ...]] = get_args(CheckName)
#: Most trials of one check: far more than anybody will pay for.
MOST_TRIALS: Final = 1_000_000
#: Failures of a check that are shown; the others are counted.
SHOWN_FAILURES: Final = 10


@final
@frozen(kw_only=True, eq=False, repr=False)
class Failure(Value):
    """One thing that a scorer should not have done.

    Attributes:
        case: id of the case; `probe` for the made-up answer of `scoring.examine`, empty if it is about
            all of them.
        variation: what was done to the answer; empty if nothing was.
        expected: what should have come out, in words.
        found: what came out, in words; never words of the answer.
    """

    case: str = field(validator=plain_text)
    variation: str = field(default="", validator=plain_text)
    expected: str = field(validator=plain_text)
    found: str = field(validator=plain_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Outcome(Value):
    """What one check found.

    Attributes:
        check: its name.
        cases: how many trials it made, from 0.
        failures: what went wrong; a check without any trial has failed, since it shows nothing.
    """

    check: CheckName = field(validator=one_of(CHECK_NAMES))
    cases: int = field(validator=whole_number(0, MOST_TRIALS))
    failures: tuple[Failure, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(Failure)
    )

    @property
    def passed(self) -> bool:
        """Whether nothing went wrong."""
        return not self.failures

    def text(self) -> str:
        """Say it in lines: the check and its count, then each failure."""
        verdict = f"{len(self.failures)} failed" if self.failures else "passed"
        lines = [f"{self.check:<20} {verdict:<12} {self.cases} cases"]
        for each in self.failures[:SHOWN_FAILURES]:
            place = ", ".join(filter(None, (each.case, each.variation))) or "all"
            lines.append(f"    {place}: expected {each.expected}, found {each.found}")
        hidden = len(self.failures) - SHOWN_FAILURES
        return "\n".join([*lines, f"    and {hidden} more"] if hidden > 0 else lines)


@final
@frozen(kw_only=True, eq=False, repr=False)
class CheckReport(Value):
    """What all checks of a scorer found.

    Attributes:
        scorer: name of the function or class that was checked.
        language: the language of the cases.
        outcomes: one for each check that was made, in their order.
    """

    scorer: str = field(validator=plain_text)
    language: Language = field(converter=normalise_language)
    outcomes: tuple[Outcome, ...] = field(
        converter=as_tuple, validator=[instances_of(Outcome), unique_by("check")]
    )

    @property
    def ok(self) -> bool:
        """Whether every check passed."""
        return all(each.passed for each in self.outcomes)

    @property
    def failed(self) -> tuple[CheckName, ...]:
        """The names of the checks that did not pass."""
        return tuple(each.check for each in self.outcomes if not each.passed)

    def outcome(self, check: str) -> Outcome | None:
        """Find what one check found.

        Args:
            check: its name.

        Returns:
            The outcome, or `None` if the check was not made.
        """
        return next((each for each in self.outcomes if each.check == check), None)

    def text(self) -> str:
        """Say it in lines: a heading, then each check with its failures."""
        passed = sum(each.passed for each in self.outcomes)
        head = f"{self.scorer}, {self.language}: {passed} of {len(self.outcomes)} checks passed"
        return "\n".join([head, *(each.text() for each in self.outcomes)])

    def assert_ok(self) -> None:
        """Let a test fail unless every check passed.

        Raises:
            AssertionError: with `text` as its message, if one did not.
        """
        # pytest then shows the line of the test that asked, and not this one.
        __tracebackhide__ = True
        if not self.ok:
            raise AssertionError(self.text())


#: What should have come out and what came out.
Fault = tuple[str, str]


class Trial(NamedTuple):
    """One thing to try.

    Attributes:
        case: id of the case.
        variation: what is done to the answer.
        test: tries it, and gives what is wrong; `None` if nothing is.
    """

    case: str
    variation: str
    test: Callable[[], Fault | None]


def outcome_of(check: CheckName, trials: Iterable[Trial]) -> Outcome:
    """Try everything; a broken contract fails the trial in which it comes to light.

    Args:
        check: the name of the check.
        trials: what to try, in order.

    Returns:
        How many there were, and what went wrong.
    """
    count, failures = 0, list[Failure]()
    for trial in trials:
        count += 1
        fault = _fault_of(trial)
        if fault is not None:
            expected, found = fault
            failures.append(
                Failure(case=trial.case, variation=trial.variation, expected=expected, found=found)
            )
    if not count:
        failures.append(Failure(case="", expected="at least one case for this", found="none"))
    return Outcome(check=check, cases=count, failures=failures)


def _fault_of(trial: Trial) -> Fault | None:
    try:
        return trial.test()
    except ScorerError as error:
        advice = f" ({error.hint})" if error.hint else ""
        return error.allowed + advice, error.found
