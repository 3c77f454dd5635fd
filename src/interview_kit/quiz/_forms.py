"""Parallel forms: several quizzes under one blueprint that overlap little."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final, final

from attrs import evolve, field, frozen

from interview_kit.bank import Bank
from interview_kit.errors import InfeasibleError, InvalidValueError
from interview_kit.model import Value
from interview_kit.model.checks import as_tuple, instances_of, shown
from interview_kit.model.seeds import Seed, check_seed, salted
from interview_kit.quiz._blueprint import Blueprint
from interview_kit.quiz._generate import Prepared, prepare
from interview_kit.quiz._quiz import Quiz
from interview_kit.quiz._sentences import forms_refusal

__all__ = ["Forms", "forms"]

#: Attempts at one form before the set is begun anew, and sets begun before giving up: together a
#: few seconds at most.
DRAWS: Final = 300
BEGINNINGS: Final = 10


@final
@frozen(kw_only=True, eq=False, repr=False)
class Forms(Value):
    """Quizzes under one blueprint, and how equal they are.

    Attributes:
        quizzes: the forms.
    """

    quizzes: tuple[Quiz, ...] = field(converter=as_tuple, validator=instances_of(Quiz))

    @property
    def minutes(self) -> tuple[int, ...]:
        """Minutes of each form."""
        return tuple(quiz.minutes for quiz in self.quizzes)

    @property
    def difficulty(self) -> tuple[float, ...]:
        """Mean difficulty of each form, 1 to 5."""
        return tuple(
            sum(question.difficulty for question in quiz.questions) / len(quiz.questions)
            for quiz in self.quizzes
        )

    @property
    def minutes_spread(self) -> int:
        """Minutes between the shortest and the longest form."""
        return max(self.minutes, default=0) - min(self.minutes, default=0)

    @property
    def difficulty_spread(self) -> float:
        """Between the mean difficulties of the easiest and the hardest form, 0 to 4."""
        return max(self.difficulty, default=0) - min(self.difficulty, default=0)

    @property
    def overlap(self) -> int:
        """Most questions that any two forms share."""
        pairs = combinations([frozenset(quiz.ids) for quiz in self.quizzes], 2)
        return max((len(one & other) for one, other in pairs), default=0)


def forms(bank: Bank, blueprint: Blueprint, count: int, *, overlap: int, seed: Seed) -> Forms:
    """Draw several quizzes of which no two share more than a few questions.

    Each form is equally likely among those that keep the overlap with the forms before it.

    Args:
        bank: where the questions come from.
        blueprint: what each form must contain.
        count: how many forms, at least 1.
        overlap: most questions that two forms may share; 0 keeps them apart altogether.
        seed: any whole number or string.

    Returns:
        The forms.

    Raises:
        InfeasibleError: if not even one quiz fits, or so many forms were not found; it says how
            many are possible at least.
        InvalidValueError: if `count` is below 1 or `overlap` below 0.
    """
    if type(count) is not int or count < 1:
        raise InvalidValueError("count", shown(count), "a whole number from 1")
    if type(overlap) is not int or overlap < 0:
        raise InvalidValueError("overlap", shown(overlap), "a whole number from 0")
    check_seed(seed)
    prepared = prepare(bank, blueprint)
    best: Sequence[Quiz] = ()
    for beginning in range(BEGINNINGS):
        found = _begun(prepared, count, overlap, f"{salted(seed, 'forms').hex()}:{beginning}")
        if len(found) == count:
            return Forms(quizzes=found)
        best = max(best, found, key=len)
    raise forms_refusal(count, overlap, len(best))


def _begun(prepared: Prepared, count: int, overlap: int, seed: str) -> list[Quiz]:
    found: list[Quiz] = []
    drawing = prepared
    for place in range(count):
        if not overlap and found:
            narrowed = _without(drawing, found[-1])
            if narrowed is None:
                break
            drawing = narrowed
        quiz = _next(drawing, found, overlap, f"{seed}:{place}")
        if quiz is None:
            break
        found.append(quiz)
    return found


def _without(prepared: Prepared, quiz: Quiz) -> Prepared | None:
    taken = (*prepared.blueprint.exclude, *quiz.ids)
    try:
        return prepare(prepared.bank, evolve(prepared.blueprint, exclude=taken))
    except (InfeasibleError, InvalidValueError):
        return None


def _next(prepared: Prepared, found: list[Quiz], overlap: int, seed: str) -> Quiz | None:
    before = [frozenset(quiz.ids) for quiz in found]
    for attempt in range(DRAWS):
        ids = frozenset(prepared.draw(f"{seed}:{attempt}"))
        if all(len(ids & other) <= overlap for other in before):
            return prepared.quiz(f"{seed}:{attempt}")
    return None
