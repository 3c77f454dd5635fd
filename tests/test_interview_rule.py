"""Decision rules: data that cannot be incoherent."""

from typing import Any

import pytest

from interview_kit import DocumentError, InvalidValueError, document, structure
from interview_kit.interview import Boundaries, DecisionRule, RuleCompetency
from rule_cases import NAMES, REASON, rule_of

UNEQUAL = [
    RuleCompetency(competency=NAMES[0], weight=3),
    RuleCompetency(competency=NAMES[1], weight=1),
]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"competencies": []}, "at least 1"),
        ({"competencies": [UNEQUAL[0], UNEQUAL[0]]}, "each competency once"),
        ({"competencies": UNEQUAL}, "a reason for others"),
        ({"competencies": ["collaboration"]}, "only RuleCompetency"),
        ({"competencies": [RuleCompetency(competency="a", at_least=1)]}, "above 1, up to 5"),
        ({"competencies": [RuleCompetency(competency="a", at_least=5.5)]}, "above 1, up to 5"),
        ({"boundaries": Boundaries(no=1, yes=3, strong_yes=4)}, "above 1, up to 5"),
        ({"boundaries": Boundaries(no=2, yes=3, strong_yes=5.5)}, "above 1, up to 5"),
        ({"boundaries": (2, 3, 4)}, "a Boundaries"),
        ({"lowest": 5}, "above 5"),
        ({"lowest": -1}, "from 0 to 99"),
        ({"minimum_coverage": 0.0}, "above 0.0, up to 1.0"),
        ({"minimum_coverage": 1.5}, "0.0 to 1.0"),
        ({"minimum_coverage": 1}, "0.0 to 1.0"),
        ({"id": "two words"}, "a letter"),
    ],
)
def test_an_incoherent_rule_cannot_be_built(change: dict[str, Any], message: str) -> None:
    """Each contradiction is refused with what is allowed instead."""
    with pytest.raises(InvalidValueError, match=message):
        rule_of(**change)


@pytest.mark.parametrize(
    ("no", "yes", "strong_yes"), [(3, 3, 4), (2, 4, 3), (3, 2, 4), (2, 3, 101), ("2", 3, 4)]
)
def test_boundaries_rise(no: Any, yes: Any, strong_yes: Any) -> None:
    """Boundaries that meet, cross, or are no levels are refused."""
    with pytest.raises(InvalidValueError):
        Boundaries(no=no, yes=yes, strong_yes=strong_yes)


@pytest.mark.parametrize("weight", [0, -1, 1.5, True])
def test_weights_are_positive_whole_numbers(weight: Any) -> None:
    """A weight of nothing, a negative one and a fraction are refused."""
    with pytest.raises(InvalidValueError, match="a whole number from 1"):
        RuleCompetency(competency="collaboration", weight=weight)


def test_unequal_weights_stand_with_their_reason() -> None:
    """With a reason any weights do; without one, all alike do."""
    assert rule_of(competencies=UNEQUAL, weights_reason=REASON).weights_reason == REASON
    alike = [RuleCompetency(competency=each, weight=7) for each in NAMES]
    assert rule_of(competencies=alike).weights_reason is None


def test_must_haves_are_those_with_a_minimum() -> None:
    """A minimum makes a must-have, so that none stands outside of the rule."""
    assert [each.competency for each in rule_of().must_haves] == [NAMES[0]]
    assert rule_of(competencies=UNEQUAL, weights_reason=REASON).must_haves == ()


def test_whole_numbers_stand_for_levels() -> None:
    """People write 3 for 3.0, in code and in JSON."""
    assert Boundaries(no=2, yes=3, strong_yes=4) == Boundaries(no=2.0, yes=3.0, strong_yes=4.0)
    plain = document(rule_of())
    plain["boundaries"]["yes"] = 3
    assert structure(plain, DecisionRule) == rule_of()


def test_a_document_of_an_incoherent_rule_is_refused() -> None:
    """What cannot be built cannot be read either."""
    plain = document(rule_of())
    plain["boundaries"]["yes"] = 4.5
    with pytest.raises(DocumentError, match="rise from no to strong_yes"):
        structure(plain, DecisionRule)
