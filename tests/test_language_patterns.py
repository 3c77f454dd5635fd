"""Patterns: no regular expression of the analyser can be made to backtrack without end."""

import ast
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

import interview_kit as ik
from interview_kit.language import (
    effort,
    normalise,
    ownership,
    profile,
    quantities,
    response_type,
    segment,
)
from language_cases import LANGUAGES

FOLDER = Path(ik.__file__).parent / "language"
REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def written_patterns() -> Iterator[str]:
    """Give the patterns that are spelt out in the modules of the analyser."""
    for path in sorted(FOLDER.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            is_call = isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
            if is_call and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


PATTERNS = [*written_patterns(), *(profile(each).word_pattern.pattern for each in LANGUAGES)]


def unbounded(parsed: Iterable[Any], depth: int = 0) -> Iterator[int]:
    """Give how deep unbounded repeats stand within one another."""
    for name, held in parsed:
        inner = depth
        if str(name) in REPEATS and held[1] is re._parser.MAXREPEAT:
            inner += 1
            yield inner
        yield from _within(held, inner)


def _within(held: Any, depth: int) -> Iterator[int]:
    if isinstance(held, re._parser.SubPattern):
        yield from unbounded(held, depth)
    elif isinstance(held, list | tuple):
        for each in held:
            yield from _within(each, depth)


def depth_of(pattern: str) -> int:
    """Give how deep unbounded repeats are nested in a pattern."""
    return max(unbounded(re._parser.parse(pattern)), default=0)


@pytest.mark.parametrize("pattern", PATTERNS)
def test_no_quantifier_is_nested(pattern: str) -> None:
    """No unbounded repeat stands within another."""
    assert depth_of(pattern) <= 1


def test_nested_quantifiers_would_be_seen() -> None:
    """The measure itself tells a dangerous pattern from a harmless one."""
    assert depth_of(r"(a+)+") == 2
    assert depth_of(r"a+b*") == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "unit",
    ["saya ", "I and ", "1.", "1. ", "5 ", ".", "\n", "[", "_", "a-", "\u0130", "by me ", "rp "],
)
def test_time_grows_with_length(language: str, unit: str) -> None:
    """Four times the text takes well below the sixteen times that a square would."""

    def taken(size: int) -> float:
        text = (unit * size)[:size]
        began = time.process_time()
        for read in (segment, ownership, quantities, effort, response_type, normalise):
            read(text, language)
        return time.process_time() - began

    small = min(taken(5_000) for _ in range(2))
    assert min(taken(20_000) for _ in range(2)) < 10 * small + 0.1
