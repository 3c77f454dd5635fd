"""Items about what may be asked: questions to judge, lawful ways, and what a candidate can say."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from hashlib import blake2b
from operator import attrgetter
from typing import Final, NamedTuple

from interview_kit.knowledge._build import item_id
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import quoted, roots, said, tells
from interview_kit.lint import LANGUAGES, QuestionExample, Topic, Verdict, examples
from interview_kit.model import Text
from interview_kit.model.seeds import salted
from interview_kit.quiz._stream import hash_rank

__all__ = ["MAKERS"]

#: Examples to be judged in each language: of a private topic, of a fault of wording, and lawful ones
#: near a topic; and those of a topic that is to be named.
PRIVATE_ONES, FAULTY_ONES, LAWFUL_ONES, TO_NAME = 5, 12, 5, 3
#: Examples that have a word where it marks their topic, and others that may have it.
OFTEN, SELDOM = 4, 8
#: Letters of a question that stands for itself and can be read at a glance.
SHORTEST, LONGEST = 35, 130
#: Letters of a lawful question that does not hang on what was said before.
WHOLE: Final = 55
#: What belongs to banter: a quiz keeps to questions that somebody could ask in earnest.
BANTER: Final = (
    "haha",
    "ha ha",
    " wah,",
    "hehe",
    " nih",
    " lo ",
    "lo ",
    " sih",
    " dong",
    " gue",
    " gonna",
    "!",
)
#: Harassment is no matter of judgement, and a quiz need not repeat it.
NOT_SHOWN: Final = ("sexual_remarks",)
#: A lawful question of two halves might be called double-barrelled.
AND: Final = re.compile(r"\b(?:and|or|dan|serta|atau)\b")
#: Topics that one question may touch together, or that one alternative would serve.
NEIGHBOURS: Final = (
    {"marital_status", "pregnancy_children", "gender_orientation", "family_occupation", "age"},
    {"marital_status", "pregnancy_children", "religion", "home_ownership", "health_disability"},
    {"home_ownership", "personal_finance", "family_occupation", "criminal_record"},
    {"appearance", "health_disability", "age", "ethnicity_origin", "gender_orientation"},
    {"religion", "ethnicity_origin", "politics_union"},
    {"sexual_remarks", "appearance", "gender_orientation", "marital_status"},
)
#: Topics of an item in which each is matched with what a candidate can say.
MATCHED: Final = 3

#: Of about one length, so that none stands out.
VERDICTS: Final[dict[Verdict, Text]] = {
    "ok": Text.of(
        id="Boleh diajukan seperti yang tertulis", en="Yes, it can be asked as it stands"
    ),
    "caution": Text.of(
        id="Boleh, asalkan rumusannya diperbaiki", en="Yes, but only after rewording it"
    ),
    "prohibited": Text.of(
        id="Tidak boleh, karena hal itu pribadi", en="No, it is about a private matter"
    ),
}
OK: Final = Text.of(
    id="Yang ditanyakan hanya satu hal, menyangkut pekerjaan, dan rumusannya netral.",
    en="It asks one thing, about the work, in neutral words.",
)
NOT_OK: Final = Text.of(
    id="Pertanyaan ini tidak dapat diajukan apa adanya. {why}",
    en="It cannot be asked as it stands. {why}",
)
FAULTY: Final = Text.of(
    id="Rumusannya perlu diperbaiki dulu. Masalahnya: “{name}”.",
    en="The wording has to be put right first. What is wrong with it: “{name}”.",
)
WELL_WORDED: Final = Text.of(
    id="Rumusannya sudah baik: satu hal, tanpa jawaban yang diarahkan.",
    en="The wording is sound: one thing at a time, and no answer put into it.",
)
NOT_PRIVATE: Final = Text.of(
    id="Tidak ada hal pribadi yang ditanyakan di sini.", en="Nothing private is asked for here."
)
PRIVATE: Final = Text.of(
    id="Ini menyangkut hal pribadi, yaitu “{name}”. {reason}",
    en="It touches a private matter, “{name}”. {reason}",
)
PRIVATE_ANYWAY: Final = Text.of(
    id="Mengubah kata-katanya tidak menolong, karena halnya sendiri bersifat pribadi: “{name}”.",
    en="Other words would not help, since the matter itself is private: “{name}”.",
)
FAULT: Final = Text.of(
    id="Rumusannya termasuk “{name}”. Bandingkan dengan contoh ini. {reason} {alternative}",
    en="Its wording is of the kind “{name}”. Compare this example. {reason} {alternative}",
)
OF_KIND: Final = Text.of(
    id="Rumusannya termasuk “{name}”. Bandingkan dengan contoh ini. {reason}",
    en="Its wording is of the kind “{name}”. Compare this example. {reason}",
)
NOT_OF_KIND: Final = Text.of(
    id="“{name}” adalah kesalahan lain. {reason}", en="“{name}” is another fault. {reason}"
)
FAULTLESS: Final = Text.of(
    id="Netral dan hanya menanyakan satu hal", en="Neutral, and about one thing"
)
INSTEAD: Final = Text.of(
    id="Itu cara untuk hal lain, yaitu “{name}”.",
    en="That is the way for another matter, “{name}”.",
)


class _Asked(NamedTuple):
    """An example in its language, and its topic; none if it may be asked."""

    text: Text
    topic: Topic | None
    digest: str

    @property
    def verdict(self) -> Verdict:
        return self.topic.verdict if self.topic else "ok"

    @property
    def elements(self) -> tuple[str, ...]:
        judged = f"questions_judged/{self.digest}"
        return (f"topics/{self.topic.id}", judged) if self.topic else (judged,)


def _asked(topics: Sequence[Topic], count: int) -> Iterator[_Asked]:
    """Go through some examples of each topic and language, chosen by keyed ranks."""
    for language in LANGUAGES:
        for topic in topics:
            of_topic = [each for each in _earnest(language) if each.topic == topic.id]
            for text in _first(f"{language}:{topic.id}", of_topic, count):
                yield _as_asked(text, language, topic)


def _allowed(topics: Sequence[Topic], count: int) -> Iterator[_Asked]:
    """Go through some examples that may be asked although a word of theirs recalls a topic."""
    for language in LANGUAGES:
        earnest = _earnest(language)
        lawful = [each for each in earnest if _is_clear(each)]
        shown: dict[str, None] = {}
        for topic in topics:
            marks = _marks(topic, earnest)
            near = [each for each in lawful if roots(each.text) & marks]
            shown |= dict.fromkeys(_first(f"{language}:near:{topic.id}", near, count))
        yield from (_as_asked(text, language, None) for text in shown)


def _is_clear(example: QuestionExample) -> bool:
    is_whole = len(example.text) >= WHOLE and not AND.search(example.text)
    return example.topic is None and is_whole


def _as_asked(text: str, language: str, topic: Topic | None) -> _Asked:
    digest = blake2b(text.encode(), digest_size=5).hexdigest()
    return _Asked(Text(entries={language: text}), topic, digest)


@cache
def _earnest(language: str) -> tuple[QuestionExample, ...]:
    return tuple(
        each
        for each in examples(language)
        if SHORTEST <= len(each.text) <= LONGEST
        and not any(word in f" {each.text.lower()}" for word in BANTER)
    )


def _first(purpose: str, found: Iterable[QuestionExample], count: int) -> list[str]:
    salt = salted(f"legal:{purpose}", "examples")
    return sorted({each.text for each in found}, key=lambda text: hash_rank(salt, text))[:count]


def _marks(topic: Topic, earnest: Iterable[QuestionExample]) -> frozenset[str]:
    """Find the words that mark a topic: many of its examples have them, few of the others."""
    here, elsewhere = Counter[str](), Counter[str]()
    for each in earnest:
        if each.topic:
            (here if each.topic == topic.id else elsewhere).update(roots(each.text))
    return frozenset(
        root for root, count in here.items() if count >= OFTEN and elsewhere[root] <= SELDOM
    )


def _of_verdict(sources: Sources, verdict: Verdict) -> list[Topic]:
    return [each for each in sources.topics if each.verdict == verdict and each.id not in NOT_SHOWN]


def _may_ask(sources: Sources) -> Iterator[Draft]:
    private, worded = _of_verdict(sources, "prohibited"), _of_verdict(sources, "caution")
    yield from map(_judged, _asked(private, PRIVATE_ONES))
    yield from map(_judged, _asked(worded, FAULTY_ONES))
    yield from map(_judged, _allowed(private, LAWFUL_ONES))


def _judged(asked: _Asked) -> Draft:
    whys = _whys(asked)
    options = [Candidate(each, VERDICTS[each], whys[each]) for each in VERDICTS]
    return Draft(
        elements=asked.elements,
        topic="law",
        slots={"question": quoted(asked.text), "why": whys[asked.verdict]},
        right=[each for each in options if each.id == asked.verdict],
        wrong=[[each for each in options if each.id != asked.verdict]],
    )


def _whys(asked: _Asked) -> dict[Verdict, Text]:
    """Say of each verdict why it is the right one, or is not."""
    topic = asked.topic
    if topic is None:
        return {"ok": OK, "caution": WELL_WORDED, "prohibited": NOT_PRIVATE}
    named = {"name": topic.name, "reason": topic.reason, "alternative": topic.alternative}
    is_private = topic.verdict == "prohibited"
    not_ok = said(NOT_OK, why=topic.reason) if is_private else said(FAULTY, name=topic.name)
    return {
        "ok": not_ok or topic.reason,
        "caution": said(PRIVATE_ANYWAY if is_private else FAULT, **named) or topic.reason,
        "prohibited": (said(PRIVATE, **named) or topic.reason) if is_private else NOT_PRIVATE,
    }


def _topic(sources: Sources) -> Iterator[Draft]:
    topics = _of_verdict(sources, "prohibited")
    for asked in _asked(topics, TO_NAME):
        topic = asked.topic
        if topic and not tells(asked.text, topic.name):
            others = [each for each in topics if not _are_near(topic, each)]
            yield Draft(
                elements=asked.elements,
                topic="law",
                slots={
                    "question": quoted(asked.text),
                    "name": topic.name,
                    "reason": topic.reason,
                },
                right=[Candidate(topic.id, topic.name, topic.reason)],
                wrong=[[Candidate(each.id, each.name, each.reason) for each in others]],
            )


def _are_near(topic: Topic, other: Topic) -> bool:
    return topic is other or any({topic.id, other.id} <= ids for ids in NEIGHBOURS)


def _fault(sources: Sources) -> Iterator[Draft]:
    worded, private = _of_verdict(sources, "caution"), _of_verdict(sources, "prohibited")
    for asked in (*_asked(worded, FAULTY_ONES), *_allowed(private, 1)):
        yield _wording(asked, worded)


def _wording(asked: _Asked, faults: Sequence[Topic]) -> Draft:
    key = asked.topic
    whys = {each.id: _why_fault(each, of=key) for each in faults}
    why = whys[key.id] if key else OK
    options = [
        Candidate("faultless", FAULTLESS, said(FAULTY, name=key.name) if key else why),
        *(Candidate(each.id, each.name, whys[each.id]) for each in faults),
    ]
    right = key.id if key else "faultless"
    return Draft(
        elements=asked.elements,
        topic="questions",
        slots={"question": quoted(asked.text), "why": why},
        right=[each for each in options if each.id == right],
        wrong=[[each for each in options if each.id != right]],
    )


def _why_fault(fault: Topic, *, of: Topic | None) -> Text:
    """Say that a question has a fault of wording, or has not, by another that has it."""
    pattern = OF_KIND if fault is of else NOT_OF_KIND
    return said(pattern, name=fault.name, reason=fault.reason) or fault.reason


def _instead(sources: Sources) -> Iterator[Draft]:
    topics = _of_verdict(sources, "prohibited")
    for topic in topics:
        if not tells(topic.name, topic.alternative):
            others = [each for each in topics if not _are_near(topic, each)]
            yield Draft(
                elements=(f"topics/{topic.id}",),
                topic="law",
                slots={"name": topic.name, "reason": topic.reason, "way": topic.alternative},
                right=[Candidate(topic.id, topic.alternative, topic.reason)],
                wrong=[
                    [
                        Candidate(each.id, each.alternative, said(INSTEAD, name=each.name))
                        for each in others
                    ]
                ],
            )


def _reply(sources: Sources) -> Iterator[Draft]:
    topics = [each for each in sources.topics if each.tip and not tells(each.name, each.tip)]
    found = (sorted(_apart(first, topics), key=attrgetter("id")) for first in topics)
    for ids, shown in {tuple(each.id for each in trio): trio for trio in found}.items():
        if len(shown) == MATCHED:
            yield Draft(
                elements=tuple(f"topics/{id}" for id in ids),
                topic="law",
                slots={},
                right=[_matched(each, each.tip) for each in shown if each.tip],
            )


def _apart(first: Topic, topics: Sequence[Topic]) -> list[Topic]:
    salt = salted(f"legal_reply:{first.id}", "companions")
    shown = [first]
    for each in sorted(topics, key=lambda each: hash_rank(salt, each.id)):
        if len(shown) < MATCHED and not any(_are_near(each, one) for one in shown):
            shown.append(each)
    return shown


def _matched(topic: Topic, tip: Text) -> Candidate:
    target = Candidate(item_id("tip", (topic.id,)), tip, topic.reason)
    return Candidate(topic.id, topic.name, tip, target)


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "legal_may_ask": _may_ask,
    "legal_topic": _topic,
    "legal_fault": _fault,
    "legal_instead": _instead,
    "legal_reply": _reply,
}
