"""The examples run offline and print what they should."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXPECTED = Path(__file__).parent / "expected"


def name_of(script: Path) -> str:
    """Name an example after its file, or after its folder."""
    return script.parent.name if script.name == "run.py" else script.stem


SCRIPTS = sorted(
    [*(ROOT / "examples").glob("[0-9]*.py"), *(ROOT / "examples").glob("[0-9]*/run.py")],
    key=name_of,
)


@pytest.mark.parametrize("script", SCRIPTS, ids=name_of)
def test_example_prints_what_it_should(script: Path, tmp_path: Path) -> None:
    """The example runs in a folder of no importance, and its output is the recorded one."""
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=tmp_path,
        env=environment,
    )
    assert done.stderr == ""
    assert done.stdout == (EXPECTED / f"{name_of(script)}.txt").read_text("utf-8")


@pytest.mark.parametrize("script", SCRIPTS, ids=name_of)
def test_example_is_short(script: Path) -> None:
    """An example stays below sixty lines."""
    assert len(script.read_text("utf-8").splitlines()) < 60


def test_every_example_has_a_recorded_output() -> None:
    """Examples and recorded outputs match one to one."""
    assert [name_of(each) for each in SCRIPTS] == sorted(
        each.stem for each in EXPECTED.glob("*.txt")
    )
