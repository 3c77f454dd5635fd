"""Classes: what can be told apart is, what cannot is one class, and enemies are decided together."""

from collections import Counter
from math import comb

from hypothesis import given, settings, strategies as st

from interview_kit import Blueprint, Question, Quota
from interview_kit.quiz._classes import Class, classes_of
from quiz_banks import (
    clusters_by_hand,
    demanded,
    fitting_by_hand,
    question,
    small_blueprints,
    small_questions,
)


def shown(classes: tuple[Class, ...]) -> list[tuple[str, list[int]]]:
    """Give for each class its names and in how many ways so many can be taken."""
    return [(",".join(each.names), [move.ways for move in each.moves]) for each in classes]


def members(each: Class) -> set[str]:
    """Give the questions of which a class can take one."""
    return {id for move in each.moves for id in move.alike.members}


@given(small_questions(), small_blueprints())
@settings(max_examples=50)
def test_classes_share_out_the_questions(questions: list[Question], blueprint: Blueprint) -> None:
    """Every question that fits is in one class, unless an enemy that must be in keeps it out."""
    found = classes_of(demanded(questions, blueprint))
    counted = Counter(id for each in found for id in members(each))
    fitting = fitting_by_hand(questions, blueprint)
    included = {*blueprint.include}
    kept_out = {
        id
        for cluster in clusters_by_hand(fitting, blueprint)
        for id in cluster
        if cluster & included and cluster & included != {id}
    }
    assert counted == Counter(each.id for each in fitting if each.id not in kept_out)
    assert len({each.names for each in found}) == len(found)


@given(small_questions(), small_blueprints(), st.data())
@settings(max_examples=50)
def test_order_of_questions_does_not_count(
    questions: list[Question], blueprint: Blueprint, data: st.DataObject
) -> None:
    """Questions in any order make the same classes in the same order."""
    shuffled = data.draw(st.permutations(questions))
    assert classes_of(demanded(shuffled, blueprint)) == classes_of(demanded(questions, blueprint))


@given(small_questions(), small_blueprints())
@settings(max_examples=50)
def test_members_that_stand_together_are_alike(
    questions: list[Question], blueprint: Blueprint
) -> None:
    """Questions that stand together count for the same limits and, under a window, take the same time."""
    demand = demanded(questions, blueprint)
    for each in classes_of(demand):
        for alike in {move.alike for move in each.moves}:
            for id in alike.members:
                counts_for = [n for n, limit in enumerate(demand.limits) if id in limit.ids]
                assert list(alike.counts_for) == counts_for
                assert alike.minutes == (demand.pool[id].minutes if blueprint.minutes else 0)
            assert alike.members == tuple(sorted(alike.members))
            assert each.counts_for >= {*alike.counts_for}


def test_interchangeable_questions_form_one_class() -> None:
    """Questions that count alike are one class, of which any number up to the length can be taken."""
    questions = [question(f"Q{n}", minutes=n) for n in range(1, 6)]
    found = classes_of(demanded(questions, Blueprint(length=3)))
    assert shown(found) == [("0:", [5, 10, 10])]
    assert [move.taken for move in found[0].moves] == [1, 2, 3]


def test_length_caps_what_is_taken() -> None:
    """No move takes more than the longest quiz or the class has."""
    questions = [question(f"Q{n}") for n in range(6)]
    for longest in (1, 4, 9):
        [only] = classes_of(demanded(questions, Blueprint(length=(1, longest))))
        assert [m.ways for m in only.moves] == [comb(6, k) for k in range(1, min(6, longest) + 1)]


def test_minutes_tell_questions_apart_where_time_is_limited() -> None:
    """Under a time window questions of unlike length are of unlike classes."""
    questions = [question("Q1", minutes=3), question("Q2", minutes=3), question("Q3", minutes=8)]
    found = classes_of(demanded(questions, Blueprint(length=2, minutes=(11, 11))))
    assert shown(found) == [("3:", [2, 1]), ("8:", [1])]


def test_quotas_tell_questions_apart() -> None:
    """The name of a class says which limits its questions count for, and nothing else."""
    questions = [question("Q1"), question("Q2", kind="technical"), question("Q3", difficulty=5)]
    quotas = [Quota(kind="past", at_least=1), Quota(difficulty=5, at_most=1)]
    found = classes_of(demanded(questions, Blueprint(length=2, quotas=quotas)))
    assert [each.names for each in found] == [("0:",), ("0:0",), ("0:0,1",)]


def test_a_cluster_is_a_class_that_gives_at_most_one() -> None:
    """Enemies of enemies are one class named by its members; each signature is a choice of its own."""
    questions = [
        question("Q1"),
        question("Q2", enemies=["Q3"]),
        question("Q3", kind="technical"),
        question("Q4", enemies=["Q3"]),
    ]
    blueprint = Blueprint(length=3, quotas=[Quota(kind="technical", at_most=1)])
    found = classes_of(demanded(questions, blueprint))
    assert shown(found) == [("0:", [1]), ("member Q2,member Q4,member Q3", [2, 1])]
    assert {move.taken for move in found[1].moves} == {1}
    assert clusters_by_hand(questions, blueprint) == [{"Q1"}, {"Q2", "Q3", "Q4"}]


def test_what_must_be_in_is_a_class_that_must_be_taken() -> None:
    """An included question stands alone and forced; its enemies cannot be taken."""
    questions = [question("Q1"), question("Q2", enemies=["Q3"]), question("Q3"), question("Q4")]
    plain, own, *rest = classes_of(demanded(questions, Blueprint(length=2, include=["Q3"])))
    assert (plain.forced, own.forced, rest) == (False, True, [])
    assert members(own) == {"Q3"}
    assert members(plain) == {"Q1", "Q4"}


def test_enemies_that_must_both_be_in_leave_nothing() -> None:
    """A cluster of which two must be in is forced and offers no move."""
    blueprint = Blueprint(length=2, include=["Q1", "Q2"], enemies=[["Q1", "Q2"]])
    [only] = classes_of(demanded([question("Q1"), question("Q2")], blueprint))
    assert (only.forced, only.moves) == (True, ())
