"""How a quiz was drawn, and what has changed since: the receipt and its verification."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, Literal, final

from attrs import field, frozen

from interview_kit.bank import Bank
from interview_kit.errors import InvalidValueError, UnknownIdError
from interview_kit.model import (
    Id,
    Question,
    Value,
    content_hash,
    structure_hash,
    to_id,
    to_ids,
)
from interview_kit.model.checks import (
    as_tuple,
    clean_text,
    instances_of,
    one_of,
    or_blank,
    place_of,
    plain_text,
    shown,
)
from interview_kit.quiz._blueprint import Blueprint
from interview_kit.quiz._stream import Seed

__all__ = [
    "ALGORITHM",
    "CHANGES",
    "POOL_LISTED",
    "Change",
    "Drawn",
    "Pooled",
    "Receipt",
    "Verification",
    "changes_since",
    "seed_of",
    "seed_text",
]

#: Names what is drawn from equal inputs; it changes whenever an equal seed gives another quiz.
ALGORITHM: Final = "table-2"
#: Largest pool that a receipt lists question by question, so that an edit can be named later;
#: such a receipt takes 30 bytes for each.
POOL_LISTED: Final = 1_000
#: Digits of a listed question's structure hash: two structures look alike once in 4 billion.
SHORT_HASH: Final = 8

ChangeKind = Literal["removed", "reworded", "retagged", "added", "rubric", "algorithm", "history"]
CHANGES: Final[tuple[ChangeKind, ...]] = (
    "removed",
    "reworded",
    "retagged",
    "added",
    "rubric",
    "algorithm",
    "history",
)


SeedType = Literal["int", "str", "rank"]
SEED_TYPES: Final[tuple[SeedType, ...]] = ("int", "str", "rank")

HASH: Final = re.compile(r"[0-9a-f]{32}")
NUMBER: Final = re.compile(r"-?0x[0-9a-f]+")


def _check_hash(instance: object, attribute: Any, value: Any) -> None:
    if type(value) is not str or HASH.fullmatch(value) is None:
        place = place_of(instance, attribute)
        raise InvalidValueError(place, shown(value), "32 hexadecimal digits")


def _check_blueprint(instance: object, attribute: Any, value: Any) -> None:
    if type(value) is not Blueprint:
        raise InvalidValueError(place_of(instance, attribute), shown(value), "a Blueprint")


@final
@frozen(kw_only=True, eq=False, repr=False)
class Drawn(Value):
    """A question of a quiz as it was when drawn.

    Attributes:
        id: its id.
        content_hash: hash of all it said, 32 hexadecimal digits.
        structure_hash: hash of its structure without the wording, 32 hexadecimal digits.
        rubric_hash: structure hash of the rubric for its answers, 32 hexadecimal digits.
    """

    id: Id = field(converter=to_id)
    content_hash: str = field(validator=_check_hash)
    structure_hash: str = field(validator=_check_hash)
    rubric_hash: str = field(validator=_check_hash)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Pooled(Value):
    """A question that could have been drawn.

    Attributes:
        id: its id.
        structure: the beginning of its structure hash, 8 hexadecimal digits.
    """

    id: Id = field(converter=to_id)
    structure: str


@final
@frozen(kw_only=True, eq=False, repr=False)
class Receipt(Value):
    """All that is needed to draw a quiz again and to tell what has changed since.

    Attributes:
        blueprint: what was asked for.
        seed: the seed; whole numbers in hexadecimal, such as `0x7ea`.
        seed_type: `int`, `str`, or `rank` for a quiz that `nth` gave; 1 and "1" are different.
        algorithm: what drew it, such as `table-2`.
        questions: the questions in their order.
        recycled: those of them that the history had seen before.
        history_hash: hash of the history, 32 hexadecimal digits; empty if there was none.
        pool: what could have been drawn, sorted by id; none where it is more than 1,000.
    """

    blueprint: Blueprint = field(validator=_check_blueprint)
    seed: str = field(validator=plain_text)
    seed_type: SeedType = field(validator=one_of(SEED_TYPES))
    algorithm: str = field(validator=clean_text)
    questions: tuple[Drawn, ...] = field(converter=as_tuple, validator=instances_of(Drawn))
    recycled: tuple[Id, ...] = field(default=(), converter=to_ids)
    history_hash: str = field(default="", validator=or_blank(_check_hash))
    pool: tuple[Pooled, ...] = field(default=(), converter=as_tuple, validator=instances_of(Pooled))

    def __attrs_post_init__(self) -> None:
        is_number = NUMBER.fullmatch(self.seed) is not None
        is_negative_rank = self.seed_type == "rank" and self.seed.startswith("-")
        if self.seed_type != "str" and (not is_number or is_negative_rank):
            allowed = "a number in hexadecimal such as 0x7ea"
            raise InvalidValueError("Receipt.seed", shown(self.seed), allowed)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Change(Value):
    """One thing that differs from when a quiz was drawn.

    Attributes:
        kind: what happened: `removed`, `reworded` (same structure), `retagged` (roles, kind,
            difficulty, minutes or the like), `added`, `rubric` (its rubric's structure changed),
            `algorithm` (the library draws otherwise now) or `history` (it was drawn with another).
        id: the question, the algorithm of the receipt, or the hash of its history.
        in_quiz: whether it concerns a question of the quiz.
    """

    kind: ChangeKind = field(validator=one_of(CHANGES))
    id: str
    in_quiz: bool


@final
@frozen(kw_only=True, eq=False, repr=False)
class Verification(Value):
    """What drawing again would give.

    Attributes:
        same: whether the same questions come in the same order, and none of them changed.
        changes: what differs, those of the quiz's own questions first.
        drawn_again: the ids that are drawn now; none if no quiz fits any more.
    """

    same: bool
    changes: tuple[Change, ...] = field(converter=as_tuple, validator=instances_of(Change))
    drawn_again: tuple[Id, ...] = field(default=(), converter=to_ids)


def seed_text(seed: Seed) -> str:
    """Write a seed for a receipt; whole numbers in hexadecimal, which has no limit of digits."""
    return seed if isinstance(seed, str) else f"{seed:#x}"


def seed_of(receipt: Receipt) -> Seed:
    """Read the seed of a receipt."""
    return receipt.seed if receipt.seed_type == "str" else int(receipt.seed, 16)


def drawn(bank: Bank, question: Question) -> Drawn:
    """Record a question as it is now."""
    return Drawn(
        id=question.id,
        content_hash=content_hash(question),
        structure_hash=structure_hash(question),
        rubric_hash=structure_hash(bank.rubric_for(question)),
    )


def pooled(pool: Mapping[str, Question]) -> tuple[Pooled, ...]:
    """Record what could be drawn, if it is not too much to be listed."""
    if len(pool) > POOL_LISTED:
        return ()
    return tuple(
        Pooled(id=id, structure=structure_hash(pool[id])[:SHORT_HASH]) for id in sorted(pool)
    )


def changes_since(
    receipt: Receipt, bank: Bank, pool: Mapping[str, Question], history_hash: str
) -> tuple[Change, ...]:
    """Compare a bank with what a receipt remembers.

    Args:
        receipt: how a quiz was drawn.
        bank: the bank as it is now.
        pool: what could be drawn now.
        history_hash: hash of the history now; empty if there is none.

    Returns:
        What differs, the quiz's own questions first.
    """
    found = list(_changed_in_quiz(receipt, bank))
    own = {each.id for each in receipt.questions}
    if receipt.pool:
        before: dict[str, str] = {each.id: each.structure for each in receipt.pool}
        now: dict[str, str] = {each.id: each.structure for each in pooled(pool)}
        there = frozenset(bank.ids_of("questions"))
        for id in sorted(before.keys() | now.keys()):
            kind = _pool_change(id, before, now, there)
            if kind and id not in own:
                found.append(Change(kind=kind, id=id, in_quiz=False))
    if receipt.algorithm != ALGORITHM:
        found.append(Change(kind="algorithm", id=receipt.algorithm, in_quiz=False))
    if receipt.history_hash != history_hash:
        found.append(Change(kind="history", id=receipt.history_hash, in_quiz=False))
    return tuple(found)


def _changed_in_quiz(receipt: Receipt, bank: Bank) -> Iterator[Change]:
    for before in receipt.questions:
        try:
            question = bank.get(Question, before.id)
        except UnknownIdError:
            yield Change(kind="removed", id=before.id, in_quiz=True)
            continue
        if structure_hash(question) != before.structure_hash:
            yield Change(kind="retagged", id=before.id, in_quiz=True)
        elif content_hash(question) != before.content_hash:
            yield Change(kind="reworded", id=before.id, in_quiz=True)
        if _rubric_hash(bank, question) != before.rubric_hash:
            yield Change(kind="rubric", id=before.id, in_quiz=True)


def _rubric_hash(bank: Bank, question: Question) -> str:
    try:
        return structure_hash(bank.rubric_for(question))
    except UnknownIdError:
        return ""


def _pool_change(
    id: str, before: Mapping[str, str], now: Mapping[str, str], there: frozenset[str]
) -> ChangeKind | None:
    if id not in now:
        return "retagged" if id in there else "removed"
    if id not in before:
        return "added"
    return "retagged" if now[id] != before[id] else None
