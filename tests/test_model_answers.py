"""Answers: lossless between text and parts, and samples as answers."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, strategies as st

from interview_kit import InvalidValueError, SampleAnswer, StarAnswer
from interview_kit.model import (
    PARTS,
    QUALITIES,
    RESPONSE_TYPES,
    SENTENCE_PARTS,
    GoldRating,
    LabelledSentence,
    Segment,
)
from strategies import part_words, sample_answers, star_answers

SENTENCE_PARTS_ALLOWED = "one of 'situation', 'task', 'action', 'result', 'learning', 'none'"


def test_the_names_are_those_of_the_design() -> None:
    """Parts, qualities and kinds of answers are what stored documents may name."""
    assert (*PARTS, "none") == SENTENCE_PARTS
    assert QUALITIES == ("weak", "medium", "strong")
    assert RESPONSE_TYPES == (
        "story",
        "pseudo_story",
        "exemplification",
        "opinion",
        "self_description",
        "plan",
        "knowledge",
    )


@given(part_words())
def test_parts_come_back_as_they_were_given(given_parts: dict[str, str]) -> None:
    """Whatever is written into the parts is read from them, to the character."""
    answer = StarAnswer.from_parts(**given_parts)
    said = {part: given_parts[part] for part in PARTS if given_parts.get(part)}
    assert said == answer.parts()
    assert list(said) == list(answer.parts())
    assert {part: said.get(part, "") for part in PARTS} == {p: answer.part(p) for p in PARTS}


@given(part_words())
def test_an_answer_made_of_parts_is_made_of_them_again(given_parts: dict[str, str]) -> None:
    """The parts of an answer that was made of parts make the same answer."""
    answer = StarAnswer.from_parts(**given_parts)
    assert answer == StarAnswer.from_parts(**answer.parts())
    assert answer.text == "\n".join(answer.parts().values())


@given(star_answers())
def test_the_text_of_an_answer_stays_as_it_was_given(answer: StarAnswer) -> None:
    """Segments and what lies between them are the text again, to the character."""
    pieces, at = [], 0
    for segment in answer.segments:
        pieces += [answer.text[at : segment.start], answer.text[segment.start : segment.end]]
        at = segment.end
    assert answer.text == "".join([*pieces, answer.text[at:]])


@given(star_answers())
def test_a_part_is_all_its_stretches(answer: StarAnswer) -> None:
    """A part that is marked several times gives its stretches in order, one to a line."""
    for part in SENTENCE_PARTS:
        own = [answer.text[s.start : s.end] for s in answer.segments if s.part == part]
        assert "\n".join(own) == answer.part(part)
    assert {s.part for s in answer.segments} - {"none"} >= set(answer.parts())


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 4)), max_size=3))
def test_segments_rise_within_the_text(stretches: list[tuple[int, int]]) -> None:
    """Segments are taken exactly if none overlaps the next or passes the end."""
    text = "Saya ikut."
    marked = [Segment(start=start, end=start + long, part="task") for start, long in stretches]
    edges = [edge for each in marked for edge in (each.start, each.end)]
    if edges == sorted(edges) and max(edges, default=0) <= len(text):
        assert tuple(marked) == StarAnswer(text=text, segments=marked).segments
    else:
        with pytest.raises(InvalidValueError):
            StarAnswer(text=text, segments=marked)


def test_an_answer_may_be_partial_or_empty() -> None:
    """Missing parts are legal, and so is an answer without a word."""
    assert StarAnswer.from_parts() == StarAnswer(text="")
    assert StarAnswer.from_parts(result="Naik 20 %.").parts() == {"result": "Naik 20 %."}
    assert StarAnswer(text="Saya tidak ingat.").parts() == {}


@pytest.mark.parametrize("wrong", [5, ["Saya"], b"Saya"])
def test_a_part_is_a_string(wrong: Any) -> None:
    """A part that is no string is refused as the library's own error."""
    with pytest.raises(InvalidValueError):
        StarAnswer.from_parts(situation="Di kantor.", action=wrong)


@given(st.integers(-2, 4), st.integers(-2, 4))
def test_a_segment_has_a_start_and_an_end_after_it(start: int, end: int) -> None:
    """A segment begins at 0 or later and is never empty."""
    if 0 <= start < end:
        segment = Segment(start=start, end=end, part="task")
        assert (segment.start, segment.end) == (start, end)
    else:
        with pytest.raises(InvalidValueError) as raised:
            Segment(start=start, end=end, part="task")
        allowed = "a start from 0 and an end after it"
        assert raised.value == InvalidValueError("Segment.start", f"{start} to {end}", allowed)


@pytest.mark.parametrize(("start", "end"), [(False, 1), (0, True), (0, 1.0), ("0", 1), (None, 1)])
def test_a_segment_is_counted_in_whole_numbers(start: Any, end: Any) -> None:
    """What Python takes for a whole number is no offset."""
    with pytest.raises(InvalidValueError) as raised:
        Segment(start=start, end=end, part="task")
    allowed = "a start from 0 and an end after it"
    assert raised.value == InvalidValueError("Segment.start", f"{start!r} to {end!r}", allowed)


TASK = Segment(start=0, end=5, part="task")
ACTION = Segment(start=4, end=9, part="action")


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (
            lambda: StarAnswer(text=None),
            InvalidValueError("StarAnswer.text", "None", "a string"),
        ),
        (
            lambda: StarAnswer(text="Saya menelepon.", segments=[TASK, ACTION]),
            InvalidValueError(
                "StarAnswer.segments",
                "[(0, 5), (4, 9)]",
                "rising stretches within the 15 characters",
            ),
        ),
        (
            lambda: StarAnswer(text="Saya", segments=[TASK]),
            InvalidValueError(
                "StarAnswer.segments", "[(0, 5)]", "rising stretches within the 4 characters"
            ),
        ),
        (
            lambda: StarAnswer(text="Saya", segments=["task"]),
            InvalidValueError("StarAnswer.segments", "'task'", "only Segment", rule="wrong-type"),
        ),
        (
            lambda: Segment(start=0, end=1, part="outcome"),
            InvalidValueError("Segment.part", "'outcome'", SENTENCE_PARTS_ALLOWED),
        ),
        (
            lambda: LabelledSentence(part="outcome", text="Naik."),
            InvalidValueError("LabelledSentence.part", "'outcome'", SENTENCE_PARTS_ALLOWED),
        ),
        (
            lambda: LabelledSentence(part="result", text="Naik. "),
            InvalidValueError(
                "LabelledSentence.text",
                "'Naik. '",
                "a text that is not empty and has no spaces at its ends",
                rule="blank-text",
            ),
        ),
    ],
)
def test_wrong_answers_are_refused(make: Any, expected: InvalidValueError) -> None:
    """What is no text, overlaps, passes the end or plays no part is refused."""
    with pytest.raises(InvalidValueError) as raised:
        make()
    assert raised.value == expected


@given(sample_answers())
def test_a_sample_is_an_answer_with_every_sentence_marked(sample: SampleAnswer) -> None:
    """The sentences of a sample, joined by spaces, are an answer whose segments give them back."""
    answer = sample.answer()
    marked = [(each.part, answer.text[each.start : each.end]) for each in answer.segments]
    assert [(each.part, each.text) for each in sample.sentences] == marked
    assert answer.text == " ".join(text for _, text in marked)


SAMPLE = SampleAnswer(
    id="strong1",
    language="in_ID",
    quality="strong",
    response_type="story",
    sentences=[LabelledSentence(part="action", text="Saya menelepon sepuluh klien.")],
    comment={"id": "Konkret."},
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"missing": ["result", "action"]},
            InvalidValueError(
                "SampleAnswer.missing",
                "'action', which one of its sentences has",
                "parts that no sentence has",
            ),
        ),
        (
            {"missing": ["outcome"]},
            InvalidValueError(
                "SampleAnswer.missing",
                "('outcome',)",
                "each once, some of 'situation', 'task', 'action', 'result', 'learning'",
            ),
        ),
        (
            {"missing": ["result", "result"]},
            InvalidValueError(
                "SampleAnswer.missing",
                "('result', 'result')",
                "each once, some of 'situation', 'task', 'action', 'result', 'learning'",
                rule="duplicate",
            ),
        ),
        (
            {"register": "slang"},
            InvalidValueError(
                "SampleAnswer.register",
                "'slang'",
                "one of 'formal', 'everyday', 'informal', 'mixed', 'spoken'",
            ),
        ),
        (
            {"ratings": [GoldRating(criterion="result", level=0, reason="Tidak ada.")] * 2},
            InvalidValueError(
                "SampleAnswer.ratings",
                "criterion 'result' twice",
                "each criterion once",
                rule="duplicate",
            ),
        ),
    ],
)
def test_wrong_gold_is_refused(change: dict[str, Any], expected: InvalidValueError) -> None:
    """What authors say of a sample may not contradict itself."""
    with pytest.raises(InvalidValueError) as raised:
        evolve(SAMPLE, **change)
    assert raised.value == expected


def test_a_sample_needs_no_question() -> None:
    """A sample may stand without question, strategy and prompt, and its language is normal."""
    assert (SAMPLE.language, SAMPLE.prompt, SAMPLE.covers) == ("id-id", "", ())
    assert (SAMPLE.question, SAMPLE.strategy, SAMPLE.origin) == (None, None, None)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"quality": "good"},
            InvalidValueError(
                "SampleAnswer.quality", "'good'", "one of 'weak', 'medium', 'strong'"
            ),
        ),
        (
            {"response_type": "tale"},
            InvalidValueError(
                "SampleAnswer.response_type",
                "'tale'",
                "one of " + ", ".join(repr(each) for each in RESPONSE_TYPES),
            ),
        ),
        (
            {"sentences": []},
            InvalidValueError("SampleAnswer.sentences", "0", "at least 1", rule="too-few"),
        ),
        (
            {"prompt": " "},
            InvalidValueError(
                "SampleAnswer.prompt",
                "' '",
                "a text that is not empty and has no spaces at its ends",
                rule="blank-text",
            ),
        ),
        (
            {"language": "indonesian"},
            InvalidValueError(
                "language",
                "'indonesian'",
                "a language tag such as 'id' or 'en-GB'",
                rule="language-tag",
            ),
        ),
    ],
)
def test_wrong_samples_are_refused(change: dict[str, Any], expected: InvalidValueError) -> None:
    """A wrong field of a sample is refused with what was found and what is allowed."""
    with pytest.raises(InvalidValueError) as raised:
        evolve(SAMPLE, **change)
    assert raised.value == expected
