"""Reading packs: as much as can be read is read, and everything wrong has its place."""

import os
import warnings
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings, strategies as st

from interview_kit import Problem
from interview_kit._faults import Fault
from interview_kit._resources import MAX_FILES, open_pack
from interview_kit._strict_json import MAX_BYTES
from interview_kit.model import SECTIONS, PackInfo, Question, Text
from interview_kit.packs._link import link
from interview_kit.packs._read import Draft, Entry, located, read_pack
from packs.writing import FACT, HERE, INFO, SMALL, packed, places, small_pack, written

#: Bits of content, sound in some place or in none.
SCALARS: Final = (
    st.none()
    | st.booleans()
    | st.integers(-1, 101)
    | st.sampled_from([0.5, "", " ", "past", "core", "acme:K01", "acme:courier", "Kurir", "\u202e"])
    | st.text(st.characters(), max_size=4)
)
CONTENT: Final = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "en", "text", "part"]) | st.text(), inner, max_size=3
        )
    ),
    max_leaves=6,
)
Spot = tuple[str | int, ...]


class Locked:
    """A folder that this user may not read."""

    name = "acme"

    def iterdir(self) -> Iterator["Locked"]:
        """Refuse."""
        raise PermissionError(13, "Permission denied")

    def joinpath(self, *_: str) -> "Locked":
        """Give itself."""
        return self

    def is_dir(self) -> bool:
        """Tell that this is a folder."""
        return True

    def is_file(self) -> bool:
        """Tell that this is no file."""
        return False

    def open(self, mode: str) -> Any:
        """Refuse."""
        raise PermissionError(13, "Permission denied")


@cache
def core() -> Draft:
    """Give the bundled pack as far as it is read without links."""
    return read_pack(open_pack("core"), "core")


def drafted(files: dict[str, Any]) -> Draft:
    """Read a pack."""
    return read_pack(packed(files), "acme")


def problems_of(files: dict[str, Any]) -> tuple[Problem, ...]:
    """Check a pack that requires `core`, as `check` does, reading `core` but once."""
    draft = drafted(files)
    return located(draft, link(draft, [draft, core()]))


def changed(spot: Spot, change: Callable[[Any, Any], None]) -> dict[str, Any]:
    """Give the small pack with a change at one place."""
    files: Any = small_pack()
    holder = files
    for key in spot[:-1]:
        holder = holder[key]
    change(holder, spot[-1])
    return files


#: File, keys and indexes of everything in the small pack.
SPOTS: Final = [spot for spot, _ in places(small_pack()) if len(spot) > 1]
#: Those that stand in an object; any key may be a language of terms, but what it holds is a list.
KEYS: Final = [spot for spot in SPOTS if isinstance(spot[-1], str) and "terms" not in spot[:-1]]


def test_a_sound_pack_is_read_as_a_whole() -> None:
    """A sound pack gives its information and an entry for each object, and nothing is wrong."""
    draft = read_pack(SMALL, "acme")
    assert isinstance(draft.info, PackInfo)
    assert (draft.info.name, draft.label) == ("acme", "acme")
    assert Counter(entry.section for entry in draft.entries) == {
        "scales": 1,
        "rubrics": 1,
        "competencies": 1,
        "roles": 1,
        "questions": 3,
    }
    assert (draft.findings, draft.problems) == ((), ())


def test_entries_know_their_place() -> None:
    """An entry holds the object, its document, and where that stands."""
    entry = read_pack(SMALL, "acme").entries[-1]
    assert isinstance(entry.item, Question)
    assert (entry.item.id, entry.id) == ("acme:K03", "acme:K03")
    assert (entry.section, entry.file, entry.path) == (
        "questions",
        "courier.json",
        ("questions", 2),
    )
    assert entry.plain == small_pack()["courier.json"]["questions"][2]


@pytest.mark.parametrize("plain", [None, [], "acme:K01", {}, {"id": None}, {"id": 3}])
def test_entries_without_id(plain: Any) -> None:
    """A document that gives no id has the empty one."""
    entry = Entry(section="facts", plain=plain, item=None, file="facts.json", path=("facts", 0))
    assert entry.id == ""


def test_schemas_may_be_named() -> None:
    """Every file may name its JSON Schema for editors."""
    named = {"$schema": "../content.schema.json"}
    draft = drafted({"pack.json": {**named, **INFO}, "facts.json": {**named, "facts": [FACT]}})
    assert located(draft) == ()
    assert [entry.id for entry in draft.entries] == ["acme:rest"]


def test_sound_objects_are_read_beside_others() -> None:
    """An unsound object, section or file leaves everything else readable."""
    facts = [{**FACT, "id": "acme:one"}, "two", {**FACT, "topic": 3}, {**FACT, "id": "acme:four"}]
    draft = drafted(
        {
            "pack.json": INFO,
            "broken.json": b"{",
            "facts.json": {"tips": {}, "facts": facts},
            "more.json": {"facts": [{**FACT, "id": "acme:five"}]},
        }
    )
    read = [entry.item.id if entry.item else None for entry in draft.entries]
    assert read == ["acme:one", None, None, "acme:four", "acme:five"]
    assert [(each.file, each.line) for each in located(draft)] == [
        ("broken.json", 1),
        ("facts.json", 2),
        ("facts.json", 11),
        ("facts.json", 14),
    ]


def test_problems_come_in_the_order_of_files_and_lines() -> None:
    """Problems are sorted as one reads: `pack.json` first, then file by file, downwards."""
    wrong = {"facts": [{**FACT, "topic": 1, "zeal": 2}], "tips": 3}
    draft = drafted({"a.json": wrong, "pack.json": {**INFO, "licence": 0}, "b.json": wrong})
    further = [("b.json", Fault(("facts", 0), "rule", "message")), ("a.json", Fault((), "r", "m"))]
    places = [(each.file, each.line, each.column) for each in located(draft, tuple(further))]
    files = ["pack.json", "a.json", "b.json"]
    assert places == sorted(places, key=lambda place: (files.index(place[0]), *place[1:]))
    assert Counter(file for file, _, _ in places) == {"pack.json": 1, "a.json": 4, "b.json": 4}


def test_ambiguous_places_are_reported_once() -> None:
    """Where the text itself is ambiguous, what was read there is not judged as well."""
    facts = b'{"facts": [{"id": NaN, "topic": "a",\n "text": {"en": "x"}, "topic": 3}]}'
    found = located(drafted({"pack.json": INFO, "facts.json": facts}))
    assert [(each.rule, each.path) for each in found] == [
        ("not-a-number", "$.facts[0].id"),
        ("duplicate-key", "$.facts[0].topic"),
    ]


@pytest.mark.parametrize("document", [None, True, 3, "facts", []])
@pytest.mark.parametrize("file", ["pack.json", "facts.json"])
def test_a_file_holds_an_object(file: str, document: Any) -> None:
    """Whatever else a file holds is of the wrong type, `null` included."""
    problems = located(drafted({"pack.json": INFO, file: document}))
    assert [(each.file, each.line, each.rule) for each in problems] == [(file, 1, "wrong-type")]


def test_folders_that_cannot_be_read() -> None:
    """What the file system refuses is a problem of the pack as a whole."""
    message = "cannot be read: [Errno 13] Permission denied"
    expected = Problem(file="", rule="unreadable", message=message)
    assert located(read_pack(Locked(), "acme")) == (expected,)


def test_files_that_cannot_be_read_hide_no_others(tmp_path: Path) -> None:
    """A link that leads nowhere and a pipe are named, and what stands beside them is read."""
    files = {"pack.json": INFO, "broken.json": b"{", "facts.json": {"facts": [FACT]}}
    for name, held in files.items():
        tmp_path.joinpath(name).write_bytes(held if isinstance(held, bytes) else written(held))
    tmp_path.joinpath("link.json").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.json")
    draft = read_pack(tmp_path, "acme")
    assert [(each.file, each.rule) for each in located(draft)] == [
        ("broken.json", "not-json"),
        ("link.json", "unreadable"),
        ("pipe.json", "unreadable"),
    ]
    assert [entry.id for entry in draft.entries] == ["acme:rest"]
    assert draft.has_unread_files


@pytest.mark.parametrize("refused", ["is_dir", "iterdir", "open"])
def test_what_the_file_system_refuses_is_named(
    refused: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file or folder within a pack that this user may not look into is a problem of its own."""
    place = "secret" if refused == "iterdir" else "secret.json"
    tmp_path.joinpath("pack.json").write_bytes(written(INFO))
    if refused == "iterdir":
        tmp_path.joinpath(place).mkdir()
    else:
        tmp_path.joinpath(place).write_bytes(b"{}")
    allowed = getattr(Path, refused)

    def refuse(path: Path, *given: Any) -> Any:
        if path.name == place:
            raise PermissionError(13, "Permission denied")
        return allowed(path, *given)

    monkeypatch.setattr(Path, refused, refuse)
    (problem,) = located(read_pack(tmp_path, "acme"))
    assert (problem.file, problem.rule) == (place, "unreadable")


def test_unread_files_of_a_zip_are_named() -> None:
    """A damaged member of a zip is a problem of its own; the others are read."""
    pack = packed({"pack.json": INFO, "facts.json": {"facts": [FACT]}, "tips.json": {}})
    members = pack.root.NameToInfo
    members["acme/tips.json"].CRC += 1
    draft = read_pack(pack, "acme")
    assert [(each.file, each.rule) for each in located(draft)] == [("tips.json", "unreadable")]
    assert len(draft.entries) == 1


def test_two_members_of_a_zip_with_one_name_are_refused(tmp_path: Path) -> None:
    """Where a zip holds a file twice, neither is taken for the one that was meant."""
    with zipfile.ZipFile(tmp_path / "acme.zip", "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, held in [("pack", INFO), ("facts", {"facts": [FACT]}), ("facts", {})]:
            archive.writestr(f"acme/{name}.json", written(held))
    draft = read_pack(open_pack(tmp_path / "acme.zip"), "acme")
    assert [str(each) for each in located(draft)] == [
        "facts.json: $: cannot be read: two members of the zip have this name [unreadable]"
    ]


def test_packs_of_too_many_files() -> None:
    """A pack of too many files is refused as a whole."""
    files = {f"{number}.json": b"{}" for number in range(MAX_FILES)}
    message = "cannot be read: 2001 JSON files; a pack has at most 2000"
    expected = Problem(file="", rule="unreadable", message=message)
    assert located(drafted({**files, "pack.json": INFO})) == (expected,)


def test_packs_without_pack_json() -> None:
    """A pack without `pack.json` has that problem, and its files are read all the same."""
    draft = drafted({"facts.json": {"facts": [FACT, 3]}})
    assert [(each.file, each.rule) for each in located(draft)] == [
        ("pack.json", "missing-file"),
        ("facts.json", "wrong-type"),
    ]
    assert isinstance(draft.entries[0].item, SECTIONS["facts"])


@pytest.mark.parametrize(("said", "rules"), [(1, []), (2, 3 * ["unknown-key"]), (3, [])])
def test_a_broken_pack_json_still_tells_the_format(said: int, rules: list[str]) -> None:
    """Where `pack.json` lacks a comma, the other files are read in the format that it names."""
    files = small_pack(HERE / "format_1")
    files["pack.json"] = b'{"format": %d "name": "acme"}' % said
    found = [problem.rule for problem in located(drafted(files))]
    assert found[0] == "not-json"
    assert [rule for rule in found if rule == "unknown-key"][:3] == rules


def test_huge_files_are_refused(tmp_path: Path) -> None:
    """The message about a huge file claims no size that it does not have."""
    tmp_path.joinpath("pack.json").write_bytes(written(INFO))
    with tmp_path.joinpath("big.json").open("wb") as file:
        file.truncate(MAX_BYTES * 2)
    (problem,) = located(read_pack(tmp_path, "acme"))
    assert (problem.file, problem.rule, problem.hint) == (
        "big.json",
        "too-large",
        "Split the file.",
    )
    assert str(MAX_BYTES) in problem.message
    assert str(MAX_BYTES + 1) not in problem.message


def test_long_texts_are_refused() -> None:
    """A text of 20,000 characters is read, and one more is refused."""
    longest = {**FACT, "text": {"en": "x" * 20_000}}
    longer = {**FACT, "id": "acme:longer", "text": {"en": "x" * 20_001}}
    draft = drafted({"pack.json": INFO, "facts.json": {"facts": [longest, longer]}})
    assert located(draft) == (
        Problem(
            file="facts.json",
            line=14,
            column=15,
            path="$.facts[1].text.en",
            rule="long-text",
            message="found 20001 characters, allowed is at most 20000",
        ),
    )
    assert draft.entries[0].item == SECTIONS["facts"](**{**FACT, "text": Text.of(en="x" * 20_000)})


@given(
    st.dictionaries(st.sampled_from([*SECTIONS, "$schema", "facs"]), CONTENT | st.lists(CONTENT)),
    st.dictionaries(st.sampled_from([*INFO, "requires", "sources", "$schema"]), CONTENT),
)
def test_any_content_has_an_answer(content: dict[str, Any], info: dict[str, Any]) -> None:
    """Whatever JSON a pack holds, there are problems, each a printable line, or it is sound."""
    files = {"pack.json": {**INFO, **info}, "content.json": content}
    for problem in problems_of(files):
        assert str(problem).isprintable()
        assert 1 <= problem.line <= len(written(files[problem.file]).splitlines())


@given(st.sampled_from(SPOTS), CONTENT)
def test_one_change_is_reported_once(spot: Spot, content: Any) -> None:
    """Whatever is put into one place of a sound pack, no place is reported for two reasons."""

    def put(holder: Any, key: Any) -> None:
        holder[key] = content

    problems = problems_of(changed(spot, put))
    judged = [each for each in problems if each.rule != "missing-key"]
    found = Counter((each.file, each.line, each.column) for each in judged)
    assert [place for place, times in found.items() if times > 1] == []


@given(st.sampled_from(SPOTS))
@settings(max_examples=60)
def test_removals_are_reported_where_they_are(spot: Spot) -> None:
    """What is removed leaves a sound pack, or a problem whose place is in the text."""

    def remove(holder: Any, key: Any) -> None:
        del holder[key]

    files = changed(spot, remove)
    for problem in problems_of(files):
        lines = written(files[problem.file]).decode().split("\n")
        rest = lines[problem.line - 1][problem.column - 1 :]
        assert rest.startswith(("{", "[", '"'))


@given(st.sampled_from(KEYS))
@settings(max_examples=60)
def test_unknown_keys_are_reported_where_they_are(spot: Spot) -> None:
    """A key that no object knows is reported at its line and column, wherever it is added."""

    def add(holder: Any, _: Any) -> None:
        holder["x_colour"] = "blue"

    files = changed(spot, add)
    lines = written(files[str(spot[0])]).decode().split("\n")
    (added,) = (number for number, line in enumerate(lines) if '"x_colour"' in line)
    (problem,) = problems_of(files)
    assert problem.file == spot[0]
    assert (problem.line, problem.column) == (added + 1, lines[added].index('"x_colour"') + 1)


def test_the_small_pack_is_changed_everywhere() -> None:
    """The properties above start from a sound pack and reach the innermost text of it."""
    assert problems_of(small_pack()) == ()
    assert ("courier.json", "questions", 2, "key_points", 0, "terms", "id", 1) in SPOTS
