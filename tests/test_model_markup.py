"""Text in HTML: nothing a candidate types becomes markup, and what hides is shown."""

from hypothesis import given

from export_cases import answers, read
from interview_kit.model.checks import unsafe_character
from interview_kit.model.markup import escaped, html_table, visible


@given(answers())
def test_visible_leaves_nothing_hidden(text: str) -> None:
    """No control or bidirectional character is left, and what is left can be encoded."""
    shown = visible(text)
    assert unsafe_character(shown) == ""
    shown.encode()
    assert visible(shown) == shown


def test_harmless_text_stays() -> None:
    """Line breaks, tabs, emoji and other scripts stand as they are."""
    text = "baris\n\tdua 👩‍🔧 שלום café"
    assert visible(text) == text


def test_line_ends_become_newlines() -> None:
    """Line ends of Windows and of old Macs are not taken for control characters."""
    assert visible("a\r\nb\rc") == "a\nb\nc"


@given(answers())
def test_escaped_text_reads_as_it_was(text: str) -> None:
    """A parser finds no element in an escaped text, and the same words, in an attribute too."""
    reader = read(f"<p title='{escaped(text)}' lang=\"{escaped(text)}\">{escaped(text)}</p>")
    assert reader.tags == ["p"]
    assert reader.attributes == {"title", "lang"}
    assert reader.said == ([visible(text)] if text else [])


@given(answers())
def test_a_table_holds_cells_only(text: str) -> None:
    """Whatever stands in its cells, a table has the elements of a table; nothing is an empty cell."""
    reader = read(html_table(text, [text], [[text, None, 3]]))
    assert reader.tags == ["table", "caption", "thead", "tr", "th", "tbody", "tr", "th", "td", "td"]
    assert reader.attributes == {"scope", "dir"}
    assert reader.said == [visible(text)] * 3 * bool(text) + ["3"]
