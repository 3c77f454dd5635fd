"""What lies too near to be wrong."""

from hypothesis import given, settings

from interview_kit.bank import Bank
from interview_kit.knowledge._nearness import (
    Kinship,
    first_sentence,
    gives_away,
    mentions,
    names_in,
    served_goals,
    words_of,
)
from interview_kit.model import Competency, Text
from knowledge_banks import family, said
from quiz_banks import bank_of, question
from strategies import banks, texts


@given(texts())
def test_a_text_gives_itself_away(text: Text) -> None:
    """The words that a text shares with itself are its words in each language."""
    assert names_in(text, [text]) == words_of(text)


@given(texts())
def test_the_first_sentence_begins_the_text(text: Text) -> None:
    """It speaks the same languages, and each begins the text."""
    first = first_sentence(text)
    assert first.languages == text.languages
    assert all(text.in_(tag).startswith(words) for tag, words in first.entries)


def test_a_sentence_ends_where_another_begins() -> None:
    """A stop within a sentence, before a small letter or a digit, does not end it."""
    assert first_sentence(said("Pay 1.5 times, i.e. more. Then go.")).in_("en") == (
        "Pay 1.5 times, i.e. more."
    )


def test_small_words_give_nothing_away() -> None:
    """Abbreviations do, and roots of long words, but no “and”."""
    assert gives_away(said("Design the SEO."), said("SEO and SEM"))
    assert gives_away(said("We keep negotiating."), said("Negotiation"))
    assert not gives_away(said("Salt and pepper"), said("Planning and order"))


def test_a_term_is_found_as_a_whole() -> None:
    """A term within a longer word is not that term."""
    competency = Competency(
        id="k3", name=said("K3"), definition=said("Safe."), terms={"en": ["lock out"]}
    )
    assert mentions(said("Lock out first."), competency)
    assert not mentions(said("They block outings."), competency)


def test_competencies_asked_for_together_overlap() -> None:
    """What one question lists beside a competency is no fellow that it can be told from."""
    apart = bank_of([question("Q1", competencies=["closing"])])
    one, other = apart.all(Competency)
    assert Kinship(apart).overlap(one, other) is (one.definition == other.definition)
    both = bank_of([question("Q1", competencies=["closing", "listening"])])
    assert Kinship(both).fellows(both.get(Competency, "closing")) == []


def test_goals_are_gathered_by_the_first_competency() -> None:
    """A competency that a question names second serves nothing by it."""
    questions = [
        question("Q1", competencies=["closing", "listening"], goals=["fit"]),
        question("Q2", competencies=["closing"], goals=["skill"]),
    ]
    assert served_goals(questions) == {"closing": {"fit", "skill"}}


@settings(max_examples=40)
@given(banks())
def test_any_bank_will_do(bank: Bank) -> None:
    """Whatever stages, goals, questions and competencies there are, each item is made once."""
    for name in ("stages", "comparison", "goals", "questions", "competencies"):
        items = family(bank, name)
        assert all({*each.text.languages} <= {"id", "en"} for each in items)
        assert len({(each.template, each.elements) for each in items}) == len(items)
