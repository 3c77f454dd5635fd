"""Draw a quiz under a blueprint, store it as JSON, and see why an impossible one is refused."""

import json

import interview_kit as ik

bank = ik.load()
blueprint = ik.Blueprint(
    role="sales",
    length=4,
    minutes=(14, 18),
    quotas=[
        ik.Quota(kind="past", at_least=1),
        ik.Quota(difficulty=(4, 5), at_most=1),
        ik.Quota(competency="negotiation_closing", at_least=1),
    ],
)
quiz = ik.generate(bank, blueprint, seed=2026)
for question in quiz.questions:
    print(question.id, question.kind, f"{question.minutes} min")
print(quiz.minutes, "minutes")

# The same seed draws the same quiz, on every machine.
assert ik.generate(bank, blueprint, seed=2026) == quiz

# Every value is plain JSON both ways.
stored = json.dumps(ik.document(quiz))
assert ik.structure(json.loads(stored), ik.Quiz) == quiz
print("receipt:", quiz.receipt.algorithm, "seed", quiz.receipt.seed)

# The receipt tells later whether the quiz can still be drawn, and which edit is behind a difference.
print("the same:", ik.verify(quiz.receipt, bank).same)

# A history avoids what was asked before, until the pool is exhausted.
history = ik.History().with_quiz(each.id for each in quiz.questions)
again = ik.generate(bank, ik.Blueprint(role="sales", length=4), seed=1, history=history)
print([question.id for question in again.questions], "recycled:", list(again.receipt.recycled))

try:
    ik.generate(bank, ik.Blueprint(role="sales", length=7, minutes=20), seed=1)
except ik.InfeasibleError as error:
    print(error)
    print(error.in_("id"))
