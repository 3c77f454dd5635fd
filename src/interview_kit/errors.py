"""Every error that the library raises, as a value: fields, and one sentence made from them.

All inherit from `InterviewKitError` and from the built-in that a caller would expect, compare
equal by their fields and survive pickling. Fields hold plain strings and numbers only, so that
this module stands below every other.
"""

from collections.abc import Sequence

from attrs import field, frozen

__all__ = [
    "BlueprintError",
    "ConflictError",
    "DocumentError",
    "InfeasibleError",
    "InterviewKitError",
    "InvalidValueError",
    "MissingLanguageError",
    "PackError",
    "PluginError",
    "Problem",
    "ScorerError",
    "StepError",
    "UnknownIdError",
]


class InterviewKitError(Exception):
    """Root of all errors of this library; catch it to catch them all."""

    def sentence(self) -> str:
        """Say what is wrong, where, and what to do."""
        return "interview_kit could not go on"

    def __str__(self) -> str:
        return self.sentence()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, InterviewKitError):
            return NotImplemented
        return type(self) is type(other) and self.args == other.args

    def __hash__(self) -> int:
        return hash((type(self), self.args))


@frozen(eq=False)
class InvalidValueError(InterviewKitError, ValueError):
    """A value was asked for that the model does not allow.

    Attributes:
        where: the field, such as `Question.difficulty`.
        found: what was given, as Python shows it.
        allowed: what would have been accepted, in words.
        hint: what to do about it; empty where `allowed` already says it.
        rule: which rule is broken: a short stable name, as in `Problem`.
    """

    where: str
    found: str
    allowed: str
    hint: str = ""
    rule: str = "invalid-value"

    def sentence(self) -> str:
        """Say which field got what, and what it takes."""
        advice = f" {self.hint}" if self.hint else ""
        return f"{self.where}: found {self.found}, allowed is {self.allowed}.{advice}"


@frozen(eq=False)
class UnknownIdError(InterviewKitError, KeyError):
    """An id was asked for that is not there.

    Attributes:
        noun: what was looked for, such as `Question`.
        id: the id that was given.
        nearest: ids that do exist and look alike, best first; empty if none does.
        known: how many of that noun there are.
    """

    noun: str
    id: str
    nearest: tuple[str, ...]
    known: int

    def sentence(self) -> str:
        """Say what is missing and which ids come near."""
        if self.nearest:
            return f"no {self.noun} has the id {self.id!r}; did you mean {listed(self.nearest)}?"
        return f"no {self.noun} has the id {self.id!r}, nor one like it; there are {self.known}"


@frozen(eq=False)
class MissingLanguageError(InterviewKitError, LookupError):
    """A text, or a whole bank, does not speak the language asked for.

    Attributes:
        language: the tag that was asked for, such as `fr`.
        available: the tags that are there, sorted.
    """

    language: str
    available: tuple[str, ...]

    def sentence(self) -> str:
        """Say which language is missing and which there are."""
        if not self.available:
            return f"nothing in {self.language!r}, nor in any other language"
        there = listed(self.available)
        return f"nothing in {self.language!r}; available: {there}. Pass one of these, or a fallback"


@frozen(eq=False)
class ConflictError(InterviewKitError, ValueError):
    """Two packs define the same id differently.

    Attributes:
        noun: what they define, such as `Question`.
        id: the id that both use.
        places: where the two definitions stand, sorted.
    """

    noun: str
    id: str
    places: tuple[str, str]

    def sentence(self) -> str:
        """Name the id and both places."""
        first, second = self.places
        return (
            f"{self.noun} {self.id!r} is defined differently in {first} and in {second}; "
            "give one of them another id, or load only one of the packs"
        )


@frozen(kw_only=True)
class Problem:
    """One thing that is wrong with a pack.

    Attributes:
        file: the file inside the pack, such as `roles/sales.json`; empty for the pack as a whole.
        line: where it stands, from 1; 0 if the place is the whole file.
        column: where it stands, from 1; 0 if the place is the whole file.
        path: where it stands in the document, such as `$.questions[2].minutes`.
        rule: which rule is broken: a short stable name, such as `unknown-key`.
        message: what was found and what is allowed.
        hint: what to do about it; empty where the message already says it.
    """

    file: str
    line: int = 0
    column: int = 0
    path: str = "$"
    rule: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file or "pack"
        advice = f" {self.hint}" if self.hint else ""
        return f"{place}: {self.path}: {self.message} [{self.rule}]{advice}"


@frozen(eq=False)
class PackError(InterviewKitError, ValueError):
    """A pack cannot be loaded; all its problems at once.

    Attributes:
        pack: which pack, as it was named to `load`.
        problems: everything that is wrong with it, in file order; at least one.
        others: the same for each further pack that was to be loaded and cannot be.
    """

    pack: str
    problems: tuple[Problem, ...]
    others: tuple["PackError", ...] = ()

    def sentence(self) -> str:
        """List every problem, one to a line."""
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        lines = "".join(f"\n  {problem}" for problem in self.problems)
        others = "".join(f"\n{other}" for other in self.others)
        return f"{self.pack} has {count} {noun}; nothing was loaded{lines}{others}"


@frozen(eq=False)
class DocumentError(InterviewKitError, ValueError):
    """A plain document cannot become a value; all its problems at once.

    Attributes:
        noun: the value that was wanted, such as `Question`.
        problems: everything that is wrong with the document; at least one.
    """

    noun: str
    problems: tuple[Problem, ...]

    def sentence(self) -> str:
        """List every problem, one to a line."""
        lines = "".join(f"\n  {p.path}: {p.message} [{p.rule}]" for p in self.problems)
        return f"this document is not a {self.noun}{lines}"


@frozen(eq=False)
class InfeasibleError(InterviewKitError, ValueError):
    """No quiz can satisfy the blueprint.

    Attributes:
        reason: what stands in the way, with the counts behind it.
        hint: what comes nearest and could be met; empty if that is not known.
        conflict: the smallest set of requirements that cannot hold together, such as `minutes`,
            `quota 0` or `include S01`; none if the bank is too small even without them.
        sentences: pairs of a language tag and the whole sentence in it.
    """

    reason: str
    hint: str = ""
    conflict: tuple[str, ...] = ()
    sentences: tuple[tuple[str, str], ...] = ()

    def sentence(self) -> str:
        """Say what cannot hold, and what could."""
        advice = f" {self.hint}" if self.hint else ""
        return dict(self.sentences).get("en", f"{self.reason}.{advice}")

    def in_(self, language: str) -> str:
        """Say it in a language; in English where it is not there."""
        return dict(self.sentences).get(language.partition("-")[0], self.sentence())


@frozen(eq=False)
class BlueprintError(InterviewKitError, ValueError):
    """A blueprint crosses its requirements in more ways than can be counted or drawn.

    Attributes:
        requirements: those that could not be counted, such as `minutes` or `quota 0`.
        sentences: pairs of a language tag and the whole sentence in it.
    """

    requirements: tuple[str, ...]
    sentences: tuple[tuple[str, str], ...] = ()

    def sentence(self) -> str:
        """Say which requirements are too many, and what to do."""
        crossing = listed(self.requirements)
        plain = f"these cross the others in too many ways: {crossing}. Use fewer or wider quotas"
        return dict(self.sentences).get("en", plain)

    def in_(self, language: str) -> str:
        """Say it in a language; in English where it is not there."""
        return dict(self.sentences).get(language.partition("-")[0], self.sentence())


@frozen(eq=False)
class ScorerError(InterviewKitError, TypeError):
    """A scorer does not keep the contract of `Scorer`.

    Attributes:
        scorer: its name.
        found: what it is or did.
        allowed: what a scorer is or does.
        hint: what to do about it.
    """

    scorer: str
    found: str
    allowed: str
    hint: str = ""

    def sentence(self) -> str:
        """Name the scorer and its mistake."""
        advice = f" {self.hint}" if self.hint else ""
        return f"scorer {self.scorer!r}: found {self.found}, allowed is {self.allowed}.{advice}"


@frozen(eq=False)
class StepError(InterviewKitError, ValueError):
    """A step was asked for that an interview or a panel does not allow where it stands.

    Attributes:
        noun: what was to take the step, such as `Panel`.
        step: the step, such as `submitted`.
        state: where it stands, in words.
        allowed: what can be done now.
        hint: what to do about it; empty where `allowed` already says it.
    """

    noun: str
    step: str
    state: str
    allowed: str
    hint: str = ""

    def sentence(self) -> str:
        """Say which step is not possible, why, and what is."""
        advice = f" {self.hint}" if self.hint else ""
        return (
            f"{self.noun}: cannot be {self.step}: {self.state}; allowed is {self.allowed}.{advice}"
        )


@frozen(eq=False)
class PluginError(InterviewKitError, LookupError):
    """An entry point cannot be used.

    Attributes:
        group: the entry-point group, such as `interview_kit.packs`.
        name: the name that was asked for.
        reason: why it cannot be used.
        available: the names that are installed, sorted.
    """

    group: str
    name: str
    reason: str
    available: tuple[str, ...] = field(default=())

    def sentence(self) -> str:
        """Say which plug-in failed and which there are."""
        there = listed(self.available) or "none"
        return f"{self.group}: {self.name!r} {self.reason}; installed: {there}"


def listed(names: Sequence[str]) -> str:
    """Join names for a sentence, each in quotes.

    >>> listed(["a", "b"])
    "'a', 'b'"
    """
    return ", ".join(repr(name) for name in names)
