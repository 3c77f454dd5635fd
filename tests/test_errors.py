"""Every error: its fields, its one sentence, its ancestry, and that it is a value."""

from collections.abc import Callable

import pytest
from attrs import fields
from attrs.exceptions import FrozenInstanceError

from interview_kit import errors
from interview_kit.errors import (
    BlueprintError,
    ConflictError,
    DocumentError,
    InfeasibleError,
    InterviewKitError,
    InvalidValueError,
    MissingLanguageError,
    PackError,
    PluginError,
    Problem,
    ScorerError,
    StepError,
    UnknownIdError,
    listed,
)
from strategies import copies

MISSING = Problem(file="roles/sales.json", line=7, column=3, rule="missing-key", message="no id")
WHOLE = Problem(file="", rule="missing-pack", message="acme is not loaded", hint="Load both.")
FILE = Problem(file="pack.json", path="$.name", rule="bad-id", message="found ''")

#: How each error is made, the built-in it also is, and what it says.
ERRORS: list[tuple[Callable[[], InterviewKitError], type[Exception], str]] = [
    (
        lambda: InvalidValueError("Question.difficulty", "9", "a whole number from 1 to 5"),
        ValueError,
        "Question.difficulty: found 9, allowed is a whole number from 1 to 5.",
    ),
    (
        lambda: InvalidValueError("id", "'a b'", "letters", "Write 'a_b'.", "bad-id"),
        ValueError,
        "id: found 'a b', allowed is letters. Write 'a_b'.",
    ),
    (
        lambda: UnknownIdError("Role", "salse", ("sales", "sale"), 5),
        KeyError,
        "no Role has the id 'salse'; did you mean 'sales', 'sale'?",
    ),
    (
        lambda: UnknownIdError("Role", "zzz", (), 5),
        KeyError,
        "no Role has the id 'zzz', nor one like it; there are 5",
    ),
    (
        lambda: MissingLanguageError("fr", ("en", "id")),
        LookupError,
        "nothing in 'fr'; available: 'en', 'id'. Pass one of these, or a fallback",
    ),
    (
        lambda: ConflictError("Question", "S01", ("acme: a.json", "core: b.json")),
        ValueError,
        (
            "Question 'S01' is defined differently in acme: a.json and in core: b.json; "
            "give one of them another id, or load only one of the packs"
        ),
    ),
    (
        lambda: PackError("acme", (MISSING,)),
        ValueError,
        "acme has 1 problem; nothing was loaded\n  roles/sales.json:7:3: $: no id [missing-key]",
    ),
    (
        lambda: PackError("acme", (WHOLE, FILE)),
        ValueError,
        (
            "acme has 2 problems; nothing was loaded\n"
            "  pack: $: acme is not loaded [missing-pack] Load both.\n"
            "  pack.json: $.name: found '' [bad-id]"
        ),
    ),
    (
        lambda: DocumentError("Role", (MISSING, FILE)),
        ValueError,
        "this document is not a Role\n  $: no id [missing-key]\n  $.name: found '' [bad-id]",
    ),
    (
        lambda: InfeasibleError("the bank has 3 questions"),
        ValueError,
        "the bank has 3 questions.",
    ),
    (
        lambda: InfeasibleError("the bank has 3 questions", "Ask for fewer."),
        ValueError,
        "the bank has 3 questions. Ask for fewer.",
    ),
    (
        lambda: BlueprintError(("quota 0", "minutes")),
        ValueError,
        (
            "these cross the others in too many ways: 'quota 0', 'minutes'. "
            "Use fewer or wider quotas"
        ),
    ),
    (
        lambda: ScorerError("acme", "a number", "a ScoreReport"),
        TypeError,
        "scorer 'acme': found a number, allowed is a ScoreReport.",
    ),
    (
        lambda: ScorerError("acme", "a number", "a ScoreReport", "Return one."),
        TypeError,
        "scorer 'acme': found a number, allowed is a ScoreReport. Return one.",
    ),
    (
        lambda: StepError("Session", "answered", "no question is open", "'shown'", "Show one."),
        ValueError,
        "Session: cannot be answered: no question is open; allowed is 'shown'. Show one.",
    ),
    (
        lambda: PluginError("interview_kit.packs", "acme", "is not installed"),
        LookupError,
        "interview_kit.packs: 'acme' is not installed; installed: none",
    ),
    (
        lambda: PluginError("interview_kit.packs", "acme", "is there twice", ("core", "it")),
        LookupError,
        "interview_kit.packs: 'acme' is there twice; installed: 'core', 'it'",
    ),
    (InterviewKitError, Exception, "interview_kit could not go on"),
]
CLASSES = sorted(
    (each for each in vars(errors).values() if type(each) is type and issubclass(each, Exception)),
    key=lambda each: each.__name__,
)
#: The errors that have fields.
WITH_FIELDS = [make for make, _, _ in ERRORS if make is not InterviewKitError]

every_error = pytest.mark.parametrize(("make", "base", "sentence"), ERRORS)
every_make = pytest.mark.parametrize("make", [make for make, _, _ in ERRORS])
every_make_with_fields = pytest.mark.parametrize("make", WITH_FIELDS)


def test_the_table_knows_every_error() -> None:
    """No error of the module is left out of these tests."""
    assert {type(make()) for make, _, _ in ERRORS} == set(CLASSES)


def test_all_public_names_are_listed() -> None:
    """`__all__` names the errors and `Problem`, sorted."""
    assert sorted([*(each.__name__ for each in CLASSES), "Problem"]) == errors.__all__


@every_error
def test_says_one_sentence(
    make: Callable[[], InterviewKitError], base: type[Exception], sentence: str
) -> None:
    """`sentence` and `str` say the same, made from the fields."""
    assert (sentence, sentence) == (make().sentence(), str(make()))


@every_error
def test_is_caught_as_the_root_and_as_its_built_in(
    make: Callable[[], InterviewKitError], base: type[Exception], sentence: str
) -> None:
    """Whoever catches the root or the built-in that fits catches the error."""
    for caught in (InterviewKitError, base):
        with pytest.raises(caught) as raised:
            raise make()
        assert raised.value == make()


@every_make
def test_equals_an_error_of_equal_fields(make: Callable[[], InterviewKitError]) -> None:
    """Two errors made alike are equal, hash alike, and are one member of a set."""
    assert make() == make()
    assert {make(), make()} == {make()}


@every_make_with_fields
def test_differs_in_every_field(make: Callable[[], InterviewKitError]) -> None:
    """An error with another value in any one field is not equal."""
    error = make()
    held = [getattr(error, each.name) for each in fields(type(error))]
    for index in range(len(held)):
        changed = [*held[:index], "something else", *held[index + 1 :]]
        assert type(error)(*changed) != error


def test_differs_from_another_class_with_equal_fields() -> None:
    """Errors of two classes are never equal, and no error equals another thing."""
    assert DocumentError("core", (FILE,)) != PackError("core", (FILE,))
    assert InfeasibleError("x") != "no quiz fits the blueprint: x."


@every_make
def test_survives_copying_and_pickling(make: Callable[[], InterviewKitError]) -> None:
    """An error comes back equal, of its class, and says the same, whatever carries it."""
    for copied in copies(make()):
        assert (copied, type(copied), str(copied)) == (make(), type(make()), str(make()))


@every_make_with_fields
def test_cannot_be_changed(make: Callable[[], InterviewKitError]) -> None:
    """The fields of an error are frozen."""
    error = make()
    with pytest.raises(FrozenInstanceError):
        setattr(error, fields(type(error))[0].name, "another")


@every_make
def test_takes_what_python_hangs_on_it(make: Callable[[], InterviewKitError]) -> None:
    """An error that was raised takes cause, traceback and notes, and equals itself still."""
    error, cause = make(), OSError("disk")
    with pytest.raises(type(error)) as raised:
        raise error from cause
    raised.value.add_note("seen in production")
    assert raised.value == make()
    assert (raised.value.__cause__, raised.value.__notes__) == (cause, ["seen in production"])


@every_make_with_fields
def test_repr_names_every_field(make: Callable[[], InterviewKitError]) -> None:
    """The repr of an error shows its class and every field with its value."""
    error = make()
    shown = ", ".join(f"{each.name}={getattr(error, each.name)!r}" for each in fields(type(error)))
    assert f"{type(error).__name__}({shown})" == repr(error)


def test_invalid_value_has_defaults() -> None:
    """Without hint and rule, the hint is empty and the rule is `invalid-value`."""
    error = InvalidValueError("Text", "[]", "one")
    assert (error.hint, error.rule) == ("", "invalid-value")


def test_a_problem_is_a_value() -> None:
    """A problem equals its copies and hashes like them."""
    for copied in copies(MISSING):
        assert (copied, hash(copied)) == (MISSING, hash(MISSING))
    assert MISSING != WHOLE


def test_a_problem_has_defaults() -> None:
    """A problem of which only file, rule and message are known is about the whole document."""
    problem = Problem(file="a.json", rule="too-large", message="big")
    assert (problem.line, problem.column, problem.path, problem.hint) == (0, 0, "$", "")


@pytest.mark.parametrize(
    ("names", "sentence"), [([], ""), (["a"], "'a'"), (("a", "b'c"), "'a', \"b'c\"")]
)
def test_listed_names_stand_in_quotes(names: list[str], sentence: str) -> None:
    """Names are joined by commas, each as Python quotes it."""
    assert sentence == listed(names)
