"""A web app to practise: three questions, feedback after each, and a summary. Run it, open the address.

It needs no framework and no script. The session is JSON in SQLite under the hash of a random token
that only the cookie holds; its owner can take a copy and erase it. Nothing that was typed is logged.
"""

import hmac
import json
import secrets
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from socketserver import ThreadingMixIn
from urllib.parse import parse_qs
from wsgiref.simple_server import WSGIServer, make_server
from wsgiref.types import StartResponse, WSGIEnvironment

from practice_pages import BANK, COUNT, KEPT, MOST, Reply, Visit, current_page, page, question_page

import interview_kit as ik
import interview_kit.interview as iv
from interview_kit.assess import score_request
from interview_kit.export import CONTENT_SECURITY_POLICY, candidate_feedback, to_html

HERE = Path(__file__).parent
STYLE = (HERE / "style.css").read_text("utf-8")
MOST_BYTES = 65_536  # of a form
POLICY = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",  # the next person at a shared computer sees nothing by going back
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
COOKIE = "practice={}; Path=/; HttpOnly; SameSite=Strict"


@dataclass(frozen=True)
class App:
    """The program: where sessions are stored, and what it must be given to be tested."""

    file: Path
    key: bytes
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    seed: Callable[[], int] = lambda: secrets.randbits(63)

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request, in one transaction once all of it has come in."""
        given = fields_of(environ)
        with closing(sqlite3.connect(self.file)) as store, store:
            store.execute("PRAGMA secure_delete = ON")  # what is erased is overwritten
            store.execute("CREATE TABLE IF NOT EXISTS sessions (id PRIMARY KEY, at, body)")
            store.execute("BEGIN IMMEDIATE")
            store.execute("DELETE FROM sessions WHERE at < ?", ((self.now() - KEPT).isoformat(),))
            reply = self.answer(environ, given, store)
        body = reply.body.encode("utf-8", "replace")
        start_response(reply.status, [*{**HEADERS, **reply.headers}.items()])
        return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]

    def answer(
        self, environ: WSGIEnvironment, given: dict[str, str] | None, store: sqlite3.Connection
    ) -> Reply:
        """Find out who asks for what."""
        token, is_new = token_of(environ)
        visit = self.visit(token, (given or {}).get("lang", ""), store)
        back = visit.fill("back")
        if given is None:
            return page(visit, visit.say("too_big"), back, "413 Content Too Large")
        path = environ.get("PATH_INFO") or "/"
        if environ["REQUEST_METHOD"] != "POST":
            reply = shown(visit, path, given)
            headers = cookie(environ, token) if is_new else {}
            return reply._replace(headers={**reply.headers, **headers})
        if not hmac.compare_digest(given.get("key", "").encode(), visit.form_key.encode()):
            return page(visit, visit.say("refused"), back, "403 Forbidden")
        return self.step(visit, path, given, environ, store)

    def visit(self, token: str, language: str, store: sqlite3.Connection) -> Visit:
        """Load the session of a token."""
        row = store.execute("SELECT body FROM sessions WHERE id = ?", (hashed(token),)).fetchone()
        session = ik.structure(json.loads(row[0]), iv.Session) if row else None
        language = session.plan.language if session else "en" if language == "en" else "id"
        form_key = hmac.new(self.key, token.encode(), "sha256").hexdigest()
        return Visit(token, form_key, language, session)

    def step(
        self,
        visit: Visit,
        path: str,
        given: dict[str, str],
        environ: WSGIEnvironment,
        store: sqlite3.Connection,
    ) -> Reply:
        """Take one step and store it; whoever sends a form twice is shown where things stand."""
        at, session, token = self.now(), visit.session, visit.token
        headers = {"Location": "/"}
        if path in {"/start", "/erase"}:
            store.execute("DELETE FROM sessions WHERE id = ?", (hashed(token),))
            session, token = None, secrets.token_urlsafe(32)  # never one that was known before
            headers |= cookie(environ, token)
        if path == "/erase":
            headers["Location"] = f"/?erased=1&lang={visit.language}"
        elif path == "/start" and given.get("role") in {each.id for each in BANK.roles}:
            blueprint = ik.Blueprint(role=given["role"], length=COUNT)
            quiz = ik.generate(BANK, blueprint, seed=self.seed())
            plan = iv.plan_session(BANK, quiz, language=visit.language, probes=1)
            session = iv.start(secrets.token_hex(8), plan, candidate=hashed(token), at=at)
            session = session.shown(at=at)
        elif session and given.get("step") == f"{len(session.events)}":
            said = given.get("answer", "")
            if path == "/answer" and session.state.opened and (wrong := fault(visit, said)):
                return question_page(visit, session, said, wrong)
            session = stepped(session, path, said, at)
        if session:
            kept = (hashed(token), at.isoformat(), json.dumps(ik.document(session)))
            store.execute("REPLACE INTO sessions VALUES (?, ?, ?)", kept)
        return Reply("303 See Other", "", headers)


def fields_of(environ: WSGIEnvironment) -> dict[str, str] | None:
    """Read the fields of a form or an address; none if it is too large."""
    query = environ.get("QUERY_STRING", "")
    if environ["REQUEST_METHOD"] == "POST":
        length = environ.get("CONTENT_LENGTH") or ""
        size = int(length) if length.isdecimal() else 0
        if size > MOST_BYTES:
            return None
        query = environ["wsgi.input"].read(size).decode("utf-8", "replace")
    return {name: values[0] for name, values in parse_qs(query).items()}


def hashed(token: str) -> str:
    """Give what stands in the store for a token, so that a stolen store opens no session."""
    return sha256(token.encode()).hexdigest()


def token_of(environ: WSGIEnvironment) -> tuple[str, bool]:
    """Read the token from the cookie, or make one."""
    try:
        held = SimpleCookie(environ.get("HTTP_COOKIE", "")).get("practice")
    except CookieError:
        held = None
    return (held.value, False) if held and held.value else (secrets.token_urlsafe(32), True)


def cookie(environ: WSGIEnvironment, token: str) -> dict[str, str]:
    """Hand out a token, over TLS alone where there is any."""
    secure = "; Secure" if environ.get("wsgi.url_scheme") == "https" else ""
    return {"Set-Cookie": COOKIE.format(token) + secure}


def fault(visit: Visit, said: str) -> str:
    """Say what is wrong with an answer, if anything is."""
    if not said.strip():
        return visit.say("empty")
    return visit.say("too_long", length=len(said), most=MOST) if len(said) > MOST else ""


def stepped(session: iv.Session, path: str, said: str, at: datetime) -> iv.Session:
    """Record what was done; then put the probe that the answer calls for, if there is one."""
    if session.state.opened and path == "/skip":
        session = session.skipped(at=at)
    elif session.state.opened and path == "/answer":
        session = iv.judge_current(session.answered(said, at=at), BANK, at=at)
    elif path == "/next" and not session.state.opened and session.state.phase != "finished":
        return session.shown(at=at) if session.state.remaining else session.finished(at=at)
    offered = iv.next_step(session)
    if offered.action == "probe" and offered.part:
        return session.probed(offered.part, at=at)
    return session


def shown(visit: Visit, path: str, given: dict[str, str]) -> Reply:
    """Show a page, or one of the files."""
    session = visit.session
    if path == "/":
        return current_page(visit, erased="erased" in given)
    if path == "/style.css":
        return Reply("200 OK", STYLE, {"Content-Type": "text/css; charset=utf-8"})
    if path == "/copy" and session:
        copy = json.dumps(iv.export_data(session), ensure_ascii=False, indent=1)
        name = 'attachment; filename="latihan.json"'
        return Reply(
            "200 OK", copy, {"Content-Type": "application/json", "Content-Disposition": name}
        )
    if path == "/feedback" and session and (scored := results(session)):
        report = to_html(candidate_feedback(scored, language=visit.language))
        return Reply("200 OK", report, {"Content-Security-Policy": CONTENT_SECURITY_POLICY})
    return page(visit, visit.say("missing"), visit.fill("back"), "404 Not Found")


def results(session: iv.Session) -> list[tuple[ik.ScoreRequest, ik.ScoreReport | ik.Unscored]]:
    """Pair what was judged with what came of it, as reports want it."""
    language = session.plan.language
    return [
        (score_request(BANK, each.planned.question, each.answer, language=language), found)
        for each in session.state.questions
        if (found := each.report or each.unscored)
    ]


class Server(ThreadingMixIn, WSGIServer):
    """Serves each connection by itself, as browsers open some that they do not use yet."""

    daemon_threads = True


if __name__ == "__main__":
    app = App(Path("practice.db"), secrets.token_bytes(32))
    with make_server("127.0.0.1", 8000, app, server_class=Server) as server:
        print("http://127.0.0.1:8000")
        server.serve_forever()
