"""What reports are made of: sections of blocks that say what they hold, not how it looks."""

from collections.abc import Iterable, Mapping
from typing import Any, Final, Literal, final, get_args

from attrs import field, frozen

from interview_kit.errors import InvalidValueError
from interview_kit.model import Language, Value, normalise_language
from interview_kit.model.checks import (
    as_tuple,
    check_share,
    clean_text,
    instances_of,
    one_of,
    or_none,
    place_of,
    plain_text,
    shown,
    whole_number,
)
from interview_kit.model.text import to_optional_language

__all__ = [
    "BLOCK_KINDS",
    "REPORT_KINDS",
    "Bar",
    "Block",
    "BlockKind",
    "Report",
    "ReportKind",
    "Section",
]

ReportKind = Literal["interviewer_kit", "candidate_feedback", "panel_sheet", "decision_record"]
REPORT_KINDS: Final[tuple[ReportKind, ...]] = get_args(ReportKind)

BlockKind = Literal[
    "paragraph", "callout", "quote", "bullets", "checks", "facts", "table", "bars", "notes"
]
BLOCK_KINDS: Final[tuple[BlockKind, ...]] = get_args(BlockKind)

#: By kind, the fields that a block must fill, and those that it may.
FIELDS: Final[Mapping[BlockKind, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "paragraph": (("text",), ("language",)),
    "callout": (("text",), ("language",)),
    "quote": (("text",), ("language",)),
    "bullets": (("items",), ("text",)),
    "checks": (("items",), ("text",)),
    "facts": (("rows",), ()),
    "table": (("header", "rows"), ("text",)),
    "bars": (("bars",), ("text",)),
    "notes": (("text", "lines"), ()),
}
#: A fact is a name and what it holds.
FACT: Final = 2
#: Most lines to write on: a page.
MOST_LINES: Final = 40
LEVELS: Final = (2, 3)


def _to_rows(rows: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(as_tuple(row) for row in as_tuple(rows))


def _check_rows(instance: object, attribute: Any, rows: tuple[tuple[object, ...], ...]) -> None:
    for row in rows:
        if any(type(cell) is not str for cell in row):
            raise InvalidValueError(place_of(instance, attribute), "another", "rows of strings")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Bar(Value):
    """A horizontal bar, with its number in words.

    Attributes:
        label: what is measured.
        said: the number in words, such as `3 of 4`, or why there is none.
        share: the length of the bar, 0.0 to 1.0 of the whole; none if there is no number.
    """

    label: str = field(validator=plain_text)
    said: str = field(validator=plain_text)
    share: float | None = field(default=None, validator=or_none(check_share))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Block(Value):
    """A piece of a report. Its words may be a candidate's: writers take none of them for markup.

    Attributes:
        kind: what it is: a paragraph; a callout, which nobody should miss; a quote, somebody's own
            words; bullets; checks, things to tick; facts, names and what they hold; a table, whose
            first column names the rows; bars; or notes, room to write by hand.
        text: the words of a paragraph, callout or quote; the caption of what else there is.
        language: the language of a paragraph, callout or quote; none if it is that of the report.
        items: the bullets, or the things to tick.
        header: the names of the columns of a table.
        rows: the rows of a table, each as long as its header; pairs for facts.
        bars: the bars.
        lines: the number of lines to write on, 1 to 40; 0 for other kinds.
    """

    kind: BlockKind = field(validator=one_of(BLOCK_KINDS))
    text: str = field(default="", repr=False, validator=plain_text)
    language: Language | None = field(default=None, converter=to_optional_language)
    items: tuple[str, ...] = field(
        default=(), repr=False, converter=as_tuple, validator=instances_of(str)
    )
    header: tuple[str, ...] = field(
        default=(), repr=False, converter=as_tuple, validator=instances_of(str)
    )
    rows: tuple[tuple[str, ...], ...] = field(
        default=(), repr=False, converter=_to_rows, validator=_check_rows
    )
    bars: tuple[Bar, ...] = field(
        default=(), repr=False, converter=as_tuple, validator=instances_of(Bar)
    )
    lines: int = field(default=0, validator=whole_number(0, MOST_LINES))

    def __attrs_post_init__(self) -> None:
        names = ("text", "language", "items", "header", "rows", "bars", "lines")
        filled = {name for name in names if getattr(self, name)}
        needed, allowed = (frozenset(each) for each in FIELDS[self.kind])
        if not needed <= filled <= needed | allowed:
            found = f"a block of kind {self.kind!r} with {', '.join(sorted(filled)) or 'nothing'}"
            raise InvalidValueError("Block", found, f"{', '.join(FIELDS[self.kind][0])}")
        width = FACT if self.kind == "facts" else len(self.header)
        if any(len(row) != width for row in self.rows):
            found = f"a row of {next(len(row) for row in self.rows if len(row) != width)}"
            raise InvalidValueError("Block.rows", found, f"rows of {width} cells")


def _check_sections(instance: object, attribute: Any, sections: tuple["Section", ...]) -> None:
    if not sections or sections[0].level != LEVELS[0]:
        found = shown([each.level for each in sections[:1]])
        allowed = f"sections, the first of level {LEVELS[0]}"
        raise InvalidValueError(place_of(instance, attribute), found, allowed)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Section(Value):
    """A heading and what stands under it.

    Attributes:
        title: the heading.
        level: 2 for a section of the report, 3 for one within the section before it.
        blocks: what stands under it; may be none.
        new_page: whether it begins a page when printed.
    """

    title: str = field(repr=False, validator=clean_text)
    level: int = field(default=2, validator=one_of(LEVELS))
    blocks: tuple[Block, ...] = field(default=(), converter=as_tuple, validator=instances_of(Block))
    new_page: bool = field(default=False, validator=one_of((True, False)))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Report(Value):
    """A report, before it is written as HTML, Markdown or JSON.

    Attributes:
        kind: which report it is.
        language: the language of its words.
        title: its title.
        intro: what stands before the first section.
        sections: the sections; at least one, the first of level 2.
    """

    kind: ReportKind = field(validator=one_of(REPORT_KINDS))
    language: Language = field(converter=normalise_language)
    title: str = field(validator=clean_text)
    intro: tuple[Block, ...] = field(default=(), converter=as_tuple, validator=instances_of(Block))
    sections: tuple[Section, ...] = field(
        converter=as_tuple, validator=[instances_of(Section), _check_sections]
    )
