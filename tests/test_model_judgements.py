"""Judgements: quotes enclose their words, and no score is out of bounds."""

import math
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings, strategies as st

from interview_kit import Evidence, InvalidValueError, Rating, ScoreReport, Unscored
from strategies import ratings, score_reports, unscoreds

RATING = Rating(criterion="own_steps")
REPORT = ScoreReport(scorer="rules", language="id", ratings=[RATING])
QUOTE_ALLOWED = "offsets that enclose just the quote"
LEVEL_ALLOWED = "a whole number from 0, or None"
OVERALL_ALLOWED = "0.0 to 100.0, or None"


@given(st.integers(-1, 3), st.integers(-1, 6), st.text(max_size=3))
def test_evidence_encloses_just_its_quote(start: int, end: int, quote: str) -> None:
    """Offsets from 0 that are as far apart as the quote is long, which is not empty."""
    if start >= 0 and quote and end == start + len(quote):
        evidence = Evidence(start=start, end=end, quote=quote)
        assert (evidence.start, evidence.end, evidence.quote) == (start, end, quote)
    else:
        with pytest.raises(InvalidValueError) as raised:
            Evidence(start=start, end=end, quote=quote)
        found = f"{start} to {end} for {len(quote)} characters"
        assert raised.value == InvalidValueError("Evidence", found, QUOTE_ALLOWED)


@pytest.mark.parametrize(
    ("start", "end", "quote"),
    [(False, 4, "Saya"), (0, True, "S"), (0.0, 4, "Saya"), (0, 4, b"Saya"), (0, 4, None)],
)
def test_evidence_is_counted_in_whole_numbers(start: Any, end: Any, quote: Any) -> None:
    """Offsets are whole numbers and a quote is a string."""
    with pytest.raises(InvalidValueError) as raised:
        Evidence(start=start, end=end, quote=quote)
    said = f"{len(quote)} characters" if isinstance(quote, str) else "no string"
    found = f"{start!r} to {end!r} for {said}"
    assert raised.value == InvalidValueError("Evidence", found, QUOTE_ALLOWED)


def test_a_quote_is_not_in_the_message() -> None:
    """What a candidate said is told by its length only."""
    with pytest.raises(InvalidValueError) as raised:
        Evidence(start=0, end=1, quote="Saya")
    assert "Saya" not in str(raised.value)


def test_a_rating_may_be_withheld() -> None:
    """A rating of which only the criterion is given judges nothing."""
    assert (RATING.level, RATING.reason, RATING.evidence) == (None, None, ())
    assert (RATING.next_step, RATING.supported) == ("", True)


@given(st.none() | st.integers(-3, 200))
def test_a_level_is_a_number_from_0(level: int | None) -> None:
    """A level is 0 or more, whatever the scale, or missing."""
    if level is None or level >= 0:
        assert level == evolve(RATING, level=level).level
    else:
        with pytest.raises(InvalidValueError) as raised:
            evolve(RATING, level=level)
        assert raised.value == InvalidValueError("Rating.level", str(level), LEVEL_ALLOWED)


@given(st.none() | st.floats())
def test_a_total_lies_from_0_to_100(overall: float | None) -> None:
    """A total is a number from 0 to 100, never one that is none, or missing."""
    if overall is None or 0 <= overall <= 100:
        assert overall == evolve(REPORT, overall=overall).overall
    else:
        with pytest.raises(InvalidValueError) as raised:
            evolve(REPORT, overall=overall)
        expected = InvalidValueError("ScoreReport.overall", repr(overall), OVERALL_ALLOWED)
        assert raised.value == expected


@pytest.mark.parametrize(
    ("value", "change", "expected"),
    [
        (RATING, {"level": True}, InvalidValueError("Rating.level", "True", LEVEL_ALLOWED)),
        (RATING, {"level": 2.0}, InvalidValueError("Rating.level", "2.0", LEVEL_ALLOWED)),
        (
            RATING,
            {"evidence": [(0, 4, "Saya")]},
            InvalidValueError(
                "Rating.evidence", "(0, 4, 'Saya')", "only Evidence", rule="wrong-type"
            ),
        ),
        (
            REPORT,
            {"ratings": [RATING, evolve(RATING, level=2)]},
            InvalidValueError(
                "ScoreReport.ratings",
                "criterion 'own_steps' twice",
                "each criterion once",
                rule="duplicate",
            ),
        ),
        (
            REPORT,
            {"ratings": ["own_steps"]},
            InvalidValueError(
                "ScoreReport.ratings", "'own_steps'", "only Rating", rule="wrong-type"
            ),
        ),
        (
            REPORT,
            {"overall": math.nan},
            InvalidValueError("ScoreReport.overall", "nan", OVERALL_ALLOWED),
        ),
        (REPORT, {"overall": 50}, InvalidValueError("ScoreReport.overall", "50", OVERALL_ALLOWED)),
        (
            REPORT,
            {"warnings": ["too_long", ""]},
            InvalidValueError("strings", "''", "a string that is not empty", rule="blank-text"),
        ),
        (
            REPORT,
            {"language": "indonesian"},
            InvalidValueError(
                "language",
                "'indonesian'",
                "a language tag such as 'id' or 'en-GB'",
                rule="language-tag",
            ),
        ),
    ],
)
def test_wrong_judgements_are_refused(
    value: Any, change: dict[str, Any], expected: InvalidValueError
) -> None:
    """A wrong field is refused with what was found and what is allowed."""
    with pytest.raises(InvalidValueError) as raised:
        evolve(value, **change)
    assert raised.value == expected


@pytest.mark.parametrize("coverage", [-0.1, 1.1, math.nan, math.inf])
def test_coverage_is_a_share(coverage: float) -> None:
    """Coverage lies from 0 to 1, and a number that is none is no coverage."""
    assert [evolve(REPORT, coverage=each).coverage for each in (0.0, 1.0)] == [0.0, 1.0]
    with pytest.raises(InvalidValueError):
        evolve(REPORT, coverage=coverage)


def test_a_scorer_gives_only_ratings() -> None:
    """What the library fills in is empty until then."""
    assert (REPORT.rubric, REPORT.structure_hash, REPORT.overall) == (None, "", None)
    assert (REPORT.band, REPORT.band_id, REPORT.coverage, REPORT.warnings) == ("", None, 0.0, ())


@settings(max_examples=30)
@given(score_reports(), ratings())
def test_a_rating_is_found_by_its_criterion(report: ScoreReport, other: Rating) -> None:
    """Each rating is found by its criterion, and a criterion without rating gives none."""
    assert report.ratings == tuple(report.rating(each.criterion) for each in report.ratings)
    rated = {each.criterion for each in report.ratings}
    assert (other.criterion in rated) == (report.rating(other.criterion) is not None)


@given(unscoreds())
def test_an_answer_that_cannot_be_judged_has_no_score(unscored: Unscored) -> None:
    """The total of an unscored answer can be read and is never a zero."""
    assert unscored.overall is None


def test_an_unscored_answer_may_come_without_words() -> None:
    """Scorer and reason are enough; the language is then English."""
    unscored = Unscored(scorer="rules", reason="too_short")
    assert (unscored.message, unscored.language) == ("", "en")


def test_a_notebook_shows_a_report_without_quotes() -> None:
    """Levels and reasons are a table; what the candidate said is not in it."""
    said = Evidence(start=0, end=7, quote="rahasia")
    rated = Rating(criterion="result", level=3, reason="result_shown", evidence=[said])
    ratings = [rated, Rating(criterion="learning")]
    report = ScoreReport(scorer="rules", language="id", ratings=ratings, overall=75.0)
    table = report._repr_html_()
    assert "<caption>ScoreReport of rules, 75.0 of 100</caption>" in table
    assert '<th scope="row">result</th><td dir="auto">3</td><td dir="auto">result_shown' in table
    assert '<th scope="row">learning</th><td dir="auto"></td>' in table
    assert "rahasia" not in table
    bare = ScoreReport(scorer="rules", language="id", ratings=())
    assert "no overall score" in bare._repr_html_()
