"""Answers of candidates, in parts or as free text, and samples of known quality."""

from collections.abc import Mapping
from typing import Final, Literal, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    clean_text,
    instances_of,
    names_of,
    one_of,
    or_blank,
    or_none,
    shown,
    unique_by,
    whole_number,
)
from interview_kit.model.ids import Id, to_id, to_ids, to_optional_id
from interview_kit.model.questions import PARTS, Part
from interview_kit.model.sources import refers_to, to_strings
from interview_kit.model.text import Language, Text, normalise_language, to_text
from interview_kit.model.values import Value

__all__ = [
    "QUALITIES",
    "REGISTERS",
    "RESPONSE_TYPES",
    "SENTENCE_PARTS",
    "GoldRating",
    "LabelledSentence",
    "Quality",
    "Register",
    "ResponseType",
    "SampleAnswer",
    "Segment",
    "SentencePart",
    "StarAnswer",
]

SentencePart = Literal["situation", "task", "action", "result", "learning", "none"]
SENTENCE_PARTS: Final[tuple[SentencePart, ...]] = (*PARTS, "none")

Quality = Literal["weak", "medium", "strong"]
QUALITIES: Final[tuple[Quality, ...]] = ("weak", "medium", "strong")

#: The five kinds of answer that Bangerter, Corvalan & Cavin (2014) found in selection interviews,
#: and two that are right for questions that do not ask for a past episode: plan and knowledge.
ResponseType = Literal[
    "story", "pseudo_story", "exemplification", "opinion", "self_description", "plan", "knowledge"
]
RESPONSE_TYPES: Final[tuple[ResponseType, ...]] = (
    "story",
    "pseudo_story",
    "exemplification",
    "opinion",
    "self_description",
    "plan",
    "knowledge",
)

#: How an answer is worded: as in a letter, as among colleagues, as among friends, with words of
#: another language among its own, or as it comes when somebody thinks aloud.
Register = Literal["formal", "everyday", "informal", "mixed", "spoken"]
REGISTERS: Final[tuple[Register, ...]] = ("formal", "everyday", "informal", "mixed", "spoken")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Segment(Value):
    """A stretch of an answer that plays one part in it.

    Attributes:
        start: where it begins, in characters from 0.
        end: where it ends, exclusive; above `start`.
        part: the part it plays.
        confidence: how probable it is that it plays this part, 0.0 to 1.0; none if a person says so.
        features: what in its wording and place speaks most for the part, weightiest first.
    """

    start: int
    end: int
    part: SentencePart = field(validator=one_of(SENTENCE_PARTS))
    confidence: float | None = field(default=None, validator=or_none(check_share))
    features: tuple[str, ...] = field(default=(), converter=to_strings)

    def __attrs_post_init__(self) -> None:
        numbers = type(self.start) is int and type(self.end) is int
        if not numbers or not 0 <= self.start < self.end:
            found = f"{self.start!r} to {self.end!r}"
            raise InvalidValueError("Segment.start", found, "a start from 0 and an end after it")


@final
@frozen(kw_only=True, eq=False, repr=False)
class StarAnswer(Value):
    r"""An answer: its text exactly as given, and which stretch of it is which part.

    Attributes:
        text: the whole answer; may be empty.
        segments: stretches of the text, in order, not overlapping; none if nobody marked them.

    >>> answer = StarAnswer.from_parts(task="I had two days.", action="I called ten clients.")
    >>> answer.text
    'I had two days.\nI called ten clients.'
    >>> answer.part("action")
    'I called ten clients.'
    """

    text: str
    segments: tuple[Segment, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(Segment)
    )

    def __attrs_post_init__(self) -> None:
        if type(self.text) is not str:
            raise InvalidValueError("StarAnswer.text", shown(self.text), "a string")
        ends = [0, *(each.end for each in self.segments)]
        starts = [*(each.start for each in self.segments), len(self.text)]
        if any(start < end for end, start in zip(ends, starts, strict=True)):
            found = shown([(each.start, each.end) for each in self.segments])
            allowed = f"rising stretches within the {len(self.text)} characters"
            raise InvalidValueError("StarAnswer.segments", found, allowed)

    @classmethod
    def from_parts(
        cls,
        *,
        situation: str = "",
        task: str = "",
        action: str = "",
        result: str = "",
        learning: str = "",
    ) -> "StarAnswer":
        """Make an answer of parts that were given apart, one to a line.

        Args:
            situation: where and when it was.
            task: what was to be done.
            action: what the candidate did.
            result: what came of it.
            learning: what the candidate took from it.

        Returns:
            The answer; parts left empty are missing from it, which is legal.
        """
        given: dict[SentencePart, str] = {
            "situation": situation,
            "task": task,
            "action": action,
            "result": result,
            "learning": learning,
        }
        text, segments = "", list[Segment]()
        for part in SENTENCE_PARTS:
            words = given.get(part, "")
            if type(words) is not str:
                raise InvalidValueError(f"StarAnswer.{part}", shown(words), "a string")
            if not words:
                continue
            text += "\n" if text else ""
            segments.append(Segment(start=len(text), end=len(text) + len(words), part=part))
            text += words
        return cls(text=text, segments=tuple(segments))

    def part(self, part: SentencePart) -> str:
        """Give the words of one part.

        Args:
            part: the part, such as `action`.

        Returns:
            Its stretches in their order, one to a line; empty if the part is missing.
        """
        own = [each for each in self.segments if each.part == part]
        return "\n".join(self.text[each.start : each.end] for each in own)

    def parts(self) -> Mapping[Part, str]:
        """Give the words of every part that is there.

        Returns:
            Part to words, in the order of `PARTS`; `from_parts(**parts)` is the answer again if it
            was made of parts.
        """
        words: dict[Part, str] = {part: self.part(part) for part in PARTS}
        return {part: said for part, said in words.items() if said}


@final
@frozen(kw_only=True, eq=False, repr=False)
class LabelledSentence(Value):
    """One sentence of a sample answer and the part that it plays.

    Attributes:
        part: the part, or `none`.
        text: the sentence.
    """

    part: SentencePart = field(validator=one_of(SENTENCE_PARTS))
    text: str = field(validator=clean_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class GoldRating(Value):
    """The level that the authors of a sample answer gave it on one criterion.

    Attributes:
        criterion: the criterion of the rubric for its question.
        level: the level, within the scale of that rubric.
        reason: what in the answer earns this level, in the language of the answer.
    """

    criterion: Id = field(converter=to_id)
    level: int = field(validator=whole_number(0, 100))
    reason: str = field(validator=clean_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class SampleAnswer(Value):
    """An answer of known quality; shown as an example, never as the one right answer.

    Attributes:
        id: its id.
        language: the language it is written in.
        quality: how good it is for its question.
        response_type: what sort of answer it is.
        sentences: its sentences, each with its part; at least one.
        question: the question it answers, if that stands in a bank.
        strategy: the strategy it shows.
        prompt: the question it answers, in its own language, if that stands in no bank.
        comment: what it does well and what it lacks.
        register: how it is worded; none if nobody said.
        missing: the parts that somebody who asked for an episode would miss; a part that another
            sentence carries along is not missing.
        key_points: those of the question's key points that it makes.
        ratings: its levels on the criteria of the question's rubric; each criterion at most once.
        batch: names the sitting in which it was written; answers of one sitting may sound alike,
            so they should not stand on both sides of a test.
        triple: names the weak, medium and strong answer to one question that belong together.
        origin: the source it comes from.
        covers: ids of the facts that it carries.
    """

    id: Id = field(converter=to_id)
    language: Language = field(converter=normalise_language)
    quality: Quality = field(validator=one_of(QUALITIES))
    response_type: ResponseType = field(validator=one_of(RESPONSE_TYPES))
    sentences: tuple[LabelledSentence, ...] = field(
        converter=as_tuple, validator=instances_of(LabelledSentence, at_least=1)
    )
    question: Id | None = field(
        default=None, converter=to_optional_id, metadata=refers_to("questions")
    )
    strategy: Id | None = field(
        default=None, converter=to_optional_id, metadata=refers_to("strategies")
    )
    prompt: str = field(default="", validator=or_blank(clean_text))
    comment: Text = field(converter=to_text)
    register: Register | None = field(default=None, validator=or_none(one_of(REGISTERS)))
    missing: tuple[Part, ...] = field(default=(), converter=as_tuple, validator=names_of(PARTS))
    key_points: tuple[Id, ...] = field(default=(), converter=to_ids)
    ratings: tuple[GoldRating, ...] = field(
        default=(), converter=as_tuple, validator=[instances_of(GoldRating), unique_by("criterion")]
    )
    batch: Id | None = field(default=None, converter=to_optional_id)
    triple: Id | None = field(default=None, converter=to_optional_id)
    origin: Id | None = field(default=None, converter=to_optional_id, metadata=refers_to("sources"))
    covers: tuple[str, ...] = field(default=(), converter=to_strings)

    def __attrs_post_init__(self) -> None:
        there = {sentence.part for sentence in self.sentences} & {*self.missing}
        if there:
            found = f"{min(there)!r}, which one of its sentences has"
            raise InvalidValueError("SampleAnswer.missing", found, "parts that no sentence has")

    def answer(self) -> StarAnswer:
        """Give the sample as an answer: its sentences joined by spaces, with gold segments.

        Returns:
            The answer.
        """
        text, segments = "", list[Segment]()
        for sentence in self.sentences:
            text += " " if text else ""
            end = len(text) + len(sentence.text)
            segments.append(Segment(start=len(text), end=end, part=sentence.part))
            text += sentence.text
        return StarAnswer(text=text, segments=tuple(segments))
