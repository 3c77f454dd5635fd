"""Items of the bundled bank, and a small bank of answers that a stranger might have written."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from attrs import evolve

from interview_kit.bank import Bank
from interview_kit.knowledge import items_of, templates
from interview_kit.model import (
    Criterion,
    GoldRating,
    LabelledSentence,
    Level,
    Probe,
    QuizItem,
    Rubric,
    SampleAnswer,
    Scale,
    SentencePart,
    Text,
)
from interview_kit.model.contents import contents_of
from interview_kit.packs import load
from quiz_banks import bank_of, question

ASKED = Text.of(id="Ceritakan satu masalah.", en="Tell me of a problem.")
NOTE = Text.of(id="Bagus.", en="Good.")
#: One sentence to a part; situation and action take more.
STORY: tuple[tuple[SentencePart, str], ...] = (
    ("situation", "In May our till broke."),
    ("situation", "The queue went round the block."),
    ("task", "I had to get it going by noon."),
    ("action", "I rang the engineer."),
    ("action", "I opened the spare till, because the queue grew."),
    ("action", "I wrote receipts by hand."),
    ("result", "By noon nobody was left waiting."),
)


@cache
def bundled() -> Bank:
    """Load all bundled packs that hold something to ask about."""
    return load("core", "general_hr", "general_behavioural", "answers")


@cache
def made_by(template: str) -> tuple[QuizItem, ...]:
    """Make the items of one template from the bundled bank."""
    return tuple(items_of(bundled(), of=[each for each in templates() if each.spec.id == template]))


def of_templates(bank: Bank, *ids: str) -> tuple[QuizItem, ...]:
    """Make the items of some templates from a bank."""
    return items_of(bank, of=[each for each in templates() if each.spec.id in ids])


def sample(id: str, **given: Any) -> SampleAnswer:
    """Make a strong story in English, where nothing else is asked for."""
    plain: dict[str, Any] = {
        "language": "en",
        "quality": "strong",
        "response_type": "story",
        "question": "Q1",
        "comment": NOTE,
        "sentences": [LabelledSentence(part=part, text=text) for part, text in STORY],
    }
    return SampleAnswer(id=id, **(plain | given))


#: Three criteria of a rubric, with their weights.
CRITERIA = {"steps": 50, "outcome": 30, "figures": 20}


def named(words: str) -> Text:
    """Give words as a text in both languages."""
    return Text.of(id=words, en=words)


def rubric() -> Rubric:
    """Make a rubric whose levels and next steps name their criterion."""
    return Rubric(
        id="past",
        name=ASKED,
        kind="past",
        scale="four",
        weights_reason=ASKED,
        criteria=[
            Criterion(
                id=id,
                name=named(id.title()),
                definition=named(f"Whether {id} are told."),
                weight=weight,
                reason=ASKED,
                levels=[
                    Level(value=0, anchor=named(f"No {id}."), next_step=named(f"Add {id}.")),
                    Level(value=4, anchor=named(f"All {id}.")),
                ],
            )
            for id, weight in CRITERIA.items()
        ],
    )


def rated(**levels: int) -> list[GoldRating]:
    """Rate an answer on criteria."""
    return [
        GoldRating(criterion=each, level=level, reason=f"Note {place}.")
        for place, (each, level) in zip("ABC", levels.items(), strict=False)
    ]


def bank_with(samples: Iterable[SampleAnswer], **sections: Sequence[Any]) -> Bank:
    """Make a bank with one question, which has probes, and these answers to it."""
    probes = [
        Probe(part=part, text=Text.of(id=f"{part}?", en=f"Say more: {number}?"))
        for number, part in enumerate(("situation", "action", "result"))
    ]
    base = bank_of([question("Q1", text=ASKED, probes=probes)])
    given = {name: getattr(base.contents, name) for name in ("competencies", "stages", "questions")}
    given |= {"scales": [Scale(id="four", lowest=0, highest=4)], "rubrics": [rubric()]}
    return evolve(base, contents=contents_of({**given, "sample_answers": [*samples], **sections}))


def longest_keys(items: Sequence[QuizItem]) -> float:
    """Give the share of items, in each language that they speak, whose key alone is longest."""
    found = [_is_longest(each, tag) for each in items for tag in each.text.languages]
    return sum(found) / len(found)


def _is_longest(item: QuizItem, language: str) -> bool:
    lengths = {each.id: len(each.text.in_(language)) for each in item.options}
    key = lengths.pop(item.key[0])
    return key > max(lengths.values())


def answer_of(item: QuizItem) -> SampleAnswer:
    """Give the sample answer of the bundled bank that an item is about."""
    return bundled().get(SampleAnswer, item.elements[-1].partition("/")[2])
