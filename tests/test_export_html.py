"""Reports as HTML: inert, self-contained, and in the words of the report."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given

from export_cases import HOSTILE, answers, everywhere, hostile_feedback, kit, read, words_of
from interview_kit import Bank, InvalidValueError
from interview_kit.export import CONTENT_SECURITY_POLICY, to_html
from interview_kit.export._html import STYLE

#: The elements and attributes that pages are made of; none can run, fetch or send anything.
TAGS = {
    *(
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "main",
        "h1",
        "h2",
        "h3",
        "p",
        "blockquote",
    ),
    *("ul", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td"),
    *("span", "svg", "rect", "div"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "dir", "class", "scope", "aria-hidden"),
    *("viewbox", "preserveaspectratio", "width", "height"),
}


@given(answers())
def test_no_answer_becomes_markup(words: str) -> None:
    """Whatever the words, a page has the same elements, and says the words and nothing else."""
    report = everywhere(words)
    page = read(to_html(report))
    assert page.tags == read(to_html(everywhere("kata"))).tags
    assert set(page.tags) <= TAGS
    assert page.attributes <= ATTRIBUTES
    shown = [each for each in words_of(report) if each.strip()]
    assert page.said == shown


@pytest.mark.parametrize("language", ["id", "en"])
def test_feedback_quotes_hostile_answers_word_by_word(bank: Bank, language: str) -> None:
    """Every hostile answer stands in the page as it was typed, hidden characters shown."""
    report = hostile_feedback(bank, language)
    page = read(to_html(report))
    assert page.said == words_of(report)
    assert set(page.tags) <= TAGS
    assert all(any(words[:20] in said for said in words_of(report)) for words in HOSTILE[:14])


def test_the_policy_allows_the_one_style_and_nothing_else(bank: Bank) -> None:
    """The hash in the policy is that of the style in the page, and the page carries the policy."""
    page = to_html(kit(bank, "id"))
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style == [STYLE]
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy}">' in page
    assert f"{policy}; frame-ancestors 'none'; sandbox" == CONTENT_SECURITY_POLICY


def test_the_style_fetches_nothing() -> None:
    """The style sheet names no other file, and no text of a report gets into it."""
    assert not re.search(r"url\(|@import|<", STYLE)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_page_says_its_language_and_its_headings_in_order(bank: Bank, language: str) -> None:
    """The language is that of the report; no heading skips a level."""
    page = to_html(kit(bank, language))
    assert f'<html lang="{language}">' in page
    levels = [int(each) for each in re.findall(r"<h([1-6])", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_quotes_keep_their_language(bank: Bank) -> None:
    """An Indonesian answer in an English report is marked as Indonesian."""
    assert '<blockquote dir="auto" lang="id">' in to_html(hostile_feedback(bank, "en"))


def test_bars_have_their_numbers_in_text() -> None:
    """The picture is hidden from screen readers, which read the number beside it; none has no fill."""
    page = to_html(everywhere("3 dari 4"))
    assert page.count('<svg aria-hidden="true"') == page.count('class="said">3 dari 4</span><svg')
    assert page.count('class="fill" width="50.0%"') == 1
    assert page.count('<li class="none">') == 1


def test_a_page_is_the_same_each_time(bank: Bank) -> None:
    """The same report gives the same bytes."""
    assert to_html(kit(bank, "id")) == to_html(kit(bank, "id"))


def test_only_reports_are_written() -> None:
    """What is no report is refused."""
    with pytest.raises(InvalidValueError, match="a Report"):
        to_html("laporan")  # type: ignore[arg-type]  # that is what is tested
