"""The built-in cases are sound by themselves, and what is done to them is just what is said."""

import json
from collections import Counter
from typing import Any, Final

import pytest
from hypothesis import given, strategies as st

from interview_kit import (
    Bank,
    InvalidValueError,
    MissingLanguageError,
    Question,
    document,
    load,
    structure,
)
from interview_kit.language import guess_language
from interview_kit.model import QUALITIES, LabelledSentence, SampleAnswer
from interview_kit.testing import SORTS, Case, CaseSet, Swap, Wording, built_in_cases
from interview_kit.testing._bundled import bundled_bank
from interview_kit.testing._variations import padded, shuffled, swapped, without_results

LANGUAGES: Final = ("id", "en")
QUESTIONS: Final = ("S04", "S11", "A09", "H10", "O10", "M12")
EVERY: Final = [
    pytest.param(case, id=f"{language} {case.id}")
    for language in LANGUAGES
    for case in built_in_cases(language).cases
]
TOLD: Final = LabelledSentence(part="action", text="Saya menelepon.")
ENDED: Final = LabelledSentence(part="result", text="Ia datang.")


def case_of(*sentences: LabelledSentence, **given: Any) -> Case:
    """Make a case."""
    plain = {"id": "c1", "question": "S04", "language": "id", "quality": "weak"}
    return Case(**{**plain, "sentences": sentences, **given})


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_question_has_a_triple(language: str, bank: Bank) -> None:
    """There is a weak, a medium and a strong answer to each of six questions of the core pack."""
    cases = built_in_cases(language).cases
    found = Counter((each.question, each.quality) for each in cases)
    assert found == Counter((asked, quality) for asked in QUESTIONS for quality in QUALITIES)
    assert all(bank.get(Question, each.question).text.speaks(language) for each in cases)
    assert {(each.triple or "").upper() for each in cases} == {*QUESTIONS}


@pytest.mark.parametrize("case", EVERY)
def test_each_case_is_in_its_language(case: Case) -> None:
    """Each answer and its formal and informal wordings read as its language, its translation not."""
    texts = [case.text, *(each.text for each in case.wordings if each.register != "mixed")]
    assert {guess_language(text) for text in texts} == {case.language}
    assert guess_language(case.translation) not in {case.language, "mixed"}


@pytest.mark.parametrize("case", EVERY)
def test_each_swap_changes_its_answer(case: Case) -> None:
    """Each case has swaps of several sorts, and all words of a swap stand in the answer."""
    assert len(case.swaps) >= 3
    for swap in case.swaps:
        assert swapped(case.text, swap) != case.text
        alone = [Swap(sort=swap.sort, words=[pair]) for pair in swap.words]
        assert all(swapped(case.text, each) != case.text for each in alone)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sort_and_register_occurs(language: str) -> None:
    """Names, gender, religion and regions are swapped, and four answers come in three registers."""
    cases = built_in_cases(language).cases
    assert {swap.sort for each in cases for swap in each.swaps} == {*SORTS}
    worded = [[wording.register for wording in each.wordings] for each in cases if each.wordings]
    assert worded == [["formal", "informal", "mixed"]] * 4
    assert {each.quality for each in cases if each.wordings} == {*QUALITIES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_length_tells_no_quality(language: str) -> None:
    """The weak and the strong answer to a question are about equally long."""
    lengths = {each.id: len(each.text.split()) for each in built_in_cases(language).cases}
    for asked in QUESTIONS:
        weak, strong = (lengths[f"{asked.lower()}_{quality}"] for quality in ("weak", "strong"))
        assert abs(weak - strong) <= 0.15 * strong


@pytest.mark.parametrize("language", LANGUAGES)
def test_filler_need_not_repeat(language: str) -> None:
    """The filler is as long as any weak answer, and there is something of everything else."""
    given = built_in_cases(language)
    words = sum(len(each.split()) for each in given.filler)
    assert words >= max(len(e.text.split()) for e in given.cases if e.quality == "weak")
    assert given.cues
    assert given.instructions
    assert "" in given.short


def test_translations_are_those_of_the_same_id() -> None:
    """The translation of a case is the answer of its twin."""
    indonesian, english = (built_in_cases(each).cases for each in LANGUAGES)
    assert [each.translation for each in indonesian] == [each.text for each in english]
    assert [each.id for each in indonesian] == [each.id for each in english]


def test_cases_are_found_by_any_tag() -> None:
    """A region makes no difference, and a language without cases is refused with those that have."""
    assert built_in_cases("in_ID") is built_in_cases("id")
    with pytest.raises(MissingLanguageError) as caught:
        built_in_cases("fr")
    assert caught.value == MissingLanguageError("fr", LANGUAGES[::-1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_cases_travel_as_documents(language: str) -> None:
    """Cases are the same after JSON."""
    cases = built_in_cases(language)
    assert structure(json.loads(json.dumps(document(cases))), CaseSet) == cases


def test_cases_do_not_show_answers() -> None:
    """The repr of cases holds no sentence of an answer, since one's own may be of candidates."""
    cases = built_in_cases("id")
    shown = repr(cases)
    hidden = [sentence.text for each in cases.cases for sentence in each.sentences]
    hidden += [wording.text for each in cases.cases for wording in each.wordings]
    assert [text for text in [*hidden, *cases.filler, *cases.cues] if text in shown] == []
    assert "s04_strong" in shown


def test_samples_become_cases() -> None:
    """A sample answer of a pack gives a case with its text and triple; without question it cannot."""
    bank = bundled_bank("core", "general_hr", "general_behavioural", "answers")
    samples = bank.all(SampleAnswer)
    sample = next(each for each in samples if each.triple)
    case = Case.of(sample)
    assert (case.id, case.text) == (sample.id, sample.answer().text)
    assert (case.triple, case.quality) == (sample.triple, sample.quality)
    stranger = next(each for each in samples if each.question is None)
    with pytest.raises(InvalidValueError, match=f"'{stranger.id}', allowed is one with a question"):
        Case.of(stranger)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Swap(sort="hair", words=[("a", "b")]),
        lambda: Swap(sort="name", words=["ab"]),
        lambda: Swap(sort="name", words=[("a", "")]),
        lambda: Swap(sort="name", words=[]),
        lambda: Wording(register="loud", text="Hai."),
        lambda: Wording(register="formal", text=" "),
        case_of,
        lambda: case_of(TOLD, quality="good"),
        lambda: CaseSet(language="en", cases=[case_of(TOLD)]),
        lambda: CaseSet(language="id", cases=[case_of(TOLD)] * 2),
        lambda: CaseSet(language="id", short=[None]),
    ],
)
def test_cases_cannot_be_unsound(make: Any) -> None:
    """What is no case is refused when it is made."""
    with pytest.raises(InvalidValueError):
        make()


def test_words_are_swapped_all_at_once() -> None:
    """Two words may change places, and parts of longer words stay as they are."""
    swap = Swap(sort="gender", words=[("he", "she"), ("she", "he"), ("Pak Adi", "Bu Ani")])
    assert swapped("he and she saw the Pak Adi.", swap) == "she and he saw the Bu Ani."


def test_results_are_left_out() -> None:
    """The sentences that tell a result go; an answer without any, or of nothing else, gives nothing."""
    assert without_results(case_of(TOLD, ENDED, TOLD)) == f"{TOLD.text} {TOLD.text}"
    assert without_results(case_of(TOLD)) == ""
    assert without_results(case_of(ENDED)) == ""


WORDS: Final = st.lists(
    st.sampled_from(("saya", "kami", "pulang", "kerja")), min_size=1, max_size=30
)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=3))
def test_padding_doubles(said: list[str], filler: list[list[str]]) -> None:
    """The answer stays in front, and behind it stands as much filler, and not a sentence more."""
    text, sentences = " ".join(said), tuple(" ".join(each) for each in filler)
    found = padded(text, sentences)
    assert found.startswith(f"{text} ")
    assert 2 * len(said) <= len(found.split()) < 2 * len(said) + max(map(len, filler))


def test_without_filler_nothing_is_added() -> None:
    """An answer is as it was if there is no filler."""
    assert padded("Saya pulang.", ()) == "Saya pulang."


@given(WORDS, st.integers(0, 5))
def test_shuffling_keeps_the_words(said: list[str], seed: int) -> None:
    """The same words come back, and in the same order for the same seed."""
    text = " ".join(said)
    found = shuffled(text, seed)
    assert sorted(found.split()) == sorted(said)
    assert found == shuffled(text, seed)


def test_shuffles_are_the_same_for_ever() -> None:
    """The order of a seed is that of this test on every platform and version."""
    text = "satu dua tiga empat lima enam tujuh"
    assert shuffled(text, 0) == "empat tujuh tiga dua lima enam satu"
    assert shuffled(text, 1) == "enam satu empat dua lima tujuh tiga"


@pytest.mark.parametrize(
    "names", [("core",), ("core", "general_hr", "general_behavioural", "answers")]
)
def test_bundled_packs_are_read_as_packs_are(names: tuple[str, ...]) -> None:
    """The bank of bundled packs is the one that `load` gives."""
    assert bundled_bank(*names) == load(*names)
