"""Each module imports only from the layers below its own, and only the hooks know the engine."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORE = ROOT / "src" / "errorbook"

LAYERS = (
    {"model", "problems"},
    {"template", "permalinks", "words", "decode"},
    {"inline", "settings", "examples"},
    {"catalog"},
    {"views"},
    {"pages", "exports", "explorer", "pdf", "reproduce"},
    {"explain", "build"},
    {"serve", "service_options"},
    {"cli"},
    {"__main__", "__init__"},
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
MODULES = sorted(CORE.rglob("*.py"))


def imports_of(path: Path) -> set[str]:
    """Absolute names that a module imports: `errorbook.model`, `mkdocs.config`, ..."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def part_of(path: Path) -> str:
    """The part of the core that a module belongs to: `catalog` for `catalog/checks.py`."""
    return path.relative_to(CORE).parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_module_imports_only_from_lower_layers(path: Path) -> None:
    own = part_of(path)
    parts = {name.split(".")[1] for name in imports_of(path) if name.startswith("errorbook.")}
    assert {part for part in parts - {own} if RANK[part] >= RANK[own]} == set()


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(CORE).as_posix())
def test_core_knows_neither_engine_nor_sandbox(path: Path) -> None:
    roots = {name.split(".")[0] for name in imports_of(path)}
    assert roots & {"mkdocs", "properdocs", "material", "sandbox"} == set()


def test_every_part_of_the_core_has_a_layer() -> None:
    assert {part_of(path) for path in MODULES} == set(RANK)


def test_sandbox_knows_nothing_of_the_core() -> None:
    for path in (ROOT / "src" / "sandbox").rglob("*.py"):
        assert "errorbook" not in {name.split(".")[0] for name in imports_of(path)}, path


def test_core_runs_where_the_engine_is_not_installed() -> None:
    blocked = "import sys; sys.modules['mkdocs'] = None; sys.modules['material'] = None; import errorbook.cli"
    subprocess.run([sys.executable, "-c", blocked], check=True)


def test_only_the_reader_opens_tables() -> None:
    openers = {part_of(path) for path in MODULES if "csv" in imports_of(path)}
    assert openers <= {"catalog", "exports"}
