"""What reports are made of: blocks that hold what their kind needs, and show none of it in a repr."""

from typing import Any, get_args

import pytest

from export_cases import everywhere
from interview_kit import InvalidValueError
from interview_kit.export import BLOCK_KINDS, REPORT_KINDS, Bar, Block, Report, Section
from interview_kit.export._blocks import FIELDS, BlockKind
from interview_kit.export._html import _WRITERS as HTML_WRITERS
from interview_kit.export._markdown import _WRITERS as MARKDOWN_WRITERS

HELD: dict[str, Any] = {
    "text": "kata",
    "language": "id",
    "items": ["kata"],
    "header": ["kata", "kata"],
    "rows": [("kata", "kata")],
    "bars": [Bar(label="kata", said="kata")],
    "lines": 1,
}


@pytest.mark.parametrize("kind", BLOCK_KINDS)
def test_a_block_holds_what_its_kind_needs_and_no_more(kind: BlockKind) -> None:
    """A field too few or too many is refused; those that may be left out may."""
    needed, allowed = FIELDS[kind]
    whole = {name: HELD[name] for name in needed + allowed}
    assert Block(kind=kind, **whole).kind == kind
    assert Block(kind=kind, **{name: HELD[name] for name in needed}).kind == kind
    for name in needed:
        with pytest.raises(InvalidValueError, match="Block"):
            Block(kind=kind, **{each: held for each, held in whole.items() if each != name})
    for name in HELD.keys() - whole.keys():
        with pytest.raises(InvalidValueError, match=f"with .*{name}"):
            Block(kind=kind, **whole, **{name: HELD[name]})


def test_every_kind_can_be_written() -> None:
    """No kind of block is unknown to a writer, nor any writer to the kinds."""
    kinds = {*get_args(BlockKind)}
    assert {*FIELDS} == {*HTML_WRITERS} == {*MARKDOWN_WRITERS} == kinds


@pytest.mark.parametrize(
    ("block", "message"),
    [
        ({"kind": "table", "header": ["a", "b"], "rows": [("a",)]}, "found a row of 1"),
        ({"kind": "facts", "rows": [("a", "b", "c")]}, "allowed is rows of 2 cells"),
        ({"kind": "facts", "rows": [("a", 1)]}, "rows of strings"),
        ({"kind": "notes", "text": "a", "lines": 41}, "0 to 40"),
        ({"kind": "image", "text": "a"}, "'paragraph'"),
    ],
)
def test_what_cannot_be_laid_out_is_refused(block: dict[str, Any], message: str) -> None:
    """Tables have rows as long as their header, and facts have a name and what it holds."""
    with pytest.raises(InvalidValueError, match=message):
        Block(**block)


@pytest.mark.parametrize("share", [-0.1, 1.1, 1, float("nan")])
def test_a_bar_is_a_share_of_the_whole(share: float) -> None:
    """A bar is no longer than its track; what is not measured is no bar of length zero."""
    with pytest.raises(InvalidValueError, match=r"0\.0 to 1\.0"):
        Bar(label="a", said="b", share=share)
    assert Bar(label="a", said="b").share is None


@pytest.mark.parametrize("levels", [[], [3], [3, 2]])
def test_the_first_section_is_of_level_two(levels: list[int]) -> None:
    """Headings skip no level, since a section of level 3 follows one of level 2."""
    sections = [Section(title="a", level=each) for each in levels]
    with pytest.raises(InvalidValueError, match="first of level 2"):
        Report(kind="panel_sheet", language="id", title="a", sections=sections)


def test_a_repr_shows_no_words() -> None:
    """What candidates said stands in no repr."""
    assert "rahasia" not in repr(everywhere("rahasia"))


def test_kinds_of_reports_are_listed() -> None:
    """There are four."""
    assert len(REPORT_KINDS) == 4
