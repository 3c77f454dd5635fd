"""Keyed variates: pinned for ever, blind to everything but their key, and even."""

from hashlib import blake2b

import pytest
from hypothesis import given, strategies as st

from interview_kit.model.seeds import salted
from interview_kit.quiz._stream import hash_rank, lowest, proportional
from quiz_banks import is_uniform, seeds

#: Seed, purpose, name; the rank; the draw below 10**30.
PINNED = [
    (1, "order", "S01", "21264906ee05cf61eeb027408284e779", 521088812302242335993566391910),
    ("1", "order", "S01", "e46ddd72ee97067f3f53c4148485d67a", 51606378246236946183319939426),
    (-7, "member", "acme:S1", "f8bb4b0eb4f1465b6fb17c6ca6be60cd", 549744767097731955548439943969),
    (
        "musim hujan 🌧",
        "count",
        "5:0,2",
        "a00f0fd395827aeb4ad7d9cabc34a9ed",
        41803660391812085747323987212,
    ),
]
#: A span beyond the 512 bits of one digest, and what is drawn below it.
WIDE = 10**200
DRAWN_BELOW_WIDE = int(
    "99642446061592530586628904590688631712063486941542699599945743773806781947818774"
    "73230380413060436219231166267737198082676718653878906942348817495053326785334250"
    "5964946022677576914431701704721552698896"
)

spans = st.integers(1, 100) | st.integers(1, 2**64) | st.integers(1, 2**2000)
names = st.text(max_size=8)


@pytest.mark.parametrize(("seed", "purpose", "name", "rank", "draw"), PINNED)
def test_the_algorithm_is_pinned(
    seed: int | str, purpose: str, name: str, rank: str, draw: int
) -> None:
    """These keys give these numbers for ever; if this fails, equal seeds no longer mean equal quizzes."""
    salt = salted(seed, purpose)
    assert hash_rank(salt, name).hex() == rank
    assert proportional(salt, (name,), 10**30) == draw


def test_wide_draws_are_pinned() -> None:
    """A draw that needs more than one digest is the same for ever, too."""
    assert proportional(salted(2026, "count"), ("0:0",), WIDE) == DRAWN_BELOW_WIDE


def test_rank_is_the_salted_digest() -> None:
    """A rank is the BLAKE2b digest of the name, salted with the key of its stream."""
    salt = salted(42, "member")
    assert hash_rank(salt, "S04") == blake2b(b"S04", digest_size=16, salt=salt).digest()


def test_small_draws_come_from_the_top_of_the_digest() -> None:
    """A draw is the share of the span that the top bits of the digest stand for."""
    salt = salted(42, "count")
    digest = blake2b(b"0:0", salt=salt, person=bytes(16)).digest()
    top = int.from_bytes(digest, "big") >> (512 - 64 - 3)
    assert proportional(salt, ("0:0",), 5) == top * 5 >> (64 + 3)


@given(st.integers(), st.sampled_from(["order", "member", "count"]), names)
def test_numbers_and_their_text_are_different_seeds(seed: int, purpose: str, name: str) -> None:
    """Seed 1 and seed "1" share nothing."""
    assert salted(seed, purpose) != salted(str(seed), purpose)
    number, text = salted(seed, purpose), salted(str(seed), purpose)
    assert hash_rank(number, name) != hash_rank(text, name)


@given(seeds(), names, names)
def test_purposes_and_names_have_draws_of_their_own(seed: int | str, one: str, other: str) -> None:
    """Ranks meet only where purpose and name are the same."""
    order, member = salted(seed, "order"), salted(seed, "member")
    assert hash_rank(order, one) != hash_rank(member, one)
    same = hash_rank(order, one) == hash_rank(order, other)
    assert same == (one == other)


@given(seeds(), names, spans)
def test_draws_stay_below_the_span(seed: int | str, name: str, span: int) -> None:
    """Every draw is a whole number from 0 to one less than the span, of any size."""
    assert 0 <= proportional(salted(seed, "count"), (name,), span) < span


@given(seeds(), names)
def test_one_outcome_leaves_no_choice(seed: int | str, name: str) -> None:
    """A span of one always gives 0."""
    assert proportional(salted(seed, "count"), (name,), 1) == 0


@given(seeds(), names, spans | st.integers(1, 2000).map(lambda bits: 2**bits - 1))
def test_draws_are_quantiles(seed: int | str, name: str, span: int) -> None:
    """One more outcome moves a draw by at most one, and never back."""
    salt = salted(seed, "count")
    step = proportional(salt, (name,), span + 1) - proportional(salt, (name,), span)
    assert step in {0, 1}


@given(seeds(), names, spans, st.integers(1, 1000))
def test_draws_keep_their_share(seed: int | str, name: str, span: int, factor: int) -> None:
    """A span several times as wide gives a draw in the corresponding stretch."""
    salt = salted(seed, "count")
    wide = proportional(salt, (name,), span * factor)
    assert wide // factor in {proportional(salt, (name,), span) + d for d in (0, 1)}


@pytest.mark.parametrize("span", [6, 7, 10, 24])
def test_draws_are_even(span: int) -> None:
    """Over 5,000 seeds every outcome comes up as often as chance has it."""
    assert is_uniform(
        (proportional(salted(seed, "count"), ("0:0",), span) for seed in range(5000)), span
    )
    assert is_uniform(
        (proportional(salted(1, "count"), (f"Q{n}",), span) for n in range(5000)), span
    )


def test_orders_are_even() -> None:
    """Over 5,000 seeds every order of four names comes up as often as chance has it."""
    orders = (
        tuple(sorted("ABCD", key=lambda name: hash_rank(salted(seed, "order"), name)))
        for seed in range(5000)
    )
    assert is_uniform(orders, 24)


@given(seeds(), st.lists(names, unique=True, max_size=8), st.data())
def test_lowest_are_the_first_of_the_order(
    seed: int | str, given: list[str], data: st.DataObject
) -> None:
    """The lowest of some names, in whatever order they come, are those whose ranks come first."""
    count = data.draw(st.integers(0, len(given)))
    salt = salted(seed, "member")
    expected = sorted((hash_rank(salt, each), each) for each in given)[:count]
    assert lowest(salt, data.draw(st.permutations(given)), count) == expected


def test_choices_are_even() -> None:
    """Over 5,000 seeds each two of five names are chosen as often as chance has it."""
    chosen = (
        frozenset(name for _, name in lowest(salted(seed, "member"), "ABCDE", 2))
        for seed in range(5000)
    )
    assert is_uniform(chosen, 10)


def test_unevenness_is_seen() -> None:
    """The measure of evenness refuses draws of which one outcome has a quarter too many."""
    fair = [number % 6 for number in range(6000)]
    assert is_uniform(fair, 6)
    assert not is_uniform([*fair, *[3] * 250], 6)
    assert not is_uniform([number % 5 for number in range(6000)], 6)
    assert not is_uniform([number % 7 for number in range(6000)], 6)


@pytest.mark.parametrize(
    "seed",
    [10**5000, -(10**5000), "\ud800", "", "x" * 100_000],
    ids=["huge", "negative", "surrogate", "empty", "long"],
)
def test_seeds_may_be_anything(seed: int | str) -> None:
    """A whole number of any size and any string, even a broken one, are seeds."""
    assert 0 <= proportional(salted(seed, "count"), ("0:0",), 1000) < 1000


def test_several_names_draw_every_outcome_alike() -> None:
    """The highest of three draws, brought back to an even distribution, is even over the seeds."""
    salts = (salted(seed, "count") for seed in range(5000))
    assert is_uniform((proportional(salt, ("A", "B", "C"), 6) for salt in salts), 6)


@given(seeds(), st.integers(2, 6))
def test_a_name_that_brings_nothing_about_can_go(seed: int | str, count: int) -> None:
    """Where nothing comes up without a name, nothing comes up either once the name is one less."""
    salt, names = salted(seed, "count"), tuple(f"Q{n}" for n in range(count))
    # Of 1000 outcomes of each name by itself the last is its own; of several names it is as rare.
    none = 999**count
    for gone in names if proportional(salt, names, 1000**count) < none else ():
        rest = tuple(each for each in names if each != gone)
        assert proportional(salt, rest, 1000 ** (count - 1)) < 999 ** (count - 1)
