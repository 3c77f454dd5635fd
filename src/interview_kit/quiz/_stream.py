"""Keyed variates: the only randomness of the library, the same on every platform for ever."""

from collections.abc import Sequence
from hashlib import blake2b
from heapq import nsmallest
from typing import Final

__all__ = ["hash_rank", "lowest", "proportional"]

#: Bits of a variate beyond the size of the span it is drawn from: the chance of any outcome then
#: differs from its exact share by less than 2^-64.
SPARE_BITS: Final = 64
DIGEST_BITS: Final = 512
#: Bytes of a rank: two of a million names meet once in 10^26 draws.
RANK_BYTES: Final = 16


def hash_rank(salt: bytes, name: str) -> bytes:
    """Give a name its rank in a keyed random order.

    Args:
        salt: the key of the stream.
        name: what is to be ranked, such as an id.

    Returns:
        16 bytes that depend on nothing else.
    """
    return blake2b(name.encode(), digest_size=RANK_BYTES, salt=salt).digest()


def lowest(salt: bytes, names: Sequence[str], count: int) -> list[tuple[bytes, str]]:
    """Choose the names that come first in a keyed random order.

    Every choice is equally likely over the seeds, the order of the names does not matter, and a name
    that is not chosen can go without changing anything.

    Args:
        salt: the key of the stream.
        names: what is chosen from.
        count: how many.

    Returns:
        Pairs of rank and name, first ranks first.
    """
    # Copying a salted hash takes 60 % of the time of making one; the ranks are those of `hash_rank`.
    fresh = blake2b(digest_size=RANK_BYTES, salt=salt).copy
    ranks: dict[bytes, str] = {}
    for name in names:
        hashed = fresh()
        hashed.update(name.encode())
        ranks[hashed.digest()] = name
    return [(rank, ranks[rank]) for rank in nsmallest(count, ranks)]


def proportional(salt: bytes, names: Sequence[str], span: int) -> int:
    """Draw a whole number below a span, each equally likely.

    The draw is the same quantile whatever the span, so that a small change of the span changes the
    outcome little; a remainder would scramble it. Of several names the highest draw counts, brought
    back to an even distribution: where the upper outcomes are as likely as there are names, a name
    that does not bring them about can go without changing anything.

    Args:
        salt: the key of the stream.
        names: what is drawn, such as the signature of a class or the members of a cluster.
        span: how many outcomes there are; above 0, of any size.

    Returns:
        0 to `span - 1`.
    """
    count = len(names)
    bits = span.bit_length() + SPARE_BITS + count.bit_length() - 1
    if count == 1:
        return _number(salt, names[0], bits) * span >> bits
    highest = max(_number(salt, name, bits) for name in names)
    # The highest of n even draws has the distribution x^n.
    power: int = (highest + 1) ** count
    return (power - 1) * span >> bits * count


def _number(salt: bytes, name: str, bits: int) -> int:
    message = name.encode()
    # The first block's person is the default, which takes less time to leave out.
    number, block = int.from_bytes(blake2b(message, salt=salt).digest(), "big"), 1
    while block * DIGEST_BITS < bits:
        person = block.to_bytes(blake2b.PERSON_SIZE, "big")
        digest = blake2b(message, salt=salt, person=person).digest()
        number = (number << DIGEST_BITS) | int.from_bytes(digest, "big")
        block += 1
    return number >> (block * DIGEST_BITS - bits)
