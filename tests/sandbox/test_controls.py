"""The pages about the sandbox name all that its controls take, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sandbox.plan import FAULTS, LIMITS, SERVICES

DOCS = Path(__file__).parents[2] / "docs"
NAME = re.compile(r"`([a-z]+(?:_[a-z]+)*)`")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_names_every_limit_service_and_fault(language: str) -> None:
    page = (DOCS / language / "sandbox.md").read_text(encoding="utf-8")
    operations = page.partition("{#operations}")[2].partition("{#limits}")[0]
    prose = "\n".join(line for line in operations.splitlines() if not line.startswith("|"))
    assert set(NAME.findall(prose)) - {"false"} == LIMITS.keys() | SERVICES | FAULTS
