"""The command line: what it prints, how it ends, and that it is kind to pipes and people."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

import interview_kit as ik
from interview_kit.cli import main

ANSWER = (
    "Di perusahaan lama, target tim turun 20 persen karena dua klien besar pindah. Saya diminta\n"
    "mencari pengganti dalam satu kuartal. Saya menghubungi 40 pelanggan lama.\n"
    "Akhirnya kami menutup kontrak Rp 1,2 miliar.\n"
)

Feed = Callable[[str], None]


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Feed:
    """Give a function that puts text on standard input."""

    def put(text: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    return put


def test_no_argument_says_what_one_can_do(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a command the program lists its commands and ends well."""
    assert main([]) == 0
    out = capsys.readouterr().out
    assert all(
        f"interview-kit {name}" in out
        for name in ("practice", "quiz", "list", "show", "score", "check")
    )


def test_practice_asks_scores_and_sums_up(feed: Feed, capsys: pytest.CaptureFixture[str]) -> None:
    """Each question is asked in turn; an answer gets a score, an empty line skips, the end sums up."""
    feed(f"{ANSWER}\n\nSaya lupa.\n\n")
    assert main(["practice", "--role", "sales", "--length", "3", "--seed", "1"]) == 0
    out = capsys.readouterr().out
    assert "Pertanyaan 1 dari 3" in out
    assert "Pertanyaan 3 dari 3" in out
    assert "Skor " in out
    assert "kriteria dinilai" in out
    assert '"Saya menghubungi 40 pelanggan lama"' in out
    assert "Dilewati." in out
    assert "terlalu pendek" in out
    assert "1 dari 3 jawaban dinilai." in out
    assert "--seed 1" in out


def test_practice_ends_gracefully_with_its_input(
    feed: Feed, capsys: pytest.CaptureFixture[str]
) -> None:
    """When the input ends in the middle, what was said is scored and the practice is summed up."""
    feed(ANSWER)
    assert main(["practice", "--role", "sales", "--seed", "1", "--language", "id"]) == 0
    out = capsys.readouterr().out
    assert "1 dari 1 jawaban dinilai." in out
    assert "Pertanyaan 2" not in out


def test_practice_in_english(feed: Feed, capsys: pytest.CaptureFixture[str]) -> None:
    """The language of questions and words around them can be chosen."""
    feed("")
    assert main(["practice", "--role", "hr", "--language", "en", "--length", "2"]) == 0
    out = capsys.readouterr().out
    assert "Question 1 of 2" in out
    assert "0 of 0 answers were scored." in out


def test_practice_as_json_keeps_standard_output_pure(
    feed: Feed, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --json the talk goes to standard error and one document to standard output."""
    feed(f"{ANSWER}\n\n")
    assert main(["practice", "--role", "sales", "--length", "2", "--seed", "x", "--json"]) == 0
    captured = capsys.readouterr()
    found = json.loads(captured.out)
    assert "Pertanyaan 1 dari 2" in captured.err
    assert [each["result"] and each["result"]["type"] for each in found["results"]] == [
        "ScoreReport",
        None,
    ]
    assert ik.structure(
        found["receipt"], type(ik.generate(ik.load(), ik.Blueprint(length=1), seed=1).receipt)
    )


def test_same_seed_draws_the_same_quiz(capsys: pytest.CaptureFixture[str]) -> None:
    """A sheet can be drawn again from its seed, in either language."""
    arguments = ["quiz", "--role", "operator", "--length", "4", "--seed", "7", "--json"]
    sheets = []
    for language in ("id", "en", "id"):
        assert main([*arguments, "--language", language]) == 0
        sheets.append(capsys.readouterr().out)
    assert sheets[0] == sheets[1] == sheets[2]
    assert len(ik.structure(json.loads(sheets[0]), ik.Quiz).questions) == 4


@pytest.mark.parametrize("drawn", [0, 7, 15830352, 2**32 - 1])
def test_quiz_without_seed_tells_the_one_it_drew(
    drawn: int, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sheet drawn without a seed says how to draw it again, whatever seed was drawn for it."""
    monkeypatch.setattr("secrets.randbits", lambda _bits: drawn)
    assert main(["quiz", "--role", "hr", "--length", "2", "--language", "en"]) == 0
    out = capsys.readouterr().out
    seed = out.strip().rpartition(" ")[2]
    assert main(["quiz", "--role", "hr", "--length", "2", "--language", "en", "--seed", seed]) == 0
    assert capsys.readouterr().out == out


def test_quotas_and_minutes_reach_the_blueprint(capsys: pytest.CaptureFixture[str]) -> None:
    """Quotas and a time window given as arguments hold for the sheet."""
    arguments = ["quiz", "--role", "sales", "--length", "3", "--minutes", "10-12", "--seed", "1"]
    quotas = ["--quota", "kind=past,at_least=2", "--quota", "difficulty=4-5,at_most=0"]
    assert main([*arguments, *quotas, "--json"]) == 0
    quiz = ik.structure(json.loads(capsys.readouterr().out), ik.Quiz)
    assert sum(question.kind == "past" for question in quiz.questions) >= 2
    assert all(question.difficulty < 4 for question in quiz.questions)
    assert 10 <= quiz.minutes <= 12


@pytest.mark.parametrize(
    "arguments",
    [
        ["quiz", "--language", "fr"],
        ["quiz", "--language", "??"],
        ["quiz", "--length", "0"],
        ["quiz", "--length", "long"],
        ["check", "core", "--rewrite"],
        ["check", ""],
        ["list", "roles", "--role", "hr"],
        ["quiz", "--quota", "kind=unheard,at_least=1"],
        ["quiz", "--quota", "colour=red,at_least=1"],
        ["quiz", "--quota", "kind=past,at_least=two"],
        ["quiz", "--quota", "kind=past,at_least=1,kind=technical"],
        ["quiz", "--minutes", "long"],
        ["list", "everything"],
        ["unknown"],
    ],
)
def test_wrong_requests_end_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A request that cannot be understood ends with exit code 2 and the reason."""
    try:
        code: object = main(arguments)
    except SystemExit as stopped:  # as argparse ends
        code = stopped.code
    assert code == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["quiz", "--role", "salse"], "did you mean 'sales'"),
        (["quiz", "--role", "sales", "--length", "21"], "hanya punya 20"),
        (["show", "S4"], "did you mean"),
        (["score", "S99"], "no Question has the id 'S99'"),
        (["score", "S04", "no_such_file.txt"], "no_such_file.txt"),
        (["list", "--pack", "no_such_pack"], "is no installed pack"),
        (["check", "no/such/folder"], "there is no such folder or zip"),
    ],
)
def test_what_cannot_be_had_ends_with_one(
    arguments: list[str], reason: str, feed: Feed, capsys: pytest.CaptureFixture[str]
) -> None:
    """A request that cannot be met ends with exit code 1 and one line on standard error."""
    feed("")
    assert main(arguments) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("interview-kit: error: ")
    assert captured.err.count("\n") == 1
    assert reason in captured.err


def test_score_from_a_file_and_from_standard_input(
    feed: Feed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An answer is read from a file or from standard input, with the same result."""
    file = tmp_path / "answer.txt"
    file.write_text(ANSWER, "utf-8")
    assert main(["score", "S04", str(file)]) == 0
    from_file = capsys.readouterr().out
    feed(ANSWER)
    assert main(["score", "S04"]) == 0
    assert capsys.readouterr().out == from_file
    feed(ANSWER)
    assert main(["score", "S04", "-"]) == 0
    assert capsys.readouterr().out == from_file
    assert "Skor " in from_file


def test_an_answer_that_cannot_be_scored_ends_with_one(
    feed: Feed, capsys: pytest.CaptureFixture[str]
) -> None:
    """No score is not a zero: the reason is printed, and the exit code tells scripts."""
    feed("Lupa.")
    assert main(["score", "S04", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["type"], found["reason"]) == ("Unscored", "too_short")
    assert "overall" not in found


def test_answers_are_never_on_standard_error(
    feed: Feed, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing that a candidate said is logged: standard error stays empty."""
    feed(ANSWER)
    assert main(["score", "S04"]) == 0
    assert capsys.readouterr().err == ""


def test_health_shows_how_often_questions_come(capsys: pytest.CaptureFixture[str]) -> None:
    """The health of a bank is shown as a table with what never comes up, and as JSON."""
    arguments = ["health", "--role", "marketing", "--length", "3-4", "--minutes", "12-18"]
    assert main([*arguments, "--language", "en"]) == 0
    out = capsys.readouterr().out
    assert "quizzes meet this request" in out
    assert "M04" in out
    assert "%" in out
    assert "Never covered:" in out
    assert main([*arguments, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert int(found["quizzes"]) > 0
    assert {each["id"] for each in found["exposures"]} == {f"M{n:02}" for n in range(1, 21)}


def test_bad_packs_and_bytes_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first problem of a pack is told, and so is a file that is no text."""
    assert main(["list", "--pack", str(tmp_path)]) == 1
    assert f"see 'interview-kit check {tmp_path}'" in capsys.readouterr().err
    (tmp_path / "answer.txt").write_bytes(b"\xff\xfe caf\xe9")
    assert main(["score", "S04", str(tmp_path / "answer.txt")]) == 1
    assert "not UTF-8" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "seed"),
    [
        ("2026", 2026),
        ("-5", -5),
        ("0", 0),
        ("9" * 1000, int("9" * 1000)),
        ("-0", "-0"),
        ("007", "007"),
        ("٣", "٣"),
        ("9" * 5000, "9" * 5000),
        ("monday", "monday"),
    ],
)
def test_numbers_are_seeds_as_in_programs(
    text: str, seed: int | str, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--seed 2026` draws what `seed=2026` draws; what no program would show so is a text."""
    assert main(["quiz", "--length", "3", f"--seed={text}", "--json"]) == 0
    drawn = ik.generate(ik.load(), ik.Blueprint(length=3), seed=seed)
    assert ik.structure(json.loads(capsys.readouterr().out), ik.Quiz) == drawn


def test_a_quota_says_each_thing_once(capsys: pytest.CaptureFixture[str]) -> None:
    """A key that stands twice in a quota is named, and not dropped in silence."""
    with pytest.raises(SystemExit):
        main(["quiz", "--quota", "kind=past,at_least=1,kind=technical"])
    assert "gives 'kind' twice" in capsys.readouterr().err


def test_a_rubric_without_rules_is_not_an_empty_page(
    feed: Feed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where the built-in rules know no criterion, that is said, and the exit code tells scripts."""
    folder = Path(__file__).parent / "packs" / "valid_small"
    bank = ik.load("core", folder)
    own = next(each for each in bank.questions if each.rubric)
    feed(ANSWER)
    code = main(["score", own.id, "--pack", str(folder)])
    out = capsys.readouterr().out
    assert (code == 0) == ("Skor" in out)
    assert "kriteria dinilai" in out
