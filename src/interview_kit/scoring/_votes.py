"""What scorers of scorers share: asking others, and gathering what they said into one outcome."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Final, NamedTuple, TypeVar

from attrs import evolve

from interview_kit.errors import InvalidValueError, ScorerError
from interview_kit.model import Evidence, Id, Rating, ScoreReport, Unscored, Vote, to_id
from interview_kit.model.checks import as_tuple, place_of, shown
from interview_kit.model.values import is_tuple
from interview_kit.scoring._contract import judge, settle, total_of
from interview_kit.scoring._protocol import Scorer, ScoreRequest, check_scorer, is_async, name_of

__all__ = [
    "FAILED",
    "Ballot",
    "Decision",
    "Result",
    "asked",
    "check_plain",
    "check_scorers",
    "combined",
    "decision_tree",
    "mean_level",
    "passed_on",
    "to_pairs",
    "translated",
    "tried",
]

T = TypeVar("T")
Result = ScoreReport | Unscored

#: The reason where a scorer raised an error instead of answering.
FAILED: Final = "scorer_failed"
#: Members of a pair.
PAIR: Final = 2
#: Between the names of models in a report.
SEPARATOR: Final = ", "
#: What a vote is moved to the right by for each step down the tree.
INDENT: Final = "  "


class Ballot(NamedTuple):
    """One rating that counts: the place of its scorer among those asked, from 0, and its level."""

    place: int
    level: int
    rating: Rating


class Decision(NamedTuple):
    """The level on one criterion, the ballots that made it, and those that had a part in it."""

    level: int
    made_by: tuple[Ballot, ...]
    heard: tuple[Ballot, ...]


Decide = Callable[[tuple[Ballot, ...]], Decision | None]


def check_plain(_instance: object, _attribute: Any, scorer: Any) -> None:
    """Check that a member can be asked without being awaited, for attrs.

    Raises:
        ScorerError: if it cannot be called with one request, or is an async function.
    """
    check_scorer(scorer)
    if is_async(scorer):
        allowed = "a function that gives its result without being awaited"
        hint = "Wrap it in a function that runs it to its end, such as by asyncio.run."
        raise ScorerError(name_of(scorer), "an async function", allowed, hint)


def check_scorers(instance: object, attribute: Any, scorers: Sequence[object]) -> None:
    """Check that there are members, each as `check_plain` does, for attrs."""
    if not scorers:
        place = place_of(instance, attribute)
        raise InvalidValueError(place, "no scorer", "at least one", rule="too-few")
    for each in scorers:
        check_plain(instance, attribute, each)


def to_pairs(values: Iterable[tuple[Any, int]]) -> tuple[tuple[Any, int], ...]:
    """Make a tuple of any ordered collection of pairs, and of nothing else."""
    given = as_tuple(values)
    for each in given:
        # What it holds is not shown: a scorer may carry the key of a service.
        if not is_tuple(each) or len(each) != PAIR:
            raise InvalidValueError("pairs", f"a {type(each).__name__}", "only tuples of two")
    return given


def asked(
    scorers: Iterable[Scorer],
    request: ScoreRequest,
    *,
    until: Callable[[Sequence[Result]], bool],
    ask: Callable[[Scorer, ScoreRequest], Result] = judge,
) -> list[Result]:
    """Ask one scorer after the other until what they said is enough.

    Args:
        scorers: whom to ask, in this order.
        request: what to ask.
        until: tells from what was said so far, the latest last, whether it is enough.
        ask: how to ask.

    Returns:
        What those said who were asked.
    """
    results = list[Result]()
    for each in scorers:
        results.append(ask(each, request))
        if until(results):
            break
    return results


def tried(scorer: Scorer, request: ScoreRequest) -> Result:
    """Ask a scorer that may fail.

    Args:
        scorer: whom to ask.
        request: what to ask.

    Returns:
        What it said, or `Unscored` with the name of the class of the error that it raised.

    Raises:
        ScorerError: if it breaks its contract.
    """
    try:
        return judge(scorer, request)
    except ScorerError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever a scorer raises, the next one is asked
        return Unscored(scorer=_id_of(scorer), reason=FAILED, message=type(error).__name__)


def _id_of(scorer: Scorer) -> Id:
    names: tuple[Any, ...] = (getattr(scorer, "id", None), name_of(scorer).strip("_<>"))
    for name in names:
        # A name such as `<lambda>` is no id.
        with suppress(InvalidValueError):
            return to_id(name)
    return to_id("scorer")


def mean_level(levels: Sequence[int], weights: Sequence[int]) -> int:
    """Give the weighted mean of levels as a whole level; half a level is rounded down.

    Args:
        levels: the levels, from 0; at least one.
        weights: the weight of each, from 1.

    Returns:
        The level, between the lowest and the highest of them.

    >>> mean_level([2, 3], [1, 1]), mean_level([2, 3], [1, 2])
    (2, 3)
    """
    whole = sum(weights)
    gained = sum(level * weight for level, weight in zip(levels, weights, strict=True))
    # Whole numbers throughout: the smallest level that is at most half a level below the mean.
    return -((whole - 2 * gained) // (2 * whole))


def combined(
    combinator: Any, request: ScoreRequest, results: Sequence[Result], decide: Decide
) -> Result:
    """Decide criterion by criterion on what several scorers said.

    Args:
        combinator: the scorer that asked them, which has an `id`.
        request: what they were asked.
        results: what each of them said, settled, in the order asked; at least one.
        decide: gives the level on one criterion from the ballots on it, of which there is at least
            one; `None` leaves the criterion unrated.

    Returns:
        The settled report; the first reason if nobody gave a report.
    """
    if all(isinstance(each, Unscored) for each in results):
        return passed_on(combinator, request, results, 0)
    ratings, heard = list[Rating](), set[int]()
    for criterion in request.rubric.criteria:
        ballots = _ballots_on(criterion.id, results)
        decision = decide(ballots) if ballots else None
        if decision is not None:
            ratings.append(_decided(decision))
            heard |= {each.place for each in decision.heard}
    return _report(combinator, request, results, ratings, heard)


def passed_on(
    combinator: Any, request: ScoreRequest, results: Sequence[Result], place: int
) -> Result:
    """Take over what one of several scorers said.

    Args:
        combinator: the scorer that asked them, which has an `id`.
        request: what they were asked.
        results: what each of them said, settled, in the order asked.
        place: the place of the one that decides, from 0.

    Returns:
        Its report or reason under the name of the combinator, with the votes of all.
    """
    taken = results[place]
    if isinstance(taken, Unscored):
        return evolve(taken, scorer=combinator.id, votes=_votes(results, {place}))
    ratings = [_named(each, taken) for each in taken.ratings]
    return _report(combinator, request, results, ratings, {place})


def translated(
    scorer: Scorer,
    result: Result,
    table: Mapping[int, int],
    own: ScoreRequest,
    request: ScoreRequest,
) -> Result:
    """Bring what a scorer said on one scale onto another.

    Args:
        scorer: who said it.
        result: what it said, settled.
        table: level of its scale to level of the other.
        own: what it was asked, on its scale.
        request: the same on the other scale.

    Returns:
        The same on the other scale, settled; ratings that did not count are left out.

    Raises:
        ScorerError: if there are votes in it that no scorer can have given.
    """
    for criterion, given in (pair for each in result.votes for pair in each.levels):
        if given not in table or own.rubric.criterion(criterion) is None:
            found = f"a vote with level {given} on {criterion!r}"
            allowed = "votes on the rubric and the scale of the request"
            raise ScorerError(name_of(scorer), found, allowed)
    votes = tuple(_translated_vote(each, table, own, request) for each in result.votes)
    if isinstance(result, Unscored):
        return evolve(result, votes=votes)
    ratings = tuple(
        evolve(each, level=table[level])
        for each in result.ratings
        if (level := _counted_level(each)) is not None
    )
    return settle(scorer, request, evolve(result, ratings=ratings, scale=None, votes=votes))


def _translated_vote(
    vote: Vote, table: Mapping[int, int], own: ScoreRequest, request: ScoreRequest
) -> Vote:
    levels = tuple((criterion, table[level]) for criterion, level in vote.levels)
    before, after = _total(vote.levels, own), _total(levels, request)
    overall = vote.overall
    if overall is not None and before is not None and after is not None:
        # A total below that of its levels was bounded by a warning, which bounds it still.
        overall = min(overall, after) if overall < before else after
    return evolve(vote, levels=levels, overall=overall)


def _total(levels: Iterable[tuple[Id, int]], request: ScoreRequest) -> float | None:
    ratings = tuple(Rating(criterion=criterion, level=level) for criterion, level in levels)
    return total_of(ratings, request.rubric, request.scale, None)


def decision_tree(report: ScoreReport | Unscored) -> str:
    """Show who said what on the way to a report, as text for people.

    The first line is the report itself. Below it stands one line for each vote, two spaces further
    in for each step down: the scorer, its total or why it has none, and whether it counted.

    Args:
        report: what a scorer gave back.

    Returns:
        The lines, joined; a report of one scorer by itself has one line.

    Raises:
        InvalidValueError: if it is neither a report nor a reason.

    >>> vote = Vote(scorer="rules_1", overall=75.0)
    >>> print(decision_tree(ScoreReport(
    ...     scorer="jury", language="en", ratings=(), overall=75.0, votes=[vote]
    ... )))
    jury: 75.0
      rules_1: 75.0, counted
    """
    given: object = report
    if not isinstance(given, ScoreReport | Unscored):
        raise InvalidValueError("report", shown(given), "a ScoreReport or an Unscored")
    reason = report.reason if isinstance(report, Unscored) else None
    top = f"{report.scorer}: {_said(report.overall, reason)}"
    return "\n".join([top, *map(_line, report.votes)])


def _line(vote: Vote) -> str:
    said = _said(vote.overall, vote.reason)
    counted = "counted" if vote.counted else "not counted"
    return f"{INDENT * vote.depth}{vote.scorer}: {said}, {counted}"


def _said(overall: float | None, reason: str | None) -> str:
    nothing = reason or "nothing rated"
    return nothing if overall is None else f"{overall:.1f}"


def _counted_level(rating: Rating) -> int | None:
    return rating.level if rating.supported else None


def _named(rating: Rating, report: ScoreReport) -> Rating:
    # A rating that was combined before says itself who made it.
    return evolve(rating, decided_by=rating.decided_by or (report.scorer,))


def _ballots_on(criterion: str, results: Sequence[Result]) -> tuple[Ballot, ...]:
    reports = [(at, each) for at, each in enumerate(results) if isinstance(each, ScoreReport)]
    return tuple(
        Ballot(place, level, _named(rating, report))
        for place, report in reports
        for rating in report.ratings
        if rating.criterion == criterion and (level := _counted_level(rating)) is not None
    )


def _decided(decision: Decision) -> Rating:
    ratings = [each.rating for each in decision.made_by]
    return evolve(
        ratings[0],
        level=decision.level,
        evidence=_joined_evidence(ratings),
        decided_by=_unique(id for each in ratings for id in each.decided_by),
    )


def _joined_evidence(ratings: Iterable[Rating]) -> tuple[Evidence, ...]:
    quotes = _unique(quote for each in ratings for quote in each.evidence)
    return tuple(sorted(quotes, key=lambda quote: (quote.start, quote.end)))


def _report(
    combinator: Any,
    request: ScoreRequest,
    results: Sequence[Result],
    ratings: Iterable[Rating],
    heard: set[int],
) -> ScoreReport:
    reports = [each for each in results if isinstance(each, ScoreReport)]
    models = (name for each in reports if each.model for name in each.model.split(SEPARATOR))
    report = ScoreReport(
        scorer=combinator.id,
        language=request.language,
        ratings=ratings,
        warnings=_unique(code for each in reports for code in each.warnings),
        model=SEPARATOR.join(_unique(models)),
        votes=_votes(results, heard),
    )
    return settle(combinator, request, report)


def _votes(results: Iterable[Result], heard: set[int]) -> tuple[Vote, ...]:
    return tuple(
        vote for place, each in enumerate(results) for vote in _branch(each, counted=place in heard)
    )


def _branch(result: Result, *, counted: bool) -> Iterator[Vote]:
    if isinstance(result, Unscored):
        yield Vote(scorer=result.scorer, reason=result.reason, counted=counted)
    else:
        levels, overall = _levels(result), result.overall
        yield Vote(scorer=result.scorer, levels=levels, overall=overall, counted=counted)
    for vote in result.votes:
        # Who had a part in what had none has none.
        yield evolve(vote, depth=vote.depth + 1, counted=counted and vote.counted)


def _levels(report: ScoreReport) -> tuple[tuple[Id, int], ...]:
    found = ((each.criterion, _counted_level(each)) for each in report.ratings)
    return tuple((criterion, level) for criterion, level in found if level is not None)


def _unique(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
