"""Linting a question: the verdict with its reasons, and what it does not do."""

import json
import pickle
from typing import Any

import pytest
from attrs import evolve

from interview_kit import InvalidValueError, MissingLanguageError, document, structure
from interview_kit.lint import (
    QuestionExample,
    QuestionLint,
    catalogue,
    detectors,
    detectors_of,
    examples,
    lint_question,
    train,
)
from interview_kit.model import Value
from interview_kit.packs._ask import CLEAR

#: Letters as wide as ideographs, to the letters that they stand for.
WIDE = {narrow: narrow + 0xFEE0 for narrow in range(0x21, 0x7F)}


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


@pytest.mark.parametrize("text", [5, None, "a" * 20_001])
def test_only_text_is_looked_at(text: Any) -> None:
    """What is no string, or too long, is refused."""
    with pytest.raises(InvalidValueError, match="a string of at most 20000 characters"):
        lint_question(text, "id")


@pytest.mark.parametrize(
    "text",
    [
        "Tell me about your last job and what came of your work there. Are you pregnant?",
        "1. How do you plan your week?\n2. Are you married?\n3. Why this company?",
        "Thanks for coming in today; how old are your children? And what do you know about us?",
    ],
)
def test_one_question_of_several_is_seen(text: str) -> None:
    """A private question among lawful ones is found, each topic once."""
    found = lint_question(text, "en")
    assert found.verdict == "prohibited"
    assert len({each.topic for each in found.findings}) == len(found.findings)


def test_unknown_words_speak_for_nothing() -> None:
    """The opening of a question alone makes it no private one."""
    for opening in ("Are you", "Do you", "Have you"):
        assert lint_question(f"{opening} xyzzy?", "en").verdict == "ok"


@pytest.mark.parametrize(
    "text", ["Are you mar\u200bried?", "Are you married?".translate(WIDE), "ARE YOU MARRIED?"]
)
def test_odd_letters_hide_nothing(text: str) -> None:
    """Characters of no width, wide letters and capitals do not change what is asked."""
    assert lint_question(text, "en").topic == "marital_status"


@pytest.mark.parametrize(
    ("by", "language"), [(5, "id"), ("id", "id"), (detectors("id"), "en"), (None, "x y")]
)
def test_detectors_must_fit(by: Any, language: str) -> None:
    """Something that is no detectors, or detectors of another language, is refused."""
    with pytest.raises(InvalidValueError):
        lint_question("Apa?", language, by=by)


@pytest.mark.parametrize("language", ["id", "en"])
def test_lawful_examples_are_never_refused(language: str) -> None:
    """No example that its author found lawful reaches the border from which `check` refuses."""
    refused = [
        each.text
        for each in examples(language)
        if each.topic is None
        and any(
            finding.verdict == "prohibited" and finding.margin > CLEAR
            for finding in lint_question(each.text, language).findings
        )
    ]
    assert refused == []


@pytest.mark.parametrize("margin", [float("nan"), float("inf"), -1.0, 2, True, None])
def test_a_margin_is_a_number_from_zero(margin: Any) -> None:
    """A finding has a finite margin that does not speak against it."""
    finding = lint_question("Are you married?", "en").findings[0]
    with pytest.raises(InvalidValueError):
        evolve(finding, margin=margin)


def test_findings_are_in_order() -> None:
    """Findings in another order than the gravest first, or one twice, are refused."""
    grave = lint_question("Are you married?", "en").findings[0]
    light = evolve(grave, topic="leading", verdict="caution")
    assert QuestionLint(findings=[grave, light]).verdict == "prohibited"
    for wrong in ([light, grave], [grave, grave]):
        with pytest.raises(InvalidValueError):
            QuestionLint(findings=wrong)


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


def test_detectors_travel() -> None:
    """Detectors come back equal from JSON and from pickling, and cannot be changed."""
    known = detectors("id")
    again = detectors_of(json.loads(json.dumps(known.document())))
    assert again == known == pickle.loads(pickle.dumps(known))  # noqa: S301 - our own bytes
    assert hash(again) == hash(known)
    assert known != detectors("en")
    assert known != "id"
    with pytest.raises(TypeError):
        known.terms["agama"] = known.terms["agama"]  # type: ignore[index]


@pytest.mark.parametrize("plain", [{}, {"language": "id", "faults": 5, "terms": {}}, [], None])
def test_other_documents_are_no_detectors(plain: Any) -> None:
    """What was not written by detectors is refused."""
    with pytest.raises(InvalidValueError):
        detectors_of(plain)


@pytest.mark.parametrize(
    "change", [{"faults": ["private"]}, {"biases": []}, {"terms": {"agama": 5}}, {"terms": None}]
)
def test_wrong_detectors_are_refused(change: dict[str, Any]) -> None:
    """Detectors whose parts do not go together are refused."""
    with pytest.raises(InvalidValueError):
        evolve(detectors("id"), **change)


@pytest.mark.parametrize("taught", [["a"], [("a", "religion")], "abc", None])
def test_only_examples_teach(taught: Any) -> None:
    """What is no collection of examples is refused."""
    with pytest.raises(InvalidValueError):
        train(taught, "en")


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


@pytest.mark.parametrize("day", ["2026", "2026-99-99", "20261125", ""])
def test_a_law_has_a_day(day: str) -> None:
    """A law without a date is refused, since nobody could tell whether it still holds."""
    law = catalogue().topics[0].laws[0]
    with pytest.raises(InvalidValueError) as caught:
        evolve(law, as_of=day)
    assert caught.value == InvalidValueError("Law.as_of", repr(day), "a date such as '2026-11-25'")
