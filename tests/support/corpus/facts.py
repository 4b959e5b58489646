"""A catalogue as large as the facts: an index of the wordings in `tests/facts/distinct_errors.csv`."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from errorbook.explorer import Index
from errorbook.explorer.index import Entry, Wire, Words, build_vocabulary, fold_words

FACTS = Path(__file__).parents[2] / "facts" / "distinct_errors.csv"
_HOLE = re.compile(r"\{([a-z][a-z_ ]*)\}")
_NO_WORDING = {"", "Any"}
"""Rows that describe in prose what may come."""

Row = dict[str, str]


def facts_index() -> Index:
    """One entry a wording, with all types and statuses of its rows; words in English only, as there."""
    groups: dict[str, list[Row]] = {}
    with FACTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["description_template"] not in _NO_WORDING:
                groups.setdefault(_HOLE.sub("{}", row["description_template"]), []).append(row)
    return Index(
        language="en",
        errors=[_entry(number, rows) for number, rows in enumerate(groups.values(), 1)],
        operations=[],
        placeholders={},
        vocabulary=build_vocabulary((), {status for rows in groups.values() for status in _statuses(rows)}),
    )


def _entry(number: int, rows: list[Row]) -> Entry:
    wire = _wire(rows[0]["description_template"].replace("\\n", "\n"))
    slug = re.sub("[^a-z0-9]+", "-", " ".join(wire["literals"]).lower()).strip("-")[:50]
    error_id = f"{slug or 'error'}-{number}"
    return Entry(
        id=error_id,
        address=f"errors/{error_id}/",
        title=rows[0]["cause_keyword"] or slug,
        statuses=list(dict.fromkeys(_statuses(rows))),
        types=_distinct(row["error"] for row in rows),
        exceptions=[],
        module=rows[0]["modules"].split("|")[0],
        retry="never",
        who="developer",
        state="current",
        templates=[wire],
        words=Words(
            title=fold_words(rows[0]["cause_keyword"]),
            wire=fold_words("".join(wire["literals"])),
            cause="",
            fix="",
        ),
        operations=[],
    )


def _wire(template: str) -> Wire:
    pieces = _HOLE.split(template)
    return Wire(literals=pieces[::2], names=pieces[1::2])


def _statuses(rows: Iterable[Row]) -> Iterator[int]:
    """Some rows have none, or a class of them."""
    for row in rows:
        if row["status"].isdigit():
            yield int(row["status"])


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))
