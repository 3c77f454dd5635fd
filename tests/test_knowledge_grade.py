"""Grades: what is told of one response, and of many."""

import json
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError, document, structure
from interview_kit.knowledge import Grade, Rule, Totals, grade, total
from interview_kit.knowledge._grade import OptionGrade
from interview_kit.model import QuizItem
from knowledge_cases import SAID, graded, item, items, key_of

Case = tuple[QuizItem, Rule, Any]


def made(points: float | None, chance: float = 0.25) -> Grade:
    """Make a grade of so many points."""
    return Grade(item="A", rule="penalty", points=points, chance=chance, explanation=SAID)


@given(graded())
def test_a_grade_tells_what_to_show(case: Case) -> None:
    """Explanation and rationales are those of the item, option by option."""
    asked, rule, response = case
    found = grade(asked, response, rule=rule)
    assert (found.item, found.rule, found.explanation) == (asked.id, rule, asked.explanation)
    assert [(each.option, each.rationale) for each in found.options] == [
        (each.id, each.rationale) for each in asked.options
    ]
    assert found.answered
    assert found.correct == (found.points == 1.0)


@given(items())
def test_the_key_makes_every_choice_right(asked: QuizItem) -> None:
    """With the key, what is chosen is what is right."""
    found = grade(asked, key_of(asked))
    assert found.correct
    assert all(each.chosen == each.right for each in found.options)


@given(items())
def test_what_is_not_answered_has_no_points(asked: QuizItem) -> None:
    """No answer is no zero, and nothing was chosen; what is right is told all the same."""
    found = grade(asked, None)
    assert (found.points, found.corrected, found.answered, found.correct) == (
        None,
        None,
        False,
        False,
    )
    assert not any(each.chosen for each in found.options)
    told = {each.option for each in found.options if each.right or each.place or each.target}
    is_whole = asked.form in {"ordering", "matching"}
    assert told == ({each.id for each in asked.options} if is_whole else {*asked.key})


def test_picks_are_told_apart() -> None:
    """Each option says whether it was picked and whether it should have been."""
    found = grade(item("several_of"), ["a", "b"])
    assert [(each.option, each.chosen, each.right) for each in found.options] == [
        ("a", True, True),
        ("b", True, False),
        ("c", False, True),
        ("d", False, False),
    ]


def test_places_are_told_apart() -> None:
    """Each option says where it belongs, and whether it was put there."""
    found = grade(item("ordering"), ["b", "c", "d", "a"])
    assert [(each.option, each.place, each.right) for each in found.options] == [
        ("a", 4, True),
        ("b", 2, False),
        ("c", 1, False),
        ("d", 3, True),
    ]


def test_targets_are_told_apart() -> None:
    """Each option says with which target it belongs, and whether it was matched with it."""
    found = grade(item("matching"), {"a": "z", "b": "w", "c": "y"})
    assert [(each.option, each.target, each.right) for each in found.options] == [
        ("a", "z", True),
        ("b", "x", False),
        ("c", "w", False),
    ]


@given(graded())
def test_grades_survive_json(case: Case) -> None:
    """A host stores a grade as JSON and reads back the same."""
    asked, rule, response = case
    for found in (grade(asked, response, rule=rule), grade(asked, None)):
        assert structure(json.loads(json.dumps(document(found))), Grade) == found


def test_the_repr_tells_no_choice() -> None:
    """What a candidate chose does not get into logs by accident."""
    assert "chosen" not in repr(grade(item("several_of"), ["a"]))


@given(st.lists(graded()), st.integers(0, 3))
def test_totals_add_up(cases: list[Case], skipped: int) -> None:
    """Points are those of all; what was not answered counts in `of` alone."""
    grades = [grade(asked, response, rule=rule) for asked, rule, response in cases]
    found = total([*grades, *skipped * [grade(item(), None)]])
    points = [Fraction(each.points or 0) for each in grades]
    assert (found.answered, found.of, found.most) == (len(cases), len(cases) + skipped, len(cases))
    assert found.points == float(sum(points))
    assert (found.share is None) == (found.corrected is None) == (not cases)
    assert found == total([*skipped * [grade(item(), None)], *grades[::-1]])
    assert structure(json.loads(json.dumps(document(found))), Totals) == found


@given(st.integers(2, 9), st.integers(0, 20), st.integers(0, 20))
def test_the_correction_is_the_classic_one(options: int, rights: int, wrongs: int) -> None:
    """With one right of k options it is rights minus wrongs / (k - 1), over the answered ones."""
    chance = 1 / options
    found = total([*rights * [made(1.0, chance)], *wrongs * [made(0.0, chance)]])
    if rights + wrongs:
        classic = (rights - wrongs / (options - 1)) / (rights + wrongs)
        assert found.corrected == pytest.approx(classic, abs=1e-12)


def test_guessing_is_worth_nothing() -> None:
    """Who gets what chance gets has 0, and who gets everything has 1."""
    assert total([made(0.25), made(0.25), made(None)]).corrected == 0.0
    assert total([made(1.0), made(1.0)]).corrected == 1.0


@pytest.mark.parametrize(
    "wrong",
    [
        {"points": 1.5, "answered": 1, "of": 1, "corrected": 1.0},
        {"points": 1.0, "answered": 2, "of": 1, "corrected": 1.0},
        {"points": 1.0, "answered": 1, "of": 1},
        {"of": 1, "corrected": 0.0},
    ],
)
def test_totals_that_cannot_be_are_refused(wrong: dict[str, Any]) -> None:
    """No more points than answers, no more answers than items, and no figure about nothing."""
    with pytest.raises(InvalidValueError, match="Totals"):
        Totals(**wrong)


def test_only_items_are_graded_and_only_grades_added() -> None:
    """Arguments in the wrong place are named."""
    wrong: Any = "item"
    with pytest.raises(InvalidValueError, match="item: found 'item', allowed is a QuizItem"):
        grade(wrong, "a")
    with pytest.raises(InvalidValueError, match="grades: found 'item', allowed is a Grade"):
        total([wrong])


def test_options_are_graded_once() -> None:
    """A grade that tells of one option twice is refused."""
    twice = 2 * [OptionGrade(option="a", rationale=SAID)]
    with pytest.raises(InvalidValueError, match="each option once"):
        Grade(item="A", rule="penalty", chance=0.25, explanation=SAID, options=twice)
