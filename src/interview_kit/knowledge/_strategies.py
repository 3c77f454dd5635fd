"""Items about strategies for answering: what each is good for, its steps, their order."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from interview_kit.knowledge._samples import shares_a_word
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import cited, differ, listed, said
from interview_kit.model import Strategy, Text

__all__ = ["MAKERS"]

#: How many strategies are matched in one item.
MATCHED: Final = 3
#: Fewest steps that are put in order.
FEWEST: Final = 3
#: How the last step begins where the steps are those of one answer, from its beginning to its end;
#: others are advice in no strict order.
CLOSING: Final = ("akhiri", "tutup", "close", "end ", "finish")
#: What a strategy begins with, and what it is for.
FIRST_OF: Final = Text.of(
    id="Langkah pertama dari “{strategy}”. {advice}",
    en="The first step of “{strategy}”. {advice}",
)
#: The place of a step in its strategy.
STEP: Final = Text.of(
    id="Langkah ke-{number} dari “{strategy}”.", en="Step {number} of “{strategy}”."
)


def _all(sources: Sources) -> list[Strategy]:
    return sorted(sources.bank.all(Strategy), key=lambda each: (each.order, each.id))


def _draft(strategies: Sequence[Strategy], **slots: Text | str) -> Draft:
    return Draft(
        elements=tuple(f"strategies/{each.id}" for each in strategies),
        topic="strategies",
        slots=slots,
        covers=tuple(dict.fromkeys(cover for each in strategies for cover in each.covers)),
    )


def _about(strategy: Strategy) -> dict[str, Text | str]:
    name, advice, first = map(cited, (strategy.name, strategy.advice, strategy.steps[0]))
    return {"strategy": name, "advice": advice, "first": first, "why": strategy.advice}


def _purpose(sources: Sources) -> Iterator[Draft]:
    return _one_of(
        sources,
        option=lambda each: Candidate(each.id, each.name, each.advice),
        tells=lambda asked, each: _share(each.name, asked.advice),
    )


def _first_step(sources: Sources) -> Iterator[Draft]:
    return _one_of(
        sources,
        option=lambda each: Candidate(each.id, each.steps[0], _first_of(each)),
        tells=lambda asked, each: _share(asked.name, each.steps[0]),
    )


def _one_of(
    sources: Sources,
    *,
    option: Callable[[Strategy], Candidate],
    tells: Callable[[Strategy, Strategy], bool],
) -> Iterator[Draft]:
    """Ask about each strategy beside all others, where no words tell what belongs to what."""
    strategies = _all(sources)
    for asked in strategies:
        if not tells(asked, asked):
            others = [each for each in strategies if each is not asked and not tells(asked, each)]
            yield _draft([asked], **_about(asked))._replace(
                right=[option(asked)], wrong=[[*map(option, others)]]
            )


def _matched(sources: Sources) -> Iterator[Draft]:
    """Match strategies with their first steps, where no name gives a step away."""
    strategies = [each for each in _all(sources) if not _share(each.name, each.steps[0])]
    for first in range(len(strategies) - MATCHED + 1):
        chosen = strategies[first : first + MATCHED]
        shared = any(_share(each.name, other.steps[0]) for each in chosen for other in chosen)
        can_be_shown = differ([each.name for each in chosen]) and differ(
            [each.steps[0] for each in chosen]
        )
        if can_be_shown and not shared:
            yield _draft(chosen)._replace(right=_pairs(chosen))


def _pairs(strategies: Sequence[Strategy]) -> list[Candidate]:
    # Numbered by their words, which tells nothing of what they belong to.
    steps = sorted((each.steps[0] for each in strategies), key=lambda each: each.entries)
    return [
        Candidate(each.id, each.name, each.advice, _target(each, steps.index(each.steps[0])))
        for each in strategies
    ]


def _target(strategy: Strategy, place: int) -> Candidate:
    return Candidate(f"step_{place}", strategy.steps[0], _first_of(strategy))


def _in_order(sources: Sources) -> Iterator[Draft]:
    for strategy in _all(sources):
        last = [words.lower() for _, words in strategy.steps[-1].entries]
        ends = any(each.startswith(CLOSING) for each in last)
        if ends and len(strategy.steps) >= FEWEST and differ(strategy.steps):
            yield _draft([strategy], **_about(strategy), order=listed(strategy.steps))._replace(
                right=[
                    Candidate(f"step_{number}", step, _step(strategy, number))
                    for number, step in enumerate(strategy.steps, 1)
                ]
            )


def _first_of(strategy: Strategy) -> Text | None:
    """Say which strategy a first step belongs to, and what that is for."""
    return said(FIRST_OF, strategy=cited(strategy.name), advice=strategy.advice)


def _step(strategy: Strategy, number: int) -> Text | None:
    """Say which step of which strategy something is."""
    place = Text(entries=dict.fromkeys(strategy.name.languages, str(number)))
    return said(STEP, strategy=cited(strategy.name), number=place)


def _share(name: Text, words: Text) -> bool:
    """Tell whether words repeat a part of a name in some language."""
    both = [tag for tag in name.languages if words.speaks(tag)]
    return any(shares_a_word(name.in_(tag), words.in_(tag)) for tag in both)


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "strategy_purpose": _purpose,
    "strategy_first_step": _first_step,
    "strategy_match": _matched,
    "strategy_order": _in_order,
}
