"""Items about how stages differ, such as the HR interview and the user interview."""

from collections.abc import Iterator
from itertools import permutations
from typing import Final, NamedTuple

from interview_kit.bank import Bank
from interview_kit.knowledge._nearness import first_sentence, names_in
from interview_kit.knowledge._template import Candidate, Draft, Maker, Sources
from interview_kit.knowledge._wording import quoted, said
from interview_kit.model import Comparison, Stage, Text

__all__ = ["MAKERS"]

ABOUT: Final = Text.of(
    id="Keterangan tentang “{stage}”: {text}", en="What describes “{stage}”: {text}"
)
OTHER: Final = Text.of(
    id="Itu keterangan tentang “{stage}”. Yang berlaku untuk “{asked}”: {text}",
    en="That describes “{stage}”. What describes “{asked}”: {text}",
)


class _Claim(NamedTuple):
    """What a comparison says of one stage, in a sentence that stands for itself."""

    comparison: Comparison
    stage: Stage
    sentence: Text
    text: Text
    covers: tuple[str, ...]

    @property
    def elements(self) -> tuple[str, str]:
        return (f"comparisons/{self.comparison.id}", f"stages/{self.stage.id}")


def _claims(comparison: Comparison, bank: Bank) -> list[_Claim]:
    return [
        _Claim(
            comparison,
            bank.get(Stage, cell.stage),
            # Those after it lean on it: “that fit”, “being invited”.
            first_sentence(cell.text),
            cell.text,
            cell.covers,
        )
        for cell in comparison.cells
    ]


def _independent(bank: Bank) -> Iterator[list[_Claim]]:
    """Give the claims of each comparison that does not say of one stage how it stands to another.

    A stage that comes “after the HR interview” also comes after what that one comes after.
    """
    for comparison in bank.all(Comparison):
        claims = _claims(comparison, bank)
        if not any(
            _names(claim.sentence, other.stage)
            for claim, other in permutations(claims, len(("claim", "other")))
        ):
            yield claims


def _names(text: Text, stage: Stage) -> bool:
    return any(
        stage.name.in_(tag).lower() in words.lower()
        for tag, words in text.entries
        if tag in stage.name.languages
    )


def _shows_its_stage(claim: _Claim, claims: list[_Claim]) -> bool:
    """Tell whether a claim holds a word by which its stage is called, and no other of them."""
    others = [each.stage.name for each in claims if each.stage is not claim.stage]
    own = names_in(claim.sentence, [claim.stage.name])
    return bool(own - names_in(claim.sentence, others))


def _which_stage(sources: Sources) -> Iterator[Draft]:
    for claims in _independent(sources.bank):
        for claim in claims:
            if not _shows_its_stage(claim, claims):
                yield _statement(claim, [each for each in claims if each is not claim])


def _statement(claim: _Claim, others: list[_Claim]) -> Draft:
    return Draft(
        elements=claim.elements,
        topic="stages",
        slots={"sentence": quoted(claim.sentence), "stage": claim.stage.name, "text": claim.text},
        right=[Candidate(claim.stage.id, claim.stage.name, _about(claim))],
        wrong=[[Candidate(each.stage.id, each.stage.name, _about(each)) for each in others]],
        stages=(claim.stage.id, *(each.stage.id for each in others)),
        covers=claim.covers,
    )


def _about(claim: _Claim) -> Text | None:
    return said(ABOUT, stage=claim.stage.name, text=claim.text)


def _which_statement(sources: Sources) -> Iterator[Draft]:
    comparisons = [*_independent(sources.bank)]
    for claims in comparisons:
        for claim, other in permutations(claims, len(("claim", "other"))):
            if not _shows_its_stage(claim, claims):
                yield _contrast(claim, other.stage, comparisons)


def _contrast(claim: _Claim, other: Stage, comparisons: list[list[_Claim]]) -> Draft:
    """Ask for what goes for one stage rather than for another."""
    near: list[Candidate] = []
    far: list[Candidate] = []
    for claims in comparisons:
        for each in claims:
            if each.stage is other and not _shows_its_stage(each, claims):
                (near if claim in claims else far).append(_wrong(each, claims, claim.stage))
    return Draft(
        elements=(*claim.elements, f"stages/{other.id}"),
        topic="stages",
        slots={"stage": claim.stage.name, "other": other.name, "text": claim.text},
        right=[Candidate(_id(claim), claim.sentence)],
        wrong=[near, far],
        stages=(claim.stage.id, other.id),
        covers=claim.covers,
    )


def _id(claim: _Claim) -> str:
    return f"{claim.comparison.id}_{claim.stage.id}"


def _wrong(claim: _Claim, claims: list[_Claim], asked: Stage) -> Candidate:
    truths = [each.text for each in claims if each.stage is asked]
    stage = claim.stage.name
    rationale = (
        said(OTHER, stage=stage, asked=asked.name, text=truths[0]) if truths else _about(claim)
    )
    return Candidate(_id(claim), claim.sentence, rationale)


#: What finds the content of each template.
MAKERS: dict[str, Maker] = {
    "comparison_stage": _which_stage,
    "comparison_statement": _which_statement,
}
