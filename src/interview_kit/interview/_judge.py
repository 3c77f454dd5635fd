"""Judgements in a session: asking a scorer, and what persons left of its report."""

from attrs import evolve

from interview_kit._moments import Moment
from interview_kit.assess import score
from interview_kit.bank import Bank
from interview_kit.errors import UnknownIdError
from interview_kit.interview._session import Session
from interview_kit.interview._state import POSSIBLE, Progress, State, refused
from interview_kit.model import Rating, ScoreReport, Unscored, structure_hash
from interview_kit.model.checks import expect
from interview_kit.scoring import Scorer, rule_scorer, totalled

__all__ = ["effective_report", "judge_current"]


def judge_current(
    session: Session, bank: Bank, scorer: Scorer = rule_scorer, *, at: Moment
) -> Session:
    """Score the question that was answered last, with what its probes brought, and record it.

    Args:
        session: the session.
        bank: the bank with the rubric that was planned.
        scorer: what judges; by default transparent rules.
        at: when.

    Returns:
        The session with the report, or with the reason why there is none.

    Raises:
        StepError: if nothing was answered, or the bank's rubric has another structure now.
        UnknownIdError: if the bank no longer has what the question refers to.
        ScorerError: if the scorer breaks its contract.
    """
    expect("session", session, Session)
    expect("bank", bank, Bank)
    state = session.state
    now = state.now
    if now is None or now.status != "answered" or "scored" not in POSSIBLE[state.phase]:
        raise refused(state, "scored", "nothing was answered last")
    _check_rubric(state, now, bank)
    plan = session.plan
    result = score(
        bank,
        now.planned.question,
        now.answer,
        language=plan.language,
        scorer=scorer,
        purpose=plan.purpose,
    )
    return session.scored(result, at=at)


def _check_rubric(state: State, progress: Progress, bank: Bank) -> None:
    rubric = bank.rubric_for(progress.planned.question)
    if structure_hash(rubric) != progress.planned.drawn.rubric_hash:
        why = f"the rubric for {progress.id!r} has another structure than was planned"
        hint = "Pass a bank with the rubric as it was; candidates are rated by the same one."
        raise refused(state, "scored", why, hint)


def effective_report(session: Session, bank: Bank, question: str) -> ScoreReport | Unscored | None:
    """Give the judgement of an answer as persons left it, with totals computed anew.

    Args:
        session: the session, which keeps the scorer's own judgement beside every override.
        bank: the bank with the rubric that was planned.
        question: the id of the question.

    Returns:
        The report with the levels of the latest overrides; a judgement that nobody overrode as it is;
        none if there is none.

    Raises:
        UnknownIdError: if the question is not planned.
        StepError: if the bank's rubric has another structure now.
    """
    expect("session", session, Session)
    expect("bank", bank, Bank)
    state = session.state
    progress = state.question(question)
    if progress is None:
        known = tuple(each.id for each in state.questions)
        raise UnknownIdError("Question", question, known[:3], len(known))
    if not progress.overrides:
        return progress.report or progress.unscored
    _check_rubric(state, progress, bank)
    rubric = bank.rubric_for(progress.planned.question)
    return totalled(_overridden(session, progress), rubric, bank.scale_of(rubric))


def _overridden(session: Session, progress: Progress) -> ScoreReport:
    report = progress.report
    if report is None:
        scorer = progress.unscored.scorer if progress.unscored else "nobody"
        report = ScoreReport(scorer=scorer, language=session.plan.language, ratings=())
    levels = {each.criterion: each.level for each in progress.overrides if each.criterion}
    kept = [each for each in report.ratings if each.criterion not in levels]
    # A person's level counts without a quote: the person answers for it by name, with a reason.
    given = [
        Rating(criterion=criterion, level=level, reason="overridden")
        for criterion, level in levels.items()
    ]
    by_id = {each.criterion: each for each in (*kept, *given)}
    return evolve(
        report, ratings=[by_id[each] for each in progress.planned.criteria if each in by_id]
    )
