"""Scoring against a bank: what a scorer is given, what it may give back, and what is refused."""

from typing import Any

import pytest

from interview_kit import (
    Bank,
    Evidence,
    InvalidValueError,
    Question,
    Rating,
    Role,
    Rubric,
    ScoreReport,
    ScoreRequest,
    ScorerError,
    StarAnswer,
    UnknownIdError,
    Unscored,
    score,
)
from interview_kit.assess import score_request
from interview_kit.model import Competency, structure_hash
from interview_kit.scoring import PURPOSES, RULE_SCORER, rule_scorer

ANSWER = StarAnswer.from_parts(
    situation="Waktu itu target tim turun 20 persen.",
    action="Saya menghubungi sepuluh klien lama satu per satu.",
    result="Hasilnya penjualan naik 15% dalam dua bulan.",
)


def generous(request: ScoreRequest, /) -> ScoreReport:
    """Give the highest level on the first criterion, with the whole answer as evidence."""
    quote = Evidence(start=0, end=len(request.answer), quote=request.answer)
    rating = Rating(
        criterion=request.rubric.criteria[0].id, level=request.scale.highest, evidence=[quote]
    )
    return ScoreReport(
        scorer="generous", language=request.language, ratings=[rating], overall=3.0, coverage=1.0
    )


def test_a_plain_function_is_a_scorer(bank: Bank) -> None:
    """A function of one request scores; totals, rubric and band are filled in by the library."""
    report = score(bank, "S04", ANSWER, language="id", scorer=generous)
    assert isinstance(report, ScoreReport)
    rubric = bank.get(Rubric, "past")
    assert report.scorer == "generous"
    assert (report.overall, report.coverage) == (100.0, rubric.criteria[0].weight / 100)
    assert (report.rubric, report.structure_hash) == ("past", structure_hash(rubric))
    assert (report.band_id, report.band) == ("very_strong", "sangat kuat")


def test_scorers_see_all_they_need(bank: Bank) -> None:
    """The request holds question, answer, rubric, scale, competencies, language and purpose."""
    seen: list[ScoreRequest] = []

    def note(request: ScoreRequest, /) -> Unscored:
        """Keep the request."""
        seen.append(request)
        return Unscored(scorer="note", reason="noted")

    asked = bank.get(Question, "S04")
    score(bank, asked, ANSWER, language="ID_id", scorer=note, purpose="training")
    rubric = bank.get(Rubric, "past")
    wanted = ScoreRequest(
        question=asked,
        answer=ANSWER.text,
        rubric=rubric,
        scale=bank.scale_of(rubric),
        competencies=[bank.get(Competency, id) for id in asked.competencies],
        roles=[bank.get(Role, id) for id in asked.roles],
        language="id-id",
        purpose="training",
    )
    assert seen == [wanted]
    assert wanted.competencies


@pytest.mark.parametrize("purpose", PURPOSES)
def test_requests_carry_their_purpose(bank: Bank, purpose: Any) -> None:
    """Each of the four purposes reaches the scorer; practice is what is meant if none is given."""
    request = score_request(bank, "S04", ANSWER, language="id", purpose=purpose)
    assert request.purpose == purpose
    assert score_request(bank, "S04", ANSWER, language="id").purpose == "practice"


def test_questions_go_by_id_or_by_value(bank: Bank) -> None:
    """A question and its id are the same to ask."""
    asked = bank.get(Question, "S04")
    assert score(bank, asked, ANSWER, language="id") == score(bank, "S04", ANSWER, language="id")


def test_answers_go_by_text_or_in_parts(bank: Bank) -> None:
    """An answer in parts scores as its text does."""
    parts = score(bank, "S04", ANSWER, language="id")
    assert isinstance(parts, ScoreReport)
    assert parts == score(bank, "S04", ANSWER.text, language="id")
    assert parts.overall is not None
    assert parts.overall > 0


def test_the_rules_score_where_no_scorer_is_named(bank: Bank) -> None:
    """Without a scorer of one's own the built-in rules judge."""
    report = score(bank, "S04", ANSWER, language="id")
    assert report == score(bank, "S04", ANSWER, language="id", scorer=rule_scorer)
    assert report.scorer == RULE_SCORER


def test_reasons_pass_through(bank: Bank) -> None:
    """What a scorer could not judge comes back just as it said so."""
    unscored = Unscored(scorer="mine", reason="off_topic", message="Ini lain soal.", language="id")
    assert score(bank, "S04", ANSWER, language="id", scorer=lambda request: unscored) == unscored


@pytest.mark.parametrize(
    ("result", "found"),
    [
        (None, "a result of type NoneType"),
        (75.0, "a result of type float"),
        ({"overall": 75.0}, "a result of type dict"),
        ("strong", "a result of type str"),
        ([], "a result of type list"),
        (ScoreReport, "a result of type type"),
        (Rating(criterion="clarity"), "a result of type Rating"),
    ],
    ids=str,
)
def test_other_results_are_refused(bank: Bank, result: Any, found: str) -> None:
    """A scorer that gives neither a report nor a reason is an error that says what it gave."""

    def careless(request: ScoreRequest, /) -> Any:
        """Give something else."""
        return result

    with pytest.raises(ScorerError) as caught:
        score(bank, "S04", ANSWER, language="id", scorer=careless)
    hint = "Return the report, and do not leave out the return statement."
    assert caught.value == ScorerError("careless", found, "a ScoreReport or an Unscored", hint)
    assert str(caught.value) == (
        f"scorer 'careless': found {found}, allowed is a ScoreReport or an Unscored. {hint}"
    )


def test_reports_are_held_to_the_rubric(bank: Bank) -> None:
    """A scorer that rates what the rubric has not is an error that names it and the criterion."""

    def astray(request: ScoreRequest, /) -> ScoreReport:
        """Rate charm."""
        return ScoreReport(scorer="astray", language="id", ratings=[Rating(criterion="charm")])

    with pytest.raises(ScorerError) as caught:
        score(bank, "M01", ANSWER, language="id", scorer=astray)
    assert caught.value == ScorerError(
        "astray", "a rating on 'charm'", "one of relevance, scope, recency, result"
    )


def test_what_a_scorer_raises_is_its_own(bank: Bank) -> None:
    """An exception of a scorer reaches the caller as it is."""

    def broken(request: ScoreRequest, /) -> ScoreReport:
        """Fail."""
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        score(bank, "S04", ANSWER, language="id", scorer=broken)


def test_unknown_questions_are_refused(bank: Bank) -> None:
    """A question that the bank has not is an error with the nearest ids."""
    with pytest.raises(UnknownIdError) as caught:
        score(bank, "S0", ANSWER, language="id")
    assert (caught.value.noun, caught.value.id) == ("Question", "S0")
    assert set(caught.value.nearest) <= {each.id for each in bank.questions}
    assert len(caught.value.nearest) == 3


@pytest.mark.parametrize("answer", [None, 5, b"Saya", ["Saya menyusun laporan."]], ids=repr)
def test_answers_are_text(bank: Bank, answer: Any) -> None:
    """An answer that is neither text nor a `StarAnswer` is refused and shown."""
    with pytest.raises(InvalidValueError) as caught:
        score(bank, "S04", answer, language="id")
    assert caught.value == InvalidValueError("answer", repr(answer), "a string or a StarAnswer")


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"language": "Bahasa Indonesia"}, "language"),
        ({"language": ""}, "language"),
        ({"language": "id", "purpose": "fun"}, "ScoreRequest.purpose"),
    ],
    ids=["sentence", "empty", "purpose"],
)
def test_language_and_purpose_are_checked(bank: Bank, given: dict[str, Any], where: str) -> None:
    """A language must be a tag, and a purpose one of the four."""
    with pytest.raises(InvalidValueError) as caught:
        score(bank, "S04", ANSWER, **given)
    assert caught.value.where == where


def test_answers_are_not_shown(bank: Bank) -> None:
    """A request that is printed or logged does not show the answer, which is personal data."""
    request = score_request(bank, "S04", ANSWER, language="id")
    assert "sepuluh klien" in request.answer
    assert "sepuluh klien" not in repr(request)
    assert "S04" in repr(request)


def test_other_languages_are_a_reason(bank: Bank) -> None:
    """An answer in a language without profile is not scored rather than scored zero."""
    found = score(bank, "S04", ANSWER, language="fr")
    assert isinstance(found, Unscored)
    assert (found.reason, found.overall) == ("unknown_language", None)
