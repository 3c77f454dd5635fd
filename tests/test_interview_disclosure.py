"""What candidates are told: for each purpose, in both languages, all that they must know."""

import pytest

from interview_kit import InvalidValueError
from interview_kit.interview import DECIDED_BY_PEOPLE, disclosure
from interview_kit.scoring import PURPOSES, Purpose


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_purpose_is_told_in_both_languages(purpose: Purpose) -> None:
    """Data, scoring, decision, rights and contact are told in Indonesian and English."""
    told = disclosure(purpose)
    assert told.purpose == purpose
    assert [each.id for each in told.points] == ["data", "scoring", "decision", "rights", "contact"]
    for each in (told.title, *(point.text for point in told.points)):
        assert each.languages == ("id", "en")
    assert told.in_("id-ID").count("\n\n") == 5


@pytest.mark.parametrize("purpose", DECIDED_BY_PEOPLE)
def test_a_candidate_learns_that_a_person_decides(purpose: Purpose) -> None:
    """No automatic rejection, a named person, rules for texts, and the right to object."""
    english, indonesian = (disclosure(purpose).in_(each) for each in ("en", "id"))
    for said in ("Nobody is rejected automatically", "written rules", "object to decisions"):
        assert said in english
    for said in (
        "ditolak secara otomatis",
        "aturan yang tertulis",
        "berkeberatan",
        "27 Tahun 2022",
    ):
        assert said in indonesian


def test_an_unknown_purpose_is_refused() -> None:
    """The error names the four."""
    with pytest.raises(InvalidValueError, match="practice, training"):
        disclosure("marketing")  # type: ignore[arg-type]  # that is the test
