"""Reports as JSON: lossless, and harmless wherever the text stands."""

import json

import pytest
from hypothesis import given

from export_cases import answers, everywhere, hostile_feedback, kit
from interview_kit import Bank, InvalidValueError, structure
from interview_kit.export import Report, to_json


@given(answers())
def test_json_gives_the_report_back(words: str) -> None:
    """Reading what was written gives an equal report; the text ends no script element."""
    report = everywhere(words)
    text = to_json(report)
    assert structure(json.loads(text), Report) == report
    assert text.isascii()
    assert "<" not in text


@pytest.mark.parametrize("language", ["id", "en"])
def test_reports_are_the_same_each_time(bank: Bank, language: str) -> None:
    """The same report gives the same text, and comes back equal."""
    for make in (kit, hostile_feedback):
        report = make(bank, language)
        assert to_json(report) == to_json(make(bank, language))
        assert structure(json.loads(to_json(report)), Report) == report


def test_only_reports_are_written() -> None:
    """What is no report is refused."""
    with pytest.raises(InvalidValueError, match="a Report"):
        to_json("laporan")  # type: ignore[arg-type]  # that is what is tested
