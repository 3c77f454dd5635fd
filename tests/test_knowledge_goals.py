"""Items about what interviewers want to find out."""

import pytest

from interview_kit import Bank, load
from interview_kit.model import Goal, Question
from knowledge_banks import bank_of, family, longest_share, made, names, said


@pytest.fixture(scope="module")
def bank() -> Bank:
    """Unite all bundled packs that hold questions."""
    return load("core", "general_hr", "general_behavioural")


def question(item_elements: tuple[str, ...], bank: Bank) -> Question:
    """Give the question that an item is about."""
    return bank.get(Question, item_elements[0].removeprefix("questions/"))


def test_every_template_finds_something(bank: Bank) -> None:
    """Each template of the family makes items, and all of them speak both languages."""
    items = family(bank, "goals")
    assert {each.template for each in items} == names("goals")
    assert {each.text.languages for each in items} == {("id", "en")}


def test_only_questions_with_one_goal_are_asked_about(bank: Bank) -> None:
    """A question with two goals would have two right options."""
    for item in made(bank, "goal_question"):
        assert question(item.elements, bank).goals == item.key


def test_no_wrong_goal_is_served_by_questions_on_the_same_competency(bank: Bank) -> None:
    """What some question on a competency serves may be argued for each of them."""
    for item in made(bank, "goal_question"):
        main = question(item.elements, bank).competencies[0]
        served = {
            goal for each in bank.questions if each.competencies[0] == main for goal in each.goals
        }
        assert not ({each.id for each in item.options} - {*item.key}) & served


def test_goals_are_matched_with_their_means(bank: Bank) -> None:
    """One whole item, as it is told."""
    (item,) = made(bank, "goal_match")
    assert (
        item.text.in_("en")
        == "Match each thing interviewers want to find out with the way they do it."
    )
    assert item.form == "matching"
    for option, target in zip(item.options, item.key, strict=True):
        goal = bank.get(Goal, option.id)
        told = next(each for each in item.targets if each.id == target)
        assert (option.text, told.text) == (goal.name, goal.means)


def test_length_does_not_tell_the_key(bank: Bank) -> None:
    """The right option is the longest no more often than by chance."""
    items = family(bank, "goals")
    assert all(longest_share(items, language) <= 0.4 for language in ("id", "en"))


def test_a_bank_of_strangers_is_asked_about_its_own_goals() -> None:
    """Three goals in one language make items in that language; one goal makes none."""
    goals = [
        Goal(
            id=each,
            order=order,
            name=said(each),
            definition=said("Find", str(order)),
            means=said("Ask", str(order)),
            advice=said("Tell", str(order)),
        )
        for order, each in enumerate(("calm", "speed", "taste"), start=1)
    ]
    items = family(bank_of(goals=goals), "goals")
    assert {each.template for each in items} == {"goal_means", "goal_advice"}
    assert {each.text.languages for each in items} == {("en",)}
    assert family(bank_of(goals=goals[:1]), "goals") == ()
