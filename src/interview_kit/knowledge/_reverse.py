"""Items about what the candidate asks: which question is better, and why."""

from collections.abc import Iterator, Sequence
from typing import Final

from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import likeness, quoted, said, tells
from interview_kit.model import ReverseQuality, ReverseQuestion, Text

__all__ = ["MAKERS"]

OTHERS: Final = Text.of(
    id="Itu alasan untuk pertanyaan lain: “{question}”",
    en="That is about another question: “{question}”",
)
#: Questions whose reasons would do for one another.
CLOSE: Final = (
    {"performance_assessment", "feedback_rhythm", "first_three_months"},
    {"typical_week", "tools_and_process", "team_collaboration", "working_with_other_departments"},
)
#: Questions and reasons that share more of their words may be alike.
ALIKE: Final = 0.25


def _of_quality(sources: Sources, quality: ReverseQuality) -> list[ReverseQuestion]:
    return [each for each in sources.bank.all(ReverseQuestion) if each.quality == quality]


def _better(sources: Sources) -> Iterator[Draft]:
    good, poor = _of_quality(sources, "good"), _of_quality(sources, "poor")
    return (_chosen(each, poor) for each in good)


def _worst(sources: Sources) -> Iterator[Draft]:
    good, poor = _of_quality(sources, "good"), _of_quality(sources, "poor")
    # What is asked in any role is good in every one.
    return (_chosen(each, [other for other in good if not other.roles]) for each in poor)


def _chosen(question: ReverseQuestion, others: Sequence[ReverseQuestion]) -> Draft:
    return _draft(
        question,
        right=Candidate(question.id, question.text, question.reason),
        wrong=[Candidate(each.id, each.text, each.reason) for each in others],
    )


def _draft(question: ReverseQuestion, right: Candidate, wrong: Sequence[Candidate]) -> Draft:
    return Draft(
        elements=(f"reverse_questions/{question.id}",),
        topic="reverse_questions",
        slots={"question": quoted(question.text), "reason": question.reason},
        right=[right],
        wrong=[wrong],
        roles=question.roles,
        covers=question.covers,
    )


def _why(sources: Sources) -> Iterator[Draft]:
    return _reasons(_of_quality(sources, "good"))


def _why_not(sources: Sources) -> Iterator[Draft]:
    return _reasons(_of_quality(sources, "poor"))


def _reasons(questions: Sequence[ReverseQuestion]) -> Iterator[Draft]:
    for question in questions:
        if not tells(question.text, question.reason):
            right = Candidate(question.id, question.reason, question.reason)
            others = [each for each in questions if each is not question]
            wrong = [_other(each) for each in others if not _alike(question, each)]
            yield _draft(question, right, wrong)


def _other(question: ReverseQuestion) -> Candidate:
    why = said(OTHERS, question=quoted(question.text))
    return Candidate(question.id, question.reason, why)


def _alike(question: ReverseQuestion, other: ReverseQuestion) -> bool:
    pairs = (
        (question.text, other.text),
        (question.text, other.reason),
        (question.reason, other.reason),
    )
    is_close = any({question.id, other.id} <= ids for ids in CLOSE)
    return is_close or any(likeness(*pair) >= ALIKE for pair in pairs)


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "reverse_better": _better,
    "reverse_worst": _worst,
    "reverse_why": _why,
    "reverse_why_not": _why_not,
}
