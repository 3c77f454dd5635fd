"""Detectors: linear classifiers over the features of a question, one for each sort of fault."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from math import sqrt
from typing import Any, Final, NamedTuple, final

from attrs import field, frozen

from interview_kit.errors import MissingLanguageError
from interview_kit.lint._catalogue import read_data
from interview_kit.lint._features import features_of
from interview_kit.model import normalise_language

__all__ = [
    "LANGUAGES",
    "PRIVATE",
    "SCALE",
    "Detection",
    "Detectors",
    "Term",
    "check_language",
    "detectors",
    "detectors_of",
]

#: The languages in which questions can be looked at.
LANGUAGES: Final = ("en", "id")
#: The fault of asking for any topic that is prohibited.
PRIVATE: Final = "private"
#: Weights are whole numbers of this part of one, so that they are the same on every platform.
SCALE: Final = 1000


class Term(NamedTuple):
    """What is known of a feature.

    Attributes:
        size: what it adds to the square of a question's size, in `SCALE`ths.
        weights: what it says for each fault, in `SCALE`ths.
        topics: in which share of the private questions that have it each topic stands, in
            `SCALE`ths; rare topics are left out.
    """

    size: int
    weights: tuple[int, ...]
    topics: Mapping[str, int]


class Detection(NamedTuple):
    """What was found of one fault.

    Attributes:
        topic: the topic for which most speaks; of a fault of wording, its own name.
        margin: how clearly the question has the fault; 0 is the border that training drew.
        features: the features that speak for it, weightiest first.
    """

    topic: str
    margin: float
    features: tuple[str, ...]


@final
@frozen(kw_only=True, eq=False)
class Detectors:
    """All detectors of a language.

    Attributes:
        language: its tag.
        faults: what they detect: `private`, then the faults of wording.
        biases: what speaks for each fault before a word is read, in `SCALE`ths.
        terms: the features they know.
    """

    language: str
    faults: tuple[str, ...]
    biases: tuple[int, ...]
    terms: Mapping[str, Term] = field(repr=False)

    def look(self, text: str) -> tuple[Detection, ...]:
        """Look at a question.

        Args:
            text: the question.

        Returns:
            How clearly it has each fault.
        """
        known = {name: self.terms[name] for name in features_of(text) if name in self.terms}
        length = sqrt(SCALE * sum(term.size for term in known.values())) or 1.0
        return tuple(self._detected(place, known, length) for place in range(len(self.faults)))

    def _detected(self, place: int, known: Mapping[str, Term], length: float) -> Detection:
        weights = {name: term.weights[place] for name, term in known.items()}
        margin = self.biases[place] / SCALE + sum(weights.values()) / length
        speaking = [name for name, weight in weights.items() if weight > 0]
        speaking.sort(key=lambda name: (-weights[name], name))
        topic = self.faults[place]
        if topic == PRIVATE:
            votes = Counter[str]()
            for name in speaking:
                votes.update(known[name].topics)
            topic = max(votes, key=lambda each: (votes[each], each), default="")
        return Detection(topic, margin, tuple(speaking))

    def document(self) -> dict[str, Any]:
        """Write the detectors as a plain document, of which `detectors_of` makes them again."""
        terms = {name: [*term] for name, term in sorted(self.terms.items())}
        faults = [*map(list, zip(self.faults, self.biases, strict=True))]
        return {"language": self.language, "faults": faults, "terms": terms}


def detectors_of(plain: Mapping[str, Any]) -> Detectors:
    """Make detectors of the document that they were written as.

    Args:
        plain: the document.

    Returns:
        The detectors.
    """
    names, biases = zip(*plain["faults"], strict=True)
    return Detectors(
        language=plain["language"],
        faults=names,
        biases=biases,
        terms=dict(_terms(plain["terms"])),
    )


def _terms(plain: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    for name, (size, weights, topics) in plain.items():
        yield name, Term(size, tuple(weights), topics)


def check_language(language: str) -> str:
    """Give the part of a tag that counts.

    Args:
        language: a BCP 47 tag.

    Returns:
        Its first part.

    Raises:
        MissingLanguageError: if questions in this language cannot be looked at.
    """
    primary = normalise_language(language).partition("-")[0]
    if primary not in LANGUAGES:
        raise MissingLanguageError(language, LANGUAGES)
    return primary


def detectors(language: str) -> Detectors:
    """Give the detectors that come with the library.

    Args:
        language: a BCP 47 tag; only its first part counts.

    Returns:
        The detectors, the same object each time.

    Raises:
        MissingLanguageError: if there are none for this language.

    >>> detectors("id-ID").faults
    ('private', 'double_barrelled', 'leading')
    """
    return _read(check_language(language))


@cache
def _read(language: str) -> Detectors:
    return detectors_of(read_data(f"detectors_{language}"))
