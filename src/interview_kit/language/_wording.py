"""Words as they are compared: informal ones by their neutral ones, and forms by their stems."""

from typing import Final, final

from attrs import frozen

from interview_kit.language._profile import Profile, known_profile
from interview_kit.language._tokens import pieces_of
from interview_kit.model import Value

__all__ = ["Word", "normalise", "stem"]

#: Shortest stem, in letters: below it unlike words meet.
MIN_STEM: Final = 4
#: Endings of either language, the longest first.
ENDINGS: Final = ("nya", "kan", "ing", "ed", "es", "s", "i")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Word(Value):
    """A word of an answer.

    Attributes:
        text: the word in lower case, as it was said.
        neutral: the word as it is matched, informal words by their neutral ones.
        start: where it begins, in characters from the start of the answer.
        end: where it ends, exclusive.
    """

    text: str
    neutral: str
    start: int
    end: int


def normalise(text: str, language: str | Profile) -> tuple[Word, ...]:
    """Give the words of informal or mixed text by their neutral ones, each where it stands.

    Args:
        text: the answer; any text.
        language: a BCP 47 tag of a language that comes with the library, or a profile.

    Returns:
        Its words in order: as said, neutral, and the offsets into the very text given.

    Raises:
        MissingLanguageError: if the library has no profile for this tag.

    >>> " ".join(each.neutral for each in normalise("gw udh ngecek, tp blm beres", "id"))
    'saya sudah mengecek tetapi belum selesai'
    """
    profile = known_profile(language)
    said, starts, ends, _ = pieces_of(text, profile)
    columns = zip(said, profile.neutral_words(said), starts, ends, strict=True)
    return tuple(
        Word(text=said, neutral=word, start=start, end=end) for said, word, start, end in columns
    )


def stem(word: str, profile: Profile | None = None) -> str:
    """Cut a word down so that its common forms meet: endings only, and never below four letters.

    Args:
        word: a word in lower case.
        profile: the language whose listed verb stems come first; none for endings only.

    Returns:
        The stem of a listed verb, with or without an ending, or the beginning that its forms share.

    >>> stem("pelanggannya"), stem("customers")
    ('pelanggan', 'customer')
    """
    cut = _without_ending(word)
    if profile is None:
        return cut
    return profile.verb_stem(word) or profile.verb_stem(cut) or cut


def _without_ending(word: str) -> str:
    for ending in ENDINGS if word.endswith(ENDINGS) else ():
        if word.endswith(ending) and len(word) - len(ending) >= MIN_STEM:
            return word[: -len(ending)]
    return word
