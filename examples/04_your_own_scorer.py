"""Plug in a scorer of your own: any function from a request to a report."""

import re

import interview_kit as ik


def figures_only(request: ik.ScoreRequest) -> ik.ScoreReport | ik.Unscored:
    """Judge one criterion, by the numbers in the answer, and leave the others unrated."""
    if not request.answer.strip():
        return ik.Unscored(scorer="figures_only", reason="empty")
    found = [
        ik.Evidence(start=each.start(), end=each.end(), quote=each.group())
        for each in re.finditer(r"\d+", request.answer)
    ]
    rating = ik.Rating(criterion="quantification", level=min(4, len(found)), evidence=found)
    return ik.ScoreReport(scorer="figures_only", language=request.language, ratings=[rating])


def boastful(request: ik.ScoreRequest) -> ik.ScoreReport:
    """Claim the highest total on invented evidence; the library does not believe it."""
    quote = ik.Evidence(start=0, end=8, quote="Nobel 99")
    rating = ik.Rating(criterion="result", level=4, evidence=[quote])
    return ik.ScoreReport(
        scorer="boastful", language=request.language, ratings=[rating], overall=100.0
    )


bank = ik.load()
answer = "I called 40 former customers in 2 weeks and signed 3 of them."
for scorer in (figures_only, boastful):
    report = ik.score(bank, "S04", answer, language="en", scorer=scorer)
    assert isinstance(report, ik.ScoreReport)
    print(report.scorer, report.overall, f"{report.coverage:.0%} of the rubric rated")
    for rating in report.ratings:
        print(" ", rating.criterion, rating.level, "supported" if rating.supported else "refused")


def forgetful(request: ik.ScoreRequest) -> ik.ScoreReport:
    """Forget to return the report."""
    return None  # type: ignore[return-value]  # the mistake to be shown


try:
    ik.score(bank, "S04", answer, language="en", scorer=forgetful)
except ik.ScorerError as error:
    print(error)
