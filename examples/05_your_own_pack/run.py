"""Add a pack of your own to the bundled one: a folder of JSON, checked as a whole."""

from pathlib import Path

import interview_kit as ik

folder = Path(__file__).parent / "acme_pack"
print(len(ik.check(folder)), "problems")

bank = ik.load("core", folder)
print(len(bank.questions), "questions for", [role.id for role in bank.roles])

blueprint = ik.Blueprint(role="acme:barista", length=2)
for question in ik.generate(bank, blueprint, seed="monday").questions:
    print(question.id, "-", question.text.in_("en"))

# A broken pack is reported as a whole, with file, line and what to do.
for problem in ik.check(Path(__file__).parent / "broken_pack"):
    print(problem)
