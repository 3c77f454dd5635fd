"""What to tell a candidate: one strength and at most two next steps, each from the words of the answer.

Feedback on the task and on where to go next helps, praise of the person does not (Hattie & Timperley
2007), so there are no words about the person, no comparison with others, and no figures to invent.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final, Literal, final

from attrs import field, frozen

from interview_kit._resources import read_data
from interview_kit.errors import InvalidValueError
from interview_kit.model import (
    PARTS,
    Criterion,
    Evidence,
    Id,
    Language,
    Part,
    Rating,
    ScoreReport,
    Text,
    Value,
    normalise_language,
    to_id,
)
from interview_kit.model.checks import as_tuple, instances_of, one_of, plain_text
from interview_kit.scoring._contract import counts, rubric_hash
from interview_kit.scoring._protocol import ScoreRequest

__all__ = ["Feedback", "FeedbackItem", "feedback", "missing_parts"]

#: Items in all: more are not acted upon.
MOST_ITEMS: Final = 3
#: Share of the scale from which on a rating is a strength.
STRONG: Final = 0.75
#: The part of an answer that a criterion asks for, and so the probe that brings it out.
PARTS_ASKED: Final[Mapping[str, Part]] = {
    "action_specificity": "action",
    "contribution": "action",
    "result": "result",
    "quantification": "result",
    "reflection": "learning",
    "expected_result": "result",
    "action_plan": "action",
}
#: Warnings that say that a part was not found begin so.
MISSING: Final = "missing_"

ItemKind = Literal["strength", "next_step"]
ITEM_KINDS: Final[tuple[ItemKind, ...]] = ("strength", "next_step")


@final
@frozen(kw_only=True, eq=False, repr=False)
class FeedbackItem(Value):
    """One thing to tell.

    Attributes:
        kind: whether it is a strength or a next step.
        criterion: the criterion that it is about.
        found: what was found in the answer.
        evidence: where; none where something was not found.
        matters: why an interviewer looks for it; empty if the rubric does not say.
        action: what to do next time; empty for a strength.
        probe: the question that would bring it out; empty if the question asked has none for it.
    """

    kind: ItemKind = field(validator=one_of(ITEM_KINDS))
    criterion: Id = field(converter=to_id)
    found: str = field(validator=plain_text)
    evidence: tuple[Evidence, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(Evidence)
    )
    matters: str = field(default="", validator=plain_text)
    action: str = field(default="", validator=plain_text)
    probe: str = field(default="", validator=plain_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Feedback(Value):
    """What to tell a candidate about one answer.

    Attributes:
        language: the language of the words.
        items: at most three, the strength first if there is one, then what weighs most.
        cautions: sentences about the answer as a whole, such as that it speaks of something else.
    """

    language: Language = field(converter=normalise_language)
    items: tuple[FeedbackItem, ...] = field(
        default=(), converter=as_tuple, validator=instances_of(FeedbackItem)
    )
    cautions: tuple[str, ...] = field(default=(), converter=as_tuple)

    def text(self) -> str:
        """Give it as plain text, a paragraph for each item."""
        paragraphs = [*self.cautions]
        for item in self.items:
            said = [f'"{each.quote}"' for each in item.evidence[:1]]
            told = (item.found, *said, item.matters, item.action, item.probe)
            paragraphs.append(" ".join(each for each in told if each))
        return "\n\n".join(paragraphs)


def feedback(
    report: ScoreReport, request: ScoreRequest, *, language: str | None = None
) -> Feedback:
    """Tell a candidate what was found and what to do next, from the ratings that count.

    Args:
        report: what a scorer found, as `score` gives it.
        request: what it was asked; its rubric is the one that the report names.
        language: the language to speak; that of the report if none is given.

    Returns:
        At most three items, ordered by weight and by what is left to gain.

    Raises:
        InvalidValueError: if the report was made with another rubric.
    """
    if report.structure_hash and report.structure_hash != rubric_hash(request.rubric):
        found = f"a report made with another version of {report.rubric!r}"
        raise InvalidValueError("report", found, "one made with the request's rubric")
    speaker = _Speaker(request, language or report.language)
    counted = [*filter(counts, report.ratings)]
    best = sorted(counted, key=lambda each: -speaker.weighed(each, speaker.share(each)))
    worst = sorted(counted, key=lambda each: -speaker.weighed(each, 1 - speaker.share(each)))
    strengths = [each for each in best if speaker.share(each) >= STRONG][:1]
    steps = [each for each in worst if speaker.share(each) < 1 and each not in strengths]
    items = [
        *(speaker.strength(each) for each in strengths),
        *(speaker.next_step(each, report) for each in steps[: MOST_ITEMS - len(strengths)]),
    ]
    return Feedback(
        language=speaker.language, items=items, cautions=[*speaker.cautions(report.warnings)]
    )


def missing_parts(report: ScoreReport, lowest: int) -> tuple[Part, ...]:
    """Name the parts of an answer of which a report found nothing.

    Args:
        report: what a scorer found, as `score` gives it.
        lowest: the lowest level of the scale.

    Returns:
        The parts that its warnings name, then those that the criteria at the lowest level ask for;
        each once.
    """
    at_bottom = (each.criterion for each in report.ratings if each.level == lowest)
    asked: list[Part] = [PARTS_ASKED[each] for each in at_bottom if each in PARTS_ASKED]
    parts: dict[Part, None] = dict.fromkeys([*_parts_warned_of(report), *asked])
    return tuple(parts)


def _parts_warned_of(report: ScoreReport) -> tuple[Part, ...]:
    parts: Iterator[Part] = (part for part in PARTS if f"{MISSING}{part}" in report.warnings)
    return tuple(parts)


@cache
def _texts() -> Mapping[str, Any]:
    data = read_data("interview_kit.scoring", "feedback")
    return {
        "found": {code: Text(entries=said) for code, said in data["found"].items()},
        "warnings": {code: Text(entries=said) for code, said in data["warnings"].items()},
        "hint": Text(entries=data["hint"]),
    }


class _Speaker:
    """Puts ratings into words of one language."""

    def __init__(self, request: ScoreRequest, language: str) -> None:
        self.language = normalise_language(language)
        self.criteria = {each.id: each for each in request.rubric.criteria}
        self.scale = request.scale
        self.probes = {each.part: each.text for each in request.question.probes}

    def share(self, rating: Rating) -> float:
        """Tell where on the scale a level lies, 0 to 1."""
        lowest, highest = self.scale.lowest, self.scale.highest
        return ((rating.level or 0) - lowest) / (highest - lowest)

    def weighed(self, rating: Rating, share: float) -> float:
        """Weigh a share of the scale by the criterion."""
        return self.criteria[rating.criterion].weight * share

    def strength(self, rating: Rating) -> FeedbackItem:
        """Tell what was good."""
        return self._item("strength", rating, "", "")

    def next_step(self, rating: Rating, report: ScoreReport) -> FeedbackItem:
        """Tell what to do, and ask for the part that is missing."""
        part = self._part(rating, report)
        probe = self.probes.get(part) if part else None
        hint = self._said(_texts()["hint"]).format(probe=self._said(probe)) if probe else ""
        return self._item("next_step", rating, self._action(rating), hint)

    def cautions(self, warnings: tuple[str, ...]) -> Iterator[str]:
        """Put the warnings into words that have any."""
        known = _texts()["warnings"]
        yield from (self._said(known[each]) for each in warnings if each in known)

    def _item(self, kind: ItemKind, rating: Rating, action: str, probe: str) -> FeedbackItem:
        criterion = self.criteria[rating.criterion]
        return FeedbackItem(
            kind=kind,
            criterion=rating.criterion,
            found=self._found(rating, criterion),
            evidence=rating.evidence,
            matters=self._said(criterion.matters) if criterion.matters else "",
            action=action,
            probe=probe,
        )

    def _found(self, rating: Rating, criterion: Criterion) -> str:
        """Say what was found: by the reason if it is ours, or else by the anchor reached."""
        known = _texts()["found"].get(rating.reason)
        if known is not None:
            return self._said(known)
        reached = [each for each in criterion.levels if each.value <= (rating.level or 0)]
        return self._said((reached or criterion.levels)[-1 if reached else 0].anchor)

    def _action(self, rating: Rating) -> str:
        """Say what raises the level: the scorer's own words, or those of the rubric."""
        criterion = self.criteria[rating.criterion]
        below = [e for e in criterion.levels if e.value <= (rating.level or 0) and e.next_step]
        advice = below[-1].next_step if below else None
        if advice is not None and advice.speaks(self.language):
            return self._said(advice)
        return rating.next_step or self._said(criterion.levels[-1].anchor)

    def _part(self, rating: Rating, report: ScoreReport) -> Part | None:
        if rating.criterion == "completeness":
            missing = _parts_warned_of(report)
            return next((part for part in missing if part in self.probes), None)
        return PARTS_ASKED.get(rating.criterion)

    def _said(self, text: Text) -> str:
        return text.in_(self.language, fallback=("en", *text.languages))
