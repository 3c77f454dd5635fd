"""Raters over many panels: the table, agreement, and habits."""

import pytest
from attrs import evolve

from interview_kit import InvalidValueError
from interview_kit.errors import StepError
from interview_kit.interview import Panel, habits_of_raters, panel_agreement, ratings_table
from interview_kit.statistics import agreement
from test_interview_panel import filled, panel


def several(levels: list[tuple[int, int]], lean: int = 0) -> list[Panel]:
    """Let two raters judge so many candidates; the second gives so much less."""
    return [
        evolve(
            filled({"ana": (one, other), "budi": (max(one - lean, 1), max(other - lean, 1))}),
            id=f"panel_{place}",
        )
        for place, (one, other) in enumerate(levels)
    ]


SPREAD = [(1, 2), (2, 4), (3, 3), (4, 5), (5, 5), (4, 2), (2, 2), (3, 4), (5, 3), (4, 4), (3, 5)]


def test_rows_are_criteria_and_columns_raters() -> None:
    """Who was not of a panel, or did not assess, has no level there."""
    first = filled({"ana": (1, None), "budi": (2, 3)})
    second = evolve(filled({"budi": (4, 5), "citra": (5, 5)}), id="panel_2")
    assert ratings_table([first, second]) == (
        ("ana", "budi", "citra"),
        ((1, 2, None), (None, 3, None), (None, 4, 5), (None, 5, 5)),
    )


def test_agreement_is_that_of_the_table() -> None:
    """Measures over panels are those of statistics on their table."""
    panels = several(SPREAD, lean=1)
    _, rows = ratings_table(panels)
    found = panel_agreement(panels, seed=3)
    assert [each.name for each in found] == ["exact", "within_one", "alpha_ordinal"]
    assert found[2] == agreement(rows, "alpha_ordinal", seed=3)
    assert panel_agreement(several(SPREAD[:2]), seed=3)[2].refusal == "too_few_subjects"


def test_a_severe_rater_is_flagged() -> None:
    """Who gives less than the others all along is flagged, with the figures; others are not."""
    found = habits_of_raters(several(SPREAD, lean=2))
    flagged = {(each.rater, each.rule) for each in found if each.flagged}
    assert ("budi", "severity") in flagged
    assert ("ana", "leniency") in flagged
    assert {each.rule for each in found} >= {"halo", "central_tendency", "range_restriction"}
    assert habits_of_raters([]) == ()


def test_panels_that_do_not_compare_are_refused() -> None:
    """One scale, each panel once, and all raters done."""
    done = filled({"ana": (1, 2)})
    with pytest.raises(InvalidValueError):
        ratings_table([done, evolve(done, id="other", highest=7)])
    with pytest.raises(InvalidValueError):
        ratings_table([done, done])
    with pytest.raises(StepError):
        ratings_table([done, evolve(panel(), id="open")])
