"""Items about interview questions: their stage, role and kind, and the competency behind them."""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from interview_kit.bank import Bank
from interview_kit.knowledge._nearness import (
    Kinship,
    gives_away,
    mentions,
    served_goals,
    words_of,
)
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import quoted, said
from interview_kit.model import Competency, Kind, Question, Role, Stage, Text

__all__ = ["MAKERS"]

NAMES: Final[dict[Kind, Text]] = {
    "past": Text.of(id="Perilaku", en="Behavioural"),
    "situational": Text.of(id="Situasional", en="Situational"),
    "technical": Text.of(id="Teknis", en="Technical"),
    "motivation": Text.of(id="Motivasi kerja", en="Work motivation"),
    "background": Text.of(id="Latar belakang", en="Background"),
}
MEANINGS: Final[dict[Kind, Text]] = {
    "past": Text.of(
        id="Pertanyaan perilaku meminta satu kejadian yang sungguh pernah dialami kandidat.",
        en="A behavioural question asks for an event that the candidate has really been through.",
    ),
    "situational": Text.of(
        id="Pertanyaan situasional mengandaikan suatu keadaan dan menanyakan tindakan kandidat.",
        en="A situational question supposes a case and asks what the candidate would do in it.",
    ),
    "technical": Text.of(
        id="Pertanyaan teknis menguji pengetahuan tentang pekerjaan dan cara mengerjakannya.",
        en="A technical question tests knowledge of the work and of how it is done.",
    ),
    "motivation": Text.of(
        id="Pertanyaan motivasi menanyakan alasan, minat, dan harapan kandidat.",
        en="A motivation question asks about the candidate's reasons, interests and hopes.",
    ),
    "background": Text.of(
        id="Pertanyaan latar belakang menanyakan data dan riwayat kandidat secara umum.",
        en="A background question asks for the candidate's record and particulars in general.",
    ),
}
#: For each kind, those that it is never taken for with good reason: a technical question may well
#: suppose a situation or ask what one does, and what somebody has done so far may well be told as
#: an event.
UNLIKE: Final[dict[Kind, tuple[Kind, ...]]] = {
    "past": ("situational", "technical", "motivation"),
    "situational": ("past", "motivation", "background"),
    "technical": ("motivation", "background"),
    "motivation": ("past", "situational", "technical"),
}
#: Kinds that ask about the person, and one that asks about the work of a role.
PERSONAL: Final[tuple[Kind, ...]] = ("background", "motivation")
PROFESSIONAL: Final[Kind] = "technical"

ASKED_IN: Final = Text.of(
    id="Pertanyaan ini lebih cocok untuk “{stage}”. {meaning}",
    en="This question belongs to “{stage}” instead. {meaning}",
)
ROLE_IS: Final = Text.of(id="“{role}”: {summary}", en="“{role}”: {summary}")
COMPETENCY_IS: Final = Text.of(id="“{competency}”: {definition}", en="“{competency}”: {definition}")
ASKS_FOR: Final = Text.of(
    id="Pertanyaan ini menggali “{competency}”: {definition}",
    en="This question explores “{competency}”: {definition}",
)


def _element(question: Question) -> str:
    return f"questions/{question.id}"


def _about(question: Question, draft: Draft) -> Draft:
    """Say of a draft what it has of its question."""
    return draft._replace(
        roles=question.roles,
        stages=question.stages,
        goals=question.goals,
        competencies=question.competencies,
    )


def _stages(sources: Sources) -> Iterator[Draft]:
    bank = sources.bank
    asked = [each for each in bank.questions if len(each.stages) == 1]
    # Those who apply for work in HR meet HR at every stage.
    named = {word for each in bank.all(Stage) for word in words_of(each.name)}
    roles = {each.id for each in bank.all(Role) if not words_of(each.name) & named}
    personal = [each for each in asked if each.kind in PERSONAL and not each.roles]
    professional = [
        each
        for each in asked
        if each.kind == PROFESSIONAL and each.roles and {*each.roles} <= roles
    ]
    for keys, others in ((personal, professional), (professional, personal)):
        for question in keys:
            wrong = [each for each in others if each.stages != question.stages]
            yield _stage(bank, question, wrong)


def _stage(bank: Bank, question: Question, others: Iterable[Question]) -> Draft:
    stage = bank.get(Stage, question.stages[0])
    draft = Draft(
        elements=(_element(question), f"stages/{stage.id}"),
        topic="stages",
        slots={
            "stage": stage.name,
            "purpose": stage.purpose,
            "meaning": MEANINGS[question.kind],
        },
        right=[Candidate(question.id, question.text)],
        wrong=[
            [
                Candidate(
                    each.id,
                    each.text,
                    said(
                        ASKED_IN,
                        stage=bank.get(Stage, each.stages[0]).name,
                        meaning=MEANINGS[each.kind],
                    ),
                )
                for each in others
            ]
        ],
    )
    return _about(question, draft)


def _kinds(sources: Sources) -> Iterator[Draft]:
    for question in sources.bank.questions:
        name = NAMES[question.kind]
        if question.kind in UNLIKE and not gives_away(question.text, name):
            draft = Draft(
                elements=(_element(question),),
                topic="question_kinds",
                slots={
                    "question": quoted(question.text),
                    "kind": name,
                    "meaning": MEANINGS[question.kind],
                },
                right=[Candidate(question.kind, name, MEANINGS[question.kind])],
                wrong=[
                    [Candidate(each, NAMES[each], MEANINGS[each]) for each in UNLIKE[question.kind]]
                ],
            )
            yield _about(question, draft)


def _roles(sources: Sources) -> Iterator[Draft]:
    roles = sources.bank.all(Role)
    for question in sources.bank.questions:
        for role in roles:
            if question.roles == (role.id,) and _is_of(question, role):
                others = [
                    each for each in roles if each is not role and not mentions(question.text, each)
                ]
                yield _about(question, _role(question, role, others))


def _is_of(question: Question, role: Role) -> bool:
    """Tell whether a question could be asked of nobody else, but does not name the role."""
    return (
        question.competencies[0] in role.competencies
        and mentions(question.text, role)
        and not gives_away(question.text, role.name)
    )


def _role(question: Question, role: Role, others: Iterable[Role]) -> Draft:
    return Draft(
        elements=(_element(question), f"roles/{role.id}"),
        topic="roles",
        slots={"question": quoted(question.text), "role": role.name, "summary": role.summary},
        right=[Candidate(role.id, role.name, _role_is(role))],
        wrong=[[Candidate(each.id, each.name, _role_is(each)) for each in others]],
    )


def _role_is(role: Role) -> Text | None:
    return said(ROLE_IS, role=role.name, summary=role.summary)


class _Case(NamedTuple):
    """A question, the competency it asks for in the first place, and those it has no trace of."""

    question: Question
    main: Competency
    fellows: list[Competency]


def _cases(bank: Bank) -> Iterator[_Case]:
    """Go through the questions that ask for something done or known, without naming what for."""
    kin, served = Kinship(bank), served_goals(bank.questions)
    for question in bank.questions:
        main = bank.get(Competency, question.competencies[0])
        if (
            question.kind not in PERSONAL
            and _is_traced(main, question)
            and not gives_away(question.text, main.name)
        ):
            fellows = [
                each
                for each in kin.fellows(main)
                if not _is_traced(each, question)
                # What every role needs is told apart by what the interviewer is after.
                and (each.roles or not served.get(each.id, frozenset()) & {*question.goals})
            ]
            yield _Case(question, main, fellows)


def _is_traced(competency: Competency, question: Question) -> bool:
    texts = (
        question.text,
        *(each.text for each in question.key_points),
        *(each.text for each in question.indicators),
    )
    return competency.id in question.competencies[1:] or any(
        mentions(each, competency) for each in texts
    )


def _competencies(sources: Sources) -> Iterator[Draft]:
    for case in _cases(sources.bank):
        question, main = case.question, case.main
        draft = Draft(
            elements=(_element(question), f"competencies/{main.id}"),
            topic="competencies",
            slots={
                "question": quoted(question.text),
                "competency": main.name,
                "definition": main.definition,
            },
            right=[Candidate(main.id, main.name, _competency_is(main))],
            wrong=[[Candidate(each.id, each.name, _competency_is(each)) for each in case.fellows]],
        )
        yield _about(question, draft)


def _competency_is(competency: Competency) -> Text | None:
    return said(COMPETENCY_IS, competency=competency.name, definition=competency.definition)


def _best_questions(sources: Sources) -> Iterator[Draft]:
    cases = [*_cases(sources.bank)]
    for case in cases:
        question, main = case.question, case.main
        others = [
            each for each in cases if each.question.roles == question.roles and main in each.fellows
        ]
        draft = Draft(
            elements=(_element(question), f"competencies/{main.id}"),
            topic="competencies",
            slots={"competency": main.name, "definition": main.definition},
            right=[Candidate(question.id, question.text)],
            wrong=[
                [
                    Candidate(
                        each.question.id,
                        each.question.text,
                        said(
                            ASKS_FOR,
                            competency=each.main.name,
                            definition=each.main.definition,
                        ),
                    )
                    for each in others
                ]
            ],
        )
        yield _about(question, draft)


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "question_stage": _stages,
    "question_kind": _kinds,
    "question_role": _roles,
    "question_competency": _competencies,
    "competency_question": _best_questions,
}
