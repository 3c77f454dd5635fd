"""Standard streams of the command line: what is read, what is written, and what cannot be."""

import codecs
import io
import json
import os
import sys
from collections.abc import Iterable
from typing import IO, Any

__all__ = [
    "json_text",
    "print_lines",
    "read_answer",
    "standard_input",
    "write_anything",
    "write_no_more",
]


def write_anything(out: Any) -> None:
    """Let a terminal that knows few characters show what it can of the others.

    Args:
        out: the stream.
    """
    if hasattr(out, "reconfigure"):
        out.reconfigure(errors="backslashreplace")


def write_no_more() -> None:
    """Drop what waits to be written and cannot be, of which Python would complain at exit."""
    out: IO[str] | None = sys.stdout
    if out is None:
        return
    try:
        out.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def standard_input() -> IO[str]:
    """Give the standard input; one that is closed has ended.

    Returns:
        The stream.
    """
    return sys.stdin or io.StringIO()


def read_answer(lines: Iterable[str]) -> tuple[str, bool]:
    """Read an answer of several lines, up to one that is empty.

    Args:
        lines: what is typed.

    Returns:
        The answer, and whether the input has ended.
    """
    said: list[str] = []
    for line in lines:
        if not line.strip():
            return "\n".join(said), False
        said.append(line.rstrip("\n"))
    return "\n".join(said), True


def json_text(plain: Any) -> str:
    """Write a document as JSON that standard output can carry.

    Args:
        plain: the document.

    Returns:
        The text, with two spaces of indent.
    """
    # What a terminal shows in place of a character that it lacks is no JSON.
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    is_unicode = codecs.lookup(encoding).name == "utf-8"
    return json.dumps(plain, ensure_ascii=not is_unicode, indent=2)


def print_lines(lines: Iterable[str], out: Any) -> None:
    """Write lines at once, each as soon as it is there.

    Args:
        lines: the lines.
        out: the stream.
    """
    for line in lines:
        print(line, file=out, flush=True)
