"""Whatever statistics say by a code they say to people too, in both languages."""

import pickle
from typing import Final

import pytest

from interview_kit import UnknownIdError, document, structure
from interview_kit.model import Value
from interview_kit.statistics import (
    BANDS,
    CAUTIONS,
    RATER_RULES,
    REFUSALS,
    AngoffRecord,
    ItemKey,
    JudgeEstimates,
    RaterLimits,
    adverse_impact,
    agreement,
    cut_score,
    halo_check,
    item_statistics,
    rater_checks,
    scoring_rate_impact,
    words_of,
)
from interview_kit.statistics._words import WORDS

ROWS: Final = [(1, 2), (2, 2), (3, 4), (4, 4), (5, 5), (2, 1), (3, 3), (4, 5), (1, 1), (5, 4)]
KEY: Final = ItemKey(item="q", options=["a", "b"], key="a")
RECORD: Final = AngoffRecord(
    items=["q", "r"], judges=[JudgeEstimates(judge=f"j{n}", shares=[0.5, n / 8]) for n in range(6)]
)
VALUES: Final[list[Value]] = [
    agreement(ROWS, "icc_2_1", seed=1),
    agreement(ROWS[:9], "kappa", seed=1),
    *rater_checks(ROWS, ["a", "b"], scale=(1, 5)),
    halo_check(ROWS, rater="a"),
    RaterLimits(difference=1.0),
    adverse_impact({"a": 48, "b": 12}, {"a": 80, "b": 40, "c": 2}),
    scoring_rate_impact({"a": [1, 2, 3.5] * 4, "b": [2] * 10}),
    KEY,
    item_statistics([KEY], [("a",), ("b",), (None,)] * 5),
    RECORD,
    cut_score(RECORD, seed=1),
]


def test_every_code_has_words() -> None:
    """Bands, refusals, cautions and rules have words in both languages, and nothing else has."""
    assert {*WORDS} == {*BANDS, *REFUSALS, *CAUTIONS, *RATER_RULES}
    assert {words_of(code).languages for code in WORDS} == {("id", "en")}


def test_unknown_codes_have_none() -> None:
    """What is no code is an error."""
    with pytest.raises(UnknownIdError):
        words_of("fine")


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_values_survive_documents_and_pickles(value: Value) -> None:
    """Every value comes back from its document and its pickle as it was."""
    plain = document(value)
    assert structure(plain, type(value)) == value
    assert document(structure(plain, type(value))) == plain
    again = pickle.loads(pickle.dumps(value))  # noqa: S301 - made in this line
    assert (again, hash(again)) == (value, hash(value))
