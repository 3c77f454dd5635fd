"""Seeds: where every random number of the library begins."""

from hashlib import blake2b

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import shown

__all__ = ["Seed", "check_seed", "salted"]

Seed = int | str


def check_seed(seed: object) -> None:
    """Check that something is a seed.

    Raises:
        InvalidValueError: if it is neither a whole number nor a string.
    """
    if type(seed) is not int and type(seed) is not str:
        raise InvalidValueError("seed", shown(seed), "a whole number or a string")


def salted(seed: Seed, purpose: str) -> bytes:
    """Make the key of a stream; each seed and each purpose has a stream of its own.

    Args:
        seed: the seed; 1 and "1" are different seeds.
        purpose: what the stream is for.

    Returns:
        16 bytes, which go into the salt of the hash, so that a draw takes one compression of it.
    """
    # In hexadecimal, since Python refuses to write very long numbers in decimal.
    text = seed if isinstance(seed, str) else f"{seed:x}"
    words = f"{type(seed).__name__}:{text}\x1f{purpose}"
    message = words.encode("utf-8", "surrogatepass")
    return blake2b(message, digest_size=blake2b.SALT_SIZE).digest()
