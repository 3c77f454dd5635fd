"""The public face as type checkers see it; checked by mypy and pyright, never run."""

from importlib.resources import files
from typing import assert_type

import interview_kit as ik

bank = ik.load("core", files("acme_pack"))
assert_type(bank, ik.Bank)
assert_type(ik.check("core"), tuple[ik.Problem, ...])

question = bank.get(ik.Question, "S04")
assert_type(question, ik.Question)
assert_type(bank.get(ik.Role, "hr"), ik.Role)
assert_type(bank.all(ik.Competency), tuple[ik.Competency, ...])
assert_type(
    bank.find(role="hr", difficulty=(2, 3), where=lambda each: each.minutes > 3),
    tuple[ik.Question, ...],
)
assert_type(bank.merge(bank), ik.Bank)
assert_type(question.text.in_("id"), str)
assert_type(question.minutes, int)

quiz = ik.generate(
    bank,
    ik.Blueprint(
        role="sales", length=3, minutes=(9, 15), quotas=[ik.Quota(kind="past", at_least=1)]
    ),
    seed="monday",
)
assert_type(quiz, ik.Quiz)
assert_type(quiz.questions, tuple[ik.Question, ...])

made = ik.Question(
    id="acme:Q1",
    text={"id": "Apa?", "en": "What?"},
    kind="past",
    stages=["user"],
    competencies=["communication"],
    difficulty=2,
    minutes=3,
)
assert_type(made, ik.Question)


def scorer(request: ik.ScoreRequest) -> ik.ScoreReport | ik.Unscored:
    """Judge nothing."""
    return ik.Unscored(scorer="mine", reason=f"no_rule_for_{request.rubric.kind}")


def report_only(request: ik.ScoreRequest) -> ik.ScoreReport:
    """Give no rating."""
    return ik.ScoreReport(scorer="mine", language=request.language, ratings=[])


plain: ik.Scorer = scorer
narrower: ik.Scorer = report_only
result = ik.score(bank, question, "...", language="id", scorer=scorer)
assert_type(result, ik.ScoreReport | ik.Unscored)
assert_type(result.overall, float | None)
assert_type(ik.structure(ik.document(quiz), ik.Quiz), ik.Quiz)
