"""Learn the cards of the built-in scorers anew after samples, lexicons or measures changed.

`python tests/scoring/refit.py` analyses each graded sample with weights that were trained without its
fold, which takes about half an hour, writes `measures.json` beside this file, and learns the cards of
it; with `--fit` it only learns them of the table that stands there, which takes seconds.
"""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from typing import Any

from attrs import evolve

import interview_kit as ik
from interview_kit.assess import score_request
from interview_kit.language import (
    Profile,
    analyse,
    clauses_of,
    only,
    profile,
    said_once,
    substance_of,
    tokens_of,
    train,
    weights_of,
)
from interview_kit.model import Question, SampleAnswer
from interview_kit.scoring._cards import LEVEL
from interview_kit.scoring._case import case_of

TABLE = Path(__file__).parent / "measures.json"
CARDS = Path(__file__).parents[2] / "src" / "interview_kit" / "scoring" / "data" / "cards.json"
PACKS = ("core", "general_hr", "general_behavioural", "answers", "labelled")
LANGUAGES = ("en", "id")
#: The sittings whose answers are analysed by weights that saw none of them; twins stay together.
FOLDS = (
    ("admin_id", "jogja_id", "twin_a_id", "sittech_id", "en_admin_hr", "knowhow_en", "twin_c_en"),
    ("campus_id", "knowhow_id", "techsit_id", "en_general", "motbg_en"),
    ("general_id", "makassar_id", "twin_b_id", "op_floor", "en_leeds", "twin_a_en", "sittech_en"),
    ("hr_mixed", "motbg_id", "en_operator", "en_techsit"),
    ("mkt_mixed", "sales_jkt", "en_perth", "twin_b_en", "en_sales_mkt"),
)
#: The price of a weight, chosen among 50 to 400: at less, levels move more with the wording of an answer,
#: at more, they agree less with the authors.
PENALTY = 200.0
#: What is added to the spread of a measure, so that rare ones do not get large weights.
LEAST_SPREAD = 0.05
#: Predictions shrink to the middle; by this they are spread out again.
STRETCH = 1.25
#: Measures that may only raise a level, and those that may only lower one.
RAISING = ("team_doings", "team_actions", "said_team_part", "changes", "points_made")
LOWERING = ("emptiness", "numbers_aside")
#: Questions about something else that each sample is held against, for the topic card.
FAR = 2
#: The topic card looks at these measures only.
TOPICAL = ("topic", "dense", "points")


def graded() -> tuple[ik.Bank, list[SampleAnswer]]:
    """Give the bank and its samples with levels, in a fixed order."""
    bank = ik.load(*PACKS)
    return bank, sorted((s for s in bank.all(SampleAnswer) if s.ratings), key=lambda s: s.id)


def fold_of(batch: str | None) -> int:
    """Give the fold of a batch."""
    return next(fold for fold, own in enumerate(FOLDS) if batch in own)


def trained_without(language: str, fold: int) -> dict[str, Any]:
    """Train a language without the samples of a fold."""
    bank, _ = graded()
    known = [s for s in bank.all(SampleAnswer) if s.batch and s.batch not in FOLDS[fold]]
    return train(known, evolve(profile(language), weights=None)).document()


def measured(bank: ik.Bank, sample: SampleAnswer, asked: str, known: Profile) -> list[int] | None:
    """Measure what a sample shows as an answer to a question; nothing if it says nothing."""
    text = sample.answer().text
    tokens = said_once(tokens_of(text, known))
    clauses = clauses_of(tokens, known)
    prompts = [words for _, words in bank.get(Question, asked).text.entries]
    telling, empty = substance_of(tokens, clauses, known, prompts)
    if not telling:
        return None
    request = score_request(bank, asked, text, language=sample.language)
    case = case_of(request, analyse(*only(tokens, telling), known), len(empty) / len(clauses))
    return [case.values[name] for name in sorted(case.values)]


def far_from(bank: ik.Bank, question: Question) -> list[str]:
    """Name the questions of the same kind that share neither role nor competency."""
    return [
        each.id
        for each in bank.questions
        if each.kind == question.kind
        and not {*each.competencies} & {*question.competencies}
        and not {*each.roles} & {*question.roles}
    ]


def make_table() -> None:
    """Analyse all samples by folds, and write what they show."""
    bank, samples = graded()
    jobs = [(language, fold) for fold in range(len(FOLDS)) for language in LANGUAGES]
    with ProcessPoolExecutor() as pool:
        trained = dict(zip(jobs, pool.map(trained_without, *zip(*jobs, strict=True)), strict=True))
    profiles = {job: evolve(profile(job[0]), weights=weights_of(w)) for job, w in trained.items()}
    rows: list[dict[str, Any]] = []
    random = Random(6)  # noqa: S311 - no secret
    for sample in samples:
        assert sample.question
        known = profiles[sample.language, fold_of(sample.batch)]
        question = bank.get(Question, sample.question)
        chosen = random.sample(far_from(bank, question), FAR)
        values = [measured(bank, sample, each, known) for each in (question.id, *chosen)]
        rows.append(
            {
                "sample": sample.id,
                "batch": sample.batch,
                "kind": question.kind,
                "levels": {each.criterion: each.level for each in sample.ratings},
                "values": values[0],
                "far": values[1:],
            }
        )
    names = sorted(case_names(bank))
    lines = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
    TABLE.write_text(f'{{"measures":{json.dumps(names)},\n"rows":[\n{lines}\n]}}\n', "utf-8")


def case_names(bank: ik.Bank) -> list[str]:
    """Name all measures."""
    known = profile("en")
    tokens = tokens_of("I called the buyer.", known)
    clauses = clauses_of(tokens, known)
    request = score_request(bank, "S04", tokens.text, language="en")
    return [*case_of(request, analyse(tokens, clauses, known), 0.0).values]


def ridge(
    rows: Sequence[Sequence[float]], wanted: Sequence[float], signs: Sequence[int], price: float
) -> list[float]:
    """Find the weights that predict best at a price, by descent along one weight at a time.

    Args:
        rows: the measures of each answer, 0 to 1.
        wanted: its level.
        signs: for each measure 1 if its weight may not be below zero, -1 if not above, else 0.
        price: what the square of a standardised weight costs.

    Returns:
        The constant, and the weights of the measures as they come.
    """
    count, width = len(rows), len(signs)
    means = [sum(column) / count for column in zip(*rows, strict=True)]
    spreads = [
        (sum((v - m) ** 2 for v in column) / count) ** 0.5 + LEAST_SPREAD
        for column, m in zip(zip(*rows, strict=True), means, strict=True)
    ]
    plain = [[(v - m) / s for v, m, s in zip(row, means, spreads, strict=True)] for row in rows]
    columns = [*zip(*plain, strict=True)]
    mean = sum(wanted) / count
    left = [each - mean for each in wanted]
    sizes = [sum(v * v for v in column) + price for column in columns]
    weights = [0.0] * width
    for _ in range(60):
        for at, column in enumerate(columns):
            old = weights[at]
            gain = sum(v * r for v, r in zip(column, left, strict=True)) - price * old
            new = old + gain / sizes[at]
            new = max(0.0, new) if signs[at] > 0 else min(0.0, new) if signs[at] < 0 else new
            if new != old:
                left = [r - (new - old) * v for r, v in zip(left, column, strict=True)]
                weights[at] = new
    scaled = [w / s for w, s in zip(weights, spreads, strict=True)]
    return [mean - sum(w * m for w, m in zip(scaled, means, strict=True)), *scaled]


def sign_of(name: str) -> int:
    """Tell whether a measure may only raise a level (1) or only lower one (-1)."""
    return (name in RAISING) - (name in LOWERING)


def spread_out(weights: Sequence[float]) -> list[float]:
    """Stretch predictions around the middle level."""
    return [STRETCH * weights[0] + 2 * (1 - STRETCH), *(STRETCH * each for each in weights[1:])]


def as_points(weights: Sequence[float]) -> list[int]:
    """Write weights as whole points: the constant in `LEVEL`ths, the others per hundredth."""
    return [round(LEVEL * weights[0]), *(round(LEVEL / 100 * each) for each in weights[1:])]


def shares_of(values: Sequence[int]) -> list[float]:
    """Give measures as shares of one."""
    return [each / 100 for each in values]


def fitted(table: Mapping[str, Any], without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """Learn all cards.

    Args:
        table: what `make_table` wrote.
        without: batches to leave out.
    """
    names: list[str] = table["measures"]
    rows = [r for r in table["rows"] if r["values"] and r["batch"] not in without]
    signs = [sign_of(name) for name in names]
    found: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for kind, criterion in sorted({(r["kind"], c) for r in rows for c in r["levels"]}):
        own = [
            (r, r["levels"][criterion])
            for r in rows
            if r["kind"] == kind and criterion in r["levels"]
        ]
        pairs = [(shares_of(r["values"]), float(level)) for r, level in own]
        xs, ys = zip(*pairs, strict=True)
        found[kind][criterion] = as_points(spread_out(ridge(xs, ys, signs, PENALTY)))
    return {"measures": names, "topic": topic_of(names, rows), "cards": found}


def topic_of(names: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Learn what tells an answer to its question from the same as an answer to another."""
    places = [at for at, name in enumerate(names) if name.startswith(TOPICAL)]
    xs: list[list[float]] = []
    ys: list[float] = []
    for row in rows:
        if row["levels"].get("relevance", 4) > 1:
            for values, wanted in [
                (row["values"], 1.0),
                *((far, 0.0) for far in row["far"] if far),
            ]:
                xs.append([values[at] / 100 for at in places])
                ys.append(wanted)
    base, *points = as_points(ridge(xs, ys, [0] * len(places), 5.0))
    return {"base": base, "points": dict(zip([names[at] for at in places], points, strict=True))}


def write_cards(cards: Mapping[str, Any]) -> None:
    """Write the cards, one to a line."""

    def lines() -> Iterator[str]:
        yield f'{{"measures":{json.dumps(cards["measures"])},'
        yield f'"topic":{json.dumps(cards["topic"])},'
        yield '"cards":{'
        kinds = [
            f'"{kind}":{{\n'
            + ",\n".join(
                f'"{c}":{json.dumps(p, separators=(",", ":"))}' for c, p in sorted(of.items())
            )
            + "\n}"
            for kind, of in sorted(cards["cards"].items())
        ]
        yield ",\n".join(kinds)
        yield "}}"

    CARDS.write_text("\n".join(lines()) + "\n", "utf-8")


if __name__ == "__main__":
    if "--fit" not in sys.argv:
        make_table()
    write_cards(fitted(json.loads(TABLE.read_text("utf-8"))))
