"""What is done to an answer to see whether its judgement follows: pure functions of the text."""

import re
from itertools import cycle

from interview_kit.model.seeds import salted
from interview_kit.quiz._stream import hash_rank
from interview_kit.testing._cases import Case, Swap

__all__ = ["padded", "shuffled", "swapped", "without_results"]


def swapped(text: str, swap: Swap) -> str:
    """Exchange words of an answer, whole words only and all at once.

    Args:
        text: the answer.
        swap: what stands for what.

    Returns:
        The answer with the other words.

    >>> swapped("Pak Hendra di Semarang", Swap(sort="gender", words=[("Pak", "Bu")]))
    'Bu Hendra di Semarang'
    """
    others = dict(swap.words)
    longest_first = sorted(others, key=len, reverse=True)
    pattern = "|".join(re.escape(each) for each in longest_first)
    return re.sub(rf"(?<!\w)(?:{pattern})(?!\w)", lambda found: others[found.group()], text)


def without_results(case: Case) -> str:
    """Leave out the sentences that tell a result.

    Args:
        case: the answer with its parts.

    Returns:
        The rest; empty if there is no such sentence, or nothing else.
    """
    rest = [each.text for each in case.sentences if each.part != "result"]
    return " ".join(rest) if len(rest) < len(case.sentences) else ""


def padded(text: str, filler: tuple[str, ...]) -> str:
    """Bring an answer to twice its length by sentences that say nothing.

    Args:
        text: the answer.
        filler: the sentences; they begin anew if they do not suffice, and nothing is added if there
            are none.

    Returns:
        The answer and behind it at least as many words of filler.
    """
    wanted, added = 2 * len(text.split()), [text]
    for sentence in cycle(filler):
        if len(" ".join(added).split()) >= wanted:
            break
        added.append(sentence)
    return " ".join(added)


def shuffled(text: str, seed: int) -> str:
    """Put the words of an answer in a random order.

    Args:
        text: the answer.
        seed: one order for each.

    Returns:
        The same words, the same for each seed on every platform.
    """
    salt = salted(seed, "shuffled words")
    words = enumerate(text.split())
    return " ".join(
        word for _, word in sorted(words, key=lambda each: hash_rank(salt, f"{each[0]}"))
    )
