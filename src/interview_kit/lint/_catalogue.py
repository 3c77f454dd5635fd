"""The catalogue: what a question must leave alone, by which law, and what to ask instead."""

from datetime import date
from functools import cache
from typing import Any, Final, Literal, final

from attrs import field, frozen

from interview_kit._documents import structure
from interview_kit._resources import read_data
from interview_kit.errors import InvalidValueError
from interview_kit.model import Id, Text, Value, to_id
from interview_kit.model.checks import (
    as_tuple,
    clean_text,
    instances_of,
    one_of,
    or_blank,
    place_of,
    shown,
    unique_by,
)
from interview_kit.model.text import to_optional_text, to_text

__all__ = ["VERDICTS", "Catalogue", "Law", "Topic", "Verdict", "catalogue"]

#: From harmless to what must not be asked.
Verdict = Literal["ok", "caution", "prohibited"]
VERDICTS: Final[tuple[Verdict, ...]] = ("ok", "caution", "prohibited")


def _is_date(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _check_date(instance: object, attribute: Any, value: Any) -> None:
    if type(value) is not str or not _is_date(value):
        place = place_of(instance, attribute)
        raise InvalidValueError(place, shown(value), "a date such as '2026-11-25'")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Law(Value):
    """Where a topic is ruled out, or advised against.

    Attributes:
        jurisdiction: the country or union, such as `ID` or `EU`; `ILO` for conventions.
        title: the law, circular, convention or guidance.
        article: where in it; empty if the whole.
        as_of: the day on which this was looked up, `YYYY-MM-DD`; laws change.
    """

    jurisdiction: str = field(validator=clean_text)
    title: str = field(validator=clean_text)
    article: str = field(default="", validator=or_blank(clean_text))
    as_of: str = field(validator=_check_date)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Topic(Value):
    """Something that a question should leave alone.

    Attributes:
        id: its id.
        verdict: `prohibited`, or `caution` where it is a matter of craft.
        name: what it is called.
        reason: why it should not be asked.
        alternative: how to learn lawfully what the job needs to know.
        tip: what a candidate who is asked can say; none for faults of wording.
        laws: where it is ruled out; none for faults of wording.
    """

    id: Id = field(converter=to_id)
    verdict: Verdict = field(validator=one_of(VERDICTS[1:]))
    name: Text = field(converter=to_text)
    reason: Text = field(converter=to_text)
    alternative: Text = field(converter=to_text)
    tip: Text | None = field(default=None, converter=to_optional_text)
    laws: tuple[Law, ...] = field(default=(), converter=as_tuple, validator=instances_of(Law))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Catalogue(Value):
    """Topics, with their laws as of a day.

    Attributes:
        as_of: the day on which it was last looked through, `YYYY-MM-DD`.
        topics: the topics, weightiest first.
    """

    as_of: str = field(validator=_check_date)
    topics: tuple[Topic, ...] = field(
        converter=as_tuple, validator=[instances_of(Topic), unique_by("id")]
    )

    def topic(self, id: str) -> Topic:
        """Give a topic.

        Args:
            id: its id.

        Returns:
            The topic.

        Raises:
            InvalidValueError: if there is none.
        """
        found = next((topic for topic in self.topics if topic.id == id), None)
        if found is None:
            known = ", ".join(topic.id for topic in self.topics)
            raise InvalidValueError("topic", shown(id), f"one of {known}")
        return found


@cache
def catalogue() -> Catalogue:
    """Give the catalogue that comes with the library.

    Returns:
        The catalogue, the same object each time.

    >>> len([topic for topic in catalogue().topics if topic.verdict == "prohibited"])
    14
    """
    return structure(read_data("interview_kit.lint", "topics"), Catalogue)
