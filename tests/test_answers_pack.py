"""The bundled sample answers: as many and as varied as the analyser needs, labelled throughout."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations
from statistics import mean
from typing import Final

import pytest

import interview_kit as ik
from interview_kit.model import REGISTERS, RESPONSE_TYPES, SENTENCE_PARTS, SampleAnswer
from interview_kit.packs import canonical_files

#: Openings that give a part away; real people use them, but not as a formula.
CUES: Final = {
    "id": (
        "hasilnya", "alhasil", "akhirnya", "pada akhirnya", "tugas saya", "tanggung jawab saya",
        "saat itu", "waktu itu", "pada saat itu", "pertama", "langkah pertama", "dari situ",
        "dari pengalaman", "saya belajar", "situasinya", "targetnya",
    ),
    "en": (
        "as a result", "in the end", "eventually", "finally", "my task", "my job was",
        "my role was", "i was responsible", "i was asked", "at that time", "at the time",
        "first i", "i learned", "i learnt", "the result", "the situation", "the outcome", "my goal",
    ),
}  # fmt: skip
LANGUAGES: Final = ("id", "en")


@pytest.fixture(scope="module")
def answers_bank() -> ik.Bank:
    """Give the bank of all bundled packs."""
    return ik.load("core", "general_hr", "general_behavioural", "answers")


@pytest.fixture(scope="module")
def samples(answers_bank: ik.Bank) -> list[SampleAnswer]:
    """Give the samples of the pack."""
    return [each for each in answers_bank.all(SampleAnswer) if each.id.startswith("answers:")]


def question_of(bank: ik.Bank, sample: SampleAnswer) -> ik.Question:
    """Find the question that a sample answers."""
    assert sample.question is not None
    return bank.get(ik.Question, sample.question)


def words_of(sample: SampleAnswer) -> list[str]:
    """Give the words of a sample in lower case."""
    return re.findall(r"\w+", sample.answer().text.lower())


def in_language(samples: list[SampleAnswer], language: str) -> list[SampleAnswer]:
    """Give the samples in one language."""
    return [each for each in samples if each.language == language]


def overall(bank: ik.Bank, sample: SampleAnswer) -> float:
    """Sum up the gold levels of a sample by the weights of its rubric, in percent."""
    rubric = bank.rubric_for(question_of(bank, sample))
    levels = {rating.criterion: rating.level for rating in sample.ratings}
    highest = bank.scale_of(rubric).highest
    return sum(each.weight * levels[each.id] for each in rubric.criteria) / highest


def test_the_pack_is_sound_and_canonical() -> None:
    """`check` finds nothing wrong, and writing each file anew gives the same bytes."""
    assert ik.check("answers") == ()
    assert [name for name, found, wanted in canonical_files("answers") if found != wanted] == []


def test_there_are_four_hundred(answers_bank: ik.Bank, samples: list[SampleAnswer]) -> None:
    """At least 240 Indonesian and 160 English samples cover all roles and the general packs."""
    assert len(in_language(samples, "id")) >= 240
    assert len(in_language(samples, "en")) >= 160
    roles = Counter(role for s in samples for role in question_of(answers_bank, s).roles or ("",))
    assert set(roles) == {"", *(role.id for role in answers_bank.roles)}
    assert min(roles.values()) >= 40


def test_kinds_of_answers_and_registers_are_mixed(samples: list[SampleAnswer]) -> None:
    """Every kind of response, register, quality and part of an answer is there in numbers."""
    assert set(Counter(each.response_type for each in samples)) == {*RESPONSE_TYPES}
    registers = Counter(each.register for each in samples)
    assert set(registers) == {*REGISTERS}
    assert min(registers.values()) >= 40
    qualities = Counter(each.quality for each in samples)
    assert max(qualities.values()) <= 1.2 * min(qualities.values())
    parts = Counter(s.part for each in samples for s in each.sentences)
    assert set(parts) == {*SENTENCE_PARTS}
    assert min(parts.values()) >= 60


def test_answers_lack_parts_and_turn_orders(
    answers_bank: ik.Bank, samples: list[SampleAnswer]
) -> None:
    """Among answers to past questions, many lack a part, and some tell the result first."""
    past = [s for s in samples if question_of(answers_bank, s).kind == "past"]
    missing = Counter(part for sample in past for part in sample.missing)
    assert min(missing[part] for part in ("situation", "task", "action", "result")) >= 15
    first = [next((x.part for x in s.sentences if x.part != "none"), "none") for s in past]
    assert first.count("result") >= 20
    assert sum(sample.response_type != "story" for sample in past) >= 30


def test_every_criterion_is_rated_with_a_reason(
    answers_bank: ik.Bank, samples: list[SampleAnswer]
) -> None:
    """Each sample has a level and a reason on each criterion of its question's rubric."""
    for sample in samples:
        rubric = answers_bank.rubric_for(question_of(answers_bank, sample))
        assert [r.criterion for r in sample.ratings] == [c.id for c in rubric.criteria], sample.id
        assert sample.batch is not None, sample.id


def triples_of(samples: list[SampleAnswer]) -> Iterator[dict[str, SampleAnswer]]:
    """Give the triples, by quality."""
    found: dict[str, dict[str, SampleAnswer]] = defaultdict(dict)
    for sample in samples:
        if sample.triple:
            found[sample.triple][sample.quality] = sample
    yield from found.values()


def test_triples_differ_in_quality_and_not_in_length(
    answers_bank: ik.Bank, samples: list[SampleAnswer]
) -> None:
    """At least sixty triples answer one question each, alike in length, rising in gold levels."""
    triples = list(triples_of(samples))
    assert len(triples) >= 60
    for triple in triples:
        assert set(triple) == {"weak", "medium", "strong"}
        assert len({(each.question, each.language) for each in triple.values()}) == 1
        lengths = [len(each.answer().text.split()) for each in triple.values()]
        assert max(lengths) <= 1.35 * min(lengths), triple["weak"].triple
        scores = [overall(answers_bank, triple[each]) for each in ("weak", "medium", "strong")]
        assert scores == sorted(set(scores)), triple["weak"].triple


@pytest.mark.parametrize("language", LANGUAGES)
def test_cues_open_few_sentences(samples: list[SampleAnswer], language: str) -> None:
    """Fewer than a quarter of the sentences that play a part open with a cue phrase."""
    played = [
        sentence.text.lower()
        for sample in in_language(samples, language)
        for sentence in sample.sentences
        if sentence.part != "none"
    ]
    cued = re.compile(rf"(?:{'|'.join(CUES[language])})\b")
    assert sum(cued.match(text) is not None for text in played) < len(played) / 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_do_not_sound_alike(samples: list[SampleAnswer], language: str) -> None:
    """First words, vocabulary and phrases are as varied as those of many people."""
    said = [words_of(sample) for sample in in_language(samples, language)]
    assert len({words[0] for words in said}) >= 0.4 * len(said)
    openings = Counter(tuple(words[:2]) for words in said)
    assert openings.most_common(1)[0][1] <= 0.025 * len(said)
    ratios = [len(set(words[:100])) / 100 for words in said if len(words) >= 100]
    assert mean(ratios) >= 0.7
    phrases = [{*zip(words, words[1:], words[2:], strict=False)} for words in said]
    for one, other in combinations(phrases, 2):
        assert len(one & other) <= 0.15 * min(len(one), len(other))


@pytest.mark.parametrize("language", LANGUAGES)
def test_quality_does_not_go_with_length(samples: list[SampleAnswer], language: str) -> None:
    """The mean length of strong answers is within half as much again of that of weak ones."""
    lengths: dict[str, list[int]] = defaultdict(list)
    for sample in in_language(samples, language):
        lengths[sample.quality].append(len(words_of(sample)))
    means = [mean(each) for each in lengths.values()]
    assert max(means) <= 1.5 * min(means)


def test_load_stays_light() -> None:
    """Without being asked for, the samples are not loaded."""
    assert not [each for each in ik.load().all(SampleAnswer) if each.batch]
