"""A sandbox that is served answers the examples as one in the process does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from starlette.types import ASGIApp

import sandbox
from errorbook.catalog import read
from errorbook.examples.parse import parse_login
from errorbook.examples.targets import ServedSandbox
from errorbook.reproduce import reproduce

CREDENTIALS = {"client_id": "sandbox-id", "client_secret": "sandbox-secret"}
DATA = Path(__file__).parents[2] / "data"


@pytest.fixture
def base(serve: Callable[[ASGIApp], Iterator[str]]) -> Iterator[str]:
    yield from serve(sandbox.create_app())


def test_a_served_sandbox_answers_as_the_one_in_process(base: str) -> None:
    catalog = read(DATA)
    login = parse_login("login.http", (DATA / "login.http").read_text("utf-8"))
    target = ServedSandbox(base=base, login=login, **CREDENTIALS)
    report = reproduce(catalog, target)
    assert report.agrees
    assert len(report.rows) == len(list(catalog.runs()))
