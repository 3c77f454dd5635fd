"""The evidence contract, kept for every scorer alike: quotes are checked, totals are ours."""

from functools import lru_cache

from attrs import evolve

from interview_kit.errors import ScorerError
from interview_kit.model import Rating, Rubric, Scale, ScoreReport, Unscored, structure_hash
from interview_kit.model.same import Same
from interview_kit.scoring._protocol import (
    AsyncScorer,
    Scorer,
    ScoreRequest,
    check_result,
    name_of,
)

__all__ = ["counts", "judge", "judge_async", "rubric_hash", "settle", "total_of", "totalled"]


def judge(scorer: Scorer, request: ScoreRequest) -> ScoreReport | Unscored:
    """Ask a scorer and hold it to the contract.

    Args:
        scorer: what judges.
        request: the question, the answer and the rubric.

    Returns:
        Its report as `settle` leaves it, or its reason.

    Raises:
        ScorerError: if it breaks its contract.
    """
    return _held(scorer, request, check_result(scorer, scorer(request)))


async def judge_async(scorer: AsyncScorer, request: ScoreRequest) -> ScoreReport | Unscored:
    """Ask an async scorer and hold it to the contract; as `judge`."""
    return _held(scorer, request, check_result(scorer, await scorer(request)))


def _held(
    scorer: object, request: ScoreRequest, result: ScoreReport | Unscored
) -> ScoreReport | Unscored:
    return result if isinstance(result, Unscored) else settle(scorer, request, result)


def settle(scorer: object, request: ScoreRequest, report: ScoreReport) -> ScoreReport:
    """Check a report against its answer and compute its totals.

    A rating above the lowest level counts only if it quotes words of the answer and every quote
    stands where it says. What is not rated, or not supported, lowers the coverage and never the score:
    `overall = 100 x sum(weight x (level - lowest)) / sum(weight x (highest - lowest))` over the
    ratings that count. A warning for which the rubric has a cap bounds it.

    Args:
        scorer: the scorer, for messages.
        request: what it was asked.
        report: what it answered.

    Returns:
        The report with every field filled that is the library's to fill.

    Raises:
        ScorerError: if it rates a criterion that the rubric has not, leaves the scale, names another
            scale, or speaks another language than the answer.
    """
    if _primary(report.language) != _primary(request.language):
        found, allowed = f"a report in {report.language!r}", f"one in {request.language!r}"
        raise ScorerError(name_of(scorer), found, allowed, "Pass the request's language on.")
    if report.scale not in {None, request.scale.id}:
        found, allowed = f"levels of the scale {report.scale!r}", f"those of {request.scale.id!r}"
        hint = "Let scoring.Mapped say which level stands for which."
        raise ScorerError(name_of(scorer), found, allowed, hint)
    ratings = tuple(_checked(scorer, request, rating) for rating in report.ratings)
    return totalled(evolve(report, ratings=ratings), request.rubric, request.scale)


def totalled(report: ScoreReport, rubric: Rubric, scale: Scale) -> ScoreReport:
    """Compute the totals of a report from its ratings, whoever gave them.

    Args:
        report: a report whose ratings are of the rubric and on the scale.
        rubric: the rubric.
        scale: its scale.

    Returns:
        The report with every field filled that is the library's to fill.
    """
    counted = tuple(filter(counts, report.ratings))
    cap = _cap(report, rubric)
    overall = total_of(counted, rubric, scale, cap)
    band = None if overall is None else scale.band_of(overall)
    fallback = band.name.languages if band else ()
    return evolve(
        report,
        rubric=rubric.id,
        structure_hash=rubric_hash(rubric),
        overall=overall,
        band=band.name.in_(report.language, fallback=fallback) if band else "",
        band_id=band.id if band else None,
        coverage=_weight(counted, rubric) / _weight(None, rubric),
        scale=scale.id,
        rated=len(counted),
        criteria=len(rubric.criteria),
        cap=cap,
    )


def counts(rating: Rating) -> bool:
    """Tell whether a settled rating has a part in the total: it has a level, and what it quotes stands."""
    return rating.supported and rating.level is not None


def rubric_hash(rubric: Rubric) -> str:
    """Give the structure hash of a rubric, made once for the same object: reports share rubrics."""
    return _hash_of(Same(rubric))


@lru_cache(maxsize=256)
def _hash_of(rubric: Same[Rubric]) -> str:
    return structure_hash(rubric.held)


def _cap(report: ScoreReport, rubric: Rubric) -> int | None:
    return min(
        (each.at_most for each in rubric.caps if each.warning in report.warnings), default=None
    )


def _primary(language: str) -> str:
    return language.partition("-")[0]


def _checked(scorer: object, request: ScoreRequest, rating: Rating) -> Rating:
    if request.rubric.criterion(rating.criterion) is None:
        allowed = "one of " + ", ".join(each.id for each in request.rubric.criteria)
        raise ScorerError(name_of(scorer), f"a rating on {rating.criterion!r}", allowed)
    low, high = request.scale.lowest, request.scale.highest
    if rating.level is not None and not low <= rating.level <= high:
        found = f"level {rating.level} on {rating.criterion!r}"
        raise ScorerError(name_of(scorer), found, f"a level from {low} to {high}")
    supported = _is_supported(rating, request)
    return rating if rating.supported is supported else evolve(rating, supported=supported)


def _is_supported(rating: Rating, request: ScoreRequest) -> bool:
    quotes_stand = all(
        request.answer[each.start : each.end] == each.quote for each in rating.evidence
    )
    needs_none = rating.level is None or rating.level == request.scale.lowest
    shows = any(each.quote.strip() for each in rating.evidence)
    return quotes_stand and (needs_none or shows)


def total_of(
    counted: tuple[Rating, ...], rubric: Rubric, scale: Scale, cap: int | None
) -> float | None:
    """Compute the total of ratings that count, as `settle` says; `None` if there is none."""
    weight = _weight(counted, rubric)
    if not weight:
        return None
    weights = {criterion.id: criterion.weight for criterion in rubric.criteria}
    # Whole numbers up to the one division: the result is the same bits on every platform.
    gained = sum(weights[each.criterion] * ((each.level or 0) - scale.lowest) for each in counted)
    overall = 100 * gained / (weight * (scale.highest - scale.lowest))
    return overall if cap is None else min(overall, float(cap))


def _weight(ratings: tuple[Rating, ...] | None, rubric: Rubric) -> int:
    rated = None if ratings is None else {rating.criterion for rating in ratings}
    return sum(each.weight for each in rubric.criteria if rated is None or each.id in rated)
