"""From the files of a pack to a draft: values with their places, and all that is wrong."""

import re
from collections.abc import Iterator
from typing import Any, Final

from attrs import field, frozen

from interview_kit._documents import explain, sound_fields
from interview_kit._faults import TYPE_NAMES, Fault, Faults, named
from interview_kit._links import nearest_names
from interview_kit._resources import PACK_FILE, Folder, json_files
from interview_kit._strict_json import Path, Positions, is_list, is_object, read_json, show_path
from interview_kit.errors import Problem, listed
from interview_kit.model import SECTIONS, Noun, PackInfo
from interview_kit.model.checks import shown
from interview_kit.packs._migrate import FORMAT, OLDEST_FORMAT, former_path, migrate

__all__ = ["Draft", "Entry", "Finding", "located", "read_pack", "unreadable_pack"]

#: Rules that keep a whole file from being read.
UNREAD: Final = ("not-json", "encoding", "too-deep", "too-large", "unreadable")

#: Rules that are about a key rather than its value.
RULES_ON_KEYS: Final = ("unknown-key", "language-tag")

FORMAT_SAID: Final = re.compile(rb'"format"\s*:\s*([0-9]{1,9})')

#: Something wrong in a file; its line is looked up only when problems are shown.
Finding = tuple[str, Fault]


@frozen(kw_only=True)
class Entry:
    """An object of a pack, sound or not.

    Attributes:
        section: the section it stands in.
        plain: its document.
        item: the object, if the document is sound.
        file: the file it stands in.
        path: where it stands there.
    """

    section: str
    plain: Any
    item: Noun | None
    file: str
    path: Path

    @property
    def id(self) -> str:
        """The id that the document gives; empty if it gives none."""
        found = self.plain.get("id") if is_object(self.plain) else None
        return found if isinstance(found, str) else ""


@frozen(kw_only=True)
class Draft:
    """A pack as far as it could be read.

    Attributes:
        label: how the pack was named to us.
        info: what it says about itself, if all of that is sound.
        about: the fields of `info` that are sound by themselves, with what they hold.
        entries: all its objects, in file order.
        findings: what is wrong inside the files.
        problems: what is wrong with whole files, and what already has its line.
        data: the bytes of each file.
    """

    label: str
    info: PackInfo | None
    about: dict[str, Any]
    entries: tuple[Entry, ...]
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    data: dict[str, bytes] = field(repr=False)

    @property
    def has_unread_files(self) -> bool:
        """Whether the content of a file could not be read at all."""
        return any(problem.rule in UNREAD for problem in self.problems)


class _Reader:
    """Collects what the files of one pack hold, and everything wrong with them."""

    def __init__(self, label: str) -> None:
        self.label = label
        self.info: PackInfo | None = None
        self.about: dict[str, Any] = {}
        self.entries: list[Entry] = []
        self.findings: list[Finding] = []
        self.problems: list[Problem] = []
        self.data: dict[str, bytes] = {}

    def read(self, folder: Folder) -> None:
        """Read all files, `pack.json` first, since it tells the format of the others."""
        self.data.update(json_files(folder, self._note_unread))
        unread = {problem.file for problem in self.problems}
        if PACK_FILE not in {*self.data, *unread}:
            message = "a pack has a file pack.json at its top"
            self.problems.append(Problem(file=PACK_FILE, rule="missing-file", message=message))
        format_number = FORMAT
        for file, data in self.data.items():
            # What a newer format means by its keys is not for this version to judge.
            if format_number > FORMAT:
                return
            document, problems = read_json(data, file)
            self.problems += problems
            if document is None and problems:
                format_number = _said_format(data) if file == PACK_FILE else format_number
            elif not is_object(document):
                self._note_type(file, (), document, dict)
            elif file == PACK_FILE:
                format_number = self._read_info(document)
            else:
                self._read_sections(file, migrate(document, format_number))

    def _read_info(self, document: dict[str, Any]) -> int:
        number = document.get("format")
        if "format" not in document:
            hint = f'Write "format": {FORMAT}.'
            self._note(PACK_FILE, (), "missing-key", "the key 'format' is missing", hint)
            number = FORMAT
        elif type(number) is not int or not OLDEST_FORMAT <= number <= FORMAT:
            self._note(PACK_FILE, ("format",), "unknown-format", *_format_advice(number))
            if type(number) is int and number > FORMAT:
                return number
            number = FORMAT
        members = {**migrate(document, number)}
        members.pop("format", None)
        self._read_schema(PACK_FILE, members.pop("$schema", ""))
        self.about = sound_fields(members, PackInfo)
        try:
            self.info = explain(members, PackInfo)
        except Faults as faults:
            self.findings += [(PACK_FILE, fault) for fault in faults.found]
        return number

    def _read_sections(self, file: str, document: dict[str, Any]) -> None:
        for section, items in document.items():
            if section == "$schema":
                self._read_schema(file, items)
            elif section not in SECTIONS:
                self._note(file, (section,), "unknown-key", *_section_advice(section))
            elif not is_list(items):
                self._note_type(file, (section,), items, list)
            else:
                for index, plain in enumerate(items):
                    self._read_item(file, (section, index), plain)

    def _read_schema(self, file: str, name: Any) -> None:
        if not isinstance(name, str):
            self._note_type(file, ("$schema",), name, str)

    def _read_item(self, file: str, path: tuple[str, int], plain: Any) -> None:
        section, index = path
        item = None
        try:
            item = explain(plain, SECTIONS[section])
        except Faults as faults:
            self.findings += [(file, fault.under(section, index)) for fault in faults.found]
        entry = Entry(section=section, plain=plain, item=item, file=file, path=path)
        self.entries.append(entry)

    def _note_unread(self, file: str, error: Exception) -> None:
        self.problems.append(_unreadable(error, file))

    def _note_type(self, file: str, path: Path, plain: Any, wanted: type) -> None:
        message = f"found {named(plain)}, allowed is {TYPE_NAMES[wanted]}"
        self._note(file, path, "wrong-type", message)

    def _note(self, file: str, path: Path, rule: str, message: str, hint: str = "") -> None:
        self.findings.append((file, Fault(path, rule, message, hint)))


def _said_format(data: bytes) -> int:
    """Find the format in a pack.json that is no JSON, so that other files are read as they are."""
    said = FORMAT_SAID.search(data)
    return max(OLDEST_FORMAT, int(said[1])) if said else FORMAT


def read_pack(folder: Folder, label: str) -> Draft:
    """Read a pack as far as possible.

    Args:
        folder: its folder.
        label: how it was named to us.

    Returns:
        What could be read and what is wrong; links between objects are not looked at yet.
    """
    reader = _Reader(label)
    try:
        reader.read(folder)
    except Exception as error:  # noqa: BLE001 - damaged archives raise whatever they like
        reader.problems.append(_unreadable(error))
    return Draft(
        label=label,
        info=reader.info,
        about=reader.about,
        entries=tuple(reader.entries),
        findings=tuple(reader.findings),
        problems=tuple(reader.problems),
        data=reader.data,
    )


def unreadable_pack(label: str, error: Exception) -> Draft:
    """Make the draft of a pack that cannot even be opened.

    Args:
        label: how the pack was named to us.
        error: what stood in the way.

    Returns:
        A draft with that one problem.
    """
    return Draft(
        label=label,
        info=None,
        about={},
        entries=(),
        findings=(),
        problems=(_unreadable(error),),
        data={},
    )


def _unreadable(error: Exception, file: str = "") -> Problem:
    return Problem(file=file, rule="unreadable", message=f"cannot be read: {error}")


def located(draft: Draft, further: tuple[Finding, ...] = ()) -> tuple[Problem, ...]:
    """Give every problem of a pack its line.

    Args:
        draft: the pack as far as it could be read.
        further: what linking found beside.

    Returns:
        All problems in the order of files and lines; two rules at one place are both kept, unless
        the text there was ambiguous.
    """
    findings = [*draft.findings, *(each for each in further if not _is_known(each, draft))]
    ambiguous = {(problem.file, problem.path) for problem in draft.problems}
    problems = list(draft.problems)
    for file in draft.data:
        own = [fault for name, fault in findings if name == file]
        if own:
            found = _with_lines(file, own, Positions(draft.data[file].decode("utf-8")))
            problems += [each for each in found if (file, each.path) not in ambiguous]
    return tuple(sorted(problems, key=_place))


def _place(problem: Problem) -> tuple[bool, bool, str, int, int]:
    file = problem.file
    return file != "", file != PACK_FILE, file, problem.line, problem.column


def _is_known(finding: Finding, draft: Draft) -> bool:
    """Tell whether reading has already found fault with the very place that linking stumbled on."""
    file, fault = finding
    depth = len(fault.path)
    # A text with a wrong language tag lacks that language, which is one fault and not two.
    inside = fault.rule == "missing-language"
    return any(
        name == file and (other.path == fault.path or (inside and other.path[:depth] == fault.path))
        for name, other in draft.findings
    )


def _with_lines(file: str, faults: list[Fault], positions: Positions) -> Iterator[Problem]:
    for fault in faults:
        # In a pack of an older format, a key may stand there under its former name.
        path = fault.path if fault.path in positions else former_path(fault.path)
        line, column = positions.place(path, of_key=fault.rule in RULES_ON_KEYS)
        yield Problem(
            file=file,
            line=line,
            column=column,
            path=show_path(fault.path),
            rule=fault.rule,
            message=fault.message,
            hint=fault.hint,
        )


def _format_advice(number: Any) -> tuple[str, str]:
    found = named(number) if number is None or type(number) is bool else shown(number)
    message = f"found format {found}, allowed is {OLDEST_FORMAT} to {FORMAT}"
    newer = type(number) is int and number > FORMAT
    return message, "Update interview_kit." if newer else f'Write "format": {FORMAT}.'


def _section_advice(section: str) -> tuple[str, str]:
    message = f"the section {section!r} is unknown; allowed are {listed(tuple(SECTIONS))}"
    nearest = nearest_names(section, SECTIONS)
    return message, f"Did you mean {nearest[0]!r}?" if nearest else "Remove it."
