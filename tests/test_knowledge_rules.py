"""Rules of grading: what each gives, and what guessing gets under it."""

from fractions import Fraction
from typing import Any, get_args

import pytest
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError
from interview_kit.knowledge import RULES, Rule, chance_of, rule_text
from interview_kit.model import ITEM_FORMS, Estimate, QuizItem
from knowledge_cases import graded, item, items, key_of, points, responses


@given(graded())
def test_points_lie_from_0_to_1(case: tuple[QuizItem, Rule, Any]) -> None:
    """No response gets less than nothing or more than everything."""
    asked, rule, response = case
    assert 0.0 <= points(asked, response, rule) <= 1.0


@given(graded())
def test_the_key_alone_gets_everything(case: tuple[QuizItem, Rule, Any]) -> None:
    """The key gets the full points, and no other response does."""
    asked, rule, response = case
    assert points(asked, key_of(asked), rule) == 1.0
    is_key = (
        {*response} == {*asked.key} if asked.form == "several_of" else response == key_of(asked)
    )
    assert (points(asked, response, rule) == 1.0) == is_key


@given(items())
def test_chance_is_the_mean_over_all_responses(asked: QuizItem) -> None:
    """What guessing gets is what all responses get on average, exactly."""
    for rule in RULES[asked.form]:
        # The denominators of points are small, so that the fraction behind a float can be told.
        every = [
            Fraction(points(asked, each, rule)).limit_denominator(1000) for each in responses(asked)
        ]
        assert chance_of(asked, rule) == float(sum(every) / len(every))


@given(st.integers(0, 1_000_000), st.integers(0, 1_000_000), st.integers(0, 1_000_000))
def test_chance_of_wide_estimates_stays_below_three_quarters(
    one: int, two: int, three: int
) -> None:
    """The bound of the field holds for every estimate that can be made."""
    lowest, value, highest = sorted((one, two, three))
    if lowest < highest:
        asked = item("numeric", estimate=Estimate(lowest=lowest, value=value, highest=highest))
        assert 0.0 < chance_of(asked) <= 0.75


@given(graded(), st.randoms(use_true_random=False))
def test_the_order_of_picks_changes_nothing(case: tuple[QuizItem, Rule, Any], random: Any) -> None:
    """Whoever picks the same options gets the same points."""
    asked, rule, response = case
    if asked.form == "several_of":
        mixed = [*response]
        random.shuffle(mixed)
        assert points(asked, mixed, rule) == points(asked, response, rule)


@given(items())
def test_the_reversed_order_gets_nothing(asked: QuizItem) -> None:
    """Where every pair is in the wrong order, there is no point."""
    if asked.form == "ordering":
        assert points(asked, asked.key[::-1], "pair_order") == 0.0
        assert points(asked, asked.key[::-1], "all_or_nothing") == 0.0


@pytest.mark.parametrize(
    ("form", "response", "rule", "expected"),
    [
        # Of a, b, c, d the right ones are a and c.
        ("several_of", "a", "penalty", 1 / 2),
        ("several_of", "acb", "penalty", 1 / 2),
        ("several_of", "ab", "penalty", 0),
        ("several_of", "bd", "penalty", 0),
        ("several_of", "", "penalty", 0),
        ("several_of", "abcd", "penalty", 0),
        ("several_of", "a", "per_option", 3 / 4),
        ("several_of", "acb", "per_option", 3 / 4),
        ("several_of", "bd", "per_option", 0),
        ("several_of", "", "per_option", 1 / 2),
        ("several_of", "a", "all_or_nothing", 0),
        # The order is c, b, d, a: the pairs c-b, b-d and so on, six of them.
        ("ordering", "bcda", "pair_order", 5 / 6),
        ("ordering", "acbd", "pair_order", 3 / 6),
        ("ordering", "bcda", "all_or_nothing", 0),
        # a, b, c belong with z, x, w.
        ("matching", "zwx", "per_option", 1 / 3),
        ("matching", "zxy", "per_option", 2 / 3),
        ("matching", "wyx", "per_option", 0),
        ("matching", "zxy", "all_or_nothing", 0),
    ],
)
def test_points_by_hand(form: str, response: str, rule: Rule, expected: float) -> None:
    """Each rule gives what it says."""
    assert points(item(form), [*response], rule) == expected


@pytest.mark.parametrize(
    ("response", "rule", "expected"),
    [
        (4, "distance", 1),
        (3, "distance", 3 / 4),
        (5, "distance", 3 / 4),
        (1, "distance", 1 / 4),
        (3.5, "distance", 7 / 8),
        (4.0, "all_or_nothing", 1),
        (3, "all_or_nothing", 0),
    ],
)
def test_numbers_by_hand(response: float, rule: Rule, expected: float) -> None:
    """On a scale of 1 to 5 each step away costs a quarter."""
    assert points(item("numeric"), response, rule) == expected


@pytest.mark.parametrize(
    ("form", "rule", "expected"),
    [
        ("one_of", "all_or_nothing", 1 / 3),
        ("true_false", "all_or_nothing", 1 / 2),
        ("several_of", "all_or_nothing", 1 / 16),
        ("several_of", "per_option", 1 / 2),
        # Of 16 sets four get a half and one gets everything.
        ("several_of", "penalty", 3 / 16),
        ("ordering", "all_or_nothing", 1 / 24),
        ("ordering", "pair_order", 1 / 2),
        ("matching", "all_or_nothing", 1 / 24),
        ("matching", "per_option", 1 / 4),
        ("numeric", "all_or_nothing", 1 / 5),
        # 1 to 5 get one, two, three, four and three quarters.
        ("numeric", "distance", 13 / 20),
    ],
)
def test_chance_by_hand(form: str, rule: Rule, expected: float) -> None:
    """What guessing gets is what can be counted on paper."""
    assert chance_of(item(form), rule) == expected


def test_the_first_rule_is_the_default() -> None:
    """Where no rule is named, that of the form holds."""
    defaults = {form: rules[0] for form, rules in RULES.items()}
    assert defaults == {
        "one_of": "all_or_nothing",
        "several_of": "penalty",
        "true_false": "all_or_nothing",
        "ordering": "pair_order",
        "matching": "per_option",
        "numeric": "distance",
    }
    assert all(
        chance_of(item(form)) == chance_of(item(form), defaults[form]) for form in ITEM_FORMS
    )


@pytest.mark.parametrize("form", ITEM_FORMS)
def test_rules_of_other_forms_are_refused(form: Any) -> None:
    """A rule that says nothing about a form cannot be asked for."""
    for rule in {*get_args(Rule)} - {*RULES[form]}:
        with pytest.raises(InvalidValueError) as raised:
            chance_of(item(form), rule)
        assert raised.value.allowed == f"one for {form}: {', '.join(RULES[form])}"


@pytest.mark.parametrize("rule", get_args(Rule))
def test_every_rule_is_put_into_words(rule: Rule) -> None:
    """Whoever answers can read how points are counted, in both languages."""
    assert rule_text(rule).languages == ("id", "en")


def test_unknown_rules_have_no_words() -> None:
    """The error names the rules that there are."""
    wrong: Any = "by_mood"
    with pytest.raises(InvalidValueError, match="all_or_nothing, per_option"):
        rule_text(wrong)
