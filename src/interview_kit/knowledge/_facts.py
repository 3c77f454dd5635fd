"""Items about facts: true or false, which one is true, and which ones are."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final

from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources, judged
from interview_kit.knowledge._wording import likeness, said
from interview_kit.model import Fact, Falsehood, Text
from interview_kit.model.seeds import salted
from interview_kit.quiz._stream import hash_rank, proportional

__all__ = ["MAKERS"]

TRUE: Final = Text.of(id="Benar. {reason}", en="That is true. {reason}")
FALSE: Final = Text.of(
    id="Salah. {reason} Faktanya: {fact}", en="That is false. {reason} The fact: {fact}"
)
FULL: Final = Text.of(id="{fact} {reason}", en="{fact} {reason}")
NOT_TRUE: Final = Text.of(id="Tidak benar. {reason}", en="Not so. {reason}")
#: What is asked about, for the topics of the bundled facts; others are about interviews.
ABOUT: Final = {
    "star": Text.of(id="cara menjawab dengan metode STAR", en="answering with the STAR method"),
    "structured_interviewing": Text.of(
        id="interview terstruktur dan skala penilaiannya", en="structured interviews and rating"
    ),
    "stages": Text.of(id="tahap-tahap rekrutmen", en="the stages of recruitment"),
    "comparison": Text.of(
        id="perbandingan di seputar interview dan seleksi",
        en="comparisons in interviewing and selection",
    ),
    "bias": Text.of(id="bias dan kesalahan penilai", en="bias and rater errors"),
    "etiquette": Text.of(id="tata krama dalam interview", en="good manners at interviews"),
    "law": Text.of(
        id="aturan hukum rekrutmen di Indonesia", en="the law on recruitment in Indonesia"
    ),
    "signals": Text.of(id="arti sikap pewawancara", en="reading an interviewer's behaviour"),
    "questions": Text.of(id="pertanyaan interview", en="interview questions"),
}
INTERVIEWS: Final = Text.of(id="interview kerja", en="job interviews")
#: Statements that share more of their words may answer one another.
ALIKE: Final = 0.3
#: True statements, and as many false ones, of an item that has several.
SEVERAL: Final = 2
#: One fact of so many is the first of such an item, so that its companions rarely meet again.
ONE_OF: Final = 3


def _true_or_false(sources: Sources) -> Iterator[Draft]:
    for fact in sources.bank.all(Fact):
        falsehood = _falsehood_shown(fact)
        if falsehood:
            why = said(FALSE, reason=falsehood.reason, fact=fact.text) or falsehood.reason
        else:
            why = _why_true(fact)
        right, wrong = judged(is_true=falsehood is None, rationale=why)
        yield Draft(
            elements=(f"facts/{fact.id}",),
            topic=fact.topic,
            slots={"statement": falsehood.text if falsehood else fact.text, "why": why},
            right=right,
            wrong=wrong,
            covers=fact.covers,
        )


def _falsehood_shown(fact: Fact) -> Falsehood | None:
    """Choose one of the falsehoods of every other fact."""
    salt = salted("fact_true_false", "shown")
    place = proportional(salt, (fact.id,), 2 * len(fact.falsehoods))
    return fact.falsehoods[place] if place < len(fact.falsehoods) else None


def _which(sources: Sources) -> Iterator[Draft]:
    for topic, facts in _by_topic(sources).items():
        for fact in facts:
            # Its only falsehood would be its mirror image: one of the two must be right.
            is_alone = len(fact.falsehoods) < SEVERAL
            wrong = _of_others(fact, facts) if is_alone else _own(fact)
            yield Draft(
                elements=(f"facts/{fact.id}",),
                topic=topic,
                slots={"why": _in_full(fact)},
                right=[_true(fact)._replace(id="fact" if not is_alone else fact.id)],
                wrong=[wrong],
                harder=0 if is_alone else 1,
                covers=fact.covers,
            )


def _in_full(fact: Fact) -> Text:
    full = said(FULL, fact=fact.text, reason=fact.reason) if fact.reason else None
    return full or fact.text


def _by_topic(sources: Sources) -> dict[str, list[Fact]]:
    facts = sorted(sources.bank.all(Fact), key=attrgetter("topic", "id"))
    return {topic: [*each] for topic, each in groupby(facts, attrgetter("topic"))}


def _why_true(fact: Fact) -> Text:
    return said(TRUE, reason=fact.reason or fact.text) or fact.text


def _true(fact: Fact) -> Candidate:
    return Candidate(fact.id, fact.text, _why_true(fact))


def _false(id: str, falsehood: Falsehood) -> Candidate:
    return Candidate(id, falsehood.text, said(NOT_TRUE, reason=falsehood.reason))


def _own(fact: Fact) -> list[Candidate]:
    return [_false(f"falsehood_{place}", each) for place, each in enumerate(fact.falsehoods)]


def _of_others(fact: Fact, facts: Sequence[Fact]) -> list[Candidate]:
    """Take the falsehoods beside other facts that this fact does not answer."""
    return [
        _false(each.id, each.falsehoods[0])
        for each in facts
        if each is not fact and each.falsehoods and not _answers(fact, each)
    ]


def _answers(fact: Fact, other: Fact) -> bool:
    said_beside = (other.text, *(each.text for each in other.falsehoods))
    return any(likeness(fact.text, each) >= ALIKE for each in said_beside)


def _several(sources: Sources) -> Iterator[Draft]:
    for topic, facts in _by_topic(sources).items():
        for fact in facts:
            if proportional(salted("fact_several", "first"), (fact.id,), ONE_OF) == 0:
                shown = _apart(fact, facts)
                if len(shown) == SEVERAL + SEVERAL:
                    yield _of_several(topic, shown)


def _apart(fact: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """Choose a fact's companions, none of which answers another; the last ones have falsehoods."""
    salt = salted(f"fact_several:{fact.id}", "companions")
    shown = [fact]
    for each in sorted(facts, key=lambda each: hash_rank(salt, each.id)):
        is_needed = len(shown) < SEVERAL or (len(shown) < 2 * SEVERAL and each.falsehoods)
        if is_needed and each is not fact and not any(_meet(each, one) for one in shown):
            shown.append(each)
    return shown


def _meet(fact: Fact, other: Fact) -> bool:
    return _answers(fact, other) or _answers(other, fact)


def _of_several(topic: str, shown: Sequence[Fact]) -> Draft:
    true, false = shown[:SEVERAL], shown[SEVERAL:]
    return Draft(
        elements=tuple(f"facts/{each.id}" for each in shown),
        topic=topic,
        slots={
            "about": ABOUT.get(topic, INTERVIEWS),
            "first": true[0].text,
            "second": true[1].text,
        },
        right=[*map(_true, true)],
        wrong=[[_false(each.id, each.falsehoods[0]) for each in false]],
        covers=tuple(dict.fromkeys(each for fact in true for each in fact.covers)),
    )


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "fact_true_false": _true_or_false,
    "fact_which": _which,
    "fact_several": _several,
}
