"""Where the command line reads and writes: closed, full and interrupted, in any encoding."""

import json
import os
import shlex
import signal
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import interview_kit as ik
from interview_kit.__main__ import main as start
from interview_kit.cli import main


def test_module_runs_as_a_program() -> None:
    """`python -m interview_kit` is the same program."""
    done = subprocess.run(
        [sys.executable, "-m", "interview_kit"], capture_output=True, text=True, check=True
    )
    assert "interview-kit practice" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"), [(["practice", "--length", "2"], 0), (["score", "S04"], 1)]
)
def test_closed_input_is_one_that_has_ended(
    arguments: list[str],
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without a standard input, which is then `None`, nothing was answered."""
    monkeypatch.setattr("sys.stdin", None)
    assert main(arguments) == code
    assert capsys.readouterr().err == ""


def run_cli(
    *arguments: str, closed: str = "", **variables: str
) -> "subprocess.CompletedProcess[bytes]":
    """Run the program in a process of its own, by a shell that redirects or closes a stream."""
    command = shlex.join([sys.executable, "-m", "interview_kit", *arguments])
    environment = {**os.environ, "PYTHONUNBUFFERED": "", **variables}
    return subprocess.run(
        ["/bin/sh", "-c", f"{command} {closed}"], capture_output=True, check=False, env=environment
    )


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8", "UTF8"])
def test_json_is_json_in_every_encoding(encoding: str) -> None:
    """With --json, output in whatever encoding is valid JSON that says the same."""
    found = run_cli("show", "past", "--json", PYTHONIOENCODING=encoding)
    plain = ik.document(ik.load().get(ik.Rubric, "past"))
    assert not json.dumps(plain, ensure_ascii=False).isascii()
    assert json.loads(found.stdout.decode(encoding)) == {"Rubric": plain}


@pytest.mark.parametrize("arguments", [(), ("list", "--json")])
@pytest.mark.parametrize("closed", ["| true", ">&-"])
def test_output_that_nobody_reads(arguments: tuple[str, ...], closed: str) -> None:
    """A closed pipe ends the program well, and it says nothing; so does a closed output."""
    found = run_cli(*arguments, closed=closed)
    assert (found.stdout, found.stderr, found.returncode) == (b"", b"", 0)


@pytest.mark.parametrize("arguments", [(), ("--help",), ("list", "--json")])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_does_not_fit(arguments: tuple[str, ...]) -> None:
    """A full disk is one line on standard error and exit code 1."""
    found = run_cli(*arguments, closed="> /dev/full")
    assert found.returncode == 1
    assert found.returncode == 1
    assert found.stderr.startswith(b"interview-kit: error: ")
    assert found.stderr.count(b"\n") == 1


def test_ctrl_c_stops_without_traceback() -> None:
    """An interrupt at the prompt ends with exit code 130 and a word, not with a traceback."""
    command = [sys.executable, "-m", "interview_kit", "practice", "--language", "en"]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
    ) as running:
        assert running.stdout is not None
        while "Question 1" not in running.stdout.readline():
            pass
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=20)
    assert running.returncode == 130
    assert err.strip() == "Stopped."


def test_ctrl_c_while_starting_stops_without_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    """An interrupt while modules are still imported ends like one that comes later."""

    def interrupted(_name: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("interview_kit.__main__.import_module", interrupted)
    assert start() == 130


def test_the_program_and_the_module_are_one() -> None:
    """What is installed as `interview-kit` is what `python -m interview_kit` runs."""
    (script,) = entry_points(group="console_scripts", name="interview-kit")
    assert script.load() is start
