"""What a question looks like to the detectors: its words, their beginnings, pairs and marks."""

import re
from itertools import pairwise
from typing import Final
from unicodedata import normalize

from interview_kit.model.checks import UNSAFE

__all__ = ["features_of"]

WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
#: Lengths of beginnings, by which the forms of a word meet, in letters.
BEGINNINGS: Final = (4, 6)
#: Most marks, and most words after the last comma, that are told apart.
MOST_MARKS: Final = 3
MOST_LAST: Final = 5


def features_of(text: str) -> frozenset[str]:
    """Name the features of a question.

    Args:
        text: the question; what cannot be seen in it hides nothing.

    Returns:
        Words, pairs of neighbours, beginnings of words (`adv*`), how it opens (`^ is`) and ends
        (`right $`), and how many question marks, commas and words after the last comma it has.

    >>> sorted(features_of("Married?"))
    ['0 ,', '1 ?', '1 after ,', '^ married', 'marr*', 'marrie*', 'married', 'married $']
    """
    visible = UNSAFE.sub("", normalize("NFKC", text))
    said = visible.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    words = WORD.findall(said)
    last = len(WORD.findall(re.split("[,;]", said)[-1]))
    return frozenset(
        (
            *words,
            *(f"{one} {other}" for one, other in pairwise(words)),
            *(f"{word[:cut]}*" for cut in BEGINNINGS for word in words if len(word) > cut),
            *(f"^ {' '.join(words[:count])}" for count in (1, 2) if len(words) >= count),
            *(f"{word} $" for word in words[-1:]),
            f"{min(MOST_MARKS, said.count('?'))} ?",
            f"{min(MOST_MARKS, said.count(','))} ,",
            f"{min(MOST_LAST, last)} after ,",
        )
    )
