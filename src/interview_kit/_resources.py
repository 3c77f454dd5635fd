"""Files of a pack, wherever it lies, and the data files of this library's own packages."""

import json
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any, Final, Literal, Protocol, cast

from importlib_resources import files

from interview_kit._strict_json import MAX_BYTES
from interview_kit.errors import PluginError

__all__ = [
    "PACK_FILE",
    "Folder",
    "PackSource",
    "bundled_names",
    "json_files",
    "open_pack",
    "read_data",
]


class Folder(Protocol):
    """A folder or file of a pack: what `importlib.resources.files` gives, a path, a place in a zip."""

    @property
    def name(self) -> str:
        """Its name without those above it."""
        ...

    def iterdir(self) -> Iterator["Folder"]:
        """Go through what is in it."""
        ...

    def joinpath(self, *descendants: str) -> "Folder":
        """Give something below it."""
        ...

    def is_dir(self) -> bool:
        """Tell whether it is a folder."""
        ...

    def is_file(self) -> bool:
        """Tell whether it is a file."""
        ...

    def open(self, mode: Literal["rb"], /) -> IO[bytes]:
        """Open it for reading."""
        ...


#: Told of a file that cannot be read, and why.
Note = Callable[[str, Exception], None]

#: The name of a bundled or installed pack, a path, or what `importlib.resources.files` gives.
PackSource = str | os.PathLike[str] | Folder

PACK_FILE: Final = "pack.json"
GROUP: Final = "interview_kit.packs"
#: Most files in one pack; the core pack has 15.
MAX_FILES: Final = 2_000
#: Most bytes in one pack: 100,000 questions of the usual size.
MAX_TOTAL_BYTES: Final = 256 * 1024 * 1024
#: Deepest folder within folders; the core pack needs 1.
MAX_FOLDERS: Final = 16
NAME: Final = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*")
ARCHIVES: Final = (".zip", ".whl")


def bundled_names() -> tuple[str, ...]:
    """Name the packs that come with the library.

    Returns:
        The names, sorted.
    """
    folders = (each for each in _data().iterdir() if each.is_dir())
    return tuple(sorted(each.name for each in folders if each.joinpath(PACK_FILE).is_file()))


def open_pack(source: PackSource) -> Folder:
    """Find the folder of a pack.

    Args:
        source: the name of a bundled pack or of an installed one (entry point group
            `interview_kit.packs`), the path of a folder or zip, or a traversable folder.

    Returns:
        The folder that holds `pack.json`, or should.

    Raises:
        PluginError: if a name belongs to no pack, to two, or to one that cannot be opened.
        FileNotFoundError: if a path leads nowhere.
    """
    if isinstance(source, str) and NAME.fullmatch(source) and not source.endswith(ARCHIVES):
        return _named(source)
    if isinstance(source, str | os.PathLike):
        return _at_path(Path(source))
    return source


def read_data(package: str, name: str) -> dict[str, Any]:
    """Read a data file that comes with a package of this library.

    Args:
        package: the dotted name of the package.
        name: the file in its `data` folder, without `.json`.

    Returns:
        What the file holds, anew at each call.
    """
    file = files(package).joinpath("data", f"{name}.json")
    data: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return data


def _give_up(_name: str, error: Exception) -> None:
    raise error


def json_files(folder: Folder, note: Note = _give_up) -> Iterator[tuple[str, bytes]]:
    """Read the JSON files of a pack; hidden files and other kinds are passed over.

    Args:
        folder: the folder of the pack.
        note: told of each file that cannot be read, and why; by default that ends the reading.

    Yields:
        Name below the folder, with slashes, and the bytes; `pack.json` first, the others sorted;
        of a file over the limit just one byte more than the limit.

    Raises:
        ValueError: if there are more files, bytes or folders than a pack may have.
    """
    walked = list(_walk(folder.iterdir(), "", MAX_FOLDERS, note))
    found = sorted(dict(walked).items(), key=lambda named: (named[0] != PACK_FILE, named[0]))
    if len(found) > MAX_FILES:
        raise ValueError(f"{len(found)} JSON files; a pack has at most {MAX_FILES}")
    times = Counter(name for name, _ in walked)
    total = 0
    for name, file in found:
        if times[name] > 1:
            note(name, ValueError("two members of the zip have this name"))
            continue
        try:
            with file.open("rb") as stream:
                data = stream.read(MAX_BYTES + 1)
        except Exception as error:  # noqa: BLE001 - damaged archives raise whatever they like
            note(name, error)
            continue
        total += len(data)
        if total > MAX_TOTAL_BYTES:
            raise ValueError(f"more than {MAX_TOTAL_BYTES} bytes in all; split the pack")
        yield name, data


def _walk(
    members: Iterable[Folder], prefix: str, deeper: int, note: Note
) -> Iterator[tuple[str, Folder]]:
    for each in members:
        name = prefix + each.name
        try:
            if each.name.startswith(".") or (each.name.startswith("__") and each.is_dir()):
                continue
            inner = list(each.iterdir()) if each.is_dir() else None
            is_file = each.is_file()
        except OSError as error:
            note(name, error)
            continue
        if inner is not None and not deeper:
            raise ValueError(f"folders within folders more than {MAX_FOLDERS} deep")
        if inner is not None:
            yield from _walk(inner, f"{name}/", deeper - 1, note)
        elif is_file and name.lower().endswith(".json"):
            yield name, each
        elif name.lower().endswith(".json"):
            # A pipe would be waited for without end.
            note(name, ValueError("this is no regular file, or a link that leads nowhere"))


def _data() -> Folder:
    return files("interview_kit.packs").joinpath("data")


def _named(name: str) -> Folder:
    if name in bundled_names():
        return _data().joinpath(name)
    # Needed by few, and 30 ms to import: no caller who names a bundled pack pays for it.
    from importlib.metadata import entry_points  # noqa: PLC0415

    installed = entry_points(group=GROUP)
    available = tuple(sorted({*bundled_names(), *(each.name for each in installed)}))
    chosen = [each for each in installed if each.name == name]
    if not chosen:
        reason = "is no installed pack; to load a folder or a zip, pass a pathlib.Path"
        raise PluginError(GROUP, name, reason, available)
    owners = " and ".join(sorted(each.dist.name if each.dist else each.value for each in chosen))
    if len(chosen) > 1:
        raise PluginError(GROUP, name, f"is offered by {owners}; uninstall one", available)
    try:
        return files(chosen[0].value)
    except Exception as error:
        reason = f"of {owners} cannot be opened: {error}"
        raise PluginError(GROUP, name, reason, available) from error


def _at_path(path: Path) -> Folder:
    if not path.exists():
        raise FileNotFoundError(f"{path}: there is no such folder or zip; a pack is either")
    if path.is_dir():
        return cast("Folder", path)
    # Needed by few, and 10 ms to import.
    import zipfile  # noqa: PLC0415

    root = zipfile.Path(path)
    # People zip the folder rather than what is in it, and a wheel holds the package beside its
    # metadata.
    inside = [each for each in root.iterdir() if each.joinpath(PACK_FILE).is_file()]
    nested = not root.joinpath(PACK_FILE).is_file() and len(inside) == 1
    return cast("Folder", inside[0] if nested else root)
