"""What stands behind the options of the command line, read from their text."""

import re
from argparse import ArgumentTypeError
from collections.abc import Callable
from typing import Any, Final

from interview_kit.errors import InterviewKitError, InvalidValueError
from interview_kit.model import normalise_language
from interview_kit.quiz import Quota

__all__ = ["read_language", "read_quota", "read_range", "read_seed"]

#: Whole numbers as Python shows them, of no more digits than it reads at once.
WHOLE: Final = re.compile(r"-?(0|[1-9][0-9]{0,999})")


def read_seed(text: str) -> int | str:
    """Read a seed: `--seed 2026` and `seed=2026` in a program are the same.

    Args:
        text: any text.

    Returns:
        The number, if the text is one as Python shows it, or else the text.

    >>> read_seed("-5"), read_seed("007")
    (-5, '007')
    """
    return int(text) if WHOLE.fullmatch(text) and text != "-0" else text


def read_language(text: str) -> str:
    """Read a language.

    Args:
        text: a language tag.

    Returns:
        Its first part.

    Raises:
        ArgumentTypeError: if it is no language tag.
    """
    try:
        return normalise_language(text).partition("-")[0]
    except InvalidValueError as error:
        raise ArgumentTypeError(str(error)) from error


def read_range(text: str) -> tuple[int, int]:
    """Read a number or a range.

    Args:
        text: such as `5` or `20-30`.

    Returns:
        The lowest and the highest number.

    Raises:
        ArgumentTypeError: if it is neither.
    """
    low, _, high = text.partition("-")
    try:
        return int(low), int(high or low)
    except ValueError:
        message = f"{text!r} is neither a number nor a range such as 20-30"
        raise ArgumentTypeError(message) from None


def read_quota(text: str) -> Quota:
    """Read a quota.

    Args:
        text: such as `kind=past,at_least=2`.

    Returns:
        The quota.

    Raises:
        ArgumentTypeError: if it is none, or names one thing twice.
    """
    readers: dict[str, Callable[[str], Any]] = {
        "difficulty": read_range,
        "at_least": int,
        "at_most": int,
    }
    pairs = (part.partition("=") for part in text.split(","))
    given: dict[str, Any] = {}
    try:
        for name, _, value in (
            (name.strip(), equals, held.strip()) for name, equals, held in pairs
        ):
            if name in given:
                raise ArgumentTypeError(f"{text!r} gives {name!r} twice")
            given[name] = readers.get(name, str)(value)
        return Quota(**given)
    except InterviewKitError as error:
        raise ArgumentTypeError(str(error)) from error
    except (TypeError, ValueError):
        message = f"{text!r} is no quota such as kind=past,at_least=2"
        raise ArgumentTypeError(message) from None
