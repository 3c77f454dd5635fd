"""A quiz: what was drawn, in the order and form in which it is asked."""

from collections.abc import Sequence
from typing import final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model import Entry, Id, Question, QuizItem, Value
from interview_kit.model.checks import as_tuple, instance_of, instances_of, shown
from interview_kit.model.markup import html_table
from interview_kit.quiz._arrange import arranged
from interview_kit.quiz._receipt import Receipt, seed_of

__all__ = ["Quiz", "put_together"]


@final
@frozen(kw_only=True, eq=False, repr=False)
class Quiz(Value):
    """Questions and closed items drawn under a blueprint.

    Attributes:
        questions: the open questions in the order in which they are asked.
        receipt: how questions and items were drawn.
        items: the closed items in the order in which they are asked; their options stand in an order
            of this quiz.
    """

    questions: tuple[Question, ...] = field(converter=as_tuple, validator=instances_of(Question))
    receipt: Receipt = field(validator=instance_of(Receipt))
    items: tuple[QuizItem, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(QuizItem)
    )

    def __attrs_post_init__(self) -> None:
        drawn = self.ids
        for name, held in (("questions", self.questions), ("items", self.items)):
            ids = tuple(each.id for each in held)
            own = {*ids}
            if ids != tuple(each for each in drawn if each in own):
                allowed = f"those of the receipt in their order, {shown(drawn)}"
                raise InvalidValueError(f"Quiz.{name}", shown(ids), allowed)
        if len(self.questions) + len(self.items) != len(drawn):
            allowed = f"all that the receipt names, {shown(drawn)}"
            found = f"{len(self.questions)} questions and {len(self.items)} items"
            raise InvalidValueError("Quiz.questions", found, allowed)

    @property
    def minutes(self) -> int:
        """Minutes that all questions and items take together."""
        return sum(each.minutes for each in self.entries)

    @property
    def ids(self) -> tuple[Id, ...]:
        """The ids of questions and items in their order."""
        return tuple(each.id for each in self.receipt.questions)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Questions and items in the order in which they are asked."""
        held: tuple[Entry, ...] = (*self.questions, *self.items)
        by_id = {each.id: each for each in held}
        return tuple(by_id[id] for id in self.ids)

    def _repr_html_(self) -> str:
        """Show the quiz in a notebook, each text in the first of its languages."""
        rows = [(each.id, each.text.entries[0][1], each.minutes) for each in self.entries]
        return html_table(f"Quiz, {self.minutes} min", ("id", "text", "minutes"), rows)


def put_together(entries: Sequence[Entry], receipt: Receipt) -> Quiz:
    """Make the quiz of a receipt, with the options of its items in their order for its seed.

    Args:
        entries: the questions and items that the receipt names, in its order.
        receipt: how they were drawn.

    Returns:
        The quiz.
    """
    return Quiz(
        questions=[each for each in entries if isinstance(each, Question)],
        receipt=receipt,
        items=arranged((each for each in entries if isinstance(each, QuizItem)), seed_of(receipt)),
    )
