"""What all values share: frozen, compared and shown by their fields."""

import importlib
import math
import pkgutil
from typing import Any, get_args, get_origin

import attrs
import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import Phase, given, settings, strategies as st

from interview_kit import InvalidValueError, model, quiz
from interview_kit.model import (
    Contents,
    Dont,
    KeyPoint,
    Probe,
    Question,
    Rating,
    Terms,
    Text,
    Tip,
    Value,
)
from interview_kit.model.values import fields_of, is_tuple, is_value_class
from strategies import STRATEGIES, values

every_class = pytest.mark.parametrize("noun", STRATEGIES, ids=lambda noun: noun.__name__)


def value_classes() -> set[type[Value]]:
    """Find every class of values that `model` and its modules define."""
    names = [each.name for each in pkgutil.iter_modules(model.__path__)]
    modules = [importlib.import_module(f"interview_kit.model.{name}") for name in names]
    found = [each for module in modules for each in vars(module).values()]
    return {each for each in found if is_value_class(each)}


def as_given(held: object) -> object:
    """Give what a caller may write instead of a text, or of a tuple."""
    if isinstance(held, Text | Terms):
        return dict(held.entries)
    if isinstance(held, tuple):
        return [as_given(each) if isinstance(each, Text) else each for each in held]
    return held


def strangers(kind: Any) -> list[object]:
    """Give some values that do not belong into a field of a type."""
    wrong: list[object] = [object(), b"text"]
    wrong += [] if type(None) in get_args(kind) else [None]
    wrong += [] if kind is str else [""]
    wrong += ["text", [object()], [None]] if get_origin(kind) is tuple else [{"no tag": 5}]
    by_type = {str: [5], int: [True, 1.5, "1"], bool: [1, "yes"], float: [True, "1", math.nan]}
    return wrong + [each for own in (kind, *get_args(kind)) for each in by_type.get(own, [])]


#: What else some fields take: a blueprint takes one role for a list of one, and `None` for any.
WELCOME: dict[tuple[type[Value], str], list[object]] = {(quiz.Blueprint, "role"): [None, "text"]}

FIELDS = [
    pytest.param(noun, each, id=f"{noun.__name__}.{each.name}")
    for noun in STRATEGIES
    for each in attrs.fields(noun)
]


def test_the_strategies_know_every_class() -> None:
    """There is a strategy for every class of values; contents have one of their own."""
    assert value_classes() | {quiz.Quota, quiz.Blueprint} == {*STRATEGIES, Contents}


@every_class
def test_a_class_is_final_and_has_keyword_only_fields(noun: type[Value]) -> None:
    """No class of values is made to be inherited from, nor filled by position."""
    assert noun.__final__
    assert all(each.kw_only for each in attrs.fields(noun))


@every_class
@settings(max_examples=2)
@given(data=st.data())
def test_a_value_cannot_be_changed(noun: type[Value], data: st.DataObject) -> None:
    """Fields are frozen, and there is no room for others."""
    value = data.draw(STRATEGIES[noun])
    for each in attrs.fields(noun):
        with pytest.raises(FrozenInstanceError):
            setattr(value, each.name, getattr(value, each.name))
    assert not hasattr(value, "__dict__")


@every_class
@settings(max_examples=5)
@given(data=st.data())
def test_values_are_equal_exactly_if_all_fields_are(noun: type[Value], data: st.DataObject) -> None:
    """Equality, and the hash with it, is that of class and fields."""
    one, other = data.draw(STRATEGIES[noun]), data.draw(STRATEGIES[noun])
    same_fields = [held for _, held in fields_of(one)] == [held for _, held in fields_of(other)]
    assert same_fields == (one == other)
    assert same_fields != (one != other)
    assert hash(one) == hash(attrs.evolve(one))
    assert len({one, other, attrs.evolve(other)}) == (1 if same_fields else 2)


@settings(max_examples=50)
@given(values(), values())
def test_values_of_two_classes_differ(one: Value, other: Value) -> None:
    """No value equals one of another class."""
    assert (one == other) <= (type(one) is type(other))


def test_equal_fields_of_two_classes_do_not_make_values_equal() -> None:
    """A tip is no don't, whatever it says."""
    said: dict[str, Any] = {
        "id": "late",
        "phase": "before",
        "text": {"en": "a"},
        "why": {"en": "b"},
    }
    assert Tip(**said) == Tip(**said)
    assert Tip(**said) != Dont(**said)
    assert hash(Tip(**said)) != hash(Dont(**said))


@settings(max_examples=50)
@given(values())
def test_values_equal_nothing_else(value: Value) -> None:
    """A value does not equal the tuple of its fields, and leaves the question to the other side."""
    held = tuple(held for _, held in fields_of(value))
    assert value != held
    assert value.__eq__(held) is NotImplemented


@every_class
@settings(max_examples=5)
@given(data=st.data())
def test_repr_is_code(noun: type[Value], data: st.DataObject) -> None:
    """The repr of a value, evaluated, is the value again."""
    value = data.draw(STRATEGIES[noun])
    names = {each.__name__: each for each in STRATEGIES}
    assert value == eval(repr(value), names)  # noqa: S307 - our own text


TEXT = Text.of(en="What came of it?")
SHOWN = "Text(entries=(('en', 'What came of it?'),))"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (TEXT, SHOWN),
        (Probe(text=TEXT, part="result"), f"Probe(part='result', text={SHOWN})"),
        (Rating(level=2, criterion="own_steps"), "Rating(criterion='own_steps', level=2)"),
        (KeyPoint(id="lock", text=TEXT), f"KeyPoint(id='lock', text={SHOWN})"),
        (Terms(), "Terms()"),
    ],
)
def test_repr_leaves_out_defaults(value: Value, shown: str) -> None:
    """The repr shows what was said, in declared order, and nothing that has its default."""
    assert shown == repr(value)


@settings(max_examples=50)
@given(values())
def test_fields_come_in_declared_order(value: Value) -> None:
    """`fields_of` gives every field with what the value holds there, in declared order."""
    expected = [(each, getattr(value, each.name)) for each in attrs.fields(type(value))]
    assert expected == list(fields_of(value))


@every_class
@settings(max_examples=2)
@given(data=st.data())
def test_what_has_no_default_must_be_given(noun: type[Value], data: st.DataObject) -> None:
    """A value is made of its fields again, and not without one that has no default."""
    value = data.draw(STRATEGIES[noun])
    held = {each.name: inner for each, inner in fields_of(value)}
    for each in attrs.fields(noun):
        rest = {name: inner for name, inner in held.items() if name != each.name}
        if each.default is attrs.NOTHING:
            with pytest.raises(TypeError, match=each.name):
                noun(**rest)
    assert value == noun(**held)


@every_class
@settings(max_examples=4)
@given(data=st.data())
def test_mappings_stand_for_texts_and_lists_for_tuples(
    noun: type[Value], data: st.DataObject
) -> None:
    """Plain mappings and lists make the same value as texts and tuples do."""
    value = data.draw(STRATEGIES[noun])
    said = {each.name: held for each, held in fields_of(value)}
    by_language = isinstance(value, Text | Terms)
    again = noun(**{n: dict(h) if by_language else as_given(h) for n, h in said.items()})
    assert value == again
    assert hash(value) == hash(again)


@pytest.mark.parametrize(("noun", "attribute"), FIELDS)
@settings(max_examples=1, phases=[Phase.generate])
@given(data=st.data())
def test_every_field_refuses_strangers(
    noun: type[Value], attribute: "attrs.Attribute[Any]", data: st.DataObject
) -> None:
    """No field takes a value of another type, so that every value can be written and read."""
    held = {each.name: value for each, value in fields_of(data.draw(STRATEGIES[noun]))}
    welcome = WELCOME.get((noun, attribute.name), [])
    for wrong in (each for each in strangers(attribute.type) if each not in welcome):
        with pytest.raises(InvalidValueError):
            noun(**{**held, attribute.name: wrong})


@pytest.mark.parametrize("change", [{"difficulty": 0}, {"kind": "pasta"}, {"stages": []}])
def test_a_changed_copy_is_checked(change: dict[str, Any]) -> None:
    """`attrs.evolve` makes no invalid value."""
    text = Text.of(id="Mengapa?")
    question = Question(
        id="Q1",
        text=text,
        kind="past",
        stages=["user"],
        competencies=["closing"],
        difficulty=3,
        minutes=5,
    )
    assert attrs.evolve(question, minutes=6).minutes == 6
    with pytest.raises(InvalidValueError):
        attrs.evolve(question, **change)


@pytest.mark.parametrize(("held", "expected"), [((), True), ((1,), True), ([], False), ("", False)])
def test_a_field_may_hold_several_things(held: object, expected: bool) -> None:  # noqa: FBT001
    """Only a tuple holds several things."""
    assert expected == is_tuple(held)


@pytest.mark.parametrize("other", [Value, int, None, tuple[Text, ...], Text | None, "Text"])
def test_a_class_of_values_is_told_apart(other: object) -> None:
    """A class of values is one; its base, other types, unions and names are none."""
    assert is_value_class(KeyPoint)
    assert not is_value_class(other)
