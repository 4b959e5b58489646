"""A client of one app of a sandbox, for tests."""

from collections.abc import Mapping
from typing import Any

from httpx2 import Response
from starlette.testclient import TestClient

_CREDENTIALS = {"client_id": "sandbox-id", "client_secret": "sandbox-secret"}
_CONSOLE = {"grant_type": "password", "username": "admin", "password": "sandbox-admin"}


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
        content = {"content" if isinstance(body, str | bytes) else "json": body} if body is not None else {}
        shown = self.own_token if token is None else token
        headers = {**({"Authorization": f"Bearer {shown}"} if shown else {}), **more.pop("headers", {})}
        return self.client.request(
            method, f"/{self.org}/{self.app}{path}", headers=headers, **content, **more
        )

    def issue(self, **more: Any) -> str:
        """A token of the app."""
        return self._issue({"grant_type": "client_credentials", **_CREDENTIALS, **more})

    def log_in(self, username: str) -> str:
        """A token of a user."""
        return self._issue({"grant_type": "password", "username": username, "password": "secret"})

    def console(self) -> str:
        """A token of the console."""
        return str(self.client.post("/management/token", json=_CONSOLE).json()["access_token"])

    def register(self, *usernames: str) -> None:
        """New users, whose password is "secret"."""
        for username in usernames:
            body = {"username": username, "password": "secret"}
            self.send("POST", "/users", body).raise_for_status()

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

    def beside(self, app: str) -> "Service":
        """Another app of the same organization."""
        return Service(self.client, self.org, app)

    def _issue(self, body: Mapping[str, Any]) -> str:
        return str(self.client.post(f"/{self.org}/{self.app}/token", json=body).json()["access_token"])
