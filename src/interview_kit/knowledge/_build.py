"""From a draft to an item: options are chosen, texts filled in, the id made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import blake2b
from typing import Final

from interview_kit.knowledge._template import Candidate, Draft, Spec
from interview_kit.model import HARDEST, Id, ItemForm, Option, QuizItem, Text, to_id
from interview_kit.model.seeds import salted
from interview_kit.quiz._stream import hash_rank, proportional

__all__ = ["built", "filled", "item_id"]

#: Bytes of the part of an id that names the elements: two of a thousand items of one template meet
#: once in two million banks.
ID_BYTES: Final = 5
#: The forms in which something wrong is shown beside what is right.
CHOICES: Final[tuple[ItemForm, ...]] = ("one_of", "several_of", "true_false")


def built(spec: Spec, draft: Draft) -> QuizItem | None:
    """Make the item of a draft.

    Args:
        spec: the words of the template.
        draft: what it found.

    Returns:
        The item, in all languages that everything in it speaks; `None` if there is none such, or if
        too few options are wrong.
    """
    id, spoken = item_id(spec.id, draft.elements), _spoken(_texts(spec, draft))
    wrong = _chosen(id, spec, draft, spoken) if spoken else None
    if wrong is None:
        return None
    fill = partial(filled, spoken=spoken)
    right, why_right = draft.right, spec.right or spec.explanation
    targets = [each.target for each in right if each.target]
    return QuizItem(
        id=id,
        text=fill(spec.text, draft.slots),
        passage=None if draft.passage is None else fill(draft.passage, {}),
        form=spec.form,
        options=[
            *(_option(each, why_right, draft, spoken) for each in right),
            *(_option(each, spec.wrong or spec.explanation, draft, spoken) for each in wrong),
        ],
        key=[each.id for each in targets or right],
        # In no order that tells which belongs to which.
        targets=sorted(
            (_option(each, why_right, draft, spoken) for each in targets), key=lambda each: each.id
        ),
        estimate=draft.estimate,
        explanation=fill(spec.explanation, draft.slots),
        template=spec.id,
        family=spec.family,
        topic=draft.topic,
        elements=draft.elements,
        roles=draft.roles,
        stages=draft.stages,
        goals=draft.goals,
        competencies=draft.competencies,
        difficulty=min(spec.difficulty + draft.harder, HARDEST),
        minutes=spec.minutes,
        covers=draft.covers,
    )


def item_id(template: str, elements: Iterable[str]) -> Id:
    """Make the id of an item, which no other content can change.

    Args:
        template: the template.
        elements: the content that the key follows from.

    Returns:
        The template, and ten digits that stand for the elements.
    """
    digest = blake2b("\x1f".join(elements).encode(), digest_size=ID_BYTES).hexdigest()
    return to_id(f"{template}_{digest}")


def filled(pattern: Text, slots: Mapping[str, Text | str], spoken: Iterable[str]) -> Text:
    """Fill in what stands in braces.

    Args:
        pattern: a text with names in braces.
        slots: what stands for the names; strings are the same in every language.
        spoken: the languages wanted, which pattern and slots all speak.

    Returns:
        The text in these languages.
    """
    return Text(
        entries={tag: pattern.in_(tag).format_map(_in(slots, tag)) for tag in spoken}
        if slots
        else {tag: pattern.in_(tag) for tag in spoken}
    )


def _in(slots: Mapping[str, Text | str], language: str) -> dict[str, str]:
    return {
        name: each.in_(language) if isinstance(each, Text) else each for name, each in slots.items()
    }


def _texts(spec: Spec, draft: Draft) -> Iterator[Text]:
    """Go through all that an item would say, whichever of the wrong options it shows."""
    yield from (spec.text, spec.explanation)
    yield from (each for each in draft.slots.values() if isinstance(each, Text))
    yield from () if draft.passage is None else (draft.passage,)
    for candidate in (*draft.right, *(each.target for each in draft.right if each.target)):
        yield from (candidate.text, candidate.rationale or spec.right or spec.explanation)


def _spoken(texts: Iterable[Text]) -> tuple[str, ...]:
    first, *others = texts
    return tuple(tag for tag in first.languages if all(tag in each.languages for each in others))


def _option(candidate: Candidate, pattern: Text, draft: Draft, spoken: Iterable[str]) -> Option:
    slots = {**draft.slots, "option": candidate.text}
    rationale = candidate.rationale or pattern
    return Option(
        id=candidate.id,
        text=filled(candidate.text, {}, spoken),
        # What content says of itself is no pattern.
        rationale=filled(rationale, {} if candidate.rationale else slots, spoken),
    )


def _chosen(id: str, spec: Spec, draft: Draft, spoken: Sequence[str]) -> Sequence[Candidate] | None:
    """Choose what is wrong: the nearest, in an order that an edit elsewhere leaves as it is."""
    needed = spec.options - len(draft.right) if spec.form in CHOICES else 0
    said = {each.text.in_(tag) for each in draft.right for tag in spoken}
    ranked = [each for group in draft.wrong for each in _ranked(id, group)]
    found: list[Candidate] = []
    for each in ranked:
        texts = {each.text.in_(tag) for tag in spoken if tag in each.text.languages}
        why = each.rationale or spec.wrong or spec.explanation
        if {*spoken} <= {*each.text.languages} & {*why.languages} and not texts & said:
            found.append(each)
            said |= texts
    if len(found) < needed:
        return None
    return _with_one_longer(id, draft, found, needed, spoken) if needed else ()


def _ranked(id: str, group: Iterable[Candidate]) -> list[Candidate]:
    salt = salted(id, "wrong")
    return sorted(group, key=lambda each: hash_rank(salt, each.id))


def _with_one_longer(
    id: str, draft: Draft, found: Sequence[Candidate], needed: int, spoken: Sequence[str]
) -> Sequence[Candidate]:
    """Keep length from telling the key: by chance alone may the longest option be right."""
    chosen, others = found[:needed], found[needed:]
    may_be_longest = proportional(salted(id, "longest"), (id,), needed + 1) == 0
    if len(draft.right) != 1 or may_be_longest:
        return chosen
    key = draft.right[0].text
    telling = [
        tag for tag in spoken if _length(key, tag) > max(_length(each.text, tag) for each in chosen)
    ]
    longer = (
        each
        for each in others
        if all(_length(each.text, tag) > _length(key, tag) for tag in telling)
    )
    other = next(longer, None) if telling else None
    return [*chosen[:-1], other] if other else chosen


def _length(text: Text, language: str) -> int:
    return len(text.in_(language))
