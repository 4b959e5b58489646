"""A sandbox whose clock stands still, and clients of its apps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

from sandbox import create_app

NOW = 1_500_000_000.0
CREDENTIALS = {"client_id": "sandbox-id", "client_secret": "sandbox-secret"}
CONSOLE = {"grant_type": "password", "username": "admin", "password": "sandbox-admin"}
TODAY, CLASSIC = "easemob-demo", "usergrid-demo"


class Service:
    """An app of the sandbox. Requests carry the app's token, unless `token` names another or is empty."""

    def __init__(self, client: TestClient, org: str, app: str = "open") -> None:
        self.client = client
        self.org = org
        self.app = app
        self.own_token = self.issue()

    def send(
        self, method: str, path: str, body: Any = None, *, token: str | None = None, **more: Any
    ) -> Response:
        """A request below the app's address; a body that is no text or bytes is sent as JSON."""
        raw = (
            {"content": body} if isinstance(body, str | bytes) else {"json": body} if body is not None else {}
        )
        shown = self.own_token if token is None else token
        headers = {**({"Authorization": f"Bearer {shown}"} if shown else {}), **more.pop("headers", {})}
        return self.client.request(method, f"/{self.org}/{self.app}{path}", headers=headers, **raw, **more)

    def issue(self, **more: Any) -> str:
        """A token of the app."""
        return self._issue({"grant_type": "client_credentials", **CREDENTIALS, **more})

    def log_in(self, username: str) -> str:
        """A token of a user."""
        return self._issue({"grant_type": "password", "username": username, "password": "secret"})

    def console(self) -> str:
        """A token of the console."""
        return str(self.client.post("/management/token", json=CONSOLE).json()["access_token"])

    def register(self, *usernames: str) -> None:
        for username in usernames:
            body = {"username": username, "password": "secret"}
            assert self.send("POST", "/users", body).status_code == 200

    def create_group(self, owner: str, *members: str, **more: Any) -> str:
        """The id of a new group; its people are registered first."""
        self.register(owner, *members)
        body = {"groupname": "g", "public": True, "owner": owner, "members": members, **more}
        return str(self.send("POST", "/chatgroups", body).json()["data"]["groupid"])

    def create_room(self, owner: str, *members: str) -> str:
        """The id of a new chat room; its people are registered first."""
        self.register(owner, *members)
        body = {"name": "r", "owner": owner, "members": members}
        return str(self.send("POST", "/chatrooms", body).json()["data"]["id"])

    def beside(self, app: str) -> Service:
        """Another app of the same organization."""
        return Service(self.client, self.org, app)

    def _issue(self, body: Mapping[str, Any]) -> str:
        return str(self.client.post(f"/{self.org}/{self.app}/token", json=body).json()["access_token"])


@pytest.fixture
def client() -> TestClient:
    return TestClient(create_app(clock=lambda: NOW, seed=1))


@pytest.fixture
def today(client: TestClient) -> Service:
    """An app of today's generation."""
    return Service(client, TODAY)


@pytest.fixture
def classic(client: TestClient) -> Service:
    """An app of the generation of the seed."""
    return Service(client, CLASSIC)


@pytest.fixture(params=[TODAY, CLASSIC])
def service(client: TestClient, request: pytest.FixtureRequest) -> Service:
    """An app of each generation in turn."""
    return Service(client, request.param)


@pytest.fixture
def advance(client: TestClient) -> Callable[[float], None]:
    """Puts the sandbox's clock forward by seconds."""

    def advance(seconds: float) -> None:
        assert client.post("/_sandbox/clock", json={"advance": seconds}).status_code == 200

    return advance
