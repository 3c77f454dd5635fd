"""Linting a question: the verdict with its reasons, and what it does not do."""

import json
import pickle

import pytest
from attrs import evolve

from interview_kit import InvalidValueError, MissingLanguageError, document, structure
from interview_kit.lint import (
    QuestionExample,
    QuestionLint,
    catalogue,
    detectors,
    examples,
    lint_question,
    train,
)
from interview_kit.model import Value


@pytest.mark.parametrize(
    ("text", "language", "topic"),
    [
        ("Apa agama Anda?", "id", "religion"),
        ("Asli mana, Mas?", "id", "ethnicity_origin"),
        ("Sudah isi belum, Mbak?", "id", "pregnancy_children"),
        ("Lulus SMA tahun berapa?", "id", "age"),
        ("Are you married?", "en", "marital_status"),
        ("Who minds the children while you are at work?", "en", "pregnancy_children"),
        ("Do you have plans for church on Sundays?", "en", "religion"),
        ("What does your father do for a living?", "en-GB", "family_occupation"),
    ],
)
def test_private_questions_are_prohibited(text: str, language: str, topic: str) -> None:
    """A question about private life gets its topic, the reason, and a lawful alternative."""
    found = lint_question(text, language)
    assert (found.verdict, found.topic) == ("prohibited", topic)
    known = catalogue().topic(topic)
    assert (found.reason, found.alternative) == (known.reason, known.alternative)
    assert found.findings[0].margin > 0
    assert found.findings[0].words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Apakah Anda bersedia bekerja shift malam?", "id"),
        ("Bagaimana Anda memisahkan produk cacat dari yang baik?", "id"),
        ("Bagaimana Anda menangani karyawan yang mengambil cuti melahirkan?", "id"),
        ("Are you able to lift boxes of 20 kg, with or without aids?", "en"),
        ("How would you plan a campaign around Ramadan?", "en"),
        ("Tell me about a customer you won back.", "en"),
    ],
)
def test_lawful_neighbours_pass(text: str, language: str) -> None:
    """A question that uses the words of a topic about the work may be asked."""
    assert lint_question(text, language) == QuestionLint()
    assert lint_question(text, language).verdict == "ok"
    assert lint_question(text, language).topic is None
    assert lint_question(text, language).reason is None
    assert lint_question(text, language).alternative is None


@pytest.mark.parametrize(
    ("text", "language", "topic"),
    [
        ("You would agree that our product is the best, wouldn't you?", "en", "leading"),
        ("Anda pasti setuju bahwa lembur itu wajar, kan?", "id", "leading"),
        (
            "Why did you leave your last job, and how would you price our product?",
            "en",
            "double_barrelled",
        ),
    ],
)
def test_faults_of_wording_call_for_caution(text: str, language: str, topic: str) -> None:
    """A leading question, or two in one, may be asked, but not well so."""
    found = lint_question(text, language)
    assert (found.verdict, found.topic) == ("caution", topic)


def test_the_gravest_finding_comes_first() -> None:
    """A prohibited topic comes before a fault of wording."""
    found = lint_question("You're not planning on having a baby soon, are you?", "en")
    assert found.verdict == "prohibited"
    verdicts = [each.verdict for each in found.findings]
    assert verdicts == sorted(verdicts, reverse=True)


@pytest.mark.parametrize("text", ["", " ", "?!", "123", "\N{PARTY POPPER}"])
def test_what_has_no_words_passes(text: str) -> None:
    """A text without a word asks for nothing."""
    assert lint_question(text, "id").verdict == "ok"


def test_only_known_languages_are_looked_at() -> None:
    """A language without detectors is an error that names those there are."""
    with pytest.raises(MissingLanguageError) as caught:
        lint_question("Quel âge avez-vous ?", "fr")
    assert caught.value == MissingLanguageError("fr", ("en", "id"))


def test_only_text_is_looked_at() -> None:
    """What is no string is refused."""
    with pytest.raises(InvalidValueError) as caught:
        lint_question(5, "id")  # type: ignore[arg-type]
    assert caught.value == InvalidValueError("text", "5", "a string")


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_shipped_detectors_are_those_of_the_examples(language: str) -> None:
    """Training anew on the shipped examples gives the shipped weights, to the last digit."""
    again = train(examples(language), language)
    assert again.document() == detectors(language).document()


def test_detectors_of_ones_own_can_be_passed() -> None:
    """Whoever has examples of their own trains detectors and looks with them."""
    taught = [QuestionExample(text=f"Do you own a {pet}?", topic="home_ownership") for pet in PETS]
    taught += [QuestionExample(text=f"Did you sell a {pet}?") for pet in PETS]
    own = train(taught, "en")
    assert own.faults == ("private",)
    assert lint_question("Do you own a ferret?", "en", by=own).topic == "home_ownership"
    assert lint_question("Did you sell a ferret?", "en", by=own).verdict == "ok"


PETS = ("cat", "dog", "goldfish", "parrot", "lizard")


@pytest.mark.parametrize(
    ("taught", "expected"),
    [
        (
            [],
            InvalidValueError(
                "examples",
                "0 of 0 that ask for a prohibited topic",
                "some that do, and some that do not",
            ),
        ),
        (
            [QuestionExample(text="Married?", topic="marital_status")],
            InvalidValueError(
                "examples",
                "1 of 1 that ask for a prohibited topic",
                "some that do, and some that do not",
            ),
        ),
        (
            [
                QuestionExample(text="Married?", topic="marital_status"),
                QuestionExample(text="Star sign?", topic="astrology"),
            ],
            InvalidValueError(
                "topic", "'astrology'", f"one of {', '.join(t.id for t in catalogue().topics)}"
            ),
        ),
    ],
)
def test_examples_must_teach_something(
    taught: list[QuestionExample], expected: InvalidValueError
) -> None:
    """Examples of one sort only, or of a topic that is not in the catalogue, are refused."""
    with pytest.raises(InvalidValueError) as caught:
        train(taught, "en")
    assert caught.value == expected


def test_the_catalogue_is_dated_and_complete() -> None:
    """Fourteen prohibited topics and two faults of wording, in both languages, laws with a day."""
    topics = catalogue().topics
    assert [topic.verdict for topic in topics] == ["prohibited"] * 14 + ["caution"] * 2
    for topic in topics:
        said = (topic.name, topic.reason, topic.alternative, topic.tip or topic.name)
        assert all(text.speaks(tag) for text in said for tag in ("id", "en")), topic.id
        assert all(law.as_of <= catalogue().as_of for law in topic.laws)
        assert (topic.tip is not None) == (topic.verdict == "prohibited")


@pytest.mark.parametrize(
    "value",
    [
        catalogue(),
        examples("id")[0],
        lint_question("Are you married?", "en"),
        lint_question("Tell me about a customer you won back.", "en"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_values_travel(value: Value) -> None:
    """What the lint knows and finds comes back equal from JSON and from pickling."""
    assert structure(json.loads(json.dumps(document(value))), type(value)) == value
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes
    assert hash(value) == hash(structure(document(value), type(value)))


def test_an_unknown_topic_is_refused() -> None:
    """A topic that is not there is an error that names those there are."""
    with pytest.raises(InvalidValueError, match="found 'horoscope', allowed is one of sexual"):
        catalogue().topic("horoscope")


def test_a_law_has_a_day() -> None:
    """A law without a date is refused, since nobody could tell whether it still holds."""
    law = catalogue().topics[0].laws[0]
    with pytest.raises(InvalidValueError) as caught:
        evolve(law, as_of="2026")
    assert caught.value == InvalidValueError("Law.as_of", "'2026'", "a date such as '2026-11-25'")
