"""What a question is about, as stems: its own words, its key points, its competencies and roles."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from interview_kit.language import Profile, stem
from interview_kit.model import Competency, Question, Role, Text
from interview_kit.model.same import Same
from interview_kit.scoring._protocol import ScoreRequest

__all__ = ["Hit", "Topic", "hits_of", "topic_of"]

#: Shortest word of a text that is a topic, in letters: shorter ones are mostly particles.
MIN_LETTERS: Final = 3
#: What a topic word may come from, besides the key points by their ids.
QUESTION: Final = "question"
COMPETENCY: Final = "competency"
ABOUT: Final = "about"
ROLE: Final = "role"
WORKPLACE: Final = "workplace"


#: A topic: for each first stem the whole phrases that begin with it and where each is from.
Topic = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


class Hit(NamedTuple):
    """A phrase of the topic in an answer.

    Attributes:
        place: the word at which it begins.
        phrase: its stems.
        source: where it is from: `question`, `competency`, `about` for what good answers
            tell, `role`, `workplace`, or the id of a key point.
    """

    place: int
    phrase: tuple[str, ...]
    source: str


def topic_of(request: ScoreRequest, profile: Profile) -> Topic:
    """Give what the question of a request is about.

    Args:
        request: the question with its competencies and roles.
        profile: the language of the answer.

    Returns:
        Its topic; made once for the same objects.
    """
    competencies = tuple(map(Same, request.competencies))
    return _made(
        Same(profile), Same(request.question), competencies, tuple(map(Same, request.roles))
    )


@lru_cache(maxsize=1024)
def _made(
    profile: Same[Profile],
    question: Same[Question],
    competencies: tuple[Same[Competency], ...],
    roles: tuple[Same[Role], ...],
) -> Topic:
    known, asked = profile.held, question.held
    language = known.language
    sources = [
        *(
            (each.id, [*each.terms.in_(language), *_words(each.text, known)])
            for each in asked.key_points
        ),
        *((COMPETENCY, each.held.terms.in_(language)) for each in competencies),
        (QUESTION, _words(asked.text, known)),
        (ABOUT, [word for text in _about(asked, competencies) for word in _words(text, known)]),
        *((ROLE, each.held.terms.in_(language)) for each in roles),
        (WORKPLACE, sorted(known.lexicon(WORKPLACE))),
    ]
    table: dict[str, dict[tuple[str, ...], str]] = {}
    for source, phrases in sources:
        for phrase in phrases:
            stems = _stems(phrase, known)
            if stems:
                # What stands in several is taken for the first, which is nearest to the question.
                table.setdefault(stems[0], {}).setdefault(stems, source)
    return {first: tuple(found.items()) for first, found in table.items()}


def _about(asked: Question, competencies: Sequence[Same[Competency]]) -> Iterator[Text]:
    """Give the texts that tell of good answers to a question."""
    yield from (each.text for each in asked.indicators if each.sign == "positive")
    yield from (each.text for each in asked.probes)
    yield from (each.held.definition for each in competencies)


def _words(text: Text, known: Profile) -> list[str]:
    """Give the telling words of a text in a language; none if the text is not in it."""
    if not text.speaks(known.language):
        return []
    words = known.word_pattern.findall(text.in_(known.language).lower())
    telling = (word for word in words if word not in known.empty_words and word.isalpha())
    return [word for word in telling if len(word) >= MIN_LETTERS]


def _stems(phrase: str, known: Profile) -> tuple[str, ...]:
    words = known.neutral_words(known.word_pattern.findall(phrase.lower()))
    return tuple(stem(word, known) for word in words)


def hits_of(words: Sequence[str], profile: Profile, topic: Topic) -> list[Hit]:
    """Find the topic in an answer, by whole words and their stems.

    Args:
        words: the words of the answer.
        profile: their language.
        topic: what the question is about.

    Returns:
        Each phrase where it stands, in order.
    """
    stems = [stem(word, profile) for word in words]
    return [
        Hit(place, phrase, source)
        for place, first in enumerate(stems)
        if first in topic
        for phrase, source in topic[first]
        if len(phrase) == 1 or tuple(stems[place : place + len(phrase)]) == phrase
    ]
