"""What the person in a session can ask for: a copy, another name, erasure; and a trail without their words."""

from collections.abc import Callable
from functools import partial
from hashlib import blake2b
from typing import Any, Final, final

from attrs import evolve, field, frozen

from interview_kit._documents import document
from interview_kit._moments import Moment
from interview_kit.errors import InvalidValueError
from interview_kit.interview._event import EVENT_KINDS, Event, EventKind
from interview_kit.interview._plan import SessionPlan
from interview_kit.interview._session import Session
from interview_kit.interview._state import Progress, advance
from interview_kit.model import Id, Part, ScoreReport, Value
from interview_kit.model.checks import expect, one_of
from interview_kit.model.ids import PATTERN

__all__ = ["AuditEntry", "audit_trail", "erased", "export_data", "pseudonymised"]

HASH_BYTES: Final = 16
#: Bytes of the shortest key: as many at random are 128 bits, which nobody guesses.
SHORTEST_KEY: Final = 16
Key = bytes | str


@final
@frozen(kw_only=True, eq=False, repr=False)
class AuditEntry(Value):
    """One thing that happened, without a word that a candidate said.

    Attributes:
        number: its place in the log, from 1.
        kind: what happened.
        at: when, in UTC.
        question: the question it is about; none if it is about the session.
        part: the part of the answer that a probe asked for.
        scorer: the scorer that judged.
        structure_hash: the structure hash of the rubric that it judged by.
        overall: the total that it gave, 0 to 100; none if it gave none.
        unscored: why it gave none.
        criterion: the criterion that a person rated otherwise.
        level: the level that the person gave.
        by: the person who overrode or decided.
        decision: what was decided.
        digest: keyed hash of what was said at this place, or hash of the information given; 32
            hexadecimal digits, or empty. Who has the key and the text can prove that it was this.
    """

    number: int
    kind: EventKind = field(validator=one_of(EVENT_KINDS))
    at: str
    question: Id | None = None
    part: Part | None = None
    scorer: Id | None = None
    structure_hash: str = ""
    overall: float | None = None
    unscored: Id | None = None
    criterion: Id | None = None
    level: int | None = None
    by: str = ""
    decision: Id | None = None
    digest: str = ""


def audit_trail(session: Session, *, key: Key) -> tuple[AuditEntry, ...]:
    """Give the log without what people said: who did what when, by which rubric.

    Words stand in it as keyed hashes only. Without a key, the hash of a short answer could be found
    by hashing likely answers; keep the key apart from the trail.

    Args:
        session: the session.
        key: a secret of the host, at least 16 bytes.

    Returns:
        An entry for each event. Erasing with the same key leaves the entries as they are.

    Raises:
        InvalidValueError: if the key is too short.
    """
    expect("session", session, Session)
    digest = _hasher(key)
    return tuple(_entry(*each) for each in enumerate(_digested(session, digest), start=1))


def _entry(number: int, event: Event) -> AuditEntry:
    verdict = event.report or event.unscored
    return AuditEntry(
        number=number,
        kind=event.kind,
        at=event.at,
        question=event.question,
        part=event.part,
        scorer=None if verdict is None else verdict.scorer,
        structure_hash="" if event.report is None else event.report.structure_hash,
        overall=None if verdict is None else verdict.overall,
        unscored=None if event.unscored is None else event.unscored.reason,
        criterion=event.criterion,
        level=event.level,
        by=event.by,
        decision=event.decision,
        digest=event.digest,
    )


def export_data(session: Session) -> dict[str, Any]:
    """Give everything that a session holds about the person, for the person.

    Args:
        session: the session.

    Returns:
        A plain document, ready for `json.dumps`: `candidate`, `purpose`, when which `information`
        was acknowledged, the `questions` with answers and judgements, the `decisions`, and the whole
        `session`, of which `structure` makes the session again.
    """
    expect("session", session, Session)
    return {
        "candidate": session.candidate,
        "purpose": session.plan.purpose,
        "information": [document(each) for each in session.events if each.kind == "acknowledged"],
        "questions": [_exported(each) for each in session.state.questions],
        "decisions": [document(each) for each in session.events if each.kind == "decided"],
        "session": document(session),
    }


def _exported(progress: Progress) -> dict[str, Any]:
    verdict = progress.report or progress.unscored
    found: dict[str, Any] = {
        "id": progress.id,
        "text": dict(progress.planned.question.text.entries),
        "status": progress.status,
        "seconds": progress.seconds,
        "replies": [document(each) for each in progress.replies],
        "overrides": [document(each) for each in progress.overrides],
    }
    return found if verdict is None else found | {"judgement": document(verdict)}


def pseudonymised(session: Session, key: Key, *, answers: bool = True) -> Session:
    """Put keyed hashes in place of the ids of session and candidate, and of persons who decided.

    Args:
        session: the session.
        key: a secret of the host, at least 16 bytes; the same key gives the same hashes, so that the
            sessions of one person stay together.
        answers: whether to keep what was said. Answers may name people and places, so the data are
            personal still; reasons that persons wrote go with the answers.

    Returns:
        A session of its own, with the same times, levels and question ids.

    Raises:
        InvalidValueError: if the key is too short.
    """
    expect("session", session, Session)
    digest = _hasher(key)
    events = session.events if answers else tuple(map(_emptied, _digested(session, digest)))
    return Session(events=[_renamed(each, digest) for each in events])


def _renamed(event: Event, digest: Callable[[str, str], str]) -> Event:
    def named(name: str, held: str) -> str:
        return held and f"p_{digest(name, held)}"

    return evolve(
        event,
        session=named("session", event.session),
        candidate=named("candidate", event.candidate),
        plan=_without_seed(event.plan),
        by=named("by", event.by),
    )


def erased(session: Session, *, at: Moment, key: Key | None = None) -> Session:
    """Take out all that the person said and all that names the person.

    Answers, what was said to probes, quotes and messages in judgements, reasons that persons wrote,
    the candidate's id, and a receipt whose seed is a string, which may name the person, go. Ids of
    session and questions, times, levels, codes and the names of those who decided stay, so that it
    can still be shown that the rules were kept.

    Args:
        session: the session; one that is erased already is given back as it is.
        at: when.
        key: a secret of the host, at least 16 bytes; with it keyed hashes of the texts stay, and the
            audit trail under the same key remains what it was. Without it no trace of them stays.

    Returns:
        A session that can be read and replayed, and says that it is erased; nothing else can happen
        in it.

    Raises:
        StepError: if the time lies before what happened last.
        InvalidValueError: if the key is too short.

    >>> from interview_kit.interview import plan_session, start
    >>> from interview_kit.packs import load
    >>> plan = plan_session(load(), ["S04"], language="id")
    >>> session = start("i1", plan, candidate="c1", at="2026-11-26T09:00+07:00")
    >>> erased(session, at="2026-11-27T09:00+07:00").candidate
    ''
    """
    expect("session", session, Session)
    if session.is_erased:
        return session
    event = Event(kind="erased", at=at)
    advance(session.state, event)
    whole = Session(events=(*session.events, event))
    events = whole.events if key is None else _digested(whole, _hasher(key))
    return Session(events=[_emptied(each) for each in events])


def _digested(session: Session, digest: Callable[[str, str], str]) -> tuple[Event, ...]:
    # The place goes into the hash, so that equal answers do not show as equal.
    return tuple(
        each
        if each.text is None
        else evolve(each, digest=digest(f"{session.id}\x1f{number}", each.text))
        for number, each in enumerate(session.events)
    )


def _emptied(event: Event) -> Event:
    if event.kind == "started":
        return evolve(event, candidate="", plan=_without_seed(event.plan), emptied=True)
    if event.text is not None:
        return evolve(event, text=None, emptied=True)
    if event.report is not None:
        return evolve(event, report=_without_words(event.report), emptied=True)
    if event.unscored is not None:
        return evolve(event, unscored=evolve(event.unscored, message=""), emptied=True)
    return event


def _without_seed(plan: SessionPlan | None) -> SessionPlan | None:
    # A host may have made a seed of the person's name or address; numbers tell nothing.
    receipt = None if plan is None else plan.receipt
    named = plan is not None and receipt is not None and receipt.seed_type == "str"
    return evolve(plan, receipt=None) if plan is not None and named else plan


def _without_words(report: ScoreReport) -> ScoreReport:
    ratings = [evolve(each, evidence=(), next_step="") for each in report.ratings]
    # A scorer may put anything into a warning; codes have the form of ids.
    codes = [each for each in report.warnings if PATTERN.fullmatch(each)]
    return evolve(report, ratings=ratings, warnings=codes)


def _hasher(key: Key) -> Callable[[str, str], str]:
    secret = key.encode("utf-8", "surrogatepass") if isinstance(key, str) else key
    if type(secret) is not bytes or len(secret) < SHORTEST_KEY:
        found = f"a key of type {type(key).__name__} that is too short, or none"
        raise InvalidValueError("key", found, f"at least {SHORTEST_KEY} bytes")
    return partial(_keyed, blake2b(secret).digest())


def _keyed(secret: bytes, place: str, text: str) -> str:
    message = f"{len(place)}:{place}{text}".encode("utf-8", "surrogatepass")
    return blake2b(message, key=secret, digest_size=HASH_BYTES).hexdigest()
