"""Items about the stages of recruitment: their order, and who conducts them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.model import Stage

__all__ = ["MAKERS"]


def _main(sources: Sources) -> list[Stage]:
    """Give the stages that follow one another; one within another has no place of its own."""
    stages = (each for each in sources.bank.all(Stage) if each.within is None)
    return sorted(stages, key=lambda each: each.order)


def _candidate(stage: Stage) -> Candidate:
    return Candidate(stage.id, stage.name)


def _next(sources: Sources) -> Iterator[Draft]:
    stages = _main(sources)
    for stage, following in pairwise(stages):
        others = [each for each in stages if each not in (stage, following)]
        near = [
            each for each in others if abs(each.order - following.order) <= len(("next", "last"))
        ]
        yield Draft(
            elements=(f"stages/{stage.id}", f"stages/{following.id}"),
            topic="stages",
            slots={"stage": stage.name, "next": following.name, "purpose": following.purpose},
            right=[_candidate(following)],
            wrong=[[*map(_candidate, near)], [*map(_candidate, others)]],
            stages=(stage.id, following.id),
        )


def _in_order(sources: Sources) -> Iterator[Draft]:
    stages = _main(sources)
    for first in range(len(stages) - 3):
        yield _ordering(stages[first : first + 4])


def _ordering(stages: Sequence[Stage]) -> Draft:
    return Draft(
        elements=tuple(f"stages/{each.id}" for each in stages),
        topic="stages",
        slots={},
        right=[Candidate(each.id, each.name, each.purpose) for each in stages],
        stages=tuple(each.id for each in stages),
    )


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {"stage_next": _next, "stage_order": _in_order}
