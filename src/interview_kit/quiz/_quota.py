"""How many questions of a sort a quiz must and may have."""

from collections.abc import Iterable
from typing import Any, Final, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model import (
    EASIEST,
    FACETS,
    HARDEST,
    ITEM_FORMS,
    KINDS,
    OPEN,
    Entry,
    Id,
    Kind,
    Value,
    holds,
)
from interview_kit.model.checks import as_tuple, one_of, or_none, shown, whole_number
from interview_kit.model.ids import to_optional_id
from interview_kit.model.text import to_optional_language

__all__ = ["MAX_LENGTH", "Quota", "check_range", "to_range"]

#: Most questions in one quiz: three times what fits the longest usual interview of an hour.
MAX_LENGTH: Final = 30
BOUNDS: Final = 2


def to_range(value: int | Iterable[int] | None) -> tuple[int, ...] | None:
    """Let one number stand for a range of one.

    Args:
        value: a number, the lowest and the highest, or `None`.

    Returns:
        The lowest and the highest, or `None`.
    """
    if value is None:
        return None
    return (value, value) if isinstance(value, int) else as_tuple(value)


def check_range(instance: object, attribute: Any, value: tuple[int, ...] | None) -> None:
    """Check that a field holds the lowest and the highest of something.

    Raises:
        InvalidValueError: if it does not.
    """
    if value is None:
        return
    numbers = all(type(each) is int for each in value)
    if not numbers or len(value) != BOUNDS or not 0 <= value[0] <= value[1]:
        owner = instance if isinstance(instance, type) else type(instance)
        place = f"{owner.__name__}.{attribute.name}"
        allowed = "a whole number, or the lowest and the highest"
        raise InvalidValueError(place, shown(value), allowed, rule="bad-range")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Quota(Value):
    """How many questions or closed items of a sort a quiz must and may have.

    One counts if it fits every facet that is given.

    Attributes:
        kind: the kind of question.
        stage: a stage it is for.
        goal: a goal it serves.
        competency: a competency it shows.
        tag: a tag it carries.
        language: a language it is worded in.
        form: `open` for questions, or the form of a closed item, such as `one_of`.
        template: the template that made an item.
        family: the family of that template.
        topic: what an item is about.
        difficulty: one difficulty, or the lowest and the highest, 1 to 5.
        at_least: the fewest there must be, 0 to 30.
        at_most: the most there may be, from `at_least` to 30; `None` means any number.

    >>> Quota(difficulty=(4, 5), at_most=1).difficulty
    (4, 5)
    """

    kind: Kind | None = field(default=None, validator=or_none(one_of(KINDS)))
    stage: Id | None = field(default=None, converter=to_optional_id)
    goal: Id | None = field(default=None, converter=to_optional_id)
    competency: Id | None = field(default=None, converter=to_optional_id)
    tag: Id | None = field(default=None, converter=to_optional_id)
    language: str | None = field(default=None, converter=to_optional_language)
    form: str | None = field(default=None, validator=or_none(one_of((OPEN, *ITEM_FORMS))))
    template: Id | None = field(default=None, converter=to_optional_id)
    family: Id | None = field(default=None, converter=to_optional_id)
    topic: Id | None = field(default=None, converter=to_optional_id)
    difficulty: tuple[int, ...] | None = field(
        default=None, converter=to_range, validator=check_range
    )
    at_least: int = field(default=0, validator=whole_number(0, MAX_LENGTH))
    at_most: int | None = field(default=None, validator=or_none(whole_number(0, MAX_LENGTH)))

    def __attrs_post_init__(self) -> None:
        easiest, hardest = self.difficulty or (EASIEST, HARDEST)
        if easiest < EASIEST or hardest > HARDEST:
            allowed = f"{EASIEST} to {HARDEST}"
            raise InvalidValueError("Quota.difficulty", shown(self.difficulty), allowed)
        if not self.facets():
            raise InvalidValueError("Quota", "no facet", "at least one, such as kind or competency")
        if self.at_most is not None and self.at_most < self.at_least:
            found = f"at_least {self.at_least} above at_most {self.at_most}"
            raise InvalidValueError("Quota.at_most", found, f"{self.at_least} or more")
        if not self.at_least and self.at_most is None:
            allowed = "at_least, at_most, or both"
            raise InvalidValueError("Quota", "neither at_least nor at_most", allowed)

    def facets(self) -> tuple[tuple[str, str | int | tuple[int, int]], ...]:
        """Give the facets that are set.

        Returns:
            Pairs of facet and what a question must hold there.
        """
        named = (name for name in FACETS if name not in {"role", "difficulty"})
        found: list[tuple[str, str | int | tuple[int, int]]] = [
            (facet, wanted) for facet in named if (wanted := getattr(self, facet)) is not None
        ]
        if self.difficulty is not None:
            low, high = self.difficulty
            found.append(("difficulty", (low, high)))
        return tuple(found)

    def counts(self, entry: Entry) -> bool:
        """Tell whether a question or an item counts towards this quota.

        Args:
            entry: the question or item.

        Returns:
            `True` if it fits every facet that is set.
        """
        return all(holds(entry, facet, wanted) for facet, wanted in self.facets())

    def sentence(self) -> str:
        """Say in words what is asked for.

        Returns:
            For example `at least 2 with kind past`.
        """
        bounds = list[str]()
        if self.at_least:
            bounds.append(f"at least {self.at_least}")
        if self.at_most is not None:
            bounds.append(f"at most {self.at_most}")
        return f"{' and '.join(bounds)} with {self.facet_words()}"

    def facet_words(self) -> str:
        """Say in words which questions count.

        Returns:
            For example `kind past, difficulty 4 to 5`.
        """
        return ", ".join(f"{facet} {_shown_facet(wanted)}" for facet, wanted in self.facets())


def _shown_facet(wanted: str | int | tuple[int, int]) -> str:
    if isinstance(wanted, tuple):
        low, high = wanted
        return f"{low}" if low == high else f"{low} to {high}"
    return f"{wanted}"
