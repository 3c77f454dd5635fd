"""Reports in a real browser: inert whatever candidates typed, accessible, narrow, printable."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from pages import ADDRESS, visit

from export_cases import HOSTILE, everywhere, hostile_feedback, kit, words_of
from interview_kit import Bank
from interview_kit.export import (
    CONTENT_SECURITY_POLICY,
    Report,
    decision_record,
    panel_sheet,
    to_html,
)
from test_export_decision import advice, judged
from test_export_panel import rated

pytestmark = pytest.mark.browser

WIDE = {"width": 1024, "height": 800}
#: The narrowest screen that must do without scrolling sideways (WCAG 2.2, 1.4.10).
NARROW = {"width": 320, "height": 640}

Make = Callable[[Bank, str], Report]


def everything(bank: Bank, language: str) -> Report:
    """Give a report with each hostile text in every place that takes any."""
    del bank
    reports = [everywhere(each, language) for each in HOSTILE]
    sections = [section for each in reports for section in each.sections]
    return Report(kind="panel_sheet", language=language, title="Judul", sections=sections)


def panel(bank: Bank, language: str) -> Report:
    """Give the sheet of a panel that is apart."""
    given = rated(bank, (1, None), (5, 3), quote=HOSTILE[0])
    return panel_sheet(given, bank, language=language)


def decision(bank: Bank, language: str) -> Report:
    """Give the record of a session with advice."""
    return decision_record(judged(bank), bank, language=language, recommendation=advice())


MAKERS = pytest.mark.parametrize("make", [kit, hostile_feedback, panel, decision, everything])
LANGUAGES = pytest.mark.parametrize("language", ["id", "en"])


def squeezed(text: str) -> str:
    """Give a text without the white space that layout adds and leaves out."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("policy", ["", CONTENT_SECURITY_POLICY], ids=["meta", "header"])
@pytest.mark.parametrize("bypass", [False, True], ids=["policy", "no_policy"])
@MAKERS
def test_a_report_is_inert(
    browser: Any, bank: Bank, make: Make, policy: str, *, bypass: bool
) -> None:
    """Nothing runs, opens or is fetched, with the policy and even without; the words are shown."""
    report = make(bank, "id")
    visited = visit(browser, to_html(report), policy, bypass_csp=bypass, viewport=WIDE)
    page = visited.page
    active = "script, img, iframe, object, embed, a, base, form, link, input, [style], [onerror]"
    assert page.locator(active).count() == 0
    assert page.locator("style").count() == 1
    shown = squeezed(page.locator("main").inner_text())
    assert shown == squeezed("".join(words_of(report)[1:]))
    assert page.url == ADDRESS
    page.locator("body").click()
    page.wait_for_timeout(100)
    assert visited.events == []


@LANGUAGES
@MAKERS
def test_the_style_applies_under_the_policy(
    browser: Any, bank: Bank, make: Make, language: str
) -> None:
    """The hash fits, so the browser uses the style sheet."""
    visited = visit(browser, to_html(make(bank, language)), CONTENT_SECURITY_POLICY, viewport=WIDE)
    style = "getComputedStyle(document.querySelector('main')).maxWidth"
    assert visited.page.evaluate(style) == "736px"


@pytest.mark.parametrize(
    ("size", "media", "scheme"),
    [
        (WIDE, "screen", "light"),
        (NARROW, "screen", "light"),
        (NARROW, "screen", "dark"),
        (WIDE, "print", "light"),
        (WIDE, "print", "dark"),
    ],
    ids=["wide", "narrow", "dark", "print", "print_dark"],
)
@LANGUAGES
@pytest.mark.parametrize("make", [kit, hostile_feedback, panel, decision])
def test_axe_finds_nothing(
    browser: Any, bank: Bank, make: Make, language: str, size: Any, media: str, scheme: str
) -> None:
    """The accessibility checker finds no violation of its rules, best practices included."""
    reason = "no axe: pip install --group browser"
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason=reason).Axe()
    page = visit(browser, to_html(make(bank, language)), viewport=size, color_scheme=scheme).page
    page.emulate_media(media=media)
    found = axe.run(page).response
    assert len(found["passes"]) > 10
    assert [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]] == []


@LANGUAGES
@MAKERS
def test_nothing_scrolls_sideways_on_a_narrow_screen(
    browser: Any, bank: Bank, make: Make, language: str
) -> None:
    """At 320 pixels the page is as wide as the screen, and no element stands out of it."""
    page = visit(browser, to_html(make(bank, language)), viewport=NARROW).page
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    wide = "[...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > 320.5).map(e => e.outerHTML)"
    assert page.evaluate(wide) == []


def test_the_notes_of_the_harness_can_fail(browser: Any) -> None:
    """A page that does run, fetch and open things is caught doing so."""
    page = "<title>x</title><img src=/x.png><script>alert(1); console.log(2); nope()</script>"
    events = visit(browser, page).events
    assert {each.split(" ")[0] for each in events} == {"dialog", "console", "error", "request"}
