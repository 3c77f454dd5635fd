"""Standard setting: the cut score of a record by hand, refusals, and what passes."""

from math import sqrt
from typing import Any, Final

import pytest
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.statistics import AngoffRecord, CutScore, JudgeEstimates, agreement, cut_score

ITEMS: Final = [f"q{number}" for number in range(10)]


def record(*shares: list[float], **given: Any) -> AngoffRecord:
    """Make a record of judges j0, j1 and so on, who estimate so for the items in turn."""
    judges = [JudgeEstimates(judge=f"j{n}", shares=own) for n, own in enumerate(shares)]
    items = ITEMS[: len(shares[0])] if shares else ITEMS
    return AngoffRecord(items=items, judges=judges, **given)


def cut(of: AngoffRecord, **given: Any) -> CutScore:
    """Compute a cut score with few resamples."""
    return cut_score(of, seed=1, resamples=40, **given)


def test_cut_scores_by_hand() -> None:
    """The mean of the judges' sums is the cut score, and their spread its error."""
    found = cut(record([0.5, 0.6], [0.6, 0.7], [0.7, 0.8], [0.6, 0.7], [0.6, 0.7], round=2))
    # Sums of 1.1, 1.3, 1.5, 1.3 and 1.3: two lie 0.2 from their mean.
    assert (found.score, found.share) == (1.3, 0.65)
    assert found.standard_error == pytest.approx(sqrt(0.08 / 4) / sqrt(5), abs=1e-12)
    assert (found.items, found.judges, found.round) == (2, 5, 2)
    assert found.cautions == ("few_judges",)
    assert found.agreement.refusal == "too_few_subjects"


@given(st.lists(st.lists(st.floats(0, 1), min_size=10, max_size=10), min_size=5, max_size=10))
def test_judges_agree_as_raters_do(shares: list[list[float]]) -> None:
    """Their agreement is that of raters of the items, and the cut score lies among their sums."""
    found = cut(record(*shares))
    by_item = [*zip(*shares, strict=True)]
    assert found.agreement == agreement(by_item, "icc_2_k", seed=1, resamples=40)
    sums = [sum(own) for own in shares]
    assert found.score is not None
    assert min(sums) - 1e-9 <= found.score <= max(sums) + 1e-9
    assert found.cautions == (() if len(shares) == 10 else ("few_judges",))


def test_few_judges_set_no_mark() -> None:
    """With four judges there is no cut score, and nobody passes or fails."""
    of = record(*[[0.5, 0.5]] * 4)
    found = cut(of)
    assert (found.refusal, found.score, found.share) == ("too_few_judges", None, None)
    assert found.passed(2) is None
    assert cut(of, fewest=4).score == 1.0
    assert cut(AngoffRecord(items=ITEMS, judges=[])).refusal == "too_few_judges"


def test_who_reaches_the_mark_passes() -> None:
    """The cut score itself passes, and anything below does not."""
    found = cut(record(*[[0.1, 0.2]] * 5))
    assert found.score == 0.3
    assert found.passed(0.3)
    assert found.passed(0) is False
    with pytest.raises(InvalidValueError):
        found.passed(float("nan"))


@pytest.mark.parametrize("shares", [[0.5], [0.5, 1.5], [0.5, None], [0.5, True], "ab"], ids=repr)
def test_estimates_cannot_be_unsound(shares: Any) -> None:
    """There is one probability for each item."""
    with pytest.raises(InvalidValueError):
        record([0.5, 0.5], shares)


@pytest.mark.parametrize(
    "given",
    [
        {"items": []},
        {"items": ["q0", "q0"]},
        {"round": 0},
        {"judges": [JudgeEstimates(judge="j", shares=[1, 0])] * 2},
    ],
    ids=str,
)
def test_records_cannot_be_unsound(given: dict[str, Any]) -> None:
    """Items and judges are named once, and rounds are counted from one."""
    sound: dict[str, Any] = {"items": ["q0", "q1"], "judges": []}
    with pytest.raises(InvalidValueError):
        AngoffRecord(**(sound | given))


def test_cut_scores_cannot_be_unsound() -> None:
    """There is a score with its error and share, or a reason; and two judges at the fewest."""
    found = cut(record(*[[0.5, 0.5]] * 5))
    with pytest.raises(InvalidValueError):
        CutScore(items=2, judges=5, score=1.0, agreement=found.agreement)
    with pytest.raises(InvalidValueError):
        cut(record([0.5]), fewest=1)
