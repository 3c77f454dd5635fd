"""The options of the command line that several commands share, and what their texts mean."""

import re
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Callable
from typing import Any, Final

from interview_kit.errors import InterviewKitError, InvalidValueError
from interview_kit.model import normalise_language
from interview_kit.quiz import MAX_LENGTH, Quota

__all__ = [
    "DEFAULT_LANGUAGE",
    "common_arguments",
    "drawn_arguments",
    "read_language",
    "read_quota",
    "read_range",
    "read_seed",
]

#: The language of texts and answers where nobody names one.
DEFAULT_LANGUAGE: Final = "id"

#: Whole numbers as Python shows them, of no more digits than it reads at once.
WHOLE: Final = re.compile(r"-?(0|[1-9][0-9]{0,999})")


def common_arguments() -> ArgumentParser:
    """Make the options that every command takes.

    Returns:
        A parser to be the parent of those of the commands.
    """
    common = ArgumentParser(add_help=False)
    common.add_argument(
        "--language",
        type=read_language,
        help=f"language of texts and answers ({DEFAULT_LANGUAGE}, or one that all packs speak)",
    )
    common.add_argument("--json", action="store_true", help="print JSON for programs")
    common.add_argument(
        "--pack",
        action="append",
        default=[],
        metavar="PACK",
        help="name, folder or zip of a further pack beside core; may be repeated",
    )
    return common


def drawn_arguments() -> ArgumentParser:
    """Make the options of the commands that draw questions.

    Returns:
        A parser to be the parent of those of the commands.
    """
    drawn = ArgumentParser(add_help=False)
    drawn.add_argument("--role", help="role the questions are for (any)")
    drawn.add_argument(
        "--length",
        type=read_range,
        help=f"such as 5 or 4-6, up to {MAX_LENGTH} (5, or as many as there are)",
    )
    drawn.add_argument(
        "--minutes", type=read_range, metavar="LOW-HIGH", help="time for all of them"
    )
    drawn.add_argument(
        "--quota",
        type=read_quota,
        action="append",
        default=[],
        help="such as kind=past,at_least=2 or difficulty=4-5,at_most=1; may be repeated",
    )
    drawn.add_argument("--seed", type=read_seed, help="the same seed draws the same quiz (random)")
    return drawn


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
