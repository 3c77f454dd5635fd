"""All items that the templates make of a bank."""

from collections.abc import Iterable
from functools import cache

from attrs import evolve

from interview_kit.bank import Bank
from interview_kit.errors import InvalidValueError
from interview_kit.knowledge import (
    _advice,
    _answers,
    _comparison,
    _competencies,
    _facts,
    _goals,
    _legal,
    _questions,
    _raters,
    _ratings,
    _reverse,
    _signals,
    _stages,
    _star,
    _strategies,
)
from interview_kit.knowledge._build import built
from interview_kit.knowledge._template import Sources, Template, templates_of
from interview_kit.lint import catalogue
from interview_kit.model import SECTIONS, QuizItem, contents_of
from interview_kit.model.checks import expect

__all__ = ["items_of", "templates", "with_items"]

#: Data file, and the module whose functions find the content for its templates.
MODULES = {
    "stages": _stages,
    "comparison": _comparison,
    "goals": _goals,
    "questions": _questions,
    "competencies": _competencies,
    "star": _star,
    "ratings": _ratings,
    "answers": _answers,
    "strategies": _strategies,
    "facts": _facts,
    "signals": _signals,
    "advice": _advice,
    "reverse": _reverse,
    "legal": _legal,
    "raters": _raters,
}


@cache
def templates() -> tuple[Template, ...]:
    """Give the templates that come with the library.

    Returns:
        The templates; add your own to them, or choose some.

    >>> templates()[0].spec.id
    'stage_next'
    """
    return tuple(
        template
        for file, module in MODULES.items()
        for template in templates_of(file, module.MAKERS)
    )


def items_of(bank: Bank, *, of: Iterable[Template] | None = None) -> tuple[QuizItem, ...]:
    """Make every item that templates find in a bank.

    Args:
        bank: the bank; the more packs it unites, the more there is to ask.
        of: the templates; `None` means those of the library.

    Returns:
        The items, sorted by id; each in all languages that everything in it speaks.

    Raises:
        InvalidValueError: if two items have one id.

    >>> from interview_kit.packs import load
    >>> items_of(load())[0].form in ("one_of", "ordering")
    True
    """
    expect("bank", bank, Bank)
    sources = Sources(bank=bank, topics=catalogue().topics)
    found: dict[str, QuizItem] = {}
    for template in templates() if of is None else of:
        for draft in template.make(sources):
            item = built(template.spec, draft)
            if item and found.setdefault(item.id, item) is not item:
                raise InvalidValueError(
                    "items", f"{item.id!r} twice", "other elements for each item"
                )
    return tuple(found[id] for id in sorted(found))


def with_items(
    bank: Bank, *, of: Iterable[Template] | None = None, language: str | None = None
) -> Bank:
    """Add to a bank every item that templates find in it.

    Args:
        bank: the bank.
        of: the templates; `None` means those of the library.
        language: leave out items that do not speak this language, those of the bank, too; `None`
            means that all stay.

    Returns:
        A bank with the items beside all that it had, which blueprints may draw; those that it had
        from the same templates are made anew.

    Raises:
        InvalidValueError: if an item and a question have one id.
    """
    made = {each.id: each for each in (*bank.items, *items_of(bank, of=of))}
    items = [each for each in made.values() if language is None or each.text.speaks(language)]
    sections = {name: bank.contents.section(name) for name in SECTIONS}
    return evolve(bank, contents=contents_of({**sections, "items": items}))
