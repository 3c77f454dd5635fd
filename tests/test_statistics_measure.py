"""A measure cannot be unsound, and its bands begin where their authors put them."""

from typing import Any, Final

import pytest

from interview_kit import InvalidValueError
from interview_kit.statistics import Measure
from interview_kit.statistics._measure import bands_of

SOUND: Final[dict[str, Any]] = {"name": "kappa", "subjects": 12, "raters": 2}


@pytest.mark.parametrize(
    ("measure", "value", "band"),
    [
        ("kappa", -0.1, "poor"),
        ("kappa", 0.0, "slight"),
        ("kappa", 0.2, "slight"),
        ("weighted_kappa", 0.21, "fair"),
        ("kappa", 0.6, "moderate"),
        ("kappa", 0.61, "substantial"),
        ("kappa", 1.0, "almost_perfect"),
        ("alpha_ordinal", -3.0, "unreliable"),
        ("alpha_ordinal", 0.667, "tentative"),
        ("alpha_nominal", 0.8, "reliable"),
        ("icc_2_1", -5.0, "poor"),
        ("icc_2_1", 0.5, "moderate"),
        ("icc_2_k", 0.75, "good"),
        ("icc_2_k", 0.9, "good"),
        ("icc_2_k", 0.91, "excellent"),
        ("kr20", 0.59, "low"),
        ("kr20", 0.6, "acceptable"),
        ("cronbach_alpha", 0.7, "usual"),
        ("cronbach_alpha", 0.9, "high"),
    ],
)
def test_bands_begin_at_their_limits(measure: Any, value: float, band: str) -> None:
    """Each coefficient has the band of its convention, limits included where they are."""
    assert bands_of(measure, value, value) == (band,)


def test_bands_between_two_coefficients() -> None:
    """All bands from the lower to the upper coefficient are given; shares have none."""
    assert bands_of("icc_2_1", 0.3, 0.8) == ("poor", "moderate", "good")
    assert bands_of("exact", 0.3, 0.8) == ()


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"value": 0.5, "refusal": "no_variance"},
        {"value": 1.5},
        {"value": float("nan")},
        {"value": 0.5, "low": 0.4},
        {"value": 0.5, "low": 0.6, "high": 0.4},
        {"refusal": "no_variance", "low": 0.4, "high": 0.6},
        {"refusal": "lazy"},
        {"value": 0.5, "bands": ["fine"]},
        {"value": 0.5, "cautions": ["few_subjects", "few_subjects"]},
        {"value": 0.5, "subjects": -1},
        {"value": 0.5, "name": "r"},
    ],
)
def test_measures_cannot_be_unsound(given: dict[str, Any]) -> None:
    """There is a value or a reason, bounds come in pairs and in order, and codes are known."""
    with pytest.raises(InvalidValueError):
        Measure(**(SOUND | given))
