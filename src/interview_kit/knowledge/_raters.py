"""Items about rater errors: their names, what helps against them, and tables in which one shows."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain
from typing import Final, final

from attrs import field, frozen

from interview_kit._documents import structure
from interview_kit._resources import read_data
from interview_kit.knowledge._rater_tables import (
    SHOWN,
    RatingTable,
    deviation,
    marks_of,
    mean,
    rating_table,
)
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import said, tells
from interview_kit.model import Id, Text, Value, to_id, to_ids
from interview_kit.model.checks import as_tuple, instances_of, unique_by
from interview_kit.model.text import to_text

__all__ = ["MAKERS"]


@final
@frozen(kw_only=True, eq=False, repr=False)
class _Error(Value):
    """A way in which ratings go wrong.

    Attributes:
        id: its id.
        group: what kind it is: how the scale is used, or what colours a rating.
        akin: errors that may show together with it, or be taken for it by right.
        name: what it is called.
        definition: what it is, without its name.
        look: how it shows in ratings.
        remedy: what helps against it.
    """

    id: Id = field(converter=to_id)
    group: Id = field(converter=to_id)
    akin: tuple[Id, ...] = field(default=(), converter=to_ids)
    name: Text = field(converter=to_text)
    definition: Text = field(converter=to_text)
    look: Text = field(converter=to_text)
    remedy: Text = field(converter=to_text)


@final
@frozen(kw_only=True, eq=False, repr=False)
class _Errors(Value):
    """A file of rater errors.

    Attributes:
        errors: the errors.
    """

    errors: tuple[_Error, ...] = field(
        converter=as_tuple, validator=[instances_of(_Error), unique_by("id")]
    )


#: Tables of each error, and as many in which none shows.
TABLES: Final = 6
NONE: Final = "none"
#: What could be seen as well in a table of these: who keeps to one number gives it on all criteria.
ALSO_SEEN: Final = {
    "central_tendency": ("range_restriction", "halo"),
    "range_restriction": ("central_tendency", "halo"),
}
NO_ERROR: Final = Text.of(id="Tidak ada yang mencolok", en="No error stands out")
LOOKS: Final = Text.of(
    id="Begini tampaknya {name}: {look} Tabel ini tidak menunjukkannya.",
    en="This is how {name} shows: {look} The table does not show it.",
)
MEANS: Final = Text.of(
    id="Yang disebut {name} ialah hal lain: {definition}",
    en="What is called {name} is something else: {definition}",
)
CALLED: Final = Text.of(id="Ini disebut {name}. {look}", en="This is called {name}. {look}")
AGAINST: Final = Text.of(
    id="Ini langkah terhadap {name}: {definition}", en="This works against {name}: {definition}"
)
FOUND: Final = Text.of(id="{look} {figures}", en="{look} {figures}")
NOTHING: Final = Text.of(
    id="Rata-rata dan sebarannya dekat dengan kedua penilai lain, dan tiap kriteria dinilai tersendiri.",
    en="Mean and spread are close to those of the other two raters, and criteria are told apart.",
)
SOMETHING: Final = Text.of(
    id="Ada yang mencolok di sini, yaitu {name}.", en="Something does stand out here: {name}."
)
#: Lines of a table, and the names of raters and candidates in it.
CANDIDATES: Final = "ABCDE"
HEADING: Final = {
    "id": "Tiap kandidat (A sampai E) mendapat tiga angka, satu untuk setiap kriteria.",
    "en": "Each candidate (A to E) has three marks, one for each criterion.",
}
RATER: Final = {"id": "Penilai {number}", "en": "Rater {number}"}
FIGURES: Final = {
    "id": "Rata-rata {rater} adalah {mean} (dua penilai lain: {others}); sebarannya, sebagai "
    "simpangan baku, {spread} (dua penilai lain: {others_spread}).",
    "en": "The mean of {rater} is {mean} (the other two: {others}); the spread, as a standard "
    "deviation, is {spread} (the other two: {others_spread}).",
}


@cache
def _errors() -> tuple[_Error, ...]:
    return structure(read_data("interview_kit.knowledge", "rater_errors"), _Errors).errors


def _distinct(error: _Error) -> Iterator[Sequence[_Error]]:
    """Group the errors that are not this one by right, those of its kind first."""
    others = [each for each in _errors() if each is not error and each.id not in error.akin]
    yield [each for each in others if each.group == error.group]
    yield [each for each in others if each.group != error.group]


def _name(_: Sources) -> Iterator[Draft]:
    for error in _errors():
        if not tells(error.definition, error.name):
            wrong = [
                [
                    Candidate(each.id, _as_option(each.name), said(MEANS, **_slots(each)))
                    for each in group
                ]
                for group in _distinct(error)
            ]
            yield _draft(error, Candidate(error.id, _as_option(error.name), error.look), wrong)


def _meaning(_: Sources) -> Iterator[Draft]:
    for error in _errors():
        if not tells(error.name, error.definition):
            wrong = [
                [
                    Candidate(each.id, each.definition, said(CALLED, **_slots(each)))
                    for each in group
                ]
                for group in _distinct(error)
            ]
            yield _draft(error, Candidate(error.id, error.definition, error.look), wrong)


def _remedy(_: Sources) -> Iterator[Draft]:
    for error in _errors():
        # What helps against an error of the same kind may help here as well.
        *_near, others = _distinct(error)
        wrong = [Candidate(each.id, each.remedy, said(AGAINST, **_slots(each))) for each in others]
        yield _draft(error, Candidate(error.id, error.remedy, error.look), [wrong])


def _as_option(name: Text) -> Text:
    """Let a name that stands within sentences stand by itself."""
    return Text(entries={tag: f"{words[:1].upper()}{words[1:]}" for tag, words in name.entries})


def _slots(error: _Error) -> dict[str, Text]:
    return {
        "name": error.name,
        "definition": error.definition,
        "look": error.look,
        "remedy": error.remedy,
    }


def _draft(error: _Error, right: Candidate, wrong: Sequence[Sequence[Candidate]]) -> Draft:
    return Draft(
        elements=(f"rater_errors/{error.id}",),
        topic="bias",
        slots={**_slots(error)},
        right=[right],
        wrong=wrong,
    )


def _tables(_: Sources) -> Iterator[Draft]:
    for error in SHOWN:
        for place in range(TABLES):
            yield _of_table(error, place)


def _of_table(error: str, place: int) -> Draft:
    table = rating_table(error, place)
    key = next((each for each in _errors() if each.id == error), None)
    why = _why(key, table)
    shown = f"rating_tables/{error}_{place}"
    return Draft(
        elements=(f"rater_errors/{error}", shown) if key else (shown,),
        topic="bias",
        slots={"rater": _in_both(RATER, number=table.rater + 1), "why": why},
        passage=_as_text(table),
        right=[Candidate(error, _as_option(key.name) if key else NO_ERROR, why)],
        wrong=[_not_shown(key)],
    )


def _why(key: _Error | None, table: RatingTable) -> Text:
    figures = _figures(table)
    return said(FOUND, look=key.look if key else NOTHING, figures=figures) or figures


def _not_shown(key: _Error | None) -> list[Candidate]:
    hidden = ALSO_SEEN.get(key.id, ()) if key else ()
    wrong = [
        Candidate(each.id, _as_option(each.name), said(LOOKS, **_slots(each)))
        for each in _errors()
        if each.id in SHOWN and each is not key and each.id not in hidden
    ]
    return [*wrong, Candidate(NONE, NO_ERROR, said(SOMETHING, name=key.name))] if key else wrong


def _figures(table: RatingTable) -> Text:
    """Tell the mean and the spread of the rater beside those of the others."""
    others = [each for place, each in enumerate(table.ratings) if place != table.rater]
    own, beside = marks_of(table.ratings[table.rater]), [*chain(*map(marks_of, others))]
    figures = {
        "mean": mean(own),
        "others": mean(beside),
        "spread": deviation(own),
        "others_spread": deviation(beside),
    }
    number = table.rater + 1
    return Text(
        entries={
            language: pattern.format(
                rater=RATER[language].format(number=number),
                **{name: _number(value, language) for name, value in figures.items()},
            )
            for language, pattern in FIGURES.items()
        }
    )


def _number(value: float, language: str) -> str:
    digits = f"{value:.1f}"
    return digits.replace(".", ",") if language == "id" else digits


def _in_both(patterns: dict[str, str], *, number: int) -> Text:
    return Text(entries={tag: each.format(number=number) for tag, each in patterns.items()})


def _as_text(table: RatingTable) -> Text:
    """Write a table: a line for each rater, three numbers for each candidate."""
    return Text(
        entries={tag: "\n".join((HEADING[tag], *_lines(table, RATER[tag]))) for tag in HEADING}
    )


def _lines(table: RatingTable, rater: str) -> Iterator[str]:
    for number, sheet in enumerate(table.ratings, start=1):
        pairs = zip(CANDIDATES, sheet, strict=True)
        marks = "; ".join(f"{name} {' '.join(map(str, marks))}" for name, marks in pairs)
        yield f"{rater.format(number=number)}: {marks}"


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "rater_table": _tables,
    "rater_error_name": _name,
    "rater_error_meaning": _meaning,
    "rater_error_remedy": _remedy,
}
