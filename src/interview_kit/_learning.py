"""A knowledge quiz in the terminal: what is shown, what may be typed, and what is told then."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from string import ascii_lowercase
from textwrap import fill
from typing import Any, Final

from interview_kit._documents import document
from interview_kit._terminal import WIDTH, fill_in
from interview_kit.bank import Bank
from interview_kit.knowledge import Grade, Response, grade, total, with_items
from interview_kit.model import Option, QuizItem, Text
from interview_kit.model.seeds import Seed
from interview_kit.quiz import Blueprint, generate

__all__ = ["learn", "teach"]

LETTERS: Final = ascii_lowercase

WORDS: Final = {
    "welcome": Text.of(
        id="Kuis belajar: {count} soal, sekitar {minutes} menit. Enter saja: lewati.",
        en="Knowledge quiz: {count} items, about {minutes} minutes. Enter alone: skip.",
    ),
    "one_of": Text.of(id="Pilih satu huruf", en="Choose one letter"),
    "true_false": Text.of(id="Pilih satu huruf", en="Choose one letter"),
    "several_of": Text.of(
        id="Pilih semua yang benar, misalnya: a c", en="Choose all that are right, such as: a c"
    ),
    "ordering": Text.of(
        id="Tulis semua huruf menurut urutannya, misalnya: b a c",
        en="Write all letters in their order, such as: b a c",
    ),
    "matching": Text.of(
        id="Tulis huruf pasangan untuk 1, 2, … berurutan, misalnya: b a c",
        en="Write the letter that goes with 1, 2, … in turn, such as: b a c",
    ),
    "numeric": Text.of(
        id="Tulis angka, {lowest} sampai {highest}", en="Write a number, {lowest} to {highest}"
    ),
    "again": Text.of(id="Tidak terbaca. {how}.", en="That cannot be read. {how}."),
    "right": Text.of(id="Benar.", en="Right."),
    "partly": Text.of(id="Sebagian benar: {points:.0%}.", en="Partly right: {points:.0%}."),
    "wrong": Text.of(id="Belum tepat.", en="Not quite."),
    "skipped": Text.of(id="Dilewati.", en="Skipped."),
    "answer": Text.of(id="Jawabannya: {key}", en="The answer: {key}"),
    "done": Text.of(
        id="Selesai: {points:.1f} dari {most} poin, {answered} dari {of} soal dijawab.",
        en="Done: {points:.1f} of {most} points, {answered} of {of} items answered.",
    ),
    "nothing": Text.of(
        id="Selesai. Tidak ada soal yang dijawab.", en="Done. Nothing was answered."
    ),
    "repeat": Text.of(id="Layak diulang: {topics}", en="Worth another look: {topics}"),
}


def teach(
    bank: Bank,
    blueprint: Blueprint,
    seed: Seed,
    typed: Iterator[str],
    show: Callable[[Iterable[str]], None],
    language: str,
) -> dict[str, Any]:
    """Draw items of a bank that speak a language, and ask them.

    Args:
        bank: the bank that items are made of.
        blueprint: what the quiz must contain.
        seed: the seed of the quiz.
        typed: the lines that are typed.
        show: takes lines to show.
        language: the language.

    Returns:
        The receipt, the totals and the grades, as plain documents.

    Raises:
        InfeasibleError: if no quiz satisfies the blueprint.
    """
    quiz = generate(with_items(bank, language=language), blueprint, seed=seed)
    grades = learn(quiz.items, typed, show, language)
    return {
        "receipt": document(quiz.receipt),
        "totals": document(total(grades)),
        "grades": [document(each) for each in grades],
    }


def learn(
    items: Sequence[QuizItem],
    typed: Iterator[str],
    show: Callable[[Iterable[str]], None],
    language: str,
) -> list[Grade]:
    """Ask items one by one and explain each at once.

    Args:
        items: the items, their options in the order in which they are shown.
        typed: the lines that are typed; when they end, the quiz ends.
        show: takes lines to show.
        language: the language.

    Returns:
        A grade for each item that was shown and answered or skipped.
    """
    minutes = sum(each.minutes for each in items)
    show([fill_in(WORDS["welcome"], language, count=len(items), minutes=minutes)])
    grades: list[Grade] = []
    try:
        for place, item in enumerate(items, 1):
            show(["", *_item_lines(item, f"{place}/{len(items)}", language)])
            response = _response(item, typed, show, language)
            grades.append(grade(item, response))
            show(_told(item, grades[-1], language))
    except StopIteration:
        pass
    finally:
        # Whoever stops in the middle sees what was done.
        show(["", *_summary(items, grades, language)])
    return grades


def _item_lines(item: QuizItem, place: str, language: str) -> Iterator[str]:
    yield f"{place} [{item.id}]"
    if item.passage:
        yield from _wrapped(item.passage.in_(language), "  | ", "  | ")
    yield from _wrapped(item.text.in_(language), "", "")
    if item.form == "matching":
        for number, option in enumerate(item.options, 1):
            yield from _option_lines(f"{number}", option, language)
    for letter, option in zip(LETTERS, item.targets or item.options, strict=False):
        yield from _option_lines(letter, option, language)


def _option_lines(mark: str, option: Option, language: str) -> Iterator[str]:
    yield from _wrapped(option.text.in_(language), f"  {mark}  ", "     ")


def _wrapped(text: str, first: str, other: str) -> Iterator[str]:
    for line in text.splitlines():
        yield fill(line, WIDTH, initial_indent=first, subsequent_indent=other)
        first = other


def _how(item: QuizItem, language: str) -> str:
    estimate = item.estimate
    bounds = {"lowest": estimate.lowest, "highest": estimate.highest} if estimate else {}
    return fill_in(WORDS[item.form], language, **bounds)


def _response(
    item: QuizItem,
    typed: Iterator[str],
    show: Callable[[Iterable[str]], None],
    language: str,
) -> Response:
    """Read lines until one can be understood; an empty one skips the item."""
    how = _how(item, language)
    show([f"{how}:"])
    while line := next(typed).strip():
        response = _read(item, line)
        if response is not None:
            return response
        show([fill_in(WORDS["again"], language, how=how)])
    return None


def _read(item: QuizItem, line: str) -> Response:
    """Understand what was typed; `None` if that is not possible."""
    if item.estimate:
        is_number = line.isdecimal() and len(line) <= len(f"{item.estimate.highest}")
        value = int(line) if is_number else -1
        return value if item.estimate.lowest <= value <= item.estimate.highest else None
    shown = item.targets or item.options
    letters = [each for each in line.lower() if not each.isspace() and each not in ",;"]
    places = [LETTERS.find(each) for each in letters]
    known = all(0 <= place < len(shown) for place in places) and len({*places}) == len(places)
    single = item.form in {"one_of", "true_false"}
    count = {"several_of": len(places), "matching": len(item.options)}
    if not known or len(places) != (1 if single else count.get(item.form, len(shown))):
        return None
    ids = tuple(shown[place].id for place in places)
    return ids[0] if single else ids


def _told(item: QuizItem, given: Grade, language: str) -> Iterator[str]:
    """Tell how it went: the verdict, why the key is right, and what was wrong about the choice."""
    points = given.points
    if points is None:
        yield fill_in(WORDS["skipped"], language)
    elif 0 < points < 1:
        yield fill_in(WORDS["partly"], language, points=points)
    else:
        yield fill_in(WORDS["right" if points else "wrong"], language)
    if not given.correct:
        yield from _wrapped(fill_in(WORDS["answer"], language, key=_key(item, language)), "", "  ")
    yield from _wrapped(item.explanation.in_(language), "", "")
    if item.form in {"one_of", "several_of"}:
        for option, mark in zip(item.options, given.options, strict=True):
            if mark.chosen and not mark.right:
                yield from _wrapped(option.rationale.in_(language), "  > ", "    ")


def _key(item: QuizItem, language: str) -> str:
    if item.estimate:
        return f"{item.estimate.value}"
    shown = item.targets or item.options
    letter_of = {each.id: letter for letter, each in zip(LETTERS, shown, strict=False)}
    if item.form == "matching":
        return ", ".join(f"{place} {letter_of[key]}" for place, key in enumerate(item.key, 1))
    if item.form == "ordering":
        return " ".join(letter_of[key] for key in item.key)
    right = [each for each in item.options if each.id in item.key]
    return "; ".join(f"{letter_of[each.id]}  {each.text.in_(language)}" for each in right)


def _summary(items: Sequence[QuizItem], grades: Sequence[Grade], language: str) -> Iterator[str]:
    totals = total(grades)
    if not totals.answered:
        yield fill_in(WORDS["nothing"], language)
        return
    counts = {"answered": totals.answered, "of": totals.of}
    yield fill_in(WORDS["done"], language, points=totals.points, most=totals.most, **counts)
    missed = Counter(
        item.topic
        for item, each in zip(items, grades, strict=False)
        if each.answered and not each.correct
    )
    if missed:
        topics = ", ".join(topic for topic, _ in missed.most_common(3))
        yield fill_in(WORDS["repeat"], language, topics=topics)
