"""Values and plain documents: lossless both ways, strict, and every fault at once."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from documents_cases import (
    REPORT,
    SAID,
    TIP,
)
from interview_kit import DocumentError, InvalidValueError, document, structure
from interview_kit._documents import explain
from interview_kit._strict_json import Path, show_path
from interview_kit.bank import Bank
from interview_kit.language import profile
from interview_kit.model import (
    SECTIONS,
    OccupationCode,
    Question,
    Role,
    ScoreReport,
    Segment,
    Terms,
    Text,
    Value,
    fields_of,
    references,
)
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


@pytest.mark.parametrize("value", [5, None, {}, Question, [TIP]], ids=repr)
def test_only_values_have_documents(value: Any) -> None:
    """What is no value, a class of values included, is refused and not handed back."""
    with pytest.raises(InvalidValueError) as caught:
        document(value)
    assert caught.value.where == "document"


@pytest.mark.parametrize("language", ["id", "en"])
def test_profiles_travel(language: str) -> None:
    """Sets are written as sorted lists and pairs as lists of two, and come back as they were."""
    # Weights have a document of their own.
    value = attrs.evolve(profile(language), weights=None)
    plain = json.loads(json.dumps(document(value)))
    assert structure(plain, type(value)) == value
    assert plain["units"] == sorted(value.units)


def test_whole_numbers_stand_for_numbers() -> None:
    """JSON does not tell 50 from 50.0, so a total may be written either way."""
    whole = structure(REPORT | {"overall": 50, "coverage": 1}, ScoreReport)
    assert whole == structure(REPORT | {"overall": 50.0, "coverage": 1.0}, ScoreReport)
    assert (type(whole.overall), type(whole.coverage)) == (float, float)


def test_lists_become_tuples() -> None:
    """A range and a list of parts come back as tuples, empty ones too."""
    blueprint = structure({"length": [3, 3], "minutes": [20, 30], "quotas": []}, Blueprint)
    assert (blueprint.minutes, blueprint.quotas) == ((20, 30), ())


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
