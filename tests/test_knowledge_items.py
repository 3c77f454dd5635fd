"""The items of the bundled packs: every one that can be made."""

import re
from collections import Counter

import pytest

from interview_kit import load
from interview_kit.bank import Bank
from interview_kit.knowledge import items_of, templates, with_items
from interview_kit.model import QuizItem

LANGUAGES = ("id", "en")
#: Elements that speak one language only, beside the example questions of the family `legal`.
SAMPLES = "sample_answers/"
#: What is quoted, in which others speak.
QUOTED = re.compile("“[^”]*”")
#: The familiar “you” of Indonesian, and what belongs to it; not the end of `bertemu`.
FAMILIAR = re.compile(r"\bkamu\b|\w{4,}(?<!te)mu\b")


@pytest.fixture(scope="module")
def everything() -> Bank:
    """Unite all bundled packs that hold something to ask about, and make their items."""
    return with_items(load("core", "general_hr", "general_behavioural", "answers"))


@pytest.fixture(scope="module")
def items(everything: Bank) -> tuple[QuizItem, ...]:
    """Give every item, those written by hand included."""
    return everything.items


def in_language(items: tuple[QuizItem, ...], language: str) -> list[QuizItem]:
    """Give the items that speak a language."""
    return [each for each in items if language in each.text.languages]


def test_there_are_enough(items: tuple[QuizItem, ...]) -> None:
    """Both languages have more than six hundred items, of at least 24 templates and every form."""
    for language in LANGUAGES:
        assert len(in_language(items, language)) >= 600
    assert len({each.template for each in items} - {"by_hand"}) >= 24
    assert {each.form for each in items} == {
        "one_of",
        "several_of",
        "true_false",
        "ordering",
        "matching",
        "numeric",
    }


def test_every_template_makes_items(items: tuple[QuizItem, ...]) -> None:
    """No template is idle, and none is there twice."""
    named = [each.spec.id for each in templates()]
    assert len({*named}) == len(named)
    assert {*named} <= {each.template for each in items}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_items_are_the_same(items: tuple[QuizItem, ...], language: str) -> None:
    """No two items ask the same of the same options."""
    asked = Counter(
        (
            each.text.in_(language),
            each.passage.in_(language) if each.passage else "",
            frozenset(option.text.in_(language) for option in each.options),
        )
        for each in in_language(items, language)
    )
    assert [what for what, times in asked.items() if times > 1] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_right_option_is_shown_as_wrong(items: tuple[QuizItem, ...], language: str) -> None:
    """Where two items of one template ask the same, what is right in one is wrong in no other."""
    right: dict[tuple[str, str, str], set[str]] = {}
    wrong: dict[tuple[str, str, str], set[str]] = {}
    for item in in_language(items, language):
        if item.form in {"one_of", "several_of"}:
            passage = item.passage.in_(language) if item.passage else ""
            asked = (item.template, item.text.in_(language), passage)
            for option in item.options:
                side = right if option.id in item.key else wrong
                side.setdefault(asked, set()).add(option.text.in_(language))
    assert {
        asked: both for asked in right if (both := right[asked] & wrong.get(asked, set()))
    } == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_length_does_not_tell_the_key(items: tuple[QuizItem, ...], language: str) -> None:
    """The right option is the longest in no more than two of five items."""
    single = [each for each in in_language(items, language) if each.form == "one_of"]
    longest = 0
    for item in single:
        lengths = {option.id: len(option.text.in_(language)) for option in item.options}
        longest += lengths[item.key[0]] > max(
            length for id, length in lengths.items() if id not in item.key
        )
    assert longest / len(single) <= 0.4


def test_items_speak_both_languages(items: tuple[QuizItem, ...]) -> None:
    """Only what is made of words in one language is in that language alone."""
    for item in items:
        if {*item.text.languages} != {*LANGUAGES}:
            assert item.family == "legal" or any(SAMPLES in each for each in item.elements), item.id


def test_nothing_is_left_to_fill_in(items: tuple[QuizItem, ...]) -> None:
    """No text shows a name in braces, and none offers all or none of the others."""
    for item in items:
        texts = [item.text, item.explanation, *(item.passage,) * bool(item.passage)]
        texts += [
            t for option in (*item.options, *item.targets) for t in (option.text, option.rationale)
        ]
        for text in texts:
            for tag, words in text.entries if text else ():
                assert "{" not in words, item.id
                lowered = words.lower()
                assert not {"all of the above", "semua benar"} & {lowered}, (item.id, tag)


def test_making_items_twice_adds_nothing(everything: Bank) -> None:
    """A bank that has its items gets the same ones again."""
    assert with_items(everything) == everything


def test_chosen_templates_make_their_items_alone(everything: Bank) -> None:
    """Items may be made of some templates only."""
    first = templates()[0]
    made = items_of(everything, of=[first])
    assert made
    assert {each.template for each in made} == {first.spec.id}


def test_an_empty_bank_gives_what_needs_no_content() -> None:
    """A bank without content makes no item that refers to any, and nothing fails."""
    for item in items_of(Bank()):
        linked = (item.roles, item.stages, item.goals, item.competencies)
        assert linked == ((), (), (), ())


#: Marks that no professional writer sets side by side.
CLUMSY = ("?”.", ".”.", ".”,", ".”?", "?”?", "  ")


def test_marks_meet_as_in_print(items: tuple[QuizItem, ...]) -> None:
    """Around what is quoted, a stem sets no mark twice."""
    for each in items:
        for _, words in each.text.entries:
            assert not any(marks in words for marks in CLUMSY), words


def test_explanations_are_sentences(items: tuple[QuizItem, ...]) -> None:
    """Whatever is put into it, an explanation ends as sentences do."""
    for each in items:
        for _, words in each.explanation.entries:
            assert words.endswith((".", "?", "!", "”", ")")), words


def test_an_item_addresses_its_reader_in_one_way(items: tuple[QuizItem, ...]) -> None:
    """Where the options say `kamu`, the Indonesian stem does not say `Anda` around what it quotes."""
    for each in in_language(items, "id"):
        stem = QUOTED.sub("", each.text.in_("id"))
        options = " ".join(QUOTED.sub("", option.text.in_("id")) for option in each.options)
        assert not ("Anda" in stem and FAMILIAR.search(options)), stem
