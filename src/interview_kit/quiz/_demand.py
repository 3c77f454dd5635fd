"""A blueprint applied to a bank: the questions that may be drawn, and limits on sets of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Final, final

from attrs import evolve, field, frozen

from interview_kit.bank import ID_FACETS, Bank, nearest_names
from interview_kit.errors import UnknownIdError
from interview_kit.model import Entry, QuizItem
from interview_kit.quiz._blueprint import MAX_MINUTES, Blueprint, Draws
from interview_kit.quiz._quota import Quota

__all__ = [
    "ENEMIES",
    "EXCLUDE",
    "MINUTES",
    "SEEN",
    "Demand",
    "Limit",
    "clusters_of",
    "demand_of",
    "pool_of",
    "unknown_names",
]

#: The requirements that a time window makes, exclusions, enemies, and what was seen before.
MINUTES: Final = "minutes"
EXCLUDE: Final = "exclude"
ENEMIES: Final = "enemies"
SEEN: Final = "seen"


@final
@frozen(kw_only=True, eq=False)
class Limit:
    """How many questions of a set a quiz must and may have.

    Attributes:
        key: names the requirement, such as `quota 0`.
        ids: the set.
        at_least: the fewest.
        at_most: the most; `None` means any number.
    """

    key: str
    ids: frozenset[str]
    at_least: int = 0
    at_most: int | None = None

    def missed_by(self, count: int) -> int:
        """Tell by how many questions so many of the set are too few or too many."""
        most = count if self.at_most is None else self.at_most
        return max(self.at_least - count, count - most, 0)

    def missed(self, ids: Iterable[str]) -> int:
        """Tell by how many questions a quiz of these misses the limit."""
        return self.missed_by(sum(id in self.ids for id in ids))


@final
@frozen(kw_only=True, eq=False)
class Demand:
    """What a quiz must contain, in terms of the questions there are.

    Attributes:
        pool: the questions that may stand in a quiz, by id.
        length: the fewest and the most questions.
        minutes: the fewest and the most minutes; `None` means any time.
        limits: how many of which sets.
        include: ids that must be in.
        clusters: each question that has an enemy in the pool, with the first id of its cluster;
            of a cluster a quiz holds one at most.
        excluded: what would be in the pool, were it not excluded.
    """

    pool: Mapping[str, Entry]
    length: tuple[int, ...]
    minutes: tuple[int, ...] | None
    limits: tuple[Limit, ...]
    include: frozenset[str]
    clusters: Mapping[str, str]
    excluded: Mapping[str, Entry] = field(factory=dict[str, Entry])

    def requirements(self) -> tuple[str, ...]:
        """Name all that a quiz must satisfy beyond length and pool."""
        heads = self.clusters.values()
        return (
            *((MINUTES,) if self.minutes is not None else ()),
            *(limit.key for limit in self.limits),
            *(f"include {id}" for id in sorted(self.include)),
            *((EXCLUDE,) if self.excluded else ()),
            *((ENEMIES,) if len({*heads}) < len(heads) else ()),
        )

    def only(self, kept: Iterable[str]) -> "Demand":
        """Drop all requirements but these; what is no longer excluded comes without enemies."""
        keys = frozenset(kept)
        lifted = EXCLUDE not in keys and self.excluded
        return evolve(
            self,
            pool={**self.pool, **self.excluded} if lifted else self.pool,
            minutes=self.minutes if MINUTES in keys else None,
            limits=tuple(limit for limit in self.limits if limit.key in keys),
            include=frozenset(id for id in self.include if f"include {id}" in keys),
            clusters=self.clusters if ENEMIES in keys else {},
            excluded={} if lifted else self.excluded,
        )

    def as_limits(self) -> "Demand":
        """Say inclusions and exclusions as limits, under the same keys, so that they can be missed."""
        included = (
            Limit(key=f"include {id}", ids=frozenset((id,)), at_least=1)
            for id in sorted(self.include)
        )
        barred = Limit(key=EXCLUDE, ids=frozenset(self.excluded), at_most=0)
        return evolve(
            self,
            pool={**self.pool, **self.excluded},
            limits=(*self.limits, *included, *((barred,) if self.excluded else ())),
            include=frozenset(),
            excluded={},
        )

    def minutes_bounds(self) -> tuple[int, int]:
        """Give the time window, or one that holds every quiz."""
        return (self.minutes[0], self.minutes[1]) if self.minutes else (0, MAX_MINUTES)

    def missed(self, ids: Sequence[str]) -> Mapping[str, int]:
        """Tell for each requirement that is a window or a limit by how much these questions miss it."""
        found = {limit.key: limit.missed(ids) for limit in self.limits}
        if self.minutes is not None:
            low, high = self.minutes
            minutes = sum(self.pool[id].minutes for id in ids)
            found[MINUTES] = max(low - minutes, minutes - high, 0)
        return found

    def holds_for(self, ids: Sequence[str]) -> bool:
        """Tell whether a quiz of these questions satisfies the time window and all limits."""
        if self.minutes is not None:
            low, high = self.minutes
            if not low <= sum(self.pool[id].minutes for id in ids) <= high:
                return False
        return not any(limit.missed(ids) for limit in self.limits)


def demand_of(bank: Bank, blueprint: Blueprint) -> Demand:
    """Apply a blueprint to a bank.

    Args:
        bank: where the questions come from.
        blueprint: what the quiz must contain.

    Returns:
        The demand.

    Raises:
        UnknownIdError: if the blueprint names something that is not in the bank.
    """
    for unknown in unknown_names(bank, blueprint):
        raise unknown
    pool = pool_of(bank, blueprint)
    fitting = pool_of(bank, evolve(blueprint, exclude=())) if blueprint.exclude else pool
    limits = (
        Limit(
            key=f"quota {place}",
            ids=_counting(bank, quota),
            at_least=quota.at_least,
            at_most=quota.at_most,
        )
        for place, quota in enumerate(blueprint.quotas)
    )
    return Demand(
        pool=pool,
        length=blueprint.length,
        minutes=blueprint.minutes,
        limits=tuple(limits),
        include=frozenset(blueprint.include),
        clusters=clusters_of(pool, blueprint.enemies),
        excluded={id: fitting[id] for id in blueprint.exclude if id in fitting},
    )


def pool_of(bank: Bank, blueprint: Blueprint) -> dict[str, Entry]:
    """Give the questions and items that may stand in a quiz at all.

    Args:
        bank: where the questions come from.
        blueprint: what the quiz must contain; ids that are not in the bank are passed over.

    Returns:
        The questions and items by id.
    """
    of_roles = bank.ids_with("role", *blueprint.role) if blueprint.role else None
    drawn: Mapping[Draws, tuple[tuple[Entry, ...], ...]] = {
        "questions": (bank.questions,),
        "items": (bank.items,),
        "both": (bank.questions, bank.items),
    }
    pool: dict[str, Entry] = {
        each.id: each
        for each in chain.from_iterable(drawn[blueprint.draws])
        if of_roles is None or each.id in of_roles
    }
    pool |= {id: bank.entry(id) for id in blueprint.include if bank.has_entry(id)}
    for id in blueprint.exclude:
        pool.pop(id, None)
    return pool


def _counting(bank: Bank, quota: Quota) -> frozenset[str]:
    found = [bank.ids_with(facet, *_values(wanted)) for facet, wanted in quota.facets()]
    return found[0].intersection(*found[1:])


def _values(wanted: str | int | tuple[int, int]) -> Iterable[str | int]:
    return range(wanted[0], wanted[1] + 1) if isinstance(wanted, tuple) else (wanted,)


def clusters_of(pool: Mapping[str, Entry], further: Iterable[Iterable[str]]) -> Mapping[str, str]:
    """Find who are enemies, and enemies of enemies; items with equal elements are.

    Args:
        pool: the questions and items that may come.
        further: groups of ids that are enemies beside those of the content.

    Returns:
        Each question with an enemy, and the first id of its cluster.
    """
    groups = _groups(pool)
    head: dict[str, str] = {}

    def find(id: str) -> str:
        while head.setdefault(id, id) != id:
            id = head[id]
        return id

    for group in (*groups, *(tuple(each) for each in further)):
        present = [id for id in group if id in pool]
        for id in present[1:]:
            first, second = sorted((find(present[0]), find(id)))
            head[second] = first
    return {id: find(id) for id in head}


def _groups(pool: Mapping[str, Entry]) -> list[tuple[str, ...]]:
    alike: dict[tuple[str, ...], list[str]] = {}
    groups = list[tuple[str, ...]]()
    for id, entry in pool.items():
        if isinstance(entry, QuizItem):
            alike.setdefault(tuple(sorted(entry.elements)), []).append(id)
        elif entry.enemies:
            groups.append((id, *entry.enemies))
    # Items that name no elements say nothing of one another.
    return groups + [tuple(ids) for elements, ids in alike.items() if elements and len(ids) > 1]


def unknown_names(bank: Bank, blueprint: Blueprint) -> Iterator[UnknownIdError]:
    """Look for what a blueprint names and a bank has not.

    Args:
        bank: where the questions come from.
        blueprint: what a quiz must contain.

    Yields:
        An error for each such name, with the nearest names.
    """
    grouped = [id for group in blueprint.enemies for id in group]
    ids = (*blueprint.include, *blueprint.exclude, *grouped)
    named = [
        *(("role", role) for role in blueprint.role),
        *(each for quota in blueprint.quotas for each in quota.facets()),
        *(("question", id) for id in ids),
    ]
    sections = {facet: (section,) for facet, section in ID_FACETS.items()}
    sections_of = {**sections, "question": ("questions", "items")}
    for noun, wanted in named:
        if isinstance(wanted, str) and noun in sections_of:
            known = [id for section in sections_of[noun] for id in bank.ids_of(section)]
            if wanted not in known:
                yield UnknownIdError(noun, wanted, nearest_names(wanted, known), len(known))
