"""What panels are made of: criteria, events, and the scorecards of raters."""

from collections.abc import Iterable
from typing import Final, Literal, final

from attrs import field, frozen

from interview_kit._moments import check_moment, to_moment
from interview_kit.errors import InvalidValueError
from interview_kit.model import Id, Value, to_id, to_ids, to_optional_id
from interview_kit.model.checks import (
    as_tuple,
    instances_of,
    one_of,
    or_none,
    plain_text,
    unique_by,
    whole_number,
)

__all__ = [
    "PANEL_EVENTS",
    "Mark",
    "PanelCriterion",
    "PanelEvent",
    "PanelEventKind",
    "PanelView",
    "Scorecard",
    "level_check",
    "to_quotes",
]

PanelEventKind = Literal["rated", "submitted", "withdrawn", "agreed"]
PANEL_EVENTS: Final[tuple[PanelEventKind, ...]] = ("rated", "submitted", "withdrawn", "agreed")


def to_quotes(values: Iterable[str], where: str = "quotes") -> tuple[str, ...]:
    """Check what a candidate said, and say nothing of it in an error.

    Args:
        values: strings of any characters.
        where: the field, as an error names it.

    Returns:
        The strings in their order.

    Raises:
        InvalidValueError: if it is no list of strings.
    """
    is_list = isinstance(values, list | tuple)
    quotes: tuple[str, ...] = tuple(values) if is_list else ()
    if not is_list or any(type(each) is not str for each in quotes):
        raise InvalidValueError(where, "something else", "a list of strings")
    return quotes


#: Bounds of a level on any scale.
level_check: Final = whole_number(0, 100)


@final
@frozen(kw_only=True, eq=False, repr=False)
class PanelCriterion(Value):
    """What a panel judges.

    Attributes:
        id: the criterion of a rubric, or a competency.
        weight: its share of the total, as a whole number from 1; only ratios count.
    """

    id: Id = field(converter=to_id)
    weight: int = field(default=1, validator=whole_number(1, 1000))


@final
@frozen(kw_only=True, eq=False, repr=False)
class PanelEvent(Value):
    """Something that happened in a panel.

    Attributes:
        kind: what happened.
        at: when, in UTC to the millisecond.
        rater: who did it; none for what the whole panel did.
        criterion: what was rated.
        level: the level given; none if it was not assessed.
        quotes: what the candidate said that supports it, word for word; not shown by `repr`.
        note: what the rater wrote; not shown by `repr`.
    """

    kind: PanelEventKind = field(validator=one_of(PANEL_EVENTS))
    at: str = field(converter=to_moment, validator=check_moment)
    rater: Id | None = field(default=None, converter=to_optional_id)
    criterion: Id | None = field(default=None, converter=to_optional_id)
    level: int | None = field(default=None, validator=or_none(level_check))
    quotes: tuple[str, ...] = field(default=(), converter=to_quotes, repr=False)
    note: str = field(default="", validator=plain_text, repr=False)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Mark(Value):
    """What one rater gave on one criterion.

    Attributes:
        criterion: the criterion.
        level: the level; none if the rater could not assess it, which is not zero.
        quotes: what the candidate said that supports it; not shown by `repr`.
        note: what the rater wrote; not shown by `repr`.
    """

    criterion: Id = field(converter=to_id)
    level: int | None = field(default=None, validator=or_none(level_check))
    quotes: tuple[str, ...] = field(default=(), converter=to_quotes, repr=False)
    note: str = field(default="", validator=plain_text, repr=False)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Scorecard(Value):
    """What one rater gave.

    Attributes:
        rater: the rater.
        marks: one for each criterion that was dealt with, in the order of the panel.
        submitted: whether the rater has handed it in; nothing changes after that.
    """

    rater: Id = field(converter=to_id)
    marks: tuple[Mark, ...] = field(
        converter=as_tuple, validator=[instances_of(Mark), unique_by("criterion")]
    )
    submitted: bool = field(default=False, validator=one_of((True, False)))

    def mark(self, criterion: str) -> Mark | None:
        """Find what was given on a criterion.

        Args:
            criterion: its id.

        Returns:
            The mark, or `None` if the criterion was not dealt with.
        """
        return next((each for each in self.marks if each.criterion == criterion), None)


@final
@frozen(kw_only=True, eq=False, repr=False)
class PanelView(Value):
    """What one rater may see of a panel.

    Attributes:
        panel: id of the panel.
        own: the rater's own scorecard.
        others: those of the others; none until all have submitted.
        waiting_for: the raters who have not submitted.
    """

    panel: Id = field(converter=to_id)
    own: Scorecard
    others: tuple[Scorecard, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(Scorecard)
    )
    waiting_for: tuple[Id, ...] = field(default=(), converter=to_ids)
