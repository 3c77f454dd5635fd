"""The acceptance test: a faithful scorer passes, and one made wrong in one way fails just there."""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import count
from typing import Any, Final

import pytest
from attrs import evolve, frozen

from interview_kit import Evidence, Rating, ScoreReport, ScoreRequest, Unscored
from interview_kit.testing import (
    CHECK_NAMES,
    CaseSet,
    CheckReport,
    built_in_cases,
    check_scorer,
)
from interview_kit.testing._variations import swapped, without_results

LEVELS: Final = {"weak": 1, "medium": 2, "strong": 4}
LANGUAGES: Final = ("id", "en")
Result = ScoreReport | Unscored


def rated(request: ScoreRequest, level: int, **given: Any) -> ScoreReport:
    """Rate every criterion alike, each by the first word of the answer."""
    word = request.answer.split()[0]
    start = request.answer.index(word)
    quote = Evidence(start=start, end=start + len(word), quote=word)
    ratings = [
        Rating(criterion=each.id, level=level, evidence=[quote]) for each in request.rubric.criteria
    ]
    return ScoreReport(scorer="oracle", language=request.language, ratings=ratings, **given)


@frozen
class Oracle:
    """A faithful scorer: it knows the cases with all that may stand for them, and nothing else."""

    known: Mapping[str, int]

    @classmethod
    def of(cls, cases: CaseSet) -> "Oracle":
        """Let it know the answers of cases, swapped and in other wordings."""
        known: dict[str, int] = {}
        for case in cases.cases:
            texts = [case.text, *(swapped(case.text, swap) for swap in case.swaps)]
            texts += [each.text for each in case.wordings]
            known |= dict.fromkeys(texts, LEVELS[case.quality])
        return cls(known)

    def level(self, answer: str) -> int | None:
        """Give the level of the known answer that stands in one."""
        return next((level for text, level in self.known.items() if text in answer), None)

    def __call__(self, request: ScoreRequest, /) -> Result:
        """Rate what it knows."""
        level = self.level(request.answer)
        if level is None:
            return Unscored(scorer="oracle", reason="unknown", language=request.language)
        return rated(request, level)


@cache
def oracle(language: str) -> Oracle:
    """Give the scorer that knows the built-in cases of a language."""
    return Oracle.of(built_in_cases(language))


@frozen
class Wrong:
    """An oracle whose results are spoilt by a function of the cases, the request and its result."""

    language: str
    spoil: Callable[[CaseSet, ScoreRequest, Result], Result]

    def __call__(self, request: ScoreRequest, /) -> Result:
        """Rate what the oracle knows, and spoil it."""
        cases = built_in_cases(self.language)
        return self.spoil(cases, request, oracle(self.language)(request))


def with_first(result: Result, **given: Any) -> Result:
    """Change the first rating of a report."""
    if isinstance(result, Unscored):
        return result
    return evolve(result, ratings=[evolve(result.ratings[0], **given), *result.ratings[1:]])


def at_level(request: ScoreRequest, result: Result, level: int) -> Result:
    """Rate an answer anew if it was rated."""
    return result if isinstance(result, Unscored) else rated(request, level)


def fails_at_the_probe(_: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Raise an error about the answer of `examine`."""
    if request.question.id == "probe":
        raise ValueError(request.answer)
    return result


def invents_quotes(_: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Quote for one criterion what is not there."""
    return with_first(result, evidence=[Evidence(start=0, end=8, quote="Nobel 99")])


def quotes_all(_: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Quote the whole answer for every criterion."""
    if isinstance(result, Unscored):
        return result
    whole = Evidence(start=0, end=len(request.answer), quote=request.answer)
    return evolve(result, ratings=[evolve(each, evidence=[whole]) for each in result.ratings])


def quotes_nothing(_: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Give a level to one criterion without a quote."""
    return with_first(result, evidence=())


def counting() -> Callable[[CaseSet, ScoreRequest, Result], Result]:
    """Give another reason at each call, and the same levels."""
    numbers = count()

    def spoil(_: CaseSet, __: ScoreRequest, result: Result) -> Result:
        return with_first(result, reason=f"call_{next(numbers)}")

    return spoil


def hides_behind_the_former() -> Callable[[CaseSet, ScoreRequest, Result], Result]:
    """Give a reason that depends on the answer before."""
    before = ["first"]

    def spoil(_: CaseSet, request: ScoreRequest, result: Result) -> Result:
        reason, before[0] = f"after_{before[0]}", f"{len(request.answer)}"
        return with_first(result, reason=reason)

    return spoil


def upside_down(_: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Put the weak above the strong."""
    level = oracle(request.language).level(request.answer)
    return at_level(request, result, 4 - (level or 0))


def loves_open_ends(cases: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Give more to stories without a result."""
    ends = {without_results(each) for each in cases.cases}
    return rated(request, 4) if request.answer in ends - {""} else result


def loves_a_name(_: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Give less to whom one name occurs."""
    return at_level(request, result, 3) if "Yohanes" in request.answer else result


def minds_a_region(_: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Warn of an answer from one place, without another total."""
    if isinstance(result, Unscored) or "Jayapura" not in request.answer:
        return result
    return evolve(result, warnings=["far_away"])


def minds_wording(cases: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Give no score to other wordings."""
    worded = {each.text for case in cases.cases for each in case.wordings}
    unscored = Unscored(scorer="oracle", reason="style", language=request.language)
    return unscored if request.answer in worded else result


def minds_wording_a_little(cases: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Take one of the four levels of a criterion that weighs 15 % off any other wording."""
    worded = {each.text for case in cases.cases for each in case.wordings}
    if isinstance(result, Unscored) or request.answer not in worded:
        return result
    ratings = [
        evolve(each, level=(each.level or 0) - (each.criterion == "completeness"))
        for each in result.ratings
    ]
    return evolve(result, ratings=ratings)


def loves_length(cases: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Give more to what ends in filler."""
    return at_level(request, result, 4) if request.answer.endswith(cases.filler) else result


def counts_cues(cases: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Give more to what holds cue words."""
    return at_level(request, result, 4) if request.answer.endswith(cases.cues) else result


def obeys(cases: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Give what an answer tells to give."""
    told = request.answer.startswith(cases.instructions)
    return at_level(request, result, 4) if told else result


def counts_repetition(cases: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Give more to what is said twice."""
    twice = any(request.answer.count(each.text) > 1 for each in cases.cases)
    return at_level(request, result, 4) if twice else result


def counts_words(cases: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Rate the words of an answer in whatever order."""
    words = sorted(request.answer.split())
    known = any(words == sorted(each.text.split()) for each in cases.cases)
    return rated(request, 4) if known and isinstance(result, Unscored) else result


def ignores_language(cases: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Give the most to answers in another language."""
    return rated(request, 4) if request.answer in {e.translation for e in cases.cases} else result


STEPS: Final = {
    "en": "Tell us next time what came of it and how you know that it was you.",
    "id": "Lain kali ceritakan apa hasilnya dan dari mana Anda tahu itu karena Anda.",
}


def advises_in_another_language(_: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Say the next step in the other language."""
    return with_first(result, next_step=STEPS["en" if request.language == "id" else "id"])


def declines_in_another_language(_: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Say in French why there is no score."""
    if isinstance(result, ScoreReport):
        return result
    return evolve(result, message="Je ne sais pas.", language="fr")


def rates_nothing_as_zero(cases: CaseSet, request: ScoreRequest, result: Result) -> Result:
    """Give the lowest level where nothing is said."""
    if request.answer not in cases.short:
        return result
    ratings = [Rating(criterion=each.id, level=0) for each in request.rubric.criteria]
    return ScoreReport(scorer="oracle", language=request.language, ratings=ratings)


#: What is done wrong, and the checks that notice.
WRONG: Final[list[tuple[Callable[..., Result], tuple[str, ...]]]] = [
    (fails_at_the_probe, ("contract",)),
    (invents_quotes, ("evidence",)),
    (quotes_all, ("evidence",)),
    (quotes_nothing, ("evidence",)),
    (upside_down, ("monotonicity",)),
    (loves_open_ends, ("monotonicity",)),
    (loves_a_name, ("invariance",)),
    (minds_a_region, ("invariance",)),
    (minds_wording, ("register",)),
    (minds_wording_a_little, ("register",)),
    (loves_length, ("length_bias",)),
    (counts_cues, ("gaming",)),
    (obeys, ("gaming",)),
    (counts_repetition, ("gaming",)),
    (counts_words, ("gaming",)),
    (ignores_language, ("language",)),
    (advises_in_another_language, ("language",)),
    (declines_in_another_language, ("language",)),
    (rates_nothing_as_zero, ("no_zero_for_nothing",)),
]


def checked(spoil: Callable[..., Result], language: str, **given: Any) -> CheckReport:
    """Check an oracle that is spoilt in one way."""
    return check_scorer(Wrong(language, spoil), language=language, **given)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_faithful_scorer_passes(language: str) -> None:
    """Whoever judges the cases by their quality alone passes every check with all its trials."""
    report = check_scorer(oracle(language), language=language)
    report.assert_ok()
    assert report.ok
    assert [each.check for each in report.outcomes] == list(CHECK_NAMES)
    trials = {each.check: each.cases for each in report.outcomes}
    assert trials == {
        "contract": 19,
        "evidence": 18,
        "determinism": 36,
        "monotonicity": 18,
        "invariance": 63,
        "register": 13,
        "length_bias": 6,
        "gaming": 234,
        "language": 43,
        "no_zero_for_nothing": 7,
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("spoil", "failed"), WRONG, ids=lambda given: getattr(given, "__name__", "")
)
def test_each_fault_fails_its_check(
    spoil: Callable[..., Result], failed: tuple[str, ...], language: str
) -> None:
    """A scorer that is wrong in one way fails the check for it, and no other."""
    report = checked(spoil, language)
    assert report.failed == failed
    assert not report.ok


@pytest.mark.parametrize("make", [counting, hides_behind_the_former])
def test_results_that_change_are_noticed(make: Callable[[], Callable[..., Result]]) -> None:
    """What depends on the number of calls or the answer before fails `determinism` and no other."""
    report = checked(make(), "id")
    assert report.failed == ("determinism",)


def test_order_alone_is_noticed() -> None:
    """A scorer that says the same twice in a row, but not in another order, fails."""
    before: list[str] = []

    def forgets(_: CaseSet, request: ScoreRequest, result: Result) -> Result:
        if request.answer not in before[-1:]:
            before.append(request.answer)
        return with_first(result, reason=f"after_{len(before)}")

    outcome = checked(forgets, "id", checks=["determinism"]).outcomes[0]
    assert {each.variation for each in outcome.failures} == {"asked in another order"}
