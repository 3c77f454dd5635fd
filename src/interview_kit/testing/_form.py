"""Checks of the form of a judgement: contract, evidence, determinism, language, and no zeros."""

from collections.abc import Iterator
from functools import partial
from itertools import cycle

from interview_kit.language import guess_language
from interview_kit.model import Rating, ScoreReport, Unscored
from interview_kit.scoring import examine
from interview_kit.testing._cases import Case, CaseSet
from interview_kit.testing._judge import Judge, said
from interview_kit.testing._outcome import Fault, Outcome, Trial, outcome_of
from interview_kit.testing._totals import difference, gain_fault

__all__ = ["contract", "determinism", "evidence", "language", "no_zero_for_nothing"]


def contract(judge: Judge, cases: CaseSet) -> Outcome:
    """Hold a scorer to what `scoring.examine` and `scoring.settle` demand.

    Args:
        judge: asks the scorer.
        cases: the answers.

    Returns:
        A trial for the probe of `examine`, and one for each answer.
    """
    probe = Trial("probe", "", partial(_examined, judge))
    kept = (Trial(each.id, "", partial(_kept, judge, each)) for each in cases.cases)
    return outcome_of("contract", [probe, *kept])


def _examined(judge: Judge) -> None:
    examine(judge.scorer)


def _kept(judge: Judge, case: Case) -> None:
    judge.settled(case, case.text)


def evidence(judge: Judge, cases: CaseSet) -> Outcome:
    """See that levels above the lowest quote words that stand there, and not always everything.

    Args:
        judge: asks the scorer.
        cases: the answers.

    Returns:
        A trial for each answer.
    """
    trials = (Trial(each.id, "", partial(_quotes, judge, each)) for each in cases.cases)
    return outcome_of("evidence", trials)


def _quotes(judge: Judge, case: Case) -> Fault | None:
    result, lowest = judge.settled(case, case.text), judge.request(case, case.text).scale.lowest
    if isinstance(result, Unscored):
        return None
    above = [each for each in result.ratings if each.level is not None and each.level > lowest]
    bare = [each.criterion for each in above if not each.supported]
    if bare:
        return f"quotes that stand there for each level above {lowest}", f"none on {bare[0]!r}"
    shares = [_share_quoted(each, case.text) for each in above]
    limit = judge.tolerance.quoted
    if len(shares) > 1 and min(shares) > limit:
        expected = f"at most {limit:.0%} of the answer quoted for some criterion"
        return expected, f"{min(shares):.0%} or more for each"
    return None


def _share_quoted(rating: Rating, answer: str) -> float:
    quoted = {place for each in rating.evidence for place in range(each.start, each.end)}
    return len(quoted) / len(answer)


def determinism(judge: Judge, cases: CaseSet) -> Outcome:
    """Ask twice about each answer, and once more in the reverse order.

    Args:
        judge: asks the scorer.
        cases: the answers.

    Returns:
        Two trials for each answer.
    """
    twice = (Trial(each.id, "asked twice", partial(_again, judge, each)) for each in cases.cases)
    turned = (
        Trial(each.id, "asked in another order", partial(_again, judge, each))
        for each in reversed(cases.cases)
    )
    return outcome_of("determinism", [*twice, *turned])


def _again(judge: Judge, case: Case) -> Fault | None:
    first, again = judge.first(case, case.text), judge.ask(case, case.text)
    if first == again:
        return None
    return "the same result", f"another {difference(first, again)}"


def language(judge: Judge, cases: CaseSet) -> Outcome:
    """See that only answers in the language of the request count, and that the scorer speaks it.

    Args:
        judge: asks the scorer.
        cases: the answers.

    Returns:
        A trial for each answer, one for each that has a translation, and one for each short answer.
    """
    return outcome_of("language", _language_trials(judge, cases))


def _language_trials(judge: Judge, cases: CaseSet) -> Iterator[Trial]:
    for each in cases.cases:
        yield Trial(each.id, "", partial(_speaks, judge, each, each.text))
    for each in cases.cases:
        if each.translation:
            translated = partial(gain_fault, judge, each, each.translation, 0.0)
            yield Trial(each.id, "in another language", translated)
    for name, case, short in _shorts(cases):
        yield Trial(case.id, name, partial(_speaks, judge, case, short))


def _speaks(judge: Judge, case: Case, answer: str) -> Fault | None:
    result, wanted = judge.settled(case, answer), _primary(case.language)
    if isinstance(result, ScoreReport):
        # What is settled says that it is in the language of the request; its words may be not.
        words = " ".join(each.next_step for each in result.ratings)
        guess = guess_language(words)
        found = guess if guess in {"id", "en"} and wanted in {"id", "en"} else wanted
    else:
        found = _primary(result.language) if result.message else wanted
    return None if found == wanted else (f"words in {wanted!r}", f"words in {found!r}")


def _primary(tag: str) -> str:
    return tag.partition("-")[0]


def no_zero_for_nothing(judge: Judge, cases: CaseSet) -> Outcome:
    """See that answers in which there is nothing to judge get a reason and no score.

    Args:
        judge: asks the scorer.
        cases: the short answers, and the cases whose questions they are given to in turn.

    Returns:
        A trial for each short answer.
    """
    trials = (
        Trial(case.id, name, partial(_unscored, judge, case, short))
        for name, case, short in _shorts(cases)
    )
    return outcome_of("no_zero_for_nothing", trials)


def _shorts(cases: CaseSet) -> Iterator[tuple[str, Case, str]]:
    """Give each short answer a name, and the case whose question it is given to."""
    for number, (short, case) in enumerate(zip(cases.short, cycle(cases.cases), strict=False)):
        yield f"short answer {number}", case, short


def _unscored(judge: Judge, case: Case, answer: str) -> Fault | None:
    result = judge.settled(case, answer)
    return None if isinstance(result, Unscored) else ("Unscored", said(result))
