"""What the tests of makers share: items of some templates, and what is shown in them."""

from collections.abc import Iterable

from interview_kit.bank import Bank
from interview_kit.knowledge import Template, items_of, templates
from interview_kit.model import Contents, QuizItem
from interview_kit.model.contents import contents_of
from interview_kit.model.values import Value


def of_family(family: str) -> list[Template]:
    """Give the templates of a family."""
    return [each for each in templates() if each.spec.family == family]


def made(bank: Bank, template: str) -> tuple[QuizItem, ...]:
    """Make the items of one template."""
    return items_of(bank, of=[each for each in templates() if each.spec.id == template])


def key_is_longest(items: Iterable[QuizItem], language: str) -> float:
    """Give the share of items with one key in which it is longer than every other option."""
    shown = [each for each in items if each.form == "one_of" and language in each.text.languages]
    telling = 0
    for each in shown:
        lengths = {option.id: len(option.text.in_(language)) for option in each.options}
        key = lengths.pop(each.key[0])
        telling += key > max(lengths.values())
    return telling / len(shown) if shown else 0.0


def small_bank(**sections: Iterable[Value]) -> Bank:
    """Make a bank of one's own, without packs."""
    contents: Contents = contents_of(sections)  # type: ignore[arg-type]  # sections hold nouns
    return Bank(contents=contents)


def said(item: QuizItem, language: str) -> tuple[str, list[str], str]:
    """Give the stem of an item, its options with the key first, and its explanation."""
    options = [item.option(each) for each in item.key]
    rest = [each for each in item.options if each.id not in item.key]
    words = [each.text.in_(language) for each in (*options, *rest) if each]
    return item.text.in_(language), words, item.explanation.in_(language)
