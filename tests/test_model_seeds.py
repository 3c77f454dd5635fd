"""Seeds: each has streams of its own."""

from hashlib import blake2b

import pytest

from interview_kit import InvalidValueError
from interview_kit.model.seeds import check_seed, salted


def test_salt_is_a_digest_of_seed_and_purpose() -> None:
    """The salt of a stream is the BLAKE2b digest of type, seed in hexadecimal, and purpose."""
    assert salted(42, "member") == blake2b(b"int:2a\x1fmember", digest_size=16).digest()
    assert salted("42", "member") == blake2b(b"str:42\x1fmember", digest_size=16).digest()


def test_only_whole_numbers_and_strings_are_seeds() -> None:
    """What is neither is refused, and so is `True`, which Python takes for 1."""
    check_seed(-7)
    check_seed("musim hujan")
    for seed in (True, 1.0, None, b"1"):
        with pytest.raises(InvalidValueError):
            check_seed(seed)
