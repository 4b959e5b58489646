"""Lines of the ledger of permalinks are only ever added: what was once published is never forgotten."""

from __future__ import annotations

import subprocess
from pathlib import Path

from errorbook.model import Catalog

ROOT = Path(__file__).parents[1]


def ever_listed() -> set[str]:
    """Every permalink that any commit added to the ledger."""
    command = ["git", "log", "--format=", "--unified=0", "--patch", "--", "data/permalinks.csv"]
    log = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    lines = (line[1:] for line in log.splitlines() if line.startswith("+") and not line.startswith("+++"))
    return {line.partition(",")[0] for line in lines} - {"permalink"}


def test_no_permalink_was_ever_taken_out_of_the_ledger(catalog: Catalog) -> None:
    lost = ever_listed() - {entry.permalink for entry in catalog.permalinks}
    assert lost == set(), "put the lines back in data/permalinks.csv, with what they became, or `gone`"
