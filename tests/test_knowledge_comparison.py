"""Items about how stages differ."""

import pytest

from interview_kit import Bank, load
from interview_kit.model import Comparison, ComparisonCell, Stage
from knowledge_banks import bank_of, family, longest_share, made, names, said


@pytest.fixture(scope="module")
def bank() -> Bank:
    """Load what compares the stages."""
    return load("core")


def test_every_template_finds_something(bank: Bank) -> None:
    """Each template of the family makes items, and all of them speak both languages."""
    items = family(bank, "comparison")
    assert {each.template for each in items} == names("comparison")
    assert {each.text.languages for each in items} == {("id", "en")}


def test_a_statement_does_not_say_which_stage_it_is_about(bank: Bank) -> None:
    """No interviewer “from HR” gives the HR interview away, and no order of stages either."""
    asked = {each.elements for each in made(bank, "comparison_stage")}
    assert ("comparisons/interviewer", "stages/hr") not in asked
    assert not any(element == "comparisons/timing" for each in asked for element in each)


def test_wrong_statements_describe_the_other_stage(bank: Bank) -> None:
    """What is wrong is what a comparison says of the stage that is not asked about."""
    for item in made(bank, "comparison_statement"):
        asked, other = item.stages
        for option in item.options:
            comparison = option.id.removesuffix(f"_{asked}").removesuffix(f"_{other}")
            of = asked if option.id in item.key else other
            cells = bank.get(Comparison, comparison).cells
            text = next(each.text for each in cells if each.stage == of)
            assert text.in_("id").startswith(option.text.in_("id"))


def test_a_statement_is_told_in_full(bank: Bank) -> None:
    """One whole item, as it is told."""
    item = next(
        each
        for each in made(bank, "comparison_stage")
        if each.elements == ("comparisons/question_types", "stages/user")
    )
    assert item.text.in_("id") == (
        "Tahap mana yang digambarkan pernyataan ini? "
        "“Pertanyaan menguji keahlian teknis dan pemecahan masalah”"
    )
    assert item.key == ("user",)
    assert {each.id for each in item.options} == {"hr", "user"}
    assert item.covers == ("D-051", "D-052")
    assert item.explanation.in_("en") == (
        "The statement is about “User interview”. In full: Questions test technical skill and "
        "problem-solving. They are more specific and technical, depending on the field applied for."
    )


def test_length_does_not_tell_the_key(bank: Bank) -> None:
    """Of statements, the right one is the longest no more often than by chance."""
    items = made(bank, "comparison_statement")
    assert all(longest_share(items, language) <= 0.4 for language in ("id", "en"))


def test_a_bank_of_strangers_is_asked_about_its_own_stages() -> None:
    """Two stages compared under one aspect make statements, each with the other stage as wrong."""
    stages = [
        Stage(id=each, order=order, name=said(each), purpose=said("To", each), actors=said("Ann"))
        for order, each in enumerate(("talk", "trial"), start=1)
    ]
    cells = [
        ComparisonCell(stage="talk", text=said("Words.")),
        ComparisonCell(stage="trial", text=said("Deeds.")),
    ]
    comparison = Comparison(id="what", order=1, aspect=said("What"), cells=cells)
    items = family(bank_of(stages=stages, comparisons=[comparison]), "comparison")
    assert {each.key for each in items} == {("talk",), ("trial",)}
    assert {each.text.languages for each in items} == {("en",)}
    assert family(Bank(), "comparison") == ()
