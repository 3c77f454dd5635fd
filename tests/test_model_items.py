"""Closed items: which are valid, form by form."""

from typing import Any

import pytest
from attrs import evolve

from interview_kit import InvalidValueError
from interview_kit.model import ITEM_FORMS, Estimate, Option, QuizItem

SAID = {"id": "Benar.", "en": "True."}


def options(*names: str) -> list[Option]:
    """Options that say their ids."""
    return [Option(id=name, text={"id": name, "en": name}, rationale=SAID) for name in names]


STEM: dict[str, Any] = {
    "id": "stage_next_hr",
    "text": {"id": "Tahap apa setelah interview HRD?", "en": "What follows the HR interview?"},
    "explanation": SAID,
    "template": "stage_next",
    "family": "stages",
    "topic": "stages",
    "difficulty": 1,
}
VALID: dict[str, dict[str, Any]] = {
    "one_of": {"options": options("user", "board", "offer"), "key": ["user"]},
    "several_of": {"options": options("user", "board", "offer"), "key": ["user", "board"]},
    "true_false": {"options": options("true", "false"), "key": ["false"]},
    "ordering": {"options": options("user", "board", "offer"), "key": ["offer", "user", "board"]},
    "matching": {
        "options": options("a", "b"),
        "targets": options("x", "y", "z"),
        "key": ["z", "x"],
    },
    "numeric": {"estimate": Estimate(value=3, lowest=1, highest=5)},
}


def item(form: str, **change: Any) -> QuizItem:
    """Make the valid item of a form, with a change."""
    return QuizItem(**{**STEM, "form": form, **VALID[form], **change})


def test_the_forms_are_those_of_the_design() -> None:
    """Forms are what quotas and stored documents may name, and each can be made."""
    assert set(ITEM_FORMS) == set(VALID)
    assert [item(form).form for form in ITEM_FORMS] == list(ITEM_FORMS)


def test_what_is_left_out_is_empty() -> None:
    """An item is for every role and takes a minute unless it says otherwise."""
    found = item("one_of")
    assert (found.roles, found.elements, found.tags, found.passage) == ((), (), (), None)
    assert found.minutes == 1


def test_options_are_found_by_id() -> None:
    """An option is found by its id, and none by that of another item."""
    found = item("one_of")
    assert found.option("user") == found.options[0]
    assert found.option("screening") is None


@pytest.mark.parametrize(
    ("form", "change", "where"),
    [
        ("one_of", {"key": []}, "QuizItem.key"),
        ("one_of", {"key": ["user", "board"]}, "QuizItem.key"),
        ("one_of", {"key": ["screening"]}, "QuizItem.key"),
        ("one_of", {"options": options("user"), "key": ["user"]}, "QuizItem.options"),
        ("several_of", {"key": ["user", "board", "offer"]}, "QuizItem.key"),
        ("several_of", {"key": ["user", "user"]}, "QuizItem.key"),
        ("true_false", {"options": options("yes", "no"), "key": ["yes"]}, "QuizItem.key"),
        ("ordering", {"key": ["offer", "user"]}, "QuizItem.key"),
        ("ordering", {"options": options("a", "b"), "key": ["a", "b"]}, "QuizItem.options"),
        ("matching", {"key": ["z"]}, "QuizItem.key"),
        ("matching", {"key": ["z", "z"]}, "QuizItem.key"),
        ("matching", {"targets": []}, "QuizItem.targets"),
        ("one_of", {"targets": options("x")}, "QuizItem.targets"),
        ("one_of", {"estimate": Estimate(value=3, lowest=1, highest=5)}, "QuizItem.estimate"),
        ("numeric", {"estimate": None}, "QuizItem.estimate"),
        ("numeric", {"options": options("a", "b")}, "QuizItem.options"),
        ("numeric", {"key": ["a"]}, "QuizItem.key"),
        ("one_of", {"difficulty": 6}, "QuizItem.difficulty"),
        ("one_of", {"options": options("user", "user"), "key": ["user"]}, "QuizItem.options"),
    ],
)
def test_what_does_not_fit_its_form_is_refused(
    form: str, change: dict[str, Any], where: str
) -> None:
    """Options, targets, key and number are those of the form, and the error names the field."""
    with pytest.raises(InvalidValueError) as raised:
        item(form, **change)
    assert raised.value.where == where


def test_an_unknown_form_is_refused() -> None:
    """There are six forms and no others."""
    with pytest.raises(InvalidValueError) as raised:
        QuizItem(**STEM, form="essay")
    assert raised.value.where == "QuizItem.form"


def test_every_text_speaks_the_languages_of_the_stem() -> None:
    """An explanation, a passage or an option that lacks a language of the stem is refused."""
    for change in ({"explanation": {"id": "Benar."}}, {"passage": {"en": "Read this."}}):
        with pytest.raises(InvalidValueError, match="the languages of the stem, id, en"):
            item("one_of", **change)
    with pytest.raises(InvalidValueError, match="without 'en'"):
        item(
            "one_of", options=[*options("user", "board"), evolve(options("x")[0], text={"id": "x"})]
        )


def test_options_that_look_alike_are_refused() -> None:
    """Two options, or two targets, must not say the same in a language."""
    twin = Option(id="twin", text={"id": "user", "en": "the user"}, rationale=SAID)
    with pytest.raises(InvalidValueError, match="two that say the same in 'id'"):
        item("one_of", options=[*options("user", "board"), twin])
    with pytest.raises(InvalidValueError, match="two that say the same in 'id'"):
        item("matching", targets=[*options("x", "z", "user"), twin])


@pytest.mark.parametrize(("lowest", "value", "highest"), [(1, 0, 5), (1, 6, 5), (5, 5, 5)])
def test_an_estimate_lies_within_its_bounds(lowest: int, value: int, highest: int) -> None:
    """The right number is one that can be given, and there is another."""
    with pytest.raises(InvalidValueError) as raised:
        Estimate(lowest=lowest, value=value, highest=highest)
    assert raised.value.where == "Estimate"
