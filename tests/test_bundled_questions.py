"""The questions of all bundled packs: as many as planned, balanced, and ready to be asked."""

from collections import Counter

import pytest

import interview_kit as ik
from interview_kit.balance import GroupBalance, balance
from interview_kit.lint import lint_question
from interview_kit.model import PARTS, Text

#: How many of each kind, from past to background, and of each difficulty, from 1 to 5.
PLAN = {
    "marketing": ((8, 5, 5, 0, 2), (2, 5, 7, 4, 2)),
    "sales": ((8, 5, 5, 1, 1), (2, 5, 7, 4, 2)),
    "admin": ((8, 5, 5, 1, 1), (2, 5, 7, 4, 2)),
    "hr": ((8, 5, 5, 1, 1), (2, 5, 7, 4, 2)),
    "operator": ((8, 5, 5, 1, 1), (2, 5, 7, 4, 2)),
    "general_hr": ((5, 2, 0, 9, 8), (8, 12, 4, 0, 0)),
    "general_behavioural": ((16, 8, 0, 0, 0), (2, 7, 9, 4, 2)),
}


def group_of(bank: ik.Bank, name: str) -> GroupBalance:
    """Find the balance of a role or pack."""
    return next(group for group in balance(bank).groups if group.group == name)


@pytest.mark.parametrize("name", PLAN)
def test_kinds_and_difficulties_are_as_planned(whole_bank: ik.Bank, name: str) -> None:
    """Each role has 20 questions, and each general pack 24, mixed as the plan has it."""
    group = group_of(whole_bank, name)
    kinds, difficulties = PLAN[name]
    assert tuple(tally.count for tally in group.kinds) == kinds
    assert tuple(tally.count for tally in group.difficulties) == difficulties
    assert group.questions == sum(kinds) == (24 if name.startswith("general") else 20)


def test_every_competency_of_a_role_can_be_shown(whole_bank: ik.Bank) -> None:
    """No role has a competency that none of its questions lets a candidate show."""
    assert [group.missing_competencies for group in balance(whole_bank).groups] == [()] * len(PLAN)


def test_behavioural_questions_cover_eight_competencies_thrice(whole_bank: ik.Bank) -> None:
    """Eight competencies are the main one of two past questions and a situational one each."""
    own = [each for each in whole_bank.questions if each.id.startswith("general_behavioural:")]
    mixed = Counter((question.competencies[0], question.kind) for question in own)
    assert len(mixed) == 16
    assert {(kind, count) for (_, kind), count in mixed.items()} == {
        ("past", 2),
        ("situational", 1),
    }


def test_every_competency_is_anchored(whole_bank: ik.Bank) -> None:
    """Levels 1, 3 and 5 of all 54 competencies are fixed in at most 30 words, in either language."""
    competencies = whole_bank.all(ik.Competency)
    assert len(competencies) == 54
    for each in competencies:
        assert each.scale == "opm5"
        assert [level.value for level in each.levels] == [1, 3, 5]
        for level in each.levels:
            assert all(len(level.anchor.in_(tag).split()) <= 30 for tag in ("id", "en")), each.id


def test_anchors_do_not_repeat_one_another(whole_bank: ik.Bank) -> None:
    """No anchor stands twice, and none begins like more than four others."""
    for tag in ("id", "en"):
        anchors = [
            level.anchor.in_(tag) for each in whole_bank.all(ik.Competency) for level in each.levels
        ]
        assert len(set(anchors)) == len(anchors) == 162
        openings = Counter(" ".join(anchor.split()[:3]) for anchor in anchors)
        assert openings.most_common(1)[0][1] <= 5


def asked(bank: ik.Bank) -> list[Text]:
    """Give everything that a candidate is asked: questions and probes."""
    return [each.text for question in bank.questions for each in (question, *question.probes)]


def test_nothing_that_must_not_be_asked_is_asked(whole_bank: ik.Bank) -> None:
    """Neither questions nor probes touch a prohibited topic or lead the candidate."""
    found = {
        text.in_(tag): lint_question(text.in_(tag), tag).topic
        for text in asked(whole_bank)
        for tag in ("id", "en")
    }
    assert {words: topic for words, topic in found.items() if topic} == {}


def test_probes_are_worded_one_by_one(whole_bank: ik.Bank) -> None:
    """No probe is said twice in one language, and each asks for a part of an answer."""
    probes = [probe for question in whole_bank.questions for probe in question.probes]
    assert {probe.part for probe in probes} <= {*PARTS}
    for tag in ("id", "en"):
        counted = Counter(probe.text.in_(tag) for probe in probes)
        assert counted.most_common(1)[0][1] == 1


def test_every_question_is_ready_for_an_interviewer(whole_bank: ik.Bank) -> None:
    """Each question has a probe for the episode, the own action and the result, and indicators."""
    for question in whole_bank.questions:
        parts = [probe.part for probe in question.probes]
        assert len(parts) == 3, question.id
        assert {"action", "result"} < set(parts), question.id
        assert {each.sign for each in question.indicators} == {"positive", "negative"}, question.id


def test_questions_about_the_work_have_key_points(whole_bank: ik.Bank) -> None:
    """Technical and situational questions have four to six key points, with terms in both languages."""
    for question in whole_bank.find(kind=("technical", "situational")):
        assert 4 <= len(question.key_points) <= 6, question.id
        for point in question.key_points:
            assert all(len(point.terms.in_(language)) >= 4 for language in ("id", "en")), (
                question.id
            )


def test_candidates_are_addressed_formally(whole_bank: ik.Bank) -> None:
    """Questions put to a candidate say Anda, never kamu."""
    for question in whole_bank.questions:
        words = " ".join(p.text.in_("id") for p in (question, *question.probes)).lower().split()
        assert not {"kamu", "kau", "anda-anda"} & {word.strip(".,?!") for word in words}, (
            question.id
        )
    assert any("Anda" in question.text.in_("id") for question in whole_bank.questions)


def test_no_two_questions_say_the_same(whole_bank: ik.Bank) -> None:
    """No text of a question occurs twice, in any language."""
    for language in ("id", "en"):
        counted = Counter(question.text.in_(language) for question in whole_bank.questions)
        assert counted.most_common(1)[0][1] == 1
