"""Links between the objects of packs: every id leads somewhere, and every text speaks."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from interview_kit import Bank, Problem, document
from interview_kit._resources import open_pack
from interview_kit._strict_json import Path, show_path
from interview_kit.model import SECTIONS, references
from interview_kit.packs import check
from interview_kit.packs._link import link
from interview_kit.packs._read import Draft, located, read_pack
from packs.writing import FACT, INFO, packed, places, small_pack
from strategies import banks

Change = Callable[[dict[str, Any]], object]


def draft_of(files: dict[str, Any]) -> Draft:
    """Read a pack without its links."""
    return read_pack(packed(files), "acme")


def rules_of(files: dict[str, Any]) -> list[tuple[str, str]]:
    """Give rule and path of every problem of a pack that requires `core`."""
    return [(problem.rule, problem.path) for problem in check(packed(files))]


def small(change: Change) -> dict[str, Any]:
    """Give the small pack with one change in its content."""
    files = small_pack()
    change(files["courier.json"])
    return files


def files_of(bank: Bank) -> dict[str, Any]:
    """Write a bank of one pack as files."""
    contents = {
        section: [document(item) for item in bank.contents.section(section)] for section in SECTIONS
    }
    return {"pack.json": {"format": 2, **document(bank.packs[0])}, "content.json": contents}


def holder_of(files: dict[str, Any], path: Path) -> Any:
    """Find what holds a place of the content."""
    holder = files["content.json"]
    for key in path[:-1]:
        holder = holder[key]
    return holder


def links_in(bank: Bank) -> list[Path]:
    """Give the paths of all references in the content of a bank."""
    return [
        path
        for section in SECTIONS
        for index, item in enumerate(bank.contents.section(section))
        for path, _, _ in references(item, (section, index))
    ]


def texts_in(files: dict[str, Any]) -> list[Path]:
    """Give the paths of all texts in the content of a bank that speaks two languages."""
    found = places(files["content.json"])
    return [path for path, held in found if isinstance(held, dict) and {*held} == {"id", "en"}]


def test_a_sound_pack_has_no_faults() -> None:
    """The small pack beside `core` is linked as a whole."""
    drafts = [draft_of(small_pack()), read_pack(open_pack("core"), "core")]
    assert [link(draft, drafts) for draft in drafts] == [(), ()]


@given(banks(pack="acme"))
@settings(max_examples=60)
def test_whole_banks_have_no_faults(bank: Bank) -> None:
    """A bank in which every link leads somewhere is a sound pack."""
    assert check(packed(files_of(bank))) == ()


@given(banks(pack="acme"), st.data())
@settings(max_examples=60)
def test_any_id_that_leads_nowhere_is_found(bank: Bank, data: st.DataObject) -> None:
    """Whichever reference is broken, it is reported at its own place."""
    path = data.draw(st.sampled_from(links_in(bank)))
    files = files_of(bank)
    holder_of(files, path)[path[-1]] = "acme:nowhere_at_all"
    assert ("dangling-id", show_path(path)) in rules_of(files)


@given(banks(pack="acme"), st.sampled_from(["id", "en"]), st.data())
@settings(max_examples=60)
def test_any_text_that_lacks_a_language_is_found(
    bank: Bank, language: str, data: st.DataObject
) -> None:
    """Whichever text lacks a promised language, it is reported at its own place, and only there."""
    files = files_of(bank)
    path = data.draw(st.sampled_from(texts_in(files)))
    del holder_of(files, path)[path[-1]][language]
    assert rules_of(files) == [("missing-language", show_path(path))]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (
            lambda own: own["questions"][0].update(rubric="acme:delivry"),
            [
                ("unused-criterion", "$.rubrics[0].id"),
                ("dangling-id", "$.questions[0].rubric"),
            ],
        ),
        (
            lambda own: own["questions"][1].update(rubric="acme:delivery"),
            [("rubric-kind", "$.questions[1].rubric")],
        ),
        (
            lambda own: own["scales"][0].update(highest=2),
            [
                ("level-off-scale", "$.rubrics[0].criteria[0].levels[1].value"),
                ("level-off-scale", "$.rubrics[0].criteria[1].levels[1].value"),
            ],
        ),
        (
            lambda own: own["roles"][0].update(competencies=["communication"]),
            [("one-sided-link", "$.competencies[0].roles[0]")],
        ),
        (
            lambda own: own["questions"][1].update(enemies=["acme:K03", "acme:K02"]),
            [("self-reference", "$.questions[1].enemies[1]")],
        ),
        (
            lambda own: own["questions"].append(own["questions"][2]),
            [("duplicate-id", "$.questions[3].id")],
        ),
        (
            lambda own: own["questions"][0].update(id="K01"),
            [("foreign-id", "$.questions[0].id")],
        ),
    ],
    ids=[
        "rubric",
        "kind of rubric",
        "scale",
        "role without its competency",
        "own enemy",
        "id taken",
        "id without prefix",
    ],
)
def test_links_are_checked_both_ways(change: Change, expected: list[tuple[str, str]]) -> None:
    """What breaks a link is reported at each end that no longer holds, and nowhere else."""
    assert rules_of(small(change)) == expected


@pytest.mark.parametrize(
    ("id", "hint"),
    [
        ("user", None),
        ("usr", "Did you mean 'user'?"),
        ("acme:user", "Did you mean 'user'?"),
        ("xylophone", "Add it to 'stages'."),
    ],
)
def test_ids_that_lead_nowhere_come_with_the_nearest(id: str, hint: str | None) -> None:
    """An id that leads nowhere is reported with ids that look alike, in all packs together."""
    files = small(lambda own: own["questions"][0].update(stages=[id]))
    assert [problem.hint for problem in check(packed(files))] == [hint][: hint is not None]


def test_one_id_may_stand_in_two_sections() -> None:
    """A role and a stage may share an id, since sections are apart."""
    twin = {
        "id": "acme:rest",
        "phase": "after",
        "text": {"en": "Rest."},
        "why": {"en": "It helps."},
    }
    content = {"facts": [FACT], "tips": [twin]}
    assert check(packed({"pack.json": INFO, "content.json": content})) == ()
    content["tips"].append(twin)
    assert rules_of({"pack.json": INFO, "content.json": content}) == [
        ("duplicate-id", "$.tips[1].id")
    ]


def test_ids_of_unsound_objects_are_known() -> None:
    """An id that leads to an unsound object is not reported beside what is wrong there."""
    files = small(lambda own: own["roles"][0].update(zeal=3))
    assert rules_of(files) == [("unknown-key", "$.roles[0].zeal")]


def test_links_of_unsound_objects_are_checked() -> None:
    """An unsound object does not hide its broken links, missing texts and foreign id."""

    def spoil(own: dict[str, Any]) -> None:
        own["questions"][1].update(id="K02", minutes=0, stages=["usr"], text={"id": "Mengapa?"})

    assert sorted(rules_of(small(spoil))) == [
        ("dangling-id", "$.questions[1].stages[0]"),
        ("foreign-id", "$.questions[1].id"),
        ("missing-language", "$.questions[1].text"),
        ("out-of-range", "$.questions[1].minutes"),
    ]


UNSOUND_LINKS: list[tuple[Change, str]] = [
    (lambda own: own["questions"][1].update(enemies=["acme:K02"]), "self-reference"),
    (lambda own: own["questions"][1].update(rubric="acme:delivery"), "rubric-kind"),
    (lambda own: own["questions"][0].pop("rubric"), "unused-criterion"),
    (lambda own: own["scales"][0].update(highest=2), "level-off-scale"),
    (lambda own: own["roles"][0].update(competencies=["communication"]), "one-sided-link"),
]


@pytest.mark.parametrize(("change", "rule"), UNSOUND_LINKS, ids=[rule for _, rule in UNSOUND_LINKS])
def test_unsound_objects_are_held_against_their_neighbours(change: Change, rule: str) -> None:
    """A fault elsewhere in an object hides no broken rule whose keys are sound."""

    def spoil(own: dict[str, Any]) -> None:
        change(own)
        for item in (item for section in own.values() for item in section):
            item["zeal"] = 3

    assert rule in {found for found, _ in rules_of(small(spoil))} - {"unknown-key"}


@pytest.mark.parametrize("wrong", [None, 3, "id", [], {}, [3, {}], {"id": 3}])
@pytest.mark.parametrize("section", ["questions", "rubrics", "competencies", "roles", "stages"])
def test_rules_pass_over_what_they_cannot_read(section: str, wrong: Any) -> None:
    """Whatever stands where a key or its object should, only reading reports it."""

    def spoil(own: dict[str, Any]) -> None:
        first = own.setdefault(section, [{"id": "acme:first", "within": "acme:first"}])[0]
        own[section] = [wrong, {key: wrong for key in first if key != "id"}]

    links = {"self-reference", "rubric-kind", "level-off-scale", "question-without-criterion"}
    assert links & {rule for rule, _ in rules_of(small(spoil))} == set()


def test_unsound_questions_use_their_rubric() -> None:
    """A rubric is in use if the question that names it is unsound for another reason."""
    files = small(lambda own: own["questions"][0].update(minutes=0))
    assert rules_of(files) == [("out-of-range", "$.questions[0].minutes")]


@pytest.mark.parametrize("damage", [b"{", b"null", None])
def test_links_need_a_pack_json(damage: Any) -> None:
    """Where `pack.json` cannot be read, nothing that depends on it is reported."""
    files = {**small_pack(), "pack.json": damage}
    if damage is None:
        del files["pack.json"]
    problems = check(packed(files))
    assert {problem.file for problem in problems} == {"pack.json"}


SPOILT_INFO: list[tuple[dict[str, Any], set[str]]] = [
    ({"version": "1"}, {"foreign-id", "undeclared-pack", "dangling-id", "missing-language"}),
    ({"name": "a b"}, {"dangling-id", "missing-language"}),
    ({"languages": []}, {"foreign-id", "undeclared-pack", "dangling-id"}),
    ({"requires": ["a b"]}, {"foreign-id", "dangling-id", "missing-language"}),
    ({"sources": [{}]}, {"foreign-id", "undeclared-pack", "dangling-id", "missing-language"}),
]


@pytest.mark.parametrize(
    ("info", "expected"), SPOILT_INFO, ids=lambda names: "-".join(sorted(names))
)
def test_a_fault_in_pack_json_hides_no_fault_of_a_link(
    info: dict[str, Any], expected: set[str]
) -> None:
    """Each rule runs if that of `pack.json` which it needs is sound, whatever else is not."""

    def spoil(own: dict[str, Any]) -> None:
        own["questions"][0].update(id="K01", text={"id": "Mengapa?"}, stages=["hq:user"])
        own["questions"][1].update(enemies=["acme:K99"], goals=["impac"])

    files = small(spoil)
    files["pack.json"].update(info)
    found = {problem.rule for problem in check(packed(files)) if problem.file == "courier.json"}
    assert found == expected


def test_sources_need_sound_sources() -> None:
    """An origin is looked for in the sources of `pack.json` only if those are sound."""
    files = small(lambda own: own["questions"][0].update(origin="acme:nowhere"))
    assert rules_of(files) == [("dangling-id", "$.questions[0].origin")]
    files["pack.json"]["sources"] = [{"id": "acme:nowhere"}]
    assert rules_of(files) == [("missing-key", "$.sources[0]")]


def test_what_a_missing_pack_holds_is_unknown() -> None:
    """A required pack that is not loaded is reported once, not at each id that leads there."""
    draft = draft_of(small_pack())
    assert located(draft, link(draft, [draft])) == (
        Problem(
            file="pack.json",
            line=15,
            column=5,
            path="$.requires[0]",
            rule="missing-pack",
            message="this pack requires 'core', which is not loaded",
            hint="Load both, as in load('core', …).",
        ),
    )


def test_own_ids_are_checked_without_required_packs() -> None:
    """An id of the pack's own that leads nowhere is found whether or not the others are loaded."""
    draft = draft_of(small(lambda own: own["questions"][1].update(enemies=["acme:K99"])))
    found = [(each.rule, each.path) for each in located(draft, link(draft, [draft]))]
    assert ("dangling-id", "$.questions[1].enemies[0]") in found


def test_other_packs_may_use_a_rubric() -> None:
    """A rubric is in use if a question of any pack names it."""
    files = small_pack()
    content = files["courier.json"]
    asked = content["questions"].pop(0)
    other = {
        "pack.json": {**files["pack.json"], "name": "hq", "requires": ["core", "acme"]},
        "asked.json": {"questions": [{**asked, "id": "hq:K01"}]},
    }
    own, user, core = draft_of(files), draft_of(other), read_pack(open_pack("core"), "core")
    assert [found.rule for _, found in link(own, [own, core])] == ["unused-criterion"]
    assert link(own, [own, user, core]) == ()
    assert link(user, [own, user, core]) == ()


def test_hints_can_be_followed() -> None:
    """A hint never tells to write an id that would be refused next."""

    def spoil(own: dict[str, Any]) -> None:
        del own["questions"][0]["rubric"]

    (problem,) = check(packed(small(spoil)))
    assert problem.rule == "unused-criterion"
    assert "'past'" not in problem.hint


def test_titles_speak_every_language() -> None:
    """The title of a pack is one of its texts, which speak every language it promises."""
    files = small_pack()
    del files["pack.json"]["title"]["en"]
    assert rules_of(files) == [("missing-language", "$.title")]
