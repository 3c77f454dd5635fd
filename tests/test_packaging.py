"""What is shipped: the built wheel holds every pack file and works straight from the zip."""

import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_only_three_dependencies_at_run_time() -> None:
    """At run time nothing but attrs, cattrs and importlib-resources is needed."""
    names = [each.partition(">=")[0] for each in PROJECT["dependencies"]]
    assert names == ["attrs", "cattrs", "importlib-resources"]


def test_the_changelog_names_what_is_released() -> None:
    """The changelog has a section for the version, or for what is not yet released."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert "## [Unreleased]" in text or f"## [{PROJECT['version']}]" in text


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build wheel and source archive, in an environment of their own."""
    folder = tmp_path_factory.mktemp("built")
    environment = folder / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    python = environment / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", "build"], check=True)
    subprocess.run(
        [python, "-m", "build", "-o", str(folder), str(ROOT)], check=True, capture_output=True
    )
    return folder


@pytest.mark.heavy
def test_the_wheel_holds_every_data_file(built: Path) -> None:
    """Every file of the package is in the wheel, and nothing else is."""
    wheel = next(built.glob("*.whl"))
    shipped = {
        name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("interview_kit/")
    }
    source = ROOT / "src"
    own = {
        str(path.relative_to(source))
        for path in (source / "interview_kit").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped == own
    assert "interview_kit/packs/data/core/pack.json" in shipped
    assert "interview_kit/py.typed" in shipped


@pytest.mark.heavy
def test_the_wheel_works_from_the_zip(built: Path, tmp_path: Path) -> None:
    """The library loads its packs and language data without being unpacked."""
    wheel = next(built.glob("*.whl"))
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); import interview_kit as ik;"
        "assert '.whl' in ik.__file__; bank = ik.load();"
        "print(len(bank.questions), ik.score(bank, 'S04', 'Lupa.', language='id').reason)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code, str(wheel)],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert done.stdout.split() == ["100", "too_short"]


@pytest.mark.heavy
def test_the_source_archive_holds_what_is_needed_to_test(built: Path) -> None:
    """The source archive has sources, tests, examples and the papers, and no stray folders."""
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        parts = [name.split("/")[1] for name in archive.getnames() if "/" in name]
    expected = {
        "src",
        "tests",
        "examples",
        ".ci",
        "CHANGELOG.md",
        "LICENSE",
        "README.md",
        "pyproject.toml",
    }
    assert expected <= set(parts) <= expected | {"PKG-INFO", ".gitignore"}
