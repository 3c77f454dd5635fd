"""What the tests of templates share: the bundled bank, and a bank of strangers with little in it."""

from collections.abc import Iterable
from typing import Any

from interview_kit import Bank
from interview_kit.knowledge import items_of, templates
from interview_kit.model import Contents, QuizItem, Text


def said(word: str, *more: str) -> Text:
    """Give a text in one language, which none of the bundled templates was written for."""
    return Text.of(en=" ".join((word, *more)))


def made(bank: Bank, *names: str) -> tuple[QuizItem, ...]:
    """Make the items of some templates."""
    return items_of(bank, of=[each for each in templates() if each.spec.id in names])


def family(bank: Bank, name: str) -> tuple[QuizItem, ...]:
    """Make the items of a family of templates."""
    return items_of(bank, of=[each for each in templates() if each.spec.family == name])


def names(family: str) -> set[str]:
    """Give the ids of the templates of a family."""
    return {each.spec.id for each in templates() if each.spec.family == family}


def bank_of(**sections: Iterable[Any]) -> Bank:
    """Make a bank of a few sections."""
    return Bank(contents=Contents(**{name: tuple(each) for name, each in sections.items()}))


def longest_share(items: Iterable[QuizItem], language: str) -> float:
    """Measure how often the right option is the longest, among items of which one is picked."""
    picked = [each for each in items if each.form == "one_of"]
    longest = 0
    for item in picked:
        lengths = {each.id: len(each.text.in_(language)) for each in item.options}
        right = lengths.pop(item.key[0])
        longest += right > max(lengths.values())
    return longest / len(picked)
