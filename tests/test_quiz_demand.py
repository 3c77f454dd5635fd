"""Demands: the pool, the limits and the clusters that a blueprint makes of a bank."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings, strategies as st

from interview_kit import Blueprint, Question, Quota, UnknownIdError
from interview_kit.quiz._demand import ENEMIES, EXCLUDE, MINUTES, Limit, demand_of
from quiz_banks import (
    bank_of,
    clusters_by_hand,
    counts_by_hand,
    demanded,
    fitting_by_hand,
    question,
    satisfies,
    small_blueprints,
    small_questions,
)

FULL = Blueprint(
    role="sales",
    length=(2, 3),
    minutes=(5, 30),
    quotas=[Quota(kind="past", at_least=1), Quota(difficulty=(4, 5), at_most=1)],
    include=["Q2", "Q1"],
)
THREE = [question("Q1"), question("Q2", roles=["admin"]), question("Q3", kind="technical")]


@given(small_questions(), small_blueprints())
@settings(max_examples=50)
def test_pools_hold_what_fits(questions: list[Question], blueprint: Blueprint) -> None:
    """The pool is what is for the roles or must be in, less what is excluded."""
    demand = demanded(questions, blueprint)
    assert dict(demand.pool) == {each.id: each for each in fitting_by_hand(questions, blueprint)}


@given(small_questions(), small_blueprints())
@settings(max_examples=50)
def test_limits_name_the_questions_that_count(
    questions: list[Question], blueprint: Blueprint
) -> None:
    """Each quota becomes a limit, in order, on the questions that fit all of its facets."""
    demand = demanded(questions, blueprint)
    assert [limit.key for limit in demand.limits] == [
        f"quota {place}" for place in range(len(blueprint.quotas))
    ]
    for limit, quota in zip(demand.limits, blueprint.quotas, strict=True):
        assert limit.ids == {each.id for each in questions if counts_by_hand(quota, each)}
        assert (limit.at_least, limit.at_most) == (quota.at_least, quota.at_most)


@given(small_questions(), small_blueprints())
@settings(max_examples=50)
def test_clusters_are_components_of_enemies(
    questions: list[Question], blueprint: Blueprint
) -> None:
    """Questions with an enemy in the pool are named by the first of all they are connected with."""
    demand = demanded(questions, blueprint)
    components = clusters_by_hand(demand.pool.values(), blueprint)
    expected = {id: min(each) for each in components if len(each) > 1 for id in each}
    # A group of which only one is there may leave it as a cluster of one, which asks for nothing.
    alone = {id: head for id, head in demand.clusters.items() if id not in expected}
    assert {**demand.clusters} == expected | alone
    assert all(id == head for id, head in alone.items())


def test_enemies_connect_through_both_sources() -> None:
    """Enemies of the content and of the blueprint make one cluster together."""
    questions = [question("Q1", enemies=["Q2"]), *(question(f"Q{n}") for n in (2, 3, 4))]
    demand = demanded(questions, Blueprint(length=2, enemies=[["Q3", "Q2"]]))
    assert demand.clusters == {"Q1": "Q1", "Q2": "Q1", "Q3": "Q1"}


@pytest.mark.parametrize("absent", [{"role": "sales"}, {"exclude": ["Q3"]}], ids=str)
def test_enemies_that_cannot_come_do_not_count(absent: dict[str, Any]) -> None:
    """A question outside the pool makes no enemies of others."""
    questions = [
        question("Q1", enemies=["Q3"]),
        question("Q2", enemies=["Q3"]),
        question("Q3", roles=["admin"]),
    ]
    assert demanded(questions, Blueprint(length=2, **absent)).clusters == {}
    assert len(demanded(questions, Blueprint(length=2)).clusters) == 3


@given(small_questions(), small_blueprints(), st.data())
@settings(max_examples=50)
def test_holding_agrees_with_trial(
    questions: list[Question], blueprint: Blueprint, data: st.DataObject
) -> None:
    """A demand holds for questions just if their minutes and all quotas do."""
    demand = demanded(questions, evolve(blueprint, include=(), exclude=()))
    chosen = data.draw(st.lists(st.sampled_from(questions), min_size=1, unique_by=id))
    chosen = [each for each in chosen if each.id in demand.pool]
    free = evolve(blueprint, length=(1, 30), include=(), exclude=())
    if chosen:
        assert demand.holds_for([each.id for each in chosen]) == satisfies(chosen, free)


@pytest.mark.parametrize(
    ("at_least", "at_most", "held"),
    [(0, None, [0, 1, 2]), (1, None, [1, 2]), (0, 1, [0, 1]), (1, 1, [1]), (2, 2, [2])],
)
def test_limits_count(at_least: int, at_most: int | None, held: list[int]) -> None:
    """A limit holds for as many questions of its set as it says, whatever else is there."""
    limit = Limit(key="quota 0", ids=frozenset("AB"), at_least=at_least, at_most=at_most)
    assert [n for n in range(3) if not limit.missed(["X", *"AB"[:n]])] == held


def test_requirements_have_keys_in_order() -> None:
    """Time, quotas, inclusions, exclusions and enemies can be named; role and length cannot."""
    demand = demanded(THREE, FULL)
    assert demand.requirements() == (MINUTES, "quota 0", "quota 1", "include Q1", "include Q2")
    hostile = Blueprint(length=2, exclude=["Q1"], enemies=[["Q2", "Q3"]])
    assert demanded(THREE, hostile).requirements() == (EXCLUDE, ENEMIES)
    assert demanded(THREE, Blueprint(length=2, enemies=[["Q2"]])).requirements() == ()
    assert demanded(THREE, Blueprint(role="sales", length=2)).requirements() == ()


@given(small_questions(), small_blueprints(), st.data())
@settings(max_examples=50)
def test_requirements_can_be_dropped(
    questions: list[Question], blueprint: Blueprint, data: st.DataObject
) -> None:
    """What is kept stays in order; exclusions and enemies that are dropped bind no more."""
    demand = demanded(questions, blueprint)
    kept = [key for key in demand.requirements() if data.draw(st.booleans())]
    left = demand.only(reversed(kept))
    assert left.requirements() == tuple(kept)
    assert left.length == demand.length
    assert left.clusters == (demand.clusters if "enemies" in kept else {})
    lifted = demand.excluded if "exclude" not in kept else {}
    assert left.pool == {**demand.pool, **lifted}
    everything = demand.only(demand.requirements())
    assert everything.requirements() == demand.requirements()
    assert everything.limits == demand.limits


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        ({"role": "salse"}, UnknownIdError("role", "salse", ("sales",), 2)),
        ({"role": ["sales", "operator"]}, UnknownIdError("role", "operator", (), 2)),
        (
            {"quotas": [Quota(stage="usr", at_most=1)]},
            UnknownIdError("stage", "usr", ("user",), 2),
        ),
        (
            {"quotas": [Quota(goal="skil", at_most=1)]},
            UnknownIdError("goal", "skil", ("skill",), 2),
        ),
        (
            {"quotas": [Quota(competency="listenin", at_most=1)]},
            UnknownIdError("competency", "listenin", ("listening",), 2),
        ),
        ({"include": ["zebra"]}, UnknownIdError("question", "zebra", (), 3)),
        ({"exclude": ["zebra"]}, UnknownIdError("question", "zebra", (), 3)),
        ({"enemies": [["Q1", "zebra"]]}, UnknownIdError("question", "zebra", (), 3)),
    ],
    ids=str,
)
def test_unknown_names_are_refused(asked: dict[str, Any], error: UnknownIdError) -> None:
    """A name that the bank has not is an error with the nearest names."""
    with pytest.raises(UnknownIdError) as caught:
        demand_of(bank_of(THREE), Blueprint(length=1, **asked))
    assert caught.value == error


def test_labels_need_not_be_known() -> None:
    """A tag or language that no question carries is no mistake; none counts towards it."""
    quotas = [Quota(tag="vip", at_most=1), Quota(language="fr", at_most=1)]
    demand = demanded(THREE, Blueprint(length=1, quotas=quotas))
    assert [limit.ids for limit in demand.limits] == [frozenset(), frozenset()]
