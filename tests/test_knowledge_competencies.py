"""Items about competencies and their levels."""

import pytest

from interview_kit import Bank, load
from interview_kit.knowledge._nearness import gives_away
from interview_kit.model import Competency, Level, QuizItem, Scale
from knowledge_banks import bank_of, family, longest_share, names, said


@pytest.fixture(scope="module")
def bank() -> Bank:
    """Load the competencies, and the questions that show which of them go together."""
    return load("core", "general_hr", "general_behavioural")


@pytest.fixture(scope="module")
def items(bank: Bank) -> tuple[QuizItem, ...]:
    """Make all items of the family."""
    return family(bank, "competencies")


def of(template: str, items: tuple[QuizItem, ...]) -> list[QuizItem]:
    """Choose the items of one template."""
    return [each for each in items if each.template == template]


def test_every_template_finds_something(items: tuple[QuizItem, ...]) -> None:
    """Each template of the family makes items, and all of them speak both languages."""
    assert {each.template for each in items} == names("competencies")
    assert {each.text.languages for each in items} == {("id", "en")}


def test_options_are_competencies_of_the_same_roles(
    bank: Bank, items: tuple[QuizItem, ...]
) -> None:
    """Wrong names are near, but no question asks for one of them together with the right one."""
    together = [{*each.competencies} for each in bank.questions]
    for item in (*of("competency_name", items), *of("competency_behaviour", items)):
        for each in item.options:
            assert bank.get(Competency, each.id).roles == item.roles
            if each.id not in item.key:
                assert not any({each.id, *item.key} <= pair for pair in together)


def test_no_text_gives_the_name_away(bank: Bank, items: tuple[QuizItem, ...]) -> None:
    """Neither a definition nor a behaviour has a word of the name that is looked for."""
    for item in of("competency_definition", items):
        right = item.option(item.key[0])
        assert right
        assert not gives_away(right.text, bank.get(Competency, item.key[0]).name)
    for item in of("competency_match", items):
        for option, target in zip(item.options, item.key, strict=True):
            assert not gives_away(option.text, bank.get(Competency, target).name)


@pytest.mark.parametrize(
    ("template", "place"), [("level_lowest", 0), ("level_middle", 1), ("level_highest", 2)]
)
def test_a_level_is_found_among_those_of_its_competency(
    template: str, place: int, bank: Bank, items: tuple[QuizItem, ...]
) -> None:
    """The options are what is done at three levels of one competency."""
    for item in of(template, items):
        levels = bank.get(Competency, item.competencies[0]).levels
        assert {each.text for each in item.options} == {each.anchor for each in levels}
        right = item.option(item.key[0])
        assert right
        assert right.text == levels[place].anchor


def test_levels_are_put_in_order(items: tuple[QuizItem, ...]) -> None:
    """From the lowest level to the highest; these items are enemies of those on single levels."""
    orders = of("level_order", items)
    assert {each.key for each in orders} == {("level_1", "level_3", "level_5")}
    single = {each.elements for each in of("level_middle", items)}
    assert any(each.elements in single for each in orders)


def test_a_level_is_told_on_its_scale(items: tuple[QuizItem, ...]) -> None:
    """One whole item, as it is told."""
    (item,) = (each for each in of("level_middle", items) if each.competencies == ("prospecting",))
    assert item.text.in_("id") == (
        "Tiga perilaku ini menunjukkan tingkat penguasaan “Pencarian prospek” yang berbeda. "
        "Mana yang berada di tengah?"
    )
    assert item.key == ("level_3",)
    lowest = item.option("level_1")
    assert lowest
    assert lowest.text.in_("en") == (
        "Works down the list supplied by the office without finding out which names might buy."
    )
    assert lowest.rationale.in_("en") == "This is level 1 on a scale of 1 to 5."
    assert lowest.rationale.in_("id") == "Ini tingkat 1 pada skala 1 sampai 5."
    assert (item.roles, item.difficulty) == (("sales",), 3)


def test_length_does_not_tell_the_key(items: tuple[QuizItem, ...]) -> None:
    """The right option is the longest no more often than by chance."""
    assert all(longest_share(items, language) <= 0.4 for language in ("id", "en"))


def test_a_bank_of_strangers_is_asked_about_its_own_competencies() -> None:
    """Three competencies in one language, one of them with levels, make items in that language."""
    scale = Scale(id="short", lowest=0, highest=2)
    anchors = ("Looks away, far from it all.", "Looks on.", "Steps in at any time.")
    levels = [Level(value=value, anchor=said(each)) for value, each in enumerate(anchors)]
    competencies = [
        Competency(
            id="nerve", name=said("Nerve"), definition=said("Dares."), scale="short", levels=levels
        ),
        Competency(id="craft", name=said("Craft"), definition=said("Makes.")),
        Competency(id="grace", name=said("Grace"), definition=said("Bows.")),
    ]
    items = family(bank_of(scales=[scale], competencies=competencies), "competencies")
    assert {"competency_name", "competency_definition", "competency_behaviour"} <= {
        each.template for each in items
    }
    assert {each.text.languages for each in items} == {("en",)}
    assert family(bank_of(competencies=competencies[1:]), "competencies") == ()
