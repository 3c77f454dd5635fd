"""What a candidate is told before a session: what is processed, who judges, who decides, which rights."""

from functools import cache
from typing import Any, Final, final

from attrs import field, frozen

from interview_kit._resources import read_data
from interview_kit.errors import InvalidValueError
from interview_kit.model import Id, Text, Value, to_id
from interview_kit.model.checks import as_tuple, instances_of, one_of, shown, unique_by
from interview_kit.model.text import to_text
from interview_kit.scoring import PURPOSES, Purpose

__all__ = ["Disclosure", "DisclosurePoint", "disclosure"]

#: Where the data of a purpose stand.
FILE: Final = "disclosure"


@final
@frozen(kw_only=True, eq=False, repr=False)
class DisclosurePoint(Value):
    """One thing to tell.

    Attributes:
        id: what it is about, such as `rights`.
        text: the words.
    """

    id: Id = field(converter=to_id)
    text: Text = field(converter=to_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Disclosure(Value):
    """What a candidate is told before a session.

    Attributes:
        purpose: what the session is for.
        title: its title.
        points: what to tell, in the order to read; at least one.
    """

    purpose: Purpose = field(validator=one_of(PURPOSES))
    title: Text = field(converter=to_text)
    points: tuple[DisclosurePoint, ...] = field(
        converter=as_tuple, validator=[instances_of(DisclosurePoint, at_least=1), unique_by("id")]
    )

    def in_(self, language: str) -> str:
        """Give all of it in a language, as plain text with a paragraph for each point.

        Args:
            language: a BCP 47 tag.

        Returns:
            The title and the points.

        Raises:
            MissingLanguageError: if it is not written in that language.
        """
        said = (self.title, *(each.text for each in self.points))
        return "\n\n".join(each.in_(language) for each in said)


def disclosure(purpose: Purpose) -> Disclosure:
    """Give the library's own text for a purpose, in Indonesian and English.

    It is true of the built-in rules and of what the library does. A host that scores by other means,
    keeps data longer, or must name its contact and its legal basis writes a `Disclosure` of its own;
    it may begin with these points. Indonesian law: PDP Law 27/2022, articles 5 to 13.

    Args:
        purpose: what the session is for.

    Returns:
        The text.

    Raises:
        InvalidValueError: if there is no such purpose.

    >>> [each.id for each in disclosure("selection").points]
    ['data', 'scoring', 'decision', 'rights', 'contact']
    """
    if purpose not in PURPOSES:
        raise InvalidValueError("purpose", shown(purpose), f"one of {', '.join(PURPOSES)}")
    return _all()[purpose]


@cache
def _all() -> dict[str, Disclosure]:
    data: Any = read_data("interview_kit.interview", FILE)
    return {
        purpose: Disclosure(
            purpose=purpose,
            title=held["title"],
            points=[
                DisclosurePoint(id=id, text=data["points"][id][key])
                for id, key in held["points"].items()
            ],
        )
        for purpose, held in data["purposes"].items()
    }
