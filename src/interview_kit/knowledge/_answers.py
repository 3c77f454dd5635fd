"""Items about whole answers: which of three is the strongest, and what sort an answer is."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from interview_kit.knowledge._ratings import Sheet, sheets
from interview_kit.knowledge._samples import Case, cases
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import cited
from interview_kit.model import QUALITIES, Kind, Quality, ResponseType, Text

__all__ = ["MAKERS"]

#: How many points of 100 the strongest answer must lie above the next before all would agree.
AHEAD: Final = 20

TYPES: Final[dict[ResponseType, Text]] = {
    "story": Text.of(
        id="Kisah nyata: satu kejadian tertentu, diceritakan sampai selesai",
        en="A story: one particular event, told through to its end",
    ),
    "pseudo_story": Text.of(
        id="Kisah semu: terdengar seperti cerita, tetapi tanpa kejadian tertentu",
        en="A pseudo-story: sounds like a story, but tells no particular event",
    ),
    "exemplification": Text.of(
        id="Contoh: beberapa pengalaman, disebut satu per satu",
        en="Examples: pieces of experience, named one by one",
    ),
    "opinion": Text.of(
        id="Pendapat: pandangan tentang suatu hal, bukan pengalaman",
        en="An opinion: views on a matter rather than experience",
    ),
    "self_description": Text.of(
        id="Gambaran diri: sifat, minat, dan kelebihan diri sendiri",
        en="A self-description: traits, interests and strengths",
    ),
    "plan": Text.of(
        id="Rencana: langkah yang akan diambil bila suatu hal terjadi",
        en="A plan: the steps that would be taken in a given case",
    ),
    "knowledge": Text.of(
        id="Pengetahuan: penjelasan cara suatu pekerjaan dilakukan",
        en="Knowledge: an explanation of how a task is carried out",
    ),
}

#: What each sort is known by, told where it is the wrong one.
SIGNS: Final[dict[ResponseType, Text]] = {
    "story": Text.of(
        id="Kisah nyata dikenali dari satu kejadian dengan waktu, tempat, dan akhir yang bisa ditanyakan.",
        en="A story is known by one event with a time, a place and an end that can be asked about.",
    ),
    "pseudo_story": Text.of(
        id="Kisah semu dikenali dari kata seperti “biasanya” atau “sering”, tanpa satu kejadian pun.",
        en="A pseudo-story is known by words such as “usually” or “often”, and no event at all.",
    ),
    "exemplification": Text.of(
        id="Contoh dikenali dari beberapa pengalaman yang hanya disebut, tidak diceritakan.",
        en="Examples are known by several experiences that are mentioned and not told.",
    ),
    "opinion": Text.of(
        id="Pendapat dikenali dari uraian tentang yang seharusnya atau yang dianggap penting.",
        en="An opinion is known by what ought to be, or by what is held to be important.",
    ),
    "self_description": Text.of(
        id="Gambaran diri dikenali dari sebutan sifat dan minat, seperti “saya orangnya teliti”.",
        en="A self-description is known by traits and interests, such as “I am thorough”.",
    ),
    "plan": Text.of(
        id="Rencana dikenali dari langkah yang belum terjadi, seperti “pertama saya akan”.",
        en="A plan is known by steps still to be taken, such as “first I would”.",
    ),
    "knowledge": Text.of(
        id="Pengetahuan dikenali dari penjelasan cara kerja yang berlaku umum.",
        en="Knowledge is known by an explanation of method that holds in general.",
    ),
}


class Pure(NamedTuple):
    """Where a sort of answer shows so purely that nobody would take it for some others.

    Attributes:
        kinds: the kinds of question that it answers there.
        quality: how good it is there.
        others: what it cannot be taken for, at least two.
    """

    kinds: tuple[Kind, ...]
    quality: Quality
    others: tuple[ResponseType, ...]


#: The sorts of answer that are asked about; examples are too near to stories to be told from them.
PURE: Final[dict[ResponseType, Pure]] = {
    "story": Pure(("past",), "strong", ("pseudo_story", "exemplification", "self_description")),
    "pseudo_story": Pure(("past",), "weak", ("plan", "opinion")),
    "opinion": Pure(("past", "motivation"), "weak", ("story", "plan")),
    "self_description": Pure(("past", "motivation"), "weak", ("story", "plan")),
    "plan": Pure(("situational",), "strong", ("story", "exemplification", "self_description")),
    "knowledge": Pure(("technical",), "strong", ("story", "opinion", "self_description")),
}
#: The sorts that are common; of these, some answers are enough.
COMMON: Final[frozenset[ResponseType]] = frozenset(("story", "plan", "knowledge"))

COMMENTED: Final = Text.of(
    id="Catatan penilai untuk jawaban ini: “{comment}”",
    en="The rater's note on this answer: “{comment}”",
)


def _strongest(sources: Sources) -> Iterator[Draft]:
    triples: dict[str, dict[Quality, Sheet]] = {}
    for sheet in sheets(sources):
        sample = sheet.case.sample
        if sample.triple:
            triples.setdefault(sample.triple, {})[sample.quality] = sheet
    for triple in triples.values():
        if {*triple} == {*QUALITIES} and _is_fair([*triple.values()], triple["strong"]):
            yield _strongest_draft(*(triple[each].case for each in QUALITIES))


def _is_fair(triple: Sequence[Sheet], strong: Sheet) -> bool:
    """Tell whether one answer is clearly ahead, and not all too often the longest."""
    language = strong.case.sample.language
    asked = {(each.case.asked, each.case.sample.language) for each in triple}
    are_told = all(each.case.sample.comment.speaks(language) for each in triple)
    is_ahead = all(strong.total - each.total >= AHEAD for each in triple if each is not strong)
    longest = max(triple, key=lambda each: len(each.case.words))
    may_show = longest is not strong or strong.case.takes((0, 1, 2))
    return len(asked) == 1 and are_told and is_ahead and may_show


def _strongest_draft(weak: Case, medium: Case, strong: Case) -> Draft:
    return Draft(
        elements=(strong.key, medium.key, weak.key),
        topic="answers",
        slots={"question": strong.cited(strong.asked), "comment": cited(strong.sample.comment)},
        right=[_commented(strong)],
        wrong=[[_commented(medium), _commented(weak)]],
        roles=strong.roles,
    )


def _commented(case: Case) -> Candidate:
    why = case.told(COMMENTED, comment=cited(case.sample.comment))
    return Candidate(case.sample.quality, case.quoted(case.words), why)


def _sort(sources: Sources) -> Iterator[Draft]:
    for case in cases(sources):
        sort = case.sample.response_type
        pure = PURE.get(sort)
        if case.question and pure and pure.quality == case.sample.quality:
            is_taken = sort not in COMMON or case.takes((0,))
            if is_taken and case.question.kind in pure.kinds:
                yield _sort_draft(case, sort, pure.others)


def _sort_draft(case: Case, sort: ResponseType, others: Sequence[ResponseType]) -> Draft:
    return Draft(
        elements=(case.key,),
        topic="response_types",
        slots={"type": TYPES[sort], "comment": cited(case.sample.comment)},
        right=[Candidate(sort, TYPES[sort])],
        wrong=[[Candidate(each, TYPES[each], SIGNS[each])] for each in others],
        passage=case.whole,
        roles=case.roles,
    )


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {"answer_strongest": _strongest, "answer_type": _sort}
