"""What the command line says: its words in both languages, and values laid out as lines."""

from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import Any, Final

from interview_kit.balance import Balance, GroupBalance, Tally
from interview_kit.bank import Bank
from interview_kit.model import (
    SECTIONS,
    Noun,
    Question,
    Rating,
    Rubric,
    ScoreReport,
    Terms,
    Text,
    Unscored,
    Value,
    fields_of,
)
from interview_kit.model.values import default_of, is_tuple
from interview_kit.quiz import Health, Quiz

__all__ = [
    "WIDTH",
    "WORDS",
    "balance_lines",
    "describe",
    "fill_in",
    "health_lines",
    "noun_lines",
    "question_lines",
    "quiz_lines",
    "report_lines",
    "say",
    "summary_lines",
]

#: Columns of a line: what every terminal has.
WIDTH: Final = 80
#: Longest quote shown, in characters.
MAX_QUOTE: Final = 90
#: Next steps shown for one answer at most: more are not followed.
MAX_STEPS: Final = 2
#: Characters of a full bar.
BAR: Final = 40

WORDS: Final = {
    "welcome": Text.of(
        id="Latihan interview user: {role}, {count} pertanyaan, sekitar {minutes} menit.",
        en="User interview practice: {role}, {count} questions, about {minutes} minutes.",
    ),
    "how_to": Text.of(
        id="Tulis jawabanmu, lalu akhiri dengan satu baris kosong. Baris kosong saja: lewati.",
        en="Type your answer and end it with an empty line. An empty line alone: skip.",
    ),
    "any_role": Text.of(id="semua posisi", en="any role"),
    "question": Text.of(id="Pertanyaan {place} dari {count}", en="Question {place} of {count}"),
    "minutes": Text.of(id="{minutes} menit", en="{minutes} minutes"),
    "score": Text.of(id="Skor {overall:.0f} dari 100", en="Score {overall:.0f} of 100"),
    "coverage": Text.of(
        id="{rated} dari {all} kriteria dinilai", en="{rated} of {all} criteria rated"
    ),
    "unscored": Text.of(id="Belum bisa dinilai: {message}", en="Not scored: {message}"),
    "strength": Text.of(id="Sudah baik: {name}", en="Already good: {name}"),
    "quizzes": Text.of(
        id="{count} kuis memenuhi permintaan ini. Pertanyaan muncul sesering ini:",
        en="{count} quizzes meet this request. The questions come this often:",
    ),
    "thin": Text.of(
        id="Tipis: kuota {quota} butuh {needed}, dan hanya ada {there}: {ids}",
        en="Thin: quota {quota} needs {needed}, and there are {there}: {ids}",
    ),
    "unreachable": Text.of(id="Tidak pernah muncul: {ids}", en="Never come up: {ids}"),
    "over_used": Text.of(
        id="Muncul di setidaknya separuh kuis: {ids}", en="In at least half of the quizzes: {ids}"
    ),
    "uncovered": Text.of(id="Tidak pernah tergali: {ids}", en="Never covered: {ids}"),
    "group": Text.of(id="{group}: {count} pertanyaan", en="{group}: {count} questions"),
    "kinds": Text.of(id="jenis", en="kind"),
    "difficulties": Text.of(id="tingkat kesulitan", en="difficulty"),
    "lengths": Text.of(id="menit", en="minutes"),
    "competencies": Text.of(id="kompetensi", en="competency"),
    "skipped": Text.of(id="Dilewati.", en="Skipped."),
    "summary": Text.of(
        id="Selesai. {scored} dari {asked} jawaban dinilai.",
        en="Done. {scored} of {asked} answers were scored.",
    ),
    "mean": Text.of(id="Rata-rata {mean:.0f} dari 100.", en="Mean {mean:.0f} of 100."),
    "again": Text.of(
        id="Ulangi kuis ini dengan: --seed {seed}", en="Repeat this quiz with: --seed {seed}"
    ),
    "advice": Text.of(
        id="Skor ini umpan balik latihan dari aturan yang terbuka, bukan penilaian atas dirimu.",
        en="This score is practice feedback from open rules, not a judgement of you.",
    ),
    "stopped": Text.of(id="Berhenti.", en="Stopped."),
    "sound": Text.of(id="{pack}: tidak ada masalah", en="{pack}: no problems"),
    "problems": Text.of(id="{pack}: {count} masalah", en="{pack}: {count} problems"),
    "rewritten": Text.of(id="{file}: ditulis ulang", en="{file}: rewritten"),
}


def say(word: str, language: str, **values: object) -> str:
    """Say one of the command line's sentences.

    Args:
        word: a key of `WORDS`.
        language: the language to say it in; English where it is not there.
        **values: what stands in the sentence.

    Returns:
        The sentence.
    """
    return fill_in(WORDS[word], language, **values)


def fill_in(sentence: Text, language: str, **values: object) -> str:
    """Say a sentence with what stands in it.

    Args:
        sentence: the sentence, with names in braces.
        language: the language to say it in; English where it is not there.
        **values: what stands for the names.

    Returns:
        The sentence.
    """
    return sentence.in_(language, fallback=("en",)).format(**values)


def question_lines(question: Question, place: int, count: int, language: str) -> Iterator[str]:
    """Lay out a question.

    Args:
        question: the question.
        place: its place in the quiz, from 1.
        count: how many questions the quiz has.
        language: the language to show it in.

    Yields:
        Lines.
    """
    heading = say("question", language, place=place, count=count)
    yield f"{heading} [{question.id}] {say('minutes', language, minutes=question.minutes)}"
    yield fill(_in(question.text, language), WIDTH)


def quiz_lines(quiz: Quiz, language: str) -> Iterator[str]:
    """Lay out a quiz.

    Args:
        quiz: the quiz.
        language: the language to show it in.

    Yields:
        Lines.
    """
    for place, question in enumerate(quiz.questions, 1):
        yield from question_lines(question, place, len(quiz.questions), language)
        yield f"  {question.kind}, {', '.join(question.competencies)}, D{question.difficulty}"
    yield say("minutes", language, minutes=quiz.minutes)


def report_lines(result: ScoreReport | Unscored, rubric: Rubric, language: str) -> Iterator[str]:
    """Lay out what a scorer found.

    Args:
        result: the report, or why there is none.
        rubric: the rubric it used.
        language: the language of the words around it.

    Yields:
        Lines.
    """
    if isinstance(result, Unscored):
        yield say("unscored", language, message=result.message or result.reason)
        return
    counted = [each for each in result.ratings if each.level is not None and each.supported]
    coverage = say("coverage", language, rated=len(counted), all=len(rubric.criteria))
    if result.overall is None:
        yield coverage
    else:
        overall = say("score", language, overall=result.overall)
        band = f": {result.band}" if result.band else ""
        yield f"{overall}{band} ({coverage})"
    for rating in counted:
        yield from _rating_lines(rating, rubric, language)
    yield from _next_lines(counted, rubric, language)


def summary_lines(scores: Iterable[float | None], language: str) -> Iterator[str]:
    """Sum up a practice.

    Args:
        scores: the overall score of each question asked; `None` where there is none.
        language: the language of the words.

    Yields:
        Lines.
    """
    asked = list(scores)
    scored = [each for each in asked if each is not None]
    yield say("summary", language, scored=len(scored), asked=len(asked))
    if scored:
        yield say("mean", language, mean=sum(scored) / len(scored))
        yield say("advice", language)


def describe(item: Noun, language: str) -> str:
    """Say in one line what an object is.

    Args:
        item: any object of a bank.
        language: the language to say it in.

    Returns:
        Its id and its name or text.
    """
    texts = [_in(held, language) for _, held in fields_of(item) if isinstance(held, Text)]
    numbers = [f"{each.name} {held}" for each, held in fields_of(item) if isinstance(held, int)]
    return f"{item.id}  {texts[0] if texts else ', '.join(numbers)}"


def health_lines(found: Health, language: str) -> Iterator[str]:
    """Lay out the health of a bank under a blueprint.

    Args:
        found: what was found.
        language: the language of the words.

    Yields:
        Lines.
    """
    yield say("quizzes", language, count=found.quizzes)
    for each in found.exposures:
        yield f"  {each.id:<12} {each.share:6.1%}  {'#' * round(each.share * BAR)}"
    for part in found.minutes:
        minutes = say("minutes", language, minutes=part.minutes)
        yield f"  {minutes:<12} {part.share:6.1%}  {'#' * round(part.share * BAR)}"
    for thin in found.thin:
        counts = {"quota": thin.quota + 1, "needed": thin.needed, "there": thin.there}
        text = say("thin", language, ids=", ".join(thin.ids), **counts)
        yield fill(text, WIDTH, subsequent_indent="  ")
    lists = {
        "unreachable": found.unreachable,
        "over_used": found.over_used,
        "uncovered": (*found.uncovered_competencies, *found.uncovered_goals),
    }
    for word, ids in lists.items():
        if ids:
            text = say(word, language, ids=", ".join(ids))
            yield fill(text, WIDTH, subsequent_indent="  ")


def balance_lines(found: Balance, language: str) -> Iterator[str]:
    """Lay out how a bank is balanced.

    Args:
        found: the counts.
        language: the language of the words.

    Yields:
        Lines.
    """
    for group in found.groups:
        yield say("group", language, group=group.group, count=group.questions)
        for word, tallies in _tallies_of(group).items():
            counts = ", ".join(f"{tally.name} x{tally.count}" for tally in tallies)
            yield fill(f"  {say(word, language)}: {counts}", WIDTH, subsequent_indent="    ")
        missing = (*group.missing_kinds, *group.missing_competencies)
        if missing:
            text = say("uncovered", language, ids=", ".join(missing))
            yield fill(f"  {text}", WIDTH, subsequent_indent="    ")


def _tallies_of(group: GroupBalance) -> dict[str, tuple[Tally, ...]]:
    return {
        "kinds": group.kinds,
        "difficulties": group.difficulties,
        "lengths": group.minutes,
        "competencies": group.competencies,
    }


def noun_lines(item: Noun, bank: Bank, language: str) -> Iterator[str]:
    """Lay out an object with all that belongs to it.

    Args:
        item: any object of the bank.
        bank: the bank, in which the ids it holds are looked up.
        language: the language to show it in.

    Yields:
        Lines.
    """
    yield f"{type(item).__name__} {item.id}"
    yield from _field_lines(item, bank, language, "  ")


def _field_lines(value: Value, bank: Bank, language: str, indent: str) -> Iterator[str]:
    for each, held in fields_of(value):
        if each.name == "id" or held == default_of(each):
            continue
        section = each.metadata.get("refers_to", "")
        if is_tuple(held) and (section in SECTIONS or isinstance(held[0], Value)):
            yield f"{indent}{each.name}:"
            for member in held:
                yield from _member_lines(member, section, bank, language, indent)
        elif isinstance(held, Value) and not isinstance(held, Text | Terms):
            yield f"{indent}{each.name}:"
            yield from _field_lines(held, bank, language, f"{indent}  ")
        else:
            line = f"{indent}{each.name}: {_in_one_line(held, language)}"
            yield fill(line, WIDTH, subsequent_indent=f"{indent}  ")


def _member_lines(
    member: Any, section: str, bank: Bank, language: str, indent: str
) -> Iterator[str]:
    inner, bullet = f"{indent}    ", f"{indent}  - "
    if isinstance(member, Text):
        yield fill(bullet + _in(member, language), WIDTH, subsequent_indent=inner)
    elif isinstance(member, Value):
        id = getattr(member, "id", "")
        lines = [f"{inner}{id}"] if id else []
        lines += _field_lines(member, bank, language, inner)
        yield bullet + lines[0].removeprefix(inner)
        yield from lines[1:]
    else:
        named = describe(bank.get(SECTIONS[section], member), language)
        yield fill(bullet + named, WIDTH, subsequent_indent=inner)


def _in_one_line(held: Any, language: str) -> str:
    if isinstance(held, Text):
        return _in(held, language)
    words = held.in_(language) if isinstance(held, Terms) else held
    return ", ".join(words) if is_tuple(words) else f"{words}"


def _rating_lines(rating: Rating, rubric: Rubric, language: str) -> Iterator[str]:
    criterion = rubric.criterion(rating.criterion)
    name = _in(criterion.name, language) if criterion else rating.criterion
    quotes = [each.quote for each in rating.evidence]
    quote = f'  "{_cut(quotes[0])}"' if quotes else ""
    yield f"  {rating.level}  {name}{quote}"


def _next_lines(ratings: list[Rating], rubric: Rubric, language: str) -> Iterator[str]:
    weights = {each.id: each.weight for each in rubric.criteria}
    best = max(ratings, key=lambda each: ((each.level or 0), weights[each.criterion]), default=None)
    named = rubric.criterion(best.criterion) if best and best.level else None
    if named:
        yield say("strength", language, name=_in(named.name, language))
    open_steps = [each for each in ratings if each.next_step]
    highest = max((level.value for each in rubric.criteria for level in each.levels), default=0)
    # What weighs most and is furthest from its goal comes first.
    open_steps.sort(key=lambda each: -weights[each.criterion] * (highest - (each.level or 0)))
    for rating in open_steps[:MAX_STEPS]:
        yield fill(f"> {rating.next_step}", WIDTH, subsequent_indent="  ")


def _in(text: Text, language: str) -> str:
    return text.in_(language, fallback=text.languages)


def _cut(quote: str) -> str:
    line = " ".join(quote.split())
    return line if len(line) <= MAX_QUOTE else f"{line[:MAX_QUOTE]}…"
