"""The command line: practise, learn, draw a quiz, score an answer, look around, check a pack."""

import argparse
import secrets
import shlex
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

from attrs import asdict

from interview_kit._arguments import DEFAULT_LANGUAGE, common_arguments, drawn_arguments
from interview_kit._documents import document
from interview_kit._resources import PACK_FILE
from interview_kit._streams import (
    json_text,
    print_lines,
    read_answer,
    standard_input,
    write_anything,
    write_no_more,
)
from interview_kit._terminal import (
    balance_lines,
    describe,
    health_lines,
    noun_lines,
    question_lines,
    quiz_lines,
    report_lines,
    say,
    summary_lines,
)
from interview_kit.assess import score
from interview_kit.balance import balance
from interview_kit.bank import Bank, nearest_names
from interview_kit.errors import (
    InfeasibleError,
    InterviewKitError,
    InvalidValueError,
    PackError,
    UnknownIdError,
)
from interview_kit.model import (
    KINDS,
    SECTIONS,
    Noun,
    Question,
    ScoreReport,
    Unscored,
)
from interview_kit.packs import PackSource, canonical_files, check, load
from interview_kit.quiz import Blueprint, Quiz, generate, health

__all__ = ["main"]

#: Exit codes: all went well; what was asked for cannot be had; the request is wrong, as argparse
#: has it; stopped by Ctrl-C, as shells have it.
DONE: Final = 0
FAILED: Final = 1
MISUSED: Final = 2
STOPPED: Final = 130

#: Bits of a seed that nobody gave: short enough to be typed again, and it reads back as drawn.
SEED_BITS: Final = 32

#: Questions of a quiz where nobody says how many: half an hour.
DEFAULT_LENGTH: Final = 5

#: Items of a knowledge quiz where nobody says how many: ten minutes.
LEARNT_AT_ONCE: Final = 10
#: The bundled packs that items are made of, beside the core pack.
LEARNT_FROM: Final = ("general_hr", "general_behavioural", "answers")

PROGRAM: Final = "interview-kit"
OVERVIEW: Final = """\
Interview practice and structured interviews, in Indonesian and English.

  interview-kit practice --role sales --language id   answer questions, get scores with evidence
  interview-kit learn --language en                   a short quiz on what to know
  interview-kit quiz --role hr --length 5 --seed 7    draw a question sheet
  interview-kit list roles                            see what the bank holds
  interview-kit list --stats                          see how its questions are balanced
  interview-kit show S04                              see one question with its probes
  interview-kit score S04 --language en < answer.txt  score an answer
  interview-kit health --role hr --length 4           see which questions come how often
  interview-kit check ./my_pack                       look for problems in a pack

Each takes --json for programs and --help for details."""

Options = argparse.Namespace


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line.

    Args:
        arguments: what stands after the program's name; `None` means that of this process.

    Returns:
        The exit code: 0 done, 1 not to be had, 2 wrong request, 130 stopped.
    """
    write_anything(sys.stdout)
    options = Options(language=DEFAULT_LANGUAGE)
    try:
        try:
            _parser().parse_args(arguments, options)
            return _run(options)
        finally:
            # What cannot be written is found out while it can still be told.
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has had enough.
        write_no_more()
        return DONE
    except (InterviewKitError, OSError, UnicodeError) as error:
        write_no_more()
        code = MISUSED if isinstance(error, InvalidValueError) else FAILED
        return _fail(_sentence_of(error, options.language), code)
    except KeyboardInterrupt:
        print(f"\n{say('stopped', options.language)}", file=sys.stderr)
        return STOPPED


def _run(options: Options) -> int:
    options.asked_language = options.language
    options.language = options.language or DEFAULT_LANGUAGE
    command: Callable[[Options], int] | None = getattr(options, "command", None)
    if command is None:
        print(OVERVIEW)
        return DONE
    return command(options)


def _sentence_of(error: Exception, language: str) -> str:
    if isinstance(error, PackError):
        more = sum(len(each.problems) for each in (error, *error.others)) - 1
        others = f" (and {more} more)" if more else ""
        return f"{error.pack}: {error.problems[0]}{others}; see '{PROGRAM} check {error.pack}'"
    if isinstance(error, InfeasibleError):
        return error.in_(language)
    if isinstance(error, UnicodeError):
        return "the answer is not UTF-8 text; save it as UTF-8"
    return str(error)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=PROGRAM, description="Interview practice and quizzes.")
    shown_version = f"%(prog)s {version('interview_kit')}"
    parser.add_argument("--version", action="version", version=shown_version)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    common, drawn = common_arguments(), drawn_arguments()

    def add(name: str, command: Callable[[Options], int], text: str, *parents: Any) -> Any:
        sub = commands.add_parser(name, help=text, description=text, parents=[common, *parents])
        sub.set_defaults(command=command)
        return sub

    add("health", _health, "how often each question comes, and what never comes up", drawn)
    add("learn", _learn, "answer closed items, each explained at once", drawn)
    add("practice", _practice, "answer questions one by one and get scores with evidence", drawn)
    add("quiz", _quiz, "draw a question sheet", drawn)
    scored = add("score", _score, "score an answer read from a file or standard input")
    scored.add_argument("question", help="id of the question")
    scored.add_argument("file", nargs="?", help="file with the answer (standard input, also as -)")
    listed = add("list", _list, "list what the bank holds")
    listed.add_argument("section", choices=list(SECTIONS), nargs="?", default="questions")
    listed.add_argument("--role", help="only questions for this role")
    listed.add_argument("--kind", choices=KINDS, help="only questions of this kind")
    listed.add_argument("--stats", action="store_true", help="how the questions are balanced")
    shown = add("show", _show, "show an object of the bank")
    shown.add_argument("id", help="its id")
    checked = add("check", _check, "report everything that is wrong with a pack")
    checked.add_argument("source", metavar="PACK", help="name, folder or zip")
    checked.add_argument("--rewrite", action="store_true", help="write a sound folder canonically")
    return parser


def _practice(options: Options) -> int:
    bank = _bank(options)
    quiz, seed = _drawn(bank, options)
    # With --json, standard output carries the document alone; the talk goes beside it.
    out = sys.stderr if options.json else sys.stdout
    role = options.role or say("any_role", options.language)
    count = len(quiz.questions)
    words = {"role": role, "count": count, "minutes": quiz.minutes}
    print_lines([say("welcome", options.language, **words), say("how_to", options.language)], out)
    results: list[dict[str, Any]] = []
    scores: list[float | None] = []
    try:
        for place, question in enumerate(quiz.questions, 1):
            print_lines(["", *question_lines(question, place, count, options.language)], out)
            answer, ended = read_answer(standard_input())
            if ended and not answer:
                break
            result = _judged(bank, question, answer, options.language, out)
            scores.append(result.overall if result else None)
            results.append({"question": question.id, "result": _written(result)})
            if ended:
                break
    finally:
        # Whoever stops in the middle keeps what was done.
        print_lines(["", *summary_lines(scores, options.language)], out)
        print_lines([say("again", options.language, seed=seed)], out)
        if options.json:
            print(json_text({"receipt": document(quiz.receipt), "results": results}))
    return DONE


def _judged(
    bank: Bank, question: Question, answer: str, language: str, out: Any
) -> ScoreReport | Unscored | None:
    if not answer:
        print_lines([say("skipped", language)], out)
        return None
    result = score(bank, question, answer, language=language)
    print_lines(report_lines(result, bank.rubric_for(question), language), out)
    return result


def _quiz(options: Options) -> int:
    quiz, seed = _drawn(_bank(options), options)
    lines = [*quiz_lines(quiz, options.language), say("again", options.language, seed=seed)]
    print(json_text(document(quiz)) if options.json else "\n".join(lines))
    return DONE


def _learn(options: Options) -> int:
    # Its templates take a sixth of the time to start, which other commands need not wait for.
    teach: Callable[..., dict[str, Any]] = import_module("interview_kit._learning").teach
    seed, shown_seed = _seed(options)
    asked = Blueprint(
        role=options.role,
        length=options.length or LEARNT_AT_ONCE,
        minutes=options.minutes,
        quotas=options.quota,
        draws="items",
    )
    show = partial(print_lines, out=sys.stderr if options.json else sys.stdout)
    bank = _bank(options, *LEARNT_FROM)
    found = teach(bank, asked, seed, iter(standard_input()), show, options.language)
    show([say("again", options.language, seed=shown_seed)])
    if options.json:
        print(json_text(found))
    return DONE


def _health(options: Options) -> int:
    bank = _bank(options)
    found = health(bank, _blueprint(bank, options))
    lines = health_lines(found, options.language)
    print(json_text(document(found)) if options.json else "\n".join(lines))
    return DONE


def _score(options: Options) -> int:
    bank = _bank(options)
    question = bank.get(Question, options.question)
    is_file = options.file not in {None, "-"}
    answer = Path(options.file).read_text("utf-8") if is_file else standard_input().read()
    result = score(bank, question, answer, language=options.language)
    lines = report_lines(result, bank.rubric_for(question), options.language)
    print(json_text(_written(result)) if options.json else "\n".join(lines))
    return FAILED if result.overall is None else DONE


def _list(options: Options) -> int:
    bank = _bank(options)
    if options.stats:
        return _stats(bank, options)
    items: Sequence[Noun] = bank.contents.section(options.section)
    if options.section == "questions":
        items = bank.find(role=options.role, kind=options.kind)
    elif options.role or options.kind:
        found = f"--role or --kind with {options.section}"
        raise InvalidValueError("list", found, "these for questions only")
    lines = (describe(item, options.language) for item in items)
    print(json_text([document(item) for item in items]) if options.json else "\n".join(lines))
    return DONE


def _stats(bank: Bank, options: Options) -> int:
    others = (options.role, options.kind, options.section != "questions")
    if any(others):
        raise InvalidValueError("list", "--stats with a section, --role or --kind", "it alone")
    found = balance(bank)
    lines = balance_lines(found, options.language)
    print(json_text(document(found)) if options.json else "\n".join(lines))
    return DONE


def _show(options: Options) -> int:
    bank = _bank(options)
    found = [item for item in _items(bank) if item.id == options.id]
    if not found:
        ids = [item.id for item in _items(bank)]
        raise UnknownIdError("object", options.id, nearest_names(options.id, ids), len(ids))
    lines = [line for item in found for line in noun_lines(item, bank, options.language)]
    plain = {type(item).__name__: document(item) for item in found}
    print(json_text(plain) if options.json else "\n".join(lines))
    return DONE


def _check(options: Options) -> int:
    source = _source(options.source)
    if options.rewrite and not (isinstance(source, Path) and source.is_dir()):
        raise InvalidValueError("--rewrite", repr(options.source), "a folder")
    problems = check(source, *(_source(each) for each in options.pack))
    if options.json:
        print(json_text([asdict(problem) for problem in problems]))
    else:
        word = "problems" if problems else "sound"
        print_lines(map(str, problems), sys.stdout)
        print(say(word, options.language, pack=options.source, count=len(problems)))
    if options.rewrite and not problems:
        _rewrite(Path(options.source), options)
    return FAILED if problems else DONE


def _rewrite(folder: Path, options: Options) -> None:
    # All is made before anything is written, and pack.json, which tells the format, comes last.
    for name, found, wanted in reversed(list(canonical_files(folder))):
        if found != wanted:
            (folder / name).write_bytes(wanted)
            print_lines([say("rewritten", options.language, file=name)], sys.stderr)


def _bank(options: Options, *further: str) -> Bank:
    packs = dict.fromkeys((*further, *options.pack))
    bank = load("core", *map(_source, packs))
    if options.asked_language is None and bank.languages:
        is_spoken = options.language in bank.languages
        options.language = options.language if is_spoken else bank.languages[0]
    elif options.language not in bank.languages:
        known = ", ".join(bank.languages)
        raise InvalidValueError("--language", repr(options.language), f"one of {known}")
    return bank


def _source(name: str) -> PackSource:
    # A bare name is a folder only if it looks like a pack: many programs have a folder `core`.
    if not name:
        raise InvalidValueError("PACK", "an empty name", "a name, a folder or a zip")
    path = Path(name)
    is_pack = path.name != name or path.is_file() or (path / PACK_FILE).is_file()
    return path if is_pack and path.exists() else name


def _items(bank: Bank) -> Iterator[Noun]:
    for section in SECTIONS:
        yield from bank.contents.section(section)


def _blueprint(bank: Bank, options: Options) -> Blueprint:
    there = len(bank.find(role=options.role))
    length = options.length or max(1, min(DEFAULT_LENGTH, there))
    return Blueprint(
        role=options.role, length=length, minutes=options.minutes, quotas=options.quota
    )


def _drawn(bank: Bank, options: Options) -> tuple[Quiz, str]:
    seed, shown_seed = _seed(options)
    return generate(bank, _blueprint(bank, options), seed=seed), shown_seed


def _seed(options: Options) -> tuple[int | str, str]:
    """Give the seed, drawn if nobody gave one, and how it is typed again."""
    seed = secrets.randbits(SEED_BITS) if options.seed is None else options.seed
    return seed, shlex.quote(f"{seed}")


def _written(result: ScoreReport | Unscored | None) -> dict[str, Any] | None:
    if result is None:
        return None
    return {"type": type(result).__name__, **document(result)}


def _fail(sentence: str, code: int) -> int:
    print(f"{PROGRAM}: error: {sentence}", file=sys.stderr)
    return code
