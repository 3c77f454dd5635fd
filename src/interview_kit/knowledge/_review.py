"""Practice over time: which items are due, and when each comes again."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple, Protocol, final

from attrs import evolve, field, frozen

from interview_kit._links import nearest_names
from interview_kit._moments import check_moment, to_moment
from interview_kit.errors import InvalidValueError, UnknownIdError
from interview_kit.knowledge._by_item import by_item
from interview_kit.knowledge._grade import Grade
from interview_kit.model import Id, Value, to_id, to_ids
from interview_kit.model.checks import (
    as_tuple,
    check_whole_number,
    expect,
    instances_of,
    or_none,
    plain_text,
    shown,
    unique_by,
    whole_number,
)

__all__ = [
    "Card",
    "Leitner",
    "Placed",
    "ReviewState",
    "Schedule",
    "Uniform",
    "add",
    "due",
    "next_due",
    "reviewed",
]

#: Highest box, and most answers to one item; a bound for the fields only.
MOST: Final = 1_000_000
#: Longest time between two answers, in days: ten years.
LONGEST: Final = 3650


@final
@frozen(kw_only=True, eq=False, repr=False)
class Card(Value):
    """Where one item stands in a learner's practice.

    Attributes:
        item: the item.
        box: 1 to 1,000,000; the higher, the more seldom it comes. The schedule sets it.
        due: when it is to come again; when it was added, before its first answer.
        last: when it was last answered; none if it never was.
        times: how often it was answered.
        lapses: how often an answer put it into a lower box.
        memo: what a schedule of your own keeps of it, such as a JSON text; those of the library
            keep nothing.
    """

    item: Id = field(converter=to_id)
    box: int = field(default=1, validator=whole_number(1, MOST))
    due: str = field(converter=to_moment, validator=check_moment)
    last: str | None = field(default=None, validator=or_none(check_moment))
    times: int = field(default=0, validator=whole_number(0, MOST))
    lapses: int = field(default=0, validator=whole_number(0, MOST))
    memo: str = field(default="", validator=plain_text)

    def __attrs_post_init__(self) -> None:
        if (self.last is None) != (self.times == 0) or self.lapses > self.times:
            found = f"{self.times} answers, {self.lapses} lapses, the last at {self.last}"
            raise InvalidValueError("Card", found, "a last answer if there is one; lapses <= times")


@final
@frozen(kw_only=True, eq=False, repr=False)
class ReviewState(Value):
    """All that is kept of a learner's practice; a host stores it, as JSON if it likes.

    Attributes:
        cards: a card for each item, sorted by the ids of the items.

    >>> state = add(ReviewState(), ["stage_next", "stage_order"], "2026-11-26T08:00:00+07:00")
    >>> due(state, "2026-11-26T09:00:00+07:00")
    ('stage_next', 'stage_order')
    """

    cards: tuple[Card, ...] = field(
        default=(), converter=by_item, validator=[instances_of(Card), unique_by("item")]
    )

    @property
    def latest(self) -> str | None:
        """The moment of the latest answer; none if there is none."""
        return max((each.last for each in self.cards if each.last), default=None)

    def card(self, item: str) -> Card | None:
        """Find the card of an item.

        Args:
            item: the id of the item.

        Returns:
            The card, or `None` if the item is not practised.
        """
        return next((each for each in self.cards if each.item == item), None)


class Placed(NamedTuple):
    """Where a schedule puts a card after an answer.

    Attributes:
        box: 1 to 1,000,000.
        due: when the item is to come again; a time with its zone.
        memo: what the schedule keeps of it.
    """

    box: int
    due: str | datetime
    memo: str = ""


class Schedule(Protocol):
    """Decides when an item comes again; a plain function will do."""

    def __call__(self, card: Card, grade: Grade, at: str, /) -> Placed:
        """Place a card after an answer.

        Args:
            card: the card before it.
            grade: the grade of the answer, whose points are never `None`.
            at: the moment of the answer, as the library writes moments.

        Returns:
            Where the card is to go.
        """
        ...


def _to_days(values: Iterable[int]) -> tuple[int, ...]:
    return as_tuple(values)


def _check_days(instance: object, attribute: Any, value: tuple[int, ...]) -> None:
    if not value or list(value) != sorted(value):
        allowed = "one number or more, none below the one before"
        raise InvalidValueError("Leitner.days", shown(value), allowed)
    for each in value:
        check_whole_number(1, LONGEST, instance, attribute, each)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Leitner(Value):
    """Boxes of growing intervals.

    A right answer puts the item into the next box, up to the last; a wrong one, without any points,
    back into the first; one that gets some of the points leaves it where it is. It comes again
    after the days of its new box. Whoever answers rightly before an item is due has shown less than
    that a longer interval was bridged: the box and the due moment stay.
    Sources: Leitner (1972), So lernt man lernen; spaced practice beats massed practice by g = 0.74,
    and growing intervals beat equal ones by 0.03 only, Latimier et al. (2021), but more is recalled
    in training, Kang et al. (2014).

    Attributes:
        days: the interval of each box, first box first, 1 to 3,650 days, none shorter than the one
            before.
    """

    days: tuple[int, ...] = field(
        default=(1, 2, 4, 8, 16), converter=_to_days, validator=_check_days
    )

    def __call__(self, card: Card, grade: Grade, at: str, /) -> Placed:
        """Place a card after an answer."""
        if grade.correct and at < card.due:
            return Placed(card.box, card.due)
        box = min(_next_box(card, grade), len(self.days))
        return Placed(box, _later(at, self.days[box - 1]))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Uniform(Value):
    """One interval for all: after each answer the item comes again after as many days.

    The box tells how many right answers came in a row, and one more.

    Attributes:
        days: the interval, 1 to 3,650 days.
    """

    days: int = field(default=4, validator=whole_number(1, LONGEST))

    def __call__(self, card: Card, grade: Grade, at: str, /) -> Placed:
        """Place a card after an answer."""
        return Placed(_next_box(card, grade), _later(at, self.days))


def _next_box(card: Card, grade: Grade) -> int:
    if grade.correct:
        return card.box + 1
    return card.box if grade.points else 1


def _later(moment: str, days: int) -> str:
    try:
        return to_moment(datetime.fromisoformat(moment) + timedelta(days=days))
    except OverflowError:
        allowed = f"a time {days} days or more before the end of the year 9999"
        raise InvalidValueError("at", moment, allowed) from None


#: The schedule that holds where none is named.
LEITNER: Final = Leitner()


def add(state: ReviewState, ids: Iterable[str], at: str | datetime) -> ReviewState:
    """Take up items into practice.

    Args:
        state: what is kept so far.
        ids: the items; those that are practised already stay as they are.
        at: the moment from which they are due, with its zone.

    Returns:
        The state with a card for each.

    Raises:
        InvalidValueError: if the moment lies before the latest answer.
    """
    moment = _not_before(state, at)
    known = {each.item for each in state.cards}
    fresh = [Card(item=each, due=moment) for each in to_ids(ids) if each not in known]
    return evolve(state, cards=(*state.cards, *fresh))


def due(state: ReviewState, at: str | datetime) -> tuple[Id, ...]:
    """Name the items that are due.

    Args:
        state: what is kept of the practice.
        at: the moment, with its zone.

    Returns:
        The ids of the items, most overdue first, then by id.
    """
    moment = to_moment(at)
    waiting = (each for each in state.cards if each.due <= moment)
    return tuple(each.item for each in sorted(waiting, key=lambda each: (each.due, each.item)))


def next_due(state: ReviewState) -> str | None:
    """Tell when the next item is due.

    Args:
        state: what is kept of the practice.

    Returns:
        The moment, which may have passed; `None` if nothing is practised.
    """
    return min((each.due for each in state.cards), default=None)


def reviewed(
    state: ReviewState,
    item: str,
    grade: Grade,
    at: str | datetime,
    schedule: Schedule = LEITNER,
) -> ReviewState:
    """Record an answer.

    Args:
        state: what was kept before it.
        item: the id of the item.
        grade: the grade of the answer; one that was not given changes nothing.
        at: the moment of the answer, with its zone.
        schedule: what decides when the item comes again.

    Returns:
        The state after it.

    Raises:
        UnknownIdError: if the item is not practised; `add` it before.
        InvalidValueError: if the grade is of another item, or the moment lies before the latest
            answer.
    """
    expect("grade", grade, Grade)
    card, moment = _card_of(state, item), _not_before(state, at)
    if grade.item != item:
        raise InvalidValueError("grade", f"one of {grade.item!r}", f"one of {item!r}")
    if not grade.answered:
        return state
    box, again, memo = schedule(card, grade, moment)
    changed = evolve(
        card,
        box=box,
        due=again,
        last=moment,
        times=card.times + 1,
        lapses=card.lapses + (box < card.box),
        memo=memo,
    )
    return evolve(state, cards=[changed if each is card else each for each in state.cards])


def _card_of(state: ReviewState, item: str) -> Card:
    card = state.card(item)
    if card is None:
        known = [each.item for each in state.cards]
        raise UnknownIdError("Card", item, nearest_names(item, known), len(known))
    return card


def _not_before(state: ReviewState, at: str | datetime) -> str:
    """Write a moment, and refuse one from before the latest answer: a clock may have gone wrong."""
    moment, latest = to_moment(at), state.latest
    if latest is not None and moment < latest:
        raise InvalidValueError("at", moment, f"{latest}, the latest answer, or later")
    return moment
