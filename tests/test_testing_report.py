"""What a check reports and refuses: values, messages without answers, async scorers, own cases."""

import asyncio
import json
from collections.abc import Callable
from typing import Any, Final

import pytest
from attrs import evolve

from interview_kit import (
    Bank,
    InvalidValueError,
    MissingLanguageError,
    ScoreReport,
    ScoreRequest,
    ScorerError,
    UnknownIdError,
    Unscored,
    document,
    structure,
)
from interview_kit.model import SampleAnswer
from interview_kit.scoring import rule_scorer
from interview_kit.testing import (
    CHECK_NAMES,
    CHECKS,
    Case,
    CaseSet,
    CheckReport,
    Failure,
    Judge,
    KeyedScorer,
    Outcome,
    Tolerance,
    built_in_cases,
    check_scorer,
)
from interview_kit.testing._bundled import bundled_bank
from test_testing_check import WRONG, Result, checked, loves_a_name, minds_wording, oracle, rated

BUILT_IN: Final = ("contract", "evidence", "determinism", "language", "no_zero_for_nothing")
HIDDEN: Final = "what nobody may read"
FAILURE: Final = Failure(case="c1", variation="padded", expected="no more than 10", found="20")
REPORT: Final = CheckReport(
    scorer="mine",
    language="id",
    outcomes=[
        Outcome(check="contract", cases=2),
        Outcome(check="gaming", cases=3, failures=[FAILURE]),
    ],
)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_built_in_scorer_keeps_the_form(language: str) -> None:
    """The rules of the library pass all checks of the form of a judgement."""
    check_scorer(rule_scorer, language=language, checks=BUILT_IN).assert_ok()


def test_a_report_says_what_failed() -> None:
    """The text has a heading, a line for each check, and one for each failure."""
    assert REPORT.text().splitlines() == [
        "mine, id: 1 of 2 checks passed",
        "contract             passed       2 cases",
        "gaming               1 failed     3 cases",
        "    c1, padded: expected no more than 10, found 20",
    ]


def test_a_report_fails_a_test() -> None:
    """`assert_ok` raises the text if a check failed, and nothing else."""
    with pytest.raises(AssertionError) as caught:
        REPORT.assert_ok()
    assert str(caught.value) == REPORT.text()
    evolve(REPORT, outcomes=REPORT.outcomes[:1]).assert_ok()


def test_long_lists_of_failures_are_cut() -> None:
    """Ten failures of a check are shown, and the rest is counted."""
    outcome = Outcome(check="gaming", cases=20, failures=[FAILURE] * 12)
    lines = outcome.text().splitlines()
    assert (len(lines), lines[-1]) == (12, "    and 2 more")
    assert len(evolve(outcome, failures=[FAILURE] * 10).text().splitlines()) == 11


def test_outcomes_are_found_by_name() -> None:
    """A check that was made is found by its name, another is not."""
    found = REPORT.outcome("gaming")
    assert found is not None
    assert (found.passed, found.failures) == (False, (FAILURE,))
    assert REPORT.outcome("register") is None
    assert REPORT.failed == ("gaming",)


@pytest.mark.parametrize("spoil", [loves_a_name, minds_wording])
def test_reports_travel_as_documents(spoil: Callable[..., Result]) -> None:
    """A report with failures is the same after JSON."""
    report = checked(spoil, "en", checks=("register", "invariance"))
    assert structure(json.loads(json.dumps(document(report))), CheckReport) == report
    assert document(report)["outcomes"][0]["check"] == "invariance"


@pytest.mark.parametrize("spoil", [spoil for spoil, _ in WRONG], ids=lambda spoil: spoil.__name__)
def test_no_report_holds_an_answer(spoil: Callable[..., Result]) -> None:
    """No sentence of a case stands in what a report says, as text or as a document."""
    report = checked(spoil, "id")
    said = report.text() + json.dumps(document(report), ensure_ascii=False) + repr(report)
    sentences = [each.text for case in built_in_cases("id").cases for each in case.sentences]
    assert [each for each in sentences if each in said] == []


def test_errors_of_scorers_are_told_without_their_words() -> None:
    """A scorer that raises fails every trial by the class of its error, and its words are kept out."""

    def broken(request: ScoreRequest) -> ScoreReport:
        raise ValueError(HIDDEN)

    report = check_scorer(broken, checks=["evidence", "register", "no_zero_for_nothing"])
    failures = [each for outcome in report.outcomes for each in outcome.failures]
    assert {each.found for each in failures} == {"ValueError, raised for an answer"}
    assert len(failures) == sum(each.cases for each in report.outcomes)
    assert HIDDEN not in report.text()


def test_broken_contracts_are_told_with_advice() -> None:
    """What `examine` and `settle` refuse is told in their words, each time it comes to light."""

    def numbers(request: ScoreRequest) -> Any:
        return 50

    outcome = check_scorer(numbers, checks=["contract"]).outcomes[0]
    assert len(outcome.failures) == outcome.cases
    first, second = outcome.failures[:2]
    assert (first.case, second.case) == ("probe", "s04_strong")
    assert "the library computes the total" in first.expected
    assert second.found == "a result of type int"


def test_reports_in_another_language_break_the_contract() -> None:
    """A scorer that always reports in English fails for Indonesian answers in the first check."""

    def english(request: ScoreRequest) -> Result:
        result = oracle("id")(request)
        return result if isinstance(result, Unscored) else evolve(result, language="en")

    report = check_scorer(english, checks=["contract", "language"])
    assert report.failed == ("contract", "language")
    assert report.outcomes[0].failures[0].found == "a report in 'en'"


def test_a_scorer_that_judges_nothing_is_found_out() -> None:
    """Without any score nothing is wrong in form, but strong answers must get more than weak ones."""

    def declines(request: ScoreRequest) -> Result:
        return Unscored(scorer="mine", reason="no_rule", language=request.language)

    assert check_scorer(declines).failed == ("monotonicity",)


def test_changes_between_calls_are_named() -> None:
    """A level that changes from one call to the next is told by its criterion."""
    calls: list[str] = []

    def tires(request: ScoreRequest) -> Result:
        calls.append(request.answer)
        return rated(request, 4 - (len(calls) > 18))

    outcome = check_scorer(tires, checks=["determinism"]).outcomes[0]
    assert {each.found for each in outcome.failures} == {"another with 'action_specificity' at 3"}


def test_checks_are_chosen_by_name() -> None:
    """Only the checks named are made, in their usual order, each once."""
    report = check_scorer(oracle("id"), checks=["gaming", "contract", "gaming"])
    assert [each.check for each in report.outcomes] == ["contract", "gaming"]
    assert tuple(CHECKS) == CHECK_NAMES


@pytest.mark.parametrize("checks", [[], ["fairness"], ["contract", None], "contract"])
def test_unknown_checks_are_refused(checks: Any) -> None:
    """A name that no check has, no name at all, and a string instead of a list are refused."""
    with pytest.raises(InvalidValueError):
        check_scorer(oracle("id"), checks=checks)


@pytest.mark.parametrize("name", CHECK_NAMES)
def test_a_check_without_trials_fails(name: str) -> None:
    """Without cases only the probe of the contract is tried; what tries nothing does not pass."""
    report = check_scorer(oracle("id"), cases=CaseSet(language="id"), checks=[name])
    outcome = report.outcomes[0]
    assert outcome.passed is (name == "contract")
    assert outcome.cases == int(name == "contract")
    nothing = Failure(case="", expected="at least one case for this", found="none")
    assert outcome.failures == (() if name == "contract" else (nothing,))


@pytest.mark.parametrize("name", CHECK_NAMES)
def test_checks_are_functions_of_judge_and_cases(name: Any, bank: Bank) -> None:
    """A check called by itself finds what `check_scorer` finds."""
    cases = built_in_cases("en")
    outcome = CHECKS[name](Judge(rule_scorer, bank, Tolerance()), cases)
    assert outcome == check_scorer(rule_scorer, bank=bank, cases=cases, checks=[name]).outcomes[0]


def test_tolerance_decides() -> None:
    """What one tolerance refuses, a wider one lets pass."""
    cases = built_in_cases("id")
    strict, wide = (
        check_scorer(rule_scorer, cases=cases, checks=["register"], tolerance=bounds).outcomes[0]
        for bounds in (
            Tolerance(register=0.0, register_mean=0.0),
            Tolerance(register=100.0, register_mean=100.0),
        )
    )
    assert (strict.passed, wide.passed) == (False, True)


@pytest.mark.parametrize(
    "given", [{"register": 6}, {"padding": -1.0}, {"register_mean": 101.0}, {"quoted": 1.5}]
)
def test_tolerances_have_bounds(given: dict[str, Any]) -> None:
    """Points are floats from 0 to 100, and shares from 0 to 1."""
    with pytest.raises(InvalidValueError):
        Tolerance(**given)


@pytest.mark.parametrize("name", ["bank", "cases", "tolerance"])
def test_arguments_of_the_wrong_type_are_refused(name: str) -> None:
    """A bank, cases and a tolerance are what they are called."""
    arguments: dict[str, Any] = {name: "core"}
    with pytest.raises(InvalidValueError) as caught:
        check_scorer(oracle("id"), **arguments)
    assert caught.value.where == name


def test_languages_without_cases_are_refused() -> None:
    """There are no built-in cases in Javanese; one's own cases may be."""
    with pytest.raises(MissingLanguageError):
        check_scorer(oracle("id"), language="jv")
    own = [evolve(each, language="jv") for each in built_in_cases("id").cases]
    cases = CaseSet(language="jv", cases=own, short=[""])
    report = check_scorer(KeyedScorer(key=1), cases=cases, checks=["contract", "language"])
    assert report.language == "jv"
    assert report.outcomes[0].passed


def test_questions_must_stand_in_the_bank() -> None:
    """A case whose question the bank has not is an error and no failure of the scorer."""
    case = evolve(built_in_cases("id").cases[0], question="X99")
    with pytest.raises(UnknownIdError):
        check_scorer(oracle("id"), cases=CaseSet(language="id", cases=[case]))


@pytest.mark.parametrize("scorer", [None, "mine", lambda: None])
def test_what_cannot_be_called_is_refused(scorer: Any) -> None:
    """What is no scorer at all is an error at once."""
    with pytest.raises(ScorerError):
        check_scorer(scorer)


def test_async_scorers_are_awaited_in_one_loop() -> None:
    """An async scorer gets the report of its plain twin, and all its calls run in one event loop."""
    loops = set[object]()

    async def waits(request: ScoreRequest) -> Result:
        await asyncio.sleep(0)
        loops.add(asyncio.get_running_loop())
        return oracle("id")(request)

    report = check_scorer(waits)
    assert report == evolve(check_scorer(oracle("id")), scorer="waits")
    assert len(loops) == 1


def test_async_scorers_need_a_thread_inside_of_a_loop() -> None:
    """Inside of a running loop an async scorer is refused with advice that works."""

    async def waits(request: ScoreRequest) -> Result:
        return oracle("id")(request)

    async def ask() -> CheckReport:
        with pytest.raises(ScorerError, match=r"asyncio\.to_thread"):
            check_scorer(waits)
        plain = check_scorer(oracle("id"), checks=["contract"])
        in_thread = await asyncio.to_thread(check_scorer, waits, checks=["contract"])
        assert in_thread == evolve(plain, scorer="waits")
        return in_thread

    assert asyncio.run(ask()).ok


def test_samples_of_a_pack_are_cases() -> None:
    """Sample answers of a pack can be the cases, and a scorer that rates by a hash is found out."""
    bank = bundled_bank("core", "general_hr", "general_behavioural", "answers")
    samples = [each for each in bank.all(SampleAnswer) if each.triple and each.language == "en"]
    cases = CaseSet(language="en", cases=map(Case.of, samples[:6]))
    report = check_scorer(
        KeyedScorer(key=3), bank=bank, cases=cases, checks=["contract", "evidence", "gaming"]
    )
    assert report.failed == ("gaming",)
    assert {each.case for each in report.outcomes[-1].failures} <= {each.id for each in samples}
