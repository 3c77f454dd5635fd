"""The public strategies give what they say, without Hypothesis for those who do not call them."""

import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any, Final

import pytest
from hypothesis import Phase, find, given, settings, strategies as st

from interview_kit import (
    Bank,
    InvalidValueError,
    MissingLanguageError,
    Question,
    Rubric,
    ScoreReport,
    ScoreRequest,
    StarAnswer,
    Unscored,
)
from interview_kit.model import KINDS
from interview_kit.scoring import examine, judge, settle
from interview_kit.testing import (
    KeyedScorer,
    answers,
    built_in_cases,
    questions,
    reports,
    requests,
    rubrics,
    scorers,
    star_answers,
    unscoreds,
)

ALL: Final = {
    "answers": answers,
    "questions": questions,
    "requests": requests,
    "rubrics": rubrics,
    "scorers": scorers,
    "star_answers": star_answers,
}


def some(strategy: Any, fits: Callable[[Any], bool]) -> Any:
    """Give a value of a strategy that fits, without looking for the smallest."""
    return find(strategy, fits, settings=settings(max_examples=2_000, phases=[Phase.generate]))


def fresh(code: str) -> str:
    """Run code in a fresh interpreter, and give what it prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_import_leaves_heavy_modules_alone() -> None:
    """Importing the topic and checking a scorer needs neither Hypothesis nor asyncio."""
    code = (
        "import sys; from interview_kit.testing import KeyedScorer, check_scorer;"
        "first = {'hypothesis', 'asyncio'} & {*sys.modules};"
        "check_scorer(KeyedScorer(key=1), checks=['contract']).assert_ok();"
        "print(sorted(first), sorted({'hypothesis', 'asyncio'} & {*sys.modules}))"
    )
    assert fresh(code) == "[] []"


@pytest.mark.parametrize("name", ALL)
def test_without_hypothesis_the_error_says_what_to_do(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever calls a strategy without Hypothesis is told to install it."""
    monkeypatch.setitem(sys.modules, "hypothesis", None)
    with pytest.raises(ModuleNotFoundError, match="pip install hypothesis") as caught:
        ALL[name]()
    assert caught.value.name == "hypothesis"


@pytest.mark.parametrize("language", ["id", "en"])
def test_answers_are_of_many_sorts(language: str) -> None:
    """There are whole answers, sentences put together, answers without words, and any text."""
    made, whole = answers(language), [each.text for each in built_in_cases(language).cases]
    assert some(made, lambda each: each in whole) in whole
    assert some(made, lambda each: not each.strip()).strip() == ""
    sentences = [each.text for case in built_in_cases(language).cases for each in case.sentences]
    assert some(made, lambda each: each in sentences) in sentences
    assert some(made, lambda each: "0" in each and each not in whole)


@given(st.data())
def test_star_answers_hold_sentences_of_their_parts(data: st.DataObject) -> None:
    """Each part is a sentence that plays it in one of the cases."""
    answer: StarAnswer = data.draw(star_answers("en"))
    labelled = {(e.part, e.text) for case in built_in_cases("en").cases for e in case.sentences}
    assert answer.parts().items() <= labelled


@given(st.data(), st.sampled_from((None, *KINDS)))
def test_questions_and_rubrics_are_of_their_kind(data: st.DataObject, kind: Any) -> None:
    """A kind that is asked for is kept, and levels are those of the scale."""
    question: Question = data.draw(questions(kind))
    rubric: Rubric = data.draw(rubrics(kind, lowest=1, highest=7))
    assert kind in {None, question.kind}
    assert kind in {None, rubric.kind}
    assert {level.value for each in rubric.criteria for level in each.levels} == {1, 7}
    assert all(each.speaks(language) for each in [question.text] for language in ("id", "en"))


def test_everything_of_a_rubric_occurs() -> None:
    """Rubrics have one to four criteria, of all kinds."""
    for count in (1, 4):
        found: Rubric = some(rubrics(), lambda each, count=count: len(each.criteria) == count)
        assert [each.id for each in found.criteria] == ["c1", "c2", "c3", "c4"][:count]
    for kind in KINDS:
        assert some(questions(), lambda each, kind=kind: each.kind == kind).kind == kind


@given(st.data(), st.sampled_from((None, "technical")), st.sampled_from(("id", "en")))
def test_requests_hang_together(data: st.DataObject, kind: Any, language: str) -> None:
    """Question, rubric and scale of a made-up request belong to one another."""
    request: ScoreRequest = data.draw(requests(language=language, kind=kind))
    assert request.question.kind == request.rubric.kind
    assert kind in {None, request.question.kind}
    assert request.rubric.scale == request.scale.id
    assert [each.id for each in request.competencies] == [*request.question.competencies]
    bounds = {level.value for each in request.rubric.criteria for level in each.levels}
    assert bounds == {request.scale.lowest, request.scale.highest}
    assert request.language == language


@given(data=st.data())
@settings(max_examples=30)
def test_requests_about_a_bank(bank: Bank, data: st.DataObject) -> None:
    """With a bank, the questions are those of the bank, with their rubrics and competencies."""
    request: ScoreRequest = data.draw(requests(bank, kind="situational"))
    assert request.question in bank.find(kind="situational")
    assert request.rubric == bank.rubric_for(request.question)


def test_what_no_strategy_can_give_is_refused() -> None:
    """A language without cases, an unknown kind, and a bank without such a question are errors."""
    unknown: Any = "rhetorical"
    with pytest.raises(MissingLanguageError):
        requests(language="jv")
    for make in (questions, rubrics):
        with pytest.raises(InvalidValueError):
            make(unknown)
    with pytest.raises(InvalidValueError, match="no such question"):
        requests(Bank())
    with pytest.raises(InvalidValueError):
        requests(unknown)


@given(st.data())
def test_reports_are_sound(data: st.DataObject) -> None:
    """Settling a report changes no rating of it: every level is on the scale and supported."""
    request: ScoreRequest = data.draw(requests())
    report: ScoreReport = data.draw(reports(request))
    assert settle(reports, request, report).ratings == report.ratings


def test_reports_are_of_many_sorts() -> None:
    """Reports rate all or nothing, up to the highest level, and leave some not assessed."""
    request = some(requests(), lambda each: len(each.rubric.criteria) == 2 and len(each.answer) > 9)
    made, highest = reports(request), request.scale.highest
    assert some(made, lambda each: not each.ratings).ratings == ()
    top = some(made, lambda each: [rating.level for rating in each.ratings] == [highest] * 2)
    assert settle(reports, request, top).overall == 100.0
    assert some(made, lambda each: any(rating.level is None for rating in each.ratings)).ratings
    assert some(
        made, lambda each: any(len(rating.evidence) == 2 for rating in each.ratings)
    ).ratings


@given(st.data(), st.sampled_from(("id", "en")))
def test_reasons_speak_the_language(data: st.DataObject, language: str) -> None:
    """A reason without a score is in the language of the request."""
    found: Unscored = data.draw(unscoreds(data.draw(requests(language=language))))
    assert found.language == language
    assert found.message in {
        "",
        {"id": "Jawaban ini belum bisa dinilai.", "en": "This answer cannot be judged yet."}[
            language
        ],
    }


@given(st.data())
def test_keyed_scorers_keep_the_contract(data: st.DataObject) -> None:
    """Whatever the key and the request, each level counts, and twice the same is said."""
    scorer: KeyedScorer = data.draw(scorers())
    request: ScoreRequest = data.draw(requests())
    found = judge(scorer, request)
    assert found == judge(pickle.loads(pickle.dumps(scorer)), request)  # noqa: S301 - our own bytes
    if isinstance(found, ScoreReport):
        assert found.coverage == 1.0
    else:
        assert not any(each.isalnum() or each == "_" for each in request.answer)


def test_keyed_scorers_differ() -> None:
    """Ten keys judge one answer in several ways, and a key beyond the bounds is refused."""
    request = some(requests(), lambda each: len(each.answer) > 9 and len(each.rubric.criteria) == 4)
    found = {judge(KeyedScorer(key=key), request) for key in range(10)}
    assert len(found) > 5
    assert examine(KeyedScorer(key=0)) == "sync"
    with pytest.raises(InvalidValueError):
        KeyedScorer(key=-1)
