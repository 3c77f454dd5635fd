"""What the command line shows of a bank: lists, and objects with all that they hold."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

import interview_kit as ik
from interview_kit.cli import main
from interview_kit.model import SECTIONS


def test_list_and_show(capsys: pytest.CaptureFixture[str]) -> None:
    """Sections can be listed and filtered, objects shown, as text and as JSON."""
    assert main(["list", "roles"]) == 0
    assert "operator  Operator Produksi" in capsys.readouterr().out
    assert main(["list", "--role", "hr", "--kind", "motivation", "--json"]) == 0
    assert [each["id"] for each in json.loads(capsys.readouterr().out)] == ["H08"]
    assert main(["show", "S04", "--language", "en"]) == 0
    assert "difficulty: 3" in capsys.readouterr().out
    assert main(["show", "hr", "--json"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"Stage", "Role"}


def test_show_lays_out_rubrics(capsys: pytest.CaptureFixture[str]) -> None:
    """A rubric is shown with its criteria, their weights and anchors."""
    assert main(["show", "past", "--language", "en"]) == 0
    out = capsys.readouterr().out
    assert "    - action_specificity\n" in out
    assert "      weight: 20\n" in out
    assert "        - value: 4\n" in out


@pytest.mark.parametrize("section", SECTIONS)
def test_show_leaves_nothing_out(
    section: str, bank: ik.Bank, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever an object holds is shown, down to the innermost text and the names of its links."""

    def said(plain: Any) -> Iterator[str]:
        if isinstance(plain, dict) and "en" in plain:
            plain = plain["en"]
        if isinstance(plain, dict | list):
            for held in plain.values() if isinstance(plain, dict) else plain:
                yield from said(held)
        else:
            yield f"{plain}"

    item = max(bank.contents.section(section), key=lambda each: len(f"{ik.document(each)}"))
    assert main(["show", item.id, "--language", "en"]) == 0
    shown = "".join(capsys.readouterr().out.split())
    assert [text for text in said(ik.document(item)) if "".join(text.split()) not in shown] == []


def test_lists_say_what_each_object_is(bank: ik.Bank, capsys: pytest.CaptureFixture[str]) -> None:
    """No object is listed by its id alone."""
    for section in SECTIONS:
        assert main(["list", section]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) == len(bank.contents.section(section))
        assert all(len(line.split()) > 1 for line in lines)


def test_stats_show_the_balance(capsys: pytest.CaptureFixture[str]) -> None:
    """Counts by kind, difficulty and competency are shown for each role, as text and as JSON."""
    assert main(["list", "--stats", "--language", "en", "--pack", "general_hr"]) == 0
    out = capsys.readouterr().out
    assert "sales: 20 questions" in out
    assert "kind: past x8, situational x5, technical x5, motivation x1, background x1" in out
    assert "Never covered: technical" in out
    assert main(["list", "--stats", "--json"]) == 0
    found = ik.structure(json.loads(capsys.readouterr().out), ik.balance.Balance)
    assert [group.questions for group in found.groups] == [20] * 5


@pytest.mark.parametrize("more", [["--role", "sales"], ["--kind", "past"], ["roles"]])
def test_stats_stand_alone(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Counts of the whole bank are not narrowed in silence by what they do not heed."""
    assert main(["list", "--stats", *more]) == 2
    assert "--stats" in capsys.readouterr().err
