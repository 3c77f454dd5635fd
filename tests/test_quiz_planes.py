"""Planes: packed counts behave like tables of numbers by questions and minutes."""

from collections import Counter

from hypothesis import given, strategies as st
from hypothesis.strategies import DrawFn

from interview_kit.quiz._planes import Planes

#: Ways by questions and minutes.
Ways = Counter[tuple[int, int]]


@st.composite
def packed(draw: DrawFn) -> tuple[Planes, int, Ways]:
    """A shape, a plane of it, and the same counts as a plain table."""
    shape = Planes(
        questions=draw(st.integers(0, 4)),
        minutes=draw(st.integers(0, 6)),
        slot_bytes=draw(st.integers(1, 3)),
    )
    places = st.tuples(st.integers(0, shape.questions), st.integers(0, shape.minutes))
    largest = 256**shape.slot_bytes - 1
    ways = Counter(draw(st.dictionaries(places, st.integers(0, largest), max_size=5)))
    return shape, sum(shape.one(*place) * count for place, count in ways.items()), ways


def read(shape: Planes, plane: int) -> Ways:
    """Read all counts of a plane that are above 0."""
    places = [(q, m) for q in range(shape.questions + 1) for m in range(shape.minutes + 1)]
    return +Counter({place: shape.at(plane, *place) for place in places})


@given(packed())
def test_planes_hold_a_count_for_each_place(each: tuple[Planes, int, Ways]) -> None:
    """Every count comes back from its own slot, the largest that a slot can hold too."""
    shape, plane, ways = each
    assert read(shape, plane) == +ways


@given(packed(), st.integers(0, 5), st.integers(0, 8))
def test_moving_adds_questions_and_minutes(
    each: tuple[Planes, int, Ways], questions: int, minutes: int
) -> None:
    """Each way gains the questions and minutes; those that leave the shape are gone, not carried."""
    shape, plane, ways = each
    expected = Counter(
        {
            (q + questions, m + minutes): count
            for (q, m), count in ways.items()
            if q + questions <= shape.questions and m + minutes <= shape.minutes
        }
    )
    moved = shape.moved(plane, questions, minutes)
    assert read(shape, moved) == +expected
    assert moved < 256**shape.size


@given(packed())
def test_moving_by_nothing_changes_nothing(each: tuple[Planes, int, Ways]) -> None:
    """No question and no minute more leaves a plane as it is."""
    shape, plane, _ = each
    assert shape.moved(plane, 0, 0) == plane


@given(packed(), packed())
def test_sums_are_sums_of_counts(
    one: tuple[Planes, int, Ways], other: tuple[Planes, int, Ways]
) -> None:
    """Where the slots are wide enough, adding planes adds the counts of each place."""
    both = [*one[2].items(), *other[2].items()]
    shape = Planes(questions=4, minutes=6, slot_bytes=4)
    plane = sum(shape.one(*place) * count for place, count in both)
    assert read(shape, plane) == +(one[2] + other[2])


@given(packed())
def test_bytes_hold_the_same_counts(each: tuple[Planes, int, Ways]) -> None:
    """A plane as bytes has the size of the shape and gives the same counts."""
    shape, plane, _ = each
    written = shape.to_bytes(plane)
    assert len(written) == shape.size
    for q in range(shape.questions + 1):
        for m in range(shape.minutes + 1):
            assert shape.in_bytes(written, q, m) == shape.at(plane, q, m)


def test_shapes_know_their_size() -> None:
    """A plane has a slot for each number of questions and minutes, none included."""
    shape = Planes(questions=2, minutes=3, slot_bytes=5)
    assert shape.size == 3 * 4 * 5
    assert shape.position(1, 2) == 8 * 5 * (4 + 2)
