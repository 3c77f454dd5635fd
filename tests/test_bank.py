"""Banks: looking up, finding and uniting, by the laws that hold for any content."""

import pickle
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from interview_kit import (
    Bank,
    InvalidValueError,
    Question,
    Role,
    Rubric,
    Text,
    UnknownIdError,
)
from interview_kit.bank import dangling, nearest_names
from interview_kit.model import SECTIONS, Contents, Probe, Scale, Source
from quiz_banks import (
    COMPETENCIES,
    GOALS,
    KINDS,
    PLAIN_BANK as PLAIN,
    ROLES,
    STAGES,
    TAGS,
    bank_of,
    pack_info as info,
    question,
    small_questions,
    without,
)

ANY_OF = {
    "role": st.lists(st.sampled_from(ROLES), unique=True),
    "kind": st.lists(st.sampled_from(KINDS), unique=True),
    "stage": st.lists(st.sampled_from(STAGES), unique=True),
    "goal": st.lists(st.sampled_from(GOALS), unique=True),
    "competency": st.lists(st.sampled_from(COMPETENCIES), unique=True),
    "tag": st.lists(st.sampled_from(TAGS), unique=True),
    "language": st.lists(st.sampled_from(("id", "en", "jv")), unique=True),
}
HELD: dict[str, Callable[[Question], tuple[str, ...]]] = {
    "role": lambda each: each.roles or ROLES,
    "kind": lambda each: (each.kind,),
    "stage": lambda each: each.stages,
    "goal": lambda each: each.goals,
    "competency": lambda each: each.competencies,
    "tag": lambda each: each.tags,
    "language": lambda each: each.text.languages,
}


@pytest.mark.parametrize("section", SECTIONS)
def test_get_finds_every_object(bank: Bank, section: str) -> None:
    """Every object of the bundled pack is found by its class and its id, and `all` lists it."""
    noun, held = SECTIONS[section], bank.contents.section(section)
    assert held
    assert [bank.get(noun, each.id) for each in held] == list(held)
    assert bank.all(noun) == held


def test_get_tells_roles_from_stages(bank: Bank) -> None:
    """A role and a stage may share an id."""
    assert type(bank.get(Role, "hr")) is Role
    assert type(bank.get(SECTIONS["stages"], "hr")) is SECTIONS["stages"]


def test_unknown_ids_come_with_the_nearest(bank: Bank) -> None:
    """An id that is not there raises an error that carries the ids that look like it."""
    with pytest.raises(UnknownIdError) as caught:
        bank.get(Role, "Salse")
    assert caught.value == UnknownIdError("Role", "Salse", ("sales",), len(bank.roles))


def test_unknown_ids_may_have_no_likeness() -> None:
    """An id that looks like no other raises an error that counts the others."""
    with pytest.raises(UnknownIdError) as caught:
        PLAIN.get(Question, "closing_call")
    assert caught.value == UnknownIdError("Question", "closing_call", (), 2)


def test_only_nouns_can_be_got() -> None:
    """A class whose values stand in no section is refused by name."""
    with pytest.raises(InvalidValueError) as caught:
        PLAIN.get(Probe, "Q1")  # type: ignore[type-var]
    assert (caught.value.where, caught.value.found) == ("noun", "Probe")


@pytest.mark.parametrize(
    ("name", "known", "nearest"),
    [
        ("SALES", ("sales", "admin"), ("sales",)),
        ("q1", ("Q1", "Q2", "Q11", "Q10", "Z"), ("Q1", "Q11", "Q10")),
        ("zzz", ("sales", "admin"), ()),
        ("x", (), ()),
    ],
)
def test_nearest_names_are_few_and_best_first(
    name: str, known: tuple[str, ...], nearest: tuple[str, ...]
) -> None:
    """At most three names come back, whatever their case, the most alike first."""
    assert nearest_names(name, known) == nearest


@given(
    questions=small_questions(),
    facets=st.fixed_dictionaries({}, optional=ANY_OF),
    difficulty=st.none()
    | st.integers(1, 5)
    | st.tuples(st.integers(1, 5), st.integers(1, 5)).map(sorted).map(tuple),
)
def test_find_is_a_filter(
    questions: list[Question],
    facets: dict[str, list[str]],
    difficulty: int | tuple[int, int] | None,
) -> None:
    """Any combination of facets finds just the questions that hold one of the values of each."""
    low, high = difficulty if isinstance(difficulty, tuple) else (difficulty or 1, difficulty or 5)
    wanted = [
        each
        for each in sorted(questions, key=lambda each: each.id)
        if all(set(values) & set(HELD[facet](each)) for facet, values in facets.items())
        and low <= each.difficulty <= high
    ]
    assert list(bank_of(questions).find(difficulty=difficulty, **facets)) == wanted


@given(small_questions(), st.sampled_from(sorted(ANY_OF)), st.data())
def test_one_value_is_found_like_a_list_of_one(
    questions: list[Question], facet: str, data: st.DataObject
) -> None:
    """A string and a list that holds nothing else find the same."""
    [value] = data.draw(ANY_OF[facet].filter(lambda values: len(values) == 1))
    found = bank_of(questions).find(**{facet: value})
    assert found == bank_of(questions).find(**{facet: [value]})
    assert all(value in HELD[facet](each) for each in found)


@given(small_questions())
def test_find_takes_any_further_test(questions: list[Question]) -> None:
    """A function narrows what the facets found."""
    found = bank_of(questions).find(kind="past", where=lambda each: each.minutes > 3)
    assert found == tuple(
        each for each in bank_of(questions).questions if each.kind == "past" and each.minutes > 3
    )


def test_find_without_facets_gives_all(bank: Bank) -> None:
    """Nothing asked for finds every question, sorted by id."""
    assert bank.find() == bank.questions
    assert [each.id for each in bank.questions] == sorted(each.id for each in bank.questions)


def test_questions_for_every_role_are_found_under_each() -> None:
    """A question without roles is found under any role that the bank has."""
    assert [each.id for each in PLAIN.find(role="admin")] == ["Q1"]
    assert [each.id for each in PLAIN.find(role="sales")] == ["Q1", "Q2"]


def test_difficulties_may_be_a_range() -> None:
    """Two numbers are the lowest and the highest difficulty, one is both."""
    assert [each.id for each in PLAIN.find(difficulty=(1, 4))] == ["Q1"]
    assert [each.id for each in PLAIN.find(difficulty=5)] == ["Q2"]


@pytest.mark.parametrize(
    ("facet", "value", "nearest", "known"),
    [
        ("role", "salse", ("sales",), 2),
        ("stage", "usr", ("user",), 2),
        ("goal", "skills", ("skill",), 2),
        ("competency", "clozing", ("closing",), 2),
        ("kind", "tecnical", ("technical",), 5),
    ],
)
def test_find_refuses_unknown_names(
    facet: str, value: str, nearest: tuple[str, ...], known: int
) -> None:
    """A name that the bank does not know is an error with the nearest names, alone or in a list."""
    for wanted in (value, [*nearest, value]):
        with pytest.raises(UnknownIdError) as caught:
            PLAIN.find(**{facet: wanted})
        assert caught.value == UnknownIdError(facet, value, nearest, known)


@pytest.mark.parametrize("kinds", [{"past", "technical"}, frozenset({"past"}), {"past": 1}.keys()])
def test_find_takes_sets(kinds: Any) -> None:
    """Several values may come as a set, since their order does not matter."""
    assert PLAIN.find(kind=kinds) == PLAIN.find(kind=sorted(kinds))
    with pytest.raises(InvalidValueError):
        PLAIN.find(kind={"past", 5})


@pytest.mark.parametrize(
    "difficulty", [(5, 1), (2, 1), (1, 2, 3), (0, 3), (1, 6), (True, 2), (1, "2"), ()]
)
def test_find_refuses_what_is_no_range(difficulty: Any) -> None:
    """A range runs from the lowest to the highest, as in a quota."""
    with pytest.raises(InvalidValueError) as caught:
        PLAIN.find(difficulty=difficulty)
    assert caught.value.where == "difficulty"


def test_free_labels_may_be_unknown() -> None:
    """A tag or a language that no question has finds nothing, since both are open sets."""
    assert PLAIN.find(tag="nowhere") == ()
    assert PLAIN.find(language="jv") == ()
    assert PLAIN.find(language="EN") == PLAIN.questions


def test_find_refuses_what_is_no_language() -> None:
    """A language must be a language tag."""
    with pytest.raises(InvalidValueError) as caught:
        PLAIN.find(language="English, please")
    assert caught.value.rule == "language-tag"


def test_rubric_goes_by_kind_unless_named(bank: Bank) -> None:
    """A question is judged by the rubric that it names, or else by the one of its kind."""
    asked = bank.get(Question, "S04")
    assert bank.rubric_for(asked) == bank.get(Rubric, asked.kind)
    assert bank.rubric_for(evolve(asked, rubric="motivation")) == bank.get(Rubric, "motivation")


def test_every_bundled_question_can_be_judged(bank: Bank) -> None:
    """Each question has a rubric of its kind, and the rubric has its scale."""
    for asked in bank.questions:
        rubric = bank.rubric_for(asked)
        assert rubric.kind == asked.kind
        assert bank.scale_of(rubric) == bank.get(Scale, rubric.scale)


def test_missing_rubrics_and_scales_raise(bank: Bank) -> None:
    """A question or a rubric of another bank leads to an error that names what is missing."""
    with pytest.raises(UnknownIdError) as no_rubric:
        Bank().rubric_for(question("Q1"))
    with pytest.raises(UnknownIdError) as no_scale:
        Bank().scale_of(bank.get(Rubric, "past"))
    assert no_rubric.value == UnknownIdError("Rubric", "past", (), 0)
    assert no_scale.value == UnknownIdError("Scale", "practice", (), 0)


def test_ids_must_lead_somewhere() -> None:
    """A bank with an id of nothing is refused; the error counts such ids and shows five of them."""
    with pytest.raises(InvalidValueError) as caught:
        Bank(contents=Contents(questions=[question(f"Q{n}") for n in (1, 2, 3)]))
    assert caught.value.where == "Bank.contents"
    assert caught.value.found == (
        "6 ids that lead nowhere: questions/Q1.stages[0] = 'user', "
        "questions/Q1.competencies[0] = 'closing', questions/Q2.stages[0] = 'user', "
        "questions/Q2.competencies[0] = 'closing', questions/Q3.stages[0] = 'user'"
    )


def test_origins_lead_to_sources_of_packs() -> None:
    """An origin must be a source of one of the bank's packs."""
    contents = evolve(PLAIN.contents, questions=[question("Q1", origin="article")])
    packs = [info("core", sources=[Source(id="article", title="An article")])]
    assert list(dangling(contents)) == [("questions/Q1.origin", "sources", "article")]
    assert list(dangling(contents, packs)) == []


def test_packs_stand_once_each() -> None:
    """A bank holds each pack once and nothing but packs."""
    with pytest.raises(InvalidValueError) as caught:
        Bank(packs=[info("acme"), info("acme", version="2.0.0")])
    assert caught.value.rule == "duplicate"


def test_languages_are_those_of_every_pack() -> None:
    """A bank speaks the languages that all its packs speak; without packs none is promised."""
    packs = [info("zeta", languages=["jv", "id", "en"]), info("acme", languages=["en", "id"])]
    assert Bank(packs=packs).languages == ("en", "id")
    assert [each.name for each in Bank(packs=packs).packs] == ["acme", "zeta"]
    assert Bank().languages == ()


def test_equality_ignores_places() -> None:
    """Banks are equal by content, wherever it stands, and differ by content."""
    moved = evolve(PLAIN, places=[("questions/Q1", "elsewhere.json")])
    assert moved == PLAIN
    assert hash(moved) == hash(PLAIN)
    assert bank_of([question("Q1")]) != PLAIN


def test_banks_survive_pickling(bank: Bank) -> None:
    """A bank comes back from pickling equal, with its places, and still answers."""
    again = pickle.loads(pickle.dumps(bank))  # noqa: S301 - our own bytes
    assert again == bank
    assert again.places == bank.places
    assert again.content_hash == bank.content_hash
    assert again.find(role="sales") == bank.find(role="sales")


@given(st.permutations([question(id) for id in ("Q1", "Q2", "Q3", "Q4")]))
def test_order_of_files_does_not_count(questions: list[Question]) -> None:
    """Banks are equal and hash alike whatever the order in which their objects come."""
    straight = bank_of(sorted(questions, key=lambda each: each.id))
    assert bank_of(questions) == straight
    assert bank_of(questions).content_hash == straight.content_hash


def test_content_hash_tells_contents_apart() -> None:
    """A word changed, or a question gone, changes the hash; where content stands does not."""
    reworded = [question("Q1", text=Text.of(en="Anything else?")), PLAIN.get(Question, "Q2")]
    hashes = {
        PLAIN.content_hash,
        bank_of(reworded).content_hash,
        bank_of(without(PLAIN.questions, "Q1")).content_hash,
    }
    assert len(hashes) == 3
    assert evolve(PLAIN, places=[("questions/Q1", "a.json")]).content_hash == PLAIN.content_hash
    assert len(PLAIN.content_hash) == 32
