"""What panels come to: arithmetic, disagreements, and what nobody assessed."""

from statistics import mean, median
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from interview_kit import InvalidValueError, document, structure
from interview_kit.interview import (
    METHODS,
    Disagreement,
    PanelResult,
    RaterWeights,
    combine,
    disagreements,
)
from test_interview_panel import SAID, at, filled

LEVELS = st.none() | st.integers(1, 5)
CARDS = st.lists(st.tuples(LEVELS, LEVELS), min_size=1, max_size=5).map(
    lambda cards: {f"rater_{place}": card for place, card in enumerate(cards)}
)


@settings(max_examples=60)
@given(CARDS)
def test_means_and_medians_are_those_of_arithmetic(cards: dict[str, Any]) -> None:
    """Levels are combined exactly; a level that was not assessed is left out, never zero."""
    panel = filled(cards)
    for place, criterion in enumerate(("closing", "listening")):
        given_levels = [card[place] for card in cards.values() if card[place] is not None]
        found = {m: combine(panel, m).levels[place] for m in ("mean", "median", "trimmed")}
        assert {each.criterion for each in found.values()} == {criterion}
        assert found["mean"].ratings == len(given_levels)
        if not given_levels:
            assert {each.level for each in found.values()} == {None}
            continue
        inner = sorted(given_levels)[1:-1] if len(given_levels) >= 3 else given_levels
        assert found["mean"].level == pytest.approx(mean(given_levels))
        assert found["median"].level == median(given_levels)
        assert found["trimmed"].level == pytest.approx(mean(inner))
        assert (found["mean"].lowest, found["mean"].highest) == (
            min(given_levels),
            max(given_levels),
        )


@settings(max_examples=40)
@given(CARDS)
def test_the_total_leaves_out_what_nobody_assessed(cards: dict[str, Any]) -> None:
    """The total is the mean over assessed criteria, and coverage says how much that is."""
    result = combine(filled(cards))
    levels = [each.level for each in result.levels if each.level is not None]
    assert result.coverage == len(levels) / 2
    assert result.overall == (pytest.approx(mean(levels)) if levels else None)
    assert structure(document(result), PanelResult) == result


def test_nothing_is_rounded() -> None:
    """A third stays a third."""
    result = combine(filled({"ana": (1, 1), "budi": (1, 1), "citra": (2, 1)}))
    assert result.levels[0].level == 4 / 3
    assert result.overall == (4 / 3 + 1) / 2


def test_weights_count_as_documented() -> None:
    """Raters count by their weights, of which only ratios matter, and the reason is kept."""
    panel = filled({"ana": (5, 1), "budi": (2, 1)})
    weights = RaterWeights(weights=[("ana", 2), ("budi", 1)], reason="Ana memimpin tim ini.")
    result = combine(panel, "weighted", weights=weights)
    assert (result.levels[0].level, result.weights_reason) == (4.0, "Ana memimpin tim ini.")
    double = RaterWeights(weights=[("ana", 4), ("budi", 2)], reason="Sama.")
    assert combine(panel, "weighted", weights=double).levels == result.levels


@pytest.mark.parametrize(
    "weights",
    [
        {"weights": [("ana", 1), ("budi", 1)], "reason": " "},
        {"weights": [("ana", 0)], "reason": "x"},
        {"weights": [("ana", 1), ("ana", 2)], "reason": "x"},
        {"weights": [("ana", 1.5)], "reason": "x"},
        {"weights": ["ana"], "reason": "x"},
    ],
)
def test_weights_without_sense_are_refused(weights: dict[str, Any]) -> None:
    """Weights need a reason, whole numbers from 1, and each rater once."""
    with pytest.raises(InvalidValueError):
        RaterWeights(**weights)


def test_methods_take_the_weights_they_need() -> None:
    """Weights go with their method alone, and name just the raters of the panel."""
    panel = filled({"ana": (5, 1), "budi": (2, 1)})
    one = RaterWeights(weights=[("ana", 1)], reason="x")
    for method, weights in (("mean", one), ("weighted", None), ("weighted", one), ("vote", None)):
        with pytest.raises(InvalidValueError):
            combine(panel, method, weights=weights)  # type: ignore[arg-type]
    assert METHODS == ("mean", "median", "trimmed", "weighted")


def test_a_consensus_stands_beside_the_levels() -> None:
    """What a discussion came to is shown and changes no combined level."""
    panel = filled({"ana": (5, 1), "budi": (2, 1)})
    agreed = panel.agreed("closing", 3, at=at(5), note="dibahas")
    assert combine(agreed).levels[0].consensus == 3
    assert combine(agreed).levels[0].level == combine(panel).levels[0].level == 3.5


def test_disagreements_show_both_quotes() -> None:
    """Criteria on which raters are far apart come widest first, with who heard what."""
    panel = filled({"ana": (5, 1), "budi": (2, 4), "citra": (4, None)})
    wide = disagreements(panel)
    assert [(d.criterion, d.low_rater, d.high_rater) for d in wide] == [
        ("closing", "budi", "ana"),
        ("listening", "ana", "budi"),
    ]
    assert wide[0].low.quotes == wide[0].high.quotes == (SAID,)
    assert SAID not in repr(wide)
    assert structure(document(wide[0]), Disagreement) == wide[0]
    assert disagreements(panel, apart=4) == ()
    with pytest.raises(InvalidValueError):
        disagreements(panel, apart=0)


def test_a_notebook_shows_levels_as_a_table() -> None:
    """Each criterion is a row with its combined level as it is, and what is missing stays empty."""
    page = combine(filled({"ana": (1, None), "budi": (1, None), "citra": (2, None)}))._repr_html_()
    assert f'<td dir="auto">{4 / 3}</td>' in page
    assert '<th scope="row">listening</th><td dir="auto"></td><td dir="auto">0</td>' in page
