"""The evidence contract: quotes are checked and totals computed, whoever scored."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, given, strategies as st
from hypothesis.strategies import DrawFn

from interview_kit import Evidence, Rating, Rubric, ScoreReport, ScoreRequest, ScorerError, Text
from interview_kit.model import Band, Criterion, Level, Scale, structure_hash
from interview_kit.scoring import Scorer, check_result, settle
from quiz_banks import question

SAID = Text.of(en="Whatever is said.")
ANSWER = "I called ten clients. Two of them signed."
CALLED = Evidence(start=0, end=21, quote="I called ten clients.")
NAMES = ("c1", "c2", "c3", "c4")


def rubric_of(weights: Sequence[int]) -> Rubric:
    """Make a rubric of criteria with these weights."""
    levels = [Level(value=0, anchor=SAID), Level(value=4, anchor=SAID)]
    criteria = [
        Criterion(id=id, name=SAID, definition=SAID, weight=weight, levels=levels, reason=SAID)
        for id, weight in zip(NAMES, weights, strict=False)
    ]
    return Rubric(
        id="past", name=SAID, kind="past", scale="own", criteria=criteria, weights_reason=SAID
    )


def scale_of(lowest: int = 0, highest: int = 4, **given: Any) -> Scale:
    """Make a scale."""
    return Scale(id="own", lowest=lowest, highest=highest, **given)


def request_of(answer: str = ANSWER, **given: Any) -> ScoreRequest:
    """Make a request about an answer."""
    plain = {"rubric": rubric_of([40, 30, 20, 10]), "scale": scale_of(), "language": "en"}
    return ScoreRequest(question=question("Q1"), answer=answer, **(plain | given))


def report_of(*ratings: Rating, **claimed: Any) -> ScoreReport:
    """Make a report as a scorer gives it."""
    return ScoreReport(**({"scorer": "mine", "language": "en", "ratings": ratings} | claimed))


def scorer(request: ScoreRequest, /) -> ScoreReport:
    """Stand for the scorer that messages name."""
    return report_of()


def settled(request: ScoreRequest, *ratings: Rating) -> ScoreReport:
    """Settle a report of these ratings."""
    return settle(scorer, request, report_of(*ratings))


@st.composite
def requests(draw: DrawFn) -> ScoreRequest:
    """Requests with up to four weights, any scale and any answer."""
    cuts = sorted(draw(st.sets(st.integers(1, 99), max_size=3)))
    weights = [high - low for low, high in zip([0, *cuts], [*cuts, 100], strict=True)]
    lowest = draw(st.integers(0, 5))
    return request_of(
        draw(st.text(min_size=1, max_size=30).filter(str.strip)),
        rubric=rubric_of(weights),
        scale=scale_of(lowest, draw(st.integers(lowest + 1, 10))),
    )


@st.composite
def quotes(draw: DrawFn, answer: str) -> Evidence:
    """Quotes that stand where they say, and are not blank."""
    words = [place for place, letter in enumerate(answer) if letter.strip()]
    start = draw(st.integers(0, words[-1]))
    first = next(place for place in words if place >= start)
    end = draw(st.integers(first + 1, len(answer)))
    return Evidence(start=start, end=end, quote=answer[start:end])


@st.composite
def ratings(draw: DrawFn, request: ScoreRequest) -> list[Rating]:
    """Sound ratings on all criteria of a request, each with a quote."""
    levels = st.integers(request.scale.lowest, request.scale.highest)
    return [
        Rating(criterion=each.id, level=draw(levels), evidence=[draw(quotes(request.answer))])
        for each in request.rubric.criteria
    ]


def overall_by_hand(request: ScoreRequest, counted: Sequence[Rating]) -> float | None:
    """Compute the total of the ratings that count, exactly."""
    low, high = request.scale.lowest, request.scale.highest
    weights = {each.id: each.weight for each in request.rubric.criteria}
    weight = sum(weights[each.criterion] for each in counted)
    gained = sum(
        weights[each.criterion] * Fraction((each.level or 0) - low, high - low) for each in counted
    )
    return float(100 * gained / weight) if weight else None


def coverage_by_hand(request: ScoreRequest, counted: Sequence[Rating]) -> float:
    """Compute the share of the weight that the ratings that count have."""
    weights = {each.id: each.weight for each in request.rubric.criteria}
    return sum(weights[each.criterion] for each in counted) / 100


@given(requests(), st.data())
def test_totals_come_from_the_ratings_that_count(
    request: ScoreRequest, data: st.DataObject
) -> None:
    """Overall and coverage are those of the ratings kept, and never leave their bounds."""
    kept = [each for each in data.draw(ratings(request)) if data.draw(st.booleans())]
    report = settled(request, *kept)
    assert report.overall == overall_by_hand(request, kept)
    assert report.coverage == coverage_by_hand(request, kept)
    assert all(each.supported for each in report.ratings)
    assert report.overall is None or 0.0 <= report.overall <= 100.0


@given(requests(), st.data())
def test_claims_count_for_nothing(request: ScoreRequest, data: st.DataObject) -> None:
    """Whatever totals and marks a scorer fills in, the library computes its own."""
    given = data.draw(ratings(request))
    claims = {
        "overall": data.draw(st.floats(0, 100)),
        "coverage": data.draw(st.floats(0, 1)),
        "band": "excellent",
        "band_id": "excellent",
        "rubric": "mine",
        "structure_hash": "0" * 32,
    }
    marked = [evolve(each, supported=data.draw(st.booleans())) for each in given]
    assert settle(scorer, request, report_of(*marked, **claims)) == settled(request, *given)


@given(requests(), st.data())
def test_settling_twice_changes_nothing(request: ScoreRequest, data: st.DataObject) -> None:
    """A report that was settled is settled."""
    report = settled(request, *data.draw(ratings(request)))
    assert settle(scorer, request, report) == report


@given(requests(), st.data())
def test_order_of_ratings_does_not_count(request: ScoreRequest, data: st.DataObject) -> None:
    """Ratings in any order give the same totals."""
    given = data.draw(ratings(request))
    one, other = (settled(request, *each) for each in (given, given[::-1]))
    assert (one.overall, one.coverage) == (other.overall, other.coverage)


@given(requests(), st.data())
def test_a_false_quote_takes_a_rating_out(request: ScoreRequest, data: st.DataObject) -> None:
    """A rating with a quote that does not stand where it says is kept, marked, and does not count."""
    sound = data.draw(ratings(request))
    spoilt = data.draw(st.sampled_from(sound))
    start = data.draw(st.integers(0, len(request.answer)))
    quote = data.draw(st.text(min_size=1, max_size=8))
    assume(request.answer[start : start + len(quote)] != quote)
    false = Evidence(start=start, end=start + len(quote), quote=quote)
    rest = [each for each in sound if each != spoilt]
    report = settled(request, *rest, evolve(spoilt, evidence=[*spoilt.evidence, false]))
    without = settled(request, *rest)
    assert (report.overall, report.coverage) == (without.overall, without.coverage)
    assert [each.criterion for each in report.ratings if not each.supported] == [spoilt.criterion]


@given(requests(), st.data())
def test_levels_need_evidence(request: ScoreRequest, data: st.DataObject) -> None:
    """Without a quote only the lowest level counts."""
    for each in data.draw(ratings(request)):
        bare = evolve(each, evidence=())
        counts = each.level == request.scale.lowest
        report = settled(request, bare)
        assert report.ratings[0].supported is counts
        assert report.overall == (0.0 if counts else None)


@given(requests(), st.data())
def test_missing_ratings_lower_the_coverage_only(
    request: ScoreRequest, data: st.DataObject
) -> None:
    """Where all ratings give one level, leaving some out changes the coverage and not the score."""
    level = data.draw(st.integers(request.scale.lowest, request.scale.highest))
    given = [evolve(each, level=level) for each in data.draw(ratings(request))]
    fewer = given[: data.draw(st.integers(1, len(given)))]
    whole, part = settled(request, *given), settled(request, *fewer)
    assert part.overall == whole.overall
    assert whole.coverage == 1.0
    assert (part.coverage < 1.0) == (len(fewer) < len(given))


@given(requests(), st.data())
def test_ratings_not_given_are_like_missing_ones(
    request: ScoreRequest, data: st.DataObject
) -> None:
    """A rating without level counts as little as none, and is not held against the scorer."""
    given = data.draw(ratings(request))
    first = evolve(given[0], level=None, evidence=())
    report, without = settled(request, first, *given[1:]), settled(request, *given[1:])
    assert (report.overall, report.coverage) == (without.overall, without.coverage)
    assert report.ratings[0] == first


@given(requests(), st.data())
def test_higher_levels_never_lower_the_score(request: ScoreRequest, data: st.DataObject) -> None:
    """Raising the level of a rating raises the overall score."""
    given = data.draw(ratings(request))
    level = given[0].level
    assert level is not None
    assume(level < request.scale.highest)
    raised = settled(request, evolve(given[0], level=level + 1), *given[1:]).overall
    before = settled(request, *given).overall
    assert raised is not None
    assert before is not None
    assert raised > before


@given(requests(), st.data())
def test_the_ends_of_the_scale_are_the_ends_of_the_score(
    request: ScoreRequest, data: st.DataObject
) -> None:
    """All ratings at the lowest level make 0, all at the highest 100."""
    given = data.draw(ratings(request))
    for level, overall in ((request.scale.lowest, 0.0), (request.scale.highest, 100.0)):
        assert settled(request, *(evolve(each, level=level) for each in given)).overall == overall


@given(requests(), st.integers(0, 20))
def test_levels_off_the_scale_are_refused(request: ScoreRequest, level: int) -> None:
    """A level that the scale has not is an error that names scorer, criterion and scale."""
    low, high = request.scale.lowest, request.scale.highest
    assume(not low <= level <= high)
    with pytest.raises(ScorerError) as caught:
        settled(request, Rating(criterion="c1", level=level))
    assert caught.value == ScorerError(
        "scorer", f"level {level} on 'c1'", f"a level from {low} to {high}"
    )


@given(requests(), st.sampled_from(["c9", "C1", "overall"]), st.none() | st.just(0))
def test_unknown_criteria_are_refused(
    request: ScoreRequest, criterion: str, level: int | None
) -> None:
    """A rating on a criterion that the rubric has not is an error that names both."""
    with pytest.raises(ScorerError) as caught:
        settled(request, Rating(criterion=criterion, level=level))
    known = ", ".join(each.id for each in request.rubric.criteria)
    assert caught.value == ScorerError("scorer", f"a rating on {criterion!r}", f"one of {known}")


class Judge:
    """A scorer with a state of its own."""

    def __call__(self, request: ScoreRequest, /) -> ScoreReport:
        """Rate what no rubric has."""
        return report_of(Rating(criterion="c9"))


@pytest.mark.parametrize(
    ("own", "name"),
    [(scorer, "scorer"), (Judge(), "Judge"), (partial(scorer), "partial"), (Judge, "Judge")],
    ids=["function", "object", "partial", "class"],
)
def test_errors_name_the_scorer(own: Scorer, name: str) -> None:
    """A function is named by its name, and whatever else can be called by its class."""
    with pytest.raises(ScorerError) as unknown:
        settle(own, request_of(), report_of(Rating(criterion="c9")))
    with pytest.raises(ScorerError) as wrong:
        check_result(own, None)
    assert (unknown.value.scorer, wrong.value.scorer) == (name, name)


def test_reports_name_what_they_were_judged_by() -> None:
    """A settled report holds the rubric and the hash of its structure, and what the scorer said."""
    request = request_of()
    rating = Rating(
        criterion="c1", level=3, reason="own_deed", evidence=[CALLED], next_step="Say more."
    )
    report = settle(scorer, request, report_of(rating, warnings=["hasty"]))
    assert report == ScoreReport(
        scorer="mine",
        language="en",
        ratings=[rating],
        rubric="past",
        structure_hash=structure_hash(request.rubric),
        overall=75.0,
        coverage=0.4,
        warnings=["hasty"],
        scale="own",
        rated=1,
        criteria=4,
    )


BANDS = [
    Band(id="low", at_least=0, name=Text.of(id="rendah", en="low")),
    Band(id="fair", at_least=50, name=Text.of(id="cukup", en="fair")),
    Band(id="high", at_least=75, name=Text.of(id="tinggi")),
]


@pytest.mark.parametrize(
    ("level", "language", "band"),
    [
        (0, "en", ("low", "low")),
        (1, "id", ("low", "rendah")),
        (2, "en", ("fair", "fair")),
        (2, "id-ID", ("fair", "cukup")),
        (3, "id", ("high", "tinggi")),
        (4, "en", ("high", "tinggi")),
        (None, "en", (None, "")),
    ],
)
def test_bands_label_the_score(
    level: int | None, language: str, band: tuple[str | None, str]
) -> None:
    """A score bears the label of its band in the report's language, or in another if it has none."""
    rating = Rating(criterion="c1", level=level, evidence=[CALLED])
    request = request_of(scale=scale_of(bands=BANDS), language=language)
    report = settle(scorer, request, report_of(rating, language=language))
    assert (report.band_id, report.band) == band


@pytest.mark.parametrize(
    ("asked", "given", "fits"),
    [("id", "id", True), ("id-id", "id", True), ("en", "en-gb", True), ("id", "en", False)],
)
def test_reports_speak_the_language_of_the_answer(asked: str, given: str, *, fits: bool) -> None:
    """A report in another language is a mistake of the scorer; a region makes no difference."""
    request, report = request_of(language=asked), report_of(language=given)
    if fits:
        assert settle(scorer, request, report).language == given
        return
    with pytest.raises(ScorerError) as caught:
        settle(scorer, request, report)
    hint = "Pass the request's language on."
    assert caught.value == ScorerError("scorer", "a report in 'en'", "one in 'id'", hint)


@pytest.mark.parametrize("blank", [" ", "\n", "\t \u00a0"])
def test_blank_quotes_show_nothing(blank: str) -> None:
    """A level is not supported by the space between words, though it stands in the answer."""
    request = request_of(f"Called{blank}them.")
    space = Evidence(start=6, end=6 + len(blank), quote=blank)
    word = Evidence(start=0, end=6, quote="Called")
    assert settled(request, Rating(criterion="c1", level=4, evidence=[space])).overall is None
    assert settled(request, Rating(criterion="c1", level=0, evidence=[space])).overall == 0.0
    assert settled(request, Rating(criterion="c1", level=4, evidence=[space, word])).overall == 100


def test_offsets_count_characters() -> None:
    """Quotes are checked by characters of the answer as given, beyond the basic plane too."""
    quote = Evidence(start=2, end=6, quote="naik")
    rating = Rating(criterion="c1", level=4, evidence=[quote])
    assert settled(request_of("👍 naik"), rating).overall == 100.0
    assert settled(request_of("👍  naik"), rating).overall is None
    assert settled(request_of("👍 nai"), rating).overall is None
