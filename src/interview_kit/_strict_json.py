"""JSON as packs need it: nothing ambiguous is let through, and every place has a line."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Any, Final, NamedTuple, TypeGuard

from interview_kit.errors import Problem

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "Path",
    "Positions",
    "is_list",
    "is_object",
    "read_json",
    "show_path",
]

#: Keys and indexes from the top of a document down to one place in it.
Path = tuple[str | int, ...]

#: Largest file, in bytes: thirty times the largest role file of the core pack, and small enough
#: that a hostile pack cannot exhaust the memory of a web worker.
MAX_BYTES: Final = 16 * 1024 * 1024
#: Deepest nesting of lists and objects; content needs 7.
MAX_DEPTH: Final = 32

SPACE: Final = re.compile(r"[ \t\r\n]*")
STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"')
BRACKET_OR_STRING: Final = re.compile(rf"[\[\]{{}}]|{STRING.pattern}")
SCALAR: Final = re.compile(r"[^\s,\]}]+")
#: A key that JSONPath writes after a point.
PLAIN_KEY: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
CONSTANTS: Final = frozenset({"NaN", "Infinity", "-Infinity"})
LONG_NUMBER: Final = re.compile(r"[0-9]{1000}")
INNERMOST: Final = re.compile(rb"\[\]|\{\}")
#: All bytes but brackets and quotes.
OTHER_BYTES: Final = bytes(set(range(256)) - set(b'[]{}"'))


def read_json(data: bytes, file: str) -> tuple[Any, tuple[Problem, ...]]:
    """Read one JSON document strictly.

    Args:
        data: the bytes of the file.
        file: its name, for the problems.

    Returns:
        The document and its duplicate keys and numbers that JSON does not know, if it has any; or
        `None` and one problem: too large, not UTF-8, not JSON, too deep.
    """
    text, problem = _decoded(data, file)
    if problem:
        return None, (problem,)
    ambiguous: list[str] = []

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            ambiguous.append("duplicate key")
        return members

    try:
        document = json.loads(text, object_pairs_hook=unique, parse_constant=ambiguous.append)
    except RecursionError:
        return None, (_too_deep(text, file),)
    except ValueError as error:
        return None, (_syntax_problem(error, text, file),)
    if _is_deeper(data, MAX_DEPTH):
        return None, (_too_deep(text, file),)
    found = Positions(text).ambiguities(file) if ambiguous else ()
    return document, tuple(found)


def is_object(plain: object) -> TypeGuard[dict[str, Any]]:
    """Tell whether a part of a document is an object, and no subclass of one."""
    return type(plain) is dict


def is_list(plain: object) -> TypeGuard[list[Any]]:
    """Tell whether a part of a document is a list, and no subclass of one."""
    return type(plain) is list


def show_path(path: Path) -> str:
    """Write a path as JSONPath does.

    Args:
        path: keys and indexes.

    Returns:
        The path, such as `$.questions[2].minutes`.

    >>> show_path(("questions", 2, "minutes"))
    '$.questions[2].minutes'
    """
    return "$" + "".join(map(_show_step, path))


def _show_step(step: object) -> str:
    if isinstance(step, str) and PLAIN_KEY.fullmatch(step):
        return f".{step}"
    return f"[{step!r}]"


class _Mark(NamedTuple):
    """A place in a text: its path, where its key begins (in a list: itself), where its value does."""

    path: Path
    key: int
    value: int


class Positions:
    """Where everything stands in a JSON text; built only once something is wrong.

    Args:
        text: a text that is JSON, but for duplicate keys and constants such as `NaN`.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._line_starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._marks: list[_Mark] = []
        self._twins: set[_Mark] = set()
        self._scan((), 0, 0)
        self._first: dict[Path, _Mark] = {}
        for mark in self._marks:
            self._first.setdefault(mark.path, mark)

    def __contains__(self, path: Path) -> bool:
        return path in self._first

    def place(self, path: Path, *, of_key: bool = False) -> tuple[int, int]:
        """Find a place in the text.

        Args:
            path: keys and indexes; if nothing stands there, the nearest place above it is taken.
            of_key: whether the key is wanted rather than its value.

        Returns:
            Line and column, both from 1.
        """
        while path and path not in self._first:
            path = path[:-1]
        mark = self._first[path]
        return self._line_and_column(mark.key if of_key else mark.value)

    def ambiguities(self, file: str) -> Iterator[Problem]:
        """Find duplicate keys and numbers that JSON does not know.

        Args:
            file: the name of the file, for the problems.

        Yields:
            A problem for each, in the order of the text.
        """
        for mark in self._marks:
            if mark in self._twins:
                message = f"the key {mark.path[-1]!r} occurs twice in this object"
                yield self._problem(file, mark, "duplicate-key", message, "Keep one of them.")
            token = SCALAR.match(self._text, mark.value)
            if token and token.group() in CONSTANTS:
                message = f"{token.group()} is not a number of JSON"
                yield self._problem(file, mark, "not-a-number", message, "Write a number.")

    def _problem(self, file: str, mark: _Mark, rule: str, message: str, hint: str) -> Problem:
        line, column = self._line_and_column(mark.key if rule == "duplicate-key" else mark.value)
        return Problem(
            file=file,
            line=line,
            column=column,
            path=show_path(mark.path),
            rule=rule,
            message=message,
            hint=hint,
        )

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def _scan(self, path: Path, key: int, start: int) -> int:
        start = self._skip(start)
        self._marks.append(_Mark(path, key, start))
        opening = self._text[start]
        if opening == "{":
            return self._scan_members(path, start + 1)
        if opening == "[":
            return self._scan_elements(path, start + 1)
        return self._end(STRING if opening == '"' else SCALAR, start)

    def _scan_members(self, path: Path, at: int) -> int:
        at, names = self._skip(at), set[str]()
        while self._text[at] != "}":
            end = self._end(STRING, at)
            name = json.loads(self._text[at:end])
            place = len(self._marks)
            at = self._next(self._scan((*path, name), at, self._skip(end) + 1))
            if name in names:
                self._twins.add(self._marks[place])
            names.add(name)
        return at + 1

    def _scan_elements(self, path: Path, at: int) -> int:
        at, index = self._skip(at), 0
        while self._text[at] != "]":
            at = self._next(self._scan((*path, index), at, at))
            index += 1
        return at + 1

    def _next(self, end: int) -> int:
        end = self._skip(end)
        return self._skip(end + 1) if self._text[end] == "," else end

    def _skip(self, at: int) -> int:
        return self._end(SPACE, at)

    def _end(self, pattern: re.Pattern[str], at: int) -> int:
        found = pattern.match(self._text, at)
        return found.end() if found else at


def _decoded(data: bytes, file: str) -> tuple[str, Problem | None]:
    if len(data) > MAX_BYTES:
        message = f"more than {MAX_BYTES} bytes"
        return "", Problem(file=file, rule="too-large", message=message, hint="Split the file.")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        before = data[data.rfind(b"\n", 0, error.start) + 1 : error.start]
        message = f"byte {data[error.start]:#04x} is not UTF-8"
        hint = "Save the file as UTF-8."
        return "", Problem(
            file=file,
            line=line,
            column=len(before.decode()) + 1,
            rule="encoding",
            message=message,
            hint=hint,
        )
    if text.startswith("\ufeff"):
        hint = "Save the file as UTF-8 without a byte order mark."
        message = "the file begins with a byte order mark"
        return "", Problem(file=file, line=1, column=1, rule="encoding", message=message, hint=hint)
    return text, None


def _is_deeper(data: bytes, limit: int) -> bool:
    # Only quotes and brackets are kept; then each round removes the innermost brackets. All steps
    # run in C, so that the check costs a small part of the parsing.
    unescaped = data.replace(b"\\\\", b"").replace(b'\\"', b"")
    brackets = re.sub(rb'"[^"]*"', b"", unescaped.translate(None, OTHER_BYTES))
    for _ in range(limit):
        brackets = INNERMOST.sub(b"", brackets)
    return bool(brackets)


def _too_deep(text: str, file: str) -> Problem:
    offset, depth = 0, 0
    for found in BRACKET_OR_STRING.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found.group(), 0)
        if depth > MAX_DEPTH:
            offset = found.start()
            break
    line, column = _line_and_column(text, offset)
    message = f"lists and objects are nested more than {MAX_DEPTH} deep"
    return Problem(file=file, line=line, column=column, rule="too-deep", message=message)


def _line_and_column(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _syntax_problem(error: ValueError, text: str, file: str) -> Problem:
    hint = "Check commas, quotes and brackets just before this place."
    if isinstance(error, json.JSONDecodeError):
        line, column, message = error.lineno, error.colno, error.msg
    else:
        # Python refuses to read whole numbers of more than 4,300 digits.
        found = LONG_NUMBER.search(text)
        offset = found.start() if found else 0
        line, column = _line_and_column(text, offset)
        message, hint = "a number has too many digits", "Write a number of a few digits."
    message = f"this is not JSON: {message}"
    return Problem(file=file, line=line, column=column, rule="not-json", message=message, hint=hint)
