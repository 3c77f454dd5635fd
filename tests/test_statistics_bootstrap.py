"""Bootstrap draws: even, and the same for ever."""

from interview_kit.model.seeds import salted
from interview_kit.statistics._bootstrap import _draws
from quiz_banks import is_uniform


def test_draws_are_even() -> None:
    """Each of six is drawn equally often, in whatever place, and every resample is another."""
    salt = salted(3, "dice")
    draws = [_draws(salt, number, 6) for number in range(1_000)]
    assert is_uniform((each for drawn in draws for each in drawn), 6)
    assert is_uniform((drawn[5] for drawn in draws), 6)
    assert len({tuple(each) for each in draws}) > 900


def test_draws_are_the_same_for_ever() -> None:
    """The draws of a seed are those of this test on every platform and version."""
    assert _draws(salted(1, "pinned"), 0, 12) == [1, 0, 6, 7, 6, 6, 0, 9, 1, 6, 1, 5]
