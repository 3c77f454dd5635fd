"""Adaptive order: what answers tell, and which item comes next."""

import json
from collections.abc import Sequence
from math import exp, log
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, strategies as st
from hypothesis.strategies import DrawFn

from interview_kit import InvalidValueError, document, structure
from interview_kit.knowledge import (
    Estimates,
    Exposure,
    Grade,
    ItemEstimate,
    anew,
    chance_of,
    expected,
    grade,
    next_item,
    updated,
)
from interview_kit.model import QuizItem
from interview_kit.model.seeds import salted
from interview_kit.quiz import History
from interview_kit.quiz._stream import proportional
from knowledge_cases import SAID, graded, item, items

POOL = [
    item(form, id=f"I{n:02}", difficulty=1 + n % 5)
    for n, form in enumerate(["one_of", "true_false", "several_of"] * 10)
]
IDS = [each.id for each in POOL]


def scored(asked: QuizItem, points: float | None) -> Grade:
    """Make a grade of so many points."""
    return Grade(
        item=asked.id,
        rule="all_or_nothing",
        points=points,
        chance=chance_of(asked),
        explanation=SAID,
    )


@st.composite
def estimates(draw: DrawFn) -> Estimates:
    """A learner of any level, and estimates of some items of the pool."""
    logits = st.floats(-10, 10)
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=6))
    return Estimates(
        level=draw(logits),
        answers=draw(st.integers(0, 500)),
        items=[
            ItemEstimate(item=id, difficulty=draw(logits), answers=draw(st.integers(1, 500)))
            for id in ids
        ],
    )


def shown(sittings: int, length: int, exposure: Exposure) -> Exposure:
    """Let learners of one level be asked so many items each."""
    for learner in range(sittings):
        asked: list[str] = []
        for _ in range(length):
            found = next_item(POOL, Estimates(), seed=learner, asked=asked, exposure=exposure)
            if found:
                asked.append(found.id)
        exposure = exposure.with_sitting(asked)
    return exposure


@given(estimates(), items(), st.floats(0, 0.75))
def test_expected_points_lie_between_chance_and_everything(
    known: Estimates, asked: QuizItem, chance: float
) -> None:
    """Nobody is expected to get less than guessing does."""
    assert chance <= expected(known, asked, chance=chance) <= 1.0


@given(st.floats(-10, 10), st.floats(-10, 10), items())
def test_who_knows_more_is_expected_to_get_more(one: float, other: float, asked: QuizItem) -> None:
    """The expected points grow with the level, and fall with the difficulty."""
    low, high = sorted((one, other))
    assert expected(Estimates(level=low), asked) <= expected(Estimates(level=high), asked)
    found = [
        Estimates(items=[ItemEstimate(item=asked.id, difficulty=each, answers=1)])
        for each in (low, high)
    ]
    assert expected(found[0], asked) >= expected(found[1], asked)


def test_expected_points_by_hand() -> None:
    """Half of what guessing leaves is expected where level and difficulty are equal."""
    asked = item("true_false", difficulty=4)
    assert expected(Estimates(level=1.0), asked) == 0.75
    assert expected(Estimates(level=1.0 + log(3)), asked) == pytest.approx(0.875)
    assert expected(Estimates(level=1.0), asked, chance=0.0) == 0.5


def test_difficulty_begins_with_the_authors() -> None:
    """What nobody answered is as difficult as its authors said."""
    found = [Estimates().of(item(difficulty=each)) for each in range(1, 6)]
    assert found == [(-2.0, 0), (-1.0, 0), (0.0, 0), (1.0, 0), (2.0, 0)]


@given(estimates(), st.sampled_from(POOL), st.sampled_from([0.0, 0.5, 1.0]))
def test_answers_move_level_and_difficulty_apart(
    known: Estimates, asked: QuizItem, points: float
) -> None:
    """More points than expected raise the level and lower the difficulty, and the reverse."""
    later = updated(known, asked, scored(asked, points))
    surprise = points - expected(known, asked)
    assert (later.level - known.level) * surprise >= 0
    assert (later.of(asked)[0] - known.of(asked)[0]) * surprise <= 0
    assert (later.answers, later.of(asked)[1]) == (known.answers + 1, known.of(asked)[1] + 1)
    others = [each for each in known.items if each.item != asked.id]
    assert [each for each in later.items if each.item != asked.id] == others
    assert [each.item for each in later.items] == sorted(each.item for each in later.items)


def test_later_answers_move_less() -> None:
    """A surprise of equal size moves an estimate by 1 / (1 + 0.05 n) of it."""
    asked = item("true_false", difficulty=3)
    moves = [updated(Estimates(answers=n), asked, scored(asked, 1.0)).level for n in (0, 20, 180)]
    assert moves == [0.25, 0.125, 0.025]


@given(estimates(), graded())
def test_grades_of_every_rule_can_be_learnt_from(known: Estimates, case: Any) -> None:
    """Whatever form and rule, estimates stay within their bounds and survive JSON."""
    asked, rule, response = case
    later = updated(known, asked, grade(asked, response, rule=rule))
    assert structure(json.loads(json.dumps(document(later))), Estimates) == later


@given(estimates(), st.sampled_from(POOL))
def test_what_is_not_answered_tells_nothing(known: Estimates, asked: QuizItem) -> None:
    """A skipped item is no wrong one."""
    assert updated(known, asked, scored(asked, None)) == known


@given(estimates())
def test_another_learner_begins_anew(known: Estimates) -> None:
    """The items keep what earlier learners told of them."""
    assert anew(known) == Estimates(items=known.items)


@given(estimates(), st.integers(), st.lists(st.sampled_from(IDS), unique=True, max_size=20))
def test_the_next_item_is_one_of_the_nearest(known: Estimates, seed: int, asked: list[str]) -> None:
    """It was not asked yet, and fewer than k of the others lie nearer to the target."""
    found = next_item(POOL, known, seed=seed, asked=asked, k=3, target=0.7)
    assert found
    assert found.id not in asked
    apart = abs(expected(known, found) - 0.7)
    others = [each for each in POOL if each.id not in asked]
    assert sum(abs(expected(known, each) - 0.7) < apart for each in others) < 3


@given(estimates(), st.integers(), st.permutations(POOL))
def test_the_order_of_the_items_changes_nothing(
    known: Estimates, seed: int, mixed: list[QuizItem]
) -> None:
    """One seed gives one item, however the items are stored."""
    assert next_item(mixed, known, seed=seed) == next_item(POOL, known, seed=seed)


def test_each_of_the_nearest_comes_as_often() -> None:
    """Over the seeds every one of the k has its share."""
    found = [next_item(POOL, Estimates(), seed=each, k=4) for each in range(400)]
    counts = {each.id: found.count(each) for each in found if each}
    assert len(counts) == 4
    assert all(70 <= each <= 130 for each in counts.values())


def test_every_step_has_draws_of_its_own() -> None:
    """One seed does not favour the same items at each step and in each sitting."""
    later = History().with_quiz(["gone"])
    first, second, other = (
        [next_item(POOL, Estimates(), seed=n, asked=asked, history=history) for n in range(20)]
        for asked, history in (([], History()), (["gone"], History()), ([], later))
    )
    assert first != second
    assert first != other


@given(st.integers(0, 999))
def test_nothing_is_repeated_until_all_was_asked(seed: int) -> None:
    """Sitting after sitting brings new items, and then the least seen again."""
    history, pool = History(), POOL[:6]
    for _ in range(4):
        asked: list[str] = []
        for _ in range(3):
            found = next_item(pool, Estimates(), seed=seed, asked=asked, history=history)
            assert found
            asked.append(found.id)
        history = history.with_quiz(asked)
    assert [history.seen()[each.id] for each in pool] == [2] * 6


def test_a_sitting_ends_when_all_was_asked() -> None:
    """Within one sitting nothing comes twice."""
    assert next_item(POOL, Estimates(), seed=1, asked=IDS) is None
    assert next_item([], Estimates(), seed=1) is None


def test_enemies_do_not_meet_in_one_sitting() -> None:
    """Items of equal elements give each other away; those without any do not."""
    pool = [
        item(id="A", elements=["stages/hr", "stages/user"]),
        item(id="B", elements=["stages/user", "stages/hr"]),
        item(id="C", elements=["stages/hr"]),
        item(id="D"),
        item(id="E"),
    ]
    left = {each for n in range(50) if (each := next_item(pool, Estimates(), seed=n, asked=["A"]))}
    assert {each.id for each in left} == {"C", "D", "E"}
    assert next_item(pool, Estimates(), seed=1, asked=["A", "C", "D", "E"]) is None
    assert next_item(pool, Estimates(), seed=1, asked=["C", "D"])


def test_no_item_is_shown_too_often() -> None:
    """No item comes in more than its share of the sittings, and one more."""
    free, bound = shown(40, 5, Exposure()), shown(40, 5, Exposure(most=0.3))
    assert max(times for _, times in free.counts) > 13
    assert max(times for _, times in bound.counts) <= 13
    assert sum(times for _, times in bound.counts) == 200


def test_exposure_survives_json() -> None:
    """Counts are pairs, sorted by id, in the document too."""
    found = Exposure(counts=[("B", 2), ("A", 1)], sittings=4, most=0.25)
    assert document(found) == {"counts": [["A", 1], ["B", 2]], "sittings": 4, "most": 0.25}
    assert structure(document(found), Exposure) == found
    assert found.worn() == {"B"}


@pytest.mark.parametrize("counts", [[("A",)], [("A", -1)], [("A", 1.0)], [("A", 1), ("A", 2)]])
def test_counts_that_cannot_be_are_refused(counts: Any) -> None:
    """An item is counted once, in whole numbers."""
    with pytest.raises(InvalidValueError):
        Exposure(counts=counts)


@pytest.mark.parametrize(
    ("wrong", "where"),
    [({"k": 0}, "k"), ({"k": 2.0}, "k"), ({"target": 1.5}, "target"), ({"seed": None}, "seed")],
)
def test_wrong_arguments_are_refused(wrong: dict[str, Any], where: str) -> None:
    """The error names the argument."""
    with pytest.raises(InvalidValueError) as raised:
        next_item(POOL, Estimates(), **({"seed": 1} | wrong))
    assert raised.value.where == where


def test_only_items_come_and_only_their_grades_tell() -> None:
    """What is no item, no estimate or of another item is refused."""
    wrong: Any = ["I00"]
    with pytest.raises(InvalidValueError, match="items: found 'I00', allowed is a QuizItem"):
        next_item(wrong, Estimates(), seed=1)
    with pytest.raises(InvalidValueError, match="only ItemEstimate"):
        Estimates(items=wrong)
    with pytest.raises(InvalidValueError, match="grade: found one of 'I01'"):
        updated(Estimates(), POOL[0], scored(POOL[1], 1.0))


def ranks(values: Sequence[float]) -> list[int]:
    """Give each value its place in their order."""
    return [sorted(values).index(each) for each in values]


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Correlate the ranks of different values: 1 - 6 sum(d^2) / (n (n^2 - 1))."""
    apart = sum((i - j) ** 2 for i, j in zip(ranks(one), ranks(other), strict=True))
    return 1 - 6 * apart / (len(one) * (len(one) ** 2 - 1))


def simulated(seed: int, *, learners: int, answers: int, adaptive: bool) -> tuple[float, float]:
    """Let learners of known levels answer items of known difficulties, in turns.

    Returns:
        How well the estimates order the learners, and the items.
    """
    salt, unit = salted(seed, "simulated"), 1 << 53

    def draw(name: str) -> float:
        return proportional(salt, (name,), unit) / unit

    levels = [4 * place / (learners - 1) - 2 for place in range(learners)]
    true = {each.id: each.difficulty - 3 + 2.4 * draw(each.id) - 1.2 for each in POOL}
    known, minds, histories = Estimates(), learners * [(0.0, 0)], learners * [History()]
    for turn in range(answers):
        for who, level in enumerate(levels):
            known = evolve(known, level=minds[who][0], answers=minds[who][1])
            name = f"{who} {turn}"
            found = POOL[int(draw(f"item {name}") * len(POOL))]
            if adaptive:
                found = next_item(POOL, known, seed=name, history=histories[who]) or found
                histories[who] = histories[who].with_quiz([found.id])
            chance = chance_of(found)
            knows = chance + (1 - chance) / (1 + exp(true[found.id] - level))
            known = updated(known, found, scored(found, float(draw(f"answer {name}") < knows)))
            minds[who] = (known.level, known.answers)
    found_levels = [mind[0] for mind in minds]
    difficulties = [known.of(each)[0] for each in POOL]
    return spearman(levels, found_levels), spearman([*true.values()], difficulties)


@pytest.mark.parametrize(("seed", "adaptive"), [(1, False), (2, False), (1, True)])
def test_two_hundred_answers_tell_learners_apart(seed: int, *, adaptive: bool) -> None:
    """The estimates order learners as their true levels do, and items as their difficulties do."""
    learners, difficulties = simulated(seed, learners=20, answers=200, adaptive=adaptive)
    assert learners >= 0.9
    assert difficulties >= 0.9


def test_ranks_are_correlated_as_in_the_textbook() -> None:
    """Equal orders give 1, reversed ones -1, and one swap of neighbours among four 0.8."""
    assert spearman([1, 2, 3, 4], [1, 3, 2, 4]) == pytest.approx(0.8)
    assert [spearman([1, 2, 3], [2, 4, 9]), spearman([1, 2, 3], [9, 4, 2])] == [1.0, -1.0]
