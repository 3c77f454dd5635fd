"""Panels: blind until all have submitted, and no step is lost or forged."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from interview_kit import DocumentError, InvalidValueError, document, load, structure
from interview_kit.errors import StepError
from interview_kit.interview import (
    Panel,
    PanelEvent,
    combine,
    convene,
    convene_on_competencies,
    disagreements,
)
from interview_kit.model import Competency, Rubric, Scale

SAID = "saya menelepon dua puluh pelanggan"
RATERS = ("ana", "budi", "citra")


def panel(**change: Any) -> Panel:
    """Convene a panel of three on two criteria, from 1 to 5."""
    plain: dict[str, Any] = {
        "id": "panel_1",
        "candidate": "c17",
        "criteria": [{"id": "closing"}, {"id": "listening"}],
        "scale": "opm5",
        "lowest": 1,
        "highest": 5,
        "raters": [*RATERS],
    }
    return structure(plain | change, Panel)


def at(second: int) -> str:
    """Give a time, so many seconds after the start."""
    return f"2026-11-26T02:{second // 60:02}:{second % 60:02}Z"


def filled(levels: dict[str, tuple[int | None, int | None]]) -> Panel:
    """Let each rater give a level on both criteria and submit."""
    found = panel(raters=[*levels])
    for rater, (closing, listening) in levels.items():
        found = found.rated(rater, "closing", closing, at=at(1), quotes=[SAID])
        found = found.rated(rater, "listening", listening, at=at(1))
        found = found.submitted(rater, at=at(1))
    return found


def test_nobody_sees_the_others_before_all_have_submitted() -> None:
    """A rater's view holds the own card alone while one is missing, and then all cards."""
    found = panel()
    for rater in RATERS[:2]:
        found = found.rated(rater, "closing", 4, at=at(2)).rated(rater, "listening", None, at=at(2))
        found = found.submitted(rater, at=at(2))
    assert found.seen_by("ana").others == ()
    assert found.seen_by("citra").waiting_for == ("citra",)
    with pytest.raises(StepError, match="citra have not submitted"):
        found.scorecards()
    with pytest.raises(StepError):
        combine(found)
    with pytest.raises(StepError):
        disagreements(found)
    whole = found.rated("citra", "closing", 2, at=at(3)).rated("citra", "listening", 2, at=at(3))
    whole = whole.submitted("citra", at=at(4))
    assert [card.rater for card in whole.seen_by("ana").others] == ["budi", "citra"]
    assert [card.submitted for card in whole.scorecards()] == [True] * 3


def test_the_latest_level_counts_until_submission() -> None:
    """A rater may change a level before handing in, and not after."""
    found = panel().rated("ana", "closing", 2, at=at(1)).rated("ana", "closing", 3, at=at(2))
    own = found.seen_by("ana").own
    assert [(mark.criterion, mark.level) for mark in own.marks] == [("closing", 3)]
    assert len(found.log) == 2
    done = found.rated("ana", "listening", None, at=at(3)).submitted("ana", at=at(4))
    with pytest.raises(StepError, match="ana has submitted"):
        done.rated("ana", "closing", 5, at=at(5))


@pytest.mark.parametrize(
    ("step", "error"),
    [
        (lambda p: p.rated("dewi", "closing", 3, at=at(9)), StepError),
        (lambda p: p.rated("ana", "closing", 3, at=at(0)), StepError),
        (lambda p: p.rated("ana", "closing", 6, at=at(9)), InvalidValueError),
        (lambda p: p.rated("ana", "closing", 0, at=at(9)), InvalidValueError),
        (lambda p: p.rated("ana", "humour", 3, at=at(9)), InvalidValueError),
        (lambda p: p.rated("ana", "closing", 3, at="yesterday"), InvalidValueError),
        (lambda p: p.submitted("ana", at=at(9)), StepError),
        (lambda p: p.submitted("dewi", at=at(9)), StepError),
        (lambda p: p.agreed("closing", 3, at=at(9)), StepError),
        (lambda p: p.seen_by("dewi"), StepError),
        (lambda p: p.withdrawn("ana", at=at(9)).rated("ana", "closing", 3, at=at(9)), StepError),
        (lambda p: p.withdrawn("ana", at=at(9)).seen_by("ana"), StepError),
    ],
)
def test_illegal_steps_are_refused(step: Any, error: type[Exception]) -> None:
    """Strangers, unknown criteria, levels off the scale, time that runs back, and half cards."""
    before = panel().rated("ana", "closing", 4, at=at(5))
    kept = document(before)
    with pytest.raises(error):
        step(before)
    assert document(before) == kept


def test_a_log_cannot_be_forged() -> None:
    """A document whose events could not have happened is no panel."""
    forged = [{"kind": "submitted", "at": at(1), "rater": "ana"}]
    with pytest.raises(StepError, match="said nothing on closing, listening"):
        Panel(**{**_fields(panel()), "log": [PanelEvent(**forged[0])]})
    stray = PanelEvent(kind="withdrawn", at=at(1), rater="ana", level=3)
    with pytest.raises(InvalidValueError):
        evolve(panel(), log=[stray])
    with pytest.raises(InvalidValueError):
        evolve(panel(), lowest=5)


def _fields(found: Panel) -> dict[str, Any]:
    names = ("id", "candidate", "criteria", "scale", "lowest", "highest", "raters")
    return {name: getattr(found, name) for name in names}


def test_who_withdraws_counts_for_nothing() -> None:
    """The panel goes on without a rater who withdrew, but not without any."""
    found = panel().rated("ana", "closing", 1, at=at(1)).withdrawn("ana", at=at(2), note="kenal")
    for rater in RATERS[1:]:
        found = found.rated(rater, "closing", 4, at=at(3)).rated(rater, "listening", 4, at=at(3))
        found = found.submitted(rater, at=at(3))
    assert [each.rater for each in found.scorecards()] == ["budi", "citra"]
    assert combine(found).overall == 4.0
    lonely = panel(raters=["ana"])
    with pytest.raises(StepError, match="ana is the last"):
        lonely.withdrawn("ana", at=at(1))


def test_what_candidates_said_is_not_shown() -> None:
    """Neither the repr of a panel or card nor an error holds what a candidate said."""
    found = panel().rated("ana", "closing", 4, at=at(1), quotes=[SAID], note=SAID)
    assert SAID not in repr(found)
    assert SAID not in repr(found.seen_by("ana"))
    with pytest.raises(InvalidValueError) as raised:
        found.rated("ana", "closing", 9, at=at(2), quotes=[SAID], note=SAID)
    assert SAID not in str(raised.value)
    with pytest.raises(InvalidValueError) as raised:
        found.rated("ana", "closing", 4, at=at(2), quotes=SAID)
    assert SAID not in str(raised.value)


def test_panels_are_convened_on_rubrics_and_competencies() -> None:
    """A rubric gives its criteria with their weights, competencies count alike."""
    bank = load()
    rubric = bank.get(Rubric, "past")
    on_rubric = convene(rubric, bank.scale_of(rubric), id="p", candidate="c", raters=["ana"])
    assert [(each.id, each.weight) for each in on_rubric.criteria] == [
        (each.id, each.weight) for each in rubric.criteria
    ]
    assert len(on_rubric.structure_hash) == 32
    judged = bank.all(Competency)[:3]
    opm = bank.get(Scale, "opm5")
    on_those = convene_on_competencies(judged, opm, id="p", candidate="c", raters=["ana"])
    assert {each.weight for each in on_those.criteria} == {1}
    with pytest.raises(InvalidValueError):
        convene(rubric, opm, id="p", candidate="c", raters=["ana"])
    with pytest.raises(InvalidValueError):
        convene_on_competencies(judged, bank.scale_of(rubric), id="p", candidate="c", raters=["a"])


class PanelMachine(RuleBasedStateMachine):
    """Raters do anything, legal or not, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.panel = panel()
        self.clock = 0
        self.given: dict[tuple[str, str], int | None] = {}
        self.done: dict[str, str] = {}

    def time(self) -> str:
        """Let a second pass."""
        self.clock += 1
        return at(self.clock)

    def take(self, step: Any, *, legal: bool) -> None:
        """Take a step that is legal, or see that it changes nothing."""
        before = self.panel
        kept = document(before)
        if not legal:
            with pytest.raises((StepError, InvalidValueError)):
                step(before)
            assert document(before) == kept
            return
        self.panel = step(before)
        assert self.panel.log[:-1] == before.log
        assert document(before) == kept

    @rule(
        rater=st.sampled_from((*RATERS, "dewi")),
        criterion=st.sampled_from(("closing", "listening", "humour")),
        level=st.none() | st.integers(0, 6),
    )
    def rate(self, rater: str, criterion: str, level: int | None) -> None:
        """Somebody rates."""
        legal = (
            rater in RATERS
            and rater not in self.done
            and criterion != "humour"
            and (level is None or 1 <= level <= 5)
        )
        when = self.time()
        self.take(lambda p: p.rated(rater, criterion, level, at=when, quotes=[SAID]), legal=legal)
        if legal:
            self.given[rater, criterion] = level

    @rule(rater=st.sampled_from((*RATERS, "dewi")))
    def submit(self, rater: str) -> None:
        """Somebody submits."""
        whole = all((rater, each) in self.given for each in ("closing", "listening"))
        legal = rater in RATERS and rater not in self.done and whole
        when = self.time()
        self.take(lambda p: p.submitted(rater, at=when), legal=legal)
        if legal:
            self.done[rater] = "submitted"

    @rule(rater=st.sampled_from(RATERS))
    def withdraw(self, rater: str) -> None:
        """Somebody withdraws."""
        gone = [each for each, how in self.done.items() if how == "withdrawn"]
        legal = rater not in self.done and len(gone) < len(RATERS) - 1
        when = self.time()
        self.take(lambda p: p.withdrawn(rater, at=when), legal=legal)
        if legal:
            self.done[rater] = "withdrawn"

    @precondition(lambda self: self.clock)
    @rule()
    def go_back_in_time(self) -> None:
        """No step comes before the one before it."""
        if self.panel.log:
            self.take(lambda p: p.rated("ana", "closing", 3, at=at(0)), legal=False)

    @rule(level=st.none() | st.integers(1, 5))
    def agree(self, level: int | None) -> None:
        """The panel agrees on a level."""
        when = self.time()
        legal = len(self.done) == len(RATERS)
        self.take(lambda p: p.agreed("closing", level, at=when), legal=legal)

    @invariant()
    def nothing_leaks(self) -> None:
        """While one is missing, no view but the own shows any level."""
        complete = len(self.done) == len(RATERS)
        assert self.panel.is_complete == complete
        for rater in self.panel.active:
            view = self.panel.seen_by(rater)
            assert {mark.criterion: mark.level for mark in view.own.marks} == {
                criterion: level for (who, criterion), level in self.given.items() if who == rater
            }
            assert bool(view.others) == (complete and len(self.panel.active) > 1)
        if not complete:
            with pytest.raises(StepError):
                combine(self.panel)

    @invariant()
    def survives_json(self) -> None:
        """The panel comes back from its document as it was."""
        assert structure(document(self.panel), Panel) == self.panel
        assert SAID not in repr(self.panel)


TestPanelMachine = PanelMachine.TestCase
TestPanelMachine.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)


def test_a_broken_document_tells_nothing_of_what_was_said() -> None:
    """A string where a list should be is named by its type alone, where it may be a quote."""
    whole = document(panel().rated("ana", "closing", 4, at=at(1), quotes=[SAID]))
    whole["log"][0]["quotes"] = SAID
    with pytest.raises(DocumentError) as raised:
        structure(whole, Panel)
    assert SAID not in str(raised.value)
    assert "found a string, allowed is a list" in str(raised.value)
