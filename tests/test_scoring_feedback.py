"""Feedback: at most three items, each from the words of the answer, and a question for what lacks."""

import re

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from interview_kit import Bank, InvalidValueError, Rating, ScoreReport, ScoreRequest, Text
from interview_kit.assess import score_request
from interview_kit.model import SampleAnswer
from interview_kit.scoring import Feedback, feedback, judge, missing_parts, rule_scorer
from interview_kit.scoring._criteria import RULES
from interview_kit.scoring._feedback import _texts
from test_scoring_contract import CALLED, request_of

STORY = (
    "Waktu itu target tim kami turun 20% karena dua klien besar pindah. Saya menghubungi 40 pelanggan "
    "lama, lalu saya susun penawaran kontrak setahun untuk tiap segmen."
)


def settled(request: ScoreRequest, **levels: int) -> ScoreReport:
    """Give a report of these levels, each with the same quote."""

    def fixed(asked: ScoreRequest, /) -> ScoreReport:
        ratings = [
            Rating(criterion=name, level=level, evidence=[CALLED]) for name, level in levels.items()
        ]
        return ScoreReport(scorer="fixed", language=asked.language, ratings=ratings)

    report = judge(fixed, request)
    assert isinstance(report, ScoreReport)
    return report


@given(st.dictionaries(st.sampled_from(["c1", "c2", "c3", "c4"]), st.integers(0, 4)))
def test_there_are_three_items_at_most_and_the_strength_comes_first(levels: dict[str, int]) -> None:
    """One strength at most, before the next steps; what weighs most and lacks most comes first."""
    request = request_of()
    given = feedback(settled(request, **levels), request)
    kinds = [each.kind for each in given.items]
    assert len(kinds) <= 3
    assert kinds == sorted(kinds, reverse=True)
    assert kinds.count("strength") == (max(levels.values(), default=0) >= 3)
    weights = {each.id: each.weight for each in request.rubric.criteria}
    gaps = [
        weights[each.criterion] * (4 - levels[each.criterion])
        for each in given.items
        if each.kind == "next_step"
    ]
    assert gaps == sorted(gaps, reverse=True)
    assert 0 not in gaps


def test_unknown_reasons_are_told_by_the_anchors() -> None:
    """A report of another scorer is put into words by the rubric alone."""
    request = request_of()
    given = feedback(settled(request, c1=0, c2=4), request)
    assert [(e.kind, e.found, e.action) for e in given.items] == [
        ("strength", "Whatever is said.", ""),
        ("next_step", "Whatever is said.", "Whatever is said."),
    ]
    assert given.items[0].evidence == (CALLED,)


@pytest.mark.parametrize("language", ["id", "en"])
def test_feedback_speaks_either_language(bank: Bank, language: str) -> None:
    """The same report is told in both languages, quotes as they stand, probes of the question."""
    request = score_request(bank, "S04", STORY, language="id")
    report = judge(rule_scorer, request)
    assert isinstance(report, ScoreReport)
    given = feedback(report, request, language=language)
    assert given.language == language
    assert all(each.quote in STORY for item in given.items for each in item.evidence)
    probes = {each.text.in_(language) for each in request.question.probes}
    asked = [each.probe for each in given.items if each.probe]
    assert asked
    assert all(any(probe in each for probe in probes) for each in asked)
    assert given.text().count("\n\n") == len(given.items) - 1


def test_a_report_by_another_rubric_is_refused(bank: Bank) -> None:
    """Feedback never explains levels by anchors that they were not given for."""
    report = settled(request_of(), c1=2)
    with pytest.raises(InvalidValueError, match="another version"):
        feedback(report, score_request(bank, "S04", STORY, language="id"))


def test_every_reason_of_the_rules_has_words() -> None:
    """For each criterion there are sentences in both languages for what lacks, is partly there, is there."""
    codes = {f"{name}_{how}" for _, name in RULES for how in ("missing", "partly", "shown")}
    assert codes == _texts()["found"].keys()
    texts: list[Text] = [*_texts()["found"].values(), *_texts()["warnings"].values()]
    assert all(each.languages == ("id", "en") for each in (*texts, _texts()["hint"]))


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_feedback_judges_the_person(bank: Bank, language: str) -> None:
    """No item says what somebody is, compares people, or asks for figures to be made up."""
    banned = {
        "en": r"\byou are\b|\byou're\b|\bbetter than\b|\bmost candidates\b|\bmake up\b|\binvent\b",
        "id": r"\b(kamu|anda) (adalah|orang)|\bdibanding (kandidat|pelamar)|\bmengarang\b",
    }[language]
    for sample in bank.all(SampleAnswer)[:12]:
        text = sample.answer().text
        request = score_request(bank, sample.question or "S04", text, language=sample.language)
        report = judge(rule_scorer, request)
        if isinstance(report, ScoreReport):
            for item in feedback(report, request, language=language).items:
                said = f"{item.found} {item.matters} {item.action}"
                assert not re.search(banned, said.lower()), said


def test_warnings_become_cautions(bank: Bank) -> None:
    """Bad-mouthing is told as a caution, kindly and with what to do instead."""
    request = score_request(bank, "S04", STORY, language="id")
    report = judge(rule_scorer, request)
    assert isinstance(report, ScoreReport)
    rude = evolve(report, warnings=("bad_mouthing", "another_code"))
    given = feedback(rude, request)
    assert isinstance(given, Feedback)
    assert len(given.cautions) == 1
    assert given.text().startswith(given.cautions[0])


def test_missing_parts_are_named_once() -> None:
    """Warnings come first, in the order of the parts; a criterion adds its part if it is new."""
    ratings = [Rating(criterion=each, level=0) for each in ("reflection", "result", "charm")]
    report = ScoreReport(
        scorer="x", language="en", ratings=ratings, warnings=["missing_result", "off_topic"]
    )
    assert missing_parts(report, 0) == ("result", "learning")
    assert missing_parts(report, 1) == ("result",)
