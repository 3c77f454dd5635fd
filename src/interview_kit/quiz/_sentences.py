"""Refusals in words that a recruiter understands, in Indonesian and in English."""

from collections.abc import Collection, Container, Iterator, Sequence
from typing import Final

from attrs import evolve

from interview_kit.errors import BlueprintError, InfeasibleError
from interview_kit.model import Text
from interview_kit.quiz._blueprint import Blueprint
from interview_kit.quiz._demand import ENEMIES, EXCLUDE, MINUTES, Demand
from interview_kit.quiz._nearest import Relaxed
from interview_kit.quiz._quota import Quota

__all__ = ["cooling_refusal", "crossing_refusal", "forms_refusal", "refusal"]

LANGUAGES: Final = ("id", "en")

WORDS: Final = {
    "sentence": Text.of(
        id="Tidak ada kuis yang memenuhi permintaan ini: {reason}. {hint}",
        en="No quiz meets this request: {reason}. {hint}",
    ),
    "cooling": Text.of(
        id="Masa jeda (cooldown) menyisakan terlalu sedikit pertanyaan; sekarang {cooldown}, dan paling lama bisa {possible}.",
        en="The cooldown leaves too few questions: it is {cooldown}, and {possible} is the longest that can be met.",
    ),
    "crossing": Text.of(
        id="Syarat ini bersilangan dengan yang lain dalam terlalu banyak cara untuk dihitung atau diundi: {list}. Kurangi syarat atau longgarkan.",
        en="These requirements cross the others in too many ways to be counted or drawn: {list}. Ask for fewer, or for wider ones.",
    ),
    "some excluded": Text.of(id="pertanyaan yang dikecualikan", en="excluded questions"),
    "some enemies": Text.of(
        id="pertanyaan yang tidak boleh muncul bersama", en="questions that may not appear together"
    ),
    "some seen": Text.of(
        id="pertanyaan yang sudah pernah diajukan", en="questions that were asked before"
    ),
    "forms": Text.of(
        id="{count} paket soal dengan paling banyak {overlap} pertanyaan yang sama tidak ditemukan",
        en="{count} forms that share at most {overlap} questions were not found",
    ),
    "possible": Text.of(
        id="Sedikitnya {count} paket bisa dibuat.", en="At least {count} are possible."
    ),
    "pool": Text.of(
        id="diminta {asked}, sedangkan bank hanya punya {there} yang cocok",
        en="it asks for {asked}, and the bank has {there} that fit",
    ),
    "exclude": Text.of(
        id="{count} pertanyaan dikecualikan, sisanya {there}",
        en="{count} questions are excluded, which leaves {there}",
    ),
    "exclude one": Text.of(
        id="1 pertanyaan dikecualikan, sisanya {there}",
        en="1 question is excluded, which leaves {there}",
    ),
    "enemies": Text.of(
        id="sebagian pertanyaan tidak boleh muncul bersama (dari {there} paling banyak {together})",
        en="some questions may not appear together (at most {together} of the {there})",
    ),
    "this": Text.of(
        id="{asked} tidak bisa memenuhi ini: {list}", en="{asked} cannot meet this: {list}"
    ),
    "all": Text.of(
        id="{asked} tidak bisa memenuhi semua ini: {list}",
        en="{asked} cannot meet all of these: {list}",
    ),
    "question": Text.of(id="{count} pertanyaan", en="{count} question"),
    "questions": Text.of(id="{count} pertanyaan", en="{count} questions"),
    "time": Text.of(id="{time} menit", en="{time} minutes"),
    "takes": Text.of(id="({asked} butuh {time})", en="({asked} take {time})"),
    "to": Text.of(id="{low} sampai {high}", en="{low} to {high}"),
    "quota": Text.of(id="{bounds} dengan {facets}", en="{bounds} with {facets}"),
    "fit": Text.of(id="({there} cocok)", en="({there} fit)"),
    "fit together": Text.of(
        id="({there} cocok, bersama paling banyak {together})",
        en="({there} fit, at most {together} together)",
    ),
    "at_least": Text.of(id="minimal {count}", en="at least {count}"),
    "at_most": Text.of(id="maksimal {count}", en="at most {count}"),
    "any": Text.of(id="tanpa batas minimal", en="no minimum"),
    "and": Text.of(id="dan", en="and"),
    "include": Text.of(id="pertanyaan {id} harus ada", en="question {id} must be in"),
    "without": Text.of(id="{id} tidak harus ada", en="{id} need not be in"),
    "allowed": Text.of(id="{id} tidak dikecualikan", en="{id} is not excluded"),
    "truce": Text.of(id="{ids} boleh muncul bersama", en="{ids} may appear together"),
    "nearby": Text.of(
        id="Yang mendekati dan bisa dipenuhi: {list}.",
        en="A nearby request that can be met: {list}.",
    ),
    "nearest": Text.of(
        id="Yang terdekat dan bisa dipenuhi: {list}.", en="The nearest that can be met: {list}."
    ),
    "none": Text.of(
        id="Tambah pertanyaan ke bank atau minta yang lain.",
        en="Add questions to the bank, or ask for other ones.",
    ),
    "kind": Text.of(id="jenis", en="kind"),
    "stage": Text.of(id="tahap", en="stage"),
    "goal": Text.of(id="tujuan", en="goal"),
    "competency": Text.of(id="kompetensi", en="competency"),
    "tag": Text.of(id="label", en="tag"),
    "form": Text.of(id="bentuk", en="form"),
    "template": Text.of(id="templat", en="template"),
    "family": Text.of(id="rumpun", en="family"),
    "topic": Text.of(id="topik", en="topic"),
    "language": Text.of(id="bahasa", en="language"),
    "difficulty": Text.of(id="tingkat kesulitan", en="difficulty"),
}


def refusal(
    demand: Demand, blueprint: Blueprint, conflict: tuple[str, ...], nearest: Relaxed | None
) -> InfeasibleError:
    """Word the refusal of a blueprint.

    Args:
        demand: what no quiz satisfies.
        blueprint: the blueprint that it comes from.
        conflict: the requirements that cannot hold together.
        nearest: a blueprint that some quiz fits; `None` if the bank has nothing to ask.

    Returns:
        The error, with a sentence in each language.
    """
    reasons = {tag: _reason(demand, blueprint, conflict, tag) for tag in LANGUAGES}
    hints = {tag: _hint(blueprint, nearest, tag) for tag in LANGUAGES}
    sentences = tuple(
        (tag, _say("sentence", tag, reason=reasons[tag], hint=hints[tag])) for tag in LANGUAGES
    )
    return InfeasibleError(reasons["en"], hints["en"], conflict, sentences)


def cooling_refusal(cooldown: int, possible: int) -> InfeasibleError:
    """Word the refusal where the cooldown of a history alone stands in the way.

    Args:
        cooldown: how many of the latest quizzes must not repeat a question.
        possible: the longest cooldown that leaves enough.

    Returns:
        The error, with a sentence in each language.
    """
    sentences = tuple(
        (tag, _say("cooling", tag, cooldown=cooldown, possible=possible)) for tag in LANGUAGES
    )
    return InfeasibleError(dict(sentences)["en"], "", (), sentences)


def crossing_refusal(blueprint: Blueprint, requirements: Sequence[str]) -> BlueprintError:
    """Word the refusal of what can be neither counted nor drawn.

    Args:
        blueprint: what was asked for.
        requirements: those that cross the others in too many ways.

    Returns:
        The error, with a sentence in each language.
    """
    sentences = tuple(
        (tag, _say("crossing", tag, list="; ".join(_named(requirements, blueprint, tag))))
        for tag in LANGUAGES
    )
    return BlueprintError(tuple(requirements), sentences)


def _named(requirements: Sequence[str], blueprint: Blueprint, tag: str) -> Iterator[str]:
    for key in requirements:
        kind, _, rest = key.partition(" ")
        if kind == "quota":
            yield _quota(blueprint.quotas[int(rest)], tag)
        elif kind == "include":
            yield _say("include", tag, id=rest)
        elif key == MINUTES and blueprint.minutes:
            yield _say("time", tag, time=_span(blueprint.minutes, tag))
        else:
            yield _say(
                {EXCLUDE: "some excluded", ENEMIES: "some enemies"}.get(kind, "some seen"), tag
            )


def forms_refusal(count: int, overlap: int, possible: int) -> InfeasibleError:
    """Word the refusal of too many forms.

    Args:
        count: how many were asked for.
        overlap: most questions that two may share.
        possible: how many were found.

    Returns:
        The error, with a sentence in each language.
    """
    reasons = {tag: _say("forms", tag, count=count, overlap=overlap) for tag in LANGUAGES}
    hints = {tag: _say("possible", tag, count=possible) for tag in LANGUAGES}
    sentences = tuple((tag, f"{reasons[tag]}. {hints[tag]}") for tag in LANGUAGES)
    return InfeasibleError(reasons["en"], hints["en"], (), sentences)


def _say(word: str, tag: str, **values: object) -> str:
    return WORDS[word].in_(tag).format(**values).strip()


def _reason(demand: Demand, blueprint: Blueprint, conflict: tuple[str, ...], tag: str) -> str:
    asked = _questions(blueprint, tag)
    if conflict:
        listed = "; ".join(_requirement(key, demand, blueprint, conflict, tag) for key in conflict)
        return _say("all" if len(conflict) > 1 else "this", tag, asked=asked, list=listed)
    return _say("pool", tag, asked=asked, there=len(demand.pool))


def _requirement(
    key: str, demand: Demand, blueprint: Blueprint, conflict: Container[str], tag: str
) -> str:
    kind, _, rest = key.partition(" ")
    if kind == "quota":
        members = next(limit.ids for limit in demand.limits if limit.key == key)
        there, together = _together(members & demand.pool.keys(), demand)
        divided = ENEMIES in conflict and together < there
        fit = _say("fit together" if divided else "fit", tag, there=there, together=together)
        return f"{_quota(blueprint.quotas[int(rest)], tag)} {fit}"
    if kind == EXCLUDE:
        count = len(demand.excluded)
        return _say(f"exclude{' one' * (count == 1)}", tag, count=count, there=len(demand.pool))
    if kind == ENEMIES:
        there, together = _together(demand.pool.keys(), demand)
        return _say("enemies", tag, there=there, together=together)
    return _window(demand, blueprint, tag) if key == MINUTES else _say("include", tag, id=rest)


def _together(ids: Collection[str], demand: Demand) -> tuple[int, int]:
    """Count questions, and how many of them can appear together."""
    return len(ids), len({demand.clusters.get(id, id) for id in ids})


def _window(demand: Demand, blueprint: Blueprint, tag: str) -> str:
    each = sorted(question.minutes for question in demand.pool.values())
    shortest, longest = blueprint.length
    taken = _span((sum(each[:shortest]), sum(each[-longest:])), tag)
    takes = _say("takes", tag, asked=_questions(blueprint, tag), time=taken)
    return f"{_say('time', tag, time=_span(demand.minutes_bounds(), tag))} {takes}"


def _quota(quota: Quota, tag: str) -> str:
    counts = (("at_least", quota.at_least or None), ("at_most", quota.at_most))
    said = [_say(word, tag, count=count) for word, count in counts if count is not None]
    bounds = f" {_say('and', tag)} ".join(said)
    facets = (
        f"{_say(facet, tag)} {_span(held, tag) if isinstance(held, tuple) else held}"
        for facet, held in quota.facets()
    )
    return _say("quota", tag, bounds=bounds, facets=", ".join(facets))


def _hint(blueprint: Blueprint, nearest: Relaxed | None, tag: str) -> str:
    if nearest is None:
        return _say("none", tag)
    listed = "; ".join(_changes(blueprint, nearest.blueprint, tag))
    return _say("nearest" if nearest.is_nearest else "nearby", tag, list=listed)


def _changes(blueprint: Blueprint, nearest: Blueprint, tag: str) -> Iterator[str]:
    if nearest.length != blueprint.length:
        yield _questions(nearest, tag)
    if nearest.minutes and nearest.minutes != blueprint.minutes:
        yield _say("time", tag, time=_span(nearest.minutes, tag))
    for before, after in zip(blueprint.quotas, nearest.quotas, strict=True):
        if before != after:
            yield _loosened(before, after, tag)
    for word, asked, left in (
        ("without", blueprint.include, nearest.include),
        ("allowed", blueprint.exclude, nearest.exclude),
    ):
        yield from (_say(word, tag, id=id) for id in asked if id not in left)
    for group in blueprint.enemies:
        if group not in nearest.enemies:
            yield _say("truce", tag, ids=f" {_say('and', tag)} ".join(group))


def _loosened(before: Quota, after: Quota, tag: str) -> str:
    if before.at_most is None and after.at_least:
        return _quota(evolve(after, at_most=None), tag)
    if before.at_most is None:
        asked = _say("at_most", tag, count=after.at_most)
        return _quota(after, tag).replace(asked, _say("any", tag))
    return _quota(after, tag)


def _questions(blueprint: Blueprint, tag: str) -> str:
    low, high = blueprint.length
    count = f"{low}" if low == high else f"{low}-{high}"
    return _say("question" if count == "1" else "questions", tag, count=count)


def _span(bounds: tuple[int, ...], tag: str) -> str:
    low, high = bounds
    return f"{low}" if low == high else _say("to", tag, low=low, high=high)
