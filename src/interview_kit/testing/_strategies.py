"""Hypothesis strategies for what scorers get and give, for tests of code that embeds the library.

Hypothesis is needed for these only: it is imported when one of them is called, not before.
"""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final, TypeAlias

from interview_kit.assess import score_request
from interview_kit.bank import Bank
from interview_kit.errors import InvalidValueError
from interview_kit.model import (
    KINDS,
    PARTS,
    Competency,
    Criterion,
    Evidence,
    KeyPoint,
    Kind,
    Level,
    Question,
    Rating,
    Rubric,
    Scale,
    ScoreReport,
    StarAnswer,
    Unscored,
)
from interview_kit.model.checks import expect, shown
from interview_kit.scoring import PURPOSES, ScoreRequest
from interview_kit.testing._cases import built_in_cases
from interview_kit.testing._keyed import HIGHEST_KEY, KeyedScorer

__all__ = [
    "answers",
    "questions",
    "reports",
    "requests",
    "rubrics",
    "scorers",
    "star_answers",
    "unscoreds",
]

#: A `SearchStrategy` of Hypothesis; its class cannot be named where Hypothesis may be missing.
Strategy: TypeAlias = Any

SCALE: Final = "made_up"
COMPETENCY: Final = "made_up"
#: Ids of made-up criteria; a rubric has some of the first.
CRITERIA: Final = ("c1", "c2", "c3", "c4")
#: What a made-up thing is called, and said to be.
TITLES: Final[tuple[Mapping[str, str], ...]] = (
    {"id": "Menutup penjualan", "en": "Closing a sale"},
    {"id": "Mendengarkan pelanggan", "en": "Listening to customers"},
    {"id": "Menjaga mutu", "en": "Keeping up quality"},
)
WORDINGS: Final[tuple[Mapping[str, str], ...]] = (
    {"id": "Ceritakan tantangan terberat Anda.", "en": "Tell me about your hardest challenge."},
    {"id": "Apa langkah pertama Anda?", "en": "What would you do first?"},
    {"id": "Kenapa Anda tertarik?", "en": "Why are you interested?"},
)
#: Why a made-up scorer gives no report, and what it says then; in other languages nothing.
REASONS: Final = ("empty", "too_short", "wrong_language", "no_rule")
MESSAGES: Final[Mapping[str, str]] = {
    "id": "Jawaban ini belum bisa dinilai.",
    "en": "This answer cannot be judged yet.",
}
#: Answers on which those stumble who take words or single bytes for granted.
ODD_ANSWERS: Final = ("", " ", "\n\t", "?!", "0", "\U0001f44d naik 20 %", "caf\u00e9\u00a0 tutup")
#: Most sentences of an answer that is put together: as many as the longest case has.
MOST_SENTENCES: Final = 10
#: Highest level of a made-up scale.
HIGHEST: Final = 5


def _hypothesis() -> Any:
    try:
        # Tests need it and programs do not, so it is no dependency; and it takes 300 ms to import.
        from hypothesis import strategies  # noqa: PLC0415
    except ModuleNotFoundError as error:
        message = "strategies of interview_kit.testing need Hypothesis: pip install hypothesis"
        raise ModuleNotFoundError(message, name="hypothesis") from error
    return strategies


def answers(language: str = "id") -> Strategy:
    """Make answers: those of the built-in cases, their sentences put together, and odd texts.

    Args:
        language: `id` or `en`.

    Returns:
        A strategy of strings; some are empty, or hold nothing to judge.

    Raises:
        MissingLanguageError: if there are no cases in the language.
        ModuleNotFoundError: if Hypothesis is not installed; so do all strategies here.
    """
    st, cases = _hypothesis(), built_in_cases(language).cases
    sentences = st.sampled_from([each.text for case in cases for each in case.sentences])
    return st.one_of(
        st.sampled_from([case.text for case in cases]),
        st.lists(sentences, min_size=1, max_size=MOST_SENTENCES).map(" ".join),
        st.sampled_from(ODD_ANSWERS),
        st.text(max_size=80),
    )


def star_answers(language: str = "id") -> Strategy:
    """Make answers in parts, of sentences of the built-in cases; parts may be missing.

    Args:
        language: `id` or `en`.

    Returns:
        A strategy of `StarAnswer`.

    Raises:
        MissingLanguageError: if there are no cases in the language.
    """
    st, cases = _hypothesis(), built_in_cases(language).cases
    labelled = [each for case in cases for each in case.sentences]
    own = {part: [each.text for each in labelled if each.part == part] for part in PARTS}
    parts = {part: st.sampled_from(found) for part, found in own.items()}
    return st.builds(_in_parts, st.fixed_dictionaries({}, optional=parts))


def _in_parts(said: Mapping[str, str]) -> StarAnswer:
    return StarAnswer.from_parts(**said)


def questions(kind: Kind | None = None) -> Strategy:
    """Make questions in Indonesian and English, plain but for what scorers look at.

    Args:
        kind: their kind; by default any.

    Returns:
        A strategy of `Question`; ids may repeat.
    """
    st = _hypothesis()
    points = [_point(place, text) for place, text in enumerate(TITLES)]
    return st.builds(
        Question,
        id=st.sampled_from(("Q1", "Q2", "Q3")),
        text=st.sampled_from(WORDINGS),
        kind=_kinds(kind),
        stages=st.just(("user",)),
        competencies=st.just((COMPETENCY,)),
        difficulty=st.integers(1, 5),
        minutes=st.integers(1, 60),
        key_points=st.lists(st.sampled_from(points), unique=True),
    )


def _point(place: int, text: Mapping[str, str]) -> KeyPoint:
    terms = {language: [words.lower()] for language, words in text.items()}
    return KeyPoint(id=f"p{place}", text=text, terms=terms)


def _kinds(kind: Kind | None) -> Strategy:
    if kind is not None and kind not in KINDS:
        raise InvalidValueError("kind", shown(kind), f"one of {', '.join(KINDS)}")
    return _hypothesis().sampled_from(KINDS if kind is None else (kind,))


def rubrics(kind: Kind | None = None, *, lowest: int = 0, highest: int = 4) -> Strategy:
    """Make rubrics of one to four criteria, `c1` to `c4`, whose weights sum to 100.

    Args:
        kind: the kind of question that they are for; by default any.
        lowest: the lowest level of their scale.
        highest: the highest level of their scale, above the lowest.

    Returns:
        A strategy of `Rubric`, each with its kind as its id, and a scale called `made_up`.
    """
    st = _hypothesis()
    cuts = st.sets(st.integers(1, 99), max_size=len(CRITERIA) - 1).map(sorted)
    return st.builds(partial(_rubric, lowest, highest), _kinds(kind), cuts, st.sampled_from(TITLES))


def _rubric(
    lowest: int, highest: int, kind: Kind, cuts: list[int], title: Mapping[str, str]
) -> Rubric:
    weights = [end - start for start, end in zip([0, *cuts], [*cuts, 100], strict=True)]
    levels = [Level(value=value, anchor=title) for value in (lowest, highest)]
    return Rubric(
        id=kind,
        name=title,
        kind=kind,
        scale=SCALE,
        criteria=[
            Criterion(
                id=id, name=title, definition=title, weight=weight, levels=levels, reason=title
            )
            for id, weight in zip(CRITERIA, weights, strict=False)
        ],
        weights_reason=title,
    )


def requests(
    bank: Bank | None = None, *, language: str = "id", kind: Kind | None = None
) -> Strategy:
    """Make requests: an answer to a question, with all that a scorer may use.

    Args:
        bank: where the questions come from; by default questions, rubrics and scales are made up, the
            scales from 0 or 1 to 2, 3, 4 or 5.
        language: the language of the answers, `id` or `en`.
        kind: the kind of the questions; by default any.

    Returns:
        A strategy of `ScoreRequest`.

    Raises:
        MissingLanguageError: if there are no cases in the language.
        InvalidValueError: if the bank has no such question.
    """
    st, said = _hypothesis(), answers(language)
    if bank is None:
        scales = st.tuples(st.integers(0, 1), st.integers(2, HIGHEST))
        found = st.tuples(_kinds(kind), scales)
        return found.flatmap(partial(_made_up, said, language))
    expect("bank", bank, Bank)
    asked = [each for each in bank.find(kind=kind) if each.text.speaks(language)]
    if not asked:
        wanted = (
            f"a question of the kind {kind!r} in {language!r}" if kind else f"one in {language!r}"
        )
        raise InvalidValueError("bank", "no such question", wanted)
    ask = partial(score_request, bank, language=language)
    return st.builds(ask, st.sampled_from(asked), said, purpose=st.sampled_from(PURPOSES))


def _made_up(said: Strategy, language: str, drawn: tuple[Kind, tuple[int, int]]) -> Strategy:
    st, (kind, (lowest, highest)) = _hypothesis(), drawn
    competency = Competency(id=COMPETENCY, name=TITLES[0], definition=TITLES[0])
    return st.builds(
        ScoreRequest,
        question=questions(kind),
        answer=said,
        rubric=rubrics(kind, lowest=lowest, highest=highest),
        scale=st.just(Scale(id=SCALE, lowest=lowest, highest=highest)),
        competencies=st.just((competency,)),
        language=st.just(language),
        purpose=st.sampled_from(PURPOSES),
    )


def reports(request: ScoreRequest) -> Strategy:
    """Make reports on a request as a sound scorer gives them: `scoring.settle` changes no rating.

    Args:
        request: what was asked.

    Returns:
        A strategy of `ScoreReport`: each criterion is left out, not assessed, or rated within the
        scale, above the lowest level with quotes that stand in the answer.
    """
    st, criteria = _hypothesis(), request.rubric.criteria
    each = [st.none() | _ratings(request, criterion.id) for criterion in criteria]
    return st.builds(
        ScoreReport,
        scorer=st.just("made_up"),
        language=st.just(request.language),
        ratings=st.tuples(*each).map(_given),
    )


def _given(ratings: tuple[Rating | None, ...]) -> tuple[Rating, ...]:
    return tuple(each for each in ratings if each is not None)


def _ratings(request: ScoreRequest, criterion: str) -> Strategy:
    st, scale = _hypothesis(), request.scale
    bare = st.builds(
        Rating, criterion=st.just(criterion), level=st.sampled_from((None, scale.lowest))
    )
    # Quotes begin at a letter, so that none is blank.
    places = [place for place, letter in enumerate(request.answer) if letter.strip()]
    if not places:
        return bare
    lengths = st.integers(1, len(request.answer))
    quotes = st.builds(partial(_evidence, request.answer), st.sampled_from(places), lengths)
    return bare | st.builds(
        Rating,
        criterion=st.just(criterion),
        level=st.integers(scale.lowest + 1, scale.highest),
        evidence=st.lists(quotes, min_size=1, max_size=2),
    )


def _evidence(answer: str, start: int, length: int) -> Evidence:
    quote = answer[start : start + length]
    return Evidence(start=start, end=start + len(quote), quote=quote)


def unscoreds(request: ScoreRequest) -> Strategy:
    """Make reasons why there is no score for a request, with a message or without.

    Args:
        request: what was asked.

    Returns:
        A strategy of `Unscored` in the language of the request.
    """
    st = _hypothesis()
    message = MESSAGES.get(request.language.partition("-")[0], "")
    return st.builds(
        Unscored,
        scorer=st.just("made_up"),
        reason=st.sampled_from(REASONS),
        message=st.sampled_from(("", message)),
        language=st.just(request.language),
    )


def scorers() -> Strategy:
    """Make scorers that keep the contract and judge by nothing but a hash.

    Returns:
        A strategy of `KeyedScorer`.
    """
    st = _hypothesis()
    return st.builds(KeyedScorer, key=st.integers(0, HIGHEST_KEY))
