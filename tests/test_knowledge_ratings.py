"""Items about how answers are rated."""

import pytest

from interview_kit.knowledge._ratings import ALIKE, MAKERS
from interview_kit.model import GoldRating, Question, QuizItem, SampleAnswer
from knowledge_samples import (
    answer_of,
    bank_with,
    bundled,
    longest_keys,
    made_by,
    of_templates,
    rated,
    sample,
)

WEAKEST = ("answer_weakness", "answer_next_step")
#: Answers without steps, in every lane.
STEPLESS = [
    sample(f"a{number}", ratings=rated(steps=0, outcome=4, figures=4)) for number in range(40)
]


def levels_of(sample: SampleAnswer) -> dict[str, int]:
    """Give the level of an answer on each criterion."""
    return {each.criterion: each.level for each in sample.ratings}


def weights_of(sample: SampleAnswer) -> dict[str, int]:
    """Give the weight of each criterion of the rubric for an answer."""
    assert sample.question
    rubric = bundled().rubric_for(bundled().get(Question, sample.question))
    return {each.id: each.weight for each in rubric.criteria}


@pytest.fixture(scope="module")
def small() -> tuple[QuizItem, ...]:
    """Make the items of a bank in which many answers lack the same."""
    return of_templates(bank_with(STEPLESS), *MAKERS)


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
    """Another rubric, with levels and criteria of its own, gives items to each template."""
    assert [each for each in small if each.template == template]


@pytest.mark.parametrize("template", WEAKEST)
def test_the_weakest_costs_most_and_the_others_are_strong(template: str) -> None:
    """No criterion loses as many points as the key, and what is wrong was rated high."""
    for item in made_by(template):
        levels, weights = levels_of(answer_of(item)), weights_of(answer_of(item))
        lost = {id: weights[id] * (4 - level) for id, level in levels.items()}
        others = [cost for id, cost in lost.items() if id != item.key[0]]
        assert lost[item.key[0]] >= 1.25 * max(others)
        wrong = {each.id for each in item.options} - {*item.key}
        assert all(levels[id] == 4 or levels[id] >= levels[item.key[0]] + 3 for id in wrong)


def test_a_level_is_the_one_that_the_authors_gave() -> None:
    """The number to be estimated is a rating of the answer, and the levels stand below it."""
    for item in made_by("answer_level"):
        assert item.estimate
        assert item.passage
        assert item.estimate.value in levels_of(answer_of(item)).values()
        assert f"\n{item.estimate.value} = " in item.passage.in_(item.text.languages[0])


def test_reasons_on_criteria_that_overlap_are_not_set_against_each_other() -> None:
    """No wrong note could as well be one on the criterion of the key."""
    for item in made_by("answer_reason"):
        wrong = {each.id for each in item.options} - {*item.key}
        assert not any({item.key[0], each} in ALIKE for each in wrong)


def test_an_answer_with_two_weaknesses_has_no_main_one() -> None:
    """Where two criteria cost nearly the same, nobody is asked which is worse."""
    even = [
        sample(f"a{number}", ratings=rated(steps=2, outcome=0, figures=4)) for number in range(40)
    ]
    assert not of_templates(bank_with(even), *WEAKEST)


def test_a_level_off_the_scale_is_left_out() -> None:
    """A bank built in code may hold a rating that no scale allows; it is not asked about."""
    ratings = [GoldRating(criterion="steps", level=9, reason="Too good.")]
    off = [sample(f"a{number}", ratings=ratings) for number in range(40)]
    assert not of_templates(bank_with(off), *MAKERS)


def test_the_next_step_is_asked_for_in_full(small: tuple[QuizItem, ...]) -> None:
    """The advice for the criterion that lacks most is right; rationales give level and note."""
    item = next(each for each in small if each.template == "answer_next_step")
    assert item.text.in_("en") == "Read the answer. Which piece of advice would improve it most?"
    said = {each.text.in_("en"): each.rationale.in_("en") for each in item.options}
    assert said == {
        "Add steps.": "“Steps” is where this answer loses most. The rater's note: “Note A.”",
        "Add outcome.": (
            "Not this: on “Outcome” the answer was rated 4 out of 4. The rater's note: “Note B.”"
        ),
        "Add figures.": (
            "Not this: on “Figures” the answer was rated 4 out of 4. The rater's note: “Note C.”"
        ),
    }
    assert item.key == ("steps",)
    assert item.explanation.in_("en") == (
        "This answer is weakest on “Steps”, so that is where a change gains most. "
        "The rater's note to the candidate: “Good.”"
    )
