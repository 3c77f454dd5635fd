"""What cannot be scored: decided before any criterion is looked at, and never a zero."""

from attrs import evolve

from interview_kit.errors import MissingLanguageError
from interview_kit.language import Reading, effort, profile, read
from interview_kit.model import Question, Unscored, to_id

__all__ = ["reading_or_reason"]


def reading_or_reason(
    scorer: str, question: Question, answer: str, language: str
) -> Reading | Unscored:
    """Take an answer apart, unless there is nothing in it to judge.

    Args:
        scorer: id of the scorer that asks.
        question: the question that was answered.
        answer: the answer.
        language: its language.

    Returns:
        The answer taken apart, or why it cannot be scored, in its language where that is known.
    """
    try:
        known = profile(language)
    except MissingLanguageError:
        message = profile("en").message("unknown_language")
        reason = to_id("unknown_language")
        return Unscored(scorer=scorer, reason=reason, message=message, language="en")
    prompts = [text for _, text in question.text.entries]
    fault = effort(answer, known, prompts=prompts).fault
    if fault is None:
        reading = read(answer, known)
        # What is said again counts once.
        distinct = {sentence.padded: sentence for sentence in reversed(reading.sentences)}
        return evolve(reading, sentences=tuple(reversed(distinct.values())))
    return Unscored(
        scorer=scorer,
        reason=to_id(fault),
        message=known.message(fault),
        language=known.language,
    )
