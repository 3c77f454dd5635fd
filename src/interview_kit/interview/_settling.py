"""What to ask where evidence is missing: questions not asked yet, and probes of those that were."""

from collections.abc import Iterable
from typing import final

from attrs import field, frozen

from interview_kit.bank import Bank
from interview_kit.interview._recommendation import Recommendation
from interview_kit.model import Id, Probe, Question, to_id, to_ids
from interview_kit.model.checks import as_tuple, expect, instances_of, unique_by
from interview_kit.model.values import Value
from interview_kit.quiz._demand import clusters_of

__all__ = ["QuestionProbes", "Settling", "settling"]


@final
@frozen(kw_only=True, eq=False, repr=False)
class QuestionProbes(Value):
    """The probes of a question that was asked.

    Attributes:
        question: the question.
        probes: its probes, in its order; at least one.
    """

    question: Id = field(converter=to_id)
    probes: tuple[Probe, ...] = field(converter=as_tuple, validator=instances_of(Probe, at_least=1))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Settling(Value):
    """What would bring the evidence that is missing on one competency.

    Attributes:
        competency: the competency that was not assessed.
        probes: what can still be asked about answers that were given, in the order of asking.
        questions: ids of questions that were not asked, best first; none if the bank has none.
    """

    competency: Id = field(converter=to_id)
    probes: tuple[QuestionProbes, ...] = field(
        default=(),
        converter=as_tuple,
        validator=[instances_of(QuestionProbes), unique_by("question")],
    )
    questions: tuple[Id, ...] = field(default=(), converter=to_ids)


def settling(
    bank: Bank,
    recommendation: Recommendation,
    *,
    role: str | Iterable[str] | None = None,
    asked: Iterable[str] = (),
) -> tuple[Settling, ...]:
    """Find what in a bank would bring the evidence that a recommendation lacks.

    Those questions come first that show the most of what is missing, then the shortest, then those
    that name the competency earliest. Enemies of what was asked are left out, since they would ask
    for it once more.

    Args:
        bank: where the questions stand.
        recommendation: what lacks evidence.
        role: the role or roles that questions must be for; none lets all pass.
        asked: ids of the questions and closed items that were asked, in their order, each once.

    Returns:
        What to ask, for each competency that was not assessed, sorted by competency.

    Raises:
        UnknownIdError: if a role, what was asked, or a missing competency is not in the bank.
        InvalidValueError: if a question is named twice.

    >>> from interview_kit.interview import Boundaries, DecisionRule, RuleCompetency, recommend
    >>> from interview_kit.packs import load
    >>> rule = DecisionRule(
    ...     id="trial",
    ...     lowest=1,
    ...     highest=5,
    ...     competencies=[RuleCompetency(competency="negotiation_closing")],
    ...     boundaries=Boundaries(no=2, yes=3, strong_yes=4),
    ... )
    >>> (found,) = settling(load(), recommend(rule, []), role="sales")
    >>> found.competency, len(found.questions) > 1
    ('negotiation_closing', True)
    """
    expect("bank", bank, Bank)
    expect("recommendation", recommendation, Recommendation)
    entries = [bank.entry(each) for each in to_ids(asked)]
    done = [each for each in entries if isinstance(each, Question)]
    fresh = _fresh(bank, bank.find(role=role), done)
    missing = frozenset(recommendation.missing)
    return tuple(
        Settling(
            competency=each,
            probes=_probes(each, done),
            questions=_questions(bank, each, fresh, missing),
        )
        for each in recommendation.missing
    )


def _fresh(bank: Bank, found: Iterable[Question], done: Iterable[Question]) -> frozenset[Id]:
    heads = clusters_of({each.id: each for each in bank.questions}, ())
    asked = [each.id for each in done]
    spent = {*asked, *(heads[id] for id in asked if id in heads)}
    return frozenset(
        each.id for each in found if each.id not in spent and heads.get(each.id) not in spent
    )


def _probes(competency: Id, done: Iterable[Question]) -> list[QuestionProbes]:
    return [
        QuestionProbes(question=each.id, probes=each.probes)
        for each in done
        if each.probes and competency in each.competencies
    ]


def _questions(
    bank: Bank, competency: Id, fresh: frozenset[Id], missing: frozenset[Id]
) -> list[Id]:
    def usefulness(question: Question) -> tuple[int, int, int, Id]:
        shows = len(missing.intersection(question.competencies))
        return -shows, question.minutes, question.competencies.index(competency), question.id

    found = [each for each in bank.find(competency=competency) if each.id in fresh]
    return [each.id for each in sorted(found, key=usefulness)]
