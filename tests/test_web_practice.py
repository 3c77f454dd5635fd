"""The web app of the examples: three questions, no word that acts, no stranger, no trace."""

import json
from contextlib import closing
from io import BytesIO
from pathlib import Path
from sqlite3 import connect
from urllib.parse import urlencode

import pytest

import interview_kit as ik
import interview_kit.interview as iv
from web_practice import APP, Visitor, made

#: Lacks a result, for which S04 has a probe.
TOLD = (
    "Waktu itu dua klien besar kami pindah. Saya diminta mencari pengganti dalam satu kuartal. "
    "Saya menghubungi 40 pelanggan lama, lalu menyusun penawaran kontrak setahun untuk tiap segmen."
)
RESULT = "Akhirnya satu pabrik meneken kontrak Rp 1,2 miliar, naik 35 persen dari sebelumnya."
SCRIPT = '<script>alert(1)</script></textarea>"><img src=x onerror=alert(2)> Saya menelepon klien.'


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    """Give a visitor who has opened the first page."""
    visitor = Visitor(made(tmp_path))
    visitor.get()
    return visitor


def stored(folder: Path) -> list[str]:
    """Give all that the store holds."""
    with closing(connect(folder / "practice.db")) as store:
        return [row[0] for row in store.execute("SELECT body FROM sessions")]


def test_three_questions_with_feedback_after_each(visitor: Visitor) -> None:
    """Each answer gets feedback, one its probe first, and the end shows all of it."""
    assert "Pertanyaan 1 dari 3" in visitor.send("/start", role="sales")
    probe = visitor.send("/answer", answer=TOLD)
    assert "Pertanyaan lanjutan:" in probe
    assert "Seperti apa kesepakatan akhirnya" in probe
    told = visitor.send("/answer", answer=RESULT)
    assert "Umpan balik 1 dari 3" in told
    assert "Yang sudah kuat" in told
    assert RESULT in told
    assert "Pertanyaan 2 dari 3" in visitor.send("/next")
    assert "melewati pertanyaan ini" in visitor.send("/skip")
    assert "Pertanyaan 3 dari 3" in visitor.send("/next")
    assert "terlalu pendek" in visitor.send("/answer", answer="Tidak tahu.")
    summary = visitor.send("/next")
    assert "Ringkasan latihan" in summary
    assert all(f"Pertanyaan {place} dari 3" in summary for place in (1, 2, 3))
    assert "menghubungi 40 pelanggan lama" in visitor.get("/feedback")
    assert "sandbox" in visitor.headers["Content-Security-Policy"]
    copy = json.loads(visitor.get("/copy"))
    assert [each["status"] for each in copy["questions"]] == ["answered", "skipped", "answered"]


def test_english_is_one_link_away(visitor: Visitor) -> None:
    """The switch leads to an English practice, and pages say their language."""
    assert '<html lang="id">' in visitor.body
    assert "Start practising" in visitor.get("/?lang=en")
    page = visitor.send("/start", role="hr")
    assert '<html lang="en">' in page
    assert "Question 1 of 3" in page


def test_another_token_sees_nothing(visitor: Visitor) -> None:
    """Who has no token, or a wrong one, gets the first page and neither copy nor report."""
    visitor.send("/start", role="sales")
    visitor.send("/answer", answer=TOLD)
    for cookie in ("", "practice=wrong", 'practice="; x', f"{visitor.cookie}x"):
        stranger = Visitor(visitor.app, cookie=cookie)
        assert "Mulai latihan" in stranger.get()
        assert TOLD not in stranger.body
        for path in ("/copy", "/feedback"):
            stranger.get(path)
            assert stranger.status.startswith("404")


def test_starting_gives_a_token_that_nobody_knew(visitor: Visitor) -> None:
    """A token that was planted before the start opens nothing after it."""
    before = visitor.cookie
    visitor.send("/start", role="sales")
    assert visitor.cookie != before
    assert "Mulai latihan" in Visitor(visitor.app, cookie=before).get()


@pytest.mark.parametrize("path", ["/start", "/answer", "/skip", "/next", "/erase"])
@pytest.mark.parametrize("key", ["", "wrong", "é", None])
def test_a_form_without_its_key_does_nothing(
    visitor: Visitor, tmp_path: Path, path: str, key: str | None
) -> None:
    """A request that another site could send is refused and changes nothing."""
    visitor.send("/start", role="sales")
    before = stored(tmp_path)
    held = {"answer": TOLD, "role": "hr", "step": "2"} | ({} if key is None else {"key": key})
    visitor.ask("POST", path, urlencode(held))
    assert visitor.status.startswith("403")
    assert stored(tmp_path) == before


def test_the_key_of_one_visitor_is_not_that_of_another(visitor: Visitor, tmp_path: Path) -> None:
    """The key belongs to the token."""
    visitor.send("/start", role="sales")
    stranger = Visitor(visitor.app)
    stranger.get()
    stranger.cookie = visitor.cookie
    before = stored(tmp_path)
    stranger.send("/erase")
    assert stranger.status.startswith("403")
    assert stored(tmp_path) == before


@pytest.mark.parametrize("answer", [SCRIPT, SCRIPT * 200])
def test_markup_in_an_answer_is_shown_and_nothing_else(visitor: Visitor, answer: str) -> None:
    """What was typed is escaped on every page, also where it is refused."""
    visitor.send("/start", role="sales")
    page = visitor.send("/answer", answer=answer)
    assert "&lt;script&gt;" in page
    assert "&lt;/textarea&gt;" in page
    assert "<script" not in page
    assert "<img" not in page
    assert page.count("<textarea") == page.count("</textarea>")


def test_placeholders_in_an_answer_stay_what_they_are(visitor: Visitor) -> None:
    """An answer that looks like a template or a format shows neither key nor error."""
    visitor.send("/start", role="sales")
    page = visitor.send(
        "/answer", answer="$form_key {0} {most} %s saya menelepon klien itu sendiri"
    )
    assert "$form_key {0} {most} %s" in page


@pytest.mark.parametrize("typed", ["", "  \n", "x" * (APP.MOST + 1)])
def test_an_error_stands_at_its_field(visitor: Visitor, tmp_path: Path, typed: str) -> None:
    """An empty or too long answer is kept in the field, which names its error."""
    visitor.send("/start", role="sales")
    before = stored(tmp_path)
    page = visitor.send("/answer", answer=typed)
    assert visitor.status.startswith("422")
    assert 'aria-describedby="hint wrong" aria-invalid="true"' in page
    assert 'id="wrong"' in page
    assert "<title>Ada yang perlu diperbaiki: " in page
    assert typed in page
    assert stored(tmp_path) == before


def test_a_form_sent_twice_counts_once(visitor: Visitor, tmp_path: Path) -> None:
    """An answer from an old page goes to no other question."""
    page = visitor.send("/start", role="sales")
    visitor.send("/answer", answer=TOLD)
    after = stored(tmp_path)
    visitor.body = page
    assert "Pertanyaan lanjutan:" in visitor.send("/answer", answer=TOLD)
    assert [ik.structure(json.loads(each), iv.Session) for each in stored(tmp_path)] == [
        ik.structure(json.loads(each), iv.Session) for each in after
    ]


def test_erasing_leaves_no_byte(visitor: Visitor, tmp_path: Path) -> None:
    """After "Hapus data saya" neither the pages nor the file hold a word of the answer."""
    visitor.send("/start", role="sales")
    visitor.send("/answer", answer="Saya mengganti selang yang bocor di mesin dua.")
    old, word = visitor.cookie, b"selang yang bocor"  # short: it lies on one page of the file
    assert word in b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert "sudah dihapus" in visitor.send("/erase")
    assert word not in b"".join(each.read_bytes() for each in tmp_path.iterdir())
    assert "Mulai latihan" in Visitor(visitor.app, cookie=old).get()


def test_old_sessions_go_by_themselves(visitor: Visitor, tmp_path: Path) -> None:
    """After seven days the next request of anyone removes a session."""
    visitor.send("/start", role="sales")
    visitor.app.now.at += APP.KEPT
    Visitor(visitor.app).get()
    assert stored(tmp_path) == []


def test_the_store_holds_no_token(visitor: Visitor, tmp_path: Path) -> None:
    """Who steals the file can open no session with it."""
    visitor.send("/start", role="sales")
    token = visitor.cookie.partition("=")[2].encode()
    assert token not in b"".join(each.read_bytes() for each in tmp_path.iterdir())


def test_no_answer_is_logged(visitor: Visitor, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither the log of the server nor the terminal gets a word."""
    visitor.send("/start", role="sales")
    visitor.send("/answer", answer=TOLD)
    visitor.send("/answer", answer=RESULT)
    assert visitor.log.getvalue() == ""
    assert capfd.readouterr() == ("", "")


def test_a_form_that_comes_in_slowly_holds_up_nobody(visitor: Visitor, tmp_path: Path) -> None:
    """While one visitor's form is read, others can write to the store."""

    class Slow(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            with closing(connect(tmp_path / "practice.db", timeout=0)) as store, store:
                store.execute("BEGIN IMMEDIATE")
            return super().read(size)

    sent = urlencode({"key": "x"}).encode()
    environ = {"REQUEST_METHOD": "POST", "CONTENT_LENGTH": f"{len(sent)}", "wsgi.input": Slow(sent)}
    told: list[str] = []
    visitor.app(environ, lambda status, _headers: told.append(status))
    assert told == ["403 Forbidden"]


def test_headers_forbid_what_is_not_needed(visitor: Visitor) -> None:
    """No script runs, nothing is framed or kept by the browser, and no script reads the cookie."""
    policy = visitor.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self';")
    assert visitor.headers["Cache-Control"] == "no-store"
    assert visitor.headers["Set-Cookie"].endswith("; HttpOnly; SameSite=Strict")
    assert "<script" not in visitor.body
    assert "style=" not in visitor.body


@pytest.mark.parametrize("length", ["-5", "x", "99999999", ""])
def test_a_false_length_does_no_harm(visitor: Visitor, length: str) -> None:
    """A size that is no size, or too large, is refused without reading."""
    visitor.length = length
    visitor.ask("POST", "/start", "x")
    assert visitor.status[:3] in {"403", "413"}


def test_the_program_is_short() -> None:
    """It is for reading: each file is below 300 lines."""
    folder = Path(APP.__file__).parent
    assert all(len(each.read_text("utf-8").splitlines()) < 300 for each in folder.glob("*.py"))
