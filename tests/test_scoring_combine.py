"""Scorers made of scorers: what they decide, who decided it, and what they refuse."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

import pytest
from attrs import evolve, frozen

from interview_kit import (
    Evidence,
    InvalidValueError,
    Rating,
    ScoreReport,
    ScoreRequest,
    ScorerError,
)
from interview_kit.model import Cap, Level, Scale, Unscored, Vote
from interview_kit.scoring import RULE_SCORER, Scorer, judge, rule_scorer
from interview_kit.scoring._combine import (
    Cascade,
    Fallback,
    Jury,
    Mapped,
    OnlyIf,
    Veto,
    Weighted,
)
from interview_kit.scoring._votes import decision_tree
from test_scoring_contract import ANSWER, CALLED, NAMES, SAID, request_of

SIGNED: Final = Evidence(start=22, end=41, quote="Two of them signed.")
#: The weights are 40, 30, 20 and 10, the scale is 0 to 4.
REQUEST: Final = request_of()
FIVE: Final = Scale(id="five", lowest=1, highest=5)
OTHER: Final = Scale(id="other", lowest=0, highest=4)


def request_with(**given: Any) -> ScoreRequest:
    """Make the request with another rubric."""
    return evolve(REQUEST, rubric=evolve(REQUEST.rubric, **given))


CAPPED: Final = request_with(caps=[Cap(warning="loud", at_most=40, reason=SAID)])


@frozen
class Leaf:
    """A scorer that says the same of every answer, its levels from the lowest of the scale up."""

    said: ScoreReport | Unscored

    def __call__(self, request: ScoreRequest, /) -> ScoreReport | Unscored:
        """Say it."""
        if isinstance(self.said, Unscored):
            return self.said
        low = request.scale.lowest
        ratings = [
            each if each.level is None else evolve(each, level=low + each.level)
            for each in self.said.ratings
        ]
        return evolve(self.said, ratings=ratings)


def leaf(
    id: str, *levels: int | None, quotes: Sequence[Evidence] = (CALLED,), **given: Any
) -> Leaf:
    """Make a scorer that gives these levels on the criteria in turn."""
    ratings = [
        Rating(
            criterion=name, level=level, evidence=quotes, reason=id, next_step=f"{id} says more."
        )
        for name, level in zip(NAMES, levels, strict=False)
    ]
    return Leaf(ScoreReport(scorer=id, language="en", ratings=ratings, **given))


def mute(id: str, reason: str) -> Leaf:
    """Make a scorer that cannot judge."""
    return Leaf(Unscored(scorer=id, reason=reason, message="So."))


A: Final = leaf("a", 4, 1, None, 0)
B: Final = leaf("b", 1, 2)
C: Final = leaf("c", 1, 4, 3)
BARE: Final = leaf("bare", 3, 3, quotes=())
MUTE: Final = mute("mute", "too_short")
SHY: Final = mute("shy", "copied")


def table(*targets: Any, scorer: Scorer = A) -> Mapped:
    """Make a scorer on the scale of five whose levels stand for these."""
    return Mapped(scorer=scorer, scale=FIVE, levels=enumerate(targets, start=1))


def yes(request: ScoreRequest) -> bool:
    """Hold for every request."""
    return True


def no(request: ScoreRequest) -> bool:
    """Hold for no request."""
    return False


def truthy(request: ScoreRequest) -> Any:
    """Give what is no bool."""
    return 1


def boom(request: ScoreRequest, /) -> ScoreReport:
    """Fail with the answer in the text of the error."""
    raise RuntimeError(request.answer)


def careless(request: ScoreRequest, /) -> ScoreReport:
    """Rate what the rubric has not."""
    return ScoreReport(scorer="careless", language="en", ratings=[Rating(criterion="c9")])


async def slow(request: ScoreRequest, /) -> ScoreReport:
    """Stand for a scorer that must be awaited."""
    return careless(request)


class Slow:
    """A scorer that must be awaited, as an object."""

    async def __call__(self, request: ScoreRequest, /) -> ScoreReport:
        """Stand for what it does."""
        return careless(request)


def levels_in(result: ScoreReport | Unscored) -> dict[str, int | None]:
    """Give the levels of the ratings that count."""
    ratings = () if isinstance(result, Unscored) else result.ratings
    counting = (each for each in ratings if each.supported and each.level is not None)
    return {each.criterion: each.level for each in counting}


def deciders_in(scorer: Scorer) -> str:
    """Judge, and write criterion, level and deciders of each rating."""
    report = judge(scorer, REQUEST)
    assert isinstance(report, ScoreReport)
    return " ".join(
        f"{each.criterion[1]}:{each.level}{''.join(each.decided_by)}" for each in report.ratings
    )


@pytest.mark.parametrize(
    ("scorer", "decided"),
    [
        (Weighted(scorers=[(A, 1), (B, 1)]), "1:2ab 2:1ab 4:0a"),
        (Weighted(scorers=[(A, 1), (B, 2)]), "1:2ab 2:2ab 4:0a"),
        (Weighted(scorers=[(A, 3), (B, 1)]), "1:3ab 2:1ab 4:0a"),
        (Weighted(scorers=[(MUTE, 9), (BARE, 9), (C, 1)]), "1:1c 2:4c 3:3c"),
        (Jury(scorers=[A, B, C]), "1:1bc 2:2b 3:3c 4:0a"),
        (Jury(scorers=[A, B]), "1:1b 2:1a 4:0a"),
        (Jury(scorers=[A, BARE, MUTE]), "1:4a 2:1a 4:0a"),
        (Jury(scorers=[A, B, C], by="mean"), "1:2abc 2:2abc 3:3c 4:0a"),
        (Jury(scorers=[A, B, C], by="mode"), "1:1bc 2:1a 3:3c 4:0a"),
        (Jury(scorers=[A, B, C], quorum=2), "1:1bc 2:2b"),
        (Jury(scorers=[A, B, MUTE], quorum=3), ""),
        (Jury(scorers=[A, Jury(scorers=[B, C], by="mean")], by="mean"), "1:2abc 2:2abc 3:3c 4:0a"),
        (Cascade(scorers=[B, A, C]), "1:1b 2:2b 3:3c 4:0a"),
        (Cascade(scorers=[MUTE, BARE, B]), "1:1b 2:2b"),
        (Cascade(scorers=[B, A], enough=0.7), "1:1b 2:2b"),
        (Fallback(scorers=[MUTE, boom, B, A]), "1:1b 2:2b"),
        (Fallback(scorers=[BARE, B]), "1:3bare 2:3bare"),
        (Veto(scorer=B, guards=[A, C]), "1:1b 2:2b"),
        (OnlyIf(scorer=B, condition=yes), "1:1b 2:2b"),
        (table(0, 1, 2, 3, 4, scorer=B), "1:1b 2:2b"),
        (table(0, 0, 2, 4, 4, scorer=C), "1:0c 2:4c 3:4c"),
    ],
)
def test_levels_and_who_decided_them(scorer: Scorer, decided: str) -> None:
    """Each criterion gets its level from the ratings that count, and names those who made it."""
    assert deciders_in(scorer) == decided


def test_words_and_evidence_come_from_the_deciders() -> None:
    """Evidence is joined in the order of the answer, words are those of the first decider."""
    stranger = leaf("stranger", 4, warnings=["hasty"], model="m2")
    late = leaf("late", 2, quotes=[SIGNED, CALLED], warnings=["hasty", "loud"], model="m1")
    early = leaf("early", 2, model="m1")
    jury = Jury(scorers=[stranger, late, Fallback(scorers=[early])])
    report = judge(Weighted(scorers=[(jury, 1), (BARE, 1), (early, 1)]), REQUEST)
    assert isinstance(report, ScoreReport)
    assert report.ratings == (
        Rating(
            criterion="c1",
            level=2,
            reason="late",
            next_step="late says more.",
            evidence=[CALLED, SIGNED],
            decided_by=["late", "early"],
        ),
    )
    assert (report.warnings, report.model) == (("hasty", "loud"), "m2, m1")


def test_warnings_of_guards_bound_the_total() -> None:
    """A guard that warns has its say by the caps of the rubric, though its ratings never count."""
    guard = leaf("guard", warnings=["loud"])
    result = judge(Veto(scorer=C, guards=[guard]), CAPPED)
    shown = "veto: 40.0\n  guard: nothing rated, not counted\n  c: 61.1, counted"
    assert (result.overall, decision_tree(result)) == (40.0, shown)


def test_reasons_keep_their_words() -> None:
    """A reason that is passed on keeps message and language, under the name of the combinator."""
    result = judge(Veto(scorer=A, guards=[MUTE], id="gate"), REQUEST)
    vote = Vote(scorer="mute", reason="too_short")
    assert result == Unscored(scorer="gate", reason="too_short", message="So.", votes=[vote])


@pytest.mark.parametrize("scorer", [Jury(scorers=[A]), OnlyIf(scorer=A, condition=no)])
def test_outcomes_speak_the_language_of_the_request(scorer: Scorer) -> None:
    """A report, or a reason of a combinator's own, names the language of the answer."""
    assert getattr(judge(scorer, evolve(REQUEST, language="en-gb")), "language", "") == "en-gb"


def test_failures_hold_no_answer() -> None:
    """Of an error only the name of its class is kept, and scorers without a proper id get one."""
    strange = partial(boom)
    vars(strange)["__name__"] = "42"
    nameless = [partial(boom), lambda _request: 1 / 0, Weighted(scorers=[(boom, 1)]), strange]
    result = judge(Fallback(scorers=nameless), REQUEST)
    assert isinstance(result, Unscored)
    assert (result.reason, result.message) == ("scorer_failed", "RuntimeError")
    assert [each.scorer for each in result.votes] == ["partial", "lambda", "weighted", "scorer"]
    assert ANSWER not in repr(result)


@pytest.mark.parametrize(
    ("scorer", "error"),
    [
        (Fallback(scorers=[Fallback(scorers=[careless]), A]), "'careless': found a rating on 'c9'"),
        (OnlyIf(scorer=A, condition=truthy), "'truthy': found a condition that gives a int"),
        (table(0, 1, 2, 3, 5), "'Mapped': found a table that leads to level 5"),
        (table(-1, 1, 2, 3, 4), "'Mapped': found a table that leads to level -1"),
        (table(0, 1, 2, 3, 4, scorer=leaf("a", votes=[Vote(scorer="b", levels=[("c1", 9)])])),
         "'Leaf': found a vote with level 9 on 'c1'"),
        (table(0, 1, 2, 3, 4, scorer=leaf("a", votes=[Vote(scorer="b", levels=[("c9", 1)])])),
         "'Leaf': found a vote with level 1 on 'c9'"),
    ],
)  # fmt: skip
def test_mistakes_of_scorers_are_seen(scorer: Scorer, error: str) -> None:
    """Nothing stands in for what breaks a contract: scorers, conditions, votes and tables."""
    with pytest.raises(ScorerError) as caught:
        judge(scorer, REQUEST)
    assert error in str(caught.value)


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Jury(scorers=[]), "Jury.scorers: found no scorer"),
        (lambda: Weighted(scorers=[]), "Weighted.scorers: found no scorer"),
        (lambda: Veto(scorer=A, guards=[]), "Veto.guards: found no scorer"),
        (lambda: Jury(scorers=A), "collection: found Leaf"),
        (lambda: Weighted(scorers=[A]), "pairs: found a Leaf"),
        (lambda: Weighted(scorers=[(A, 1, 1)]), "pairs: found a tuple"),
        (lambda: Weighted(scorers=[(A, 0)]), "Weighted.scorers: found the weight 0"),
        (lambda: Weighted(scorers=[(A, 1.5)]), "Weighted.scorers: found the weight 1.5"),
        (lambda: Weighted(scorers=[(A, True)]), "Weighted.scorers: found the weight True"),
        (lambda: Jury(scorers=[A], by="vote"), "Jury.by: found 'vote'"),
        (lambda: Jury(scorers=[A], quorum=0), "Jury.quorum: found 0"),
        (lambda: Jury(scorers=[A, B], quorum=3), "Jury.quorum: found 3, allowed is a whole number from 1 to 2"),
        (lambda: Cascade(scorers=[A], enough=1.5), "Cascade.enough: found 1.5"),
        (lambda: Fallback(scorers=[A], id="no id"), "id: found 'no id'"),
        (lambda: OnlyIf(scorer=A, condition=yes, reason=""), "id: found ''"),
        (lambda: evolve(table(0, 1, 2, 3, 4), scale=None), "Mapped.scale: found None"),
        (lambda: evolve(table(0, 1, 2, 3, 4), scale=OTHER), "Mapped.levels: found levels [1"),
        (lambda: table(0, 1, 2, 3), "Mapped.levels: found levels [1, 2, 3, 4]"),
        (lambda: table(0, 1, 3, 2, 4), "Mapped.levels: found targets [0, 1, 3"),
        (lambda: table(0, 1, 2, 3, "4"), "Mapped.levels: found ((1, 0), (2, 1), (3, 2), (4, 3), (5, '4'))"),
        (lambda: evolve(table(0, 1, 2, 3, 4), levels=[(True, 0)]), "Mapped.levels: found ((True, 0),)"),
        (lambda: decision_tree(None), "report: found None"),
    ],
)  # fmt: skip
def test_what_cannot_be_combined_is_refused(make: Callable[[], object], error: str) -> None:
    """Members, weights, rules and tables are checked when a combinator is made."""
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert str(caught.value).startswith(error)


@pytest.mark.parametrize("wrong", [None, lambda: None, slow, Slow(), partial(slow)])
@pytest.mark.parametrize(
    "make",
    [
        lambda wrong: Weighted(scorers=[(A, 1), (wrong, 1)]),
        lambda wrong: Jury(scorers=[A, wrong]),
        lambda wrong: Cascade(scorers=[A, wrong]),
        lambda wrong: Fallback(scorers=[A, wrong]),
        lambda wrong: Veto(scorer=wrong, guards=[A]),
        lambda wrong: Veto(scorer=A, guards=[wrong]),
        lambda wrong: OnlyIf(scorer=wrong, condition=yes),
        lambda wrong: OnlyIf(scorer=A, condition=wrong),
        lambda wrong: table(0, 1, 2, 3, 4, scorer=wrong),
    ],
)
def test_members_take_one_request_and_answer(make: Callable[[Any], object], wrong: Any) -> None:
    """What cannot be asked, or must be awaited, is refused when a combinator is made."""
    with pytest.raises(ScorerError, match=r"cannot be called|async function"):
        make(wrong)


@pytest.mark.parametrize(
    ("anchors", "targets", "moved"),
    [
        ((0, 2, 4), (0, 1, 2, 3, 4), (1, 3, 5)),
        ((0, 1, 2, 3, 4), (0, 0, 2, 4, 4), (1, 3, 4)),
        ((0, 4), (1, 1, 2, 2, 3), (0, 4)),
    ],
)
def test_a_mapped_scorer_sees_its_own_scale(
    anchors: tuple[int, ...], targets: tuple[int, ...], moved: tuple[int, ...]
) -> None:
    """Scale, rubric and anchors of the inner request fit one another; all else stays as it is."""
    request, expected = (
        request_with(criteria=[
            evolve(each, levels=[Level(value=value, anchor=SAID) for value in values])
            for each in REQUEST.rubric.criteria
        ])
        for values in (anchors, moved)
    )  # fmt: skip
    seen = list[ScoreRequest]()
    judge(table(*targets, scorer=lambda own: seen.append(own) or MUTE(own)), request)
    assert seen == [evolve(expected, scale=FIVE, rubric=evolve(expected.rubric, scale="five"))]


def test_mapping_makes_no_evidence() -> None:
    """What lacks evidence on its own scale or on the other is not rated."""
    low = leaf("low", 0, 3, None, quotes=())
    assert levels_in(judge(table(0, 0, 0, 0, 4, scorer=low), REQUEST)) == {"c1": 0}
    assert levels_in(judge(table(1, 1, 1, 1, 4, scorer=low), REQUEST)) == {}


@pytest.mark.parametrize(("request_", "overall"), [(REQUEST, 24000 / 280), (CAPPED, 40.0)])
def test_votes_are_mapped_with_their_bounds(request_: ScoreRequest, overall: float) -> None:
    """Below a mapped scorer levels and totals are those of the rubric's scale, and caps stay."""
    loud = leaf("loud", 2, 4, warnings=["loud"])
    mapped = table(0, 1, 3, 3, 4, scorer=Veto(scorer=loud, guards=[MUTE, A]))
    passing = evolve(mapped, scorer=Veto(scorer=loud, guards=[BARE]))
    told = judge(Jury(scorers=[mapped, passing]), request_).votes
    assert [each.scorer for each in told] == [
        "mapped",
        "veto",
        "mute",
        *["mapped", "veto", "bare", "loud"],
    ]
    levels = (("c1", 3), ("c2", 4))
    assert {(told[n].levels, told[n].overall) for n in (3, 4, 6)} == {(levels, overall)}


def test_the_built_in_scorer_can_be_combined() -> None:
    """The rules stand in where another scorer fails, and name the words they were moved by."""
    report = judge(
        Fallback(scorers=[boom, rule_scorer]), request_of(f"{ANSWER} As a result we won.")
    )
    assert [each.scorer for each in report.votes] == ["boom", RULE_SCORER]
