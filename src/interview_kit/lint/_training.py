"""Training of detectors: a support vector machine by dual coordinate descent, the same everywhere.

Hsieh, Chang, Lin, Keerthi & Sundararajan (2008), "A Dual Coordinate Descent Method for Large-scale
Linear SVM", algorithm 1 with the squared hinge loss. It takes sums, products, quotients and square
roots alone, whose results IEEE 754 fixes to the last bit, and no random numbers of the host.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from math import sqrt
from typing import Final, NamedTuple

from interview_kit.errors import InvalidValueError
from interview_kit.lint._catalogue import catalogue
from interview_kit.lint._detectors import PRIVATE, SCALE, Detectors, Term
from interview_kit.lint._examples import QuestionExample
from interview_kit.lint._features import features_of
from interview_kit.model import normalise_language
from interview_kit.model.checks import as_tuple, expect, shown

__all__ = ["train"]

#: What a wrong example costs, and how many times more where it has the fault; chosen by training
#: without one of the authors of the examples and measuring on that one, for each in turn.
COST: Final = 1.0
PRIVATE_COST: Final = 4.0
WORDING_COST: Final = 4.0
#: By how much the border of private questions is moved: one that is missed harms a candidate, one
#: that is suspected wrongly costs its author a second look.
LEANING: Final = 0.15
#: A feature counts from this many examples on.
LEAST_EXAMPLES: Final = 2
#: Passes over the examples, and the change below which no more are made.
MAX_PASSES: Final = 40
TOLERANCE: Final = 0.01
#: A topic is kept with a feature from this share of its private examples on, in `SCALE`ths.
LEAST_SHARE: Final = 50


class _Row(NamedTuple):
    """An example: the places of its features in the order of all, and their values."""

    places: tuple[int, ...]
    values: tuple[float, ...]


def train(examples: Iterable[QuestionExample], language: str) -> Detectors:
    """Train the detectors of a language; equal examples in equal order give equal weights.

    Args:
        examples: questions in this language, with and without faults.
        language: its tag.

    Returns:
        The detectors: one of private questions, and one of each fault of wording that occurs.

    Raises:
        InvalidValueError: if no example asks for a prohibited topic, or all do, or a topic is not
            in the catalogue.
    """
    known = _checked(examples)
    private = _private(known)
    signs = {PRIVATE: [topic is not None for topic in private], **_wordings(known)}
    features = [features_of(each.text) for each in known]
    names, sizes = _known_features(features)
    rows = [_row(own, names, sizes) for own in features]
    fitted = {fault: _fitted(rows, own, fault, len(names)) for fault, own in signs.items()}
    shares = _shares(features, private)
    return Detectors(
        language=normalise_language(language),
        faults=tuple(fitted),
        biases=tuple(round(bias * SCALE) for _, bias in fitted.values()),
        terms={
            name: Term(
                round(size * size * SCALE),
                tuple(round(weights[place] * size * SCALE) for weights, _ in fitted.values()),
                shares.get(name, {}),
            )
            for (name, place), size in zip(names.items(), sizes, strict=True)
        },
    )


def _checked(examples: Iterable[QuestionExample]) -> tuple[QuestionExample, ...]:
    known: tuple[QuestionExample, ...] = as_tuple(examples)
    for each in known:
        expect("examples", each, QuestionExample)
    return known


def _private(known: Sequence[QuestionExample]) -> list[str | None]:
    """Give the prohibited topic of each example, if it has one."""
    prohibited = {topic.id for topic in catalogue().topics if topic.verdict == "prohibited"}
    topics = [each.topic if each.topic in prohibited else None for each in known]
    count = sum(topic is not None for topic in topics)
    if not 0 < count < len(topics):
        found = f"{count} of {len(topics)} that ask for a prohibited topic"
        raise InvalidValueError("examples", found, "some that do, and some that do not")
    return [*topics]


def _wordings(known: Sequence[QuestionExample]) -> dict[str, list[bool]]:
    """Tell of each fault of wording which examples have it."""
    verdicts = {topic.id: topic.verdict for topic in catalogue().topics}
    named = sorted({each.topic for each in known if each.topic})
    strangers = [id for id in named if id not in verdicts]
    if strangers:
        raise InvalidValueError("topic", shown(strangers[0]), f"one of {', '.join(verdicts)}")
    return {id: [each.topic == id for each in known] for id in named if verdicts[id] == "caution"}


def _known_features(features: Sequence[frozenset[str]]) -> tuple[dict[str, int], list[float]]:
    counted = Counter(name for names in features for name in names)
    names = sorted(name for name, count in counted.items() if count >= LEAST_EXAMPLES)
    # Rare features say more: the fourth root, rather than a logarithm, since it is exact.
    sizes = [sqrt(sqrt(len(features) / counted[name])) for name in names]
    return {name: place for place, name in enumerate(names)}, sizes


def _row(own: frozenset[str], names: Mapping[str, int], sizes: Sequence[float]) -> _Row:
    places = tuple(sorted(names[name] for name in own if name in names))
    length = sqrt(sum(sizes[place] * sizes[place] for place in places)) or 1.0
    return _Row(places, tuple(sizes[place] / length for place in places))


def _fitted(
    rows: Sequence[_Row], signs: Sequence[bool], fault: str, width: int
) -> tuple[list[float], float]:
    """Fit the weights of one detector, and its bias."""
    weights, bias = [0.0] * width, 0.0
    costly = PRIVATE_COST if fault == PRIVATE else WORDING_COST
    duals, order = [0.0] * len(rows), list(range(len(rows)))
    for turn in range(MAX_PASSES):
        _shuffle(order, turn)
        largest = 0.0
        for at in order:
            row, sign = rows[at], 1.0 if signs[at] else -1.0
            slack = 1.0 / (2.0 * (costly if signs[at] else COST))
            margin = bias
            for place, value in zip(row.places, row.values, strict=True):
                margin += weights[place] * value
            gradient = sign * margin - 1.0 + duals[at] * slack
            dual = max(0.0, duals[at] - gradient / (2.0 + slack))
            change, duals[at] = (dual - duals[at]) * sign, dual
            if change:
                largest = max(largest, abs(gradient))
                bias += change
                for place, value in zip(row.places, row.values, strict=True):
                    weights[place] += change * value
        if largest < TOLERANCE:
            break
    return weights, bias + (LEANING if fault == PRIVATE else 0.0)


def _shuffle(order: list[int], turn: int) -> None:
    # A linear congruential generator (Knuth, MMIX): all that is asked of it is to mix.
    state = turn + 1
    for last in range(len(order) - 1, 0, -1):
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        other = (state >> 33) % (last + 1)
        order[last], order[other] = order[other], order[last]


def _shares(
    features: Sequence[frozenset[str]], topics: Sequence[str | None]
) -> dict[str, dict[str, int]]:
    counted: dict[str, Counter[str]] = {}
    for names, topic in zip(features, topics, strict=True):
        for name in names if topic else ():
            counted.setdefault(name, Counter())[f"{topic}"] += 1
    return {
        name: {
            topic: share
            for topic, count in sorted(of_topics.items())
            if (share := SCALE * count // (of_topics.total() + 1)) >= LEAST_SHARE
        }
        for name, of_topics in counted.items()
    }
