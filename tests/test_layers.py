"""The house: imports go down its floors, never sideways or up, and are never hidden."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "src" / "interview_kit"

#: The floor of each topic. A topic is a package, or a module that stands by itself.
FLOORS = {
    "errors": 0,
    "_strict_json": 1,
    "model": 1,
    "_faults": 2,
    "_readers": 3,
    "_documents": 4,
    "_resources": 2,
    "_shapes": 2,
    "_facets": 2,
    "_links": 2,
    "_moments": 2,
    "statistics": 2,
    "bank": 3,
    "balance": 4,
    "lint": 5,
    "knowledge": 6,
    "packs": 6,
    "language": 3,
    "quiz": 4,
    "scoring": 4,
    "assess": 5,
    "interview": 6,
    "testing": 6,
    "export": 7,
    "_terminal": 7,
    "_learning": 8,
    "_streams": 7,
    "_arguments": 7,
    "cli": 9,
    "__main__": 10,
}
#: `scoring` sees values, never the bank: a scorer can be tested with three literals.
FORBIDDEN = {("scoring", "bank"), ("scoring", "packs"), ("language", "bank"), ("language", "packs")}

MAX_LINES = 400

MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def topic_of(path: Path) -> str:
    """Give the topic of a file."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports_of(tree: ast.AST) -> set[str]:
    """Give the topics of this package that a tree imports."""
    names = [node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names += [a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names]
    return {name.split(".")[1] for name in names if name.startswith("interview_kit.")}


def dodges_in(tree: ast.AST) -> list[str]:
    """Name the imports that keep silent about the module they lead to."""
    found: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.level or node.module == "interview_kit"):
            found.append(ast.unparse(node))
        if isinstance(node, ast.Import) and any(
            alias.name.split(".")[0] == "interview_kit" for alias in node.names
        ):
            found.append(ast.unparse(node))
    return found


def faults_of(topic: str, imported: set[str]) -> list[str]:
    """Name the imports of a topic that do not go down."""
    others = imported - {topic}
    up = [name for name in sorted(others) if FLOORS[name] >= FLOORS[topic]]
    # The strict reader and the model share a floor: the model needs nothing of it.
    return up + [name for name in sorted(others) if (topic, name) in FORBIDDEN]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_down(path: Path) -> None:
    """Every import of another topic goes to a lower floor."""
    assert faults_of(topic_of(path), imports_of(ast.parse(path.read_text("utf-8")))) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_import_is_hidden(path: Path) -> None:
    """No import of this package stands in a function or under a condition."""
    tree = ast.parse(path.read_text("utf-8"))
    at_top = [node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)]
    top = imports_of(ast.Module(body=list(at_top), type_ignores=[]))
    assert imports_of(tree) - top == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_import_names_its_module(path: Path) -> None:
    """Nothing is imported through the face, by a relative path, or as the package itself."""
    assert dodges_in(ast.parse(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "from interview_kit import packs",
        "from interview_kit import Bank",
        "import interview_kit",
        "import interview_kit.packs as packs",
        "import json, interview_kit",
        "from . import packs",
        "from .packs import load",
        "from ..packs._load import load",
    ],
)
def test_a_dodge_is_noticed(line: str) -> None:
    """The rule above can fail: each form that hides where an import leads is found."""
    assert dodges_in(ast.parse(f"def hidden():\n    {line}")) == [line]


@pytest.mark.parametrize("folder", [ROOT, Path(__file__).parent], ids=["src", "tests"])
def test_files_stay_short(folder: Path) -> None:
    """No file has more lines than can be kept in mind."""
    lines = {path: path.read_text("utf-8").count("\n") for path in folder.rglob("*.py")}
    assert [path.name for path, count in lines.items() if count >= MAX_LINES] == []


def test_every_topic_has_a_floor() -> None:
    """No topic is left out of the table, and the table names no topic that is not there."""
    assert {topic_of(path) for path in MODULES} == set(FLOORS)


def test_an_import_upwards_is_noticed() -> None:
    """The rule above can fail: the model may not import the bank."""
    tree = ast.parse("from interview_kit.bank import Bank")
    assert faults_of("model", imports_of(tree)) == ["bank"]
