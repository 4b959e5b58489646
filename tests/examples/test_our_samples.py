"""The printed samples of our own examples, run by a reader against a served sandbox."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import httpx2
import pytest
from starlette.types import ASGIApp

import sandbox
from errorbook.catalog import read
from errorbook.examples.parse import parse_login
from errorbook.examples.samples import Tongue, answer_variables, render_sample
from errorbook.examples.targets import ServedSandbox
from errorbook.examples.variables import follow_path
from errorbook.examples.verdict import judge
from errorbook.model import Error, Example, Recording, Request
from errorbook.reproduce import reproduce

DATA = Path(__file__).parents[2] / "data"
CATALOG = read(DATA)
CASES = {
    f"{error.id} {case.case}".strip(): (error, case.example)
    for error in CATALOG.errors
    for case in error.cases
    if case.example and case.example_kind == "run"
}
TONGUES: list[Tongue] = ["curl", "python"]
CREDENTIALS = {"client_id": "sandbox-id", "client_secret": "sandbox-secret"}


@pytest.fixture(scope="module")
def base(serve: Callable[[ASGIApp], Iterator[str]]) -> Iterator[str]:
    yield from serve(sandbox.create_app())


def environment(base: str, example: Example) -> dict[str, str]:
    """What a reader would export before the first request."""
    values = {variable.name: variable.value for variable in example.variables}
    where = f"{base}/{values['org']}/{values['app']}/token"
    tokens = []
    for _ in range(2):
        httpx2.post(f"{base}/_sandbox/reset").raise_for_status()
        answer = httpx2.post(where, json={"grant_type": "client_credentials", **CREDENTIALS})
        tokens.append(answer.json()["access_token"])
    found = {"BASE": base, "ORG": values["org"], "APP": values["app"], "LC_ALL": "C.UTF-8"}
    secrets = {name.upper(): value for name, value in CREDENTIALS.items()}
    return {**found, **secrets, "FOREIGN_TOKEN": tokens[0], "TOKEN": tokens[1], "PATH": os.environ["PATH"]}


def run_sample(tongue: Tongue, text: str, environment: Mapping[str, str]) -> Recording:
    command = {"curl": ["sh", "-c"], "python": [sys.executable, "-c"]}[tongue]
    done = subprocess.run([*command, text], env=environment, capture_output=True, text=True, check=True)
    head, _, body = done.stdout.partition("\n\n" if tongue == "curl" else "\n")
    return Recording(int(head.split()[1 if tongue == "curl" else 0]), body.removesuffix("\n"))


def remember(example: Example, request: Request, answer: Recording) -> dict[str, str]:
    return {a.variable: follow_path(answer.body, a.path) for a in answer_variables(example, request)}


@pytest.mark.parametrize("tongue", TONGUES)
@pytest.mark.parametrize(("error", "example"), CASES.values(), ids=CASES)
def test_sample_is_answered_as_documented(base: str, tongue: Tongue, error: Error, example: Example) -> None:
    known = environment(base, example)
    for request in example.requests:
        answer = run_sample(tongue, render_sample(tongue, example, request), known)
        verdict = judge(error, request, answer)
        assert verdict.agrees, (request.role, verdict)
        known |= remember(example, request, answer)


def test_a_served_sandbox_answers_as_the_one_in_process(base: str) -> None:
    login = parse_login("login.http", (DATA / "login.http").read_text("utf-8"))
    report = reproduce(CATALOG, ServedSandbox(base=base, login=login, **CREDENTIALS))
    assert report.agrees
    assert len(report.rows) == len(CASES)
