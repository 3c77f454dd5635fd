"""Older pack formats, brought up to date by pure steps from one plain document to another."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from interview_kit._strict_json import Path, is_list, is_object

__all__ = ["FORMAT", "OLDEST_FORMAT", "former_path", "migrate"]

#: The format that this version writes and reads as it is.
FORMAT: Final = 2
OLDEST_FORMAT: Final = 1

Document = dict[str, Any]

#: What format 1 called the keys of pack.json and of questions, and what they are called since.
PACK_NAMES: Final = {"license": "licence"}
QUESTION_NAMES: Final = {"type": "kind", "time": "minutes"}


def migrate(document: Document, format_number: int) -> Document:
    """Bring a file of an older pack up to date.

    Args:
        document: what the file holds; it is not changed.
        format_number: the format of the pack, `OLDEST_FORMAT` to `FORMAT`.

    Returns:
        The same content in the current format.
    """
    for step in range(format_number, FORMAT):
        document = STEPS[step](document)
    return document


def former_path(path: Path) -> Path:
    """Give the path that a place may have had in an older format.

    Args:
        path: keys and indexes in the current format.

    Returns:
        The path with the former names of its keys.
    """
    former = {new: old for old, new in {**PACK_NAMES, **QUESTION_NAMES}.items()}
    return tuple(former.get(step, step) if isinstance(step, str) else step for step in path)


def _from_1_to_2(document: Document) -> Document:
    """Spell `licence` as everywhere else, and call a question's kind and minutes by those names."""
    renamed: Document = _renamed(document, PACK_NAMES)
    questions = renamed.get("questions")
    if is_list(questions):
        renamed["questions"] = [_renamed(each, QUESTION_NAMES) for each in questions]
    return renamed


def _renamed(item: Any, names: Mapping[str, str]) -> Any:
    # What is no object, or has both names, is left for the strict reader to report.
    if not is_object(item):
        return item
    wanted = {old: new for old, new in names.items() if new not in item}
    return {wanted.get(key, key): held for key, held in item.items()}


STEPS: Final[Mapping[int, Callable[[Document], Document]]] = {1: _from_1_to_2}
