"""What a candidate noticed, set out by signal and polarity: counts and caveats, never a chance."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, final

from attrs import field, frozen

from interview_kit._links import nearest_names
from interview_kit.bank import Bank
from interview_kit.errors import InvalidValueError, UnknownIdError
from interview_kit.model import STRENGTHS, AfterStep, Cue, Id, PassSignal, Strength, Text, to_id
from interview_kit.model.checks import (
    as_tuple,
    expect,
    instance_of,
    instances_of,
    one_of,
    shown,
    unique_by,
    whole_number,
)
from interview_kit.model.sources import to_strings
from interview_kit.model.text import to_text
from interview_kit.model.values import Value

__all__ = [
    "ObservedCue",
    "ObservedSignal",
    "PolarityCounts",
    "SignalBalance",
    "balance_of",
    "cue_names",
]

#: Said with every balance.
CAVEAT: Final = Text.of(
    id=(
        "Ini rangkuman kesanmu sendiri, bukan hasil seleksi. Banyaknya tanda, yang baik maupun yang "
        "kurang baik, tidak menunjukkan apakah kamu akan diterima. Tunggu kabar resmi dari rekruter."
    ),
    en=(
        "This sums up your own impressions; it is not a result. However many signs you noticed, "
        "good or bad, they do not tell whether you will be hired. Wait for word from the recruiter."
    ),
)

#: Cues of the core pack that tell of one event and differ in how it is read; whoever noticed one
#: is told of the others.
SAME_EVENT: Final = (
    (
        "follow_up_questions.same_question_again",
        "follow_up_questions.same_question_other_reason",
    ),
)

#: Steps of the core pack whose condition is met once one of these cues was noticed.
CALLED_FOR_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "ask_for_news": (
        "next_stage_invitation.promised_date_passes",
        "next_stage_invitation.we_will_let_you_know",
    ),
}

#: Most cues of one polarity; a bound for the field only.
MOST_CUES: Final = 1_000_000


@final
@frozen(kw_only=True, eq=False, repr=False)
class PolarityCounts(Value):
    """How many of the cues noticed point which way; what they come to is nobody's to compute.

    Attributes:
        positive: how many point to a talk that went well, from 0.
        negative: how many point the other way, from 0.
        ambiguous: how many point nowhere by themselves, from 0.
    """

    positive: int = field(default=0, validator=whole_number(0, MOST_CUES))
    negative: int = field(default=0, validator=whole_number(0, MOST_CUES))
    ambiguous: int = field(default=0, validator=whole_number(0, MOST_CUES))


@final
@frozen(kw_only=True, eq=False, repr=False)
class ObservedCue(Value):
    """A cue that was noticed, with every other way to read it.

    Attributes:
        cue: the cue; its `note` is another reading of it.
        same_event: other cues that tell of the same event and read it differently; not counted.
    """

    cue: Cue = field(validator=instance_of(Cue))
    same_event: tuple[Cue, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(Cue), unique_by("id")]
    )

    @property
    def readings(self) -> tuple[Text, ...]:
        """The other ways to read what was noticed, the cue's own first; may be none."""
        own = () if self.cue.note is None else (self.cue.note,)
        others = (text for each in self.same_event for text in (each.text, each.note) if text)
        return (*own, *others)


def _counted(cues: Iterable[ObservedCue]) -> PolarityCounts:
    return PolarityCounts(**Counter[str](each.cue.polarity for each in cues))


def _check_counts(place: str, counts: PolarityCounts, cues: Iterable[ObservedCue]) -> None:
    counted = _counted(cues)
    if counts != counted:
        raise InvalidValueError(place, shown(counts), f"those of its cues, {counted!r}")


@final
@frozen(kw_only=True, eq=False, repr=False)
class ObservedSignal(Value):
    """What was noticed of one pass-signal; it cannot be had without its caveat.

    Attributes:
        signal: the pass-signal.
        name: what it is called.
        strength: how much it can tell at best.
        caveat: why it proves nothing; show it wherever the counts are shown.
        counts: how many of its cues were noticed, by polarity.
        cues: those cues, in the order of the signal; none if nothing was noticed.
    """

    signal: Id = field(converter=to_id)
    name: Text = field(converter=to_text)
    strength: Strength = field(validator=one_of(STRENGTHS))
    caveat: Text = field(converter=to_text)
    counts: PolarityCounts = field(validator=instance_of(PolarityCounts))
    cues: tuple[ObservedCue, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(ObservedCue), unique_by("cue")]
    )

    def __attrs_post_init__(self) -> None:
        _check_counts("ObservedSignal.counts", self.counts, self.cues)


@final
@frozen(kw_only=True, eq=False, repr=False)
class SignalBalance(Value):
    """What a candidate noticed, by signal; no number in it is anything but a count.

    Attributes:
        signals: every pass-signal of the bank in its order, those of which nothing was noticed too.
        counts: how many cues of all signals were noticed, by polarity.
        caveat: what the counts do not tell; show it with them.
        steps: what to do now, in order.
        conditional_steps: what to do if its `condition` holds, which only the candidate can tell.
    """

    signals: tuple[ObservedSignal, ...] = field(
        converter=as_tuple, validator=[instances_of(ObservedSignal), unique_by("signal")]
    )
    counts: PolarityCounts = field(validator=instance_of(PolarityCounts))
    caveat: Text = field(default=CAVEAT, converter=to_text)
    steps: tuple[AfterStep, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(AfterStep), unique_by("id")]
    )
    conditional_steps: tuple[AfterStep, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(AfterStep), unique_by("id")]
    )

    def __attrs_post_init__(self) -> None:
        cues = [cue for signal in self.signals for cue in signal.cues]
        _check_counts("SignalBalance.counts", self.counts, cues)


def cue_names(bank: Bank) -> tuple[str, ...]:
    """Name everything that a candidate may have noticed.

    The id of a cue is unique within its signal only, so it is named by both: the id of the signal, a
    dot, and the id of the cue, as in `interest.nodding`. No id holds a dot.

    Args:
        bank: where the pass-signals stand.

    Returns:
        The names, by the order of the signals and of the cues within each.
    """
    return tuple(_cues(bank))


def balance_of(bank: Bank, observed: Iterable[str]) -> SignalBalance:
    """Set out what a candidate noticed after an interview.

    Polarities are counted apart and never summed up: cues are impressions, and no study tells how
    far any of them goes with the result.

    Args:
        bank: where the pass-signals and the steps after the interview stand.
        observed: names of cues as in `cue_names`, in any order, each once; may be none.

    Returns:
        The balance.

    Raises:
        UnknownIdError: if a cue is not in the bank; it carries the nearest names.
        InvalidValueError: if a cue is named twice, or a name is no string.

    >>> from interview_kit.packs import load
    >>> balance = balance_of(load(), ["interest.nodding", "interest.taking_notes"])
    >>> balance.counts
    PolarityCounts(positive=1, ambiguous=1)
    >>> [step.id for step in balance.steps]
    ['say_thank_you', 'note_what_you_were_told']
    """
    expect("bank", bank, Bank)
    noticed = _checked(bank, observed)
    signals = [_observed(bank, each, noticed) for each in _in_order(bank)]
    steps = sorted(bank.all(AfterStep), key=lambda each: (each.order, each.id))
    now = [each for each in steps if _applies(each, noticed)]
    return SignalBalance(
        signals=signals,
        counts=_counted(cue for signal in signals for cue in signal.cues),
        steps=now,
        conditional_steps=[each for each in steps if each not in now],
    )


def _in_order(bank: Bank) -> list[PassSignal]:
    return sorted(bank.all(PassSignal), key=lambda each: (each.order, each.id))


def _name(signal: PassSignal, cue: Cue) -> str:
    return f"{signal.id}.{cue.id}"


def _cues(bank: Bank) -> dict[str, Cue]:
    return {_name(signal, cue): cue for signal in _in_order(bank) for cue in signal.cues}


def _checked(bank: Bank, observed: Iterable[str]) -> frozenset[str]:
    names, known = to_strings(observed), cue_names(bank)
    for name in names:
        if name not in known:
            # Who leaves the signal out is told where the cue stands.
            nearest = tuple(each for each in known if each.endswith(f".{name}"))
            raise UnknownIdError("Cue", name, nearest or nearest_names(name, known), len(known))
        if names.count(name) > 1:
            raise InvalidValueError("observed", f"{name!r} twice", "each once", rule="duplicate")
    return frozenset(names)


def _observed(bank: Bank, signal: PassSignal, noticed: frozenset[str]) -> ObservedSignal:
    cues = [
        ObservedCue(cue=each, same_event=_same_event(bank, _name(signal, each)))
        for each in signal.cues
        if _name(signal, each) in noticed
    ]
    return ObservedSignal(
        signal=signal.id,
        name=signal.name,
        strength=signal.strength,
        caveat=signal.caveat,
        counts=_counted(cues),
        cues=cues,
    )


def _same_event(bank: Bank, name: str) -> list[Cue]:
    known = _cues(bank)
    named = [each for group in SAME_EVENT if name in group for each in group if each != name]
    return [known[each] for each in named if each in known]


def _applies(step: AfterStep, noticed: frozenset[str]) -> bool:
    return step.condition is None or not noticed.isdisjoint(CALLED_FOR_BY.get(step.id, ()))
