"""How structured an interview is that keeps to a kit: what the kit sees to, and what it cannot know."""

from typing import Final, Literal, final, get_args

from attrs import field, frozen

from interview_kit.bank import Bank
from interview_kit.model import Id, Kind, Value, to_id
from interview_kit.model.checks import expect, one_of
from interview_kit.quiz import Quiz

__all__ = ["COMPONENTS", "StructureCheck", "StructureState", "structure_checks"]

StructureState = Literal["fulfilled", "missing", "unknown"]
STATES: Final[tuple[StructureState, ...]] = get_args(StructureState)

#: The components of structure of Campion, Palmer & Campion (1997), seven of content and eight of
#: evaluation, in their order.
COMPONENTS: Final = (
    "job_analysis",
    "same_questions",
    "limited_probes",
    "question_types",
    "length",
    "ancillary",
    "candidate_questions",
    "each_answer",
    "anchors",
    "notes",
    "raters",
    "same_raters",
    "no_discussion",
    "training",
    "arithmetic",
)
#: What a kit has by being one: fixed questions, theirs last, a form for each answer, room for notes.
BY_BEING_A_KIT: Final = ("same_questions", "candidate_questions", "each_answer", "notes")
#: The kinds of question with the higher validity (Taylor & Small 2002).
BETTER_KINDS: Final[tuple[Kind, ...]] = ("past", "situational")
#: Fewest questions of a structured interview, the least that 30 minutes hold; ours.
FEWEST_QUESTIONS: Final = 5


@final
@frozen(kw_only=True, eq=False, repr=False)
class StructureCheck(Value):
    """Whether an interview has a component of structure.

    Attributes:
        component: the component, such as `anchors`.
        state: whether the kit fulfils it, misses it, or cannot know.
    """

    component: Id = field(converter=to_id)
    state: StructureState = field(validator=one_of(STATES))


def structure_checks(quiz: Quiz, bank: Bank) -> tuple[StructureCheck, ...]:
    """Tell which of the fifteen components of structure an interview by this quiz has.

    Args:
        quiz: the quiz.
        bank: the bank that it was drawn from.

    Returns:
        One check for each component (Campion, Palmer & Campion 1997), in their order.

    Raises:
        UnknownIdError: if the bank lacks the rubric of a question.

    >>> from interview_kit.packs import load
    >>> from interview_kit.quiz import Blueprint, generate
    >>> quiz = generate(load(), Blueprint(role="sales", length=6), seed=1)
    >>> [each.state for each in structure_checks(quiz, load())].count("unknown")
    7
    """
    expect("quiz", quiz, Quiz)
    expect("bank", bank, Bank)
    asked = quiz.questions
    better = sum(each.kind in BETTER_KINDS for each in asked)
    seen = {
        "limited_probes": all(each.probes for each in asked),
        "question_types": better * 2 >= len(asked),
        "length": len(asked) >= FEWEST_QUESTIONS,
        "anchors": all(bank.rubric_for(each).criteria for each in asked),
        **dict.fromkeys(BY_BEING_A_KIT, True),
    }
    states: dict[bool, StructureState] = {True: "fulfilled", False: "missing"}
    return tuple(
        StructureCheck(component=each, state=states[bool(asked) and seen[each]])
        if each in seen
        else StructureCheck(component=each, state="unknown")
        for each in COMPONENTS
    )
