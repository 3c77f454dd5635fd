"""Words put together, and how far they tell of one another."""

from hypothesis import given

from interview_kit.knowledge._wording import differ, likeness, listed, quoted, said, tells
from interview_kit.model import Text
from strategies import texts


def test_a_text_is_said_in_the_languages_that_all_share() -> None:
    """A slot in one language makes a text in that language; none in common makes none."""
    pattern = Text.of(id="Lihat {it}", en="See {it}")
    assert said(pattern, it=Text.of(id="{x}")) == Text.of(id="Lihat {x}")
    assert said(pattern, it=Text.of(fr="là")) is None


def test_quotation_marks_within_become_single_ones() -> None:
    """A quotation has other marks than what stands around it."""
    assert quoted(Text.of(en="Say “yes”.")) == Text.of(en="Say \u2018yes\u2019")
    assert quoted(Text.of(en=".")) == Text.of(en=".")


def test_texts_are_listed_in_the_languages_that_all_share() -> None:
    """A text in one language makes a list in that language; with none in common the first stands."""
    both = Text.of(id="Satu.", en="One.")
    assert listed([both, Text.of(en="Two.")]) == Text.of(en="“One”, “Two”")
    assert listed([both, Text.of(fr="deux")]) == both


def test_a_common_word_gives_nothing_away() -> None:
    """Words that any two texts about interviews share do not count."""
    assert not tells(Text.of(en="Tell the interviewer."), Text.of(en="The interviewer asks."))
    assert tells(Text.of(id="Jangan terlambat."), Text.of(id="Keterlambatan dan terlambat sama."))


def test_an_abbreviation_gives_away_but_for_the_commonest() -> None:
    """Two letters tell enough where they name something, such as a CV."""
    assert tells(Text.of(en="Not “See my CV”."), Text.of(en="One line of a CV counts."))
    assert not tells(Text.of(en="Go to HR."), Text.of(en="HR will know."))


@given(texts(), texts())
def test_likeness_is_a_mutual_share(one: Text, other: Text) -> None:
    """Likeness is the same both ways, 0 to 1, and 1 for a text and itself."""
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, one) == 1
    assert not differ([one, one])
