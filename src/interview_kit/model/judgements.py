"""Judgements of answers: every point with its evidence, and no number that nobody can defend."""

from collections.abc import Iterable
from typing import Any, Final, final

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    instances_of,
    one_of,
    or_none,
    plain_text,
    shown,
    unique_by,
    whole_number,
)
from interview_kit.model.ids import Id, to_id, to_ids, to_optional_id
from interview_kit.model.markup import html_table
from interview_kit.model.sources import to_strings
from interview_kit.model.text import Language, normalise_language
from interview_kit.model.values import Value, is_tuple

__all__ = ["Evidence", "Rating", "ScoreReport", "Unscored", "Vote"]

#: Highest overall score; the lowest is 0.
HIGHEST_OVERALL: Final = 100.0
#: Criteria whose weights are whole percents are no more.
MOST_CRITERIA: Final = 100


def _check_level(_instance: object, _attribute: Any, value: Any) -> None:
    if value is not None and (type(value) is not int or value < 0):
        raise InvalidValueError("Rating.level", shown(value), "a whole number from 0, or None")


def _check_overall(_instance: object, _attribute: Any, value: Any) -> None:
    fits = value is None or (type(value) is float and 0.0 <= value <= HIGHEST_OVERALL)
    if not fits:
        raise InvalidValueError("ScoreReport.overall", shown(value), "0.0 to 100.0, or None")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Evidence(Value):
    """A stretch of the answer that supports a rating.

    Attributes:
        start: where it begins, in characters from 0.
        end: where it ends, exclusive; above `start`.
        quote: the words that stand there.
    """

    start: int
    end: int
    quote: str

    def __attrs_post_init__(self) -> None:
        fits = (
            type(self.start) is int
            and type(self.end) is int
            and type(self.quote) is str
            and 0 <= self.start < self.end
            and len(self.quote) == self.end - self.start
        )
        if not fits:
            # The words are personal data, which no message holds.
            said = f"{len(self.quote)} characters" if type(self.quote) is str else "no string"
            found = f"{self.start!r} to {self.end!r} for {said}"
            raise InvalidValueError("Evidence", found, "offsets that enclose just the quote")


def _to_evidence(values: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return as_tuple(values)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Rating(Value):
    """One judgement on one criterion.

    Attributes:
        criterion: the criterion of the rubric.
        level: the level given, within the scale of the rubric; `None` if it was not assessed.
        reason: a short stable code that says why, such as `three_own_steps`.
        evidence: what in the answer supports it; none at the lowest level.
        next_step: what to do better, in the language of the report; empty if nothing.
        decided_by: ids of the scorers whose ratings made this level, where several were asked; none
            if one scorer gave it by itself.
        supported: whether all its evidence was found in the answer; set by the library.
    """

    criterion: Id = field(converter=to_id)
    level: int | None = field(default=None, validator=_check_level)
    reason: Id | None = field(default=None, converter=to_optional_id)
    evidence: tuple[Evidence, ...] = field(
        default=(), converter=_to_evidence, validator=instances_of(Evidence)
    )
    next_step: str = field(default="", validator=plain_text)
    decided_by: tuple[Id, ...] = field(default=(), converter=to_ids)
    supported: bool = field(default=True, validator=one_of((True, False)))


def _to_levels(pairs: Iterable[tuple[str, int]]) -> tuple[tuple[Id, int], ...]:
    given = as_tuple(pairs)
    for pair in given:
        is_level = is_tuple(pair) and len(pair) == len(("criterion", "level"))
        if not is_level or type(pair[1]) is not int or pair[1] < 0:
            raise InvalidValueError(
                "Vote.levels", shown(pair), "pairs of a criterion and its level"
            )
    return tuple((to_id(criterion), level) for criterion, level in given)


def _check_depth(_instance: object, _attribute: Any, value: Any) -> None:
    if type(value) is not int or value < 1:
        raise InvalidValueError("Vote.depth", shown(value), "a whole number from 1")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Vote(Value):
    """What one of several scorers said on the way to a report.

    Attributes:
        scorer: its id.
        depth: how far below the report it stands, from 1; a vote belongs to the nearest vote before
            it that is less deep, or to the report.
        levels: pairs of a criterion and the level that it gave, those that count only.
        overall: the total of those levels, 0 to 100; none if it gave none.
        reason: why it could not judge; none if it did.
        counted: whether it had a part in the report.
    """

    scorer: Id = field(converter=to_id)
    depth: int = field(default=1, validator=_check_depth)
    levels: tuple[tuple[Id, int], ...] = field(default=(), converter=_to_levels)
    overall: float | None = field(default=None, validator=_check_overall)
    reason: Id | None = field(default=None, converter=to_optional_id)
    counted: bool = field(default=True, validator=one_of((True, False)))


def _to_ratings(values: Iterable[Rating]) -> tuple[Rating, ...]:
    return as_tuple(values)


@final
@frozen(kw_only=True, eq=False, repr=False)
class ScoreReport(Value):
    """What a scorer found in one answer; the library checks it and computes the totals itself.

    Attributes:
        scorer: id of the scorer that gave the ratings.
        language: the language of the answer and of the report's words; a scorer passes on that of
            its request.
        ratings: one for each criterion at most.
        rubric: the rubric used; set by the library.
        structure_hash: hash of that rubric's structure, 32 hexadecimal digits; set by the library.
        overall: 0 to 100, from the supported ratings and their weights; `None` if there is none;
            set by the library.
        band: label of the band in which `overall` lies, in the report's language; set by the
            library.
        band_id: id of that band; set by the library.
        coverage: share of the rubric's weight that was rated, 0 to 1; set by the library.
        warnings: short stable codes about the answer as a whole.
        scale: the scale of the levels, if the scorer names it; the library sees that it is that of
            the rubric.
        rated: how many criteria were rated, those that count only; set by the library.
        criteria: how many the rubric has; set by the library.
        cap: the highest total that the warnings allow, 0 to 100; none if they set no bound; set by
            the library.
        model: the model that was asked, as its user calls it; empty if none was.
        votes: what each of several scorers said, in the order asked, those that a combined scorer
            asked after it; none if one scorer judged by itself.
    """

    scorer: Id = field(converter=to_id)
    language: Language = field(converter=normalise_language)
    ratings: tuple[Rating, ...] = field(
        converter=_to_ratings, validator=[instances_of(Rating), unique_by("criterion")]
    )
    rubric: Id | None = field(default=None, converter=to_optional_id)
    structure_hash: str = field(default="", validator=plain_text)
    overall: float | None = field(default=None, validator=_check_overall)
    band: str = field(default="", validator=plain_text)
    band_id: Id | None = field(default=None, converter=to_optional_id)
    coverage: float = field(default=0.0, validator=check_share)
    warnings: tuple[str, ...] = field(default=(), converter=to_strings)
    scale: Id | None = field(default=None, converter=to_optional_id)
    rated: int = field(default=0, validator=whole_number(0, MOST_CRITERIA))
    criteria: int = field(default=0, validator=whole_number(0, MOST_CRITERIA))
    cap: int | None = field(default=None, validator=or_none(whole_number(0, 100)))
    model: str = field(default="", validator=plain_text)
    votes: tuple[Vote, ...] = field(default=(), converter=as_tuple, validator=instances_of(Vote))

    def rating(self, criterion: str) -> Rating | None:
        """Find the rating on a criterion.

        Args:
            criterion: its id.

        Returns:
            The rating, or `None` if it was not given.
        """
        return next((each for each in self.ratings if each.criterion == criterion), None)

    def _repr_html_(self) -> str:
        """Show the report in a notebook, without quotes: a notebook is kept and passed on."""
        overall = "no overall score" if self.overall is None else f"{self.overall:.1f} of 100"
        rows = [(each.criterion, each.level, each.reason) for each in self.ratings]
        caption = f"ScoreReport of {self.scorer}, {overall}"
        return html_table(caption, ("criterion", "level", "reason"), rows)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Unscored(Value):
    """An answer that cannot be judged; never a zero.

    Attributes:
        scorer: id of the scorer that could not judge it.
        reason: a short stable code, such as `too_short`.
        message: the reason in words, for the candidate.
        language: the language of the message.
        votes: what each of several scorers said, as in a report; none if one was asked.
    """

    scorer: Id = field(converter=to_id)
    reason: Id = field(converter=to_id)
    message: str = field(default="", validator=plain_text)
    language: Language = field(default=Language("en"), converter=normalise_language)
    votes: tuple[Vote, ...] = field(default=(), converter=as_tuple, validator=instances_of(Vote))

    @property
    def overall(self) -> None:
        """No score: reading `overall` is safe whatever came back."""
        return None
