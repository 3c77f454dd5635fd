"""Packs for tests, written in the test itself."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

HERE: Final = Path(__file__).parent
SMALL: Final = HERE / "valid_small"

#: What the smallest pack says about itself.
INFO: Final = {
    "format": 2,
    "name": "acme",
    "version": "1.0.0",
    "title": {"en": "Acme"},
    "languages": ["en"],
    "licence": "MIT",
}
FACT: Final = {"id": "acme:rest", "topic": "during", "text": {"en": "Rest helps."}}


def packed(files: Mapping[str, Any], folder: str = "acme/") -> zipfile.Path:
    """Write a pack, in memory; what is not yet bytes is written as JSON, two spaces of indent."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, held in files.items():
            archive.writestr(f"{folder}{name}", held if isinstance(held, bytes) else written(held))
    return zipfile.Path(zipfile.ZipFile(stream), folder)


def written(plain: object) -> bytes:
    """Write a document as packs are written by hand."""
    return json.dumps(plain, indent=2).encode()


def small_pack(folder: Path = SMALL) -> dict[str, Any]:
    """Give the files of a sound pack that requires `core`, to change them."""
    return {path.name: json.loads(path.read_bytes()) for path in folder.glob("*.json")}


def places(plain: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[Any, Any]]:
    """Go through all places of a document, with what stands there."""
    yield path, plain
    if isinstance(plain, dict | list):
        for key, held in plain.items() if isinstance(plain, dict) else enumerate(plain):
            yield from places(held, (*path, key))
