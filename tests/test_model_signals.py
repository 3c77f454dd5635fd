"""Signals after an interview: always with cues and a caveat."""

from typing import Any

import pytest
from attrs import evolve

from interview_kit import InvalidValueError
from interview_kit.model import POLARITIES, STRENGTHS, Cue, PassSignal

SAID = {"id": "Pewawancara mengangguk.", "en": "The interviewer nods."}
NOD = Cue(id="nods", text=SAID, polarity="ambiguous")
SIGNAL = PassSignal(
    id="body_language",
    order=1,
    name=SAID,
    description=SAID,
    strength="weak",
    caveat=SAID,
    cues=[NOD],
)


def test_the_names_are_those_of_the_design() -> None:
    """A cue may point either way or none, and no signal is called strong."""
    assert POLARITIES == ("positive", "negative", "ambiguous")
    assert STRENGTHS == ("weak", "moderate")


def test_what_is_left_out_is_empty() -> None:
    """A cue needs no other reading, and neither cue nor signal a source."""
    assert (NOD.note, NOD.covers) == (None, ())
    assert (SIGNAL.origin, SIGNAL.covers, SIGNAL.cues) == (None, (), (NOD,))


def test_a_signal_has_a_caveat() -> None:
    """Without the words on why it proves nothing there is no signal."""
    with pytest.raises(TypeError, match="caveat"):
        PassSignal(
            id="tone",
            order=2,
            name=SAID,
            description=SAID,
            strength="weak",
            cues=[NOD],
        )


@pytest.mark.parametrize(
    ("value", "change", "expected"),
    [
        (
            SIGNAL,
            {"strength": "strong"},
            InvalidValueError("PassSignal.strength", "'strong'", "one of 'weak', 'moderate'"),
        ),
        (
            SIGNAL,
            {"cues": []},
            InvalidValueError("PassSignal.cues", "0", "at least 1", rule="too-few"),
        ),
        (
            SIGNAL,
            {"cues": [NOD, evolve(NOD, polarity="positive")]},
            InvalidValueError(
                "PassSignal.cues", "id 'nods' twice", "each id once", rule="duplicate"
            ),
        ),
        (
            SIGNAL,
            {"cues": ["nods"]},
            InvalidValueError("PassSignal.cues", "'nods'", "only Cue", rule="wrong-type"),
        ),
        (
            SIGNAL,
            {"order": 0},
            InvalidValueError(
                "PassSignal.order", "0", "a whole number from 1 to 99", rule="out-of-range"
            ),
        ),
        (
            SIGNAL,
            {"caveat": {}},
            InvalidValueError("Text", "no text", "at least one language", rule="missing-language"),
        ),
        (
            NOD,
            {"polarity": "good"},
            InvalidValueError(
                "Cue.polarity", "'good'", "one of 'positive', 'negative', 'ambiguous'"
            ),
        ),
        (
            NOD,
            {"note": {"id": ""}},
            InvalidValueError(
                "Text['id']",
                "''",
                "a text that is not empty and has no spaces at its ends",
                rule="blank-text",
            ),
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
