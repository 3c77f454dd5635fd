"""The rules: what each looks for, in both languages, and what it makes of it."""

import pytest

from interview_kit import Bank, Rubric, ScoreRequest
from interview_kit.language import profile, read
from interview_kit.model import Kind
from interview_kit.scoring._rules import MAX_CLEAR_WORDS, MAX_QUOTES, RULES, Finding, by_count
from quiz_banks import question
from scoring_cases import ASKED, EXAMPLES, HAGGLING, NOTHING, PLAIN


@pytest.fixture(name="find")
def make_find(bank: Bank) -> "Find":
    """Give what applies a rule to an answer."""
    return Find(bank)


class Find:
    """Applies the rule for a criterion to an answer."""

    def __init__(self, bank: Bank) -> None:
        """Take the bank whose rubrics are used."""
        self.bank = bank

    def __call__(
        self, kind: str, criterion: str, answer: str, language: str = "en"
    ) -> tuple[Finding, list[str]]:
        """Give the finding, and the stretches of the answer that it quotes."""
        rubric = self.bank.get(Rubric, kind)
        request = ScoreRequest(
            question=ASKED,
            answer=answer,
            rubric=rubric,
            scale=self.bank.scale_of(rubric),
            competencies=[HAGGLING],
            language=language,
        )
        reading = read(answer, profile(language))
        finding = RULES[kind, criterion](reading, request)
        return finding, [answer[each.start : each.end] for each in finding.sentences]


def test_every_bundled_criterion_has_a_rule(bank: Bank) -> None:
    """The rules are those of the criteria of the bundled rubrics, no more and no fewer."""
    criteria = [(each.kind, own.id) for each in bank.all(Rubric) for own in each.criteria]
    assert len(bank.all(Rubric)) == 5
    assert sorted(criteria) == sorted(RULES)


def test_every_rule_has_an_example() -> None:
    """Each rule but the one for clarity, which looks for what is amiss, has an example here."""
    assert EXAMPLES.keys() == RULES.keys() - {("past", "clarity")}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("key", EXAMPLES, ids=".".join)
def test_each_rule_finds_its_line(find: Find, key: tuple[Kind, str], language: str) -> None:
    """Of two lines a rule quotes the one that shows what it looks for, and gives its level."""
    indonesian, english, level, reason = EXAMPLES[key]
    line = {"id": indonesian, "en": english}[language]
    finding, quoted = find(*key, f"{PLAIN[language]}\n{line}", language)
    assert (finding.level, finding.reason, quoted) == (level, reason, [line])


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("key", EXAMPLES, ids=".".join)
def test_each_rule_may_find_nothing(find: Find, key: tuple[Kind, str], language: str) -> None:
    """A line that shows nothing gives 0, no quote, and a reason that says what is missing."""
    found = EXAMPLES[key][3]
    plain = f"no_{found.removesuffix('_found')}"
    # The technical criterion "measure" counts cues, the past one looks for numbers.
    reason = plain if key == ("technical", "measure") else NOTHING.get(found, plain)
    assert find(*key, PLAIN[language], language) == (Finding(0, reason, ()), [])


@pytest.mark.parametrize(
    ("count", "level"), [(0, 0), (1, 2), (2, 3), (3, 4), (4, 4), (9, 4)], ids=str
)
def test_sentences_are_counted_up_to_a_top(find: Find, count: int, level: int) -> None:
    """More sentences raise the level up to the third, and at most four of them are quoted."""
    lines = [f"Then number {number} was a risk." for number in range(count)]
    finding, quoted = find("situational", "risk", "\n".join([PLAIN["en"], *lines]))
    assert (finding.level, quoted) == (level, lines[:MAX_QUOTES])


@pytest.mark.parametrize(("count", "level"), [(0, 0), (1, 1), (3, 3), (4, 4), (7, 4)])
def test_own_steps_rise_evenly(find: Find, count: int, level: int) -> None:
    """Each step of the speaker's own is worth one level, up to four."""
    lines = "\n".join(f"I checked number {number}." for number in range(count))
    assert find("past", "action_specificity", f"{PLAIN['en']}\n{lines}")[0].level == level


def test_a_sentence_counts_once(find: Find) -> None:
    """Many cues in one sentence are worth as much as one."""
    one, _ = find("situational", "risk", "Then a risk was seen.")
    many, _ = find("situational", "risk", "Risk and hazard are a safety quality policy rule.")
    assert one.level == many.level == 2


@pytest.mark.parametrize(
    ("answer", "level"),
    [
        ("At the time stock was low.", 1),
        ("At the time stock was low. My task was the count.", 2),
        ("At the time stock was low. My task was the count. I counted it.", 3),
        ("At the time stock was low. My task was the count. I counted it. It rose.", 4),
        ("At the time stock was low. My task was the count. We counted it. It rose.", 4),
        ("At the time I was asked to help and I counted it. It rose.", 4),
        ("At the time. At the time. At the time.", 1),
    ],
    ids=range(7),
)
def test_parts_are_counted_once_each(find: Find, answer: str, level: int) -> None:
    """Situation, task, deed and result are worth a level each, whoever did the deed."""
    assert find("past", "completeness", answer)[0].level == level


@pytest.mark.parametrize(
    ("answer", "level", "reason"),
    [
        ("Sales rose by 20 percent. As a result all were happy.", 4, "measured_result"),
        ("There were 20 people. Sales rose.", 2, "result_found"),
        ("Sales rose. As a result all were happy.", 3, "result_found"),
        ("There were 20 people.", 0, "no_result"),
    ],
    ids=["measured", "apart", "twice", "none"],
)
@pytest.mark.parametrize("kind", ["past", "background"])
def test_results_are_best_with_a_measure(
    find: Find, kind: str, answer: str, level: int, reason: str
) -> None:
    """An outcome counts fully if a measure stands in the same sentence."""
    finding, _ = find(kind, "result", answer)
    assert (finding.level, finding.reason) == (level, reason)


@pytest.mark.parametrize(
    ("answer", "level", "reason"),
    [
        ("There were 20 people. It took 3 hours.", 4, "measure_found"),
        ("There were 20 people. It took long.", 3, "measure_found"),
        ("There were dozens. Nearly all came.", 2, "scale_found"),
        ("It was in 2019.", 0, "no_scale"),
    ],
    ids=["two", "one", "words", "none"],
)
def test_scale_in_words_counts_where_there_is_no_figure(
    find: Find, answer: str, level: int, reason: str
) -> None:
    """Two measures count fully, one nearly, and a scale in words halfway."""
    finding, _ = find("past", "quantification", answer)
    assert (finding.level, finding.reason) == (level, reason)


@pytest.mark.parametrize(
    ("answer", "level", "reason"),
    [
        ("We split the work. I wrote the report.", 4, "own_part_clear"),
        ("We split the work. We wrote the report.", 2, "team_part_found"),
        ("The work was split.", 0, "no_team_part"),
    ],
    ids=["own", "team", "nobody"],
)
def test_crediting_the_team_costs_nothing(find: Find, answer: str, level: int, reason: str) -> None:
    """One deed of the speaker's own counts fully beside those of the team, which alone count half."""
    finding, _ = find("past", "contribution", answer)
    assert (finding.level, finding.reason) == (level, reason)


LONG = " ".join(["word"] * MAX_CLEAR_WORDS)


@pytest.mark.parametrize(
    ("answer", "level", "reason"),
    [
        (PLAIN["en"], 4, "on_point"),
        ("It was fine. It was good. Maybe it rained.", 4, "on_point"),
        ("It was fine. Maybe it rained.", 2, "drift"),
        (LONG, 4, "on_point"),
        (f"{LONG} word", 3, "drift"),
        (f"Maybe {LONG}", 1, "drift"),
    ],
    ids=["clear", "a third", "a half", "at length", "too long", "both"],
)
def test_only_drift_is_unclear(find: Find, answer: str, level: int, reason: str) -> None:
    """Hedges in more than a third of the sentences cost two levels, more than 400 words one."""
    finding, quoted = find("past", "clarity", answer)
    assert (finding.level, finding.reason) == (level, reason)
    assert len(quoted) == 1


def test_grammar_is_not_looked_at(find: Find) -> None:
    """Slips of grammar and spelling leave the clarity of an answer as it is."""
    assert find("past", "clarity", "me goed shop yestrday, and buyed it two breads")[0].level == 4


@pytest.mark.parametrize(
    ("answer", "level", "quotes"),
    [
        ("First check the stock. Then agree on a price.", 4, 2),
        ("First check the stock and agree on a price.", 4, 1),
        ("Check the stock. Check the stock.", 2, 1),
        ("Check the stockroom.", 0, 0),
    ],
    ids=["both", "in one", "twice", "other word"],
)
def test_key_points_count_once_each(find: Find, answer: str, level: int, quotes: int) -> None:
    """The level is the share of the key points made, each by a phrase of whole words."""
    finding, quoted = find("technical", "key_points", answer)
    assert (finding.level, len(quoted)) == (level, quotes)


def test_questions_without_key_points_give_none(bank: Bank) -> None:
    """Where a question has no key points, the criterion is left unrated."""
    rubric = bank.get(Rubric, "technical")
    request = ScoreRequest(
        question=question("Q1"),
        answer=PLAIN["en"],
        rubric=rubric,
        scale=bank.scale_of(rubric),
        language="en",
    )
    finding = RULES["technical", "key_points"](read(PLAIN["en"], profile("en")), request)
    assert finding is None


@pytest.mark.parametrize(
    ("answer", "level"),
    [
        ("Bargains are made.", 2),
        ("Stock is there.", 2),
        ("Voices were calm.", 2),
        ("Tell me how.", 0),
        ("You are with me.", 0),
    ],
    ids=["competency", "key point", "two words", "question", "stop words"],
)
def test_topics_come_from_question_competencies_and_key_points(
    find: Find, answer: str, level: int
) -> None:
    """Relevant is what shares a stem with question, competencies or key points, stop words aside."""
    assert find("past", "relevance", answer)[0].level == level


def test_topics_in_other_languages_are_passed_over(find: Find) -> None:
    """Words of the question in another language than the answer's are no topic."""
    assert find("past", "relevance", "Penjualan were fine.")[0].level == 0
    assert find("past", "relevance", "Penjualan were fine.", "id")[0].level == 2


def test_counts_beyond_the_steps_stay_at_the_top() -> None:
    """The last step stands for any number beyond, and a step of 0 says that nothing was found."""
    sentences = read("One. Two. Three.", profile("en")).sentences
    assert by_count(sentences, (0, 3), "cue") == Finding(3, "cue_found", sentences)
    assert by_count((), (0, 3), "cue") == Finding(0, "no_cue", ())
