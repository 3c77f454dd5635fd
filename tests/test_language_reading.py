"""Reading answers: offsets into the very text, sentences, deeds, numbers and topics."""

import pytest
from hypothesis import example, given, settings, strategies as st

from interview_kit import Bank
from interview_kit.language import Reading, Sentence, profile, read, stem
from interview_kit.language._reading import WORD

LANGUAGES = st.sampled_from(["id", "en"])
#: Any text, and texts made of what answers are made of, in which marks and numbers meet.
PIECES = (
    "saya",
    "Gue",
    "nggak",
    "bikin",
    "cuz",
    "I",
    "menyusun",
    "laporan",
    "25",
    "2.5",
    "%",
    "Rp",
    "2023",
    "é",
    "İ",
    "ß",
    "👍🏽",
)
MARKS = (
    " ",
    ". ",
    "! ",
    "?",
    "; ",
    "\n",
    "\n\n",
    "\n- ",
    "\r\n",
    "\t",
    ".",
    ",",
    "-",
    "'",
    "…",
    "\ud800",
)
answers = st.lists(st.sampled_from(PIECES + MARKS), max_size=40).map("".join)
texts = st.text(max_size=200) | answers


def said(reading: Reading, sentences: tuple[Sentence, ...]) -> list[str]:
    """Give the words of sentences as they stand in the answer."""
    return [reading.text[each.start : each.end] for each in sentences]


@given(texts, LANGUAGES)
def test_words_stand_where_they_say(text: str, language: str) -> None:
    """The offsets of a word cut it out of the answer as it was given."""
    reading = read(text, profile(language))
    assert reading.text == text
    for word in reading.words:
        assert text[word.start : word.end].lower() == word.text


@given(texts, LANGUAGES)
def test_words_are_matched_by_their_neutral_ones(text: str, language: str) -> None:
    """Each word is matched as the table of the language has it, and stands as it was said."""
    known = profile(language)
    for word in read(text, known).words:
        assert word.neutral == known.neutral_word(word.text)


@given(texts, LANGUAGES)
def test_no_word_is_lost(text: str, language: str) -> None:
    """The words of all sentences are the words of the answer, in order."""
    found = [(each.start, each.end) for each in read(text, profile(language)).words]
    assert found == [each.span() for each in WORD.finditer(text)]


@given(texts, LANGUAGES)
def test_sentences_are_ordered_and_disjoint(text: str, language: str) -> None:
    """Sentences follow one another without overlap, within the answer."""
    sentences = read(text, profile(language)).sentences
    edges = [edge for each in sentences for edge in (each.start, each.end)]
    assert edges == sorted(edges)
    assert all(0 <= each.start < each.end <= len(text) for each in sentences)


@given(texts, LANGUAGES)
def test_sentences_enclose_their_words(text: str, language: str) -> None:
    """A sentence begins with its first word, ends with no space, and holds at least one word."""
    for sentence in read(text, profile(language)).sentences:
        cut = text[sentence.start : sentence.end]
        assert sentence.start == sentence.words[0].start
        assert sentence.words[-1].end <= sentence.end
        assert cut == cut.strip()


@given(st.text(st.characters(), max_size=5000), LANGUAGES)
@settings(max_examples=30)
@example("saya " * 1000, "id")
@example("1" * 5000, "en")
@example("a-" * 2500, "en")
@example(".\n" * 2500, "id")
@example("\n \n" * 1600, "id")
@example("\ud800" * 5000, "en")
def test_any_text_can_be_read(text: str, language: str) -> None:
    """Nothing that can stand in a string makes reading or finding fail."""
    reading = read(text, profile(language))
    found = (
        reading.with_own_action(),
        reading.with_team_action(),
        reading.with_measure(),
        reading.with_cue("result"),
        reading.on_topic(frozenset({"laporan"})),
    )
    assert all(set(each) <= set(reading.sentences) for each in found)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", []),
        (" \n . ! ", []),
        ("Satu.", ["Satu."]),
        ("Saya naik 2.5 kali. Lalu selesai!", ["Saya naik 2.5 kali.", "Lalu selesai!"]),
        ("Benar?! Ya;  tentu", ["Benar?!", "Ya;", "tentu"]),
        ("Baris pertama\nlanjut di sini", ["Baris pertama\nlanjut di sini"]),
        ("Baris pertama\nBaris kedua", ["Baris pertama", "Baris kedua"]),
        ("Langkah:\n- cek\n• catat\n2 lapor", ["Langkah:", "cek", "catat", "2 lapor"]),
        ("satu\n \t\ndua", ["satu", "dua"]),
        ("Mulai... lalu", ["Mulai...", "lalu"]),
        ("file.txt saya buka", ["file.txt saya buka"]),
        ("(Saya setuju.) Ya", ["Saya setuju.) Ya"]),
    ],
    ids=range(12),
)
def test_sentences_end_where_readers_end_them(text: str, sentences: list[str]) -> None:
    """Marks before a space, empty lines and lines that open anew end a sentence; points in numbers do not."""
    reading = read(text, profile("id"))
    assert said(reading, reading.sentences) == sentences


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Tiba-tiba Saya BICARA", ["tiba-tiba", "saya", "bicara"]),
        ("I don\u2019t, I've", ["i", "don", "t", "i", "ve"]),
        ("snake_case", ["snake", "case"]),
        ("Rp 2.500,5", ["rp", "2", "500", "5"]),
        ("naïve Größe 面接", ["naïve", "größe", "面接"]),
    ],
)
def test_words_are_letters_and_digits(text: str, words: list[str]) -> None:
    """Words are in lower case, keep inner hyphens and apostrophes, and nothing else."""
    assert [each.text for each in read(text, profile("en")).words] == words


@pytest.mark.parametrize(
    ("language", "text", "own", "team"),
    [
        ("id", "Saya menyusun laporan.", True, False),
        ("id", "Saya juga langsung sempat mengecek mesin.", True, False),
        ("id", "Gue bikin jadwal baru.", True, False),
        ("id", "Gw udah ngecek mesin.", True, False),
        ("id", "Jadwal itu kubikin sendiri.", True, False),
        ("id", "Laporan saya susun.", True, False),
        ("id", "Laporan itu lalu saya kirim ke atasan.", True, False),
        ("id", "Masalah ini kami selesaikan bersama.", False, True),
        ("id", "Kami membagi tugas.", False, True),
        ("id", "Kita membagi tugas dan saya mencatat hasilnya.", True, True),
        ("id", "Saya memiliki pengalaman.", False, False),
        ("id", "Saya orangnya jujur.", False, False),
        ("id", "Laporan disusun oleh rekan.", False, False),
        ("id", "Atasan saya menyusun laporan.", True, False),
        ("id", "Saya sudah sangat lama di sana.", False, False),
        ("id", "Rapi semua kata saya.", False, False),
        ("en", "I called ten clients.", True, False),
        ("en", "I then quickly also rebuilt the sheet.", True, False),
        ("en", "I personally checked it.", True, False),
        ("en", "We split the work.", False, True),
        ("en", "We split the work and I wrote the report.", True, True),
        ("en", "I wanted to help.", False, False),
        ("en", "I need a plan.", False, False),
        ("en", "I was there.", False, False),
        ("en", "The report was finished.", False, False),
        ("en", "It was I", False, False),
    ],
)
def test_deeds_are_found_with_their_doer(language: str, text: str, own: bool, team: bool) -> None:  # noqa: FBT001 - expectations
    """A sentence tells a deed if a verb of acting follows the speaker or the team, adverbs aside."""
    reading = read(text, profile(language))
    assert bool(reading.with_own_action()) is own
    assert bool(reading.with_team_action()) is team


@pytest.mark.parametrize(
    ("language", "text", "measured"),
    [
        ("id", "Penjualan naik 20%.", True),
        ("id", "Penjualan naik 20 persen.", True),
        ("id", "Biaya turun Rp 500.000.", True),
        ("id", "Biaya turun Rp500.000.", True),
        ("id", "Biaya turun Rp50 juta.", True),
        ("id", "Saya melatih dua puluh lima orang.", True),
        ("id", "Ada 25 pelanggan baru.", True),
        ("id", "Prosesnya 3x lebih cepat.", True),
        ("id", "Hemat 50jt setahun.", True),
        ("id", "Hemat 50 jt setahun.", True),
        ("id", "Hemat lima puluh jt.", True),
        ("id", "Itu terjadi pada tahun 2023.", False),
        ("id", "Tahun 2023 orang bekerja dari rumah.", False),
        ("id", "Nilai saya 85.", False),
        ("id", "Naik beberapa persen.", False),
        ("id", "Banyak orang datang.", False),
        ("en", "Sales grew by 20%.", True),
        ("en", "We saved $5,000.", True),
        ("en", "We saved USD 5,000.", True),
        ("en", "I trained twenty five people.", True),
        ("en", "It took 2.5 hours.", True),
        ("en", "It was 3x as fast.", True),
        ("en", "It cut 10k rows.", True),
        ("en", "That was in 2019.", False),
        ("en", "In 1998 people wrote letters.", False),
        ("en", "I scored 85.", False),
        ("en", "Many people came.", False),
        ("en", "Nobody gave a percentage, say 100 %", True),
    ],
)
def test_measures_are_numbers_with_units(language: str, text: str, measured: bool) -> None:  # noqa: FBT001 - expectation
    """A number with a unit, a percentage or an amount of money measures; years and bare numbers do not."""
    assert bool(read(text, profile(language)).with_measure()) is measured


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("As a result we won. It was cold.", ["As a result we won."]),
        ("as  A\nresult, YES", ["as  A\nresult, YES"]),
        ("It resulted badly.", []),
        ("Sales closed. Sales rose.", ["Sales closed.", "Sales rose."]),
    ],
)
def test_cues_are_whole_words(text: str, found: list[str]) -> None:
    """A cue is found whatever its case and spacing, as whole words, within one sentence."""
    reading = read(text, profile("en"))
    assert said(reading, reading.with_cue("result")) == found
    assert reading.with_cue("weather") == ()


def test_topics_are_found_by_stem() -> None:
    """A sentence is on topic if a word of it shares a stem with the topic."""
    reading = read("Pelanggannya puas. Hujan turun.", profile("id"))
    assert said(reading, reading.on_topic(frozenset({stem("pelanggan")}))) == ["Pelanggannya puas."]
    assert reading.on_topic(frozenset()) == ()


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("pelanggannya", "pelanggan"),
        ("jelaskan", "jelas"),
        ("customers", "customer"),
        ("processes", "process"),
        ("handled", "handl"),
        ("handling", "handl"),
        ("dampingi", "damping"),
        ("punya", "punya"),
        ("ikan", "ikan"),
        ("being", "being"),
        ("", ""),
    ],
)
def test_stems_lose_one_ending(word: str, cut: str) -> None:
    """One common ending goes, unless fewer than four letters would be left."""
    assert stem(word) == cut


@pytest.mark.parametrize(
    ("language", "word", "cut"),
    [
        ("id", "menyusun", "susun"),
        ("id", "disusunnya", "susun"),
        ("id", "tulis", "tulis"),
        ("id", "menulis", "tulis"),
        ("id", "pelanggannya", "pelanggan"),
        ("en", "built", "build"),
        ("en", "building", "build"),
        ("en", "customers", "customer"),
    ],
)
def test_listed_verbs_come_first(language: str, word: str, cut: str) -> None:
    """The stem of a listed verb is the listed one, and an ending goes where none is listed."""
    assert stem(word, profile(language)) == cut


@pytest.mark.parametrize(
    ("language", "topic", "answer"),
    [
        ("id", "menyusun", "Laporan gue susun."),
        ("id", "ngecek", "Barangnya dicek dulu."),
        ("en", "sell", "We SOLD it all."),
        ("en", "organise", "It was organized well."),
    ],
)
def test_topics_are_found_in_all_forms(language: str, topic: str, answer: str) -> None:
    """A sentence is on topic whatever the form of the verb and the wording."""
    known = profile(language)
    (asked,) = read(topic, known).words
    reading = read(answer, known)
    assert said(reading, reading.on_topic(frozenset({stem(asked.neutral, known)}))) == [answer]


@pytest.mark.parametrize("phrase", ["bikin laporan", "membuat laporan", "MEMBUAT laporan"])
@pytest.mark.parametrize("answer", ["Terus gue Bikin  laporan!", "Saya membuat laporan"])
def test_phrases_are_found_in_any_wording(phrase: str, answer: str) -> None:
    """An informal phrase finds neutral words and the reverse; what is quoted is what was said."""
    reading = read(answer, profile("id"))
    assert said(reading, reading.with_phrase([phrase])) == [answer]
    assert reading.with_phrase(["laporan membuat"]) == ()


@given(st.text(max_size=30))
def test_stems_begin_their_words(word: str) -> None:
    """A stem is a beginning of its word, and no shorter than four letters unless the word is."""
    cut = stem(word)
    assert word.startswith(cut)
    assert len(cut) >= min(4, len(word))


@pytest.mark.parametrize(
    ("phrase", "answer"),
    [
        ("a/b test", "We ran an A/B test on the page."),
        ("don't push", "I listen and don't push."),
        ("don't push", "I listen and DON\u2019T push."),
        ("go/no-go", "It ended with a go / no-go meeting."),
        ("R&D", "I asked R&D first."),
    ],
)
def test_phrases_are_taken_apart_as_answers_are(phrase: str, answer: str) -> None:
    """A phrase with marks within its words is found where an answer holds it."""
    (sentence,) = read(answer, profile("en")).sentences
    assert sentence.has([phrase])
    assert not sentence.has(["test push", "%", ""])


def test_every_bundled_term_can_be_found(bank: Bank) -> None:
    """No term of a key point is such that an answer which says it would not be seen to."""
    for question in bank.questions:
        for point in question.key_points:
            for language, phrases in point.terms.entries:
                for phrase in phrases:
                    reading = read(f"Ini, {phrase}, misalnya", profile(language))
                    assert len(reading.with_phrase([phrase])) == 1, (question.id, phrase)
