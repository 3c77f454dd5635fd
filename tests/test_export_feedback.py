"""Feedback to a candidate: strength first, at most three things, quotes, bars, and no verdict."""

import re
from typing import Any

import pytest

from export_cases import hostile_feedback, words_of
from interview_kit import Bank, InvalidValueError, Rating, ScoreReport, Unscored, score
from interview_kit.assess import score_request
from interview_kit.export import Report, candidate_feedback
from interview_kit.model import Scale
from interview_kit.scoring import feedback

STORY = (
    "Waktu itu target tim kami turun 20% karena dua klien besar pindah. Saya menghubungi 40 pelanggan "
    "lama, lalu saya susun penawaran kontrak setahun untuk tiap segmen."
)


def told(bank: Bank, language: str, *answers: str) -> Report:
    """Give feedback on answers to one question."""
    pairs = [
        (
            score_request(bank, "S04", each, language="id"),
            score(bank, "S04", each, language="id"),
        )
        for each in answers
    ]
    return candidate_feedback(pairs, language=language)


@pytest.mark.parametrize("language", ["id", "en"])
def test_strength_comes_first_and_all_of_the_feedback_is_told(bank: Bank, language: str) -> None:
    """At most three headings of things to tell, the strength before the steps, each in full."""
    request = score_request(bank, "S04", STORY, language="id")
    found = score(bank, "S04", STORY, language="id")
    assert isinstance(found, ScoreReport)
    given = feedback(found, request, language=language)
    report = candidate_feedback([(request, found)], language=language)
    titles = [each.title for each in report.sections if each.level == 3][:-1]
    assert len(titles) == len(given.items) <= 3
    first, step = ("Sudah baik", "Langkah") if language == "id" else ("Already good", "Next step")
    assert [each.split(":")[0].startswith((first, step)) for each in titles] == [True] * len(titles)
    assert [each.startswith(first) for each in titles] == [
        e.kind == "strength" for e in given.items
    ]
    said = words_of(report)
    wanted = [x for e in given.items for x in (e.found, e.matters, e.action, e.probe) if x]
    assert [each for each in wanted if each not in said] == []
    assert {each.quote for e in given.items for each in e.evidence[:2]} <= {*said}


def test_scores_are_bars_with_numbers_in_words(bank: Bank) -> None:
    """The overall score and each criterion of the rubric have a bar; its length is the share."""
    request = score_request(bank, "S04", STORY, language="id")
    found = score(bank, "S04", STORY, language="id")
    assert isinstance(found, ScoreReport)
    assert found.overall is not None
    (block,) = candidate_feedback([(request, found)], language="en").sections[-1].blocks
    overall, *bars = block.bars
    assert overall.share == found.overall / 100
    band = bank.get(Scale, "practice").band_of(found.overall)
    assert band is not None
    assert overall.said == f"{found.overall:.0f} of 100, {band.name.in_('en')}"
    assert [each.label for each in bars] == [e.name.in_("en") for e in request.rubric.criteria]
    for bar, criterion in zip(bars, request.rubric.criteria, strict=True):
        rating = found.rating(criterion.id)
        level = rating.level if rating and rating.supported else None
        assert bar.share == (None if level is None else level / 4)
        assert bar.said == ("not assessed" if level is None else f"{level} of 4")


def test_unsupported_ratings_are_not_assessed(bank: Bank) -> None:
    """A level whose quote is not in the answer is no bar, and no zero."""
    request = score_request(bank, "S04", STORY, language="id")
    rating = Rating(criterion="relevance", level=4, supported=False)
    found = ScoreReport(scorer="x", language="id", ratings=[rating])
    (block,) = candidate_feedback([(request, found)], language="id").sections[-1].blocks
    assert [each.share for each in block.bars] == [None] * len(block.bars)
    assert block.bars[0].said == "belum ada nilai: tidak ada kriteria yang dapat dinilai"


def test_answers_that_cannot_be_scored_say_why(bank: Bank) -> None:
    """An unscored answer has its reason, marked with its language, and no number."""
    section = told(bank, "en", "Tidak tahu.").sections[0]
    callout = section.blocks[-1]
    assert (callout.kind, callout.language) == ("callout", "id")
    assert "pendek" in callout.text
    request = score_request(bank, "S04", "x", language="id")
    wordless = candidate_feedback([(request, Unscored(scorer="x", reason="y"))], language="en")
    assert wordless.sections[0].blocks[-1].text == "This answer could not be scored."


@pytest.mark.parametrize("language", ["id", "en"])
def test_there_is_no_pass_mark_and_a_person_decides(bank: Bank, language: str) -> None:
    """The first thing said is that people decide; nothing is called passed or failed."""
    report = told(bank, language, STORY, "Tidak tahu.")
    wanted = "tidak ada batas lulus" if language == "id" else "there is no pass mark"
    assert wanted in report.intro[0].text
    rest = " ".join(words_of(report)[3:])
    assert not re.search(r"(?i)\b(lulus|gagal|pass|fail)", rest)


def test_answers_are_numbered_in_order(bank: Bank) -> None:
    """Each answer has a heading of level 2."""
    report = told(bank, "id", STORY, "Tidak tahu.", STORY)
    titles = [each.title for each in report.sections if each.level == 2]
    assert titles == ["Jawaban 1 dari 3", "Jawaban 2 dari 3", "Jawaban 3 dari 3"]


def test_reports_are_pure(bank: Bank) -> None:
    """The same answers give an equal report."""
    assert hostile_feedback(bank, "id") == hostile_feedback(bank, "id")


@pytest.mark.parametrize(
    ("scored", "message"),
    [
        ([], "at least one pair"),
        (["rahasia"], "found str"),
        ([("rahasia", "rahasia")], "found tuple"),
        ([(1, 2, 3)], "pairs of a ScoreRequest"),
    ],
)
def test_what_is_no_pair_is_refused_without_its_words(scored: Any, message: str) -> None:
    """The message names the type and none of the words."""
    with pytest.raises(InvalidValueError, match=message) as caught:
        candidate_feedback(scored, language="id")
    assert "rahasia" not in str(caught.value)


def test_a_result_that_is_none_is_refused(bank: Bank) -> None:
    """The second of a pair is what a scorer gives."""
    request = score_request(bank, "S04", STORY, language="id")
    with pytest.raises(InvalidValueError, match="a ScoreReport or an Unscored"):
        candidate_feedback([(request, None)], language="id")  # type: ignore[list-item]  # tested
