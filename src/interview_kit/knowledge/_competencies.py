"""Items about competencies: what they mean, and what people do who have more or less of them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations, pairwise, permutations
from typing import Final

from interview_kit.bank import Bank
from interview_kit.knowledge._nearness import Kinship, gives_away, mentions
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import differ, quoted, said
from interview_kit.model import Competency, Level, Scale, Text
from interview_kit.model.seeds import salted
from interview_kit.quiz._stream import proportional

__all__ = ["MAKERS"]

#: Levels compared: the lowest, one in the middle, and the highest.
COMPARED: Final = 3
#: How many competencies are matched at once.
MATCHED: Final = 3
#: Of so many competencies whose lengths tell the levels apart, as they mostly do, one is kept.
KEPT: Final = 6

COMPETENCY_IS: Final = Text.of(id="“{competency}”: {definition}", en="“{competency}”: {definition}")
DEFINES: Final = Text.of(id="Itu arti “{competency}”.", en="That is what “{competency}” means.")
AT_LEVEL: Final = Text.of(
    id="Ini tingkat {level} pada skala {lowest} sampai {highest}.",
    en="This is level {level} on a scale of {lowest} to {highest}.",
)


def _element(competency: Competency) -> str:
    return f"competencies/{competency.id}"


def _draft(competency: Competency, right: Sequence[Candidate], **slots: Text) -> Draft:
    return Draft(
        elements=(_element(competency),),
        topic="competencies",
        slots={"competency": competency.name, "definition": competency.definition, **slots},
        right=right,
        roles=competency.roles,
        competencies=(competency.id,),
    )


def _explained(competency: Competency, pattern: Text) -> Text | None:
    return said(pattern, competency=competency.name, definition=competency.definition)


def _named(competency: Competency) -> Candidate:
    return Candidate(competency.id, competency.name, _explained(competency, COMPETENCY_IS))


def _names(sources: Sources) -> Iterator[Draft]:
    yield from _namings(sources.bank, _definition)


def _behaviours(sources: Sources) -> Iterator[Draft]:
    yield from _namings(sources.bank, _middle)


def _namings(bank: Bank, told: Callable[[Competency], Text | None]) -> Iterator[Draft]:
    """Ask for the name of what is told, among those that it has no trace of."""
    kin = Kinship(bank)
    for competency in bank.all(Competency):
        text = told(competency)
        if text and not gives_away(text, competency.name):
            others = [each for each in kin.fellows(competency) if not mentions(text, each)]
            draft = _draft(competency, [_named(competency)], told=quoted(text))
            yield draft._replace(wrong=[[*map(_named, others)]])


def _definition(competency: Competency) -> Text:
    return competency.definition


def _middle(competency: Competency) -> Text | None:
    levels = _compared(competency)
    return levels[1].anchor if levels else None


def _definitions(sources: Sources) -> Iterator[Draft]:
    kin = Kinship(sources.bank)
    for competency in sources.bank.all(Competency):
        if not gives_away(competency.definition, competency.name):
            draft = _draft(competency, [Candidate(competency.id, competency.definition)])
            yield draft._replace(
                wrong=[
                    [
                        Candidate(each.id, each.definition, _explained(each, DEFINES))
                        for each in kin.fellows(competency)
                    ]
                ]
            )


def _compared(competency: Competency) -> Sequence[Level]:
    """Give the lowest level, the one in the middle and the highest; none if they are fewer."""
    levels = competency.levels
    return (levels[0], levels[len(levels) // 2], levels[-1]) if len(levels) >= COMPARED else ()


def _ladders(bank: Bank) -> Iterator[tuple[Competency, Sequence[Candidate]]]:
    """Go through the competencies whose levels can be compared, with what is done at each."""
    for competency in bank.all(Competency):
        levels = _compared(competency)
        if levels and competency.scale:
            scale = bank.get(Scale, competency.scale)
            yield competency, [_step(each, scale) for each in levels]


def _step(level: Level, scale: Scale) -> Candidate:
    place = {"level": str(level.value), "lowest": str(scale.lowest), "highest": str(scale.highest)}
    spoken = level.anchor.languages
    numbers = {name: Text(entries=dict.fromkeys(spoken, value)) for name, value in place.items()}
    return Candidate(f"level_{level.value}", level.anchor, said(AT_LEVEL, **numbers))


def _ladder(competency: Competency, steps: Sequence[Candidate]) -> Draft:
    low, middle, high = (quoted(each.text) for each in steps)
    draft = _draft(competency, [], low=low, middle=middle, high=high)
    scale = f"scales/{competency.scale}"
    return draft._replace(elements=(_element(competency), scale))


def _at(place: int) -> Maker:
    """Ask for one of the three levels."""

    def made(sources: Sources) -> Iterator[Draft]:
        for competency, steps in _ladders(sources.bank):
            right = steps[place]
            wrong = [each for each in steps if each is not right]
            if not _is_told_by_length(competency, right, wrong):
                yield _ladder(competency, steps)._replace(right=[right], wrong=[wrong])

    return made


def _is_told_by_length(
    competency: Competency, right: Candidate, wrong: Iterable[Candidate]
) -> bool:
    """Leave out most of those whose key is the longest or the shortest, as at both ends it is."""
    lengths = [
        (len(text), [len(dict(each.text.entries).get(tag, "")) for each in wrong])
        for tag, text in right.text.entries
    ]
    is_told = any(own > max(others) or own < min(others) for own, others in lengths)
    return is_told and not _is_kept(competency)


def _is_kept(competency: Competency) -> bool:
    return proportional(salted(competency.id, "length"), (competency.id,), KEPT) == 0


def _orders(sources: Sources) -> Iterator[Draft]:
    for competency, steps in _ladders(sources.bank):
        is_told = _rise_in_length(steps) and not _is_kept(competency)
        if not is_told and differ([each.text for each in steps]):
            yield _ladder(competency, steps)._replace(right=steps)


def _rise_in_length(steps: Sequence[Candidate]) -> bool:
    spoken = steps[0].text.languages
    lengths = ([len(dict(each.text.entries).get(tag, "")) for each in steps] for tag in spoken)
    return any(all(low < high for low, high in pairwise(each)) for each in lengths)


def _matches(sources: Sources) -> Iterator[Draft]:
    kin = Kinship(sources.bank)
    by_roles: dict[tuple[str, ...], list[Competency]] = {}
    for each in sources.bank.all(Competency):
        if each.levels and not gives_away(each.levels[-1].anchor, each.name):
            by_roles.setdefault(each.roles, []).append(each)
    for fellows in by_roles.values():
        for chosen in combinations(fellows, MATCHED):
            if _are_apart(chosen, kin) and differ([each.name for each in chosen]):
                yield _match(chosen)


def _are_apart(chosen: Iterable[Competency], kin: Kinship) -> bool:
    """Tell whether what is done at the highest level of some competencies shows just one each."""
    return differ([each.levels[-1].anchor for each in chosen]) and not any(
        kin.overlap(one, other) or mentions(one.levels[-1].anchor, other)
        for one, other in permutations(chosen, 2)
    )


def _match(chosen: Sequence[Competency]) -> Draft:
    return Draft(
        elements=tuple(map(_element, chosen)),
        topic="competencies",
        slots={},
        right=[
            Candidate(
                f"{each.id}_shown",
                each.levels[-1].anchor,
                _explained(each, COMPETENCY_IS),
                _named(each),
            )
            for each in chosen
        ],
        roles=chosen[0].roles,
        competencies=tuple(each.id for each in chosen),
    )


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "competency_name": _names,
    "competency_definition": _definitions,
    "competency_behaviour": _behaviours,
    "level_lowest": _at(0),
    "level_middle": _at(1),
    "level_highest": _at(2),
    "level_order": _orders,
    "competency_match": _matches,
}
