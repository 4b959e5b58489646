"""The sandbox stands alone: it reads no tables and knows nothing of what documents it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import sandbox

FOLDER = Path(sandbox.__file__).parent
MODULES = sorted(FOLDER.rglob("*.py"))
READERS = {"csv", "sqlite3", "importlib", "pkgutil", "subprocess", "tomllib", "yaml"}
# `site` serves the folder that it is handed.
FILE_USERS = {"site.py": {"pathlib"}, "app.py": {"pathlib"}}


def roots(path: Path) -> set[str]:
    """The packages that a module imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("path", MODULES, ids=[path.relative_to(FOLDER).as_posix() for path in MODULES])
def test_a_module_imports_neither_the_core_nor_a_reader_of_files(path: Path) -> None:
    allowed = FILE_USERS.get(path.relative_to(FOLDER).as_posix(), set())
    assert roots(path) & ({"errorbook", "mkdocs", "os", "pathlib", "io", *READERS} - allowed) == set()


@pytest.mark.parametrize("path", MODULES, ids=[path.relative_to(FOLDER).as_posix() for path in MODULES])
def test_a_module_opens_no_file_by_name(path: Path) -> None:
    names = {
        node.id
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Name)
    }
    assert names & {"open", "__import__", "eval", "exec"} == set()


@pytest.mark.parametrize("path", MODULES, ids=[path.relative_to(FOLDER).as_posix() for path in MODULES])
def test_a_module_keeps_no_state_of_its_own(path: Path) -> None:
    """No statement rebinds a global, and none changes a constant of a module."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    assert not any(isinstance(node, ast.Global) for node in ast.walk(tree))
    changed = {
        node.value.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript)
        and isinstance(node.ctx, ast.Store | ast.Del)
        and isinstance(node.value, ast.Name)
    }
    assert changed & constants == set()
