"""Tokens: who gets one, how long it lives, and what becomes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from httpx2 import Response
from service import Service
from starlette.testclient import TestClient

from sandbox import create_app

CLIENT = {"grant_type": "client_credentials", "client_id": "sandbox-id", "client_secret": "sandbox-secret"}
LOGIN = {"grant_type": "password", "username": "ann", "password": "secret"}
REFUSED = (400, {"error": "invalid_grant", "error_description": "invalid username or password"})


def shown(answer: Response) -> tuple[int, Any]:
    return answer.status_code, answer.json()


def refusal(service: Service, token: str) -> tuple[int, str, str]:
    answer = service.send("GET", "/users", token=token)
    return answer.status_code, answer.json()["error"], answer.json()["error_description"]


# Getting one.


@pytest.mark.parametrize(
    "body",
    [
        {**CLIENT, "client_id": "x"},
        {**CLIENT, "client_id": ""},
        {**CLIENT, "client_secret": "x"},
        {**CLIENT, "client_secret": ""},
        {**LOGIN, "password": "x"},
        {**LOGIN, "username": "nobody"},
        {**LOGIN, "grant_type": "magic"},
        {**LOGIN, "grant_type": "inherit"},
        {},
    ],
)
def test_the_classic_service_does_not_say_what_was_wrong(classic: Service, body: dict[str, str]) -> None:
    classic.register("ann")
    assert shown(classic.send("POST", "/token", body, token="")) == REFUSED


@pytest.mark.parametrize(
    ("body", "status", "error", "text"),
    [
        ({**CLIENT, "client_id": "x"}, 400, "invalid_grant", "client_id does not match"),
        ({**CLIENT, "client_secret": "x"}, 400, "invalid_grant", "client_secret does not match"),
        (
            {**CLIENT, "client_id": "x", "client_secret": "x"},
            400,
            "invalid_grant",
            "client_id does not match",
        ),
        ({**LOGIN, "password": "x"}, 400, "invalid_grant", "invalid password"),
        ({**LOGIN, "grant_type": "magic"}, 400, "invalid_grant", "invalid username or password"),
        ({**LOGIN, "username": "nobody"}, 404, "invalid_grant", "user not found"),
    ],
)
def test_todays_service_says_what_was_wrong(
    today: Service, body: dict[str, str], status: int, error: str, text: str
) -> None:
    today.register("ann")
    answer = today.send("POST", "/token", body, token="")
    assert shown(answer) == (status, {"error": error, "error_description": text})


@pytest.mark.parametrize(
    ("missing", "text"),
    [("client_id", "client_id must be provided."), ("client_secret", "client_secret must be provided")],
)
def test_todays_service_names_a_missing_credential_in_its_own_body(
    today: Service, missing: str, text: str
) -> None:
    body = today.send("POST", "/token", {**CLIENT, missing: ""}, token="").json()
    assert (body["error"], body["error_description"]) == ("illegal_argument", text)
    assert body["exception"] == "IllegalArgumentException"


def test_a_token_says_how_long_it_lives_and_whom_it_stands_for(service: Service) -> None:
    service.register("ann")
    of_app = service.send("POST", "/token", CLIENT, token="").json()
    assert list(of_app) == ["access_token", "expires_in", "application"]
    assert of_app["expires_in"] == 60 * 24 * 3600
    of_user = service.send("POST", "/token", {**LOGIN, "ttl": 5}, token="").json()
    assert of_user["expires_in"] == 5
    assert of_user["user"]["username"] == "ann"


def test_a_form_and_a_query_are_taken_as_well(service: Service) -> None:
    form = service.client.post(f"/{service.org}/open/token", data=CLIENT)
    assert form.status_code == 200
    query = service.client.get(f"/{service.org}/open/token", params=CLIENT)
    assert query.status_code == 200


def test_today_the_app_gets_tokens_for_its_users(today: Service) -> None:
    inherit = {"grant_type": "inherit", "username": "ann"}
    assert today.send("POST", "/token", inherit).status_code == 404
    created = today.send("POST", "/token", {**inherit, "autoCreateUser": True}).json()
    assert created["user"]["username"] == "ann"
    token = today.send("POST", "/token", inherit).json()["access_token"]
    assert today.send("GET", "/users/ann", token=token).status_code == 200


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ({}, "User null not found"),
        ({"username": "nobody"}, "user not found"),
        ({"username": "a b", "autoCreateUser": True}, "username [a b] is not legal"),
    ],
)
def test_today_the_app_is_told_why_there_is_no_token(today: Service, body: dict[str, Any], text: str) -> None:
    answer = today.send("POST", "/token", {"grant_type": "inherit", **body})
    assert answer.json()["error_description"] == text


def test_today_only_the_app_gets_tokens_for_users(today: Service) -> None:
    today.register("ann")
    inherit = {"grant_type": "inherit", "username": "ann"}
    guest = today.send("POST", "/token", inherit, token="")
    assert guest.json()["error_description"] == "Unable to authenticate (OAuth)"
    user = today.send("POST", "/token", inherit, token=today.log_in("ann"))
    assert user.json()["error"] == "auth_bad_access_token"


@pytest.mark.parametrize("password", ["", "None", None])
def test_a_user_without_a_password_cannot_log_in(today: Service, password: str | None) -> None:
    today.send("POST", "/token", {"grant_type": "inherit", "username": "ann", "autoCreateUser": True})
    assert today.send("POST", "/token", {**LOGIN, "password": password}).status_code == 400


def test_the_console_opens_to_its_own_password_only(client: TestClient) -> None:
    admin = {"grant_type": "password", "username": "admin", "password": "sandbox-admin"}
    body = client.post("/management/token", json=admin).json()
    assert body["user"]["organizations"]["easemob-demo"]["name"] == "easemob-demo"
    for wrong in ({"password": "x"}, {"username": "x"}, {"grant_type": "x"}):
        assert shown(client.post("/management/token", json={**admin, **wrong})) == REFUSED


# Its life.


def test_a_token_lives_up_to_its_last_second(service: Service, advance: Callable[[float], None]) -> None:
    token = service.issue(ttl=2)
    advance(1.999)
    assert service.send("GET", "/users", token=token).status_code == 200
    advance(0.001)
    assert refusal(service, token)[2] == "Unable to authenticate due to expired access token"
    assert service.send("GET", "/users").status_code == 200


def test_a_token_without_an_end_outlives_all(service: Service, advance: Callable[[float], None]) -> None:
    token = service.issue(ttl=0)
    advance(99 * 365 * 24 * 3600)
    assert service.send("GET", "/users", token=token).status_code == 200
    assert refusal(service, service.own_token)[0] == 401


@pytest.mark.parametrize("ttl", [-1, "soon", None, [], 10**30])
def test_a_life_span_that_is_none_is_the_usual_one(service: Service, ttl: object) -> None:
    answer = service.send("POST", "/token", {**CLIENT, "ttl": ttl})
    assert answer.json()["expires_in"] == 60 * 24 * 3600


def test_the_longest_life_is_a_century(service: Service) -> None:
    answer = service.send("POST", "/token", {**CLIENT, "ttl": 10**17})
    assert answer.json()["expires_in"] == 100 * 365 * 24 * 3600


def test_expiry_goes_before_the_store(client: TestClient, service: Service) -> None:
    token = service.issue(ttl=1)
    client.post("/_sandbox/reset")
    assert refusal(service, token)[2] == "Unable to authenticate"
    client.post("/_sandbox/clock", json={"advance": 1})
    assert refusal(service, token)[2] == "Unable to authenticate due to expired access token"


def test_the_generations_type_bad_tokens_differently(
    today: Service, classic: Service, advance: Callable[[float], None]
) -> None:
    types = {}
    for service in (today, classic):
        expired, unknown = service.issue(ttl=1), foreign_token()
        advance(1)
        types[service.org] = [refusal(service, token)[1] for token in ("bad", unknown, expired)]
    assert types == {
        "easemob-demo": ["auth_bad_access_token", "auth_bad_access_token", "unauthorized"],
        "usergrid-demo": ["auth_bad_access_token", "auth_invalid", "expired_token"],
    }


def foreign_token() -> str:
    """A token of another sandbox."""
    return str(TestClient(create_app()).post("/easemob-demo/open/token", json=CLIENT).json()["access_token"])


@pytest.mark.parametrize("position", range(0, 63, 3))
def test_a_token_changed_anywhere_is_corrupt(service: Service, position: int) -> None:
    token = service.own_token
    other = "A" if token[position] != "A" else "B"
    changed = token[:position] + other + token[position + 1 :]
    corrupt = "Unable to authenticate due to corrupt access token"
    unrecognized = "Unable to authenticate OAuth credentials"
    assert refusal(service, changed)[2] in ({corrupt, unrecognized} if position < 4 else {corrupt})


@pytest.mark.parametrize(
    "change", [lambda token: token + "A", lambda token: token[:-1], lambda token: token + "="]
)
def test_a_token_longer_or_shorter_is_corrupt(service: Service, change: Callable[[str], str]) -> None:
    assert refusal(service, change(service.own_token))[1] == "auth_bad_access_token"


def test_long_text_of_another_kind_is_foreign_to_the_classic_service(
    today: Service, classic: Service
) -> None:
    long, short = "x" * 32, "x" * 31
    assert refusal(classic, long)[1:] == ("auth_unverified_oath", "Unable to authenticate OAuth credentials")
    assert refusal(classic, short)[1] == "auth_bad_access_token"
    assert refusal(today, long)[1] == "auth_bad_access_token"


def test_a_token_dies_with_its_user_even_if_the_name_comes_back(service: Service) -> None:
    service.register("ann")
    token = service.log_in("ann")
    for _ in range(2):
        service.send("DELETE", "/users/ann")
        assert refusal(service, token)[2] == "Unable to authenticate due to corrupt access token"
        service.register("ann")


def test_tokens_look_like_usergrids(service: Service) -> None:
    assert service.own_token.startswith("YWMt")
    assert service.own_token.replace("-", "").replace("_", "").isalnum()
