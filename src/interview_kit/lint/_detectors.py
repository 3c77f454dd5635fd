"""Detectors: linear classifiers over the features of a question, one for each sort of fault."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from math import sqrt
from types import MappingProxyType
from typing import Any, Final, NamedTuple, final

from attrs import field, frozen

from interview_kit._resources import read_data
from interview_kit.errors import InvalidValueError, MissingLanguageError
from interview_kit.lint._features import features_of
from interview_kit.model import normalise_language
from interview_kit.model.checks import as_tuple, shown
from interview_kit.model.sources import to_strings

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
#: Size, or share of one topic, from which on a feature tells something by itself: it stands in 2 % of
#: the examples at most, or half of the private ones that have it are on one topic. Openings such as
#: "are you" are commoner and stand before every topic; alone they make no question private.
TELLING_SIZE: Final = 7 * SCALE
TELLING_SHARE: Final = SCALE // 2


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


def _to_terms(terms: Mapping[str, Term]) -> Mapping[str, Term]:
    if not isinstance(terms, Mapping) or not all(isinstance(e, Term) for e in terms.values()):
        raise InvalidValueError("Detectors.terms", shown(terms), "a mapping of features to terms")
    return MappingProxyType(dict(terms))


class Detection(NamedTuple):
    """What was found of one fault.

    Attributes:
        topic: the topic for which most speaks, empty if only common features speak for the fault;
            of a fault of wording, its own name.
        margin: how clearly the question has the fault; 0 is the border that training drew.
        features: the features that speak for it, weightiest first.
    """

    topic: str
    margin: float
    features: tuple[str, ...]


@final
@frozen(kw_only=True, eq=False)
class Detectors:
    """All detectors of a language, immutable; equal if they are written alike.

    Attributes:
        language: its tag.
        faults: what they detect: `private`, then the faults of wording.
        biases: what speaks for each fault before a word is read, in `SCALE`ths.
        terms: the features they know.
    """

    language: str = field(converter=normalise_language)
    faults: tuple[str, ...] = field(converter=to_strings)
    biases: tuple[int, ...] = field(converter=as_tuple)
    terms: Mapping[str, Term] = field(repr=False, converter=_to_terms)

    def __attrs_post_init__(self) -> None:
        if not len(self.faults) == len(self.biases) > 0:
            found = f"{len(self.faults)} faults and {len(self.biases)} biases"
            raise InvalidValueError("Detectors", found, "a bias for each fault, and one at least")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Detectors):
            return NotImplemented
        return self.document() == other.document()

    def __hash__(self) -> int:
        return hash((self.language, self.faults, self.biases, len(self.terms)))

    def __reduce__(self) -> tuple[Any, ...]:
        # A read-only view of a mapping cannot be pickled itself.
        return detectors_of, (self.document(),)

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
            is_told = any(_is_telling(known[name]) for name in speaking)
            topic = _topic_of(known.values()) if is_told else ""
        return Detection(topic, margin, tuple(speaking))

    def document(self) -> dict[str, Any]:
        """Write the detectors as a plain document, of which `detectors_of` makes them again."""
        terms = {name: [*term] for name, term in sorted(self.terms.items())}
        faults = [*map(list, zip(self.faults, self.biases, strict=True))]
        return {"language": self.language, "faults": faults, "terms": terms}


def _is_telling(term: Term) -> bool:
    share = max(term.topics.values(), default=0)
    return term.size >= TELLING_SIZE or share >= TELLING_SHARE


def _topic_of(terms: Iterable[Term]) -> str:
    """Give the topic for which most speaks."""
    votes = Counter[str]()
    for term in terms:
        votes.update(term.topics)
    return max(votes, key=lambda each: (votes[each], each), default="")


def detectors_of(plain: Mapping[str, Any]) -> Detectors:
    """Make detectors of the document that they were written as.

    Args:
        plain: the document.

    Returns:
        The detectors.

    Raises:
        InvalidValueError: if it is no such document.
    """
    try:
        return _read_document(plain)
    except (KeyError, TypeError, ValueError) as error:
        allowed = "a document that Detectors.document wrote"
        raise InvalidValueError("detectors", shown(plain), allowed) from error


def _read_document(plain: Mapping[str, Any]) -> Detectors:
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
    return detectors_of(read_data("interview_kit.lint", f"detectors_{language}"))
