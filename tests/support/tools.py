"""Run a printed sample as a reader would: text in a file, the real tool, variables from the environment."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
_STATUS = re.compile(r"(?:HTTP/\S+ )?(\d{3})\b")


class Tool(NamedTuple):
    """What runs a language: the name its file must have, the command before it."""

    file: str
    command: tuple[str, ...]


TOOLS = {
    "curl": Tool("sample.sh", ("bash", "-euo", "pipefail")),
    "python": Tool("sample.py", (sys.executable,)),
    "javascript": Tool("sample.mjs", ("node",)),
    # Java 11's language, and less time spent on making fast what runs once.
    "java": Tool("Sample.java", ("java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--source", "11")),
    "go": Tool("main.go", ("go", "run")),
    "php": Tool("sample.php", ("php",)),
}
_QUICK = ("curl", "python", "javascript")

each_tongue = pytest.mark.parametrize(
    "tongue", [pytest.param(name, marks=[] if name in _QUICK else [pytest.mark.long]) for name in TOOLS]
)
"""All of them; what `make test` need not have installed is among the longer checks."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a sample printed: status and body, and what it said of an error."""

    status: int
    body: str
    complaint: str


def run_sample(tongue: str, text: str, environment: Mapping[str, str], folder: Path) -> Printed:
    """Run a sample in a folder; it must end well whatever the status."""
    tool = TOOLS[tongue]
    file = folder / tool.file
    file.write_text(text, encoding="utf-8", newline="")
    ran = subprocess.run(
        [*tool.command, str(file)],
        env={**_surroundings(), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, f"{text}\n\n{ran.stderr}"
    found = _STATUS.match(ran.stdout)
    assert found, ran.stdout
    _, _, body = ran.stdout.partition("\n\n" if tongue == "curl" else "\n")
    return Printed(int(found[1]), body.rstrip("\n"), ran.stderr.strip())


def _surroundings() -> dict[str, str]:
    """What tools need beside the variables of the sample; Go keeps the compiled standard library."""
    cache = {"GOCACHE": str(ROOT / ".cache" / "go-build"), "GOPROXY": "off"}
    return {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", **cache}
