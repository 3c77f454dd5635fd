"""A value as a key by itself: comparing all that it holds would cost more than it saves."""

from typing import Generic, TypeVar, cast

__all__ = ["Same"]

H = TypeVar("H")


class Same(Generic[H]):
    """Stands for one object in a table of what was made of it; equal to itself only.

    It keeps the object, so that no other can get its place in memory meanwhile.
    """

    __slots__ = ("held",)

    def __init__(self, held: H) -> None:
        self.held: H = held

    def __hash__(self) -> int:
        return id(self.held)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self.held is cast("Same[H]", other).held
