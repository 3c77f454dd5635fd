"""Practice over time: what is due, what an answer changes, and what is refused."""

import json
import pickle
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, strategies as st
from hypothesis.strategies import DrawFn

from interview_kit import InvalidValueError, UnknownIdError, document, structure
from interview_kit.knowledge import (
    Card,
    Grade,
    Leitner,
    Placed,
    ReviewState,
    Schedule,
    Uniform,
    add,
    due,
    next_due,
    reviewed,
)
from knowledge_cases import SAID

START = datetime(2026, 11, 26, 1, 0, tzinfo=UTC)
SCHEDULES = (Leitner(), Leitner(days=[3]), Uniform(), Uniform(days=1))
IDS = ("A", "B", "C", "D")


def graded(item: str, points: float | None) -> Grade:
    """Make a grade of so many points."""
    return Grade(item=item, rule="per_option", points=points, chance=0.5, explanation=SAID)


def after(days: float) -> datetime:
    """Give a moment so many days after the start."""
    return START + timedelta(days=days)


def moment(days: float) -> str:
    """Give such a moment as the library writes it."""
    return after(days).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def practised(points: list[float | None], schedule: Schedule, *, wait: int = 20) -> list[Card]:
    """Answer one item again and again, so many days apart, and give its card after each answer."""
    state, found = add(ReviewState(), ["A"], START), list[Card]()
    for turn, each in enumerate(points):
        state = reviewed(state, "A", graded("A", each), after(turn * wait), schedule)
        found.append(state.cards[0])
    return found


@st.composite
def histories(draw: DrawFn) -> list[ReviewState]:
    """The states of a practice from its beginning, whose moments never go back."""
    schedule = draw(st.sampled_from(SCHEDULES))
    states, days = [ReviewState()], 0
    for each in draw(st.lists(st.sampled_from(IDS), max_size=12)):
        days += draw(st.integers(0, 9))
        points = draw(st.sampled_from([None, 0.0, 0.5, 1.0]))
        states.append(add(states[-1], [each], after(days)))
        states.append(reviewed(states[-1], each, graded(each, points), after(days), schedule))
    return states


@given(histories())
def test_a_state_never_shrinks(states: list[ReviewState]) -> None:
    """No card is lost, and neither answers nor lapses are forgotten."""
    for before, later in pairwise(states):
        for each in before.cards:
            card = later.card(each.item)
            assert card
            assert (card.times, card.lapses) >= (each.times, each.lapses)
            assert card.times - each.times <= 1


@given(histories(), st.integers(0, 200), st.integers(0, 200))
def test_what_is_due_stays_due(states: list[ReviewState], one: int, other: int) -> None:
    """As time goes by without an answer, more items are due, never fewer."""
    sooner, later = sorted((one, other))
    assert {*due(states[-1], after(sooner))} <= {*due(states[-1], after(later))}


@given(histories(), st.integers(0, 200))
def test_the_most_overdue_come_first(states: list[ReviewState], days: int) -> None:
    """Items are due in the order of their moments, then of their ids, and no others are."""
    cards = {each.item: each for each in states[-1].cards}
    found = due(states[-1], after(days))
    keys = [(cards[each].due, each) for each in found]
    assert keys == sorted(keys)
    assert all((each in found) == (card.due <= moment(days)) for each, card in cards.items())


@given(histories())
def test_the_next_moment_is_that_of_the_first_item(states: list[ReviewState]) -> None:
    """At the next due moment something is due, and a millisecond before nothing is."""
    state = states[-1]
    at = next_due(state)
    assert (at is None) == (not state.cards)
    if at:
        assert due(state, at)
        assert not due(state, datetime.fromisoformat(at) - timedelta(milliseconds=1))


@given(histories())
def test_states_survive_storage(states: list[ReviewState]) -> None:
    """A host stores a state as JSON or pickles it, and reads back the same."""
    for state in states:
        assert structure(json.loads(json.dumps(document(state))), ReviewState) == state
        assert pickle.loads(pickle.dumps(state)) == state  # noqa: S301 - our own bytes


@given(histories(), st.sampled_from(IDS))
def test_an_answer_concerns_its_own_card(states: list[ReviewState], id: str) -> None:
    """The cards of all other items stay as they are."""
    before = add(states[-1], [id], after(300))
    later = reviewed(before, id, graded(id, 1.0), after(300))
    others = [each for each in before.cards if each.item != id]
    assert [each for each in later.cards if each.item != id] == others
    assert [each.item for each in later.cards] == sorted(each.item for each in later.cards)


def test_right_answers_climb_the_boxes() -> None:
    """Each right answer doubles the interval, up to the last box."""
    cards = practised([1.0] * 6, Leitner())
    assert [each.box for each in cards] == [2, 3, 4, 5, 5, 5]
    gaps = [2, 4, 8, 16, 16, 16]
    assert [each.due for each in cards] == [moment(20 * n + gap) for n, gap in enumerate(gaps)]
    assert (cards[-1].times, cards[-1].lapses, cards[-1].last) == (6, 0, moment(100))


def test_wrong_answers_begin_anew() -> None:
    """An answer without points puts the item into the first box; a lapse if it was above."""
    cards = practised([0.0, 1.0, 1.0, 0.0, 0.0], Leitner())
    assert [each.box for each in cards] == [1, 2, 3, 1, 1]
    assert [each.lapses for each in cards] == [0, 0, 0, 1, 1]
    assert cards[-1].due == moment(81)


def test_partly_right_answers_stay() -> None:
    """Some of the points leave the item in its box, and it comes again after the days of that."""
    cards = practised([1.0, 0.5], Leitner())
    assert (cards[1].box, cards[1].due, cards[1].lapses) == (2, moment(22), 0)


def test_answers_before_the_time_move_nothing_on() -> None:
    """A right answer to what is not due yet counts, but shows nothing about a longer interval."""
    early = practised([1.0, 1.0], Leitner(), wait=1)
    assert [(each.box, each.due, each.times) for each in early] == [
        (2, moment(2), 1),
        (2, moment(2), 2),
    ]
    assert practised([1.0, 0.0], Leitner(), wait=1)[1].box == 1


def test_equal_intervals_stay_equal() -> None:
    """The uniform schedule waits as long after every answer; its box counts right ones in a row."""
    cards = practised([1.0, 1.0, 0.5, 0.0], Uniform(days=3))
    assert [each.due for each in cards] == [moment(20 * n + 3) for n in range(4)]
    assert [each.box for each in cards] == [2, 3, 3, 1]


def test_what_is_not_answered_stays_due() -> None:
    """A skipped item is no wrong one."""
    assert practised([None], Leitner()) == [Card(item="A", due=START)]


def test_adding_again_changes_nothing() -> None:
    """An item that is practised keeps its card."""
    state = reviewed(add(ReviewState(), ["A"], START), "A", graded("A", 1.0), after(1))
    both = add(state, ["A", "B"], after(2))
    assert both.cards == (*state.cards, Card(item="B", due=after(2)))


def test_a_schedule_is_any_function() -> None:
    """A schedule of one's own may keep something on the card, and is given it back."""

    def twice(card: Card, grade: Grade, at: str, /) -> Placed:
        return Placed(1, after(10), memo=f"{card.memo}{grade.points}@{at[:10]};")

    cards = practised([1.0, 0.0], twice, wait=1)
    assert cards[1].memo == "1.0@2026-11-26;0.0@2026-11-27;"
    assert cards[1].due == moment(10)


def test_time_does_not_go_back() -> None:
    """An answer or an item from before the latest answer is refused, whichever item that was to."""
    state = add(ReviewState(), ["A", "B"], START)
    state = reviewed(state, "A", graded("A", 1.0), after(2))
    assert state.latest == moment(2)
    allowed = f"{moment(2)}, the latest answer, or later"
    with pytest.raises(InvalidValueError) as raised:
        reviewed(state, "B", graded("B", 1.0), after(1))
    assert (raised.value.where, raised.value.found) == ("at", moment(1))
    assert raised.value.allowed == allowed
    with pytest.raises(InvalidValueError, match="the latest answer"):
        add(state, ["C"], after(1))
    assert reviewed(state, "B", graded("B", 1.0), after(2)).latest == moment(2)


def test_items_must_be_practised() -> None:
    """The error names ids that come near."""
    state = add(ReviewState(), ["stage_next", "stage_order"], START)
    with pytest.raises(UnknownIdError) as raised:
        reviewed(state, "stage_nxt", graded("stage_nxt", 1.0), START)
    assert raised.value.nearest[0] == "stage_next"


def test_grades_belong_to_their_item() -> None:
    """The grade of another item, or something else, is refused."""
    state = add(ReviewState(), ["A", "B"], START)
    with pytest.raises(InvalidValueError, match="grade: found one of 'B', allowed is one of 'A'"):
        reviewed(state, "A", graded("B", 1.0), START)
    wrong: Any = 1.0
    with pytest.raises(InvalidValueError, match=r"grade: found 1\.0, allowed is a Grade"):
        reviewed(state, "A", wrong, START)


def test_time_ends() -> None:
    """What would be due after the last year that can be written is refused."""
    last = "9999-12-31T00:00:00Z"
    with pytest.raises(InvalidValueError, match="a time 2 days or more before the end"):
        reviewed(add(ReviewState(), ["A"], last), "A", graded("A", 1.0), last)


@pytest.mark.parametrize("days", [[], [0], [2, 1], [1, 3651], [1, 2.0]])
def test_intervals_that_cannot_be_are_refused(days: Any) -> None:
    """Boxes have whole days that do not get fewer, up to ten years."""
    with pytest.raises(InvalidValueError) as raised:
        Leitner(days=days)
    assert raised.value.where == "Leitner.days"


@pytest.mark.parametrize(
    "wrong", [{"times": 1}, {"last": START}, {"last": moment(0)}, {"lapses": 1}, {"box": 0}]
)
def test_cards_that_cannot_be_are_refused(wrong: Any) -> None:
    """A card that was answered says when, and lapsed no more often than it was answered."""
    with pytest.raises(InvalidValueError, match="Card"):
        Card(item="A", due=START, **wrong)


def test_there_is_one_card_for_each_item() -> None:
    """Two cards of one item, and what is no card, are refused."""
    with pytest.raises(InvalidValueError, match="each item once"):
        ReviewState(cards=2 * [Card(item="A", due=START)])
    wrong: Any = ["A"]
    with pytest.raises(InvalidValueError, match="only Card"):
        ReviewState(cards=wrong)
