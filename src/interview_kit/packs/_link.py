"""The rules that hold between the objects of packs: every id resolves, nothing lies idle.

They look at documents, sound or not: a fault elsewhere in an object, or in pack.json, hides none
of its broken links. A rule passes over what it needs and cannot read, which is reported anyway.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import frozen

from interview_kit._faults import Fault
from interview_kit._links import nearest_names
from interview_kit._resources import PACK_FILE
from interview_kit._shapes import objects_at, parts, string_at, strings_at
from interview_kit._strict_json import Path, is_list, is_object
from interview_kit.errors import listed
from interview_kit.model import KINDS, SECTIONS, Text
from interview_kit.packs._read import Draft, Entry, Finding

__all__ = ["link"]

#: The pack whose objects need no prefix; see `_id_faults`.
CORE: Final = "core"
#: Sources stand in pack.json and carry no prefix.
SOURCES: Final = "sources"

Plain = Mapping[str, Any]


@frozen
class _Surroundings:
    """All that is loaded together.

    Attributes:
        about: what pack.json soundly says of name, title, languages, requires and sources.
        known: the ids of each section.
        items: the documents, by section and id.
        named_rubrics: the rubrics that questions name; `None` if some question is unknown.
        loaded: names of packs whose every file could be read.
        unknown: packs that are required and not loaded, and those of which a file could not be
            read; what they hold is unknown.
    """

    about: Plain
    known: Mapping[str, frozenset[str]]
    items: Mapping[tuple[str, str], Plain]
    named_rubrics: frozenset[str] | None
    loaded: frozenset[str]
    unknown: frozenset[str]

    def item(self, section: str, id: str) -> Plain:
        """Give the document of an object; an empty one if there is none."""
        return self.items.get((section, id), {})

    def does_not_require(self, pack: str) -> bool:
        """Tell whether a pack is neither this one nor one that it requires, for certain."""
        is_known = "name" in self.about and "requires" in self.about
        return is_known and pack not in (self.about["name"], *self.about["requires"])

    def has_all_of(self, section: str, pack: str) -> bool:
        """Tell whether what is not known of a pack's section is not there, for certain."""
        if section == SOURCES and SOURCES not in self.about:
            return False
        return pack not in self.unknown and (pack in self.loaded or self.does_not_require(pack))


def link(draft: Draft, drafts: Iterable[Draft]) -> tuple[Finding, ...]:
    """Check one pack against all packs that are loaded together.

    Args:
        draft: the pack to check.
        drafts: all packs, this one included.

    Returns:
        What is wrong, in no particular order.
    """
    around = _surroundings(draft, tuple(drafts))
    findings = [*_info_faults(around), *_duplicates(draft)]
    for entry in draft.entries:
        faults = [*_id_faults(entry, around), *_part_faults(entry, around)]
        if is_object(entry.plain):
            faults += _object_faults(entry.section, entry.plain, around)
        findings += [(entry.file, fault.under(*entry.path)) for fault in faults]
    return tuple(findings)


def _surroundings(own: Draft, drafts: tuple[Draft, ...]) -> _Surroundings:
    known: dict[str, set[str]] = {name: set() for name in (*SECTIONS, SOURCES)}
    items: dict[tuple[str, str], Plain] = {}
    for draft in drafts:
        known[SOURCES] |= {source.id for source in draft.about.get(SOURCES, ())}
        for entry in draft.entries:
            known[entry.section].add(entry.id)
            if entry.id:
                items.setdefault((entry.section, entry.id), entry.plain)
    named = {string_at(each.plain, "rubric") for draft in drafts for each in draft.entries}
    unread = {string_at(draft.about, "name") for draft in drafts if draft.has_unread_files}
    loaded = {string_at(draft.about, "name") for draft in drafts}
    return _Surroundings(
        about=own.about,
        known={name: frozenset(ids) for name, ids in known.items()},
        items=items,
        named_rubrics=None if unread else frozenset(named),
        loaded=frozenset(loaded),
        unknown=frozenset({*own.about.get("requires", ())} - loaded | unread),
    )


def _info_faults(around: _Surroundings) -> Iterator[Finding]:
    about = around.about
    for index, name in enumerate(about.get("requires", ())):
        if name == about.get("name"):
            message = f"pack {name!r} cannot require itself"
            yield PACK_FILE, Fault(("requires", index), "self-reference", message, "Remove it.")
        elif name not in around.loaded:
            message = f"this pack requires {name!r}, which is not loaded"
            hint = f"Load both, as in load({name!r}, …)."
            yield PACK_FILE, Fault(("requires", index), "missing-pack", message, hint)
    if "title" in about:
        titles = dict(about["title"].entries)
        for fault in _missing_languages(("title",), titles, about.get("languages", ())):
            yield PACK_FILE, fault


def _duplicates(draft: Draft) -> Iterator[Finding]:
    first: dict[tuple[str, str], Entry] = {}
    for entry in (each for each in draft.entries if each.id):
        earlier = first.setdefault((entry.section, entry.id), entry)
        if earlier is not entry:
            message = f"the id {entry.id!r} is taken by an object in {earlier.file}"
            fault = Fault((*entry.path, "id"), "duplicate-id", message, "Give one another id.")
            yield entry.file, fault


def _id_faults(entry: Entry, around: _Surroundings) -> Iterator[Fault]:
    # A prefix written out, rather than one put on at loading, keeps ids what the file says and
    # makes the union of packs independent of their order.
    name = around.about.get("name")
    if not entry.id or not name:
        return
    prefix, colon, rest = entry.id.rpartition(":")
    if (prefix + colon) != ("" if name == CORE else f"{name}:"):
        allowed = rest if name == CORE else f"{name}:{rest}"
        message = f"found the id {entry.id!r}, allowed in pack {name!r} is {allowed!r}"
        yield Fault(("id",), "foreign-id", message, f"Write {allowed!r}.")


def _part_faults(entry: Entry, around: _Surroundings) -> Iterator[Fault]:
    languages = around.about.get("languages", ())
    for path, part, held in parts(entry.plain, SECTIONS[entry.section]):
        if part.refers_to and isinstance(held, str):
            yield from _dangling(path, part.refers_to, held, around)
        elif part.inner is Text and is_object(held):
            yield from _missing_languages(path, held, languages)
    spoken = string_at(entry.plain, "language") if entry.section == "sample_answers" else ""
    if spoken and languages and spoken not in languages:
        message = f"found {spoken!r}, allowed is one of {listed(languages)}"
        yield Fault(("language",), "missing-language", message)


def _dangling(path: Path, section: str, id: str, around: _Surroundings) -> Iterator[Fault]:
    home = id.rpartition(":")[0] or CORE
    if section != SOURCES and around.does_not_require(home):
        message = f"{id!r} belongs to pack {home!r}, which this pack does not require"
        hint = f"Add {home!r} to 'requires' in {PACK_FILE}."
        yield Fault(path, "undeclared-pack", message, hint)
    elif id not in around.known[section] and around.has_all_of(section, home):
        nearest = nearest_names(id, around.known[section])
        hint = f"Did you mean {listed(nearest)}?" if nearest else f"Add it to {section!r}."
        yield Fault(path, "dangling-id", f"there is no {id!r} in {section!r}", hint)


def _missing_languages(path: Path, texts: Plain, languages: Iterable[str]) -> Iterator[Fault]:
    missing = [language for language in languages if language not in texts]
    if missing:
        message = f"no text in {listed(missing)}, which pack.json promises"
        yield Fault(path, "missing-language", message, "Add it.")


def _object_faults(section: str, plain: Plain, around: _Surroundings) -> Iterator[Fault]:
    rules: Mapping[str, Callable[[Plain, _Surroundings], Iterator[Fault]]] = {
        "questions": _question_faults,
        "rubrics": _rubric_faults,
        "competencies": _competency_faults,
        "sample_answers": _sample_faults,
        "roles": _role_faults,
        "stages": _stage_faults,
    }
    if section in rules:
        yield from rules[section](plain, around)


def _question_faults(question: Plain, around: _Surroundings) -> Iterator[Fault]:
    for index, enemy in strings_at(question, "enemies"):
        if enemy == string_at(question, "id"):
            message = "a question cannot be its own enemy"
            yield Fault(("enemies", index), "self-reference", message, "Remove it.")
    kind = _kind(question)
    lacks_rubric = "rubric" not in question and kind and kind not in around.known["rubrics"]
    if lacks_rubric and around.has_all_of("rubrics", CORE):
        message = f"no rubric judges answers to {kind!r} questions"
        hint = "Name one in 'rubric', or require the pack 'core'."
        yield Fault((), "question-without-criterion", message, hint)
    rubric = around.item("rubrics", string_at(question, "rubric"))
    if kind and _kind(rubric) not in {"", kind}:
        message = f"rubric {rubric['id']!r} is for {_kind(rubric)!r} questions, not {kind!r}"
        yield Fault(("rubric",), "rubric-kind", message)


def _kind(plain: Plain) -> str:
    kind = string_at(plain, "kind")
    return kind if kind in KINDS else ""


def _rubric_faults(rubric: Plain, around: _Surroundings) -> Iterator[Fault]:
    id, kind, named = string_at(rubric, "id"), _kind(rubric), around.named_rubrics
    if id and kind and named is not None and id != kind and id not in named:
        message = f"no question uses the criteria of {id!r}"
        rename = "" if ":" in id else f", or call it {kind!r}"
        hint = f"Name it in a question's 'rubric'{rename}."
        yield Fault(("id",), "unused-criterion", message, hint)
    for place, criterion in objects_at(rubric, "criteria"):
        for fault in _off_scale(criterion, "levels", "value", string_at(rubric, "scale"), around):
            yield fault.under("criteria", place)


def _off_scale(
    plain: Plain, list_key: str, key: str, scale_id: str, around: _Surroundings
) -> Iterator[Fault]:
    scale = around.item("scales", scale_id)
    lowest, highest = scale.get("lowest"), scale.get("highest")
    if type(lowest) is not int or type(highest) is not int or lowest >= highest:
        return
    for step, each in objects_at(plain, list_key):
        value = each.get(key)
        if type(value) is int and not lowest <= value <= highest:
            message = f"found {value}, allowed is {lowest} to {highest}"
            yield Fault((list_key, step, key), "level-off-scale", message)


def _stage_faults(stage: Plain, around: _Surroundings) -> Iterator[Fault]:
    seen, above = set[str](), string_at(stage, "within")
    while above and above not in seen:
        seen.add(above)
        above = string_at(around.item("stages", above), "within")
    if string_at(stage, "id") in seen:
        yield Fault(("within",), "self-reference", "a stage cannot stand within itself")


def _role_faults(role: Plain, around: _Surroundings) -> Iterator[Fault]:
    own = string_at(role, "id")
    for index, id in strings_at(role, "competencies"):
        roles = [each for _, each in strings_at(around.item("competencies", id), "roles")]
        if own and roles and own not in roles:
            message = f"competency {id!r} belongs to other roles alone"
            hint = f"Add {own!r} to the competency's 'roles', or remove it here."
            yield Fault(("competencies", index), "one-sided-link", message, hint)


def _sample_faults(sample: Plain, around: _Surroundings) -> Iterator[Fault]:
    question = around.item("questions", string_at(sample, "question"))
    if not question:
        return
    points = [string_at(point, "id") for _, point in objects_at(question, "key_points")]
    for index, id in strings_at(sample, "key_points"):
        if id not in points:
            message = f"question {question['id']!r} has no key point {id!r}"
            yield Fault(("key_points", index), "dangling-id", message, _choice(id, points))
    rubric = around.item("rubrics", string_at(question, "rubric") or _kind(question))
    criteria = [string_at(criterion, "id") for _, criterion in objects_at(rubric, "criteria")]
    for index, rating in objects_at(sample, "ratings"):
        id = string_at(rating, "criterion")
        if id and criteria and id not in criteria:
            message = f"rubric {rubric['id']!r} has no criterion {id!r}"
            path = ("ratings", index, "criterion")
            yield Fault(path, "dangling-id", message, _choice(id, criteria))
    yield from _off_scale(sample, "ratings", "level", string_at(rubric, "scale"), around)


def _choice(id: str, known: Iterable[str]) -> str:
    nearest = nearest_names(id, known)
    return f"Did you mean {listed(nearest)}?" if nearest else f"It has {listed(tuple(known))}."


def _competency_faults(competency: Plain, around: _Surroundings) -> Iterator[Fault]:
    yield from _off_scale(competency, "levels", "value", string_at(competency, "scale"), around)
    own = string_at(competency, "id")
    for index, id in strings_at(competency, "roles"):
        role = around.item("roles", id)
        if own and is_list(role.get("competencies")) and own not in role["competencies"]:
            message = f"role {id!r} does not list this competency"
            hint = f"Add {own!r} to the role, or remove the role here."
            yield Fault(("roles", index), "one-sided-link", message, hint)
