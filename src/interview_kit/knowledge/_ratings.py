"""Items about ratings: what an answer lacks most, what mends it, how it is rated, on what ground."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from interview_kit.knowledge._samples import Case, cases, drawn, shares_a_word
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import cited
from interview_kit.model import Criterion, Estimate, Rubric, Scale, Text

__all__ = ["MAKERS", "Rated", "Sheet", "sheets"]

#: Criteria of the bundled rubrics whose reasons could stand for one another: none of the one is
#: shown as wrong where one of the other is right.
ALIKE: Final[tuple[frozenset[str], ...]] = tuple(
    frozenset(pair.split())
    for pair in (
        "relevance completeness",
        "relevance clarity",
        "relevance result",
        "relevance action_specificity",
        "relevance contribution",
        "relevance scope",
        "completeness clarity",
        "completeness result",
        "completeness action_specificity",
        "completeness contribution",
        "action_specificity contribution",
        "result quantification",
        "result reflection",
        "result scope",
        "scope recency",
        "specificity role_match",
        "specificity own_reason",
        "role_match own_reason",
        "role_match forward_view",
        "clarification analysis",
        "clarification stakeholders",
        "analysis risk",
        "analysis action_plan",
        "action_plan stakeholders",
        "action_plan risk",
        "action_plan expected_result",
        "key_points process_order",
        "key_points terms",
        "key_points example",
        "key_points measure",
        "example measure",
    )
)
#: How much more the weakest criterion costs than any other before it is the main weakness.
CLEARLY: Final = 1.25
#: How many levels above the weakest criterion another is no weakness beside it.
FAR: Final = 3

IS_STRONG: Final = Text.of(
    id="Bukan ini: pada “{criterion}” jawaban ini dinilai {level} dari {highest}. "
    "Catatan penilai: “{reason}”",
    en="Not this: on “{criterion}” the answer was rated {level} out of {highest}. "
    "The rater's note: “{reason}”",
)
IS_WEAK: Final = Text.of(
    id="Di “{criterion}” jawaban ini paling banyak kehilangan nilai. Catatan penilai: “{reason}”",
    en="“{criterion}” is where this answer loses most. The rater's note: “{reason}”",
)
IS_OF: Final = Text.of(
    id="Catatan ini menyangkut “{criterion}”. {definition}",
    en="This note is about “{criterion}”. {definition}",
)
WITH_LEVELS: Final = Text.of(
    id="{passage}\n\nPatokan nilai:\n{levels}", en="{passage}\n\nLevels:\n{levels}"
)


class Rated(NamedTuple):
    """One criterion and how an answer was rated on it.

    Attributes:
        criterion: the criterion.
        level: the level.
        reason: why, in the language of the answer.
        loss: what the rating costs, in points of a total of 100.
    """

    criterion: Criterion
    level: int
    reason: str
    loss: float


class Sheet(NamedTuple):
    """The ratings of an answer.

    Attributes:
        case: the answer.
        rubric: the rubric.
        scale: its scale.
        rated: each criterion that was rated and speaks the language of the answer.
    """

    case: Case
    rubric: Rubric
    scale: Scale
    rated: tuple[Rated, ...]

    @property
    def total(self) -> float:
        """What the ratings leave of 100 points."""
        return 100 - sum(each.loss for each in self.rated)

    @property
    def main_weakness(self) -> Rated | None:
        """The criterion that costs clearly more than any other, if its level is low; or none."""
        ranked = sorted(self.rated, key=lambda each: -each.loss)
        if len(ranked) < len(("it", "another")):
            return None
        first, second, *_ = ranked
        is_low = 2 * first.level <= self.scale.lowest + self.scale.highest
        return first if is_low and first.loss >= CLEARLY * second.loss else None

    def is_strong(self, rated: Rated, weakest: Rated) -> bool:
        """Tell whether nobody would name a criterion beside the weakest: at the top, or near it."""
        return rated.level == self.scale.highest or rated.level - weakest.level >= FAR

    def is_longest(self, key: Text, others: Sequence[Candidate]) -> bool:
        """Tell whether a key is longer than all that can be shown beside it."""
        language = self.case.sample.language
        lengths = [len(each.text.in_(language)) for each in others]
        return len(key.in_(language)) > max(lengths, default=0)

    def draft(self, rated: Rated, **more: Text | str) -> Draft:
        """Begin a draft on how the answer was rated on a criterion."""
        about: dict[str, Text | str] = {
            "criterion": rated.criterion.name,
            "definition": rated.criterion.definition,
            "level": str(rated.level),
            "reason": self.case.cited(rated.reason),
        }
        return Draft(
            elements=(f"rubrics/{self.rubric.id}", self.case.key),
            topic="ratings",
            slots={**about, **more},
            roles=self.case.roles,
        )

    def option(self, rated: Rated, text: Text, rationale: Text) -> Candidate:
        """Make an option that stands for a criterion."""
        why = self.case.told(
            rationale,
            criterion=rated.criterion.name,
            definition=rated.criterion.definition,
            level=str(rated.level),
            highest=str(self.scale.highest),
            reason=self.case.cited(rated.reason),
        )
        return Candidate(rated.criterion.id, text, why)


def sheets(sources: Sources) -> Iterator[Sheet]:
    """Go through the answers that were rated.

    Args:
        sources: where they stand.

    Yields:
        The ratings of each, by id of the answer.
    """
    for case in cases(sources):
        if case.rubric:
            scale = sources.bank.scale_of(case.rubric)
            yield Sheet(case, case.rubric, scale, tuple(_rated(case, case.rubric, scale)))


def _rated(case: Case, rubric: Rubric, scale: Scale) -> Iterator[Rated]:
    for rating in case.sample.ratings:
        criterion = rubric.criterion(rating.criterion)
        is_on_scale = scale.lowest <= rating.level <= scale.highest
        if criterion and is_on_scale and _speaks(criterion, case.sample.language):
            lost = (scale.highest - rating.level) / (scale.highest - scale.lowest)
            yield Rated(criterion, rating.level, rating.reason, lost * criterion.weight)


def _speaks(criterion: Criterion, language: str) -> bool:
    steps = (each.next_step for each in criterion.levels if each.next_step)
    anchors = (each.anchor for each in criterion.levels)
    texts = (criterion.name, criterion.definition, *anchors, *steps)
    return all(each.speaks(language) for each in texts)


#: Finds what would hold of an answer at a level of a criterion.
Words = Callable[[Criterion, int], Text | None]


def _weakness(sources: Sources) -> Iterator[Draft]:
    return _on_the_weakest(sources, (0, 1, 2, 3), _anchor_at)


def _next_step(sources: Sources) -> Iterator[Draft]:
    return _on_the_weakest(sources, (3, 4, 5), _step_from)


def _anchor_at(criterion: Criterion, level: int) -> Text | None:
    return next((each.anchor for each in criterion.levels if each.value == level), None)


def _step_from(criterion: Criterion, level: int) -> Text | None:
    reached = [each for each in criterion.levels if each.value <= level]
    return reached[-1].next_step if reached else None


def _on_the_weakest(sources: Sources, lanes: Sequence[int], words: Words) -> Iterator[Draft]:
    """Ask for the main weakness, by what would hold at that level of it and of what is strong."""
    for sheet in sheets(sources):
        weakest = sheet.main_weakness
        text = words(weakest.criterion, weakest.level) if weakest else None
        if weakest and text:
            strong = (each for each in sheet.rated if sheet.is_strong(each, weakest))
            said = ((each, words(each.criterion, weakest.level)) for each in strong)
            wrong = [sheet.option(each, other, IS_STRONG) for each, other in said if other]
            # An answer whose key would stand out by its length is taken from the first lane alone.
            if sheet.case.takes(lanes[:1] if sheet.is_longest(text, wrong) else lanes):
                yield sheet.draft(weakest, comment=cited(sheet.case.sample.comment))._replace(
                    right=[sheet.option(weakest, text, IS_WEAK)],
                    wrong=[wrong],
                    passage=sheet.case.whole,
                )


def _level(sources: Sources) -> Iterator[Draft]:
    for sheet in sheets(sources):
        anchored = {
            each.criterion.id: each
            for each in sheet.rated
            if _anchor_at(each.criterion, each.level)
        }
        if anchored and sheet.case.takes((4,)):
            yield _level_draft(sheet, anchored[drawn("level", sheet.case.sample.id, anchored)])


def _level_draft(sheet: Sheet, rated: Rated) -> Draft:
    case, scale = sheet.case, sheet.scale
    levels = "\n".join(
        f"{each.value} = {each.anchor.in_(case.sample.language)}" for each in rated.criterion.levels
    )
    return sheet.draft(rated, lowest=str(scale.lowest), highest=str(scale.highest))._replace(
        passage=case.told(WITH_LEVELS, passage=case.whole, levels=levels),
        estimate=Estimate(value=rated.level, lowest=scale.lowest, highest=scale.highest),
    )


def _reason(sources: Sources) -> Iterator[Draft]:
    for sheet in sheets(sources):
        if sheet.case.takes((2, 5)):
            apart = {each.criterion.id: (each, _apart(sheet, each)) for each in sheet.rated}
            clear = [
                id for id, (each, others) in apart.items() if others and not _tells(each, each)
            ]
            if clear:
                yield _reason_draft(sheet, *apart[drawn("reason", sheet.case.sample.id, clear)])


def _reason_draft(sheet: Sheet, rated: Rated, others: Sequence[Rated]) -> Draft:
    return sheet.draft(rated)._replace(
        right=[_quoted(sheet, rated)],
        wrong=[[_quoted(sheet, each) for each in others]],
        passage=sheet.case.whole,
    )


def _quoted(sheet: Sheet, rated: Rated) -> Candidate:
    return sheet.option(rated, sheet.case.quoted(rated.reason), IS_OF)


def _apart(sheet: Sheet, rated: Rated) -> list[Rated]:
    """Find the ratings whose reasons nobody would take for one on this criterion."""
    return [
        each
        for each in sheet.rated
        if each is not rated
        and frozenset[str]((each.criterion.id, rated.criterion.id)) not in ALIKE
        and not _tells(each, rated)
        and not any(map(str.isdigit, each.reason))
    ]


def _tells(rated: Rated, of: Rated) -> bool:
    """Tell whether a reason uses the words in which a criterion is described."""
    said = (*of.criterion.name.entries, *of.criterion.definition.entries)
    return any(shares_a_word(rated.reason, words) for _, words in said)


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "answer_weakness": _weakness,
    "answer_next_step": _next_step,
    "answer_level": _level,
    "answer_reason": _reason,
}
