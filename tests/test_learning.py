"""A knowledge quiz in the terminal: what is shown, what is understood, and what is told."""

import json
from collections.abc import Iterable
from typing import Any

import pytest

import interview_kit as ik
from interview_kit._learning import WORDS, learn
from interview_kit.cli import main
from interview_kit.knowledge import Grade, Totals
from interview_kit.model import Estimate, ItemForm, Option, QuizItem, Text
from interview_kit.quiz import Receipt

SAID = Text.of(id="Penjelasan.", en="Explanation.")


def options(*names: str) -> list[Option]:
    """Make options that say their names."""
    return [
        Option(id=each, text=Text.of(id=each, en=each), rationale=Text.of(id=f"? {each}", en="?"))
        for each in names
    ]


def item(form: ItemForm, **given: Any) -> QuizItem:
    """Make an item of a form."""
    plain: dict[str, Any] = {
        "id": "one",
        "text": Text.of(id="Apa?", en="What?"),
        "explanation": SAID,
        "template": "made_up",
        "family": "made_up",
        "topic": "law",
        "difficulty": 1,
    }
    return QuizItem(form=form, **(plain | given))


ONE = item("one_of", options=options("x", "y", "z"), key=["y"])
SEVERAL = item("several_of", options=options("x", "y", "z"), key=["x", "z"])
ORDER = item("ordering", options=options("x", "y", "z"), key=["z", "x", "y"])
PAIRS = item("matching", options=options("x", "y"), targets=options("p", "q"), key=["q", "p"])
JUDGED = item("true_false", options=options("true", "false"), key=["false"])
NUMBER = item("numeric", estimate=Estimate(value=60, lowest=0, highest=100))


def run(items: list[QuizItem], *typed: str) -> tuple[list[Grade], str]:
    """Take a quiz with these lines typed."""
    shown: list[str] = []

    def show(lines: Iterable[str]) -> None:
        shown.extend(lines)

    return learn(items, iter(typed), show, "id"), "\n".join(shown)


@pytest.mark.parametrize(
    ("asked", "typed", "points"),
    [
        (ONE, "b", 1.0),
        (ONE, " B ", 1.0),
        (ONE, "a", 0.0),
        (SEVERAL, "a c", 1.0),
        (SEVERAL, "c,a", 1.0),
        (SEVERAL, "ca", 1.0),
        (ORDER, "c a b", 1.0),
        (ORDER, "b a c", 0.0),
        (PAIRS, "b a", 1.0),
        (JUDGED, "b", 1.0),
        (NUMBER, "60", 1.0),
    ],
)
def test_letters_and_numbers_are_understood(asked: QuizItem, typed: str, points: float) -> None:
    """Every form takes what it asks for, with or without spaces, in either case."""
    grades, _ = run([asked], typed)
    assert [each.points for each in grades] == [points]


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        (ONE, "d"),
        (ONE, "ab"),
        (ONE, "1"),
        (SEVERAL, "a a"),
        (ORDER, "a b"),
        (PAIRS, "a"),
        (NUMBER, "101"),
        (NUMBER, "-1"),
        (NUMBER, "enam puluh"),
        (NUMBER, "9" * 5000),
    ],
)
def test_what_cannot_be_read_is_asked_again(asked: QuizItem, typed: str) -> None:
    """The quiz says how to answer, waits for another line, and an empty one skips the item."""
    grades, shown = run([asked], typed, "")
    assert "Tidak terbaca." in shown
    assert [each.points for each in grades] == [None]
    assert "Dilewati." in shown


def test_each_answer_is_explained_at_once() -> None:
    """A wrong one gets the key, the explanation and what was wrong about the choice."""
    _, shown = run([ONE, ORDER], "c", "c a b")
    assert shown.index("Belum tepat.") < shown.index("2/2")
    assert "Jawabannya: b  y" in shown
    assert "> ? z" in shown
    assert shown.count("Penjelasan.") == 2
    assert "Benar." in shown


def test_every_form_tells_its_key() -> None:
    """Whoever skips learns the answer: a letter, letters in order, pairs, or the number."""
    _, shown = run([SEVERAL, ORDER, PAIRS, JUDGED, NUMBER], *[""] * 5)
    for key in ("a  x; c  z", "c a b", "1 b, 2 a", "b  false", "60"):
        assert f"Jawabannya: {key}" in shown


def test_the_end_sums_up() -> None:
    """Points count what was answered, and topics that went wrong are worth another look."""
    _, shown = run([ONE, NUMBER, SEVERAL], "b", "0", "")
    assert "Selesai: 1.4 dari 2 poin, 2 dari 3 soal dijawab." in shown
    assert "Layak diulang: law" in shown


def test_a_quiz_ends_with_its_input() -> None:
    """When the lines end, what was answered so far is summed up, and what was not is not counted."""
    grades, shown = run([ONE, ONE, ONE], "b")
    assert len(grades) == 1
    assert "1 dari 1 soal dijawab" in shown
    assert run([ONE])[1].endswith("Selesai. Tidak ada soal yang dijawab.")


def test_a_partly_right_answer_says_how_much() -> None:
    """Partial credit is told as a share."""
    _, shown = run([ORDER], "c b a")
    assert "Sebagian benar: 67%." in shown


def test_a_passage_is_shown_before_the_stem() -> None:
    """What is to be read stands apart, line by line."""
    passage = Text.of(id="(1) Satu.\n(2) Dua.", en="(1) One.\n(2) Two.")
    _, shown = run([item("one_of", passage=passage, options=options("x", "y"), key=["x"])], "a")
    assert "  | (1) Satu.\n  | (2) Dua.\nApa?" in shown


def test_the_words_are_in_both_languages() -> None:
    """Everything the quiz says is there in Indonesian and English."""
    assert {each.languages for each in WORDS.values()} == {("id", "en")}


def test_the_program_teaches(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`learn` asks items of the bundled packs in one language, and a seed gives the same ones."""
    shown = []
    for _ in range(2):
        monkeypatch.setattr("sys.stdin", iter(["\n"] * 4))
        assert main(["learn", "--length", "4", "--seed", "7", "--language", "en"]) == 0
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1]
    assert "Knowledge quiz: 4 items" in shown[0]
    assert "Repeat this quiz with: --seed 7" in shown[0]


def test_the_program_gives_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --json standard output holds the receipt, the totals and each grade, and nothing else."""
    monkeypatch.setattr("sys.stdin", iter(["a\n", "\n"] * 9))
    quota = "family=facts,at_least=2"
    assert main(["learn", "--length", "2", "--seed", "1", "--quota", quota, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    receipt = ik.structure(found["receipt"], Receipt)
    grades = [ik.structure(each, Grade) for each in found["grades"]]
    assert [each.item for each in grades] == [each.id for each in receipt.questions]
    assert ik.structure(found["totals"], Totals).of == 2
