"""Knowledge quizzes: closed items made from the content of a bank."""

from interview_kit.knowledge._adaptive import (
    Estimates,
    Exposure,
    ItemEstimate,
    anew,
    expected,
    next_item,
    updated,
)
from interview_kit.knowledge._grade import Grade, OptionGrade, Totals, grade, total
from interview_kit.knowledge._items import items_of, templates, with_items
from interview_kit.knowledge._response import Response
from interview_kit.knowledge._review import (
    Card,
    Leitner,
    Placed,
    ReviewState,
    Schedule,
    Uniform,
    add,
    due,
    next_due,
    reviewed,
)
from interview_kit.knowledge._rules import RULES, Rule, chance_of, rule_text
from interview_kit.knowledge._statistics import statistics_of
from interview_kit.knowledge._template import (
    Candidate,
    Draft,
    Maker,
    Sources,
    Spec,
    Template,
    judged,
)

__all__ = [
    "RULES",
    "Candidate",
    "Card",
    "Draft",
    "Estimates",
    "Exposure",
    "Grade",
    "ItemEstimate",
    "Leitner",
    "Maker",
    "OptionGrade",
    "Placed",
    "Response",
    "ReviewState",
    "Rule",
    "Schedule",
    "Sources",
    "Spec",
    "Template",
    "Totals",
    "Uniform",
    "add",
    "anew",
    "chance_of",
    "due",
    "expected",
    "grade",
    "items_of",
    "judged",
    "next_due",
    "next_item",
    "reviewed",
    "rule_text",
    "statistics_of",
    "templates",
    "total",
    "updated",
    "with_items",
]
