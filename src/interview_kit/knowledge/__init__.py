"""Knowledge quizzes: closed items made from the content of a bank."""

from interview_kit.knowledge._items import items_of, templates, with_items
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
    "Candidate",
    "Draft",
    "Maker",
    "Sources",
    "Spec",
    "Template",
    "items_of",
    "judged",
    "templates",
    "with_items",
]
