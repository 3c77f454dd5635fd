"""The labelled pack: answers by many hands that train the analyser beside the rated samples."""

from collections import Counter
from itertools import combinations

import pytest

import interview_kit as ik
from interview_kit.model import REGISTERS, RESPONSE_TYPES, SENTENCE_PARTS, SampleAnswer
from interview_kit.packs import canonical_files
from language_cases import LANGUAGES, cases


@pytest.fixture(scope="module")
def samples() -> list[SampleAnswer]:
    """Give the samples of the pack."""
    return [each for each in ik.load("core", "labelled").all(SampleAnswer) if each.batch]


def test_the_pack_is_sound_and_canonical() -> None:
    """`check` finds nothing wrong, and writing each file anew gives the same bytes."""
    assert ik.check("labelled") == ()
    assert [name for name, found, wanted in canonical_files("labelled") if found != wanted] == []


def test_answers_of_all_sorts_are_there(samples: list[SampleAnswer]) -> None:
    """Both languages, all registers, kinds of answer and parts are there in numbers."""
    languages = Counter(each.language for each in samples)
    assert languages["id"] >= 170
    assert languages["en"] >= 500
    assert set(Counter(each.register for each in samples)) == {*REGISTERS}
    assert min(Counter(each.response_type for each in samples).values()) >= 10
    assert {each.response_type for each in samples} == {*RESPONSE_TYPES}
    parts = Counter(sentence.part for each in samples for sentence in each.sentences)
    assert min(parts[part] for part in SENTENCE_PARTS) >= 50


def test_many_answers_lack_a_part(samples: list[SampleAnswer]) -> None:
    """Each of the four parts is missing from at least twenty stories."""
    missing = Counter(part for each in samples for part in each.missing)
    assert min(missing[part] for part in ("situation", "task", "action", "result")) >= 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_held_out_answers_train_nothing(samples: list[SampleAnswer], language: str) -> None:
    """No sentence that the analyser is tested on trains it, but for words of thanks."""
    known = {sentence.text for each in samples for sentence in each.sentences}
    held = {text for case in cases("held_out", language) for _, text in case["sentences"]}
    assert {text for text in known & held if len(text.split()) > 4} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_of_different_hands_do_not_sound_alike(
    samples: list[SampleAnswer], language: str
) -> None:
    """Two answers share few runs of four words."""
    own = [each.answer().text.lower().split() for each in samples if each.language == language]
    runs = [{*zip(w, w[1:], w[2:], w[3:], strict=False)} for w in own]
    for one, other in combinations(runs, 2):
        assert len(one & other) <= 0.15 * max(8, min(len(one), len(other)))
