"""Counts of quizzes by length and minutes, packed into one Python integer each.

A plane holds, for each number of questions and each number of minutes, in how many ways both can be
reached: a polynomial in two variables. Every count has a slot of fixed width in one integer
(Kronecker packing), so that taking questions into account is a mask, a shift and a multiplication
of whole integers, which run in C whatever the number of slots.
"""

from typing import final

from attrs import field, frozen

__all__ = ["Planes"]


@final
@frozen(kw_only=True)
class Planes:
    """The shape that all planes of one table share.

    Attributes:
        questions: the most questions of a quiz.
        minutes: the most minutes of a quiz; 0 where time is not limited.
        slot_bytes: bytes of one count, enough for the number of all quizzes.
    """

    questions: int
    minutes: int
    slot_bytes: int
    _slot: int = field(init=False)
    _all: int = field(init=False)
    _kept: tuple[int, ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        bits = 8 * self.slot_bytes
        row = self.minutes + 1
        object.__setattr__(self, "_slot", (1 << bits) - 1)
        object.__setattr__(self, "_all", (1 << (bits * row * (self.questions + 1))) - 1)
        rows = self._all // ((1 << (bits * row)) - 1)
        kept = tuple(rows * ((1 << (bits * width)) - 1) for width in range(row, -1, -1))
        object.__setattr__(self, "_kept", kept)

    @property
    def size(self) -> int:
        """Bytes of one plane."""
        return (self.questions + 1) * (self.minutes + 1) * self.slot_bytes

    def position(self, questions: int, minutes: int) -> int:
        """Give the slot of so many questions and minutes, counted in bits."""
        return 8 * self.slot_bytes * (questions * (self.minutes + 1) + minutes)

    def one(self, questions: int, minutes: int) -> int:
        """Give the plane with a single way, for so many questions and minutes."""
        return 1 << self.position(questions, minutes)

    def moved(self, plane: int, questions: int, minutes: int) -> int:
        """Add questions and minutes to every way; those that then exceed the shape are dropped."""
        if minutes > self.minutes:
            return 0
        # Without the mask, ways that run out of minutes would count for one question more.
        kept = plane & self._kept[minutes] if minutes else plane
        return (kept << self.position(questions, minutes)) & self._all

    def to_bytes(self, plane: int) -> bytes:
        """Give a plane as bytes, for `in_bytes`."""
        return plane.to_bytes(self.size, "little")

    def in_bytes(self, plane: bytes, questions: int, minutes: int) -> int:
        """Give the number of ways for exactly so many questions and minutes."""
        start = self.slot_bytes * (questions * (self.minutes + 1) + minutes)
        return int.from_bytes(plane[start : start + self.slot_bytes], "little")

    def at(self, plane: int, questions: int, minutes: int) -> int:
        """Give the number of ways for exactly so many questions and minutes."""
        return (plane >> self.position(questions, minutes)) & self._slot
