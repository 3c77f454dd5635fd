"""Strict JSON: documents come back as they were written, and every place has its line."""

import json
from collections import OrderedDict
from collections.abc import Iterator
from typing import Any, Final

import pytest
from hypothesis import given, strategies as st

from interview_kit._strict_json import (
    MAX_BYTES,
    MAX_DEPTH,
    Path,
    Positions,
    is_list,
    is_object,
    read_json,
    show_path,
)
from interview_kit.errors import Problem
from packs.writing import places

FILE: Final = "roles/sales.json"

ANY_TEXT: Final = st.text(st.characters(), max_size=8) | st.sampled_from(
    ['"', "\\", '\\"', "[{", "}]", "NaN", "\n", "\u2028", "\ud800"]
)
SCALARS: Final = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | ANY_TEXT
)
VALUES: Final = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(ANY_TEXT, inner, max_size=4),
    max_leaves=16,
)
#: All ways to lay out the same document.
LAYOUTS: Final = st.fixed_dictionaries(
    {
        "indent": st.sampled_from([None, 0, 1, 2, 4, "\t"]),
        "sort_keys": st.booleans(),
        "separators": st.sampled_from([None, (",", ":"), (" , ", " : ")]),
    }
)
KEYS: Final = st.sampled_from(["id", "en", "\u00e9", "a b"])


class Members(tuple[tuple[str, Any], ...]):
    """An object of JSON as it is written: its keys may occur twice."""

    __slots__ = ()


class Lines(list[str]):
    """A list that is not of JSON."""


#: Documents in which keys may occur twice.
REPEATING: Final = st.recursive(
    st.integers(0, 9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.lists(st.tuples(KEYS, inner), max_size=4).map(Members)
    ),
    max_leaves=12,
)


def repeats(tree: Any, path: Path = ()) -> Iterator[str]:
    """Show the path of every key that its own object already has, in the order of the text."""
    seen = set[str | int]()
    members = tree if isinstance(tree, Members) else enumerate(tree if type(tree) is list else ())
    for key, held in members:
        if key in seen:
            yield show_path((*path, key))
        seen.add(key)
        yield from repeats(held, (*path, key))


def laid_out(tree: Any) -> str:
    """Write a document in which keys may occur twice, each member on a line of its own."""
    if isinstance(tree, Members):
        members = (f"{json.dumps(key)}: {laid_out(held)}" for key, held in tree)
        return "{" + ",\n".join(members) + "}"
    if isinstance(tree, list):
        return "[" + ",\n".join(map(laid_out, tree)) + "]"
    return json.dumps(tree)


def parsed_at(text: str, place: tuple[int, int]) -> Any:
    """Parse what stands at a line and column."""
    line, column = place
    start = sum(len(each) + 1 for each in text.split("\n")[: line - 1])
    return json.JSONDecoder(strict=False).raw_decode(text, start + column - 1)[0]


def problem_in(data: bytes) -> Problem:
    """Give the one problem of a file that cannot be read."""
    document, (problem,) = read_json(data, FILE)
    assert document is None
    return problem


@given(VALUES, LAYOUTS)
def test_documents_come_back(plain: Any, layout: dict[str, Any]) -> None:
    """Any document, laid out in any way, is read as it was written, with no problem."""
    assert read_json(json.dumps(plain, **layout).encode(), FILE) == (plain, ())


@given(st.text(st.characters(codec="utf-8")))
def test_text_comes_back_unescaped(text: str) -> None:
    """Text of any script needs no escapes."""
    assert read_json(json.dumps(text, ensure_ascii=False).encode(), FILE) == (text, ())


@given(VALUES, LAYOUTS, st.sampled_from(["\n", "\r\n"]))
def test_places_are_found(plain: Any, layout: dict[str, Any], line_end: str) -> None:
    """The place of every path is where its value begins, with either sort of line end."""
    text = json.dumps(plain, **layout).replace("\n", line_end)
    positions = Positions(text)
    assert all(parsed_at(text, positions.place(path)) == held for path, held in places(plain))


@given(VALUES, LAYOUTS)
def test_keys_are_found(plain: Any, layout: dict[str, Any]) -> None:
    """The place of a key is where the key begins; what stands in a list begins with itself."""
    text = json.dumps(plain, **layout)
    positions = Positions(text)
    for path, held in places(plain):
        expected = path[-1] if path and isinstance(path[-1], str) else held
        assert parsed_at(text, positions.place(path, of_key=True)) == expected


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), (1, 1)),
        (("facts",), (2, 12)),
        (("facts", 0, "text"), (3, 5)),
        (("facts", 1), (2, 12)),
        (("tips", 0, "why"), (1, 1)),
    ],
)
def test_absent_places_stand_above(path: Path, place: tuple[int, int]) -> None:
    """The place of what is absent is the nearest place above it."""
    assert Positions('{\n  "facts": [\n    {"id": "a"}\n  ]\n}').place(path) == place


@given(REPEATING)
def test_duplicate_keys_are_found_anywhere(tree: Any) -> None:
    """A key is reported where its own object has it already, and nowhere else."""
    _, problems = read_json(laid_out(tree).encode(), FILE)
    assert [problem.path for problem in problems] == list(repeats(tree))


def test_duplicate_keys_are_the_same_when_escaped() -> None:
    """A key and its escaped spelling are one key; the problem points to the second."""
    document, problems = read_json(b'{"id": 1,\n "\\u0069d": 2}', FILE)
    assert document == {"id": 2}
    assert problems == (
        Problem(
            file=FILE,
            line=2,
            column=2,
            path="$.id",
            rule="duplicate-key",
            message="the key 'id' occurs twice in this object",
            hint="Keep one of them.",
        ),
    )


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_constants_are_no_numbers(constant: str) -> None:
    """Python's constants are reported where they stand, and read as nothing."""
    text = f'{{"minutes":\n [1, {constant}]}}'
    assert read_json(text.encode(), FILE) == (
        {"minutes": [1, None]},
        (
            Problem(
                file=FILE,
                line=2,
                column=6,
                path="$.minutes[1]",
                rule="not-a-number",
                message=f"{constant} is not a number of JSON",
                hint="Write a number.",
            ),
        ),
    )


def test_names_of_constants_are_strings() -> None:
    """A string or a key that reads `NaN` is no number, even beside one that should be."""
    _, problems = read_json(b'{"NaN": "NaN", "b": ["Infinity", NaN]}', FILE)
    assert [problem.path for problem in problems] == ["$.b[1]"]


@given(st.lists(st.booleans(), min_size=1, max_size=MAX_DEPTH + 8), VALUES)
def test_depth_is_bounded(kinds: list[bool], plain: Any) -> None:
    """Nesting up to the limit is read, and nothing beyond it."""
    own = max(len(path) + isinstance(held, dict | list) for path, held in places(plain))
    nested = plain
    for is_dict in kinds:
        nested = {"[": nested} if is_dict else [nested]
    document, problems = read_json(json.dumps(nested).encode(), FILE)
    too_deep = len(kinds) + own > MAX_DEPTH
    assert [problem.rule for problem in problems] == ["too-deep"] * too_deep
    assert document == (None if too_deep else nested)


def test_bottomless_nesting_is_too_deep() -> None:
    """Nesting that would exhaust the parser is reported like any other that is too deep."""
    expected = Problem(
        file=FILE,
        line=1,
        column=MAX_DEPTH + 1,
        rule="too-deep",
        message="lists and objects are nested more than 32 deep",
    )
    assert problem_in(b"[" * 200_000) == expected


def test_nesting_that_is_too_deep_has_its_place() -> None:
    """The place is that of the bracket which goes too far; brackets in strings do not count."""
    before = '{"[[[": "\\"{{{", "shut": [[], {}],\n  "é": '
    deep = before + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "}"
    found = problem_in(deep.encode())
    assert (found.rule, found.line, found.column) == ("too-deep", 2, 7 + MAX_DEPTH)


@given(st.text(st.characters(codec="utf-8")).filter(lambda text: not text.startswith("\ufeff")))
def test_bytes_that_are_no_text_are_found(before: str) -> None:
    """A byte that is not UTF-8 is reported with its line and column."""
    problem = problem_in(before.encode() + b"\xe9 and more")
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    assert (problem.rule, problem.message) == ("encoding", "byte 0xe9 is not UTF-8")
    assert (problem.line, problem.column) == (line, column)


def test_byte_order_marks_are_refused() -> None:
    """A byte order mark is reported as what it is, rather than as a syntax error."""
    assert problem_in(b'\xef\xbb\xbf{"facts": []}') == Problem(
        file=FILE,
        line=1,
        column=1,
        rule="encoding",
        message="the file begins with a byte order mark",
        hint="Save the file as UTF-8 without a byte order mark.",
    )


def test_size_is_bounded() -> None:
    """A file of the largest size is read, and one byte more is refused."""
    largest = b"1".ljust(MAX_BYTES)
    assert read_json(largest, FILE) == (1, ())
    assert problem_in(largest + b" ").rule == "too-large"


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("", (1, 1), "Expecting value"),
        ('{\n "a" 1}', (2, 6), "Expecting ':' delimiter"),
        ('{"a": 1\n "b": 2}', (2, 2), "Expecting ',' delimiter"),
        ('["a\n"]', (1, 4), "Invalid control character at"),
        ("[1] [2]", (1, 5), "Extra data"),
        ("['a']", (1, 2), "Expecting value"),
    ],
)
def test_syntax_errors_have_their_place(text: str, place: tuple[int, int], message: str) -> None:
    """What is not JSON is reported where the parser stopped."""
    line, column = place
    assert problem_in(text.encode()) == Problem(
        file=FILE,
        line=line,
        column=column,
        rule="not-json",
        message=f"this is not JSON: {message}",
        hint="Check commas, quotes and brackets just before this place.",
    )


def test_endless_numbers_are_refused() -> None:
    """A number of more digits than Python reads is no place to look for commas and quotes."""
    problem = problem_in(b'{\n"minutes": ' + b"9" * 5_000 + b"}")
    assert (problem.rule, problem.message) == (
        "not-json",
        "this is not JSON: a number has too many digits",
    )
    assert (problem.line, problem.column) != (1, 1)
    assert "commas" not in problem.hint


@given(st.binary() | st.text('[]{}",:0123456789.eE+-\\ \n' + "NaInfity", max_size=20))
def test_any_bytes_have_an_answer(held: bytes | str) -> None:
    """Whatever a file holds, there is a problem, or the document that `json` finds in it."""
    data = held if isinstance(held, bytes) else held.encode()
    document, problems = read_json(data, FILE)
    assert problems or document == json.loads(data)


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ((), "$"),
        (("questions", 2, "minutes"), "$.questions[2].minutes"),
        (("text", "en-gb"), "$.text['en-gb']"),
        (("a b", ""), "$['a b']['']"),
        (("0",), "$['0']"),
    ],
)
def test_paths_are_shown_as_json_path(path: Path, shown: str) -> None:
    """Names stand after a dot; what is no name stands in brackets and quotes, as in JSONPath."""
    assert show_path(path) == shown


@given(st.lists(st.integers(0) | st.text(st.characters()), max_size=4).map(tuple))
def test_paths_can_be_printed(path: Path) -> None:
    """A path is one line without control characters, whatever keys a hostile file holds."""
    assert show_path(path).isprintable()


@given(VALUES)
def test_parts_are_objects_or_lists_or_neither(plain: Any) -> None:
    """An object is a dict, a list is a list."""
    assert (is_object(plain), is_list(plain)) == (isinstance(plain, dict), isinstance(plain, list))


def test_subclasses_are_not_what_json_gives() -> None:
    """What only inherits from dict or list comes from elsewhere."""
    assert not is_object(OrderedDict(facts=[]))
    assert not is_list(Lines(["facts"]))
