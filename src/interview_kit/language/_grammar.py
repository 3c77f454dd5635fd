"""How a language builds a clause: which classes of words are verbs, helpers, persons and so on."""

from collections.abc import Iterable
from functools import cached_property
from typing import final

from attrs import field, frozen

from interview_kit.language._tables import to_words
from interview_kit.model import Value
from interview_kit.model.sources import to_strings

__all__ = ["Grammar", "to_classes"]


def to_classes(names: Iterable[str]) -> frozenset[str]:
    """Make a set of names of classes, in angle brackets."""
    return frozenset(name if name.startswith("<") else f"<{name}>" for name in to_words(names))


@final
@frozen(kw_only=True, eq=False, repr=False)
class Grammar(Value):
    """How a language builds a clause; classes are those of `Profile.classes` and of its forms.

    Attributes:
        openers: words with which a new clause begins, as `karena`.
        adverb_openers: those of them that stand after a subject, too, as `lalu`.
        time_openers: those of them that open no clause before "itu", as `saat`.
        time_classes: classes of words before a noun that tell when, so that an owner after it is
            the subject: "selama magang saya mencatat".
        carriers: words after which a bare stem goes on with the subject before it, as `lalu`; after
            other words it is a noun.
        quote_verbs: words before the speaker of what was quoted, as `kata`.
        active_subjects: classes of nouns that do what an active verb after them says.
        verbs: classes of verbs of doing.
        actives: those of them that follow their subject, as *me-* verbs.
        passives: classes of verbs whose subject does nothing, as *di-* verbs.
        participles: classes of verbs that follow a copula for what somebody is doing.
        copulas: classes of words that say what somebody is, as `was`.
        auxiliaries: classes of words before a verb that stand for it, as `did`.
        team_articles: words before a noun for the team that make it the speaker's; any if empty.
        perfects: classes of verbs that follow a possessive for what somebody has done.
        possessives: classes of words that say what somebody has, as `had`.
        mixed: classes that hold verbs of doing and others, told apart by their form.
        verb_prefixes: beginnings of the verbs among them.
        verb_suffixes: endings of the verbs among them.
        stem_suffixes: endings of bare stems that follow their doer, as `i` of "lengkapi".
        bare_verbs: classes of words that are verbs where they follow a person at once.
        determiners: classes of words after which a verb is a noun, as in "the review".
        clefts: words after a copula that make the speaker the doer, as in "I was the one who".
        states: classes of verbs of thinking, feeling and having.
        helpers: classes of words between a subject and its verb.
        nouns: classes of words that say what the speaker is where they follow at once.
        persons: classes of words for people.
        prepositions: classes of words that make the noun after them no subject.
        skipped: classes of words before a verb that are no subject.
        companions: words that join the speaker with others, as `and`.
        agents: words before the doer of a passive, as `by`.
        own_agents: the speaker as such a doer.
        team_agents: the team as such a doer.
        team_nouns: nouns for the team.
        possessor_follows: whether an owner follows what is owned, as in "atasan saya".
    """

    openers: frozenset[str] = field(default=frozenset(), converter=to_words)
    adverb_openers: frozenset[str] = field(default=frozenset(), converter=to_words)
    time_openers: frozenset[str] = field(default=frozenset(), converter=to_words)
    time_classes: frozenset[str] = field(default=frozenset(), converter=to_classes)
    carriers: frozenset[str] = field(default=frozenset(), converter=to_words)
    quote_verbs: frozenset[str] = field(default=frozenset(), converter=to_words)
    active_subjects: frozenset[str] = field(default=frozenset(), converter=to_classes)
    verbs: frozenset[str] = field(default=frozenset(), converter=to_classes)
    actives: frozenset[str] = field(default=frozenset(), converter=to_classes)
    passives: frozenset[str] = field(default=frozenset(), converter=to_classes)
    participles: frozenset[str] = field(default=frozenset(), converter=to_classes)
    copulas: frozenset[str] = field(default=frozenset(), converter=to_classes)
    auxiliaries: frozenset[str] = field(default=frozenset(), converter=to_classes)
    team_articles: frozenset[str] = field(default=frozenset(), converter=to_words)
    perfects: frozenset[str] = field(default=frozenset(), converter=to_classes)
    possessives: frozenset[str] = field(default=frozenset(), converter=to_classes)
    mixed: frozenset[str] = field(default=frozenset(), converter=to_classes)
    verb_prefixes: tuple[str, ...] = field(default=(), converter=to_strings)
    verb_suffixes: tuple[str, ...] = field(default=(), converter=to_strings)
    stem_suffixes: tuple[str, ...] = field(default=(), converter=to_strings)
    bare_verbs: frozenset[str] = field(default=frozenset(), converter=to_classes)
    determiners: frozenset[str] = field(default=frozenset(), converter=to_classes)
    clefts: frozenset[str] = field(default=frozenset(), converter=to_words)
    states: frozenset[str] = field(default=frozenset(), converter=to_classes)
    helpers: frozenset[str] = field(default=frozenset(), converter=to_classes)
    nouns: frozenset[str] = field(default=frozenset(), converter=to_classes)
    persons: frozenset[str] = field(default=frozenset(), converter=to_classes)
    prepositions: frozenset[str] = field(default=frozenset(), converter=to_classes)
    skipped: frozenset[str] = field(default=frozenset(), converter=to_classes)
    companions: frozenset[str] = field(default=frozenset(), converter=to_words)
    agents: frozenset[str] = field(default=frozenset(), converter=to_words)
    own_agents: frozenset[str] = field(default=frozenset(), converter=to_words)
    team_agents: frozenset[str] = field(default=frozenset(), converter=to_words)
    team_nouns: frozenset[str] = field(default=frozenset(), converter=to_words)
    possessor_follows: bool = False

    @cached_property
    def plain(self) -> frozenset[str]:
        """The skipped classes that no rule looks at: most small words."""
        seen = (self.verbs, self.mixed, self.passives, self.copulas, self.persons)
        return self.skipped.difference(*seen)
