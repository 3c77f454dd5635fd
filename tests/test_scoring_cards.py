"""Cards: sums of points that a person can follow, and that the graded samples teach."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from interview_kit.scoring._cards import HIGHEST, LEVEL, Card, cards, topic_card
from interview_kit.scoring._criteria import RULES

REFIT = Path(__file__).parent / "scoring" / "refit.py"
CARD = Card(LEVEL, (100, -100), ("shown", "against"))


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_level_is_a_sum_of_points(shown: int, against: int) -> None:
    """Base and points add up, and the nearest level on the card is given."""
    values = {"shown": shown, "against": against}
    total = LEVEL + 100 * shown - 100 * against
    assert CARD.total(values) == total
    assert CARD.level(values) == max(0, min(HIGHEST, (total + LEVEL // 2) // LEVEL))


def test_every_rule_has_its_card() -> None:
    """There is a card for each criterion that the rules know, and for no other."""
    assert cards().keys() == RULES.keys()


def test_the_team_is_never_held_against_anyone() -> None:
    """No criterion takes points off for what the team did, and none gives points for empty talk."""
    for key, card in cards().items():
        points = dict(zip(card.measures, card.points, strict=True))
        team = ("team_doings", "team_actions", "said_team_part")
        assert all(points[name] >= 0 for name in team), key
        assert points["emptiness"] <= 0, key
        assert points["numbers_aside"] <= 0, key


def test_cards_look_at_neither_length_nor_spelling() -> None:
    """No measure counts words, clauses, hedges or marks."""
    banned = ("word", "length", "clauses_told", "spell", "hedge", "fluen")
    measures = {name for card in cards().values() for name in card.measures}
    assert not [name for name in measures if any(each in name for each in banned)]
    assert set(topic_card().measures) <= measures


def test_the_cards_are_those_that_the_table_teaches(tmp_path: Path) -> None:
    """Learning anew from the committed measures gives the committed cards, number for number."""
    code = (
        "import json, sys; sys.path.insert(0, sys.argv[1]); import refit; from pathlib import Path\n"
        "committed = refit.CARDS.read_bytes(); refit.CARDS = Path(sys.argv[2])\n"
        "refit.write_cards(refit.fitted(json.loads(refit.TABLE.read_text('utf-8'))))\n"
        "assert refit.CARDS.read_bytes() == committed, 'run tests/scoring/refit.py --fit'\n"
    )
    arguments = [sys.executable, "-c", code, str(REFIT.parent), str(tmp_path / "cards.json")]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("kind", ["past", "situational", "technical", "motivation", "background"])
def test_every_graded_sample_is_in_the_table(kind: str) -> None:
    """The table holds samples of each kind with their authors' levels on all criteria of the kind."""
    table = json.loads(REFIT.with_name("measures.json").read_text("utf-8"))
    rows = [row for row in table["rows"] if row["kind"] == kind]
    criteria = {criterion for of, criterion in RULES if of == kind}
    assert len(rows) > 30
    assert all(row["levels"].keys() == criteria for row in rows)
