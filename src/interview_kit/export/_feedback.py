"""Feedback to a candidate: what the answers show, what to do next time, and no verdict."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from interview_kit.errors import InvalidValueError
from interview_kit.export._blocks import Bar, Block, Report, Section
from interview_kit.export._levels import level_bar
from interview_kit.export._words import Speaker
from interview_kit.model import ScoreReport, Unscored
from interview_kit.model.checks import as_tuple
from interview_kit.model.values import is_tuple
from interview_kit.scoring import FeedbackItem, ScoreRequest, feedback

__all__ = ["candidate_feedback"]

#: What a scorer was asked, and what it gave back.
Scored = tuple[ScoreRequest, ScoreReport | Unscored]
#: Quotes shown for one thing to tell; more are not read.
MOST_QUOTES: Final = 2


def candidate_feedback(scored: Iterable[Scored], *, language: str) -> Report:
    """Lay out feedback for a candidate: strength first, at most three things for each answer.

    Args:
        scored: pairs of what a scorer was asked and what it gave back, in the order asked; at
            least one. `assess.score_request` gives the first, `score` the second.
        language: the language of the feedback; quotes stay in that of the answer.

    Returns:
        The report. It quotes the answers, so it is personal data as they are.

    Raises:
        InvalidValueError: if there are no pairs, or a report was made with another rubric.
        MissingLanguageError: if reports do not speak the language.

    >>> from interview_kit.assess import score, score_request
    >>> from interview_kit.packs import load
    >>> asked = score_request(load(), "S04", "Tidak tahu.", language="id")
    >>> found = score(load(), "S04", "Tidak tahu.", language="id")
    >>> candidate_feedback([(asked, found)], language="en").sections[0].title
    'Answer 1 of 1'
    """
    pairs = as_tuple(scored)
    if not pairs:
        raise InvalidValueError("scored", "none", "at least one pair")
    for each in pairs:
        _check_pair(each)
    speaker = Speaker(language)
    sections = [
        section
        for place, (request, result) in enumerate(pairs, start=1)
        for section in _answer(request, result, (place, len(pairs)), speaker)
    ]
    return Report(
        kind="candidate_feedback",
        language=speaker.language,
        title=speaker.say("feedback_title"),
        intro=[speaker.callout("feedback_person"), speaker.paragraph("feedback_machine")],
        sections=sections,
    )


def _check_pair(pair: Any) -> None:
    fits = is_tuple(pair) and len(pair) == len(("request", "result"))
    if not fits or not isinstance(pair[0], ScoreRequest):
        found = type(pair).__name__
        raise InvalidValueError("scored", found, "pairs of a ScoreRequest and its result")
    if not isinstance(pair[1], ScoreReport | Unscored):
        found = f"a result of type {type(pair[1]).__name__}"
        raise InvalidValueError("scored", found, "a ScoreReport or an Unscored")


def _answer(
    request: ScoreRequest, result: ScoreReport | Unscored, place: tuple[int, int], speaker: Speaker
) -> Iterator[Section]:
    title = speaker.say("answer_head", place=place[0], count=place[1])
    asked = Block(kind="paragraph", text=speaker.tell(request.question.text))
    if isinstance(result, Unscored):
        yield Section(title=title, blocks=[asked, _why_unscored(result, speaker)])
        return
    told = feedback(result, request, language=speaker.language)
    cautions = [Block(kind="callout", text=each) for each in told.cautions]
    yield Section(title=title, blocks=[asked, *cautions])
    yield from (_told(each, request, result, speaker) for each in told.items)
    yield _scores(request, result, speaker)


def _why_unscored(result: Unscored, speaker: Speaker) -> Block:
    if not result.message:
        return speaker.callout("unscored_why")
    return Block(kind="callout", text=result.message, language=result.language)


def _told(
    item: FeedbackItem, request: ScoreRequest, result: ScoreReport, speaker: Speaker
) -> Section:
    criterion = request.rubric.criterion(item.criterion)
    name = speaker.tell(criterion.name) if criterion else item.criterion
    quotes = (each.quote for each in item.evidence[:MOST_QUOTES])
    facts = (("why", item.matters), ("do", item.action), ("ask", item.probe))
    blocks = [Block(kind="paragraph", text=item.found)]
    blocks += [Block(kind="quote", text=each, language=result.language) for each in quotes]
    rows = [(speaker.say(word), held) for word, held in facts if held]
    blocks += [Block(kind="facts", rows=rows)] if rows else []
    return Section(title=speaker.say(item.kind, criterion=name), level=3, blocks=blocks)


def _scores(request: ScoreRequest, result: ScoreReport, speaker: Speaker) -> Section:
    levels = {each.criterion: each.level for each in result.ratings if each.supported}
    bars = [
        level_bar(speaker.tell(each.name), levels.get(each.id), request.scale, speaker)
        for each in request.rubric.criteria
    ]
    return Section(
        title=speaker.say("by_criterion"),
        level=3,
        blocks=[Block(kind="bars", bars=[_overall(request, result, speaker), *bars])],
    )


def _overall(request: ScoreRequest, result: ScoreReport, speaker: Speaker) -> Bar:
    label = speaker.say("overall")
    if result.overall is None:
        return Bar(label=label, said=speaker.say("no_overall"))
    band = request.scale.band_of(result.overall)
    name = speaker.tell(band.name) if band else ""
    word = "overall_band" if band else "overall_said"
    said = speaker.say(word, overall=result.overall, band=name)
    return Bar(label=label, said=said, share=result.overall / 100)
