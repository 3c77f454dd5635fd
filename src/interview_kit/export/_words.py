"""The words of reports, and texts of the bank, in the language of a report."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, final

from interview_kit._resources import read_data
from interview_kit.export._blocks import Block
from interview_kit.model import Text, normalise_language

__all__ = ["Speaker", "all_words"]

#: Of an id that the words may not know, such as a level that somebody wrote in a pack.
BLANK: Final = "…" * 12


@cache
def all_words() -> Mapping[str, Text]:
    """Give the words of reports, by name."""
    data = read_data("interview_kit.export", "words")
    return {word: Text(entries=said) for word, said in data.items()}


@final
class Speaker:
    """Says words in one language."""

    def __init__(self, language: str) -> None:
        """Choose the language.

        Raises:
            MissingLanguageError: if reports do not speak it.
        """
        self.language = normalise_language(language)
        all_words()["overview"].in_(language)

    def say(self, word: str, **values: object) -> str:
        """Say a word of reports, with values in it."""
        return all_words()[word].in_(self.language).format(**values)

    def tell(self, text: Text) -> str:
        """Give a text of the bank, in another language where it does not speak this one."""
        return text.in_(self.language, fallback=("en", *text.languages))

    def number(self, number: float) -> str:
        """Give a number to two decimals, with the comma of Indonesian."""
        text = f"{number:.2f}"
        return text.replace(".", ",") if self.language.startswith("id") else text

    def listed(self, texts: Iterable[Text]) -> str:
        """Give texts of the bank in a row."""
        return ", ".join(map(self.tell, texts))

    def paragraph(self, word: str, **values: object) -> Block:
        """Make a paragraph of a word."""
        return Block(kind="paragraph", text=self.say(word, **values))

    def callout(self, word: str, **values: object) -> Block:
        """Make a callout of a word."""
        return Block(kind="callout", text=self.say(word, **values))

    def bullets(self, *words: str) -> Block:
        """Make bullets of words."""
        return Block(kind="bullets", items=map(self.say, words))

    def blanks(self, *words: str) -> Block:
        """Make facts that somebody fills in by hand."""
        return Block(kind="facts", rows=[(self.say(each), BLANK) for each in words])
