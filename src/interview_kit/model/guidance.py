"""Advice for the candidate: how to answer, what to do and to leave, what to ask, what follows."""

from typing import Final, Literal, final

from attrs import field, frozen

from interview_kit.model.checks import (
    as_tuple,
    instances_of,
    one_of,
    unique_by,
    whole_number,
)
from interview_kit.model.ids import Id, to_id, to_ids, to_optional_id
from interview_kit.model.sources import refers_to, to_strings
from interview_kit.model.text import Text, to_optional_text, to_text, to_texts
from interview_kit.model.values import Value

__all__ = [
    "PHASES",
    "REVERSE_QUALITIES",
    "AfterStep",
    "Dont",
    "Fact",
    "Falsehood",
    "Faq",
    "Phase",
    "ReverseQuality",
    "ReverseQuestion",
    "Strategy",
    "Tip",
]

Phase = Literal["before", "during", "after"]
PHASES: Final[tuple[Phase, ...]] = ("before", "during", "after")

ReverseQuality = Literal["good", "poor"]
REVERSE_QUALITIES: Final[tuple[ReverseQuality, ...]] = ("good", "poor")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Strategy(Value):
    """A way to answer well.

    Attributes:
        id: its id.
        order: its place among the strategies, from 1.
        name: what it is called.
        advice: what it is and why it helps.
        steps: what to do, in order; at least one.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    order: int = field(validator=whole_number(1, 99))
    name: Text = field(converter=to_text)
    advice: Text = field(converter=to_text)
    steps: tuple[Text, ...] = field(converter=to_texts, validator=instances_of(Text, at_least=1))
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Tip(Value):
    """Something to do.

    Attributes:
        id: its id.
        phase: when to do it, seen from the interview.
        text: what to do.
        why: what it is good for.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    phase: Phase = field(validator=one_of(PHASES))
    text: Text = field(converter=to_text)
    why: Text = field(converter=to_text)
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Dont(Value):
    """Something to leave undone.

    Attributes:
        id: its id.
        phase: when it matters, seen from the interview.
        text: what to leave undone.
        why: what harm it does.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    phase: Phase = field(validator=one_of(PHASES))
    text: Text = field(converter=to_text)
    why: Text = field(converter=to_text)
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)


@final
@frozen(kw_only=True, eq=False, repr=False)
class ReverseQuestion(Value):
    """A question that the candidate asks the interviewer.

    Attributes:
        id: its id.
        text: the words to say.
        quality: whether it helps the candidate or harms.
        reason: why.
        roles: the roles it is for; none means every role.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    text: Text = field(converter=to_text)
    quality: ReverseQuality = field(validator=one_of(REVERSE_QUALITIES))
    reason: Text = field(converter=to_text)
    roles: tuple[Id, ...] = field(default=(), converter=to_ids, metadata=refers_to("roles"))
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Faq(Value):
    """What candidates often ask, answered.

    Attributes:
        id: its id.
        question: what they ask.
        answer: the answer.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    question: Text = field(converter=to_text)
    answer: Text = field(converter=to_text)
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)


@final
@frozen(kw_only=True, eq=False, repr=False)
class AfterStep(Value):
    """What the candidate does, or what comes, after the interview.

    Attributes:
        id: its id.
        order: its place among the steps, from 1.
        name: what it is called.
        text: what to do or to expect.
        condition: when it applies, if not always.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    order: int = field(validator=whole_number(1, 99))
    name: Text = field(converter=to_text)
    text: Text = field(converter=to_text)
    condition: Text | None = field(default=None, converter=to_optional_text)
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Falsehood(Value):
    """A statement that people who know a fact only roughly take for true.

    Attributes:
        text: the statement.
        reason: what is wrong with it.
    """

    text: Text = field(converter=to_text)
    reason: Text = field(converter=to_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Fact(Value):
    """A short statement about the interview that stands for itself.

    Attributes:
        id: its id.
        topic: what it is about, such as `stages`.
        text: the statement.
        reason: why it is so; none where the statement says it.
        falsehoods: false statements beside it, as a quiz shows them.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    topic: Id = field(converter=to_id)
    text: Text = field(converter=to_text)
    reason: Text | None = field(default=None, converter=to_optional_text)
    falsehoods: tuple[Falsehood, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(Falsehood), unique_by("text")]
    )
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)
