"""The order of values that belong to items."""

from typing import Any

from hypothesis import given, strategies as st

from interview_kit.knowledge import ItemEstimate
from interview_kit.knowledge._by_item import by_item

VALUES = [ItemEstimate(item=each, difficulty=0.0, answers=1) for each in ("A", "B", "b", "c")]


@given(st.permutations(VALUES))
def test_the_order_given_does_not_matter(mixed: list[ItemEstimate]) -> None:
    """Values stand in the order of the ids of their items."""
    assert by_item(mixed) == tuple(VALUES)


def test_what_belongs_to_no_item_is_kept() -> None:
    """It is there to be refused."""
    strange: Any = 7
    assert {*by_item([VALUES[0], strange])} == {VALUES[0], 7}
