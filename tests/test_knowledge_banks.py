"""Items of banks that nobody has seen: they are made or left out, and nothing fails."""

from hypothesis import given, settings

from interview_kit.bank import Bank
from interview_kit.knowledge import items_of
from knowledge_makers import of_family
from strategies import banks

#: Families that look for guidance in a bank; the others need none of its content.
TEMPLATES = [
    template
    for family in ("facts", "signals", "advice", "reverse")
    for template in of_family(family)
]


@settings(max_examples=40)
@given(banks())
def test_any_bank_will_do(bank: Bank) -> None:
    """Whatever guidance there is, each item is made once and speaks what the bank speaks."""
    items = items_of(bank, of=TEMPLATES)
    assert all({*each.text.languages} <= {"id", "en"} for each in items)
    assert len({(each.template, each.elements) for each in items}) == len(items)
