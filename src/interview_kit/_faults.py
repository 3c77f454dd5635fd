"""What is wrong with a document, while it is on its way to becoming a problem with a place."""

from collections.abc import Mapping
from typing import Final, NamedTuple, cast

from interview_kit._strict_json import Path
from interview_kit.model.checks import shown

__all__ = ["TYPE_NAMES", "Fault", "Faults", "discreet", "named", "wrong_type"]

#: What a document calls the types that Python calls otherwise.
TYPE_NAMES: Final[Mapping[type, str]] = {
    dict: "an object",
    list: "a list",
    str: "a string",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    type(None): "null",
}
#: How a message begins that shows a string which was found.
A_STRING: Final = f"found {TYPE_NAMES[str]}"


class Fault(NamedTuple):
    """One thing wrong at one place of a document: path, broken rule, what was found, what to do."""

    path: Path
    rule: str
    message: str
    hint: str = ""

    def under(self, *path: str | int) -> "Fault":
        """Give the same fault as seen from further up.

        Args:
            *path: keys and indexes that lead here from there.
        """
        return self._replace(path=(*path, *self.path))


class Faults(Exception):  # noqa: N818 - a signal between hooks; users see DocumentError or PackError
    """Everything wrong below one place; each level adds its own key while it travels up."""

    def __init__(self, *found: Fault) -> None:
        super().__init__(*found)
        self.found = found


def wrong_type(plain: object, allowed: str, hint: str = "") -> Faults:
    """Say that a document holds something of another type than is allowed."""
    return Faults(Fault((), "wrong-type", f"found {named(plain)}, allowed is {allowed}", hint))


def discreet(fault: Fault) -> Fault:
    """Leave out what was found, where a field may hold what a candidate said.

    Args:
        fault: something of a wrong type in a field that does not show in the repr of its value.

    Returns:
        The fault with the type of what was found alone.
    """
    found, between, allowed = fault.message.rpartition(", allowed is ")
    is_string = fault.rule == "wrong-type" and found.startswith(A_STRING)
    return fault._replace(message=f"{A_STRING}{between}{allowed}") if is_string else fault


def named(plain: object) -> str:
    """Name what a document holds in the words of JSON, such as `a string 'abc'` or `null`."""
    kind: type = type(plain)
    if kind is bool or plain is None:
        return {True: "true", False: "false", None: "null"}[cast("bool | None", plain)]
    name = TYPE_NAMES.get(kind, kind.__name__)
    return f"{name} {shown(plain)}" if isinstance(plain, str | int | float) else name
