"""The analyser: how well it reads, by cross-validation, and how fast, beside spaCy in one run.

Run `python tests/benchmarks/analyser.py` (group `bench`; `--speed` for the second table alone).
Five-fold figures keep the answers of one author in one fold, and train anew for each fold, which takes
about five minutes a language. Speed is processor time on answers of 150 words, rounds by turns.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from statistics import median
from time import process_time
from typing import Any

from attrs import evolve

import interview_kit as ik
from interview_kit.language import Profile, ownership, profile, quantities, segment, train
from interview_kit.language._ownership import ownership_of
from interview_kit.language._parts import parts_of
from interview_kit.language._quantities import quantities_of
from interview_kit.language._tokens import clauses_of, tokens_of
from interview_kit.model import SENTENCE_PARTS, SampleAnswer

PACKS = ("core", "general_hr", "general_behavioural", "answers", "labelled")
LANGUAGES = ("id", "en")
FOLDS = 5
WORDS = 150
ROUNDS = 9


def samples(language: str) -> list[SampleAnswer]:
    """Give the samples that train a language."""
    every = ik.load(*PACKS).all(SampleAnswer)
    return [each for each in every if each.batch and each.language == language]


def read(sample: SampleAnswer, known: Profile) -> list[tuple[str, str]]:
    """Give for each sentence its own part and the one that most of its characters are read as."""
    answer = sample.answer()
    found = segment(answer.text, known)
    pairs: list[tuple[str, str]] = []
    for gold in answer.segments:
        votes = Counter[str]()
        for each in found:
            votes[each.part] += max(0, min(gold.end, each.end) - max(gold.start, each.start))
        pairs.append((gold.part, votes.most_common(1)[0][0]))
    return pairs


def f_score(pairs: Sequence[tuple[str, str]], label: str) -> float:
    """Give the F1 of one part."""
    hits = sum(right == found == label for right, found in pairs)
    return 2 * hits / max(1, sum((a == label) + (b == label) for a, b in pairs))


def folds(told: Sequence[SampleAnswer]) -> Iterator[tuple[list[SampleAnswer], list[SampleAnswer]]]:
    """Part the samples by author: those to train on, and those to read."""
    authors = sorted({f"{each.batch}" for each in told})
    for place in range(FOLDS):
        held = {*authors[place::FOLDS]}
        yield [e for e in told if e.batch not in held], [e for e in told if e.batch in held]


def accuracy() -> None:
    """Print the table of cross-validation."""
    print("| five folds by author | accuracy | macro-F1 | F1 of S, T, A, R, L, N | by register |")
    print("|---|---|---|---|---|")
    for language in LANGUAGES:
        pairs: list[tuple[str, str]] = []
        registers: dict[str, list[bool]] = defaultdict(list)
        for learned, held in folds(samples(language)):
            known = evolve(profile(language), weights=train(learned, language))
            for each in held:
                own = read(each, known)
                pairs += own
                registers[f"{each.register}"] += [right == found for right, found in own]
        scores = [f_score(pairs, part) for part in SENTENCE_PARTS]
        shares = {name: sum(hits) / len(hits) for name, hits in sorted(registers.items())}
        print(
            f"| {language} | {sum(a == b for a, b in pairs) / len(pairs):.3f} "
            f"| {sum(scores) / len(scores):.3f} | {', '.join(f'{each:.2f}' for each in scores)} "
            f"| {', '.join(f'{name} {share:.2f}' for name, share in shares.items())} |",
            flush=True,
        )


def texts(language: str) -> list[str]:
    """Give answers of just 150 words."""
    words = " ".join(each.answer().text for each in samples(language)).split(" ")
    starts = range(0, len(words) - WORDS, WORDS)
    return [" ".join(words[start : start + WORDS]) for start in starts][:100]


def spacy_pipeline(language: str) -> Callable[[str], Any] | None:
    """Give spaCy's blank pipeline with sentencizer and the phrases of our lexicons, if installed."""
    try:
        import spacy
        from spacy.matcher import PhraseMatcher
    except ImportError:
        return None
    pipeline = spacy.blank(language)
    pipeline.add_pipe("sentencizer")
    matcher = PhraseMatcher(pipeline.vocab, attr="LOWER")
    for name, phrases in profile(language).lexicons:
        matcher.add(name, [pipeline.make_doc(phrase) for phrase in sorted(phrases)])
    return lambda text: matcher(pipeline(text))


def all_three(text: str, language: str) -> None:
    """Find parts, doers and numbers, the words taken apart once."""
    known = profile(language)
    tokens = tokens_of(text, known)
    parts_of(tokens, clauses_of(tokens, known), known)
    ownership_of(tokens, known)
    quantities_of(tokens, known)


def speed() -> None:
    """Print the table of speed."""
    print("| answers of 150 words, one core | median us | answers/s | x spaCy |")
    print("|---|---|---|---|")
    for language in LANGUAGES:
        cases: dict[str, Callable[[str], Any]] = {
            "segment": lambda text, own=language: segment(text, own),
            "ownership": lambda text, own=language: ownership(text, own),
            "quantities": lambda text, own=language: quantities(text, own),
            "the three, words taken apart once": lambda text, own=language: all_three(text, own),
        }
        peer = spacy_pipeline(language)
        if peer is not None:
            cases["spaCy blank, sentencizer, PhraseMatcher"] = peer
        times: dict[str, list[float]] = defaultdict(list)
        chosen = texts(language)
        for _ in range(ROUNDS):
            for name, case in cases.items():
                began = process_time()
                for text in chosen:
                    case(text)
                times[name].append((process_time() - began) / len(chosen) * 1e6)
        floor = median(times["spaCy blank, sentencizer, PhraseMatcher"]) if peer else float("nan")
        for name, taken in times.items():
            own = median(taken)
            print(f"| {language}: {name} | {own:.0f} | {1e6 / own:,.0f} | {own / floor:.2f} |")


if __name__ == "__main__":
    speed()
    if "--speed" not in sys.argv:
        accuracy()
