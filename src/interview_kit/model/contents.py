"""All content together, section by section, and the links between its objects."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Any, Final, TypeVar, cast, final, get_args

from attrs import field, fields, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model.answers import SampleAnswer
from interview_kit.model.checks import as_tuple, expect, instances_of, shown
from interview_kit.model.guidance import AfterStep, Dont, Fact, Faq, ReverseQuestion, Strategy, Tip
from interview_kit.model.items import QuizItem
from interview_kit.model.questions import Question
from interview_kit.model.roles import Comparison, Competency, Goal, Role, Stage
from interview_kit.model.rubrics import Rubric, Scale
from interview_kit.model.signals import PassSignal
from interview_kit.model.values import Value, is_tuple, is_value_class

__all__ = [
    "SECTIONS",
    "Contents",
    "Noun",
    "check_section",
    "contents_of",
    "references",
    "section_of",
]

#: Anything that stands in a section of its own and has an id.
Noun = (
    Scale
    | Rubric
    | Competency
    | Goal
    | Stage
    | Comparison
    | Role
    | Question
    | Strategy
    | SampleAnswer
    | PassSignal
    | Tip
    | Dont
    | ReverseQuestion
    | Faq
    | AfterStep
    | Fact
    | QuizItem
)

N = TypeVar("N", bound=Noun)
#: Keys and indexes from the top of a value down to one place in it.
Path = tuple[str | int, ...]

#: The sections of a bank and of a pack's files, in the order in which they are written.
SECTIONS: Final[dict[str, type[Noun]]] = {
    "scales": Scale,
    "rubrics": Rubric,
    "competencies": Competency,
    "goals": Goal,
    "stages": Stage,
    "comparisons": Comparison,
    "roles": Role,
    "questions": Question,
    "strategies": Strategy,
    "sample_answers": SampleAnswer,
    "pass_signals": PassSignal,
    "tips": Tip,
    "donts": Dont,
    "reverse_questions": ReverseQuestion,
    "faqs": Faq,
    "after_steps": AfterStep,
    "facts": Fact,
    "items": QuizItem,
}


def _by_id(items: Iterable[N]) -> tuple[N, ...]:
    members = as_tuple(items)
    strangers = [item for item in members if not isinstance(item, Noun)]
    if strangers:
        raise InvalidValueError("Contents", shown(strangers[0]), "objects of the section's class")
    ordered = tuple(sorted(members, key=lambda item: item.id))
    for one, next_one in pairwise(ordered):
        if one.id == next_one.id:
            found = f"{type(one).__name__} {one.id!r} twice"
            raise InvalidValueError("Contents", found, "each id once in its section")
    return ordered


@final
@frozen(kw_only=True, eq=False, repr=False)
class Contents(Value):
    """Everything that a pack or a bank holds, each section sorted by id.

    Attributes:
        scales: its `Scale`s.
        rubrics: its `Rubric`s.
        competencies: its `Competency`s.
        goals: its `Goal`s.
        stages: its `Stage`s.
        comparisons: its `Comparison`s.
        roles: its `Role`s.
        questions: its `Question`s.
        strategies: its `Strategy`s.
        sample_answers: its `SampleAnswer`s.
        pass_signals: its `PassSignal`s.
        tips: its `Tip`s.
        donts: its `Dont`s.
        reverse_questions: its `ReverseQuestion`s.
        faqs: its `Faq`s.
        after_steps: its `AfterStep`s.
        facts: its `Fact`s.
        items: its `QuizItem`s; none has the id of a question, since a quiz may hold both.
    """

    scales: tuple[Scale, ...] = field(default=(), converter=_by_id, validator=instances_of(Scale))
    rubrics: tuple[Rubric, ...] = field(
        default=(), converter=_by_id, validator=instances_of(Rubric)
    )
    competencies: tuple[Competency, ...] = field(
        default=(), converter=_by_id, validator=instances_of(Competency)
    )
    goals: tuple[Goal, ...] = field(default=(), converter=_by_id, validator=instances_of(Goal))
    stages: tuple[Stage, ...] = field(default=(), converter=_by_id, validator=instances_of(Stage))
    comparisons: tuple[Comparison, ...] = field(
        default=(), converter=_by_id, validator=instances_of(Comparison)
    )
    roles: tuple[Role, ...] = field(default=(), converter=_by_id, validator=instances_of(Role))
    questions: tuple[Question, ...] = field(
        default=(), converter=_by_id, validator=instances_of(Question)
    )
    strategies: tuple[Strategy, ...] = field(
        default=(), converter=_by_id, validator=instances_of(Strategy)
    )
    sample_answers: tuple[SampleAnswer, ...] = field(
        default=(), converter=_by_id, validator=instances_of(SampleAnswer)
    )
    pass_signals: tuple[PassSignal, ...] = field(
        default=(), converter=_by_id, validator=instances_of(PassSignal)
    )
    tips: tuple[Tip, ...] = field(default=(), converter=_by_id, validator=instances_of(Tip))
    donts: tuple[Dont, ...] = field(default=(), converter=_by_id, validator=instances_of(Dont))
    reverse_questions: tuple[ReverseQuestion, ...] = field(
        default=(), converter=_by_id, validator=instances_of(ReverseQuestion)
    )
    faqs: tuple[Faq, ...] = field(default=(), converter=_by_id, validator=instances_of(Faq))
    after_steps: tuple[AfterStep, ...] = field(
        default=(), converter=_by_id, validator=instances_of(AfterStep)
    )
    facts: tuple[Fact, ...] = field(default=(), converter=_by_id, validator=instances_of(Fact))
    items: tuple[QuizItem, ...] = field(
        default=(), converter=_by_id, validator=instances_of(QuizItem)
    )

    def __attrs_post_init__(self) -> None:
        both = {each.id for each in self.items} & {each.id for each in self.questions}
        if both:
            found = f"{min(both)!r}, which is a question's id too"
            raise InvalidValueError("Contents.items", found, "ids that no question has")

    def section(self, name: str) -> tuple[Noun, ...]:
        """Give one section.

        Args:
            name: a key of `SECTIONS`.

        Returns:
            Its objects, sorted by id.

        Raises:
            InvalidValueError: if there is no such section.
        """
        check_section(name)
        items: tuple[Noun, ...] = getattr(self, name)
        return items


def check_section(name: object) -> None:
    """Check that something is the name of a section.

    Args:
        name: what was given.

    Raises:
        InvalidValueError: if it is none.
    """
    if name not in tuple(SECTIONS):
        raise InvalidValueError("section", shown(name), f"one of {', '.join(SECTIONS)}")


def contents_of(sections: Mapping[str, Iterable[Noun]]) -> Contents:
    """Put objects together.

    Args:
        sections: keys of `SECTIONS`, and objects of their classes in any order.

    Returns:
        The contents.

    Raises:
        InvalidValueError: if an id occurs twice in a section, or an object stands in a wrong one.
    """
    expect("sections", sections, Mapping)
    for name in sections:
        check_section(name)
    return Contents(**cast("dict[str, Any]", sections))


def section_of(noun: type[Value]) -> str:
    """Tell in which section the objects of a class stand.

    Args:
        noun: a class of the model that has ids.

    Returns:
        The name of the section.

    Raises:
        InvalidValueError: if objects of this class stand in no section.

    >>> section_of(Question)
    'questions'
    """
    for name, own in SECTIONS.items():
        if own is noun:
            return name
    allowed = ", ".join(own.__name__ for own in SECTIONS.values())
    raise InvalidValueError("noun", getattr(noun, "__name__", repr(noun)), f"one of {allowed}")


def references(value: Value, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Go through all ids by which a value refers to other objects.

    Args:
        value: any value of the model.
        path: keys and indexes down to the value.

    Yields:
        Where the id stands, the section where its object should stand, and the id.
    """
    for name, section in _links(cast("Any", type(value))):
        for place, held in _members(getattr(value, name), (*path, name)):
            if section:
                yield place, section, held
            elif isinstance(held, Value):
                yield from references(held, place)


@cache
def _links(noun: type) -> tuple[tuple[str, str], ...]:
    """Name the fields that may lead to ids, and the section that those of ids refer to."""
    attributes: tuple[Any, ...] = fields(cast("Any", noun))
    found = ((each, (each.type, *get_args(each.type))) for each in attributes)
    return tuple(
        (each.name, each.metadata.get("refers_to", ""))
        for each, kinds in found
        if "refers_to" in each.metadata or any(map(is_value_class, kinds))
    )


def _members(held: object, path: Path) -> Iterator[tuple[Path, Any]]:
    if is_tuple(held):
        yield from (((*path, index), member) for index, member in enumerate(held))
    elif held is not None:
        yield path, held
