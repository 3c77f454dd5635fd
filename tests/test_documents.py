"""Values and plain documents: lossless both ways, strict, and every fault at once."""

import copy
import json
import math
from collections import OrderedDict
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from interview_kit import DocumentError, InvalidValueError, Problem, document, structure
from interview_kit._documents import explain, sound_fields
from interview_kit._faults import Fault, Faults
from interview_kit._strict_json import Path, show_path
from interview_kit.bank import Bank
from interview_kit.language import Profile, profile, read
from interview_kit.model import (
    SECTIONS,
    Criterion,
    Fact,
    Indicator,
    KeyPoint,
    OccupationCode,
    PackInfo,
    Probe,
    Question,
    Role,
    Rubric,
    SampleAnswer,
    Scale,
    ScoreReport,
    Segment,
    StarAnswer,
    Terms,
    Text,
    Tip,
    Value,
    fields_of,
    references,
)
from interview_kit.model.checks import MAX_TEXT
from interview_kit.quiz import Blueprint
from strategies import STRATEGIES, banks, copies, values

#: What `json.loads` gives, less null, which no document of ours holds.
PLAIN = {dict, list, str, int, float, bool}
#: The classes whose documents have a key for each field; texts and terms have one a language.
WITH_FIELDS = [noun for noun in STRATEGIES if noun not in {Text, Terms}]

every_class = pytest.mark.parametrize("noun", STRATEGIES, ids=lambda noun: noun.__name__)
every_class_with_fields = pytest.mark.parametrize(
    "noun", WITH_FIELDS, ids=lambda noun: noun.__name__
)


def parts_of(plain: Any) -> Iterator[Any]:
    """Go through a document and everything in it."""
    yield plain
    members = plain.values() if isinstance(plain, dict) else plain
    for member in members if isinstance(plain, dict | list) else ():
        yield from parts_of(member)


def texts_in(value: Value, path: Path = ()) -> Iterator[Path]:
    """Go through the places of all texts of a value."""
    for each, held in fields_of(value):
        members = enumerate(held) if isinstance(held, tuple) else [("", held)]
        for index, member in members:
            place = (*path, each.name) if index == "" else (*path, each.name, index)
            if isinstance(member, Text):
                yield place
            elif isinstance(member, Value):
                yield from texts_in(member, place)


def replaced(plain: Any, path: Path, new: Any) -> Any:
    """Give a document with something else at a place."""
    changed = copy.deepcopy(plain)
    held = changed
    for step in path[:-1]:
        held = held[step]
    held[path[-1]] = new
    return changed


def faults_of(plain: object, noun: type[Value]) -> list[tuple[str, str]]:
    """Give path and rule of everything that is wrong with a document."""
    with pytest.raises(DocumentError) as raised:
        structure(plain, noun)
    assert raised.value.noun == noun.__name__
    return [(problem.path, problem.rule) for problem in raised.value.problems]


# Laws


@every_class
@settings(max_examples=8)
@given(data=st.data())
def test_values_and_documents_are_lossless_both_ways(
    noun: type[Value], data: st.DataObject
) -> None:
    """A value comes back from its document, and a document from its value, through JSON too."""
    value = data.draw(STRATEGIES[noun])
    plain = document(value)
    stored = json.loads(json.dumps(plain))
    assert value == structure(plain, noun) == structure(stored, noun)
    assert plain == stored == document(structure(stored, noun))
    assert list(plain) == list(stored)


@settings(max_examples=15)
@given(banks())
def test_whole_banks_are_lossless_both_ways(bank: Bank) -> None:
    """A bank, and its contents, come back from their documents."""
    for value in (bank, bank.contents):
        plain = json.loads(json.dumps(document(value)))
        assert value == structure(plain, type(value))
        assert plain == document(structure(plain, type(value)))


def test_the_bundled_bank_is_lossless(bank: Bank) -> None:
    """All bundled content comes back from its document with the same hash."""
    again = structure(json.loads(json.dumps(document(bank))), Bank)
    assert (bank, bank.content_hash) == (again, again.content_hash)


@given(values())
def test_documents_are_plain(value: Value) -> None:
    """A document holds nothing but what JSON has, without null, and with strings for keys."""
    for part in parts_of(document(value)):
        assert type(part) in PLAIN
        assert not isinstance(part, dict) or {type(key) for key in part} <= {str}


@every_class_with_fields
@settings(max_examples=5)
@given(data=st.data())
def test_keys_are_the_fields_that_were_said(noun: type[Value], data: st.DataObject) -> None:
    """Keys stand in declared order, and what has its default is left out."""
    value = data.draw(STRATEGIES[noun])
    defaults = {
        each.name: each.default.factory()
        if isinstance(each.default, attrs.Factory)
        else each.default
        for each in attrs.fields(noun)
    }
    said = [each.name for each, held in fields_of(value) if held != defaults[each.name]]
    assert said == list(document(value))


@every_class
@settings(max_examples=5)
@given(data=st.data())
def test_values_survive_copying_and_pickling(noun: type[Value], data: st.DataObject) -> None:
    """A copy, deep or not, and a pickle of any protocol is an equal value of equal hash."""
    value = data.draw(STRATEGIES[noun])
    for copied in copies(value):
        assert (type(copied), copied, hash(copied)) == (noun, value, hash(value))
        assert document(copied) == document(value)


@settings(max_examples=15)
@given(banks())
def test_banks_survive_copying_and_pickling(bank: Bank) -> None:
    """A bank that was copied or pickled is equal, hashes alike, and finds what it found."""
    for copied in copies(bank):
        assert (copied, hash(copied), copied.content_hash) == (bank, hash(bank), bank.content_hash)
        assert copied.find() == bank.find()


@given(values())
def test_a_document_belongs_to_whoever_asked(value: Value) -> None:
    """Changing a document changes neither the value nor the next document."""
    plain = document(value)
    for part in list(parts_of(plain)):
        if isinstance(part, dict | list):
            part.clear()
    assert plain == {}
    assert structure(document(value), type(value)) == value


@every_class_with_fields
@settings(max_examples=5)
@given(data=st.data())
def test_null_is_a_fault_in_every_field(noun: type[Value], data: st.DataObject) -> None:
    """Whatever fields hold null, each is reported at its path, in declared order, and no other."""
    plain = document(data.draw(STRATEGIES[noun]))
    nulled = data.draw(st.sets(st.sampled_from(list(plain)), min_size=1))
    broken = {key: None if key in nulled else held for key, held in plain.items()}
    expected = [f"$.{each.name}" for each in attrs.fields(noun) if each.name in nulled]
    assert expected == [path for path, _ in faults_of(broken, noun)]
    assert {rule for _, rule in faults_of(broken, noun)} <= {"wrong-type", "unknown-name"}


@every_class_with_fields
@settings(max_examples=6)
@given(data=st.data())
def test_all_missing_and_unknown_keys_are_named(noun: type[Value], data: st.DataObject) -> None:
    """Keys that must be there and are not, and keys that nobody knows, are all reported."""
    plain = document(data.draw(STRATEGIES[noun]))
    needed = [each.name for each in attrs.fields(noun) if each.default is attrs.NOTHING]
    pool = needed or list(plain)
    dropped = data.draw(st.sets(st.sampled_from(pool))) & {*needed}
    added = data.draw(st.lists(st.text("xyz_", min_size=1), unique=True, max_size=2))
    broken = {key: held for key, held in plain.items() if key not in dropped}
    broken.update(dict.fromkeys(added, "anything"))
    expected = [("$", "missing-key")] * len(dropped) + [(f"$.{k}", "unknown-key") for k in added]
    if expected:
        assert expected == faults_of(broken, noun)
    else:
        assert plain == document(structure(broken, noun))


@given(values(), st.data())
def test_a_fault_deep_down_is_found_at_its_place(value: Value, data: st.DataObject) -> None:
    """A text without language, wherever it stands, is reported at its path, and alone."""
    places = list(texts_in(value))
    if places:
        place = data.draw(st.sampled_from(places))
        broken = replaced(document(value), place, {})
        assert [(show_path(place), "missing-language")] == faults_of(broken, type(value))


@pytest.mark.parametrize("noun", SECTIONS.values(), ids=lambda noun: noun.__name__)
@settings(max_examples=5)
@given(data=st.data())
def test_every_link_is_an_id(noun: type[Value], data: st.DataObject) -> None:
    """Whatever refers to another object is reported at its path if it is no id."""
    value = data.draw(STRATEGIES[noun])
    links = [path for path, _, _ in references(value)]
    if links:
        place = data.draw(st.sampled_from(links))
        broken = replaced(document(value), place, "no id")
        assert [(show_path(place), "bad-id")] == faults_of(broken, noun)


NAMES = [
    pytest.param(noun, each.name, id=f"{noun.__name__}.{each.name}")
    for noun in WITH_FIELDS
    for each in attrs.fields(noun)
]


@pytest.mark.parametrize(("noun", "name"), NAMES)
def test_an_unknown_key_suggests_the_nearest(noun: type[Value], name: str) -> None:
    """A field's name with one letter too many is unknown, and the right one is suggested."""
    with pytest.raises(DocumentError) as raised:
        structure({f"{name}{name[-1]}": 1}, noun)
    hints = {problem.path: problem.hint for problem in raised.value.problems}
    assert hints[f"$.{name}{name[-1]}"] == f"Did you mean {name!r}?"


# Faults, kind by kind

SAID = {"id": "Apa hasilnya?", "en": "What came of it?"}
ID_ALLOWED = "a letter, then letters, digits, underscores, at most 64, as in 'sales' or 'acme:S01'"
CLEAN_ALLOWED = "a text that is not empty and has no spaces at its ends"
TEXT_HINT = 'Write {"id": "…", "en": "…"}.'

FACT = {"id": "user_stage", "topic": "stages", "text": SAID}
TIP = {"id": "early", "phase": "before", "text": SAID, "why": SAID}
PROBE = {"part": "result", "text": SAID}
QUESTION = {
    "id": "S01",
    "text": SAID,
    "kind": "past",
    "stages": ["user"],
    "competencies": ["closing"],
    "difficulty": 3,
    "minutes": 5,
}
LEVELS = [{"value": 1, "anchor": SAID}, {"value": 5, "anchor": SAID}]
CRITERION = {
    "id": "own_steps",
    "name": SAID,
    "definition": SAID,
    "weight": 100,
    "levels": LEVELS,
    "reason": SAID,
}
RUBRIC = {
    "id": "past",
    "name": SAID,
    "kind": "past",
    "scale": "standard",
    "criteria": [CRITERION],
    "weights_reason": SAID,
}
SCALE = {"id": "standard", "lowest": 1, "highest": 5}
REPORT = {"scorer": "rules", "language": "id", "ratings": []}
PACK = {
    "name": "acme",
    "version": "1.4.0",
    "title": SAID,
    "languages": ["id", "en"],
    "licence": "MIT",
}
POINT = {"id": "lock_out", "text": SAID}


def problem(path: str, rule: str, found: str, allowed: str, hint: str = "") -> Problem:
    """Make the problem of something that is not what is allowed."""
    message = f"found {found}, allowed is {allowed}"
    return Problem(file="", path=path, rule=rule, message=message, hint=hint)


FAULTS: list[tuple[type[Value], dict[str, Any], Problem]] = [
    # A type that JSON has, but not here.
    (
        Fact,
        FACT | {"text": "Apa hasilnya?"},
        problem("$.text", "wrong-type", "a string 'Apa hasilnya?'", "texts by language", TEXT_HINT),
    ),
    (
        Fact,
        FACT | {"text": {"id": 5}},
        problem("$.text.id", "wrong-type", "a whole number 5", "a string"),
    ),
    (
        Fact,
        FACT | {"id": 5},
        problem("$.id", "wrong-type", "a whole number 5", "an id"),
    ),
    (
        Fact,
        FACT | {"covers": "D-001"},
        problem("$.covers", "wrong-type", "a string 'D-001'", "a list"),
    ),
    (
        Fact,
        FACT | {"covers": ["D-001", 2]},
        problem("$.covers[1]", "wrong-type", "a whole number 2", "a string"),
    ),
    (
        Fact,
        FACT | {"origin": None},
        problem("$.origin", "wrong-type", "null", "a value", "Leave the key out."),
    ),
    (
        Question,
        QUESTION | {"minutes": 5.0},
        problem("$.minutes", "wrong-type", "a number 5.0", "a whole number"),
    ),
    (
        Question,
        QUESTION | {"minutes": True},
        problem("$.minutes", "wrong-type", "true", "a whole number"),
    ),
    (
        Question,
        QUESTION | {"probes": [PROBE, "result"]},
        problem("$.probes[1]", "wrong-type", "a string 'result'", "an object"),
    ),
    (
        Question,
        QUESTION | {"probes": {}},
        problem("$.probes", "wrong-type", "an object", "a list"),
    ),
    (
        Question,
        QUESTION | {"probes": OrderedDict()},
        problem("$.probes", "wrong-type", "OrderedDict", "a list"),
    ),
    (
        Indicator,
        {"sign": "positive", "text": SAID, "decisive": 1},
        problem("$.decisive", "wrong-type", "a whole number 1", "true or false"),
    ),
    (
        ScoreReport,
        REPORT | {"overall": "50"},
        problem("$.overall", "wrong-type", "a string '50'", "a number"),
    ),
    (
        ScoreReport,
        REPORT | {"overall": True},
        problem("$.overall", "wrong-type", "true", "a number"),
    ),
    (
        KeyPoint,
        POINT | {"terms": ["lock out"]},
        problem("$.terms", "wrong-type", "a list", "lists of phrases by language"),
    ),
    (
        KeyPoint,
        POINT | {"terms": {"en": "lock out"}},
        problem("$.terms.en", "wrong-type", "a string 'lock out'", "a list"),
    ),
    (
        KeyPoint,
        POINT | {"terms": {"en": ["lock out", None]}},
        problem("$.terms.en[1]", "wrong-type", "None", "a string"),
    ),
    # Names and ids.
    (
        Fact,
        FACT | {"id": "no id"},
        problem("$.id", "bad-id", "'no id'", ID_ALLOWED),
    ),
    (
        Question,
        QUESTION | {"roles": ["sales", ""]},
        problem("$.roles[1]", "bad-id", "''", ID_ALLOWED),
    ),
    (
        Question,
        QUESTION | {"roles": ["sales", "sales"]},
        problem("$.roles[1]", "duplicate", "'sales' twice", "each id once"),
    ),
    (
        Tip,
        TIP | {"phase": "always"},
        problem("$.phase", "unknown-name", "'always'", "one of 'before', 'during', 'after'"),
    ),
    (
        Tip,
        TIP | {"phase": ["before"]},
        problem("$.phase", "unknown-name", "a list", "one of 'before', 'during', 'after'"),
    ),
    # Texts.
    (
        Fact,
        FACT | {"text": {"id": " "}},
        problem("$.text.id", "blank-text", "' '", CLEAN_ALLOWED),
    ),
    (
        Fact,
        FACT | {"text": {"id": "x" * (MAX_TEXT + 1)}},
        problem("$.text.id", "long-text", "20001 characters", "at most 20000"),
    ),
    (
        Fact,
        FACT | {"text": {"id": "Apa\u202ehasilnya"}},
        problem(
            "$.text.id",
            "unsafe-character",
            "U+202E",
            "a text without control or bidirectional characters",
        ),
    ),
    (
        Fact,
        FACT | {"text": {}},
        problem("$.text", "missing-language", "no text", "at least one"),
    ),
    (
        Fact,
        FACT | {"text": {"english": "What?"}},
        problem(
            "$.text.english",
            "language-tag",
            "'english'",
            "a language tag such as 'id' or 'en-GB'",
        ),
    ),
    (
        Fact,
        FACT | {"text": {"EN": "What?"}},
        problem("$.text.EN", "language-tag", "the language tag 'EN'", "'en'"),
    ),
    (
        Fact,
        FACT | {"text": {"id": "Apa?", "in": "Apa?"}},
        problem("$.text.in", "language-tag", "the language tag 'in'", "'id'"),
    ),
    (
        KeyPoint,
        POINT | {"terms": {"en_GB": ["lock out"]}},
        problem("$.terms.en_GB", "language-tag", "the language tag 'en_GB'", "'en-gb'"),
    ),
    (
        KeyPoint,
        POINT | {"terms": {"en": ["lock out", ""]}},
        problem("$.terms.en[1]", "blank-text", "''", CLEAN_ALLOWED),
    ),
    (
        OccupationCode,
        {"scheme": "isco-08", "code": "3322", "title": ""},
        problem("$.title", "blank-text", "''", CLEAN_ALLOWED),
    ),
    # Numbers and how many there are.
    (
        Question,
        QUESTION | {"difficulty": 6},
        problem("$.difficulty", "out-of-range", "6", "a whole number from 1 to 5"),
    ),
    (
        Question,
        QUESTION | {"stages": []},
        problem("$.stages", "too-few", "0", "at least 1"),
    ),
    (
        Question,
        QUESTION | {"key_points": [POINT, POINT]},
        problem("$.key_points[1]", "duplicate", "id 'lock_out' twice", "each id once"),
    ),
    (
        Criterion,
        CRITERION | {"levels": LEVELS[::-1]},
        problem("$.levels", "not-rising", "[5, 1]", "numbers that rise from first to last"),
    ),
    (
        Rubric,
        RUBRIC | {"criteria": [CRITERION | {"weight": 60}]},
        problem("$.criteria", "weights", "weights that sum to 60", "a sum of 100"),
    ),
    (
        Rubric,
        RUBRIC | {"criteria": [CRITERION | {"weight": 0}]},
        problem("$.criteria[0].weight", "out-of-range", "0", "a whole number from 1 to 100"),
    ),
    (
        Blueprint,
        {"length": [3, 3], "minutes": [30, 20]},
        problem(
            "$.minutes", "bad-range", "(30, 20)", "a whole number, or the lowest and the highest"
        ),
    ),
    (
        ScoreReport,
        REPORT | {"overall": 100.5},
        problem("$.overall", "invalid-value", "100.5", "0.0 to 100.0, or None"),
    ),
    (
        ScoreReport,
        REPORT | {"overall": math.nan},
        problem("$.overall", "invalid-value", "nan", "0.0 to 100.0, or None"),
    ),
    (
        PackInfo,
        PACK | {"version": "1"},
        problem("$.version", "invalid-value", "'1'", "a version such as '1.4.0'"),
    ),
    (
        Fact,
        FACT | {"covers": [""]},
        problem("$.covers[0]", "blank-text", "''", "a string that is not empty"),
    ),
    # Fields that do not fit one another.
    (
        Scale,
        SCALE | {"lowest": 5},
        problem("$.highest", "invalid-value", "5", "above 5"),
    ),
    (
        StarAnswer,
        {"text": "Saya", "segments": [{"start": 0, "end": 5, "part": "task"}]},
        problem(
            "$.segments", "invalid-value", "[(0, 5)]", "rising stretches within the 4 characters"
        ),
    ),
    (
        StarAnswer,
        {"text": "Saya", "segments": [{"start": 2, "end": 2, "part": "task"}]},
        problem(
            "$.segments[0].start", "invalid-value", "2 to 2", "a start from 0 and an end after it"
        ),
    ),
    # Keys.
    (
        Tip,
        {key: held for key, held in TIP.items() if key != "why"},
        Problem(file="", rule="missing-key", message="the key 'why' is missing", hint="Add it."),
    ),
    (
        Probe,
        PROBE | {"txt": SAID},
        Problem(
            file="",
            path="$.txt",
            rule="unknown-key",
            message="the key 'txt' is unknown; allowed are 'part', 'text'",
            hint="Did you mean 'text'?",
        ),
    ),
    (
        Probe,
        PROBE | {"qqq": SAID},
        Problem(
            file="",
            path="$.qqq",
            rule="unknown-key",
            message="the key 'qqq' is unknown; allowed are 'part', 'text'",
            hint="Remove it.",
        ),
    ),
]


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


@pytest.mark.parametrize("value", [5, None, {}, Question, [TIP]], ids=repr)
def test_only_values_have_documents(value: Any) -> None:
    """What is no value, a class of values included, is refused and not handed back."""
    with pytest.raises(InvalidValueError) as caught:
        document(value)
    assert caught.value.where == "document"


@pytest.mark.parametrize("language", ["id", "en"])
def test_profiles_and_readings_travel(language: str) -> None:
    """Sets are written as sorted lists and pairs as lists of two, and come back as they were."""
    reading = read("Saya menjual 20 %. I sold.\n\nAkhirnya naik.", profile(language))
    for value in (reading.profile, reading):
        plain = json.loads(json.dumps(document(value)))
        assert structure(plain, type(value)) == value
        assert plain == document(value)
    assert document(reading.profile)["units"] == sorted(reading.profile.units)


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


def test_whole_numbers_stand_for_numbers() -> None:
    """JSON does not tell 50 from 50.0, so a total may be written either way."""
    whole = structure(REPORT | {"overall": 50, "coverage": 1}, ScoreReport)
    assert whole == structure(REPORT | {"overall": 50.0, "coverage": 1.0}, ScoreReport)
    assert (type(whole.overall), type(whole.coverage)) == (float, float)


def test_lists_become_tuples() -> None:
    """A range and a list of parts come back as tuples, empty ones too."""
    blueprint = structure({"length": [3, 3], "minutes": [20, 30], "quotas": []}, Blueprint)
    assert (blueprint.minutes, blueprint.quotas) == ((20, 30), ())


def test_inner_faults_have_paths_as_tuples() -> None:
    """`explain` tells the same faults with keys and indexes apart, for whoever knows the lines."""
    segments = [{"start": 0, "end": 1, "part": "task"}, {"start": 0, "end": 1, "part": "tsk"}]
    with pytest.raises(Faults) as raised:
        explain({"text": "Saya", "segments": segments}, StarAnswer)
    (fault,) = raised.value.found
    assert (fault.path, fault.rule, fault.hint) == (("segments", 1, "part"), "unknown-name", "")
    assert fault == Fault(("part",), *fault[1:]).under("segments", 1)


def test_explain_gives_the_value() -> None:
    """A sound document becomes the same value either way."""
    plain = {"start": 0, "end": 1, "part": "task"}
    assert explain(plain, Segment) == structure(plain, Segment)
    assert explain(plain, Segment) == Segment(start=0, end=1, part="task")


def test_a_role_is_written_as_the_schema_shows() -> None:
    """A document is what a person would write into a pack."""
    role = Role(
        id="sales",
        name=SAID,
        summary={"en": "Sells."},
        competencies=["closing"],
        codes=[OccupationCode(scheme="isco-08", code="3322", title="Sales")],
    )
    assert document(role) == {
        "id": "sales",
        "name": SAID,
        "summary": {"en": "Sells."},
        "competencies": ["closing"],
        "codes": [{"scheme": "isco-08", "code": "3322", "title": "Sales"}],
    }
