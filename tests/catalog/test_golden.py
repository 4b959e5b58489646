"""Each file of `tests/golden/catalog` changes the good tables and tells every problem that must follow."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from errorbook import catalog
from errorbook.problems import RefusedError

GOLDEN = Path(__file__).parents[1] / "golden" / "catalog"
CHANGES = sorted(GOLDEN.glob("*.yaml"))


class Edit(TypedDict, total=False):
    """One change of `file`: `find` becomes `write` (`repeat` times); or it is copied, renamed or deleted."""

    file: str
    find: str | bytes
    write: str | bytes
    repeat: int
    copy: str
    rename: str
    delete: bool


@pytest.mark.parametrize("change", CHANGES, ids=lambda path: path.stem)
def test_changed_tables_have_exactly_these_problems(change: Path, tmp_path: Path) -> None:
    told = yaml.safe_load(change.read_text(encoding="utf-8"))
    shutil.copytree(GOLDEN / "good", tmp_path / "data")
    apply_edits(tmp_path / "data", told["edits"])
    assert read_problems(tmp_path / "data") == told["problems"]


def test_there_are_changes_to_try() -> None:
    assert CHANGES


def apply_edits(data: Path, edits: Iterable[Edit]) -> None:
    for edit in edits:
        file = data / edit["file"]
        if "delete" in edit:
            _delete(file)
        elif "rename" in edit:
            file.rename(data / edit["rename"])
        elif "copy" in edit:
            shutil.copyfile(data / edit["copy"], file)
        else:
            _write(file, edit)


def read_problems(data: Path) -> list[str]:
    try:
        catalog.read(data)
    except RefusedError as exc:
        return [str(problem) for problem in exc.problems]
    return []


def _write(file: Path, edit: Edit) -> None:
    written = _encode(edit["write"]) * edit.get("repeat", 1)
    if "find" in edit:
        found = _encode(edit["find"])
        before = file.read_bytes()
        assert before.count(found) == 1, f"{edit['find']!r} is not once in {file.name}"
        written = before.replace(found, written)
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(written)


def _delete(file: Path) -> None:
    if file.is_dir():
        file.rmdir()
    else:
        file.unlink()


def _encode(text: str | bytes) -> bytes:
    return text if isinstance(text, bytes) else text.encode()
