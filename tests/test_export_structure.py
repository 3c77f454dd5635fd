"""The fifteen components of structure: what a kit sees to, misses, or cannot know."""

import pytest
from attrs import evolve

from interview_kit import Bank, Blueprint, Quota, generate
from interview_kit.export import structure_checks
from interview_kit.export._structure import COMPONENTS
from interview_kit.export._words import all_words

UNKNOWN = {
    *(
        "job_analysis",
        "ancillary",
        "raters",
        "same_raters",
        "no_discussion",
        "training",
        "arithmetic",
    ),
}


def states(bank: Bank, **blueprint: object) -> dict[str, str]:
    """Give the states of the components for a small quiz."""
    quiz = generate(bank, Blueprint(**{"role": "sales", "length": 5} | blueprint), seed=3)
    return {each.component: each.state for each in structure_checks(quiz, bank)}


def test_there_are_fifteen_and_the_kit_cannot_know_seven(bank: Bank) -> None:
    """What people do around the interview is never called fulfilled."""
    found = states(bank)
    assert tuple(found) == COMPONENTS
    assert len(found) == 15
    assert {name for name, state in found.items() if state == "unknown"} == UNKNOWN


@pytest.mark.parametrize(
    ("blueprint", "component", "state"),
    [
        ({"length": 4}, "length", "missing"),
        ({"length": 5}, "length", "fulfilled"),
        ({"quotas": [Quota(kind="technical", at_least=3)]}, "question_types", "missing"),
        ({"quotas": [Quota(kind="past", at_least=3)]}, "question_types", "fulfilled"),
    ],
)
def test_a_component_is_told_from_the_questions(
    bank: Bank, blueprint: dict[str, object], component: str, state: str
) -> None:
    """Fewer than five questions are too few; half are to be on experience or a situation."""
    assert states(bank, **blueprint)[component] == state


def test_a_question_without_probes_leaves_probing_open(bank: Bank) -> None:
    """Probes are limited only where they are written."""
    quiz = generate(bank, Blueprint(role="sales", length=5), seed=3)
    bare = evolve(quiz, questions=[evolve(quiz.questions[0], probes=()), *quiz.questions[1:]])
    found = {each.component: each.state for each in structure_checks(bare, bank)}
    assert found["limited_probes"] == "missing"


def test_every_component_and_state_has_words() -> None:
    """Each is said in both languages."""
    words = [f"structure_{each}" for each in COMPONENTS]
    words += [f"state_{each}" for each in ("fulfilled", "missing", "unknown")]
    assert {language for each in words for language in all_words()[each].languages} == {"id", "en"}
