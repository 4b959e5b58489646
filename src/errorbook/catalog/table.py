"""Rows under the names of their columns; cells that are parsed or reported, never both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from errorbook.catalog.csvfile import QuoteFault, Row, find_cell, scan_csv
from errorbook.catalog.textfile import TextFile, check_characters, find_place
from errorbook.problems import Problem

LONGEST_CELL = 8_000
SEVERAL = frozenset({"also_error", "also_exception", "also_description"})
"""The columns whose cells hold several values, one a line; in all others a line break is a problem."""

Value = TypeVar("Value")
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Table:
    """The readable rows of one file; `whole` unless some could not be read."""

    path: str
    text: str
    columns: dict[str, int]
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]
    whole: bool

    def cell(self, row: Row, column: str) -> str:
        return row.cells[self.columns[column]]

    def problem(self, row: Row, column: str, text: str) -> Problem:
        """A problem of the cell in `column`, at the place where the cell begins."""
        return Problem(self.path, *find_cell(self.text, row, self.columns[column]), f"{column}: {text}")


class Fields:
    """The cells of one row; a cell that cannot be parsed is reported and gives its fallback."""

    def __init__(self, table: Table, row: Row) -> None:
        self.line = row.line
        self.problems: list[Problem] = []
        self.doubtful: set[str] = set()
        self._table = table
        self._row = row

    def value(self, column: str, parse: Callable[[str], Value], fallback: Value) -> Value:
        text = self._table.cell(self._row, column)
        try:
            _check_cell(text, several=column in SEVERAL)
            return parse(text)
        except ValueError as exc:
            self.problems.append(self._table.problem(self._row, column, str(exc)))
            self.doubtful.add(column)
            return fallback

    def text(self, column: str, parse: Callable[[str], str]) -> str:
        """A cell that is text; as it stands if it cannot be parsed, so that what refers to it finds it."""
        return self.value(column, parse, self._table.cell(self._row, column))


@dataclass(frozen=True, slots=True)
class Records(Generic[Record]):
    """The records of a table beside their rows, for the checks between rows and tables."""

    table: Table
    entries: tuple[tuple[Row, Record], ...]
    problems: tuple[Problem, ...]
    doubtful: frozenset[str]

    @property
    def values(self) -> tuple[Record, ...]:
        return tuple(record for _, record in self.entries)

    def trusts(self, *columns: str) -> bool:
        """Whether every cell of these columns was read, so that what is absent is really absent."""
        return self.table.whole and self.doubtful.isdisjoint(columns)


def parse_table(file: TextFile, columns: Sequence[str]) -> Table:
    """Take a CSV file apart; its header must be exactly `columns`."""
    if file.text is None:
        return _hollow(file, [])
    rows, fault = scan_csv(file.text)
    if fault and not rows:
        return _hollow(
            file, [Problem(file.path, *find_place(file.text, fault.start), f"header: {fault.text}")]
        )
    header, *body = rows or [Row(1, ("",), (0,))]
    problems = _check_header(file.path, file.text, header, columns)
    if problems:
        return _hollow(file, problems)
    ragged = [row for row in body if len(row.cells) != len(header.cells)]
    problems = [_describe_ragged(file.path, file.text, row, header) for row in ragged]
    if fault:
        problems.append(_locate_fault(file.path, file.text, header, fault))
    names = {name: index for index, name in enumerate(header.cells)}
    fitting = tuple(row for row in body if len(row.cells) == len(header.cells))
    return Table(file.path, file.text, names, fitting, (*file.problems, *problems), whole=not problems)


def build_records(table: Table, build: Callable[[Fields], Record]) -> Records[Record]:
    """Turn every row into a record, and collect what is wrong with their cells."""
    rows = [Fields(table, row) for row in table.rows]
    records = tuple(zip(table.rows, map(build, rows), strict=True))
    problems = [problem for fields in rows for problem in fields.problems]
    doubtful = frozenset[str]().union(*(fields.doubtful for fields in rows))
    return Records(table, records, (*table.problems, *problems), doubtful)


def _hollow(file: TextFile, problems: list[Problem]) -> Table:
    return Table(file.path, "", {}, (), (*file.problems, *problems), whole=False)


def _check_header(path: str, text: str, header: Row, columns: Sequence[str]) -> list[Problem]:
    if header.cells == ("",):
        return [Problem(path, 1, 1, f"no header. Begin with the line {','.join(columns)}.")]
    problems = []
    for index, name in enumerate(header.cells):
        if name not in columns:
            cure = f"unknown column {name!r}. Delete it; the columns are {','.join(columns)}."
            problems.append(Problem(path, *find_cell(text, header, index), cure))
        elif name in header.cells[:index]:
            cure = f"column {name} stands here again. Delete one of the two."
            problems.append(Problem(path, *find_cell(text, header, index), cure))
    missing = [name for name in columns if name not in header.cells]
    problems += [Problem(path, 1, 1, f"column {name} is missing. Add it.") for name in missing]
    if not problems and header.cells != tuple(columns):
        problems.append(Problem(path, 1, 1, f"columns out of order. Write {','.join(columns)}."))
    return problems


def _describe_ragged(path: str, text: str, row: Row, header: Row) -> Problem:
    if row.cells == ("",):
        return Problem(path, row.line, 1, "blank line. Delete it.")
    found, wanted = len(row.cells), len(header.cells)
    counts = f"{found} cells where {wanted} belong"
    if found < wanted:
        return Problem(path, row.line, 1, f"{counts}: {header.cells[found]} is the first missing. Add it.")
    trouble = f"{counts}. Delete the surplus, or quote the cell that holds a comma."
    return Problem(path, *find_cell(text, row, wanted), trouble)


def _locate_fault(path: str, text: str, header: Row, fault: QuoteFault) -> Problem:
    column = header.cells[min(fault.index, len(header.cells) - 1)]
    return Problem(path, *find_place(text, fault.start), f"{column}: {fault.text}")


def _check_cell(text: str, *, several: bool) -> None:
    if len(text) > LONGEST_CELL:
        raise ValueError(f"{len(text)} characters; at most {LONGEST_CELL} fit. Shorten it.")
    if "\n" in text and not several:
        raise ValueError("line break inside the cell. Write it on one line; a message breaks with \\n.")
    if text != text.strip(" "):
        raise ValueError("blank at its beginning or end. Delete it.")
    check_characters(text.replace("\n", " "))
