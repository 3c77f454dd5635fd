"""The seam for language models: any SDK plugs in by one function, and none is needed here."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from inspect import signature
from typing import Any, Final, Protocol, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError, MissingLanguageError
from interview_kit.language import effort, profile
from interview_kit.model import (
    Id,
    ScoreReport,
    Unscored,
    Value,
    content_hash,
    structure_hash,
    to_id,
)
from interview_kit.model.checks import clean_text, one_of, place_of
from interview_kit.scoring._gate import refused
from interview_kit.scoring._llm_prompt import PROMPT_VERSION, prompt_of
from interview_kit.scoring._llm_reply import report_of, unscored
from interview_kit.scoring._protocol import ScoreRequest, is_async

__all__ = ["AsyncComplete", "AsyncLlmScorer", "Complete", "LlmScorer", "cache_key"]

#: 128 bits, as for `content_hash`.
DIGEST_BYTES: Final = 16


class Complete(Protocol):
    """Anything that asks a language model once and gives its reply.

    Keys, retries, limits of rate and time, and the choice of the model are its business. It may
    raise any error.
    """

    def __call__(self, *, system: str, user: str, schema: Mapping[str, Any]) -> str:
        """Ask a model.

        Args:
            system: the instructions.
            user: the message, a JSON document with the answer in it: personal data.
            schema: the JSON Schema of the reply, of the few keywords that services know; a model
                that takes none is held to it all the same.

        Returns:
            The reply as it came.
        """
        ...


class AsyncComplete(Protocol):
    """As `Complete`, for an event loop."""

    async def __call__(self, *, system: str, user: str, schema: Mapping[str, Any]) -> str:
        """Ask a model.

        Args:
            system: the instructions.
            user: the message, a JSON document with the answer in it: personal data.
            schema: the JSON Schema of the reply.

        Returns:
            The reply as it came.
        """
        ...


def _check_plain(instance: object, attribute: Any, value: Any) -> None:
    hint = "An async function is for AsyncLlmScorer."
    _check_complete(instance, attribute, value, awaited=False, hint=hint)


def _check_async(instance: object, attribute: Any, value: Any) -> None:
    hint = "Write it with `async def`; a plain function is for LlmScorer."
    _check_complete(instance, attribute, value, awaited=True, hint=hint)


def _check_complete(
    instance: object, attribute: Any, value: Any, *, awaited: bool, hint: str
) -> None:
    place = place_of(instance, attribute)
    kind = "an async function" if awaited else "a function"
    allowed = f"{kind} with the keywords system, user and schema"
    if not callable(value):
        found = f"{type(value).__name__}, which cannot be called"
        raise InvalidValueError(place, found, allowed)
    if is_async(value) is not awaited:
        found = "a plain function" if awaited else "an async function"
        raise InvalidValueError(place, found, allowed, hint)
    try:
        # Functions written in C may not tell what they take.
        with suppress(ValueError):
            signature(value).bind(system="", user="", schema={})
    except TypeError as error:
        found = f"a function that cannot be called so: {error}"
        raise InvalidValueError(place, found, allowed) from None


@frozen(kw_only=True, eq=False, repr=False)
class _Asker(Value):
    """What both scorers share."""

    model: str = field(validator=clean_text)
    id: Id = field(default=Id("llm_1"), converter=to_id)
    gate: bool = field(default=True, validator=one_of((True, False)))

    def _refusal(self, request: ScoreRequest) -> Unscored | None:
        """Tell why there is no need to ask a model; `None` if there is."""
        if not self.gate:
            return None
        try:
            known = profile(request.language)
        except MissingLanguageError:
            # Nothing but its emptiness can be told of an answer in an unknown language.
            known = profile("en")
            fault = None if request.answer.strip() else "empty"
        else:
            prompts = [text for _, text in request.question.text.entries]
            fault = effort(request.answer, known, prompts=prompts).fault
        return None if fault is None else refused(self.id, fault, known)

    def _report(self, reply: object, request: ScoreRequest) -> ScoreReport | Unscored:
        return report_of(reply, request, scorer=self.id, model=self.model)

    def _failure(self, error: Exception, request: ScoreRequest) -> Unscored:
        # SDKs have timeouts of their own, which are no `TimeoutError` but are named so. What the
        # error says is not kept: it may hold the answer.
        late = any("Timeout" in kind.__name__ for kind in type(error).__mro__)
        reason = "model_timeout" if late else "model_failed"
        return unscored(self.id, reason, request.language)


@final
@frozen(kw_only=True, eq=False, repr=False)
class LlmScorer(_Asker):
    """A scorer that asks a language model and believes only what it can quote.

    The answer goes to the model as data in a JSON document, never among the instructions. Its reply
    is read strictly; each level above the lowest needs a quote that stands in the answer. What
    fails is `Unscored` with one of `LLM_REASONS`; no message of an error is kept.

    Attributes:
        complete: asks the model: any SDK, in three lines.
        model: the model, as its user calls it; it stands in the report.
        id: id of the scorer in its reports.
        gate: whether an answer in which there is nothing to judge (one of `EFFORT_FAULTS`, such as
            instructions to a scorer) is told so without asking the model. An answer in a language
            without a profile is asked about unless it is blank.

    >>> from interview_kit.assess import score
    >>> from interview_kit.packs import load
    >>> def complete(*, system, user, schema):
    ...     return "I would rather not."
    >>> answer = "I called forty old customers in two weeks and signed three of them."
    >>> scorer = LlmScorer(complete=complete, model="a shy one")
    >>> score(load(), "S04", answer, language="en", scorer=scorer).reason
    'reply_not_json'
    """

    complete: Complete = field(repr=False, validator=_check_plain)

    def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Ask the model about one answer.

        Args:
            request: the question, the answer and the rubric.

        Returns:
            The ratings whose quotes stand, or why there are none: one of `EFFORT_FAULTS` or of
            `LLM_REASONS`.
        """
        refusal = self._refusal(request)
        if refusal is not None:
            return refusal
        prompt = prompt_of(request)
        try:
            reply = self.complete(**prompt)
        except Exception as error:  # noqa: BLE001 - each SDK has errors of its own
            return self._failure(error, request)
        return self._report(reply, request)


@final
@frozen(kw_only=True, eq=False, repr=False)
class AsyncLlmScorer(_Asker):
    """As `LlmScorer`, for an event loop; the same reply makes the same report.

    Attributes:
        complete: asks the model.
        model: the model, as its user calls it; it stands in the report.
        id: id of the scorer in its reports.
        gate: whether an answer in which there is nothing to judge is told so without asking the
            model.
    """

    complete: AsyncComplete = field(repr=False, validator=_check_async)

    async def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Ask the model about one answer.

        Args:
            request: the question, the answer and the rubric.

        Returns:
            The ratings whose quotes stand, or why there are none.
        """
        refusal = self._refusal(request)
        if refusal is not None:
            return refusal
        prompt = prompt_of(request)
        try:
            reply = await self.complete(**prompt)
        except Exception as error:  # noqa: BLE001 - each SDK has errors of its own
            return self._failure(error, request)
        return self._report(reply, request)


def cache_key(scorer: LlmScorer | AsyncLlmScorer, request: ScoreRequest) -> str:
    """Name what a judgement depends on, so that a host need not ask twice.

    The library keeps no cache. A host that does keeps what was judged, not what failed. The key
    tells whether two answers are equal, so it is as confidential as they are.

    Args:
        scorer: the scorer; both kinds have the same key.
        request: the question, the answer and the rubric; purpose and roles do not count, since no
            model is told of them.

    Returns:
        32 hexadecimal digits, the same on every platform and Python version.

    >>> from interview_kit.assess import score_request
    >>> from interview_kit.packs import load
    >>> from interview_kit.scoring import judge
    >>> cache = {}
    >>> def cached(scorer, request):
    ...     key = cache_key(scorer, request)
    ...     if key in cache:
    ...         return cache[key]
    ...     result = judge(scorer, request)
    ...     if isinstance(result, ScoreReport):
    ...         cache[key] = result
    ...     return result
    >>> scorer = LlmScorer(complete=lambda *, system, user, schema: "", model="a silent one")
    >>> request = score_request(load(), "S04", "I called forty customers.", language="en")
    >>> cached(scorer, request).reason, len(cache)
    ('too_short', 0)
    """
    pieces = (
        scorer.id,
        PROMPT_VERSION,
        scorer.model,
        f"{scorer.gate}",
        structure_hash(request.rubric),
        content_hash(request.rubric),
        content_hash(request.question),
        content_hash(request.scale),
        request.language,
        request.answer,
        *map(content_hash, request.competencies),
    )
    return _digest(pieces)


def _digest(pieces: Iterable[str]) -> str:
    digest = blake2b(digest_size=DIGEST_BYTES)
    for piece in pieces:
        # The length before each piece keeps ("ab", "c") apart from ("a", "bc").
        digest.update(f"{len(piece)}:{piece}".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
