"""Hypothesis strategies for sample answers, signals, advice and facts."""

from functools import cache

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from interview_kit.model import (
    PARTS,
    PHASES,
    POLARITIES,
    QUALITIES,
    REGISTERS,
    RESPONSE_TYPES,
    REVERSE_QUALITIES,
    SENTENCE_PARTS,
    STRENGTHS,
    AfterStep,
    Cue,
    Dont,
    Fact,
    Falsehood,
    Faq,
    GoldRating,
    LabelledSentence,
    PassSignal,
    ReverseQuestion,
    SampleAnswer,
    Tip,
)
from strategies._base import (
    fact_lists,
    id_lists,
    ids,
    languages,
    orders,
    provenance,
    subsets,
    texts,
    unique,
    words,
)


@cache
def labelled_sentences() -> SearchStrategy[LabelledSentence]:
    """Sentences of sample answers."""
    return st.builds(LabelledSentence, part=st.sampled_from(SENTENCE_PARTS), text=words())


def gold_ratings() -> SearchStrategy[GoldRating]:
    """Levels that authors gave."""
    return st.builds(GoldRating, criterion=ids(), level=st.integers(0, 100), reason=words())


@st.composite
def sample_answers(draw: DrawFn) -> SampleAnswer:
    """Sample answers, with and without question, strategy, prompt, ratings and register."""
    sentences = draw(st.lists(labelled_sentences(), min_size=1, max_size=4))
    absent = tuple(part for part in PARTS if part not in {each.part for each in sentences})
    return SampleAnswer(
        id=draw(ids()),
        language=draw(languages()),
        quality=draw(st.sampled_from(QUALITIES)),
        response_type=draw(st.sampled_from(RESPONSE_TYPES)),
        sentences=sentences,
        question=draw(st.none() | ids()),
        strategy=draw(st.none() | ids()),
        prompt=draw(st.just("") | words()),
        comment=draw(texts()),
        register=draw(st.none() | st.sampled_from(REGISTERS)),
        missing=draw(subsets(absent, 0, 2)),
        key_points=draw(id_lists()),
        ratings=draw(unique(gold_ratings(), "criterion")),
        batch=draw(st.none() | ids()),
        triple=draw(st.none() | ids()),
        **{name: draw(field) for name, field in provenance().items()},
    )


def cues() -> SearchStrategy[Cue]:
    """Cues, with and without another reading."""
    return st.builds(
        Cue,
        id=ids(),
        text=texts(),
        polarity=st.sampled_from(POLARITIES),
        note=st.none() | texts(),
        covers=fact_lists(),
    )


def pass_signals() -> SearchStrategy[PassSignal]:
    """Signals of one to three cues."""
    return st.builds(
        PassSignal,
        id=ids(),
        order=orders(),
        name=texts(),
        description=texts(),
        strength=st.sampled_from(STRENGTHS),
        caveat=texts(),
        cues=unique(cues(), "id", min_size=1, max_size=3),
        **provenance(),
    )


def tips() -> SearchStrategy[Tip]:
    """Things to do."""
    phase = st.sampled_from(PHASES)
    return st.builds(Tip, id=ids(), phase=phase, text=texts(), why=texts(), **provenance())


def donts() -> SearchStrategy[Dont]:
    """Things to leave undone."""
    phase = st.sampled_from(PHASES)
    return st.builds(Dont, id=ids(), phase=phase, text=texts(), why=texts(), **provenance())


def reverse_questions() -> SearchStrategy[ReverseQuestion]:
    """Questions that candidates ask."""
    return st.builds(
        ReverseQuestion,
        id=ids(),
        text=texts(),
        quality=st.sampled_from(REVERSE_QUALITIES),
        reason=texts(),
        roles=id_lists(),
        **provenance(),
    )


def faqs() -> SearchStrategy[Faq]:
    """What candidates often ask."""
    return st.builds(Faq, id=ids(), question=texts(), answer=texts(), **provenance())


def after_steps() -> SearchStrategy[AfterStep]:
    """Steps after the interview, with and without a condition."""
    return st.builds(
        AfterStep,
        id=ids(),
        order=orders(),
        name=texts(),
        text=texts(),
        condition=st.none() | texts(),
        **provenance(),
    )


def facts() -> SearchStrategy[Fact]:
    """Short statements, with and without false ones beside them."""
    return st.builds(
        Fact,
        id=ids(),
        topic=ids(),
        text=texts(),
        reason=st.none() | texts(),
        falsehoods=st.lists(falsehoods(), max_size=2, unique_by=lambda each: each.text),
        **provenance(),
    )


@cache
def falsehoods() -> SearchStrategy[Falsehood]:
    """False statements on their own."""
    return st.builds(Falsehood, text=texts(), reason=texts())
