"""Law E: after an edit of the bank the same seed gives nearly the same quiz."""

import pytest
from hypothesis import assume, given, settings, strategies as st

from interview_kit import (
    Blueprint,
    InfeasibleError,
    Question,
    Quota,
    generate,
)
from interview_kit.quiz import ORDERS
from quiz_banks import (
    KINDS,
    ROLES,
    bank_of,
    fitting_by_hand,
    question,
    seeds,
    small_questions,
    without,
)
from test_quiz_generate import TINY, TINY_BANK, ids


@st.composite
def fixed_blueprints(draw: st.DrawFn, questions: list[Question]) -> Blueprint:
    """Blueprints that fix how many questions come from each class, and can be satisfied."""
    role = draw(st.sampled_from([(), ("sales",), ("admin",), ROLES]))
    fitting = fitting_by_hand(questions, Blueprint(role=role, length=1))
    assume(len(fitting) > 1)
    length = draw(st.integers(1, len(fitting) - 1))
    model = [each.kind for each in fitting[:length]]
    exact = [Quota(kind=each, at_least=n, at_most=n) for each in KINDS if (n := model.count(each))]
    include = draw(st.sampled_from([[], [fitting[0].id]]))
    order = draw(st.sampled_from(ORDERS))
    quotas = draw(st.sampled_from([[], exact]))
    return Blueprint(role=role, length=length, quotas=quotas, include=include, order=order)


@given(small_questions(enemies=False), seeds(), st.data())
@settings(max_examples=50)
def test_deleting_a_bystander_changes_nothing(
    questions: list[Question], seed: int | str, data: st.DataObject
) -> None:
    """Where each class gives a fixed number, a quiz stays as it is when an unselected question goes."""
    blueprint = data.draw(fixed_blueprints(questions))
    before = ids(generate(bank_of(questions), blueprint, seed=seed))
    for each in questions:
        if each.id not in before:
            rest = bank_of(without(questions, each.id))
            assert ids(generate(rest, blueprint, seed=seed)) == before


@given(small_questions(enemies=False), seeds(), st.data())
@settings(max_examples=50)
def test_inserting_a_question_changes_at_most_one(
    questions: list[Question], seed: int | str, data: st.DataObject
) -> None:
    """Where each class gives a fixed number, a new question takes one place or none; the rest stay."""
    blueprint = data.draw(fixed_blueprints(questions))
    before = ids(generate(bank_of(questions), blueprint, seed=seed))
    new = question("New", kind=data.draw(st.sampled_from(KINDS)))
    after = ids(generate(bank_of([*questions, new]), blueprint, seed=seed))
    kept = [id for id in after if id != "New"]
    assert kept == [id for id in before if id in kept]
    assert len(after) == len(before)
    assert len(kept) >= len(before) - 1


def test_new_questions_do_get_their_place() -> None:
    """A question that is inserted does come up, as often as any other."""
    bank = bank_of([*TINY[2:], question("New")])
    drawn = [ids(generate(bank, Blueprint(length=1), seed=n)) for n in range(200)]
    assert ["New"] in drawn


def test_unknown_labels_are_merely_not_there() -> None:
    """A tag that no question carries is no mistake, but cannot be asked for."""
    with pytest.raises(InfeasibleError) as caught:
        generate(TINY_BANK, Blueprint(length=1, quotas=[Quota(tag="vip", at_least=1)]), seed=1)
    assert caught.value.conflict == ("quota 0",)
    assert generate(TINY_BANK, Blueprint(length=1, quotas=[Quota(tag="vip", at_most=0)]), seed=1)
