"""Every documented error, provoked or given up with a reason; the facts hold the list.

What the rows provoke is what the sandbox can say: no more and no less than its wordings have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from documented import DISTINCT, Row, as_pattern, fits, is_worded, read_facts, written
from documented_rows import ROWS, UNGIVEN

from sandbox.dialects.rest1 import REST1
from sandbox.dialects.rest2 import REST2

# Jackson's complaints are whole sentences, which no wording of a dialect holds.
WORDED_BY_THE_PARSER = {("400", "json_parse", "", "Unexpected character {parser detail}")}
# The envelope of a message counts too, so its text is not the only thing that may shrink.
INEXACT = {"message is too large"}
MANY, LENGTHY = 5, 30
LISTED = {row.key for row in ROWS}


@cache
def answer_to(row: Row) -> tuple[int, Mapping[str, Any]]:
    answer = row.provoke()
    return answer.status_code, answer.json()


def name_of(row: Row) -> str:
    return " ".join(part for part in (row.status, row.error, row.code, row.template[:60]) if part)


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_a_documented_error_is_given(row: Row) -> None:
    status, body = answer_to(row)
    assert fits(row.key, status, body), (status, body)


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_a_row_stands_in_the_facts(row: Row) -> None:
    assert row.key in DISTINCT
    texts = {*DISTINCT[row.key]["verbatim_variants"].split(" || "), row.template}
    documented = [
        fact
        for fact in read_facts("errors_facts.csv")
        if (fact["api"], fact["status"], fact["error"]) == (row.api, row.status, row.error)
    ]
    patterns = [as_pattern(row.template), *map(as_pattern, texts)]
    assert any(pattern.fullmatch(written(fact["description"])) for fact in documented for pattern in patterns)


def smaller(value: Any) -> Any:
    """A body that has one thing less of what it has many of."""
    if isinstance(value, dict):
        items = list(value.items())[: -1 if len(value) > MANY else None]
        return {name: smaller(item) for name, item in items}
    if isinstance(value, list):
        return [smaller(item) for item in value[: -1 if len(value) > MANY else None]]
    if isinstance(value, str):
        return value[: -1 if len(value) > LENGTHY else None]
    return value - 1 if isinstance(value, int) and value > LENGTHY else value


def with_fewer(request: str) -> str:
    """A path that lists one name less, or asks for one item less."""
    shorter = re.sub(r"((?:u\d+,){5,})u\d+", lambda found: found[1].rstrip(","), request)
    return re.sub(r"limit=(\d+)", lambda found: f"limit={int(found[1]) - 1}", shorter)


SIZED = [
    replace(row, request=with_fewer(row.request), body=smaller(row.body))
    for row in ROWS
    if row.template not in INEXACT and (with_fewer(row.request), smaller(row.body)) != (row.request, row.body)
]


@pytest.mark.parametrize("row", SIZED, ids=name_of)
def test_what_is_just_small_enough_is_not_refused_for_its_size(row: Row) -> None:
    assert not fits(row.key, *answer_to(row))


def test_every_limit_of_a_size_is_looked_at_from_both_sides() -> None:
    assert len(SIZED) > 45


def test_no_row_stands_twice() -> None:
    assert len(LISTED) == len(ROWS)


def test_what_the_rows_provoke_is_what_they_list() -> None:
    answers = [answer_to(row) for row in ROWS]
    provoked = {key for key in DISTINCT if any(fits(key, status, body) for status, body in answers)}
    assert provoked == LISTED


def test_what_the_sandbox_can_say_is_what_is_listed(record_property: Callable[[str, object], None]) -> None:
    wordings = [*REST1.wordings.values(), *REST2.wordings.values()]
    worded = {key for key in DISTINCT if any(is_worded(key, wording) for wording in wordings)}
    record_property("documented errors given", len(LISTED))
    print(f"\nThe sandbox gives {len(LISTED)} of {len(DISTINCT)} documented errors.")  # noqa: T201  # the count
    assert worded | WORDED_BY_THE_PARSER == LISTED


def test_every_documented_error_is_provoked_or_given_up() -> None:
    assert LISTED | UNGIVEN.keys() == set(DISTINCT)
    assert not LISTED & UNGIVEN.keys()
