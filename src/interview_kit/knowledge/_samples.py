"""What the templates about sample answers share: an answer with its question, words, fair shares."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from interview_kit.knowledge._build import filled
from interview_kit.knowledge._template import Sources
from interview_kit.knowledge._wording import cited
from interview_kit.model import Id, Part, Question, Rubric, SampleAnswer, Text
from interview_kit.model.seeds import salted
from interview_kit.quiz._stream import hash_rank, proportional

__all__ = [
    "PART_MEANINGS",
    "PART_NAMES",
    "Case",
    "cases",
    "drawn",
    "shares_a_word",
]

#: Answers are dealt to so many lanes, and a template takes those of some: no answer is asked about
#: in every way.
LANES: Final = 6
#: The longest answer that a quiz shows, in characters: some five minutes of speech.
LONGEST: Final = 4_000

LETTERS: Final = re.compile(r"[^\W\d_]+")
#: The letters by which words are told apart, and the shortest word that is looked at.
STEM: Final = 5
SHORTEST: Final = 4
#: Beginnings of words that say nothing of what a text is about, or are said in any interview.
FILLERS: Final = """
about after akan also anda answe apaka atau away bahwa been befor bila bisa boleh both
candi cerit could dalam dapat dari denga does done ever every from hanya have inter into
jadi jawab juga just kalau kamu kandi kapan karen lalu langk lebih like mana masih menga
more most much needs only other over pada peker pewaw rathe saat sampa satu sebag sedan
sejau sendi still such sudah supay takes tanpa telah tell tentu tetap than that their
them then there these they this those tidak time untuk what when where which while whose
will with work would yaitu yang your
"""
EVERYWHERE: Final = frozenset(FILLERS.split())

#: The parts of an answer, as a learner calls them.
PART_NAMES: Final[dict[Part, Text]] = {
    "situation": Text.of(id="Situasi", en="Situation"),
    "task": Text.of(id="Tugas", en="Task"),
    "action": Text.of(id="Tindakan", en="Action"),
    "result": Text.of(id="Hasil", en="Result"),
    "learning": Text.of(id="Pembelajaran", en="Learning"),
}
#: What each part is for.
PART_MEANINGS: Final[dict[Part, Text]] = {
    "situation": Text.of(
        id="Situasi menerangkan kapan dan di mana kejadiannya, serta apa yang sedang dihadapi.",
        en="The situation says when and where it happened, and what the candidate was faced with.",
    ),
    "task": Text.of(
        id="Tugas menyebut apa yang harus dicapai atau menjadi tanggung jawab kandidat saat itu.",
        en="The task says what had to be achieved, or what the candidate was responsible for.",
    ),
    "action": Text.of(
        id="Tindakan memuat langkah yang diambil kandidat, beserta cara dan alasannya.",
        en="The action is made up of the steps that the candidate took, with how and why.",
    ),
    "result": Text.of(
        id="Hasil menyebut apa yang akhirnya tercapai atau berubah berkat tindakan itu.",
        en="The result says what was achieved or changed in the end through those steps.",
    ),
    "learning": Text.of(
        id="Pembelajaran menyebut apa yang dipetik dari kejadian itu dan apa yang berubah sesudahnya.",
        en="The learning is what was taken from the event, and what has been done differently since.",
    ),
}

#: A question and an answer to it, as they stand in a passage.
PASSAGE: Final = Text.of(
    id="Pertanyaan: {question}\n\nJawaban: {answer}", en="Question: {question}\n\nAnswer: {answer}"
)


class Case(NamedTuple):
    """A sample answer beside what it answers.

    Attributes:
        sample: the answer.
        asked: the words of the question, in the language of the answer.
        question: the question, if it stands in the bank.
        rubric: the rubric for it, if there is one.
    """

    sample: SampleAnswer
    asked: str
    question: Question | None
    rubric: Rubric | None

    @property
    def key(self) -> str:
        """The answer as an element."""
        return f"sample_answers/{self.sample.id}"

    @property
    def roles(self) -> tuple[Id, ...]:
        """The roles that the question is for."""
        return self.question.roles if self.question else ()

    def takes(self, lanes: Iterable[int]) -> bool:
        """Tell whether the answer was dealt to one of these lanes."""
        return proportional(salted("samples", "lane"), (self.sample.id,), LANES) in lanes

    def told(self, pattern: Text, **slots: Text | str) -> Text:
        """Fill in a pattern in the language of the answer alone."""
        return filled(pattern, slots, (self.sample.language,))

    def quoted(self, words: str) -> Text:
        """Give words in the language of the answer as a text."""
        return Text(entries={self.sample.language: words})

    @property
    def words(self) -> str:
        """The whole answer."""
        return self.sample.answer().text

    @property
    def whole(self) -> Text:
        """The question and the whole answer, as a passage."""
        return self.passage([self.words])

    def cited(self, words: str) -> Text:
        """Give words in the language of the answer as they stand between quotation marks."""
        return cited(self.quoted(words))

    def passage(self, sentences: Iterable[str]) -> Text:
        """Give a passage: the question, and these sentences of the answer."""
        return self.told(PASSAGE, question=self.asked, answer=" ".join(sentences))


def cases(sources: Sources) -> Iterator[Case]:
    """Go through the answers that can be shown: not too long, with a question in their language.

    Args:
        sources: where they stand.

    Yields:
        Each answer with what it answers, by id.
    """
    rubrics: dict[str, Rubric] = {each.id: each for each in sources.bank.all(Rubric)}
    for sample in sources.bank.all(SampleAnswer):
        question = sources.bank.get(Question, sample.question) if sample.question else None
        asked = _asked(sample, question)
        length = sum(len(each.text) for each in sample.sentences)
        if asked and length <= LONGEST and sample.language in PASSAGE.languages:
            rubric = rubrics.get(question.rubric or question.kind) if question else None
            yield Case(sample, asked, question, rubric)


def _asked(sample: SampleAnswer, question: Question | None) -> str:
    if question is None:
        return sample.prompt
    return question.text.in_(sample.language) if question.text.speaks(sample.language) else ""


N = TypeVar("N", bound=str)


def drawn(purpose: str, id: str, names: Iterable[N]) -> N:
    """Draw one of some names, each as likely as the others; one that is not drawn may go.

    Args:
        purpose: what is drawn.
        id: what it is drawn for.
        names: at least one.

    Returns:
        The name.
    """
    salt = salted(id, purpose)
    return min(names, key=lambda each: hash_rank(salt, each))


def shares_a_word(one: str, other: str) -> bool:
    """Tell whether two texts share a word of some length, whatever its ending.

    Args:
        one: a text.
        other: another, in the same language.

    Returns:
        `True` if a word of four or more letters, and of some meaning, begins alike in both.
    """
    return bool(_beginnings(one) & _beginnings(other))


@lru_cache(maxsize=1024)
def _beginnings(text: str) -> frozenset[str]:
    words = LETTERS.findall(text.lower())
    return frozenset(each[:STEM] for each in words if len(each) >= SHORTEST) - EVERYWHERE
