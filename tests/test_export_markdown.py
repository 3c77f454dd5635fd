"""Reports as Markdown: no word of a candidate becomes markup, a link or HTML."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given

from export_cases import answers, everywhere, hostile_feedback, kit, words_of
from interview_kit import Bank, InvalidValueError
from interview_kit.export import Block, Report, Section, to_markdown
from interview_kit.export._markdown import JOINER, _plain
from interview_kit.model.markup import visible

#: What these blocks alone may become.
TOKENS = {
    *("heading", "paragraph", "blockquote", "bullet_list", "list_item", "strong"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
LEAVES = {"inline", "text", "softbreak", "hr", "text_special"}


def quoted(words: str) -> str:
    """Give the quote of a report that holds nothing else."""
    block = Block(kind="quote", text=words)
    section = Section(title="A", blocks=[block])
    return to_markdown(Report(kind="panel_sheet", language="id", title="A", sections=[section]))


def outline(tokens: Iterable[Any]) -> list[str]:
    """Give the blocks of a text that is parsed; a blank line may make two paragraphs of one."""
    return [each.type for each in tokens if not each.type.startswith(("paragraph", "inline"))]


@given(answers())
def test_escapes_hold(words: str) -> None:
    """No special character is left bare, and without the escapes the words are those typed."""
    text = _plain(words)
    bare = re.sub(r"\\[\\`*_\[\]<>&~|!$^={}#+:.)-]", "x", text)
    assert not re.search(r"[\\`*_\[\]<>&~|!$^={}#]", bare)
    assert not re.search(r"^\s*(?:[-+:]|\d+[.)])", bare, re.MULTILINE)
    back = re.sub(r"\\(.)", r"\1", text.replace(JOINER, ""))
    assert back.split() == visible(words).split()


@given(answers())
def test_a_quote_stays_a_quote(words: str) -> None:
    """Every line of a quote is a line of the quote."""
    body = quoted(words or "-").split("\n\n", 2)[2]
    assert all(line.startswith(">") for line in body.rstrip("\n").split("\n"))


@given(answers())
def test_a_parser_finds_blocks_of_the_report_only(words: str) -> None:
    """A parser that makes links of whatever looks like one finds none, nor HTML, code or images."""
    reason = "pip install 'markdown-it-py[linkify]'"
    pytest.importorskip("linkify_it", reason=reason)
    parser = pytest.importorskip("markdown_it", reason=reason).MarkdownIt(
        "gfm-like", {"linkify": True, "html": True}
    )
    report = everywhere(words)
    tokens = parser.parse(to_markdown(report))
    leaves = [leaf for token in tokens for leaf in (token.children or [token])]
    kinds = {each.type.removesuffix("_open").removesuffix("_close") for each in (*tokens, *leaves)}
    assert kinds <= TOKENS | LEAVES
    plain = parser.parse(to_markdown(everywhere("kata")))
    assert outline(tokens) == outline(plain)
    said = "".join(each.content for each in leaves if each.type.startswith("text"))
    letters = re.sub(r"[^\w]", "", "".join(words_of(report)[1:]))
    assert re.sub(r"[^\w]", "", said.replace(JOINER, "").replace("[ ]", "")) == letters


@pytest.mark.parametrize("language", ["id", "en"])
def test_reports_are_the_same_each_time(bank: Bank, language: str) -> None:
    """The same report gives the same text, which can be encoded."""
    for make in (kit, hostile_feedback):
        text = to_markdown(make(bank, language))
        assert text == to_markdown(make(bank, language))
        text.encode()


def test_all_kinds_are_laid_out() -> None:
    """Each kind of block has its form."""
    assert to_markdown(everywhere("kata")).split("\n\n") == [
        "# Judul",
        "kata",
        "## Satu",
        "kata",
        "**kata**",
        "> kata",
        "**kata**",
        "- kata\n- kata",
        "**kata**",
        "- [ ] kata",
        "- **kata:** kata",
        "**kata**",
        "| kata | kata |\n| --- | --- |\n| kata | kata |",
        "**kata**",
        "- kata: kata",
        "- kata: kata",
        "**kata**",
        "___",
        "___",
        "### Dua\n",
    ]


def test_only_reports_are_written() -> None:
    """What is no report is refused."""
    with pytest.raises(InvalidValueError, match="a Report"):
        to_markdown("laporan")  # type: ignore[arg-type]  # that is what is tested
