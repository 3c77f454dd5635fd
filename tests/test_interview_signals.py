"""What was noticed after an interview: counts, caveats, other readings, and nothing like a chance."""

import json
import pickle
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

import interview_kit
from interview_kit import (
    Bank,
    DocumentError,
    InvalidValueError,
    UnknownIdError,
    document,
    structure,
)
from interview_kit.interview import PolarityCounts, SignalBalance, balance_of, cue_names
from interview_kit.interview._signals import CALLED_FOR_BY, SAME_EVENT
from interview_kit.model import AfterStep, PassSignal

CORE = interview_kit.load()
NAMES = cue_names(CORE)
POLARITY_OF = {
    f"{signal.id}.{cue.id}": cue.polarity for signal in CORE.all(PassSignal) for cue in signal.cues
}
AGAIN = "follow_up_questions.same_question_again"
OTHER_REASON = "follow_up_questions.same_question_other_reason"

observations = st.lists(st.sampled_from(NAMES), unique=True)


def numbers_in(plain: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Go through the keys down to each number of a document."""
    if isinstance(plain, dict):
        for key, held in plain.items():
            yield from numbers_in(held, (*path, key))
    elif isinstance(plain, list):
        for held in plain:
            yield from numbers_in(held, path)
    elif isinstance(plain, int | float):
        yield path


@given(observations)
def test_every_cue_counts_once_under_its_polarity(observed: list[str]) -> None:
    """The counts of all signals are those of the cues that were named, and sum up to the whole."""
    balance = balance_of(CORE, observed)
    expected = PolarityCounts(**Counter(POLARITY_OF[each] for each in observed))
    assert balance.counts == expected
    for signal in balance.signals:
        own = [each for each in observed if each.startswith(f"{signal.signal}.")]
        assert signal.counts == PolarityCounts(**Counter(POLARITY_OF[each] for each in own))


@given(st.data())
def test_the_order_of_observing_does_not_matter(data: st.DataObject) -> None:
    """The same cues in another order make the same balance."""
    observed = data.draw(observations)
    shuffled = data.draw(st.permutations(observed))
    assert balance_of(CORE, shuffled) == balance_of(CORE, observed)


@given(observations)
def test_a_balance_is_stored_and_read_back(observed: list[str]) -> None:
    """Documents, by way of JSON text, and pickles give the same balance."""
    balance = balance_of(CORE, observed)
    assert structure(json.loads(json.dumps(document(balance))), SignalBalance) == balance
    assert pickle.loads(pickle.dumps(balance)) == balance  # noqa: S301 - our own bytes


@given(observations)
def test_no_number_is_anything_but_a_count(observed: list[str]) -> None:
    """A balance holds counts and the order of steps: no share, no chance, no verdict."""
    for path in numbers_in(document(balance_of(CORE, observed))):
        assert "counts" in path or path[-1] == "order", path


def test_every_signal_stands_there_with_its_caveat() -> None:
    """All signals are shown in their order, with strength and caveat, though nothing was noticed."""
    balance = balance_of(CORE, [])
    signals = sorted(CORE.all(PassSignal), key=lambda each: each.order)
    found = [(each.signal, each.name, each.strength, each.caveat) for each in balance.signals]
    assert found == [(each.id, each.name, each.strength, each.caveat) for each in signals]
    assert balance.counts == PolarityCounts()
    assert {*balance.caveat.languages} == {"id", "en"}


def test_a_balance_without_caveat_cannot_be_read() -> None:
    """A document of which a signal lost its caveat is refused."""
    plain = document(balance_of(CORE, NAMES))
    del plain["signals"][0]["caveat"]
    with pytest.raises(DocumentError, match="caveat"):
        structure(plain, SignalBalance)


@pytest.mark.parametrize("place", ["signals", "whole"])
def test_counts_that_are_not_those_of_the_cues_are_refused(place: str) -> None:
    """Neither a signal nor a balance can claim more than was noticed."""
    balance = balance_of(CORE, ["interest.nodding"])
    claimed = PolarityCounts(positive=5)
    with pytest.raises(InvalidValueError, match="allowed is those of its cues"):
        evolve(balance if place == "whole" else balance.signals[0], counts=claimed)


@pytest.mark.parametrize(("noticed", "other"), [(AGAIN, OTHER_REASON), (OTHER_REASON, AGAIN)])
def test_the_same_question_again_is_told_both_ways(noticed: str, other: str) -> None:
    """Whoever was asked again gets the negative and the ambiguous reading; one is counted."""
    balance = balance_of(CORE, [noticed])
    (cue,) = (cue for signal in balance.signals for cue in signal.cues)
    (told,) = cue.same_event
    assert {cue.cue.polarity, told.polarity} == {"negative", "ambiguous"}
    assert balance.counts == PolarityCounts(**{POLARITY_OF[noticed]: 1})
    assert other.endswith(told.id)
    assert cue.readings == (cue.cue.note, told.text, told.note)


def test_every_cue_of_no_clear_meaning_has_another_reading() -> None:
    """All ambiguous cues of the core pack carry a reading in both languages."""
    cues = [cue for signal in balance_of(CORE, NAMES).signals for cue in signal.cues]
    ambiguous = [each for each in cues if each.cue.polarity == "ambiguous"]
    assert ambiguous
    for each in ambiguous:
        assert {language for text in each.readings for language in text.languages} == {"id", "en"}


def test_a_cue_without_a_note_has_no_reading() -> None:
    """Where a pack gives no other reading, none is made up."""
    cue = balance_of(CORE, ["interest.nodding"]).signals[0].cues[0]
    assert evolve(cue, cue=evolve(cue.cue, note=None)).readings == ()


def test_steps_come_in_order_and_conditions_stay() -> None:
    """Steps without a condition apply; all others stand apart, and none is lost."""
    balance = balance_of(CORE, [])
    assert [each.id for each in balance.steps] == ["say_thank_you", "note_what_you_were_told"]
    assert all(each.condition for each in balance.conditional_steps)
    orders = [each.order for each in (*balance.steps, *balance.conditional_steps)]
    assert sorted(orders) == sorted(each.order for each in CORE.all(AfterStep))
    assert [each.order for each in balance.conditional_steps] == sorted(orders)[2:]


@pytest.mark.parametrize("cue", CALLED_FOR_BY["ask_for_news"])
def test_a_date_that_passes_calls_for_a_question(cue: str) -> None:
    """Once no news came by the date, or no date was given, asking for news applies."""
    steps = [each.id for each in balance_of(CORE, [cue]).steps]
    assert steps == ["say_thank_you", "note_what_you_were_told", "ask_for_news"]


def test_the_tables_name_what_the_core_pack_has() -> None:
    """Every cue and step that the tables of the module name stands in the core pack."""
    cues = {each for group in (*SAME_EVENT, *CALLED_FOR_BY.values()) for each in group}
    assert cues <= {*NAMES}
    assert {*CALLED_FOR_BY} <= {*CORE.ids_of("after_steps")}


def test_an_unknown_cue_is_named_with_the_nearest() -> None:
    """A typing error leads to the cue that was meant."""
    with pytest.raises(UnknownIdError) as raised:
        balance_of(CORE, ["interest.noding"])
    assert raised.value.nearest[0] == "interest.nodding"
    assert raised.value.known == len(NAMES)


def test_a_cue_without_its_signal_is_found() -> None:
    """Who names the cue alone is told under which signal it stands."""
    with pytest.raises(UnknownIdError) as raised:
        balance_of(CORE, ["invited"])
    assert raised.value.nearest == ("next_stage_invitation.invited",)


@pytest.mark.parametrize(
    "observed",
    [["interest.nodding", "interest.nodding"], "interest.nodding", [7], None],
    ids=["twice", "one string", "a number", "nothing"],
)
def test_what_is_no_list_of_cues_is_refused(observed: Any) -> None:
    """Duplicates, a bare string and what are no names get a clear error."""
    with pytest.raises(InvalidValueError):
        balance_of(CORE, observed)


def test_a_bank_without_signals_has_nothing_to_notice() -> None:
    """An empty bank gives an empty balance, and what is no bank is refused."""
    assert cue_names(Bank()) == ()
    assert balance_of(Bank(), []) == SignalBalance(signals=(), counts=PolarityCounts())
    with pytest.raises(InvalidValueError, match="a Bank"):
        balance_of("core", [])  # type: ignore[arg-type]  # that is the test
