"""How answers are judged: scales with bands, and rubrics of criteria with anchored levels."""

from typing import Any, Final, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import (
    as_tuple,
    instances_of,
    one_of,
    place_of,
    unique_by,
    whole_number,
)
from interview_kit.model.ids import Id, to_id, to_optional_id
from interview_kit.model.questions import KINDS, Kind
from interview_kit.model.sources import refers_to, to_strings
from interview_kit.model.text import Text, to_optional_text, to_text
from interview_kit.model.values import Value

__all__ = ["Band", "Cap", "Criterion", "Level", "Rubric", "Scale", "check_rising"]


def check_rising(instance: object, attribute: Any, values: tuple[Any, ...]) -> None:
    """Check that levels or bands rise from first to last.

    Raises:
        InvalidValueError: if they do not.
    """
    numbers = [each.value if isinstance(each, Level) else each.at_least for each in values]
    if numbers != sorted(set(numbers)):
        allowed = "numbers that rise from first to last"
        place = place_of(instance, attribute)
        raise InvalidValueError(place, f"{numbers}", allowed, rule="not-rising")


def _check_weights(_instance: object, _attribute: Any, criteria: tuple["Criterion", ...]) -> None:
    total = sum(each.weight for each in criteria)
    if total != WHOLE:
        found = f"weights that sum to {total}"
        raise InvalidValueError("Rubric.criteria", found, "a sum of 100", rule="weights")


#: What the weights of a rubric sum to, in percent.
WHOLE: Final = 100


@final
@frozen(kw_only=True, eq=False, repr=False)
class Band(Value):
    """A label for a range of overall scores; it says how the answer reads, never pass or fail.

    Attributes:
        id: its id within the scale.
        at_least: the lowest overall score in the band, 0 to 100.
        name: the label.
    """

    id: Id = field(converter=to_id)
    at_least: int = field(validator=whole_number(0, 100))
    name: Text = field(converter=to_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Scale(Value):
    """The levels that a rating may give, and the labels for the total.

    Attributes:
        id: its id.
        lowest: the lowest level, 0 to 99.
        highest: the highest level, above the lowest, up to 100.
        bands: labels for ranges of the total, lowest first, the first from 0; may be none.
    """

    id: Id = field(converter=to_id)
    lowest: int = field(validator=whole_number(0, 99))
    highest: int = field(validator=whole_number(1, 100))
    bands: tuple[Band, ...] = field(
        default=(),
        converter=as_tuple,
        validator=[instances_of(Band), unique_by("id"), check_rising],
    )

    def __attrs_post_init__(self) -> None:
        if self.highest <= self.lowest:
            raise InvalidValueError("Scale.highest", f"{self.highest}", f"above {self.lowest}")
        if self.bands and self.bands[0].at_least != 0:
            raise InvalidValueError(
                "Scale.bands", f"first at {self.bands[0].at_least}", "first at 0"
            )

    def band_of(self, overall: float) -> Band | None:
        """Find the band of an overall score.

        Args:
            overall: the score, 0 to 100.

        Returns:
            The band, or `None` if the scale has no bands.
        """
        reached = [band for band in self.bands if band.at_least <= overall]
        return reached[-1] if reached else None


@final
@frozen(kw_only=True, eq=False, repr=False)
class Level(Value):
    """One step on a criterion, fixed by what is seen there.

    Attributes:
        value: the level, in the bounds of the rubric's scale.
        anchor: what an answer at this level does, observably.
        next_step: what a candidate at this level does next time to rise above it, said to them; none
            at the highest.
    """

    value: int = field(validator=whole_number(0, 100))
    anchor: Text = field(converter=to_text)
    next_step: Text | None = field(default=None, converter=to_optional_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Criterion(Value):
    """One aspect on which an answer is judged.

    Attributes:
        id: its id within the rubric.
        name: what it is called.
        definition: what is looked at.
        weight: its share of the total, in percent, 1 to 100.
        levels: at least two, lowest first; those left out lie between their neighbours.
        reason: why it has this weight.
        matters: why an interviewer looks for it, said to the candidate; none if nobody wrote it.
    """

    id: Id = field(converter=to_id)
    name: Text = field(converter=to_text)
    definition: Text = field(converter=to_text)
    weight: int = field(validator=whole_number(1, 100))
    levels: tuple[Level, ...] = field(
        converter=as_tuple, validator=[instances_of(Level, at_least=2), check_rising]
    )
    reason: Text = field(converter=to_text)
    matters: Text | None = field(default=None, converter=to_optional_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Cap(Value):
    """The highest total that an answer with a warning gets.

    Attributes:
        warning: the warning of a report, such as `bad_mouthing`.
        at_most: the highest total, 0 to 100.
        reason: why, said to the candidate.
    """

    warning: Id = field(converter=to_id)
    at_most: int = field(validator=whole_number(0, 100))
    reason: Text = field(converter=to_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Rubric(Value):
    """A whole scoring guide; written once, since scores name the hash of the one they used.

    Attributes:
        id: its id.
        name: what it is called.
        kind: the kind of question that it is for.
        scale: the scale of its levels.
        criteria: what is judged; at least one; their weights sum to 100.
        weights_reason: why these weights.
        caps: the highest totals of answers with a warning, each warning once; may be none.
        origin: the source it comes from.
        covers: ids of the facts that its text states.
    """

    id: Id = field(converter=to_id)
    name: Text = field(converter=to_text)
    kind: Kind = field(validator=one_of(KINDS))
    scale: Id = field(converter=to_id, metadata=refers_to("scales"))
    criteria: tuple[Criterion, ...] = field(
        converter=as_tuple,
        validator=[instances_of(Criterion, at_least=1), unique_by("id"), _check_weights],
    )
    weights_reason: Text = field(converter=to_text)
    caps: tuple[Cap, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(Cap), unique_by("warning")]
    )
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)

    def criterion(self, id: str) -> Criterion | None:
        """Find a criterion of this rubric.

        Args:
            id: its id.

        Returns:
            The criterion, or `None` if the rubric has none of that id.
        """
        return next((each for each in self.criteria if each.id == id), None)
