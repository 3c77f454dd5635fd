"""Grading: the points of one response, why, and the totals of many."""

from collections.abc import Iterable, Iterator
from math import fsum
from typing import Final, final, get_args

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.knowledge._response import Given, Response, given_of
from interview_kit.knowledge._rules import Rule, chance_of, points_of, rule_for
from interview_kit.model import Id, QuizItem, Text, Value, to_id, to_optional_id
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    expect,
    instances_of,
    number,
    one_of,
    or_none,
    unique_by,
    whole_number,
)
from interview_kit.model.text import to_text

__all__ = ["Grade", "OptionGrade", "Totals", "grade", "total"]

#: What guessing gets at most: with many numbers to choose from, of which the middle one is right.
MOST_BY_CHANCE: Final = 0.75
#: What a response that gets nothing is worth then, corrected for guessing.
LEAST_CORRECTED: Final = -3.0
#: Most grades of one total, and places of one order; bounds for the fields only.
MOST: Final = 1_000_000


@final
@frozen(kw_only=True, eq=False, repr=False)
class OptionGrade(Value):
    """What became of one option.

    Attributes:
        option: its id.
        rationale: why it is right or wrong.
        chosen: whether it was picked; placed or matched options all are.
        right: whether it is right to pick it; in items to be ordered or matched, whether it was put
            at its place or with its target.
        place: in items to be ordered, the place where it belongs, from 1.
        target: in items to be matched, the target with which it belongs.
    """

    option: Id = field(converter=to_id)
    rationale: Text = field(converter=to_text)
    chosen: bool = field(default=False, validator=one_of((True, False)))
    right: bool = field(default=False, validator=one_of((True, False)))
    place: int | None = field(default=None, validator=or_none(whole_number(1, MOST)))
    target: Id | None = field(default=None, converter=to_optional_id)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Grade(Value):
    """The points of one response.

    Attributes:
        item: the item.
        rule: how the points were counted.
        points: 0.0 to 1.0; `None` if the item was not answered, which is no zero.
        chance: what guessing gets on average, 0.0 to 0.75.
        explanation: why the key is right.
        options: what became of each option, in the order of the item; none for an estimate. They
            tell what a candidate chose, and so do not show in the repr.
    """

    item: Id = field(converter=to_id)
    rule: Rule = field(validator=one_of(get_args(Rule)))
    points: float | None = field(default=None, validator=or_none(check_share))
    chance: float = field(validator=number(0.0, MOST_BY_CHANCE))
    explanation: Text = field(converter=to_text)
    options: tuple[OptionGrade, ...] = field(
        default=(),
        converter=as_tuple,
        validator=[instances_of(OptionGrade), unique_by("option")],
        repr=False,
    )

    @property
    def answered(self) -> bool:
        """Whether there was a response."""
        return self.points is not None

    @property
    def correct(self) -> bool:
        """Whether it got the full points."""
        return self.points == 1.0

    @property
    def corrected(self) -> float | None:
        """The points corrected for guessing, -3.0 to 1.0: 0.0 is what guessing gets on average."""
        if self.points is None:
            return None
        return (self.points - self.chance) / (1 - self.chance)


def grade(item: QuizItem, response: Response, *, rule: Rule | None = None) -> Grade:
    """Grade a response to a closed item.

    Args:
        item: what was asked.
        response: for `one_of` and `true_false` the id of an option; for `several_of` ids in any
            order, none of them included; for `ordering` the ids of all options in the order given;
            for `matching` the ids of targets in the order of the options, or a mapping of options
            to targets; for `numeric` a number within the bounds; `None` if it was not answered.
        rule: how to count the points, one of `RULES` for the form; `None` means the first of them:
            `penalty` for `several_of`, `pair_order` for `ordering`, `per_option` for `matching`,
            `distance` for `numeric`, `all_or_nothing` for the others.

    Returns:
        The points, and what to tell of each option.

    Raises:
        InvalidValueError: if the response has another shape or names what is not there, or the rule
            does not suit the form.

    >>> from interview_kit.knowledge import items_of
    >>> from interview_kit.packs import load
    >>> item = next(each for each in items_of(load()) if each.form == "ordering")
    >>> grade(item, item.key[::-1]).points
    0.0
    >>> grade(item, None).points is None
    True
    """
    expect("item", item, QuizItem)
    chosen_rule, given = rule_for(item, rule), given_of(item, response)
    return Grade(
        item=item.id,
        rule=chosen_rule,
        points=None if given is None else points_of(item, given, chosen_rule),
        chance=chance_of(item, chosen_rule),
        explanation=item.explanation,
        options=_option_grades(item, given),
    )


def _option_grades(item: QuizItem, given: Given | None) -> Iterator[OptionGrade]:
    for index, option in enumerate(item.options):
        chosen, right, place, target = _mark(item, given, index)
        yield OptionGrade(
            option=option.id,
            rationale=option.rationale,
            chosen=chosen,
            right=right,
            place=place,
            target=target,
        )


def _mark(
    item: QuizItem, given: Given | None, index: int
) -> tuple[bool, bool, int | None, Id | None]:
    """Tell whether an option was chosen and is right, and the place or target where it belongs."""
    id = item.options[index].id
    if item.form == "matching":
        target = item.key[index]
        return given is not None, given is not None and given[index] == target, None, target
    if item.form == "ordering":
        place = item.key.index(id)
        return given is not None, given is not None and given[place] == id, place + 1, None
    return id in (given or ()), id in item.key, None, None


@final
@frozen(kw_only=True, eq=False, repr=False)
class Totals(Value):
    """The points of many responses.

    Attributes:
        points: the points of all that were answered, 0.0 to `answered`.
        answered: how many were answered.
        of: how many were asked.
        corrected: what the answered ones got on average, corrected for guessing, -3.0 to 1.0: 0.0
            is what guessing gets, 1.0 is everything; `None` if nothing was answered.
    """

    points: float = field(default=0.0, validator=number(0.0, MOST))
    answered: int = field(default=0, validator=whole_number(0, MOST))
    of: int = field(default=0, validator=whole_number(0, MOST))
    corrected: float | None = field(default=None, validator=or_none(number(LEAST_CORRECTED, 1.0)))

    def __attrs_post_init__(self) -> None:
        if not self.points <= self.answered <= self.of:
            found = f"{self.points} points for {self.answered} of {self.of}"
            raise InvalidValueError("Totals", found, "points <= answered <= of")
        if (self.corrected is None) != (self.answered == 0):
            found = f"{self.corrected} for {self.answered} answered"
            raise InvalidValueError("Totals.corrected", found, "None if nothing was answered")

    @property
    def most(self) -> int:
        """The most points that those answered could get, one each."""
        return self.answered

    @property
    def share(self) -> float | None:
        """Share of these points, 0.0 to 1.0; `None` if nothing was answered."""
        return self.points / self.most if self.most else None


def total(grades: Iterable[Grade]) -> Totals:
    """Add up grades.

    Items that were not answered count in `of` alone. The correction for guessing is
    `(points - chance) / (1 - chance)` for each item; for items of one right among `k` options its
    sum is the classic `rights - wrongs / (k - 1)`.
    Source: Diamond & Evans (1973), The correction for guessing, Review of Educational Research
    43(2), 181-191.

    Args:
        grades: the grades, in any order.

    Returns:
        The totals.

    Raises:
        InvalidValueError: if something else than a grade is among them.

    >>> total([]).share is None
    True
    """
    asked = as_tuple(grades)
    for each in asked:
        expect("grades", each, Grade)
    points = [each.points for each in asked if each.points is not None]
    corrected = [each.corrected for each in asked if each.corrected is not None]
    return Totals(
        # Exact sums do not depend on the order.
        points=fsum(points),
        answered=len(points),
        of=len(asked),
        corrected=fsum(corrected) / len(corrected) if corrected else None,
    )
