"""How a quiz was drawn, and what has changed since: the receipt and its verification."""

import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from itertools import zip_longest
from typing import Any, Final, Literal, final, get_args

from attrs import evolve, field, frozen

from interview_kit.bank import Bank
from interview_kit.errors import InvalidValueError
from interview_kit.model import (
    Entry,
    Id,
    Rubric,
    Stage,
    Text,
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
from interview_kit.model.seeds import Seed
from interview_kit.model.values import fields_of, is_tuple
from interview_kit.quiz._blueprint import Blueprint
from interview_kit.quiz._classes import classes_of
from interview_kit.quiz._demand import Demand

__all__ = [
    "ALGORITHM",
    "CHANGES",
    "POOL_LISTED",
    "Change",
    "ChangeKind",
    "Drawn",
    "Pooled",
    "Receipt",
    "Verification",
    "drawn",
    "hash_of_pool",
    "hashes_of",
    "is_as_drawn",
    "pooled",
    "seed_of",
    "seed_text",
    "stages_in_order",
    "wording_hash",
]

#: Names what is drawn from equal inputs; it changes whenever an equal seed gives another quiz.
ALGORITHM: Final = "table-3"
#: Largest pool that a receipt lists question by question, so that an edit can be named later;
#: such a receipt takes 30 bytes for each.
POOL_LISTED: Final = 1_000
#: Digits of a listed question's structure hash: two structures look alike once in 4 billion.
SHORT_HASH: Final = 8

ChangeKind = Literal[
    "removed",
    "reworded",
    "retagged",
    "translated",
    "added",
    "pool",
    "rubric",
    "rubric_reworded",
    "stages",
    "algorithm",
    "history",
]
CHANGES: Final[tuple[ChangeKind, ...]] = get_args(ChangeKind)


SeedType = Literal["int", "str", "rank"]
SEED_TYPES: Final[tuple[SeedType, ...]] = ("int", "str", "rank")

HASH_BYTES: Final = 16
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
    """A question or item of a quiz as it was when drawn.

    Attributes:
        id: its id.
        content_hash: hash of all it said, 32 hexadecimal digits.
        wording_hash: hash of its texts alone, 32 hexadecimal digits.
        structure_hash: hash of its structure without the wording, 32 hexadecimal digits.
        rubric_hash: structure hash of the rubric for its answers, 32 hexadecimal digits; empty for
            items, which have none.
        rubric_content_hash: hash of all that rubric said, 32 hexadecimal digits; empty for items.
    """

    id: Id = field(converter=to_id)
    content_hash: str = field(validator=_check_hash)
    wording_hash: str = field(validator=_check_hash)
    structure_hash: str = field(validator=_check_hash)
    rubric_hash: str = field(default="", validator=or_blank(_check_hash))
    rubric_content_hash: str = field(default="", validator=or_blank(_check_hash))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Pooled(Value):
    """A question that could have been drawn.

    Attributes:
        id: its id.
        structure: the beginning of its structure hash, 8 hexadecimal digits.
        languages: the languages it was worded in, where a quota asks for one; else none.
    """

    id: Id = field(converter=to_id)
    structure: str
    languages: tuple[str, ...] = field(default=(), converter=as_tuple)


def _check_pool(instance: object, attribute: Any, value: Any) -> None:
    # A thousand questions in each receipt: looking at one after the other takes most of its time.
    if {*map(type, value)} - {Pooled}:
        instances_of(Pooled)(instance, attribute, value)


@final
@frozen(kw_only=True, eq=False, repr=False)
class Receipt(Value):
    """All that is needed to draw a quiz again and to tell what has changed since.

    Attributes:
        blueprint: what was asked for.
        seed: the seed; whole numbers in hexadecimal, such as `0x7ea`.
        seed_type: `int`, `str`, or `rank` for a quiz that `nth` gave; 1 and "1" are different.
        algorithm: what drew it, such as `table-3`.
        questions: the questions in their order.
        recycled: those of them that the history had seen before.
        history_hash: hash of the history, 32 hexadecimal digits; empty if there was none.
        pool: what could have been drawn, sorted by id; none where it is more than 1,000.
        pool_hash: where it is more, a hash of it, 32 hexadecimal digits.
        stages: the ids of the stages, first ones first, where the questions follow them.
    """

    blueprint: Blueprint = field(validator=_check_blueprint)
    seed: str = field(validator=plain_text)
    seed_type: SeedType = field(validator=one_of(SEED_TYPES))
    algorithm: str = field(validator=clean_text)
    questions: tuple[Drawn, ...] = field(converter=as_tuple, validator=instances_of(Drawn))
    recycled: tuple[Id, ...] = field(default=(), converter=to_ids)
    history_hash: str = field(default="", validator=or_blank(_check_hash))
    pool: tuple[Pooled, ...] = field(default=(), converter=as_tuple, validator=_check_pool)
    pool_hash: str = field(default="", validator=or_blank(_check_hash))
    stages: tuple[Id, ...] = field(default=(), converter=to_ids)

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
        kind: what happened: `removed`, `reworded`, `retagged` (roles, kind, difficulty, minutes or
            the like), `translated` (worded in other languages), `added`, `pool` (some of these, in
            a pool too large to be listed), `rubric` (its rubric's structure changed),
            `rubric_reworded` (which leaves the quiz the same), `stages` (their order changed),
            `algorithm` (the library draws otherwise now) or `history` (it was drawn with another).
        id: the question, what the blueprint names and the bank has no more, the first stage that
            moved, the algorithm of the receipt, or the hash of its pool or history.
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
        same: whether the same questions come in the same order, and none of them changed, nor
            what their answers are rated by; only rubrics may be reworded.
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


def drawn(entry: Entry, rubric_hashes: tuple[str, str]) -> Drawn:
    """Record a question or item as it is now, and the hashes of the rubric for its answers."""
    return Drawn(
        id=entry.id,
        content_hash=content_hash(entry),
        wording_hash=wording_hash(entry),
        structure_hash=structure_hash(entry),
        rubric_hash=rubric_hashes[0],
        rubric_content_hash=rubric_hashes[1],
    )


def hashes_of(rubric: Rubric) -> tuple[str, str]:
    """Hash the structure of a rubric, and all that it says."""
    return structure_hash(rubric), content_hash(rubric)


def wording_hash(entry: Entry) -> str:
    """Hash the texts of a question or item alone: what `structure_hash` leaves out."""
    words = "\x1f".join(map(content_hash, _texts(entry)))
    return blake2b(words.encode(), digest_size=HASH_BYTES).hexdigest()


def _texts(held: object) -> Iterator[Text]:
    if isinstance(held, Text):
        yield held
    elif isinstance(held, Value):
        for _, inner in fields_of(held):
            yield from _texts(inner)
    elif is_tuple(held):
        for inner in held:
            yield from _texts(inner)


def pooled(pool: Mapping[str, Entry], blueprint: Blueprint) -> tuple[Pooled, ...]:
    """Record what could be drawn, as far as a blueprint can tell it apart."""
    spoken = any(quota.language for quota in blueprint.quotas)
    return tuple(
        Pooled(
            id=id,
            structure=structure_hash(pool[id])[:SHORT_HASH],
            languages=pool[id].text.languages if spoken else (),
        )
        for id in sorted(pool)
    )


def hash_of_pool(demand: Demand) -> str:
    """Hash what could be drawn, as far as a demand can tell it apart."""
    digest = blake2b(digest_size=HASH_BYTES)
    for each in classes_of(demand):
        for alike in {move.alike: None for move in each.moves}:
            names = "\x1f".join((*each.names, f"{alike.minutes}", *alike.members))
            digest.update(f"{names}\x1e{alike.counts_for}\x1e".encode())
    return digest.hexdigest()


def stages_in_order(bank: Bank, blueprint: Blueprint) -> tuple[str, ...]:
    """Give the stages as a blueprint's order follows them; none where it does not."""
    if blueprint.order != "stage":
        return ()
    return tuple(
        each.id for each in sorted(bank.all(Stage), key=lambda each: (each.order, each.id))
    )


def is_as_drawn(before: Iterable[Drawn], now: Iterable[Drawn]) -> bool:
    """Tell whether questions are the same in the same order; only rubrics may be reworded."""
    pairs = zip_longest(before, now)
    return all(
        one and evolve(one, rubric_content_hash=other.rubric_content_hash) == other
        if other
        else False
        for one, other in pairs
    )
