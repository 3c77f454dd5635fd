"""The web app of the examples in a real browser: 320 pixels wide, in Indonesian, by keyboard alone."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from web_practice import APP, made

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 640}
#: Lacks a result, for which the first question has a probe.
TOLD = (
    "Waktu itu dua klien besar kami pindah. Saya diminta mencari pengganti dalam satu kuartal. "
    "Saya menghubungi 40 pelanggan lama, lalu menyusun penawaran kontrak setahun untuk tiap segmen. "
)
RESULT = "Akhirnya satu pabrik meneken kontrak Rp 1,2 miliar, naik 35 persen dari sebelumnya."
#: Markup must not act, and a word without a space must not widen the page.
HOSTILE = f"<script>alert(1)</script><img src=x onerror=alert(2)>{'panjang' * 20}"


class Quiet(WSGIRequestHandler):
    """Serves without a line for each request."""

    def log_message(self, format: str, *args: Any) -> None:
        """Write nothing."""


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Serve the app as the program does, on a port that is free."""
    kinds = {"server_class": APP.Server, "handler_class": Quiet}
    with make_server("127.0.0.1", 0, made(tmp_path), **kinds) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


class Person:
    """Someone with a keyboard, who looks at every page and has it checked."""

    def __init__(self, page: Any, axe: Any, folder: Path) -> None:
        self.page = page
        self.axe = axe
        self.folder = folder
        self.seen: list[str] = []

    def look(self) -> str:
        """Check the page, keep a picture of it, and give its heading."""
        heading = self.page.locator("h1").inner_text()
        self.seen.append(heading)
        self.page.screenshot(path=self.folder / f"page{len(self.seen):02}.png", full_page=True)
        assert self.page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            found = self.axe.run(self.page).response
            assert len(found["passes"]) > 10
            assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []
        self.page.emulate_media(color_scheme="light")
        return heading

    def reach(self, label: str) -> None:
        """Press Tab until what has this label has the focus, which must be seen on the screen."""
        name = "document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText"
        for _ in range(12):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(name) == label:
                break
        assert self.page.evaluate(name) == label
        style = "getComputedStyle(document.activeElement)"
        assert self.page.evaluate(f"{style}.outlineStyle") == "solid"
        place = "document.activeElement.getBoundingClientRect()"
        assert self.page.evaluate(f"{place}.bottom > 0 && {place}.top < innerHeight")
        # 24 pixels each way (WCAG 2.2, 2.5.8).
        assert self.page.evaluate(f"Math.min({place}.width, {place}.height)") >= 24

    def press(self, label: str) -> str:
        """Go to a button or link and press it; then look at the page that comes."""
        self.reach(label)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self.look()

    def answer(self, text: str) -> str:
        """Type an answer and send it."""
        self.reach("Jawaban Anda")
        self.page.keyboard.insert_text(text)
        return self.press("Kirim jawaban")


@pytest.fixture
def person(browser: Any, address: str, tmp_path: Path) -> Iterator[Person]:
    """Open the app on a narrow screen."""
    reason = "no axe: pip install --group browser"
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason=reason).Axe()
    context = browser.new_context(viewport=NARROW)
    context.set_default_timeout(10_000)
    page = context.new_page()
    events: list[str] = []
    page.on("console", lambda message: events.append(message.text))
    page.on("dialog", lambda dialog: (events.append("dialog"), dialog.dismiss()))
    page.goto(address)
    yield Person(page, axe, tmp_path)
    # Chromium tells of the status 422 of a form that was not filled in.
    assert [each for each in events if "422" not in each and "favicon" not in each] == []
    context.close()


def test_three_questions_on_a_narrow_screen_by_keyboard(person: Person) -> None:
    """From the first page to the erased data no mouse is needed, and no page breaks a rule."""
    assert person.look() == "Latihan wawancara"
    assert person.page.evaluate("document.documentElement.lang") == "id"
    person.reach("Posisi yang dilatih")
    person.page.keyboard.type("Sales")
    assert person.press("Mulai latihan") == "Pertanyaan 1 dari 3"
    assert person.answer(" ") == "Ada yang perlu diperbaiki: Pertanyaan 1 dari 3"
    assert person.page.evaluate("document.activeElement.id") == "answer"
    person.page.keyboard.press("Shift+Tab")
    assert person.answer(TOLD) == "Pertanyaan 1 dari 3"
    assert "Pertanyaan lanjutan:" in person.page.locator("main").inner_text()
    assert person.answer(RESULT) == "Umpan balik 1 dari 3"
    assert "Yang sudah kuat" in person.page.locator("h2").all_inner_texts()
    assert person.press("Pertanyaan berikutnya") == "Pertanyaan 2 dari 3"
    assert person.press("Lewati") == "Umpan balik 2 dari 3"
    assert person.press("Pertanyaan berikutnya") == "Pertanyaan 3 dari 3"
    assert person.answer(HOSTILE) == "Umpan balik 3 dari 3"
    assert person.press("Lihat ringkasan") == "Ringkasan latihan"
    person.reach("Hapus data saya")
    person.page.keyboard.press("Enter")
    person.look()
    assert person.press("Ya, hapus sekarang") == "Latihan wawancara"
    assert "sudah dihapus" in person.page.get_by_role("status").inner_text()


def test_the_feedback_can_be_opened(person: Person) -> None:
    """The report of the library opens from the summary, and the way back works."""
    person.press("Mulai latihan")
    for _ in range(2):
        person.press("Lewati")
        person.press("Pertanyaan berikutnya")
    person.answer(TOLD)
    if person.page.get_by_label("Jawaban Anda").count():
        person.press("Lewati")
    person.press("Lihat ringkasan")
    person.reach("Buka umpan balik untuk dicetak")
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")
    # Its policy lets no script run, so no checker either; the tests of reports look closer.
    assert person.page.locator("h1").inner_text().startswith("Umpan balik")
    person.page.go_back()
    assert person.look() == "Ringkasan latihan"
