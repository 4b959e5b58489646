"""A ledger knows what a service has created by what was asked and what was answered."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx2
import pytest

from errorbook.examples.created import Ledger
from errorbook.examples.parse import created_in, parse_cleanup
from errorbook.model import Deletion, Operation, Wording

BASE = "https://service/v1"
CLEANUP = """@org = library
@app = main

### given reader-enrol
DELETE {{base}}/{{org}}/{{app}}/readers/{{created.response.body.readers.name}}
Authorization: {{token}}

### given shelf-put-up
DELETE {{base}}/{{org}}/{{app}}/shelves/{{created.response.body.data.id}}
"""
PATHS = {"reader-enrol": "/{org}/{app}/readers", "shelf-put-up": "/{org}/{app}/readers/{reader}/shelves"}
READERS, SHELVES = "/v1/a/b/readers", "/v1/a/b/readers/ann/shelves"
NO_ANSWER: tuple[int, Any] = (0, None)


def make_ledger() -> Ledger:
    requests = parse_cleanup("cleanup.http", CLEANUP).requests
    return Ledger(
        [
            Deletion(
                Operation(q.title.en, "", "POST", PATHS[q.title.en], Wording("", ""), "", ""),
                q,
                created_in(q).path,
            )
            for q in requests
        ],
        BASE,
        "7x",
    )


def pass_by(
    ledger: Ledger, path: str, sent: object, answer: tuple[int, object], method: str = "POST"
) -> None:
    """Let a request and its answer pass by the ledger."""
    status, told = answer
    request = httpx2.Request(method, f"https://service{path}", json=sent)

    async def take_down() -> None:
        await ledger.expect(request)
        if status:
            await ledger.note(httpx2.Response(status, json=told, request=request))

    asyncio.run(take_down())


def names(ledger: Ledger) -> list[str]:
    values = {"base": BASE, "org": "a", "app": "b"}
    return [remnant.describe(values).removeprefix("DELETE ") for remnant in ledger.remnants()]


def reader(*readers: str) -> dict[str, object]:
    return {"readers": [{"name": name} for name in readers]}


def test_what_was_answered_is_deleted_the_newest_first() -> None:
    ledger = make_ledger()
    pass_by(ledger, READERS, [{"name": "x"}], (200, reader("ann7x", "bob7x")))
    pass_by(ledger, SHELVES, {"name": "poems"}, (201, {"data": {"id": 5}}))
    deletions = ["shelves/5", "readers/bob7x", "readers/ann7x"]
    assert names(ledger) == [f"{BASE}/a/b/{name}" for name in deletions]
    assert ledger.nameless() == []


@pytest.mark.parametrize(
    ("path", "method"),
    [
        (READERS, "GET"),
        (f"{READERS}/ann", "POST"),
        ("/a/b/readers", "POST"),
        ("/v1/x/a/b/readers", "POST"),
        ("/v1/a/b/c", "POST"),
    ],
)
def test_other_requests_create_nothing(path: str, method: str) -> None:
    ledger = make_ledger()
    pass_by(ledger, path, {"name": "ann7x"}, (200, reader("ann7x")), method)
    pass_by(ledger, path, {"name": "ann7x"}, NO_ANSWER, method)
    assert (names(ledger), ledger.nameless()) == ([], [])


@pytest.mark.parametrize("status", [302, 400, 404, 429])
def test_a_refused_request_creates_nothing(status: int) -> None:
    ledger = make_ledger()
    pass_by(ledger, READERS, {"name": "ann7x"}, (status, reader("ann7x")))
    assert (names(ledger), ledger.nameless()) == ([], [])


@pytest.mark.parametrize("answer", [NO_ANSWER, (500, {}), (504, {}), (200, {}), (200, "done"), (200, None)])
@pytest.mark.parametrize("sent", [{"name": "ann7x"}, [{"name": "ann7x"}]])
def test_without_a_telling_answer_the_request_names_what_it_may_have_created(
    answer: tuple[int, object], sent: object
) -> None:
    ledger = make_ledger()
    pass_by(ledger, READERS, sent, answer)
    assert names(ledger) == [f"{BASE}/a/b/readers/ann7x"]
    assert ledger.nameless() == []


@pytest.mark.parametrize(("path", "sent"), [(READERS, {"name": "ann"}), (SHELVES, {"name": "poems7x"})])
@pytest.mark.parametrize(("answer", "known"), [(NO_ANSWER, False), ((200, {}), False), ((500, {}), True)])
def test_names_of_others_are_not_guessed(
    path: str, sent: object, answer: tuple[int, object], *, known: bool
) -> None:
    ledger = make_ledger()
    pass_by(ledger, path, sent, answer)
    assert names(ledger) == []
    silent = [] if known else [f"POST https://service{path}: created something nameless"]
    assert ledger.nameless() == silent


def test_an_answer_that_lists_nothing_says_that_nothing_was_created() -> None:
    ledger = make_ledger()
    pass_by(ledger, READERS, {"name": "ann7x"}, (200, reader()))
    assert (names(ledger), ledger.nameless()) == ([], [])


def test_what_is_told_twice_is_deleted_once() -> None:
    ledger = make_ledger()
    for answer in (NO_ANSWER, (200, reader("ann7x"))):
        pass_by(ledger, READERS, {"name": "ann7x"}, answer)
    assert names(ledger) == [f"{BASE}/a/b/readers/ann7x"]


def test_odd_names_stand_encoded_in_addresses() -> None:
    ledger = make_ledger()
    pass_by(ledger, READERS, {}, (200, reader("a/b?c 诗")))
    assert names(ledger) == [f"{BASE}/a/b/readers/a%2Fb%3Fc%20%E8%AF%97"]
