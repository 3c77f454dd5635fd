"""What the questions of a pack may not ask: each text that a candidate hears is looked at."""

from collections.abc import Iterator
from typing import Final

from interview_kit._faults import Fault
from interview_kit._strict_json import Path
from interview_kit.errors import listed
from interview_kit.lint import LANGUAGES, LintFinding, catalogue, lint_question
from interview_kit.model import Question, Text
from interview_kit.packs._read import Draft, Finding

__all__ = ["prohibited"]

#: From this margin on a question is refused, in the Indonesian and the English ones: 0.3 and 1.4 %
#: of the bundled questions, and 2.0 and 1.4 % of another author's, by detectors that had not learned
#: from them; 88 and 80 % of the held-out questions on prohibited topics.
CLEAR: Final = 0.5


def prohibited(draft: Draft) -> Iterator[Finding]:
    """Find questions and probes of a pack that clearly ask for what must not be asked.

    Args:
        draft: the pack, as far as it could be read.

    Yields:
        What is wrong, in the order of its objects; what is merely suspected is no fault.
    """
    for entry in draft.entries:
        if isinstance(entry.item, Question):
            for path, text in _heard(entry.item):
                for fault in _faults(text):
                    yield entry.file, fault.under(*entry.path, *path)


def _heard(question: Question) -> Iterator[tuple[Path, Text]]:
    yield ("text",), question.text
    for index, probe in enumerate(question.probes):
        yield ("probes", index, "text"), probe.text


def _faults(text: Text) -> Iterator[Fault]:
    for language, words in text.entries:
        if language.partition("-")[0] in LANGUAGES:
            for finding in lint_question(words, language).findings:
                if finding.verdict == "prohibited" and finding.margin > CLEAR:
                    yield _fault(language, finding)


def _fault(language: str, finding: LintFinding) -> Fault:
    topic = catalogue().topic(finding.topic).name.in_("en").lower()
    message = f"found a question about {topic} (by {listed(finding.words)})"
    return Fault((language,), "prohibited-question", message, finding.alternative.in_("en"))
