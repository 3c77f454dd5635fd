"""Loading and checking packs."""

import os
from collections.abc import Iterator
from contextlib import suppress

from interview_kit._resources import PACK_FILE, PackSource, open_pack
from interview_kit.bank import Bank, Part, unite
from interview_kit.errors import InvalidValueError, PackError, PluginError, Problem
from interview_kit.model import SECTIONS, contents_of
from interview_kit.model.checks import shown
from interview_kit.packs._ask import prohibited
from interview_kit.packs._link import link
from interview_kit.packs._read import Draft, located, read_pack, unreadable_pack

__all__ = ["check", "load"]


def load(*packs: PackSource) -> Bank:
    """Load packs into one bank; all of them, or nothing.

    Args:
        *packs: each the name of a bundled or installed pack, the path of a folder or zip, or what
            `importlib.resources.files` gives; none means the bundled pack `core`.

    Returns:
        The bank; the same whatever the order of the packs.

    Raises:
        PackError: if anything is wrong with a pack; it carries every problem of it, and those of
            further packs.
        PluginError: if a name belongs to no pack.
        FileNotFoundError: if a path leads nowhere.
        InvalidValueError: if a name is empty, or no name at all.
        ConflictError: if two packs define one thing differently.

    >>> len(load().roles)
    5
    """
    drafts = [_read(pack) for pack in packs or ("core",)]
    found = ((draft.label, located(draft, link(draft, drafts))) for draft in drafts)
    broken = [PackError(label, problems) for label, problems in found if problems]
    if broken:
        raise PackError(broken[0].pack, broken[0].problems, tuple(broken[1:]))
    return unite(_part(draft) for draft in drafts)


def check(pack: PackSource, *beside: PackSource) -> tuple[Problem, ...]:
    """Look for everything that is wrong with a pack; the packs that it requires stand beside it.

    Beyond what `load` refuses, it refuses questions that clearly must not be asked; what is merely
    suspected is told by `interview_kit.lint.lint_question`. As it may err, `load` does not look.

    Args:
        pack: as for `load`.
        *beside: packs that it requires and that are neither bundled nor installed.

    Returns:
        All problems of that one pack in the order of files and lines; none if it is sound.

    Raises:
        PluginError: if a name belongs to no pack.
        FileNotFoundError: if a path leads nowhere.

    >>> check("core")
    ()
    """
    given = [_read(each) for each in (pack, *beside)]
    linked = link(given[0], [*given, *_required(given)])
    return located(given[0], (*linked, *prohibited(given[0])))


def _read(pack: PackSource) -> Draft:
    is_source = isinstance(pack, str | os.PathLike) or hasattr(pack, "iterdir")
    # An empty name would be taken for the path of the current folder.
    if not is_source or pack == "":
        raise InvalidValueError("pack", shown(pack), "a name, a path, or a folder of files(...)")
    label = _label(pack)
    try:
        folder = open_pack(pack)
    except (PluginError, FileNotFoundError):
        raise
    except Exception as error:  # noqa: BLE001 - damaged archives raise whatever they like
        return unreadable_pack(label, error)
    return read_pack(folder, label)


def _required(given: list[Draft]) -> Iterator[Draft]:
    there = {draft.about.get("name") for draft in given}
    for name in sorted({*given[0].about.get("requires", ())} - there):
        # A pack that is not there is reported by linking.
        with suppress(PluginError):
            yield _read(name)


def _label(pack: PackSource) -> str:
    if isinstance(pack, str | os.PathLike):
        return os.fspath(pack)
    try:
        return pack.name
    except (AttributeError, TypeError):  # the root of a zip in memory has no name
        return "a pack without a name"


def _part(draft: Draft) -> Part:
    sections = {
        name: tuple(e.item for e in draft.entries if e.item and e.section == name)
        for name in SECTIONS
    }
    infos = (draft.info,) if draft.info else ()
    places = {f"{e.section}/{e.id}": f"{draft.label}: {e.file}" for e in draft.entries}
    places |= {f"packs/{info.name}": f"{draft.label}: {PACK_FILE}" for info in infos}
    return Part(infos, contents_of(sections), tuple(places.items()))
