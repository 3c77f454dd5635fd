"""Plans: what is too much for the table is left to rejection, or refused."""

import tracemalloc
from hashlib import blake2b
from math import comb

import pytest
from attrs import evolve
from hypothesis import assume, given, settings, strategies as st

from interview_kit import Blueprint, InfeasibleError, Question, Quota
from interview_kit.errors import BlueprintError
from interview_kit.quiz import Prepared, prepare
from interview_kit.quiz._demand import Demand
from interview_kit.quiz._plan import LEAST_ACCEPTANCE, Plan, plan_of, planned
from interview_kit.quiz._sentences import crossing_refusal
from interview_kit.quiz._table import TooManyStatesError, build_table
from quiz_banks import (
    KINDS,
    bank_of,
    demanded,
    question,
    quizzes_by_hand,
    satisfies,
    seeds,
    small_blueprints,
    small_questions,
)

TAGS = [f"t{number}" for number in range(12)]


def carries(number: int, tag: str) -> bool:
    """Tell whether a question carries a tag: two in five do, without pattern."""
    return blake2b(f"{number}/{tag}".encode()).digest()[0] % 5 < 2


#: No two of these questions carry the same tags, so that each is a class of its own.
MANY = [
    question(f"Q{number}", minutes=3 + number % 5, tags=[t for t in TAGS if carries(number, t)])
    for number in range(60)
]


def crossing(*, length: int, at_least: int) -> Blueprint:
    """Ask for so many questions with each of twelve tags."""
    return Blueprint(length=length, quotas=[Quota(tag=tag, at_least=at_least) for tag in TAGS])


@pytest.fixture(name="plan", scope="module")
def wide_plan() -> Plan:
    """Give a plan that leaves something to rejection."""
    return planned(demanded(MANY, crossing(length=10, at_least=2)))


def rejecting(demand: Demand, rejected: tuple[str, ...]) -> Plan:
    """Make a plan whose table leaves out some requirements that it could count."""
    kept = [key for key in demand.requirements() if key not in rejected]
    return plan_of(demand, build_table(demand.only(kept)), rejected)


@given(small_questions(), small_blueprints())
@settings(max_examples=50)
def test_what_fits_the_table_is_counted(questions: list[Question], blueprint: Blueprint) -> None:
    """A plan for a small bank is exact and leaves nothing to rejection."""
    plan = planned(demanded(questions, blueprint))
    assert (plan.is_exact, plan.rejected) == (True, ())
    assert plan.table.total == len(quizzes_by_hand(questions, blueprint))


@given(small_questions(), small_blueprints(), seeds(), st.data())
@settings(max_examples=50)
def test_draws_satisfy_what_is_rejected(
    questions: list[Question], blueprint: Blueprint, seed: int | str, data: st.DataObject
) -> None:
    """Whatever is left out of the table, a draw is one of the quizzes found by trial."""
    possible = quizzes_by_hand(questions, blueprint)
    demand = demanded(questions, blueprint)
    free = [key for key in demand.requirements() if key.startswith(("minutes", "quota"))]
    assume(possible)
    rejected = tuple(key for key in free if data.draw(st.booleans()))
    assert frozenset(rejecting(demand, rejected).draw(seed)) in possible


def test_crossing_minima_are_planned_with_rejection(plan: Plan) -> None:
    """Twelve minima on sixty questions are beyond a table; as many as fit are counted all the same."""
    with pytest.raises(TooManyStatesError):
        build_table(demanded(MANY, crossing(length=10, at_least=2)))
    assert not plan.is_exact
    assert 0 < len(plan.rejected) < len(TAGS)
    assert plan.table.total > 0


def test_planned_draws_satisfy_everything(plan: Plan) -> None:
    """Each draw keeps every minimum, the rejected ones too, and seeds give different quizzes."""
    by_id = {each.id: each for each in MANY}
    drawn = [plan.draw(seed) for seed in range(40)]
    blueprint = crossing(length=10, at_least=2)
    assert all(satisfies([by_id[id] for id in ids], blueprint) for ids in drawn)
    assert len({*map(frozenset, drawn)}) == 40


def test_plans_are_deterministic(plan: Plan) -> None:
    """The same demand gives the same plan and the same draws, whatever the order of the bank."""
    again = planned(demanded(MANY[::-1], crossing(length=10, at_least=2)))
    assert again.rejected == plan.rejected
    assert [again.draw(seed) for seed in range(5)] == [plan.draw(seed) for seed in range(5)]


def test_some_table_draws_are_rejected(plan: Plan) -> None:
    """The table alone would also give what the rejected minima forbid."""
    exact = evolve(plan, rejected=())
    held = [plan.checked.holds_for(exact.draw(seed)) for seed in range(100)]
    assert {*held} == {True, False}


def test_uncounted_quizzes_have_no_number(plan: Plan) -> None:
    """What is left to rejection can be drawn, but neither counted nor ranked."""
    blueprint = crossing(length=10, at_least=2)
    prepared = Prepared(bank=bank_of(MANY), blueprint=blueprint, history=None, plan=plan)
    assert len(prepared.quiz(1).questions) == 10
    with pytest.raises(BlueprintError) as caught:
        _ = prepared.count
    assert caught.value.requirements == plan.rejected
    with pytest.raises(BlueprintError):
        prepared.nth(0)


def test_inclusions_are_always_counted() -> None:
    """What must be in is never left to rejection."""
    blueprint = evolve(crossing(length=10, at_least=2), include=["Q7", "Q9"])
    plan = planned(demanded(MANY, blueprint))
    assert plan.rejected
    assert not any(key.startswith("include") for key in plan.rejected)
    assert all({"Q7", "Q9"} <= {*plan.draw(seed)} for seed in range(10))


@pytest.mark.heavy
def test_what_is_too_rare_is_refused() -> None:
    """Minima that hardly any quiz keeps are refused with the names of those that were not counted."""
    demand = demanded(MANY, crossing(length=7, at_least=4))
    with pytest.raises(BlueprintError) as caught:
        planned(demand)
    named = caught.value.requirements
    assert 0 < len(named) < len(TAGS)
    assert {*named} < {*demand.requirements()}


@pytest.mark.parametrize(
    ("size", "is_refused"), [(40, False), (55, False), (130, True), (220, True)]
)
def test_acceptance_decides_what_is_refused(
    size: int,
    is_refused: bool,  # noqa: FBT001 - a parameter of the test
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where a known share of draws is accepted, 10^-4 of them parts what is drawn from what is not."""
    monkeypatch.setattr("interview_kit.quiz._table.MAX_STATES", 2)
    rare = [question(f"Q{n:03}", tags=["rare"] if n < 4 else []) for n in range(size)]
    demand = demanded(rare, Blueprint(length=10, quotas=[Quota(tag="rare", at_least=4)]))
    acceptance = comb(size - 4, 6) / comb(size, 10)
    assert not LEAST_ACCEPTANCE / 4 < acceptance < LEAST_ACCEPTANCE * 4
    assert (acceptance < LEAST_ACCEPTANCE) == is_refused
    if is_refused:
        with pytest.raises(BlueprintError):
            planned(demand)
    else:
        assert planned(demand).rejected == ("quota 0",)


def test_one_impossible_minimum_among_many_is_named() -> None:
    """A minimum that nothing counts towards is found, and is the whole conflict."""
    vip = Quota(tag="vip", at_least=1)
    few, more = (crossing(length=10, at_least=n) for n in (1, 2))
    blueprint = evolve(few, quotas=[*few.quotas, vip])
    beyond = evolve(more, quotas=[*more.quotas, vip])
    assert planned(demanded(MANY, beyond)).table.total == 0
    with pytest.raises(InfeasibleError) as caught:
        prepare(bank_of(MANY), blueprint)
    assert caught.value.conflict == ("quota 12",)


def test_draws_end() -> None:
    """A plan of which no draw is accepted gives up with the requirements that it rejects by."""
    impossible = Blueprint(length=1, quotas=[Quota(kind="technical", at_least=1)])
    plan = rejecting(demanded([question("Q1")], impossible), ("quota 0",))
    assert LEAST_ACCEPTANCE > 0
    with pytest.raises(BlueprintError) as caught:
        plan.draw(1)
    assert caught.value == BlueprintError(("quota 0",))


def test_nothing_possible_is_a_total_of_nothing() -> None:
    """A plan is not refused where the table itself shows that nothing fits."""
    plan = planned(demanded([question("Q1")], Blueprint(length=2)))
    assert (plan.table.total, plan.rejected) == (0, ())


def test_plans_hold_little_beside_the_bank() -> None:
    """What is kept for drawing takes less than 60 bytes a question: 60 MB for a million."""
    many = [question(f"Q{n}", minutes=3 + n % 4, kind=KINDS[n % 3]) for n in range(20_000)]
    quotas = [Quota(kind=kind, at_least=1, at_most=4) for kind in KINDS]
    bank, blueprint = bank_of(many), Blueprint(length=6, minutes=(20, 30), quotas=quotas)
    bank.find(kind="past")
    prepare(bank, blueprint)
    tracemalloc.start()
    try:
        prepared = prepare(bank, blueprint)
        kept, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert prepared.count
    assert kept < 60 * len(many)


def test_what_crosses_too_much_is_said_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    """A recruiter reads which requirements are too many, not their keys."""
    monkeypatch.setattr("interview_kit.quiz._table.MAX_STATES", 2)
    rare = [question(f"Q{n:03}", tags=["rare"] if n < 4 else []) for n in range(300)]
    blueprint = Blueprint(length=10, quotas=[Quota(tag="rare", at_least=4)])
    with pytest.raises(BlueprintError) as caught:
        prepare(bank_of(rare), blueprint)
    assert caught.value.requirements == ("quota 0",)
    assert caught.value.in_("en-GB") == caught.value.sentence()
    assert caught.value.in_("en") == (
        "These requirements cross the others in too many ways to be counted or drawn: "
        "at least 4 with tag rare. Ask for fewer, or for wider ones."
    )
    assert caught.value.in_("id") == (
        "Syarat ini bersilangan dengan yang lain dalam terlalu banyak cara untuk dihitung atau "
        "diundi: minimal 4 dengan label rare. Kurangi syarat atau longgarkan."
    )


def test_every_sort_of_requirement_has_words() -> None:
    """Times, inclusions, exclusions, enemies and history are named in words as well."""
    blueprint = Blueprint(length=2, minutes=(5, 9), include=["Q1"])
    keys = ("minutes", "include Q1", "exclude", "enemies", "seen 1")
    said = crossing_refusal(blueprint, keys).in_("en").partition(": ")[2]
    assert said == (
        "5 to 9 minutes; question Q1 must be in; excluded questions; "
        "questions that may not appear together; questions that were asked before. "
        "Ask for fewer, or for wider ones."
    )


def test_draws_that_fail_are_worded() -> None:
    """Where a draw itself gives up, its error has sentences too."""
    impossible = Blueprint(length=1, quotas=[Quota(kind="technical", at_least=1)])
    failing = rejecting(demanded([question("Q1")], impossible), ("quota 0",))
    prepared = Prepared(bank=bank_of(MANY), blueprint=impossible, history=None, plan=failing)
    with pytest.raises(BlueprintError) as caught:
        prepared.quiz(1)
    assert "at least 1 with kind technical" in caught.value.sentence()
