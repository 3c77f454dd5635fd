"""Calibration: what a scorer of known habits gets, worked out by hand, and the bundled samples."""

import asyncio
import json
from collections.abc import Callable, Sequence
from typing import Any, Final

import pytest
from attrs import evolve, frozen

from interview_kit import (
    Bank,
    Evidence,
    InvalidValueError,
    Rating,
    SampleAnswer,
    ScoreReport,
    ScoreRequest,
    ScorerError,
    UnknownIdError,
    Unscored,
    document,
    load,
    structure,
)
from interview_kit.model import QUALITIES, GoldRating, LabelledSentence, Rubric
from interview_kit.scoring import rule_scorer
from interview_kit.testing import Calibration, KeyedScorer, TripleOrder, calibrate, weighted_kappa

CRITERIA: Final = ("relevance", "result")
#: Levels that people gave to twelve answers, weak, medium and strong by turns.
GOLD: Final = (0, 2, 4, 1, 2, 3, 0, 1, 4, 1, 3, 4)
Result = ScoreReport | Unscored


def sample(number: int, level: int, **given: Any) -> SampleAnswer:
    """Make the graded answer of a number, which stands in its text."""
    plain: dict[str, Any] = {
        "id": f"a{number:02}",
        "language": "en",
        "quality": QUALITIES[number % 3],
        "response_type": "story",
        "sentences": [LabelledSentence(part="action", text=f"Answer {number}.")],
        "question": "S04",
        "comment": {"en": "Made up."},
        "ratings": [GoldRating(criterion=each, level=level, reason="So.") for each in CRITERIA],
        "triple": f"t{number // 3}",
    }
    return SampleAnswer(**(plain | given))


SAMPLES: Final = [sample(number, level) for number, level in enumerate(GOLD)]


@frozen
class Grader:
    """A scorer that gives the levels of a list, by the number in the answer; `None` is no score."""

    levels: Sequence[int | None]
    criteria: Sequence[str] = CRITERIA

    def __call__(self, request: ScoreRequest, /) -> Result:
        """Look the answer up."""
        level = self.levels[int(request.answer.split()[1].strip("."))]
        if level is None:
            return Unscored(scorer="grader", reason="too_short")
        quote = Evidence(start=0, end=6, quote="Answer")
        ratings = [Rating(criterion=each, level=level, evidence=[quote]) for each in self.criteria]
        return ScoreReport(scorer="grader", language=request.language, ratings=ratings)


def calibrated(levels: Sequence[int | None], bank: Bank, **given: Any) -> Calibration:
    """Calibrate a grader on the twelve answers."""
    return calibrate(Grader(levels), SAMPLES, bank=bank, resamples=40, **given)


def test_whoever_grades_like_people_agrees_fully(bank: Bank) -> None:
    """The same levels give kappa 1.0 with an interval of no width, no bias, and all in order."""
    found = calibrated(GOLD, bank)
    assert (found.scorer, found.answers, found.unscored, found.failed) == ("Grader", 12, 0, 0)
    agreements = [found.overall, *(each.agreement for each in found.criteria)]
    for each in agreements:
        assert (each.kappa, each.low, each.high) == (1.0, 1.0, 1.0)
        assert (each.exact, each.within_one, each.bias, each.missing) == (1.0, 1.0, 0.0, 0)
    assert [each.pairs for each in agreements] == [24, 12, 12]
    assert found.order == TripleOrder(
        strong_weak=4, strong_above_weak=1.0, adjacent=8, adjacent_above=1.0
    )


def test_criteria_are_told_apart(bank: Bank) -> None:
    """Agreement is told by rubric and criterion; what the scorer does not rate is missing there."""
    scorer = Grader(GOLD, criteria=["result"])
    found = calibrate(scorer, SAMPLES, bank=bank, resamples=40)
    assert [(each.rubric, each.criterion) for each in found.criteria] == [
        ("past", "relevance"),
        ("past", "result"),
    ]
    relevance, result = found.criterion("past", "relevance"), found.criterion("past", "result")
    assert relevance is not None
    assert result is not None
    assert (relevance.pairs, relevance.missing, relevance.refusal) == (0, 12, "too_few")
    assert (result.pairs, result.missing, result.kappa) == (12, 0, 1.0)
    assert (found.overall.pairs, found.overall.missing) == (12, 12)
    assert found.criterion("past", "clarity") is None


def test_a_generous_scorer_has_a_bias(bank: Bank) -> None:
    """One level more wherever there is room shows as bias by level, and kappa is that of the pairs."""
    generous = [min(4, level + 1) for level in GOLD]
    found = calibrated(generous, bank).criterion("past", "result")
    assert found is not None
    assert found.kappa == weighted_kappa([*zip(GOLD, generous, strict=True)])
    assert (found.exact, found.within_one, found.bias) == (3 / 12, 1.0, 9 / 12)
    assert [each.bias for each in found.by_level] == [1.0, 1.0, 1.0, 1.0, 0.0]
    assert [each.pairs for each in found.by_level] == [2, 3, 2, 2, 3]


def test_a_scorer_without_opinion_is_refused(bank: Bank) -> None:
    """Whoever gives one level to all has no kappa, and no answer stands above another."""
    found = calibrated([2] * 12, bank)
    assert {each.agreement.refusal for each in found.criteria} == {"no_variance"}
    assert (found.overall.refusal, found.overall.exact) == ("no_variance", 2 / 12)
    assert (found.order.strong_above_weak, found.order.adjacent_above) == (0.0, 0.0)


def test_answers_without_a_score_are_counted(bank: Bank) -> None:
    """What was not scored is missing, and stands below what was."""
    levels = [None, *GOLD[1:10], None, None]
    found = calibrated(levels, bank)
    assert (found.unscored, found.failed) == (3, 0)
    assert (found.overall.pairs, found.overall.missing) == (18, 6)
    result = found.criterion("past", "result")
    assert result is not None
    assert (result.pairs, result.refusal) == (9, "too_few")
    # In the last triple the weak answer is scored and the others are not.
    assert (found.order.strong_above_weak, found.order.adjacent_above) == (3 / 4, 6 / 8)


@pytest.mark.parametrize("given", [9, ValueError("Answer 3.")], ids=["contract", "error"])
def test_failures_are_counted(given: Any, bank: Bank) -> None:
    """An answer at which the scorer fails or breaks its contract is unscored, and told apart."""

    def fails_once(request: ScoreRequest) -> Result:
        if request.answer != "Answer 3.":
            return Grader(GOLD)(request)
        if isinstance(given, Exception):
            raise given
        return Grader([given] * 12)(request)

    found = calibrate(fails_once, SAMPLES, bank=bank, resamples=40)
    assert (found.unscored, found.failed) == (1, 1)
    assert (found.overall.pairs, found.overall.missing) == (22, 2)
    assert "Answer" not in found.text()


def test_levels_without_evidence_do_not_count(bank: Bank) -> None:
    """A level whose quote does not stand in the answer is missing."""

    def invents(request: ScoreRequest) -> Result:
        report = Grader(GOLD)(request)
        assert isinstance(report, ScoreReport)
        false = evolve(report.ratings[0], evidence=[Evidence(start=0, end=5, quote="Nobel")])
        return evolve(report, ratings=[false, *report.ratings[1:]])

    found = calibrate(invents, SAMPLES, bank=bank, resamples=40)
    relevance = found.criterion("past", "relevance")
    assert relevance is not None
    assert (relevance.pairs, relevance.missing) == (0, 12)


def test_samples_that_nobody_graded_are_passed_over(bank: Bank) -> None:
    """Without levels or without a question there is nothing to compare, and nobody is asked."""
    left_out = [
        sample(90, 1, ratings=()),
        sample(91, 1, question=None, prompt="What came of it?"),
    ]
    found = calibrate(Grader(GOLD), [*SAMPLES, *left_out], bank=bank, resamples=40)
    assert found == calibrated(GOLD, bank)


def test_nothing_to_compare_is_told(bank: Bank) -> None:
    """Without samples every number is missing, and no error is raised."""
    found = calibrate(Grader(GOLD), [], bank=bank)
    assert (found.answers, found.criteria, found.overall.refusal) == (0, (), "too_few")
    assert found.order == TripleOrder(strong_weak=0, adjacent=0)


def test_only_different_qualities_are_ordered(bank: Bank) -> None:
    """Two weak answers of one triple are not compared, and answers without a triple with none."""
    twins = [sample(number, 1, quality="weak", triple="t") for number in range(3)]
    strong = sample(3, 4, quality="strong", triple="t")
    alone = sample(4, 4, quality="strong", triple=None)
    found = calibrate(Grader([1, 2, 4, 3, 4]), [*twins, strong, alone], bank=bank)
    assert found.order == TripleOrder(strong_weak=3, strong_above_weak=2 / 3, adjacent=0)


def test_scales_that_differ_are_not_thrown_together(bank: Bank) -> None:
    """Over two scales there is no kappa of all; the criteria have theirs."""
    past = evolve(bank.get(Rubric, "technical"), scale="opm5")
    others = [each for each in bank.all(Rubric) if each.id != "technical"]
    mixed = Bank(packs=bank.packs, contents=evolve(bank.contents, rubrics=[*others, past]))
    asked = next(each for each in mixed.questions if each.kind == "technical")
    criterion = past.criteria[0].id
    gold = [GoldRating(criterion=criterion, level=1, reason="So.")]
    stranger = sample(5, 1, id="b01", question=asked.id, ratings=gold, triple=None)
    found = calibrate(Grader(GOLD), [*SAMPLES, stranger], bank=mixed, resamples=40)
    assert (found.overall.refusal, found.overall.pairs, found.overall.missing) == (
        "several_scales",
        24,
        1,
    )
    result = found.criterion("past", "result")
    assert result is not None
    assert result.kappa == 1.0


@pytest.mark.parametrize("turn", [lambda given: given[::-1], lambda given: given[5:] + given[:5]])
def test_the_order_of_samples_does_not_count(
    turn: Callable[[list[SampleAnswer]], list[SampleAnswer]], bank: Bank
) -> None:
    """The same samples in another order give the same numbers, intervals included."""
    scorer = Grader([1, 2, 3, 1, 2, 4, 1, 1, 3, 0, 4, 4])
    one, other = (calibrate(scorer, each, bank=bank, seed=5) for each in (SAMPLES, turn(SAMPLES)))
    assert one == other
    assert one.overall.low != one.overall.high


def test_the_seed_moves_intervals_only(bank: Bank) -> None:
    """Another seed gives other intervals and the same of everything else; the same seed the same."""
    levels = [1, 2, 3, 1, 2, 4, 1, 1, 3, 0, 4, 4]
    one, again, other = (calibrated(levels, bank, seed=seed) for seed in (1, 1, "two"))
    assert one == again
    assert (one.overall.low, one.overall.high) != (other.overall.low, other.overall.high)
    bounds = {"low": one.overall.low, "high": one.overall.high}
    assert evolve(other.overall, **bounds) == one.overall


def test_async_scorers_are_awaited(bank: Bank) -> None:
    """An async scorer gets the calibration of its plain twin, but not inside of a running loop."""

    async def waits(request: ScoreRequest) -> Result:
        await asyncio.sleep(0)
        return Grader(GOLD)(request)

    async def ask() -> None:
        with pytest.raises(ScorerError, match=r"asyncio\.to_thread"):
            calibrate(waits, SAMPLES, bank=bank)

    found = calibrate(waits, SAMPLES, bank=bank, resamples=40)
    assert evolve(found, scorer="Grader") == calibrated(GOLD, bank)
    asyncio.run(ask())


def test_calibrations_travel_as_documents(bank: Bank) -> None:
    """A calibration is the same after JSON, with and without numbers."""
    for levels in ([1, 2, 3, 1, 2, 4, 1, 1, 3, 0, 4, 4], [2] * 12, [None] * 12):
        found = calibrated(levels, bank)
        assert structure(json.loads(json.dumps(document(found))), Calibration) == found


def test_the_table_says_what_was_found(bank: Bank) -> None:
    """The text has a line for each criterion with numbers or the refusal, and the order."""
    scorer = Grader(GOLD, criteria=["result"])
    assert calibrate(scorer, SAMPLES, bank=bank, resamples=40).text().splitlines() == [
        "Grader: 12 graded answers, 0 unscored, 0 of them failed at",
        "                               pairs  kappa  95 % interval  exact  within 1   bias",
        "overall                           12   1.00   1.00 to  1.00   1.00      1.00  +0.00",
        "past.relevance                     0  too_few",
        "past.result                       12   1.00   1.00 to  1.00   1.00      1.00  +0.00",
        "strong above weak: 100% of 4",
        "adjacent in order: 100% of 8",
    ]
    lines = calibrate(Grader([2] * 12), SAMPLES[:10], bank=bank).text().splitlines()
    assert lines[2].split() == ["overall", "20", "no_variance", "0.20", "0.60", "+0.20"]
    assert calibrate(scorer, [], bank=bank).text().endswith("adjacent in order: none to compare")


@pytest.mark.parametrize(
    "given",
    [
        {"resamples": 39},
        {"resamples": 100_001},
        {"resamples": 50.0},
        {"resamples": True},
        {"seed": 1.5},
        {"seed": None},
        {"bank": "core"},
        {"samples": ["a01"]},
        {"samples": "a01"},
    ],
)
def test_wrong_arguments_are_refused(given: dict[str, Any], bank: Bank) -> None:
    """Bounds and types of the arguments are checked before anybody is asked."""
    arguments = {"samples": SAMPLES, "bank": bank} | given

    def never(request: ScoreRequest) -> Result:
        raise AssertionError(request.question.id)

    with pytest.raises(InvalidValueError):
        calibrate(never, **arguments)


def test_what_is_no_scorer_or_no_question_is_refused(bank: Bank) -> None:
    """What cannot be called, and a question that the bank has not, are errors."""
    none: Any = None
    with pytest.raises(ScorerError):
        calibrate(none, SAMPLES, bank=bank)
    with pytest.raises(UnknownIdError):
        calibrate(Grader(GOLD), [sample(0, 1, question="X99")], bank=bank)


def test_the_bundled_samples_are_the_default() -> None:
    """Without samples those of the pack `answers` are taken; rules agree with people, a hash does not."""
    rules, hashed = (calibrate(each, resamples=40) for each in (rule_scorer, KeyedScorer(key=1)))
    packs = ("core", "general_hr", "general_behavioural", "answers")
    graded = [each for each in load(*packs).all(SampleAnswer) if each.ratings]
    assert rules.answers == hashed.answers == len(graded)
    assert rules.order.strong_weak == len({each.triple for each in graded if each.triple})
    assert rules.overall.low is not None
    assert hashed.overall.high is not None
    assert rules.overall.low > 0.5
    assert hashed.overall.high < 0.2
    assert len(rules.criteria) == 27
