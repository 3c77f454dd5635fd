"""Which language a text is in, as far as its small words tell."""

from collections.abc import Sequence
from functools import cache
from typing import Final, Literal

from interview_kit._resources import read_data
from interview_kit.language._words import words_in

__all__ = ["LanguageGuess", "guess_language", "is_relative"]

#: Indonesian, English, both by turns, or another language, Malay and Javanese among them.
LanguageGuess = Literal["id", "en", "mixed", "other"]

#: Share of small words from which on a text is in a language: sample answers have .2 to .6 of their
#: own, and at most .08 of the other.
NATIVE: Final = 0.1
#: Share of the small words of both languages from which on the rarer one is more than a loan.
BOTH: Final = 0.25
#: Near relatives share words with Indonesian: share of their own words, and how many different
#: ones, from which on a text is theirs.
RELATIVE_SHARE: Final = 0.04
RELATIVE_WORDS: Final = 3
RELATIVES: Final = ("jv", "ms", "su")


def guess_language(text: str) -> LanguageGuess:
    """Guess the language of a text from its small words.

    Args:
        text: any text.

    Returns:
        `id`, `en`, `mixed` for both by turns, or `other`, also for a text without words.

    >>> guess_language("Saya hubungi pelanggan itu karena pesanannya belum sampai.")
    'id'
    >>> guess_language("Saya menghantar borang itu selepas mesyuarat kerana tarikh sudah dekat.")
    'other'
    """
    words = words_in(text)
    count = max(1, len(words))
    known = _small_words()
    indonesian, english = (
        sum(word in known[each] for word in words) / count for each in ("id", "en")
    )
    if is_relative(words) or max(indonesian, english) < NATIVE:
        return "other"
    if min(indonesian, english) > BOTH * (indonesian + english):
        return "mixed"
    return "id" if indonesian >= english else "en"


def is_relative(words: Sequence[str]) -> bool:
    """Tell whether words are those of a language near to Indonesian: Malay, Javanese, Sundanese.

    Args:
        words: the words of a text in lower case.

    Returns:
        Whether enough of them are said in such a language alone, and of Javanese and Sundanese more
        than of Indonesian.
    """
    known = _small_words()
    indonesian = sum(word in known["id"] for word in words)
    for name in RELATIVES:
        found = [word for word in words if word in known[name]]
        enough = len(set(found)) >= RELATIVE_WORDS and len(found) >= RELATIVE_SHARE * len(words)
        # Malay shares its small words with Indonesian; there the telling ones are few.
        if enough and (name == "ms" or len(found) > indonesian):
            return True
    return False


@cache
def _small_words() -> dict[str, frozenset[str]]:
    data = read_data("interview_kit.language", "guess")
    return {name: frozenset(words) for name, words in data.items()}
