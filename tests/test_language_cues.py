"""Phrases of lexicons are found wherever they stand, whole words only."""

from hypothesis import given, strategies as st

from interview_kit.language._cues import cue_hits, cue_table

words = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=12)
phrases = st.lists(
    st.tuples(
        st.lists(st.sampled_from(["a", "b", "c"]), min_size=1, max_size=4),
        st.sampled_from(["one", "two"]),
    ),
    max_size=6,
)


@given(words, phrases)
def test_all_phrases_are_found_and_no_others(
    said: list[str], known: list[tuple[list[str], str]]
) -> None:
    """What is found is what a search at every place finds."""
    wanted = sorted(
        (place, name)
        for phrase, name in known
        for place in range(len(said))
        if said[place : place + len(phrase)] == phrase
    )
    assert sorted(cue_hits(said, cue_table(known))) == wanted
