"""Older formats: what was written for them is read as if it had been written today."""

import copy
from typing import Any, Final

import pytest
from hypothesis import given, strategies as st

from interview_kit import Problem, check, load
from interview_kit.errors import PackError
from interview_kit.packs import FORMAT
from interview_kit.packs._migrate import OLDEST_FORMAT, STEPS, migrate
from packs.writing import HERE, INFO, SMALL, packed, places, small_pack, written

FROZEN: Final = HERE / "format_1"

JSON: Final = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["license", "type", "time", "kind", "id"]), inner)
    ),
    max_leaves=8,
)


def frozen_pack() -> dict[str, Any]:
    """Give the files of the frozen pack, to change them."""
    return small_pack(FROZEN)


def test_every_older_format_has_a_step() -> None:
    """There is one step for each format but the current one."""
    assert sorted(STEPS) == list(range(OLDEST_FORMAT, FORMAT))


def test_the_frozen_pack_is_sound() -> None:
    """A pack of the first format has no problems."""
    assert frozen_pack()["pack.json"]["format"] == 1
    assert check(FROZEN) == ()


def test_the_frozen_pack_loads_as_if_written_today() -> None:
    """A pack of the first format and the same pack in the current one give equal banks."""
    assert load("core", FROZEN) == load("core", SMALL)


def test_the_current_format_is_read_as_it_is() -> None:
    """A document of the current format is not touched, even where it has a former name."""
    document = {"license": "MIT", "questions": [{"type": "past", "time": 3}]}
    assert migrate(document, FORMAT) is document


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({}, {}),
        ({"name": "acme", "license": "MIT"}, {"name": "acme", "licence": "MIT"}),
        (
            {"questions": [{"id": "acme:Q1", "type": "past", "time": 3}]},
            {"questions": [{"id": "acme:Q1", "kind": "past", "minutes": 3}]},
        ),
        ({"rubrics": [{"type": "past"}]}, {"rubrics": [{"type": "past"}]}),
        ({"questions": {"type": "past"}}, {"questions": {"type": "past"}}),
        ({"questions": [None, "type"]}, {"questions": [None, "type"]}),
    ],
    ids=["empty", "pack", "questions", "other section", "no list", "no objects"],
)
def test_former_names_are_replaced(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Former names become today's where the first format had them, in the same order."""
    assert migrate(old, 1) == new
    assert [*migrate(old, 1)] == [*new]


@given(st.dictionaries(st.sampled_from(["license", "questions", "name"]), JSON))
def test_migration_changes_no_document(document: dict[str, Any]) -> None:
    """A step makes a new document and leaves the one it was given as it was."""
    before = copy.deepcopy(document)
    migrate(document, 1)
    assert document == before


@given(st.dictionaries(st.sampled_from(["license", "questions", "name"]), JSON))
def test_migration_loses_nothing(document: dict[str, Any]) -> None:
    """What a document held is held by the migrated one, under whichever name."""
    leaves = [held for _, held in places(document) if not isinstance(held, dict | list)]
    after = [held for _, held in places(migrate(document, 1)) if not isinstance(held, dict | list)]
    assert after == leaves


@pytest.mark.parametrize(("old", "new"), [("type", "kind"), ("time", "minutes")])
def test_former_and_new_names_together_are_refused(old: str, new: str) -> None:
    """An object of the first format with a name and its successor does not lose one unnoticed."""
    files = frozen_pack()
    question = files["courier.json"]["questions"][0]
    question[new] = question[old]
    assert check(packed(files)) != ()


@pytest.mark.parametrize("number", [FORMAT + 1, 99])
def test_future_formats_are_refused_by_name(number: int) -> None:
    """A pack of a format that is not yet known has that one problem, whatever else it holds."""
    content = {"videos": [{"id": "acme:V01"}], "facts": [{"id": "acme:F01", "spoken": True}]}
    pack = packed({"pack.json": {**INFO, "format": number, "audience": "all"}, "new.json": content})
    expected = Problem(
        file="pack.json",
        line=2,
        column=13,
        path="$.format",
        rule="unknown-format",
        message=f"found format {number}, allowed is {OLDEST_FORMAT} to {FORMAT}",
        hint="Update interview_kit.",
    )
    with pytest.raises(PackError) as caught:
        load(pack)
    assert caught.value == PackError("acme", (expected,))


@pytest.mark.parametrize("number", [0, -1, True, 1.0, "1", None, [2]])
def test_what_is_no_format_is_refused(number: Any) -> None:
    """A format that never was is refused, with the one to write."""
    (problem,) = check(packed({"pack.json": {**INFO, "format": number}}))
    assert (problem.path, problem.rule) == ("$.format", "unknown-format")
    assert problem.hint == f'Write "format": {FORMAT}.'


def test_faults_of_older_packs_have_the_line_of_the_file() -> None:
    """What is wrong under a former name is reported at the line where that name stands."""
    files = frozen_pack()
    files["courier.json"]["questions"][1]["time"] = 0
    lines = written(files["courier.json"]).decode().split("\n")
    (problem,) = check(packed(files))
    assert problem.rule == "out-of-range"
    assert lines[problem.line - 1].strip() == '"time": 0,'
