"""The acceptance test for scorers of others: the checks by name, over the built-in cases."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from interview_kit.bank import Bank
from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import as_tuple, expect, shown
from interview_kit.scoring import AsyncScorer, Scorer
from interview_kit.scoring._protocol import name_of
from interview_kit.testing import _form, _totals
from interview_kit.testing._bundled import bundled_bank
from interview_kit.testing._cases import CaseSet, built_in_cases
from interview_kit.testing._judge import Judge, Tolerance, as_sync
from interview_kit.testing._outcome import CHECK_NAMES, CheckName, CheckReport, Outcome

__all__ = ["CHECKS", "Check", "check_scorer"]

#: One check: it asks by a judge about cases, and says what it found.
Check = Callable[[Judge, CaseSet], Outcome]

#: The checks by name, in the order in which they are made.
CHECKS: Final[Mapping[CheckName, Check]] = MappingProxyType(
    {
        "contract": _form.contract,
        "evidence": _form.evidence,
        "determinism": _form.determinism,
        "monotonicity": _totals.monotonicity,
        "invariance": _totals.invariance,
        "register": _totals.register,
        "length_bias": _totals.length_bias,
        "gaming": _totals.gaming,
        "language": _form.language,
        "no_zero_for_nothing": _form.no_zero_for_nothing,
    }
)


def check_scorer(
    scorer: Scorer | AsyncScorer,
    *,
    bank: Bank | None = None,
    language: str = "id",
    cases: CaseSet | None = None,
    checks: Iterable[str] = CHECK_NAMES,
    tolerance: Tolerance | None = None,
) -> CheckReport:
    """Check whether a scorer judges as one should that judges people.

    All ten checks ask about 400 times over the built-in cases; an answer is asked about anew only
    by `determinism`. Each check is a function of `CHECKS`, so that what matters to you can be run
    alone. No words of an answer come into the report.

    Args:
        scorer: what to check; an async one is awaited in an event loop of its own.
        bank: where the questions of the cases stand; by default the bundled pack `core`.
        language: the language of the built-in cases, `id` or `en`; not used if cases are given.
        cases: your own cases; by default those of the library.
        checks: names of the checks to make, some of `CHECK_NAMES`; by default all.
        tolerance: how much a judgement may move; by default as `Tolerance` says.

    Returns:
        For each check what it tried and what went wrong; `report.assert_ok()` makes a test of it.

    Raises:
        ScorerError: if it cannot be called with a request, or is async inside of a running loop.
        InvalidValueError: if an argument is of the wrong type, or a check unknown.
        MissingLanguageError: if there are no built-in cases in the language.
        UnknownIdError: if the bank has no question that a case answers.

    >>> from interview_kit.scoring import rule_scorer
    >>> check_scorer(rule_scorer, checks=["contract", "no_zero_for_nothing"]).ok
    True
    """
    chosen = _chosen(checks)
    given = built_in_cases(language) if cases is None else cases
    expect("cases", given, CaseSet)
    whole = bundled_bank("core") if bank is None else bank
    expect("bank", whole, Bank)
    bounds = Tolerance() if tolerance is None else tolerance
    expect("tolerance", bounds, Tolerance)
    with as_sync(scorer) as plain:
        judge = Judge(plain, whole, bounds)
        outcomes = [CHECKS[name](judge, given) for name in chosen]
    return CheckReport(scorer=name_of(scorer), language=given.language, outcomes=outcomes)


def _chosen(checks: Iterable[str]) -> tuple[CheckName, ...]:
    """Put the names of checks into the order in which they are made."""
    names = as_tuple(checks)
    strangers = [each for each in names if each not in CHECK_NAMES]
    if strangers or not names:
        found = shown(strangers[0]) if strangers else "none"
        raise InvalidValueError("checks", found, f"some of {', '.join(CHECK_NAMES)}")
    return tuple(each for each in CHECK_NAMES if each in names)
