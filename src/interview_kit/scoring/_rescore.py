"""Scoring again: stored answers by another scorer, and what differs, criterion by criterion."""

from collections.abc import Iterable
from typing import final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model import Id, Rating, Rubric, Scale, ScoreReport, Unscored, Value, to_id
from interview_kit.model.checks import as_tuple, instances_of
from interview_kit.scoring._contract import judge
from interview_kit.scoring._protocol import Scorer, ScoreRequest, check_scorer

__all__ = ["CriterionDelta", "ScoreDelta", "compare_reports", "rescore"]


@final
@frozen(kw_only=True, eq=False, repr=False)
class CriterionDelta(Value):
    """How two judgements differ on one criterion.

    Attributes:
        criterion: the criterion.
        before: the level of the first; none if it is not counted there.
        after: the level of the second; none if it is not counted there.
        points: how much of the difference of the totals it makes, in points of 100.
        reasons: the reason codes of the first and the second; empty where there is none.
    """

    criterion: Id = field(converter=to_id)
    before: int | None = None
    after: int | None = None
    points: float = 0.0
    reasons: tuple[str, str] = ("", "")


@final
@frozen(kw_only=True, eq=False, repr=False)
class ScoreDelta(Value):
    """How two judgements of one answer differ.

    Attributes:
        before: the total of the first, 0 to 100; none if it gave none.
        after: the total of the second.
        criteria: the differences by criterion, in the order of the rubric, those of no difference too.
        by_caps: how much of the difference comes from caps, in points of 100; with those of the
            criteria it makes `after - before`.
    """

    before: float | None = None
    after: float | None = None
    criteria: tuple[CriterionDelta, ...] = field(
        converter=as_tuple, validator=instances_of(CriterionDelta)
    )
    by_caps: float = 0.0


def rescore(answers: Iterable[ScoreRequest], scorer: Scorer) -> tuple[ScoreReport | Unscored, ...]:
    """Judge stored answers again; nothing is stored, and the earlier judgements stay as they are.

    Args:
        answers: the answers with what they were asked, as `score_request` gives them.
        scorer: what judges them now.

    Returns:
        A judgement for each, in their order.

    Raises:
        ScorerError: if the scorer breaks its contract.
    """
    check_scorer(scorer)
    return tuple(judge(scorer, each) for each in answers)


def compare_reports(
    before: ScoreReport | Unscored, after: ScoreReport | Unscored, rubric: Rubric, scale: Scale
) -> ScoreDelta:
    """Explain how two judgements of one answer differ.

    Args:
        before: the first.
        after: the second.
        rubric: the rubric of both.
        scale: its scale.

    Returns:
        The difference, criterion by criterion.

    Raises:
        InvalidValueError: if one was made with another rubric.
    """
    first, second = (_shares(each, rubric, scale) for each in (before, after))
    criteria = [
        CriterionDelta(
            criterion=each.id,
            before=_level(before, each.id),
            after=_level(after, each.id),
            points=second.get(each.id, 0.0) - first.get(each.id, 0.0),
            reasons=(_reason(before, each.id), _reason(after, each.id)),
        )
        for each in rubric.criteria
    ]
    totals = (before.overall, after.overall)
    capped = (totals[1] or 0.0) - sum(second.values()) - (totals[0] or 0.0) + sum(first.values())
    return ScoreDelta(before=totals[0], after=totals[1], criteria=criteria, by_caps=capped)


def _counted(report: ScoreReport | Unscored, criterion: str) -> Rating | None:
    rating = None if isinstance(report, Unscored) else report.rating(criterion)
    return rating if rating is not None and rating.supported else None


def _level(report: ScoreReport | Unscored, criterion: str) -> int | None:
    rating = _counted(report, criterion)
    return None if rating is None else rating.level


def _reason(report: ScoreReport | Unscored, criterion: str) -> str:
    rating = _counted(report, criterion)
    return "" if rating is None or rating.reason is None else rating.reason


def _shares(report: ScoreReport | Unscored, rubric: Rubric, scale: Scale) -> dict[str, float]:
    """Give what each criterion adds to the total, in points of 100."""
    named = None if isinstance(report, Unscored) else report.rubric
    if named not in {None, rubric.id}:
        raise InvalidValueError(
            "report", f"one made with {named!r}", f"one made with {rubric.id!r}"
        )
    levels = {each.id: _level(report, each.id) for each in rubric.criteria}
    counted = [each for each in rubric.criteria if levels[each.id] is not None]
    whole = sum(each.weight for each in counted) * (scale.highest - scale.lowest)
    return {
        each.id: 100 * each.weight * ((levels[each.id] or 0) - scale.lowest) / whole
        for each in counted
    }
