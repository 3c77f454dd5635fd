"""Reports as JSON text, which may stand in a page or a mail as it is."""

import json

from interview_kit._documents import document
from interview_kit.export._blocks import Report
from interview_kit.model.checks import expect

__all__ = ["to_json"]


def to_json(report: Report) -> str:
    r"""Write a report as JSON, for programs that lay it out themselves.

    Args:
        report: the report.

    Returns:
        JSON of ASCII characters without `<`, so that it can end no script element it stands in;
        `structure(json.loads(text), Report)` gives the report back. Whoever lays it out escapes.

    >>> from interview_kit.export._blocks import Section
    >>> report = Report(kind="panel_sheet", language="id", title="<A>", sections=[Section(title="B")])
    >>> print(to_json(report).splitlines()[3])
      "title": "\u003cA>",
    """
    expect("report", report, Report)
    return json.dumps(document(report), indent=2).replace("<", "\\u003c") + "\n"
