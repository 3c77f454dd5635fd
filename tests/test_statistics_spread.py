"""Spread and correlation: exact, and within their bounds."""

from fractions import Fraction

from hypothesis import given, strategies as st

from interview_kit.statistics._spread import correlation, deviation, scatter

VALUES = st.lists(st.integers(-1000, 1000), min_size=2, max_size=20)


@given(VALUES)
def test_deviations_are_those_of_the_definition(values: list[int]) -> None:
    """The square of a deviation is the mean squared distance, with one degree of freedom less."""
    mean = Fraction(sum(values), len(values))
    expected = sum((each - mean) ** 2 for each in values) / (len(values) - 1)
    assert abs(Fraction(deviation(values, 1)) ** 2 - expected) <= expected / 10**12
    assert scatter(values) == expected * len(values) * (len(values) - 1)


@given(st.lists(st.tuples(st.integers(-99, 99), st.integers(-99, 99)), min_size=2, max_size=20))
def test_correlations_are_symmetric_and_bounded(pairs: list[tuple[int, int]]) -> None:
    """Correlation lies from -1 to 1, and turns its sign with one side."""
    first, second = ([*side] for side in zip(*pairs, strict=True))
    found = correlation(first, second)
    assert found == correlation(second, first)
    if found is None:
        assert 1 in (len({*first}), len({*second}))
    else:
        assert -1.0 <= found <= 1.0
        assert correlation([-each for each in first], second) == -found


def test_straight_lines_correlate_fully() -> None:
    """Values on a rising line have 1, on a falling one -1."""
    assert correlation([1, 2, 3], [10, 20, 30]) == 1.0
    assert correlation([1, 2, 3], [30, 20, 10]) == -1.0
