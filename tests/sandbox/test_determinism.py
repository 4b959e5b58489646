"""With a clock that stands still and a seed, everything repeats; and no two sandboxes share anything."""

from __future__ import annotations

import re

import pytest
from starlette.testclient import TestClient

from sandbox import create_app

TOKEN = re.compile(r"YWMt[\w-]{59}")
CLIENT = {"grant_type": "client_credentials", "client_id": "sandbox-id", "client_secret": "sandbox-secret"}


def open_sandbox(seed: int | None = 1) -> TestClient:
    return TestClient(create_app(clock=lambda: 1_500_000_000.0, seed=seed))


def play(client: TestClient) -> list[str]:
    """The answers to a little of everything that is drawn by lot."""
    answers = []
    for org in ("easemob-demo", "usergrid-demo"):
        base = f"/{org}/open"
        login = client.post(f"{base}/token", json=CLIENT)
        headers = {"Authorization": f"Bearer {login.json()['access_token']}"}
        user = client.post(f"{base}/users", json={"username": "ann", "password": "p"})
        taken = client.post(f"{base}/users", json={"username": "ann", "password": "p"})
        malformed = client.post(f"{base}/users", content="{", headers=headers)
        body = {"groupname": "g", "public": True, "owner": "ann"}
        group = client.post(f"{base}/chatgroups", json=body, headers=headers)
        later = client.post("/_sandbox/clock", json={"advance": 1})
        users = client.get(f"{base}/users", headers=headers)
        answers += [answer.text for answer in (login, user, taken, malformed, group, later, users)]
    return answers


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert play(open_sandbox()) == play(open_sandbox())


def test_another_seed_and_none_give_others() -> None:
    transcripts = {tuple(play(open_sandbox(seed))) for seed in (1, 2, None, None)}
    assert len(transcripts) == 4


def test_a_reset_begins_anew_from_the_seed() -> None:
    client = open_sandbox()
    first = play(client)
    transcripts = []
    for _ in range(2):
        assert client.post("/_sandbox/reset").status_code == 200
        transcripts.append(play(client))
    assert transcripts[0] == transcripts[1]
    assert [TOKEN.sub("", text) for text in transcripts[0]] == [TOKEN.sub("", text) for text in first]


def test_a_token_of_before_the_reset_is_not_issued_again() -> None:
    client = open_sandbox()
    token = client.post("/easemob-demo/open/token", json=CLIENT).json()["access_token"]
    client.post("/_sandbox/reset")
    client.post("/easemob-demo/open/token", json=CLIENT)
    answer = client.get("/easemob-demo/open/users", headers={"Authorization": f"Bearer {token}"})
    assert answer.json()["error_description"] == "Unable to authenticate"


def test_a_reset_takes_made_organizations_and_the_clock_back() -> None:
    client = open_sandbox()
    client.post("/_sandbox/organizations", json={"name": "one", "generation": "REST1"})
    client.post("/_sandbox/clock", json={"advance": 1000})
    client.post("/_sandbox/reset")
    answer = client.post("/one/open/users", json={"username": "ann", "password": "p"})
    assert answer.status_code == 404
    assert answer.json()["timestamp"] == 1_500_000_000_000


def test_two_sandboxes_share_nothing() -> None:
    one, other = open_sandbox(), open_sandbox()
    one.post("/easemob-demo/open/users", json={"username": "ann", "password": "p"})
    one.post("/_sandbox/clock", json={"advance": 1000})
    answer = other.post("/easemob-demo/open/users", json={"username": "ann", "password": "p"})
    assert (answer.status_code, answer.json()["timestamp"]) == (200, 1_500_000_000_000)


@pytest.mark.parametrize("path", ["/_sandbox", "/_sandbox/x", "/_sandbox/reset/x"])
def test_there_are_three_controls(path: str) -> None:
    assert open_sandbox().post(path).status_code == 404


def test_controls_are_posted_to() -> None:
    assert open_sandbox().get("/_sandbox/reset").status_code == 405
