"""The panel sheet: what each rater gave, what it comes to, and what to talk about first."""

from collections.abc import Iterator
from typing import Final

from interview_kit.bank import Bank
from interview_kit.export._blocks import Bar, Block, Report, Section
from interview_kit.export._words import Speaker
from interview_kit.interview import (
    Disagreement,
    Mark,
    Method,
    Panel,
    PanelResult,
    RaterWeights,
    combine,
    disagreements,
)
from interview_kit.model import Competency, Id, Rubric
from interview_kit.model.checks import expect

__all__ = ["panel_sheet"]

#: What stands for a level that was not given.
NONE: Final = "-"


def panel_sheet(
    panel: Panel,
    bank: Bank,
    *,
    language: str,
    method: Method = "mean",
    weights: RaterWeights | None = None,
) -> Report:
    """Lay out what a panel gave: combined levels, disagreements with both quotes, every mark.

    Args:
        panel: the panel; all raters have submitted.
        bank: the bank with its rubric or competencies.
        language: the language of the sheet; quotes and notes stay as they are.
        method: how levels are combined.
        weights: how much each rater counts, for the method `weighted` alone.

    Returns:
        The report. It quotes the answers, so it is personal data as they are.

    Raises:
        StepError: if a rater has not submitted.
        UnknownIdError: if the bank lacks the rubric or a competency of the panel.
        InvalidValueError: if method and weights do not fit.
        MissingLanguageError: if reports do not speak the language.
    """
    expect("panel", panel, Panel)
    expect("bank", bank, Bank)
    sheet = _Sheet(panel, bank, Speaker(language), combine(panel, method, weights=weights))
    return Report(
        kind="panel_sheet",
        language=sheet.speaker.language,
        title=sheet.say("panel_title"),
        intro=[sheet.speaker.callout("panel_person")],
        sections=[sheet.overview(), sheet.combined(), *sheet.apart(), *sheet.marks()],
    )


class _Sheet:
    """Lays out the parts of a panel sheet."""

    def __init__(self, panel: Panel, bank: Bank, speaker: Speaker, result: PanelResult) -> None:
        self.panel = panel
        self.speaker = speaker
        self.say = speaker.say
        self.result = result
        self.names = {each.id: self._name(bank, each.id) for each in panel.criteria}

    def _name(self, bank: Bank, id: Id) -> str:
        if self.panel.rubric is None:
            return self.speaker.tell(bank.get(Competency, id).name)
        criterion = bank.get(Rubric, self.panel.rubric).criterion(id)
        return self.speaker.tell(criterion.name) if criterion else id

    def overview(self) -> Section:
        bounds = {"lowest": self.panel.lowest, "highest": self.panel.highest}
        rows = [
            ("candidate_blank", self.panel.candidate),
            ("raters", ", ".join(self.panel.active)),
            ("scale", self.say("scale_of", **bounds)),
            ("method", self.say(f"method_{self.result.method}")),
            ("weights_reason", self.result.weights_reason),
            ("coverage", f"{self.result.coverage:.0%}"),
        ]
        held = [(self.say(word), text) for word, text in rows if text]
        return Section(title=self.say("overview"), blocks=[Block(kind="facts", rows=held)])

    def combined(self) -> Section:
        bars = [self._bar(self.say("panel_overall"), self.result.overall)]
        bars += [self._bar(self.names[each.criterion], each.level) for each in self.result.levels]
        talks = [
            f"{self.names[each.criterion]}: {each.consensus}"
            for each in self.result.levels
            if each.consensus is not None
        ]
        blocks = [Block(kind="bars", bars=bars), self.speaker.paragraph("panel_exact")]
        if talks:
            blocks.append(Block(kind="bullets", text=self.say("panel_consensus"), items=talks))
        return Section(title=self.say("panel_combined"), blocks=blocks)

    def _bar(self, label: str, level: float | None) -> Bar:
        if level is None:
            return Bar(label=label, said=self.say("not_rated"))
        lowest, highest = self.panel.lowest, self.panel.highest
        number = self.speaker.number(level)
        said = self.say("level_within", level=number, lowest=lowest, highest=highest)
        return Bar(label=label, said=said, share=(level - lowest) / (highest - lowest))

    def apart(self) -> Iterator[Section]:
        found = disagreements(self.panel)
        why = self.speaker.paragraph("panel_apart" if found else "panel_no_apart")
        yield Section(title=self.say("panel_talk"), blocks=[why])
        for each in found:
            blocks = [
                *self._heard(each.low_rater, each.low),
                *self._heard(each.high_rater, each.high),
            ]
            yield Section(title=self._gap(each), level=3, blocks=blocks)

    def _gap(self, each: Disagreement) -> str:
        low, high = each.low.level, each.high.level
        return self.say("panel_gap", name=self.names[each.criterion], low=low, high=high)

    def _heard(self, rater: Id, mark: Mark) -> Iterator[Block]:
        word = "panel_heard" if mark.quotes else "panel_heard_nothing"
        level = NONE if mark.level is None else mark.level
        yield self.speaker.paragraph(word, rater=rater, level=level)
        yield from (Block(kind="quote", text=each) for each in mark.quotes if each.strip())

    def marks(self) -> Iterator[Section]:
        yield Section(title=self.say("panel_marks"), new_page=True)
        for criterion in self.panel.criteria:
            given = [
                (card.rater, mark)
                for card in self.panel.scorecards()
                if (mark := card.mark(criterion.id)) is not None
            ]
            rows = [
                (rater, NONE if mark.level is None else f"{mark.level}", mark.note or NONE)
                for rater, mark in given
            ]
            header = [self.say(each) for each in ("rater_blank", "level", "panel_note")]
            blocks = [Block(kind="table", header=header, rows=rows)]
            for rater, mark in given:
                blocks += self._heard(rater, mark) if mark.quotes else ()
            yield Section(title=self.names[criterion.id], level=3, blocks=blocks)
