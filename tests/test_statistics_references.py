"""Statistics agree with independent implementations on random tables, to 1e-9."""

import random
import warnings
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import pytest

from interview_kit.statistics import fisher_exact, weighted_kappa
from interview_kit.statistics._alpha import interval_alpha, nominal_alpha, ordinal_alpha
from interview_kit.statistics._icc import mean_icc, single_icc
from interview_kit.statistics._kappa import plain_kappa
from interview_kit.statistics._spread import correlation
from interview_kit.statistics._table import present, read_table

REASON: Final = "needs the dependency group `references`; .ci/run installs it"
numpy = pytest.importorskip("numpy", reason=REASON)
pandas = pytest.importorskip("pandas", reason=REASON)
scipy_stats = pytest.importorskip("scipy.stats", reason=REASON)
metrics = pytest.importorskip("sklearn.metrics", reason=REASON)
krippendorff = pytest.importorskip("krippendorff", reason=REASON)

#: Some tables drawn have no measure, or one that a reference refuses.
TABLES: Final = 1_200
COMPARED: Final = 1_000
NEAR: Final = 1e-9


def tables(
    seed: int, *, raters: tuple[int, int], gaps: bool = False
) -> Iterator[list[list[float | None]]]:
    """Draw tables of 2 to 20 subjects, of whole, half or decimal ratings with some agreement."""
    rng = random.Random(seed)  # noqa: S311 - guards no secret
    for number in range(TABLES):
        step = (1, 0.5, 0.1)[number % 3]
        width, agree = rng.randint(*raters), rng.random()
        rows: list[list[float | None]] = []
        for _ in range(rng.randint(2, 20)):
            true = rng.randint(1, 5)
            row = [true if rng.random() < agree else rng.randint(1, 5) for _ in range(width)]
            given = [round(each * step, 1) for each in row]
            rows.append([None if gaps and rng.random() < 0.3 else each for each in given])
        yield rows


def counted(rows: list[list[float | None]]) -> Counter[tuple[int | None, ...]]:
    """Count the rows with two values at least, in whole numbers."""
    return Counter(row for row in read_table("rows", rows).rows if len(present(row)) > 1)


def test_kappas_are_those_of_scikit_learn() -> None:
    """Cohen's kappa, plain and with quadratic weights, is that of scikit-learn."""
    compared = 0
    for rows in tables(1, raters=(2, 2)):
        whole = counted(rows)
        first, second = zip(*(present(row) for row in whole.elements()), strict=True)
        plain, weighted = plain_kappa(whole), weighted_kappa([*zip(first, second, strict=True)])
        if plain is None or weighted is None:
            assert {*first} == {*second}
            assert len({*first}) == 1
            continue
        # It weighs by the places of labels, so that all between must be among them.
        labels = range(min(first + second), max(first + second) + 1)
        expected = metrics.cohen_kappa_score(first, second)
        squared = metrics.cohen_kappa_score(first, second, labels=labels, weights="quadratic")
        assert (plain, weighted) == pytest.approx((expected, squared), abs=NEAR)
        compared += 1
    assert compared >= COMPARED


@pytest.mark.parametrize(
    ("level", "alpha"),
    [("nominal", nominal_alpha), ("ordinal", ordinal_alpha), ("interval", interval_alpha)],
)
def test_alphas_are_those_of_krippendorff(level: str, alpha: Any) -> None:
    """Alpha with gaps is that of the package krippendorff, for two to five raters."""
    compared = 0
    for rows in tables(2, raters=(2, 5), gaps=True):
        whole = counted(rows)
        if not whole:
            continue
        found = alpha(whole)
        if found is None:
            assert len({each for row in whole for each in present(row)}) == 1
            continue
        data = numpy.array(rows, dtype=float).T
        expected = krippendorff.alpha(reliability_data=data, level_of_measurement=level)
        assert found == pytest.approx(expected, abs=NEAR)
        compared += 1
    assert compared >= COMPARED


def test_intraclass_correlations_are_those_of_pingouin() -> None:
    """ICC(2,1) and ICC(2,k) are those of pingouin, for two to five raters."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it uses what pandas will drop
        pingouin = pytest.importorskip("pingouin", reason=REASON)
    compared = 0
    for rows in tables(3, raters=(2, 5)):
        whole = counted(rows)
        single, mean = single_icc(whole), mean_icc(whole)
        # pingouin refuses fewer than five ratings.
        if single is None or mean is None or len(rows) * len(rows[0]) < 5:
            continue
        long = [(s, r, x) for s, row in enumerate(rows) for r, x in enumerate(row)]
        data = pandas.DataFrame(long, columns=["subject", "rater", "rating"])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # as above; and it divides by a rest of 0
            found = pingouin.intraclass_corr(data, "subject", "rater", "rating")
        by_type = dict(zip(found["Type"], found["ICC"], strict=True))
        assert (single, mean) == pytest.approx((by_type["ICC(A,1)"], by_type["ICC(A,k)"]), abs=NEAR)
        compared += 1
    assert compared >= COMPARED


def test_fisher_is_that_of_scipy() -> None:
    """Fisher's exact test is that of SciPy, for tables of up to 200 people and empty ones."""
    rng = random.Random(4)  # noqa: S311 - guards no secret
    for number in range(TABLES):
        a, b, c, d = (rng.randint(0, (5, 20, 50)[number % 3]) for _ in range(4))
        expected = scipy_stats.fisher_exact([[a, b], [c, d]]).pvalue
        assert fisher_exact(a, b, c, d) == pytest.approx(expected, abs=NEAR)


def test_correlations_are_those_of_scipy() -> None:
    """The point-biserial correlation is that of SciPy, with decimals and whole numbers."""
    rng = random.Random(5)  # noqa: S311 - guards no secret
    for _ in range(TABLES):
        points = [0, 1, *(rng.randint(0, 1) for _ in range(rng.randint(2, 40)))]
        rest = [1.5, 2, *(rng.randint(0, 40) / 4 for _ in points[2:])]
        expected = scipy_stats.pointbiserialr(points, rest).statistic
        whole = [present(row) for row in zip(*read_table("t", [rest]).rows, strict=True)]
        found = correlation(points, [each for row in whole for each in row])
        assert found == pytest.approx(expected, abs=NEAR)
