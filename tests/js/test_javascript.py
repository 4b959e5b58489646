"""Runs the JavaScript tests, and holds that the page loads exactly the scripts that exist."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from errorbook.explorer import SCRIPTS

ALL = [part for parts in SCRIPTS.values() for part in parts]
HERE = Path(__file__).parent
FOLDER = HERE.parents[1] / "docs" / "assets" / "explorer"


def test_javascript_tests_pass() -> None:
    node = shutil.which("node")
    if node is None:
        pytest.fail(
            "Node.js is not installed, so the explorer's scripts are not tested. Install Node 18 or later."
        )
    tests = sorted(str(path) for path in HERE.glob("*.test.mjs"))
    run = subprocess.run([node, "--test", *tests], capture_output=True, text=True, check=False, timeout=120)
    assert run.returncode == 0, run.stdout + run.stderr


def test_every_file_is_part_of_one_script() -> None:
    files = (path.relative_to(FOLDER).with_suffix("").as_posix() for path in FOLDER.rglob("*.js"))
    assert sorted(ALL) == sorted(files)


@pytest.mark.parametrize("name", ALL)
def test_script_uses_nothing_that_the_policy_or_the_disk_refuses(name: str) -> None:
    text = (FOLDER / f"{name}.js").read_text(encoding="utf-8")
    refused = (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "fetch(",
        "eval(",
        "new Worker",
        "import(",
        ".style",
    )
    assert [word for word in refused if word in text] == []
