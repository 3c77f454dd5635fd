"""What a candidate may observe after an interview, and how little it proves."""

from typing import Final, Literal, final

from attrs import field, frozen

from interview_kit.model.checks import as_tuple, instances_of, one_of, unique_by, whole_number
from interview_kit.model.ids import Id, to_id, to_optional_id
from interview_kit.model.sources import refers_to, to_strings
from interview_kit.model.text import Text, to_optional_text, to_text
from interview_kit.model.values import Value

__all__ = ["POLARITIES", "STRENGTHS", "Cue", "PassSignal", "Polarity", "Strength"]

Polarity = Literal["positive", "negative", "ambiguous"]
POLARITIES: Final[tuple[Polarity, ...]] = ("positive", "negative", "ambiguous")

Strength = Literal["weak", "moderate"]
STRENGTHS: Final[tuple[Strength, ...]] = ("weak", "moderate")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Cue(Value):
    """One thing that a candidate may have noticed.

    Attributes:
        id: its id within the signal.
        text: what was noticed.
        polarity: which way it points, if any.
        note: another reading of it.
        covers: ids of the facts that the text states.
    """

    id: Id = field(converter=to_id)
    text: Text = field(converter=to_text)
    polarity: Polarity = field(validator=one_of(POLARITIES))
    note: Text | None = field(default=None, converter=to_optional_text)
    covers: tuple[str, ...] = field(default=(), converter=to_strings)


@final
@frozen(kw_only=True, eq=False, repr=False)
class PassSignal(Value):
    """A family of cues; an impression of the candidate, never a probability.

    Attributes:
        id: its id.
        order: its place among the signals, from 1.
        name: what it is called.
        description: what it is.
        strength: how much it can tell at best.
        caveat: why it proves nothing; always shown with it.
        cues: what may have been noticed; at least one.
        origin: the source it comes from.
        covers: ids of the facts that it states beyond those of its cues.
    """

    id: Id = field(converter=to_id)
    order: int = field(validator=whole_number(1, 99))
    name: Text = field(converter=to_text)
    description: Text = field(converter=to_text)
    strength: Strength = field(validator=one_of(STRENGTHS))
    caveat: Text = field(converter=to_text)
    cues: tuple[Cue, ...] = field(
        converter=as_tuple, validator=[instances_of(Cue, at_least=1), unique_by("id")]
    )
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)
