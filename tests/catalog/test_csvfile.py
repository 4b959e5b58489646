from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from errorbook.catalog.csvfile import find_cell, scan_csv

CELLS = st.text(st.one_of(st.sampled_from('",\n x书'), st.characters(exclude_characters="\r\0")), max_size=8)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=6)


@given(ROWS)
def test_written_cells_are_read_as_they_were(rows: list[list[str]]) -> None:
    found, fault = scan_csv(_render(rows))
    assert [list(row.cells) for row in found] == rows
    assert fault is None


@given(ROWS)
def test_each_cell_is_found_where_it_begins(rows: list[list[str]]) -> None:
    text = _render(rows)
    lines = text.split("\n")
    for row in scan_csv(text)[0]:
        for index, cell in enumerate(row.cells):
            line, column = find_cell(text, row, index)
            rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
            assert rest.startswith((cell, '"' + cell.replace('"', '""') + '"'))
        assert row.line == find_cell(text, row, 0)[0]


@given(st.text(st.sampled_from('",\na'), max_size=30))
def test_any_text_is_read_or_its_first_fault_is_found(text: str) -> None:
    rows, fault = scan_csv(text + "\n")
    if fault is None:
        expected = csv.reader(io.StringIO(text + "\n"), strict=True)
        assert [list(row.cells) for row in rows] == [row or [""] for row in expected]
    else:
        assert '"' in text[fault.start :]


def test_a_quote_that_never_closes_costs_one_pass() -> None:
    rows, fault = scan_csv("a,b\n" + 'c,"' + '""' * 500_000 + "\n")
    assert [row.cells for row in rows] == [("a", "b")]
    assert fault is not None
    assert (fault.start, fault.index) == (6, 1)


def _render(rows: list[list[str]]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue()
