"""Items about what a candidate may notice: which way it points, and how else it can be read."""

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final, NamedTuple

from interview_kit.knowledge._build import item_id
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import likeness, quoted, said
from interview_kit.model import Cue, PassSignal, Polarity, Text
from interview_kit.model.seeds import salted
from interview_kit.quiz._stream import hash_rank

__all__ = ["MAKERS"]

WAYS: Final[dict[Polarity, Text]] = {
    "positive": Text.of(
        id="Condong ke arah baik, meskipun bukan bukti",
        en="It points to a good outcome, though it is no proof",
    ),
    "negative": Text.of(
        id="Condong ke arah kurang baik, meskipun bukan bukti",
        en="It points to a poor outcome, though it is no proof",
    ),
    "ambiguous": Text.of(
        id="Tidak condong ke mana pun; sebabnya bisa banyak",
        en="It points neither way, as it has many readings",
    ),
}
IS_RIGHT: Final[dict[Polarity, Text]] = {
    "positive": Text.of(
        id="Lazimnya hal ini dirasakan sebagai pertanda baik. Namun ingat: {note}",
        en="It is usually felt to be a good sign. Bear in mind: {note}",
    ),
    "negative": Text.of(
        id="Lazimnya hal ini dirasakan sebagai pertanda kurang baik. Namun ingat: {note}",
        en="It is usually felt to be a poor sign. Bear in mind: {note}",
    ),
    "ambiguous": Text.of(
        id="Penjelasannya bisa bermacam-macam. {note}",
        en="It can be explained in several ways. {note}",
    ),
}
IS_WRONG: Final[dict[Polarity, Text]] = {
    "positive": Text.of(
        id="Yang condong ke arah baik ialah minat pewawancara atau ajakan melangkah lebih jauh.",
        en="What points to a good outcome is interest shown, or being taken a step further.",
    ),
    "negative": Text.of(
        id="Yang condong ke arah kurang baik ialah perhatian yang memudar atau hal yang dirasa kurang.",
        en="What points to a poor outcome is attention that fades, or something found lacking.",
    ),
    "ambiguous": Text.of(
        id="Hal yang rutin atau banyak sebabnya tidak menunjuk ke mana pun; yang ini tidak begitu.",
        en="What is routine or has many causes points neither way; this is not of that kind.",
    ),
}
BOTH: Final = Text.of(id="{first} {second}", en="{first} {second}")
READING: Final = Text.of(id="“{cue}”: {note}", en="“{cue}”: {note}")
#: Readings that share more of their words may fit the same cue.
ALIKE: Final = 0.2
#: Cues of an item in which each is matched with its other reading.
MATCHED: Final = 3


class _Noticed(NamedTuple):
    """A cue within its signal."""

    signal: PassSignal
    cue: Cue
    note: Text

    @property
    def element(self) -> str:
        return f"pass_signals/{self.signal.id}.{self.cue.id}"


def _noticed(sources: Sources) -> list[_Noticed]:
    return [
        _Noticed(signal, cue, cue.note)
        for signal in sources.bank.all(PassSignal)
        for cue in signal.cues
        if cue.note
    ]


def _why(each: _Noticed) -> Text:
    """Say which way a cue points, how else it can be read, and how little a good one proves."""
    polarity, caveat = each.cue.polarity, each.signal.caveat
    why = said(IS_RIGHT[polarity], note=each.note) or each.note
    with_caveat = said(BOTH, first=why, second=caveat) if polarity == "positive" else None
    return with_caveat or why


def _polarity(sources: Sources) -> Iterator[Draft]:
    for each in _noticed(sources):
        polarity = each.cue.polarity
        why = _why(each)
        yield Draft(
            elements=(each.element,),
            topic="signals",
            slots={"why": why},
            passage=each.cue.text,
            right=[Candidate(polarity, WAYS[polarity], why)],
            wrong=[[Candidate(way, WAYS[way], IS_WRONG[way]) for way in WAYS if way != polarity]],
            covers=each.cue.covers,
        )


def _readings(sources: Sources) -> Iterator[Draft]:
    noticed = _noticed(sources)
    found = (sorted(_apart(first, noticed), key=attrgetter("element")) for first in noticed)
    for shown in {tuple(each.element for each in trio): trio for trio in found}.values():
        if len(shown) == MATCHED:
            yield Draft(
                elements=tuple(each.element for each in shown),
                topic="signals",
                slots={},
                right=[*map(_matched, shown)],
                covers=tuple(dict.fromkeys(each for one in shown for each in one.cue.covers)),
            )


def _apart(first: _Noticed, noticed: Sequence[_Noticed]) -> list[_Noticed]:
    """Choose companions of other signals, so that no reading fits two cues."""
    salt = salted(f"signal_readings:{first.element}", "companions")
    shown = [first]
    for each in sorted(noticed, key=lambda each: hash_rank(salt, each.element)):
        signals = {one.signal.id for one in shown}
        is_apart = each.signal.id not in signals and not any(_alike(each, one) for one in shown)
        if is_apart and len(shown) < MATCHED:
            shown.append(each)
    return shown


def _alike(one: _Noticed, other: _Noticed) -> bool:
    pairs = (
        (one.cue.text, other.cue.text),
        (one.cue.text, other.note),
        (other.cue.text, one.note),
        (one.note, other.note),
    )
    return any(likeness(*pair) >= ALIKE for pair in pairs)


def _matched(each: _Noticed) -> Candidate:
    reading = said(READING, cue=quoted(each.cue.text), note=each.note)
    note = Candidate(item_id("note", (each.element,)), each.note, reading)
    return Candidate(item_id("cue", (each.element,)), each.cue.text, reading, note)


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {"signal_polarity": _polarity, "signal_readings": _readings}
