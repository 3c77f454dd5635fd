"""Text made safe for HTML, and the small tables that values show in notebooks."""

from collections.abc import Iterable
from re import Match
from typing import Final

from interview_kit.model.checks import UNSAFE

__all__ = ["escaped", "html_table", "visible"]

#: What could end a text, an attribute or a tag: https://html.spec.whatwg.org/ section 13.3.
ESCAPES: Final = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"}
)


def visible(text: str) -> str:
    """Show the characters that hide or reorder others, so that a reader sees what was typed.

    Args:
        text: any text, such as an answer.

    Returns:
        The text with line ends as newlines, and each control or bidirectional character or lone
        surrogate replaced by its code point in brackets.

    >>> visible("aman" + chr(0x202E))
    'aman[U+202E]'
    """
    return UNSAFE.sub(_code_point, text.replace("\r\n", "\n").replace("\r", "\n"))


def _code_point(found: Match[str]) -> str:
    return f"[U+{ord(found.group()):04X}]"


def escaped(text: str) -> str:
    """Write a text so that HTML shows it and does nothing else with it.

    Args:
        text: any text, such as an answer.

    Returns:
        The text for between tags or quotes of an attribute, hidden characters made visible.

    >>> escaped("<b>'aman'</b>")
    '&lt;b&gt;&#x27;aman&#x27;&lt;/b&gt;'
    """
    return visible(text).translate(ESCAPES)


def html_table(caption: str, header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Write a small table, such as a notebook shows for a value.

    Args:
        caption: what the table shows.
        header: the names of the columns.
        rows: what stands in them; the first cell of a row names it, `None` gives an empty cell.

    Returns:
        HTML without scripts, styles or anything to fetch.

    >>> html_table("x", ["id"], [["S01"]])[:33]
    '<table><caption>x</caption><thead'
    """
    names = "".join(f'<th scope="col">{escaped(each)}</th>' for each in header)
    body = "".join(f"<tr>{''.join(_cells(row))}</tr>" for row in rows)
    top = f"<caption>{escaped(caption)}</caption><thead><tr>{names}</tr></thead>"
    return f"<table>{top}<tbody>{body}</tbody></table>"


def _cells(row: Iterable[object]) -> Iterable[str]:
    for place, held in enumerate(row):
        text = "" if held is None else escaped(f"{held}")
        yield f'<td dir="auto">{text}</td>' if place else f'<th scope="row">{text}</th>'
