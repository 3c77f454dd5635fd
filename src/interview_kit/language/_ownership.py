"""Who does what: the speaker, the team with the speaker, somebody else, or nobody in particular."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Literal, final

from attrs import frozen

from interview_kit.language._grammar import Grammar
from interview_kit.language._profile import Profile, known_profile
from interview_kit.language._tokens import ENDS, JOINTS, PAUSES, Tokens, tokens_of
from interview_kit.model import Value

__all__ = ["Owner", "Ownership", "ownership", "ownership_of"]

#: Whose doing a clause tells.
Owner = Literal["own", "team", "other", "none"]

#: Marks that part clauses.
MARKS: Final = ENDS | PAUSES | {"\n", '"', "\u201c", "\u201d"}
#: Words after a noun among which its verb is looked for ("the manager of our store asked").
VERB_DISTANCE: Final = 5
#: Words after "by" among which the doer is looked for, and one.
AGENT_DISTANCE: Final = 4
#: Words before and after a word that are looked at for what it belongs to: clauses are seldom longer,
#: and a text without any mark takes time in proportion to its length.
REACH: Final = 12
OWN: Final = "<own>"
TEAM: Final = "<team>"


@final
@frozen(kw_only=True, eq=False, repr=False)
class Ownership(Value):
    """A clause and whose doing it tells.

    Attributes:
        start: where it begins, in characters from 0.
        end: where it ends, exclusive.
        owner: `own` for the speaker alone, `team` for the speaker with others, `other` for
            somebody else; `none` for states, things and passives that name nobody.
    """

    start: int
    end: int
    owner: Owner


def ownership(text: str, language: str | Profile) -> tuple[Ownership, ...]:
    """Tell whose doing each clause of an answer tells.

    Args:
        text: the answer; any text.
        language: a BCP 47 tag of a language that comes with the library, or a profile.

    Returns:
        The clauses in order; those that only go on, as "and signed it", have the owner of the
        clause before.

    Raises:
        MissingLanguageError: if the library has no profile for this tag.

    >>> [each.owner for each in ownership("Jadwal itu saya susun, lalu atasan menyetujuinya.", "id")]
    ['own', 'other']
    """
    profile = known_profile(language)
    return ownership_of(tokens_of(text, profile), profile)


def ownership_of(tokens: Tokens, profile: Profile) -> tuple[Ownership, ...]:
    """Tell whose doing each clause of an answer tells that was taken apart.

    Args:
        tokens: its words.
        profile: its language.

    Returns:
        As `ownership`.
    """
    if not tokens.words:
        return ()
    bounds = [0, *_breaks(tokens, profile), len(tokens.words)]
    reader = _Reader(tokens, profile)
    found: list[Ownership] = []
    last: Owner = "own"
    for first, end in pairwise(bounds):
        if first and not ENDS.isdisjoint(tokens.gaps[first]):
            last = "own"
        owner = reader.owner(first, end, last)
        last = owner if owner != "none" else last
        found.append(Ownership(start=tokens.starts[first], end=tokens.ends[end - 1], owner=owner))
    return tuple(found)


def _breaks(tokens: Tokens, profile: Profile) -> Iterator[int]:
    """Find the words with which a new clause begins."""
    grammar, gaps, words = profile.grammar, tokens.gaps, tokens.words
    marked = (at for at in tokens.pauses if not MARKS.isdisjoint(gaps[at]))
    opened = (at for at, word in enumerate(words) if word in grammar.openers)
    for place in sorted({*marked, *opened}):
        if place and not _goes_on(tokens, place, grammar):
            yield place


def _goes_on(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Tell whether a word that may open a clause goes on with the one before."""
    if tokens.gaps[place] not in JOINTS:
        return False
    words, classes = tokens.words, tokens.classes
    before, after = classes[place - 1], classes[place + 1 : place + 3]
    subjects = {OWN, TEAM, *grammar.persons}
    if words[place] in grammar.companions:
        # "Me and the boys", "my team and I", "my wife and I" where it opens the clause.
        people = before == OWN or words[place - 1] in grammar.own_agents | grammar.team_nouns
        opens = (
            before in grammar.persons
            and after[:1] == [OWN]
            and not _has_verb(tokens, place, grammar)
        )
        return (people and not subjects.isdisjoint(after)) or opens
    # "Saya lalu menelepon", "bulan lalu", "saat itu", "the one who".
    is_within = before in subjects or before in grammar.time_classes
    is_adverb = is_within and words[place] in grammar.adverb_openers
    is_time = words[place] in grammar.time_openers and after[:1] in (["<it>"], ["<number>"])
    return is_adverb or is_time or words[place - 1] in grammar.clefts


def _has_verb(tokens: Tokens, place: int, grammar: Grammar) -> bool:
    """Tell whether a verb stands shortly before a word, back to a mark or an opening word."""
    for at in range(place - 1, max(-1, place - VERB_DISTANCE), -1):
        if tokens.classes[at] in grammar.verbs:
            return True
        if tokens.words[at] in grammar.openers or tokens.gaps[at] not in JOINTS:
            return False
    return False


class _Reader:
    """Reads clauses of one text."""

    def __init__(self, tokens: Tokens, profile: Profile) -> None:
        self.words, self.classes, self.gaps = tokens.words, tokens.classes, tokens.gaps
        self.grammar = profile.grammar

    def owner(self, first: int, end: int, last: Owner) -> Owner:
        """Tell whose doing a clause tells, given the owner of the one before."""
        thing, plain = "", self.grammar.plain
        for place in range(first, end):
            if self.classes[place] in plain:
                continue
            owner = self._of_word(first, place, end) or self._of_verb(
                first, place, end, thing, last
            )
            if owner:
                return owner
            if self.classes[place] not in self.grammar.skipped and not self._is_verb(place, first):
                thing = self.classes[place]
        return "none"

    def _of_word(self, first: int, place: int, end: int) -> Owner | Literal[""]:
        """Read the subject that a word is; nothing if it is none."""
        grammar, kind = self.grammar, self.classes[place]
        if kind in {OWN, TEAM}:
            return self._of_pronoun(first, place, end)
        if kind == "<joined>":
            return "own"
        if self.words[place] in grammar.own_agents and self._is_joined(place):
            return "team"
        if kind in grammar.persons and not self._is_object(first, place):
            return self._of_person(place, end)
        return ""

    def _of_verb(
        self, first: int, place: int, end: int, thing: str, last: Owner
    ) -> Owner | Literal[""]:
        """Read a verb before which no subject stood, or a thing only; nothing if it is none."""
        grammar, kind = self.grammar, self.classes[place]
        if kind in grammar.passives or kind in grammar.copulas:
            return self._of_agent(place, end)
        if not self._is_verb(place, first):
            return ""
        is_bare = grammar.possessor_follows and kind not in grammar.actives
        if is_bare and (self._has_subject(place, end) or not self._carries(first)):
            return ""
        if thing:
            acts = thing in grammar.active_subjects and self._is_active(place)
            return "other" if acts else "none"
        return last

    def _is_joined(self, place: int) -> bool:
        """Tell whether others are joined to a word: "I and my colleague"."""
        after = {*self.classes[place + 2 : place + 4]}
        joint = {*self.words[place + 1 : place + 2]} & self.grammar.companions
        return bool(joint) and not after.isdisjoint({OWN, *self.grammar.persons})

    def _has_subject(self, place: int, end: int) -> bool:
        """Tell whether a bare stem is a noun, its clause having a subject: "desain kami ubah"."""
        rest = {*self.classes[place + 1 : min(end, place + REACH)]}
        return not rest.isdisjoint({OWN, TEAM})

    def _carries(self, first: int) -> bool:
        """Tell whether a clause may go on with the subject before it: "lalu cek", ", cek"."""
        return self.words[first] in self.grammar.carriers or "," in self.gaps[first]

    def _is_active(self, place: int) -> bool:
        return self.classes[place] in self.grammar.actives and self.words[place].startswith(
            self.grammar.verb_prefixes
        )

    def _is_verb(self, place: int, first: int = 0) -> bool:
        """Tell whether a word is a verb of doing, and not a noun after an article."""
        grammar, word, kind = self.grammar, self.words[place], self.classes[place]
        if place > first and self.classes[place - 1] in grammar.determiners:
            return False
        formed = word.startswith(grammar.verb_prefixes) or word.endswith(grammar.verb_suffixes)
        return kind in grammar.verbs or (kind in grammar.mixed and formed)

    def _of_pronoun(self, first: int, place: int, end: int) -> Owner | Literal[""]:
        """Read "I asked", "I was", "the boss and I went"; nothing where no verb follows."""
        grammar, classes, words = self.grammar, self.classes, self.words
        owner: Owner = "own" if classes[place] == OWN else "team"
        before = words[place - 1] if place > first else ""
        if self._is_joined(place) or (place > first + 1 and before in grammar.companions):
            return "team"
        if before in grammar.agents:
            return owner
        verb = self._verb(place + 1, end)
        if verb is None:
            return ""
        if grammar.possessor_follows and place > first and not self._is_object(first, place):
            possessed = self._of_possessed(first, place, verb)
            if possessed is not None:
                return possessed
        return self._with_verb(owner, verb, end)

    def _of_possessed(self, first: int, place: int, verb: int) -> Owner | Literal[""] | None:
        """Read "atasan saya meminta"; none where the noun before is the object of a bare stem."""
        grammar, kind, before = self.grammar, self.classes[place - 1], self.words[place - 1]
        if kind in grammar.skipped or kind in grammar.helpers or before in grammar.openers:
            return None
        nouns = range(max(first, place - REACH), place)
        if any(self.classes[at] in grammar.time_classes for at in nouns):
            return None
        if self.classes[verb] in grammar.actives or self.words[verb].startswith(
            grammar.verb_prefixes
        ):
            if not grammar.team_nouns.isdisjoint(self.words[max(first, place - REACH) : place]):
                return "team"
            return "other" if kind in grammar.persons else "none"
        if kind in grammar.persons and self.classes[verb] in grammar.bare_verbs:
            return "other"
        is_stem = self._is_verb(verb) or self.words[verb].endswith(grammar.stem_suffixes)
        return None if is_stem else ""

    def _with_verb(self, owner: Owner, verb: int, end: int) -> Owner:
        grammar, kind = self.grammar, self.classes[verb]
        if kind in grammar.copulas or kind in grammar.possessives:
            after = self._verb(verb + 1, end)
            if {*self.words[verb + 1 : verb + 3]} & grammar.clefts:
                return owner
            if after is None:
                return "none"
            done = self.classes[after] in grammar.perfects or self._is_verb(after)
            doing = self.classes[after] in grammar.participles
            return owner if (doing if kind in grammar.copulas else done) else "none"
        if kind in grammar.auxiliaries:
            after = self._verb(verb + 1, end)
            return "none" if after is not None and self.classes[after] in grammar.states else owner
        if owner == "team" and kind in grammar.nouns:
            # "Kami para guru mengumpulkan ..."
            named = range(verb, min(end, verb + VERB_DISTANCE))
            return "team" if any(self._is_active(at) for at in named) else "none"
        is_nobody = kind in grammar.states or kind in grammar.nouns or kind in grammar.passives
        return "none" if is_nobody else owner

    def _of_person(self, place: int, end: int) -> Owner | Literal[""]:
        """Read "the manager asked", "my team checked"; nothing where no verb follows."""
        grammar, classes = self.grammar, self.classes
        before = self.words[place - 1] if place else ""
        is_team = self.words[place] in grammar.team_nouns and (
            not grammar.team_articles or before in grammar.team_articles
        )
        named = place + 1 < end and classes[place + 1] in grammar.persons
        owner: Owner = "team" if is_team and not named else "other"
        if before in grammar.quote_verbs:
            return owner
        for at in range(place + 1, min(end, place + 1 + VERB_DISTANCE)):
            kind = classes[at]
            if kind in {OWN, TEAM}:
                return ""
            if kind in grammar.copulas or kind in grammar.passives:
                doing = at + 1 < end and classes[at + 1] in grammar.participles
                return owner if doing else self._of_agent(at, end)
            if self._is_verb(at, place) or kind in grammar.states or kind in grammar.possessives:
                return owner
            is_next = self._verb(place + 1, end) == at
            if is_next and (kind in grammar.bare_verbs or classes[place] == "<they>"):
                return "none" if kind in grammar.nouns else owner
        return ""

    def _is_object(self, first: int, place: int) -> bool:
        """Tell whether a noun is introduced by a preposition, as in "for the manager"."""
        for at in range(place - 1, max(first, place - REACH) - 1, -1):
            if self.classes[at] in self.grammar.prepositions:
                return True
            if self._is_verb(at, first):
                return False
        return False

    def _of_agent(self, place: int, end: int) -> Owner:
        """Read the agent of a passive: "by me", "oleh tim kami"."""
        grammar, words = self.grammar, self.words
        near = range(place + 1, min(end, place + REACH))
        agent = next((at for at in near if words[at] in grammar.agents), end)
        for at in range(agent + 1, min(end, agent + AGENT_DISTANCE)):
            if words[at] in grammar.team_nouns or words[at] in grammar.team_agents:
                return "team"
            if words[at] in grammar.own_agents:
                return "own"
            if self.classes[at] in grammar.persons:
                return "other"
        return "none"

    def _verb(self, place: int, end: int) -> int | None:
        """Find what follows a subject, adverbs and helping verbs passed over."""
        near = range(place, min(end, place + REACH))
        return next((at for at in near if self.classes[at] not in self.grammar.helpers), None)
