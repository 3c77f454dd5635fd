"""The schemas for editors: they accept what the loader accepts, and tell most of what it refuses."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from jsonschema import Draft7Validator

from interview_kit._documents import structure
from interview_kit._resources import json_files, open_pack
from interview_kit.errors import DocumentError
from interview_kit.model import Text
from interview_kit.packs import SCHEMA_FILES, json_schema
from packs.writing import SMALL
from strategies import languages

PACKS = [
    "core",
    SMALL,
    Path(__file__).parent.parent / "examples" / "05_your_own_pack" / "acme_pack",
]
VALIDATORS = {name: Draft7Validator(json_schema(name)) for name in SCHEMA_FILES}
TEXT = Draft7Validator(json_schema(SCHEMA_FILES[1])["definitions"]["Fact"]["properties"]["text"])


def faults_in(name: str, plain: Any) -> list[str]:
    """Tell what an editor would mark in a file of a pack."""
    validator = VALIDATORS[SCHEMA_FILES[name != "pack.json"]]
    return [error.message for error in validator.iter_errors(plain)]


@pytest.mark.parametrize("pack", PACKS, ids=str)
def test_sound_packs_fit_the_schemas(pack: Any) -> None:
    """An editor marks nothing in the bundled pack and in those of tests and examples."""
    found = {name: faults_in(name, json.loads(data)) for name, data in json_files(open_pack(pack))}
    assert found
    assert {name for name, faults in found.items() if faults} == set()


def accepts(tag: str) -> bool:
    """Tell whether the loader takes a language tag as it stands."""
    try:
        structure({tag: "Hai"}, Text)
    except DocumentError:
        return False
    return True


@given(languages() | st.from_regex(r"[a-zA-Z]{1,4}([-_][a-zA-Z0-9]{1,9}){0,2}", fullmatch=True))
def test_schema_and_loader_take_the_same_tags(tag: str) -> None:
    """A language tag is marked by an editor if the loader refuses it, and only then."""
    assert TEXT.is_valid({tag: "Hai"}) == accepts(tag)


@pytest.mark.parametrize("tag", ["en-us-u-hc", "id-x-a", "in", "iw-il", "ina", "EN", "id_ID"])
def test_tags_of_rare_forms(tag: str) -> None:
    """Single letters within a tag, and codes that were replaced, are no exception."""
    assert TEXT.is_valid({tag: "Hai"}) == accepts(tag)
    pack = {"format": 2, "name": "acme", "version": "1.0.0", "title": {"en": "Acme"}}
    marked = faults_in("pack.json", {**pack, "languages": [tag], "licence": "MIT"})
    assert (not marked) == accepts(tag)


def test_editors_mark_what_is_wrong() -> None:
    """Unknown keys, wrong types and missing keys are marked while one types."""
    wrong = {"facts": [{"id": "acme:one", "topic": 3, "text": {"en": "x"}, "zeal": 1}]}
    assert len(faults_in("facts.json", wrong)) == 2
    assert re.search("format", faults_in("pack.json", {})[0])
