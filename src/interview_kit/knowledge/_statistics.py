"""How items do with learners: from responses to their statistics."""

from collections.abc import Sequence

from interview_kit.errors import InvalidValueError
from interview_kit.knowledge._grade import grade
from interview_kit.knowledge._response import Response
from interview_kit.model import QuizItem
from interview_kit.model.checks import as_tuple, expect
from interview_kit.statistics import ItemKey, ItemReport, item_statistics, point_statistics

__all__ = ["statistics_of"]


def statistics_of(items: Sequence[QuizItem], responses: Sequence[Sequence[Response]]) -> ItemReport:
    """Tell how items do with learners.

    Args:
        items: the items, in the order of the columns.
        responses: one row for each learner, one column for each item: the response as `grade` takes
            it, `None` where there was none.

    Returns:
        The statistics: of items with one right option each with the use of every option and KR-20; of
        others by their points, with Cronbach's alpha. Few learners are cautioned about.

    Raises:
        InvalidValueError: if a row has not one response for each item, or a response does not fit.

    >>> from interview_kit.knowledge import items_of
    >>> from interview_kit.packs import load
    >>> asked = [each for each in items_of(load()) if each.form == "true_false"][:3]
    >>> report = statistics_of(asked, [[each.key[0] for each in asked]] * 12)
    >>> [each.proportion for each in report.items]
    [1.0, 1.0, 1.0]
    """
    asked: tuple[QuizItem, ...] = as_tuple(items)
    for each in asked:
        expect("items", each, QuizItem)
    rows = [_row(asked, each) for each in as_tuple(responses)]
    if all(each.form in {"one_of", "true_false"} for each in asked):
        keys = [
            ItemKey(item=each.id, options=[option.id for option in each.options], key=each.key[0])
            for each in asked
        ]
        chosen = [[None if each is None else f"{each}" for each in row] for row in rows]
        return item_statistics(keys, chosen)
    points = [[grade(i, r).points for i, r in zip(asked, row, strict=True)] for row in rows]
    return point_statistics([each.id for each in asked], points)


def _row(items: Sequence[QuizItem], row: Sequence[Response]) -> tuple[Response, ...]:
    given: tuple[Response, ...] = as_tuple(row)
    if len(given) != len(items):
        allowed = f"rows of {len(items)}, as items"
        raise InvalidValueError("responses", f"a row of {len(given)}", allowed)
    return given
