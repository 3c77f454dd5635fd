"""Uniting banks: the same whatever the order, and conflicts are named."""

from itertools import permutations

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from interview_kit import (
    Bank,
    ConflictError,
    InvalidValueError,
)
from interview_kit.bank import IN_CODE, Part, unite
from interview_kit.model import Contents
from quiz_banks import (
    PLAIN_BANK as PLAIN,
    bank_of,
    pack_info as info,
    question,
    small_questions,
)

PACKS = (info("core"), info("acme"), info("zeta", languages=["en"]))


@st.composite
def united_banks(draw: st.DrawFn, *, count: int) -> list[Bank]:
    """Banks that agree wherever they overlap."""
    questions = draw(small_questions())
    banks = []
    for _ in range(count):
        kept = {each.id for each in questions if draw(st.booleans())}
        # Enemies must be there, so whoever has one that is not stays out as well.
        while lost := {q.id for q in questions if q.id in kept and not kept.issuperset(q.enemies)}:
            kept -= lost
        packs = [each for each in PACKS if draw(st.booleans())]
        contents = bank_of(each for each in questions if each.id in kept).contents
        banks.append(Bank(packs=packs, contents=contents))
    return banks


@given(united_banks(count=1))
def test_merging_nothing_changes_nothing(banks: list[Bank]) -> None:
    """The empty bank is the identity of merging, and a bank merged with itself is itself."""
    [one] = banks
    assert one.merge(Bank()) == Bank().merge(one) == one.merge(one) == one.merge() == one


@given(united_banks(count=2))
def test_merging_commutes(banks: list[Bank]) -> None:
    """The order of two banks does not matter."""
    one, other = banks
    assert one.merge(other) == other.merge(one)
    assert one.merge(other).content_hash == other.merge(one).content_hash


@given(united_banks(count=3))
def test_merging_associates(banks: list[Bank]) -> None:
    """It does not matter which banks are merged first, or whether all are merged at once."""
    one, two, three = banks
    assert one.merge(two).merge(three) == one.merge(two.merge(three)) == one.merge(two, three)


@given(united_banks(count=2))
def test_merging_keeps_everything(banks: list[Bank]) -> None:
    """A merged bank holds the packs and the questions of both, and no others."""
    one, other = banks
    merged = one.merge(other)
    assert set(merged.questions) == {*one.questions, *other.questions}
    assert set(merged.packs) == {*one.packs, *other.packs}


def test_conflicts_name_both_places_in_order() -> None:
    """An id that means two things is refused with the sorted places, whichever bank comes first."""
    one = evolve(PLAIN, places=[("questions/Q1", "zeta: roles/sales.json")])
    other = evolve(bank_of([question("Q1", minutes=9)]), places=[("questions/Q1", "acme: q.json")])
    wanted = ConflictError("Question", "Q1", ("acme: q.json", "zeta: roles/sales.json"))
    for first, second in permutations((one, other)):
        with pytest.raises(ConflictError) as caught:
            first.merge(second)
        assert caught.value == wanted


def test_conflicts_in_code_say_so() -> None:
    """A definition that no file holds is said to stand in code."""
    with pytest.raises(ConflictError) as caught:
        PLAIN.merge(bank_of([question("Q1", minutes=9)]))
    one, other = caught.value.places
    assert one.startswith(f"{IN_CODE} #")
    assert other.startswith(f"{IN_CODE} #")
    assert one < other


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_conflicts_do_not_depend_on_the_order(order: tuple[int, ...]) -> None:
    """Of several conflicting definitions the same two of the same object are named."""
    banks = [
        evolve(
            bank_of([question("Q1", minutes=minutes), question("Q2", minutes=minutes)]),
            places=[("questions/Q1", place), ("questions/Q2", place)],
        )
        for minutes, place in [(3, "c.json"), (5, "a.json"), (8, "b.json"), (5, "c.json")]
    ]
    with pytest.raises(ConflictError) as caught:
        banks[order[0]].merge(*(banks[each] for each in order[1:]))
    assert caught.value == ConflictError("Question", "Q1", ("a.json", "b.json"))


def test_two_versions_of_one_pack_conflict() -> None:
    """Banks with different versions of a pack do not merge; the error names both versions."""
    one, other = (Bank(packs=[info("acme", version=each)]) for each in ("2.0.0", "1.0.0"))
    with pytest.raises(ConflictError) as caught:
        one.merge(other)
    places = ("a bank built in code (1.0.0)", "a bank built in code (2.0.0)")
    assert caught.value == ConflictError("PackInfo", "acme", places)


def test_merging_keeps_places() -> None:
    """A merged bank still knows where each object stands; for shared ones the first bank counts."""
    one = evolve(PLAIN, places=[("questions/Q1", "one.json")])
    other = evolve(PLAIN, places=[("questions/Q1", "two.json"), ("questions/Q2", "two.json")])
    merged = one.merge(other)
    assert merged.place_of("questions", "Q1") == "one.json"
    assert merged.place_of("questions", "Q2") == "two.json"
    assert merged.place_of("roles", "sales") == IN_CODE


def test_parts_may_refer_to_one_another() -> None:
    """Contents that lean on each other unite, though neither would be a bank alone."""
    whole = PLAIN.contents
    questions = Contents(questions=whole.questions)
    rest = evolve(whole, questions=())
    parts = [Part((), questions, ()), Part((), rest, ())]
    assert unite(parts) == unite(reversed(parts)) == PLAIN
    with pytest.raises(InvalidValueError):
        Bank(contents=questions)
