"""Decision rules and evidence for tests: Hypothesis strategies, and one rule with plain numbers."""

from collections.abc import Sequence
from typing import Any, Final

from hypothesis import strategies as st

from interview_kit.interview import Boundaries, CompetencyLevel, DecisionRule, RuleCompetency
from interview_kit.model import Text

NAMES: Final = ("collaboration", "communication", "data_literacy", "learning_agility")
REASON: Final = Text.of(id="Menurut analisis jabatan.", en="By the job analysis.")


def rule_of(**change: Any) -> DecisionRule:
    """Make a rule over two competencies, the first a must-have."""
    plain = {
        "id": "trial",
        "lowest": 1,
        "highest": 5,
        "competencies": [
            RuleCompetency(competency=NAMES[0], at_least=3),
            RuleCompetency(competency=NAMES[1]),
        ],
        "boundaries": Boundaries(no=2, yes=3, strong_yes=4, basis="angoff_2026"),
    }
    return DecisionRule(**(plain | change))


def evidence_of(*levels: float | None) -> list[CompetencyLevel]:
    """Give levels by two ratings each to the competencies in order."""
    return [
        CompetencyLevel(competency=name, level=level, ratings=0 if level is None else 2)
        for name, level in zip(NAMES, levels, strict=False)
    ]


@st.composite
def rules(draw: st.DrawFn) -> DecisionRule:
    """Draw a rule; its boundaries and minima are tenths of a level, as people write them."""
    lowest = draw(st.integers(0, 2))
    highest = draw(st.integers(lowest + 1, 7))
    tenths = st.integers(10 * lowest + 1, 10 * highest).map(lambda each: each / 10)
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, min_size=1))
    bounds = sorted(draw(st.lists(tenths, unique=True, min_size=3, max_size=3)))
    return DecisionRule(
        id="drawn",
        lowest=lowest,
        highest=highest,
        competencies=[
            RuleCompetency(
                competency=each,
                weight=draw(st.integers(1, 5)),
                at_least=draw(st.none() | st.none() | tenths),
            )
            for each in names
        ],
        boundaries=Boundaries(
            no=bounds[0], yes=bounds[1], strong_yes=bounds[2], basis=draw(st.none() | st.just("s1"))
        ),
        minimum_coverage=draw(st.sampled_from([0.01, 1 / 3, 0.5, 2 / 3, 1.0])),
        weights_reason=REASON,
    )


def levels_on(rule: DecisionRule) -> st.SearchStrategy[float]:
    """Draw a level of the scale of a rule: a tenth, or any number."""
    tenths = st.integers(10 * rule.lowest, 10 * rule.highest).map(lambda each: each / 10)
    return tenths | st.floats(rule.lowest, rule.highest)


@st.composite
def judged(
    draw: st.DrawFn, *, whole: bool = False
) -> tuple[DecisionRule, Sequence[CompetencyLevel]]:
    """Draw a rule and evidence on it; some competencies are not assessed, unless it is whole."""
    rule = draw(rules())
    levels = levels_on(rule) if whole else st.none() | levels_on(rule) | levels_on(rule)
    given = [(each.competency, draw(levels)) for each in rule.competencies]
    return rule, [
        CompetencyLevel(
            competency=name, level=level, ratings=0 if level is None else draw(st.integers(1, 3))
        )
        for name, level in given
    ]
