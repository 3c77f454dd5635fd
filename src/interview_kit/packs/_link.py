"""The rules that hold between the objects of packs: every id resolves, nothing lies idle."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from attrs import frozen

from interview_kit._faults import Fault
from interview_kit._resources import PACK_FILE
from interview_kit._shapes import parts
from interview_kit._strict_json import Path, is_object
from interview_kit.bank import nearest_names
from interview_kit.errors import listed
from interview_kit.model import (
    SECTIONS,
    Competency,
    Noun,
    PackInfo,
    Question,
    Role,
    Rubric,
    SampleAnswer,
    Scale,
    Stage,
    Text,
)
from interview_kit.packs._read import Draft, Entry, Finding

__all__ = ["link"]

#: The pack whose objects need no prefix; see `_check_id`.
CORE: Final = "core"
#: Sources stand in pack.json and carry no prefix.
SOURCES: Final = "sources"


@frozen
class _Surroundings:
    """All that is loaded together.

    Attributes:
        known: the ids of each section, those of unsound objects included.
        items: the sound objects, by section and id.
        named_rubrics: the rubrics that questions name.
        missing: packs that are required and not loaded, and the pack itself if one of its files
            could not be read; what they hold is unknown.
        declared: the pack and those it requires.
    """

    known: Mapping[str, frozenset[str]]
    items: Mapping[tuple[str, str], Noun]
    named_rubrics: frozenset[str]
    missing: frozenset[str]
    declared: frozenset[str]


def link(draft: Draft, drafts: Iterable[Draft]) -> tuple[Finding, ...]:
    """Check one pack against all packs that are loaded together.

    Args:
        draft: the pack to check.
        drafts: all packs, this one included.

    Returns:
        What is wrong, in no particular order.
    """
    # Without its pack.json a pack has no name, no languages and no neighbours to be checked by.
    if draft.info is None:
        return tuple(_duplicates(draft))
    around = _surroundings(draft.info, tuple(drafts))
    findings = [*_info_faults(draft.info, around), *_duplicates(draft)]
    for entry in draft.entries:
        faults = [
            *_id_faults(entry, draft.info),
            *_part_faults(entry, draft.info, around),
            *(_object_faults(entry.item, around) if entry.item else ()),
        ]
        findings += [(entry.file, fault.under(*entry.path)) for fault in faults]
    return tuple(findings)


def _surroundings(info: PackInfo, drafts: tuple[Draft, ...]) -> _Surroundings:
    known: dict[str, set[str]] = {name: set() for name in (*SECTIONS, "sources")}
    items: dict[tuple[str, str], Noun] = {}
    named: set[str] = set()
    for draft in drafts:
        known["sources"] |= {source.id for source in draft.info.sources} if draft.info else set()
        for entry in draft.entries:
            known[entry.section].add(entry.id)
            if entry.item:
                items[entry.section, entry.id] = entry.item
            if entry.section == "questions" and is_object(entry.plain):
                named.add(str(entry.plain.get("rubric")))
    there = {draft.info.name for draft in drafts if draft.info}
    unread = {draft.info.name for draft in drafts if draft.info and draft.has_unread_files}
    return _Surroundings(
        {name: frozenset(ids) for name, ids in known.items()},
        items,
        frozenset(named),
        frozenset(info.requires) - there | unread,
        frozenset({info.name, *info.requires}),
    )


def _info_faults(info: PackInfo, around: _Surroundings) -> Iterator[Finding]:
    for index, name in enumerate(info.requires):
        if name in around.missing and name != info.name:
            message = f"this pack requires {name!r}, which is not loaded"
            hint = f"Load both, as in load({name!r}, …)."
            yield PACK_FILE, Fault(("requires", index), "missing-pack", message, hint)
    titles = dict(info.title.entries)
    for fault in _missing_languages(("title",), titles, info.languages):
        yield PACK_FILE, fault


def _duplicates(draft: Draft) -> Iterator[Finding]:
    first: dict[tuple[str, str], Entry] = {}
    for entry in (each for each in draft.entries if each.id):
        earlier = first.setdefault((entry.section, entry.id), entry)
        if earlier is not entry:
            message = f"the id {entry.id!r} is taken by an object in {earlier.file}"
            fault = Fault((*entry.path, "id"), "duplicate-id", message, "Give one another id.")
            yield entry.file, fault


def _id_faults(entry: Entry, info: PackInfo) -> Iterator[Fault]:
    # A prefix written out, rather than one put on at loading, keeps ids what the file says and
    # makes the union of packs independent of their order.
    if not entry.id:
        return
    name = info.name
    prefix, colon, rest = entry.id.rpartition(":")
    if (prefix + colon) != ("" if name == CORE else f"{name}:"):
        allowed = rest if name == CORE else f"{name}:{rest}"
        message = f"found the id {entry.id!r}, allowed in pack {name!r} is {allowed!r}"
        yield Fault(("id",), "foreign-id", message, f"Write {allowed!r}.")


def _part_faults(entry: Entry, info: PackInfo, around: _Surroundings) -> Iterator[Fault]:
    languages = info.languages
    for path, part, held in parts(entry.plain, SECTIONS[entry.section]):
        if part.refers_to and isinstance(held, str):
            yield from _dangling(path, part.refers_to, held, around)
        elif part.inner is Text and is_object(held):
            yield from _missing_languages(path, held, languages)
    if isinstance(entry.item, SampleAnswer) and entry.item.language not in languages:
        message = f"found {entry.item.language!r}, allowed is one of {listed(languages)}"
        yield Fault(("language",), "missing-language", message)


def _dangling(path: Path, section: str, id: str, around: _Surroundings) -> Iterator[Fault]:
    home = id.rpartition(":")[0] or CORE
    if home not in around.declared and section != SOURCES:
        message = f"{id!r} belongs to pack {home!r}, which this pack does not require"
        hint = f"Add {home!r} to 'requires' in {PACK_FILE}."
        yield Fault(path, "undeclared-pack", message, hint)
    elif id not in around.known[section] and home not in around.missing:
        nearest = nearest_names(id, around.known[section])
        hint = f"Did you mean {listed(nearest)}?" if nearest else f"Add it to {section!r}."
        yield Fault(path, "dangling-id", f"there is no {id!r} in {section!r}", hint)


def _missing_languages(
    path: Path, texts: Mapping[str, object], languages: Iterable[str]
) -> Iterator[Fault]:
    missing = [language for language in languages if language not in texts]
    if missing:
        message = f"no text in {listed(missing)}, which pack.json promises"
        yield Fault(path, "missing-language", message, "Add it.")


def _object_faults(item: Noun, around: _Surroundings) -> Iterator[Fault]:
    if isinstance(item, Question):
        yield from _question_faults(item, around)
    elif isinstance(item, Rubric):
        yield from _rubric_faults(item, around)
    elif isinstance(item, Competency):
        yield from _competency_faults(item, around)
    elif isinstance(item, SampleAnswer):
        yield from _sample_faults(item, around)
    elif isinstance(item, Role):
        yield from _role_faults(item, around)
    elif isinstance(item, Stage) and _is_within_itself(item, around):
        yield Fault(("within",), "self-reference", "a stage cannot stand within itself")


def _question_faults(question: Question, around: _Surroundings) -> Iterator[Fault]:
    if question.id in question.enemies:
        path = ("enemies", question.enemies.index(question.id))
        yield Fault(path, "self-reference", "a question cannot be its own enemy", "Remove it.")
    lacks_rubric = question.rubric is None and question.kind not in around.known["rubrics"]
    if lacks_rubric and CORE not in around.missing:
        message = f"no rubric judges answers to {question.kind!r} questions"
        hint = "Name one in 'rubric', or require the pack 'core'."
        yield Fault((), "question-without-criterion", message, hint)
    rubric = around.items.get(("rubrics", question.rubric or ""))
    if isinstance(rubric, Rubric) and rubric.kind != question.kind:
        message = f"rubric {rubric.id!r} is for {rubric.kind!r} questions, not {question.kind!r}"
        yield Fault(("rubric",), "rubric-kind", message)


def _rubric_faults(rubric: Rubric, around: _Surroundings) -> Iterator[Fault]:
    if rubric.id != rubric.kind and rubric.id not in around.named_rubrics:
        message = f"no question uses the criteria of {rubric.id!r}"
        rename = "" if ":" in rubric.id else f", or call it {rubric.kind!r}"
        hint = f"Name it in a question's 'rubric'{rename}."
        yield Fault(("id",), "unused-criterion", message, hint)
    for place, criterion in enumerate(rubric.criteria):
        values = [level.value for level in criterion.levels]
        for fault in _off_scale(values, ("levels",), "value", rubric.scale, around):
            yield fault.under("criteria", place)


def _off_scale(
    values: Iterable[int], list_path: Path, key: str, scale_id: str, around: _Surroundings
) -> Iterator[Fault]:
    scale = around.items.get(("scales", scale_id))
    for step, value in enumerate(values):
        if isinstance(scale, Scale) and not scale.lowest <= value <= scale.highest:
            message = f"found {value}, allowed is {scale.lowest} to {scale.highest}"
            yield Fault((*list_path, step, key), "level-off-scale", message)


def _is_within_itself(stage: Stage, around: _Surroundings) -> bool:
    seen, above = set[str](), stage.within
    while above is not None and above not in seen:
        seen.add(above)
        outer = around.items.get(("stages", above))
        above = outer.within if isinstance(outer, Stage) else None
    return stage.id in seen


def _role_faults(role: Role, around: _Surroundings) -> Iterator[Fault]:
    for index, id in enumerate(role.competencies):
        competency = around.items.get(("competencies", id))
        if (
            isinstance(competency, Competency)
            and competency.roles
            and role.id not in competency.roles
        ):
            message = f"competency {id!r} belongs to other roles alone"
            hint = f"Add {role.id!r} to the competency's 'roles', or remove it here."
            yield Fault(("competencies", index), "one-sided-link", message, hint)


def _sample_faults(sample: SampleAnswer, around: _Surroundings) -> Iterator[Fault]:
    question = around.items.get(("questions", sample.question or ""))
    if not isinstance(question, Question):
        return
    points = [point.id for point in question.key_points]
    for index, id in enumerate(sample.key_points):
        if id not in points:
            message = f"question {question.id!r} has no key point {id!r}"
            yield Fault(("key_points", index), "dangling-id", message, _choice(id, points))
    rubric = around.items.get(("rubrics", question.rubric or question.kind))
    if isinstance(rubric, Rubric):
        criteria = [criterion.id for criterion in rubric.criteria]
        for index, rating in enumerate(sample.ratings):
            if rating.criterion not in criteria:
                message = f"rubric {rubric.id!r} has no criterion {rating.criterion!r}"
                path = ("ratings", index, "criterion")
                yield Fault(path, "dangling-id", message, _choice(rating.criterion, criteria))
        levels = [rating.level for rating in sample.ratings]
        yield from _off_scale(levels, ("ratings",), "level", rubric.scale, around)


def _choice(id: str, known: Iterable[str]) -> str:
    nearest = nearest_names(id, known)
    return f"Did you mean {listed(nearest)}?" if nearest else f"It has {listed(tuple(known))}."


def _competency_faults(competency: Competency, around: _Surroundings) -> Iterator[Fault]:
    levels = [level.value for level in competency.levels]
    yield from _off_scale(levels, ("levels",), "value", competency.scale or "", around)
    for index, id in enumerate(competency.roles):
        role = around.items.get(("roles", id))
        if isinstance(role, Role) and competency.id not in role.competencies:
            message = f"role {id!r} does not list this competency"
            hint = f"Add {competency.id!r} to the role, or remove the role here."
            yield Fault(("roles", index), "one-sided-link", message, hint)
