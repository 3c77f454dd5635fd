"""The rules of the built-in scorers: one small pure function for each criterion of the core rubrics.

Each takes what an answer shows and gives a level from 0 to 4, a reason code, and the clauses that show
it. The level is that of the criterion's card (see `_cards`), which was learned from the graded
samples; what the rule adds is what must be there for any level above `SEEMING`, so that every point
can be shown. The anchors are those of the core rubrics; why each criterion is looked at stands there,
too.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final, NamedTuple

from interview_kit.model import PARTS, SENTENCE_PARTS
from interview_kit.scoring._cards import HIGHEST, LEVEL, cards, topic_card
from interview_kit.scoring._case import KEY_POINT, NEAR, Case
from interview_kit.scoring._topic import COMPETENCY, QUESTION, ROLE, WORKPLACE

__all__ = ["RULES", "Finding", "Rule", "is_off_topic"]

#: The highest level of an answer that lacks what a criterion asks for: it merely seems to have it.
SEEMING: Final = 1
#: Clauses quoted for one rating at most: enough to be checked, short enough to be read.
MAX_QUOTES: Final = 3
#: How probable it must be that a clause is a part before it is quoted for it.
LIKELY: Final = 0.3
#: Points of the topic card below which an answer about leisure speaks of something else, and the
#: phrases from which on it is about that: fewer than 1 in 100 of the medium and strong samples are.
NEAR_TOPIC: Final = LEVEL * 6 // 10
LEISURE: Final = 3
#: Points of the topic card below which an answer only brushes against its question, and the highest
#: level of relevance that it then has: of the medium and strong samples 3 in 100 lie below.
FAR_TOPIC: Final = LEVEL // 10
BRUSHING: Final = 2
#: Clauses that run somebody down from which on that is what an answer is about.
RANTING: Final = 2
#: Classes of words that name the speaker or the team.
SPEAKERS: Final = frozenset(("<own>", "<team>", "<own_of>", "<team_of>", "<joined>"))
#: How probable an action must be, in percent, where no speaker is named.
ACTING: Final = 35
#: Kinds of questions that ask what somebody did or wants.
PERSONAL: Final = ("past", "motivation", "background")


class Finding(NamedTuple):
    """What a rule found: the level 0 to 4, a reason code, and the clauses that show it."""

    level: int
    reason: str
    clauses: tuple[int, ...]


Rule = Callable[[Case], Finding]


def is_off_topic(case: Case) -> bool:
    """Tell whether an answer speaks of something else than its question.

    Args:
        case: the answer.

    Returns:
        Whether no word of the question or of work at all occurs, or few of the question do and the
        answer is about sport, holidays, family or the like.
    """
    work = {*case.hits} - {WORKPLACE} or case.hits.get(WORKPLACE, ())
    leisure = len(case.cued.get("leisure", ()))
    played = leisure >= LEISURE and leisure > len(case.hits.get(WORKPLACE, ()))
    return not work or (played and topic_card().total(case.values) < NEAR_TOPIC)


def _rated(case: Case, criterion: str, shown: Iterable[int], most: int = HIGHEST) -> Finding:
    """Give the level of the card, bounded where nothing can be shown for it."""
    clauses = tuple(dict.fromkeys(shown))[:MAX_QUOTES]
    level = cards()[case.request.rubric.kind, criterion].level(case.values)
    bounded = not clauses or is_off_topic(case) or _tells_of_nobody(case) or _rants(case)
    level = min(level, SEEMING if bounded else most)
    word = ("missing", "missing", "partly", "shown", "shown")[level]
    return Finding(level, f"{criterion}_{word}", clauses or (0,))


def _tells_of_nobody(case: Case) -> bool:
    """Tell whether neither speaker nor team does anything where their doings were asked for.

    Terse answers leave the speaker out ("called the client"), figures leave out the doing.
    """
    if case.request.rubric.kind not in PERSONAL:
        return False
    named = not SPEAKERS.isdisjoint(case.analysis.tokens.classes)
    acts = named or case.values["has_action"] >= ACTING
    return not (acts and _owned(case, "own", "team"))


def _rants(case: Case) -> bool:
    """Tell whether an answer runs somebody down again and again, which answers no question."""
    return len({*case.cued.get("bad_mouthing", ())}) >= RANTING


def _told(case: Case, *parts: str) -> list[int]:
    """Find the clauses that are most probably of some parts, the surest first."""
    columns = [SENTENCE_PARTS.index(part) for part in parts]
    sure = {at: sum(each[c] for c in columns) for at, each in enumerate(case.analysis.shares)}
    return sorted((at for at in sure if sure[at] >= LIKELY), key=lambda at: -sure[at])


def _spoken(case: Case, *sources: str) -> list[int]:
    """Find the clauses that speak of the topic, those that do most first."""
    found = [at for source in sources for at in case.hits.get(source, ())]
    return sorted(set(found), key=lambda at: (-found.count(at), at))


def _cued(case: Case, *categories: str) -> list[int]:
    """Find the clauses that hold a phrase of some lexicons."""
    return sorted({at for category in categories for at in case.cued.get(category, ())})


def _owned(case: Case, *owners: str) -> list[int]:
    """Find the clauses in which somebody of those acts."""
    return [at for at, found in enumerate(case.analysis.owners) if {*found} & {*owners}]


def _numbered(case: Case) -> list[int]:
    """Find the clauses with numbers, those of what is told first."""
    none = SENTENCE_PARTS.index("none")
    found = [at for at, numbers in enumerate(case.analysis.measures) if numbers]
    return sorted(found, key=lambda at: case.analysis.shares[at][none])


def past_relevance(case: Case) -> Finding:
    """Rate whether the event is of the sort asked about, by the words of question and competency.

    Being able to identify the criterion predicts performance (Ingold et al. 2015).
    """
    most = BRUSHING if topic_card().total(case.values) < FAR_TOPIC else HIGHEST
    shown = [*_spoken(case, *NEAR), *_spoken(case, ROLE, WORKPLACE)]
    return _rated(case, "relevance", shown, most)


def past_action_specificity(case: Case) -> Finding:
    """Rate the steps told, by who takes them; stories lack these most often (Bangerter et al. 2014)."""
    acts = _told(case, "action")
    own = {*_owned(case, "own", "team")}
    return _rated(case, "action_specificity", [*(at for at in acts if at in own), *acts])


def past_completeness(case: Case) -> Finding:
    """Rate how many of situation, task, action and result are told, one clause quoted for each."""
    firsts = [_told(case, part)[:1] for part in PARTS[:4]]
    return _rated(case, "completeness", [at for found in firsts for at in found])


def past_result(case: Case) -> Finding:
    """Rate the outcome, those of its clauses with a number or a change first."""
    told = _told(case, "result")
    numbered = {*_numbered(case)}
    return _rated(case, "result", [*(at for at in told if at in numbered), *told])


def past_quantification(case: Case) -> Finding:
    """Rate numbers of what was told, or scale in words where there is no figure."""
    return _rated(case, "quantification", [*_numbered(case), *_cued(case, "scale")])


def past_contribution(case: Case) -> Finding:
    """Rate one's own part, whose doing a clause tells; crediting the team costs nothing.

    Norms of self-presentation differ between cultures, so "we" is never held against anyone.
    """
    own = _owned(case, "own")
    acts = {*_told(case, "action")}
    return _rated(case, "contribution", [*(at for at in own if at in acts), *own, *acts])


def past_reflection(case: Case) -> Finding:
    """Rate what was learned, by the clauses that tell it (STAR-L)."""
    return _rated(case, "reflection", [*_told(case, "learning"), *_cued(case, "learning")])


def past_clarity(case: Case) -> Finding:
    """Rate whether the clauses serve the story; grammar, spelling and length are never looked at."""
    told = _told(case, *PARTS)
    return _rated(case, "clarity", [*told, *_spoken(case, *NEAR)])


def situational_clarification(case: Case) -> Finding:
    """Rate what would be found out or assumed first."""
    return _rated(case, "clarification", [*_cued(case, "clarification"), *_spoken(case, *NEAR)])


def situational_analysis(case: Case) -> Finding:
    """Rate causes and options weighed, and reasons given."""
    return _rated(case, "analysis", [*_cued(case, "analysis", "reason"), *_spoken(case, *NEAR)])


def situational_action_plan(case: Case) -> Finding:
    """Rate the steps of the plan, by the question's key points and what would be done."""
    steps = [*_spoken(case, KEY_POINT), *_owned(case, "own", "team"), *_cued(case, "order")]
    return _rated(case, "action_plan", steps)


def situational_stakeholders(case: Case) -> Finding:
    """Rate who would be told or asked."""
    return _rated(case, "stakeholders", [*_cued(case, "stakeholders"), *_owned(case, "other")])


def situational_risk(case: Case) -> Finding:
    """Rate the risks and rules thought of."""
    return _rated(case, "risk", [*_cued(case, "risk"), *_spoken(case, *NEAR)])


def situational_expected_result(case: Case) -> Finding:
    """Rate the outcome aimed at and how it would be known."""
    shown = [*_cued(case, "expected_result"), *_told(case, "result"), *_numbered(case)]
    return _rated(case, "expected_result", shown)


def technical_key_points(case: Case) -> Finding:
    """Rate the question's key points, by their terms as whole words and stems."""
    return _rated(case, "key_points", [*_spoken(case, KEY_POINT), *_spoken(case, *NEAR)])


def technical_process_order(case: Case) -> Finding:
    """Rate the steps and their order."""
    return _rated(case, "process_order", [*_cued(case, "order"), *_told(case, "action")])


def technical_terms(case: Case) -> Finding:
    """Rate the words of the trade in use."""
    return _rated(case, "terms", _spoken(case, KEY_POINT, COMPETENCY, ROLE, QUESTION, WORKPLACE))


def technical_example(case: Case) -> Finding:
    """Rate a particular case of use: a clause that tells of an event."""
    told = _told(case, "situation", "task", "action", "result")
    return _rated(case, "example", [*_cued(case, "example"), *told])


def technical_measure(case: Case) -> Finding:
    """Rate a measure or check, in numbers or named."""
    return _rated(case, "measure", [*_numbered(case), *_cued(case, "measure")])


def motivation_specificity(case: Case) -> Finding:
    """Rate what is said of this company and its work."""
    return _rated(case, "specificity", [*_cued(case, "company"), *_spoken(case, *NEAR, ROLE)])


def motivation_role_match(case: Case) -> Finding:
    """Rate experience offered as evidence for the tasks of the role."""
    shown = [*_cued(case, "role_match"), *_spoken(case, ROLE, *NEAR), *_told(case, "action")]
    return _rated(case, "role_match", shown)


def motivation_forward_view(case: Case) -> Finding:
    """Rate what the candidate wants to do or learn there."""
    return _rated(
        case, "forward_view", [*_cued(case, "forward", "hypothetical"), *_owned(case, "own")]
    )


def motivation_own_reason(case: Case) -> Finding:
    """Rate where the interest comes from; sincerity is not guessed at."""
    shown = [*_cued(case, "own_reason", "reason"), *_told(case, "situation", "action")]
    return _rated(case, "own_reason", shown)


def background_relevance(case: Case) -> Finding:
    """Rate whether the experience chosen is the one asked for."""
    return past_relevance(case)


def background_scope(case: Case) -> Finding:
    """Rate tasks, their size and their tools."""
    shown = [*_spoken(case, *NEAR, ROLE, WORKPLACE), *_owned(case, "own"), *_numbered(case)]
    return _rated(case, "scope", shown)


def background_recency(case: Case) -> Finding:
    """Rate when and how long; age and breaks are not judged."""
    return _rated(case, "recency", [*_cued(case, "recency"), *_numbered(case)])


def background_result(case: Case) -> Finding:
    """Rate what was achieved in that work."""
    return past_result(case)


#: The rule for each criterion of the rubrics in the core pack, by kind and criterion.
RULES: Final[Mapping[tuple[str, str], Rule]] = {
    (kind, rule.__name__.removeprefix(f"{kind}_")): rule
    for kind, rules in {
        "past": (
            past_relevance,
            past_action_specificity,
            past_completeness,
            past_result,
            past_quantification,
            past_contribution,
            past_reflection,
            past_clarity,
        ),
        "situational": (
            situational_clarification,
            situational_analysis,
            situational_action_plan,
            situational_stakeholders,
            situational_risk,
            situational_expected_result,
        ),
        "technical": (
            technical_key_points,
            technical_process_order,
            technical_terms,
            technical_example,
            technical_measure,
        ),
        "motivation": (
            motivation_specificity,
            motivation_role_match,
            motivation_forward_view,
            motivation_own_reason,
        ),
        "background": (
            background_relevance,
            background_scope,
            background_recency,
            background_result,
        ),
    }.items()
    for rule in rules
}
