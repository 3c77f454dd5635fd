"""Hypothesis strategies for answers, judgements and blueprints, and for every class of values."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from interview_kit.model import (
    ITEM_FORMS,
    KINDS,
    PARTS,
    SENTENCE_PARTS,
    AfterStep,
    Band,
    Cap,
    Comparison,
    ComparisonCell,
    Competency,
    Criterion,
    Cue,
    Dont,
    Estimate,
    Evidence,
    Fact,
    Falsehood,
    Faq,
    Goal,
    GoldRating,
    Indicator,
    KeyPoint,
    LabelledSentence,
    Level,
    OccupationCode,
    Option,
    PackInfo,
    PassSignal,
    Probe,
    Question,
    QuizItem,
    Rating,
    ReverseQuestion,
    Role,
    Rubric,
    SampleAnswer,
    Scale,
    ScoreReport,
    Segment,
    Source,
    Stage,
    StarAnswer,
    Strategy,
    Terms,
    Text,
    Tip,
    Unscored,
    Value,
    Vote,
)
from interview_kit.quiz import DRAWS, MAX_LENGTH, ORDERS, Blueprint, Quota
from strategies._advice import (
    after_steps,
    cues,
    donts,
    facts,
    falsehoods,
    faqs,
    gold_ratings,
    labelled_sentences,
    pass_signals,
    reverse_questions,
    sample_answers,
    tips,
)
from strategies._base import Fields, id_lists, ids, languages, terms, texts, unique, words
from strategies._content import (
    bands,
    caps,
    comparison_cells,
    comparisons,
    competencies,
    criteria,
    goals,
    indicators,
    key_points,
    levels,
    occupation_codes,
    pack_infos,
    probes,
    questions,
    roles,
    rubrics,
    scales,
    sources,
    stages,
    strategies,
)
from strategies._items import estimates, options, quiz_items


@st.composite
def segments(draw: DrawFn) -> Segment:
    """Segments on their own."""
    start = draw(st.integers(0, 500))
    end = draw(st.integers(start + 1, 600))
    return Segment(start=start, end=end, part=draw(st.sampled_from(SENTENCE_PARTS)))


def part_words() -> SearchStrategy[dict[str, str]]:
    """What a candidate writes into the fields of an answer; some stay empty."""
    return st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS, st.text(max_size=20) | words()))


@st.composite
def star_answers(draw: DrawFn) -> StarAnswer:
    """Answers of any text with any stretches marked, and answers made of parts."""
    if draw(st.booleans()):
        return StarAnswer.from_parts(**draw(part_words()))
    text = draw(st.text(max_size=40))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
    marked = [
        Segment(start=start, end=end, part=draw(st.sampled_from(SENTENCE_PARTS)))
        for start, end in pairwise(cuts)
        if draw(st.booleans())
    ]
    return StarAnswer(text=text, segments=marked)


@st.composite
def evidences(draw: DrawFn) -> Evidence:
    """Quotes at any place."""
    start, quote = draw(st.integers(0, 5_000)), draw(st.text(min_size=1, max_size=30))
    return Evidence(start=start, end=start + len(quote), quote=quote)


def ratings() -> SearchStrategy[Rating]:
    """Ratings, given and not given, with and without what is optional."""
    return st.builds(
        Rating,
        criterion=ids(),
        level=st.none() | st.integers(0, 100),
        reason=st.none() | ids(),
        evidence=st.lists(evidences(), max_size=2),
        next_step=st.just("") | words(),
        decided_by=id_lists(),
        supported=st.booleans(),
    )


def votes() -> SearchStrategy[Vote]:
    """What one of several scorers said."""
    return st.builds(
        Vote,
        scorer=ids(),
        depth=st.integers(1, 4),
        levels=st.lists(st.tuples(ids(), st.integers(0, 9)), max_size=2),
        overall=st.none() | st.floats(0.0, 100.0),
        reason=st.none() | ids(),
        counted=st.booleans(),
    )


def score_reports() -> SearchStrategy[ScoreReport]:
    """Reports as a scorer gives them, and as the library completes them."""
    return st.builds(
        ScoreReport,
        scorer=ids(),
        language=languages(),
        ratings=unique(ratings(), "criterion", max_size=3),
        rubric=st.none() | ids(),
        structure_hash=st.just("") | st.from_regex(r"[0-9a-f]{32}", fullmatch=True),
        overall=st.none() | st.floats(0.0, 100.0),
        band=st.just("") | words(),
        band_id=st.none() | ids(),
        coverage=st.floats(0.0, 1.0),
        warnings=id_lists(),
        scale=st.none() | ids(),
        rated=st.integers(0, 100),
        criteria=st.integers(0, 100),
        cap=st.none() | st.integers(0, 100),
        model=st.just("") | words(),
        votes=st.lists(votes(), max_size=2),
    )


def unscoreds() -> SearchStrategy[Unscored]:
    """Answers that cannot be judged."""
    return st.builds(
        Unscored,
        scorer=ids(),
        reason=ids(),
        message=st.just("") | words(),
        language=languages(),
        votes=st.lists(votes(), max_size=2),
    )


@st.composite
def quotas(draw: DrawFn, *, most: int = MAX_LENGTH) -> Quota:
    """Quotas that ask for at least one facet and set at least one bound.

    Args:
        draw: given by Hypothesis.
        most: the highest number that `at_least` takes.
    """
    facets: Fields = {
        "kind": st.sampled_from(KINDS),
        "stage": ids(),
        "goal": ids(),
        "competency": ids(),
        "tag": ids(),
        "language": languages(),
        "form": st.sampled_from(("open", *ITEM_FORMS)),
        "template": ids(),
        "family": ids(),
        "topic": ids(),
        "difficulty": st.integers(1, 5)
        | st.tuples(st.integers(1, 5), st.integers(1, 5)).map(sorted),
    }
    chosen = draw(st.sets(st.sampled_from(sorted(facets)), min_size=1, max_size=3))
    at_least = draw(st.integers(0, most))
    unbounded = st.none() if at_least else st.nothing()
    at_most = draw(st.integers(at_least, MAX_LENGTH) | unbounded)
    given: dict[str, Any] = {name: draw(facets[name]) for name in sorted(chosen)}
    return Quota(at_least=at_least, at_most=at_most, **given)


@st.composite
def blueprints(draw: DrawFn) -> Blueprint:
    """Blueprints that use every field; not all can be satisfied."""
    shortest, longest = sorted(draw(st.tuples(*2 * [st.integers(1, MAX_LENGTH)])))
    window = st.tuples(st.integers(0, 480), st.integers(0, 480)).map(sorted)
    named = draw(id_lists())
    cut = draw(st.integers(0, min(len(named), longest)))
    return Blueprint(
        role=draw(st.none() | ids() | id_lists()),
        length=draw(st.sampled_from([longest, (shortest, longest)])),
        minutes=draw(st.none() | st.integers(0, 480) | window),
        quotas=draw(st.lists(quotas(most=longest), max_size=2)),
        include=named[:cut],
        exclude=named[cut:],
        enemies=draw(st.lists(id_lists(), max_size=2)),
        order=draw(st.sampled_from(ORDERS)),
        draws=draw(st.sampled_from(DRAWS)),
    )


#: Every class of values and the strategy for it.
STRATEGIES: Final[Mapping[type[Value], SearchStrategy[Any]]] = {
    Text: texts(),
    Terms: terms(),
    Source: sources(),
    PackInfo: pack_infos(),
    Band: bands(),
    Cap: caps(),
    Scale: scales(),
    Level: levels(),
    Criterion: criteria(),
    Rubric: rubrics(),
    Competency: competencies(),
    Goal: goals(),
    Stage: stages(),
    ComparisonCell: comparison_cells(),
    Comparison: comparisons(),
    OccupationCode: occupation_codes(),
    Role: roles(),
    Probe: probes(),
    KeyPoint: key_points(),
    Indicator: indicators(),
    Question: questions(),
    Strategy: strategies(),
    LabelledSentence: labelled_sentences(),
    GoldRating: gold_ratings(),
    SampleAnswer: sample_answers(),
    Cue: cues(),
    PassSignal: pass_signals(),
    Tip: tips(),
    Dont: donts(),
    ReverseQuestion: reverse_questions(),
    Faq: faqs(),
    AfterStep: after_steps(),
    Fact: facts(),
    Falsehood: falsehoods(),
    Option: options(),
    Estimate: estimates(),
    QuizItem: quiz_items(),
    Segment: segments(),
    StarAnswer: star_answers(),
    Evidence: evidences(),
    Rating: ratings(),
    ScoreReport: score_reports(),
    Unscored: unscoreds(),
    Vote: votes(),
    Quota: quotas(),
    Blueprint: blueprints(),
}


def values() -> SearchStrategy[Value]:
    """Values of every class."""
    return st.one_of(*STRATEGIES.values())
