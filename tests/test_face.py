"""The face: what `import interview_kit` offers, and what it costs and leaves alone."""

import json
import os
import subprocess
import sys
from importlib.metadata import version

import pytest

import interview_kit

#: Modules that only loading or scoring may bring in.
HEAVY = ("attrs", "cattrs", "importlib_resources", "json", "hashlib", "typing", "random", "logging")


def run_fresh(code: str) -> dict[str, object]:
    """Run code in a fresh interpreter; it prints one JSON object."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env=dict(os.environ),
    )
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_names_are_sorted_and_unique() -> None:
    """`__all__` lists each name once, constants before classes before functions."""
    names = interview_kit.__all__
    ranked = sorted(names, key=lambda name: (name[0].islower(), name))
    assert ranked == list(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("name", interview_kit.__all__)
def test_every_name_is_there_and_documented(name: str) -> None:
    """Each name leads to an object with a docstring."""
    assert getattr(interview_kit, name).__doc__


def test_star_import_gives_all_names() -> None:
    """`from interview_kit import *` works and gives every name of the face."""
    names: dict[str, object] = {}
    exec("from interview_kit import *", names)
    assert set(interview_kit.__all__) <= set(names)


def test_dir_lists_the_face() -> None:
    """`dir` shows lazy names too."""
    assert {*interview_kit.__all__, "__version__"} <= set(dir(interview_kit))


def test_version_is_that_of_the_distribution() -> None:
    """`__version__` agrees with the installed metadata."""
    assert interview_kit.__version__ == version("interview_kit")


def test_unknown_name_is_an_attribute_error() -> None:
    """A name that the face has not is refused as modules do."""
    with pytest.raises(AttributeError, match="has no attribute 'Bnak'"):
        _ = interview_kit.Bnak


def test_the_face_is_small() -> None:
    """The face stays near thirty names; everything else stands in a topic."""
    assert len(interview_kit.__all__) <= 36


def test_import_loads_nothing_heavy() -> None:
    """A fresh `import interview_kit` brings in none of the heavy modules."""
    code = (
        "import sys; before = set(sys.modules); import interview_kit;"
        f"new = sorted(set({HEAVY!r}) & (set(sys.modules) - before));"
        "import json; print(json.dumps({'new': new, 'there': 'interview_kit' in sys.modules}))"
    )
    assert run_fresh(code) == {"new": [], "there": True}


def test_values_load_without_conversion() -> None:
    """Building values and drawing quizzes brings in neither cattrs nor importlib_resources."""
    code = (
        "import sys, interview_kit as ik; ik.Text.of(en='x'); ik.Blueprint(length=1); ik.generate;"
        "import json; print(json.dumps({name: name in sys.modules for name in"
        " ('attrs', 'cattrs', 'importlib_resources')}))"
    )
    assert run_fresh(code) == {"attrs": True, "cattrs": False, "importlib_resources": False}


def test_the_main_job_leaves_the_host_alone() -> None:
    """Loading, drawing and scoring change neither `random`, nor logging, nor the environment."""
    code = """
import json, logging, os, random, warnings
random.seed(5); before = random.getstate(); environment = dict(os.environ)
handlers, level = list(logging.root.handlers), logging.root.level
filters = list(warnings.filters)
import interview_kit as ik
bank = ik.load()
quiz = ik.generate(bank, ik.Blueprint(role="hr", length=3), seed=1)
ik.score(bank, quiz.questions[0], "Saya menyusun rencana baru bersama tim selama dua bulan.", language="id")
print(json.dumps({
    "random": random.getstate() == before,
    "environment": dict(os.environ) == environment,
    "logging": (list(logging.root.handlers), logging.root.level) == (handlers, level),
    "warnings": list(warnings.filters) == filters,
}))
"""
    assert set(run_fresh(code).values()) == {True}
