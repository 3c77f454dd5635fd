"""Cases: answers of known quality, and what should and should not change how they are judged."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, Literal, final, get_args

from attrs import evolve, field, frozen

from interview_kit._documents import structure
from interview_kit._resources import read_data
from interview_kit.errors import InvalidValueError, MissingLanguageError
from interview_kit.model import (
    QUALITIES,
    REGISTERS,
    Id,
    LabelledSentence,
    Language,
    Quality,
    Register,
    SampleAnswer,
    Value,
    normalise_language,
    to_id,
)
from interview_kit.model.checks import (
    as_tuple,
    clean_text,
    instances_of,
    one_of,
    or_blank,
    shown,
    unique_by,
)
from interview_kit.model.ids import to_optional_id
from interview_kit.model.sources import to_strings
from interview_kit.model.values import is_tuple

__all__ = ["SORTS", "Case", "CaseSet", "Sort", "Swap", "Wording", "built_in_cases"]

#: What a swap changes about the people in an answer, none of which may count.
Sort = Literal["name", "gender", "religion", "region"]
SORTS: Final[tuple[Sort, ...]] = get_args(Sort)


def _to_pairs(pairs: Iterable[Iterable[str]]) -> tuple[tuple[str, str], ...]:
    found = tuple(each if is_tuple(each) else as_tuple(each) for each in as_tuple(pairs))
    wrong = [pair for pair in found if [type(each) for each in pair] != [str, str] or "" in pair]
    if wrong or not found:
        allowed = "at least one pair of a word and another for it"
        raise InvalidValueError("Swap.words", shown(wrong[0] if wrong else found), allowed)
    return found


@final
@frozen(kw_only=True, eq=False, repr=False)
class Swap(Value):
    """Words that may stand for others without making an answer better or worse.

    Attributes:
        sort: what they change.
        words: pairs of words of the answer, as they are spelt there, and what stands for them; they
            are exchanged all at once.
    """

    sort: Sort = field(validator=one_of(SORTS))
    words: tuple[tuple[str, str], ...] = field(converter=_to_pairs)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Wording(Value):
    """The same answer in other words.

    Attributes:
        register: how it is worded.
        text: the whole answer so worded.
    """

    register: Register = field(validator=one_of(REGISTERS))
    text: str = field(validator=clean_text, repr=False)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Case(Value):
    """An answer of known quality.

    Attributes:
        id: its id; failures name it, so that no answer is ever shown.
        question: the question that it answers, by its id in the bank.
        language: its language.
        quality: how good it is for its question.
        sentences: its sentences, each with the part that it plays; at least one.
        triple: names the answers to one question that are compared by quality; none if it stands alone.
        swaps: what may be exchanged in it without changing the judgement.
        wordings: the same answer in other registers.
        translation: the same answer in another language; empty if nobody translated it.
    """

    id: Id = field(converter=to_id)
    question: Id = field(converter=to_id)
    language: Language = field(converter=normalise_language)
    quality: Quality = field(validator=one_of(QUALITIES))
    sentences: tuple[LabelledSentence, ...] = field(
        converter=as_tuple, validator=instances_of(LabelledSentence, at_least=1), repr=False
    )
    triple: Id | None = field(default=None, converter=to_optional_id)
    swaps: tuple[Swap, ...] = field(default=(), converter=as_tuple, validator=instances_of(Swap))
    wordings: tuple[Wording, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(Wording)
    )
    translation: str = field(default="", validator=or_blank(clean_text), repr=False)

    @classmethod
    def of(cls, sample: SampleAnswer) -> "Case":
        """Make a case of a sample answer, such as a pack holds.

        Args:
            sample: the sample; it names its question.

        Returns:
            The case, without swaps, wordings and translation: add them by `attrs.evolve`.

        Raises:
            InvalidValueError: if the sample names no question.
        """
        if sample.question is None:
            raise InvalidValueError("Case.of", f"the sample {sample.id!r}", "one with a question")
        return cls(
            id=sample.id,
            question=sample.question,
            language=sample.language,
            quality=sample.quality,
            sentences=sample.sentences,
            triple=sample.triple,
        )

    @property
    def text(self) -> str:
        """The answer: its sentences joined by spaces."""
        return " ".join(each.text for each in self.sentences)


@final
@frozen(kw_only=True, eq=False, repr=False)
class CaseSet(Value):
    """Cases in one language, with what is done to them.

    Attributes:
        language: the language of all cases.
        cases: the answers; each id once.
        filler: sentences that say nothing, by which answers are made longer.
        cues: lists of words that good answers hold, without anything said by them.
        instructions: sentences that tell a scorer what to give.
        short: answers in which there is nothing to judge; they may be empty.
    """

    language: Language = field(converter=normalise_language)
    cases: tuple[Case, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(Case), unique_by("id")]
    )
    filler: tuple[str, ...] = field(default=(), converter=to_strings, repr=False)
    cues: tuple[str, ...] = field(default=(), converter=to_strings, repr=False)
    instructions: tuple[str, ...] = field(default=(), converter=to_strings, repr=False)
    short: tuple[str, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(str), repr=False
    )

    def __attrs_post_init__(self) -> None:
        strangers = [each.id for each in self.cases if each.language != self.language]
        if strangers:
            allowed = f"cases in {self.language!r}"
            raise InvalidValueError("CaseSet.cases", f"{strangers[0]!r} in another", allowed)


def built_in_cases(language: str = "id") -> CaseSet:
    """Give the cases that come with the library: 18 answers of ours to six questions of core.

    Args:
        language: `id` or `en`, as a BCP 47 tag.

    Returns:
        A weak, a medium and a strong answer to each of S04, S11, A09, H10, O10 and M12, the weak
        and the strong one of about equal length.

    Raises:
        MissingLanguageError: if there are none in that language.

    >>> [each.id for each in built_in_cases("en").cases[:3]]
    ['s04_strong', 's04_medium', 's04_weak']
    """
    sets, wanted = _sets(), normalise_language(language).partition("-")[0]
    if wanted not in sets:
        raise MissingLanguageError(language, tuple(sorted(sets)))
    return sets[wanted]


@cache
def _sets() -> Mapping[str, CaseSet]:
    data = read_data("interview_kit.testing", "cases")
    alone = {language: structure(plain, CaseSet) for language, plain in data.items()}
    return {
        language: evolve(own, cases=[_translated(each, alone) for each in own.cases])
        for language, own in alone.items()
    }


def _translated(case: Case, sets: Mapping[str, CaseSet]) -> Case:
    """Give a case the answer of the same id in another language."""
    others = (each for own in sets.values() for each in own.cases if each.language != case.language)
    return evolve(case, translation=next(each.text for each in others if each.id == case.id))
