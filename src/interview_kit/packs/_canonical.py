"""The one way to write a pack's files, so that a change shows as a change and nothing else."""

import json
from collections.abc import Iterator
from typing import Any

from interview_kit._documents import document, structure
from interview_kit._resources import PACK_FILE, PackSource, json_files, open_pack
from interview_kit.model import SECTIONS, PackInfo
from interview_kit.packs._migrate import FORMAT, migrate

__all__ = ["canonical_files", "dump"]


def canonical_files(pack: PackSource) -> Iterator[tuple[str, bytes, bytes]]:
    """Write every file of a sound pack anew, in the current format.

    Two spaces of indent, keys in declared order, objects sorted by id, defaults left out, one new
    line at the end.

    Args:
        pack: as for `load`; `check` finds nothing wrong with it.

    Yields:
        The name of the file, its bytes as they are, and as they should be.

    Raises:
        DocumentError: if the pack is not sound.
    """
    format_number = FORMAT
    for name, data in json_files(open_pack(pack)):
        plain: dict[str, Any] = json.loads(data)
        head = {"$schema": plain.pop("$schema")} if "$schema" in plain else {}
        if name == PACK_FILE:
            format_number = plain.pop("format")
            head["format"] = FORMAT
        plain = migrate(plain, format_number)
        body = document(structure(plain, PackInfo)) if name == PACK_FILE else _sections(plain)
        yield name, data, dump({**head, **body})


def dump(plain: Any) -> bytes:
    """Write a plain document as a pack's files are written.

    Args:
        plain: dicts, lists, strings, numbers and booleans.

    Returns:
        JSON in UTF-8, with a new line at the end.
    """
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()


def _sections(plain: dict[str, Any]) -> dict[str, Any]:
    return {
        section: sorted(
            (document(structure(item, noun)) for item in plain[section]),
            key=lambda item: item["id"],
        )
        for section, noun in SECTIONS.items()
        if section in plain
    }
