"""What the makers share: words put together, and how far two texts tell of one another."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Final

from interview_kit._resources import read_data
from interview_kit.knowledge._build import filled
from interview_kit.model import Text

__all__ = ["cited", "differ", "likeness", "listed", "quoted", "roots", "said", "tells"]

WORD: Final = re.compile(r"[^\W\d_]{4,}")
#: Short words that tell as much as long ones, such as “CV”.
ABBREVIATION: Final = re.compile(r"\b[A-Z]{2,3}\b")
#: What any two texts about recruitment may name.
COMMON_ABBREVIATIONS: Final = frozenset(("HR", "HRD"))
#: Verbal prefixes of Indonesian: what is left of a word without them is nearer to its root.
PREFIX: Final = re.compile(r"^(?:meng|meny|men|mem|peng|peny|pen|pem|ber|ter|per|di|se)(?=\w{4})")
#: Letters of a word that count, so that “interviews” and “interviewing” are one.
ROOT: Final = 5

#: Quotation marks, and those that stand within them.
SINGLE: Final = str.maketrans("“”", "\u2018\u2019")


def said(pattern: Text, **slots: Text) -> Text | None:
    """Put texts into a pattern.

    Args:
        pattern: a text with names in braces.
        **slots: what stands for the names.

    Returns:
        The text in the languages that pattern and slots share; `None` if there are none.

    >>> said(Text.of(id="Jadi: {it}", en="So: {it}"), it=Text.of(en="yes")).entries
    (('en', 'So: yes'),)
    """
    spoken = [
        tag for tag in pattern.languages if all(tag in each.languages for each in slots.values())
    ]
    return filled(pattern, slots, spoken) if spoken else None


def quoted(text: Text) -> Text:
    """Make a text ready to stand between quotation marks.

    Args:
        text: any text.

    Returns:
        The text with single quotation marks where it had double ones, and no full stop at its end.

    >>> quoted(Text.of(en="They will call.")).in_("en")
    'They will call'
    """
    return Text(entries={tag: _without_stop(words) for tag, words in cited(text).entries})


def listed(texts: Sequence[Text]) -> Text:
    """Name texts one after the other.

    Args:
        texts: the texts, one or more, in their order.

    Returns:
        The texts in quotation marks, in the languages that all share; the first text if they share
        none.

    >>> listed([Text.of(en="First."), Text.of(en="Last.")]).in_("en")
    '“First”, “Last”'
    """
    spoken = [tag for tag in texts[0].languages if all(tag in each.languages for each in texts)]
    shown = [quoted(each) for each in texts]
    entries = {tag: ", ".join(f"“{each.in_(tag)}”" for each in shown) for tag in spoken}
    return Text(entries=entries) if entries else texts[0]


def cited(text: Text) -> Text:
    """Give a text as it stands between quotation marks: with single ones inside.

    Args:
        text: the text.

    Returns:
        The same in each language.
    """
    return Text(entries={tag: words.translate(SINGLE) for tag, words in text.entries})


def _without_stop(words: str) -> str:
    return words.removesuffix(".").rstrip() or words


def tells(text: Text, other: Text) -> bool:
    """Tell whether a text gives another away by a word.

    Args:
        text: what is read first, such as a stem.
        other: what should not be recognised, such as the key.

    Returns:
        Whether they share a word, other than the commonest, or an abbreviation in any language.

    >>> tells(Text.of(en="Ask about debts."), Text.of(en="Debts are private."))
    True
    """
    return any(_telling(words) & _telling(others) for words, others in _pairs(text, other))


def _telling(words: str) -> frozenset[str]:
    return roots(words).union(ABBREVIATION.findall(words)) - COMMON_ABBREVIATIONS


def likeness(text: Text, other: Text) -> float:
    """Measure how much two texts say in the same words.

    Args:
        text: one text.
        other: another.

    Returns:
        The share of the words of the shorter that the longer has too, 0 to 1, the commonest words
        aside; the highest of all languages, 0 if they share none.

    >>> likeness(Text.of(en="Debts are private."), Text.of(en="Your debts stay at home."))
    0.5
    """
    return max((_likeness(words, others) for words, others in _pairs(text, other)), default=0.0)


def _likeness(words: str, others: str) -> float:
    fewest = min(len(roots(words)), len(roots(others)))
    shared = len(roots(words) & roots(others)) / max(1, fewest)
    return 1.0 if words == others else shared


def differ(texts: Sequence[Text]) -> bool:
    """Tell whether texts can stand beside one another as options.

    Args:
        texts: the texts.

    Returns:
        Whether no two of them say the same in any language.

    >>> differ([Text.of(id="Ya", en="Yes"), Text.of(id="Ya", en="Sure")])
    False
    """
    said_before = {entry for text in texts for entry in text.entries}
    return len(said_before) == sum(len(text.entries) for text in texts)


def _pairs(text: Text, other: Text) -> Iterable[tuple[str, str]]:
    others = dict(other.entries)
    return [(words, others[tag]) for tag, words in text.entries if tag in others]


@lru_cache(maxsize=8192)
def roots(words: str) -> frozenset[str]:
    """Give what tells the words of a text.

    Args:
        words: a text in any language.

    Returns:
        The beginnings of its longer words, in lower case; the commonest words left out.

    >>> sorted(roots("Salaries are private"))
    ['priva', 'salar']
    """
    found = (PREFIX.sub("", word, count=1)[:ROOT] for word in WORD.findall(words.lower()))
    return frozenset(found) - _common()


@cache
def _common() -> frozenset[str]:
    """Give the roots that any two texts about interviews may share."""
    return frozenset(read_data("interview_kit.knowledge", "common_roots"))
