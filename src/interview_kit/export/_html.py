"""Reports as HTML: one file that fetches nothing, runs nothing and can be printed.

What a candidate typed comes in by `escaped` alone; no other text of a block reaches the page.
"""

from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256
from typing import Final

from interview_kit.export._blocks import Bar, Block, BlockKind, Report, Section
from interview_kit.model.checks import expect
from interview_kit.model.markup import escaped

__all__ = ["CONTENT_SECURITY_POLICY", "STYLE", "to_html"]

#: The one style sheet; its hash stands in the policy, so it holds nothing of a report. Contrast of
#: text is at least 7:1 and of bars 4.5:1 on their ground, in light and dark (WCAG 2.2, 1.4.6, 1.4.11).
STYLE: Final = """
:root{color-scheme:light dark;--ink:#1a1a1a;--ground:#fff;--tint:#f2f4f7;--line:#757575;--bar:#1f5fa8;--mark:#7a4b00}
@media (prefers-color-scheme:dark){:root{--ink:#f0f0f0;--ground:#161616;--tint:#242424;--line:#8f8f8f;--bar:#7db4f0;--mark:#f0c060}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
main{max-width:46rem;margin:0 auto;padding:1rem}
h1,h2,h3{line-height:1.25;text-wrap:balance}
h1{font-size:1.75rem;margin:.5rem 0 1rem}
h2{font-size:1.3rem;margin:2.25rem 0 .75rem;padding-top:.75rem;border-top:2px solid var(--line)}
h3{font-size:1.1rem;margin:1.5rem 0 .5rem}
p,ul,dl,table,blockquote{margin:.5rem 0 1rem}
p,li,dd,td,th,blockquote{white-space:pre-line}
ul{padding-inline-start:1.4rem}
li{margin:.25rem 0}
.lead{margin-bottom:.25rem;font-weight:600}
.callout{padding:.75rem 1rem;background:var(--tint);border-inline-start:.3rem solid var(--mark)}
blockquote{padding:.25rem 1rem;border-inline-start:.3rem solid var(--bar)}
.checks{list-style:"☐  "}
.bars{list-style:none;padding-inline-start:0}
dl{display:grid;grid-template-columns:minmax(8rem,11rem) 1fr;gap:.25rem 1rem}
dt{font-weight:600}
dd{margin:0}
table{width:100%;border-collapse:collapse}
caption{text-align:start;font-weight:600;padding:.25rem 0}
th,td{text-align:start;vertical-align:top;padding:.35rem .5rem;border:1px solid var(--line)}
thead th{background:var(--tint);min-width:5.2em}
tbody th{font-weight:600}
.bars li{display:grid;grid-template-columns:1fr auto;gap:.1rem 1rem;margin:.5rem 0}
.bars svg{grid-column:1/-1;width:100%;height:.7rem;display:block}
.track{fill:var(--ground);stroke:var(--line);stroke-width:1;vector-effect:non-scaling-stroke}
.fill{fill:var(--bar)}
.none .track{stroke-dasharray:4 3}
.said{font-variant-numeric:tabular-nums}
.line{height:2rem;border-bottom:1px solid var(--line)}
@media (max-width:30rem){main{padding:.75rem}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.5rem}.bars li{grid-template-columns:1fr}th,td{padding:.3rem}h1{font-size:1.45rem}}
@media print{:root{color-scheme:light;--ink:#000;--ground:#fff;--tint:#f2f2f2;--line:#666;--bar:#1f5fa8;--mark:#7a4b00}@page{margin:18mm 15mm}body{font-size:9.5pt;line-height:1.4}h2{margin-top:1.5rem}th,td{padding:.15rem .4rem}main{max-width:none;padding:0}h2,h3,h3+p,caption,.lead{break-after:avoid}.page{break-before:page;border-top:0}table,blockquote,li,.callout,.notes{break-inside:avoid}.track,.fill,thead th,.callout{print-color-adjust:exact}}
"""

_HASH: Final = b64encode(sha256(STYLE.encode()).digest()).decode()
#: What the page itself may say in a `meta` element.
_META_POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"
)
#: The value of the header `Content-Security-Policy` for whoever serves a report. Browsers heed the
#: last two parts in a header only. https://www.w3.org/TR/CSP3/
CONTENT_SECURITY_POLICY: Final = f"{_META_POLICY}; frame-ancestors 'none'; sandbox"


def to_html(report: Report) -> str:
    """Write a report as one HTML file.

    The file fetches nothing and runs nothing, and carries a strict content security policy. Serve
    it with `CONTENT_SECURITY_POLICY` as the header of that name.

    Args:
        report: the report.

    Returns:
        The HTML document, to be stored or sent as UTF-8.

    >>> from interview_kit.export._blocks import Block, Section
    >>> said = Section(title="Jawaban", blocks=[Block(kind="quote", text="<script>")])
    >>> page = to_html(Report(kind="panel_sheet", language="id", title="Panel", sections=[said]))
    >>> "&lt;script&gt;" in page, "<script" in page
    (True, False)
    """
    expect("report", report, Report)
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_META_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escaped(report.title)}</title><style>{STYLE}</style>"
    )
    body = [
        f"<h1>{escaped(report.title)}</h1>",
        *(_block(each) for each in report.intro),
        *(_section(each) for each in report.sections),
    ]
    main = "\n".join(body)
    language = escaped(report.language)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head>\n'
        f"<body><main>\n{main}\n</main></body></html>\n"
    )


def _section(section: Section) -> str:
    page = ' class="page"' if section.new_page else ""
    heading = f"<h{section.level}{page}>{escaped(section.title)}</h{section.level}>"
    return "\n".join([heading, *(_block(each) for each in section.blocks)])


def _block(block: Block) -> str:
    return _WRITERS[block.kind](block)


def _element(tag: str, text: str, attributes: str = "") -> str:
    """Put a text into an element of its own, whose direction is that of the text."""
    return f'<{tag} dir="auto"{attributes}>{escaped(text)}</{tag}>'


def _lead(block: Block) -> str:
    return _element("p", block.text, ' class="lead"') if block.text else ""


def _language(block: Block) -> str:
    return f' lang="{escaped(block.language)}"' if block.language else ""


def _paragraph(block: Block) -> str:
    return _element("p", block.text, _language(block))


def _callout(block: Block) -> str:
    return _element("p", block.text, f' class="callout"{_language(block)}')


def _quote(block: Block) -> str:
    return _element("blockquote", block.text, _language(block))


def _bullets(block: Block) -> str:
    return f"{_lead(block)}<ul>{_items(block.items)}</ul>"


def _checks(block: Block) -> str:
    return f'{_lead(block)}<ul class="checks">{_items(block.items)}</ul>'


def _items(items: Iterable[str]) -> str:
    # The direction of an item must not move its mark to the other side, out of the page.
    return "".join(f"<li>{_element('span', each)}</li>" for each in items)


def _facts(block: Block) -> str:
    pairs = (_element("dt", name) + _element("dd", held) for name, held in block.rows)
    return f"<dl>{''.join(pairs)}</dl>"


def _table(block: Block) -> str:
    names = "".join(_element("th", each, ' scope="col"') for each in block.header)
    rows = "".join(f"<tr>{_row(*row)}</tr>" for row in block.rows)
    caption = _element("caption", block.text) if block.text else ""
    return f"<table>{caption}<thead><tr>{names}</tr></thead><tbody>{rows}</tbody></table>"


def _row(name: str, *cells: str) -> str:
    held = (_element("td", each) for each in cells)
    return _element("th", name, ' scope="row"') + "".join(held)


def _bars(block: Block) -> str:
    return f'{_lead(block)}<ul class="bars">{"".join(map(_bar, block.bars))}</ul>'


def _bar(bar: Bar) -> str:
    # The numbers stand in the text beside it, so a screen reader need not hear of the picture.
    filled = (
        "" if bar.share is None else f'<rect class="fill" width="{bar.share:.1%}" height="10"/>'
    )
    track = '<rect class="track" width="100%" height="10"/>'
    picture = f'<svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none">{track}{filled}</svg>'
    state = ' class="none"' if bar.share is None else ""
    said = _element("span", bar.said, ' class="said"')
    return f"<li{state}>{_element('span', bar.label)}{said}{picture}</li>"


def _notes(block: Block) -> str:
    lines = block.lines * '<div class="line"></div>'
    return f'<div class="notes">{_lead(block)}{lines}</div>'


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
