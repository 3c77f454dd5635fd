"""From panels to recommendations: levels, raters and quotes, and what nobody assessed."""

import pytest
from attrs import evolve

from interview_kit import InvalidValueError
from interview_kit.interview import combine, evidence_of
from test_interview_panel import SAID, filled


def test_evidence_is_what_the_panel_found() -> None:
    """Levels come combined, with who gave them and what they quoted."""
    panel = filled({"ana": (5, 1), "budi": (2, None)})
    closing, listening = evidence_of(panel, combine(panel))
    assert (closing.competency, closing.level, closing.ratings) == ("closing", 3.5, 2)
    assert (closing.given_by, closing.quotes) == (("ana", "budi"), (SAID, SAID))
    assert (listening.level, listening.given_by, listening.quotes) == (1.0, ("ana",), ())


def test_what_nobody_assessed_has_no_level() -> None:
    """Not assessed stays not assessed."""
    panel = filled({"ana": (5, None)})
    assert evidence_of(panel, combine(panel))[1].level is None


def test_a_result_belongs_to_its_panel() -> None:
    """The result of another panel is refused."""
    panel = filled({"ana": (5, 3)})
    with pytest.raises(InvalidValueError, match="panel_1"):
        evidence_of(evolve(panel, id="other"), combine(panel))
