"""How well raters agree: one measure of a table of ratings, with interval, bands and cautions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Final, NamedTuple

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import shown
from interview_kit.model.seeds import Seed
from interview_kit.statistics._alpha import interval_alpha, nominal_alpha, ordinal_alpha
from interview_kit.statistics._bootstrap import Coefficient, bootstrap, check_resampling
from interview_kit.statistics._icc import mean_icc, single_icc
from interview_kit.statistics._kappa import plain_kappa, quadratic_kappa
from interview_kit.statistics._measure import Caution, Measure, MeasureName, Refusal, bands_of
from interview_kit.statistics._table import Numbers, Row, Table, present, read_table

__all__ = ["FEWEST_SUBJECTS", "RESAMPLES", "agreement"]

#: Fewest subjects of which anything is said: with fewer, one moves a coefficient by a tenth or more.
FEWEST_SUBJECTS: Final = 10
#: Below so many subjects, and raters of an intraclass correlation, the interval is wide: Koo & Li
#: (2016), Journal of Chiropractic Medicine 15(2), 155-163.
FEW_SUBJECTS: Final = 30
FEW_RATERS: Final = 3
#: A share of one value from which measures beyond chance come out low however well raters agree. The
#: effect is that of Feinstein & Cicchetti (1990), High agreement but low kappa, Journal of Clinical
#: Epidemiology 43(6), 543-549; the share is ours.
DOMINANT: Final = 0.8
#: How often to draw where nothing is said: a bound moves by about 0.01 from seed to seed.
RESAMPLES: Final = 999

PAIR: Final = 2


class Demand(NamedTuple):
    """What a measure is computed by, and of which tables.

    Attributes:
        coefficient: computes it of rows that are counted.
        pairs: whether there must be just two raters.
        complete: whether every rater must have rated every subject.
        varied: whether ratings must differ.
    """

    coefficient: Coefficient[Row]
    pairs: bool = False
    complete: bool = False
    varied: bool = True


DEMANDS: Final[dict[str, Demand]] = {
    "kappa": Demand(plain_kappa, pairs=True),
    "weighted_kappa": Demand(quadratic_kappa, pairs=True),
    "alpha_nominal": Demand(nominal_alpha),
    "alpha_ordinal": Demand(ordinal_alpha),
    "alpha_interval": Demand(interval_alpha),
    "icc_2_1": Demand(single_icc, complete=True),
    "icc_2_k": Demand(mean_icc, complete=True),
}
SHARES: Final = ("exact", "within_one")


def agreement(
    ratings: Numbers, measure: MeasureName, *, seed: Seed, resamples: int = RESAMPLES
) -> Measure:
    """Measure how well raters agree.

    Subjects with fewer than two ratings are left out. Shares of equal and near ratings are over all
    pairs of ratings of one subject. The interval draws subjects, not raters: it tells how well these
    raters agree on others like these.

    Args:
        ratings: one row for each subject, one column for each rater: whole or decimal numbers, and
            `None` where a rater did not assess a subject.
        measure: which one: `exact`, `within_one`, `kappa` or `weighted_kappa` (two raters),
            `alpha_nominal`, `alpha_ordinal`, `alpha_interval`, `icc_2_1` or `icc_2_k` (complete tables).
        seed: seed of the interval.
        resamples: how many times to draw for it, 40 to 100,000.

    Returns:
        The measure; refused with fewer than ten subjects or two raters, without differences between
        ratings, and of a table that does not fit the measure.

    Raises:
        InvalidValueError: if the ratings are no table of numbers, or the measure is not one of these.

    >>> ratings = [(1, 2), (2, 2), (3, 4), (4, 4), (5, 5), (2, 1), (3, 3), (4, 5), (1, 1), (5, 4)]
    >>> found = agreement(ratings, "weighted_kappa", seed=1)
    >>> round(found.value, 3), found.bands, found.cautions
    (0.878, ('almost_perfect',), ('few_subjects',))
    >>> agreement(ratings[:9], "icc_2_1", seed=1).refusal
    'too_few_subjects'
    """
    check_resampling(seed, resamples)
    table = read_table("ratings", ratings)
    demand = _demand(measure, table)
    rows = [row for row in table.rows if len(present(row)) >= PAIR]
    refusal = _refusal(demand, table, rows)
    value = demand.coefficient(Counter(rows)) if refusal is None else None
    if value is None:
        reason = refusal or "undefined"
        return Measure(name=measure, subjects=len(rows), raters=table.width, refusal=reason)
    purpose = f"agreement {measure}"
    low, high = bootstrap(rows, demand.coefficient, seed=seed, purpose=purpose, resamples=resamples)
    ends = (low, high) if measure.startswith("icc") else (value, value)
    return Measure(
        name=measure,
        subjects=len(rows),
        raters=table.width,
        value=value,
        low=low,
        high=high,
        bands=bands_of(measure, *ends),
        cautions=_cautions(demand, table, rows),
    )


def _demand(measure: MeasureName, table: Table) -> Demand:
    if measure in SHARES:
        most = 0 if measure == "exact" else table.unit
        return Demand(partial(_near, most), varied=False)
    if measure not in DEMANDS:
        allowed = f"one of {', '.join((*SHARES, *DEMANDS))}"
        raise InvalidValueError("measure", shown(measure), allowed)
    return DEMANDS[measure]


def _near(most: int, rows: Mapping[Row, int]) -> float:
    """Give the share of pairs of ratings of one subject that lie at most so far apart."""
    near = pairs = 0
    for row, times in rows.items():
        for first, second in combinations(present(row), PAIR):
            pairs += times
            near += times * (abs(first - second) <= most)
    return near / pairs


def _refusal(demand: Demand, table: Table, rows: Sequence[Row]) -> Refusal | None:
    tests: tuple[tuple[Refusal, bool], ...] = (
        ("too_few_raters", bool(table.rows) and table.width < PAIR),
        ("not_two_raters", bool(table.rows) and demand.pairs and table.width > PAIR),
        ("incomplete", demand.complete and any(None in row for row in table.rows)),
        ("too_few_subjects", len(rows) < FEWEST_SUBJECTS),
        ("no_variance", demand.varied and not _vary(demand, rows)),
    )
    return next((reason for reason, holds in tests if holds), None)


def _vary(demand: Demand, rows: Sequence[Row]) -> bool:
    """Tell whether ratings differ: of a pair those of either, since habit is no agreement."""
    sides = zip(*rows, strict=True) if demand.pairs else [[x for row in rows for x in present(row)]]
    return all(len({*side}) > 1 for side in sides)


def _cautions(demand: Demand, table: Table, rows: Sequence[Row]) -> tuple[Caution, ...]:
    given = Counter(value for row in rows for value in present(row))
    most = max(given.values()) / given.total()
    tests: tuple[tuple[Caution, bool], ...] = (
        ("few_subjects", len(rows) < FEW_SUBJECTS),
        ("few_raters", demand.complete and table.width < FEW_RATERS),
        ("some_missing", any(None in row for row in table.rows)),
        ("one_value_dominates", demand.varied and most >= DOMINANT),
    )
    return tuple(caution for caution, holds in tests if holds)
