"""What happens in a session: one kind of value for all, with the fields that its kind has."""

from collections.abc import Mapping
from typing import Any, Final, Literal, NamedTuple, final, get_args

from attrs import field, frozen

from interview_kit._moments import to_moment
from interview_kit.errors import InvalidValueError
from interview_kit.interview._plan import PlannedQuestion, SessionPlan
from interview_kit.model import (
    PARTS,
    Id,
    Language,
    Part,
    ScoreReport,
    Unscored,
    Value,
    fields_of,
    to_optional_id,
)
from interview_kit.model.checks import (
    as_tuple,
    clean_text,
    instance_of,
    instances_of,
    one_of,
    or_blank,
    or_none,
    place_of,
    whole_number,
)
from interview_kit.model.text import to_optional_language
from interview_kit.model.values import default_of

__all__ = ["EVENT_KINDS", "Event", "EventKind"]

EventKind = Literal[
    "started",
    "acknowledged",
    "shown",
    "answered",
    "skipped",
    "probed",
    "scored",
    "overridden",
    "decided",
    "finished",
    "merged",
    "erased",
]
EVENT_KINDS: Final[tuple[EventKind, ...]] = get_args(EventKind)


class _Shape(NamedTuple):
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ()


#: What each kind holds beside its time. A text that was taken out leaves `emptied`, and may leave
#: its `digest`.
SHAPES: Final[Mapping[EventKind, _Shape]] = {
    "started": _Shape(("session", "candidate", "plan"), ("emptied",)),
    "acknowledged": _Shape(("digest", "language")),
    "shown": _Shape(("question",)),
    "answered": _Shape(("question", "text"), ("part", "emptied", "digest")),
    "skipped": _Shape(("question",), ("part",)),
    "probed": _Shape(("question", "part")),
    "scored": _Shape(("question",), ("report", "unscored", "emptied")),
    "overridden": _Shape(("question", "criterion", "by", "text"), ("level", "emptied", "digest")),
    "decided": _Shape(("by", "decision", "text"), ("emptied", "digest")),
    "finished": _Shape((), ("text", "emptied", "digest")),
    "merged": _Shape(("questions",)),
    "erased": _Shape(),
}
#: What every event has.
ALWAYS: Final = ("kind", "at")


def _check_personal(instance: object, attribute: Any, value: Any) -> None:
    # What people said never stands in a message, even where it is refused.
    if value is not None and type(value) is not str:
        raise InvalidValueError(place_of(instance, attribute), type(value).__name__, "a string")


def _check_digest(instance: object, attribute: Any, value: Any) -> None:
    if type(value) is not str or len(value) not in {0, 32} or value.strip("0123456789abcdef"):
        raise InvalidValueError(
            place_of(instance, attribute), type(value).__name__, "32 hexadecimal digits, or none"
        )


@final
@frozen(kw_only=True, eq=False, repr=False)
class Event(Value):
    """One thing that happened in a session; its kind tells which of the fields it has.

    What people said is in `text` and `report`, which its repr leaves out.

    Attributes:
        kind: what happened: one of `EVENT_KINDS`.
        at: when, in UTC, as the host said.
        session: the id of the session (`started`).
        candidate: the host's id of the person (`started`); personal data.
        plan: what the session is to be (`started`).
        question: the id of the question it is about.
        part: the part of the answer that a probe asks for (`probed`), or that was answered or
            skipped after one.
        text: the answer (`answered`), or a person's reason (`overridden`, `decided`, `finished`);
            personal data.
        report: the judgement (`scored`); it quotes the answer.
        unscored: why there is no judgement (`scored`).
        criterion: the criterion that a person rated otherwise (`overridden`).
        level: the level that the person gives; none for "not assessed".
        by: who decided: the host's id or name of a person.
        decision: what was decided: a short stable code of the host.
        questions: the questions in their new wording (`merged`).
        language: the language in which the candidate was informed (`acknowledged`).
        digest: hash of the information given (`acknowledged`), or keyed hash of a text that was
            taken out; 32 hexadecimal digits, or empty.
        emptied: whether personal content was taken out.
    """

    kind: EventKind = field(validator=one_of(EVENT_KINDS))
    at: str = field(converter=to_moment)
    session: str = field(default="", validator=or_blank(clean_text))
    candidate: str = field(default="", repr=False, validator=_check_personal)
    plan: SessionPlan | None = field(
        default=None, repr=False, validator=or_none(instance_of(SessionPlan))
    )
    question: Id | None = field(default=None, converter=to_optional_id)
    part: Part | None = field(default=None, validator=or_none(one_of(PARTS)))
    text: str | None = field(default=None, repr=False, validator=_check_personal)
    report: ScoreReport | None = field(
        default=None, repr=False, validator=or_none(instance_of(ScoreReport))
    )
    unscored: Unscored | None = field(
        default=None, repr=False, validator=or_none(instance_of(Unscored))
    )
    criterion: Id | None = field(default=None, converter=to_optional_id)
    level: int | None = field(default=None, validator=or_none(whole_number(0, 100)))
    by: str = field(default="", validator=or_blank(clean_text))
    decision: Id | None = field(default=None, converter=to_optional_id)
    questions: tuple[PlannedQuestion, ...] = field(
        default=(), repr=False, converter=as_tuple, validator=instances_of(PlannedQuestion)
    )
    language: Language | None = field(default=None, converter=to_optional_language)
    digest: str = field(default="", validator=_check_digest)
    emptied: bool = field(default=False, validator=one_of((True, False)))

    def __attrs_post_init__(self) -> None:
        shape = SHAPES[self.kind]
        held = {each.name for each, value in fields_of(self) if value != default_of(each)}
        wanted = {*shape.needs} - ({"text", "candidate"} if self.emptied else set())
        missing = sorted(wanted - held)
        strange = sorted(held - {*ALWAYS, *shape.needs, *shape.may})
        if missing or strange:
            found = f"{self.kind!r} without {missing} and with {strange}"
            allowed = f"{self.kind!r} with {[*shape.needs]}, and if need be {[*shape.may]}"
            raise InvalidValueError("Event", found, allowed)
        self._check_content()

    def _check_content(self) -> None:
        if self.kind == "scored" and (self.report is None) is (self.unscored is None):
            raise InvalidValueError("Event.report", "both or neither", "a report or an Unscored")
        if self.kind in {"overridden", "decided"} and not self.emptied and not self._says():
            raise InvalidValueError("Event.text", "nothing", "the person's reason")
        if self.emptied and (self.text is not None or self.candidate):
            raise InvalidValueError("Event.emptied", "content that is still there", "none")

    def _says(self) -> bool:
        return bool(self.text and self.text.strip())
