"""Templates: the words of an item as data, and a function that finds what to put into them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple, final

from attrs import field, frozen

from interview_kit._documents import structure
from interview_kit._resources import read_data
from interview_kit.bank import Bank
from interview_kit.lint import Topic
from interview_kit.model import (
    EASIEST,
    HARDEST,
    ITEM_FORMS,
    Estimate,
    Id,
    ItemForm,
    Text,
    Value,
    to_id,
)
from interview_kit.model.checks import as_tuple, instances_of, one_of, unique_by, whole_number
from interview_kit.model.text import to_optional_text, to_text

__all__ = ["Candidate", "Draft", "Maker", "Sources", "Spec", "Template", "judged", "templates_of"]


@final
@frozen(kw_only=True, eq=False, repr=False)
class Spec(Value):
    """The words of a template; a name in braces, such as `{stage}`, is filled in.

    Attributes:
        id: its id; part of the ids of its items.
        family: templates of one kind, such as `stages`.
        form: the form of its items.
        difficulty: how hard its items are, 1 to 5, before what makes one harder.
        minutes: time to answer one, 1 to 60.
        options: how many options an item shows, the right ones included, 2 to 9.
        text: the stem.
        explanation: why the key is right.
        right: why an option is right, where the draft does not say; `None` means the explanation.
        wrong: why an option is wrong, where the draft does not say; `None` means the explanation.
    """

    id: Id = field(converter=to_id)
    family: Id = field(converter=to_id)
    form: ItemForm = field(validator=one_of(ITEM_FORMS))
    difficulty: int = field(validator=whole_number(EASIEST, HARDEST))
    minutes: int = field(default=1, validator=whole_number(1, 60))
    options: int = field(default=3, validator=whole_number(2, 9))
    text: Text = field(converter=to_text)
    explanation: Text = field(converter=to_text)
    right: Text | None = field(default=None, converter=to_optional_text)
    wrong: Text | None = field(default=None, converter=to_optional_text)


class Candidate(NamedTuple):
    """Something that may become an option.

    Attributes:
        id: what it is known by within the item.
        text: what it says.
        rationale: why it is right or wrong; `None` means as the template has it, in which `{option}`
            is this text.
        target: what it is to be matched with, in matching items.
    """

    id: str
    text: Text
    rationale: Text | None = None
    target: "Candidate | None" = None


class Draft(NamedTuple):
    """What a template found to ask.

    Attributes:
        elements: the content that the key follows from, as section and id.
        topic: what it is about.
        slots: what stands for the names in braces of all texts of the template.
        right: the right options; in items to be ordered or matched, all of them, in their order.
        wrong: groups of options that are wrong, nearest group first; those of a group are alike.
        passage: what is to be read before.
        estimate: the number to be estimated.
        harder: what is added to the difficulty, such as 1 where all wrong options are near.
        roles: the roles that it is for; none means every role.
        stages: the stages that it is about.
        goals: the goals that it is about.
        competencies: the competencies that it is about.
        covers: ids of the facts that it states.
    """

    elements: tuple[str, ...]
    topic: str
    slots: dict[str, Text | str]
    right: Sequence[Candidate] = ()
    wrong: Sequence[Sequence[Candidate]] = ()
    passage: Text | None = None
    estimate: Estimate | None = None
    harder: int = 0
    roles: tuple[Id, ...] = ()
    stages: tuple[Id, ...] = ()
    goals: tuple[Id, ...] = ()
    competencies: tuple[Id, ...] = ()
    covers: tuple[str, ...] = ()


TRUE: Final = Text.of(id="Benar", en="True")
FALSE: Final = Text.of(id="Salah", en="False")


def judged(
    *, is_true: bool, rationale: Text
) -> tuple[Sequence[Candidate], Sequence[Sequence[Candidate]]]:
    """Make the options of a statement that is to be judged.

    Args:
        is_true: whether the statement is true.
        rationale: why, told with both options.

    Returns:
        The right option, and the wrong one.
    """
    true, false = Candidate("true", TRUE, rationale), Candidate("false", FALSE, rationale)
    return ((true,), ((false,),)) if is_true else ((false,), ((true,),))


@final
@frozen(kw_only=True, eq=False)
class Sources:
    """What templates look for content in.

    Attributes:
        bank: the bank.
        topics: what a question must leave alone.
    """

    bank: Bank
    topics: tuple[Topic, ...]


#: Finds everything in a bank that a template can ask.
Maker = Callable[[Sources], Iterable[Draft]]


@final
@frozen(kw_only=True, eq=False)
class Template:
    """A template: its words, and what finds the content for them.

    Attributes:
        spec: the words.
        make: a function of the sources that gives drafts.
    """

    spec: Spec
    make: Maker


@final
@frozen(kw_only=True, eq=False, repr=False)
class _Specs(Value):
    """A file of templates.

    Attributes:
        templates: the words of each.
    """

    templates: tuple[Spec, ...] = field(
        converter=as_tuple, validator=[instances_of(Spec), unique_by("id")]
    )


#: The package whose data the words are.
PACKAGE: Final = "interview_kit.knowledge"


def templates_of(file: str, makers: dict[str, Maker]) -> Iterator[Template]:
    """Put the words of a file and the functions of a module together.

    Args:
        file: the name of the data file, without its ending.
        makers: for each id of a template in it, what finds its content.

    Yields:
        The templates, in the order of the file.
    """
    for spec in structure(read_data(PACKAGE, file), _Specs).templates:
        yield Template(spec=spec, make=makers[spec.id])
