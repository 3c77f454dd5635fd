"""Open prompts put to a candidate, with all that an interviewer needs around them."""

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
from interview_kit.model.text import Terms, Text, to_terms, to_text
from interview_kit.model.values import Value

__all__ = [
    "EASIEST",
    "HARDEST",
    "KINDS",
    "PARTS",
    "SIGNS",
    "Indicator",
    "KeyPoint",
    "Kind",
    "Part",
    "Probe",
    "Question",
    "Sign",
]

Kind = Literal["past", "situational", "technical", "motivation", "background"]
KINDS: Final[tuple[Kind, ...]] = ("past", "situational", "technical", "motivation", "background")

#: The difficulties that a question may have: anyone can answer, to needs long practice.
EASIEST: Final = 1
HARDEST: Final = 5

Part = Literal["situation", "task", "action", "result", "learning"]
PARTS: Final[tuple[Part, ...]] = ("situation", "task", "action", "result", "learning")

Sign = Literal["positive", "negative"]
SIGNS: Final[tuple[Sign, ...]] = ("positive", "negative")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Probe(Value):
    """A neutral follow-up that asks for one part of an answer.

    Attributes:
        part: the part of the answer that it asks for.
        text: the words to say.
    """

    part: Part = field(validator=one_of(PARTS))
    text: Text = field(converter=to_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class KeyPoint(Value):
    """Something that a competent answer contains.

    Attributes:
        id: its id within the question.
        text: what the answer says or does.
        terms: words and phrases by which people say it.
    """

    id: Id = field(converter=to_id)
    text: Text = field(converter=to_text)
    terms: Terms = field(default=Terms(), converter=to_terms)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Indicator(Value):
    """Something in an answer that speaks for or against the candidate.

    Attributes:
        sign: whether it speaks for or against.
        text: what is seen in the answer.
        decisive: whether it settles the judgement by itself.
    """

    sign: Sign = field(validator=one_of(SIGNS))
    text: Text = field(converter=to_text)
    decisive: bool = field(default=False, validator=one_of((True, False)))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Question(Value):
    """An open prompt put to a candidate.

    Attributes:
        id: its id.
        text: the words to say.
        kind: what it asks for: a past episode, a supposed situation, knowledge of the work,
            a motive, or background.
        roles: the roles it is for; none means every role.
        stages: the stages of recruitment it is for; at least one.
        goals: what the interviewer wants to find out by it.
        competencies: what it lets a candidate show; at least one.
        difficulty: 1 (anyone can answer) to 5 (needs long practice), the author's judgement.
        minutes: time to answer, probes included, 1 to 60, the author's judgement.
        probes: neutral follow-ups.
        key_points: what a competent answer contains.
        indicators: what speaks for or against the candidate.
        enemies: questions that must not stand in one quiz with this one; enemies of enemies are
            enemies too.
        tags: free labels.
        rubric: the rubric for its answers; none means the one for its kind.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    text: Text = field(converter=to_text)
    kind: Kind = field(validator=one_of(KINDS))
    roles: tuple[Id, ...] = field(default=(), converter=to_ids, metadata=refers_to("roles"))
    stages: tuple[Id, ...] = field(
        converter=to_ids, validator=instances_of(str, at_least=1), metadata=refers_to("stages")
    )
    goals: tuple[Id, ...] = field(default=(), converter=to_ids, metadata=refers_to("goals"))
    competencies: tuple[Id, ...] = field(
        converter=to_ids,
        validator=instances_of(str, at_least=1),
        metadata=refers_to("competencies"),
    )
    difficulty: int = field(validator=whole_number(EASIEST, HARDEST))
    minutes: int = field(validator=whole_number(1, 60))
    probes: tuple[Probe, ...] = field(default=(), converter=as_tuple, validator=instances_of(Probe))
    key_points: tuple[KeyPoint, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(KeyPoint), unique_by("id")]
    )
    indicators: tuple[Indicator, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(Indicator)
    )
    enemies: tuple[Id, ...] = field(default=(), converter=to_ids, metadata=refers_to("questions"))
    tags: tuple[Id, ...] = field(default=(), converter=to_ids)
    rubric: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("rubrics"))
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)
