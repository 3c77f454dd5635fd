"""The built-in scorer: the same for the same answer, with evidence, and hard to fool."""

from itertools import product
from typing import Any

import pytest
from attrs import evolve
from hypothesis import assume, example, given, strategies as st

from interview_kit import (
    Bank,
    Question,
    Rubric,
    SampleAnswer,
    ScoreReport,
    ScoreRequest,
    Text,
    Unscored,
    load,
    score,
)
from interview_kit.assess import score_request
from interview_kit.model import KINDS, Criterion, Level, Scale
from interview_kit.scoring import RULE_SCORER, rule_scorer
from interview_kit.scoring._criteria import RULES
from quiz_banks import question

SAID = Text.of(id="Kata-kata.", en="Words.")
#: One question of each kind.
ASKED = {"past": "S04", "situational": "S02", "technical": "S01", "background": "M01"}

#: What answers are made of, so that rules and gate meet all they look for.
SENTENCES = (
    "Waktu itu target tim turun 20 persen.",
    "Saya menghubungi sepuluh klien lama satu per satu.",
    "Kami membagi tugas dengan bagian gudang.",
    "Tugas saya menyusun jadwal.",
    "Hasilnya penjualan naik 15%.",
    "Sejak itu saya belajar mencatat tiap keluhan pelanggan.",
    "Mungkin begitulah kira-kira.",
    "Pertama saya cek risiko, lalu lapor ke atasan.",
    "I called ten clients and we closed two contracts.",
    "As a result sales grew by 15%, because I asked first.",
)
PIECES = (*SENTENCES, "naik", "25 orang", "\n\n", "; ", "? ", "Rp 500", "👍🏽", "I", "saya", "risk")
answers = (
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=6, unique=True).map(" ".join)
    | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join)
    | st.text(max_size=120)
)
languages = st.sampled_from(["id", "en"])

STORY = (
    "Waktu itu target tim turun 20 persen dan saya diminta membantu. "
    "Saya menghubungi sepuluh klien lama satu per satu. Saya mencatat keberatan mereka. "
    "Hasilnya penjualan naik 15% dalam dua bulan."
)

#: Answers of the kinds that tell nothing: self-praise, opinion, habit.
TOO_WEAK = {
    "id": [
        "Saya orangnya pekerja keras dan jujur. Saya mau belajar hal baru di mana saja.",
        "Menurut saya kerja sama itu penting sekali. Semua orang perlu menjaganya.",
        "Biasanya kami berusaha sebaik mungkin. Pokoknya semua lancar, mungkin begitu.",
    ],
    "en": [
        "I am a hard worker and an honest person. I learn quickly wherever I am.",
        "I think teamwork is very important. Everybody should take care of it, I guess.",
        "Usually we try to do our best. Things go well and people are happy, maybe.",
    ],
}


def request_of(bank: Bank, kind: str, answer: str, language: str = "id") -> ScoreRequest:
    """Make a request about an answer to a question of a kind."""
    asked = bank.get(Question, ASKED.get(kind, "S04"))
    request = score_request(bank, asked, answer, language=language)
    return evolve(request, rubric=bank.get(Rubric, kind))


@given(kind=st.sampled_from(KINDS), answer=answers, language=languages)
def test_equal_answers_score_alike(bank: Bank, kind: str, answer: str, language: str) -> None:
    """Two requests that say the same get equal reports."""
    one, other = (rule_scorer(request_of(bank, kind, answer, language)) for _ in range(2))
    assert one == other


@given(kind=st.sampled_from(KINDS), answer=answers, language=languages)
def test_levels_stand_on_evidence(bank: Bank, kind: str, answer: str, language: str) -> None:
    """Every rating above the lowest level quotes the answer, and every quote stands in it."""
    report = rule_scorer(request_of(bank, kind, answer, language))
    if isinstance(report, Unscored):
        assert report.message
        return
    for each in report.ratings:
        assert bool(each.evidence) == (each.level != 0)
        for own in each.evidence:
            assert answer[own.start : own.end] == own.quote


@given(asked=st.sampled_from(sorted(ASKED.values())), answer=answers, language=languages)
def test_scores_are_fully_covered(bank: Bank, asked: str, answer: str, language: str) -> None:
    """For a bundled question the library accepts every rating, so that all of the weight counts."""
    report = score(bank, asked, answer, language=language)
    if isinstance(report, ScoreReport):
        assert report.coverage == 1.0
        assert all(each.supported for each in report.ratings)
        assert report.overall is not None


@given(asked=st.sampled_from(sorted(ASKED.values())), answer=answers, language=languages)
@example("S04", STORY, "id")
@example("S02", STORY, "id")
def test_saying_it_again_gains_nothing(bank: Bank, asked: str, answer: str, language: str) -> None:
    """An answer given twice over scores no higher than once."""
    once = score(bank, asked, answer, language=language)
    twice = score(bank, asked, f"{answer}\n\n{answer}", language=language)
    assume(once.overall is not None)
    assert (twice.overall or 0.0) <= (once.overall or 0.0)


def test_a_story_beats_its_parts(bank: Bank) -> None:
    """The whole story scores above any half of it."""
    half = STORY.index("Saya mencatat")
    whole = score(bank, "S04", STORY, language="id").overall
    halves = [score(bank, "S04", part, language="id") for part in (STORY[:half], STORY[half:])]
    assert whole is not None
    assert all((each.overall or 0.0) < whole for each in halves)


@pytest.mark.parametrize("language", ["id", "en"])
def test_strong_stories_score_above_weak_answers(bank: Bank, language: str) -> None:
    """Every strong sample story scores above every answer that tells nothing to the same question."""
    samples = [
        each
        for each in bank.all(SampleAnswer)
        if (each.language, each.quality, each.response_type) == (language, "strong", "story")
    ]
    assert len(samples) >= 5
    for sample in samples:
        asked = bank.get(Question, sample.question or "S04")
        if sample.prompt:
            asked = evolve(asked, text={language: sample.prompt})
        strong = score(bank, asked, sample.answer(), language=language).overall
        weak = [score(bank, asked, each, language=language).overall for each in TOO_WEAK[language]]
        assert any(weak)
        assert strong is not None
        assert strong > max(each or 0.0 for each in weak), sample.id


def test_reports_name_the_scorer_and_the_language(bank: Bank) -> None:
    """A report bears the id of the rules, and the plain tag of the language they read."""
    report = rule_scorer(request_of(bank, "past", STORY, "id-ID"))
    assert isinstance(report, ScoreReport)
    assert (report.scorer, report.language) == (RULE_SCORER, "id")
    assert [each.criterion for each in report.ratings] == [
        each.id for each in bank.get(Rubric, "past").criteria
    ]


def test_nothing_to_judge_is_unscored(bank: Bank) -> None:
    """An answer that the gate stops gets its reason from this scorer."""
    found = rule_scorer(request_of(bank, "past", "Tidak tahu."))
    assert isinstance(found, Unscored)
    assert (found.scorer, found.reason, found.overall) == (RULE_SCORER, "too_short", None)


@pytest.mark.parametrize(
    ("language", "insult"),
    [("id", "Atasan saya galak dan kantornya toxic."), ("en", "It was a toxic workplace.")],
)
def test_bad_mouthing_is_a_warning_and_a_cap(bank: Bank, language: str, insult: str) -> None:
    """Insults to former superiors are a warning, and the rubric's cap bounds the total."""
    wide = load("core", "general_hr", "general_behavioural", "answers")
    strong = next(
        each
        for each in wide.all(SampleAnswer)
        if (each.language, each.quality, each.response_type) == (language, "strong", "story")
        and each.question
    )
    rude = score(wide, f"{strong.question}", f"{strong.answer().text} {insult}", language=language)
    assert isinstance(rude, ScoreReport)
    assert "bad_mouthing" in rude.warnings
    assert (rude.cap, (rude.overall or 0.0) <= 60.0) == (60, True)


def test_missing_parts_are_named(bank: Bank) -> None:
    """Parts of a story that are not found are warnings, so that the probe for them can be asked."""
    told = "Bulan lalu satu pelanggan lama saya mengeluh soal retur. Saya diminta membereskannya."
    report = score(bank, "S11", told, language="id")
    assert isinstance(report, ScoreReport)
    assert "missing_action" in report.warnings
    assert "missing_situation" not in report.warnings


def test_next_steps_are_those_of_the_level(bank: Bank) -> None:
    """Below the highest level a rating says what the rubric advises; at the highest it says nothing."""
    report = rule_scorer(request_of(bank, "past", STORY))
    assert isinstance(report, ScoreReport)
    for each in report.ratings:
        criterion = bank.get(Rubric, "past").criterion(each.criterion)
        assert criterion is not None
        level = each.level or 0
        advice = [own.next_step for own in criterion.levels if own.value <= level][-1]
        assert each.next_step == (advice.in_("id") if advice else "")
    assert {each.level == 4 for each in report.ratings} == {True, False}


def own_rubric(kind: Any, *names: str, anchor: Text = SAID) -> Rubric:
    """Make a rubric with these criteria of equal weight."""
    levels = [Level(value=0, anchor=SAID), Level(value=100, anchor=anchor)]
    criteria = [
        Criterion(
            id=id, name=SAID, definition=SAID, weight=100 // len(names), levels=levels, reason=SAID
        )
        for id in names
    ]
    return Rubric(
        id="own", name=SAID, kind=kind, scale="own", criteria=criteria, weights_reason=SAID
    )


def own_request(rubric: Rubric, scale: Scale, **given: Any) -> ScoreRequest:
    """Make a request with a rubric and a scale of one's own."""
    plain = {"question": question("Q1"), "answer": STORY, "language": "id"}
    return ScoreRequest(rubric=rubric, scale=scale, **(plain | given))


def test_criteria_without_rule_are_left_out(bank: Bank) -> None:
    """A criterion that the rules do not know is not rated, rather than rated zero."""
    rubric = own_rubric("past", "clarity", "charm")
    report = rule_scorer(own_request(rubric, Scale(id="own", lowest=0, highest=4)))
    assert isinstance(report, ScoreReport)
    assert [each.criterion for each in report.ratings] == ["clarity"]


def test_rules_go_by_kind() -> None:
    """A criterion has the rule of its rubric's kind, and none under a kind that lacks it."""
    scale = Scale(id="own", lowest=0, highest=4)
    for kind, criterion in product(KINDS, ("clarity", "risk", "terms")):
        report = rule_scorer(own_request(own_rubric(kind, criterion), scale))
        assert isinstance(report, ScoreReport)
        assert bool(report.ratings) == ((kind, criterion) in RULES)


@given(st.integers(0, 99), st.integers(1, 100))
def test_levels_spread_over_any_scale(lowest: int, width: int) -> None:
    """A level is at the same place of any scale, nothing leaves the scale, the lowest quotes nothing."""
    scale = Scale(id="own", lowest=lowest, highest=min(100, lowest + width))
    rubric = own_rubric("past", "contribution", "reflection", "result", "clarity")
    plain, spread = (
        rule_scorer(own_request(rubric, each))
        for each in (Scale(id="own", lowest=0, highest=4), scale)
    )
    assert isinstance(plain, ScoreReport)
    assert isinstance(spread, ScoreReport)
    for one, other in zip(plain.ratings, spread.ratings, strict=True):
        place = (one.level or 0) / 4 * (scale.highest - scale.lowest)
        assert abs((other.level or 0) - scale.lowest - place) <= 0.5
        assert bool(other.evidence) == (other.level != scale.lowest)


def test_anchors_may_lack_the_language() -> None:
    """The next step quotes an anchor in another language where there is none in the answer's."""
    rubric = own_rubric("past", "reflection", anchor=Text.of(en="Names {one} lesson."))
    report = rule_scorer(own_request(rubric, Scale(id="own", lowest=0, highest=4)))
    assert isinstance(report, ScoreReport)
    assert report.ratings[0].next_step == "Arahkan jawabanmu ke sini: Names {one} lesson."
