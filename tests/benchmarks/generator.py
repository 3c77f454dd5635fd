"""The generator beside its peers: set-up, time per quiz, and what stays after an edit of the bank.

Run with the group `bench` of pyproject.toml installed:

    python tests/benchmarks/generator.py               # the core pack, 1,000 and 100,000 questions
    python tests/benchmarks/generator.py 1000 1000000  # banks of any size

Ours and the peers draw a few quizzes each, by turns; it prints Markdown tables with the median, the
mean and the 90th percentile of processor time, which other programs on the machine hardly change. catsim draws ten times at random and quizzable shuffles: neither takes quotas.
highspy solves the same blueprint as a mixed-integer program with a random objective, which is not
uniform.
"""

import random
import sys
import tracemalloc
from collections.abc import Callable, Iterable, Mapping
from contextlib import redirect_stdout
from io import StringIO
from itertools import count
from statistics import mean, median
from time import process_time
from typing import Any

from attrs import evolve

import interview_kit as ik
from interview_kit.bank import Bank
from interview_kit.model import Contents, Question
from interview_kit.quiz import Blueprint, Quota, prepare
from interview_kit.quiz._rank import unranked

#: Turns, and calls at each turn.
QUICK = (20, 10)
SLOW = (3, 3)
LENGTH = 10
KINDS = ("past", "situational", "technical", "motivation", "background")
CORE = ik.load()


def question(number: int) -> Question:
    """Make a question: four kinds, five difficulties, four lengths, eight overlapping tags."""
    rng = random.Random(number)
    return Question(
        id=f"q{number}",
        text={"en": f"Question {number}?"},
        kind=KINDS[number % 4],
        stages=["user"],
        competencies=["communication"],
        difficulty=rng.randint(1, 5),
        minutes=rng.choice((3, 4, 5, 6)),
        tags=[f"t{tag}" for tag in range(8) if rng.random() < 1 / 8],
    )


def bank_of(size: int) -> Bank:
    """Make a bank of so many questions beside the stages and competencies of the core pack."""
    if size == len(CORE.questions):
        return CORE
    core = {
        name: CORE.contents.section(name)
        for name in ("stages", "competencies", "roles", "scales", "rubrics", "goals")
    }
    contents = Contents(**core, questions=[question(number) for number in range(size)])
    return Bank(packs=CORE.packs, contents=contents)


def blueprints(size: int) -> dict[str, Blueprint]:
    """Give the blueprints measured, from easy to hard."""
    kinds = [Quota(kind=kind, at_least=1, at_most=4) for kind in KINDS[:3]]
    by_difficulty = [Quota(difficulty=level, at_most=3) for level in range(1, 6)]
    exact = [
        Quota(kind=kind, at_least=n, at_most=n)
        for kind, n in zip(KINDS[:4], (3, 3, 2, 2), strict=True)
    ]
    few = size == len(CORE.questions)
    tags = [] if few else [Quota(tag=f"t{tag}", at_least=1) for tag in range(3)]
    window = (30, 40) if few else (40, 50)
    found = {
        "no quotas": Blueprint(length=LENGTH),
        "ranges": Blueprint(length=LENGTH, quotas=[*kinds, *by_difficulty[3:]]),
        "ranges + time": Blueprint(length=LENGTH, minutes=window, quotas=kinds),
        "ranges + time + 3 overlapping": Blueprint(
            length=LENGTH, minutes=window, quotas=[*kinds, *tags]
        ),
    }
    if not few:
        found["exact kinds"] = Blueprint(length=LENGTH, quotas=exact)
        found["two crossed partitions + time + 3 overlapping"] = Blueprint(
            length=LENGTH, minutes=window, quotas=[*exact, *by_difficulty, *tags]
        )
    return found


def rounds(
    actions: Mapping[str, Callable[[], Any]], turns: int, batch: int = 1
) -> dict[str, list[float]]:
    """Time actions by turns, a few calls each, so that whatever the machine does falls on all."""
    times: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(turns):
        for name, action in actions.items():
            for _ in range(batch):
                start = process_time()
                action()
                times[name].append(process_time() - start)
    return times


def peers(bank: Bank) -> dict[str, Callable[[], Any]]:
    """Give what the peers do for one quiz; those that are not installed are left out."""
    size = len(bank.questions)
    rng = random.Random(1)
    found: dict[str, Callable[[], Any]] = {"random.sample": lambda: rng.sample(range(size), LENGTH)}
    try:
        import numpy
        from catsim.item_bank import ItemBank
        from catsim.selection import RandomSelector

        items = ItemBank(
            numpy.column_stack(
                [numpy.ones(size), numpy.zeros(size), numpy.zeros(size), numpy.ones(size)]
            )
        )
        generator, selector = numpy.random.default_rng(1), RandomSelector()

        def catsim() -> list[int]:
            taken: list[int] = []
            for _ in range(LENGTH):
                taken.append(
                    int(selector.select(item_bank=items, administered_items=taken, rng=generator))
                )
            return taken

        found["catsim, ten random selections"] = catsim
    except ImportError:
        print("catsim is not installed", file=sys.stderr)
    try:
        from quizzable import Terms

        terms = Terms({each.id: each.text.in_("en", fallback=("id",)) for each in bank.questions})
        found["quizzable"] = lambda: terms.get_quiz(types=["frq"], length=LENGTH)
    except ImportError:
        print("quizzable is not installed", file=sys.stderr)
    try:
        found["highspy, ranges + time + 3 overlapping"] = highs_program(bank)
    except ImportError:
        print("highspy is not installed", file=sys.stderr)
    return found


def highs_program(bank: Bank) -> Callable[[], Any]:
    """Build and solve the hardest common blueprint as a mixed-integer program."""
    import highspy

    blueprint = blueprints(len(bank.questions))["ranges + time + 3 overlapping"]
    low, high = blueprint.minutes or (0, 480)

    def solve() -> Any:
        program = highspy.Highs()
        program.silent()
        chosen = [program.addBinary(obj=random.random()) for _ in bank.questions]
        program.addConstr(sum(chosen) == LENGTH)
        minutes = sum(each.minutes * one for each, one in zip(bank.questions, chosen, strict=True))
        program.addConstr(minutes >= low)
        program.addConstr(minutes <= high)
        for quota in blueprint.quotas:
            members = sum(
                one for each, one in zip(bank.questions, chosen, strict=True) if quota.counts(each)
            )
            program.addConstr(members >= quota.at_least)
            program.addConstr(members <= (quota.at_most or LENGTH))
        program.run()
        return program.getInfo().objective_function_value

    return solve


def ours(bank: Bank) -> tuple[dict[str, Callable[[], Any]], dict[str, tuple[float, float]]]:
    """Prepare each blueprint; give what draws from it, and its set-up in ms and megabytes kept."""
    found: dict[str, Callable[[], Any]] = {}
    costs: dict[str, tuple[float, float]] = {}
    for plain, blueprint in blueprints(len(bank.questions)).items():
        times = rounds({plain: lambda b=blueprint: prepare(bank, b)}, 3)[plain]
        tracemalloc.start()
        prepared = prepare(bank, blueprint)
        kept = tracemalloc.get_traced_memory()[0] / 1e6
        tracemalloc.stop()
        rejected = len(prepared.plan.rejected)
        name = f"{plain}, {rejected} by rejection" if rejected else plain
        costs[name] = median(times) * 1e3, kept
        seeds, receipts = count(), count(10**6)
        found[name] = lambda p=prepared, s=seeds: p.draw(next(s))
        found[f"{name}: with receipt"] = lambda p=prepared, s=receipts: p.quiz(next(s))
        if prepared.plan.is_exact:
            rng, total = random.Random(2), prepared.count
            found[f"{name}: by rank"] = lambda p=prepared, r=rng, t=total: unranked(
                p.plan.table, r.randrange(t)
            )
            found[f"{name}: `nth` with receipt"] = lambda p=prepared, r=rng, t=total: p.nth(
                r.randrange(t)
            )
    return found, costs


def speed(size: int) -> dict[str, tuple[float, float]]:
    """Print one table of set-up and time per quiz; give the medians, in us and as shares of catsim."""
    bank = bank_of(size)
    bank.find(kind="past")  # the index of the bank is built once
    slow = size > 10_000
    drawing, costs = ours(bank)
    others = peers(bank)
    quick = {name: action for name, action in others.items() if "highs" not in name}
    times = rounds({**drawing, **quick}, *(SLOW if slow else QUICK))
    if not slow:
        times |= rounds({n: a for n, a in others.items() if n not in quick}, *SLOW)
    medians = {name: median(each) * 1e6 for name, each in times.items()}
    sample = medians["random.sample"]
    unit = medians.get("catsim, ten random selections", sample)
    print(f"\n### {size:,} questions, {LENGTH} a quiz\n")
    print("| | set-up, ms | kept, MB | median, us | mean | p90 | x catsim | x random.sample |")
    print("|---|---|---|---|---|---|---|---|")
    for name, each in times.items():
        setup = "{:.1f} | {:.1f}".format(*costs[name]) if name in costs else " | "
        ninth = sorted(each)[len(each) * 9 // 10] * 1e6
        figures = f"{medians[name]:.0f} | {mean(each) * 1e6:.0f} | {ninth:.0f}"
        shares = f"{medians[name] / unit:.2f} | {medians[name] / sample:.0f}"
        print(f"| {name} | {setup} | {figures} | {shares} |", flush=True)
    return {name: (value, value / unit) for name, value in medians.items()}


def summary(found: Mapping[int, Mapping[str, tuple[float, float]]]) -> None:
    """Print the medians of all sizes side by side."""
    print("\n### Median us of a quiz (x catsim)\n")
    print("| |" + "".join(f" {size:,} |" for size in found))
    print("|---|" + "---|" * len(found))
    for name in dict.fromkeys(name for each in found.values() for name in each):
        cells = (each.get(name) for each in found.values())
        said = (f" {cell[0]:,.0f} ({cell[1]:.2f}) |" if cell else " |" for cell in cells)
        print(f"| {name} |" + "".join(said))


def kept_after_edits() -> None:
    """Print how many of ten questions stay when a bystander is deleted or a question inserted."""
    crossing = Blueprint(
        length=LENGTH,
        minutes=(40, 50),
        quotas=[
            *(Quota(kind=k, at_least=1, at_most=4) for k in KINDS[:3]),
            Quota(difficulty=(4, 5), at_least=2, at_most=5),
        ],
    )
    hardest = "two crossed partitions + time + 3 overlapping"
    print("\n### Questions of ten that stay after an edit\n")
    print("| | one deleted | one inserted |\n|---|---|---|")
    asked = {
        "fixed counts, 200 questions": (200, blueprints(200)["exact kinds"], 2_000),
        "crossing quotas + time, 200 questions": (200, crossing, 2_000),
        f"{hardest}, 1,000 questions": (1_000, blueprints(1_000)[hardest], 200),
    }
    for name, (size, blueprint, trials) in asked.items():
        deleted, inserted = ours_kept(size, blueprint, trials)
        print(f"| interview_kit, {name} | {deleted:.2f} | {inserted:.2f} |")
    others = {"random.Random(seed).sample": sampled, "random.Random(seed).shuffle": shuffled}
    try:
        others["catsim RandomSelector(rng)"] = catsim_draw()
    except ImportError:
        print("catsim is not installed", file=sys.stderr)
    for name, sample in others.items():
        deleted, inserted = peer_kept(sample, 200, 2_000)
        print(f"| {name}, no quotas, 200 questions | {deleted:.2f} | {inserted:.2f} |")


def ours_kept(size: int, blueprint: Blueprint, trials: int) -> tuple[float, float]:
    """Give how many questions stay on average after a deletion, and after an insertion."""
    bank = bank_of(size)
    whole = prepare(bank, blueprint)
    grown = prepare(changed(bank, (*bank.questions, question(size))), blueprint)
    fewer = {
        gone.id: prepare(changed(bank, [q for q in bank.questions if q is not gone]), blueprint)
        for gone in bank.questions[:: size // 20]
    }
    deleted, inserted = list[int](), list[int]()
    for seed in range(trials):
        quiz = set(whole.plan.draw(seed))
        gone = next(g for g in random.Random(seed).sample(sorted(fewer), 20) if g not in quiz)
        deleted.append(len(quiz & set(fewer[gone].plan.draw(seed))))
        inserted.append(len(quiz & set(grown.plan.draw(seed))))
    return mean(deleted), mean(inserted)


def peer_kept(
    sample: Callable[[list[str], int], list[str]], size: int, trials: int
) -> tuple[float, float]:
    """Give the same for a program that draws from a list of ids."""
    ids = [f"q{number}" for number in range(size)]
    middle = [*ids[: size // 2], "new", *ids[size // 2 :]]
    deleted, inserted = list[int](), list[int]()
    for seed in range(trials):
        quiz = set(sample(ids, seed))
        gone = next(g for g in random.Random(seed).sample(ids, size) if g not in quiz)
        deleted.append(len(quiz & set(sample([i for i in ids if i != gone], seed))))
        inserted.append(len(quiz & set(sample(middle, seed))))
    return mean(deleted), mean(inserted)


def changed(bank: Bank, questions: Iterable[Question]) -> Bank:
    """Give a bank with other questions."""
    return Bank(packs=bank.packs, contents=evolve(bank.contents, questions=questions))


def catsim_draw() -> Callable[[list[str], int], list[str]]:
    """Draw as catsim does, ten times at random."""
    import numpy
    from catsim.item_bank import ItemBank
    from catsim.selection import RandomSelector

    def draw(ids: list[str], seed: int) -> list[str]:
        size = len(ids)
        columns = [numpy.ones(size), numpy.zeros(size), numpy.zeros(size), numpy.ones(size)]
        with redirect_stdout(StringIO()):  # it prints an empty line
            items = ItemBank(numpy.column_stack(columns))
        generator = numpy.random.default_rng(seed)
        selector, taken = RandomSelector(), list[int]()
        for _ in range(LENGTH):
            chosen = selector.select(item_bank=items, administered_items=taken, rng=generator)
            taken.append(int(chosen))
        return [ids[place] for place in taken]

    return draw


def sampled(ids: list[str], seed: int) -> list[str]:
    """Draw as most programs do."""
    return random.Random(seed).sample(ids, LENGTH)


def shuffled(ids: list[str], seed: int) -> list[str]:
    """Draw as the others do."""
    copy = list(ids)
    random.Random(seed).shuffle(copy)
    return copy[:LENGTH]


if __name__ == "__main__":
    sizes = [int(each) for each in sys.argv[1:]] or [len(CORE.questions), 1_000, 100_000]
    summary({each: speed(each) for each in sizes})
    kept_after_edits()
