"""What finding questions and items by their facets needs."""

from collections.abc import Mapping, Sequence
from typing import Final

from interview_kit.errors import InvalidValueError
from interview_kit.model import EASIEST, FACETS, HARDEST, Entry
from interview_kit.model.checks import as_tuple, shown
from interview_kit.model.facets import EMPTY_FOR

__all__ = ["ID_FACETS", "levels_of", "positions_by_facet"]

#: The facets whose values are ids, and the section in which those must stand.
ID_FACETS: Final[Mapping[str, str]] = {
    "role": "roles",
    "stage": "stages",
    "goal": "goals",
    "competency": "competencies",
}


def positions_by_facet(
    entries: Sequence[Entry], roles: tuple[str, ...]
) -> Mapping[tuple[str, str | int], frozenset[int]]:
    """Index questions and items by what they hold.

    Args:
        entries: the questions and items.
        roles: the ids of all roles, each of which an entry without roles is for.

    Returns:
        Pairs of facet and what is held there, with the positions of the entries that hold it.
    """
    found: dict[tuple[str, str | int], set[int]] = {}
    of_class = {
        kind: [facet for facet in FACETS.items() if facet[0] not in empty]
        for kind, empty in EMPTY_FOR.items()
    }
    for position, entry in enumerate(entries):
        for facet, values_of in of_class[type(entry)]:
            for value in values_of(entry) or (roles if facet == "role" else ()):
                found.setdefault((facet, value), set()).add(position)
    return {key: frozenset(positions) for key, positions in found.items()}


def levels_of(difficulty: int | tuple[int, int]) -> range:
    """Give the difficulties that are wanted.

    Args:
        difficulty: one, or the lowest and the highest, 1 to 5.

    Returns:
        All of them.

    Raises:
        InvalidValueError: if it is neither.
    """
    given = (difficulty, difficulty) if isinstance(difficulty, int) else as_tuple(difficulty)
    whole = [each for each in given if type(each) is int and EASIEST <= each <= HARDEST]
    if len(given) != len(("lowest", "highest")) or not list(given) == whole == sorted(whole):
        allowed = "a number from 1 to 5, or the lowest and the highest"
        raise InvalidValueError("difficulty", shown(difficulty), allowed, rule="out-of-range")
    return range(given[0], given[1] + 1)
