"""Calibration: how well a scorer agrees with people who graded sample answers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final, NamedTuple, final

from attrs import field, frozen

from interview_kit.assess import score_request
from interview_kit.bank import Bank
from interview_kit.model import QUALITIES, Id, SampleAnswer, ScoreReport, Unscored, Value, to_id
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    expect,
    instance_of,
    instances_of,
    or_none,
    plain_text,
    whole_number,
)
from interview_kit.model.seeds import Seed
from interview_kit.scoring import AsyncScorer, Scorer, score_all
from interview_kit.scoring._protocol import name_of
from interview_kit.statistics import Pair
from interview_kit.statistics._bootstrap import check_resampling
from interview_kit.testing._agreement import MOST_PAIRS, Agreement, agreement_of
from interview_kit.testing._bundled import bundled_bank
from interview_kit.testing._judge import Result, as_sync

__all__ = ["Calibration", "CriterionAgreement", "TripleOrder", "calibrate"]

#: The pack of graded samples with all that it requires.
PACKS: Final = ("core", "general_hr", "general_behavioural", "answers")


#: Reasons of `scoring.score_all` for an answer at which a scorer failed.
FAILURES: Final = ("scorer_failed", "scorer_broke_contract")


@final
@frozen(kw_only=True, eq=False, repr=False)
class CriterionAgreement(Value):
    """How well a scorer agrees with people on one criterion.

    Attributes:
        rubric: the rubric; criteria of two rubrics may share an id.
        criterion: the criterion.
        agreement: how well.
    """

    rubric: Id = field(converter=to_id)
    criterion: Id = field(converter=to_id)
    agreement: Agreement = field(validator=instance_of(Agreement))


@final
@frozen(kw_only=True, eq=False, repr=False)
class TripleOrder(Value):
    """Whether a scorer puts answers to one question in the order of their quality.

    Attributes:
        strong_weak: how many times a strong answer stood beside a weak one of its triple.
        strong_above_weak: share of these in which it got more; none if there were none.
        adjacent: how many times a strong answer stood beside a medium one, or a medium beside a weak.
        adjacent_above: share of these in which the better one got more; none if there were none.
    """

    strong_weak: int = field(validator=whole_number(0, MOST_PAIRS))
    strong_above_weak: float | None = field(default=None, validator=or_none(check_share))
    adjacent: int = field(validator=whole_number(0, MOST_PAIRS))
    adjacent_above: float | None = field(default=None, validator=or_none(check_share))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Calibration(Value):
    """How well a scorer agrees with people who graded sample answers.

    Attributes:
        scorer: name of the function or class.
        answers: how many samples it was asked about: those with a question and with levels.
        unscored: how many of them it could not judge.
        failed: how many of these it failed at: it raised an error, or broke its contract.
        overall: the agreement over all criteria together; its interval is drawn by answers, since
            the levels of one answer hang together.
        criteria: the agreement on each criterion, by rubric and criterion.
        order: whether better answers get more.
    """

    scorer: str = field(validator=plain_text)
    answers: int = field(validator=whole_number(0, MOST_PAIRS))
    unscored: int = field(validator=whole_number(0, MOST_PAIRS))
    failed: int = field(default=0, validator=whole_number(0, MOST_PAIRS))
    overall: Agreement = field(validator=instance_of(Agreement))
    criteria: tuple[CriterionAgreement, ...] = field(
        converter=as_tuple, validator=instances_of(CriterionAgreement)
    )
    order: TripleOrder = field(validator=instance_of(TripleOrder))

    def criterion(self, rubric: str, criterion: str) -> Agreement | None:
        """Find the agreement on one criterion.

        Args:
            rubric: id of the rubric.
            criterion: id of the criterion.

        Returns:
            The agreement, or `None` if no sample has a level there.
        """
        found = (
            each for each in self.criteria if (each.rubric, each.criterion) == (rubric, criterion)
        )
        return next((each.agreement for each in found), None)

    def text(self) -> str:
        """Say it as a table: overall, each criterion, then the order of triples."""
        rows = [(f"{each.rubric}.{each.criterion}", each.agreement) for each in self.criteria]
        unscored = f"{self.unscored} unscored, {self.failed} of them failed at"
        return "\n".join(
            [
                f"{self.scorer}: {self.answers} graded answers, {unscored}",
                f"{'':<30} pairs  kappa  95 % interval  exact  within 1   bias",
                *(_row(name, agreement) for name, agreement in [("overall", self.overall), *rows]),
                _order_line(
                    "strong above weak", self.order.strong_weak, self.order.strong_above_weak
                ),
                _order_line("adjacent in order", self.order.adjacent, self.order.adjacent_above),
            ]
        )


def _row(name: str, found: Agreement) -> str:
    if found.exact is None or found.within_one is None or found.bias is None:
        return f"{name:<30} {found.pairs:>5}  {found.refusal}"
    if found.kappa is None or found.low is None or found.high is None:
        kappa = f"{found.refusal or '':<20}"
    else:
        kappa = f"{found.kappa:>5.2f}  {found.low:>5.2f} to {found.high:>5.2f}"
    plain = f"{found.exact:>5.2f}     {found.within_one:>5.2f}  {found.bias:>+5.2f}"
    return f"{name:<30} {found.pairs:>5}  {kappa}  {plain}"


def _order_line(name: str, count: int, share: float | None) -> str:
    return f"{name}: {'none to compare' if share is None else f'{share:.0%} of {count}'}"


class _Judged(NamedTuple):
    """A sample and what came of it: its rubric, the width of its scale, and the settled result."""

    sample: SampleAnswer
    rubric: str
    scale: tuple[int, int]
    result: Result


def calibrate(
    scorer: Scorer | AsyncScorer,
    samples: Iterable[SampleAnswer] | None = None,
    *,
    bank: Bank | None = None,
    seed: Seed = 0,
    resamples: int = 500,
) -> Calibration:
    """Compare the levels that a scorer gives with those that people gave.

    Only levels that count are compared: those whose quotes stand in the answer. Where there is too
    little to compare, the agreement says why instead of a number. The rules of `rule_scorer` were
    learnt from the bundled samples: on answers of others it agrees less than it does here.

    Args:
        scorer: what to calibrate; an async one is awaited in an event loop of its own.
        samples: graded answers; those without a question or without levels are passed over. By
            default the 533 of the bundled pack `answers`.
        bank: where their questions stand; by default that of the bundled packs.
        seed: seed of the bootstrap; the same gives the same intervals on every platform.
        resamples: how many times the bootstrap draws, 40 to 100,000.

    Returns:
        The agreement over all, by criterion, and the order of triples.

    Raises:
        ScorerError: if the scorer cannot be called with a request, or is async inside of a running
            loop; where it fails for an answer, that is counted.
        InvalidValueError: if an argument is of the wrong type or out of range.
        UnknownIdError: if the bank has no question that a sample answers.
    """
    whole = bundled_bank(*PACKS) if bank is None else bank
    expect("bank", whole, Bank)
    check_resampling(seed, resamples)
    graded = _graded(whole.all(SampleAnswer) if samples is None else samples)
    with as_sync(scorer) as plain:
        judged = [*_judged(plain, whole, graded)]
    reasons = [each.result.reason for each in judged if isinstance(each.result, Unscored)]
    return Calibration(
        scorer=name_of(scorer),
        answers=len(judged),
        unscored=len(reasons),
        failed=sum(reason in FAILURES for reason in reasons),
        overall=_overall(judged, seed, resamples),
        criteria=_by_criterion(judged, seed, resamples),
        order=_order(judged),
    )


def _graded(samples: Iterable[SampleAnswer]) -> list[SampleAnswer]:
    given = as_tuple(samples)
    for each in given:
        expect("samples", each, SampleAnswer)
    graded = (each for each in given if each.question is not None and each.ratings)
    # The bootstrap draws by place, and the same samples in another order are the same samples.
    return sorted(graded, key=lambda each: each.id)


def _judged(scorer: Scorer, bank: Bank, samples: Sequence[SampleAnswer]) -> Iterator[_Judged]:
    requests = [
        score_request(bank, each.question or "", each.answer(), language=each.language)
        for each in samples
    ]
    results = score_all(requests, scorer)
    for sample, request, result in zip(samples, requests, results, strict=True):
        scale = (request.scale.lowest, request.scale.highest)
        yield _Judged(sample, request.rubric.id, scale, result)


def _pairs(judged: _Judged) -> Iterator[tuple[str, Pair | None]]:
    """Give for each criterion that people graded their level and that of the scorer, if it counts."""
    for gold in judged.sample.ratings:
        report = judged.result if isinstance(judged.result, ScoreReport) else None
        rating = report.rating(gold.criterion) if report else None
        level = rating.level if rating is not None and rating.supported else None
        yield gold.criterion, None if level is None else (gold.level, level)


def _overall(judged: Sequence[_Judged], seed: Seed, resamples: int) -> Agreement:
    found = [[pair for _, pair in _pairs(each)] for each in judged]
    clusters = [[pair for pair in each if pair is not None] for each in found]
    missing = sum(pair is None for each in found for pair in each)
    if len({each.scale for each in judged}) > 1:
        pairs = sum(map(len, clusters))
        return Agreement(pairs=pairs, missing=missing, refusal="several_scales")
    return agreement_of(
        clusters, missing=missing, seed=seed, purpose="overall", resamples=resamples
    )


def _by_criterion(
    judged: Sequence[_Judged], seed: Seed, resamples: int
) -> tuple[CriterionAgreement, ...]:
    found: defaultdict[tuple[str, str], list[Pair | None]] = defaultdict(list)
    for each in judged:
        for criterion, pair in _pairs(each):
            found[each.rubric, criterion].append(pair)
    return tuple(
        CriterionAgreement(
            rubric=rubric,
            criterion=criterion,
            agreement=agreement_of(
                [[pair] for pair in pairs if pair is not None],
                missing=pairs.count(None),
                seed=seed,
                purpose=f"{rubric} {criterion}",
                resamples=resamples,
            ),
        )
        for (rubric, criterion), pairs in sorted(found.items())
    )


def _order(judged: Sequence[_Judged]) -> TripleOrder:
    triples: defaultdict[str, list[_Judged]] = defaultdict(list)
    for each in judged:
        if each.sample.triple is not None:
            triples[each.sample.triple].append(each)
    # Whether the better one got more, by how many steps of quality apart they are.
    above: Mapping[int, list[bool]] = {1: [], len(QUALITIES) - 1: []}
    for members in triples.values():
        ranked = sorted(members, key=_quality)
        for worse, better in combinations(ranked, 2):
            steps = _quality(better) - _quality(worse)
            if steps:
                above[steps].append(_is_above(better.result, worse.result))
    adjacent, ends = above.values()
    return TripleOrder(
        strong_weak=len(ends),
        strong_above_weak=_share(ends),
        adjacent=len(adjacent),
        adjacent_above=_share(adjacent),
    )


def _quality(judged: _Judged) -> int:
    return QUALITIES.index(judged.sample.quality)


def _is_above(better: Result, worse: Result) -> bool:
    """Tell whether a result is the higher one; what has no total is below all that has one."""
    if better.overall is None:
        return False
    return worse.overall is None or better.overall > worse.overall


def _share(found: Sequence[bool]) -> float | None:
    return sum(found) / len(found) if found else None
