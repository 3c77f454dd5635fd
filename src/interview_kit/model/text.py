"""Text in several languages, and the choice among them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, NewType, TypeVar, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError, MissingLanguageError
from interview_kit.model.checks import as_tuple, shown, text_fault
from interview_kit.model.values import Value, is_tuple

__all__ = [
    "Language",
    "Terms",
    "Text",
    "normalise_language",
    "shortened_tags",
    "to_optional_language",
    "to_optional_text",
    "to_terms",
    "to_text",
    "to_texts",
]

#: Codes that ISO 639 replaced but that old systems still send (Java writes `in` for Indonesian).
#: https://www.iana.org/assignments/language-subtag-registry
LEGACY: Final = {"in": "id", "iw": "he", "ji": "yi", "jw": "jv"}
TAG: Final = re.compile(r"[a-z]{2,3}(-[a-z0-9]{1,8})*")


#: A language tag in its one form. Only `normalise_language` makes one.
Language = NewType("Language", str)


def normalise_language(tag: str) -> Language:
    """Bring a language tag to the one form that texts use.

    Args:
        tag: a BCP 47 tag in any case, also with underscores or a legacy code.

    Returns:
        The tag in lower case with hyphens, legacy codes replaced.

    Raises:
        InvalidValueError: if it is no language tag.

    >>> normalise_language("in_ID")
    'id-id'
    """
    normal = _normalised(tag) if isinstance(tag, str) else ""
    if not normal:
        allowed = "a language tag such as 'id' or 'en-GB'"
        raise InvalidValueError("language", shown(tag), allowed, rule="language-tag")
    return Language(normal)


@lru_cache(maxsize=256)
def _normalised(tag: str) -> str:
    lowered = tag.strip().lower().replace("_", "-")
    primary, hyphen, rest = lowered.partition("-")
    normal = LEGACY.get(primary, primary) + hyphen + rest
    return normal if TAG.fullmatch(normal) else ""


H = TypeVar("H")
#: What a text or a list of phrases may be made of: a mapping by language, or pairs.
ByLanguage = Mapping[str, H] | Sequence[tuple[str, H]]


def _pairs(given: ByLanguage[H], noun: str) -> tuple[tuple[str, H], ...]:
    pairs = list(given.items()) if isinstance(given, Mapping) else given
    if not isinstance(pairs, list | tuple) or not all(map(_is_pair, pairs)):
        raise InvalidValueError(noun, shown(given), "a mapping by language, such as {'id': …}")
    normal = sorted(((normalise_language(tag), held) for tag, held in pairs), key=_rank)
    tags = [tag for tag, _ in normal]
    if len(set(tags)) < len(tags):
        raise InvalidValueError(noun, shown(tags), "each language once", rule="duplicate")
    return tuple(normal)


def _is_pair(pair: object) -> bool:
    return is_tuple(pair) and len(pair) == len(("language", "words"))


def _rank(entry: tuple[str, object]) -> tuple[bool, str]:
    return entry[0] != "id", entry[0]


def _look_up(entries: tuple[tuple[str, H], ...], language: str) -> H | None:
    # Nearly always the very tag is there.
    for tag, held in entries:
        if tag == language:
            return held
    by_tag = dict(entries)
    found = (tag for tag in shortened_tags(normalise_language(language)) if tag in by_tag)
    return by_tag.get(next(found, ""))


def shortened_tags(tag: str) -> Iterator[str]:
    """Go through the tags under which a text in a language may stand, as RFC 4647 section 3.4 does.

    Args:
        tag: a tag in normal form.

    Yields:
        The tag, and each tag that is left when its end is taken off; a single letter goes with the
        part before which it stands.

    >>> list(shortened_tags("en-us-u-hc"))
    ['en-us-u-hc', 'en-us', 'en']
    """
    while tag:
        yield tag
        rest = tag.rpartition("-")[0]
        before, hyphen, last = rest.rpartition("-")
        tag = before if hyphen and len(last) == 1 else rest


def _entries(given: ByLanguage[str]) -> tuple[tuple[str, str], ...]:
    return _pairs(given, "Text")


def _check_entries(
    _instance: object, _attribute: Any, entries: tuple[tuple[str, str], ...]
) -> None:
    if not entries:
        raise InvalidValueError("Text", "no text", "at least one language", rule="missing-language")
    for tag, text in entries:
        rule, found, allowed = text_fault(text)
        if rule:
            raise InvalidValueError(f"Text[{tag!r}]", found, allowed, rule=rule)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Text(Value):
    """The same words in one or more languages.

    Attributes:
        entries: pairs of a language tag and the text in it, Indonesian first and the others by
            tag; at least one.

    >>> greeting = Text.of(id="Selamat pagi", en="Good morning")
    >>> greeting.in_("id-ID")
    'Selamat pagi'
    """

    entries: tuple[tuple[str, str], ...] = field(converter=_entries, validator=_check_entries)

    @classmethod
    def of(cls, **texts: str) -> "Text":
        """Make a text from one keyword for each language.

        Args:
            **texts: the text in each language, such as `id=` and `en=`.

        Returns:
            The text.

        Raises:
            InvalidValueError: if there is none, or one is empty or holds hidden characters.
        """
        return cls(entries=texts)

    @property
    def languages(self) -> tuple[str, ...]:
        """The language tags of this text, Indonesian first and the others sorted."""
        return tuple(tag for tag, _ in self.entries)

    def in_(self, language: str, *, fallback: Iterable[str] = ()) -> str:
        """Give the text in a language.

        The look-up is RFC 4647 section 3.4: the tag is shortened from its end until a text is
        found, so `id-ID` finds `id`. Another language is never given unless it is asked for.

        Args:
            language: the language wanted, as a BCP 47 tag.
            fallback: languages that will do instead, best first.

        Returns:
            The text.

        Raises:
            MissingLanguageError: if there is none in any of them.
        """
        for wanted in (language, *as_tuple(fallback)):
            found = _look_up(self.entries, wanted)
            if found:
                return found
        raise MissingLanguageError(language, tuple(sorted(self.languages)))

    def speaks(self, language: str) -> bool:
        """Tell whether `in_` would find a text in this language.

        Args:
            language: a BCP 47 tag.

        Returns:
            `True` if it would.
        """
        return _look_up(self.entries, language) is not None


def to_optional_language(value: str | None) -> Language | None:
    """Check a language tag that may be left out.

    Args:
        value: a BCP 47 tag, or `None`.

    Returns:
        The tag in its normal form, or `None`.

    Raises:
        InvalidValueError: if it is no language tag.
    """
    return None if value is None else normalise_language(value)


def to_text(value: Text | Mapping[str, str]) -> Text:
    """Let a plain mapping stand for a text.

    Args:
        value: a text, or language tags with texts.

    Returns:
        The text.

    Raises:
        InvalidValueError: if it is neither, or the mapping is no valid text.

    >>> to_text({"en": "Thank you"}).languages
    ('en',)
    """
    if isinstance(value, Text):
        return value
    if not isinstance(value, Mapping):
        raise InvalidValueError("Text", shown(value), "texts by language, such as {'id': …}")
    return Text(entries=value)


def to_optional_text(value: Text | Mapping[str, str] | None) -> Text | None:
    """Let a plain mapping stand for a text that may be left out.

    Args:
        value: a text, language tags with texts, or `None`.

    Returns:
        The text, or `None`.

    Raises:
        InvalidValueError: if the mapping is no valid text.
    """
    return None if value is None else to_text(value)


def to_texts(values: Iterable[Text | Mapping[str, str]]) -> tuple[Text, ...]:
    """Let plain mappings stand for texts.

    Args:
        values: texts, or mappings of language tags to texts.

    Returns:
        The texts in their order.

    Raises:
        InvalidValueError: if one is no valid text.
    """
    return tuple(to_text(each) for each in as_tuple(values))


def _phrases(given: ByLanguage[Iterable[str]]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((tag, as_tuple(words)) for tag, words in _pairs(given, "Terms"))


def _check_phrases(
    _instance: object, _attribute: Any, entries: tuple[tuple[str, tuple[str, ...]], ...]
) -> None:
    for tag, words in entries:
        for word in words:
            rule, found, allowed = text_fault(word)
            if rule:
                raise InvalidValueError(f"Terms[{tag!r}]", found, allowed, rule=rule)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Terms(Value):
    """Words and phrases that people use for one idea, by language.

    Attributes:
        entries: pairs of a language tag and its phrases, Indonesian first, the others by tag.

    >>> Terms(entries={"en": ["lock out", "switch off"]}).in_("en")
    ('lock out', 'switch off')
    """

    entries: tuple[tuple[str, tuple[str, ...]], ...] = field(
        default=(), converter=_phrases, validator=_check_phrases
    )

    def in_(self, language: str) -> tuple[str, ...]:
        """Give the phrases of a language.

        Args:
            language: a BCP 47 tag; it is looked up as in a `Text`.

        Returns:
            The phrases; none if the language is not there.
        """
        return _look_up(self.entries, language) or ()


def to_terms(value: Terms | Mapping[str, Iterable[str]]) -> Terms:
    """Let a plain mapping stand for phrases.

    Args:
        value: terms, or language tags with phrases.

    Returns:
        The terms.

    Raises:
        InvalidValueError: if it is neither, or the mapping holds no valid phrases.
    """
    return value if isinstance(value, Terms) else Terms(entries=value)
