"""The pages of the web app: templates, filled so that nothing typed becomes markup."""

import json
from collections.abc import Iterable, Mapping
from datetime import timedelta
from pathlib import Path
from string import Template
from types import MappingProxyType
from typing import NamedTuple

import interview_kit as ik
import interview_kit.interview as iv
from interview_kit.assess import score_request
from interview_kit.model.markup import escaped
from interview_kit.scoring import feedback

HERE = Path(__file__).parent
TEMPLATES = {each.stem: each.read_text("utf-8") for each in (HERE / "templates").glob("*.html")}
WORDS = json.loads((HERE / "words.json").read_text("utf-8"))
BANK = ik.load()
COUNT = 3
MOST = 5000  # characters of an answer
KEPT = timedelta(days=7)


class Reply(NamedTuple):
    """What is sent back; the headers go over those of every reply."""

    status: str
    body: str
    headers: Mapping[str, str] = MappingProxyType({})


class Html(str):
    """Markup, as opposed to text that is still to be escaped."""

    __slots__ = ()


class Visit(NamedTuple):
    """One request: who, in which language, and the session stored for them."""

    token: str
    form_key: str
    language: str
    session: iv.Session | None

    def say(self, word: str, **held: object) -> str:
        """Give words of the page in the language of the visit."""
        return str(WORDS[word][self.language]).format(**held)

    def fill(self, name: str, /, **values: object) -> Html:
        """Fill a template; whatever is not markup is escaped, so that nothing typed becomes any."""
        said = {word: each[self.language] for word, each in WORDS.items()}
        step = len(self.session.events) if self.session else 0
        held = {
            **said,
            "language": self.language,
            "form_key": self.form_key,
            "step": step,
            **values,
        }
        safe = {
            key: each if isinstance(each, Html) else escaped(f"{each}")
            for key, each in held.items()
        }
        hidden = "" if name == "hidden" else self.fill("hidden")
        return Html(Template(TEMPLATES[name]).substitute(safe, hidden=hidden))

    def fill_each(self, name: str, texts: Iterable[str]) -> Html:
        """Fill a template with each of some texts that are not empty."""
        return Html("".join(self.fill(name, text=each) for each in texts if each))


def page(visit: Visit, title: str, main: str, status: str = "200 OK") -> Reply:
    """Write a page; who practises can erase the data from each."""
    other, name = ("id", "Bahasa Indonesia") if visit.language == "en" else ("en", "English")
    is_new = visit.session is None
    switch = visit.fill("switch", other=other, other_language=name) if is_new else ""
    footer = "" if is_new else visit.fill("erase")
    return Reply(status, visit.fill("page", title=title, main=main, switch=switch, footer=footer))


def choose(visit: Visit, label: str) -> Html:
    """Ask for the role."""
    names = [(each.id, each.name.in_(visit.language)) for each in BANK.roles]
    options = Html("".join(visit.fill("option", id=id, name=name) for id, name in names))
    return visit.fill("choose", options=options, label=visit.say(label))


def start_page(visit: Visit, *, erased: bool) -> Reply:
    """Say what this is and what becomes of the answers, and ask for the role."""
    told = iv.disclosure("practice")
    main = visit.fill(
        "start",
        erased_note=visit.fill("erased") if erased else "",
        choose=choose(visit, "start"),
        told=told.title.in_(visit.language),
        points=visit.fill_each(
            "paragraph", [each.text.in_(visit.language) for each in told.points]
        ),
        kept=visit.say("kept", days=KEPT.days),
    )
    return page(visit, visit.say("app"), main)


def question_page(visit: Visit, session: iv.Session, typed: str = "", wrong: str = "") -> Reply:
    """Ask the question, or its probe after what was said; an error stands at its field."""
    now, place = current(session)
    offered = iv.next_step(session)
    probe = offered.text.in_(visit.language) if offered.part and offered.text else ""
    faulty = 'aria-describedby="hint wrong" aria-invalid="true" autofocus'
    main = visit.fill(
        "question",
        asked=now.planned.question.text.in_(visit.language),
        before=visit.fill("probe", said=now.answer, probe=probe) if probe else "",
        answer_most=visit.say("answer_most", most=MOST),
        wrong=visit.fill_each("wrong", [wrong]),
        state=Html(faulty if wrong else 'aria-describedby="hint"'),
        typed=typed,
    )
    title = visit.say("question", place=place, count=COUNT)
    title = f"{visit.say('error')}: {title}" if wrong else title
    return page(visit, title, main, "422 Unprocessable Content" if wrong else "200 OK")


def current(session: iv.Session) -> tuple[iv.Progress, int]:
    """Find the question shown last, and its place from 1."""
    [found] = [
        (each, place)
        for place, each in enumerate(session.state.questions, start=1)
        if each.id == session.state.current
    ]
    return found


def told(visit: Visit, now: iv.Progress, level: int) -> Html:
    """Write what was asked and said, and the feedback on it, under headings of this level."""
    asked = now.planned.question
    cautions, items = [now.unscored.message if now.unscored else ""], ""
    if now.report:
        request = score_request(BANK, asked, now.answer, language=visit.language)
        given = feedback(now.report, request)
        cautions += given.cautions
        for each in given.items:
            items += visit.fill(
                "item",
                level=level,
                kind=visit.say(each.kind),
                found=each.found,
                matters=each.matters,
                action=visit.fill_each("paragraph", [each.action]),
                probe=visit.fill_each("note", [each.probe]),
            )
    return visit.fill(
        "answered",
        asked=asked.text.in_(visit.language),
        reply=visit.fill("skipped" if now.status == "skipped" else "quote", said=now.answer),
        cautions=visit.fill_each("note", cautions),
        items=Html(items),
    )


def current_page(visit: Visit, *, erased: bool = False) -> Reply:
    """Show where the session stands: before it, at a question, after an answer, or at the end."""
    session = visit.session
    if session is None:
        return start_page(visit, erased=erased)
    if session.state.opened:
        return question_page(visit, session)
    if session.state.phase == "finished":
        return summary_page(visit, session)
    now, place = current(session)
    label = visit.say("next" if session.state.remaining else "finish")
    main = visit.fill("feedback", told=told(visit, now, 2), label=label)
    return page(visit, visit.say("feedback", place=place, count=COUNT), main)


def summary_page(visit: Visit, session: iv.Session) -> Reply:
    """Show all feedback once more, and offer a copy and another practice."""
    parts = ""
    for place, each in enumerate(session.state.questions, start=1):
        heading = visit.say("question", place=place, count=COUNT)
        parts += visit.fill("part", heading=heading, told=told(visit, each, 3))
    main = visit.fill("summary", parts=Html(parts), choose=choose(visit, "start"))
    return page(visit, visit.say("summary"), main)
