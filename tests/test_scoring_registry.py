"""The registry: a value that finds scorers by name, and imports installed ones only when asked."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import given, strategies as st

from interview_kit import (
    InvalidValueError,
    PluginError,
    ScoreReport,
    ScoreRequest,
    ScorerError,
    UnknownIdError,
    Unscored,
)
from interview_kit.scoring import Scorer, rule_scorer
from interview_kit.scoring._registry import GROUP, Registry, installed_scorers
from strategies import copies, ids

#: The source of a module with one good scorer in it, and what is none.
MODULE: Final = """
from interview_kit import Unscored
secret = "of the module"
class Judge:
    def __call__(self, request):
        return Unscored(scorer="acme", reason="no_rule")
judge = Judge()
async def slow(request):
    return judge(request)
def costly(request):
    raise RuntimeError("no credit left")
"""


def strict(request: ScoreRequest, /) -> Unscored:
    """Judge nothing."""
    return Unscored(scorer="strict", reason="too_strict")


def lenient(request: ScoreRequest, /) -> ScoreReport:
    """Rate nothing."""
    return ScoreReport(scorer="lenient", language=request.language, ratings=[])


async def slow(request: ScoreRequest, /) -> Unscored:
    """Judge nothing, slowly."""
    return strict(request)


class Keyed:
    """A scorer that holds what nobody may see."""

    def __call__(self, request: ScoreRequest, /) -> Unscored:
        """Judge nothing."""
        return strict(request)

    def __repr__(self) -> str:
        return "Keyed(key='s3cret')"


#: Two plain scorers and an async one.
THREE: Final = Registry(scorers=[("strict", strict), ("lenient", lenient), ("slow", slow)])


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder from which Python imports, and forget its modules in the end."""
    found = tmp_path / "site-packages"
    found.mkdir()
    monkeypatch.syspath_prepend(found)
    before = {*sys.modules}
    yield found
    for name in {*sys.modules} - before:
        if name.startswith("acme"):
            del sys.modules[name]


def install(site: Path, distribution: str, source: str | None = MODULE, **offers: str) -> None:
    """Write what installing a distribution leaves behind: its metadata, and a module of its name."""
    module = distribution.lower().replace("-", "_")
    info = site / f"{module}-1.0.dist-info"
    info.mkdir()
    info.joinpath("METADATA").write_text(
        f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n"
    )
    lines = [f"{name} = {module}{value}" for name, value in offers.items()]
    info.joinpath("entry_points.txt").write_text("\n".join([f"[{GROUP}]", *lines]))
    if source is not None:
        site.joinpath(f"{module}.py").write_text(source)


def refusal(call: Callable[[], object]) -> PluginError:
    """Give the error by which an entry point is refused."""
    with pytest.raises(PluginError) as caught:
        call()
    return caught.value


@given(st.dictionaries(ids(), st.sampled_from([strict, lenient, rule_scorer])), st.randoms())
def test_any_order_of_adding_is_the_same(scorers: dict[str, Scorer], random: Any) -> None:
    """Registries are equal and their names sorted, in whatever order scorers were added."""
    shuffled = list(scorers.items())
    random.shuffle(shuffled)
    grown = Registry()
    for name, scorer in shuffled:
        grown = grown.with_scorer(name, scorer, probe=False)
    whole = Registry(scorers=list(scorers.items()))
    assert (grown, hash(grown)) == (whole, hash(whole))
    assert grown.names() == tuple(grown) == tuple(sorted(scorers))
    assert {name: grown.get(name) for name in grown} == scorers


@given(st.dictionaries(ids(), st.just(strict)), ids())
def test_adding_changes_no_registry(scorers: dict[str, Scorer], name: str) -> None:
    """Adding makes a new registry with one more name, and refuses a name that is there."""
    registry = Registry(scorers=list(scorers.items()))
    if name in scorers:
        with pytest.raises(InvalidValueError, match="each name once"):
            registry.with_scorer(name, lenient)
    else:
        grown = registry.with_scorer(name, lenient)
        assert {*grown} == {*registry, name}
        assert name in grown
        assert name not in registry
    assert registry.names() == tuple(sorted(scorers))


@pytest.mark.parametrize("registry", [Registry(), THREE], ids=["empty", "three"])
def test_registries_are_copied_and_pickled(registry: Registry) -> None:
    """A registry of scorers that can be pickled comes back equal, with the same hash."""
    for copy in copies(registry):
        assert copy == registry
        assert hash(copy) == hash(registry)
        assert copy.names() == registry.names()


def test_nothing_in_a_registry_can_be_set() -> None:
    """A registry is frozen."""
    with pytest.raises(AttributeError):
        THREE.scorers = ()


def test_taken_names_say_by_whom() -> None:
    """A name that is taken is refused with both scorers, before the new one is asked."""
    asked: list[ScoreRequest] = []
    with pytest.raises(InvalidValueError) as caught:
        THREE.with_scorer("strict", partial(asked.append))
    assert caught.value == InvalidValueError(
        "Registry.scorers",
        f"'strict' for {__name__}.strict and for functools.partial",
        "each name once",
        "Give one of them another name.",
        rule="duplicate",
    )
    assert asked == []


@pytest.mark.parametrize("name", ["", "acme-strict", "two words", 5, None])
def test_names_are_ids(name: Any) -> None:
    """What is no id is no name of a scorer."""
    with pytest.raises(InvalidValueError) as caught:
        Registry().with_scorer(name, strict)
    assert caught.value.rule == "bad-id"


@pytest.mark.parametrize("scorers", [["strict"], [("strict",)], [("a", strict, 5)], "strict", 5])
def test_registries_are_made_of_pairs(scorers: Any) -> None:
    """What is no list of pairs makes no registry."""
    with pytest.raises(InvalidValueError):
        Registry(scorers=scorers)


def test_what_is_no_scorer_is_not_registered() -> None:
    """A mistake of the signature is found without a call, one of the result by the probe."""
    with pytest.raises(ScorerError, match="the class Keyed"):
        Registry(scorers=[("keyed", Keyed)])
    with pytest.raises(ScorerError, match="the class Keyed"):
        Registry().with_scorer("keyed", Keyed, probe=False)
    with pytest.raises(ScorerError, match="a result of type NoneType"):
        Registry().with_scorer("mute", lambda request: None)
    assert "mute" in Registry().with_scorer("mute", lambda request: None, probe=False)


def test_scorers_are_given_as_they_came() -> None:
    """Each scorer is given by the method of its manner, and by that alone."""
    assert THREE.get("strict") is strict
    assert THREE.get_async("slow") is slow
    with pytest.raises(ScorerError, match=r"'slow': found an async scorer.*get_async"):
        THREE.get("slow")
    with pytest.raises(ScorerError, match=r"'strict': found a scorer.*Take it by get;"):
        THREE.get_async("strict")


@pytest.mark.parametrize("get", [THREE.get, THREE.get_async])
def test_unknown_names_bring_the_nearest(get: Callable[[Any], object]) -> None:
    """A name that is not there is answered with those that come near; no string is no name."""
    with pytest.raises(UnknownIdError) as caught:
        get("strickt")
    assert caught.value == UnknownIdError("Scorer", "strickt", ("strict",), 3)
    with pytest.raises(InvalidValueError, match="name: found 5, allowed is a string"):
        get(5)
    assert 5 not in THREE


def test_keys_of_scorers_are_not_shown() -> None:
    """A registry shows names only; neither it nor its errors show what scorers hold."""
    registry = Registry().with_scorer("keyed", Keyed())
    assert repr(registry) == "Registry('keyed')"
    with pytest.raises(InvalidValueError) as caught:
        registry.with_scorer("keyed", Keyed())
    assert f"'keyed' for {__name__}.Keyed and for {__name__}.Keyed" in str(caught.value)
    assert "s3cret" not in str(caught.value)


def test_installed_scorers_join(site: Path) -> None:
    """Named entry points are registered under their names, async ones too."""
    install(site, "acme-scorers", acme=":judge", acme_slow=":slow")
    registry = THREE.with_entry_points("acme", "acme_slow")
    assert registry.names() == ("acme", "acme_slow", "lenient", "slow", "strict")
    assert type(registry.get("acme")).__name__ == "Judge"
    assert registry.get_async("acme_slow") is sys.modules["acme_scorers"].slow
    assert THREE.with_entry_points() == THREE


def test_installed_scorers_are_listed_without_import(site: Path) -> None:
    """Names and versions are listed, a name that two offer twice, and nothing is imported."""
    install(site, "acme-two", "raise SystemExit", zeta=":judge", acme=":judge")
    install(site, "acme-one", "raise SystemExit", acme=":judge")
    listed = installed_scorers()
    assert listed == (("acme", "acme-one 1.0"), ("acme", "acme-two 1.0"), ("zeta", "acme-two 1.0"))
    assert {"acme_one", "acme_two"}.isdisjoint(sys.modules)


def test_only_the_named_one_is_imported(site: Path) -> None:
    """In a fresh interpreter nothing is imported but the one that is named, and only then."""
    install(site, "acme-named", acme=":judge")
    install(site, "acme-other", "raise SystemExit", other=":judge")
    code = f"""
import json, sys
sys.path.insert(0, {str(site)!r})
from interview_kit.scoring._registry import Registry, installed_scorers
registry = Registry()
heavy = [name for name in ("asyncio", "importlib.metadata") if name in sys.modules]
listed = len(installed_scorers())
before = [name for name in sys.modules if name.startswith("acme")]
registry = registry.with_entry_points("acme")
after = [name for name in sys.modules if name.startswith("acme")]
print(json.dumps([heavy, listed, before, after, registry.names()]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [[], 2, [], ["acme_named"], ["acme"]]


def test_names_that_nobody_offers(site: Path) -> None:
    """A name that is not installed is refused with those that are, whatever other groups offer."""
    install(site, "acme-scorers", acme=":judge", acme_slow=":slow")
    install(site, "acme-pack", acme_pack="")
    group = site / "acme_pack-1.0.dist-info" / "entry_points.txt"
    group.write_text(group.read_text().replace(GROUP, "interview_kit.packs"))
    error = refusal(lambda: Registry().with_entry_points("acme_pack"))
    installed = ("acme", "acme_slow")
    assert error == PluginError(GROUP, "acme_pack", "is no installed scorer", installed)


@pytest.mark.parametrize(
    ("source", "value", "words", "cause"),
    [
        (None, ":judge", "cannot be imported: ModuleNotFoundError: No module", ImportError),
        (MODULE, ":jugde", "cannot be imported: AttributeError: ", AttributeError),
        ("raise RuntimeError('no licence')", ":x", "imported: RuntimeError: no licence", RuntimeError),
        ("raise SystemExit", ":x", "cannot be imported: SystemExit", SystemExit),
        (MODULE, "", "scorer 'module': found module, which cannot be called", ScorerError),
        (MODULE, ":secret", "scorer 'str': found str, which cannot be called", ScorerError),
        (MODULE, ":Judge", "found the class Judge", ScorerError),
        (MODULE, ":costly", "RuntimeError: no credit left", ScorerError),
    ],
)  # fmt: skip
def test_bad_entry_points(
    site: Path, source: str | None, value: str, words: str, cause: type[BaseException]
) -> None:
    """What cannot be imported or is no scorer is refused with distribution and cause, and alone."""
    install(site, "acme-bad", source, bad=value)
    install(site, "acme-good", good=":judge")
    error = refusal(lambda: Registry().with_entry_points("bad", "good"))
    assert (error.group, error.name, error.available) == (GROUP, "bad", ("bad", "good"))
    assert error.reason.startswith("of acme-bad 1.0 cannot be ")
    assert words in error.reason
    assert isinstance(error.__cause__, cause)
    registry, failures = Registry().load_entry_points(["bad", "good", "none"])
    assert registry.names() == ("good",)
    assert [each.name for each in failures] == ["bad", "none"]
    assert failures[0] == error
    assert isinstance(failures[0].__cause__, cause)


def test_nothing_is_imported_after_a_failure(site: Path) -> None:
    """`with_entry_points` ends at the first name that cannot be added."""
    install(site, "acme-good", good=":judge")
    refusal(lambda: Registry().with_entry_points("none", "good"))
    assert "acme_good" not in sys.modules


def test_installed_scorers_can_go_unprobed(site: Path) -> None:
    """A scorer whose calls cost money is registered without one."""
    install(site, "acme-scorers", costly=":costly")
    assert "costly" in Registry().with_entry_points("costly", probe=False)
    registry, failures = Registry().load_entry_points(["costly"], probe=False)
    assert (registry.names(), failures) == (("costly",), ())


def test_two_offers_of_one_name_are_refused(site: Path) -> None:
    """A name that two distributions offer is refused with both, unless the allow-list has one."""
    install(site, "acme-two", acme=":judge")
    install(site, "acme-one", acme=":judge")
    reason = (
        "is offered by acme-one 1.0 and acme-two 1.0; "
        "uninstall one, or name the other in the allow-list"
    )
    expected = PluginError(GROUP, "acme", reason, ("acme",))
    assert refusal(lambda: Registry().with_entry_points("acme")) == expected
    install(site, "acme-three", acme=":judge")
    both = {"acme-one", "acme-two"}
    assert refusal(lambda: Registry().with_entry_points("acme", allow=both)) == expected
    assert {"acme_one", "acme_two", "acme_three"}.isdisjoint(sys.modules)
    assert "acme" in Registry().with_entry_points("acme", allow=["acme-two"])
    assert "acme_one" not in sys.modules


@pytest.mark.parametrize("allow", [(), {"acme"}, ["scorers"]])
def test_the_allow_list_comes_before_any_import(site: Path, allow: Any) -> None:
    """What the allow-list leaves out is refused with its distribution, and not imported."""
    install(site, "acme-scorers", acme=":judge")
    error = refusal(lambda: Registry().with_entry_points("acme", allow=allow))
    reason = "is offered by acme-scorers 1.0, which the allow-list leaves out"
    assert error == PluginError(GROUP, "acme", reason, ("acme",))
    assert Registry().load_entry_points(["acme"], allow=allow) == (Registry(), (error,))
    assert "acme_scorers" not in sys.modules


@pytest.mark.parametrize("name", ["acme-scorers", "Acme_Scorers", "ACME.scorers", "acme--_scorers"])
def test_distributions_are_allowed_in_any_spelling(site: Path, name: str) -> None:
    """The allow-list takes the name of a distribution in every spelling that pip takes."""
    install(site, "Acme-Scorers", acme=":judge")
    assert "acme" in Registry().with_entry_points("acme", allow=[name])


def test_registered_names_stay(site: Path) -> None:
    """An entry point replaces no scorer, and is not imported in vain."""
    install(site, "acme-scorers", strict=":judge")
    error = refusal(lambda: THREE.with_entry_points("strict"))
    assert error.reason.startswith("is registered already")
    registry, failures = THREE.load_entry_points(["strict"])
    assert (registry, failures) == (THREE, (error,))
    assert "acme_scorers" not in sys.modules


def test_names_of_entry_points_are_ids(site: Path) -> None:
    """An entry point whose name is no id fails for itself, and does not hurt the others."""
    install(site, "acme-scorers", **{"acme-judge": ":judge", "acme": ":judge"})
    registry, failures = Registry().load_entry_points(["acme-judge", "acme"])
    assert registry.names() == ("acme",)
    assert "cannot be registered: id: found 'acme-judge'" in failures[0].reason


@pytest.mark.parametrize(
    "call",
    [
        lambda: Registry().with_entry_points("acme", allow="acme-scorers"),
        lambda: Registry().with_entry_points("acme", allow=[5]),
        lambda: Registry().with_entry_points("acme", allow=5),
        lambda: Registry().with_entry_points(5),
        lambda: Registry().load_entry_points("acme"),
        lambda: Registry().load_entry_points([None]),
    ],
)
def test_strangers_are_refused(call: Callable[[], object]) -> None:
    """What is no name, or one string for a list of names, is refused as a mistake of the caller."""
    with pytest.raises(InvalidValueError):
        call()
