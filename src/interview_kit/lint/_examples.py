"""Questions that were judged by their authors: what the detectors learn from."""

from functools import cache
from typing import final

from attrs import field, frozen

from interview_kit._documents import structure
from interview_kit._resources import read_data
from interview_kit.lint._detectors import check_language
from interview_kit.model import Id, Value, normalise_language, to_optional_id
from interview_kit.model.checks import as_tuple, clean_text, instances_of

__all__ = ["QuestionExample", "examples"]


@final
@frozen(kw_only=True, eq=False, repr=False)
class QuestionExample(Value):
    """A question, and what is wrong with it.

    Attributes:
        text: the question.
        topic: the topic of the catalogue that it asks for, or the fault of its wording; none if it
            may be asked.
    """

    text: str = field(validator=clean_text)
    topic: Id | None = field(default=None, converter=to_optional_id)


@final
@frozen(kw_only=True, eq=False, repr=False)
class _Examples(Value):
    language: str = field(converter=normalise_language)
    examples: tuple[QuestionExample, ...] = field(
        converter=as_tuple, validator=instances_of(QuestionExample)
    )


@cache
def examples(language: str) -> tuple[QuestionExample, ...]:
    """Give the examples from which the detectors of the library have learned.

    Args:
        language: a BCP 47 tag; only its first part counts.

    Returns:
        The examples, lawful ones included.

    Raises:
        MissingLanguageError: if there are none in this language.

    >>> len([each for each in examples("id") if each.topic == "religion"]) > 50
    True
    """
    data = read_data("interview_kit.lint", f"examples_{check_language(language)}")
    return structure(data, _Examples).examples
