"""A chat bot: between two messages the session is JSON in SQLite, so a restart loses nothing."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import interview_kit as ik
import interview_kit.interview as iv
from interview_kit.assess import score_request
from interview_kit.scoring import feedback

BANK = ik.load()
PLAN = iv.plan_session(BANK, ["S04", "S11"], language="id", probes=1)
MESSAGES = """Halo
Waktu itu dua klien besar kami pindah. Saya diminta mencari pengganti dalam satu kuartal. \
Saya menghubungi 40 pelanggan lama, lalu menyusun penawaran kontrak setahun untuk tiap segmen.
Akhirnya satu pabrik meneken kontrak Rp 1,2 miliar, naik 35 persen dari transaksi sebelumnya.
Lewati"""


def reply(file: Path, chat: str, message: str, at: str) -> str:
    """Load the session, take one step, store it, and answer: all of it or nothing."""
    with closing(sqlite3.connect(file)) as store, store:
        store.execute("CREATE TABLE IF NOT EXISTS sessions (chat PRIMARY KEY, body)")
        store.execute("BEGIN IMMEDIATE")  # a second message to this chat waits for the first
        row = store.execute("SELECT body FROM sessions WHERE chat = ?", (chat,)).fetchone()
        stored = ik.structure(json.loads(row[0]), iv.Session) if row else None
        session = iv.start(chat, PLAN, candidate=chat, at=at, stored=stored)
        session, said = step(session, message, at)
        kept = (chat, json.dumps(ik.document(session)))
        store.execute("REPLACE INTO sessions VALUES (?, ?)", kept)
    return said


def step(session: iv.Session, message: str, at: str) -> tuple[iv.Session, str]:
    """Take in what was said, and find what to say."""
    if session.state.opened and message == "Lewati":
        session = session.skipped(at=at)
    elif session.state.opened:
        session = iv.judge_current(session.answered(message, at=at), BANK, at=at)
    offered = iv.next_step(session)
    asked = offered.text.in_("id") if offered.text else "Latihan selesai. Terima kasih!"
    if offered.part:
        return session.probed(offered.part, at=at), asked
    done = session.finished(at=at) if offered.action == "finish" else session
    after = session.shown(at=at) if offered.action == "show" else done
    if not (now := session.state.now) or not now.report:
        return after, asked
    request = score_request(BANK, now.planned.question, now.answer, language="id")
    return after, f"{feedback(now.report, request).text()}\n\n{asked}"


# Each message meets a bot that knows nothing but the file, as after a restart.
with TemporaryDirectory() as folder:
    for minute, message in enumerate(MESSAGES.splitlines()):
        at = f"2026-11-26T09:0{minute}+07:00"
        print(f"> {message}\n{reply(Path(folder) / 'chats.db', 'chat-7', message, at)}\n")
