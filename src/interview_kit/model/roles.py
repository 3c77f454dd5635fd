"""What an interview is for: roles, competencies, goals, and the stages of recruitment."""

from typing import final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import (
    as_tuple,
    clean_text,
    instances_of,
    one_of,
    unique_by,
    whole_number,
)
from interview_kit.model.ids import Id, to_id, to_ids, to_optional_id
from interview_kit.model.rubrics import Level, check_rising
from interview_kit.model.sources import refers_to, to_strings
from interview_kit.model.text import Terms, Text, to_optional_text, to_terms, to_text
from interview_kit.model.values import Value

__all__ = ["Comparison", "ComparisonCell", "Competency", "Goal", "OccupationCode", "Role", "Stage"]


@final
@frozen(kw_only=True, eq=False, repr=False)
class Competency(Value):
    """A measurable pattern of knowledge, skill and behaviour that a job needs.

    Attributes:
        id: its id.
        name: what it is called.
        definition: what a person does who has it, observably.
        roles: the roles it belongs to; none means every role.
        scale: the scale of its levels; none if it has no levels.
        levels: what a person does at some levels of the scale, lowest first; a level left out lies
            between its neighbours.
        terms: words and phrases by which people tell of it.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    name: Text = field(converter=to_text)
    definition: Text = field(converter=to_text)
    roles: tuple[Id, ...] = field(default=(), converter=to_ids, metadata=refers_to("roles"))
    scale: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("scales"))
    levels: tuple[Level, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(Level), check_rising]
    )
    terms: Terms = field(default=Terms(), converter=to_terms)
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)

    def __attrs_post_init__(self) -> None:
        if self.levels and self.scale is None:
            allowed = "the scale of the levels"
            raise InvalidValueError("Competency.scale", "none", allowed, rule="level-off-scale")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Goal(Value):
    """What an interviewer wants to find out.

    Attributes:
        id: its id.
        order: its place among the goals, from 1.
        name: what it is called.
        definition: what is to be found out, and why.
        means: how the interviewer finds it out.
        advice: what the candidate does about it.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    order: int = field(validator=whole_number(1, 99))
    name: Text = field(converter=to_text)
    definition: Text = field(converter=to_text)
    means: Text = field(converter=to_text)
    advice: Text = field(converter=to_text)
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Stage(Value):
    """A step of recruitment.

    Attributes:
        id: its id.
        order: its place in the process, from 1; a stage within another shares that one's place.
        name: what it is called.
        purpose: what it is for.
        actors: who conducts it.
        optional: whether companies may leave it out.
        condition: when it happens, if not always.
        within: the stage that it is a part of.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    order: int = field(validator=whole_number(1, 99))
    name: Text = field(converter=to_text)
    purpose: Text = field(converter=to_text)
    actors: Text = field(converter=to_text)
    optional: bool = field(default=False, validator=one_of((True, False)))
    condition: Text | None = field(default=None, converter=to_optional_text)
    within: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("stages"))
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)


@final
@frozen(kw_only=True, eq=False, repr=False)
class ComparisonCell(Value):
    """What holds for one stage under the aspect of a comparison.

    Attributes:
        stage: the stage.
        text: what holds for it.
        covers: ids of the facts that the text states.
    """

    stage: Id = field(converter=to_id, metadata=refers_to("stages"))
    text: Text = field(converter=to_text)
    covers: tuple[str, ...] = field(default=(), converter=to_strings)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Comparison(Value):
    """How stages differ under one aspect, such as who interviews.

    Attributes:
        id: its id.
        order: its place among the comparisons, from 1.
        aspect: what is compared.
        cells: one for each stage compared; at least two.
        origin: the source it comes from.
        covers: ids of the facts that it states beyond those of its cells.
    """

    id: Id = field(converter=to_id)
    order: int = field(validator=whole_number(1, 99))
    aspect: Text = field(converter=to_text)
    cells: tuple[ComparisonCell, ...] = field(
        converter=as_tuple, validator=[instances_of(ComparisonCell, at_least=2), unique_by("stage")]
    )
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)


@final
@frozen(kw_only=True, eq=False, repr=False)
class OccupationCode(Value):
    """The place of a role in a public classification of occupations.

    Attributes:
        scheme: the classification, such as `isco-08` or `onet-soc`.
        code: the code in it.
        title: the title that the classification gives to the code.
    """

    scheme: str = field(validator=clean_text)
    code: str = field(validator=clean_text)
    title: str = field(validator=clean_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Role(Value):
    """A job that candidates apply for.

    Attributes:
        id: its id.
        name: what it is called.
        summary: what a person does in it.
        competencies: those that belong to this role, beside those that every role needs.
        codes: its places in public classifications of occupations; never its identity.
        terms: words and phrases for what people in it work with.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    name: Text = field(converter=to_text)
    summary: Text = field(converter=to_text)
    competencies: tuple[Id, ...] = field(converter=to_ids, metadata=refers_to("competencies"))
    codes: tuple[OccupationCode, ...] = field(
        default=(),
        converter=as_tuple,
        validator=[instances_of(OccupationCode), unique_by("scheme")],
    )
    terms: Terms = field(default=Terms(), converter=to_terms)
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)
