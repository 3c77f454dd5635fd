"""The web app of the examples, and a visitor that keeps its cookie and fills in its forms."""

import re
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from html import unescape
from importlib import util
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from wsgiref.validate import validator

FOLDER = Path(__file__).parent.parent / "examples/13_web_practice"
#: With this seed the questions for sales are S04, S05 and S20.
SEED = 4


def loaded() -> Any:
    """Import the program, whose folder is no package."""
    spec = util.spec_from_file_location("web_practice_app", FOLDER / "app.py")
    assert spec is not None
    assert spec.loader is not None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


sys.path.insert(0, str(FOLDER))  # as when the program is run
APP = loaded()


class Clock:
    """A clock that moves on by a minute whenever it is looked at."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 26, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        """Give the time."""
        self.at += timedelta(minutes=1)
        return self.at


def made(folder: Path) -> Any:
    """Make the app with a store of its own and draws that repeat."""
    return APP.App(folder / "practice.db", b"k" * 32, now=Clock(), seed=lambda: SEED)


@dataclass
class Visitor:
    """A browser of sorts: one cookie, the page it saw last, and what the app wrote to its log."""

    app: Any
    cookie: str = ""
    length: str | None = None
    status: str = ""
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    log: StringIO = field(default_factory=StringIO)

    def get(self, path: str = "/") -> str:
        """Open a page."""
        return self.ask("GET", path)

    def send(self, path: str, **fields: str) -> str:
        """Send the form of the last page, with these fields, and go where it leads."""
        held = {name: unescape(each) for name, each in re.findall(HIDDEN, self.body)}
        self.ask("POST", path, urlencode(held | fields))
        return self.get(self.headers["Location"]) if self.status.startswith("303") else self.body

    def ask(self, method: str, path: str, sent: str = "") -> str:
        """Send one request, with every rule of WSGI checked."""
        where, _, query = path.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": "",
            "PATH_INFO": where,
            "QUERY_STRING": query,
            "SERVER_NAME": "practice.example",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "CONTENT_LENGTH": f"{len(sent.encode())}" if self.length is None else self.length,
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(sent.encode()),
            "wsgi.errors": self.log,
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        if self.cookie:
            environ["HTTP_COOKIE"] = self.cookie

        def begin(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            self.status, self.headers = status, dict(headers)
            return lambda _data: None

        answer = (validator(self.app) if self.length is None else self.app)(environ, begin)
        self.body = b"".join(answer).decode()
        getattr(answer, "close", lambda: None)()
        if "Set-Cookie" in self.headers:
            self.cookie = self.headers["Set-Cookie"].split(";")[0]
        return self.body


HIDDEN = r'<input type="hidden" name="(\w+)" value="([^"]*)">'
