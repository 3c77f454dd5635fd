"""What cannot be scored: decided before any criterion is looked at, and never a zero."""

from typing import Final

from attrs import evolve

from interview_kit.errors import MissingLanguageError
from interview_kit.language import Profile, Reading, profile, read, supported_languages
from interview_kit.model import Question, Unscored, to_id

__all__ = ["reading_or_reason"]

#: Fewest words that can tell anything: below it no public sample of an answer, however weak, lies.
MIN_WORDS: Final = 8
#: Share of the answer's words that stand in the question, from which on it counts as copied.
COPIED_SHARE: Final = 0.9
#: Share of distinct words below which an answer of `MIN_WORDS_FOR_VARIETY` words or more repeats
#: itself: genuine answers of that length have .6 to .9, a sentence said four times .25.
MIN_VARIETY: Final = 0.3
MIN_WORDS_FOR_VARIETY: Final = 20
#: Words of a window in which variety is measured: half a minute of speech.
WINDOW: Final = 50
#: Share of small words (the, and, yang, dan …) below which an answer is not in a language, and above
#: which it is in another: genuine answers have .25 to .5 of their own and at most .05 of the other's.
NATIVE_SHARE: Final = 0.1
FOREIGN_SHARE: Final = 0.2


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
    reading = read(answer, known)
    reason_code = _reason(reading, question)
    if not reason_code:
        # What is said again counts once.
        distinct = {sentence.padded: sentence for sentence in reversed(reading.sentences)}
        return evolve(reading, sentences=tuple(reversed(distinct.values())))
    return Unscored(
        scorer=scorer,
        reason=reason_code,
        message=known.message(reason_code),
        language=known.language,
    )


def _reason(reading: Reading, question: Question) -> str:
    words = [word.neutral for word in reading.words]
    if not words:
        return "empty"
    if len(words) < MIN_WORDS:
        return "too_short"
    if _repeats(reading, words):
        return "repeated"
    prompts = [text for _, text in question.text.entries]
    asked = {word.neutral for prompt in prompts for word in read(prompt, reading.profile).words}
    if sum(word in asked for word in words) >= COPIED_SHARE * len(words):
        return "copied_from_question"
    return "wrong_language" if _is_foreign(words, reading.profile) else ""


def _repeats(reading: Reading, words: list[str]) -> bool:
    distinct = {sentence.padded: len(sentence.words) for sentence in reading.sentences}
    if sum(distinct.values()) < MIN_VARIETY * len(words):
        return True
    # The share of distinct words falls with the length of any text, so it is taken window by window.
    starts = range(0, max(1, len(words) - WINDOW // 2), WINDOW)
    windows = [words[start : start + WINDOW] for start in starts]
    shares = [len(set(window)) / len(window) for window in windows]
    long_enough = len(words) >= MIN_WORDS_FOR_VARIETY
    return long_enough and sum(shares) < MIN_VARIETY * len(shares)


def _is_foreign(words: list[str], known: Profile) -> bool:
    """Tell whether an answer's small words are those of another language that we know."""
    own = _share_of(words, known)
    others = (profile(each) for each in supported_languages() if each != known.language)
    return own < NATIVE_SHARE and any(_share_of(words, each) > FOREIGN_SHARE for each in others)


def _share_of(words: list[str], known: Profile) -> float:
    return sum(known.neutral_word(word) in known.stop_words for word in words) / len(words)
