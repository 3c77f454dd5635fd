"""Why no quiz fits: the conflict is real and minimal, the nearest is nearest, the words are true."""

import pytest
from hypothesis import assume, given, settings

from interview_kit import Bank, Blueprint, InfeasibleError, Question, Quota
from interview_kit.quiz import count, generate
from interview_kit.quiz._explain import nearest_feasible
from quiz_cases import bank_of, cases, ids_of, lacks, peaceful, question, quizzes

Case = tuple[list[Question], Blueprint]

#: Farthest that the brute-force comparison goes: the search gives up after a number of tries.
FARTHEST = 4


def can_hold(questions: list[Question], blueprint: Blueprint, kept: set[str]) -> bool:
    """Tell whether some quiz of the right length keeps these requirements."""
    found = (lacks(chosen, blueprint) for chosen in peaceful(questions, blueprint))
    return any(not any(each[key] for key in {"length", *kept}) for each in found)


def asked_less(asked: Blueprint, found: Blueprint) -> int:
    """Add up by how much one blueprint asks for less than another."""
    total = asked.length[0] - found.length[0] + len({*asked.include} - {*found.include})
    if asked.minutes and found.minutes:
        total += asked.minutes[0] - found.minutes[0] + found.minutes[1] - asked.minutes[1]
    for before, after in zip(asked.quotas, found.quotas, strict=True):
        total += before.at_least - after.at_least
        total += (after.at_most or 0) - before.at_most if before.at_most is not None else 0
    return total


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


@settings(max_examples=60)
@given(cases(most=6))
def test_nearest_blueprints_are_feasible_and_nearest(case: Case) -> None:
    """The blueprint that is offered can be met, and no smaller total relaxation gives any quiz."""
    questions, blueprint = case
    costs = [sum(lacks(chosen, blueprint).values()) for chosen in peaceful(questions, blueprint)]
    assume(costs)
    assume(0 < min(costs) <= FARTHEST)
    found = nearest_feasible(bank_of(questions), blueprint)
    assert found is not None
    assert quizzes(questions, found.blueprint)
    assert found.cost == asked_less(blueprint, found.blueprint) == min(costs)


def test_shorter_quizzes_drop_whichever_inclusion_is_in_the_way() -> None:
    """Where one of two inclusions must go with the length, the one that does not fit goes."""
    bank = bank_of([question("A", minutes=8), question("B", minutes=3)])
    asked = Blueprint(length=2, include=["A", "B"], minutes=3)
    found = nearest_feasible(bank, asked)
    assert found is not None
    assert (found.cost, found.blueprint.include, found.blueprint.length) == (2, ("B",), (1, 1))


def test_nothing_is_near_an_empty_pool() -> None:
    """Where every question is excluded, no blueprint is offered."""
    assert nearest_feasible(bank_of([question("A")]), Blueprint(length=1, exclude=["A"])) is None


def test_far_windows_are_met_too(bank: Bank) -> None:
    """A time far from what the questions take is answered with the nearest time that can be."""
    found = nearest_feasible(bank, Blueprint(role="sales", length=2, minutes=(200, 240)))
    assert found is not None
    assert (found.cost, found.blueprint.minutes) == (191, (9, 240))


ALL_OF_SALES = ("S01", "S02", "S03", "S04", "S05", "S06", "S07")

#: What is asked of the bundled bank for sales; the sentence in English; in Indonesian.
REFUSALS = {
    "too few questions": (
        Blueprint(role="sales", length=30),
        "No quiz meets this request: it asks for 30 questions, and the bank has 7 that fit. The nearest that can be met: 7 questions.",
        "Tidak ada kuis yang memenuhi permintaan ini: diminta 30 pertanyaan, sedangkan bank hanya punya 7 yang cocok. Yang terdekat dan bisa dipenuhi: 7 pertanyaan.",
    ),
    "too few for a range": (
        Blueprint(role="sales", length=(9, 10)),
        "No quiz meets this request: it asks for 9-10 questions, and the bank has 7 that fit. The nearest that can be met: 7-10 questions.",
        "Tidak ada kuis yang memenuhi permintaan ini: diminta 9-10 pertanyaan, sedangkan bank hanya punya 7 yang cocok. Yang terdekat dan bisa dipenuhi: 7-10 pertanyaan.",
    ),
    "all excluded": (
        Blueprint(role="sales", length=1, exclude=ALL_OF_SALES),
        "No quiz meets this request: it asks for 1 question, and the bank has 0 that fit. Add questions to the bank, or ask for other ones.",
        "Tidak ada kuis yang memenuhi permintaan ini: diminta 1 pertanyaan, sedangkan bank hanya punya 0 yang cocok. Tambah pertanyaan ke bank atau minta yang lain.",
    ),
    "enemies": (
        Blueprint(role="sales", length=7, enemies=[["S01", "S02"]]),
        "No quiz meets this request: it asks for 7 questions, and the bank has 7 that fit (some of which may not appear together). The nearest that can be met: 6 questions.",
        "Tidak ada kuis yang memenuhi permintaan ini: diminta 7 pertanyaan, sedangkan bank punya 7 yang cocok (sebagian tidak boleh muncul bersama). Yang terdekat dan bisa dipenuhi: 6 pertanyaan.",
    ),
    "too little time": (
        Blueprint(role="sales", length=6, minutes=(20, 21)),
        "No quiz meets this request: 6 questions cannot meet this: 20 to 21 minutes (6 questions take 22 to 24). The nearest that can be met: 20 to 22 minutes.",
        "Tidak ada kuis yang memenuhi permintaan ini: 6 pertanyaan tidak bisa memenuhi ini: 20 sampai 21 menit (6 pertanyaan butuh 22 sampai 24). Yang terdekat dan bisa dipenuhi: 20 sampai 22 menit.",
    ),
    "one quota": (
        Blueprint(role="sales", length=6, quotas=[Quota(kind="past", at_least=3)]),
        "No quiz meets this request: 6 questions cannot meet this: at least 3 with kind past (2 fit). The nearest that can be met: at least 2 with kind past.",
        "Tidak ada kuis yang memenuhi permintaan ini: 6 pertanyaan tidak bisa memenuhi ini: minimal 3 dengan jenis past (2 cocok). Yang terdekat dan bisa dipenuhi: minimal 2 dengan jenis past.",
    ),
    "a language not spoken": (
        Blueprint(role="sales", length=6, quotas=[Quota(language="fr", at_least=1)]),
        "No quiz meets this request: 6 questions cannot meet this: at least 1 with language fr (0 fit). The nearest that can be met: no minimum with language fr.",
        "Tidak ada kuis yang memenuhi permintaan ini: 6 pertanyaan tidak bisa memenuhi ini: minimal 1 dengan bahasa fr (0 cocok). Yang terdekat dan bisa dipenuhi: tanpa batas minimal dengan bahasa fr.",
    ),
    "a difficulty that is rare": (
        Blueprint(role="sales", length=6, quotas=[Quota(difficulty=(4, 5), at_least=4)]),
        "No quiz meets this request: 6 questions cannot meet this: at least 4 with difficulty 4 to 5 (2 fit). The nearest that can be met: at least 2 with difficulty 4 to 5.",
        "Tidak ada kuis yang memenuhi permintaan ini: 6 pertanyaan tidak bisa memenuhi ini: minimal 4 dengan tingkat kesulitan 4 sampai 5 (2 cocok). Yang terdekat dan bisa dipenuhi: minimal 2 dengan tingkat kesulitan 4 sampai 5.",
    ),
    "enemies that must be in": (
        Blueprint(role="sales", length=3, include=["S01", "S02"], enemies=[["S01", "S02"]]),
        "No quiz meets this request: 3 questions cannot meet all of these: question S01 must be in; question S02 must be in. The nearest that can be met: S01 need not be in.",
        "Tidak ada kuis yang memenuhi permintaan ini: 3 pertanyaan tidak bisa memenuhi semua ini: pertanyaan S01 harus ada; pertanyaan S02 harus ada. Yang terdekat dan bisa dipenuhi: S01 tidak harus ada.",
    ),
    "two quotas": (
        Blueprint(
            role="sales",
            length=(4, 5),
            quotas=[Quota(kind="past", at_least=2, at_most=3), Quota(kind="past", at_most=1)],
        ),
        "No quiz meets this request: 4-5 questions cannot meet all of these: at least 2 and at most 3 with kind past (2 fit); at most 1 with kind past (2 fit). The nearest that can be met: at least 1 and at most 3 with kind past.",
        "Tidak ada kuis yang memenuhi permintaan ini: 4-5 pertanyaan tidak bisa memenuhi semua ini: minimal 2 dan maksimal 3 dengan jenis past (2 cocok); maksimal 1 dengan jenis past (2 cocok). Yang terdekat dan bisa dipenuhi: minimal 1 dan maksimal 3 dengan jenis past.",
    ),
}


@pytest.mark.parametrize(("blueprint", "english", "indonesian"), REFUSALS.values(), ids=REFUSALS)
def test_refusals_are_said_in_both_languages(
    bank: Bank, blueprint: Blueprint, english: str, indonesian: str
) -> None:
    """A recruiter reads why no quiz fits and what comes nearest, in English and in Indonesian."""
    with pytest.raises(InfeasibleError) as caught:
        generate(bank, blueprint, seed=1)
    assert (caught.value.in_("en"), caught.value.in_("id")) == (english, indonesian)


def test_refusals_in_other_languages_are_english(bank: Bank) -> None:
    """A language without a sentence gets the English one, and a region its language's."""
    with pytest.raises(InfeasibleError) as caught:
        count(bank, Blueprint(role="sales", length=30))
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
