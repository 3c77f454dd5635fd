"""The rules: a level, a reason and the clauses that show it, for every criterion of the core rubrics."""

import inspect
from collections.abc import Mapping, Sequence

import pytest

import interview_kit as ik
from interview_kit.assess import score_request
from interview_kit.model import PARTS, RESPONSE_TYPES, SampleAnswer
from interview_kit.scoring._case import Case
from interview_kit.scoring._criteria import MAX_QUOTES, RULES, SEEMING, is_off_topic
from interview_kit.scoring._gate import case_or_reason


@pytest.fixture(scope="module")
def by_kind(wide: ik.Bank) -> Mapping[str, Sequence[Case]]:
    """Some cases of each kind of question, weak to strong, in both languages."""
    found: dict[str, list[Case]] = {}
    for sample in wide.all(SampleAnswer):
        if sample.ratings and sample.question:
            text = sample.answer().text
            request = score_request(wide, sample.question, text, language=sample.language)
            cases = found.setdefault(request.rubric.kind, [])
            if len(cases) < 24:
                case = case_or_reason("mine", request)
                cases.extend([case] if isinstance(case, Case) else [])
    return found


def case_of(wide: ik.Bank, question: str, answer: str, language: str) -> Case:
    """Take one answer apart."""
    case = case_or_reason("mine", score_request(wide, question, answer, language=language))
    assert isinstance(case, Case)
    return case


def test_there_is_a_rule_for_every_criterion(wide: ik.Bank) -> None:
    """The rules are those of the five core rubrics, each with a docstring that states it."""
    rubrics = [each for each in wide.all(ik.Rubric) if each.origin == "kit"]
    wanted = {(rubric.kind, each.id) for rubric in rubrics for each in rubric.criteria}
    assert wanted == RULES.keys()
    assert all(inspect.getdoc(rule) for rule in RULES.values())


@pytest.mark.parametrize("key", RULES, ids=".".join)
def test_levels_are_shown(by_kind: Mapping[str, Sequence[Case]], key: tuple[str, str]) -> None:
    """A level lies from 0 to 4, its reason says how much was found, and its clauses are in the answer."""
    kind, criterion = key
    levels: set[int] = set()
    for case in by_kind[kind]:
        level, reason, clauses = RULES[key](case)
        levels.add(level)
        assert 0 <= level <= 4
        found = "missing" if level <= SEEMING else "partly" if level == 2 else "shown"
        assert reason == f"{criterion}_{found}"
        assert 1 <= len(clauses) <= MAX_QUOTES + 1
        assert all(0 <= at < len(case.analysis.clauses) for at in clauses)
    assert len(levels) > 1


def test_measures_are_hundredths_of_one(by_kind: Mapping[str, Sequence[Case]]) -> None:
    """Every measure lies from 0 to 100, and all cases have the same ones."""
    cases = [case for own in by_kind.values() for case in own]
    names = {frozenset(case.values) for case in cases}
    assert len(names) == 1
    assert {f"has_{part}" for part in PARTS} | {f"is_{sort}" for sort in RESPONSE_TYPES} <= min(
        names
    )
    assert all(0 <= value <= 100 for case in cases for value in case.values.values())


def test_answers_in_which_nobody_acts_are_bounded(wide: ik.Bank) -> None:
    """Figures without anybody's doing show nothing of what somebody did."""
    figures = (
        "Omzet naik 240 persen di kuartal itu. Jumlah toko aktif mencapai 1.350 di seluruh wilayah. "
        "Tingkat closing berada di angka 87 persen. Biaya akuisisi turun 61 persen."
    )
    case = case_of(wide, "S04", figures, "id")
    assert all(RULES[key](case).level <= SEEMING for key in RULES if key[0] == "past")


def test_answers_about_something_else_are_bounded(wide: ik.Bank) -> None:
    """A holiday told well is off topic for a question about work, and the same about work is not."""
    told = (
        "On the second day of our holiday it rained on the beach. I put up the tent, lit the barbecue and we "
        "swam before sunset. We laughed for hours, and since then I always pack a second tent."
    )
    case = case_of(wide, "A09", told, "en")
    assert is_off_topic(case)
    assert all(RULES[key](case).level <= SEEMING for key in RULES if key[0] == "past")
    work = (
        "Last March I noticed that an invoice had been filed twice. I checked the archive with my manager, "
        "corrected the report the same day and told the client before he was charged again."
    )
    assert not is_off_topic(case_of(wide, "A09", work, "en"))
