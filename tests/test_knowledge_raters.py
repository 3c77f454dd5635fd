"""Items about rater errors."""

from interview_kit.bank import Bank
from interview_kit.knowledge import items_of
from interview_kit.knowledge._raters import _errors
from knowledge_makers import key_is_longest, made, of_family, said

#: No item of this family needs anything of a bank.
EMPTY = Bank()


def test_each_error_is_named_explained_and_countered() -> None:
    """No name gives its definition away, so that each error makes an item of each kind."""
    elements = {(f"rater_errors/{each.id}",) for each in _errors()}
    for template in ("rater_error_name", "rater_error_meaning", "rater_error_remedy"):
        assert {each.elements for each in made(EMPTY, template)} == elements


def test_errors_of_one_kin_are_not_shown_together() -> None:
    """An error that might be taken for the key by right is no wrong option."""
    akin = {each.id: {*each.akin} for each in _errors()}
    for template in ("rater_error_name", "rater_error_meaning", "rater_error_remedy"):
        for each in made(EMPTY, template):
            assert not akin[each.key[0]] & {option.id for option in each.options}


def test_kinship_is_mutual() -> None:
    """What is akin to another is so the other way round."""
    akin = {(each.id, other) for each in _errors() for other in each.akin}
    assert akin == {(other, one) for one, other in akin}


def test_what_helps_against_the_same_kind_of_error_is_no_wrong_option() -> None:
    """Remedies beside the key are for errors of another kind."""
    groups = {each.id: each.group for each in _errors()}
    for each in made(EMPTY, "rater_error_remedy"):
        [key] = each.key
        for option in each.options:
            assert (groups[option.id] == groups[key]) == (option.id == key)


def test_a_table_offers_no_error_that_it_shows_as_well() -> None:
    """Who keeps to one number gives it on all criteria: neither halo nor range is offered then."""
    for each in made(EMPTY, "rater_table"):
        if each.key == ("central_tendency",):
            assert not {option.id for option in each.options} & {"halo", "range_restriction"}


def test_length_does_not_tell_the_key() -> None:
    """The key is no more often the longest option than 40 in 100."""
    items = items_of(EMPTY, of=of_family("raters"))
    assert max(key_is_longest(items, language) for language in ("id", "en")) <= 0.4


def test_an_item_in_full() -> None:
    """A table is written out line by line, and explained by its figures."""
    items = made(EMPTY, "rater_table")
    shown = ("rater_errors/central_tendency", "rating_tables/central_tendency_2")
    item = next(each for each in items if each.elements == shown)
    stem, options, explanation = said(item, "en")
    assert stem.endswith("Which error, if any, shows in the ratings of Rater 3?")
    assert item.passage
    assert item.passage.in_("en").splitlines() == [
        "Each candidate (A to E) has three marks, one for each criterion.",
        "Rater 1: A 4 4 2; B 1 1 1; C 3 4 5; D 4 2 1; E 3 4 5",
        "Rater 2: A 3 3 1; B 1 1 1; C 4 5 5; D 3 2 2; E 3 3 5",
        "Rater 3: A 3 4 3; B 3 2 3; C 3 3 4; D 3 3 3; E 3 3 3",
    ]
    assert options[0] == "Central tendency"
    assert explanation.endswith(
        "The mean of Rater 3 is 3.1 (the other two: 2.9); "
        "the spread, as a standard deviation, is 0.4 (the other two: 1.4)."
    )
