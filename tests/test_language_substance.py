"""What of an answer says something, and says it for the first time."""

import pytest
from hypothesis import given, strategies as st

from interview_kit.language import clauses_of, only, profile, said_once, substance_of, tokens_of

STORY = (
    "Last May the belt tore on line two. I taped it and called the fitter. We ran again by noon."
)


def kept(text: str, language: str = "en", *known: str) -> list[str]:
    """Give the clauses of a text that say something."""
    own = profile(language)
    tokens = tokens_of(text, own)
    telling, _ = substance_of(tokens, clauses_of(tokens, own), own, known)
    return [text[tokens.starts[first] : tokens.ends[last - 1]] for first, last in telling]


def test_a_story_is_kept_whole() -> None:
    """Every clause of a genuine answer says something."""
    assert " ".join(f"{each}." for each in kept(STORY)) == STORY


@pytest.mark.parametrize(
    ("language", "added"),
    [
        ("en", "My task was very important."),
        ("en", "As a result, we achieved a growth of 50 percent."),
        ("en", "Situation, task, action, result, growth, success."),
        ("en", "I taped it and rang the fitter."),
        ("en", "Last May the belt tore on line two."),
        ("en", "Two weeks. Twenty modules. Ahead of schedule. Big impact."),
        ("id", "Tugas saya sangat penting."),
        ("id", "Hasilnya, kami mencapai pertumbuhan 50 persen."),
        ("id", "Situasi, tugas, tindakan, hasil, dampak, sukses."),
    ],
)
def test_what_says_nothing_new_is_left_out(language: str, added: str) -> None:
    """Labels, praise, lists, fragments and what was said before, in nearly the same words, add nothing."""
    assert kept(f"{STORY} {added}", language) == kept(STORY, language)


def test_the_question_is_no_answer() -> None:
    """A clause that gives the question back was said before."""
    asked = "When did the belt tear on your line?"
    assert kept(f"The belt tear on my line. {STORY}", "en", asked)[0].startswith("Last May")


def test_a_story_may_open_with_little() -> None:
    """A first clause of labels that places the story in time stays, elsewhere it does not."""
    lead = "At 9, our performance and quality fell."
    assert kept(f"{lead} {STORY}")[0] == lead[:-1]
    assert kept(f"{STORY} {lead}") == kept(STORY)


@given(
    st.lists(st.sampled_from(["I called them", "it rained", "we won", "my task"]), min_size=1),
    st.integers(2, 5),
)
def test_what_is_said_over_and_over_counts_once(parts: list[str], times: int) -> None:
    """A text repeated any number of times leaves the text once, with or without marks between."""
    known = profile("en")
    once = tokens_of(" ".join(parts), known)
    many = tokens_of(" ".join(parts * times), known)
    assert [*said_once(many).words] == [*said_once(once).words]


@given(st.text(max_size=120), st.data())
def test_what_is_left_keeps_its_places(text: str, data: st.DataObject) -> None:
    """Words of the clauses kept stand where they stood, clause by clause."""
    known = profile("en")
    tokens = tokens_of(text, known)
    clauses = clauses_of(tokens, known)
    chosen = [each for each in clauses if data.draw(st.booleans())]
    found, places = only(tokens, chosen)
    starts = [at for first, last in chosen for at in tokens.starts[first:last]]
    assert [*found.starts] == starts
    assert [last - first for first, last in places] == [last - first for first, last in chosen]
