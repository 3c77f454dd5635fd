"""From labelled sample answers to the weights of a language."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, repeat
from math import sqrt
from typing import Final

from interview_kit.errors import InvalidValueError
from interview_kit.language._chain import SCALE
from interview_kit.language._exact import exact_log
from interview_kit.language._features import (
    clause_features,
    place_features,
    shared_features,
    traits_of,
)
from interview_kit.language._profile import Profile, known_profile
from interview_kit.language._tokens import Clause, Tokens, clauses_of, tokens_of
from interview_kit.language._training import Example, fit
from interview_kit.language._weights import Weights
from interview_kit.model import (
    PARTS,
    QUALITIES,
    RESPONSE_TYPES,
    SENTENCE_PARTS,
    LabelledSentence,
    SampleAnswer,
)
from interview_kit.model.checks import as_tuple, expect

__all__ = ["train"]

#: Half of what the square of a weight costs, and steps of the minimiser; chosen among 1 to 6, 0.1 to
#: 3 and 50 to 300 by how answers were read that trained nothing.
PARTS_PENALTY: Final = 6.0
RESPONSES_PENALTY: Final = 0.3
QUALITIES_PENALTY: Final = 1.0
STEPS: Final = 100
#: How many times a copy that lacks a part, or has another order, counts.
COPY_WEIGHT: Final = 0.3
#: Parts from which on an answer is copied without one of them.
MIN_PARTS: Final = 3


def train(samples: Iterable[SampleAnswer], language: str | Profile) -> Weights:
    """Train the weights of a language; equal samples in equal order give equal weights.

    Each story is also taken in copies that lack its asides or one of its parts, and in copies in
    another order, so that the place of a sentence alone tells little.

    Args:
        samples: labelled answers; those in other languages are passed over.
        language: a BCP 47 tag of a language that comes with the library, or a profile.

    Returns:
        The weights, to be put into the profile: `attrs.evolve(profile, weights=weights)`.

    Raises:
        MissingLanguageError: if the library has no profile for this tag.
        InvalidValueError: if no sample is in the language.
    """
    profile = known_profile(language)
    known: tuple[SampleAnswer, ...] = as_tuple(samples)
    for each in known:
        expect("samples", each, SampleAnswer)
    own = [each for each in known if each.language.partition("-")[0] == profile.language]
    if not own:
        found = f"{len(known)} samples, none in {profile.language!r}"
        raise InvalidValueError("samples", found, "labelled answers in the language")
    # A quality says most where authors graded the answer criterion by criterion.
    graded = [each for each in own if each.ratings] or own
    examples = [example for each in own for example in _part_examples(each, profile)]
    return Weights(
        parts=fit(examples, SENTENCE_PARTS, penalty=PARTS_PENALTY, steps=STEPS),
        responses=fit(
            [_whole_example(each, each.response_type, profile) for each in own],
            RESPONSE_TYPES,
            penalty=RESPONSES_PENALTY,
            steps=STEPS,
        ),
        qualities=fit(
            [_whole_example(each, each.quality, profile) for each in graded],
            QUALITIES,
            penalty=QUALITIES_PENALTY,
            steps=STEPS,
        ),
        order=_order(own, profile),
    )


def _order(samples: Iterable[SampleAnswer], profile: Profile) -> dict[str, int]:
    """Tell how much likelier than chance each pair of classes is among neighbours."""
    pairs, firsts, lasts = Counter[tuple[str, str]](), Counter[str](), Counter[str]()
    for sample in samples:
        tokens = tokens_of(sample.answer().text, profile)
        for place, gap in enumerate(tokens.gaps):
            if place and gap == " ":
                one, other = tokens.classes[place - 1 : place + 1]
                pairs[one, other] += 1
                firsts[one] += 1
                lasts[other] += 1
    count = pairs.total()
    return {
        one + other: round(
            SCALE * exact_log((pairs[one, other] + 0.5) * count / (a * b + 0.5 * count))
        )
        for one, a in sorted(firsts.items())
        for other, b in sorted(lasts.items())
    }


def _copies(
    sentences: Sequence[LabelledSentence],
) -> Iterator[tuple[Sequence[LabelledSentence], float]]:
    """Give an answer, one without its asides, some without a part, and some in another order."""
    yield sentences, 1.0
    parts = [part for part in PARTS if any(each.part == part for each in sentences)]
    if len(parts) < MIN_PARTS:
        return
    told = [each for each in sentences if each.part != "none"]
    if len(told) < len(sentences):
        yield told, 1.0
    for part in parts:
        yield [each for each in sentences if each.part != part], COPY_WEIGHT
    if "result" in parts:
        yield sorted(sentences, key=lambda each: each.part != "result"), COPY_WEIGHT
    order = [*parts[::-1], "none"]
    yield sorted(sentences, key=lambda each: order.index(each.part)), COPY_WEIGHT


def _labelled(
    sentences: Sequence[LabelledSentence], profile: Profile
) -> tuple[Tokens, list[Clause], list[str]]:
    """Take the sentences of an answer apart, and give each clause the part of its sentence."""
    # An empty line ends a sentence, whatever its last mark.
    tokens = tokens_of("\n\n".join(each.text for each in sentences), profile)
    clauses = clauses_of(tokens, profile)
    ends = [*accumulate(len(each.text) + 2 for each in sentences)]
    labels: list[str] = []
    for first, _ in clauses:
        part = sentences[bisect_right(ends, tokens.starts[first])].part
        # "..., so that the line ran again" tells a result, though its sentence tells an action.
        led = part == "action" and tokens.words[first] in profile.result_openers
        labels.append("result" if led else part)
    return tokens, clauses, labels


def _part_examples(sample: SampleAnswer, profile: Profile) -> Iterator[Example]:
    for sentences, weight in _copies(sample.sentences):
        tokens, clauses, labels = _labelled(sentences, profile)
        if clauses:
            traits = traits_of(tokens, clauses, profile)
            places = place_features(len(clauses))
            features = [
                (*clause_features(tokens, each, own), *place)
                for each, own, place in zip(clauses, traits, places, strict=True)
            ]
            shared = shared_features(traits, profile)
            yield Example(features, shared, labels, sample.id, weight)


def _whole_example(sample: SampleAnswer, label: str, profile: Profile) -> Example:
    tokens = tokens_of(sample.answer().text, profile)
    clauses = clauses_of(tokens, profile)
    traits = traits_of(tokens, clauses, profile)
    named = map(clause_features, repeat(tokens), clauses, traits)
    features = [name for own in named for name in own]
    # By the root of its length, so that a long answer is not surer of its sort by that alone.
    return Example([features], (), [label], sample.id, divisor=sqrt(len(clauses)))
