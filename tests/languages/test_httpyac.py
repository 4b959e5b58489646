"""The files of the examples, unchanged, in httpYac: a tool that is not ours."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from reader import log_in

from errorbook.catalog import read
from errorbook.examples.verdict import judge
from errorbook.model import Example, Recording
from errorbook.settings import read_settings

ROOT = Path(__file__).parents[2]
DATA = read_settings(ROOT / "mkdocs.yml").data
CASES = {Path(example.path).name: (error, example) for error, _, example in read(DATA).runs()}

pytestmark = pytest.mark.long


@pytest.mark.parametrize("file", sorted(path.name for path in (DATA / "examples").glob("*.http")))
def test_file_has_the_same_outcome(site_url: str, file: str) -> None:
    error, example = CASES[file]
    answers = send(file, example, site_url.rstrip("/"))
    for request, answer in zip(example.requests, answers, strict=True):
        verdict = judge(error, request, answer)
        assert verdict.agrees, (request.role, verdict)


def send(file: str, example: Example, base: str) -> list[Recording]:
    """What every request of a file was answered, in their order."""
    place = {variable.name.upper(): variable.value for variable in example.variables}
    known = log_in(base, {"ORG": place["ORG"], "APP": place["APP"]})
    supplied = ("BASE", "TOKEN", "FOREIGN_TOKEN", "CLIENT_ID", "CLIENT_SECRET")
    variables = [f"{name.lower()}={known[name]}" for name in supplied]
    command = [str(ROOT / "tools" / "httpyac"), "send", file, "--all", "--json", "--var", *variables]
    ran = subprocess.run(
        command, cwd=DATA / "examples", capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    sent: list[dict[str, Any]] = json.loads(ran.stdout)["requests"]
    return [Recording(request["response"]["statusCode"], request["response"]["body"]) for request in sent]
