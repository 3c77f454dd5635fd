"""All that the analyser sees in an answer, clause by clause, in one pass."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from interview_kit.language._features import traits_of
from interview_kit.language._ownership import Owner, ownership_of
from interview_kit.language._parts import part_scores
from interview_kit.language._profile import Profile
from interview_kit.language._quantities import Quantity, quantities_of
from interview_kit.language._responses import weights_in, whole_shares
from interview_kit.language._tokens import Clause, Tokens
from interview_kit.model import PARTS

__all__ = ["Analysis", "analyse"]


class Analysis(NamedTuple):
    """An answer as the scorers see it.

    Attributes:
        tokens: its words.
        clauses: its clauses; at least one.
        profile: its language.
        shares: for each clause the probability, 0 to 1, of each of `SENTENCE_PARTS`.
        present: for each of `PARTS` the probability, 0 to 1, that the answer has it.
        responses: the probability, 0 to 1, of each of `RESPONSE_TYPES`.
        qualities: how probable each of `QUALITIES` is, 0 to 1, as far as wording tells.
        owners: for each clause whose doings it tells, in order.
        measures: for each clause the numbers in it that count or measure something.
    """

    tokens: Tokens
    clauses: Sequence[Clause]
    profile: Profile
    shares: Sequence[Sequence[float]]
    present: Sequence[float]
    responses: Sequence[float]
    qualities: Sequence[float]
    owners: Sequence[Sequence[Owner]]
    measures: Sequence[Sequence[Quantity]]


def analyse(tokens: Tokens, clauses: Sequence[Clause], profile: Profile) -> Analysis:
    """Analyse an answer that was taken apart.

    Args:
        tokens: its words.
        clauses: its clauses; at least one.
        profile: its language; it is trained.

    Returns:
        All that is seen in it.
    """
    weights = weights_in(profile)
    chain = weights.parts
    traits = traits_of(tokens, clauses, profile)
    scores = part_scores(chain, tokens, clauses, traits, profile)
    begins = [tokens.starts[clause.first] for clause in clauses]
    owners: list[list[Owner]] = [[] for _ in clauses]
    for each in ownership_of(tokens, profile):
        owners[bisect_right(begins, each.start) - 1].append(each.owner)
    measures: list[list[Quantity]] = [[] for _ in clauses]
    for number in quantities_of(tokens, profile):
        if number.is_metric:
            measures[max(0, bisect_right(begins, number.start) - 1)].append(number)
    return Analysis(
        tokens,
        clauses,
        profile,
        chain.shares(scores),
        tuple(1 - absent for absent in chain.absence(scores)[: len(PARTS)]),
        whole_shares(weights.responses, tokens, clauses, traits),
        whole_shares(weights.qualities, tokens, clauses, traits),
        owners,
        measures,
    )
