"""Closed items of knowledge quizzes: what is asked, what can be chosen, and why it is right or wrong."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final, Literal, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import (
    as_tuple,
    instance_of,
    instances_of,
    one_of,
    or_none,
    shown,
    unique_by,
    whole_number,
)
from interview_kit.model.ids import Id, to_id, to_ids, to_optional_id
from interview_kit.model.questions import EASIEST, HARDEST
from interview_kit.model.sources import refers_to, to_strings
from interview_kit.model.text import Text, to_optional_text, to_text
from interview_kit.model.values import Value

__all__ = ["ITEM_FORMS", "Estimate", "ItemForm", "Option", "QuizItem"]

#: What is done with the options: one is picked, several are, a statement is judged, they are put in
#: order, each is matched with a target; or a number is estimated.
ItemForm = Literal["one_of", "several_of", "true_false", "ordering", "matching", "numeric"]
ITEM_FORMS: Final[tuple[ItemForm, ...]] = (
    "one_of",
    "several_of",
    "true_false",
    "ordering",
    "matching",
    "numeric",
)

#: The options of a statement to be judged.
TRUE_FALSE: Final = ("true", "false")
#: Fewest options of one item, and fewest that can be put in an order worth asking for.
FEWEST: Final = 2
FEWEST_IN_ORDER: Final = 3


@final
@frozen(kw_only=True, eq=False, repr=False)
class Option(Value):
    """Something that can be picked, placed or matched.

    Attributes:
        id: its id within the item.
        text: what it says.
        rationale: why it is right or wrong, told once the item is answered.
    """

    id: Id = field(converter=to_id)
    text: Text = field(converter=to_text)
    rationale: Text = field(converter=to_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Estimate(Value):
    """A number to be estimated.

    Attributes:
        value: the right number, from `lowest` to `highest`.
        lowest: the lowest number that can be given, 0 to 999,999.
        highest: the highest, above `lowest`, up to 1,000,000.
    """

    value: int = field(validator=whole_number(0, 1_000_000))
    lowest: int = field(validator=whole_number(0, 999_999))
    highest: int = field(validator=whole_number(1, 1_000_000))

    def __attrs_post_init__(self) -> None:
        if not self.lowest <= self.value <= self.highest or self.lowest == self.highest:
            found = f"{self.value} between {self.lowest} and {self.highest}"
            raise InvalidValueError("Estimate", found, "lowest <= value <= highest, not all equal")


def _to_key(values: Iterable[str]) -> tuple[Id, ...]:
    return tuple(to_id(each) for each in as_tuple(values))


@final
@frozen(kw_only=True, eq=False, repr=False)
class QuizItem(Value):
    """A closed item of a knowledge quiz.

    Attributes:
        id: its id; one that a template made is made of the template and its elements, so that it
            stays when other content changes.
        text: the stem.
        passage: what is to be read before, such as an answer; none if the stem says all.
        form: what is done with the options.
        options: what can be picked, placed or matched; none for an estimate. A quiz shows them in an
            order of its own.
        key: the right answer: the ids of the right options; of all options in their right order; or
            of the target of each option, in the order of the options.
        targets: what the options are matched with; more than there are options, if some stay over.
        estimate: the number, where one is to be estimated.
        explanation: why the key is right, told once the item is answered.
        template: what made it; items written by hand name one of their own.
        family: templates of one kind, such as `stages`.
        topic: what it is about, such as `law`.
        elements: the content that the key follows from, as section and id, such as `stages/user`;
            items with equal elements are enemies.
        roles: the roles it is for; none means every role.
        stages: the stages of recruitment that it is about.
        goals: the goals that it is about.
        competencies: the competencies that it is about.
        difficulty: 1 (anyone can answer) to 5 (needs long practice).
        minutes: time to answer, 1 to 60.
        tags: free labels.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    text: Text = field(converter=to_text)
    passage: Text | None = field(default=None, converter=to_optional_text)
    form: ItemForm = field(validator=one_of(ITEM_FORMS))
    options: tuple[Option, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(Option), unique_by("id")]
    )
    key: tuple[Id, ...] = field(default=(), converter=_to_key)
    targets: tuple[Option, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(Option), unique_by("id")]
    )
    estimate: Estimate | None = field(default=None, validator=or_none(instance_of(Estimate)))
    explanation: Text = field(converter=to_text)
    template: Id = field(converter=to_id)
    family: Id = field(converter=to_id)
    topic: Id = field(converter=to_id)
    elements: tuple[str, ...] = field(default=(), converter=to_strings)
    roles: tuple[Id, ...] = field(default=(), converter=to_ids, metadata=refers_to("roles"))
    stages: tuple[Id, ...] = field(default=(), converter=to_ids, metadata=refers_to("stages"))
    goals: tuple[Id, ...] = field(default=(), converter=to_ids, metadata=refers_to("goals"))
    competencies: tuple[Id, ...] = field(
        default=(), converter=to_ids, metadata=refers_to("competencies")
    )
    difficulty: int = field(validator=whole_number(EASIEST, HARDEST))
    minutes: int = field(default=1, validator=whole_number(1, 60))
    tags: tuple[Id, ...] = field(default=(), converter=to_ids)
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)

    def __attrs_post_init__(self) -> None:
        for fault in chain(_form_faults(self), _text_faults(self)):
            raise InvalidValueError(*fault)

    def option(self, id: str) -> Option | None:
        """Find a option.

        Args:
            id: its id.

        Returns:
            The option, or `None` if there is none of that id.
        """
        return next((each for each in self.options if each.id == id), None)


#: Where, what was found, and what is allowed.
Fault = tuple[str, str, str]


def _form_faults(item: QuizItem) -> Iterator[Fault]:
    is_numeric = item.form == "numeric"
    if (item.estimate is not None) != is_numeric:
        found = "none" if is_numeric else f"one for {item.form}"
        yield "QuizItem.estimate", found, "a number for numeric items, and for these alone"
    if bool(item.targets) != (item.form == "matching"):
        found = f"{len(item.targets)} for {item.form}"
        yield "QuizItem.targets", found, "targets for matching items, and for these alone"
    fewest = {"numeric": 0, "ordering": FEWEST_IN_ORDER}.get(item.form, FEWEST)
    if len(item.options) < fewest or (is_numeric and item.options):
        found = f"{len(item.options)} for {item.form}"
        yield "QuizItem.options", found, "none" if is_numeric else f"{fewest} or more"
    if not _fits(item):
        yield "QuizItem.key", shown(item.key), KEYS[item.form]


#: What the key of each form is.
KEYS: Final[dict[ItemForm, str]] = {
    "one_of": "the id of one option",
    "several_of": "ids of options, each once, and not of all",
    "true_false": "'true' or 'false', beside just these two options",
    "ordering": "the ids of all options, each once",
    "matching": "the id of a target for each option, each target once",
    "numeric": "no ids",
}


def _fits(item: QuizItem) -> bool:
    ids, targets = ({each.id for each in group} for group in (item.options, item.targets))
    key, is_single = {*item.key}, len(item.key) == 1
    fits: dict[ItemForm, bool] = {
        "one_of": is_single and key < ids,
        "several_of": bool(key) and key < ids,
        "true_false": is_single and key < ids == {*TRUE_FALSE},
        "ordering": key == ids,
        "matching": len(item.key) == len(item.options) and key <= targets,
        "numeric": not key,
    }
    return len(key) == len(item.key) and fits[item.form]


def _text_faults(item: QuizItem) -> Iterator[Fault]:
    shown_beside = (*item.options, *item.targets)
    rationales = (each.rationale for each in shown_beside)
    texts = (item.explanation, *(each.text for each in shown_beside), *rationales)
    spoken = {*item.text.languages}
    for text in (*texts, *((item.passage,) if item.passage else ())):
        missing = spoken - {*text.languages}
        if missing:
            allowed = f"the languages of the stem, {', '.join(item.text.languages)}"
            yield "QuizItem", f"a text without {min(missing)!r}: {shown(text)}", allowed
    for group in (item.options, item.targets):
        for language in item.text.languages:
            said = [each.text.in_(language) for each in group]
            if len({*said}) < len(said):
                yield (
                    "QuizItem.options",
                    f"two that say the same in {language!r}",
                    "different texts",
                )
