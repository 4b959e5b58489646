"""Whatever is sent, the answer is the service's: JSON with an `error`, never a traceback."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from httpx2 import Response
from hypothesis import given, settings
from hypothesis import strategies as st
from service import Service
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from sandbox import create_app

ORGS = ("easemob-demo", "usergrid-demo")
METHODS = ("GET", "POST", "PUT", "DELETE", "BREW")
PATHS = (
    "/token",
    "/users",
    "/users/ann",
    "/users/ann/password",
    "/users/ann/blocks/users",
    "/users/ann/contacts/users/ann",
    "/users/batch/status",
    "/chatgroups",
    "/chatgroups/1",
    "/chatgroups/1/users",
    "/chatgroups/,/users/,",
    "/chatrooms",
    "/messages",
    "/messages/msg_recall",
    "/%00%ff%2F..%2f",
    "",
)
BODIES = (
    b"",
    b" ",
    b"null",
    b"1",
    b'"text"',
    b"[]",
    b"[[]]",
    b"[null, 1, {}]",
    b"{}",
    b'{"username": {"a": [1]}, "password": [], "grant_type": {}, "ttl": 1e999}',
    b'{"username": "\\ud800", "password": "\\udfff", "groupname": "\\u0000", "owner": "\\ud800"}',
    b'{"usernames": [null, {}, [], 1], "members": "ann", "maxusers": -1, "public": null, "name": "{x}"}',
    b'{"username": 1' + b"0" * 5000 + b"}",
    b"[" * 3_000,
    b'{"a":' * 3_000,
    b"\xff\xfe{\x00}\x00",
    b"\xef\xbb\xbf{}",
    b"\xd6\xd0\xce\xc4",
    '{“username”: "张三"}'.encode(),
    b"a=b&c=%ff",
    b"\x00" * 1000,
)


def check(answer: Response) -> None:
    """An answer of the service, whether it grants or refuses."""
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["access-control-allow-origin"] == "*"
    body = answer.json()
    if answer.status_code != 200:
        assert {400, 401, 403, 404, 413, 415, 500} >= {answer.status_code}
        assert {"error", "error_description"} <= set(body)


@pytest.fixture(scope="module")
def hostile() -> Iterator[tuple[TestClient, dict[str, str]]]:
    """A client, and the header with a token for each organization."""
    grant = {"grant_type": "client_credentials", "client_id": "sandbox-id", "client_secret": "sandbox-secret"}
    with TestClient(create_app()) as client:
        tokens = {org: client.post(f"/{org}/open/token", json=grant).json()["access_token"] for org in ORGS}
        yield client, {org: f"Bearer {token}" for org, token in tokens.items()}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("method", METHODS)
def test_no_body_breaks_an_operation(
    hostile: tuple[TestClient, dict[str, str]], method: str, path: str
) -> None:
    client, tokens = hostile
    for org in ORGS:
        for body in BODIES:
            headers = {"Authorization": tokens[org], "Content-Type": "application/json"}
            check(client.request(method, f"/{org}/open{path}", content=body, headers=headers))


@pytest.mark.parametrize(
    "path", ["/", "/x", "/x/y/z", "/%0a", "/easemob-demo", "/easemob-demo/", "//", "/\u4e2d"]
)
@pytest.mark.parametrize("method", METHODS)
def test_no_address_is_answered_by_anyone_else(client: TestClient, method: str, path: str) -> None:
    check(client.request(method, f"http://testserver{path}"))


@pytest.mark.parametrize(
    "headers",
    [
        {"Authorization": b"Bearer \xff\xfe"},
        {"Authorization": "Bearer " + "YWMt" * 10_000},
        {"Authorization": "Bearer YWMt\u00e9".encode()},
        {"Authorization": "Bearer YWMt====", "Content-Type": "\x01;;=;"},
        {"Host": "[", "Content-Type": "application/json"},
    ],
)
def test_no_header_breaks_the_service(client: TestClient, headers: dict[str, str | bytes]) -> None:
    encoded = {name: value.encode() if isinstance(value, str) else value for name, value in headers.items()}
    raw = [(name.encode(), value) for name, value in encoded.items()]
    check(client.post("/usergrid-demo/open/users", content=b"x", headers=raw))


@pytest.mark.parametrize(
    "query", ["limit=x", "limit=-1", "limit=" + "9" * 5000, "cursor=%ff", "cursor=c3Rh", "ql=%00"]
)
def test_no_query_breaks_a_list(service: Service, query: str) -> None:
    check(service.send("GET", f"/users?{query}"))


def test_a_body_beyond_all_bounds_is_refused(service: Service) -> None:
    answer = service.send("POST", "/users", b"[" + b" " * (16 * 1024 * 1024))
    assert answer.status_code == 413
    assert answer.json() == {
        "error": "Request Entity Too Large",
        "error_description": "Request Entity Too Large",
    }


@settings(max_examples=150, deadline=None)
@given(
    org=st.sampled_from([*ORGS, "management", "nobody"]),
    method=st.sampled_from(METHODS),
    segments=st.lists(st.text(max_size=8), max_size=5),
    body=st.binary(max_size=60),
    token=st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=80),
)
def test_nothing_at_all_breaks_the_service(
    org: str, method: str, segments: list[str], body: bytes, token: str
) -> None:
    client = TestClient(create_app(clock=lambda: 0.0, seed=0))
    path = "/".join([org, "open", *(segment.encode("utf-8", "replace").hex("%") for segment in segments)])
    headers = {"Authorization": f"Bearer {token}"}
    check(client.request(method, f"http://testserver/{path}", content=body, headers=headers))


def test_any_page_may_call_the_service(client: TestClient) -> None:
    preflight = {
        "Origin": "https://docs.example",
        "Access-Control-Request-Method": "DELETE",
        "Access-Control-Request-Headers": "authorization,content-type",
    }
    answer = client.options("/easemob-demo/open/users", headers=preflight)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "DELETE" in answer.headers["access-control-allow-methods"]
    assert answer.headers["access-control-allow-headers"] == "authorization,content-type"


def test_head_is_get_without_its_body(service: Service) -> None:
    answer = service.send("HEAD", "/users")
    assert (answer.status_code, answer.content) == (200, b"")
    assert int(answer.headers["content-length"]) == len(service.send("GET", "/users").content)


def test_a_web_socket_is_closed(client: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/easemob-demo/open/users"):
        pass
