"""Items about the parts of an answer."""

import pytest

from interview_kit.knowledge._star import MAKERS
from interview_kit.model import LabelledSentence, QuizItem
from knowledge_samples import (
    STORY,
    answer_of,
    bank_with,
    longest_keys,
    made_by,
    of_templates,
    sample,
)

#: Enough answers for every lane.
MANY = [sample(f"a{number}") for number in range(40)]


@pytest.fixture(scope="module")
def small() -> tuple[QuizItem, ...]:
    """Make the items of a bank in which many answers tell one story."""
    return of_templates(bank_with(MANY), *MAKERS)


@pytest.mark.parametrize("template", MAKERS)
def test_each_template_makes_items_in_both_languages(template: str) -> None:
    """The bundled answers give more than a handful to each, and length does not tell the key."""
    items = made_by(template)
    for language in ("id", "en"):
        assert sum(language in each.text.languages for each in items) >= 25
    if items[0].form == "one_of":
        assert longest_keys(items) <= 0.4


@pytest.mark.parametrize("template", MAKERS)
def test_a_strangers_answers_are_asked_about(template: str, small: tuple[QuizItem, ...]) -> None:
    """A bank of other content, in one language, gives items to each template."""
    assert [each for each in small if each.template == template]


def test_the_part_of_a_sentence_is_the_one_that_its_author_gave() -> None:
    """The sentence quoted in a stem has the part that is the key."""
    for item in made_by("star_part"):
        said = {
            each.text.translate(str.maketrans("“”", "\u2018\u2019")): each.part
            for each in answer_of(item).sentences
        }
        stem = item.text.in_(item.text.languages[0])
        assert item.key[0] in {part for text, part in said.items() if text in stem}


def test_situation_and_task_are_not_offered_against_each_other() -> None:
    """Nobody has to choose between two parts that run into each other."""
    for template in ("star_part", "star_probe"):
        for item in made_by(template):
            shown = {each.id for each in item.options}
            assert not (item.key[0] in ("situation", "task") and shown >= {"situation", "task"})
            assert not (item.key[0] in ("result", "learning") and shown >= {"result", "learning"})


def test_what_is_missing_was_taken_out() -> None:
    """No sentence of the missing part stands in the passage, and one of each other part does."""
    for template in ("star_missing", "star_next_probe"):
        for item in made_by(template):
            assert item.passage
            shown = item.passage.in_(item.text.languages[0])
            parts = {each.part for each in answer_of(item).sentences if each.text in shown}
            assert item.key[0] not in parts
            assert {each.id for each in item.options} - {*item.key} <= parts


def test_a_missing_part_is_asked_for_in_full() -> None:
    """The answer without its task, four parts to choose from, and the sentence told at the end."""
    (item,) = [
        each for each in of_templates(bank_with(MANY), "star_missing") if each.key == ("task",)
    ][:1]
    assert item.passage
    assert item.passage.in_("en") == (
        "Question: Tell me of a problem.\n\n"
        "Answer: In May our till broke. The queue went round the block. I rang the engineer. "
        "I opened the spare till, because the queue grew. I wrote receipts by hand. "
        "By noon nobody was left waiting."
    )
    assert item.text.in_("en") == "Read the answer. Which part of STAR is still missing from it?"
    assert {each.text.in_("en") for each in item.options} == {
        "Situation",
        "Task",
        "Action",
        "Result",
    }
    assert item.explanation.in_("en").endswith("have it: “I had to get it going by noon.”")


def test_pieces_are_put_in_the_order_of_star(small: tuple[QuizItem, ...]) -> None:
    """Each part is one piece, and the key is their order."""
    item = next(each for each in small if each.template == "star_order")
    assert item.key == ("situation", "task", "action", "result")
    assert (
        item.options[0].text.in_("en") == "In May our till broke. The queue went round the block."
    )


def test_parts_that_come_back_are_not_put_in_order() -> None:
    """An answer that returns to its situation has no one order."""
    sentences = [LabelledSentence(part=part, text=text) for part, text in (*STORY, STORY[0])]
    assert not of_templates(bank_with([sample("a", sentences=sentences)]), "star_order")


def test_no_probe_names_its_part() -> None:
    """The name of the key does not stand in the follow-up that is quoted."""
    for item in made_by("star_probe"):
        option = item.option(item.key[0])
        assert option
        for language in item.text.languages:
            probe = item.explanation.in_(language).partition("”")[0]
            assert option.text.in_(language).lower() not in probe.lower()


def test_weak_answers_are_not_cut() -> None:
    """An answer whose parts are thin is not asked about by part."""
    weak = [sample(f"a{number}", quality="weak") for number in range(40)]
    made = of_templates(bank_with(weak), *MAKERS)
    assert {each.template for each in made} == {"star_probe"}
