"""Roles, competencies, goals, stages and comparisons: which are valid."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from interview_kit import Competency, InvalidValueError, Role
from interview_kit.model import (
    Comparison,
    ComparisonCell,
    Goal,
    Level,
    OccupationCode,
    Stage,
    Value,
)
from strategies import comparison_cells, occupation_codes

SAID = {"id": "Penjualan", "en": "Sales"}
ISCO = OccupationCode(scheme="isco-08", code="3322", title="Commercial sales representatives")
HR_CELL = ComparisonCell(stage="hr", text=SAID)
USER_CELL = ComparisonCell(stage="user", text=SAID)

#: Valid fields of each noun.
VALID: dict[type[Value], dict[str, Any]] = {
    Competency: {"id": "closing", "name": SAID, "definition": SAID},
    Goal: {
        "id": "values",
        "order": 1,
        "name": SAID,
        "definition": SAID,
        "means": SAID,
        "advice": SAID,
    },
    Stage: {"id": "user", "order": 3, "name": SAID, "purpose": SAID, "actors": SAID},
    Comparison: {"id": "who", "order": 1, "aspect": SAID, "cells": [HR_CELL, USER_CELL]},
    Role: {"id": "sales", "name": SAID, "summary": SAID, "competencies": ["closing"]},
}
ID_ALLOWED = "a letter, then letters, digits, underscores, at most 64, as in 'sales' or 'acme:S01'"
ORDER_ALLOWED = "a whole number from 1 to 99"


@pytest.mark.parametrize("noun", [Goal, Stage, Comparison], ids=lambda noun: noun.__name__)
@given(order=st.integers(-2, 102))
def test_order_is_from_1_to_99(noun: type[Value], order: int) -> None:
    """Whatever has a place among its like has one from 1 to 99."""
    held = {**VALID[noun], "order": order}
    if 1 <= order <= 99:
        assert order == getattr(noun(**held), "order")  # noqa: B009 - no field of the base
    else:
        with pytest.raises(InvalidValueError) as raised:
            noun(**held)
        place = f"{noun.__name__}.order"
        expected = InvalidValueError(place, str(order), ORDER_ALLOWED, rule="out-of-range")
        assert raised.value == expected


@pytest.mark.parametrize(
    ("noun", "change", "expected"),
    [
        (
            Competency,
            {"id": "no id"},
            InvalidValueError("id", "'no id'", ID_ALLOWED, rule="bad-id"),
        ),
        (
            Competency,
            {"roles": ["sales", "sales"]},
            InvalidValueError("ids", "'sales' twice", "each id once", rule="duplicate"),
        ),
        (
            Competency,
            {"covers": ["D-001", ""]},
            InvalidValueError("strings", "''", "a string that is not empty", rule="blank-text"),
        ),
        (
            Competency,
            {"covers": [5]},
            InvalidValueError("strings", "5", "a string that is not empty", rule="blank-text"),
        ),
        (
            Competency,
            {"covers": "D-001"},
            InvalidValueError("collection", "'D-001'", "a list of values"),
        ),
        (
            Competency,
            {"levels": [Level(value=1, anchor={"id": "Menunggu."})]},
            InvalidValueError(
                "Competency.scale", "none", "the scale of the levels", rule="level-off-scale"
            ),
        ),
        (
            Competency,
            {
                "scale": "opm5",
                "levels": [Level(value=at, anchor={"id": "Menunggu."}) for at in (3, 1)],
            },
            InvalidValueError(
                "Competency.levels",
                "[3, 1]",
                "numbers that rise from first to last",
                rule="not-rising",
            ),
        ),
        (
            Goal,
            {"origin": ""},
            InvalidValueError("id", "''", ID_ALLOWED, rule="bad-id"),
        ),
        (
            Goal,
            {"means": "Wawancara"},
            InvalidValueError("Text", "'Wawancara'", "texts by language, such as {'id': …}"),
        ),
        (
            Stage,
            {"optional": "yes"},
            InvalidValueError("Stage.optional", "'yes'", "one of True, False"),
        ),
        (
            Stage,
            {"optional": 1},
            InvalidValueError("Stage.optional", "1", "one of True, False"),
        ),
        (
            Stage,
            {"within": 5},
            InvalidValueError("id", "5", ID_ALLOWED, rule="bad-id"),
        ),
        (
            Stage,
            {"condition": {}},
            InvalidValueError("Text", "no text", "at least one language", rule="missing-language"),
        ),
        (
            Comparison,
            {"cells": [HR_CELL]},
            InvalidValueError("Comparison.cells", "1", "at least 2", rule="too-few"),
        ),
        (
            Comparison,
            {"cells": [HR_CELL, {"stage": "user"}]},
            InvalidValueError(
                "Comparison.cells", "{'stage': 'user'}", "only ComparisonCell", rule="wrong-type"
            ),
        ),
        (
            Comparison,
            {"cells": [HR_CELL, USER_CELL, HR_CELL]},
            InvalidValueError(
                "Comparison.cells", "stage 'hr' twice", "each stage once", rule="duplicate"
            ),
        ),
        (
            Role,
            {"codes": [ISCO, ISCO]},
            InvalidValueError(
                "Role.codes", "scheme 'isco-08' twice", "each scheme once", rule="duplicate"
            ),
        ),
        (
            Role,
            {"competencies": "closing"},
            InvalidValueError("collection", "'closing'", "a list of values"),
        ),
    ],
)
def test_wrong_fields_are_refused(
    noun: type[Value], change: dict[str, Any], expected: InvalidValueError
) -> None:
    """A wrong field is refused with what was found and what is allowed."""
    with pytest.raises(InvalidValueError) as raised:
        noun(**{**VALID[noun], **change})
    assert raised.value == expected


@given(st.lists(comparison_cells(), max_size=4))
def test_a_comparison_has_two_stages_or_more(cells: list[ComparisonCell]) -> None:
    """Cells of two or more stages, each once, make a comparison; others do not."""
    compared = {cell.stage for cell in cells}
    if 2 <= len(cells) == len(compared):
        assert tuple(cells) == Comparison(id="who", order=1, aspect=SAID, cells=cells).cells
    else:
        with pytest.raises(InvalidValueError):
            Comparison(id="who", order=1, aspect=SAID, cells=cells)


@given(st.lists(occupation_codes(), max_size=4))
def test_a_role_has_one_code_in_each_scheme(codes: list[OccupationCode]) -> None:
    """Codes of different schemes may stand together; two of one scheme may not."""
    held = {**VALID[Role], "codes": codes}
    if len({code.scheme for code in codes}) == len(codes):
        assert tuple(codes) == Role(**held).codes
    else:
        with pytest.raises(InvalidValueError):
            Role(**held)


@pytest.mark.parametrize("name", ["scheme", "code", "title"])
def test_a_code_has_words_in_all_fields(name: str) -> None:
    """Scheme, code and title are clean texts."""
    held = {"scheme": "isco-08", "code": "3322", "title": "Sales"}
    allowed = "a text that is not empty and has no spaces at its ends"
    with pytest.raises(InvalidValueError) as raised:
        OccupationCode(**{**held, name: ""})
    expected = InvalidValueError(f"OccupationCode.{name}", "''", allowed, rule="blank-text")
    assert raised.value == expected
