"""Responses to closed items: one shape for each form, and everything else is refused."""

from collections.abc import Callable, Collection, Mapping, Sequence, Set as AbstractSet, Sized
from typing import Any, Final, cast

from interview_kit.errors import InvalidValueError
from interview_kit.model import Estimate, ItemForm, Option, QuizItem

__all__ = ["Given", "Response", "given_of"]

#: What a candidate gave: the id of an option; ids of options in any order; the ids of all options
#: in the order given; the ids of targets in the order of the options, or a mapping of options to
#: targets; a number; nothing.
Response = str | float | Collection[str] | Mapping[str, str] | None

#: A response of any form as a tuple: the ids, or the one number.
Given = tuple[Any, ...]

#: What fits each form, before the ids that may be named.
SHAPES: Final[dict[ItemForm, str]] = {
    "one_of": "the id of one option",
    "several_of": "ids of options, each once",
    "true_false": "the id of one option",
    "ordering": "the ids of all options in an order, each once",
    "matching": "the id of a target for each option, each target once",
}


def given_of(item: QuizItem, response: Response) -> Given | None:
    """Read a response.

    Args:
        item: what was asked.
        response: what the candidate gave, in the shape of the item's form.

    Returns:
        The ids, those of targets in the order of the options; or the one number; `None` if the item
        was not answered.

    Raises:
        InvalidValueError: if it has another shape, or names what is not there. The error tells what
            is allowed, and nothing of what the candidate gave.
    """
    if response is None:
        return None
    given = READERS[item.form](item, response)
    if given is None:
        raise InvalidValueError("response", _kind(response), _allowed(item))
    return given


def _kind(response: object) -> str:
    """Name the kind of a response, whose content is the candidate's own."""
    count = f" of {len(response)}" if isinstance(response, Sized) else ""
    return f"a {type(response).__name__}{count} that does not fit"


def _allowed(item: QuizItem) -> str:
    if item.estimate:
        return f"a number from {item.estimate.lowest} to {item.estimate.highest}"
    known = ", ".join(repr(str(each)) for each in _ids(item.targets or item.options))
    return f"{SHAPES[item.form]}: {known}"


def _ids(options: Sequence[Option]) -> tuple[str, ...]:
    return tuple(each.id for each in options)


def _distinct(members: Collection[object], known: Sequence[str]) -> Given | None:
    """Take ids that are known, each once."""
    given = tuple(members)
    fits = all(type(each) is str and each in known for each in given)
    return given if fits and len({*given}) == len(given) else None


def _one(item: QuizItem, response: object) -> Given | None:
    return _distinct((response,), _ids(item.options))


def _several(item: QuizItem, response: object) -> Given | None:
    is_collection = isinstance(response, Sequence | AbstractSet) and not isinstance(response, str)
    members = cast("Collection[object]", response)
    return _distinct(members, _ids(item.options)) if is_collection else None


def _all_of(response: object, known: Sequence[str], count: int) -> Given | None:
    if not isinstance(response, Sequence) or isinstance(response, str):
        return None
    given = _distinct(cast("Collection[object]", response), known)
    return given if given and len(given) == count else None


def _order(item: QuizItem, response: object) -> Given | None:
    return _all_of(response, _ids(item.options), len(item.options))


def _targets(item: QuizItem, response: object) -> Given | None:
    ids = _ids(item.options)
    if isinstance(response, Mapping):
        matched = cast("Mapping[object, object]", response)
        response = [matched[each] for each in ids] if {*matched} == {*ids} else None
    return _all_of(response, _ids(item.targets), len(ids))


def _number(item: QuizItem, response: Any) -> Given | None:
    bounds = cast("Estimate", item.estimate)
    is_number = type(response) is int or type(response) is float
    return (response,) if is_number and bounds.lowest <= response <= bounds.highest else None


#: What reads the responses to each form; `None` is what does not fit.
READERS: Final[dict[ItemForm, Callable[[QuizItem, object], Given | None]]] = {
    "one_of": _one,
    "several_of": _several,
    "true_false": _one,
    "ordering": _order,
    "matching": _targets,
    "numeric": _number,
}
