"""Hypothesis strategies for the values of the library, and for small banks with whole links."""

from strategies._advice import sample_answers
from strategies._banks import banks, contents
from strategies._base import LANGUAGES, copies, id_lists, ids, languages, terms, texts, words
from strategies._content import (
    bands,
    comparison_cells,
    competencies,
    levels,
    occupation_codes,
    pack_infos,
    questions,
    rubrics,
    scales,
    stages,
)
from strategies._items import quiz_items
from strategies._judged import (
    STRATEGIES,
    blueprints,
    part_words,
    ratings,
    score_reports,
    star_answers,
    unscoreds,
    values,
)

__all__ = [
    "LANGUAGES",
    "STRATEGIES",
    "bands",
    "banks",
    "blueprints",
    "comparison_cells",
    "competencies",
    "contents",
    "copies",
    "id_lists",
    "ids",
    "languages",
    "levels",
    "occupation_codes",
    "pack_infos",
    "part_words",
    "questions",
    "quiz_items",
    "ratings",
    "rubrics",
    "sample_answers",
    "scales",
    "score_reports",
    "stages",
    "star_answers",
    "terms",
    "texts",
    "unscoreds",
    "values",
    "words",
]
