r"""Reports as Markdown, in which no word of a candidate becomes markup, link or HTML.

What a candidate typed comes in by `_plain` and `_in_line` alone.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from interview_kit.export._blocks import Block, BlockKind, Report, Section
from interview_kit.model.checks import expect
from interview_kit.model.markup import visible

__all__ = ["JOINER", "to_markdown"]

#: What means something anywhere in a line. https://spec.commonmark.org/0.31.2/#backslash-escapes,
#: and for tables, mathematics and marks the dialects that add them.
ANYWHERE: Final = re.compile(r"[\\`*_\[\]<>&~|!$^={}#]")
#: What means something where a line begins: items, rules, definitions, numbers before `.` or `)`.
AT_START: Final = re.compile(r"^(?:[-+:]|\d+(?=[.)]))", re.MULTILINE)
#: What dialects make links of, even behind a backslash: addresses and the names of hosts.
#: https://github.github.com/gfm/#autolinks-extension-, https://github.com/markdown-it/linkify-it
LINKED: Final = re.compile(r"(?i)@|/(?=/)|\.(?=[^\W\d_])|\bwww(?=\.)|\b(?:mailto|xmpp):")
#: The word joiner, which nobody sees and no link survives; `visible` leaves none of a candidate's.
JOINER: Final = "\u2060"


def to_markdown(report: Report) -> str:
    r"""Write a report as Markdown (CommonMark, with the tables of GitHub's dialect).

    Args:
        report: the report.

    Returns:
        The Markdown text.

    >>> from interview_kit.export._blocks import Block, Section
    >>> said = Section(title="Jawaban", blocks=[Block(kind="quote", text="[x](y)")])
    >>> print(to_markdown(Report(kind="panel_sheet", language="id", title="A", sections=[said])))
    # A
    <BLANKLINE>
    ## Jawaban
    <BLANKLINE>
    > \[x\](y)
    <BLANKLINE>
    """
    expect("report", report, Report)
    parts = [f"# {_in_line(report.title)}", *(_WRITERS[each.kind](each) for each in report.intro)]
    for section in report.sections:
        parts += _section(section)
    return "\n\n".join(parts) + "\n"


def _section(section: Section) -> list[str]:
    heading = f"{'#' * section.level} {_in_line(section.title)}"
    return [heading, *(_WRITERS[each.kind](each) for each in section.blocks)]


def _plain(text: str) -> str:
    """Escape a text of several lines; spaces around them could mean code or a break."""
    lines = (" ".join(line.split()) for line in visible(text).split("\n"))
    safe = ANYWHERE.sub(r"\\\g<0>", "\n".join(lines).strip())
    safe = AT_START.sub(_behind_backslash, safe)
    return LINKED.sub(rf"\g<0>{JOINER}", safe)


def _behind_backslash(found: re.Match[str]) -> str:
    # A digit cannot be escaped, but the point or bracket behind a number can.
    return f"{found.group()}\\" if found.group().isdigit() else f"\\{found.group()}"


def _in_line(text: str) -> str:
    return _plain(" ".join(visible(text).split()))


def _lead(block: Block) -> str:
    return f"**{_in_line(block.text)}**\n\n" if block.text else ""


def _paragraph(block: Block) -> str:
    return _plain(block.text)


def _callout(block: Block) -> str:
    return f"**{_in_line(block.text)}**"


def _quote(block: Block) -> str:
    return "\n".join(f"> {line}".rstrip() for line in _plain(block.text).split("\n"))


def _bullets(block: Block) -> str:
    return _lead(block) + "\n".join(f"- {_in_line(each)}" for each in block.items)


def _checks(block: Block) -> str:
    return _lead(block) + "\n".join(f"- [ ] {_in_line(each)}" for each in block.items)


def _facts(block: Block) -> str:
    return "\n".join(f"- **{_in_line(name)}:** {_in_line(held)}" for name, held in block.rows)


def _table(block: Block) -> str:
    rows = [block.header, ("---",) * len(block.header), *block.rows]
    lines = [_row(row, raw=place == 1) for place, row in enumerate(rows)]
    return _lead(block) + "\n".join(lines)


def _row(cells: tuple[str, ...], *, raw: bool) -> str:
    return f"| {' | '.join(cells if raw else map(_in_line, cells))} |"


def _bars(block: Block) -> str:
    lines = (f"- {_in_line(each.label)}: {_in_line(each.said)}" for each in block.bars)
    return _lead(block) + "\n".join(lines)


def _notes(block: Block) -> str:
    return _lead(block) + "\n\n".join(["___"] * block.lines)


_WRITERS: Final[Mapping[BlockKind, Callable[[Block], str]]] = {
    "paragraph": _paragraph,
    "callout": _callout,
    "quote": _quote,
    "bullets": _bullets,
    "checks": _checks,
    "facts": _facts,
    "table": _table,
    "bars": _bars,
    "notes": _notes,
}
