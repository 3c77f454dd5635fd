"""Bundled packs as banks; `packs.load` stands on the same floor of the house and is out of reach."""

import json
from functools import cache
from typing import Any

from interview_kit._documents import structure
from interview_kit._resources import PACK_FILE, json_files, open_pack
from interview_kit.bank import Bank, Part, unite
from interview_kit.model import SECTIONS, PackInfo, contents_of

__all__ = ["bundled_bank"]


@cache
def bundled_bank(*names: str) -> Bank:
    """Give a bank of packs that come with the library, which are known to be sound.

    Args:
        *names: their names, with those of all packs that they require.

    Returns:
        The bank, as `packs.load` gives it.
    """
    return unite(_part(name) for name in names)


def _part(name: str) -> Part:
    files = {file: json.loads(data) for file, data in json_files(open_pack(name))}
    about: dict[str, Any] = files.pop(PACK_FILE)
    info = structure({key: about[key] for key in about.keys() - {"$schema", "format"}}, PackInfo)
    found: dict[str, list[Any]] = {section: [] for section in SECTIONS}
    for plain in files.values():
        for section in plain.keys() & SECTIONS.keys():
            found[section] += [structure(each, SECTIONS[section]) for each in plain[section]]
    return Part((info,), contents_of(found), ())
