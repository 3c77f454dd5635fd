"""Panels: several raters judge one candidate, blind to one another until all have submitted."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, final

from attrs import evolve, field, frozen

from interview_kit.errors import InvalidValueError, StepError
from interview_kit.interview._panel_values import (
    Mark,
    PanelCriterion,
    PanelEvent,
    PanelView,
    Scorecard,
    level_check,
)
from interview_kit.model import (
    Competency,
    Id,
    Rubric,
    Scale,
    Value,
    structure_hash,
    to_id,
    to_ids,
    to_optional_id,
)
from interview_kit.model.checks import (
    as_tuple,
    instances_of,
    plain_text,
    shown,
    unique_by,
)

__all__ = [
    "Panel",
    "convene",
    "convene_on_competencies",
]


@final
@frozen(kw_only=True, eq=False, repr=False)
class Panel(Value):
    """Raters and what they do; every step gives a new panel, and none shows what is not submitted.

    The document of a panel holds the drafts, too: the host keeps it, and shows raters `seen_by`.

    Attributes:
        id: its id, which the host gives.
        candidate: the candidate, by an id of the host's.
        criteria: what is judged; at least one.
        scale: the scale of the levels.
        lowest: the lowest level.
        highest: the highest level.
        raters: who judges; at least one.
        rubric: the rubric that the criteria are of; none if they are competencies.
        structure_hash: hash of that rubric's structure; empty for competencies.
        log: what happened, first things first.
    """

    id: Id = field(converter=to_id)
    candidate: Id = field(converter=to_id)
    criteria: tuple[PanelCriterion, ...] = field(
        converter=as_tuple, validator=[instances_of(PanelCriterion, at_least=1), unique_by("id")]
    )
    scale: Id = field(converter=to_id)
    lowest: int = field(validator=level_check)
    highest: int = field(validator=level_check)
    raters: tuple[Id, ...] = field(converter=to_ids, validator=instances_of(str, at_least=1))
    rubric: Id | None = field(default=None, converter=to_optional_id)
    structure_hash: str = field(default="", validator=plain_text)
    log: tuple[PanelEvent, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(PanelEvent)
    )

    def __attrs_post_init__(self) -> None:
        if self.highest <= self.lowest:
            raise InvalidValueError("Panel.highest", f"{self.highest}", f"above {self.lowest}")
        for place, event in enumerate(self.log):
            _check(self, event, self.log[:place])

    def rated(
        self,
        rater: str,
        criterion: str,
        level: int | None,
        *,
        at: str | datetime,
        quotes: Iterable[str] = (),
        note: str = "",
    ) -> "Panel":
        """Record what a rater gives on a criterion; until submission the latest counts.

        Args:
            rater: the rater.
            criterion: the criterion.
            level: the level, within the scale; `None` if it could not be assessed.
            at: when; not before the step before.
            quotes: what the candidate said that supports it, word for word.
            note: anything the rater wants to keep.

        Returns:
            The panel after it.

        Raises:
            StepError: if the rater is none of the panel's or has submitted, or time runs backwards.
            InvalidValueError: if the level is off the scale, or there is no such criterion.
        """
        event = PanelEvent(
            kind="rated",
            at=at,
            rater=rater,
            criterion=criterion,
            level=level,
            quotes=quotes,
            note=note,
        )
        return self._after(event)

    def submitted(self, rater: str, *, at: str | datetime) -> "Panel":
        """Hand in a scorecard, after which it does not change.

        Args:
            rater: the rater.
            at: when.

        Returns:
            The panel after it.

        Raises:
            StepError: if a criterion was neither rated nor marked as not assessed, or the rater has
                submitted or withdrawn before.
        """
        return self._after(PanelEvent(kind="submitted", at=at, rater=rater))

    def withdrawn(self, rater: str, *, at: str | datetime, note: str = "") -> "Panel":
        """Take a rater out who has not submitted, such as for a conflict of interest.

        Args:
            rater: the rater; another must remain.
            at: when.
            note: why.

        Returns:
            The panel after it; what the rater gave before counts for nothing.

        Raises:
            StepError: if the rater has submitted, or is the last.
        """
        return self._after(PanelEvent(kind="withdrawn", at=at, rater=rater, note=note))

    def agreed(
        self, criterion: str, level: int | None, *, at: str | datetime, note: str = ""
    ) -> "Panel":
        """Record what a discussion came to; it stands beside the levels and never replaces them.

        Args:
            criterion: the criterion.
            level: the level agreed upon; `None` if there is none.
            at: when.
            note: what was said for it.

        Returns:
            The panel after it.

        Raises:
            StepError: if not all raters have submitted.
        """
        event = PanelEvent(kind="agreed", at=at, criterion=criterion, level=level, note=note)
        return self._after(event)

    @property
    def active(self) -> tuple[Id, ...]:
        """The raters who have not withdrawn, in the order of the panel."""
        gone = {event.rater for event in self.log if event.kind == "withdrawn"}
        return tuple(each for each in self.raters if each not in gone)

    @property
    def waiting_for(self) -> tuple[Id, ...]:
        """The raters who have not submitted, in the order of the panel."""
        done = {event.rater for event in self.log if event.kind == "submitted"}
        return tuple(each for each in self.active if each not in done)

    @property
    def is_complete(self) -> bool:
        """Whether all raters have submitted."""
        return not self.waiting_for

    def scorecards(self) -> tuple[Scorecard, ...]:
        """Give what all raters gave.

        Returns:
            A submitted scorecard for each, in the order of the panel.

        Raises:
            StepError: if one has not submitted: nobody sees the others' levels before.
        """
        if not self.is_complete:
            state = f"{', '.join(self.waiting_for)} have not submitted"
            raise StepError("Panel", "shown", state, "each rater's own card", "Use seen_by.")
        return tuple(_card(self, each) for each in self.active)

    def seen_by(self, rater: str) -> PanelView:
        """Show a rater what may be seen.

        Args:
            rater: the rater.

        Returns:
            The rater's own card, and those of the others once all have submitted.

        Raises:
            StepError: if the rater is none of the panel's, or has withdrawn.
        """
        if rater not in self.active:
            raise _not_of_panel(self, "shown", rater)
        cards = self.scorecards() if self.is_complete else ()
        return PanelView(
            panel=self.id,
            own=_card(self, to_id(rater)),
            others=[each for each in cards if each.rater != rater],
            waiting_for=self.waiting_for,
        )

    def _after(self, event: PanelEvent) -> "Panel":
        return evolve(self, log=(*self.log, event))


def convene(
    rubric: Rubric,
    scale: Scale,
    *,
    id: str,
    candidate: str,
    raters: Sequence[str],
) -> Panel:
    """Convene a panel that judges by the criteria of a rubric.

    Args:
        rubric: the rubric.
        scale: its scale.
        id: id of the panel.
        candidate: an id for the candidate; better none that names a person.
        raters: ids of the raters; three or more make up for one another's errors.

    Returns:
        The panel, in which nobody has rated.

    Raises:
        InvalidValueError: if the scale is not that of the rubric, or there is no rater.
    """
    if rubric.scale != scale.id:
        raise InvalidValueError("scale", repr(scale.id), f"that of the rubric, {rubric.scale!r}")
    criteria = [PanelCriterion(id=each.id, weight=each.weight) for each in rubric.criteria]
    return Panel(
        id=id,
        candidate=candidate,
        criteria=criteria,
        scale=scale.id,
        lowest=scale.lowest,
        highest=scale.highest,
        raters=raters,
        rubric=rubric.id,
        structure_hash=structure_hash(rubric),
    )


def convene_on_competencies(
    competencies: Iterable[Competency],
    scale: Scale,
    *,
    id: str,
    candidate: str,
    raters: Sequence[str],
) -> Panel:
    """Convene a panel that judges competencies, each as much as the others.

    Equal weights are what OPM advises unless others are documented (OPM, Structured interviews: a
    practical guide, 2008).

    Args:
        competencies: what is judged, by the anchors of their levels.
        scale: the scale of these.
        id: id of the panel.
        candidate: an id for the candidate; better none that names a person.
        raters: ids of the raters.

    Returns:
        The panel, in which nobody has rated.

    Raises:
        InvalidValueError: if a competency has levels on another scale, or there is no rater.
    """
    judged = as_tuple(competencies)
    for each in judged:
        if each.scale not in {None, scale.id}:
            raise InvalidValueError("scale", repr(scale.id), f"{each.scale!r}, that of {each.id!r}")
    return Panel(
        id=id,
        candidate=candidate,
        criteria=[PanelCriterion(id=each.id) for each in judged],
        scale=scale.id,
        lowest=scale.lowest,
        highest=scale.highest,
        raters=raters,
    )


def _card(panel: Panel, rater: Id) -> Scorecard:
    own = [event for event in panel.log if event.rater == rater]
    latest = {event.criterion: event for event in own if event.kind == "rated"}
    marks = [
        Mark(criterion=each.id, level=given.level, quotes=given.quotes, note=given.note)
        for each in panel.criteria
        if (given := latest.get(each.id))
    ]
    return Scorecard(
        rater=rater, marks=marks, submitted=any(event.kind == "submitted" for event in own)
    )


def _check(panel: Panel, event: PanelEvent, before: Sequence[PanelEvent]) -> None:
    """Check that an event may follow those before it."""
    step = event.kind
    if before and event.at < before[-1].at:
        raise StepError("Panel", step, f"at {event.at}", f"times from {before[-1].at}")
    states = {each.rater: each.kind for each in before if each.kind in {"submitted", "withdrawn"}}
    if step == "agreed":
        _check_consensus(panel, event, states)
    else:
        _check_rater(panel, event, states)
    if step in {"rated", "agreed"}:
        _check_rating(panel, event)
    elif event.criterion is not None or event.level is not None or event.quotes:
        raise InvalidValueError("PanelEvent", f"a rating in {step!r}", "ratings in 'rated' alone")
    if step == "submitted":
        _check_whole(panel, event, before)


def _check_rater(panel: Panel, event: PanelEvent, states: dict[Id | None, Any]) -> None:
    if event.rater not in panel.raters:
        raise _not_of_panel(panel, event.kind, event.rater)
    if event.rater in states:
        state = f"{event.rater} has {states[event.rater]}"
        raise StepError("Panel", event.kind, state, "steps of raters who have not")
    gone = [rater for rater, state in states.items() if state == "withdrawn"]
    if event.kind == "withdrawn" and len(gone) + 1 == len(panel.raters):
        raise StepError("Panel", "withdrawn", f"{event.rater} is the last", "another panel")


def _check_consensus(panel: Panel, event: PanelEvent, states: dict[Id | None, Any]) -> None:
    waiting = [each for each in panel.raters if each not in states]
    if waiting:
        state = f"{', '.join(waiting)} have not submitted"
        raise StepError("Panel", "agreed", state, "a discussion after all have")
    if event.rater is not None:
        raise InvalidValueError("PanelEvent.rater", repr(event.rater), "none: the panel agrees")


def _check_rating(panel: Panel, event: PanelEvent) -> None:
    known = [each.id for each in panel.criteria]
    if event.criterion not in known:
        allowed = f"one of {', '.join(known)}"
        raise InvalidValueError("PanelEvent.criterion", shown(event.criterion), allowed)
    if event.level is not None and not panel.lowest <= event.level <= panel.highest:
        allowed = f"{panel.lowest} to {panel.highest}, or None"
        raise InvalidValueError("PanelEvent.level", f"{event.level}", allowed, rule="off-scale")


def _check_whole(panel: Panel, event: PanelEvent, before: Sequence[PanelEvent]) -> None:
    dealt_with = {each.criterion for each in before if each.rater == event.rater}
    missing = [each.id for each in panel.criteria if each.id not in dealt_with]
    if missing:
        state = f"{event.rater} has said nothing on {', '.join(missing)}"
        hint = "Rate them, with level None for what could not be assessed."
        raise StepError("Panel", "submitted", state, "a card that deals with every criterion", hint)


def _not_of_panel(panel: Panel, step: str, rater: str | None) -> StepError:
    return StepError(
        "Panel", step, f"{rater!r} is no rater of it now", f"one of {', '.join(panel.active)}"
    )
