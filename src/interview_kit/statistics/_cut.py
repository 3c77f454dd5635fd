"""Standard setting by Angoff: the only way to a cut score. Without a record there is no pass mark."""

from collections.abc import Iterable
from math import isfinite, sqrt
from typing import Final, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    expect,
    instance_of,
    instances_of,
    names_of,
    number,
    one_of,
    or_none,
    shown,
    unique_by,
    whole_number,
)
from interview_kit.model.ids import Id, to_id, to_ids
from interview_kit.model.seeds import Seed
from interview_kit.model.values import Value
from interview_kit.statistics._agreement import RESAMPLES, agreement
from interview_kit.statistics._measure import (
    CAUTIONS,
    MOST,
    REFUSALS,
    Caution,
    Measure,
    Refusal,
    check_either,
)
from interview_kit.statistics._spread import deviation
from interview_kit.statistics._table import whole

__all__ = ["AngoffRecord", "CutScore", "JudgeEstimates", "cut_score"]

#: Fewest judges whose mean says anything, and how many make it firm; ours, to be tuned.
FEWEST_JUDGES: Final = 5
FEW_JUDGES: Final = 10
#: Two judges make a spread.
PAIR: Final = 2


def _to_shares(shares: Iterable[float]) -> tuple[float, ...]:
    return tuple(float(each) if type(each) is int else each for each in as_tuple(shares))


@final
@frozen(kw_only=True, eq=False, repr=False)
class JudgeEstimates(Value):
    """What one judge estimates.

    Attributes:
        judge: id of the judge.
        shares: for each item the probability that somebody who is just good enough gets it right,
            0.0 to 1.0, in the order of the items of the record.
    """

    judge: Id = field(converter=to_id)
    shares: tuple[float, ...] = field(converter=_to_shares)

    def __attrs_post_init__(self) -> None:
        for each in self.shares:
            if type(each) is not float or not 0.0 <= each <= 1.0:
                raise InvalidValueError("JudgeEstimates.shares", shown(each), "0.0 to 1.0")


@final
@frozen(kw_only=True, eq=False, repr=False)
class AngoffRecord(Value):
    """The record of one round of standard setting.

    Source: Angoff (1971), Scales, norms, and equivalent scores, in Thorndike (ed.), Educational
    Measurement, 2nd ed.

    Attributes:
        items: ids of the items, each once; at least one.
        judges: what each judge estimates; each judge once.
        round: which round it is, from 1; judges see figures and talk before a second one.
    """

    items: tuple[Id, ...] = field(converter=to_ids)
    judges: tuple[JudgeEstimates, ...] = field(
        converter=as_tuple, validator=[instances_of(JudgeEstimates), unique_by("judge")]
    )
    round: int = field(default=1, validator=whole_number(1, 100))

    def __attrs_post_init__(self) -> None:
        if not self.items or len(set(self.items)) < len(self.items):
            found = shown(self.items)
            raise InvalidValueError("AngoffRecord.items", found, "one id or more, each once")
        for each in self.judges:
            if len(each.shares) != len(self.items):
                found = f"{len(each.shares)} estimates of {each.judge}"
                allowed = f"one for each of {len(self.items)} items"
                raise InvalidValueError("AngoffRecord.judges", found, allowed)


@final
@frozen(kw_only=True, eq=False, repr=False)
class CutScore(Value):
    """The score from which somebody is good enough, or the reason why there is none.

    Attributes:
        items: how many items it is about.
        judges: how many judges estimated.
        round: which round it is from.
        refusal: why there is no cut score; none if there is.
        score: the cut score in points, one for each item; the mean over judges of their sums.
        standard_error: its standard error in points: that of a mean over judges.
        share: the cut score as a share of all points, 0 to 1.
        agreement: how reliable the judges' estimates are: ICC(2,k) over items, for information.
        cautions: what to keep in mind.
    """

    items: int = field(validator=whole_number(1, MOST))
    judges: int = field(validator=whole_number(0, MOST))
    round: int = field(default=1, validator=whole_number(1, 100))
    refusal: Refusal | None = field(default=None, validator=or_none(one_of(REFUSALS)))
    score: float | None = field(default=None, validator=or_none(number(0.0, float(MOST))))
    standard_error: float | None = field(default=None, validator=or_none(number(0.0, float(MOST))))
    share: float | None = field(default=None, validator=or_none(check_share))
    agreement: Measure = field(validator=instance_of(Measure))
    cautions: tuple[Caution, ...] = field(
        default=(), converter=as_tuple, validator=names_of(CAUTIONS)
    )

    def __attrs_post_init__(self) -> None:
        for name in ("score", "standard_error", "share"):
            check_either(f"CutScore.{name}", getattr(self, name), self.refusal)

    def passed(self, points: float) -> bool | None:
        """Tell whether somebody reaches the cut score.

        Args:
            points: the points of the person, one for each item got right.

        Returns:
            Whether they do; `None` if there is no cut score, since then there is no pass mark.

        Raises:
            InvalidValueError: if the points are no finite number.
        """
        if type(points) not in (int, float) or not isfinite(points):
            raise InvalidValueError("points", shown(points), "a finite number")
        return None if self.score is None else points >= self.score


def cut_score(
    record: AngoffRecord,
    *,
    seed: Seed,
    fewest: int = FEWEST_JUDGES,
    resamples: int = RESAMPLES,
) -> CutScore:
    """Compute the cut score of an Angoff record.

    Args:
        record: the record.
        seed: seed of the interval of the judges' agreement.
        fewest: with fewer judges there is no cut score; from 2.
        resamples: how many times to draw for the interval, 40 to 100,000.

    Returns:
        The mean over judges of the sums of their estimates, with the standard error of that mean.

    Raises:
        InvalidValueError: if it is no record, or `fewest` is below 2.

    >>> estimates = [(0.5, 0.7), (0.6, 0.8), (0.4, 0.6), (0.5, 0.7), (0.5, 0.7)]
    >>> judges = [JudgeEstimates(judge=f"j{n}", shares=own) for n, own in enumerate(estimates)]
    >>> found = cut_score(AngoffRecord(items=["q1", "q2"], judges=judges), seed=1)
    >>> found.score, round(found.standard_error, 4), found.passed(1)
    (1.2, 0.0632, False)
    """
    expect("record", record, AngoffRecord)
    if type(fewest) is not int or fewest < PAIR:
        raise InvalidValueError("fewest", shown(fewest), "a whole number from 2")
    judges, items = len(record.judges), len(record.items)
    columns = [each.shares for each in record.judges]
    by_item = list(zip(*columns, strict=True))
    agreed = agreement(by_item, "icc_2_k", seed=seed, resamples=resamples)
    if judges < fewest:
        refusal: Refusal = "too_few_judges"
        return CutScore(
            items=items, judges=judges, round=record.round, refusal=refusal, agreement=agreed
        )
    units, unit = whole(share for each in columns for share in each)
    sums = [sum(units[place : place + items]) for place in range(0, len(units), items)]
    few: tuple[Caution, ...] = ("few_judges",) if judges < FEW_JUDGES else ()
    return CutScore(
        items=items,
        judges=judges,
        round=record.round,
        score=sum(sums) / (judges * unit),
        standard_error=deviation(sums, unit) / sqrt(judges),
        share=sum(sums) / (judges * unit * items),
        agreement=agreed,
        cautions=few,
    )
