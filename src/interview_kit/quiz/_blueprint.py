"""What a quiz must contain."""

from collections.abc import Iterable
from typing import Any, Final, Literal, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model import Entry, Id, Question, Value, holds, to_ids
from interview_kit.model.checks import as_tuple, instances_of, one_of, shown
from interview_kit.quiz._quota import MAX_LENGTH, Quota, check_range, to_range

__all__ = ["DRAWS", "MAX_MINUTES", "ORDERS", "Blueprint", "Draws", "Order"]

#: Longest interview that can be asked for, in minutes: a working day.
MAX_MINUTES: Final = 480

#: How the questions of a quiz follow one another: by chance, easiest first, by the order of their
#: stages, by kind from light to demanding, or shuffled once more; equals follow one another by chance.
Order = Literal["drawn", "difficulty", "stage", "sections", "shuffled"]
ORDERS: Final[tuple[Order, ...]] = ("drawn", "difficulty", "stage", "sections", "shuffled")

#: What a quiz is drawn from: open questions, closed items, or both together.
Draws = Literal["questions", "items", "both"]
DRAWS: Final[tuple[Draws, ...]] = ("questions", "items", "both")


def _default_draws() -> Draws:
    return "questions"


def _default_order() -> Order:
    return "drawn"


def _to_roles(value: str | Iterable[str] | None) -> tuple[Id, ...]:
    return to_ids((value,) if isinstance(value, str) else () if value is None else value)


def _to_length(value: int | Iterable[int]) -> tuple[int, ...]:
    return to_range(value) or ()


def _to_groups(groups: Iterable[Iterable[str]]) -> tuple[tuple[Id, ...], ...]:
    return tuple(to_ids(group) for group in as_tuple(groups))


def _to_quotas(values: Iterable[Quota]) -> tuple[Quota, ...]:
    return as_tuple(values)


def _check_length(instance: object, attribute: Any, value: tuple[int, ...]) -> None:
    check_range(instance, attribute, value)
    if not value[0] >= 1 or value[1] > MAX_LENGTH:
        allowed = f"1 to {MAX_LENGTH} questions"
        raise InvalidValueError("Blueprint.length", shown(value), allowed, rule="out-of-range")


def _check_minutes(instance: object, attribute: Any, value: tuple[int, ...] | None) -> None:
    check_range(instance, attribute, value)
    if value is not None and value[1] > MAX_MINUTES:
        allowed = f"at most {MAX_MINUTES}"
        raise InvalidValueError("Blueprint.minutes", f"{value[1]}", allowed, rule="out-of-range")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Blueprint(Value):
    """What a quiz must contain; every quiz that satisfies it is equally likely.

    Attributes:
        role: the role or roles the questions are for; none means any.
        length: number of questions, or the fewest and the most, 1 to 30.
        minutes: the fewest and the most minutes that all questions take together, 0 to 480;
            `None` means any time.
        quotas: how many questions of which sort.
        include: ids of questions that must be in the quiz.
        exclude: ids of questions that must not.
        enemies: groups of ids of which a quiz holds one at most, beside those of the content;
            enemies of enemies are enemies too.
        order: how the questions follow one another.
        draws: whether the quiz is drawn from open questions, from closed items, or from both; all
            that is said of questions here holds for items, too.

    >>> Blueprint(role="sales", length=6, quotas=[Quota(kind="past", at_least=2)]).length
    (6, 6)
    """

    role: tuple[Id, ...] = field(default=(), converter=_to_roles)
    length: tuple[int, ...] = field(converter=_to_length, validator=_check_length)
    minutes: tuple[int, ...] | None = field(
        default=None, converter=to_range, validator=_check_minutes
    )
    quotas: tuple[Quota, ...] = field(
        default=(), converter=_to_quotas, validator=instances_of(Quota)
    )
    include: tuple[Id, ...] = field(default=(), converter=to_ids)
    exclude: tuple[Id, ...] = field(default=(), converter=to_ids)
    enemies: tuple[tuple[Id, ...], ...] = field(default=(), converter=_to_groups)
    order: Order = field(factory=_default_order, validator=one_of(ORDERS))
    draws: Draws = field(factory=_default_draws, validator=one_of(DRAWS))

    def __attrs_post_init__(self) -> None:
        longest = self.length[1]
        for quota in self.quotas:
            if quota.at_least > longest:
                found = f"at_least {quota.at_least} of {longest} questions"
                raise InvalidValueError("Blueprint.quotas", found, f"at most {longest}")
        if len(self.include) > longest:
            found = f"{len(self.include)} of {longest} questions"
            raise InvalidValueError("Blueprint.include", found, f"at most {longest}")
        both = sorted({*self.include} & {*self.exclude})
        if both:
            found = f"{both[0]!r}, which is also excluded"
            raise InvalidValueError("Blueprint.include", found, "ids that are not excluded")

    def fits(self, entry: Entry) -> bool:
        """Tell whether a question or an item may stand in the quiz at all.

        Args:
            entry: the question or item.

        Returns:
            `True` if it is of the sort that is drawn, for one of the roles and not excluded; what must
            be included fits.
        """
        if entry.id in self.exclude:
            return False
        is_drawn = self.draws in {"both", "questions" if isinstance(entry, Question) else "items"}
        for_role = not self.role or any(holds(entry, "role", role) for role in self.role)
        return entry.id in self.include or (is_drawn and for_role)
