"""From responses to statistics: items with one right option, and items with partial credit."""

import pytest

from interview_kit import InvalidValueError
from interview_kit.knowledge._statistics import statistics_of
from interview_kit.statistics import ItemKey, item_statistics, point_statistics
from knowledge_cases import item

ONE, JUDGED = item("one_of", "one"), item("true_false", "judged")
SEVERAL = item("several_of", "several")


def test_single_choices_tell_which_options_are_used() -> None:
    """Their statistics are those of the options chosen."""
    ids = [each.id for each in ONE.options]
    rows = [(ids[place % len(ids)], JUDGED.key[0]) for place in range(12)]
    keys = [
        ItemKey(item=each.id, options=[o.id for o in each.options], key=each.key[0])
        for each in (ONE, JUDGED)
    ]
    assert statistics_of([ONE, JUDGED], rows) == item_statistics(keys, rows)


def test_partial_credit_counts_as_graded() -> None:
    """Where an item gives part of its points, all are taken by their points; no answer is none."""
    rows = [(ONE.key[0], SEVERAL.key), (None, SEVERAL.key[:1]), (ONE.key[0], None)] * 4
    found = statistics_of([ONE, SEVERAL], rows)
    half = 1 / len(SEVERAL.key)
    points = [(1.0, 1.0), (None, half), (1.0, None)] * 4
    assert found == point_statistics([ONE.id, SEVERAL.id], points)


def test_rows_fit_the_items() -> None:
    """A row of another length, and a response that the item does not take, are refused."""
    with pytest.raises(InvalidValueError, match="rows of 2"):
        statistics_of([ONE, JUDGED], [(ONE.key[0],)])
    with pytest.raises(InvalidValueError):
        statistics_of([ONE], [("nowhere",)])
