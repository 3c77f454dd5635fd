"""Scoring again: pure, and explained criterion by criterion."""

from collections.abc import Sequence

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from interview_kit import (
    InvalidValueError,
    Rating,
    ScoreReport,
    ScoreRequest,
    ScorerError,
    Unscored,
    document,
    structure,
)
from interview_kit.scoring import ScoreDelta, Scorer, compare_reports, judge, rescore
from test_scoring_contract import CALLED, NAMES, request_of


def scorer_of(levels: Sequence[int | None], *warnings: str) -> Scorer:
    """Make a scorer that always gives these levels."""

    def fixed(request: ScoreRequest, /) -> ScoreReport:
        ratings = [
            Rating(criterion=name, level=level, reason=f"is_{level}", evidence=[CALLED])
            for name, level in zip(NAMES, levels, strict=True)
        ]
        return ScoreReport(scorer="fixed", language="en", ratings=ratings, warnings=warnings)

    return fixed


levels = st.lists(st.none() | st.integers(0, 4), min_size=4, max_size=4)


def test_answers_are_judged_again_in_their_order() -> None:
    """Each stored answer gets the judgement that the scorer gives it by itself."""
    requests = [request_of(f"I called ten clients. {number}") for number in range(3)]
    scorer = scorer_of([1, 2, 3, 4])
    assert rescore(requests, scorer) == tuple(judge(scorer, each) for each in requests)


def test_what_is_no_scorer_is_refused_before_any_answer() -> None:
    """Something that cannot be called with a request gets the same error as in `score`."""
    with pytest.raises(ScorerError, match="cannot be called"):
        rescore([request_of()], 7)  # type: ignore[arg-type]  # that is the test


@given(levels, levels)
def test_differences_add_up(one: list[int | None], other: list[int | None]) -> None:
    """The points of all criteria together are the difference of the totals."""
    request = request_of()
    before, after = judge(scorer_of(one), request), judge(scorer_of(other), request)
    delta = compare_reports(before, after, request.rubric, request.scale)
    assert (delta.before, delta.after) == (before.overall, after.overall)
    whole = sum(each.points for each in delta.criteria) + delta.by_caps
    assert whole == pytest.approx((after.overall or 0.0) - (before.overall or 0.0))
    assert delta.by_caps == pytest.approx(0.0)
    assert [(each.before, each.after) for each in delta.criteria] == [*zip(one, other, strict=True)]
    assert structure(document(delta), ScoreDelta) == delta


def test_equal_reports_differ_in_nothing() -> None:
    """A report beside itself shows no point and no cap."""
    request = request_of()
    report = judge(scorer_of([4, 3, 2, 1]), request)
    delta = compare_reports(report, report, request.rubric, request.scale)
    assert {each.points for each in delta.criteria} == {0.0}
    assert delta.criteria[0].reasons == ("is_4", "is_4")


def test_a_reason_beside_a_report_is_explained() -> None:
    """Where one could not judge, all points come from the other."""
    request = request_of()
    report = judge(scorer_of([4, 4, 4, 4]), request)
    nothing = Unscored(scorer="mine", reason="too_short")
    delta = compare_reports(nothing, report, request.rubric, request.scale)
    assert (delta.before, delta.after) == (None, 100.0)
    assert [each.points for each in delta.criteria] == [40.0, 30.0, 20.0, 10.0]
    assert {each.reasons for each in delta.criteria} == {("", "is_4")}


def test_reports_by_other_rubrics_are_refused() -> None:
    """Levels of different rubrics have no difference."""
    request = request_of()
    report = judge(scorer_of([4, 4, 4, 4]), request)
    assert isinstance(report, ScoreReport)
    with pytest.raises(InvalidValueError, match="other"):
        compare_reports(evolve(report, rubric="other"), report, request.rubric, request.scale)
