"""What a session is to be: its questions as they are asked, its stages, its time, its purpose."""

from collections.abc import Iterable
from typing import Any, Final, final

from attrs import field, frozen

from interview_kit.bank import Bank
from interview_kit.errors import InvalidValueError
from interview_kit.model import (
    Id,
    Language,
    Question,
    Stage,
    Value,
    content_hash,
    normalise_language,
    structure_hash,
    to_id,
    to_ids,
)
from interview_kit.model.checks import (
    as_tuple,
    expect,
    instance_of,
    instances_of,
    one_of,
    or_none,
    shown,
    whole_number,
)
from interview_kit.quiz import Drawn, Quiz, Receipt, drawn_from
from interview_kit.scoring import PURPOSES, Purpose

__all__ = [
    "DECIDED_BY_PEOPLE",
    "LONGEST",
    "SHORTEST",
    "PlannedQuestion",
    "SessionPlan",
    "plan_question",
    "plan_session",
]

#: The purposes for which a named person decides: the EU AI Act, Annex III 4(a), calls both high-risk.
DECIDED_BY_PEOPLE: Final[tuple[Purpose, ...]] = ("interviewer_support", "selection")
#: Minutes that an interview takes as a rule.
SHORTEST: Final = 30
LONGEST: Final = 60
#: Minutes before the first question, and for the candidate's own questions: our planning figures.
OPENING: Final = 5
REVERSE: Final = 5
#: Probes to a question. Limited prompting is a part of structure (Campion, Palmer & Campion 1997),
#: and follow-up questions increased faking (Levashina & Campion 2007).
PROBES: Final = 2
MOST_PROBES: Final = 5
MOST_MINUTES: Final = 480
HIGHEST_LEVEL: Final = 100


@final
@frozen(kw_only=True, eq=False, repr=False)
class PlannedQuestion(Value):
    """A question as a session asks it, so that the session can go on whatever the bank becomes.

    Attributes:
        question: all that it says.
        drawn: its hashes and those of the rubric for its answers.
        stage: the stage in which it is asked.
        criteria: ids of the criteria of that rubric.
        lowest: the lowest level of its scale, 0 to 100.
        highest: the highest level of its scale, 0 to 100.
    """

    question: Question = field(validator=instance_of(Question))
    drawn: Drawn = field(validator=instance_of(Drawn))
    stage: Id = field(converter=to_id)
    criteria: tuple[Id, ...] = field(converter=to_ids)
    lowest: int = field(validator=whole_number(0, HIGHEST_LEVEL))
    highest: int = field(validator=whole_number(0, HIGHEST_LEVEL))

    def __attrs_post_init__(self) -> None:
        hashes = (self.drawn.id, self.drawn.content_hash, self.drawn.structure_hash)
        asked = self.question
        if hashes != (asked.id, content_hash(asked), structure_hash(asked)):
            allowed = f"the hashes of the question {self.id!r} as it stands here"
            raise InvalidValueError("PlannedQuestion.drawn", f"those of {hashes[0]!r}", allowed)

    @property
    def id(self) -> Id:
        """The id of the question."""
        return self.question.id


def _check_stages(instance: "SessionPlan") -> None:
    order = [each.stage for each in instance.questions]
    ranks = [instance.stages.index(each) if each in instance.stages else -1 for each in order]
    if ranks != sorted(ranks) or -1 in ranks:
        allowed = f"questions in the order of the stages {shown(instance.stages)}"
        raise InvalidValueError("SessionPlan.questions", shown(order), allowed)


def _check_ids(_instance: object, _attribute: Any, value: tuple[PlannedQuestion, ...]) -> None:
    ids = [each.id for each in value]
    if len(set(ids)) < len(ids):
        raise InvalidValueError("SessionPlan.questions", shown(ids), "each id once")


@final
@frozen(kw_only=True, eq=False, repr=False)
class SessionPlan(Value):
    """What a session is to be.

    Attributes:
        questions: the questions in the order in which they are asked; at least one.
        stages: ids of the stages, first ones first; the questions follow them.
        language: the language of the questions and answers.
        purpose: what the session is for; under `interviewer_support` and `selection` the candidate
            is informed before the first question, and a named person decides.
        budget: minutes that the whole may take, 1 to 480; 30 to 60 as a rule.
        opening: minutes before the first question, 0 to 60.
        reverse: minutes for the candidate's own questions, 0 to 60.
        probes: most probes to one question, 0 to 5.
        receipt: how the questions were drawn, if they were.
    """

    questions: tuple[PlannedQuestion, ...] = field(
        converter=as_tuple, validator=[instances_of(PlannedQuestion, at_least=1), _check_ids]
    )
    stages: tuple[Id, ...] = field(converter=to_ids)
    language: Language = field(converter=normalise_language)
    purpose: Purpose = field(validator=one_of(PURPOSES))
    budget: int = field(validator=whole_number(1, MOST_MINUTES))
    opening: int = field(default=OPENING, validator=whole_number(0, 60))
    reverse: int = field(default=REVERSE, validator=whole_number(0, 60))
    probes: int = field(default=PROBES, validator=whole_number(0, MOST_PROBES))
    receipt: Receipt | None = field(default=None, validator=or_none(instance_of(Receipt)))

    def __attrs_post_init__(self) -> None:
        _check_stages(self)

    @property
    def minutes(self) -> int:
        """Minutes planned: the opening, all questions, and the candidate's own questions."""
        asked = sum(each.question.minutes for each in self.questions)
        return self.opening + asked + self.reverse

    @property
    def needs_person(self) -> bool:
        """Whether its purpose wants a named person to decide."""
        return self.purpose in DECIDED_BY_PEOPLE


def plan_session(
    bank: Bank,
    questions: Quiz | Iterable[Question | str],
    *,
    language: str,
    purpose: Purpose = "practice",
    stages: Iterable[str] | None = None,
    budget: int | None = None,
    opening: int = OPENING,
    reverse: int = REVERSE,
    probes: int = PROBES,
) -> SessionPlan:
    """Plan a session: questions of a quiz, or any questions of a bank in the order given.

    Args:
        bank: the bank that the questions are from.
        questions: a quiz of open questions, or questions, or their ids.
        language: the language of the session, as a BCP 47 tag.
        purpose: what the session is for.
        stages: ids of the stages to go through, first ones first; each question goes to the first
            that it is for. If none is given, to its first stage in the order of the bank.
        budget: minutes that the whole may take; if none is given, what is planned, but at least 30
            and at most 60.
        opening: minutes before the first question.
        reverse: minutes for the candidate's own questions.
        probes: most probes to one question.

    Returns:
        The plan, with the questions stage by stage.

    Raises:
        UnknownIdError: if a question or a stage is not in the bank.
        InvalidValueError: if a question is for none of the stages, the quiz has closed items, or a
            number is out of range.

    >>> from interview_kit.packs import load
    >>> plan = plan_session(load(), ["S01", "S04"], language="id")
    >>> plan.stages, plan.minutes, plan.budget
    (('user',), 18, 30)
    """
    expect("bank", bank, Bank)
    receipt, given = _taken(questions)
    ordered = _stages(bank, stages)
    planned = [plan_question(bank, _found(bank, each), ordered) for each in given]
    planned.sort(key=lambda each: ordered.index(each.stage))
    used = [stage for stage in ordered if any(each.stage == stage for each in planned)]
    asked = opening + sum(each.question.minutes for each in planned) + reverse
    return SessionPlan(
        questions=planned,
        stages=used if stages is None else ordered,
        language=language,
        purpose=purpose,
        budget=min(max(asked, SHORTEST), LONGEST) if budget is None else budget,
        opening=opening,
        reverse=reverse,
        probes=probes,
        receipt=receipt,
    )


def plan_question(bank: Bank, question: Question, stages: Iterable[Id]) -> PlannedQuestion:
    """Take a question into a plan as the bank has it now.

    Args:
        bank: the bank.
        question: the question.
        stages: the stages to choose from, first ones first.

    Returns:
        The question with its hashes, in the first of the stages that it is for.

    Raises:
        UnknownIdError: if the bank has no rubric for it.
        InvalidValueError: if it is for none of the stages.
    """
    allowed = tuple(stages)
    stage = next((each for each in allowed if each in question.stages), None)
    if stage is None:
        found = f"{question.id!r}, which is for {shown(question.stages)}"
        raise InvalidValueError("questions", found, f"questions for {shown(allowed)}")
    rubric = bank.rubric_for(question)
    scale = bank.scale_of(rubric)
    return PlannedQuestion(
        question=question,
        drawn=drawn_from(bank, question),
        stage=stage,
        criteria=[each.id for each in rubric.criteria],
        lowest=scale.lowest,
        highest=scale.highest,
    )


def _taken(
    questions: Quiz | Iterable[Question | str],
) -> tuple[Receipt | None, tuple[Question | str, ...]]:
    if not isinstance(questions, Quiz):
        return None, as_tuple(questions)
    if questions.items:
        found = f"{len(questions.items)} closed items"
        raise InvalidValueError("questions", found, "a quiz of open questions only")
    return questions.receipt, questions.questions


def _found(bank: Bank, question: Question | str) -> Question:
    return question if isinstance(question, Question) else bank.get(Question, question)


def _stages(bank: Bank, stages: Iterable[str] | None) -> tuple[Id, ...]:
    if stages is None:
        known = sorted(bank.all(Stage), key=lambda each: (each.order, each.id))
        return tuple(each.id for each in known)
    return tuple(bank.get(Stage, each).id for each in to_ids(stages))
