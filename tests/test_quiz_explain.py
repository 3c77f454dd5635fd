"""Why no quiz fits: the conflict is real and minimal, the nearest is nearest, the words are true."""

from itertools import combinations

import pytest
from hypothesis import assume, given, settings

from interview_kit import Blueprint, InfeasibleError, Question, Quota
from interview_kit.quiz import count, generate
from interview_kit.quiz._demand import demand_of
from interview_kit.quiz._explain import smallest_conflict
from interview_kit.quiz._nearest import nearest_feasible
from quiz_cases import (
    bank_of,
    cases,
    clusters,
    fitting,
    ids_of,
    lacks,
    question,
    quizzes,
    selections,
    surplus,
)

Case = tuple[list[Question], Blueprint]
FOUR_KINDS = ("past", "situational", "technical", "motivation")


def can_hold(questions: list[Question], blueprint: Blueprint, kept: set[str]) -> bool:
    """Tell whether some quiz of the right length keeps these requirements."""
    cluster = clusters(fitting(questions, blueprint), blueprint.enemies)
    return any(
        not any(found[key] for key in {"length", *kept} - {"enemies"})
        and not ("enemies" in kept and surplus(chosen, cluster))
        for chosen in selections(questions, blueprint, blueprint.length[1])
        for found in [lacks(chosen, blueprint)]
    )


def costs(questions: list[Question], blueprint: Blueprint) -> list[int]:
    """Give for every selection by how much a blueprint must be relaxed to admit it."""
    found: list[int] = []
    for chosen in selections(questions, blueprint, 30):
        cost = sum(lacks(chosen, blueprint).values())
        pool = [*fitting(questions, blueprint), *(q for q in chosen if q.id in blueprint.exclude)]
        groups = blueprint.enemies
        truces = (k for n in range(len(groups) + 1) for k in combinations(groups, n))
        peaceful = (len(groups) - len(k) for k in truces if not surplus(chosen, clusters(pool, k)))
        found += [cost + min(each, default=99) for each in [[*peaceful]] if each]
    return found


def asked_less(asked: Blueprint, found: Blueprint) -> int:
    """Add up by how much one blueprint asks for less than another."""
    lengths = asked.length, found.length
    total = max(lengths[0][0] - lengths[1][0], 0) + max(lengths[1][1] - lengths[0][1], 0)
    for name in ("include", "exclude", "enemies"):
        total += len({*getattr(asked, name)} - {*getattr(found, name)})
    if asked.minutes and found.minutes:
        total += asked.minutes[0] - found.minutes[0] + found.minutes[1] - asked.minutes[1]
    for before, after in zip(asked.quotas, found.quotas, strict=True):
        total += before.at_least - after.at_least
        total += (after.at_most or 0) - before.at_most if before.at_most is not None else 0
    return total


@settings(max_examples=200)
@given(cases())
def test_conflicts_are_real_and_minimal(case: Case) -> None:
    """What is named cannot hold together, and without any one of its parts it can."""
    questions, blueprint = case
    assume(not quizzes(questions, blueprint))
    with pytest.raises(InfeasibleError) as caught:
        generate(bank_of(questions), blueprint, seed=1)
    conflict = set(caught.value.conflict)
    assert not can_hold(questions, blueprint, conflict)
    assert all(can_hold(questions, blueprint, conflict - {key}) for key in conflict)


@settings(max_examples=200)
@given(cases(most=6))
def test_nearest_blueprints_are_feasible_and_nearest(case: Case) -> None:
    """The blueprint that is offered can be met, and no smaller total relaxation gives any quiz."""
    questions, blueprint = case
    assume(not quizzes(questions, blueprint))
    least = min(costs(questions, blueprint), default=None)
    found = nearest_feasible(bank_of(questions), blueprint)
    assert (found is None) == (least is None)
    if found:
        assert quizzes(questions, found.blueprint)
        assert found.cost == asked_less(blueprint, found.blueprint)
        assert found.cost == least or (found.cost > (least or 0) and not found.is_nearest)


def test_shorter_quizzes_drop_whichever_inclusion_is_in_the_way() -> None:
    """Where one of two inclusions must go with the length, the one that does not fit goes."""
    bank = bank_of([question("A", minutes=8), question("B", minutes=3)])
    asked = Blueprint(length=2, include=["A", "B"], minutes=3)
    found = nearest_feasible(bank, asked)
    assert found is not None
    assert (found.cost, found.blueprint.include, found.blueprint.length) == (2, ("B",), (1, 1))


def test_far_windows_are_met_too() -> None:
    """A time far from what the questions take is answered with a longer quiz and the nearest time."""
    bank = bank_of([question(f"S{number}", minutes=5) for number in range(3)])
    found = nearest_feasible(bank, Blueprint(length=2, minutes=(200, 240)))
    assert found is not None
    assert (found.cost, found.blueprint.length, found.blueprint.minutes) == (186, (3, 3), (15, 240))


SEVEN = [
    question(
        f"S0{number}",
        minutes=3 + number % 2,
        kind="past" if number < 3 else "technical",
        difficulty=4 if number > 5 else 2,
    )
    for number in range(1, 8)
]
BANK = bank_of(SEVEN)
ALL_IDS = [each.id for each in SEVEN]

#: What is asked of seven questions; the sentence in English; in Indonesian.
REFUSALS = {
    "too few questions": (
        Blueprint(length=30),
        "No quiz meets this request: it asks for 30 questions, and the bank has 7 that fit. The nearest that can be met: 7 questions.",
        "Tidak ada kuis yang memenuhi permintaan ini: diminta 30 pertanyaan, sedangkan bank hanya punya 7 yang cocok. Yang terdekat dan bisa dipenuhi: 7 pertanyaan.",
    ),
    "too few for a range": (
        Blueprint(length=(9, 10)),
        "No quiz meets this request: it asks for 9-10 questions, and the bank has 7 that fit. The nearest that can be met: 7-10 questions.",
        "Tidak ada kuis yang memenuhi permintaan ini: diminta 9-10 pertanyaan, sedangkan bank hanya punya 7 yang cocok. Yang terdekat dan bisa dipenuhi: 7-10 pertanyaan.",
    ),
    "all excluded": (
        Blueprint(length=1, exclude=ALL_IDS),
        "No quiz meets this request: 1 question cannot meet this: 7 questions are excluded, which leaves 0. The nearest that can be met: S01 is not excluded.",
        "Tidak ada kuis yang memenuhi permintaan ini: 1 pertanyaan tidak bisa memenuhi ini: 7 pertanyaan dikecualikan, sisanya 0. Yang terdekat dan bisa dipenuhi: S01 tidak dikecualikan.",
    ),
    "exclusions": (
        Blueprint(length=2, exclude=["S01"], quotas=[Quota(kind="past", at_least=2)]),
        "No quiz meets this request: 2 questions cannot meet all of these: at least 2 with kind past (1 fit); 1 question is excluded, which leaves 6. The nearest that can be met: S01 is not excluded.",
        "Tidak ada kuis yang memenuhi permintaan ini: 2 pertanyaan tidak bisa memenuhi semua ini: minimal 2 dengan jenis past (1 cocok); 1 pertanyaan dikecualikan, sisanya 6. Yang terdekat dan bisa dipenuhi: S01 tidak dikecualikan.",
    ),
    "too few left": (
        Blueprint(length=6, exclude=["S01", "S05"]),
        "No quiz meets this request: 6 questions cannot meet this: 2 questions are excluded, which leaves 5. The nearest that can be met: 5 questions.",
        "Tidak ada kuis yang memenuhi permintaan ini: 6 pertanyaan tidak bisa memenuhi ini: 2 pertanyaan dikecualikan, sisanya 5. Yang terdekat dan bisa dipenuhi: 5 pertanyaan.",
    ),
    "enemies": (
        Blueprint(length=7, enemies=[["S01", "S02"]]),
        "No quiz meets this request: 7 questions cannot meet this: some questions may not appear together (at most 6 of the 7). The nearest that can be met: 6 questions.",
        "Tidak ada kuis yang memenuhi permintaan ini: 7 pertanyaan tidak bisa memenuhi ini: sebagian pertanyaan tidak boleh muncul bersama (dari 7 paling banyak 6). Yang terdekat dan bisa dipenuhi: 6 pertanyaan.",
    ),
    "enemies and a quota": (
        Blueprint(length=3, enemies=[["S01", "S02"]], quotas=[Quota(kind="past", at_least=2)]),
        "No quiz meets this request: 3 questions cannot meet all of these: at least 2 with kind past (2 fit, at most 1 together); some questions may not appear together (at most 6 of the 7). The nearest that can be met: at least 1 with kind past.",
        "Tidak ada kuis yang memenuhi permintaan ini: 3 pertanyaan tidak bisa memenuhi semua ini: minimal 2 dengan jenis past (2 cocok, bersama paling banyak 1); sebagian pertanyaan tidak boleh muncul bersama (dari 7 paling banyak 6). Yang terdekat dan bisa dipenuhi: minimal 1 dengan jenis past.",
    ),
    "too little time": (
        Blueprint(length=6, minutes=(18, 19)),
        "No quiz meets this request: 6 questions cannot meet this: 18 to 19 minutes (6 questions take 21 to 22). The nearest that can be met: 5 questions.",
        "Tidak ada kuis yang memenuhi permintaan ini: 6 pertanyaan tidak bisa memenuhi ini: 18 sampai 19 menit (6 pertanyaan butuh 21 sampai 22). Yang terdekat dan bisa dipenuhi: 5 pertanyaan.",
    ),
    "a range of lengths": (
        Blueprint(length=(2, 3), minutes=(20, 25)),
        "No quiz meets this request: 2-3 questions cannot meet this: 20 to 25 minutes (2-3 questions take 6 to 12). The nearest that can be met: 2-5 questions; 19 to 25 minutes.",
        "Tidak ada kuis yang memenuhi permintaan ini: 2-3 pertanyaan tidak bisa memenuhi ini: 20 sampai 25 menit (2-3 pertanyaan butuh 6 sampai 12). Yang terdekat dan bisa dipenuhi: 2-5 pertanyaan; 19 sampai 25 menit.",
    ),
    "one quota": (
        Blueprint(length=6, quotas=[Quota(kind="past", at_least=3)]),
        "No quiz meets this request: 6 questions cannot meet this: at least 3 with kind past (2 fit). The nearest that can be met: at least 2 with kind past.",
        "Tidak ada kuis yang memenuhi permintaan ini: 6 pertanyaan tidak bisa memenuhi ini: minimal 3 dengan jenis past (2 cocok). Yang terdekat dan bisa dipenuhi: minimal 2 dengan jenis past.",
    ),
    "a language not spoken": (
        Blueprint(length=6, quotas=[Quota(language="fr", at_least=1)]),
        "No quiz meets this request: 6 questions cannot meet this: at least 1 with language fr (0 fit). The nearest that can be met: no minimum with language fr.",
        "Tidak ada kuis yang memenuhi permintaan ini: 6 pertanyaan tidak bisa memenuhi ini: minimal 1 dengan bahasa fr (0 cocok). Yang terdekat dan bisa dipenuhi: tanpa batas minimal dengan bahasa fr.",
    ),
    "a difficulty that is rare": (
        Blueprint(length=6, quotas=[Quota(difficulty=(4, 5), at_least=4)]),
        "No quiz meets this request: 6 questions cannot meet this: at least 4 with difficulty 4 to 5 (2 fit). The nearest that can be met: at least 2 with difficulty 4 to 5.",
        "Tidak ada kuis yang memenuhi permintaan ini: 6 pertanyaan tidak bisa memenuhi ini: minimal 4 dengan tingkat kesulitan 4 sampai 5 (2 cocok). Yang terdekat dan bisa dipenuhi: minimal 2 dengan tingkat kesulitan 4 sampai 5.",
    ),
    "enemies that must be in": (
        Blueprint(length=3, include=["S01", "S02"], enemies=[["S01", "S02"]]),
        "No quiz meets this request: 3 questions cannot meet all of these: question S01 must be in; question S02 must be in; some questions may not appear together (at most 6 of the 7). The nearest that can be met: S02 need not be in.",
        "Tidak ada kuis yang memenuhi permintaan ini: 3 pertanyaan tidak bisa memenuhi semua ini: pertanyaan S01 harus ada; pertanyaan S02 harus ada; sebagian pertanyaan tidak boleh muncul bersama (dari 7 paling banyak 6). Yang terdekat dan bisa dipenuhi: S02 tidak harus ada.",
    ),
    "two quotas": (
        Blueprint(
            length=(4, 5),
            quotas=[Quota(kind="past", at_least=2, at_most=3), Quota(kind="past", at_most=1)],
        ),
        "No quiz meets this request: 4-5 questions cannot meet all of these: at least 2 and at most 3 with kind past (2 fit); at most 1 with kind past (2 fit). The nearest that can be met: at most 2 with kind past.",
        "Tidak ada kuis yang memenuhi permintaan ini: 4-5 pertanyaan tidak bisa memenuhi semua ini: minimal 2 dan maksimal 3 dengan jenis past (2 cocok); maksimal 1 dengan jenis past (2 cocok). Yang terdekat dan bisa dipenuhi: maksimal 2 dengan jenis past.",
    ),
}


@pytest.mark.parametrize(("blueprint", "english", "indonesian"), REFUSALS.values(), ids=REFUSALS)
def test_refusals_are_said_in_both_languages(
    blueprint: Blueprint, english: str, indonesian: str
) -> None:
    """A recruiter reads why no quiz fits and what comes nearest, in English and in Indonesian."""
    with pytest.raises(InfeasibleError) as caught:
        generate(BANK, blueprint, seed=1)
    assert (caught.value.in_("en"), caught.value.in_("id")) == (english, indonesian)


def test_refusals_in_other_languages_are_english() -> None:
    """A language without a sentence gets the English one, and a region its language's."""
    with pytest.raises(InfeasibleError) as caught:
        count(BANK, Blueprint(length=30))
    error = caught.value
    assert error.in_("en-GB") == error.in_("en")
    assert "it asks for 30 questions" in error.in_("fr")
    assert error.in_("id-ID").startswith("Tidak ada kuis")


@given(cases())
def test_possible_requests_are_not_refused(case: Case) -> None:
    """Where trying all finds quizzes, one of them is drawn."""
    questions, blueprint = case
    possible = {ids_of(chosen) for chosen in quizzes(questions, blueprint)}
    assume(possible)
    assert frozenset(generate(bank_of(questions), blueprint, seed=1).ids) in possible


def test_nothing_is_near_an_empty_pool() -> None:
    """Where the bank has nothing to ask, no blueprint is offered, but more questions."""
    with pytest.raises(InfeasibleError) as caught:
        generate(bank_of([]), Blueprint(role="sales", length=2), seed=1)
    assert caught.value.hint == "Add questions to the bank, or ask for other ones."


THOUSAND = [question(f"Q{n}", kind=FOUR_KINDS[n % 4], minutes=3 + n % 4) for n in range(1000)]


def test_far_neighbours_are_found_and_nearest() -> None:
    """Four minima that need 16 questions of 10 are 6 questions from what can be met."""
    quotas = [Quota(kind=kind, at_least=4) for kind in FOUR_KINDS]
    found = nearest_feasible(bank_of(THOUSAND), Blueprint(length=10, quotas=quotas))
    assert found is not None
    assert (found.cost, found.is_nearest) == (6, True)


@pytest.mark.parametrize("place", [0, 12])
def test_one_cause_among_many_requirements_is_named_alone(place: int) -> None:
    """Of minima too many for a table the one that nothing counts towards is the whole conflict."""
    quotas = [Quota(tag=f"t{n}", at_least=2) for n in range(12)]
    quotas.insert(place, Quota(tag="vip", at_least=1))
    many = [
        question(f"Q{n:02}", tags=[f"t{t}" for t in range(12) if n * (t + 3) % 7 < 3])
        for n in range(60)
    ]
    blueprint = Blueprint(length=10, quotas=quotas)
    assert smallest_conflict(demand_of(bank_of(many), blueprint)) == (f"quota {place}",)


def test_neighbours_that_may_not_be_nearest_are_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the requirements cross too much for an exact answer, what is offered can still be met."""
    monkeypatch.setattr("interview_kit.quiz._least.MAX_MOVES", 40)
    quotas = [Quota(kind=kind, at_least=4) for kind in FOUR_KINDS]
    bank = bank_of(THOUSAND)
    with pytest.raises(InfeasibleError) as caught:
        generate(bank, Blueprint(length=10, minutes=(30, 40), quotas=quotas), seed=1)
    assert caught.value.hint.startswith("A nearby request that can be met: ")
    found = nearest_feasible(bank, Blueprint(length=10, minutes=(30, 40), quotas=quotas))
    assert found is not None
    assert not found.is_nearest
    assert count(bank, found.blueprint)
