"""The command line and packs: checking, rewriting, and what a bank of further packs gives."""

import json
from pathlib import Path

import pytest

import interview_kit as ik
from interview_kit.cli import main


def test_check_reports_problems_and_rewrites_sound_packs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sound pack can be brought into canonical form; problems end with exit code 1."""
    info = {
        "licence": "MIT", "languages": ["en"], "title": {"en": "T"}, "version": "1.0.0",
        "name": "acme", "format": 2,
    }  # fmt: skip
    (tmp_path / "pack.json").write_text(json.dumps(info), "utf-8")
    assert main(["check", str(tmp_path), "--rewrite", "--language", "en"]) == 0
    captured = capsys.readouterr()
    assert "no problems" in captured.out
    assert "pack.json: rewritten" in captured.err
    written = (tmp_path / "pack.json").read_text("utf-8")
    assert list(json.loads(written)) == [
        "format",
        "name",
        "version",
        "title",
        "languages",
        "licence",
    ]
    (tmp_path / "pack.json").write_text(written.replace('"acme"', '"a c"'), "utf-8")
    assert main(["check", str(tmp_path), "--rewrite"]) == 1
    assert "[bad-id]" in capsys.readouterr().out
    assert main(["check", str(tmp_path), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["line"] == 3
    assert main(["list", "--pack", str(tmp_path)]) == 1
    error = capsys.readouterr().err
    assert "pack.json:3:11" in error
    assert f"see 'interview-kit check {tmp_path}'" in error


def test_a_rewrite_that_breaks_off_leaves_the_format_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of an older pack, `pack.json` is written last; what cannot be written stops it before."""
    folder = Path(__file__).parent / "packs" / "format_1"
    for path in folder.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    written: list[str] = []

    def note(path: Path, data: bytes) -> None:
        written.append(path.name)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", note)
    assert main(["check", str(tmp_path), "--rewrite"]) == 1
    assert written == ["courier.json"]
    assert "No space left" in capsys.readouterr().err


def test_check_takes_packs_beside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pack that requires one in another folder is checked against it."""
    info = {
        "format": 2, "name": "hq", "version": "1.0.0", "title": {"en": "HQ"},
        "languages": ["en"], "licence": "MIT", "requires": ["acme"],
    }  # fmt: skip
    (tmp_path / "pack.json").write_text(json.dumps(info), "utf-8")
    assert main(["check", str(tmp_path)]) == 1
    assert "[missing-pack]" in capsys.readouterr().out
    small = Path(__file__).parent / "packs" / "valid_small"
    assert main(["check", str(tmp_path), "--pack", str(small)]) == 0


@pytest.fixture
def small_english(tmp_path: Path) -> str:
    """Write a pack of one role with two questions, in English alone."""
    info = {
        "format": 2, "name": "acme", "version": "1.0.0", "title": {"en": "Acme"},
        "languages": ["en"], "licence": "MIT", "requires": ["core"],
    }  # fmt: skip
    role = {"id": "acme:pilot", "name": {"en": "Pilot"}, "summary": {"en": "Flies."}}
    asked = [
        {
            "id": f"acme:P{number}", "text": {"en": "Why do you fly?"}, "kind": "motivation",
            "roles": ["acme:pilot"], "stages": ["user"], "competencies": ["communication"],
            "difficulty": 1, "minutes": 3,
        }
        for number in (1, 2)
    ]  # fmt: skip
    content = {"roles": [role | {"competencies": []}], "questions": asked}
    (tmp_path / "pack.json").write_text(json.dumps(info), "utf-8")
    (tmp_path / "content.json").write_text(json.dumps(content), "utf-8")
    return str(tmp_path)


def test_packs_without_indonesian_are_shown_in_what_they_speak(
    small_english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --language the packs' own language is taken; one that they lack is refused."""
    assert main(["quiz", "--pack", small_english, "--length", "2"]) == 0
    assert "Question 1 of 2" in capsys.readouterr().out
    assert main(["quiz", "--pack", small_english, "--length", "2", "--language", "id"]) == 2
    assert "allowed is one of en" in capsys.readouterr().err


def test_a_small_pool_gives_what_it_has(
    small_english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --length a quiz has five questions, or all of a role that has fewer."""
    arguments = ["--pack", small_english, "--role", "acme:pilot", "--language", "en"]
    assert main(["quiz", *arguments, "--json"]) == 0
    assert len(ik.structure(json.loads(capsys.readouterr().out), ik.Quiz).questions) == 2
    assert main(["health", *arguments]) == 0
    assert "100.0%" in capsys.readouterr().out
    assert main(["quiz", "--role", "sales", "--json"]) == 0
    assert len(ik.structure(json.loads(capsys.readouterr().out), ik.Quiz).questions) == 5
