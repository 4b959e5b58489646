"""The first table, as it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FACTS = Path(__file__).parents[1] / "facts"
_ROW = re.compile(r'^\s*\|?\s*(?P<status>\d{3})\s*\|\s*"(?P<message>.*)"\s*\|(?P<cause>[^|]*)\|')


@dataclass(frozen=True, slots=True)
class Row:
    status: int
    message: str
    cause: str


def read_seed() -> list[Row]:
    """The rows; what is printed as backslash and n in a message is a line break."""
    text = (FACTS / "seed.md").read_text(encoding="utf-8")
    found = filter(None, map(_ROW.match, text.splitlines()))
    return [
        Row(int(row["status"]), row["message"].replace("\\n", "\n"), row["cause"].strip()) for row in found
    ]
