"""Looking at one question: may it be asked, and if not, what instead."""

import re
from collections.abc import Iterable, Iterator
from math import inf
from typing import Any, Final, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.lint._catalogue import VERDICTS, Topic, Verdict, catalogue
from interview_kit.lint._detectors import Detection, Detectors, detectors
from interview_kit.model import Id, Text, Value, normalise_language, to_id
from interview_kit.model.checks import (
    MAX_TEXT,
    as_tuple,
    expect,
    instances_of,
    one_of,
    shown,
    unique_by,
)
from interview_kit.model.sources import to_strings
from interview_kit.model.text import to_text

__all__ = ["LintFinding", "QuestionLint", "lint_question"]

#: Words that carried a finding which are shown, at most.
MAX_WORDS: Final = 5
#: Where one question of several ends.
STOP: Final = re.compile(r"[.?!]+(?=\s|$)|\n+")
#: Margin from which one sentence of several is reported: taken out of its surroundings, it looks
#: more private than it is.
PART_BORDER: Final = 0.65


def _check_margin(_instance: object, _attribute: Any, value: Any) -> None:
    if type(value) is not float or not 0.0 <= value < inf:
        raise InvalidValueError("LintFinding.margin", shown(value), "a number from 0.0")


@final
@frozen(kw_only=True, eq=False, repr=False)
class LintFinding(Value):
    """A topic that a question asks for, or a fault of its wording.

    Attributes:
        topic: id of the topic in the catalogue.
        verdict: `prohibited` or `caution`.
        margin: how clearly it does, from 0.
        words: what in the question speaks for it most: words, pairs, beginnings (`preg*`).
        reason: why it should not be asked.
        alternative: how to learn lawfully what the job needs to know.
    """

    topic: Id = field(converter=to_id)
    verdict: Verdict = field(validator=one_of(VERDICTS[1:]))
    margin: float = field(validator=_check_margin)
    words: tuple[str, ...] = field(converter=to_strings)
    reason: Text = field(converter=to_text)
    alternative: Text = field(converter=to_text)


def _check_order(_instance: object, _attribute: Any, findings: tuple[LintFinding, ...]) -> None:
    verdicts = [VERDICTS.index(each.verdict) for each in findings]
    if verdicts != sorted(verdicts, reverse=True):
        found = shown([each.verdict for each in findings])
        raise InvalidValueError("QuestionLint.findings", found, "the gravest first")


@final
@frozen(kw_only=True, eq=False, repr=False)
class QuestionLint(Value):
    """Whether a question may be asked; advice, not a legal opinion.

    Attributes:
        findings: what speaks against it, gravest first, each topic once; none if nothing does.
    """

    findings: tuple[LintFinding, ...] = field(
        default=(),
        converter=as_tuple,
        validator=[instances_of(LintFinding), unique_by("topic"), _check_order],
    )

    @property
    def verdict(self) -> Verdict:
        """The gravest verdict of the findings; `ok` if there are none."""
        return self.findings[0].verdict if self.findings else "ok"

    @property
    def topic(self) -> Id | None:
        """The topic of the weightiest finding, if there is one."""
        return self.findings[0].topic if self.findings else None

    @property
    def reason(self) -> Text | None:
        """Why the question should not be asked, if so."""
        return self.findings[0].reason if self.findings else None

    @property
    def alternative(self) -> Text | None:
        """What to ask instead, if anything."""
        return self.findings[0].alternative if self.findings else None


def lint_question(text: str, language: str, *, by: Detectors | None = None) -> QuestionLint:
    """Look whether an interviewer may ask something.

    The detectors have learned from about 4,300 examples a language. Of held-out questions on prohibited
    topics they miss one in thirty, of those with faults of wording one in eight, and of lawful ones
    they suspect one in thirty (`tests/test_lint_held_out.py` holds the figures); the topic they
    name is right nine times of ten in Indonesian, and eight in English. The catalogue is dated. It
    advises; a person decides.

    Args:
        text: the question, or several; each is looked at by itself, too. At most 20,000 characters.
        language: its language, as a BCP 47 tag; a question in another one mostly passes.
        by: detectors of your own, as `train` makes them; by default those of the library.

    Returns:
        The verdict with its findings.

    Raises:
        MissingLanguageError: if there are no detectors for the language.
        InvalidValueError: if the text is no string or too long, the language is no tag, or the
            detectors passed in are none or of another language.

    >>> found = lint_question("Rencana menikah kapan?", "id")
    >>> found.verdict, found.topic
    ('prohibited', 'marital_status')
    >>> lint_question("Apakah Anda bersedia bekerja shift malam?", "id").verdict
    'ok'
    """
    if type(text) is not str or len(text) > MAX_TEXT:
        allowed = f"a string of at most {MAX_TEXT} characters"
        raise InvalidValueError("text", shown(text), allowed)
    order = {topic.id: place for place, topic in enumerate(catalogue().topics)}
    clearest: dict[str, LintFinding] = {}
    for each in _findings(text, _chosen(by, language)):
        known = clearest.setdefault(each.topic, each)
        clearest[each.topic] = max(known, each, key=lambda finding: finding.margin)
    return QuestionLint(findings=sorted(clearest.values(), key=lambda each: order[each.topic]))


def _chosen(by: Detectors | None, language: str) -> Detectors:
    primary = normalise_language(language).partition("-")[0]
    if by is None:
        return detectors(primary)
    expect("by", by, Detectors)
    if by.language.partition("-")[0] != primary:
        raise InvalidValueError("by", f"detectors for {by.language!r}", f"some for {primary!r}")
    return by


def _findings(text: str, by: Detectors) -> Iterator[LintFinding]:
    yield from _found(by.look(text), 0.0)
    for part in _questions(text):
        yield from _found(by.look(part), PART_BORDER)


def _questions(text: str) -> Iterator[str]:
    start = 0
    for end in (*(stop.end() for stop in STOP.finditer(text)), len(text)):
        if text[start:end].rstrip().endswith("?"):
            yield text[start:end]
        start = end


def _found(detections: Iterable[Detection], border: float) -> Iterator[LintFinding]:
    topics: dict[str, Topic] = {topic.id: topic for topic in catalogue().topics}
    for topic_id, margin, words in detections:
        topic = topics.get(topic_id)
        if margin > border and topic:
            yield LintFinding(
                topic=topic.id,
                verdict=topic.verdict,
                margin=margin,
                words=words[:MAX_WORDS],
                reason=topic.reason,
                alternative=topic.alternative,
            )
