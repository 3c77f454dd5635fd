"""Plans: which questions in which stage, how long, and what they keep of the bank."""

import pytest
from attrs import evolve

from interview_cases import BANK, IDS, asked, plan_of
from interview_kit import Bank, Blueprint, InvalidValueError, UnknownIdError, document, structure
from interview_kit.interview import SessionPlan, plan_session
from interview_kit.quiz import generate
from test_quiz_items import BANK as MIXED, EVEN


def test_a_quiz_is_planned_with_its_receipt(bank: Bank) -> None:
    """The questions of a quiz keep their order, their receipt and their hashes."""
    quiz = generate(bank, Blueprint(role="sales", length=5), seed=1)
    plan = plan_session(bank, quiz, language="id", purpose="selection")
    assert tuple(each.question for each in plan.questions) == quiz.questions
    assert tuple(each.drawn for each in plan.questions) == quiz.receipt.questions
    assert plan.receipt == quiz.receipt
    assert structure(document(plan), SessionPlan) == plan


def test_stages_come_in_their_order(whole_bank: Bank) -> None:
    """Questions of HR's stage come before those of the superior, each group in the order given."""
    of_hr = [each.id for each in whole_bank.find(stage="hr") if "user" not in each.stages][:2]
    of_user = [each.id for each in whole_bank.find(stage="user") if "hr" not in each.stages][:2]
    plan = plan_session(whole_bank, [*of_user, *of_hr], language="id")
    assert [each.id for each in plan.questions] == [*of_hr, *of_user]
    assert plan.stages == ("hr", "user")
    turned = plan_session(whole_bank, of_user, language="id", stages=["board", "user"])
    assert turned.stages == ("board", "user")
    with pytest.raises(InvalidValueError, match="questions for"):
        plan_session(whole_bank, of_user, language="id", stages=["hr"])


@pytest.mark.parametrize(("minutes", "budget"), [(2, 30), (12, 46), (20, 60)])
def test_the_budget_is_half_an_hour_to_an_hour(minutes: int, budget: int) -> None:
    """Without a budget of its own a plan gets what it needs, within 30 to 60 minutes."""
    questions = [asked(id, minutes=minutes) for id in IDS]
    plan = plan_session(BANK, questions, language="en")
    assert plan.minutes == 10 + 3 * minutes
    assert plan.budget == budget
    assert plan_session(BANK, questions, language="en", budget=90).budget == 90


def test_only_two_purposes_need_a_person() -> None:
    """Practice and training decide nothing about anybody."""
    assert [plan_of(purpose=each).needs_person for each in ("practice", "training")] == [False] * 2
    needing = ("interviewer_support", "selection")
    assert [plan_of(purpose=each).needs_person for each in needing] == [True] * 2


def test_what_is_no_plan_is_refused(bank: Bank) -> None:
    """No question, one twice, one unknown, a mixed quiz, and stages out of order are refused."""
    with pytest.raises(InvalidValueError, match="at least 1"):
        plan_session(BANK, [], language="en")
    with pytest.raises(InvalidValueError, match="each id once"):
        plan_session(BANK, ["Q1", "Q1"], language="en")
    with pytest.raises(UnknownIdError):
        plan_session(BANK, ["Q9"], language="en")
    with pytest.raises(InvalidValueError, match="order of the stages"):
        evolve(plan_of(), stages=["hr"])
    one, other, _ = plan_of().questions
    with pytest.raises(InvalidValueError, match="hashes of the question 'Q1'"):
        evolve(one, drawn=other.drawn)
    with pytest.raises(InvalidValueError, match="from 0 to 5"):
        plan_of(probes=6)


def test_only_open_questions_are_planned(bank: Bank) -> None:
    """A quiz of open questions takes its minutes; one with closed items is refused."""
    quiz = generate(bank, Blueprint(role="sales", length=3), seed=1)
    assert plan_session(bank, quiz, language="id", opening=0, reverse=0).minutes == quiz.minutes
    closed = generate(MIXED, EVEN, seed=1)
    with pytest.raises(InvalidValueError, match="a quiz of open questions only"):
        plan_session(MIXED, closed, language="en")
