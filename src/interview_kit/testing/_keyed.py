"""A scorer for tests: it keeps the contract and judges by nothing but a hash."""

import re
from hashlib import blake2b
from typing import Final, final

from attrs import field, frozen

from interview_kit.model import Evidence, Rating, ScoreReport, Unscored, Value
from interview_kit.model.checks import whole_number
from interview_kit.scoring import ScoreRequest

__all__ = ["HIGHEST_KEY", "KeyedScorer"]

#: Highest key of a keyed scorer.
HIGHEST_KEY: Final = 1_000_000
#: Id of every keyed scorer in its reports.
KEYED: Final = "keyed"


@final
@frozen(kw_only=True, eq=False, repr=False)
class KeyedScorer(Value):
    """A scorer that gives sound reports of arbitrary levels, the same for the same request.

    Combinations, batches and whatever else asks scorers can be tested by it: it is hashable and
    picklable, rates every criterion, quotes a word for each level, and gives no score for an answer
    without words.

    Attributes:
        key: two keys judge differently, 0 to 1,000,000.

    >>> from interview_kit.scoring import examine
    >>> examine(KeyedScorer(key=7))
    'sync'
    """

    key: int = field(validator=whole_number(0, HIGHEST_KEY))

    def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Judge one answer by the hash of the key, the criterion and the answer."""
        words = [*re.finditer(r"\w+", request.answer)]
        if not words:
            return Unscored(scorer=KEYED, reason="empty")
        ratings = [self._rating(request, words, each.id) for each in request.rubric.criteria]
        return ScoreReport(scorer=KEYED, language=request.language, ratings=ratings)

    def _rating(self, request: ScoreRequest, words: list[re.Match[str]], criterion: str) -> Rating:
        lowest, highest = request.scale.lowest, request.scale.highest
        message = f"{self.key} {criterion} {request.answer}".encode("utf-8", "surrogatepass")
        number = int.from_bytes(blake2b(message).digest(), "big")
        level = lowest + number % (highest - lowest + 1)
        word = words[number % len(words)]
        quote = Evidence(start=word.start(), end=word.end(), quote=word.group())
        return Rating(criterion=criterion, level=level, evidence=[quote] if level > lowest else ())
