"""The bundled content: complete, in both languages, canonical, and as its authors promise."""

import json
from collections import Counter
from importlib.resources import files

import pytest

import interview_kit as ik
from interview_kit.model import SECTIONS, Cue, ReverseQuestion, SampleAnswer, Stage, fields_of
from interview_kit.model.values import Value
from interview_kit.packs import SCHEMA_FILES, canonical_files, dump, json_schema
from interview_kit.scoring import ScoreRequest, rule_scorer

#: The facts that the content must carry: D-001 to D-160, without those about the article itself.
ABOUT_THE_ARTICLE = {1, 130, 145, 160}
FACTS = {f"D-{number:03}" for number in range(1, 161) if number not in ABOUT_THE_ARTICLE}

ARTICLE_QUESTIONS = {"marketing": 7, "sales": 7, "admin": 6, "hr": 7, "operator": 6}
KINDS_OF_THE_ARTICLE = {"past": 7, "situational": 6, "technical": 16, "background": 4}


def facts_covered(value: object) -> list[str]:
    """Collect what a value and its parts cover."""
    if isinstance(value, tuple):
        return [fact for member in value for fact in facts_covered(member)]
    if not isinstance(value, Value):
        return []
    own = [fact for each, held in fields_of(value) if each.name == "covers" for fact in held]
    return own + [fact for _, held in fields_of(value) for fact in facts_covered(held)]


def test_the_pack_is_sound() -> None:
    """`check` finds nothing wrong with the bundled pack."""
    assert ik.check("core") == ()


def test_every_fact_is_carried(bank: ik.Bank) -> None:
    """What the objects cover together is exactly the list of facts."""
    assert set(facts_covered(bank.contents)) == FACTS


def test_what_stems_from_the_article_names_it(bank: ik.Bank) -> None:
    """Whatever covers a fact says that it comes from the article."""
    items = [item for section in SECTIONS for item in bank.contents.section(section)]
    assert [
        item.id
        for item in items
        if facts_covered(item) and getattr(item, "origin", "") != "article"
    ] == []


def test_the_questions_of_the_article_are_there(bank: ik.Bank) -> None:
    """Each role has those of the article, and their kinds are mixed as the facts say."""
    of_article = [question for question in bank.questions if question.origin == "article"]
    assert Counter(question.roles[0] for question in of_article) == ARTICLE_QUESTIONS
    assert Counter(question.kind for question in of_article) == KINDS_OF_THE_ARTICLE


def test_competencies_are_nine_for_all_and_nine_for_each_role(bank: ik.Bank) -> None:
    """There are 54 competencies, and each role lists exactly its own."""
    competencies = bank.all(ik.Competency)
    assert len([each for each in competencies if not each.roles]) == 9
    for role in bank.roles:
        own = {each.id for each in competencies if each.roles == (role.id,)}
        assert own == set(role.competencies)
        assert len(own) == 9


@pytest.mark.parametrize(
    ("section", "count"),
    [
        ("stages", 8),
        ("comparisons", 4),
        ("goals", 4),
        ("roles", 5),
        ("rubrics", 5),
        ("strategies", 10),
        ("pass_signals", 4),
        ("donts", 15),
        ("faqs", 16),
        ("tips", 23),
        ("reverse_questions", 26),
    ],
)
def test_sections_are_complete(bank: ik.Bank, section: str, count: int) -> None:
    """The sections hold as many objects as the plan of the content names."""
    assert len(bank.contents.section(section)) == count


def test_stages_come_in_order(bank: ik.Bank) -> None:
    """The stages run from screening to the offer, and the user interview follows HR's."""
    order = {stage.id: stage.order for stage in bank.all(Stage)}
    assert order["screening"] < order["hr"] < order["user"] < order["board"] < order["decision"]
    assert order["decision"] < order["medical_check"] < order["offer"]
    assert bank.get(Stage, "technical_test").within == "user"


def test_strategies_are_shown_in_both_languages(bank: ik.Bank) -> None:
    """Each strategy of the article has a strong sample answer in either language."""
    for strategy in (each for each in bank.contents.strategies if each.origin == "article"):
        shown = [
            each.language
            for each in bank.all(SampleAnswer)
            if each.strategy == strategy.id and each.quality == "strong"
        ]
        assert sorted(shown) == ["en", "id"], strategy.id


def test_strong_samples_score_above_medium_ones(bank: ik.Bank) -> None:
    """Of six pairs of stories, by strategy and language, five strong ones score at least as the medium."""
    rubric = bank.get(ik.Rubric, "past")
    question = bank.get(ik.Question, "S04")
    overall: dict[tuple[str | None, str, str], float] = {}
    for sample in bank.all(SampleAnswer):
        request = ScoreRequest(
            question=question,
            answer=sample.answer().text,
            rubric=rubric,
            scale=bank.scale_of(rubric),
            language=sample.language,
        )
        report = rule_scorer(request)
        assert isinstance(report, ik.ScoreReport)
        levels = {rating.criterion: rating.level or 0 for rating in report.ratings}
        weighted = sum(each.weight * levels[each.id] for each in rubric.criteria)
        overall[sample.strategy, sample.language, sample.quality] = weighted
    pairs = [key for key in overall if key[2] == "medium"]
    assert len(pairs) == 6
    assert sum(overall[*key[:2], "strong"] < overall[key] for key in pairs) <= 1


def test_signals_are_weak_and_carry_their_caveat(bank: ik.Bank) -> None:
    """No pass signal claims more than a weak impression, and some cues point the other way."""
    signals = bank.contents.pass_signals
    cues: list[Cue] = [cue for signal in signals for cue in signal.cues]
    assert {signal.strength for signal in signals} == {"weak"}
    assert {cue.polarity for cue in cues} == {"positive", "negative", "ambiguous"}
    assert all(signal.caveat.speaks("id") and signal.caveat.speaks("en") for signal in signals)


def test_reverse_questions_show_good_and_poor_ones(bank: ik.Bank) -> None:
    """There are good and poor questions for the interviewer, each with its reason."""
    qualities = Counter(each.quality for each in bank.all(ReverseQuestion))
    assert qualities == {"good": 18, "poor": 8}


def test_rubrics_weigh_what_research_weighs(bank: ik.Bank) -> None:
    """Each kind of question has a rubric, and its criteria are anchored at the ends of the scale."""
    for rubric in bank.all(ik.Rubric):
        scale = bank.scale_of(rubric)
        for criterion in rubric.criteria:
            values = [level.value for level in criterion.levels]
            assert (values[0], values[-1]) == (scale.lowest, scale.highest), criterion.id
            words = [
                len(level.anchor.in_(language).split())
                for level in criterion.levels
                for language in ("id", "en")
            ]
            assert max(words) <= 30, (rubric.id, criterion.id)


def test_files_are_canonical() -> None:
    """Writing each file of the pack anew gives the same bytes."""
    assert [name for name, found, wanted in canonical_files("core") if found != wanted] == []


@pytest.mark.parametrize("name", SCHEMA_FILES)
def test_schemas_are_fresh(name: str) -> None:
    """The committed JSON Schemas are those that the classes give now."""
    committed = files("interview_kit.packs").joinpath("data", "schemas", name).read_bytes()
    assert committed == dump(json_schema(name))
    assert json.loads(committed)["$schema"].startswith("http://json-schema.org/")
