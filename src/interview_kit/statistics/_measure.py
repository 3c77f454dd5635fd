"""A measure: a coefficient with its interval and its cautions, or the reason why there is none."""

from sys import float_info
from typing import Final, Literal, NamedTuple, final, get_args

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import as_tuple, names_of, number, one_of, or_none, whole_number
from interview_kit.model.values import Value

__all__ = [
    "BANDS",
    "CAUTIONS",
    "MEASURES",
    "MOST",
    "REFUSALS",
    "Band",
    "Caution",
    "Measure",
    "MeasureName",
    "Refusal",
    "bands_of",
    "check_either",
]

#: What is measured: shares of equal ratings, and of those at most one apart; Cohen's kappa, plain and
#: with quadratic weights; Krippendorff's alpha; intraclass correlations of one rater and of the mean
#: of all; the reliability of a quiz.
MeasureName = Literal[
    "exact",
    "within_one",
    "kappa",
    "weighted_kappa",
    "alpha_nominal",
    "alpha_ordinal",
    "alpha_interval",
    "icc_2_1",
    "icc_2_k",
    "kr20",
    "cronbach_alpha",
]
MEASURES: Final[tuple[MeasureName, ...]] = get_args(MeasureName)

#: Why something cannot be computed: there are too few subjects, raters or groups; not just two
#: raters; gaps where every rater must rate every subject; no differences to go by; the formula gives
#: nothing sensible for these numbers.
Refusal = Literal[
    "too_few_subjects",
    "too_few_raters",
    "not_two_raters",
    "too_few_items",
    "too_few_judges",
    "too_few_groups",
    "nobody_selected",
    "incomplete",
    "no_variance",
    "undefined",
]
REFUSALS: Final[tuple[Refusal, ...]] = get_args(Refusal)

#: What to keep in mind: few subjects, raters, learners or judges; ratings are missing; one value is so
#: frequent that measures beyond chance come out low; a group is under 2 % of all; one item says little.
Caution = Literal[
    "few_subjects",
    "few_raters",
    "few_judges",
    "few_learners",
    "very_few_learners",
    "some_missing",
    "one_value_dominates",
    "small_group",
    "too_easy",
    "too_hard",
    "weak_item",
    "misleading_item",
    "unused_option",
]
CAUTIONS: Final[tuple[Caution, ...]] = get_args(Caution)

#: Words for a coefficient, lowest first in each scale: conventions, not laws.
Band = Literal[
    "poor",
    "slight",
    "fair",
    "moderate",
    "substantial",
    "almost_perfect",
    "unreliable",
    "tentative",
    "reliable",
    "good",
    "excellent",
    "low",
    "acceptable",
    "usual",
    "high",
]
BANDS: Final[tuple[Band, ...]] = get_args(Band)

#: Most subjects, raters or persons of anything; a bound for fields only.
MOST: Final = 1_000_000_000


class Step(NamedTuple):
    """Where a band begins.

    Attributes:
        side: whether the limit itself belongs to the band.
        limit: the coefficient there.
        band: the band.
    """

    side: Literal["from", "above"]
    limit: float
    band: Band


#: Landis & Koch (1977), The measurement of observer agreement, Biometrics 33(1), 159-174.
KAPPA_STEPS: Final = (
    Step("from", -float_info.max, "poor"),
    Step("from", 0.0, "slight"),
    Step("above", 0.2, "fair"),
    Step("above", 0.4, "moderate"),
    Step("above", 0.6, "substantial"),
    Step("above", 0.8, "almost_perfect"),
)
#: Krippendorff (2004), Content Analysis, 2nd ed., chapter 11.
ALPHA_STEPS: Final = (
    Step("from", -float_info.max, "unreliable"),
    Step("from", 0.667, "tentative"),
    Step("from", 0.8, "reliable"),
)
#: Koo & Li (2016), A guideline of selecting and reporting intraclass correlation coefficients,
#: Journal of Chiropractic Medicine 15(2), 155-163.
ICC_STEPS: Final = (
    Step("from", -float_info.max, "poor"),
    Step("from", 0.5, "moderate"),
    Step("from", 0.75, "good"),
    Step("above", 0.9, "excellent"),
)
#: Nunnally (1978), Psychometric Theory, 2nd ed.: 0.70 as a rule, 0.90 where single people are judged;
#: 0.60 is accepted for quizzes in class.
RELIABILITY_STEPS: Final = (
    Step("from", -float_info.max, "low"),
    Step("from", 0.6, "acceptable"),
    Step("from", 0.7, "usual"),
    Step("from", 0.9, "high"),
)
STEPS: Final[dict[str, tuple[Step, ...]]] = {
    "kappa": KAPPA_STEPS,
    "weighted_kappa": KAPPA_STEPS,
    "alpha_nominal": ALPHA_STEPS,
    "alpha_ordinal": ALPHA_STEPS,
    "alpha_interval": ALPHA_STEPS,
    "icc_2_1": ICC_STEPS,
    "icc_2_k": ICC_STEPS,
    "kr20": RELIABILITY_STEPS,
    "cronbach_alpha": RELIABILITY_STEPS,
}


def bands_of(measure: MeasureName, low: float, high: float) -> tuple[Band, ...]:
    """Give the bands from one coefficient to another.

    Args:
        measure: what was measured.
        low: the lower coefficient.
        high: the higher one, or the same.

    Returns:
        The bands in which they lie and all between, lowest first; none for plain shares.
    """
    steps = STEPS.get(measure, ())
    reached = [sum(_reached(step, value) for step in steps) for value in (low, high)]
    return tuple(step.band for step in steps[max(reached[0] - 1, 0) : reached[1]])


def check_either(place: str, value: object, refusal: Refusal | None) -> None:
    """Check that something is there, or a reason why it is not, and not both.

    Args:
        place: the field, for the message.
        value: what may be there, or `None`.
        refusal: the reason, or `None`.

    Raises:
        InvalidValueError: if there are both, or neither.
    """
    if (value is None) == (refusal is None):
        found = "neither" if refusal is None else f"{value!r} beside {refusal!r}"
        raise InvalidValueError(place, found, "a value, or the reason why there is none")


def _reached(step: Step, value: float) -> bool:
    return value > step.limit or (step.side == "from" and value == step.limit)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Measure(Value):
    """A coefficient, or the reason why there is none.

    Attributes:
        name: what is measured.
        subjects: how many subjects it is measured on: those with at least two ratings, or learners.
        raters: how many raters there are; of a quiz, how many items.
        refusal: why there is no coefficient; none if there is.
        value: the coefficient, at most 1.0; shares lie from 0 to 1.
        low: lower bound of its 95 % bootstrap interval over subjects; none if no interval was drawn.
        high: upper bound of it.
        bands: what convention calls the coefficient; of an intraclass correlation, all bands that its
            interval touches, lowest first, as its authors ask.
        cautions: what to keep in mind.
    """

    name: MeasureName = field(validator=one_of(MEASURES))
    subjects: int = field(validator=whole_number(0, MOST))
    raters: int = field(validator=whole_number(0, MOST))
    refusal: Refusal | None = field(default=None, validator=or_none(one_of(REFUSALS)))
    value: float | None = field(default=None, validator=or_none(number(-float_info.max, 1.0)))
    low: float | None = field(default=None, validator=or_none(number(-float_info.max, 1.0)))
    high: float | None = field(default=None, validator=or_none(number(-float_info.max, 1.0)))
    bands: tuple[Band, ...] = field(default=(), converter=as_tuple, validator=names_of(BANDS))
    cautions: tuple[Caution, ...] = field(
        default=(), converter=as_tuple, validator=names_of(CAUTIONS)
    )

    def __attrs_post_init__(self) -> None:
        check_either("Measure.value", self.value, self.refusal)
        bounds = [each for each in (self.low, self.high) if each is not None]
        if len(bounds) == 1 or bounds != sorted(bounds) or (bounds and self.value is None):
            found = f"{self.low!r} to {self.high!r}"
            raise InvalidValueError(
                "Measure.low", found, "both bounds of a value in order, or none"
            )
