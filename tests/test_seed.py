"""Every row of the first table is in the catalogue, with its status and its message."""

from __future__ import annotations

import pytest
from seed import Row, read_seed

from errorbook.model import Catalog
from errorbook.template import match_message


def errors_of(catalog: Catalog, row: Row) -> list[str]:
    return [
        error.id
        for error in catalog.errors
        if row.status in error.statuses
        and any(match_message(template, row.message) is not None for template in error.descriptions)
    ]


def test_seed_has_seventeen_rows() -> None:
    assert len(read_seed()) == 17


@pytest.mark.parametrize("row", read_seed(), ids=lambda row: f"{row.status} {row.message[:40]}")
def test_seed_row_is_exactly_one_error_of_the_catalogue(catalog: Catalog, row: Row) -> None:
    assert len(errors_of(catalog, row)) == 1


def test_rows_with_one_message_are_cases_of_one_error(catalog: Catalog) -> None:
    rows = [row for row in read_seed() if row.message == "password or pin must provided"]
    assert len(rows) == 2
    (error,) = {name for row in rows for name in errors_of(catalog, row)}
    assert [case.case for e in catalog.errors if e.id == error for case in e.cases] == ["empty", "missing"]
