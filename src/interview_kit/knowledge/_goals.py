"""Items about what interviewers want to find out, how they do, and what candidates do about it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import permutations
from typing import Final

from interview_kit.bank import Bank
from interview_kit.knowledge._nearness import first_sentence, gives_away, served_goals
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import differ, quoted, said
from interview_kit.model import Goal, Kind, Question, Text

__all__ = ["MAKERS"]

#: How many goals are matched at once.
MATCHED: Final = 4
#: Kinds that ask about the person, by which more than one goal is served.
PERSONAL: Final = ("background", "motivation")

IS: Final = Text.of(id="“{goal}”: {definition}", en="“{goal}”: {definition}")
BELONGS: Final = Text.of(
    id="Itu untuk “{goal}”. {definition}", en="That is for “{goal}”. {definition}"
)


def _in_order(bank: Bank) -> list[Goal]:
    return sorted(bank.all(Goal), key=lambda each: each.order)


def _explained(goal: Goal, pattern: Text) -> Text | None:
    return said(pattern, goal=goal.name, definition=first_sentence(goal.definition))


def _questions(sources: Sources) -> Iterator[Draft]:
    goals = {each.id: each for each in _in_order(sources.bank)}
    served = served_goals(sources.bank.questions)
    paired = _paired(sources.bank.questions)
    for question in sources.bank.questions:
        if len(question.goals) == 1 and question.kind not in PERSONAL:
            goal = goals[question.goals[0]]
            arguable = {goal.id, *served[question.competencies[0]]}
            others = [each for each in goals.values() if each.id not in arguable]
            if not gives_away(question.text, goal.name):
                yield _question(question, goal, _least_paired(question, others, paired))


def _least_paired(
    question: Question, goals: Iterable[Goal], paired: Counter[tuple[Kind, str, str]]
) -> list[list[Goal]]:
    """Group goals, first those that questions of this kind serve least often beside its own."""
    groups: dict[int, list[Goal]] = {}
    for each in goals:
        groups.setdefault(paired[question.kind, question.goals[0], each.id], []).append(each)
    return [groups[often] for often in sorted(groups)]


def _paired(questions: Iterable[Question]) -> Counter[tuple[Kind, str, str]]:
    return Counter((each.kind, *pair) for each in questions for pair in permutations(each.goals, 2))


def _question(question: Question, goal: Goal, others: Iterable[Iterable[Goal]]) -> Draft:
    return Draft(
        elements=(f"questions/{question.id}", f"goals/{goal.id}"),
        topic="goals",
        slots={
            "question": quoted(question.text),
            "goal": goal.name,
            "definition": goal.definition,
        },
        right=[Candidate(goal.id, goal.name, _explained(goal, IS))],
        wrong=[
            [Candidate(each.id, each.name, _explained(each, IS)) for each in group]
            for group in others
        ],
        roles=question.roles,
        stages=question.stages,
        goals=question.goals,
        competencies=question.competencies,
    )


def _choices(said_of: Callable[[Goal], Text]) -> Maker:
    """Ask for what a goal says of itself among what others say."""

    def made(sources: Sources) -> Iterator[Draft]:
        goals = _in_order(sources.bank)
        for goal in goals:
            if not gives_away(said_of(goal), goal.name):
                yield Draft(
                    elements=(f"goals/{goal.id}",),
                    topic="goals",
                    slots={"goal": goal.name, "definition": goal.definition},
                    right=[Candidate(goal.id, said_of(goal))],
                    wrong=[
                        [
                            Candidate(each.id, said_of(each), _explained(each, BELONGS))
                            for each in goals
                            if each is not goal
                        ]
                    ],
                    goals=(goal.id,),
                )

    return made


def _matches(sources: Sources) -> Iterator[Draft]:
    goals = _in_order(sources.bank)
    for first in range(0, len(goals) - MATCHED + 1, MATCHED):
        chosen = goals[first : first + MATCHED]
        if differ([each.name for each in chosen]) and differ([each.means for each in chosen]):
            yield _match(chosen)


def _match(chosen: Sequence[Goal]) -> Draft:
    return Draft(
        elements=tuple(f"goals/{each.id}" for each in chosen),
        topic="goals",
        slots={},
        right=[
            Candidate(
                each.id,
                each.name,
                first_sentence(each.definition),
                Candidate(f"{each.id}_means", each.means, first_sentence(each.definition)),
            )
            for each in chosen
        ],
        goals=tuple(each.id for each in chosen),
    )


def _means(goal: Goal) -> Text:
    return goal.means


def _advice(goal: Goal) -> Text:
    return goal.advice


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "goal_question": _questions,
    "goal_means": _choices(_means),
    "goal_advice": _choices(_advice),
    "goal_match": _matches,
}
