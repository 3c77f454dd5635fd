"""Items about STAR: telling the parts of an answer, missing one, putting them in order, asking."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from interview_kit.knowledge._samples import PART_MEANINGS, PART_NAMES, Case, cases, drawn
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import cited
from interview_kit.model import PARTS, LabelledSentence, Part, Probe, Question, SampleAnswer, Text

__all__ = ["MAKERS"]

#: The parts that an episode needs.
STAR: Final[tuple[Part, ...]] = ("situation", "task", "action", "result")
#: For each part, those that nobody would take one of its sentences for, nearest first: situation and
#: task run into each other, and so do result and learning.
APART: Final[dict[Part, tuple[tuple[Part, ...], ...]]] = {
    "situation": (("action",), ("result", "learning")),
    "task": (("action",), ("result", "learning")),
    "action": (("task", "result"), ("situation", "learning")),
    "result": (("action",), ("task", "situation")),
    "learning": (("task",), ("situation",)),
}
#: The longest stretch that is put in order, in characters.
LONGEST: Final = 420

STILL_THERE: Final = Text.of(
    id="{part} ada di jawaban itu: “{sentence}”", en="The answer has its {part}: “{sentence}”"
)
PLAYS: Final = Text.of(id="{part}. {meaning}", en="{part}. {meaning}")


def _named(part: Part) -> Candidate:
    return Candidate(part, PART_NAMES[part], PART_MEANINGS[part])


def _apart(part: Part, of: Sequence[Part] = PARTS) -> list[list[Candidate]]:
    return [[_named(each) for each in group if each in of] for group in APART[part]]


def _is_whole(sample: SampleAnswer) -> bool:
    """Tell whether an answer is a good story with every part of STAR."""
    parts = {each.part for each in sample.sentences}
    return sample.response_type == "story" and sample.quality == "strong" and parts >= {*STAR}


def _which_part(sources: Sources) -> Iterator[Draft]:
    for case in cases(sources):
        clear = _clear(case.sample.sentences) if _is_whole(case.sample) else {}
        if clear and case.takes((0, 1, 2, 3)):
            part = drawn("part", case.sample.id, clear)
            yield _part_draft(case, part, clear[part])


def _clear(sentences: Sequence[LabelledSentence]) -> dict[Part, int]:
    """Find one sentence for each part whose place leaves no doubt: among others of its part."""
    parts = [each.part for each in sentences]
    last = len(parts) - 1
    found: dict[Part, int] = {}
    if parts[:2] == ["situation"] * 2:
        found["situation"] = 0
    if parts.count("task") == 1:
        found["task"] = parts.index("task")
    for place in range(1, last):
        if parts[place - 1 : place + 2] == ["action"] * 3:
            found["action"] = place
    told = [place for place, part in enumerate(parts) if part not in ("learning", "none")]
    if told and parts[told[-1]] == "result":
        found["result"] = told[-1]
    if parts[-1] == "learning":
        found["learning"] = last
    return found


def _part_draft(case: Case, part: Part, place: int) -> Draft:
    sentences = [each.text for each in case.sample.sentences]
    numbered = [f"({number}) {each}" for number, each in enumerate(sentences, 1)]
    return Draft(
        elements=(case.key,),
        topic="star",
        slots={
            "number": str(place + 1),
            "sentence": case.cited(sentences[place]),
            "part": PART_NAMES[part],
            "meaning": PART_MEANINGS[part],
        },
        right=[_named(part)],
        wrong=_apart(part),
        passage=case.passage(numbered),
        roles=case.roles,
    )


def _cut(case: Case, lanes: Sequence[int]) -> Part | None:
    """Choose the part that is taken out of a whole answer, where a template takes it."""
    if not (_is_whole(case.sample) and case.takes(lanes)):
        return None
    parts = [part for part, _ in groupby(each.part for each in case.sample.sentences)]
    # A part told in one go leaves no trace elsewhere.
    once: list[Part] = [each for each in STAR if parts.count(each) == 1]
    return drawn("cut", case.sample.id, once) if once else None


def _without(sample: SampleAnswer, part: Part) -> list[str]:
    """Give an answer without a part, and without what was learned, which would tell of it."""
    return [each.text for each in sample.sentences if each.part not in (part, "learning")]


def _sentence(sample: SampleAnswer, part: Part) -> str:
    """Give the sentence that shows a part best: its first, or how things ended."""
    own = [each.text for each in sample.sentences if each.part == part]
    return own[-1] if part == "result" else own[0]


def _missing(sources: Sources) -> Iterator[Draft]:
    for case in cases(sources):
        part = _cut(case, (2, 3, 4, 5))
        if part:
            yield _missing_draft(case, part)


def _missing_draft(case: Case, part: Part) -> Draft:
    others = [_still_there(case, each) for each in STAR if each != part]
    return Draft(
        elements=(case.key,),
        topic="star",
        slots=_cut_slots(case, part),
        right=[_named(part)],
        wrong=[others],
        passage=case.passage(_without(case.sample, part)),
        roles=case.roles,
    )


def _still_there(case: Case, part: Part) -> Candidate:
    name, sentence = PART_NAMES[part], _sentence(case.sample, part)
    return Candidate(part, name, case.told(STILL_THERE, part=name, sentence=case.cited(sentence)))


def _cut_slots(case: Case, part: Part) -> dict[str, Text | str]:
    sentence = case.cited(_sentence(case.sample, part))
    return {"meaning": PART_MEANINGS[part], "sentence": sentence}


def _in_order(sources: Sources) -> Iterator[Draft]:
    for case in cases(sources):
        stretches = _stretches(case.sample)
        if stretches and case.sample.quality != "weak":
            yield Draft(
                elements=(case.key,),
                topic="star",
                slots={"question": case.cited(case.asked)},
                right=[
                    Candidate(
                        part,
                        case.quoted(words),
                        case.told(PLAYS, part=PART_NAMES[part], meaning=PART_MEANINGS[part]),
                    )
                    for part, words in stretches.items()
                ],
                roles=case.roles,
            )


def _stretches(sample: SampleAnswer) -> dict[Part, str]:
    """Give the parts of an answer that tells each in one go and in the order of STAR, or nothing."""
    runs = [(part, [*run]) for part, run in groupby(sample.sentences, lambda each: each.part)]
    told = [(part, run) for part, run in runs if part not in ("none", "learning")]
    if sample.response_type != "story" or [part for part, _ in told] != [*STAR]:
        return {}
    words = [" ".join(each.text for each in run) for _, run in told]
    can_be_shown = len({*words}) == len(words) and max(map(len, words)) <= LONGEST
    return dict(zip(STAR, words, strict=True)) if can_be_shown else {}


def _next_probe(sources: Sources) -> Iterator[Draft]:
    for case in cases(sources):
        part = _cut(case, (0, 1, 4, 5))
        probes = _probes(case.question) if case.question else {}
        if part in probes and len(probes) > len(("right", "wrong")):
            yield _probe_draft(case, part, probes)


def _probes(question: Question) -> dict[Part, Probe]:
    return {each.part: each for each in reversed(question.probes)}


def _probe_draft(case: Case, part: Part, probes: dict[Part, Probe]) -> Draft:
    others = [
        Candidate(each, probe.text, _still_there(case, each).rationale)
        for each, probe in probes.items()
        if each != part and each in STAR
    ]
    return Draft(
        elements=(case.key,),
        topic="star",
        slots=_cut_slots(case, part),
        right=[Candidate(part, probes[part].text, PART_MEANINGS[part])],
        wrong=[others],
        passage=case.passage(_without(case.sample, part)),
        roles=case.roles,
    )


def _probe_part(sources: Sources) -> Iterator[Draft]:
    for question in sources.bank.all(Question):
        probes = _probes(question) if question.kind == "past" else {}
        clear: list[Part] = [each for each in probes if not _tells(probes[each], each)]
        if clear:
            part = drawn("probe", question.id, clear)
            yield Draft(
                elements=(f"questions/{question.id}",),
                topic="star",
                slots={
                    "question": cited(question.text),
                    "probe": cited(probes[part].text),
                    "meaning": PART_MEANINGS[part],
                },
                right=[_named(part)],
                wrong=_apart(part, of=STAR),
                roles=question.roles,
            )


def _tells(probe: Probe, part: Part) -> bool:
    """Tell whether a probe names its own part."""
    name = PART_NAMES[part]
    return any(
        name.in_(tag).lower() in probe.text.in_(tag).lower()
        for tag in name.languages
        if probe.text.speaks(tag)
    )


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "star_part": _which_part,
    "star_missing": _missing,
    "star_order": _in_order,
    "star_probe": _probe_part,
    "star_next_probe": _next_probe,
}
