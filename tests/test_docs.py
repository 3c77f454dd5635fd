"""Documentation that runs: the README's blocks, and the examples in docstrings."""

import doctest
import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser

import interview_kit

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
MODULES = sorted(each.name for each in walk_packages(interview_kit.__path__, "interview_kit."))


def test_readme_runs() -> None:
    """Every Python block of the README gives what it shows."""
    parser = PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)
    examples = list(Sybil(parsers=[parser]).parse(README).examples())
    for example in examples:
        example.evaluate()
    assert len(examples) >= README.read_text("utf-8").count("```python")


@pytest.mark.parametrize("name", [each for each in MODULES if not each.endswith("__main__")])
def test_docstrings_run(name: str) -> None:
    """Every example in a docstring gives what it shows."""
    result = doctest.testmod(import_module(name))
    assert result.failed == 0


def test_docstrings_hold_enough_examples() -> None:
    """The docstrings have examples to run at all."""
    prompts = sum(path.read_text("utf-8").count(">>> ") for path in (ROOT / "src").rglob("*.py"))
    assert prompts >= 30


def test_readme_gives_the_two_commands() -> None:
    """The README's first shell block is an install-and-run line and the test line."""
    block = re.search(r"```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert block is not None
    first, second = block.group(1).splitlines()
    assert "-m venv" in first
    assert "-m interview_kit practice" in first
    assert second == ".venv/bin/python -m pytest -q"
