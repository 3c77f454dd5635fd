"""Votes of scorers made of scorers: who said what, what counted, and the laws that hold for all."""

from collections.abc import Sequence
from typing import Any, Final

import pytest
from hypothesis import given, strategies as st
from hypothesis.strategies import SearchStrategy

from interview_kit import Rating
from interview_kit._documents import document, structure
from interview_kit.model import Vote
from interview_kit.scoring import Scorer, judge
from interview_kit.scoring._combine import (
    JURY_RULES,
    Cascade,
    Fallback,
    Jury,
    Mapped,
    OnlyIf,
    Veto,
    Weighted,
)
from interview_kit.scoring._votes import decision_tree
from strategies import copies
from test_scoring_combine import (
    BARE,
    MUTE,
    OTHER,
    REQUEST,
    SHY,
    SIGNED,
    A,
    B,
    C,
    Leaf,
    boom,
    leaf,
    levels_in,
    mute,
    no,
    yes,
)
from test_scoring_contract import CALLED

NESTED: Final = Jury(scorers=[Fallback(scorers=[MUTE, B], id="inner"), A], id="top")


@pytest.mark.parametrize(
    ("scorer", "tree"),
    [
        (A, "a: 59.4"),
        (Jury(scorers=[BARE, C]), "jury: 61.1|  bare: nothing rated, not counted|  c: 61.1, counted"),
        (Jury(scorers=[B, leaf("d", 0, 0)]), "jury: 0.0|  b: 35.7, counted|  d: 0.0, counted"),
        (Jury(scorers=[A, C], quorum=2), "jury: 25.0|  a: 59.4, counted|  c: 61.1, counted"),
        (Cascade(scorers=[B, B, C], enough=0.8),
         "cascade: 44.4|  b: 35.7, counted|  b: 35.7, not counted|  c: 61.1, counted"),
        (Cascade(scorers=[SHY, B, C], enough=0.0),
         "cascade: 35.7|  shy: copied, not counted|  b: 35.7, counted"),
        (Weighted(scorers=[(SHY, 1), (MUTE, 1)]),
         "weighted: copied|  shy: copied, counted|  mute: too_short, not counted"),
        (Fallback(scorers=[boom, MUTE]),
         "fallback: too_short|  boom: scorer_failed, not counted|  mute: too_short, counted"),
        (Fallback(scorers=[boom, boom]),
         "fallback: scorer_failed|  boom: scorer_failed, counted|  boom: scorer_failed, not counted"),
        (Veto(scorer=A, guards=[B, MUTE, SHY]),
         "veto: too_short|  b: 35.7, not counted|  mute: too_short, counted"),
        (Veto(scorer=A, guards=[B]), "veto: 59.4|  b: 35.7, not counted|  a: 59.4, counted"),
        (OnlyIf(scorer=A, condition=no), "only_if: not_applicable"),
        (NESTED,
         ("top: 21.9|  inner: 35.7, counted|    mute: too_short, not counted"
         "|    b: 35.7, counted|  a: 59.4, counted")),
        (Veto(scorer=A, guards=[NESTED]), ("veto: 59.4|  top: 21.9, not counted"
         "|    inner: 35.7, not counted|      mute: too_short, not counted"
         "|      b: 35.7, not counted|    a: 59.4, not counted|  a: 59.4, counted")),
    ],
)  # fmt: skip
def test_votes_tell_what_each_scorer_said(scorer: Scorer, tree: str) -> None:
    """Every scorer that was asked has a vote below the one that asked it, and only those."""
    assert decision_tree(judge(scorer, REQUEST)) == tree.replace("|", "\n")


def leaves() -> SearchStrategy[Leaf]:
    """Scorers of any opinion, with and without evidence, and some that give none."""
    levels, ids = st.lists(st.none() | st.integers(0, 4), max_size=4), st.sampled_from("abcd")
    quotes = st.sampled_from([[CALLED], [SIGNED], []])
    opinions = st.builds(
        lambda name, given, quotes: leaf(name, *given, quotes=quotes), ids, levels, quotes
    )
    return opinions | opinions | st.builds(mute, ids, st.sampled_from(["too_short", "copied"]))


def trees(rules: Sequence[str] = JURY_RULES) -> SearchStrategy[Any]:
    """Scorers nested in any way, with means only if `mean` is among the rules."""
    targets = st.lists(st.integers(0, 4), min_size=5, max_size=5).map(sorted)

    def around(inner: SearchStrategy[Any]) -> SearchStrategy[Any]:
        some = st.lists(inner, min_size=1, max_size=3)
        weighted = st.lists(st.tuples(inner, st.integers(1, 3)), min_size=1, max_size=3)
        return st.one_of(
            st.builds(Weighted, scorers=weighted) if "mean" in rules else st.nothing(),
            st.builds(Jury, scorers=some, by=st.sampled_from(rules)),
            st.builds(Cascade, scorers=some, enough=st.floats(0.0, 1.0)),
            st.builds(Fallback, scorers=some),
            st.builds(Veto, scorer=inner, guards=some),
            st.builds(OnlyIf, scorer=inner, condition=st.sampled_from([yes, yes, no])),
            st.builds(Mapped, scorer=inner, scale=st.just(OTHER), levels=targets.map(enumerate)),
        )

    return st.recursive(leaves(), around, max_leaves=6)


def members(scorer: Any) -> list[Scorer]:
    """Give the scorers in one, in the order in which it asks them."""
    if isinstance(scorer, Weighted):
        return [each for each, _ in scorer.scorers]
    if isinstance(scorer, Jury | Cascade | Fallback):
        return [*scorer.scorers]
    last = [] if isinstance(scorer, Leaf) else [scorer.scorer]
    return [*scorer.guards, *last] if isinstance(scorer, Veto) else last


@given(trees())
def test_votes_stand_in_the_order_asked(scorer: Any) -> None:
    """The votes are those of the members asked, each before the votes below it."""
    votes = judge(scorer, REQUEST).votes
    asked = members(scorer)[: sum(each.depth == 1 for each in votes)]
    expected = list[tuple[str, int]]()
    for said in (judge(each, REQUEST) for each in asked):
        expected += [(said.scorer, 1), *((each.scorer, each.depth + 1) for each in said.votes)]
    assert [(each.scorer, each.depth) for each in votes] == expected


def traces(votes: Sequence[Vote], rating: Rating) -> list[int]:
    """Give the levels on a criterion of the leaves that counted and are named as deciders."""
    below = [*(each.depth for each in votes[1:]), 0]
    leaf_votes = [each for each, depth in zip(votes, below, strict=True) if depth <= each.depth]
    named = [each for each in leaf_votes if each.counted and each.scorer in rating.decided_by]
    return [
        dict(each.levels)[rating.criterion]
        for each in named
        if rating.criterion in dict(each.levels)
    ]


@given(trees(["median", "mode"]), trees())
def test_every_level_traces_to_leaves(exact: Any, scorer: Any) -> None:
    """A level is that of a leaf that counted, or lies between those of several if they were meant."""
    for each, is_exact in ((exact, True), (scorer, False)):
        result = judge(Fallback(scorers=[each]), REQUEST)
        counting = [
            r for r in getattr(result, "ratings", ()) if r.supported and r.level is not None
        ]
        for rating in counting:
            levels = traces(result.votes, rating)
            assert min(levels) <= rating.level <= max(levels)
            assert rating.level in levels or not is_exact
        assert {d for r in counting for d in r.decided_by} <= set("abcd")


@given(trees())
def test_one_scorer_alone_decides(scorer: Any) -> None:
    """A combinator of one scorer gives the total, coverage and reason of that scorer."""
    alone = judge(scorer, REQUEST)
    own = (alone.overall, getattr(alone, "coverage", None), getattr(alone, "reason", None))
    for each in (
        Weighted(scorers=[(scorer, 3)]),
        *(Jury(scorers=[scorer], by=by) for by in JURY_RULES),
        Cascade(scorers=[scorer]),
        Fallback(scorers=[scorer]),
    ):
        got = judge(each, REQUEST)
        assert (got.overall, getattr(got, "coverage", None), getattr(got, "reason", None)) == own
        assert levels_in(got) == levels_in(alone)


@given(st.lists(st.tuples(trees(), st.integers(1, 4)), min_size=1, max_size=4), st.data())
def test_order_changes_no_level(pairs: list[Any], data: st.DataObject) -> None:
    """Weights and votes work alike in any order, and no jury leaves the bounds of its votes."""
    mixed = data.draw(st.permutations(pairs))
    assert levels_in(judge(Weighted(scorers=pairs), REQUEST)) == levels_in(
        judge(Weighted(scorers=mixed), REQUEST)
    )
    for by in JURY_RULES:
        one, other = (
            levels_in(judge(Jury(scorers=[each for each, _ in order], by=by), REQUEST))
            for order in (pairs, mixed)
        )
        assert one == other
        said = [levels_in(judge(each, REQUEST)) for each, _ in pairs]
        for criterion, level in one.items():
            votes = [each[criterion] for each in said if criterion in each]
            assert min(votes) <= level <= max(votes)


@given(trees())
def test_combinators_and_outcomes_are_values(scorer: Any) -> None:
    """They come back from pickling equal, outcomes from documents, too; a call settles already."""
    outcome = scorer(REQUEST) if members(scorer) else judge(scorer, REQUEST)
    assert outcome == judge(scorer, REQUEST)
    assert structure(document(outcome), type(outcome)) == outcome
    for each in copies(scorer):
        assert (each, hash(each)) == (scorer, hash(scorer))
        assert judge(each, REQUEST) == outcome
