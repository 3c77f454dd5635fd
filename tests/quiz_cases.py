"""Tiny banks with rubrics, blueprints that use every field, and all that fits found by trial."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any, Final

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from interview_kit import Bank, Blueprint, Competency, Question, Quota, Role, Rubric, Text
from interview_kit.model import Contents, Criterion, Goal, Level, Scale, Stage

SAID: Final = Text.of(id="Ceritakan satu contoh.", en="Give me one example.")
ROLES: Final = ("admin", "sales")
KINDS: Final = ("past", "technical")
COMPETENCIES: Final = ("closing", "listening")
Chosen = tuple[Question, ...]


def question(id: str, **given: Any) -> Question:
    """Make a question, plain where nothing else is asked for."""
    plain: dict[str, Any] = {
        "text": SAID,
        "kind": "past",
        "stages": ["user"],
        "competencies": ["closing"],
        "difficulty": 2,
        "minutes": 5,
    }
    return Question(id=id, **(plain | given))


def rubric(kind: str, *, weight: int = 40, said: Text = SAID) -> Rubric:
    """Make a rubric of two criteria."""
    levels = [Level(value=value, anchor=said) for value in (1, 5)]
    criteria = [
        Criterion(id=id, name=said, definition=said, weight=part, levels=levels, reason=said)
        for id, part in (("actions", weight), ("result", 100 - weight))
    ]
    return Rubric(
        id=kind, name=said, kind=kind, scale="five", criteria=criteria, weights_reason=said
    )


def bank_of(questions: Iterable[Question], rubrics: Iterable[Rubric] | None = None) -> Bank:
    """Make a bank of questions, with a rubric for each kind unless told which there are."""
    standard = [rubric(kind) for kind in KINDS]
    return Bank(
        contents=Contents(
            roles=[Role(id=each, name=SAID, summary=SAID, competencies=()) for each in ROLES],
            competencies=[
                *(Competency(id=each, name=SAID, definition=SAID) for each in COMPETENCIES),
                Competency(id="filing", name=SAID, definition=SAID, roles=["admin"]),
            ],
            goals=[
                Goal(id=each, order=order, name=SAID, definition=SAID, means=SAID, advice=SAID)
                for order, each in enumerate(("fit", "skill"), start=1)
            ],
            stages=[Stage(id="user", order=1, name=SAID, purpose=SAID, actors=SAID)],
            scales=[Scale(id="five", lowest=1, highest=5)],
            rubrics=standard if rubrics is None else rubrics,
            questions=questions,
        )
    )


@st.composite
def tiny_questions(draw: DrawFn, *, least: int = 3, most: int = 7) -> list[Question]:
    """Three to seven questions that differ in kind, time, difficulty, roles and competencies."""
    numbers = draw(st.lists(st.integers(0, 71), min_size=least, max_size=most))
    hostile = draw(st.lists(st.tuples(st.integers(0, most), st.integers(0, most)), max_size=2))
    ids = [f"Q{place}" for place in range(len(numbers))]
    pairs = [(a, b) for a, b in hostile if a != b and max(a, b) < len(ids)]
    return [
        question(
            ids[place],
            kind=KINDS[number % 2],
            minutes=(3, 5, 8)[number // 2 % 3],
            difficulty=1 + number // 6 % 3,
            roles=((), ("sales",), ROLES, ("admin",))[number // 18],
            competencies=[COMPETENCIES[number // 2 % 2]],
            enemies=sorted({ids[b] for a, b in pairs if a == place}),
        )
        for place, number in enumerate(numbers)
    ]


@st.composite
def tiny_quotas(draw: DrawFn, *, most: int) -> Quota:
    """Quotas of one facet that ask for at most so many questions."""
    name = draw(st.sampled_from(("kind", "competency", "difficulty")))
    choices: dict[str, tuple[Any, ...]] = {
        "kind": KINDS,
        "competency": COMPETENCIES,
        "difficulty": (1, (2, 3)),
    }
    facets = {name: draw(st.sampled_from(choices[name]))}
    at_least = draw(st.integers(0, most))
    spare = draw(st.integers(0, 1) if not at_least else st.none() | st.integers(0, 1))
    at_most = None if spare is None else at_least + spare
    return Quota(at_least=at_least, at_most=at_most, **facets)


@st.composite
def tiny_blueprints(draw: DrawFn, questions: Sequence[Question]) -> Blueprint:
    """Blueprints of one to four questions that use every field; not all can be satisfied."""
    longest = draw(st.integers(1, 4))
    shortest = longest - draw(st.integers(0, min(2, longest - 1)))
    middle = draw(st.integers(3 * shortest, 6 * longest))
    ids = st.sampled_from([each.id for each in questions])
    include = draw(st.lists(ids, max_size=min(2, longest), unique=True))
    exclude = draw(st.lists(ids.filter(lambda each: each not in include), max_size=1))
    return Blueprint(
        role=draw(st.sampled_from((None, None, *ROLES))),
        length=(shortest, longest),
        minutes=draw(st.sampled_from((None, None, (middle, middle + 3)))),
        quotas=draw(st.lists(tiny_quotas(most=min(2, longest)), max_size=2)),
        include=include,
        exclude=exclude,
        enemies=draw(st.lists(st.lists(ids, min_size=2, max_size=2, unique=True), max_size=1)),
    )


@st.composite
def cases(draw: DrawFn, *, least: int = 3, most: int = 7) -> tuple[list[Question], Blueprint]:
    """Pairs of the questions of a bank and a blueprint for it."""
    questions = draw(tiny_questions(least=least, most=most))
    return questions, draw(tiny_blueprints(questions))


def fitting(questions: Iterable[Question], blueprint: Blueprint) -> list[Question]:
    """Give the questions that may stand in a quiz."""
    wanted = set(blueprint.role)
    return [
        each
        for each in questions
        if each.id not in blueprint.exclude
        and (each.id in blueprint.include or not wanted or not each.roles or wanted & {*each.roles})
    ]


def clusters(pool: Sequence[Question], groups: Iterable[Iterable[str]]) -> dict[str, int]:
    """Give each question the number of its cluster of enemies."""
    named = [{each.id, *each.enemies} for each in pool] + [{*each} for each in groups]
    cluster = {each.id: place for place, each in enumerate(pool)}
    for _ in pool:
        for group in (group & cluster.keys() for group in named):
            cluster.update(dict.fromkeys(group, min((cluster[id] for id in group), default=0)))
    return cluster


def surplus(chosen: Iterable[Question], cluster: dict[str, int]) -> int:
    """Count the questions that are too many in their clusters."""
    there = [cluster[each.id] for each in chosen if each.id in cluster]
    return len(there) - len({*there})


def selections(questions: Iterable[Question], blueprint: Blueprint, most: int) -> Iterator[Chosen]:
    """Give every selection of what is for the roles, excluded or not."""
    pool = fitting(questions, evolve(blueprint, exclude=()))
    for size in range(1, min(most, len(pool)) + 1):
        yield from combinations(pool, size)


def counted(quota: Quota, chosen: Iterable[Question]) -> int:
    """Count the questions that have what a quota asks for."""
    low, high = quota.difficulty or (1, 5)
    return sum(
        quota.kind in {None, each.kind}
        and quota.competency in {None, *each.competencies}
        and low <= each.difficulty <= high
        for each in chosen
    )


def lacks(chosen: Chosen, blueprint: Blueprint) -> dict[str, int]:
    """Give for each requirement but enemies by how much a selection misses it."""
    used, size = sum(each.minutes for each in chosen), len(chosen)
    low, high = blueprint.minutes or (used, used)
    ids = {each.id for each in chosen}
    found = {"length": max(0, blueprint.length[0] - size, size - blueprint.length[1])}
    found |= {f"include {id}": int(id not in ids) for id in blueprint.include}
    found["exclude"] = len(ids & {*blueprint.exclude})
    if blueprint.minutes:
        found["minutes"] = max(0, low - used, used - high)
    for place, quota in enumerate(blueprint.quotas):
        count = counted(quota, chosen)
        most = count if quota.at_most is None else quota.at_most
        found[f"quota {place}"] = max(0, quota.at_least - count, count - most)
    return found


def quizzes(questions: Sequence[Question], blueprint: Blueprint) -> list[Chosen]:
    """Give every quiz that satisfies a blueprint, found by trying all."""
    cluster = clusters(fitting(questions, blueprint), blueprint.enemies)
    return [
        chosen
        for chosen in selections(questions, blueprint, blueprint.length[1])
        if not any(lacks(chosen, blueprint).values()) and not surplus(chosen, cluster)
    ]


def ids_of(chosen: Iterable[Question]) -> frozenset[str]:
    """Name the questions of a selection."""
    return frozenset(each.id for each in chosen)
