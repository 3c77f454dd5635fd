"""What a model replied: read strictly, and believed only as far as its quotes stand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from json import loads
from re import finditer
from typing import Any, Final, NamedTuple, NoReturn, cast

from interview_kit.model import Evidence, Rating, ScoreReport, Unscored
from interview_kit.scoring._protocol import ScoreRequest

__all__ = ["LLM_REASONS", "report_of", "unscored"]

#: Why an answer is `Unscored` after a model was asked. The first two are of the call, and may pass by
#: themselves; the others are of what came back.
LLM_REASONS: Final = (
    "model_failed",  # the call raised an error
    "model_timeout",  # the call took too long
    "reply_not_text",  # something else than a string came back
    "reply_empty",
    "reply_too_long",
    "reply_not_json",  # prose, a refusal, JSON that is cut off
    "reply_off_schema",  # JSON of another form than the schema asks for
    "reply_off_rubric",  # a criterion is unknown, missing or rated twice
    "reply_off_scale",  # a level is below the lowest or above the highest
    "invented_quotes",  # no level is left, and some had only quotes that are not in the answer
    "no_quotes",  # no level is left, and some had no quotes at all
    "nothing_assessed",  # the model gave no level
)

#: Longest reply that is read, in characters: a hundred criteria, the most that a rubric has, with
#: 2,000 each.
MAX_REPLY: Final = 200_000
#: Quotes looked up for one rating: twice what is asked for; further ones are left out.
MAX_QUOTES: Final = 8
#: What is said to the candidate: of a call that failed, one that took too long, a reply that is no
#: use, and one that judges nothing.
MESSAGES: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "id": (
        "Penilai otomatis tidak bisa dihubungi. Coba lagi nanti.",
        "Penilaiannya terlalu lama. Coba lagi nanti.",
        "Hasil penilaian kali ini tidak bisa dipakai. Coba lagi.",
        "Belum ada yang bisa dinilai dari jawaban ini.",
    ),
    "en": (
        "The automatic scorer could not be reached. Try again later.",
        "Scoring took too long. Try again later.",
        "This time the scoring gave no usable result. Try again.",
        "There was nothing in this answer that could be scored.",
    ),
}
#: Which message a reason has; any other has the third.
MESSAGE_OF: Final[Mapping[str, int]] = {
    "model_failed": 0,
    "model_timeout": 1,
    "nothing_assessed": 3,
}
#: Why a rating has no level, and the reason for the whole if none has, gravest first.
NO_LEVEL: Final[Mapping[str, str]] = {
    "invented_quote": "invented_quotes",
    "no_quote": "no_quotes",
    "not_assessed": "nothing_assessed",
}


def unscored(scorer: str, reason: str, language: str) -> Unscored:
    """Say why there is no judgement, in the language of the answer or else in English.

    Args:
        scorer: id of the scorer.
        reason: one of `LLM_REASONS`.
        language: the language of the answer.

    Returns:
        The reason with a sentence for the candidate.
    """
    primary = language.partition("-")[0]
    spoken = primary if primary in MESSAGES else "en"
    message = MESSAGES[spoken][MESSAGE_OF.get(reason, 2)]
    return Unscored(scorer=scorer, reason=reason, message=message, language=spoken)


def report_of(
    reply: object, request: ScoreRequest, *, scorer: str, model: str
) -> ScoreReport | Unscored:
    """Make a report of what a model replied.

    A level above the lowest stands only with a quote that is in the answer; else the criterion is
    left unrated, which lowers the coverage and not the score. What the model writes as its reason
    is not kept: it asks for one because the judgement is better for it, but its words are free.

    Args:
        reply: whatever came back.
        request: what was asked.
        scorer: id of the scorer.
        model: the model as its user calls it.

    Returns:
        The ratings in the order of the reply, with the warning `invented_quote` if a quote is not
        in the answer; or one of `LLM_REASONS`.
    """
    try:
        claims = _claims(reply, request)
    except _Refused as refused:
        return unscored(scorer, refused.reason, request.language)
    said = _Said(request.answer)
    judged = [_judged(claim, request.scale.lowest, said) for claim in claims]
    ratings = [rating for rating, _ in judged]
    if all(each.level is None for each in ratings):
        given = {each.reason for each in ratings}
        reason = next(whole for single, whole in NO_LEVEL.items() if single in given)
        return unscored(scorer, reason, request.language)
    warnings = ("invented_quote",) if any(invented for _, invented in judged) else ()
    return ScoreReport(
        scorer=scorer,
        language=request.language,
        ratings=ratings,
        warnings=warnings,
        model=model,
    )


class _Refused(Exception):  # noqa: N818 - a signal within this module; nobody else sees it
    """The reply cannot be used."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class _Claim(NamedTuple):
    """What a model says on one criterion."""

    criterion: str
    level: int | None
    quotes: Sequence[str]


def _claims(reply: object, request: ScoreRequest) -> list[_Claim]:
    (listed,) = _members(_json(_text(reply)), "ratings")
    if type(listed) is not list:
        raise _Refused("reply_off_schema")
    claims = [_claim(each) for each in cast("list[object]", listed)]
    rated = Counter(each.criterion for each in claims)
    if rated != Counter(each.id for each in request.rubric.criteria):
        raise _Refused("reply_off_rubric")
    low, high = request.scale.lowest, request.scale.highest
    if not all(each.level is None or low <= each.level <= high for each in claims):
        raise _Refused("reply_off_scale")
    return claims


def _text(reply: object) -> str:
    if not isinstance(reply, str):
        raise _Refused("reply_not_text")
    if len(reply) > MAX_REPLY:
        raise _Refused("reply_too_long")
    text = reply.strip()
    if not text:
        raise _Refused("reply_empty")
    opening, closing = "```json", "```"
    fenced = text.startswith(opening) and text.endswith(closing)
    return text.removeprefix(opening).removesuffix(closing) if fenced else text


def _json(text: str) -> object:
    try:
        plain: object = loads(text, object_pairs_hook=_unique, parse_constant=_refuse_constant)
    except RecursionError:
        # Nothing nested so deep can be what was asked for.
        raise _Refused("reply_off_schema") from None
    except ValueError:
        # The error holds the whole text, and so what it quotes of the answer.
        raise _Refused("reply_not_json") from None
    return plain


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise _Refused("reply_off_schema")
    return members


def _refuse_constant(_name: str) -> NoReturn:
    raise _Refused("reply_not_json")


def _members(plain: object, *names: str) -> list[Any]:
    if type(plain) is not dict:
        raise _Refused("reply_off_schema")
    members = cast("dict[str, Any]", plain)
    if members.keys() != {*names}:
        raise _Refused("reply_off_schema")
    return [members[name] for name in names]


def _claim(plain: object) -> _Claim:
    criterion, quotes, reason, level = _members(plain, "criterion", "quotes", "reason", "level")
    fits = (
        type(criterion) is str
        and type(quotes) is list
        and all(type(each) is str for each in cast("list[object]", quotes))
        and type(reason) is str
        # `True` is a whole number to Python, and 3.0 equals 3.
        and (level is None or type(level) is int)
    )
    if not fits:
        raise _Refused("reply_off_schema")
    return _Claim(criterion, level, cast("list[str]", quotes))


class _Said:
    """An answer in which quotes are found, whatever white space stands between their words."""

    def __init__(self, answer: str) -> None:
        self._answer = answer
        self._spaced = " ".join(answer.split())
        # Where each character of the spaced text, and each end of a word, stands in the answer.
        self._places: list[int] = []
        for word in finditer(r"\S+", answer):
            self._places += range(word.start(), word.end() + 1)

    def find(self, quotes: Sequence[str]) -> tuple[list[Evidence], bool]:
        """Find quotes; one that is given again is looked for behind its last place.

        Args:
            quotes: what should stand in the answer; blank ones are passed over.

        Returns:
            Those that stand there, as they stand there, and whether one does not.
        """
        found: list[Evidence] = []
        ends: dict[str, int] = {}
        invented = False
        for quote in quotes[:MAX_QUOTES]:
            words = " ".join(quote.split())
            start = self._spaced.find(words, ends.get(words, 0)) if words else -1
            if start >= 0:
                ends[words] = start + len(words)
                found.append(self._evidence(start, ends[words]))
            elif words and words not in ends:
                invented = True
        return found, invented

    def _evidence(self, start: int, end: int) -> Evidence:
        first, last = self._places[start], self._places[end]
        return Evidence(start=first, end=last, quote=self._answer[first:last])


def _judged(claim: _Claim, lowest: int, said: _Said) -> tuple[Rating, bool]:
    """Make a rating of a claim, and tell whether a quote of it was invented."""
    if claim.level is None:
        return Rating(criterion=claim.criterion, reason="not_assessed"), False
    evidence, invented = said.find(claim.quotes)
    if claim.level == lowest:
        return Rating(criterion=claim.criterion, level=lowest, reason="not_shown"), invented
    if evidence:
        level = claim.level
        rating = Rating(criterion=claim.criterion, level=level, reason="quoted", evidence=evidence)
        return rating, invented
    reason = "invented_quote" if invented else "no_quote"
    return Rating(criterion=claim.criterion, reason=reason), invented
