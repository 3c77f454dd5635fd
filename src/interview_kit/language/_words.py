"""Words as they are looked for, whatever the language."""

import re
from typing import Final

__all__ = ["lowered", "words_in"]

WORD: Final = re.compile(r"[^\W_]+")


def lowered(text: str) -> str:
    """Put a text in lower case without moving any character.

    Args:
        text: any text.

    Returns:
        As many characters; those whose lower case is longer stay as they are.
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := each.lower()) == 1 else each for each in text)


def words_in(text: str) -> list[str]:
    """Give the words of a text in lower case.

    Args:
        text: any text.

    Returns:
        Its words in order.
    """
    return WORD.findall(lowered(text))
