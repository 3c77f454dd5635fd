"""Contents: sections sorted by id, the links between objects, and what a pack says of itself."""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings, strategies as st

from interview_kit import Bank, Competency, InvalidValueError, Question, Role, Rubric, SampleAnswer
from interview_kit.model import (
    SECTIONS,
    AfterStep,
    Comparison,
    ComparisonCell,
    Contents,
    Dont,
    Fact,
    Faq,
    Goal,
    PackInfo,
    PassSignal,
    Probe,
    QuizItem,
    ReverseQuestion,
    Scale,
    Source,
    Stage,
    Strategy,
    Text,
    Tip,
    Value,
    contents_of,
    references,
    section_of,
)
from interview_kit.model.checks import unsafe_character
from interview_kit.model.sources import refers_to, to_strings
from strategies import STRATEGIES, banks, contents, pack_infos, values

SAID = {"id": "Penjualan", "en": "Sales"}
TIP = Tip(id="early", phase="before", text=SAID, why=SAID)

#: The fields that hold ids of other objects, and the sections in which those stand.
LINKS: dict[type[Value], dict[str, str]] = {
    Scale: {},
    Rubric: {"scale": "scales", "origin": "sources"},
    Competency: {"roles": "roles", "scale": "scales", "origin": "sources"},
    Goal: {"origin": "sources"},
    Stage: {"within": "stages", "origin": "sources"},
    ComparisonCell: {"stage": "stages"},
    Comparison: {"origin": "sources"},
    Role: {"competencies": "competencies", "origin": "sources"},
    Question: {
        "roles": "roles",
        "stages": "stages",
        "goals": "goals",
        "competencies": "competencies",
        "enemies": "questions",
        "rubric": "rubrics",
        "origin": "sources",
    },
    Strategy: {"origin": "sources"},
    SampleAnswer: {"question": "questions", "strategy": "strategies", "origin": "sources"},
    PassSignal: {"origin": "sources"},
    Tip: {"origin": "sources"},
    Dont: {"origin": "sources"},
    ReverseQuestion: {"roles": "roles", "origin": "sources"},
    Faq: {"origin": "sources"},
    AfterStep: {"origin": "sources"},
    Fact: {"origin": "sources"},
    QuizItem: {
        "roles": "roles",
        "stages": "stages",
        "goals": "goals",
        "competencies": "competencies",
        "origin": "sources",
    },
}


def links_of(value: Value) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Go through the links of a value by the table above."""
    for name, section in LINKS.get(type(value), {}).items():
        held = getattr(value, name)
        if isinstance(held, tuple):
            yield from (((name, index), section, id) for index, id in enumerate(held))
        elif held is not None:
            yield (name,), section, held
    for index, cell in enumerate(value.cells if isinstance(value, Comparison) else ()):
        yield ("cells", index, "stage"), "stages", cell.stage


def test_every_section_has_a_field_and_a_class() -> None:
    """Contents have a field for each section, in the order in which they are written."""
    assert [each.name for each in attrs.fields(Contents)] == list(SECTIONS)
    assert len(set(SECTIONS.values())) == len(SECTIONS)
    assert {*LINKS} - {ComparisonCell} == {*SECTIONS.values()}


@pytest.mark.parametrize(("name", "noun"), SECTIONS.items())
def test_objects_of_a_class_stand_in_its_section(name: str, noun: Any) -> None:
    """The section in which the objects of a class stand is found by the class."""
    assert name == section_of(noun)


@pytest.mark.parametrize(("other", "found"), [(Probe, "Probe"), (Text, "Text"), (5, "5")])
def test_other_classes_stand_in_no_section(other: Any, found: str) -> None:
    """A class without a section is refused, and those that have one are listed."""
    with pytest.raises(InvalidValueError) as raised:
        section_of(other)
    allowed = "one of " + ", ".join(noun.__name__ for noun in SECTIONS.values())
    assert raised.value == InvalidValueError("noun", found, allowed)


@settings(max_examples=30)
@given(contents(), st.randoms(use_true_random=False))
def test_the_order_of_objects_does_not_matter(whole: Contents, random: Any) -> None:
    """Objects in any order make equal contents, each section sorted by id."""
    mixed = {name: list(whole.section(name)) for name in SECTIONS}
    for items in mixed.values():
        random.shuffle(items)
    assert whole == contents_of(mixed) == Contents(**mixed)
    assert hash(whole) == hash(contents_of(mixed))
    for name in SECTIONS:
        ids = [item.id for item in whole.section(name)]
        assert ids == sorted(ids)
        assert whole.section(name) is getattr(whole, name)


def test_contents_may_be_empty() -> None:
    """Contents of nothing have every section, each empty."""
    assert Contents() == contents_of({})
    assert {Contents().section(name) for name in SECTIONS} == {()}


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        (
            {"tips": [TIP, attrs.evolve(TIP, phase="after")]},
            InvalidValueError("Contents", "Tip 'early' twice", "each id once in its section"),
        ),
        (
            {"tips": [TIP, TIP]},
            InvalidValueError("Contents", "Tip 'early' twice", "each id once in its section"),
        ),
        (
            {"donts": [TIP]},
            InvalidValueError(
                "Contents.donts", repr(TIP)[:80] + "…", "only Dont", rule="wrong-type"
            ),
        ),
        (
            {"tips": "early"},
            InvalidValueError("collection", "'early'", "a list of values"),
        ),
    ],
)
def test_wrong_contents_are_refused(sections: Any, expected: InvalidValueError) -> None:
    """An id twice in a section, and an object in a wrong one, are refused."""
    with pytest.raises(InvalidValueError) as raised:
        contents_of(sections)
    assert raised.value == expected


@pytest.mark.parametrize("stranger", [Probe(part="task", text=SAID), "early", 5, None, {}])
def test_what_has_no_id_stands_in_no_section(stranger: Any) -> None:
    """Something without an id is refused as the library's own error."""
    with pytest.raises(InvalidValueError):
        contents_of({"tips": [TIP, stranger]})


def test_one_id_may_stand_in_two_sections() -> None:
    """Ids need to be unique in their section only."""
    dont = Dont(id="early", phase="before", text=SAID, why=SAID)
    both = contents_of({"tips": [TIP], "donts": [dont]})
    assert (both.tips, both.donts) == ((TIP,), (dont,))


@given(values())
def test_references_are_all_ids_of_other_objects(value: Value) -> None:
    """Every id that leads elsewhere is given with its place and section, and no other."""
    assert sorted(map(repr, links_of(value))) == sorted(map(repr, references(value)))


@pytest.mark.parametrize("noun", LINKS, ids=lambda noun: noun.__name__)
@settings(max_examples=5)
@given(data=st.data())
def test_references_lead_to_their_place(noun: type[Value], data: st.DataObject) -> None:
    """The path of a reference, followed from the value, ends at the id."""
    value = data.draw(STRATEGIES[noun])
    for path, section, id in references(value, ("tips", 0)):
        held: Any = {"tips": [value]}
        for step in path:
            held = getattr(held, str(step)) if isinstance(held, Value) else held[step]
        assert (held, section in {*SECTIONS, "sources"}) == (id, True)


@settings(max_examples=30)
@given(banks())
def test_references_of_whole_contents_are_those_of_its_objects(bank: Bank) -> None:
    """All contents refer to what their objects refer to, and in a bank each reference resolves."""
    whole = bank.contents
    of_objects = [
        link
        for name in SECTIONS
        for index, item in enumerate(whole.section(name))
        for link in references(item, (name, index))
    ]
    assert of_objects == list(references(whole))
    known = {(name, item.id) for name in SECTIONS for item in whole.section(name)}
    known |= {("sources", source.id) for info in bank.packs for source in info.sources}
    assert {(section, id) for _, section, id in of_objects} <= known


def test_a_field_is_marked_with_its_section() -> None:
    """The mark of a link is metadata of its field."""
    assert refers_to("roles") == {"refers_to": "roles"}


@given(st.lists(st.text(min_size=1)))
def test_strings_keep_their_order(strings: list[str]) -> None:
    """Strings that are not empty and hide nothing become a tuple in their order."""
    open_ones = [each for each in strings if not unsafe_character(each)]
    assert tuple(open_ones) == to_strings(open_ones) == to_strings(iter(open_ones))


def test_strings_hide_nothing() -> None:
    """A string with a character that nobody sees is refused."""
    with pytest.raises(InvalidValueError, match="U\\+202E"):
        to_strings(["D-013", "D-014" + chr(0x202E)])


def test_a_source_needs_only_id_and_title() -> None:
    """Author, address, licence and note of a source may be left out."""
    source = Source(id="article", title="Interview user")
    assert (source.author, source.url, source.licence, source.note) == ("", "", "", "")


ARTICLE = Source(id="article", title="Interview user")
INFO = PackInfo(name="acme", version="1.4.0", title=SAID, languages=["in", "en_GB"], licence="MIT")


def test_a_pack_has_normal_languages_and_needs_no_other_pack() -> None:
    """Languages of a pack become normal tags in their order; packs and sources may be none."""
    assert (INFO.languages, INFO.requires, INFO.sources) == (("id", "en-gb"), (), ())


@given(pack_infos(), st.integers(0, 10**9))
def test_a_version_has_three_numbers(info: PackInfo, number: int) -> None:
    """Numbers of any size make a version, with or without a label behind them."""
    for version in (f"{number}.0.{number}", f"0.{number}.0-rc.1", f"1.2.{number}+jakarta"):
        assert version == attrs.evolve(info, version=version).version


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "1",
        "1.4",
        "1.4.0.1",
        "v1.4.0",
        "1.4.x",
        "1.4.0-",
        "1.4.0 ",
        "\u0661.\u0664.\u0660",
        1.4,
        None,
    ],
)
def test_a_wrong_version_is_refused(wrong: Any) -> None:
    """What is no version is refused, and one is shown."""
    with pytest.raises(InvalidValueError) as raised:
        attrs.evolve(INFO, version=wrong)
    expected = InvalidValueError("PackInfo.version", repr(wrong), "a version such as '1.4.0'")
    assert raised.value == expected


@pytest.mark.parametrize("wrong", ["Acme", "acme:inner", "a cme", "", "1st", None])
def test_a_pack_has_a_lower_case_name(wrong: Any) -> None:
    """A name that could not stand before the colon of an id is no name of a pack."""
    assert attrs.evolve(INFO, name="acme_2").name == "acme_2"
    with pytest.raises(InvalidValueError):
        attrs.evolve(INFO, name=wrong)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            {"languages": []},
            InvalidValueError("PackInfo.languages", "0", "at least 1", rule="too-few"),
        ),
        (
            {"languages": "id"},
            InvalidValueError("collection", "'id'", "a list of values"),
        ),
        (
            {"requires": ["core", "core"]},
            InvalidValueError("ids", "'core' twice", "each id once", rule="duplicate"),
        ),
        (
            {"sources": [ARTICLE, ARTICLE]},
            InvalidValueError(
                "PackInfo.sources", "id 'article' twice", "each id once", rule="duplicate"
            ),
        ),
        (
            {"sources": ["article"]},
            InvalidValueError("PackInfo.sources", "'article'", "only Source", rule="wrong-type"),
        ),
        (
            {"licence": ""},
            InvalidValueError(
                "PackInfo.licence",
                "''",
                "a text that is not empty and has no spaces at its ends",
                rule="blank-text",
            ),
        ),
    ],
)
def test_wrong_facts_about_a_pack_are_refused(
    change: dict[str, Any], expected: InvalidValueError
) -> None:
    """A wrong field is refused with what was found and what is allowed."""
    with pytest.raises(InvalidValueError) as raised:
        attrs.evolve(INFO, **change)
    assert raised.value == expected


def test_a_pack_names_each_language_once() -> None:
    """A language that occurs twice, even by its old code, is refused."""
    with pytest.raises(InvalidValueError):
        attrs.evolve(INFO, languages=["id", "in"])
