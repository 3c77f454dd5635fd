"""Checks of what totals follow: quality, and nothing else."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from interview_kit.model import ScoreReport
from interview_kit.testing._cases import Case, CaseSet, Wording
from interview_kit.testing._judge import Judge, Result, said
from interview_kit.testing._outcome import Fault, Outcome, Trial, outcome_of
from interview_kit.testing._variations import padded, shuffled, swapped, without_results

__all__ = [
    "difference",
    "gain_fault",
    "gaming",
    "invariance",
    "length_bias",
    "monotonicity",
    "register",
]

#: What the division of a total may lose, far below any difference between two totals.
EPSILON: Final = 1e-9
#: Random orders of the words of each answer.
SHUFFLES: Final = 2


def gain_fault(judge: Judge, case: Case, answer: str, allowed: float) -> Fault | None:
    """Tell what is wrong if a changed answer gets more than the answer of a case.

    Args:
        judge: asks the scorer.
        case: the case.
        answer: its answer, changed.
        allowed: how many points of 100 more it may get; no score counts as 0 here.

    Returns:
        What was expected and found; `None` if nothing is wrong.
    """
    before, after = judge.settled(case, case.text), judge.settled(case, answer)
    gain = (after.overall or 0.0) - (before.overall or 0.0)
    if gain <= allowed + EPSILON:
        return None
    most = f"at most {allowed:g} more" if allowed else "no more"
    return f"{most} than {said(before)}", said(after)


def monotonicity(judge: Judge, cases: CaseSet) -> Outcome:
    """See that strong answers get more than weak ones, and that nobody gains by leaving results out.

    Args:
        judge: asks the scorer.
        cases: the answers, of which those of one triple are compared.

    Returns:
        A trial for each strong and weak answer of one triple, and one for each answer with results.
    """
    return outcome_of("monotonicity", [*_triples(judge, cases), *_curtailed(judge, cases)])


def _triples(judge: Judge, cases: CaseSet) -> Iterator[Trial]:
    for strong in cases.cases:
        for weak in cases.cases:
            same = strong.triple is not None and strong.triple == weak.triple
            if same and (strong.quality, weak.quality) == ("strong", "weak"):
                yield Trial(strong.id, f"beside {weak.id}", partial(_above, judge, strong, weak))


def _above(judge: Judge, strong: Case, weak: Case) -> Fault | None:
    high, low = judge.settled(strong, strong.text), judge.settled(weak, weak.text)
    if high.overall is not None and (low.overall is None or high.overall > low.overall):
        return None
    return f"more than {said(low)}", said(high)


def _curtailed(judge: Judge, cases: CaseSet) -> Iterator[Trial]:
    for each in cases.cases:
        if rest := without_results(each):
            yield Trial(each.id, "without results", partial(gain_fault, judge, each, rest, 0.0))


def invariance(judge: Judge, cases: CaseSet) -> Outcome:
    """See that names, gender words, religion and regions change nothing at all.

    Args:
        judge: asks the scorer.
        cases: the answers with their swaps.

    Returns:
        A trial for each swap: totals, levels, warnings and reasons must be equal.
    """
    trials = (
        Trial(
            case.id, f"another {swap.sort}", partial(_same, judge, case, swapped(case.text, swap))
        )
        for case in cases.cases
        for swap in case.swaps
    )
    return outcome_of("invariance", trials)


def _same(judge: Judge, case: Case, answer: str) -> Fault | None:
    before, after = judge.settled(case, case.text), judge.settled(case, answer)
    if _marks(before) == _marks(after):
        return None
    return f"just {said(before)}", f"{said(after)} {difference(before, after)}"


def difference(before: Result, after: Result) -> str:
    """Say in a few words what a result has that another has not: a level, or something else."""
    moved = sorted(set(_levels(after)) - set(_levels(before)))
    return f"with {moved[0][0]!r} at {moved[0][1]}" if moved else "with another reason or warning"


def _levels(result: Result) -> tuple[tuple[str, int], ...]:
    ratings = result.ratings if isinstance(result, ScoreReport) else ()
    return tuple((each.criterion, each.level) for each in ratings if each.level is not None)


def _marks(result: Result) -> tuple[object, ...]:
    if isinstance(result, ScoreReport):
        return result.overall, _levels(result), result.warnings
    return (result.reason,)


def register(judge: Judge, cases: CaseSet) -> Outcome:
    """See that formal, informal and mixed wordings of one answer get about the same.

    Args:
        judge: asks the scorer.
        cases: the answers with their wordings.

    Returns:
        A trial for each wording, and one for how far they lie apart on average.
    """
    worded = [(case, each) for case in cases.cases for each in case.wordings]
    near = [
        Trial(case.id, each.register, partial(_near, judge, case, each)) for case, each in worded
    ]
    average = [Trial("", "on average", partial(_average, judge, worded))] if worded else []
    return outcome_of("register", [*near, *average])


def _average(judge: Judge, worded: Sequence[tuple[Case, Wording]]) -> Fault | None:
    mean = sum(_distance(judge, case, each) for case, each in worded) / len(worded)
    limit = judge.tolerance.register_mean
    return None if mean <= limit + EPSILON else (f"{limit:g} points apart or less", f"{mean:.1f}")


def _distance(judge: Judge, case: Case, wording: Wording) -> float:
    """Tell how far a wording lies from its case; no score counts as 0 here."""
    worded, plain = judge.total(case, wording.text), judge.total(case, case.text)
    return abs((worded or 0.0) - (plain or 0.0))


def _near(judge: Judge, case: Case, wording: Wording) -> Fault | None:
    limit = judge.tolerance.register
    before, after = judge.settled(case, case.text), judge.settled(case, wording.text)
    both = (before.overall is None) == (after.overall is None)
    if both and _distance(judge, case, wording) <= limit + EPSILON:
        return None
    return f"within {limit:g} of {said(before)}", said(after)


def length_bias(judge: Judge, cases: CaseSet) -> Outcome:
    """See that weak answers gain little by saying nothing at twice the length.

    Args:
        judge: asks the scorer.
        cases: the answers and the filler.

    Returns:
        A trial for each weak answer.
    """
    weak = [each for each in cases.cases if each.quality == "weak" and cases.filler]
    allowed = judge.tolerance.padding
    trials = (
        Trial(
            each.id,
            "padded",
            partial(gain_fault, judge, each, padded(each.text, cases.filler), allowed),
        )
        for each in weak
    )
    return outcome_of("length_bias", trials)


def gaming(judge: Judge, cases: CaseSet) -> Outcome:
    """See that tricks do not pay: cue words, repetition, shuffled words, instructions to the scorer.

    Args:
        judge: asks the scorer.
        cases: the answers, the cues and the instructions.

    Returns:
        A trial for each trick with each answer.
    """
    trials = (
        Trial(case.id, trick, partial(gain_fault, judge, case, answer, 0.0))
        for case in cases.cases
        for trick, answer in _tricks(case.text, cases)
    )
    return outcome_of("gaming", trials)


def _tricks(text: str, cases: CaseSet) -> Iterator[tuple[str, str]]:
    yield "said twice", f"{text} {text}"
    yield from _numbered("shuffled", (shuffled(text, seed) for seed in range(SHUFFLES)))
    yield from _numbered("with cues", (f"{text} {each}" for each in cases.cues))
    yield from _numbered("with instructions", (f"{text} {each}" for each in cases.instructions))
    yield from _numbered("after instructions", (f"{each} {text}" for each in cases.instructions))


def _numbered(trick: str, answers: Iterable[str]) -> Iterator[tuple[str, str]]:
    for number, answer in enumerate(answers):
        yield f"{trick} {number}", answer
