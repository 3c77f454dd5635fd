"""Items about interview questions."""

import pytest

from interview_kit import Bank, load
from interview_kit.knowledge._nearness import gives_away
from interview_kit.model import Competency, Question, QuizItem, Role
from knowledge_banks import bank_of, family, longest_share, made, names
from quiz_banks import bank_of as bank_of_questions, question


@pytest.fixture(scope="module")
def bank() -> Bank:
    """Unite all bundled packs that hold questions."""
    return load("core", "general_hr", "general_behavioural")


@pytest.fixture(scope="module")
def items(bank: Bank) -> tuple[QuizItem, ...]:
    """Make all items of the family."""
    return family(bank, "questions")


def of(template: str, items: tuple[QuizItem, ...]) -> list[QuizItem]:
    """Choose the items of one template."""
    return [each for each in items if each.template == template]


def asked(item: QuizItem, bank: Bank) -> Question:
    """Give the question that an item is about."""
    return bank.get(Question, item.elements[0].removeprefix("questions/"))


def wrong(item: QuizItem) -> set[str]:
    """Give the ids of the wrong options."""
    return {each.id for each in item.options} - {*item.key}


def test_every_template_finds_something(items: tuple[QuizItem, ...]) -> None:
    """Each template of the family makes items, and all of them speak both languages."""
    assert {each.template for each in items} == names("questions")
    assert {each.text.languages for each in items} == {("id", "en")}


def test_wrong_questions_are_for_another_stage(bank: Bank, items: tuple[QuizItem, ...]) -> None:
    """What is wrong belongs to another stage, and is of another kind."""
    for item in of("question_stage", items):
        right = asked(item, bank)
        for each in wrong(item):
            other = bank.get(Question, each)
            assert other.stages != right.stages
            assert other.kind != right.kind
            assert "hr" not in other.roles


def test_no_role_is_named_by_its_question(bank: Bank, items: tuple[QuizItem, ...]) -> None:
    """Neither does a question name its role, nor does it speak of the work of a wrong one."""
    for item in of("question_role", items):
        question = asked(item, bank)
        assert question.roles == item.key
        assert not gives_away(question.text, bank.get(Role, item.key[0]).name)
        words = question.text.in_("id").lower().split()
        for each in wrong(item):
            assert not {*bank.get(Role, each).terms.in_("id")} & {*words}


def test_a_technical_question_is_not_told_from_a_situational_one(
    items: tuple[QuizItem, ...],
) -> None:
    """“Say our site needs …” may be called either, so that neither is wrong where one is right."""
    likely = {"technical", "situational"}
    for item in of("question_kind", items):
        assert not {*item.key} <= likely or len(likely & {each.id for each in item.options}) == 1


def test_no_competency_of_the_question_is_wrong(bank: Bank, items: tuple[QuizItem, ...]) -> None:
    """Wrong are competencies of the same roles that the question does not list."""
    for item in of("question_competency", items):
        question = asked(item, bank)
        assert item.key[0] == question.competencies[0]
        assert not wrong(item) & {*question.competencies}
        roles = bank.get(Competency, item.key[0]).roles
        assert all(bank.get(Competency, each).roles == roles for each in wrong(item))


def test_no_other_question_shows_the_competency(bank: Bank, items: tuple[QuizItem, ...]) -> None:
    """Wrong questions do not list the competency that is asked for."""
    for item in of("competency_question", items):
        main = asked(item, bank).competencies[0]
        assert all(main not in bank.get(Question, each).competencies for each in wrong(item))


def test_a_kind_is_told_with_its_meaning(items: tuple[QuizItem, ...]) -> None:
    """One whole item, as it is told."""
    (item,) = (each for each in of("question_kind", items) if each.elements == ("questions/S02",))
    assert item.text.in_("en") == (
        "What kind of interview question is this? “A prospect says no to your offer. How do you "
        "respond?”"
    )
    assert item.key == ("situational",)
    right = item.option("situational")
    assert right
    assert (right.text.in_("id"), right.text.in_("en")) == ("Situasional", "Situational")
    assert right.rationale.in_("id") == (
        "Pertanyaan situasional mengandaikan suatu keadaan dan menanyakan tindakan kandidat."
    )
    assert (item.roles, item.stages, item.topic) == (("sales",), ("user",), "question_kinds")


def test_questions_that_test_the_same_are_enemies(items: tuple[QuizItem, ...]) -> None:
    """Who is told the competency of a question need not find the question for the competency."""
    pairs = {each.elements for each in of("question_competency", items)}
    assert any(each.elements in pairs for each in of("competency_question", items))


def test_length_does_not_tell_the_key(items: tuple[QuizItem, ...]) -> None:
    """The right option is the longest no more often than by chance."""
    assert all(longest_share(items, language) <= 0.4 for language in ("id", "en"))


def test_a_bank_of_strangers_makes_what_it_bears() -> None:
    """Questions alone, of whatever kinds, are asked about by their kind; no bank raises."""
    bank = bank_of_questions([question("Q1"), question("Q2", kind="background", stages=["hr"])])
    assert {each.template for each in family(bank, "questions")} == {"question_kind"}
    assert made(bank_of(), *names("questions")) == ()
