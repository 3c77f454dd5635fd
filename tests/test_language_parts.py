"""Parts: the text is covered exactly, and the parts are those that another hand marked."""

from collections import defaultdict

import pytest
from attrs import evolve
from hypothesis import given, settings, strategies as st

from interview_kit import InvalidValueError, StarAnswer
from interview_kit.language import absence, profile, segment
from interview_kit.model import PARTS, SENTENCE_PARTS
from language_cases import LANGUAGES, PARTS_BY_LETTER, cases, f_score, parts_read

TEXTS = st.text(max_size=300) | st.lists(
    st.sampled_from(
        [
            "saya",
            "I",
            "susun",
            "called",
            "25%",
            "Rp1,5 juta",
            ".",
            ", ",
            "\n- ",
            "sehingga",
            "\u0130",
        ]
    ),
    max_size=60,
).map(" ".join)


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
def test_segments_cover_the_text(language: str, text: str) -> None:
    """Segments are ordered and disjoint, lie in the text, and leave out white space only."""
    found = segment(text, language)
    ends = [0, *(each.end for each in found)]
    starts = [*(each.start for each in found), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    assert not "".join(gaps).strip()
    assert StarAnswer(text=text, segments=found).segments == found


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
def test_confidence_and_features_explain_a_part(language: str, text: str) -> None:
    """Each segment says how probable its part is, and names up to three features."""
    for each in segment(text, language):
        assert each.confidence is not None
        assert 0.0 <= each.confidence <= 1.0
        assert len(each.features) <= 3


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=TEXTS)
@settings(max_examples=30)
def test_absence_is_a_probability(language: str, text: str) -> None:
    """Each part has a probability of being absent."""
    found = absence(text, language)
    assert tuple(found) == PARTS
    assert all(0.0 <= share <= 1.0 for share in found.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_without_words_has_no_part(language: str) -> None:
    """White space gives nothing, marks give a stretch that plays no part."""
    assert segment(" \n ", language) == ()
    (only,) = segment(" \U0001f600! ", language)
    assert (only.start, only.end, only.part) == (1, 3, "none")
    assert set(absence("", language).values()) == {1.0}


def test_connectives_of_results_open_a_clause() -> None:
    """A clause led by a connective of a result is read by itself; closing marks stay before it."""
    text = "Saya susun ulang jadwal lini dua, sehingga waktu tunggu turun dari 40 menjadi 12 menit."
    found = segment(text, "id")
    assert [text[each.start : each.end] for each in found] == [
        "Saya susun ulang jadwal lini dua,",
        "sehingga waktu tunggu turun dari 40 menjadi 12 menit.",
    ]
    assert [each.part for each in found] == ["action", "result"]


def test_lists_and_run_ons_are_taken_apart() -> None:
    """A bullet begins a clause, and a run-on without marks is cut at its connectives."""
    bullets = "My steps:\n- called the plant\n- moved the order\n- told the client"
    assert len(segment(bullets, "en")) == 4
    run_on = (
        "jadi waktu itu mesin di lini tiga mati pas mau ganti produk terus saya lapor ke leader dan "
        "saya cek selangnya satu satu lalu saya ganti yang bocor akhirnya jalan lagi sebelum jam istirahat"
    )
    assert len(segment(run_on, "id")) >= 3


def test_an_untrained_profile_is_refused() -> None:
    """Without weights there is nothing to segment by, and the message says what to do."""
    with pytest.raises(InvalidValueError, match="train"):
        segment("Any text.", evolve(profile("en"), weights=None))


@pytest.mark.parametrize(
    ("language", "accuracy", "macro", "found", "false", "spread"),
    [("id", 0.88, 0.85, 0.8, 0.06, 0.14), ("en", 0.88, 0.82, 0.8, 0.08, 0.14)],
)
def test_answers_of_another_hand_are_read(
    language: str, accuracy: float, macro: float, found: float, false: float, spread: float
) -> None:
    """Sentences of held-out answers get the part that their author marked, in every register."""
    pairs: list[tuple[str, str]] = []
    registers: dict[str, list[bool]] = defaultdict(list)
    missing: dict[bool, list[bool]] = defaultdict(list)
    for case in cases("held_out", language):
        read = parts_read(case["sentences"], language)
        right = [PARTS_BY_LETTER[letter] for letter, _ in case["sentences"]]
        pairs += zip(right, read, strict=True)
        registers[case["register"]] += [a == b for a, b in zip(right, read, strict=True)]
        if case["response_type"] == "story":
            for part in PARTS[:4]:
                missing[part not in right].append(part not in read)
    shares = [sum(hits) / len(hits) for hits in registers.values()]
    best = max(shares)
    assert sum(a == b for a, b in pairs) / len(pairs) >= accuracy
    assert sum(f_score(pairs, part) for part in SENTENCE_PARTS) / len(SENTENCE_PARTS) >= macro
    assert sum(missing[True]) / len(missing[True]) >= found
    assert sum(missing[False]) / len(missing[False]) <= false
    assert best - min(shares) <= spread
