"""From drafts to items: options, languages, ids."""

from typing import Any

from attrs import evolve

from interview_kit.knowledge import Candidate, Draft, Spec
from interview_kit.knowledge._build import built, item_id
from interview_kit.model import Text

STEM = Text.of(id="Apa setelah “{stage}”?", en="What follows “{stage}”?")
SPEC = Spec(
    id="next",
    family="stages",
    form="one_of",
    difficulty=2,
    text=STEM,
    explanation=STEM,
    right=Text.of(id="“{option}” benar.", en="“{option}” is right."),
    wrong=Text.of(id="“{option}” salah.", en="“{option}” is wrong."),
)


def said(word: str) -> Text:
    """Give a word as a text in both languages."""
    return Text.of(id=word, en=word)


def draft(**change: Any) -> Draft:
    """Make a draft with one right and three wrong options."""
    found = Draft(
        elements=("stages/hr", "stages/user"),
        topic="stages",
        slots={"stage": said("HR {x}")},
        right=[Candidate("user", said("User interview"))],
        wrong=[[Candidate(each, said(each)) for each in ("offer", "board", "screening")]],
    )
    return found._replace(**change)


def test_an_item_says_what_template_and_draft_say() -> None:
    """Slots are filled in as they are, and rationales name their option."""
    item = built(SPEC, draft())
    assert item
    assert item.text.in_("en") == "What follows “HR {x}”?"
    assert item.key == ("user",)
    assert [each.rationale.in_("en") for each in item.options if each.id == "user"] == [
        "“User interview” is right."
    ]
    assert len(item.options) == 3
    assert (item.template, item.family, item.difficulty) == ("next", "stages", 2)


def test_the_id_follows_from_template_and_elements_alone() -> None:
    """Another wording, other options or slots leave the id as it is; other elements do not."""
    item = built(SPEC, draft())
    other = built(SPEC, draft(slots={"stage": said("x")}, wrong=[[*draft().wrong[0][1:]]]))
    assert item
    assert other
    assert item.id == other.id == item_id("next", ("stages/hr", "stages/user"))
    assert item_id("next", ("stages/user", "stages/hr")) != item.id


def test_an_item_speaks_what_everything_in_it_speaks() -> None:
    """A slot in one language makes an item in that language; options that lack it are not shown."""
    item = built(SPEC, draft(slots={"stage": Text.of(id="HRD")}))
    assert item
    assert item.text.languages == ("id",)
    english = Candidate("late", Text.of(en="Too late"))
    shown = built(SPEC, draft(wrong=[[english], *draft().wrong]))
    assert shown
    assert "late" not in {each.id for each in shown.options}
    assert built(SPEC, draft(slots={"stage": Text.of(fr="RH")})) is None


def test_a_wrong_option_is_explained_in_every_language_of_the_item() -> None:
    """One whose rationale lacks a language is not shown."""
    silent = Candidate("late", said("late"), Text.of(en="It comes later."))
    item = built(SPEC, draft(wrong=[[silent], *draft().wrong]))
    assert item
    assert item.text.languages == ("id", "en")
    assert "late" not in {each.id for each in item.options}


def test_nearest_groups_come_first() -> None:
    """An option of a farther group is shown only where the nearer ones are too few."""
    near = [
        [Candidate("board", said("board"))],
        [Candidate(f"f{n}", said(f"f{n}")) for n in range(9)],
    ]
    item = built(SPEC, draft(wrong=near, right=[Candidate("user", said("u"))]))
    assert item
    assert "board" in {each.id for each in item.options}


def test_too_few_wrong_options_make_no_item() -> None:
    """An option that says what the key says is no wrong one."""
    twin = [Candidate("twin", said("User interview")), Candidate("offer", said("offer"))]
    assert built(SPEC, draft(wrong=[twin])) is None


def test_an_option_that_goes_changes_only_its_own_place() -> None:
    """Wrong options keep their places when one that is not shown is deleted."""
    many = [Candidate(f"option_{each}", said(f"option {each:03}")) for each in range(30)]
    full = built(SPEC, draft(wrong=[many]))
    assert full
    shown = {each.id for each in full.options}
    for each in many:
        if each.id not in shown:
            rest = [other for other in many if other is not each]
            assert built(SPEC, draft(wrong=[rest])) == full


def test_length_does_not_tell_the_key() -> None:
    """Where longer wrong options are at hand, the key is the longest no more often than by chance."""
    options = [Candidate(f"o{n}", said("x" * n)) for n in range(1, 41)]
    longest = 0
    for place in range(300):
        key = Candidate("key", said("y" * 30))
        item = built(SPEC, draft(elements=(f"stages/s{place}",), right=[key], wrong=[options]))
        assert item
        longest += max(item.options, key=lambda each: len(each.text.in_("id"))).id == "key"
    assert longest / 300 < 0.4


def test_what_content_says_is_no_pattern() -> None:
    """Braces in an option or a rationale stay; without a rationale the explanation stands for it."""
    bare = evolve(SPEC, right=None, wrong=None)
    braces = [Candidate("user", said("Pakai {kurung}"), said("Karena {itu}"))]
    item = built(bare, draft(right=braces))
    assert item
    key, other = item.options[0], item.options[1]
    assert (key.text.in_("id"), key.rationale.in_("id")) == ("Pakai {kurung}", "Karena {itu}")
    assert other.rationale == item.explanation
