"""Text to rows of cells by the strict reading of RFC 4180: a cell is quoted as a whole or not at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

from errorbook.catalog.textfile import find_place

# Possessive, so that a quote that never closes costs one pass.
_CELL = re.compile(r'(?:"([^"]*+(?:""[^"]*+)*+)"|([^",\n]*+))([,\n])')


@dataclass(frozen=True, slots=True)
class Row:
    """One record; `starts` are the offsets of its cells in the file's text, `line` is where it begins."""

    line: int
    cells: tuple[str, ...]
    starts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuoteFault:
    """Where quoting breaks, in cell `index` of its row; nothing after it can be trusted."""

    start: int
    index: int
    text: str


def scan_csv(text: str) -> tuple[list[Row], QuoteFault | None]:
    """All rows up to the end or to the first fault. `text` must end in a newline or be empty."""
    rows: list[Row] = []
    cells: list[str] = []
    starts: list[int] = []
    line, at = 1, 0
    while at < len(text):
        found = _CELL.match(text, at)
        if found is None:
            return rows, QuoteFault(at, len(cells), _describe_fault(text, at))
        quoted, bare, end = found.groups()
        cells.append(bare if quoted is None else quoted.replace('""', '"'))
        starts.append(at)
        at = found.end()
        if end == "\n":
            rows.append(Row(line, tuple(cells), tuple(starts)))
            line += text.count("\n", starts[0], at)
            cells, starts = [], []
    return rows, None


def find_cell(text: str, row: Row, index: int) -> tuple[int, int]:
    """Line and column, both from 1, where a cell begins; counted from its row, as tables are long."""
    start = row.starts[index]
    return row.line + text.count("\n", row.starts[0], start), start - text.rfind("\n", 0, start)


def _describe_fault(text: str, start: int) -> str:
    if text[start] != '"':
        return "a quote inside a cell without quotes. Put the whole cell in quotes and double the inner ones."
    closing = re.compile(r'"[^"]*+(?:""[^"]*+)*+"').match(text, start)
    if closing is None:
        return "its quote is never closed. End the cell with a quote."
    line, column = find_place(text, closing.end())
    return (
        f"text after its closing quote, at {line}:{column}. Double the quotes inside, or end the cell there."
    )
