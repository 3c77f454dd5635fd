"""The order of options in a quiz: the key's place tells nothing, and a seed gives it again."""

from collections import Counter

from attrs import evolve
from hypothesis import given, settings, strategies as st

from interview_kit.model import Option, QuizItem, Text
from interview_kit.quiz._arrange import arranged
from strategies import quiz_items

SEEDS = st.integers() | st.text(max_size=5)


def said(word: str) -> Text:
    """Give a word as a text in both languages."""
    return Text.of(id=word, en=word)


def one_of(place: int, count: int = 3) -> QuizItem:
    """Make an item of which one of so many options is right."""
    options = [
        Option(id=f"o{each}", text=said(f"option {each}"), rationale=said("why"))
        for each in range(count)
    ]
    return QuizItem(
        id=f"item_{place}",
        text=said("What?"),
        form="one_of",
        options=options,
        key=["o0"],
        explanation=said("why"),
        template="made_up",
        family="made_up",
        topic="made_up",
        difficulty=1,
    )


@settings(max_examples=100)
@given(st.lists(quiz_items(), max_size=4), SEEDS)
def test_items_stay_what_they_are(items: list[QuizItem], seed: int | str) -> None:
    """Only the order changes: options, targets and what belongs together are the same."""
    for before, after in zip(items, arranged(items, seed), strict=True):
        assert set(before.options) == set(after.options)
        assert set(before.targets) == set(after.targets)
        if before.form == "matching":
            pairs = {(o.id, k) for o, k in zip(before.options, before.key, strict=True)}
            assert {(o.id, k) for o, k in zip(after.options, after.key, strict=True)} == pairs
        else:
            assert before.key == after.key
        assert (
            evolve(after, options=before.options, targets=before.targets, key=before.key) == before
        )


@settings(max_examples=50)
@given(st.lists(quiz_items(), max_size=4), SEEDS)
def test_what_is_to_be_ordered_is_not_shown_in_order(
    items: list[QuizItem], seed: int | str
) -> None:
    """No item shows the order that it asks for, and statements offer true before false as written."""
    for before, after in zip(items, arranged(items, seed), strict=True):
        if after.form == "ordering":
            assert tuple(each.id for each in after.options) != after.key
        if after.form == "true_false":
            assert after.options == before.options


@settings(max_examples=50)
@given(st.integers(1, 30), st.integers(2, 5), SEEDS)
def test_the_key_stands_in_each_place_equally_often(
    length: int, count: int, seed: int | str
) -> None:
    """Over a quiz the places of the key differ in their frequency by one at most."""
    shown = arranged([one_of(place, count) for place in range(length)], seed)
    places = Counter([each.id for each in item.options].index("o0") for item in shown)
    frequencies = [places[place] for place in range(count)]
    assert max(frequencies) - min(frequencies) <= 1


@given(st.integers(2, 20), st.data(), SEEDS)
def test_another_item_changes_its_own_order_only(
    length: int, data: st.DataObject, seed: int | str
) -> None:
    """Where one item takes the place of another, all others look as they did."""
    items = [one_of(place) for place in range(length)]
    place = data.draw(st.integers(0, length - 1))
    changed = [*items[:place], one_of(99), *items[place + 1 :]]
    pairs = zip(arranged(items, seed), arranged(changed, seed), strict=True)
    assert [at for at, (one, other) in enumerate(pairs) if one != other] == [place]


def test_seeds_differ() -> None:
    """Over many seeds each order of three options comes up."""
    shown = {
        tuple(each.id for each in arranged([one_of(0)], seed)[0].options) for seed in range(100)
    }
    assert len(shown) == 6
