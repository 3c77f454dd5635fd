"""The decision record: who decided what and why, what was advised, and what people rated otherwise."""

from collections.abc import Iterator
from typing import Final

from interview_kit.bank import Bank
from interview_kit.export._blocks import Block, Report, Section
from interview_kit.export._words import Speaker
from interview_kit.interview import OUTCOME_NAMES, Event, Progress, Recommendation, Session
from interview_kit.model import Competency, Id, Stage
from interview_kit.model.checks import expect

__all__ = ["decision_record"]

#: What stands for a level that was not given, and for words that were taken out.
NONE: Final = "-"


def decision_record(
    session: Session, bank: Bank, *, language: str, recommendation: Recommendation | None = None
) -> Report:
    """Lay out how a decision came about, without a word of the answers.

    Args:
        session: the session; what nobody decided yet is said to be open.
        bank: the bank with its stages and competencies.
        language: the language of the record; reasons stay as people wrote them.
        recommendation: what a rule advised; none if no rule was asked.

    Returns:
        The report. Reasons and names in it are personal data.

    Raises:
        UnknownIdError: if the bank lacks a stage or a competency.
        MissingLanguageError: if reports do not speak the language.
    """
    expect("session", session, Session)
    expect("bank", bank, Bank)
    speaker = Speaker(language)
    sections = [_overview(session, bank, speaker), _decisions(session, speaker)]
    if recommendation is not None:
        expect("recommendation", recommendation, Recommendation)
        sections.append(_advice(recommendation, bank, speaker))
    return Report(
        kind="decision_record",
        language=speaker.language,
        title=speaker.say("decision_title"),
        intro=[speaker.callout("decision_person")],
        sections=[*sections, _overrides(session, speaker)],
    )


def _facts(speaker: Speaker, *rows: tuple[str, str]) -> Block:
    return Block(kind="facts", rows=[(speaker.say(word), held) for word, held in rows if held])


def _overview(session: Session, bank: Bank, speaker: Speaker) -> Section:
    stages = speaker.listed(bank.get(Stage, each).name for each in session.plan.stages)
    facts = _facts(
        speaker,
        ("session", session.id),
        ("candidate_blank", session.candidate),
        ("stage", stages),
        ("questions", f"{len(session.state.questions)}"),
    )
    return Section(title=speaker.say("overview"), blocks=[facts])


def _decisions(session: Session, speaker: Speaker) -> Section:
    made = [each for each in session.events if each.kind == "decided"]
    blocks = [_decision(each, speaker) for each in made]
    title = speaker.say("decision_made")
    return Section(title=title, blocks=blocks or [speaker.callout("decision_open")])


def _decision(event: Event, speaker: Speaker) -> Block:
    return _facts(
        speaker,
        ("decision", event.decision or NONE),
        ("decided_by", event.by),
        ("decided_at", event.at),
        ("reason", event.text or NONE),
    )


def _advice(advice: Recommendation, bank: Bank, speaker: Speaker) -> Section:
    def named(ids: tuple[Id, ...]) -> str:
        return speaker.listed(bank.get(Competency, each).name for each in ids)

    facts = _facts(
        speaker,
        ("outcome", speaker.tell(OUTCOME_NAMES[advice.outcome])),
        ("fired", speaker.tell(advice.fired.text)),
        ("mean", "" if advice.mean is None else speaker.number(advice.mean)),
        ("coverage", f"{advice.coverage:.0%}"),
        ("failed", named(advice.failed)),
        ("missing", named(advice.missing)),
        ("rule", f"{advice.rule} ({advice.rule_hash})"),
    )
    blocks = [Block(kind="callout", text=speaker.tell(advice.advisory)), facts]
    if advice.cautions:
        cautions = [speaker.tell(each.text) for each in advice.cautions]
        blocks.append(Block(kind="bullets", text=speaker.say("cautions"), items=cautions))
    return Section(title=speaker.say("advice"), blocks=blocks)


def _overrides(session: Session, speaker: Speaker) -> Section:
    rows = [row for each in session.state.questions for row in _changed(each)]
    words = ("code", "criterion_name", "levels_changed", "decided_by", "reason")
    told = [_facts(speaker, *zip(words, held, strict=True)) for held in rows]
    return Section(
        title=speaker.say("overrides"), blocks=told or [speaker.paragraph("no_overrides")]
    )


def _changed(progress: Progress) -> Iterator[tuple[str, ...]]:
    for each in progress.overrides:
        rating = progress.report.rating(each.criterion or "") if progress.report else None
        before = NONE if rating is None or rating.level is None else f"{rating.level}"
        after = NONE if each.level is None else f"{each.level}"
        held = (progress.id, each.criterion or NONE, f"{before} → {after}")
        yield (*held, each.by, each.text or NONE)
