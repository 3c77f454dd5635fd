"""Scorers made of scorers: they weigh, vote, take turns, stand in, guard and translate.

Each asks its scorers by `judge`, so that every rating it works with has been checked, and is a
scorer itself: they nest. The outcome says in `votes` what each scorer said, and in `decided_by` of
every rating whose ratings made it. Only ratings that count in their own report are combined. A vote
counts if one of its ratings was heard, or if its report or reason is the outcome; what stands below
a vote that does not count does not count either. The warnings of all reports are taken over; words
come from the first who decided.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final, Literal, final

from attrs import evolve, field, frozen

from interview_kit.errors import InvalidValueError, ScorerError
from interview_kit.model import Id, Level, Rubric, Scale, ScoreReport, Unscored, Value, to_id
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    check_whole_number,
    instance_of,
    one_of,
    place_of,
    shown,
)
from interview_kit.scoring._contract import judge
from interview_kit.scoring._protocol import Scorer, ScoreRequest, name_of
from interview_kit.scoring._votes import (
    FAILED,
    Ballot,
    Decision,
    Result,
    asked,
    check_plain,
    check_scorers,
    combined,
    mean_level,
    passed_on,
    to_pairs,
    translated,
    tried,
)

__all__ = [
    "JURY_RULES",
    "Cascade",
    "Fallback",
    "Jury",
    "JuryRule",
    "Mapped",
    "OnlyIf",
    "Veto",
    "Weighted",
]

#: How a jury makes one level of several.
JuryRule = Literal["median", "mean", "mode"]
JURY_RULES: Final[tuple[JuryRule, ...]] = ("median", "mean", "mode")

#: A criterion has no fewer levels with anchors.
MIN_LEVELS: Final = 2


def _default_rule() -> JuryRule:
    return "median"


def _check_weights(instance: object, attribute: Any, pairs: tuple[tuple[Any, Any], ...]) -> None:
    check_scorers(instance, attribute, [scorer for scorer, _ in pairs])
    for _, weight in pairs:
        if type(weight) is not int or weight < 1:
            place, found = place_of(instance, attribute), f"the weight {shown(weight)}"
            raise InvalidValueError(place, found, "a whole number from 1", rule="out-of-range")


def _check_quorum(jury: "Jury", attribute: Any, quorum: object) -> None:
    check_whole_number(1, len(jury.scorers), jury, attribute, quorum)


def _check_table(mapped: "Mapped", attribute: Any, table: tuple[tuple[object, Any], ...]) -> None:
    place = place_of(mapped, attribute)
    if any(type(level) is not int for pair in table for level in pair):
        raise InvalidValueError(place, shown(table), "pairs of whole numbers", rule="wrong-type")
    own = list(range(mapped.scale.lowest, mapped.scale.highest + 1))
    levels, targets = [level for level, _ in table], [target for _, target in table]
    if levels != own:
        found, allowed = (
            f"levels {shown(levels)}",
            f"each from {own[0]} to {own[-1]} once, in order",
        )
        raise InvalidValueError(place, found, allowed)
    if targets != sorted(targets):
        allowed = "none below the one before"
        raise InvalidValueError(place, f"targets {shown(targets)}", allowed, rule="not-rising")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Weighted(Value):
    """A scorer that takes the weighted mean of what several scorers give, criterion by criterion.

    The mean is over those who rated the criterion, as a whole level; half a level is rounded down.
    A criterion that nobody rated stays unrated. All of them have decided it.

    Attributes:
        scorers: pairs of a scorer and its weight, a whole number from 1; at least one pair.
        id: what it is called in its reports.

    >>> from interview_kit.scoring import rule_scorer
    >>> Weighted(scorers=[(rule_scorer, 2), (Fallback(scorers=[rule_scorer]), 1)]).id
    'weighted'
    """

    scorers: tuple[tuple[Scorer, int], ...] = field(converter=to_pairs, validator=_check_weights)
    id: Id = field(default=Id("weighted"), converter=to_id)

    def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Judge one answer; `Unscored` with the first reason if no scorer gives a report."""
        results = [judge(scorer, request) for scorer, _ in self.scorers]
        return combined(self, request, results, self._decide)

    def _decide(self, ballots: tuple[Ballot, ...]) -> Decision:
        weights = [self.scorers[each.place][1] for each in ballots]
        level = mean_level([each.level for each in ballots], weights)
        return Decision(level, made_by=ballots, heard=ballots)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Jury(Value):
    """A scorer that lets several scorers vote on each criterion.

    The median of an even number of levels is the lower of the two in the middle; of levels that
    are given equally often, the lowest is the mode; the mean is a whole level, half a level rounded
    down. Those whose own level is the outcome have decided it; all of them have decided a mean.

    Attributes:
        scorers: who votes; at least one.
        by: how one level is made of several: `median`, `mean` or `mode`.
        quorum: the fewest ratings, from 1 to the number of scorers, that decide a criterion; one
            with fewer is left unrated.
        id: what it is called in its reports.
    """

    scorers: tuple[Scorer, ...] = field(converter=as_tuple, validator=check_scorers)
    by: JuryRule = field(factory=_default_rule, validator=one_of(JURY_RULES))
    quorum: int = field(default=1, validator=_check_quorum)
    id: Id = field(default=Id("jury"), converter=to_id)

    def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Judge one answer; `Unscored` with the first reason if no scorer gives a report."""
        results = [judge(scorer, request) for scorer in self.scorers]
        return combined(self, request, results, self._decide)

    def _decide(self, ballots: tuple[Ballot, ...]) -> Decision | None:
        if len(ballots) < self.quorum:
            return None
        level = _verdict(self.by, sorted(each.level for each in ballots))
        agreeing = tuple(each for each in ballots if self.by == "mean" or each.level == level)
        return Decision(level, made_by=agreeing, heard=ballots)


def _verdict(by: JuryRule, rising: list[int]) -> int:
    if by == "mean":
        return mean_level(rising, [1] * len(rising))
    if by == "mode":
        # The first of those that occur most often, which is the lowest.
        return max(rising, key=rising.count)
    return rising[(len(rising) - 1) // 2]


@final
@frozen(kw_only=True, eq=False, repr=False)
class Cascade(Value):
    """A scorer that asks one scorer after the other until enough is rated.

    Each criterion takes the first rating given. Those who are not asked any more have no vote.

    Attributes:
        scorers: whom to ask, in this order; at least one, and the first is always asked.
        enough: the share of the rubric's weight, 0.0 to 1.0, of which ratings are enough; at 0.0 the
            first report is.
        id: what it is called in its reports.
    """

    scorers: tuple[Scorer, ...] = field(converter=as_tuple, validator=check_scorers)
    enough: float = field(default=1.0, validator=check_share)
    id: Id = field(default=Id("cascade"), converter=to_id)

    def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Judge one answer; `Unscored` with the first reason if no scorer gives a report."""
        results = asked(self.scorers, request, until=partial(self._is_enough, request))
        return combined(self, request, results, _first)

    def _is_enough(self, request: ScoreRequest, results: Sequence[Result]) -> bool:
        so_far = combined(self, request, results, _first)
        return isinstance(so_far, ScoreReport) and so_far.coverage >= self.enough


def _first(ballots: tuple[Ballot, ...]) -> Decision:
    return Decision(ballots[0].level, made_by=ballots[:1], heard=ballots[:1])


@final
@frozen(kw_only=True, eq=False, repr=False)
class Fallback(Value):
    """A scorer that asks the next one where the one before gives no report.

    A scorer that raises an error gives none, and its vote has the reason `scorer_failed`; of the
    error only the name of its class is kept, since its text may hold the answer. A `ScorerError`
    is raised: it tells of a mistake in a scorer that somebody must see.

    Attributes:
        scorers: whom to ask, in this order; at least one.
        id: what it is called in its reports.
    """

    scorers: tuple[Scorer, ...] = field(converter=as_tuple, validator=check_scorers)
    id: Id = field(default=Id("fallback"), converter=to_id)

    def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Judge one answer.

        Args:
            request: the question, the answer and the rubric.

        Returns:
            The first report; if there is none, the first reason that a scorer gave by itself, or
            `scorer_failed` if all of them raised errors.
        """
        results = asked(self.scorers, request, until=_gives_report, ask=tried)
        best = len(results) - 1 if _gives_report(results) else _first_reason(results)
        return passed_on(self, request, results, best)


def _gives_report(results: Sequence[Result]) -> bool:
    return isinstance(results[-1], ScoreReport)


def _first_reason(results: Sequence[Result]) -> int:
    failed = [isinstance(each, Unscored) and each.reason == FAILED for each in results]
    return failed.index(min(failed))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Veto(Value):
    """A scorer before which guards stand, each of which can refuse the answer.

    Guards are asked first. The first one that gives `Unscored` vetoes: its reason is the outcome,
    and nobody else is asked. Ratings of guards never count; their warnings do.

    Attributes:
        scorer: who judges.
        guards: who may refuse, in this order; at least one.
        id: what it is called in its reports.
    """

    scorer: Scorer = field(validator=check_plain)
    guards: tuple[Scorer, ...] = field(converter=as_tuple, validator=check_scorers)
    id: Id = field(default=Id("veto"), converter=to_id)

    def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Judge one answer; `Unscored` with the reason of the guard that vetoes, or the scorer's."""
        results = asked((*self.guards, self.scorer), request, until=_gives_reason)
        return passed_on(self, request, results, len(results) - 1)


def _gives_reason(results: Sequence[Result]) -> bool:
    return isinstance(results[-1], Unscored)


@final
@frozen(kw_only=True, eq=False, repr=False)
class OnlyIf(Value):
    """A scorer that judges only what it is fit for.

    Attributes:
        scorer: who judges.
        condition: tells from a request, by `True` or `False`, whether the scorer is asked.
        reason: why there is no report if not: a short stable code.
        id: what it is called in its reports.

    >>> from interview_kit.scoring import rule_scorer
    >>> def in_english(request):
    ...     return request.language.startswith("en")
    >>> OnlyIf(scorer=rule_scorer, condition=in_english, reason="not_english").id
    'only_if'
    """

    scorer: Scorer = field(validator=check_plain)
    condition: Callable[[ScoreRequest], bool] = field(validator=check_plain)
    reason: Id = field(default=Id("not_applicable"), converter=to_id)
    id: Id = field(default=Id("only_if"), converter=to_id)

    def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Judge one answer.

        Args:
            request: the question, the answer and the rubric.

        Returns:
            What the scorer says, or `Unscored` with the reason if the condition does not hold.

        Raises:
            ScorerError: if the condition gives neither `True` nor `False`.
        """
        holds: object = self.condition(request)
        if type(holds) is not bool:
            found = f"a condition that gives a {type(holds).__name__}"
            raise ScorerError(name_of(self.condition), found, "True or False")
        if not holds:
            return Unscored(scorer=self.id, reason=self.reason, language=request.language)
        return passed_on(self, request, [judge(self.scorer, request)], 0)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Mapped(Value):
    """A scorer that lets another one, which thinks on a scale of its own, judge any rubric.

    The other one is asked with its scale in place of the rubric's: the rubric it sees names that
    scale, and each anchor stands on the first level that reaches it, unless those of a criterion
    cannot be told apart on that scale: then they stay where they are. All levels that it gives, in
    votes, too, are mapped; what does not count on its scale is left out, and what is above the
    lowest level of the rubric's scale needs evidence, as ever.

    Attributes:
        scorer: who judges.
        scale: the scale on which it does.
        levels: pairs of a level of that scale and the level of the rubric's scale that it stands for;
            every level of that scale once, rising; the levels they stand for never fall.
        id: what it is called in its reports.

    >>> from interview_kit.scoring import rule_scorer
    >>> school = Scale(id="school", lowest=1, highest=3)
    >>> Mapped(scorer=rule_scorer, scale=school, levels=[(1, 0), (2, 2), (3, 4)]).levels
    ((1, 0), (2, 2), (3, 4))
    """

    scorer: Scorer = field(validator=check_plain)
    scale: Scale = field(validator=instance_of(Scale))
    levels: tuple[tuple[int, int], ...] = field(converter=to_pairs, validator=_check_table)
    id: Id = field(default=Id("mapped"), converter=to_id)

    def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Judge one answer.

        Args:
            request: the question, the answer and the rubric.

        Returns:
            What the scorer says, on the scale of the request.

        Raises:
            ScorerError: if a level stands for one that the scale of the request has not.
        """
        low, high = request.scale.lowest, request.scale.highest
        strange = [target for _, target in self.levels if not low <= target <= high]
        if strange:
            found = f"a table that leads to level {strange[0]}"
            hint = f"Map to the scale {request.scale.id!r} of the rubric."
            raise ScorerError(name_of(self), found, f"levels from {low} to {high}", hint)
        return passed_on(self, request, [self._translated(request)], 0)

    def _translated(self, request: ScoreRequest) -> Result:
        rubric = _on_scale(request.rubric, self.scale, self.levels)
        own = evolve(request, scale=self.scale, rubric=rubric)
        result = judge(self.scorer, own)
        return translated(self.scorer, result, dict(self.levels), own, request)


def _on_scale(rubric: Rubric, scale: Scale, table: tuple[tuple[int, int], ...]) -> Rubric:
    criteria = [
        evolve(each, levels=_anchored(each.levels, table) or each.levels)
        for each in rubric.criteria
    ]
    return evolve(rubric, scale=scale.id, criteria=criteria)


def _anchored(
    levels: tuple[Level, ...], table: tuple[tuple[int, int], ...]
) -> tuple[Level, ...] | None:
    placed = dict[int, Level]()
    for anchor in levels:
        reaching = next((own for own, target in table if target >= anchor.value), None)
        if reaching is not None:
            # Of several anchors that one level reaches, the highest says what it stands for.
            placed[reaching] = evolve(anchor, value=reaching)
    return tuple(placed.values()) if len(placed) >= MIN_LEVELS else None
