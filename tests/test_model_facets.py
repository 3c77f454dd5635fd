"""Facets: what a question or a closed item holds under each."""

from typing import Any

from hypothesis import given, settings, strategies as st

from interview_kit import Question
from interview_kit.model import FACETS, QuizItem, holds
from interview_kit.model.facets import Entry
from strategies import ids, questions, quiz_items

SAID = {"id": "Ceritakan tantangan terberat Anda.", "en": "Tell me about a hard challenge."}
VALID: dict[str, Any] = {
    "id": "S01",
    "text": SAID,
    "kind": "past",
    "stages": ["user"],
    "competencies": ["closing"],
    "difficulty": 3,
    "minutes": 5,
}

#: The field in which each facet is found that questions and items share.
SHARED = {
    "role": "roles",
    "stage": "stages",
    "goal": "goals",
    "competency": "competencies",
    "difficulty": "difficulty",
    "tag": "tags",
}
#: The facets that only questions have, and those that only items have.
OWN = {Question: ("kind",), QuizItem: ("template", "family", "topic", "form")}

entries = st.one_of(questions(), quiz_items())


def test_the_facets_are_those_of_the_design() -> None:
    """Facets are what quotas may name."""
    assert set(FACETS) == {*SHARED, *OWN[Question], *OWN[QuizItem], "language"}


@settings(max_examples=50)
@given(entries)
def test_a_facet_gives_what_an_entry_holds(entry: Entry) -> None:
    """Each facet gives its field as a tuple; the form of a question is `open`; others are empty."""
    expected = {facet: getattr(entry, name) for facet, name in SHARED.items()}
    expected |= {name: getattr(entry, name) for name in OWN[type(entry)]}
    as_tuples = {
        facet: held if isinstance(held, tuple) else (held,) for facet, held in expected.items()
    }
    none = dict.fromkeys((*OWN[Question], *OWN[QuizItem]), ())
    other = {"form": ("open",)} if isinstance(entry, Question) else {}
    found = {facet: give(entry) for facet, give in FACETS.items()}
    assert {**none, **as_tuples, **other, "language": entry.text.languages} == found


@settings(max_examples=50)
@given(entries, st.sampled_from(sorted(FACETS)), ids())
def test_an_entry_holds_what_its_facets_give(entry: Entry, facet: str, other: str) -> None:
    """Exactly what a facet gives is held; without roles every role is."""
    held = FACETS[facet](entry)
    assert all(holds(entry, facet, each) for each in held)
    for_all = facet == "role" and not held
    assert (other in held or for_all) == holds(entry, facet, other)


@settings(max_examples=30)
@given(questions(), st.integers(0, 6), st.integers(0, 6))
def test_a_range_holds_the_difficulties_between(question: Question, low: int, high: int) -> None:
    """A lowest and a highest difficulty, both included, hold what lies between them."""
    expected = low <= question.difficulty <= high
    assert expected == holds(question, "difficulty", (low, high))
    assert (question.difficulty == low) == holds(question, "difficulty", low)


def test_a_question_without_roles_is_for_every_role() -> None:
    """A question that names no role holds each; one that names some holds those alone."""
    assert holds(Question(**VALID), "role", "sales")
    assert holds(Question(**VALID, roles=["sales"]), "role", "sales")
    assert not holds(Question(**VALID, roles=["sales"]), "role", "hr")


def test_a_range_asks_for_numbers() -> None:
    """Under a facet of names, a range of numbers holds nothing."""
    assert holds(Question(**VALID), "kind", "past")
    assert not holds(Question(**VALID), "kind", (1, 5))
