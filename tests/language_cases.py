"""Answers and sentences by other hands, for tests of the analyser; none of them trained it."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final

from interview_kit.language import segment
from interview_kit.model import SENTENCE_PARTS

FOLDER: Final = Path(__file__).parent / "language"
LANGUAGES: Final = ("en", "id")
PARTS_BY_LETTER: Final = {part[0].upper(): part for part in SENTENCE_PARTS}


def cases(name: str, language: str) -> list[dict[str, Any]]:
    """Read the cases of one kind in one language."""
    found: list[dict[str, Any]] = json.loads(
        FOLDER.joinpath(f"{name}_{language}.json").read_text("utf-8")
    )
    return found


def joined(sentences: Sequence[tuple[str, str]]) -> tuple[str, list[tuple[int, int]]]:
    """Give the text of labelled sentences, and the span of each."""
    text, spans = "", list[tuple[int, int]]()
    for _, sentence in sentences:
        text += " " if text else ""
        ended = sentence if sentence[-1] in ".!?\u2026" else f"{sentence}."
        spans.append((len(text), len(text) + len(ended)))
        text += ended
    return text, spans


def labels_of(
    spans: Sequence[tuple[int, int]],
    found: Iterable[tuple[int, int, str]],
    labels: Sequence[str],
) -> list[str]:
    """Give for each span the label that most of its characters have; the first of those alike."""
    votes = [Counter[str]() for _ in spans]
    for first, last, label in found:
        for vote, (start, end) in zip(votes, spans, strict=True):
            vote[label] += max(0, min(end, last) - max(start, first))
    return [max(labels, key=vote.__getitem__) for vote in votes]


def parts_read(sentences: Sequence[tuple[str, str]], language: str) -> list[str]:
    """Give for each sentence the part that it is read as."""
    text, spans = joined(sentences)
    found = ((each.start, each.end, each.part) for each in segment(text, language))
    return labels_of(spans, found, SENTENCE_PARTS)


def f_score(pairs: Sequence[tuple[str, str]], label: str) -> float:
    """Give the F1 of one label over pairs of what is right and what was found."""
    hits = sum(right == found == label for right, found in pairs)
    claimed = sum(found == label for _, found in pairs)
    wanted = sum(right == label for right, _ in pairs)
    return 2 * hits / max(1, claimed + wanted)
