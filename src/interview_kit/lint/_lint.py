"""Looking at one question: may it be asked, and if not, what instead."""

from collections.abc import Iterator
from typing import Final, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.lint._catalogue import VERDICTS, Topic, Verdict, catalogue
from interview_kit.lint._detectors import Detectors, detectors
from interview_kit.model import Id, Text, Value, to_id
from interview_kit.model.checks import as_tuple, instances_of, one_of, shown
from interview_kit.model.sources import to_strings
from interview_kit.model.text import to_text

__all__ = ["LintFinding", "QuestionLint", "lint_question"]

#: Words that carried a finding which are shown, at most.
MAX_WORDS: Final = 5


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
    margin: float
    words: tuple[str, ...] = field(converter=to_strings)
    reason: Text = field(converter=to_text)
    alternative: Text = field(converter=to_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class QuestionLint(Value):
    """Whether a question may be asked; advice, not a legal opinion.

    Attributes:
        findings: what speaks against it, weightiest first; none if nothing does.
    """

    findings: tuple[LintFinding, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(LintFinding)
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

    The detectors have learned from some thousand examples; they miss some questions and suspect
    others wrongly (see `tests/test_lint_held_out.py` for how many), and the catalogue is dated. It
    advises; a person decides.

    Args:
        text: the question.
        language: its language, as a BCP 47 tag.
        by: detectors of your own, as `train` makes them; by default those of the library.

    Returns:
        The verdict with its findings.

    Raises:
        MissingLanguageError: if there are no detectors for the language.
        InvalidValueError: if the text is no string, or the language is no tag.

    >>> found = lint_question("Rencana menikah kapan?", "id")
    >>> found.verdict, found.topic
    ('prohibited', 'marital_status')
    >>> lint_question("Apakah Anda bersedia bekerja shift malam?", "id").verdict
    'ok'
    """
    if type(text) is not str:
        raise InvalidValueError("text", shown(text), "a string")
    found = _findings(text, by or detectors(language))
    order = {topic.id: place for place, topic in enumerate(catalogue().topics)}
    return QuestionLint(findings=sorted(found, key=lambda each: order[each.topic]))


def _findings(text: str, by: Detectors) -> Iterator[LintFinding]:
    topics: dict[str, Topic] = {topic.id: topic for topic in catalogue().topics}
    for topic_id, margin, words in by.look(text):
        topic = topics.get(topic_id)
        if margin > 0 and topic:
            yield LintFinding(
                topic=topic.id,
                verdict=topic.verdict,
                margin=margin,
                words=words[:MAX_WORDS],
                reason=topic.reason,
                alternative=topic.alternative,
            )
