"""The panel sheet: computed levels, disagreements with both quotes, and every mark."""

import pytest
from attrs import evolve

from export_cases import HOSTILE, words_of
from interview_kit import Bank
from interview_kit.errors import StepError
from interview_kit.export import Report, panel_sheet, to_html, to_markdown
from interview_kit.interview import Panel, RaterWeights, convene, convene_on_competencies
from interview_kit.model import Competency, Rubric, Scale

AT = "2026-11-26T02:00:00Z"
RATERS = ("ana", "budi", "citra")


def rated(
    bank: Bank, *levels: tuple[int | None, int | None], quote: str = "saya menelepon"
) -> Panel:
    """Let raters give levels on two competencies, the first with a quote and a note."""
    closing, listening = (
        bank.get(Competency, each) for each in ("negotiation_closing", "learning_agility")
    )
    scale = bank.get(Scale, "opm5")
    raters = RATERS[: len(levels)]
    panel = convene_on_competencies(
        [closing, listening], scale, id="p1", candidate="c17", raters=raters
    )
    for rater, (one, other) in zip(raters, levels, strict=True):
        panel = panel.rated(rater, closing.id, one, at=AT, quotes=[quote], note=f"catatan {rater}")
        panel = panel.rated(rater, listening.id, other, at=AT).submitted(rater, at=AT)
    return panel


def section(report: Report, title: str) -> list[str]:
    """Give what stands under a heading."""
    found = next(each for each in report.sections if each.title == title)
    alone = evolve(report, intro=(), sections=[evolve(found, level=2)])
    return words_of(alone)[3:]


def test_levels_are_combined_and_said_with_the_scale(bank: Bank) -> None:
    """Bars show the combined levels in the numbers of the language, and what nobody assessed."""
    report = panel_sheet(rated(bank, (2, None), (5, None), (3, None)), bank, language="id")
    assert section(report, "Nilai gabungan")[:6] == [
        *("Keseluruhan", "3,33 pada skala 1 sampai 5"),
        *("Negosiasi dan closing", "3,33 pada skala 1 sampai 5"),
        *(bank.get(Competency, "learning_agility").name.in_("id"), "belum dinilai"),
    ]
    bars = next(each for each in report.sections[1].blocks if each.kind == "bars").bars
    assert [each.share for each in bars] == [pytest.approx(7 / 12), pytest.approx(7 / 12), None]


def test_disagreements_come_with_both_quotes(bank: Bank) -> None:
    """Criteria two levels apart are headings, with who gave what and what they heard."""
    report = panel_sheet(rated(bank, (2, 3), (5, 3)), bank, language="en")
    assert section(report, "Negotiation and closing: 2 and 5") == [
        "ana gave 2 and heard:",
        "saya menelepon",
        "budi gave 5 and heard:",
        "saya menelepon",
    ]


def test_agreement_is_said(bank: Bank) -> None:
    """Where nobody is far apart, the sheet says so."""
    report = panel_sheet(rated(bank, (3, 3), (4, 3)), bank, language="en")
    assert section(report, "What to talk about first") == [
        "On no criterion are raters two levels or more apart."
    ]


def test_every_mark_is_there_and_what_was_not_assessed_is_no_zero(bank: Bank) -> None:
    """Each rater's level and note stand in a table; a level that was not given is a dash."""
    report = panel_sheet(rated(bank, (2, None), (3, 4)), bank, language="en")
    name = bank.get(Competency, "learning_agility").name.in_("en")
    assert section(report, name)[3:] == ["ana", "-", "-", "budi", "4", "-"]
    assert "catatan ana" in section(report, "Negotiation and closing")


def test_discussion_is_on_record_but_not_counted(bank: Bank) -> None:
    """What a panel agreed on afterwards is shown beside the computed level."""
    panel = rated(bank, (2, 3), (4, 3)).agreed("negotiation_closing", 4, at=AT)
    told = section(panel_sheet(panel, bank, language="en"), "Combined levels")
    assert told[3] == "3.00 on a scale of 1 to 5"
    assert told[-1] == "Negotiation and closing: 4"


def test_an_open_panel_is_not_shown(bank: Bank) -> None:
    """While a rater is missing there is no sheet."""
    scale, rubric = bank.get(Scale, "practice"), bank.get(Rubric, "past")
    panel = convene(rubric, scale, id="p1", candidate="c17", raters=RATERS)
    with pytest.raises(StepError):
        panel_sheet(panel, bank, language="id")


def test_panels_on_a_rubric_have_the_names_of_its_criteria(bank: Bank) -> None:
    """Criteria of a rubric are called as it calls them; why raters count differently is told."""
    scale, rubric = bank.get(Scale, "practice"), bank.get(Rubric, "past")
    panel = convene(rubric, scale, id="p1", candidate="c17", raters=RATERS[:2])
    for rater in RATERS[:2]:
        panel = panel.rated(rater, "relevance", 4, at=AT, quotes=["x"])
        for each in rubric.criteria[1:]:
            panel = panel.rated(rater, each.id, None, at=AT)
        panel = panel.submitted(rater, at=AT)
    weights = RaterWeights(weights=[("ana", 2), ("budi", 1)], reason="Ana memimpin tim itu.")
    report = panel_sheet(panel, bank, language="en", method="weighted", weights=weights)
    assert "Ana memimpin tim itu." in section(report, "Overview")
    assert "20%" in section(report, "Overview")
    assert section(report, "Combined levels")[2:4] == ["Relevance", "4.00 on a scale of 0 to 4"]


@pytest.mark.parametrize("quote", HOSTILE)
def test_quotes_stay_words(bank: Bank, quote: str) -> None:
    """Whatever was heard, both writers take it for words."""
    report = panel_sheet(rated(bank, (1, 3), (5, 3), quote=quote), bank, language="en")
    plain = panel_sheet(rated(bank, (1, 3), (5, 3), quote="x"), bank, language="en")
    assert to_html(report).count("<") == to_html(plain).count("<")
    assert to_markdown(report).count("\n# ") == to_markdown(plain).count("\n# ")
