"""Decision rules and evidence for tests: Hypothesis strategies, and one rule with plain numbers."""

from collections.abc import Sequence
from functools import cache
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


#: Scales that the drawn rules use: few, so that what is drawn from them is made once.
SCALES: Final = st.sampled_from([(0, 4), (1, 5), (1, 7), (2, 3)])
COMPETENCIES: Final = st.lists(st.sampled_from(NAMES), unique=True, min_size=1)
WEIGHTS: Final = st.integers(1, 5)
COVERAGES: Final = st.sampled_from([0.01, 1 / 3, 0.5, 2 / 3, 1.0])
BASES: Final = st.none() | st.just("angoff_2026")
RATINGS: Final = st.integers(1, 3)


@cache
def tenths(first: int, last: int) -> st.SearchStrategy[float]:
    """Draw a number of so many tenths, as people write levels."""
    return st.integers(first, last).map(lambda each: each / 10)


@cache
def bounds_above(lowest: int, highest: int) -> st.SearchStrategy[Boundaries]:
    """Draw boundaries on a scale."""
    numbers = st.lists(tenths(10 * lowest + 1, 10 * highest), unique=True, min_size=3, max_size=3)
    rising = numbers.map(sorted)
    return st.builds(
        lambda cuts, basis: Boundaries(no=cuts[0], yes=cuts[1], strong_yes=cuts[2], basis=basis),
        rising,
        BASES,
    )


@cache
def minima_above(lowest: int, highest: int) -> st.SearchStrategy[float | None]:
    """Draw a minimum, or none more often than not."""
    return st.none() | st.none() | tenths(10 * lowest + 1, 10 * highest)


@st.composite
def rules(draw: st.DrawFn) -> DecisionRule:
    """Draw a rule; its boundaries and minima are tenths of a level, as people write them."""
    lowest, highest = draw(SCALES)
    minima = minima_above(lowest, highest)
    return DecisionRule(
        id="drawn",
        lowest=lowest,
        highest=highest,
        competencies=[
            RuleCompetency(competency=each, weight=draw(WEIGHTS), at_least=draw(minima))
            for each in draw(COMPETENCIES)
        ],
        boundaries=draw(bounds_above(lowest, highest)),
        minimum_coverage=draw(COVERAGES),
        weights_reason=REASON,
    )


@cache
def levels_between(lowest: int, highest: int) -> st.SearchStrategy[float]:
    """Draw a level of a scale: a tenth, or any number."""
    return tenths(10 * lowest, 10 * highest) | st.floats(lowest, highest)


@cache
def levels_or_none(lowest: int, highest: int) -> st.SearchStrategy[float | None]:
    """Draw a level of a scale, or none less often than not."""
    return st.none() | levels_between(lowest, highest)


def levels_on(rule: DecisionRule) -> st.SearchStrategy[float]:
    """Draw a level of the scale of a rule."""
    return levels_between(rule.lowest, rule.highest)


RULES: Final = rules()


@st.composite
def judged(
    draw: st.DrawFn, *, whole: bool = False
) -> tuple[DecisionRule, Sequence[CompetencyLevel]]:
    """Draw a rule and evidence on it; some competencies are not assessed, unless it is whole."""
    rule = draw(RULES)
    levels = (levels_between if whole else levels_or_none)(rule.lowest, rule.highest)
    given = [(each.competency, draw(levels)) for each in rule.competencies]
    return rule, [
        CompetencyLevel(competency=name, level=level, ratings=0 if level is None else draw(RATINGS))
        for name, level in given
    ]
