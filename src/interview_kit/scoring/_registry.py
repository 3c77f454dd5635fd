"""Scorers by name: those that a program registers, and those that are installed beside it."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial
from typing import Any, Final, NamedTuple, cast, final

from attrs import field, frozen

from interview_kit._links import nearest_names
from interview_kit.errors import (
    InterviewKitError,
    InvalidValueError,
    PluginError,
    ScorerError,
    UnknownIdError,
)
from interview_kit.model import Id, Value, to_id
from interview_kit.model.checks import as_tuple, shown
from interview_kit.model.values import is_tuple
from interview_kit.scoring._probe import examine, manner_of, told
from interview_kit.scoring._protocol import AsyncScorer, Scorer

__all__ = ["GROUP", "Registry", "installed_scorers"]

#: The entry-point group in which distributions offer scorers.
GROUP: Final = "interview_kit.scorers"
#: What stands for one hyphen in the name of a distribution.
#: https://packaging.python.org/en/latest/specifications/name-normalization/
HYPHEN: Final = re.compile(r"[-_.]+")

Named = tuple[Id, Scorer | AsyncScorer]


def _by_name(pairs: Iterable[tuple[str, Scorer | AsyncScorer]]) -> tuple[Named, ...]:
    return tuple(sorted(map(_named, as_tuple(pairs)), key=lambda pair: pair[0]))


def _named(pair: object) -> Named:
    if not is_tuple(pair) or len(pair) != len(("name", "scorer")):
        found = f"a member of type {type(pair).__name__}"
        raise InvalidValueError("Registry.scorers", found, "pairs of a name and a scorer")
    return to_id(pair[0]), pair[1]


def _check_scorers(_instance: object, _attribute: Any, pairs: tuple[Named, ...]) -> None:
    there: dict[str, Scorer | AsyncScorer] = {}
    for name, scorer in pairs:
        if name in there:
            found = f"{name!r} for {_origin(there[name])} and for {_origin(scorer)}"
            hint = "Give one of them another name."
            allowed = "each name once"
            raise InvalidValueError("Registry.scorers", found, allowed, hint, rule="duplicate")
        examine(scorer, probe=False)
        there[name] = scorer


def _origin(scorer: object) -> str:
    named: Any = scorer if hasattr(scorer, "__qualname__") else type(scorer)
    return f"{named.__module__}.{named.__qualname__}"


@final
@frozen(kw_only=True, eq=False, repr=False)
class Registry(Value):
    """Scorers by name; a value, of which a program may have several.

    It is hashed and pickled where its scorers are. Making it of pairs looks at their signatures
    only; `with_scorer` also asks the scorer about a made-up answer.

    Attributes:
        scorers: pairs of a name and a scorer, sorted by name; each name once.

    >>> from interview_kit.scoring import rule_scorer
    >>> registry = Registry().with_scorer("rules", rule_scorer)
    >>> registry.names()
    ('rules',)
    >>> "rules" in registry, registry.get("rules") is rule_scorer
    (True, True)
    """

    scorers: tuple[Named, ...] = field(default=(), converter=_by_name, validator=_check_scorers)

    def __repr__(self) -> str:
        # Not the scorers, in which there may be keys.
        return f"Registry({', '.join(map(repr, self.names()))})"

    def __iter__(self) -> Iterator[str]:
        return iter(self.names())

    def __contains__(self, name: object) -> bool:
        return name in self.names()

    def names(self) -> tuple[str, ...]:
        """Name the scorers.

        Returns:
            The names, sorted.
        """
        return tuple(name for name, _ in self.scorers)

    def with_scorer(
        self, name: str, scorer: Scorer | AsyncScorer, *, probe: bool = True
    ) -> "Registry":
        """Add a scorer.

        Args:
            name: an id that is not yet taken.
            scorer: the scorer; it is examined here, so that what is none is refused before any
                answer is scored.
            probe: whether to ask it about a made-up answer, 60 English words about a past episode;
                `False` for a scorer whose calls cost money or need a network. Inside of a running
                event loop async scorers are never asked.

        Returns:
            A new registry with the scorer.

        Raises:
            InvalidValueError: if the name is no id, or taken.
            ScorerError: if it is no scorer; the message says what was found and what to do.
        """
        grown = Registry(scorers=(*self.scorers, (name, scorer)))
        examine(scorer, probe=probe)
        return grown

    def get(self, name: str) -> Scorer:
        """Give a scorer.

        Args:
            name: its name.

        Returns:
            The scorer, as it was registered.

        Raises:
            UnknownIdError: if there is none; it carries the nearest names that exist.
            ScorerError: if it is async.
        """
        found = self._found(name)
        if manner_of(found) == "async":
            hint = "Take it by get_async, and ask it by judge_async."
            raise ScorerError(name, "an async scorer", "one that is not awaited", hint)
        return cast("Scorer", found)

    def get_async(self, name: str) -> AsyncScorer:
        """Give an async scorer.

        Args:
            name: its name.

        Returns:
            The scorer, as it was registered.

        Raises:
            UnknownIdError: if there is none; it carries the nearest names that exist.
            ScorerError: if it is not async.
        """
        found = self._found(name)
        if manner_of(found) == "sync":
            hint = "Take it by get; asyncio.to_thread(judge, scorer, request) lets it be awaited."
            raise ScorerError(name, "a scorer that is not awaited", "an async one", hint)
        return cast("AsyncScorer", found)

    def with_entry_points(
        self, *names: str, allow: Collection[str] | None = None, probe: bool = True
    ) -> "Registry":
        """Add installed scorers: entry points of the group `interview_kit.scorers`.

        Only the named ones are imported, and nothing is before this call. The allow-list is looked
        at before anything is imported; what is not on it is as if it were not there, also where it
        offers a name that an allowed distribution offers, too. It guards against a wrong choice,
        not against hostile code, which runs as soon as it is installed.

        Args:
            *names: the names of entry points; they are the names in the registry, too.
            allow: names of the distributions to take scorers from, in any of their spellings;
                `None` for all.
            probe: as in `with_scorer`.

        Returns:
            A new registry with the scorers.

        Raises:
            InvalidValueError: if a name is no string, or the allow-list no collection of names.
            PluginError: for the first name that is taken, that no allowed distribution offers, or
                more than one, or that leads to no scorer; the cause is chained. `load_entry_points`
                goes on instead.
        """
        offers, allowed = _offers(), _normal_names(allow)
        registry = self
        for name in names:
            registry = _with_offer(registry, name, offers, allowed, probe=probe)
        return registry

    def load_entry_points(
        self, names: Iterable[str], *, allow: Collection[str] | None = None, probe: bool = True
    ) -> tuple["Registry", tuple[PluginError, ...]]:
        """Add installed scorers, as far as they can be added.

        Args:
            names: as in `with_entry_points`.
            allow: as in `with_entry_points`.
            probe: as in `with_scorer`.

        Returns:
            A new registry with those that are good, and an error for each other name, in the order
            of the names.

        Raises:
            InvalidValueError: if names or allow-list are no collections of strings.
        """
        offers, allowed = _offers(), _normal_names(allow)
        registry, failures = self, list[PluginError]()
        for name in as_tuple(names):
            try:
                registry = _with_offer(registry, name, offers, allowed, probe=probe)
            except PluginError as error:
                failures.append(error)
        return registry, tuple(failures)

    def _found(self, name: str) -> Scorer | AsyncScorer:
        if not isinstance(name, str):
            raise InvalidValueError("name", shown(name), "a string")
        by_name: dict[str, Scorer | AsyncScorer] = dict(self.scorers)
        if name not in by_name:
            raise UnknownIdError("Scorer", name, nearest_names(name, by_name), len(by_name))
        return by_name[name]


def installed_scorers() -> tuple[tuple[str, str], ...]:
    """List the scorers that are installed, without importing any.

    Returns:
        Pairs of a name and the distribution with its version that offers it, such as
        `("strict", "acme-scorers 1.2")`, sorted; a name that two offer stands there twice.
    """
    return tuple((each.name, each.owner) for each in _offers())


class _Offer(NamedTuple):
    """An entry point: its name, where it is from, and how to import what it names."""

    name: str
    distribution: str
    version: str
    load: Callable[[], Any]

    @property
    def owner(self) -> str:
        """The distribution and its version."""
        return f"{self.distribution} {self.version}"


def _offers() -> tuple[_Offer, ...]:
    # Needed by few, and 30 ms to import.
    from importlib.metadata import entry_points  # noqa: PLC0415

    offers = (
        _Offer(each.name, str(each.dist.name), str(each.dist.version), each.load)
        for each in entry_points(group=GROUP)
        if each.dist
    )
    return tuple(sorted(offers, key=lambda offer: offer[:3]))


def _normal(distribution: str) -> str:
    return HYPHEN.sub("-", distribution).lower()


def _normal_names(allow: Collection[str] | None) -> frozenset[str] | None:
    if allow is None:
        return None
    is_one = isinstance(allow, str) or not isinstance(allow, Collection)
    if is_one or not all(isinstance(each, str) for each in allow):
        raise InvalidValueError("allow", shown(allow), "names of distributions, or None")
    return frozenset(map(_normal, allow))


def _with_offer(
    registry: Registry,
    name: str,
    offers: tuple[_Offer, ...],
    allowed: frozenset[str] | None,
    *,
    probe: bool,
) -> Registry:
    if not isinstance(name, str):
        raise InvalidValueError("name", shown(name), "the name of an entry point")
    available = tuple(sorted({each.name for each in offers}))
    fault = partial(PluginError, GROUP, name, available=available)
    offer = _chosen(registry, name, offers, allowed)
    if isinstance(offer, str):
        raise fault(offer)
    try:
        scorer = offer.load()
    except (Exception, SystemExit) as error:
        # Scripts that are no modules end the program when they are imported.
        raise fault(f"of {offer.owner} cannot be imported: {told(error)}") from error
    try:
        return registry.with_scorer(name, scorer, probe=probe)
    except InterviewKitError as error:
        raise fault(f"of {offer.owner} cannot be registered: {error}") from error


def _chosen(
    registry: Registry,
    name: str,
    offers: tuple[_Offer, ...],
    allowed: frozenset[str] | None,
) -> _Offer | str:
    """Choose the one offer of a name, or say why there is none."""
    named = [each for each in offers if each.name == name]
    fit = [each for each in named if allowed is None or _normal(each.distribution) in allowed]
    if name in registry:
        return "is registered already; register one of the two under another name"
    if not named:
        return "is no installed scorer"
    owners = " and ".join(each.owner for each in fit or named)
    if not fit:
        return f"is offered by {owners}, which the allow-list leaves out"
    if len(fit) > 1:
        return f"is offered by {owners}; uninstall one, or name the other in the allow-list"
    return fit[0]
