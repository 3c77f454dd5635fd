"""Pages in a browser: opened from a made-up host, with everything noted that they do."""

from dataclasses import dataclass, field
from typing import Any

#: Where pages stand; nothing is looked up, since each request is answered here.
ADDRESS = "http://report.example/"


@dataclass
class Visit:
    """A page that is open, and what it did."""

    page: Any
    #: Dialogs, console messages, errors, requests beyond the page itself, and windows.
    events: list[str] = field(default_factory=list)


def visit(browser: Any, html: str, policy: str = "", **options: Any) -> Visit:
    """Open a page in a fresh context and note what it does.

    Args:
        browser: the browser of the fixture.
        html: the page.
        policy: the header Content-Security-Policy that it is served with; none if empty.
        **options: of the context, such as `viewport` or `bypass_csp`.
    """
    context = browser.new_context(**options)
    visited = Visit(context.new_page())
    headers = {"content-type": "text/html; charset=utf-8"}
    headers |= {"content-security-policy": policy} if policy else {}

    def answer(route: Any) -> None:
        address = route.request.url
        # Browsers ask for the icon of any site by themselves.
        if address not in (ADDRESS, f"{ADDRESS}favicon.ico"):
            visited.events.append(f"request {address}")
        route.fulfill(body=html if address == ADDRESS else "", headers=headers)

    def dismiss(dialog: Any) -> None:
        visited.events.append(f"dialog {dialog.message}")
        dialog.dismiss()

    context.route("**/*", answer)
    page = visited.page
    page.on("dialog", dismiss)
    page.on("console", lambda message: visited.events.append(f"console {message.text}"))
    page.on("pageerror", lambda error: visited.events.append(f"error {error}"))
    page.on("popup", lambda opened: visited.events.append(f"popup {opened.url}"))
    page.goto(ADDRESS)
    page.wait_for_load_state("networkidle")
    return visited
