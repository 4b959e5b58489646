"""Errors that many operations share, asked of each that documents them, with its own minimal body."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from httpx2 import Response
from service import Service

FACTS = Path(__file__).parents[1] / "facts"
SEGMENT = re.compile(r"\{([^{}]*)\}")
# Nobody needs a token to register where that is open, nor to get a token.
PUBLIC = {"/{org_name}/{app_name}/users", "/{org_name}/{app_name}/token"}
# What stands for a name in a path: ann exists where a user is wanted to, a group 1 never does.
NOBODY = "nobody"


def read(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


BODIES = {
    (row["method"], row["path"], row["api"]): row["minimal_request_body"] for row in read("apis_facts.csv")
}


def documented(*texts: str) -> list[dict[str, str]]:
    """The operations of today's pages that document one of these texts."""
    return [
        row
        for row in read("errors_facts.csv")
        if row["description"] in texts
        and row["doc_state"] == "current"
        and row["path"].startswith("/{org_name}/{app_name}/")
        and "..." not in row["path"]
    ]


def named(row: dict[str, str]) -> str:
    return f"{row['method']} {row['path'].removeprefix('/{org_name}/{app_name}')} {row['api']}"


def ask(service: Service, row: dict[str, str], user: str, token: str | None = None) -> Response:
    """The operation's minimal request, about a user and about group 1."""
    path = row["path"].removeprefix("/{org_name}/{app_name}").partition("?")[0].partition("(,")[0]
    path = SEGMENT.sub(
        lambda found: user if "id" not in found[1].lower() or "user" in found[1].lower() else "1", path
    )
    body = BODIES.get((row["method"], row["path"], row["api"]), "")
    files = {"file": b"x"} if body.startswith("multipart") else None
    sent = parse(body)
    return service.send(row["method"], path, sent, token=token, **({"files": files} if files else {}))


def parse(body: str) -> object:
    """The body as JSON, or as the form that it is."""
    try:
        return json.loads(body) if body else None
    except ValueError:
        return None


@pytest.mark.parametrize(
    "row",
    [row for row in documented("Unable to authenticate (OAuth)") if not PUBLIC & {row["api"], row["path"]}],
    ids=named,
)
def test_without_a_token_every_operation_is_refused(today: Service, row: dict[str, str]) -> None:
    answer = ask(today, row, NOBODY, token="")
    assert (answer.status_code, answer.json()["error_description"]) == (401, "Unable to authenticate (OAuth)")


@pytest.mark.parametrize(
    "row",
    [
        row
        for row in documented("grpID XX does not exist!", "do not find this group:XX")
        if "id}" in row["path"]
    ],
    ids=named,
)
def test_a_group_that_does_not_exist_is_missed_by_every_operation_on_it(
    today: Service, row: dict[str, str]
) -> None:
    today.register("ann", "user1", "user2", "testuser")
    answer = ask(today, row, "ann")
    texts = {"grpID 1 does not exist!", "do not find this group:1"}
    assert answer.status_code == 404
    assert answer.json()["error_description"] in texts


@pytest.mark.parametrize("row", documented("Service resource not found"), ids=named)
def test_a_user_who_does_not_exist_is_missed(today: Service, row: dict[str, str]) -> None:
    answer = ask(today, row, NOBODY)
    assert (answer.status_code, answer.json()["error_description"]) == (404, "Service resource not found")


@pytest.mark.parametrize(
    "row",
    documented("Could not find application for XXX/XXX from URI: XXX/XXX/users"),
    ids=named,
)
def test_an_app_that_does_not_exist_is_missed(today: Service, row: dict[str, str]) -> None:
    today.app = NOBODY
    answer = ask(today, row, "ann")
    assert answer.status_code == 404
    assert answer.json()["error"] == "organization_application_not_found"


@pytest.mark.parametrize("row", read("apis_facts.csv"), ids=named)
def test_every_documented_operation_is_offered(today: Service, row: dict[str, str]) -> None:
    today.register("ann")
    answer = ask(today, row, "ann")
    if row["path"].startswith("/{org_name}/{app_name}/users?"):  # without its limit it means everybody
        answer = today.send(row["method"], "/users?limit=1")
    refusals = ("web_application", "unsupported_service_operation")
    assert not any(f'"error":"{refusal}"' in answer.text for refusal in refusals)
