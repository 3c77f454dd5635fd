"""Texts in several languages: which are valid, and which one a caller gets."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError, MissingLanguageError, Text
from interview_kit.model import Terms, normalise_language
from interview_kit.model.checks import MAX_TEXT
from interview_kit.model.text import to_optional_text, to_terms, to_text, to_texts
from strategies import LANGUAGES, languages, terms, texts, words

TAG_ALLOWED = "a language tag such as 'id' or 'en-GB'"
GREETING = Text.of(id="Selamat pagi", en="Good morning")

tags = st.sampled_from((*LANGUAGES, "id-id", "en-us", "zh-hant", "zh", "fr", "fr-ca"))


def prefixes(tag: str) -> list[str]:
    """Give a tag and all that is left of it when its end is cut off, longest first."""
    parts = tag.split("-")
    return ["-".join(parts[:count]) for count in range(len(parts), 0, -1)]


@given(tags, st.data())
def test_a_tag_may_be_written_in_many_ways(tag: str, data: st.DataObject) -> None:
    """Case, underscores and outer spaces of a tag do not matter."""
    letters = [data.draw(st.sampled_from((each, each.upper()))) for each in tag]
    written = "".join(letters).replace("-", data.draw(st.sampled_from("-_")))
    assert tag == normalise_language(f" {written}\n")


@given(tags)
def test_a_normal_tag_stays_as_it_is(tag: str) -> None:
    """The normal form of a tag is its own normal form."""
    assert tag == normalise_language(tag)


@pytest.mark.parametrize(
    ("legacy", "tag"),
    [
        ("in", "id"),
        ("in_ID", "id-id"),
        ("IW", "he"),
        ("ji-x1", "yi-x1"),
        ("jw", "jv"),
        ("ind", "ind"),
        ("en-in", "en-in"),
    ],
)
def test_legacy_codes_are_replaced(legacy: str, tag: str) -> None:
    """A code that ISO 639 replaced becomes the new one; region and longer codes stay."""
    assert tag == normalise_language(legacy)


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "e",
        "english",
        "id-",
        "-id",
        "en--gb",
        "en-",
        "en-123456789",
        "i d",
        "12",
        "ën",
        None,
        5,
        float("nan"),
        b"en",
        ["en"],
    ],
)
def test_what_is_no_tag_is_refused(wrong: Any) -> None:
    """Anything but a language tag is refused with the rule `language-tag`."""
    with pytest.raises(InvalidValueError) as raised:
        normalise_language(wrong)
    expected = InvalidValueError("language", repr(wrong), TAG_ALLOWED, rule="language-tag")
    assert raised.value == expected


@given(st.dictionaries(languages(), words(), min_size=1))
def test_a_text_puts_indonesian_first(said: dict[str, str]) -> None:
    """Entries stand by tag with Indonesian first, in whatever order they came."""
    backwards = dict(reversed(said.items()))
    expected = sorted(said.items(), key=lambda entry: (entry[0] != "id", entry[0]))
    assert tuple(expected) == Text(entries=said).entries
    assert Text(entries=said) == Text(entries=backwards) == Text(entries=tuple(said.items()))
    assert Text(entries=said).languages == tuple(tag for tag, _ in expected)


def test_keywords_are_language_tags() -> None:
    """`Text.of` takes one keyword for each language, with underscores for hyphens."""
    assert Text(entries={"en-gb": "Cheers", "id": "Hai"}) == Text.of(en_GB="Cheers", id="Hai")


@given(texts(), tags)
def test_look_up_shortens_the_tag_until_it_finds(text: Text, tag: str) -> None:
    """RFC 4647: the longest language of the text that the tag begins with is given, or none."""
    own = dict(text.entries)
    expected = next((own[each] for each in prefixes(tag) if each in own), None)
    assert (expected is not None) == text.speaks(tag)
    if expected is not None:
        assert expected == text.in_(tag)
    else:
        with pytest.raises(MissingLanguageError):
            text.in_(tag)


@given(texts(), st.lists(tags, min_size=1, max_size=4))
def test_fallbacks_are_tried_in_their_order(text: Text, wanted: list[str]) -> None:
    """With fallbacks, the first language that the text speaks is given."""
    spoken = next((each for each in wanted if text.speaks(each)), None)
    if spoken:
        assert text.in_(spoken) == text.in_(wanted[0], fallback=wanted[1:])
    else:
        with pytest.raises(MissingLanguageError):
            text.in_(wanted[0], fallback=iter(wanted[1:]))


@pytest.mark.parametrize(
    ("tag", "said"), [("id-ID", "Selamat pagi"), ("in", "Selamat pagi"), ("EN_us", "Good morning")]
)
def test_look_up_takes_any_spelling(tag: str, said: str) -> None:
    """Look-up normalises the tag that it is given."""
    assert said == GREETING.in_(tag)
    assert GREETING.speaks(tag)


def test_no_other_language_is_given_unasked() -> None:
    """A missing language is an error that names what was asked and what there is, sorted."""
    with pytest.raises(MissingLanguageError) as raised:
        GREETING.in_("fr-CA", fallback=["de"])
    assert raised.value == MissingLanguageError("fr-CA", ("en", "id"))


@pytest.mark.parametrize("ask", [GREETING.in_, GREETING.speaks])
def test_look_up_refuses_what_is_no_tag(ask: Any) -> None:
    """A tag that is none is a mistake, not a missing language."""
    with pytest.raises(InvalidValueError) as raised:
        ask("english")
    expected = InvalidValueError("language", "'english'", TAG_ALLOWED, rule="language-tag")
    assert raised.value == expected


@pytest.mark.parametrize("nothing", [{}, ()])
def test_a_text_has_a_language(nothing: Any) -> None:
    """A text without languages is none; terms may be empty."""
    assert Terms(entries=nothing) == Terms()
    with pytest.raises(InvalidValueError) as raised:
        Text(entries=nothing)
    expected = InvalidValueError(
        "Text", "no text", "at least one language", rule="missing-language"
    )
    assert raised.value == expected


@pytest.mark.parametrize(("noun", "said"), [(Text, "padamkan"), (Terms, ["padamkan"])])
def test_each_language_stands_once(noun: type[Text | Terms], said: Any) -> None:
    """A language that occurs twice, even by its old code, is refused rather than half lost."""
    assert noun(entries={"in": said}).entries == noun(entries={"id": said}).entries
    with pytest.raises(InvalidValueError) as raised:
        noun(entries={"in": said, "en": said, "id": said})
    expected = InvalidValueError(
        noun.__name__, "['id', 'id', 'en']", "each language once", rule="duplicate"
    )
    assert raised.value == expected


BLANK = "a text that is not empty and has no spaces at its ends"
SAFE = "a text without control or bidirectional characters"


@pytest.mark.parametrize(
    ("said", "rule", "found", "allowed"),
    [
        ("", "blank-text", "''", BLANK),
        (" ", "blank-text", "' '", BLANK),
        ("Halo ", "blank-text", "'Halo '", BLANK),
        ("\nHalo", "blank-text", r"'\nHalo'", BLANK),
        (None, "wrong-type", "None", "a string"),
        (5, "wrong-type", "5", "a string"),
        (["Halo"], "wrong-type", "['Halo']", "a string"),
        ("x" * (MAX_TEXT + 1), "long-text", "20001 characters", "at most 20000"),
        ("a\x00b", "unsafe-character", "U+0000", SAFE),
        ("a\rb", "unsafe-character", "U+000D", SAFE),
        ("a\u202eb", "unsafe-character", "U+202E", SAFE),
        ("a\ud800b", "unsafe-character", "U+D800", SAFE),
    ],
)
def test_a_text_is_clean_in_every_language(said: Any, rule: str, found: str, allowed: str) -> None:
    """A text that is blank, too long, hidden or none is refused, and its language named."""
    with pytest.raises(InvalidValueError) as raised:
        Text(entries={"id": "Halo", "en": said})
    assert raised.value == InvalidValueError("Text['en']", found, allowed, rule=rule)


@pytest.mark.parametrize("wrong", [5, None, "id", ("id",), (("id", "a", "b"),), (5,)])
def test_entries_that_are_no_pairs_are_refused(wrong: Any) -> None:
    """Entries that are not pairs of tag and text are refused as the library's own error."""
    with pytest.raises(InvalidValueError):
        Text(entries=wrong)
    with pytest.raises(InvalidValueError):
        Terms(entries=wrong)


def test_the_longest_text_is_accepted() -> None:
    """A text may have as many characters as the limit says."""
    assert len(Text.of(id="x" * MAX_TEXT).in_("id")) == MAX_TEXT


@given(texts())
def test_a_mapping_stands_for_a_text(text: Text) -> None:
    """Wherever a text is wanted, a mapping of tags to texts will do, and a text stays itself."""
    said = dict(text.entries)
    assert text is to_text(text)
    assert text == to_text(said) == to_optional_text(said)
    assert (text, text) == to_texts([said, text])


def test_an_optional_text_may_be_left_out() -> None:
    """`None` stays `None`."""
    assert to_optional_text(None) is None


@pytest.mark.parametrize("wrong", ["Halo", "", 5, [("id", "Halo")]])
def test_what_is_no_text_is_refused(wrong: Any) -> None:
    """A bare string does not stand for a text, since its language is unknown."""
    expected = InvalidValueError("Text", repr(wrong), "texts by language, such as {'id': …}")
    for convert in (to_text, to_optional_text, lambda value: to_texts([GREETING, value])):
        with pytest.raises(InvalidValueError) as raised:
            convert(wrong)
        assert raised.value == expected


@pytest.mark.parametrize("wrong", [5, None, "Halo"])
def test_no_collection_of_texts_is_refused(wrong: Any) -> None:
    """What is no collection holds no texts."""
    with pytest.raises(InvalidValueError):
        to_texts(wrong)


@given(terms())
def test_every_phrase_of_terms_is_found(terms: Terms) -> None:
    """The phrases of each language are found under its tag."""
    assert {tag: terms.in_(tag) for tag, _ in terms.entries} == dict(terms.entries)


@given(terms(), tags)
def test_phrases_are_looked_up_like_texts(terms: Terms, tag: str) -> None:
    """The longest language of the terms that the tag begins with gives its phrases, or none."""
    own = dict(terms.entries)
    assert terms.in_(tag) == next((own[each] for each in prefixes(tag) if each in own), ())


def test_phrases_are_given_in_order() -> None:
    """Phrases keep their order, Indonesian stands first, and any spelling of a tag will do."""
    phrases = Terms(entries={"en": ["lock out", "switch off"], "id": ("matikan",)})
    assert phrases.in_("EN_gb") == ("lock out", "switch off")
    assert phrases.entries[0] == ("id", ("matikan",))


def test_a_mapping_stands_for_terms() -> None:
    """Wherever terms are wanted, a mapping of tags to phrases will do, and terms stay themselves."""
    phrases = Terms(entries={"en": ["lock out"]})
    assert phrases is to_terms(phrases)
    assert phrases == to_terms({"en": ["lock out"]})


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (
            {"en": ["on", ""]},
            InvalidValueError("Terms['en']", "''", BLANK, rule="blank-text"),
        ),
        (
            {"en": [5]},
            InvalidValueError("Terms['en']", "5", "a string", rule="wrong-type"),
        ),
        (
            {"en": "lock out"},
            InvalidValueError("collection", "'lock out'", "a list of values"),
        ),
        (
            {"english": ["lock out"]},
            InvalidValueError("language", "'english'", TAG_ALLOWED, rule="language-tag"),
        ),
    ],
)
def test_wrong_terms_are_refused(entries: Any, expected: InvalidValueError) -> None:
    """Phrases are clean texts in lists, by language tag."""
    with pytest.raises(InvalidValueError) as raised:
        Terms(entries=entries)
    assert raised.value == expected
