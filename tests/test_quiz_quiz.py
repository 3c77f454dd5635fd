"""Quizzes in notebooks."""

from export_cases import read
from interview_kit import Bank, Blueprint, generate


def test_a_notebook_shows_a_quiz_as_a_table(bank: Bank) -> None:
    """Each question is a row with its id, its text and its minutes."""
    quiz = generate(bank, Blueprint(role="sales", length=2), seed=1)
    page = read(quiz._repr_html_())
    first, second = quiz.questions
    assert page.said == [
        *(f"Quiz, {quiz.minutes} min", "id", "text", "minutes"),
        *(first.id, first.text.in_("id"), str(first.minutes)),
        *(second.id, second.text.in_("id"), str(second.minutes)),
    ]
