"""The order in which a quiz shows the options of its items: by chance, and no place tells the key."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from attrs import evolve

from interview_kit.model import Option, QuizItem
from interview_kit.model.seeds import Seed, salted
from interview_kit.quiz._stream import hash_rank

__all__ = ["arranged"]


def arranged(items: Iterable[QuizItem], seed: Seed) -> tuple[QuizItem, ...]:
    """Put the options of each item in an order for one quiz.

    Of the items of which one of so many options is picked, the key stands in each place equally often
    over the quiz, but for one; all else is by chance. What is to be put in order is not shown in it.

    Args:
        items: the items in the order in which they are asked.
        seed: the seed of the quiz; the same one gives the same orders.

    Returns:
        The items, their options (and targets, and the key with them) in other orders.
    """
    before = Counter[int]()
    found = list[QuizItem]()
    for item in items:
        if item.form == "one_of":
            count = len(item.options)
            found.append(_with_key_at(_key_place(seed, count, before[count]), item, seed))
            before[count] += 1
        elif item.form == "matching":
            found.append(_matching(item, seed))
        else:
            found.append(evolve(item, options=_shown(item, seed)))
    return tuple(found)


def _key_place(seed: Seed, count: int, turn: int) -> int:
    """Give the place of the key: in each `count` turns, each place once."""
    salt = salted(seed, f"key {count} {turn // count}")
    places = sorted(range(count), key=lambda place: hash_rank(salt, f"{place}"))
    return places[turn % count]


def _with_key_at(place: int, item: QuizItem, seed: Seed) -> QuizItem:
    others = [each for each in _mixed(item.options, item, seed) if each.id not in item.key]
    right = [each for each in item.options if each.id in item.key]
    return evolve(item, options=(*others[:place], *right, *others[place:]))


def _matching(item: QuizItem, seed: Seed) -> QuizItem:
    target_of = {each.id: target for each, target in zip(item.options, item.key, strict=True)}
    options = _mixed(item.options, item, seed)
    return evolve(
        item,
        options=options,
        targets=_mixed(item.targets, item, seed),
        key=[target_of[each.id] for each in options],
    )


def _shown(item: QuizItem, seed: Seed) -> Sequence[Option]:
    if item.form == "true_false":
        return item.options
    mixed = _mixed(item.options, item, seed)
    is_solved = item.form == "ordering" and [each.id for each in mixed] == [*item.key]
    return [*mixed[1:], mixed[0]] if is_solved else mixed


def _mixed(options: Sequence[Option], item: QuizItem, seed: Seed) -> list[Option]:
    rank = partial(hash_rank, salted(seed, f"options {item.id}"))
    return sorted(options, key=lambda each: rank(each.id))
