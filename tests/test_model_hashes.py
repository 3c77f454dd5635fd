"""What identifies a value: the hash of all it says, and of its structure alone."""

import re
from typing import Any

import attrs
import pytest
from hypothesis import assume, given, settings, strategies as st

from interview_kit import InvalidValueError, Question, Rubric
from interview_kit.model import (
    Contents,
    Criterion,
    Cue,
    Fact,
    Level,
    PassSignal,
    Probe,
    QuizItem,
    Segment,
    StarAnswer,
    Terms,
    Text,
    Tip,
    Value,
    content_hash,
    fields_of,
    structure_hash,
)
from interview_kit.model.hashes import _pieces
from strategies import STRATEGIES, contents, copies, values

#: Fields that tell where content comes from.
PROVENANCE = {"origin", "covers"}

every_class = pytest.mark.parametrize("noun", STRATEGIES, ids=lambda noun: noun.__name__)


def said(held: Any, *, wording: bool) -> Any:
    """Take a value apart into what a hash stands for, told apart by type."""
    if isinstance(held, Text) and not wording:
        return Text
    if isinstance(held, Value):
        counted = [(a.name, h) for a, h in fields_of(held) if a.name not in PROVENANCE]
        return type(held), tuple((name, said(inner, wording=wording)) for name, inner in counted)
    if isinstance(held, tuple):
        return tuple(said(member, wording=wording) for member in held)
    return type(held), held


def changed(held: Any, **to: Any) -> Any:
    """Change a value everywhere in it: its texts, its sources, or the facts that it states."""
    if isinstance(held, Text):
        return to.get("text", held)
    if isinstance(held, tuple):
        return tuple(changed(member, **to) for member in held)
    if isinstance(held, Value):
        fields = {each.name: changed(inner, **to) for each, inner in fields_of(held)}
        return attrs.evolve(
            held, **{**fields, **{n: to[n] for n in fields.keys() & PROVENANCE & to.keys()}}
        )
    return held


@settings(max_examples=50)
@given(values())
def test_a_hash_is_32_hexadecimal_digits(value: Value) -> None:
    """Both hashes are 128 bits, written in lower case."""
    digits = re.compile("[0-9a-f]{32}")
    assert digits.fullmatch(content_hash(value))
    assert digits.fullmatch(structure_hash(value))


@settings(max_examples=50)
@given(values())
def test_equal_values_have_equal_hashes(value: Value) -> None:
    """A value that was copied or stored has the hashes that it had."""
    for copied in copies(value):
        assert content_hash(value) == content_hash(copied)
        assert structure_hash(value) == structure_hash(copied)


@every_class
@settings(max_examples=4)
@given(data=st.data())
def test_hashes_change_with_every_field(noun: type[Value], data: st.DataObject) -> None:
    """Whatever field takes another content changes the hash, unless it does not count there."""
    one, other = data.draw(STRATEGIES[noun]), data.draw(STRATEGIES[noun])
    for each in attrs.fields(noun):
        try:
            mixed = attrs.evolve(one, **{each.name: getattr(other, each.name)})
        except InvalidValueError:  # the fields of two values need not fit one another
            continue
        for wording, hash_of in ((True, content_hash), (False, structure_hash)):
            same = said(one, wording=wording) == said(mixed, wording=wording)
            assert same == (hash_of(one) == hash_of(mixed))


@settings(max_examples=50)
@given(values(), values())
def test_different_values_have_different_hashes(one: Value, other: Value) -> None:
    """Hashes are equal only if two values say the same."""
    for wording, hash_of in ((True, content_hash), (False, structure_hash)):
        same = said(one, wording=wording) == said(other, wording=wording)
        assert same == (hash_of(one) == hash_of(other))


@settings(max_examples=50)
@given(values())
def test_wording_counts_for_the_content_only(value: Value) -> None:
    """Other texts leave the structure hash as it is and change the content hash."""
    # Two falsehoods of one fact, or options of one item, cannot say the same.
    assume(not isinstance(value, Fact) or len(value.falsehoods) <= 1)
    assume(not isinstance(value, QuizItem) or not value.options)
    reworded = changed(value, text=Text.of(id="Kata lain", fr="Autrement dit"))
    assert structure_hash(value) == structure_hash(reworded)
    assert (value == reworded) == (content_hash(value) == content_hash(reworded))


@settings(max_examples=50)
@given(values())
def test_where_content_comes_from_counts_for_neither(value: Value) -> None:
    """Origin and covered facts, at any depth, change neither hash."""
    sourced = changed(value, origin="another_source", covers=("D-999",))
    has_source = any(each.name in PROVENANCE for each, _ in fields_of(value))
    assume(has_source)
    assert value != sourced
    assert content_hash(value) == content_hash(sourced)
    assert structure_hash(value) == structure_hash(sourced)


@settings(max_examples=15)
@given(contents())
def test_contents_are_hashed_with_all_they_hold(whole: Contents) -> None:
    """A text changed anywhere changes the content hash of the whole, but not its structure."""
    question = whole.questions[0]
    mended = attrs.evolve(question, text=Text.of(id="Diperbaiki", en="Mended"))
    edited = attrs.evolve(whole, questions=(mended, *whole.questions[1:]))
    assert content_hash(whole) != content_hash(edited)
    assert structure_hash(whole) == structure_hash(edited)
    fewer = attrs.evolve(whole, questions=whole.questions[1:])
    assert structure_hash(whole) != structure_hash(fewer)


SAID = Text.of(id="Apa hasilnya?", en="What came of it?")
PROBE = Probe(part="result", text=SAID)


@pytest.mark.parametrize(
    "other",
    [
        Text.of(id="Apa hasilnya?"),
        Text.of(id="Apa hasilnya?", en="What came of it"),
        Text.of(id="Apa hasilnya?", en_GB="What came of it?"),
        Text.of(id="What came of it?", en="Apa hasilnya?"),
        Text.of(id="Apa hasilnya?", en="What came of it?", jv="Piye?"),
    ],
)
def test_every_letter_and_language_is_wording(other: Text) -> None:
    """A letter, a language more or less, and texts exchanged change the content hash alone."""
    reworded = attrs.evolve(PROBE, text=other)
    assert content_hash(PROBE) != content_hash(reworded)
    assert structure_hash(PROBE) == structure_hash(reworded)


def test_pieces_do_not_run_together() -> None:
    """What stands at the end of one field is told apart from the beginning of the next."""
    one = Terms(entries={"en": ["ab", "c"]})
    other = Terms(entries={"en": ["a", "bc"]})
    quoted = Terms(entries={"en": ["ab', 'c"]})
    assert len({content_hash(each) for each in (one, other, quoted)}) == 3


def test_a_condition_is_structure_and_its_words_are_not() -> None:
    """That there is a text is structure; what it says is wording."""
    cue = Cue(id="nods", text=SAID, polarity="ambiguous")
    noted = attrs.evolve(cue, note=SAID)
    renoted = attrs.evolve(cue, note={"id": "Lain"})
    assert structure_hash(cue) != structure_hash(noted)
    assert structure_hash(noted) == structure_hash(renoted)


def test_no_python_version_changes_a_hash() -> None:
    """Characters that later versions of Unicode will know are hashed as they are.

    `repr` shows a character as it is or escaped, after what this Python takes for printable.
    """
    unassigned = chr(0x0378)
    assert unassigned in "".join(_pieces(Text.of(id=unassigned), wording=True))


LEVELS = [
    Level(value=1, anchor={"en": "Names no step."}),
    Level(value=5, anchor={"en": "Names 3."}),
]
RUBRIC = Rubric(
    id="past",
    name=SAID,
    kind="past",
    scale="standard",
    criteria=[
        Criterion(
            id="own_steps",
            name={"id": "Langkah sendiri", "en": "Own steps"},
            definition=SAID,
            weight=100,
            levels=LEVELS,
            reason=SAID,
        )
    ],
    weights_reason=SAID,
    origin="kit",
)
QUESTION = Question(
    id="S01",
    text={"id": "Ceritakan closing tersulit Anda (naik 20 %)?", "en": "Your hardest close?"},
    kind="past",
    stages=["user"],
    competencies=["closing"],
    difficulty=3,
    minutes=5,
    probes=[PROBE],
    covers=["D-013"],
)
SIGNAL = PassSignal(
    id="body_language",
    order=1,
    name=SAID,
    description=SAID,
    strength="weak",
    caveat=SAID,
    cues=[Cue(id="nods", text=SAID, polarity="ambiguous", covers=["D-099"])],
)
TIP = Tip(id="early", phase="before", text=SAID, why=SAID)
ANSWER = StarAnswer(text="Saya menelepon.", segments=[Segment(start=0, end=15, part="action")])


@pytest.mark.parametrize(
    ("value", "content", "structure"),
    [
        (RUBRIC, "ee6af2d2057c06ae9005284efcf89c71", "a8572029a2c286e974c8f855224745ee"),
        (QUESTION, "d74044cc2b061d3441e03d0360eece83", "6474c9c61553f6e651a2b4e0c8f735d7"),
        (SIGNAL, "985ff7d443789e8d0e9edc24edf33bf4", "81db1f83feae363af514bc51b7bdebf3"),
        (TIP, "6ed469b2ccc02ca4fa8fe5ad5a38bc82", "fed64167d36b4c837eae7254e8205cb8"),
        (ANSWER, "6cfe97577228c45d0090d6621cd8f3c6", "6cfe97577228c45d0090d6621cd8f3c6"),
    ],
)
def test_hashes_are_the_same_everywhere(value: Value, content: str, structure: str) -> None:
    """Stored hashes stay true: on every platform and version these values hash to these digits."""
    assert (content, structure) == (content_hash(value), structure_hash(value))
