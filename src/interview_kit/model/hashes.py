"""What identifies a value: the hash of all it says, and of its structure alone."""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, Final

from interview_kit.model.text import Text
from interview_kit.model.values import Value, fields_of, is_tuple

__all__ = ["content_hash", "structure_hash"]

#: 128 bits: no two of a million values meet by chance with a probability above 10^-26.
DIGEST_BYTES: Final = 16
PROVENANCE: Final = ("origin", "covers")


def content_hash(value: Value) -> str:
    """Hash everything that a value says; where it comes from does not count.

    Args:
        value: any value of the model.

    Returns:
        32 hexadecimal digits, the same on every platform and Python version.
    """
    return _digest(value, wording=True)


def structure_hash(value: Value) -> str:
    """Hash a value without its wording, so that mending a typo leaves the hash as it is.

    Args:
        value: any value of the model.

    Returns:
        32 hexadecimal digits, the same on every platform and Python version.

    >>> structure_hash(Text.of(en="Helo")) == structure_hash(Text.of(en="Hello"))
    True
    """
    return _digest(value, wording=False)


def _digest(value: Value, *, wording: bool) -> str:
    digest = blake2b(digest_size=DIGEST_BYTES)
    for piece in _pieces(value, wording=wording):
        # The length before each piece keeps ("ab", "c") apart from ("a", "bc").
        digest.update(f"{len(piece)}:{piece}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _pieces(held: Any, *, wording: bool) -> Iterator[str]:
    if isinstance(held, Text) and not wording:
        return
    if isinstance(held, Value):
        yield type(held).__name__
        for each, inner in fields_of(held):
            if each.eq and each.name not in PROVENANCE:
                yield each.name
                yield from _pieces(inner, wording=wording)
    elif is_tuple(held):
        yield f"({len(held)}"
        for member in held:
            yield from _pieces(member, wording=wording)
    else:
        # Not `repr`, which escapes what this Python's version of Unicode does not know.
        yield f"{type(held).__name__}:{held}"
