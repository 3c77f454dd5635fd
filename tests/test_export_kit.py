"""The interviewer kit: all of a quiz that an interviewer needs, in either language."""

import pytest
from attrs import evolve

from export_cases import kit, words_of
from interview_kit import Bank, Blueprint, InvalidValueError, UnknownIdError, generate
from interview_kit.errors import MissingLanguageError
from interview_kit.export import Block, Report, interviewer_kit
from interview_kit.lint import catalogue
from interview_kit.model import Competency, QuizItem
from interview_kit.quiz import Quiz


@pytest.fixture(scope="module")
def quiz(bank: Bank) -> Quiz:
    """Give a quiz of questions."""
    return generate(bank, Blueprint(role="sales", length=5), seed=7)


def blocks_of(report: Report, title: str) -> tuple[Block, ...]:
    """Give what stands under a heading."""
    return next(each.blocks for each in report.sections if each.title == title)


@pytest.mark.parametrize("language", ["id", "en"])
def test_everything_of_a_question_is_there(bank: Bank, quiz: Quiz, language: str) -> None:
    """Text, competencies, probes, key points, indicators and each anchor of the rubric are told."""
    said = "\n".join(words_of(interviewer_kit(quiz, bank, language=language)))
    for question in quiz.questions:
        rubric = bank.rubric_for(question)
        competencies = [bank.get(Competency, each).name for each in question.competencies]
        held = (*question.probes, *question.key_points, *question.indicators)
        anchors = [level.anchor for each in rubric.criteria for level in each.levels]
        texts = [question.text, *competencies, *(each.text for each in held), *anchors]
        assert [each for each in texts if each.in_(language) not in said] == []


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_topic_to_leave_alone_is_there(bank: Bank, language: str) -> None:
    """The prohibited topics of the catalogue are listed with what to ask instead, and its date."""
    said = words_of(kit(bank, language))
    topics = [each for each in catalogue().topics if each.verdict == "prohibited"]
    assert len(topics) > 10
    assert {text.in_(language) for e in topics for text in (e.name, e.alternative)} <= {*said}
    assert any(catalogue().as_of in each for each in said)


def test_every_level_can_be_ticked(bank: Bank, quiz: Quiz) -> None:
    """Each criterion has a box for each level of the scale, and one for not assessed."""
    tables = [
        block
        for section in interviewer_kit(quiz, bank, language="en").sections
        for block in section.blocks
        if section.level == 3 and block.kind == "table"
    ]
    boxes = [
        "".join(row[0] for row in each.rows).replace("\N{NO-BREAK SPACE}", "") for each in tables
    ]
    assert {"".join(sorted(each.replace("☐", "").replace(" ", ""))) for each in boxes} == {"-01234"}
    assert {each.count("☐") for each in boxes} == {6}


@pytest.mark.parametrize(("minutes", "rest"), [(32, 5), (35, 8), (45, 10), (60, 10)])
def test_the_plan_fills_the_time(bank: Bank, quiz: Quiz, minutes: int, rest: int) -> None:
    """Opening, questions, five to ten minutes for the candidate's own, and what is left, follow on."""
    (table,) = blocks_of(interviewer_kit(quiz, bank, language="en", minutes=minutes), "Time plan")
    parts = {name: (int(start), int(lasts)) for name, start, lasts in table.rows}
    assert parts["Opening"] == (0, 5)
    assert parts["Question 1"] == (5, quiz.entries[0].minutes)
    assert parts["Questions from the candidate"] == (5 + quiz.minutes, rest)
    assert sum(lasts for _, lasts in parts.values()) == minutes
    ends = [start + lasts for start, lasts in parts.values()]
    assert [start for start, _ in parts.values()] == [0, *ends[:-1]]


def test_a_plan_that_does_not_fit_says_by_how_much(bank: Bank) -> None:
    """Too many questions are told, and never squeezed."""
    quiz = generate(bank, Blueprint(role="sales", length=8), seed=7)
    needed = 5 + quiz.minutes + 5
    callout, _ = blocks_of(interviewer_kit(quiz, bank, language="en", minutes=30), "Time plan")
    assert callout.text.startswith(
        f"This plan needs {needed} minutes, {needed - 30} more than the 30"
    )


@pytest.mark.parametrize("minutes", [29, 61, 45.0, True])
def test_minutes_out_of_bounds_are_refused(bank: Bank, quiz: Quiz, minutes: int) -> None:
    """An interview lasts 30 to 60 minutes."""
    with pytest.raises(InvalidValueError, match="a whole number from 30 to 60"):
        interviewer_kit(quiz, bank, language="en", minutes=minutes)


def test_an_unknown_stage_is_refused(bank: Bank, quiz: Quiz) -> None:
    """The stage is one of the bank."""
    with pytest.raises(UnknownIdError, match="usr"):
        interviewer_kit(quiz, bank, language="en", stage="usr")


def test_a_language_that_reports_do_not_speak_is_refused(bank: Bank, quiz: Quiz) -> None:
    """Nobody gets English words under another language's name; a region is no other language."""
    with pytest.raises(MissingLanguageError):
        interviewer_kit(quiz, bank, language="jv")
    assert interviewer_kit(quiz, bank, language="id-ID").language == "id-id"


def test_a_quiz_without_a_role_has_a_plain_title(bank: Bank) -> None:
    """Where the blueprint names no role, the title names none."""
    quiz = generate(bank, Blueprint(length=2), seed="pagi")
    report = interviewer_kit(quiz, bank, language="en")
    assert report.title == "Interview guide"
    assert ("Quiz seed", "pagi") in blocks_of(report, "Overview")[0].rows


@pytest.mark.parametrize("form", ["several_of", "ordering", "matching", "numeric"])
def test_closed_items_come_with_their_key(bank: Bank, form: str) -> None:
    """Each form of item is told with its options and the right answer in words."""
    item = next(each for each in bank.items if each.form == form)
    said = words_of(_of_items(bank, item))
    texts = [item.text, *(each.text for each in item.options), item.explanation]
    assert {each.in_("id") for each in texts} <= {*said}
    key = next(each for each in said if each.startswith("Kunci: "))
    held = {each.id: each.text.in_("id") for each in (*item.options, *item.targets)}
    right = [held[each] for each in item.key] or [str(item.estimate and item.estimate.value)]
    assert all(each in key for each in right)


def _of_items(bank: Bank, item: QuizItem) -> Report:
    quiz = generate(bank, Blueprint(length=1, include=[item.id], draws="items"), seed=1)
    return interviewer_kit(quiz, bank, language="id")


def test_decisive_indicators_are_marked(bank: Bank, quiz: Quiz) -> None:
    """What settles the judgement by itself says so."""
    question = quiz.questions[0]
    first = evolve(question.indicators[0], decisive=True)
    changed = evolve(quiz, questions=[evolve(question, indicators=[first]), *quiz.questions[1:]])
    said = words_of(interviewer_kit(changed, bank, language="en"))
    assert f"{first.text.in_('en')} (decisive)" in said
