"""The bank: all content of the loaded packs, immutable, indexed, with every link resolved."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set as AbstractSet
from functools import cached_property
from typing import Final, NamedTuple, TypeVar, final

from attrs import field, frozen

from interview_kit._facets import ID_FACETS, levels_of, positions_by_facet
from interview_kit._links import dangling, nearest_names
from interview_kit.errors import ConflictError, InvalidValueError, UnknownIdError
from interview_kit.model import (
    KINDS,
    SECTIONS,
    Contents,
    Entry,
    Noun,
    PackInfo,
    Question,
    QuizItem,
    Role,
    Rubric,
    Scale,
    content_hash,
    contents_of,
    normalise_language,
    section_of,
)
from interview_kit.model.checks import as_tuple, instance_of, instances_of, shown, unique_by
from interview_kit.model.contents import check_section
from interview_kit.model.sources import to_strings
from interview_kit.model.text import shortened_tags
from interview_kit.model.values import Value, is_tuple

__all__ = ["ID_FACETS", "Bank", "Part", "dangling", "nearest_names", "unite"]

N = TypeVar("N", bound=Noun)
Wanted = str | Iterable[str] | None

#: What packs say about themselves, beside the sections of what they hold.
PACKS: Final = "packs"
#: Section and id of an object, or `PACKS` and the name of a pack.
_Key = tuple[str, str]

#: Where an object stands that no pack defines.
IN_CODE: Final = "a bank built in code"


def _by_name(infos: Iterable[PackInfo]) -> tuple[PackInfo, ...]:
    return tuple(sorted(as_tuple(infos), key=lambda info: str(getattr(info, "name", ""))))


def _by_key(places: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    pairs = as_tuple(places)
    for pair in pairs:
        if not is_tuple(pair) or [type(each) for each in pair] != [str, str]:
            raise InvalidValueError("Bank.places", shown(pair), "pairs of an object and its file")
    return tuple(sorted(pairs))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Bank(Value):
    """An immutable union of packs in which every id resolves.

    Attributes:
        packs: what the packs say about themselves, sorted by name.
        contents: everything they hold.
        places: pairs of an object, such as `questions/S01`, and the file that defines it; empty
            for a bank built in code. Two banks are equal whatever their places.

    >>> Bank().find()
    ()
    """

    packs: tuple[PackInfo, ...] = field(
        default=(), converter=_by_name, validator=[instances_of(PackInfo), unique_by("name")]
    )
    contents: Contents = field(factory=Contents, validator=instance_of(Contents))
    places: tuple[tuple[str, str], ...] = field(default=(), converter=_by_key, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        broken = [f"{place} = {id!r}" for place, _, id in dangling(self.contents, self.packs)]
        if broken:
            found = f"{len(broken)} ids that lead nowhere: {', '.join(broken[:5])}"
            raise InvalidValueError("Bank.contents", found, "ids of objects in the bank")

    def get(self, noun: type[N], id: str) -> N:
        """Give the object of an id.

        Args:
            noun: its class, such as `Question`; a role and a stage may share an id.
            id: its id.

        Returns:
            The object.

        Raises:
            UnknownIdError: if there is none; it carries the nearest ids that exist.
        """
        section = section_of(noun)
        if not isinstance(id, str):
            raise InvalidValueError("id", shown(id), "a string")
        found = self._index[section].get(id)
        if not isinstance(found, noun):
            known = tuple(self._index[section])
            raise UnknownIdError(noun.__name__, id, nearest_names(id, known), len(known))
        return found

    def all(self, noun: type[N]) -> tuple[N, ...]:
        """Give all objects of a class.

        Args:
            noun: the class, such as `Role`.

        Returns:
            The objects, sorted by id.
        """
        items: tuple[N, ...] = getattr(self.contents, section_of(noun))
        return items

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions, sorted by id."""
        return self.contents.questions

    @property
    def items(self) -> tuple[QuizItem, ...]:
        """All closed items, sorted by id."""
        return self.contents.items

    def entry(self, id: str) -> Entry:
        """Give the question or the closed item of an id: what can stand in a quiz.

        Args:
            id: its id; no question and item share one.

        Returns:
            The question or the item.

        Raises:
            UnknownIdError: if there is neither.
        """
        return self.get(QuizItem, id) if id in self._index["items"] else self.get(Question, id)

    def has_entry(self, id: str) -> bool:
        """Tell whether there is a question or a closed item of an id.

        Args:
            id: the id.

        Returns:
            `True` if there is.
        """
        return id in self._index["questions"] or id in self._index["items"]

    @property
    def roles(self) -> tuple[Role, ...]:
        """All roles, sorted by id."""
        return self.contents.roles

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that every pack speaks, sorted."""
        spoken = [frozenset(info.languages) for info in self.packs]
        return tuple(sorted(spoken[0].intersection(*spoken))) if spoken else ()

    def ids_with(self, facet: str, *values: str | int) -> frozenset[str]:
        """Name the questions and closed items that hold any of some values under a facet.

        Args:
            facet: a key of `FACETS`.
            *values: names, or numbers for `difficulty`.

        Returns:
            Their ids.
        """
        if facet == "language":
            values = tuple(tag for value in values for tag in shortened_tags(str(value)))
        entries = self._entries
        return frozenset(entries[each].id for each in self._positions(facet, values))

    def ids_of(self, section: str) -> tuple[str, ...]:
        """Name all objects of a section.

        Args:
            section: a key of `SECTIONS`.

        Returns:
            Their ids, sorted.

        Raises:
            InvalidValueError: if there is no such section.
        """
        check_section(section)
        return tuple(self._index[section])

    def find(
        self,
        *,
        role: Wanted = None,
        kind: Wanted = None,
        stage: Wanted = None,
        goal: Wanted = None,
        competency: Wanted = None,
        tag: Wanted = None,
        language: Wanted = None,
        difficulty: int | tuple[int, int] | None = None,
        where: Callable[[Question], bool] | None = None,
    ) -> tuple[Question, ...]:
        """Find questions by any combination of facets.

        Args:
            role: a role or several, any of which will do; questions for every role count.
            kind: a kind or several.
            stage: a stage or several.
            goal: a goal or several.
            competency: a competency or several.
            tag: a tag or several.
            language: a language or several in which the question is worded.
            difficulty: a difficulty from 1 to 5, or the lowest and the highest wanted.
            where: any further test of a question.

        Returns:
            The questions that fit all of these, sorted by id; may be none.

        Raises:
            UnknownIdError: if a role, stage, goal or competency is not in the bank, or a kind is
                none.
            InvalidValueError: if a language tag or a difficulty is none.
        """
        if where is not None and not callable(where):
            raise InvalidValueError("where", shown(where), "a function of a question")
        ids = {"role": role, "stage": stage, "goal": goal, "competency": competency}
        named = {**ids, "kind": kind, "tag": tag, "language": language}
        chosen = set(range(len(self.questions)))
        for facet, wanted in named.items():
            if wanted is not None:
                chosen &= self._positions(facet, self._checked(facet, wanted))
        if difficulty is not None:
            chosen &= self._positions("difficulty", levels_of(difficulty))
        found = (self.questions[position] for position in sorted(chosen))
        return tuple(question for question in found if where is None or where(question))

    def rubric_for(self, question: Question) -> Rubric:
        """Give the rubric by which answers to a question are judged.

        Args:
            question: a question of this bank.

        Returns:
            The rubric that it names, or else the one whose id is its kind.

        Raises:
            UnknownIdError: if there is none.
        """
        return self.get(Rubric, question.rubric or question.kind)

    def scale_of(self, rubric: Rubric) -> Scale:
        """Give the scale of a rubric.

        Args:
            rubric: a rubric of this bank.

        Returns:
            The scale.

        Raises:
            UnknownIdError: if the rubric is of another bank.
        """
        return self.get(Scale, rubric.scale)

    def merge(self, *others: "Bank") -> "Bank":
        """Unite banks: `a.merge(b) == b.merge(a)`, and a bank merged with itself is itself.

        Args:
            *others: the banks to add.

        Returns:
            A bank with everything that stands in any of them.

        Raises:
            ConflictError: if one id means two different things; it names both places.
        """
        banks = (self, *others)
        strangers = [each for each in banks if not isinstance(each, Bank)]
        if strangers:
            raise InvalidValueError("Bank.merge", shown(strangers[0]), "banks")
        return unite(Part(bank.packs, bank.contents, bank.places) for bank in banks)

    @cached_property
    def content_hash(self) -> str:
        """Hash of everything that the bank says, 32 hexadecimal digits."""
        return content_hash(self.contents)

    def place_of(self, section: str, id: str) -> str:
        """Tell where an object is defined.

        Args:
            section: the section it stands in, such as `questions`.
            id: its id.

        Returns:
            Pack and file, or `a bank built in code`.
        """
        return dict(self.places).get(f"{section}/{id}", IN_CODE)

    @cached_property
    def _index(self) -> Mapping[str, Mapping[str, Noun]]:
        return {name: {each.id: each for each in self.contents.section(name)} for name in SECTIONS}

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return (*self.questions, *self.items)

    @cached_property
    def _facets(self) -> Mapping[tuple[str, str | int], frozenset[int]]:
        return positions_by_facet(self._entries, tuple(self._index["roles"]))

    def _positions(self, facet: str, values: Iterable[str | int]) -> frozenset[int]:
        none: frozenset[int] = frozenset()
        return none.union(*(self._facets.get((facet, value), none) for value in values))

    def _checked(self, facet: str, wanted: str | Iterable[str]) -> tuple[str, ...]:
        several = sorted(wanted, key=repr) if isinstance(wanted, AbstractSet) else wanted
        values = to_strings((wanted,) if isinstance(wanted, str) else several)
        if facet == "language":
            return tuple(
                tag for value in values for tag in shortened_tags(normalise_language(value))
            )
        known = tuple(self._index[ID_FACETS[facet]]) if facet in ID_FACETS else values
        known = KINDS if facet == "kind" else known
        for value in values:
            if value not in known:
                raise UnknownIdError(facet, value, nearest_names(value, known), len(known))
        return values


class Part(NamedTuple):
    """What goes into a union: what packs say about themselves, hold, and where it stands."""

    packs: tuple[PackInfo, ...]
    contents: Contents
    places: tuple[tuple[str, str], ...]


def unite(parts: Iterable[Part]) -> Bank:
    """Unite contents that may refer to one another.

    Args:
        parts: what to unite; the order does not matter.

    Returns:
        The bank.

    Raises:
        ConflictError: if one id means two different things.
        InvalidValueError: if an id leads nowhere.
    """
    united = tuple(parts)
    held: dict[_Key, PackInfo | Noun] = {}
    places: dict[str, str] = {}
    clashes: set[_Key] = set()
    for part in united:
        for key, value in _definitions(part):
            if held.setdefault(key, value) != value:
                clashes.add(key)
        places = {**dict(part.places), **places}
    if clashes:
        raise _conflict(united, min(clashes, key=lambda key: (key[0] != PACKS, key)))
    sections: dict[str, list[Noun]] = {name: [] for name in SECTIONS}
    for (section, _), value in held.items():
        if not isinstance(value, PackInfo):
            sections[section].append(value)
    infos = [value for value in held.values() if isinstance(value, PackInfo)]
    return Bank(packs=infos, contents=contents_of(sections), places=tuple(places.items()))


def _definitions(part: Part) -> Iterator[tuple[_Key, PackInfo | Noun]]:
    yield from (((PACKS, info.name), info) for info in part.packs)
    for name in SECTIONS:
        yield from (((name, item.id), item) for item in part.contents.section(name))


def _conflict(parts: Iterable[Part], key: _Key) -> ConflictError:
    """Name two of the definitions of an object, the same two whatever the order of the parts."""
    section, id = key
    found: set[tuple[str, str, str]] = set()
    for part in parts:
        place = dict(part.places).get(f"{section}/{id}", IN_CODE)
        for value in (value for own, value in _definitions(part) if own == key):
            version = f" ({value.version})" if isinstance(value, PackInfo) else ""
            found.add((f"{place}{version}", content_hash(value), type(value).__name__))
    (one, one_hash, noun), *others = sorted(found)
    other, other_hash = next((place, own) for place, own, _ in others if own != one_hash)
    if one == other:
        one, other = f"{one} #{one_hash[:8]}", f"{other} #{other_hash[:8]}"
    return ConflictError(noun, id, (one, other))
