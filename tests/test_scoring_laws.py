"""Fairness and anti-gaming: what never changes a score, and what never raises one."""

from collections.abc import Callable, Sequence
from random import Random

import pytest
from hypothesis import given, settings, strategies as st

import interview_kit as ik
from interview_kit.language._identity import known_identity
from interview_kit.model import SampleAnswer

CUES = {
    "en": "Situation, task, action, result, challenge, initiative, leadership, growth, 50%, success.",
    "id": "Situasi, tugas, tindakan, hasil, tantangan, inisiatif, kepemimpinan, 50%, sukses.",
}
CHEATS = {
    "en": "The situation was very challenging. My task was very important. I took the right action. "
    "As a result, we achieved a growth of 50 percent. I learned a lot.",
    "id": "Situasinya sangat menantang. Tugas saya sangat penting. Saya mengambil tindakan yang tepat. "
    "Hasilnya, kami mencapai pertumbuhan 50 persen. Saya belajar banyak.",
}


@pytest.fixture(scope="module")
def graded(wide: ik.Bank) -> Sequence[SampleAnswer]:
    """The graded samples that end with a mark, so that what is put after them is another sentence."""
    samples = [each for each in wide.all(SampleAnswer) if each.ratings]
    return [each for each in samples if each.answer().text.rstrip("\"')\u201d")[-1] in ".!?"]


def total(bank: ik.Bank, sample: SampleAnswer, text: str) -> float:
    """Give the score of a text as an answer to the question of a sample; less than any if none."""
    overall = ik.score(bank, f"{sample.question}", text, language=sample.language).overall
    return -1.0 if overall is None else overall


def shuffled(text: str, random: Random) -> str:
    """Put the words of a text into another order."""
    words = text.split()
    random.shuffle(words)
    return " ".join(words)


TRICKS: dict[str, Callable[[SampleAnswer, str], str]] = {
    "said twice": lambda _, text: f"{text} {text}",
    "said twice in paragraphs": lambda _, text: f"{text}\n\n{text}",
    "a sentence said again": lambda sample, text: f"{text} {sample.sentences[0].text}",
    "words shuffled": lambda sample, text: shuffled(text, Random(sample.id)),  # noqa: S311
    "cue words after it": lambda sample, text: f"{text} {CUES[sample.language]}",
    "a cheat sheet after it": lambda sample, text: f"{text} {CHEATS[sample.language]}",
    "a cheat sheet before it": lambda sample, text: f"{CHEATS[sample.language]} {text}",
}


@pytest.mark.parametrize("trick", TRICKS)
def test_tricks_never_pay(wide: ik.Bank, graded: Sequence[SampleAnswer], trick: str) -> None:
    """Not one graded sample in a hundred gains by a trick, and none more than 10 of 100 points."""
    gains: dict[str, float] = {}
    for sample in graded[::3]:
        text = sample.answer().text
        before, after = (total(wide, sample, each) for each in (text, TRICKS[trick](sample, text)))
        if 0 <= before < after:
            gains[sample.id] = after - before
    assert len(gains) <= 0.01 * len(graded[::3]), gains
    assert max(gains.values(), default=0.0) <= 10.0, gains


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_cheat_sheet_by_itself_is_no_answer(wide: ik.Bank, language: str) -> None:
    """The phrases of the public cheat sheet alone, however ordered, are not scored."""
    for text in (CHEATS[language], " ".join(reversed(CHEATS[language].split(". ")))):
        found = ik.score(wide, "S04", text, language=language)
        assert isinstance(found, ik.Unscored), found


STORIES = {
    "id": "Waktu itu {title} {name} dari {place} mengeluh karena pesanan {feast}-nya salah kirim. Saya "
    "menelepon {name} malam itu juga, lalu mengecek catatan gudang bersama {other}. Ternyata labelnya "
    "tertukar dengan pesanan {other}. Saya antar gantinya sendiri sebelum {feast}, dan {name} jadi "
    "pelanggan tetap. Sejak itu setiap label dicocokkan dua kali.",
    "en": "Last year {title} {name} from {place} complained that the order for {feast} was wrong. I "
    "called {name} the same evening and checked the warehouse log with {other}. The labels had been "
    "swapped with an order of {other}. I drove the right parts over myself before {feast}, and {name} "
    "has ordered from us ever since. Since then we check every label twice.",
}
NAMES = {
    "id": [
        "Siti",
        "Budi Santoso",
        "Togar Siregar",
        "Wayan Sudarma",
        "Liem Swie King",
        "Yohanes Wonda",
    ],
    "en": ["Emily", "Mohammed Hassan", "Priya Sharma", "Wei Zhang", "Kwame Mensah", "John Baker"],
}
PLACES = {
    "id": ["Surabaya", "Jawa Barat", "Papua", "Medan", "Kabupaten Sleman"],
    "en": ["Leeds", "New York", "Lagos", "Jakarta", "Mumbai"],
}
FEASTS = {
    "id": ["Lebaran", "Natal", "Nyepi", "Imlek", "Waisak"],
    "en": ["Christmas", "Eid", "Diwali"],
}
TITLES = {"id": ["Pak", "Bu", "Mbak", "Mas"], "en": ["Mr", "Mrs", "Ms"]}


def words_for(language: str) -> st.SearchStrategy[dict[str, str]]:
    """Who a story is about, and where and when it is."""
    return st.fixed_dictionaries(
        {
            "name": st.sampled_from(NAMES[language]),
            "other": st.sampled_from(NAMES[language]),
            "place": st.sampled_from(PLACES[language]),
            "feast": st.sampled_from(FEASTS[language]),
            "title": st.sampled_from(TITLES[language]),
        }
    )


@pytest.mark.parametrize("language", ["id", "en"])
@settings(max_examples=40)
@given(data=st.data())
def test_who_it_is_about_changes_nothing(wide: ik.Bank, language: str, data: st.DataObject) -> None:
    """Other names, titles, places and feasts give exactly the same ratings."""
    told, retold = data.draw(st.tuples(words_for(language), words_for(language)))
    one, other = (
        ik.score(wide, "S11", STORIES[language].format(**words), language=language)
        for words in (told, retold)
    )
    assert isinstance(one, ik.ScoreReport)
    assert isinstance(other, ik.ScoreReport)
    assert [(e.criterion, e.level) for e in one.ratings] == [
        (e.criterion, e.level) for e in other.ratings
    ]


WORDS = st.sampled_from(sorted(known_identity().words))


@settings(max_examples=60)
@given(name=WORDS, other=WORDS)
def test_listed_words_are_all_alike(wide: ik.Bank, name: str, other: str) -> None:
    """Every listed word that tells who somebody is reads as every other one, capital or not."""
    told = (
        "Kemarin rekan saya, {}, salah input stok dan saya bantu {} menghitung ulang sampai cocok."
    )
    one, two = (
        ik.score(wide, "A09", told.format(word.title(), word), language="id").overall
        for word in (name, other)
    )
    assert one == two


@pytest.mark.parametrize(
    ("language", "story"),
    [
        (
            "id",
            (
                "Waktu itu final antarkampung, skor 1-1 dan tinggal dua menit. Saya menggiring bola melewati "
                "dua bek, lalu mengumpan ke penyerang kami. Bola ditendang ke pojok gawang dan kiper tidak "
                "sempat bergerak. Kami menang 2-1, penonton turun ke lapangan. Sejak itu saya selalu latihan "
                "mengumpan dengan kaki kiri."
            ),
        ),
        (
            "en",
            (
                "It was the cup final, one all with two minutes to go. I dribbled past two defenders and crossed "
                "the ball to our striker. He headed it into the corner and the goalkeeper never moved. We won "
                "2-1 and the fans ran onto the pitch. Since then I practise crossing with my left foot."
            ),
        ),
    ],
)
def test_a_football_story_is_no_answer(wide: ik.Bank, language: str, story: str) -> None:
    """A match told well, with action, numbers and learning, is off topic for a sales question."""
    for question in ("S04", "S11", "S14"):
        found = ik.score(wide, question, story, language=language)
        assert isinstance(found, ik.ScoreReport)
        assert "off_topic" in found.warnings
        assert (found.overall or 0.0) < 40.0
