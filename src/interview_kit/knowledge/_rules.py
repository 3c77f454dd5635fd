"""Rules that turn responses into points, and what guessing gets under each."""

from collections.abc import Callable
from itertools import combinations
from math import comb, factorial, perm
from typing import Final, Literal, cast

from interview_kit.errors import InvalidValueError
from interview_kit.knowledge._response import Given
from interview_kit.model import Estimate, ItemForm, QuizItem, Text
from interview_kit.model.checks import shown

__all__ = ["RULES", "Rule", "chance_of", "points_of", "rule_for", "rule_text"]

#: How points are counted, each from 0 to 1:
#:
#: - `all_or_nothing`: 1 for what equals the key, else 0.
#: - `per_option`: the share of options that were picked or left rightly, or that have their target.
#:   Known as `Correct answers` or multiple true-false,
#:   https://documentation.brightspace.com/EN/le/question_library/instructor/grade_options_for_multi_select.htm
#: - `penalty`: right picks minus wrong picks, over the number of right options, and never below 0,
#:   so that picking nothing gets nothing. As in
#:   https://support.eskill.com/help/topic/com.eskill.doc/scores/MultipleSelectCalculation.htm
#: - `pair_order`: the share of pairs of options in the right order; Kendall's tau brought to 0 to
#:   1, `(tau + 1) / 2`. Kendall (1938), A new measure of rank correlation, Biometrika 30, 81-93.
#: - `distance`: `1 - |given - right| / (highest - lowest)`, with the bounds of the estimate.
Rule = Literal["all_or_nothing", "per_option", "penalty", "pair_order", "distance"]

#: The rules that suit each form; the first is the one that holds where none is named.
RULES: Final[dict[ItemForm, tuple[Rule, ...]]] = {
    "one_of": ("all_or_nothing",),
    "several_of": ("penalty", "per_option", "all_or_nothing"),
    "true_false": ("all_or_nothing",),
    "ordering": ("pair_order", "all_or_nothing"),
    "matching": ("per_option", "all_or_nothing"),
    "numeric": ("distance", "all_or_nothing"),
}

TEXTS: Final[dict[Rule, Text]] = {
    "all_or_nothing": Text.of(
        id="Poin penuh hanya untuk jawaban yang seluruhnya benar; selain itu nol.",
        en="Full points for an answer that is right throughout; otherwise none.",
    ),
    "per_option": Text.of(
        id="Setiap pilihan dinilai sendiri; makin banyak yang dijawab tepat, makin besar poinnya.",
        en="Each option counts by itself; the more of them you get right, the more points.",
    ),
    "penalty": Text.of(
        id="Pilihan yang benar menambah poin, pilihan yang salah menguranginya; paling rendah nol.",
        en="Each right pick adds points and each wrong pick takes some away, but never below zero.",
    ),
    "pair_order": Text.of(
        id="Urutan dibandingkan dua-dua; makin banyak pasangan yang urutannya benar, makin besar "
        "poinnya.",
        en="The order is compared two by two; the more pairs are in order, the more points.",
    ),
    "distance": Text.of(
        id="Makin dekat angkanya dengan jawaban yang benar, makin besar poinnya.",
        en="The closer the number is to the right one, the more points.",
    ),
}


def rule_text(rule: Rule) -> Text:
    """Say in words how a rule counts points, for those who answer.

    Args:
        rule: the rule.

    Returns:
        One sentence.

    Raises:
        InvalidValueError: if there is no such rule.

    >>> rule_text("distance").in_("en")
    'The closer the number is to the right one, the more points.'
    """
    if rule not in TEXTS:
        raise InvalidValueError("rule", shown(rule), f"one of {', '.join(TEXTS)}")
    return TEXTS[rule]


def rule_for(item: QuizItem, rule: Rule | None) -> Rule:
    """Choose the rule for an item.

    Args:
        item: the item.
        rule: the rule wanted; `None` means the first for the item's form.

    Returns:
        The rule.

    Raises:
        InvalidValueError: if it does not suit the form.
    """
    suitable = RULES[item.form]
    if rule is not None and rule not in suitable:
        allowed = f"one for {item.form}: {', '.join(suitable)}"
        raise InvalidValueError("rule", shown(rule), allowed)
    return suitable[0] if rule is None else rule


def points_of(item: QuizItem, given: Given, rule: Rule) -> float:
    """Count the points of a response.

    Args:
        item: what was asked.
        given: the response, as `given_of` reads it.
        rule: a rule that suits the form.

    Returns:
        0.0 to 1.0; 1.0 for the key alone.
    """
    return POINTS[rule](item, given)


def chance_of(item: QuizItem, rule: Rule | None = None) -> float:
    """Tell what guessing gets on average.

    Every response of the right shape is taken to be equally likely: every option, set of options,
    order or matching, and every whole number within the bounds.

    Args:
        item: the item.
        rule: how points are counted; `None` means the first rule for the item's form.

    Returns:
        The mean of the points, 0.0 to 0.75.

    Raises:
        InvalidValueError: if the rule does not suit the form.
    """
    return CHANCES[rule_for(item, rule)](item)


def _estimate(item: QuizItem) -> Estimate:
    """Give the number of an item that is known to have one."""
    return cast("Estimate", item.estimate)


def _whole(item: QuizItem, given: Given) -> float:
    if item.estimate:
        return float(given[0] == item.estimate.value)
    if item.form == "several_of":
        return float({*given} == {*item.key})
    return float(given == item.key)


def _whole_by_chance(item: QuizItem) -> float:
    count = len(item.options)
    ways: dict[ItemForm, int] = {
        "several_of": 1 << count,
        "ordering": factorial(count),
        "matching": perm(len(item.targets), count),
    }
    if item.estimate:
        return 1 / (item.estimate.highest - item.estimate.lowest + 1)
    return 1 / ways.get(item.form, count)


def _per_option(item: QuizItem, given: Given) -> float:
    wrong: int
    if item.form == "matching":
        wrong = sum(target != own for target, own in zip(given, item.key, strict=True))
    else:
        wrong = len({*given} ^ {*item.key})
    return (len(item.options) - wrong) / len(item.options)


def _per_option_by_chance(item: QuizItem) -> float:
    return 1 / (len(item.targets) or len(("picked", "left")))


def _penalty(item: QuizItem, given: Given) -> float:
    right: int = len({*given} & {*item.key})
    return max(2 * right - len(given), 0) / len(item.key)


def _penalty_by_chance(item: QuizItem) -> float:
    keys, others = len(item.key), len(item.options) - len(item.key)
    gained = sum(
        comb(keys, right) * comb(others, wrong) * (right - wrong)
        for right in range(keys + 1)
        for wrong in range(min(right, others + 1))
    )
    return gained / (keys << len(item.options))


def _pair_order(item: QuizItem, given: Given) -> float:
    place = {id: place for place, id in enumerate(item.key)}
    pairs: list[bool] = [place[first] < place[second] for first, second in combinations(given, 2)]
    return sum(pairs) / len(pairs)


def _pair_order_by_chance(_item: QuizItem) -> float:
    return 0.5


def _distance(item: QuizItem, given: Given) -> float:
    asked = _estimate(item)
    width = asked.highest - asked.lowest
    return float((width - abs(given[0] - asked.value)) / width)


def _distance_by_chance(item: QuizItem) -> float:
    asked = _estimate(item)
    below, above = asked.value - asked.lowest, asked.highest - asked.value
    # The distances on each side are 1 to `below` and 1 to `above`; in whole numbers up to the one
    # division, so that the result is exact.
    whole = 2 * (below + above) * (below + above + 1)
    return (whole - below * (below + 1) - above * (above + 1)) / whole


POINTS: Final[dict[Rule, Callable[[QuizItem, Given], float]]] = {
    "all_or_nothing": _whole,
    "per_option": _per_option,
    "penalty": _penalty,
    "pair_order": _pair_order,
    "distance": _distance,
}
CHANCES: Final[dict[Rule, Callable[[QuizItem], float]]] = {
    "all_or_nothing": _whole_by_chance,
    "per_option": _per_option_by_chance,
    "penalty": _penalty_by_chance,
    "pair_order": _pair_order_by_chance,
    "distance": _distance_by_chance,
}
