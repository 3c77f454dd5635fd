"""Files of packs: the same files wherever a pack lies, and nothing that is no part of it."""

import os
import zipfile
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Final

import importlib_resources
import pytest
from hypothesis import given, settings, strategies as st

from interview_kit import PluginError
from interview_kit._resources import (
    GROUP,
    MAX_FILES,
    PACK_FILE,
    PackSource,
    bundled_names,
    json_files,
    open_pack,
    read_data,
)
from interview_kit._strict_json import MAX_BYTES
from packs.writing import SMALL, packed

#: The packs that come with the library.
BUNDLED: Final = ("answers", "core", "general_behavioural", "general_hr", "labelled")
#: Name and bytes of each file of the small pack, in the order in which they are read.
FILES: Final = [(name, SMALL.joinpath(name).read_bytes()) for name in (PACK_FILE, "courier.json")]


class PathLike:
    """A path of some other library."""

    def __fspath__(self) -> str:
        return str(SMALL)


def zipped(folder: Path, name: str, files: dict[str, bytes]) -> Path:
    """Write a zip."""
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for inner, data in files.items():
            archive.writestr(inner, data)
    return folder / name


def install(
    site: Path, distribution: str, *, value: str, name: str = "acme", group: str = GROUP
) -> None:
    """Write what installing a distribution with one entry point leaves behind."""
    info = site / f"{distribution.replace('-', '_')}-1.0.dist-info"
    info.mkdir(parents=True)
    info.joinpath("METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n"
    )
    info.joinpath("entry_points.txt").write_text(f"[{group}]\n{name} = {value}\n")


def package(site: Path, name: str, *, regular: bool = True) -> None:
    """Write a package that holds the small pack; without `__init__.py` it is a namespace package."""
    folder = site / name
    folder.mkdir(parents=True)
    for inner, data in FILES:
        folder.joinpath(inner).write_bytes(data)
    if regular:
        folder.joinpath("__init__.py").touch()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder from which Python imports, as it does from `site-packages`."""
    found = tmp_path / "site-packages"
    found.mkdir()
    monkeypatch.syspath_prepend(found)
    return found


def in_zip(tmp_path: Path) -> PackSource:
    """Put the pack at the top of a zip."""
    return zipped(tmp_path, "acme-1.2.zip", dict(FILES))


def in_nested_zip(tmp_path: Path) -> PackSource:
    """Put the pack into the one folder of a zip, as file managers do."""
    return zipped(tmp_path, "acme.zip", {f"acme/{name}": data for name, data in FILES})


def in_zip_of_a_mac(tmp_path: Path) -> PackSource:
    """Put the pack into a zip that a Mac wrote, with its folder of resource forks."""
    inner = {f"acme/{name}": data for name, data in FILES}
    return zipped(tmp_path, "acme.zip", {**inner, "__MACOSX/acme/._pack.json": b"\x00\x05\x16\x07"})


def in_wheel(tmp_path: Path) -> PackSource:
    """Put the pack into a package in a wheel, beside the metadata."""
    inner = {f"acme_pack/{name}": data for name, data in FILES}
    metadata = {"acme_pack-1.2.dist-info/METADATA": b"Metadata-Version: 2.1\n"}
    return str(
        zipped(
            tmp_path,
            "acme_pack-1.2-py3-none-any.whl",
            {"acme_pack/__init__.py": b"", **inner, **metadata},
        )
    )


@pytest.mark.parametrize(
    "place",
    [
        lambda _: SMALL,
        lambda _: str(SMALL),
        lambda _: os.path.relpath(SMALL),
        lambda _: PathLike(),
        in_zip,
        lambda tmp_path: str(in_zip(tmp_path)),
        in_nested_zip,
        in_zip_of_a_mac,
        in_wheel,
        lambda _: packed(dict(FILES)),
        lambda tmp_path: zipfile.Path(str(in_nested_zip(tmp_path)), "acme/"),
    ],
    ids=[
        "folder",
        "path as a string",
        "relative path",
        "path of another library",
        "zip",
        "zip as a string",
        "zip of a folder",
        "zip of a Mac",
        "wheel",
        "zip in memory",
        "place in a zip",
    ],
)
def test_a_pack_has_the_same_files_anywhere(
    place: Callable[[Path], PackSource], tmp_path: Path
) -> None:
    """Folder, zip and wheel give the same files, `pack.json` first."""
    assert list(json_files(open_pack(place(tmp_path)))) == FILES


@pytest.mark.parametrize("find", [files, importlib_resources.files])
@pytest.mark.parametrize("regular", [True, False])
def test_a_package_is_a_pack(
    find: Callable[[str], PackSource], site: Path, *, regular: bool
) -> None:
    """What `files` gives of a package is a pack, with and without `__init__.py`."""
    name = f"acme_files_{find.__module__.partition('.')[0]}_{regular}".lower()
    package(site, name, regular=regular)
    assert list(json_files(open_pack(find(name)))) == FILES


def test_bundled_packs_are_found() -> None:
    """The bundled packs are the folders of the library that hold a `pack.json`."""
    assert bundled_names() == BUNDLED
    assert open_pack("core").joinpath(PACK_FILE).is_file()


def test_hidden_files_are_passed_over() -> None:
    """What begins with a dot, folders with two underscores, and other kinds are no part of a pack."""
    passed_over = ("expected.txt", "README.md", ".draft.json", "facts.json~")
    folders = (".git/config.json", "__pycache__/x.json", "roles/.idea/x.json")
    read = ("pack.json", "B.JSON", "__q.json", "a.json", "roles/_sales.json", "roles/hr/b.json")
    found = json_files(packed(dict.fromkeys((*passed_over, *folders, *read), b"{}")))
    assert [name for name, _ in found] == list(read)


@given(st.lists(st.from_regex(r"([a-z]{1,2}/){0,2}[a-z.]{1,3}", fullmatch=True), unique=True))
@settings(max_examples=30)
def test_files_come_in_one_order(names: list[str]) -> None:
    """Whatever the order on the disk, `pack.json` comes first and the others by name."""
    others = {f"{name}.json": name.encode() for name in names if "/." not in f"/{name}"}
    found = list(json_files(packed({**others, PACK_FILE: b"{}"})))
    assert found == [(PACK_FILE, b"{}"), *sorted(others.items())]


def test_no_file_is_read_beyond_the_limit(tmp_path: Path) -> None:
    """Of a huge file only one byte more than the limit is read, which tells that it is too large."""
    with tmp_path.joinpath("big.json").open("wb") as file:
        file.truncate(MAX_BYTES * 4)
    tmp_path.joinpath("small.json").write_bytes(b"{}")
    sizes = [(name, len(data)) for name, data in json_files(tmp_path)]
    assert sizes == [("big.json", MAX_BYTES + 1), ("small.json", 2)]


def test_a_pack_has_a_bounded_number_of_files() -> None:
    """A pack of the largest number of files is read, and one more is refused before any is."""
    most = {f"{number}.json": b"{}" for number in range(MAX_FILES)}
    assert len(list(json_files(packed(most)))) == MAX_FILES
    with pytest.raises(ValueError, match=r"^2001 JSON files; a pack has at most 2000$"):
        next(json_files(packed({**most, PACK_FILE: b"{}"})))


@pytest.mark.parametrize("name", ["./nowhere", "nowhere.zip", "nowhere.whl", "a b"])
def test_paths_that_lead_nowhere(name: str) -> None:
    """A path without a folder or file is not found, and the message names it."""
    with pytest.raises(FileNotFoundError, match="there is no such folder or zip") as caught:
        open_pack(name)
    assert str(caught.value).startswith(str(Path(name)))


def test_a_path_may_look_like_a_name() -> None:
    """A `Path` is always a path, even where a bundled pack has the same name."""
    with pytest.raises(FileNotFoundError):
        open_pack(Path("core"))


def test_names_that_no_pack_has() -> None:
    """A name that belongs to no pack is refused, with the names that do."""
    with pytest.raises(PluginError) as caught:
        open_pack("acme")
    reason = "is no installed pack; to load a folder or a zip, pass a pathlib.Path"
    assert caught.value == PluginError(GROUP, "acme", reason, BUNDLED)


@pytest.mark.parametrize("regular", [True, False])
def test_installed_packs_are_found_by_name(site: Path, *, regular: bool) -> None:
    """An entry point gives a name to the pack in a package, with and without `__init__.py`."""
    package(site, f"acme_named_{regular}".lower(), regular=regular)
    install(site, "acme-pack", value=f"acme_named_{regular}".lower())
    assert list(json_files(open_pack("acme"))) == FILES


def test_installed_packs_are_listed(site: Path) -> None:
    """A wrong name is answered with all that are installed, sorted, whatever other groups offer."""
    install(site, "zeta-pack", name="zeta", value="zeta_pack")
    install(site, "acme-pack", value="acme_pack")
    install(site, "other-tool", name="other", value="other_tool", group="interview_kit.scorers")
    with pytest.raises(PluginError) as caught:
        open_pack("other")
    assert caught.value.available == ("acme", *BUNDLED, "zeta")


def test_two_packs_of_one_name_are_refused(site: Path) -> None:
    """A name that two distributions offer is refused, and both are named."""
    install(site, "acme-two", value="acme_two")
    install(site, "acme-one", value="acme_one")
    with pytest.raises(PluginError) as caught:
        open_pack("acme")
    reason = "is offered by acme-one and acme-two; uninstall one"
    assert caught.value == PluginError(GROUP, "acme", reason, ("acme", *BUNDLED))


def test_two_offers_of_one_package_are_refused(site: Path) -> None:
    """Two distributions of one name are refused even if they offer the same package today."""
    package(site, "acme_shared")
    install(site, "acme-one", value="acme_shared")
    install(site, "acme-two", value="acme_shared")
    with pytest.raises(PluginError, match="is offered by acme-one and acme-two; uninstall one"):
        open_pack("acme")


def test_bundled_packs_cannot_be_replaced(site: Path) -> None:
    """The name of a bundled pack means that pack, whatever is installed."""
    package(site, "acme_as_core")
    install(site, "acme-pack", name="core", value="acme_as_core")
    assert next(json_files(open_pack("core"))) != FILES[0]


@pytest.mark.parametrize(
    ("source", "cause"),
    [
        (None, ModuleNotFoundError("No module named 'acme_broken_0'")),
        ("raise RuntimeError('no licence key')", RuntimeError("no licence key")),
    ],
)
def test_packs_that_cannot_be_opened(site: Path, source: str | None, cause: Exception) -> None:
    """A pack whose package cannot be imported is refused with its distribution and the cause."""
    module = f"acme_broken_{0 if source is None else 1}"
    install(site, "acme-pack", value=module)
    if source is not None:
        site.joinpath(f"{module}.py").write_text(source)
    with pytest.raises(PluginError) as caught:
        open_pack("acme")
    reason = f"of acme-pack cannot be opened: {cause}"
    assert caught.value == PluginError(GROUP, "acme", reason, ("acme", *BUNDLED))
    assert repr(caught.value.__cause__) == repr(cause)


def test_data_of_a_package() -> None:
    """A data file is read anew at each call: what one caller takes out of it, the next finds."""
    taken = read_data("interview_kit.language", "id")
    del taken["lexicons"]
    assert "lexicons" in read_data("interview_kit.language", "id")
