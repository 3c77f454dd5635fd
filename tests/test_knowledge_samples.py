"""What the templates about sample answers share."""

from collections import Counter

from attrs import evolve
from hypothesis import given, settings, strategies as st

from interview_kit.bank import Bank
from interview_kit.knowledge._answers import MAKERS as ANSWERS
from interview_kit.knowledge._ratings import MAKERS as RATINGS
from interview_kit.knowledge._samples import LANES, cases, drawn, shares_a_word
from interview_kit.knowledge._star import MAKERS as STAR
from interview_kit.knowledge._strategies import MAKERS as STRATEGIES
from interview_kit.knowledge._template import Sources
from interview_kit.knowledge._wording import cited, differ
from interview_kit.model import LabelledSentence, SampleAnswer, Text
from knowledge_samples import (
    bank_with,
    bundled,
    made_by,
    of_templates,
    rated,
    sample,
)
from strategies import banks

WORDS = st.sampled_from(("figures", "Figure", "result", "resulting", "data", "the", "which"))


def sources_of(*samples: SampleAnswer) -> Sources:
    """Give a small bank with these answers as sources."""
    return Sources(bank=bank_with(samples), topics=())


def test_answers_that_cannot_be_shown_are_left_out() -> None:
    """One without question, in an unknown language or very long is no case."""
    long = [LabelledSentence(part="action", text="x" * 5_000)]
    found = cases(
        sources_of(
            sample("alone", question=None),
            sample("asked", question=None, prompt="Why us?"),
            sample("french", language="fr"),
            sample("long", sentences=long),
            sample("plain"),
        )
    )
    assert [(each.sample.id, each.asked) for each in found] == [
        ("asked", "Why us?"),
        ("plain", "Tell me of a problem."),
    ]


def test_answers_are_dealt_evenly_to_lanes() -> None:
    """Each answer is in one lane, and the lanes are of like size."""
    dealt = [
        [lane for lane in range(LANES) if each.takes([lane])]
        for each in cases(Sources(bank=bundled(), topics=()))
    ]
    assert all(len(each) == 1 for each in dealt)
    sizes = Counter(lane for each in dealt for lane in each)
    assert min(sizes.values()) > len(dealt) / LANES * 0.75


def test_no_answer_is_asked_about_in_every_way() -> None:
    """Few answers stand in more than four templates, and none in more than six."""
    asked = Counter(
        element
        for template in (*STAR, *RATINGS, *ANSWERS)
        for each in made_by(template)
        for element in each.elements
        if element.startswith("sample_answers/")
    )
    assert max(asked.values()) <= 6
    assert sum(count > 4 for count in asked.values()) < len(asked) / 20


def test_an_edit_of_one_answer_changes_its_own_items_alone() -> None:
    """The items of other answers stay as they are."""
    many = [
        sample(f"a{number}", ratings=rated(steps=0, outcome=4, figures=4)) for number in range(30)
    ]
    edited = [*many[1:], evolve(many[0], comment=Text.of(id="Lain.", en="Other."))]
    names = (*STAR, *RATINGS, *ANSWERS)
    before, after = ({*of_templates(bank_with(each), *names)} for each in (many, edited))
    assert before ^ after
    assert all("sample_answers/a0" in each.elements for each in before ^ after)


@settings(max_examples=30)
@given(banks())
def test_any_bank_can_be_asked_about(bank: Bank) -> None:
    """Whatever a bank holds, its items come from the templates, and nothing is raised."""
    names = (*STAR, *RATINGS, *ANSWERS, *STRATEGIES)
    assert {each.template for each in of_templates(bank, *names)} <= {*names}


@given(st.lists(st.sampled_from("abcdefgh"), min_size=2, unique=True), st.sampled_from("xyz"))
def test_a_name_that_is_not_drawn_may_go(names: list[str], id: str) -> None:
    """The draw depends on no name but the one that is drawn."""
    first = drawn("test", id, names)
    others = [each for each in names if each != first]
    assert drawn("test", id, [first, *others[1:]]) == first


@given(WORDS, WORDS)
def test_words_are_shared_whatever_their_ending(one: str, other: str) -> None:
    """Beginnings count, small words and fillers do not, and the order does not matter."""
    kin = ({"figures", "Figure"}, {"result", "resulting"}, {"data"})
    assert shares_a_word(one, other) == any({one, other} <= each for each in kin)
    assert shares_a_word(one, other) == shares_a_word(other, one)


def test_quotation_marks_within_others_are_single() -> None:
    """What is cited keeps its words in each language."""
    given = Text.of(id="Kata “kami”.", en="The word “we”.")
    assert cited(given) == Text.of(id="Kata \u2018kami\u2019.", en="The word \u2018we\u2019.")


def test_texts_differ_where_no_two_are_equal_in_a_language() -> None:
    """One language in which they say the same is enough to keep them apart."""
    one = Text.of(id="Satu", en="One")
    assert differ([one, Text.of(id="Dua", en="Two")])
    assert not differ([one, Text.of(id="Dua", en="One")])
