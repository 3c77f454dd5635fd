"""Items about what candidates notice."""

import pytest

from interview_kit import load
from interview_kit.bank import Bank
from interview_kit.knowledge import items_of
from interview_kit.model import Cue, PassSignal, Text
from knowledge_makers import made, of_family, said, small_bank


@pytest.fixture(scope="module")
def core() -> Bank:
    """Load the core pack, which holds the signals."""
    return load()


def cue(bank: Bank, element: str) -> Cue:
    """Give the cue of an element."""
    signal, _, id = element.removeprefix("pass_signals/").partition(".")
    return next(each for each in bank.get(PassSignal, signal).cues if each.id == id)


def test_the_key_is_the_polarity_of_the_cue(core: Bank) -> None:
    """Each cue with a note is asked about once."""
    items = made(core, "signal_polarity")
    assert len(items) == sum(len(each.cues) for each in core.all(PassSignal))
    for each in items:
        shown = cue(core, each.elements[0])
        assert each.key == (shown.polarity,)
        assert each.passage == shown.text


def test_each_cue_is_matched_with_its_own_note(core: Bank) -> None:
    """Cues of one item are of different signals, so that a note fits one of them."""
    items = made(core, "signal_readings")
    assert len(items) > 20
    for each in items:
        assert len({element.partition(".")[0] for element in each.elements}) == 3
        shown = [cue(core, element) for element in each.elements]
        notes = {one.text: one.note for one in shown}
        targets = {one.id: one.text for one in each.targets}
        for option, target in zip(each.options, each.key, strict=True):
            assert targets[target] == notes[option.text]


def test_an_item_in_full(core: Bank) -> None:
    """A sign that is felt to be good comes with another reading and the caveat of its signal."""
    items = made(core, "signal_polarity")
    item = next(each for each in items if each.elements == ("pass_signals/interest.nodding",))
    stem, options, explanation = said(item, "id")
    assert stem.endswith("Bagaimana tanda ini sebaiknya dibaca?")
    assert item.passage
    assert item.passage.in_("id") == "User beberapa kali mengangguk saat kamu menjawab."
    assert options[0] == "Condong ke arah baik, meskipun bukan bukti"
    assert "Ada juga orang yang mengangguk sekadar tanda menyimak." in explanation
    assert "belum tentu diterima" in explanation


def test_a_cue_without_a_note_is_left_out() -> None:
    """Without another reading there is nothing to teach."""
    said_once = Text.of(en="They smile.")
    signal = PassSignal(
        id="smiles",
        order=1,
        name=said_once,
        description=said_once,
        strength="weak",
        caveat=said_once,
        cues=[Cue(id="smile", text=said_once, polarity="positive")],
    )
    assert items_of(small_bank(pass_signals=[signal]), of=of_family("signals")) == ()
