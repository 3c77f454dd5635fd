"""Advice for the candidate: which is valid."""

from typing import Any

import pytest
from attrs import evolve

from interview_kit import InvalidValueError, Text
from interview_kit.model import (
    PHASES,
    REVERSE_QUALITIES,
    AfterStep,
    Dont,
    Fact,
    Faq,
    ReverseQuestion,
    Strategy,
    Tip,
)

SAID = {"id": "Datang lebih awal.", "en": "Come early."}
STRATEGY = Strategy(id="know_the_position", order=1, name=SAID, advice=SAID, steps=[SAID, SAID])
TIP = Tip(id="early", phase="before", text=SAID, why=SAID)
DONT = Dont(id="late", phase="during", text=SAID, why=SAID)
ASK = ReverseQuestion(id="team", text=SAID, quality="good", reason=SAID)
FAQ = Faq(id="how_long", question=SAID, answer=SAID)
STEP = AfterStep(id="thanks", order=1, name=SAID, text=SAID)
FACT = Fact(id="user_stage", topic="stages", text=SAID)

ID_ALLOWED = "a letter, then letters, digits, underscores, at most 64, as in 'sales' or 'acme:S01'"


def test_the_names_are_those_of_the_design() -> None:
    """Phases and qualities are what stored documents may name."""
    assert PHASES == ("before", "during", "after")
    assert REVERSE_QUALITIES == ("good", "poor")


@pytest.mark.parametrize("advice", [STRATEGY, TIP, DONT, ASK, FAQ, STEP, FACT], ids=repr)
def test_advice_needs_no_source(advice: Any) -> None:
    """Where advice comes from, and which facts it states, may be left out."""
    assert (advice.origin, advice.covers) == (None, ())
    sourced = evolve(advice, origin="article", covers=["D-001"])
    assert (sourced.origin, sourced.covers) == ("article", ("D-001",))


def test_what_is_left_out_is_for_everyone_and_always() -> None:
    """A question of the candidate is for every role, and a step has no condition."""
    assert (ASK.roles, STEP.condition) == ((), None)
    assert evolve(STEP, condition=SAID).condition == Text(entries=SAID)


def test_steps_keep_their_order() -> None:
    """The steps of a strategy are texts in the order given, and may repeat."""
    other = Text.of(id="Lalu ulangi.")
    assert STRATEGY.steps == (Text(entries=SAID),) * 2
    assert evolve(STRATEGY, steps=[other, SAID]).steps == (other, Text(entries=SAID))


@pytest.mark.parametrize(
    ("value", "change", "expected"),
    [
        (
            STRATEGY,
            {"steps": []},
            InvalidValueError("Strategy.steps", "0", "at least 1", rule="too-few"),
        ),
        (
            STRATEGY,
            {"steps": ["Datang"]},
            InvalidValueError("Text", "'Datang'", "texts by language, such as {'id': …}"),
        ),
        (
            STRATEGY,
            {"order": 100},
            InvalidValueError(
                "Strategy.order", "100", "a whole number from 1 to 99", rule="out-of-range"
            ),
        ),
        (
            STEP,
            {"order": 0},
            InvalidValueError(
                "AfterStep.order", "0", "a whole number from 1 to 99", rule="out-of-range"
            ),
        ),
        (
            TIP,
            {"phase": "always"},
            InvalidValueError("Tip.phase", "'always'", "one of 'before', 'during', 'after'"),
        ),
        (
            DONT,
            {"phase": "always"},
            InvalidValueError("Dont.phase", "'always'", "one of 'before', 'during', 'after'"),
        ),
        (
            ASK,
            {"quality": "bad"},
            InvalidValueError("ReverseQuestion.quality", "'bad'", "one of 'good', 'poor'"),
        ),
        (
            ASK,
            {"roles": ["sales", "sales"]},
            InvalidValueError("ids", "'sales' twice", "each id once", rule="duplicate"),
        ),
        (
            FAQ,
            {"answer": None},
            InvalidValueError("Text", "None", "texts by language, such as {'id': …}"),
        ),
        (
            FACT,
            {"topic": "the stages"},
            InvalidValueError("id", "'the stages'", ID_ALLOWED, rule="bad-id"),
        ),
    ],
)
def test_wrong_fields_are_refused(
    value: Any, change: dict[str, Any], expected: InvalidValueError
) -> None:
    """A wrong field is refused with what was found and what is allowed."""
    with pytest.raises(InvalidValueError) as raised:
        evolve(value, **change)
    assert raised.value == expected
