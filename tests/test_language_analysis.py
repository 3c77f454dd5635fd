"""The analysis agrees with the single readers, clause by clause."""

import pytest

from interview_kit.language import (
    analyse,
    clauses_of,
    ownership,
    profile,
    quantities,
    response_type,
    tokens_of,
)
from interview_kit.model import PARTS, RESPONSE_TYPES

ANSWERS = {
    "id": "Bulan lalu mesin lini dua sering macet. Saya cek selangnya, lalu mengganti yang bocor. "
    "Waktu henti turun dari 40 menjadi 12 menit.",
    "en": "Last May our printer broke. I called two shops and compared prices. We were back by noon, "
    "which saved us 300 dollars.",
}


@pytest.mark.parametrize("language", ["id", "en"])
def test_one_pass_sees_what_the_readers_see(language: str) -> None:
    """Doers, numbers and the sort of answer are those that the public functions give."""
    known, text = profile(language), ANSWERS[language]
    tokens = tokens_of(text, known)
    found = analyse(tokens, clauses_of(tokens, known), known)
    doers = [owner for owners in found.owners for owner in owners]
    assert doers == [each.owner for each in ownership(text, language)]
    numbers = [each for measures in found.measures for each in measures]
    assert numbers == [each for each in quantities(text, language) if each.is_metric]
    best = found.responses.index(max(found.responses))
    assert RESPONSE_TYPES[best] == response_type(text, language)


@pytest.mark.parametrize("language", ["id", "en"])
def test_shares_are_probabilities(language: str) -> None:
    """The parts of each clause share one, and so do the sorts of answer."""
    known = profile(language)
    tokens = tokens_of(ANSWERS[language], known)
    found = analyse(tokens, clauses_of(tokens, known), known)
    assert all(sum(each) == pytest.approx(1.0) for each in (*found.shares, found.responses))
    assert len(found.present) == len(PARTS)
    assert all(0.0 <= each <= 1.0 for each in found.present)
