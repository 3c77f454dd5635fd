"""Adaptive order: estimates by Elo, and the item that suits a learner next."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable
from math import exp
from typing import Final, final

from attrs import evolve, field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.knowledge._by_item import by_item
from interview_kit.knowledge._grade import Grade
from interview_kit.knowledge._rules import chance_of
from interview_kit.model import Id, QuizItem, Value, to_id, to_ids
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    expect,
    instances_of,
    number,
    shown,
    unique_by,
    whole_number,
)
from interview_kit.model.seeds import Seed, check_seed, salted
from interview_kit.model.values import is_tuple
from interview_kit.quiz import History
from interview_kit.quiz._stream import lowest

__all__ = [
    "Estimates",
    "Exposure",
    "ItemEstimate",
    "anew",
    "expected",
    "next_item",
    "updated",
]

#: How far an estimate moves: `K(n) = FIRST / (1 + SLOWER * n)` after `n` answers.
#: The form is that of Pelanek (2016), Applications of the Elo rating system in adaptive educational
#: systems, Computers & Education 98, 169-179. The values are ours: on simulated learners, others
#: from 1 to 4 and 0.02 to 0.5 order learners and items no better on the whole.
FIRST: Final = 1.0
SLOWER: Final = 0.05
#: The difficulty of the authors that is 0.0, and how much one step of theirs is, in logits. A
#: learner of level 0.0 then knows 88, 73, 50, 27 and 12 % of what they call 1 to 5, before
#: guessing.
MIDDLE: Final = 3
STEP: Final = 1.0
#: Farthest level or difficulty, in logits: what 99.995 % or 0.005 % know.
FARTHEST: Final = 10.0
#: Digits kept of an estimate: less than what platforms compute otherwise in the last digit of
#: `exp`.
DIGITS: Final = 9
#: Most answers and sittings; a bound for the fields only.
MOST: Final = 1_000_000_000
#: Share of the points that a learner is to get, the middle of what practice aims at, 0.60 to 0.85.
TARGET: Final = 0.725
#: How many of the nearest items one is drawn from.
NEAREST: Final = 5


@final
@frozen(kw_only=True, eq=False, repr=False)
class ItemEstimate(Value):
    """How difficult an item was found to be.

    Attributes:
        item: the item.
        difficulty: in logits, -10.0 to 10.0.
        answers: how many answers tell so, from 1.
    """

    item: Id = field(converter=to_id)
    difficulty: float = field(validator=number(-FARTHEST, FARTHEST))
    answers: int = field(validator=whole_number(1, MOST))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Estimates(Value):
    """What the answers so far tell of a learner and of the items.

    Attributes:
        level: how much the learner knows, in logits, -10.0 to 10.0; someone of level 0.0 knows half
            of what is of difficulty 0.0.
        answers: how many answers tell so.
        items: the items that were answered, by this learner or others, sorted by id; the others
            have the difficulty that their authors gave them, 1 to 5, which stands for -2.0 to 2.0
            logits.
    """

    level: float = field(default=0.0, validator=number(-FARTHEST, FARTHEST))
    answers: int = field(default=0, validator=whole_number(0, MOST))
    items: tuple[ItemEstimate, ...] = field(
        default=(), converter=by_item, validator=[instances_of(ItemEstimate), unique_by("item")]
    )

    def of(self, item: QuizItem) -> tuple[float, int]:
        """Tell how difficult an item is.

        Args:
            item: the item.

        Returns:
            Its difficulty in logits, and the number of answers that tell so.
        """
        place = self._place(item.id)
        if place < len(self.items) and self.items[place].item == item.id:
            return self.items[place].difficulty, self.items[place].answers
        return (item.difficulty - MIDDLE) * STEP, 0

    def _place(self, id: str) -> int:
        return bisect_left(self.items, id, key=lambda each: each.item)

    def with_item(self, estimate: ItemEstimate) -> "Estimates":
        """Put in what is known of an item.

        Args:
            estimate: the estimate, in place of any other of the same item.

        Returns:
            The estimates with it.
        """
        place = self._place(estimate.item)
        others = self.items[place:]
        if others and others[0].item == estimate.item:
            others = others[1:]
        return evolve(self, items=(*self.items[:place], estimate, *others))


def anew(estimates: Estimates) -> Estimates:
    """Begin with another learner, and keep what is known of the items.

    Args:
        estimates: what is known after other learners.

    Returns:
        The same items, and a learner of level 0.0 without answers.
    """
    return evolve(estimates, level=0.0, answers=0)


def expected(estimates: Estimates, item: QuizItem, *, chance: float | None = None) -> float:
    """Tell how many points a learner is expected to get.

    `c + (1 - c) / (1 + e^(b - t))` with the level `t`, the difficulty `b` and the points `c` that
    guessing gets. Source: Pelanek (2016).

    Args:
        estimates: what is known of the learner and the item.
        item: the item.
        chance: what guessing gets, 0.0 to below 1.0; `None` means by the first rule for the item's
            form.

    Returns:
        The points, from what guessing gets up to 1.0.
    """
    floor = chance_of(item) if chance is None else chance
    difficulty, _ = estimates.of(item)
    return floor + (1 - floor) / (1 + exp(difficulty - estimates.level))


def updated(estimates: Estimates, item: QuizItem, grade: Grade) -> Estimates:
    """Learn from an answer, about the learner and the item.

    The level moves by `K(n) (x - e)` and the difficulty against it, with the points `x`, those
    expected `e`, and the number `n` of answers of the learner or to the item:
    `K(n) = 1 / (1 + 0.05 n)`, so that the first answers move much and later ones little.
    Source: Pelanek (2016).

    Args:
        estimates: what was known before.
        item: the item.
        grade: the grade of the answer; one that was not given tells nothing.

    Returns:
        What is known after it.

    Raises:
        InvalidValueError: if the grade is of another item.

    >>> from interview_kit.knowledge import grade, items_of
    >>> from interview_kit.packs import load
    >>> item = items_of(load())[0]
    >>> updated(Estimates(), item, grade(item, None)) == Estimates()
    True
    """
    expect("grade", grade, Grade)
    if grade.item != item.id:
        raise InvalidValueError("grade", f"one of {grade.item!r}", f"one of {item.id!r}")
    if grade.points is None:
        return estimates
    difficulty, answers = estimates.of(item)
    surprise = grade.points - expected(estimates, item, chance=grade.chance)
    learnt = ItemEstimate(
        item=item.id, difficulty=_moved(difficulty, answers, -surprise), answers=answers + 1
    )
    return evolve(
        estimates.with_item(learnt),
        level=_moved(estimates.level, estimates.answers, surprise),
        answers=estimates.answers + 1,
    )


def _moved(logits: float, answers: int, surprise: float) -> float:
    moved = logits + FIRST / (1 + SLOWER * answers) * surprise
    return round(max(-FARTHEST, min(moved, FARTHEST)), DIGITS)


def _to_counts(pairs: Iterable[tuple[str, int]]) -> tuple[tuple[Id, int], ...]:
    given = as_tuple(pairs)
    for pair in given:
        is_pair = is_tuple(pair) and len(pair) == len(("item", "times"))
        if not is_pair or type(pair[1]) is not int or pair[1] < 0:
            raise InvalidValueError("Exposure.counts", shown(pair), "pairs of an item and times")
    ids = to_ids(id for id, _ in given)
    return tuple(sorted(zip(ids, (times for _, times in given), strict=True)))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Exposure(Value):
    """How often items were shown, to all learners, and how often they may be.

    Attributes:
        counts: pairs of an item and the number of sittings that it was shown in, sorted; items that
            were never shown may be left out.
        sittings: how many sittings there were.
        most: share of the sittings that an item may be shown in, 0.0 to 1.0.
    """

    counts: tuple[tuple[Id, int], ...] = field(default=(), converter=_to_counts)
    sittings: int = field(default=0, validator=whole_number(0, MOST))
    most: float = field(default=1.0, validator=check_share)

    def with_sitting(self, ids: Iterable[str]) -> "Exposure":
        """Record a sitting.

        Args:
            ids: the ids of the items that were shown in it.

        Returns:
            The exposure with it.
        """
        counts = Counter(dict(self.counts)) + Counter(to_ids(ids))
        return evolve(self, counts=[*counts.items()], sittings=self.sittings + 1)

    def worn(self) -> frozenset[str]:
        """Name the items that were shown in more sittings than they may be.

        Returns:
            Their ids.
        """
        allowed = self.most * self.sittings
        return frozenset(id for id, times in self.counts if times > allowed)


#: Every item may be shown in every sitting.
UNLIMITED: Final = Exposure()
#: Nothing was asked in earlier sittings.
UNASKED: Final = History()


def next_item(
    items: Iterable[QuizItem],
    estimates: Estimates,
    *,
    seed: Seed,
    asked: Iterable[str] = (),
    history: History = UNASKED,
    exposure: Exposure = UNLIMITED,
    k: int = NEAREST,
    target: float = TARGET,
) -> QuizItem | None:
    """Choose what to ask next.

    Of the items that may come, those that the learner was asked least often in earlier sittings; of
    these the `k` from which the learner is expected to get a share of the points nearest to the
    target; of these one by chance, so that learners of one level are not all asked the same.
    May come: what was not asked in this sitting, is no enemy of what was, and is not worn out.
    Sources: randomesque selection, Kingsbury & Zara (1989), Procedures for selecting items for
    computerized adaptive tests, Applied Measurement in Education 2(4), 359-375, which suits small
    pools better than Sympson-Hetter, Pastor, Dodd & Chang (2002).

    Args:
        items: what there is to ask, in any order; with what was asked, so that its enemies are
            known.
        estimates: what is known of the learner and the items.
        seed: any whole number or string; each learner and sitting should have its own.
        asked: the ids of what was asked in this sitting so far.
        history: the earlier sittings of the learner.
        exposure: how often items were shown and may be.
        k: how many items one is drawn from, from 1.
        target: the share of the points that the learner is to get, 0.0 to 1.0.

    Returns:
        An item; `None` if none may come.

    Raises:
        InvalidValueError: if an argument is of the wrong kind.
    """
    check_seed(seed)
    if type(k) is not int or k < 1:
        raise InvalidValueError("k", shown(k), "a whole number from 1")
    if not isinstance(target, float) or not 0.0 <= target <= 1.0:
        raise InvalidValueError("target", shown(target), "0.0 to 1.0")
    sitting = to_ids(asked)
    pool = as_tuple(items)
    for each in pool:
        expect("items", each, QuizItem)
    may_come = _may_come(pool, sitting, exposure)
    fresh = _least_seen(may_come, history)
    near = sorted(fresh, key=lambda each: (_apart(estimates, each, target), each.id))[:k]
    if not near:
        return None
    # Each step of each sitting has draws of its own, or one item would win them all.
    salt = salted(seed, f"next item {len(history.quizzes)} {len(sitting)}")
    ((_, chosen),) = lowest(salt, [each.id for each in near], 1)
    return next(each for each in near if each.id == chosen)


def _may_come(
    items: Collection[QuizItem], sitting: Collection[str], exposure: Exposure
) -> list[QuizItem]:
    barred = {*sitting} | exposure.worn()
    # Items that name no elements say nothing of one another.
    elements = {frozenset(each.elements) for each in items if each.id in sitting} - {frozenset()}
    return [
        each for each in items if each.id not in barred and frozenset(each.elements) not in elements
    ]


def _least_seen(items: Collection[QuizItem], history: History) -> list[QuizItem]:
    seen = history.seen()
    least = min((seen[each.id] for each in items), default=0)
    return [each for each in items if seen[each.id] == least]


def _apart(estimates: Estimates, item: QuizItem, target: float) -> float:
    # Rounded, so that what is equally far is so on every platform, and ids decide.
    return round(abs(expected(estimates, item) - target), DIGITS)
