"""Items about advice: what it is good for, when it applies, and what follows an interview."""

from collections.abc import Iterator, Sequence
from functools import partial
from operator import attrgetter
from typing import Final, NamedTuple

from interview_kit.knowledge._build import item_id
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import differ, likeness, listed, quoted, said, tells
from interview_kit.model import PHASES, AfterStep, Dont, Phase, Text, Tip
from interview_kit.model.seeds import salted
from interview_kit.quiz._stream import hash_rank

__all__ = ["MAKERS"]

REASON_OF: Final = Text.of(
    id="Ini alasan untuk nasihat lain: “{advice}”",
    en="This is the reason for other advice: “{advice}”",
)
ADVICE_FOR: Final = Text.of(id="Alasannya lain: {why}", en="Its reason is another one: {why}")
APPLIES_WHEN: Final = Text.of(
    id="Ini berlaku dalam keadaan lain: “{condition}”. {text}",
    en="This applies in another case: “{condition}”. {text}",
)
APPLIES_TO: Final = Text.of(
    id="Dalam keadaan itu yang berlaku ialah “{name}”: {text}",
    en="What applies then is “{name}”: {text}",
)
#: A step told with when it applies, without which its place could be argued.
STEP_WHEN: Final = Text.of(id="{name} (“{condition}”)", en="{name} (“{condition}”)")
#: Advice whose reason would do for much other advice.
VAGUE: Final = ("tips/research_the_company",)
#: Advice whose reasons would do for one another.
CLOSE: Final = (
    {"tips/give_an_example_each_time", "donts/bare_yes_or_no", "donts/pointing_to_the_cv"},
    {"tips/give_an_example_each_time", "donts/reading_from_the_screen"},
    {"tips/mind_your_attitude", "donts/being_impolite", "donts/arguing_with_the_interviewer"},
    {"tips/mind_your_attitude", "donts/bad_mouthing_former_employer", "donts/being_impolite"},
    {"tips/mind_your_attitude", "tips/thank_at_the_end", "donts/not_listening"},
    {"tips/practise_likely_questions", "tips/rehearse_with_a_partner", "tips/plan_your_approach"},
    {"donts/interrupting", "donts/not_listening"},
    {"tips/use_question_time", "tips/take_an_active_part"},
)
#: Advice that shares more of its words may serve the same end.
ALIKE: Final = 0.2
#: Conditional steps of an item in which steps are put in order.
ORDERED: Final = 3


class _Advice(NamedTuple):
    """A tip, or something to leave undone: both are advice with a reason."""

    element: str
    phase: Phase
    text: Text
    why: Text
    covers: tuple[str, ...]

    @property
    def id(self) -> str:
        return item_id("advice", (self.element,))


def _advice(sources: Sources) -> list[_Advice]:
    tips, donts = sources.bank.all(Tip), sources.bank.all(Dont)
    return [
        _Advice(f"{section}/{each.id}", each.phase, each.text, each.why, each.covers)
        for section, pool in (("tips", tips), ("donts", donts))
        for each in pool
    ]


def _why(sources: Sources) -> Iterator[Draft]:
    for advice, others in _with_others(sources):
        wrong = [
            Candidate(each.id, each.why, said(REASON_OF, advice=quoted(each.text)))
            for each in others
        ]
        yield _about(advice, Candidate(advice.id, advice.why, advice.why), wrong)


def _for(sources: Sources) -> Iterator[Draft]:
    for advice, others in _with_others(sources):
        wrong = [Candidate(each.id, each.text, said(ADVICE_FOR, why=each.why)) for each in others]
        yield _about(advice, Candidate(advice.id, advice.text, advice.why), wrong)


def _with_others(sources: Sources) -> Iterator[tuple[_Advice, list[_Advice]]]:
    """Go through advice that no word gives away, with other advice for the same phase."""
    pool = [each for each in _advice(sources) if each.element not in VAGUE]
    for advice in pool:
        if not tells(advice.text, advice.why):
            others = (each for each in pool if each is not advice and each.phase == advice.phase)
            yield advice, [each for each in others if not _alike(advice, each)]


def _alike(one: _Advice, other: _Advice) -> bool:
    """Tell whether the reason of one might do for the other."""
    if any({one.element, other.element} <= elements for elements in CLOSE):
        return True
    pairs = ((one.text, other.text), (one.text, other.why), (one.why, other.text))
    return any(tells(*pair) for pair in pairs) or likeness(one.why, other.why) >= ALIKE


def _about(advice: _Advice, right: Candidate, wrong: Sequence[Candidate]) -> Draft:
    return Draft(
        elements=(advice.element,),
        topic="advice",
        slots={
            "advice": quoted(advice.text),
            "why": quoted(advice.why),
            "reason": advice.why,
        },
        right=[right],
        wrong=[wrong],
        covers=advice.covers,
    )


def _in_order(sources: Sources) -> Iterator[Draft]:
    """Put together advice for each phase; what begins an order is in no other."""
    first, *later = ([each for each in _advice(sources) if each.phase == phase] for phase in PHASES)
    for advice in first if all(later) else ():
        salt = salted(f"advice_order:{advice.element}", "companions")
        rank = partial(_rank, salt)
        shown = [advice, *(min(pool, key=rank) for pool in later)]
        if differ([each.text for each in shown]):
            yield Draft(
                elements=tuple(each.element for each in shown),
                topic="advice",
                slots={},
                right=[Candidate(each.id, each.text, each.why) for each in shown],
            )


def _rank(salt: bytes, advice: _Advice) -> bytes:
    return hash_rank(salt, advice.element)


def _conditional(sources: Sources) -> list[tuple[AfterStep, Text]]:
    steps = sorted(sources.bank.all(AfterStep), key=attrgetter("order", "id"))
    return [(each, each.condition) for each in steps if each.condition]


def _what(sources: Sources) -> Iterator[Draft]:
    for step, condition, others in _with_far(sources):
        wrong = [
            Candidate(
                each.id, each.name, said(APPLIES_WHEN, condition=quoted(when), text=each.text)
            )
            for each, when in others
        ]
        right = Candidate(step.id, step.name, step.text)
        yield _after(step, condition, right, wrong)._replace(passage=condition)


def _when(sources: Sources) -> Iterator[Draft]:
    for step, condition, others in _with_far(sources):
        wrong = [
            Candidate(each.id, when, said(APPLIES_TO, name=quoted(each.name), text=each.text))
            for each, when in others
        ]
        yield _after(step, condition, Candidate(step.id, condition, step.text), wrong)


def _with_far(
    sources: Sources,
) -> Iterator[tuple[AfterStep, Text, list[tuple[AfterStep, Text]]]]:
    """Go through steps with those that may not come at the same time: none next to them."""
    steps = _conditional(sources)
    for place, (step, condition) in enumerate(steps):
        yield step, condition, [*steps[: max(0, place - 1)], *steps[place + 2 :]]


def _after(step: AfterStep, condition: Text, right: Candidate, wrong: Sequence[Candidate]) -> Draft:
    return Draft(
        elements=(f"after_steps/{step.id}",),
        topic="after",
        slots={"name": quoted(step.name), "condition": condition, "text": step.text},
        right=[right],
        wrong=[wrong],
        covers=step.covers,
    )


def _after_in_order(sources: Sources) -> Iterator[Draft]:
    """Put what always applies before the first of what depends on how things go."""
    later = [step for step, _ in _conditional(sources)][:ORDERED]
    for step in sources.bank.all(AfterStep):
        shown = (step, *later)
        is_first = step.condition is None and len(later) == ORDERED and step.order < later[0].order
        if is_first and differ([each.name for each in shown]):
            yield Draft(
                elements=tuple(f"after_steps/{each.id}" for each in shown),
                topic="after",
                slots={"order": listed([each.name for each in shown])},
                right=[Candidate(each.id, _step_when(each), each.text) for each in shown],
            )


def _step_when(step: AfterStep) -> Text:
    condition = step.condition
    told = said(STEP_WHEN, name=step.name, condition=quoted(condition)) if condition else None
    return told or step.name


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "advice_why": _why,
    "advice_for": _for,
    "advice_order": _in_order,
    "after_what": _what,
    "after_when": _when,
    "after_order": _after_in_order,
}
