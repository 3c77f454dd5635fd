"""Items about what candidates ask."""

import pytest

from interview_kit import load
from interview_kit.bank import Bank
from interview_kit.knowledge import items_of
from interview_kit.model import ReverseQuestion
from knowledge_makers import key_is_longest, made, of_family, said


@pytest.fixture(scope="module")
def core() -> Bank:
    """Load the core pack, which holds the questions."""
    return load()


@pytest.mark.parametrize(
    ("template", "key"), [("reverse_better", "good"), ("reverse_worst", "poor")]
)
def test_the_key_differs_in_quality_from_all_others(core: Bank, template: str, key: str) -> None:
    """One good question stands among poor ones, or one poor one among good ones."""
    items = made(core, template)
    assert items
    for each in items:
        for option in each.options:
            quality = core.get(ReverseQuestion, option.id).quality
            assert (quality == key) == (option.id in each.key)


@pytest.mark.parametrize("template", ["reverse_why", "reverse_why_not"])
def test_reasons_are_of_questions_of_one_quality(core: Bank, template: str) -> None:
    """Wrong reasons are those of other questions of the same quality."""
    items = made(core, template)
    assert items
    for each in items:
        asked = core.get(ReverseQuestion, each.elements[0].removeprefix("reverse_questions/"))
        key = each.option(each.key[0])
        assert key
        assert key.text == asked.reason
        assert {core.get(ReverseQuestion, one.id).quality for one in each.options} == {
            asked.quality
        }


def test_a_question_for_a_role_makes_an_item_for_it(core: Bank) -> None:
    """What operators ask is asked of operators; beside a poor question stand general ones."""
    roles = {each.elements: each.roles for each in made(core, "reverse_better")}
    assert roles["reverse_questions/shift_pattern",] == ("operator",)
    for each in made(core, "reverse_worst"):
        assert not any(core.get(ReverseQuestion, option.id).roles for option in each.options)


def test_length_does_not_tell_the_key(core: Bank) -> None:
    """The key is no more often the longest option than 40 in 100."""
    items = items_of(core, of=of_family("reverse"))
    assert max(key_is_longest(items, language) for language in ("id", "en")) <= 0.4


def test_an_item_in_full(core: Bank) -> None:
    """The reason of the question is told with it."""
    items = made(core, "reverse_worst")
    item = next(each for each in items if each.key == ("have_i_passed",))
    stem, options, explanation = said(item, "id")
    assert "TIDAK" in stem
    assert options[0] == "Jadi, menurut Bapak/Ibu, saya diterima atau tidak?"
    assert explanation.startswith("User jarang bisa menjawabnya di tempat")
