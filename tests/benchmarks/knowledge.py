"""Knowledge quizzes: making all items, and drawing 20 of them, beside `random.sample`.

Run `python tests/benchmarks/knowledge.py`; it prints Markdown tables. The floor draws 20 of the same
items without regard to anything; medians of interleaved rounds.
"""

import random
from collections import Counter
from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter

import interview_kit as ik
from interview_kit.knowledge import with_items
from interview_kit.quiz import prepare

PACKS = ("core", "general_hr", "general_behavioural", "answers")
ROUNDS = 200
LENGTH = 20


def seconds(job: Callable[[], object]) -> float:
    """Give the seconds that a job takes once."""
    start = perf_counter()
    job()
    return perf_counter() - start


def main() -> None:
    """Print what there is, and how long it takes."""
    plain = ik.load(*PACKS)
    made = [seconds(lambda: with_items(plain)) for _ in range(3)]
    bank = with_items(plain)
    print("| language | items |\n|---|---|")
    for language, count in Counter(
        tag for item in bank.items for tag in item.text.languages
    ).most_common():
        print(f"| {language} | {count} |")
    blueprints = {
        f"{LENGTH} of all items": ik.Blueprint(length=LENGTH, draws="items"),
        "... 4 to 8 about the law, at most 5 hard, in Indonesian": ik.Blueprint(
            length=LENGTH,
            draws="items",
            quotas=[
                ik.Quota(topic="law", at_least=4, at_most=8),
                ik.Quota(difficulty=(4, 5), at_most=5),
                ik.Quota(language="id", at_least=LENGTH),
            ],
        ),
    }
    print(f"\nMaking all items of the bundled packs: {median(made) * 1000:.0f} ms\n")
    print("| job | set-up, ms | one quiz, ms | x random.sample |\n|---|---|---|---|")
    for name, blueprint in blueprints.items():
        set_up = seconds(partial(prepare, bank, blueprint))
        prepared = prepare(bank, blueprint)
        ours, floor = list[float](), list[float]()
        for seed in range(ROUNDS):
            ours.append(seconds(partial(prepared.quiz, seed)))
            floor.append(seconds(lambda: random.sample(bank.items, LENGTH)))
        ratio = median(ours) / median(floor)
        print(f"| {name} | {set_up * 1000:.1f} | {median(ours) * 1000:.2f} | {ratio:.0f} |")


if __name__ == "__main__":
    main()
