"""What has changed since a quiz was drawn."""

from collections.abc import Iterable, Iterator
from itertools import zip_longest

from interview_kit.bank import Bank
from interview_kit.errors import UnknownIdError
from interview_kit.model import Entry, Question, content_hash, structure_hash
from interview_kit.quiz._demand import demand_of, pool_of, unknown_names
from interview_kit.quiz._receipt import (
    ALGORITHM,
    Change,
    ChangeKind,
    Drawn,
    Pooled,
    Receipt,
    drawn,
    hash_of_pool,
    hashes_of,
    pooled,
    stages_in_order,
    wording_hash,
)

__all__ = ["changes_in", "changes_since", "drawn_from"]


def drawn_from(bank: Bank, entry: Entry) -> Drawn:
    """Record a question or item as a bank has it now, with the rubric for its answers.

    Args:
        bank: the bank that it is from.
        entry: the question or item.

    Returns:
        Its id and its hashes.

    Raises:
        UnknownIdError: if the bank has no rubric for it.
    """
    if isinstance(entry, Question):
        return drawn(entry, hashes_of(bank.rubric_for(entry)))
    return drawn(entry, ("", ""))


def changes_since(receipt: Receipt, bank: Bank, history_hash: str) -> tuple[Change, ...]:
    """Compare a bank with what a receipt remembers.

    Args:
        receipt: how a quiz was drawn.
        bank: the bank as it is now.
        history_hash: hash of the history now; empty if there is none.

    Returns:
        What differs, the quiz's own questions first.
    """
    found = [
        *changes_in(receipt.questions, bank),
        *_changed_in_pool(receipt, bank),
        *_changed_around(receipt, bank),
    ]
    if receipt.history_hash != history_hash:
        found.append(Change(kind="history", id=receipt.history_hash, in_quiz=False))
    # What the blueprint names may be missing from quiz or pool as well.
    return tuple({(each.kind, each.id): each for each in reversed(found)}.values())[::-1]


def changes_in(entries: Iterable[Drawn], bank: Bank) -> Iterator[Change]:
    """Compare questions and items with a bank as it is now.

    Args:
        entries: the questions and items as they were.
        bank: the bank.

    Yields:
        What differs, in their order.
    """
    for before in entries:
        try:
            entry = bank.entry(before.id)
        except UnknownIdError:
            yield Change(kind="removed", id=before.id, in_quiz=True)
            continue
        if wording_hash(entry) != before.wording_hash:
            yield Change(kind="reworded", id=before.id, in_quiz=True)
        if structure_hash(entry) != before.structure_hash:
            yield Change(kind="retagged", id=before.id, in_quiz=True)
        kind = _rubric_change(before, entry, bank) if isinstance(entry, Question) else None
        if kind:
            yield Change(kind=kind, id=before.id, in_quiz=True)


def _rubric_change(before: Drawn, question: Question, bank: Bank) -> ChangeKind | None:
    try:
        rubric = bank.rubric_for(question)
    except UnknownIdError:
        return "rubric"
    if structure_hash(rubric) != before.rubric_hash:
        return "rubric"
    return None if content_hash(rubric) == before.rubric_content_hash else "rubric_reworded"


def _changed_in_pool(receipt: Receipt, bank: Bank) -> Iterator[Change]:
    own = {each.id for each in receipt.questions}
    if receipt.pool:
        pool = pool_of(bank, receipt.blueprint)
        before = {each.id: each for each in receipt.pool}
        now = {each.id: each for each in pooled(pool, receipt.blueprint)}
        for id in sorted((before.keys() | now.keys()) - own):
            kind = _pool_change(before.get(id), now.get(id), is_there=bank.has_entry(id))
            if kind:
                yield Change(kind=kind, id=id, in_quiz=False)
    if receipt.pool_hash:
        missing = any(unknown_names(bank, receipt.blueprint))
        if missing or hash_of_pool(demand_of(bank, receipt.blueprint)) != receipt.pool_hash:
            yield Change(kind="pool", id=receipt.pool_hash, in_quiz=False)


def _pool_change(before: Pooled | None, now: Pooled | None, *, is_there: bool) -> ChangeKind | None:
    if now is None:
        return "retagged" if is_there else "removed"
    if before is None:
        return "added"
    if now.structure != before.structure:
        return "retagged"
    return "translated" if now.languages != before.languages else None


def _changed_around(receipt: Receipt, bank: Bank) -> Iterator[Change]:
    for unknown in unknown_names(bank, receipt.blueprint):
        yield Change(kind="removed", id=unknown.id, in_quiz=False)
    stages = stages_in_order(bank, receipt.blueprint)
    moved = next((a or b for a, b in zip_longest(receipt.stages, stages) if a != b), None)
    if moved:
        yield Change(kind="stages", id=moved, in_quiz=False)
    if receipt.algorithm != ALGORITHM:
        yield Change(kind="algorithm", id=receipt.algorithm, in_quiz=False)
