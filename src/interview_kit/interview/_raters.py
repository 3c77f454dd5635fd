"""Raters over many panels: how well they agree, and which habits their levels show."""

from collections.abc import Iterable, Sequence

from interview_kit.errors import InvalidValueError
from interview_kit.interview._panel import Panel
from interview_kit.model import Id
from interview_kit.model.checks import as_tuple, shown
from interview_kit.model.seeds import Seed
from interview_kit.statistics import (
    Measure,
    MeasureName,
    RaterCheck,
    agreement,
    halo_check,
    rater_checks,
)

__all__ = ["habits_of_raters", "panel_agreement", "ratings_table"]

Rows = tuple[tuple[int | None, ...], ...]


def ratings_table(panels: Iterable[Panel]) -> tuple[tuple[Id, ...], Rows]:
    """Lay out the levels of several panels as measures of agreement need them.

    Args:
        panels: panels on one scale of which all raters have submitted.

    Returns:
        The raters, sorted; and a row for each criterion of each panel, with a column for each rater:
        the level, or `None` where the rater did not assess it or was not of that panel.

    Raises:
        StepError: if a rater has not submitted.
        InvalidValueError: if the panels are on different scales, or two have one id.
    """
    given = _checked(panels)
    raters = tuple(sorted({rater for panel in given for rater in panel.active}))
    rows = tuple(_row(panel, each.id, raters) for panel in given for each in panel.criteria)
    return raters, rows


def panel_agreement(
    panels: Iterable[Panel],
    *,
    seed: Seed,
    measures: Sequence[MeasureName] = ("exact", "within_one", "alpha_ordinal"),
) -> tuple[Measure, ...]:
    """Measure how well raters agree over several panels.

    Args:
        panels: panels on one scale of which all raters have submitted.
        seed: seed of the intervals.
        measures: which ones; those for any number of raters unless told otherwise.

    Returns:
        The measures, each with its interval or the reason why there is none: ten ratings by two raters
        are the fewest.

    Raises:
        StepError: if a rater has not submitted.
        InvalidValueError: if the panels are on different scales, or a measure is unknown.
    """
    _, rows = ratings_table(panels)
    return tuple(agreement(rows, each, seed=seed) for each in measures)


def habits_of_raters(panels: Iterable[Panel]) -> tuple[RaterCheck, ...]:
    """Look for leniency, severity, central tendency, range restriction and halo.

    Args:
        panels: panels on one scale of which all raters have submitted.

    Returns:
        What each rule says of each rater, with its figures; a reason to look and to talk, never to
        change levels.

    Raises:
        StepError: if a rater has not submitted.
        InvalidValueError: if the panels are on different scales.
    """
    given = _checked(panels)
    raters, rows = ratings_table(given)
    if not given:
        return ()
    found = rater_checks(rows, raters, scale=(given[0].lowest, given[0].highest))
    return (*found, *(halo_check(_by_candidate(given, each), rater=each) for each in raters))


def _checked(panels: Iterable[Panel]) -> tuple[Panel, ...]:
    given: tuple[Panel, ...] = as_tuple(panels)
    scales = sorted({(each.scale, each.lowest, each.highest) for each in given})
    if len(scales) > 1:
        raise InvalidValueError("panels", f"scales {shown(scales)}", "panels on one scale")
    ids = [each.id for each in given]
    if len({*ids}) < len(ids):
        raise InvalidValueError("panels", "two with one id", "each panel once")
    return given


def _row(panel: Panel, criterion: Id, raters: Iterable[Id]) -> tuple[int | None, ...]:
    marks = {card.rater: card.mark(criterion) for card in panel.scorecards()}
    given = (marks.get(rater) for rater in raters)
    return tuple(mark.level if mark else None for mark in given)


def _by_candidate(panels: Sequence[Panel], rater: Id) -> Rows:
    """Give a row for each panel that a rater was of, with a column for each criterion of any."""
    criteria = sorted({each.id for panel in panels for each in panel.criteria})
    cards = [card for panel in panels for card in panel.scorecards() if card.rater == rater]
    marks = ([card.mark(each) for each in criteria] for card in cards)
    return tuple(tuple(mark.level if mark else None for mark in row) for row in marks)
