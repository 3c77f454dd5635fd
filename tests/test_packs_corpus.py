"""The corpus of invalid packs: every rule is broken somewhere, and said as it should be."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from interview_kit import check
from packs.writing import HERE

INVALID: Final = sorted(HERE.joinpath("invalid").iterdir())
TWENTY: Final = HERE / "twenty_faults"

#: Every rule that the corpus shows. Those of huge files are broken in `test_packs_read.py`, since
#: nobody should have to download them: `too-large`, `long-text`, `unreadable`.
RULES: Final = {
    "bad-id",
    "blank-text",
    "dangling-id",
    "duplicate",
    "duplicate-id",
    "duplicate-key",
    "encoding",
    "foreign-id",
    "invalid-value",
    "language-tag",
    "level-off-scale",
    "missing-file",
    "missing-key",
    "missing-language",
    "missing-pack",
    "not-a-number",
    "not-json",
    "not-rising",
    "one-sided-link",
    "out-of-range",
    "prohibited-question",
    "question-without-criterion",
    "rubric-kind",
    "self-reference",
    "too-deep",
    "too-few",
    "undeclared-pack",
    "unknown-format",
    "unknown-key",
    "unknown-name",
    "unsafe-character",
    "unused-criterion",
    "weights",
    "wrong-type",
}


def expected_in(folder: Path) -> list[str]:
    """Read the problems that a pack should have, one to a line."""
    return folder.joinpath("expected.txt").read_text(encoding="utf-8").split("\n")[:-1]


def rule_of(line: str) -> str:
    """Find the rule in a problem as it is printed."""
    return re.findall(r"\[([a-z-]+)\]", line)[-1]


def places_in(lines: list[str]) -> Iterator[tuple[str, int, int]]:
    """Find file, line and column in problems as they are printed, where they have any."""
    for line in lines:
        if found := re.match(r"([^:]+):(\d+):(\d+): ", line):
            yield found[1], int(found[2]), int(found[3])


@pytest.mark.parametrize("folder", INVALID, ids=lambda folder: folder.name)
def test_problems_are_as_expected(folder: Path) -> None:
    """A pack with one fault has exactly the problem written beside it."""
    assert [str(problem) for problem in check(folder)] == expected_in(folder)


@pytest.mark.parametrize("folder", INVALID, ids=lambda folder: folder.name)
def test_one_fault_is_one_problem(folder: Path) -> None:
    """A pack of the corpus has one fault, which its name tells, and that is one problem."""
    (line,) = expected_in(folder)
    assert folder.name.startswith((rule_of(line), "once-", "unknown-format-missing"))


@pytest.mark.parametrize("folder", [*INVALID, TWENTY], ids=lambda folder: folder.name)
def test_expected_places_are_in_the_text(folder: Path) -> None:
    """Each line and column written beside a pack is a place in its file."""
    for file, line, column in places_in(expected_in(folder)):
        text = folder.joinpath(file).read_bytes().decode("utf-8", "replace")
        assert 1 <= column <= len(text.split("\n")[line - 1]) + 1


def test_every_rule_is_broken() -> None:
    """The corpus breaks every rule, in at least 100 ways."""
    assert {rule_of(line) for folder in INVALID for line in expected_in(folder)} == RULES
    assert len(INVALID) >= 100


def test_twenty_faults_are_found_in_one_run() -> None:
    """Twenty faults of twenty kinds in six files are all found at once, each at its line, once."""
    found = [str(problem) for problem in check(TWENTY)]
    assert found == expected_in(TWENTY)
    assert len({rule_of(line) for line in found}) == len(found) == 20
    assert len({(file, line) for file, line, _ in places_in(found)}) == 20
