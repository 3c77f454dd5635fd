"""The facets by which questions and items are found and counted."""

from collections.abc import Callable, Mapping
from typing import Final

from interview_kit.model.items import QuizItem
from interview_kit.model.questions import Question
from interview_kit.model.text import shortened_tags

__all__ = ["EMPTY_FOR", "FACETS", "OPEN", "Entry", "holds"]

#: What can stand in a quiz: an open question, or a closed item.
Entry = Question | QuizItem
#: The form of a question, beside those of items.
OPEN: Final = "open"

#: What a question or an item holds under each facet. One without roles is for every role, which
#: whoever reads this facet must allow for.
FACETS: Final[Mapping[str, Callable[[Entry], tuple[str | int, ...]]]] = {
    "kind": lambda entry: (entry.kind,) if isinstance(entry, Question) else (),
    "form": lambda entry: (entry.form,) if isinstance(entry, QuizItem) else (OPEN,),
    "template": lambda entry: (entry.template,) if isinstance(entry, QuizItem) else (),
    "family": lambda entry: (entry.family,) if isinstance(entry, QuizItem) else (),
    "topic": lambda entry: (entry.topic,) if isinstance(entry, QuizItem) else (),
    "role": lambda entry: entry.roles,
    "stage": lambda entry: entry.stages,
    "goal": lambda entry: entry.goals,
    "competency": lambda entry: entry.competencies,
    "difficulty": lambda entry: (entry.difficulty,),
    "tag": lambda entry: entry.tags,
    "language": lambda entry: entry.text.languages,
}

#: The facets under which a question never holds anything, and those under which an item never does.
EMPTY_FOR: Final[Mapping[type[Entry], frozenset[str]]] = {
    Question: frozenset({"template", "family", "topic"}),
    QuizItem: frozenset({"kind"}),
}


def holds(entry: Entry, facet: str, wanted: str | int | tuple[int, int]) -> bool:
    """Tell whether a question or an item holds something under a facet.

    Args:
        entry: the question or item.
        facet: a key of `FACETS`.
        wanted: what it should hold: a name, a number, or for `difficulty` also the lowest and the
            highest number wanted. A question for every role holds every role.

    Returns:
        `True` if it does.
    """
    held = FACETS[facet](entry)
    if facet == "role" and not held:
        return True
    if facet == "language":
        return any(tag in held for tag in shortened_tags(str(wanted)))
    if isinstance(wanted, tuple):
        low, high = wanted
        return any(isinstance(each, int) and low <= each <= high for each in held)
    return wanted in held
