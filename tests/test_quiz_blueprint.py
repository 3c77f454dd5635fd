"""Blueprints: what they refuse, what they count, what they say, and how they are written."""

import json
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given

from interview_kit import (
    Blueprint,
    DocumentError,
    InvalidValueError,
    Question,
    Quota,
    Text,
    document,
    structure,
)
from interview_kit.quiz import MAX_LENGTH
from quiz_banks import (
    counts_by_hand,
    fitting_by_hand,
    question,
    small_blueprints,
    small_questions,
    small_quotas,
)
from strategies import blueprints

PAST = Quota(kind="past", at_least=2)
HARD = Quota(difficulty=(4, 5), at_most=1)
FULL = Blueprint(role="sales", length=6, minutes=(20, 30), quotas=[PAST, HARD])


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"at_least": 1}, "Quota"),
        ({"kind": "past"}, "Quota"),
        ({"kind": "past", "at_least": 0}, "Quota"),
        ({"kind": "pasts", "at_least": 1}, "Quota.kind"),
        ({"kind": "", "at_least": 1}, "Quota.kind"),
        ({"stage": "no id", "at_least": 1}, "id"),
        ({"goal": "", "at_least": 1}, "id"),
        ({"competency": 3, "at_least": 1}, "id"),
        ({"tag": ["remote"], "at_least": 1}, "id"),
        ({"language": "English, please", "at_least": 1}, "language"),
        ({"difficulty": (3, 2), "at_least": 1}, "Quota.difficulty"),
        ({"difficulty": (1, 2, 3), "at_least": 1}, "Quota.difficulty"),
        ({"difficulty": (1,), "at_least": 1}, "Quota.difficulty"),
        ({"difficulty": (-1, 2), "at_least": 1}, "Quota.difficulty"),
        ({"difficulty": (1, 6), "at_least": 1}, "Quota.difficulty"),
        ({"difficulty": 0, "at_least": 1}, "Quota.difficulty"),
        ({"difficulty": (1.0, 2.0), "at_least": 1}, "Quota.difficulty"),
        ({"difficulty": True, "at_least": 1}, "Quota.difficulty"),
        ({"difficulty": "12", "at_least": 1}, "collection"),
        ({"difficulty": 2.5, "at_least": 1}, "collection"),
        ({"kind": "past", "at_least": -1}, "Quota.at_least"),
        ({"kind": "past", "at_least": MAX_LENGTH + 1}, "Quota.at_least"),
        ({"kind": "past", "at_least": True}, "Quota.at_least"),
        ({"kind": "past", "at_least": 1.0}, "Quota.at_least"),
        ({"kind": "past", "at_most": MAX_LENGTH + 1}, "Quota.at_most"),
        ({"kind": "past", "at_most": -1}, "Quota.at_most"),
        ({"kind": "past", "at_most": ""}, "Quota.at_most"),
        ({"kind": "past", "at_least": 3, "at_most": 2}, "Quota.at_most"),
    ],
    ids=str,
)
def test_quotas_refuse_what_cannot_be_meant(given: dict[str, Any], where: str) -> None:
    """A quota without facet or bound, or with one that no question can have, is an error."""
    with pytest.raises(InvalidValueError) as caught:
        Quota(**given)
    assert caught.value.where == where


@pytest.mark.parametrize(
    ("given", "where"),
    [
        ({"length": 0}, "Blueprint.length"),
        ({"length": MAX_LENGTH + 1}, "Blueprint.length"),
        ({"length": 5.0}, "collection"),
        ({"length": None}, "Blueprint.length"),
        ({"length": ()}, "Blueprint.length"),
        ({"length": (0, 3)}, "Blueprint.length"),
        ({"length": (3, 2)}, "Blueprint.length"),
        ({"length": (1, 2, 3)}, "Blueprint.length"),
        ({"length": (1, MAX_LENGTH + 1)}, "Blueprint.length"),
        ({"length": (1.0, 2.0)}, "Blueprint.length"),
        ({"length": True}, "Blueprint.length"),
        ({"length": 5, "role": "no id"}, "id"),
        ({"length": 5, "role": ""}, "id"),
        ({"length": 5, "role": 0}, "collection"),
        ({"length": 5, "role": ["sales", "sales"]}, "ids"),
        ({"length": 5, "minutes": (30, 20)}, "Blueprint.minutes"),
        ({"length": 5, "minutes": (20,)}, "Blueprint.minutes"),
        ({"length": 5, "minutes": (-1, 20)}, "Blueprint.minutes"),
        ({"length": 5, "minutes": (20, 481)}, "Blueprint.minutes"),
        ({"length": 5, "minutes": 481}, "Blueprint.minutes"),
        ({"length": 5, "minutes": 20.5}, "collection"),
        ({"length": 5, "quotas": PAST}, "collection"),
        ({"length": 5, "quotas": ["past"]}, "Blueprint.quotas"),
        ({"length": 1, "quotas": [PAST]}, "Blueprint.quotas"),
        ({"length": 1, "include": ["Q1", "Q2"]}, "Blueprint.include"),
        ({"length": 3, "include": ["Q1", "Q2"], "exclude": ["Q2"]}, "Blueprint.include"),
        ({"length": 3, "include": "Q1"}, "collection"),
        ({"length": 3, "include": ["Q1", "Q1"]}, "ids"),
        ({"length": 3, "exclude": ["no id"]}, "id"),
        ({"length": 3, "enemies": ["Q1"]}, "collection"),
        ({"length": 3, "enemies": [["Q1", "Q1"]]}, "ids"),
        ({"length": 3, "order": "random"}, "Blueprint.order"),
    ],
    ids=str,
)
def test_blueprints_refuse_what_cannot_be_meant(given: dict[str, Any], where: str) -> None:
    """A blueprint out of range, at odds with itself, or with an unsound name is an error."""
    with pytest.raises(InvalidValueError) as caught:
        Blueprint(**given)
    assert caught.value.where == where


def test_errors_say_what_was_found() -> None:
    """The error of a quota above the length carries both numbers."""
    with pytest.raises(InvalidValueError) as caught:
        Blueprint(length=1, quotas=[PAST])
    assert caught.value == InvalidValueError(
        "Blueprint.quotas", "at_least 2 of 1 questions", "at most 1"
    )


@pytest.mark.parametrize("length", [1, MAX_LENGTH])
def test_bounds_are_allowed(length: int) -> None:
    """The shortest and the longest quiz, window and quota can be asked for."""
    quota = Quota(kind="past", at_least=length, at_most=MAX_LENGTH)
    made = Blueprint(length=length, minutes=(0, 480), quotas=[quota])
    assert (made.length, made.minutes, made.quotas) == ((length, length), (0, 480), (quota,))
    assert Quota(kind="past", at_most=0).at_most == 0


def test_one_number_is_a_range() -> None:
    """A single difficulty, length or number of minutes is lowest and highest at once."""
    assert Quota(difficulty=3, at_least=1) == Quota(difficulty=[3, 3], at_least=1)
    assert Blueprint(length=2, minutes=10) == Blueprint(length=2, minutes=(10, 10))
    assert Blueprint(length=2) == Blueprint(length=[2, 2])


def test_one_role_is_a_list_of_one() -> None:
    """A role may stand alone, and none means any."""
    assert Blueprint(role="sales", length=2) == Blueprint(role=["sales"], length=2)
    assert Blueprint(length=2).role == ()
    assert Blueprint(role=None, length=2) == Blueprint(role=[], length=2) == Blueprint(length=2)


def test_languages_are_normal() -> None:
    """Any spelling of a language tag gives the same quota."""
    assert Quota(language="in", at_least=1) == Quota(language="ID", at_least=1)


@pytest.mark.parametrize(
    ("quota", "sentence"),
    [
        (PAST, "at least 2 with kind past"),
        (HARD, "at most 1 with difficulty 4 to 5"),
        (Quota(difficulty=3, at_least=1), "at least 1 with difficulty 3"),
        (
            Quota(goal="fit", tag="remote", language="en", at_least=1, at_most=3),
            "at least 1 and at most 3 with goal fit, tag remote, language en",
        ),
        (
            Quota(stage="user", competency="closing", at_most=0),
            "at most 0 with stage user, competency closing",
        ),
    ],
    ids=["least", "most", "one number", "both", "none"],
)
def test_quotas_speak(quota: Quota, sentence: str) -> None:
    """A quota says its bounds and its facets in one sentence."""
    assert quota.sentence() == sentence


@given(small_quotas(most=3))
def test_facets_are_those_that_are_set(quota: Quota) -> None:
    """The facets of a quota are the fields that hold something, and make the same quota again."""
    facets: dict[str, Any] = dict(quota.facets())
    names = ("kind", "stage", "goal", "competency", "tag", "language", "difficulty")
    assert facets == {name: held for name in names if (held := getattr(quota, name)) is not None}
    assert Quota(at_least=quota.at_least, at_most=quota.at_most, **facets) == quota


@given(small_quotas(most=3), small_questions())
def test_a_question_counts_if_it_fits_every_facet(quota: Quota, questions: list[Question]) -> None:
    """A quota counts the questions that hold what each of its facets asks for."""
    for each in questions:
        assert quota.counts(each) == counts_by_hand(quota, each)


def test_counting_tells_questions_apart() -> None:
    """One facet that does not fit is enough for a question not to count."""
    quota = Quota(kind="past", language="en", difficulty=(2, 3), at_least=1)
    fitting = question("Q1", kind="past", difficulty=3, text=Text.of(id="Apa?", en="What?"))
    assert quota.counts(fitting)
    for other in ({"kind": "technical"}, {"difficulty": 4}, {"text": Text.of(id="Apa?")}):
        assert not quota.counts(evolve(fitting, **other))


@pytest.mark.parametrize(
    ("asked", "fits"),
    [
        ({"role": "sales"}, True),
        ({"role": "admin"}, False),
        ({"role": ["admin", "sales"]}, True),
        ({}, True),
        ({"role": "admin", "include": ["Q1"]}, True),
        ({"role": "sales", "exclude": ["Q1"]}, False),
    ],
    ids=str,
)
def test_questions_fit(asked: dict[str, Any], fits: bool) -> None:  # noqa: FBT001 - expectation
    """A question fits by role, or if it must be in, but never if excluded."""
    assert Blueprint(length=1, **asked).fits(question("Q1", roles=["sales"])) == fits


def test_questions_for_every_role_fit() -> None:
    """A question without roles fits any blueprint that does not exclude it."""
    assert Blueprint(role="admin", length=1).fits(question("Q1"))
    assert not Blueprint(role="admin", length=1, exclude=["Q1"]).fits(question("Q1"))


@given(small_questions(), small_blueprints())
def test_fitting_agrees_with_trial(questions: list[Question], blueprint: Blueprint) -> None:
    """What fits is what a reading of the definition says."""
    fitting = [each for each in questions if blueprint.fits(each)]
    assert fitting == fitting_by_hand(questions, blueprint)


@given(blueprints() | small_blueprints())
def test_blueprints_travel_as_json(blueprint: Blueprint) -> None:
    """A blueprint written as JSON text and read back is the same."""
    written = json.loads(json.dumps(document(blueprint)))
    assert written == document(blueprint)
    assert structure(written, Blueprint) == blueprint


def test_documents_leave_out_what_is_not_set() -> None:
    """The document of a blueprint holds what was asked for and no more."""
    assert document(FULL) == {
        "role": ["sales"],
        "length": [6, 6],
        "minutes": [20, 30],
        "quotas": [
            {"kind": "past", "at_least": 2},
            {"difficulty": [4, 5], "at_most": 1},
        ],
    }
    assert document(Blueprint(length=3)) == {"length": [3, 3]}


@pytest.mark.parametrize(
    ("plain", "paths"),
    [
        ({}, ["$"]),
        ({"length": 0, "roel": "sales"}, ["$.length", "$.roel"]),
        ({"length": [3, 3], "quotas": [{"kind": "pasts", "at_least": 1}]}, ["$.quotas[0].kind"]),
        ({"length": [3, 3], "quotas": [{"kind": "past"}]}, ["$.quotas[0]"]),
        ({"length": [3, 3], "minutes": [30, 20]}, ["$.minutes"]),
        ({"length": [3, 3], "order": "random"}, ["$.order"]),
        ({"length": [3, 3], "include": ["no id"]}, ["$.include[0]"]),
    ],
    ids=str,
)
def test_unsound_documents_are_refused(plain: dict[str, Any], paths: list[str]) -> None:
    """A document that breaks a rule of blueprints is refused with the place of each fault."""
    with pytest.raises(DocumentError) as caught:
        structure(plain, Blueprint)
    assert sorted({problem.path for problem in caught.value.problems}) == paths
