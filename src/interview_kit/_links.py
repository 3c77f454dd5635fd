"""Where ids lead, and which names come near one that leads nowhere."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from interview_kit._strict_json import show_path
from interview_kit.model import SECTIONS, Contents, PackInfo, references

__all__ = ["dangling", "nearest_names"]


def dangling(contents: Contents, packs: Iterable[PackInfo] = ()) -> Iterator[tuple[str, str, str]]:
    """Find ids that lead to no object.

    Args:
        contents: what to look through.
        packs: the packs whose sources `origin` fields may name.

    Yields:
        Where the id stands, such as `questions/S01.roles[0]`; the section in which its object is
        missing; and the id.
    """
    known = {name: {each.id for each in contents.section(name)} for name in SECTIONS}
    known["sources"] = {source.id for info in packs for source in info.sources}
    for name in SECTIONS:
        for item in contents.section(name):
            for place, section, id in references(item):
                if id not in known[section]:
                    yield f"{name}/{item.id}{show_path(place)[1:]}", section, id


def nearest_names(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Find names that look like another.

    Args:
        name: what somebody wrote.
        known: the names that exist.

    Returns:
        Up to three of them, best first.

    >>> nearest_names("salse", ["sales", "admin"])
    ('sales',)
    """
    by_lower = {each.lower(): each for each in known}
    return tuple(by_lower[each] for each in get_close_matches(name.lower(), by_lower, 3))
