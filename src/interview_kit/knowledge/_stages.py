"""Items about the stages of recruitment: order, purpose, who conducts them, when they are held."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from interview_kit.knowledge._nearness import first_sentence, gives_away, names_in
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import differ, likeness, listed, said
from interview_kit.model import Stage, Text

__all__ = ["MAKERS"]

#: How many stages are put in order at once.
IN_ONE_ORDER: Final = 4
#: How far a stage may stand from the right one to be near it.
NEAR: Final = 2
#: How many wrong options are shown; an item is harder where all are near.
WRONG: Final = 2

PURPOSE_OF: Final = Text.of(
    id="Itu tujuan tahap “{stage}”.", en="That is the purpose of “{stage}”."
)
ACTORS_OF: Final = Text.of(
    id="Merekalah yang menjalankan tahap “{stage}”.", en="They take charge of the stage “{stage}”."
)
CONDITION_OF: Final = Text.of(
    id="Itu berlaku untuk tahap “{stage}”.", en="That goes for the stage “{stage}”."
)
REQUIRED: Final = Text.of(
    id="“{stage}” termasuk tahap wajib. Tujuannya: {purpose}",
    en="“{stage}” is a required stage. Its purpose: {purpose}",
)
WHOLE: Final = Text.of(
    id="“{stage}” punya tempatnya sendiri dalam proses. Tujuannya: {purpose}",
    en="“{stage}” has a place of its own in the process. Its purpose: {purpose}",
)
#: Two groups of people described with more words in common than this may be the same.
SAME_PEOPLE: Final = 0.3


def _in_order(sources: Sources) -> list[Stage]:
    return sorted(sources.bank.all(Stage), key=lambda each: each.order)


def _main(sources: Sources) -> list[Stage]:
    """Give the stages that follow one another; one within another has no place of its own."""
    return [each for each in _in_order(sources) if each.within is None]


def _candidate(stage: Stage) -> Candidate:
    return Candidate(stage.id, stage.name)


def _element(stage: Stage) -> str:
    return f"stages/{stage.id}"


def _grouped(stage: Stage, others: Iterable[Stage]) -> tuple[list[Stage], list[Stage]]:
    """Part those that stand near a stage from the others."""
    near: list[Stage] = []
    far: list[Stage] = []
    for each in others:
        (near if abs(each.order - stage.order) <= NEAR else far).append(each)
    return near, far


def _next(sources: Sources) -> Iterator[Draft]:
    stages = _main(sources)
    for place, (stage, following) in enumerate(pairwise(stages)):
        others = [*stages[:place], *_never_next(stages[place + 1 :])]
        yield Draft(
            elements=(_element(stage), _element(following)),
            topic="stages",
            slots={"stage": stage.name, "next": following.name, "purpose": following.purpose},
            right=[_candidate(following)],
            wrong=[[*map(_candidate, group)] for group in _grouped(following, others)],
            stages=(stage.id, following.id),
        )


def _never_next(later: Sequence[Stage]) -> Sequence[Stage]:
    """Leave out what comes next too where all before it may be left out."""
    required = (place for place, each in enumerate(later) if not each.optional)
    return later[next(required, len(later)) + 1 :]


def _orders(sources: Sources) -> Iterator[Draft]:
    stages = _main(sources)
    # What follows an optional stage only in some cases may as well come before it.
    clear = [
        stage
        for stage, following in pairwise([*stages, None])
        if stage and not (stage.optional and following and following.condition)
    ]
    for first in range(len(clear) - IN_ONE_ORDER + 1):
        chosen = clear[first : first + IN_ONE_ORDER]
        if differ([each.name for each in chosen]):
            yield _ordering(chosen)


def _ordering(stages: Sequence[Stage]) -> Draft:
    return Draft(
        elements=tuple(map(_element, stages)),
        topic="stages",
        slots={"order": listed([each.name for each in stages])},
        right=[Candidate(each.id, each.name, each.purpose) for each in stages],
        stages=tuple(each.id for each in stages),
    )


def _choice(
    stage: Stage, others: Iterable[Stage], said_of: Callable[[Stage], Text], pattern: Text
) -> Draft:
    """Ask for what is said of one stage among what is said of others."""
    groups = _grouped(stage, others)
    return Draft(
        elements=(_element(stage),),
        topic="stages",
        slots={"stage": stage.name, "purpose": stage.purpose},
        right=[Candidate(stage.id, said_of(stage))],
        wrong=[
            [Candidate(each.id, said_of(each), _explained(each, pattern)) for each in group]
            for group in groups
        ],
        harder=int(len(groups[0]) >= WRONG),
        stages=(stage.id,),
    )


def _explained(stage: Stage, pattern: Text) -> Text | None:
    return said(pattern, stage=stage.name, purpose=_purpose(stage))


def _purposes(sources: Sources) -> Iterator[Draft]:
    stages = _in_order(sources)
    for stage in stages:
        if not gives_away(_purpose(stage), stage.name):
            others = [each for each in stages if not _belong_together(each, stage)]
            yield _choice(stage, others, _purpose, PURPOSE_OF)


def _purpose(stage: Stage) -> Text:
    return first_sentence(stage.purpose)


def _belong_together(one: Stage, other: Stage) -> bool:
    return one is other or one.within == other.id or other.within == one.id


def _actors(sources: Sources) -> Iterator[Draft]:
    stages = _in_order(sources)
    for stage in stages:
        if not gives_away(stage.actors, stage.name):
            others = [each for each in stages if not _same_people(stages, stage, each)]
            draft = _choice(stage, others, _actors_of, ACTORS_OF)
            yield draft._replace(slots={**draft.slots, "actors": stage.actors})


def _actors_of(stage: Stage) -> Text:
    return stage.actors


def _same_people(stages: Iterable[Stage], one: Stage, other: Stage) -> bool:
    """Tell whether two stages may be in the same hands, such as those of HR."""
    names = [each.name for each in stages]
    shared = names_in(one.actors, names) & names_in(other.actors, names)
    return bool(shared) or one is other or likeness(one.actors, other.actors) > SAME_PEOPLE


def _optional(sources: Sources) -> Iterator[Draft]:
    stages = _in_order(sources)
    required = [each for each in stages if not each.optional and not each.condition]
    for stage in stages:
        if stage.optional and stage.condition:
            draft = _choice(stage, required, _name, REQUIRED)
            yield draft._replace(slots={**draft.slots, "condition": stage.condition})


def _name(stage: Stage) -> Text:
    return stage.name


def _conditions(sources: Sources) -> Iterator[Draft]:
    stages = [each for each in _in_order(sources) if each.condition]
    for stage in stages:
        if not gives_away(_condition(stage), stage.name):
            others = [each for each in stages if not _like(stage, each)]
            draft = _choice(stage, others, _condition, CONDITION_OF)
            yield draft._replace(slots={**draft.slots, "condition": _condition(stage)})


def _condition(stage: Stage) -> Text:
    return stage.condition or stage.purpose


def _like(one: Stage, other: Stage) -> bool:
    return one is other or likeness(_condition(one), _condition(other)) > 0


def _wholes(sources: Sources) -> Iterator[Draft]:
    stages = _in_order(sources)
    for part in stages:
        for whole in stages:
            if part.within == whole.id:
                others = [each for each in _main(sources) if each is not whole]
                draft = _choice(whole, others, _name, WHOLE)
                yield draft._replace(
                    elements=(_element(part), _element(whole)),
                    slots={"stage": whole.name, "part": part.name, "purpose": part.purpose},
                    stages=(part.id, whole.id),
                )


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "stage_next": _next,
    "stage_order": _orders,
    "stage_purpose": _purposes,
    "stage_actors": _actors,
    "stage_optional": _optional,
    "stage_condition": _conditions,
    "stage_whole": _wholes,
}
