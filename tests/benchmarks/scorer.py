"""The built-in scorers: how well they agree with the authors of the graded samples, and how fast.

Run `python tests/benchmarks/scorer.py` (group `bench`; `--speed` for the second table alone). The
first table learns the cards anew for each fifth of the batches of samples, without it, from analyses
made by weights that had not seen the sample either (`tests/scoring/measures.json`), and reports how the
levels of that fifth are met. Speed is processor time on answers of 150 words, rounds by turns.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from statistics import mean, median
from time import perf_counter, process_time
from typing import Any

from analyser import spacy_pipeline, texts

import interview_kit as ik
from interview_kit.assess import score_request
from interview_kit.model import SampleAnswer
from interview_kit.scoring import feedback, judge, rule_scorer, score_all
from interview_kit.scoring._cards import Card
from interview_kit.testing import weighted_kappa

sys.path.insert(0, str(Path(__file__).parents[1] / "scoring"))
import refit

PACKS = ("core", "general_hr", "general_behavioural", "answers")
LANGUAGES = ("id", "en")
ROUNDS = 9
MANY = 20_000


def agreement() -> None:
    """Print how the levels of a fifth kept aside are met, fifth by fifth."""
    bank, samples = refit.graded()
    table = json.loads(refit.TABLE.read_text("utf-8"))
    pairs: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    totals: dict[str, float] = {}
    weights = {(r.kind, c.id): c.weight for r in bank.all(ik.Rubric) for c in r.criteria}
    for own in refit.FOLDS:
        aside = frozenset(own)
        learned = refit.fitted(table, aside)
        for row in table["rows"]:
            if row["batch"] in aside and row["values"]:
                values = dict(zip(table["measures"], row["values"], strict=True))
                total = 0.0
                for criterion, gold in row["levels"].items():
                    points = learned["cards"][row["kind"]][criterion]
                    card = Card(points[0], tuple(points[1:]), tuple(table["measures"]))
                    pairs[row["kind"], criterion].append((gold, card.level(values)))
                    total += weights[row["kind"], criterion] * card.level(values)
                totals[row["sample"]] = total
    print("| criterion | answers | quadratic weighted kappa | mean level above the authors' |")
    print("|---|---|---|---|")
    for (kind, criterion), own in sorted(pairs.items()):
        bias = mean(found - gold for gold, found in own)
        print(f"| {kind}: {criterion} | {len(own)} | {weighted_kappa(own):.2f} | {bias:+.2f} |")
    every = [pair for own in pairs.values() for pair in own]
    print(
        f"| all | {len(every)} | {weighted_kappa(every):.3f} | {mean(b - a for a, b in every):+.2f} |"
    )
    triples(samples, totals)


def triples(samples: Sequence[SampleAnswer], totals: dict[str, float]) -> None:
    """Print how often stronger answers of a triple have the higher total."""
    by_triple: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for each in samples:
        if each.triple and each.id in totals:
            by_triple[each.triple][each.quality] = totals[each.id]
    whole = [found for found in by_triple.values() if len(found) == len(("w", "m", "s"))]
    ends = mean(found["strong"] > found["weak"] for found in whole)
    steps = [found["strong"] > found["medium"] for found in whole]
    steps += [found["medium"] > found["weak"] for found in whole]
    print(f"\n{len(whole)} triples: strong above weak {ends:.3f}, adjacent {mean(steps):.3f}\n")


def speed() -> None:
    """Print the table of speed."""
    bank = ik.load(*PACKS)
    print("| answers of 150 words, one core | median us | answers/s | x spaCy |")
    print("|---|---|---|---|")
    for language in LANGUAGES:
        requests = [score_request(bank, "S04", each, language=language) for each in texts(language)]

        def full(request: ik.ScoreRequest) -> None:
            report = judge(rule_scorer, request)
            if isinstance(report, ik.ScoreReport):
                feedback(report, request)

        cases: dict[str, Callable[[ik.ScoreRequest], Any]] = {
            "report": lambda request: judge(rule_scorer, request),
            "report and feedback": full,
        }
        peer = spacy_pipeline(language)
        if peer is not None:
            cases["spaCy blank, sentencizer, PhraseMatcher"] = lambda r, own=peer: own(r.answer)
        times: defaultdict[str, list[float]] = defaultdict(list)
        for _ in range(ROUNDS):
            for name, case in cases.items():
                began = process_time()
                for request in requests:
                    case(request)
                times[name].append((process_time() - began) / len(requests) * 1e6)
        floor = median(times["spaCy blank, sentencizer, PhraseMatcher"]) if peer else float("nan")
        for name, taken in times.items():
            own = median(taken)
            print(f"| {language}: {name} | {own:.0f} | {1e6 / own:,.0f} | {own / floor:.2f} |")


def many() -> None:
    """Print how much faster two processes are than one."""
    bank = ik.load(*PACKS)
    requests = [score_request(bank, "S04", each, language="id") for each in texts("id")]
    requests = (requests * (MANY // len(requests) + 1))[:MANY]
    began = perf_counter()
    serial = sum(1 for _ in score_all(requests, rule_scorer))
    alone = perf_counter() - began
    with ProcessPoolExecutor(2) as pool:
        began = perf_counter()
        joint = sum(1 for _ in score_all(requests, rule_scorer, executor=pool))
        together = perf_counter() - began
    assert serial == joint == MANY
    print(f"\n{MANY} answers: {alone:.1f} s in one process, {alone / together:.2f} x in two\n")


if __name__ == "__main__":
    speed()
    many()
    if "--speed" not in sys.argv:
        agreement()
