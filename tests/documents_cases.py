"""Documents that are sound, and what is said when one thing in them is not."""

import math
from collections import OrderedDict
from typing import Any

from interview_kit import Problem
from interview_kit.model import (
    Criterion,
    Fact,
    Indicator,
    KeyPoint,
    OccupationCode,
    PackInfo,
    Probe,
    Question,
    Rubric,
    Scale,
    ScoreReport,
    StarAnswer,
    Tip,
    Value,
)
from interview_kit.model.checks import MAX_TEXT
from interview_kit.quiz import Blueprint

SAID = {"id": "Apa hasilnya?", "en": "What came of it?"}


ID_ALLOWED = "a letter, then letters, digits, underscores, at most 64, as in 'sales' or 'acme:S01'"


CLEAN_ALLOWED = "a text that is not empty and has no spaces at its ends"


TEXT_HINT = 'Write {"id": "…", "en": "…"}.'


FACT = {"id": "user_stage", "topic": "stages", "text": SAID}


TIP = {"id": "early", "phase": "before", "text": SAID, "why": SAID}


PROBE = {"part": "result", "text": SAID}


QUESTION = {
    "id": "S01",
    "text": SAID,
    "kind": "past",
    "stages": ["user"],
    "competencies": ["closing"],
    "difficulty": 3,
    "minutes": 5,
}


LEVELS = [{"value": 1, "anchor": SAID}, {"value": 5, "anchor": SAID}]


CRITERION = {
    "id": "own_steps",
    "name": SAID,
    "definition": SAID,
    "weight": 100,
    "levels": LEVELS,
    "reason": SAID,
}


RUBRIC = {
    "id": "past",
    "name": SAID,
    "kind": "past",
    "scale": "standard",
    "criteria": [CRITERION],
    "weights_reason": SAID,
}


SCALE = {"id": "standard", "lowest": 1, "highest": 5}


REPORT = {"scorer": "rules", "language": "id", "ratings": []}


PACK = {
    "name": "acme",
    "version": "1.4.0",
    "title": SAID,
    "languages": ["id", "en"],
    "licence": "MIT",
}


POINT = {"id": "lock_out", "text": SAID}


def problem(path: str, rule: str, found: str, allowed: str, hint: str = "") -> Problem:
    """Make the problem of something that is not what is allowed."""
    message = f"found {found}, allowed is {allowed}"
    return Problem(file="", path=path, rule=rule, message=message, hint=hint)


FAULTS: list[tuple[type[Value], dict[str, Any], Problem]] = [
    # A type that JSON has, but not here.
    (
        Fact,
        FACT | {"text": "Apa hasilnya?"},
        problem("$.text", "wrong-type", "a string 'Apa hasilnya?'", "texts by language", TEXT_HINT),
    ),
    (
        Fact,
        FACT | {"text": {"id": 5}},
        problem("$.text.id", "wrong-type", "a whole number 5", "a string"),
    ),
    (
        Fact,
        FACT | {"id": 5},
        problem("$.id", "wrong-type", "a whole number 5", "an id"),
    ),
    (
        Fact,
        FACT | {"covers": "D-001"},
        problem("$.covers", "wrong-type", "a string 'D-001'", "a list"),
    ),
    (
        Fact,
        FACT | {"covers": ["D-001", 2]},
        problem("$.covers[1]", "wrong-type", "a whole number 2", "a string"),
    ),
    (
        Fact,
        FACT | {"origin": None},
        problem("$.origin", "wrong-type", "null", "a value", "Leave the key out."),
    ),
    (
        Question,
        QUESTION | {"minutes": 5.0},
        problem("$.minutes", "wrong-type", "a number 5.0", "a whole number"),
    ),
    (
        Question,
        QUESTION | {"minutes": True},
        problem("$.minutes", "wrong-type", "true", "a whole number"),
    ),
    (
        Question,
        QUESTION | {"probes": [PROBE, "result"]},
        problem("$.probes[1]", "wrong-type", "a string 'result'", "an object"),
    ),
    (
        Question,
        QUESTION | {"probes": {}},
        problem("$.probes", "wrong-type", "an object", "a list"),
    ),
    (
        Question,
        QUESTION | {"probes": OrderedDict()},
        problem("$.probes", "wrong-type", "OrderedDict", "a list"),
    ),
    (
        Indicator,
        {"sign": "positive", "text": SAID, "decisive": 1},
        problem("$.decisive", "wrong-type", "a whole number 1", "true or false"),
    ),
    (
        ScoreReport,
        REPORT | {"overall": "50"},
        problem("$.overall", "wrong-type", "a string '50'", "a number"),
    ),
    (
        ScoreReport,
        REPORT | {"overall": True},
        problem("$.overall", "wrong-type", "true", "a number"),
    ),
    (
        KeyPoint,
        POINT | {"terms": ["lock out"]},
        problem("$.terms", "wrong-type", "a list", "lists of phrases by language"),
    ),
    (
        KeyPoint,
        POINT | {"terms": {"en": "lock out"}},
        problem("$.terms.en", "wrong-type", "a string 'lock out'", "a list"),
    ),
    (
        KeyPoint,
        POINT | {"terms": {"en": ["lock out", None]}},
        problem("$.terms.en[1]", "wrong-type", "None", "a string"),
    ),
    # Names and ids.
    (
        Fact,
        FACT | {"id": "no id"},
        problem("$.id", "bad-id", "'no id'", ID_ALLOWED),
    ),
    (
        Question,
        QUESTION | {"roles": ["sales", ""]},
        problem("$.roles[1]", "bad-id", "''", ID_ALLOWED),
    ),
    (
        Question,
        QUESTION | {"roles": ["sales", "sales"]},
        problem("$.roles[1]", "duplicate", "'sales' twice", "each id once"),
    ),
    (
        Tip,
        TIP | {"phase": "always"},
        problem("$.phase", "unknown-name", "'always'", "one of 'before', 'during', 'after'"),
    ),
    (
        Tip,
        TIP | {"phase": ["before"]},
        problem("$.phase", "unknown-name", "a list", "one of 'before', 'during', 'after'"),
    ),
    # Texts.
    (
        Fact,
        FACT | {"text": {"id": " "}},
        problem("$.text.id", "blank-text", "' '", CLEAN_ALLOWED),
    ),
    (
        Fact,
        FACT | {"text": {"id": "x" * (MAX_TEXT + 1)}},
        problem("$.text.id", "long-text", "20001 characters", "at most 20000"),
    ),
    (
        Fact,
        FACT | {"text": {"id": "Apa\u202ehasilnya"}},
        problem(
            "$.text.id",
            "unsafe-character",
            "U+202E",
            "a text without control or bidirectional characters",
        ),
    ),
    (
        Fact,
        FACT | {"text": {}},
        problem("$.text", "missing-language", "no text", "at least one"),
    ),
    (
        Fact,
        FACT | {"text": {"english": "What?"}},
        problem(
            "$.text.english",
            "language-tag",
            "'english'",
            "a language tag such as 'id' or 'en-GB'",
        ),
    ),
    (
        Fact,
        FACT | {"text": {"EN": "What?"}},
        problem("$.text.EN", "language-tag", "the language tag 'EN'", "'en'"),
    ),
    (
        Fact,
        FACT | {"text": {"id": "Apa?", "in": "Apa?"}},
        problem("$.text.in", "language-tag", "the language tag 'in'", "'id'"),
    ),
    (
        KeyPoint,
        POINT | {"terms": {"en_GB": ["lock out"]}},
        problem("$.terms.en_GB", "language-tag", "the language tag 'en_GB'", "'en-gb'"),
    ),
    (
        KeyPoint,
        POINT | {"terms": {"en": ["lock out", ""]}},
        problem("$.terms.en[1]", "blank-text", "''", CLEAN_ALLOWED),
    ),
    (
        OccupationCode,
        {"scheme": "isco-08", "code": "3322", "title": ""},
        problem("$.title", "blank-text", "''", CLEAN_ALLOWED),
    ),
    # Numbers and how many there are.
    (
        Question,
        QUESTION | {"difficulty": 6},
        problem("$.difficulty", "out-of-range", "6", "a whole number from 1 to 5"),
    ),
    (
        Question,
        QUESTION | {"stages": []},
        problem("$.stages", "too-few", "0", "at least 1"),
    ),
    (
        Question,
        QUESTION | {"key_points": [POINT, POINT]},
        problem("$.key_points[1]", "duplicate", "id 'lock_out' twice", "each id once"),
    ),
    (
        Criterion,
        CRITERION | {"levels": LEVELS[::-1]},
        problem("$.levels", "not-rising", "[5, 1]", "numbers that rise from first to last"),
    ),
    (
        Rubric,
        RUBRIC | {"criteria": [CRITERION | {"weight": 60}]},
        problem("$.criteria", "weights", "weights that sum to 60", "a sum of 100"),
    ),
    (
        Rubric,
        RUBRIC | {"criteria": [CRITERION | {"weight": 0}]},
        problem("$.criteria[0].weight", "out-of-range", "0", "a whole number from 1 to 100"),
    ),
    (
        Blueprint,
        {"length": [3, 3], "minutes": [30, 20]},
        problem(
            "$.minutes", "bad-range", "(30, 20)", "a whole number, or the lowest and the highest"
        ),
    ),
    (
        ScoreReport,
        REPORT | {"overall": 100.5},
        problem("$.overall", "invalid-value", "100.5", "0.0 to 100.0, or None"),
    ),
    (
        ScoreReport,
        REPORT | {"overall": math.nan},
        problem("$.overall", "invalid-value", "nan", "0.0 to 100.0, or None"),
    ),
    (
        PackInfo,
        PACK | {"version": "1"},
        problem("$.version", "invalid-value", "'1'", "a version such as '1.4.0'"),
    ),
    (
        Fact,
        FACT | {"covers": [""]},
        problem("$.covers[0]", "blank-text", "''", "a string that is not empty"),
    ),
    # Fields that do not fit one another.
    (
        Scale,
        SCALE | {"lowest": 5},
        problem("$.highest", "invalid-value", "5", "above 5"),
    ),
    (
        StarAnswer,
        {"text": "Saya", "segments": [{"start": 0, "end": 5, "part": "task"}]},
        problem(
            "$.segments", "invalid-value", "[(0, 5)]", "rising stretches within the 4 characters"
        ),
    ),
    (
        StarAnswer,
        {"text": "Saya", "segments": [{"start": 2, "end": 2, "part": "task"}]},
        problem(
            "$.segments[0].start", "invalid-value", "2 to 2", "a start from 0 and an end after it"
        ),
    ),
    # Keys.
    (
        Tip,
        {key: held for key, held in TIP.items() if key != "why"},
        Problem(file="", rule="missing-key", message="the key 'why' is missing", hint="Add it."),
    ),
    (
        Probe,
        PROBE | {"txt": SAID},
        Problem(
            file="",
            path="$.txt",
            rule="unknown-key",
            message="the key 'txt' is unknown; allowed are 'part', 'text'",
            hint="Did you mean 'text'?",
        ),
    ),
    (
        Probe,
        PROBE | {"qqq": SAID},
        Problem(
            file="",
            path="$.qqq",
            rule="unknown-key",
            message="the key 'qqq' is unknown; allowed are 'part', 'text'",
            hint="Remove it.",
        ),
    ),
]
