"""The health of a bank: exact shares, exact times, and what never comes."""

from collections import Counter
from functools import partial

import pytest
from attrs import evolve
from hypothesis import assume, given

from interview_kit import Bank, Blueprint, InfeasibleError, Question, Quota
from interview_kit._terminal import health_lines
from interview_kit.errors import BlueprintError
from interview_kit.quiz import Health, ThinClass, health
from quiz_cases import bank_of, cases, fitting, question, quizzes

Case = tuple[list[Question], Blueprint]
near = partial(pytest.approx, abs=1e-12, rel=0)


@given(cases())
def test_exposures_equal_brute_force(case: Case) -> None:
    """Each question that fits has the share of quizzes that hold it, most often drawn first."""
    questions, blueprint = case
    possible = quizzes(questions, blueprint)
    assume(possible)
    found = health(bank_of(questions), blueprint)
    times = Counter(each.id for chosen in possible for each in chosen)
    shares = {each.id: times[each.id] / len(possible) for each in fitting(questions, blueprint)}
    assert found.quizzes == str(len(possible))
    assert {each.id: each.share for each in found.exposures} == near(shares)
    order = [(-each.share, each.id) for each in found.exposures]
    assert order == sorted(order)
    assert {*found.unreachable} == {id for id, share in shares.items() if not share}


@given(cases())
def test_minutes_equal_brute_force(case: Case) -> None:
    """The times of quizzes have their exact shares, with and without a window, shortest first."""
    questions, blueprint = case
    for asked in (blueprint, evolve(blueprint, minutes=None), evolve(blueprint, minutes=(0, 40))):
        possible = quizzes(questions, asked)
        assume(possible)
        times = Counter(sum(each.minutes for each in chosen) for chosen in possible)
        found = health(bank_of(questions), asked).minutes
        assert [each.minutes for each in found] == sorted(times)
        shares = {minutes: count / len(possible) for minutes, count in times.items()}
        assert {each.minutes: each.share for each in found} == near(shares)


@given(cases())
def test_coverage_equals_brute_force(case: Case) -> None:
    """A competency of the roles is uncovered if no quiz holds a question that shows it."""
    questions, blueprint = case
    possible = quizzes(questions, blueprint)
    assume(possible)
    shown = {skill for chosen in possible for each in chosen for skill in each.competencies}
    expected = {"closing", "listening"} - shown
    expected |= {"filing"} if not blueprint.role or "admin" in blueprint.role else set()
    found = health(bank_of(questions), blueprint)
    assert {*found.uncovered_competencies} == expected
    assert found.uncovered_goals == ("fit", "skill")


THIN = bank_of(
    [
        question("Q1", kind="technical", goals=["skill"]),
        question("Q2", competencies=["listening"]),
        question("Q3"),
        question("Q4"),
        question("Q5", minutes=60, goals=["fit"]),
        question("Q6", roles=["admin"], goals=["fit"]),
    ]
)
LOOKED_AT = Blueprint(
    role="sales", length=2, minutes=10, quotas=[Quota(kind="technical", at_least=1)]
)


def test_thin_classes_and_dead_ends_are_named() -> None:
    """The one technical question is over-used, and the one that takes an hour never comes."""
    found = health(THIN, LOOKED_AT)
    assert (found.quizzes, found.over_used, found.unreachable) == ("3", ("Q1",), ("Q5",))
    assert [each.minutes for each in found.minutes] == [10]


def test_goals_that_no_quiz_serves_are_named() -> None:
    """A goal is uncovered though a question has it, if that question never comes."""
    found = health(THIN, LOOKED_AT)
    assert found.uncovered_goals == ("fit",)
    assert health(THIN, Blueprint(length=2)).uncovered_goals == ()


def test_competencies_of_other_roles_do_not_count() -> None:
    """What belongs to another role only is not missed."""
    assert health(THIN, LOOKED_AT).uncovered_competencies == ()
    admin = evolve(LOOKED_AT, role=("admin",))
    assert health(THIN, admin).uncovered_competencies == ("filing",)


def test_questions_that_must_be_in_are_not_over_used() -> None:
    """What the blueprint includes comes always, which is no sign of a thin class."""
    found = health(THIN, Blueprint(length=1, include=["Q3"]))
    assert [each.id for each in found.exposures if each.share == 1] == ["Q3"]
    assert found.over_used == ()


def test_half_of_all_quizzes_is_over_used() -> None:
    """The bound belongs to the over-used."""
    bank = bank_of([question(f"Q{place}") for place in range(4)])
    assert health(bank, Blueprint(length=2)).over_used == ("Q0", "Q1", "Q2", "Q3")
    assert health(bank, Blueprint(length=1)).over_used == ()


def test_impossible_blueprints_have_no_health() -> None:
    """Where no quiz fits, the error names the conflict."""
    with pytest.raises(InfeasibleError) as caught:
        health(THIN, Blueprint(length=1, minutes=1))
    assert caught.value.conflict == ("minutes",)


def crossing(count: int, tags: int) -> Bank:
    """Give a bank in which every question has its own set of tags."""
    return bank_of(
        [
            question(
                f"Q{place:03}",
                minutes=2 + place % 7,
                tags=[f"t{tag}" for tag in range(tags) if place * 2654435761 >> tag + 5 & 1],
            )
            for place in range(count)
        ]
    )


def test_crossing_quotas_have_no_health() -> None:
    """Where the quotas cannot all be counted, the error names those that were not."""
    quotas = [Quota(tag=f"t{tag}", at_least=3) for tag in range(12)]
    with pytest.raises(BlueprintError) as caught:
        health(crossing(60, 12), Blueprint(length=15, quotas=quotas))
    assert caught.value.requirements
    assert {*caught.value.requirements} < {f"quota {place}" for place in range(12)}


def test_times_too_many_to_count_do_not_break() -> None:
    """A blueprint that can be counted without its minutes has a health, or a public error."""
    quotas = [Quota(tag=f"t{tag}", at_least=3) for tag in range(6)]
    blueprint = Blueprint(length=20, quotas=quotas)
    try:
        found: Health | None = health(crossing(60, 6), blueprint)
    except BlueprintError:
        found = None
    assert found is None or int(found.quizzes) > 0


def test_thin_classes_are_named_thinnest_first() -> None:
    """A quota of which the bank has fewer than twice what it needs is thin; enemies count once."""
    questions = [
        *(question(f"P{n}") for n in range(4)),
        *(question(f"T{n}", kind="technical", difficulty=4) for n in range(3)),
    ]
    quotas = [
        Quota(kind="past", at_least=2),
        Quota(kind="technical", at_least=1),
        Quota(difficulty=4, at_least=1),
        Quota(kind="past", difficulty=2, at_least=3),
        Quota(kind="past", at_most=4),
    ]
    blueprint = Blueprint(length=5, quotas=quotas, enemies=[["T0", "T1", "T2"]])
    found = health(bank_of(questions), blueprint)
    technical, past = ["T0", "T1", "T2"], ["P0", "P1", "P2", "P3"]
    assert list(found.thin) == [
        ThinClass(quota=1, needed=1, there=1, ids=technical),
        ThinClass(quota=2, needed=1, there=1, ids=technical),
        ThinClass(quota=3, needed=3, there=4, ids=past),
    ]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Thin: quota 1 needs 2, and there are 3: P0, P1, P2"),
        ("id", "Tipis: kuota 1 butuh 2, dan hanya ada 3: P0, P1, P2"),
    ],
)
def test_thin_classes_are_shown_in_the_terminal(language: str, line: str) -> None:
    """The table of the terminal tells which quotas have few questions."""
    blueprint = Blueprint(length=2, quotas=[Quota(kind="past", at_least=2)])
    found = health(bank_of([question(f"P{n}") for n in range(3)]), blueprint)
    assert line in [*health_lines(found, language)]
