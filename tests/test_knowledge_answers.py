"""Items about whole answers."""

import pytest

from interview_kit.knowledge._answers import MAKERS, PURE, SIGNS, TYPES
from interview_kit.model import LabelledSentence, Question, SampleAnswer, Text
from knowledge_samples import (
    NOTE,
    answer_of,
    bank_with,
    bundled,
    longest_keys,
    made_by,
    of_templates,
    rated,
    sample,
)


def triple(name: str, *, strong: int = 4, asked: str = "Q1") -> list[SampleAnswer]:
    """Make a weak, a medium and a strong answer; the weak one is the longest."""
    return [
        sample(
            f"{name}_{quality}",
            quality=quality,
            triple=name,
            question=asked,
            sentences=[LabelledSentence(part="action", text=text)],
            ratings=rated(steps=level, outcome=level, figures=level),
        )
        for quality, level, text in (
            ("weak", 0, "I am one who always works hard."),
            ("medium", 2, "I called them."),
            ("strong", strong, "I called all ten."),
        )
    ]


@pytest.mark.parametrize("template", MAKERS)
def test_each_template_makes_items_in_both_languages(template: str) -> None:
    """The bundled answers give many to each, and length does not tell the key."""
    items = made_by(template)
    for language in ("id", "en"):
        own = [each for each in items if language in each.text.languages]
        assert len(own) >= 40
        assert longest_keys(own) <= 0.4


def test_the_strongest_answer_is_asked_for_in_full() -> None:
    """Three answers to one question; each rationale is the note of the rater."""
    (item,) = of_templates(bank_with(triple("t")), "answer_strongest")
    assert item.text.in_("en") == (
        "The interviewer asks: “Tell me of a problem.” Which answer is the strongest?"
    )
    assert {each.id: each.text.in_("en") for each in item.options} == {
        "strong": "I called all ten.",
        "medium": "I called them.",
        "weak": "I am one who always works hard.",
    }
    assert item.key == ("strong",)
    assert {each.rationale.in_("en") for each in item.options} == {
        "The rater's note on this answer: “Good.”"
    }
    assert item.elements == (
        "sample_answers/t_strong",
        "sample_answers/t_medium",
        "sample_answers/t_weak",
    )


def test_answers_of_near_quality_are_not_compared() -> None:
    """Where the best is hardly ahead, people could rank the answers otherwise."""
    near = triple("t", strong=2)
    assert not of_templates(bank_with(near), "answer_strongest")


def test_two_answers_are_no_triple() -> None:
    """Where one of the three is not there, nothing is asked."""
    assert not of_templates(bank_with(triple("t")[1:]), "answer_strongest")


def test_a_note_in_another_language_makes_no_item() -> None:
    """A triple whose notes do not speak the language of the answers is left out."""
    silent = [sample_without_note(each) for each in triple("t")]
    assert not of_templates(bank_with(silent), "answer_strongest")


def sample_without_note(given: SampleAnswer) -> SampleAnswer:
    """Give an English answer with an Indonesian note alone."""
    return sample(
        given.id,
        quality=given.quality,
        triple=given.triple,
        sentences=given.sentences,
        ratings=given.ratings,
        comment=Text.of(id=NOTE.in_("id")),
    )


def test_the_sort_of_an_answer_is_the_one_that_its_author_gave() -> None:
    """The key is the sort of the answer, to a kind of question where it shows purely."""
    for item in made_by("answer_type"):
        answer = answer_of(item)
        assert item.key == (answer.response_type,)
        assert answer.question
        assert bundled().get(Question, answer.question).kind in PURE[answer.response_type].kinds


def test_no_sort_is_offered_against_one_that_it_could_be() -> None:
    """Enough other sorts stand beside each, and never the sort itself."""
    for sort, pure in PURE.items():
        assert sort not in pure.others
        assert len({*pure.others}) >= 2
        assert {*pure.others} <= {*TYPES}


def test_a_wrong_sort_is_told_by_its_signs() -> None:
    """Who takes an answer for another sort learns what that one is known by."""
    for item in made_by("answer_type"):
        [language] = item.text.languages
        for option in item.options:
            if option.id not in item.key:
                assert option.rationale.in_(language) == SIGNS[option.id].in_(language)


def test_a_strangers_answers_are_asked_about_by_sort() -> None:
    """A weak self-description where an event was asked for can be told from stories and plans."""
    weak = sample("a", quality="weak", response_type="self_description")
    (item,) = of_templates(bank_with([weak]), "answer_type")
    assert item.key == ("self_description",)
    assert {each.id for each in item.options} == {"self_description", "story", "plan"}
