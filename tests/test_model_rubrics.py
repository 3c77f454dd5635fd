"""Scales and rubrics: which are valid, and what they find."""

from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from interview_kit import InvalidValueError, Rubric
from interview_kit.model import Band, Criterion, Level, Scale
from strategies import bands, levels, rubrics, scales

SAID = {"id": "Langkah sendiri", "en": "Own steps"}
LOW = Level(value=1, anchor=SAID)
HIGH = Level(value=5, anchor=SAID)


def criterion(id: str, weight: int) -> Criterion:
    """Make a criterion of a weight."""
    return Criterion(
        id=id, name=SAID, definition=SAID, weight=weight, levels=[LOW, HIGH], reason=SAID
    )


def rubric(criteria: Any) -> Rubric:
    """Make a rubric of criteria."""
    return Rubric(
        id="past",
        name=SAID,
        kind="past",
        scale="standard",
        criteria=criteria,
        weights_reason=SAID,
    )


def band(id: str, at_least: int) -> Band:
    """Make a band with a floor."""
    return Band(id=id, at_least=at_least, name=SAID)


@settings(max_examples=50)
@given(scales(), st.floats(0.0, 100.0))
def test_the_band_is_the_highest_that_is_reached(scale: Scale, overall: float) -> None:
    """A total lies in the band with the highest floor that it reaches."""
    found = scale.band_of(overall)
    if found is None:
        assert scale.bands == ()
    else:
        above = [each for each in scale.bands if each.at_least > found.at_least]
        assert found.at_least <= overall < min((each.at_least for each in above), default=101)


@settings(max_examples=50)
@given(scales())
def test_a_floor_belongs_to_its_band(scale: Scale) -> None:
    """The lowest total of a band is in it."""
    assert scale.bands == tuple(scale.band_of(each.at_least) for each in scale.bands)


@given(st.integers(-1, 101), st.integers(-1, 101))
def test_a_scale_rises_between_0_and_100(lowest: int, highest: int) -> None:
    """The highest level lies above the lowest, both from 0 to 100."""
    if 0 <= lowest < highest <= 100:
        scale = Scale(id="standard", lowest=lowest, highest=highest)
        assert (scale.lowest, scale.highest, scale.bands) == (lowest, highest, ())
    else:
        with pytest.raises(InvalidValueError):
            Scale(id="standard", lowest=lowest, highest=highest)


@settings(max_examples=50)
@given(st.lists(bands(), max_size=3))
def test_bands_rise_from_zero(held: list[Band]) -> None:
    """Bands are in order exactly if they begin at 0, rise, and have ids of their own."""
    floors = [each.at_least for each in held]
    rising = floors == sorted(set(floors)) and floors[:1] in ([], [0])
    if rising and len({each.id for each in held}) == len(held):
        assert tuple(held) == Scale(id="standard", lowest=1, highest=5, bands=held).bands
    else:
        with pytest.raises(InvalidValueError):
            Scale(id="standard", lowest=1, highest=5, bands=held)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"lowest": 5, "highest": 5},
            InvalidValueError("Scale.highest", "5", "above 5"),
        ),
        (
            {"highest": 101},
            InvalidValueError(
                "Scale.highest", "101", "a whole number from 1 to 100", rule="out-of-range"
            ),
        ),
        (
            {"lowest": -1},
            InvalidValueError(
                "Scale.lowest", "-1", "a whole number from 0 to 99", rule="out-of-range"
            ),
        ),
        (
            {"bands": [band("low", 10)]},
            InvalidValueError("Scale.bands", "first at 10", "first at 0"),
        ),
        (
            {"bands": [band("low", 0), band("low", 50)]},
            InvalidValueError("Scale.bands", "id 'low' twice", "each id once", rule="duplicate"),
        ),
        (
            {"bands": [band("low", 0), band("mid", 50), band("high", 50)]},
            InvalidValueError(
                "Scale.bands",
                "[0, 50, 50]",
                "numbers that rise from first to last",
                rule="not-rising",
            ),
        ),
        (
            {"bands": [LOW]},
            InvalidValueError("Scale.bands", repr(LOW)[:80] + "…", "only Band", rule="wrong-type"),
        ),
    ],
)
def test_wrong_scales_are_refused(change: dict[str, Any], expected: InvalidValueError) -> None:
    """A scale that does not rise, or whose bands do not, is refused with what was found."""
    with pytest.raises(InvalidValueError) as raised:
        Scale(**{"id": "standard", "lowest": 1, "highest": 5, **change})
    assert raised.value == expected


@settings(max_examples=50)
@given(st.lists(levels(), max_size=4))
def test_levels_rise(held: list[Level]) -> None:
    """A criterion takes two levels or more if they rise, and no others."""
    numbers = [level.value for level in held]
    fields: dict[str, Any] = {"id": "own_steps", "name": SAID, "definition": SAID, "reason": SAID}
    if len(held) >= 2 and numbers == sorted(set(numbers)):
        assert tuple(held) == Criterion(**fields, weight=100, levels=held).levels
    else:
        with pytest.raises(InvalidValueError):
            Criterion(**fields, weight=100, levels=held)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"levels": [HIGH, LOW]},
            InvalidValueError(
                "Criterion.levels",
                "[5, 1]",
                "numbers that rise from first to last",
                rule="not-rising",
            ),
        ),
        (
            {"levels": [LOW]},
            InvalidValueError("Criterion.levels", "1", "at least 2", rule="too-few"),
        ),
        (
            {"weight": 0},
            InvalidValueError(
                "Criterion.weight", "0", "a whole number from 1 to 100", rule="out-of-range"
            ),
        ),
        (
            {"weight": 101},
            InvalidValueError(
                "Criterion.weight", "101", "a whole number from 1 to 100", rule="out-of-range"
            ),
        ),
    ],
)
def test_wrong_criteria_are_refused(change: dict[str, Any], expected: InvalidValueError) -> None:
    """A criterion without weight, or with too few levels or falling ones, is refused."""
    fields: dict[str, Any] = {"id": "own_steps", "name": SAID, "definition": SAID, "weight": 1}
    with pytest.raises(InvalidValueError) as raised:
        Criterion(**{**fields, "reason": SAID, "levels": [LOW, HIGH], **change})
    assert raised.value == expected


@pytest.mark.parametrize("value", [-1, 101])
def test_a_level_lies_from_0_to_100(value: int) -> None:
    """The ends are levels, what lies beyond is none."""
    assert [Level(value=each, anchor=SAID).value for each in (0, 100)] == [0, 100]
    with pytest.raises(InvalidValueError) as raised:
        Level(value=value, anchor=SAID)
    allowed = "a whole number from 0 to 100"
    expected = InvalidValueError("Level.value", str(value), allowed, rule="out-of-range")
    assert raised.value == expected


@given(st.lists(st.integers(1, 60), min_size=1, max_size=4))
def test_weights_sum_to_100(weights: list[int]) -> None:
    """Any weights are refused that do not sum to 100; the missing share makes them fit."""
    criteria = [criterion(f"c{index}", weight) for index, weight in enumerate(weights)]
    rest = 100 - sum(weights)
    if rest:
        with pytest.raises(InvalidValueError) as raised:
            rubric(criteria)
        found = f"weights that sum to {100 - rest}"
        expected = InvalidValueError("Rubric.criteria", found, "a sum of 100", rule="weights")
        assert raised.value == expected
    if rest > 0:
        criteria.append(criterion("rest", rest))
    if rest >= 0:
        assert tuple(criteria) == rubric(criteria).criteria


@pytest.mark.parametrize(
    ("criteria", "expected"),
    [
        ([], InvalidValueError("Rubric.criteria", "0", "at least 1", rule="too-few")),
        (
            [criterion("own_steps", 50), criterion("own_steps", 50)],
            InvalidValueError(
                "Rubric.criteria", "id 'own_steps' twice", "each id once", rule="duplicate"
            ),
        ),
        (
            ["own_steps"],
            InvalidValueError(
                "Rubric.criteria", "'own_steps'", "only Criterion", rule="wrong-type"
            ),
        ),
    ],
)
def test_wrong_rubrics_are_refused(criteria: Any, expected: InvalidValueError) -> None:
    """A rubric without criteria, or with one twice, is refused."""
    with pytest.raises(InvalidValueError) as raised:
        rubric(criteria)
    assert raised.value == expected


@settings(max_examples=30)
@given(rubrics())
def test_a_criterion_is_found_by_its_id(rubric: Rubric) -> None:
    """Each criterion is found by its id, and no other id finds one."""
    assert rubric.criteria == tuple(rubric.criterion(each.id) for each in rubric.criteria)
    assert rubric.criterion("no_such_criterion") is None
