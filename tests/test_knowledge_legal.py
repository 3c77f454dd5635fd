"""Items about what may be asked in an interview."""

from collections import Counter

import pytest

from interview_kit.bank import Bank
from interview_kit.knowledge import items_of
from interview_kit.knowledge._legal import NEIGHBOURS, NOT_SHOWN
from interview_kit.knowledge._wording import tells
from interview_kit.lint import catalogue, examples
from interview_kit.model import QuizItem
from knowledge_makers import key_is_longest, made, of_family, said

#: No item of this family needs anything of a bank.
EMPTY = Bank()


@pytest.fixture(scope="module")
def judged() -> tuple[QuizItem, ...]:
    """Make the items in which a question is judged."""
    return made(EMPTY, "legal_may_ask")


def topic_of(item: QuizItem) -> str | None:
    """Give the topic that the question of an item touches."""
    found = [each for each in item.elements if each.startswith("topics/")]
    return found[0].removeprefix("topics/") if found else None


def test_the_key_is_the_verdict_of_the_authors(judged: tuple[QuizItem, ...]) -> None:
    """A question is judged as the example that it is, and speaks its language alone."""
    labels = {
        (language, each.text.rstrip(".")): each.topic
        for language in ("id", "en")
        for each in examples(language)
    }
    for each in judged:
        [language] = each.text.languages
        topic = topic_of(each)
        verdict = catalogue().topic(topic).verdict if topic else "ok"
        assert each.key == (verdict,)
        question = each.text.in_(language).partition("“")[2].removesuffix("”")
        assert labels.get((language, question), topic) == topic


def test_each_verdict_has_its_share(judged: tuple[QuizItem, ...]) -> None:
    """At most six questions of a private topic are shown in a language, and no harassment."""
    shown = Counter((each.text.languages, topic_of(each)) for each in judged)
    private = {each.id for each in catalogue().topics if each.verdict == "prohibited"}
    assert all(count <= 6 for (_, topic), count in shown.items() if topic in private)
    assert not {topic for _, topic in shown} & {*NOT_SHOWN}
    verdicts = Counter(each.key[0] for each in judged)
    assert min(verdicts["ok"], verdicts["prohibited"], verdicts["caution"]) > 40


@pytest.mark.parametrize("template", ["legal_topic", "legal_instead"])
def test_neighbours_are_no_wrong_options(template: str) -> None:
    """A topic that a question might touch as well is not shown beside the key."""
    items = made(EMPTY, template)
    assert items
    for each in items:
        [key] = each.key
        for option in each.options:
            assert option.id == key or not any({key, option.id} <= ids for ids in NEIGHBOURS)


def test_a_fault_of_wording_is_found_in_a_faulty_question() -> None:
    """A question is leading, double-barrelled, or neither."""
    keys = Counter(each.key[0] for each in made(EMPTY, "legal_fault"))
    assert {*keys} == {"faultless", "leading", "double_barrelled"}
    assert max(keys.values()) <= 2 * min(keys.values())


def test_each_topic_is_matched_with_its_tip() -> None:
    """What a candidate can say belongs to what was asked; no three topics come twice."""
    items = made(EMPTY, "legal_reply")
    assert len({frozenset(each.elements) for each in items}) == len(items) > 5
    for each in items:
        tips = {target.id: target.text for target in each.targets}
        for option, target in zip(each.options, each.key, strict=True):
            assert tips[target] == catalogue().topic(option.id).tip


def test_no_advice_repeats_the_name_of_its_topic() -> None:
    """What a candidate can say does not name the matter that it is to be matched with."""
    for each in made(EMPTY, "legal_reply"):
        for topic in map(catalogue().topic, (option.id for option in each.options)):
            assert topic.tip
            assert not tells(topic.name, topic.tip)


def test_a_fault_of_wording_is_named(judged: tuple[QuizItem, ...]) -> None:
    """Who takes a faulty question for a sound one learns what its fault is called."""
    faulty = [*(each for each in judged if each.key == ("caution",))]
    sound = [("ok", each) for each in faulty]
    sound += [
        ("faultless", each) for each in made(EMPTY, "legal_fault") if each.key != ("faultless",)
    ]
    assert faulty
    for id, each in sound:
        topic, option = topic_of(each), each.option(id)
        assert topic
        [language] = each.text.languages
        if option:
            name = catalogue().topic(topic).name.in_(language)
            assert f"“{name}”" in option.rationale.in_(language)


def test_length_does_not_tell_the_key() -> None:
    """The key is no more often the longest option than 40 in 100."""
    items = items_of(EMPTY, of=of_family("legal"))
    assert max(key_is_longest(items, language) for language in ("id", "en")) <= 0.4


def test_an_item_in_full() -> None:
    """The way to learn what the job needs stands beside those of other topics."""
    items = made(EMPTY, "legal_instead")
    item = next(each for each in items if each.key == ("politics_union",))
    stem, options, explanation = said(item, "en")
    assert stem == (
        "An interviewer is tempted to ask about “Politics and union membership”. "
        "What is the lawful way to find out what the job really calls for?"
    )
    assert options[0].startswith("If what matters is how disagreement is handled at work")
    assert explanation.startswith("How candidates vote and whether they belong to a union")
