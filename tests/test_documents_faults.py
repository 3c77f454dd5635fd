"""What is wrong with a document is told at its place, all of it at once."""

import math
from collections import OrderedDict
from typing import Any

import pytest

from documents_cases import (
    CRITERION,
    FACT,
    FAULTS,
    PACK,
    POINT,
    PROBE,
    QUESTION,
    REPORT,
    RUBRIC,
    SCALE,
    TEXT_HINT,
    TIP,
    problem,
)
from interview_kit import DocumentError, Problem, document, structure
from interview_kit._documents import explain, sound_fields
from interview_kit._faults import Fault, Faults
from interview_kit.language import Profile, profile
from interview_kit.model import (
    Criterion,
    Fact,
    KeyPoint,
    PackInfo,
    Probe,
    Question,
    Rubric,
    SampleAnswer,
    Scale,
    ScoreReport,
    StarAnswer,
    Terms,
    Text,
    Tip,
    Value,
)


def faults_of(plain: object, noun: type[Value]) -> list[tuple[str, str]]:
    """Give path and rule of everything that is wrong with a document."""
    with pytest.raises(DocumentError) as raised:
        structure(plain, noun)
    assert raised.value.noun == noun.__name__
    return [(problem.path, problem.rule) for problem in raised.value.problems]


@pytest.mark.parametrize(
    ("noun", "plain", "expected"),
    [
        pytest.param(*each, id=f"{each[0].__name__}-{each[2].path}-{each[2].rule}")
        for each in FAULTS
    ],
)
def test_a_fault_has_path_rule_and_remedy(
    noun: type[Value], plain: dict[str, Any], expected: Problem
) -> None:
    """What is wrong is told once: where, by which rule, what was found and what is allowed."""
    with pytest.raises(DocumentError) as raised:
        structure(plain, noun)
    assert raised.value == DocumentError(noun.__name__, (expected,))


@pytest.mark.parametrize(
    ("noun", "plain"),
    [
        (Fact, FACT),
        (Tip, TIP),
        (Probe, PROBE),
        (Question, QUESTION),
        (Criterion, CRITERION),
        (Rubric, RUBRIC),
        (Scale, SCALE),
        (ScoreReport, REPORT),
        (PackInfo, PACK),
        (KeyPoint, POINT),
    ],
)
def test_the_documents_that_were_broken_were_sound(noun: type[Value], plain: Any) -> None:
    """Each document above is a value as long as nothing in it is changed."""
    assert plain == document(structure(plain, noun))


@pytest.mark.parametrize(
    ("plain", "found"),
    [
        (None, "null"),
        ([], "a list"),
        ("S01", "a string 'S01'"),
        (5, "a whole number 5"),
        (1.5, "a number 1.5"),
        (True, "true"),
        ((), "tuple"),
        (OrderedDict(), "OrderedDict"),
    ],
)
@pytest.mark.parametrize(
    ("noun", "allowed", "hint"),
    [
        (Question, "an object", ""),
        (Text, "texts by language", TEXT_HINT),
        (Terms, "lists of phrases by language", ""),
    ],
)
def test_a_document_is_an_object(
    noun: type[Value], allowed: str, hint: str, plain: object, found: str
) -> None:
    """Whatever is no object is no document."""
    with pytest.raises(DocumentError) as raised:
        structure(plain, noun)
    expected = problem("$", "wrong-type", found, allowed, hint)
    assert raised.value == DocumentError(noun.__name__, (expected,))


def test_all_faults_are_told_at_once() -> None:
    """Faults of every depth and kind are reported together: keys as declared, then the rest."""
    broken = {
        "minuts": 5,
        "difficulty": 9,
        "id": "no id",
        "text": {"id": "", "EN": "What?"},
        "kind": "pasta",
        "stages": ["user", "user"],
        "roles": ["sales", 5, "no id"],
        "key_points": [POINT, {"id": "lock out", "terms": {"en": [""]}}],
        "probes": [PROBE | {"part": "none"}],
        "tags": None,
    }
    expected = [
        ("$.id", "bad-id"),
        ("$.text.EN", "language-tag"),
        ("$.text.id", "blank-text"),
        ("$.kind", "unknown-name"),
        ("$.roles[1]", "wrong-type"),
        ("$.roles[2]", "bad-id"),
        ("$", "missing-key"),
        ("$", "missing-key"),
        ("$.probes[0].part", "unknown-name"),
        ("$.key_points[1].id", "bad-id"),
        ("$.key_points[1]", "missing-key"),
        ("$.key_points[1].terms.en[0]", "blank-text"),
        ("$.tags", "wrong-type"),
        ("$.minuts", "unknown-key"),
        ("$.stages[1]", "duplicate"),
        ("$.difficulty", "out-of-range"),
    ]
    assert sorted(expected) == sorted(faults_of(broken, Question))


def test_every_refused_member_is_told() -> None:
    """Of a list, each member that is unsound or there already has its own place."""
    broken = QUESTION | {
        "stages": ["user", "hr", "user", "user"],
        "tags": ["two words", "ok", "", "ok"],
        "covers": ["", "D-001", "\u202e"],
        "key_points": [POINT, POINT | {"id": "tag_out"}, POINT],
    }
    assert sorted(faults_of(broken, Question)) == [
        ("$.covers[0]", "blank-text"),
        ("$.covers[2]", "unsafe-character"),
        ("$.key_points[2]", "duplicate"),
        ("$.stages[2]", "duplicate"),
        ("$.stages[3]", "duplicate"),
        ("$.tags[0]", "bad-id"),
        ("$.tags[2]", "bad-id"),
    ]
    assert faults_of({"language": "en", "missing": ["task", "task"]}, SampleAnswer)[-1:] == [
        ("$.missing[1]", "duplicate")
    ]


def test_sound_fields_stand_whatever_the_rest() -> None:
    """What of a document is sound by itself can be had, defaults included."""
    plain = QUESTION | {"minutes": 0, "stages": ["user", "user"], "kind": "pasta", "tags": None}
    left = sound_fields(plain, Question)
    assert {"minutes", "stages", "kind", "tags"} & left.keys() == set()
    assert (left["id"], left["roles"], left["difficulty"]) == (QUESTION["id"], (), 3)
    assert sound_fields([], Question) == {}


def test_every_field_out_of_bounds_is_told() -> None:
    """The first field that is refused does not hide the others."""
    broken = QUESTION | {"difficulty": 0, "minutes": 61, "stages": [], "competencies": []}
    assert faults_of(broken, Question) == [
        ("$.stages", "too-few"),
        ("$.competencies", "too-few"),
        ("$.difficulty", "out-of-range"),
        ("$.minutes", "out-of-range"),
    ]


def test_faults_of_sets_and_pairs_have_their_place() -> None:
    """What is wrong in a set or a pair is told like what is wrong in a list."""
    plain = document(profile("en")) | {
        "units": ["day", "day", 3],
        "money": ["$", "$"],
        "adverbs": "then",
        "messages": [["empty"], ["empty", 5], "ab"],
        "lexicons": [["a", ["x"]], ["a", ["y"]]],
    }
    assert sorted(faults_of(plain, Profile)) == [
        ("$.adverbs", "wrong-type"),
        ("$.lexicons[1]", "duplicate"),
        ("$.messages[0]", "wrong-type"),
        ("$.messages[1]", "wrong-type"),
        ("$.messages[2]", "wrong-type"),
        ("$.money[1]", "duplicate"),
        ("$.units[2]", "wrong-type"),
    ]


def test_the_error_stands_alone() -> None:
    """No inner error shows through: neither as cause nor as context."""
    with pytest.raises(DocumentError) as raised:
        structure({"part": "none"}, Probe)
    assert (raised.value.__cause__, raised.value.__context__) == (None, None)


@pytest.mark.parametrize("number", [10**400, -(10**400), math.inf], ids=["huge", "least", "inf"])
@pytest.mark.parametrize("key", ["overall", "coverage"])
def test_a_number_beyond_bounds_is_a_fault(key: str, number: float) -> None:
    """A number too large for a score, even for Python, is reported like any other."""
    assert [path for path, _ in faults_of(REPORT | {key: number}, ScoreReport)] == [f"$.{key}"]


def test_coverage_that_is_no_number_is_a_fault() -> None:
    """NaN would make a report that does not equal itself."""
    assert [path for path, _ in faults_of(REPORT | {"coverage": math.nan}, ScoreReport)] == [
        "$.coverage"
    ]


@pytest.mark.parametrize("noun", [Probe, Text, Terms])
@pytest.mark.parametrize("key", [5, None, ("part",)])
def test_a_key_that_is_no_string_is_a_fault(noun: type[Value], key: object) -> None:
    """A document made in code may have other keys than strings; they are faults like others."""
    with pytest.raises(DocumentError):
        structure({key: "anything"}, noun)


def test_inner_faults_have_paths_as_tuples() -> None:
    """`explain` tells the same faults with keys and indexes apart, for whoever knows the lines."""
    segments = [{"start": 0, "end": 1, "part": "task"}, {"start": 0, "end": 1, "part": "tsk"}]
    with pytest.raises(Faults) as raised:
        explain({"text": "Saya", "segments": segments}, StarAnswer)
    (fault,) = raised.value.found
    assert (fault.path, fault.rule, fault.hint) == (("segments", 1, "part"), "unknown-name", "")
    assert fault == Fault(("part",), *fault[1:]).under("segments", 1)
