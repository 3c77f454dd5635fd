"""Loading packs: all of them or nothing, and the same bank whatever the order."""

import itertools
import pickle
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, settings, strategies as st

from interview_kit import Bank, ConflictError, InvalidValueError, Problem, check, document, load
from interview_kit.errors import PackError, PluginError
from interview_kit.model import SECTIONS, Question
from packs.writing import FACT, HERE, INFO, SMALL, packed, small_pack, written
from strategies import banks

FAULTY: Final = HERE / "twenty_faults"


def files_of(bank: Bank) -> dict[str, Any]:
    """Write a bank of one pack as files, one for each section."""
    files: dict[str, Any] = {"pack.json": {"format": 2, **document(bank.packs[0])}}
    for section in SECTIONS:
        items = [document(item) for item in bank.contents.section(section)]
        files[f"{section}.json"] = {section: items}
    return files


def write(folder: Path, files: dict[str, Any]) -> Path:
    """Write a pack to the disk."""
    folder.mkdir(parents=True)
    for name, held in files.items():
        folder.joinpath(name).write_bytes(written(held))
    return folder


def other_pack() -> dict[str, Any]:
    """Give a pack that refers to the small one."""
    question = {**small_pack()["courier.json"]["questions"][0], "id": "hq:K01"}
    info = {**small_pack()["pack.json"], "name": "hq", "requires": ["acme", "core"]}
    del info["sources"]
    return {"pack.json": info, "asked.json": {"questions": [question]}}


def test_without_arguments_core_is_loaded(bank: Bank) -> None:
    """`load()` gives the bundled pack `core`, and so do its name and that name twice."""
    assert load() == load("core") == load("core", "core") == bank
    assert [info.name for info in bank.packs] == ["core"]


def test_a_pack_adds_its_objects(bank: Bank) -> None:
    """Packs loaded together are one bank, which knows where each object stands."""
    both = load("core", SMALL)
    own = {"acme:K01", "acme:K02", "acme:K03"}
    assert {question.id for question in both.questions} == own | {q.id for q in bank.questions}
    assert [info.name for info in both.packs] == ["acme", "core"]
    assert both.rubric_for(both.get(Question, "acme:K01")).id == "acme:delivery"
    assert both.rubric_for(both.get(Question, "acme:K02")).id == "situational"
    assert both.place_of("questions", "acme:K01").endswith("valid_small: courier.json")
    assert both.place_of("questions", "S01") == "core: roles/sales.json"


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_order_of_packs_does_not_matter(order: tuple[int, ...]) -> None:
    """Three packs give one bank, with the same hash and the same places, in every order."""
    packs = ("core", SMALL, packed(other_pack()))
    first, found = load(*packs), load(*(packs[place] for place in order))
    assert found == first
    assert (found.content_hash, found.places) == (first.content_hash, first.places)


@given(banks(pack="acme"), banks(pack="hq"))
@settings(max_examples=40)
def test_loading_is_a_union(one: Bank, other: Bank) -> None:
    """What is written as packs is loaded as it was, in either order, as merging gives it."""
    packs = packed(files_of(one)), packed(files_of(other))
    assert load(packs[0]) == one
    assert load(*packs) == load(*reversed(packs)) == one.merge(other)


@given(banks(pack="acme"), st.data())
@settings(max_examples=40)
def test_files_are_for_the_author(bank: Bank, data: st.DataObject) -> None:
    """However objects are spread over files, and in whichever order, the bank is the same."""
    sections = {section: bank.contents.section(section) for section in SECTIONS}
    objects = [(section, document(item)) for section, own in sections.items() for item in own]
    files: dict[str, Any] = {"pack.json": files_of(bank)["pack.json"]}
    for section, plain in data.draw(st.permutations(objects)):
        name = data.draw(st.sampled_from(["a.json", "roles/b.json", "z.json"]))
        files.setdefault(name, {}).setdefault(section, []).append(plain)
    assert load(packed(files)) == bank


def test_an_error_carries_all_problems() -> None:
    """A pack that cannot be loaded is refused with everything that `check` finds."""
    with pytest.raises(PackError) as caught:
        load("core", str(FAULTY))
    assert caught.value == PackError(str(FAULTY), check(FAULTY))
    assert len(caught.value.problems) == 20


def test_an_error_carries_the_problems_of_every_pack() -> None:
    """Of two packs that cannot be loaded, neither hides the problems of the other."""
    other = HERE / "invalid" / "bad-id"
    with pytest.raises(PackError) as caught:
        load("core", FAULTY, other)
    (second,) = caught.value.others
    assert caught.value.problems == check(FAULTY)
    assert second == PackError(str(other), check(other))
    assert all(str(problem) in str(caught.value) for problem in (*check(FAULTY), *check(other)))
    assert pickle.loads(pickle.dumps(caught.value)) == caught.value  # noqa: S301 - our own bytes


def test_nothing_is_half_loaded() -> None:
    """A refused pack leaves nothing behind: those loaded with it are the same as before."""
    before = load("core", SMALL)
    with pytest.raises(PackError):
        load("core", SMALL, FAULTY)
    with pytest.raises(PackError):
        load(FAULTY, SMALL, "core")
    assert load("core", SMALL) == before


def test_required_packs_must_be_loaded() -> None:
    """A pack that requires another cannot be loaded alone, though `check` finds nothing wrong."""
    assert check(SMALL) == ()
    with pytest.raises(PackError) as caught:
        load(SMALL)
    assert caught.value.problems[0].rule == "missing-pack"


@pytest.mark.parametrize(
    ("named", "shown"),
    [
        (lambda _: "./missing/../acme", "./missing/../acme"),
        (str, str),
        (lambda path: path, str),
        (lambda path: path / ".." / "acme", lambda path: str(path / ".." / "acme")),
    ],
    ids=["relative string", "string", "path", "path with dots"],
)
def test_an_error_names_the_pack_as_the_caller_did(
    named: Callable[[Path], Any],
    shown: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A refused pack is called what it was called by the caller, so that two can be told apart."""
    folder = write(tmp_path / "acme", {"pack.json": {**INFO, "licence": ""}})
    tmp_path.joinpath("missing").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(PackError) as caught:
        load(named(folder))
    assert caught.value.pack == (shown(folder) if callable(shown) else shown)


def test_the_folder_one_stands_in_has_a_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pack at `.` is not refused under an empty name."""
    monkeypatch.chdir(write(tmp_path / "acme", {"pack.json": {**INFO, "licence": ""}}))
    with pytest.raises(PackError) as caught:
        load(Path())
    assert caught.value.pack != ""


@pytest.mark.parametrize(
    ("change", "noun", "id"),
    [
        (lambda files: files["facts.json"]["facts"][0].update(topic="after"), "Fact", "acme:rest"),
        (lambda files: files["pack.json"].update(licence="CC0-1.0"), "PackInfo", "acme"),
        (lambda files: files["pack.json"].update(version="1.0.1"), "PackInfo", "acme"),
    ],
    ids=["object", "licence of the pack", "version of the pack"],
)
def test_conflicts_name_both_places(
    change: Callable[[dict[str, Any]], None], noun: str, id: str, tmp_path: Path
) -> None:
    """Two packs that define one thing differently are refused, and it shows which two."""
    files: dict[str, Any] = {"pack.json": {**INFO}, "facts.json": {"facts": [{**FACT}]}}
    one = write(tmp_path / "one" / "acme", files)
    change(files)
    other = write(tmp_path / "other" / "acme", files)
    with pytest.raises(ConflictError) as caught:
        load(one, other)
    with pytest.raises(ConflictError) as mirrored:
        load(other, one)
    assert (caught.value.noun, caught.value.id) == (noun, id)
    assert caught.value == mirrored.value
    assert len(set(caught.value.places)) == 2


def test_equal_copies_do_not_conflict(tmp_path: Path) -> None:
    """The same pack from two places is the same pack."""
    copy = write(tmp_path / "acme", small_pack())
    assert load("core", SMALL, copy) == load("core", SMALL)


def test_names_and_paths_that_lead_nowhere() -> None:
    """A name that is no pack and a path that is no folder are refused, beside any sound pack."""
    with pytest.raises(PluginError, match="'acme' is no installed pack"):
        load("core", "acme")
    with pytest.raises(FileNotFoundError, match="there is no such folder or zip"):
        check(Path("nowhere"))


@pytest.mark.parametrize("pack", ["", None, 5, b"core"])
def test_what_names_no_pack_is_refused(
    pack: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty name is not the current folder, even if that is a pack."""
    monkeypatch.chdir(write(tmp_path / "acme", {"pack.json": INFO}))
    for job in (load, check):
        with pytest.raises(InvalidValueError) as caught:
            job(pack)
        assert caught.value.where == "pack"


def broken_zip(folder: Path) -> Path:
    """Write a zip whose one member is damaged."""
    path = folder / "acme.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pack.json", written(INFO) * 40)
    data = bytearray(path.read_bytes())
    data[60:70] = b"\xff" * 10
    path.write_bytes(data)
    return path


def miscounted_zip(folder: Path) -> Path:
    """Write a zip whose one member is not what its checksum says."""
    path = folder / "acme.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("pack.json", written(INFO))
    path.write_bytes(path.read_bytes().replace(b"MIT", b"TIM", 1))
    return path


def no_zip(folder: Path) -> Path:
    """Write a file that is no zip."""
    path = folder / "acme.zip"
    path.write_bytes(written(INFO))
    return path


@pytest.mark.parametrize("damaged", [broken_zip, miscounted_zip, no_zip])
def test_damaged_packs_are_unreadable(damaged: Callable[[Path], Path], tmp_path: Path) -> None:
    """A file that cannot be read as a zip is a problem of the pack, like a folder that cannot."""
    assert [problem.rule for problem in check(damaged(tmp_path))] == ["unreadable"]


def test_bottomless_packs_have_an_answer() -> None:
    """More folders within folders than Python calls functions are read, or are a problem."""
    files = {"pack.json": INFO, f"{'a/' * 1_200}facts.json": {"facts": [FACT]}}
    assert {problem.rule for problem in check(packed(files))} <= {"unreadable"}


def test_a_zip_in_memory_is_a_pack() -> None:
    """The top of a zip without a file name is a folder like any other."""
    assert check(packed({"pack.json": INFO}, folder="")) == ()


def test_packs_in_other_folders_may_stand_beside() -> None:
    """A pack that requires another which is not installed is checked against that one."""
    pack = packed(other_pack())
    assert [problem.rule for problem in check(pack)] == ["missing-pack"]
    assert check(pack, SMALL) == ()
    assert check(packed({"pack.json": INFO}), FAULTY) == ()


def test_required_packs_stand_beside_the_one_checked() -> None:
    """`check` finds ids of the bundled packs that a pack requires, and of no others."""
    files = small_pack()
    files["courier.json"]["questions"][0]["stages"] = ["user", "hr"]
    assert check(packed(files)) == ()
    files["pack.json"]["requires"] = ["core", "hq"]
    assert check(packed(files)) == (
        Problem(
            file="pack.json",
            line=16,
            column=5,
            path="$.requires[1]",
            rule="missing-pack",
            message="this pack requires 'hq', which is not loaded",
            hint="Load both, as in load('hq', …).",
        ),
    )
