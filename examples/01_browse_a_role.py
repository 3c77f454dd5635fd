"""Look around in the bank: what a role asks for, and what an interviewer may ask."""

import interview_kit as ik

bank = ik.load()
role = bank.get(ik.Role, "operator")
print(role.name.in_("id"), "/", role.name.in_("en"))
print(role.summary.in_("en"))

print("\nCompetencies")
for id in role.competencies:
    competency = bank.get(ik.Competency, id)
    print("-", competency.name.in_("id"), "/", competency.name.in_("en"))

print("\nQuestions, from easy to hard")
for question in sorted(bank.find(role="operator"), key=lambda each: (each.difficulty, each.id)):
    print(question.id, f"D{question.difficulty}", question.kind, question.text.in_("en"))

print("\nProbes of O03")
for probe in bank.get(ik.Question, "O03").probes:
    print("-", probe.part, "-", probe.text.in_("id"))
