"""A client written for the service sets itself up and meets its errors, in both generations alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient

CONSOLE = {"grant_type": "password", "username": "admin", "password": "sandbox-admin"}


class ServiceError(Exception):
    """A refusal: the status, and what the body says."""

    def __init__(self, status: int, error: str, description: str) -> None:
        super().__init__(f"{status} {error}: {description}")
        self.status = status
        self.error = error
        self.description = description


class Client:
    """What a library for servers does: it logs in, makes an app, and works in it with the app's token."""

    def __init__(self, http: TestClient, org: str) -> None:
        self._http = http
        self._org = org
        self._path = ""
        self._token = ""

    def open_app(self, name: str) -> None:
        """Log in at the console, make an app, and get its token for its credentials."""
        self._token = self._call("POST", "/management/token", CONSOLE)["access_token"]
        applications = f"/management/organizations/{self._org}/applications"
        created = self._call(
            "POST",
            applications,
            {"name": name, "productName": name, "appDesc": "", "allow_open_registration": False},
        )
        assert name in [entity["name"] for entity in created["entities"]]
        self._path = f"/{self._org}/{name}"
        credentials = self._call("GET", f"{self._path}/credentials")["credentials"]
        granted = self._call(
            "POST", f"{self._path}/token", {"grant_type": "client_credentials", **credentials}
        )
        assert granted["application"] == created["entities"][0]["uuid"]
        self._token = granted["access_token"]

    def acting_as(self, token: str) -> Client:
        """The same app with another token."""
        client = Client(self._http, self._org)
        client._path, client._token = self._path, token  # its own kind
        return client

    def register(self, username: str, password: str) -> str:
        """The uuid of a new user."""
        body = {"username": username, "password": password}
        return str(self._app("POST", "/users", body)["entities"][0]["uuid"])

    def log_in(self, username: str, password: str) -> str:
        """A token of a user."""
        body = {"grant_type": "password", "username": username, "password": password}
        return str(self._app("POST", "/token", body)["access_token"])

    def read_user(self, username: str) -> Mapping[str, Any]:
        user: Mapping[str, Any] = self._app("GET", f"/users/{username}")["entities"][0]
        return user

    def usernames(self) -> list[str]:
        return [entity["username"] for entity in self._app("GET", "/users?limit=10")["entities"]]

    def create_group(self, owner: str, *members: str) -> str:
        body = {"groupname": "g", "desc": "d", "public": True, "owner": owner, "members": members}
        return str(self._app("POST", "/chatgroups", body)["data"]["groupid"])

    def read_group(self, group_id: str) -> Mapping[str, Any]:
        group: Mapping[str, Any] = self._app("GET", f"/chatgroups/{group_id}")["data"][0]
        return group

    def delete_group(self, group_id: str) -> None:
        self._app("DELETE", f"/chatgroups/{group_id}")

    def create_room(self, owner: str, *members: str) -> str:
        body = {"name": "r", "description": "d", "maxusers": 300, "owner": owner, "members": members}
        return str(self._app("POST", "/chatrooms", body)["data"]["id"])

    def send_text(self, sender: str, target: str, text: str) -> None:
        body = {"from": sender, "to": [target], "type": "txt", "body": {"msg": text}}
        assert target in self._app("POST", "/messages/users", body)["data"]

    def _app(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        return self._call(method, self._path + path, body)

    def _call(self, method: str, path: str, body: Mapping[str, Any] | None = None) -> Any:
        headers = {"Accept": "application/json"}
        if self._token:
            headers["Authorization"] = f"Bearer {self._token}"
        answer: Response = self._http.request(method, path, headers=headers, json=body)
        if answer.status_code != 200:
            told = answer.json()
            raise ServiceError(answer.status_code, told["error"], told["error_description"])
        return answer.json()


@pytest.fixture(params=["easemob-demo", "usergrid-demo"])
def app(client: TestClient, request: pytest.FixtureRequest) -> Client:
    """An app of its own, made from the outside, with two users."""
    library = Client(client, request.param)
    library.open_app("shop")
    library.register("ann", "secret-a")
    library.register("bob", "secret-b")
    return library


def test_users_are_registered_where_registration_is_closed(app: Client) -> None:
    assert app.usernames() == ["ann", "bob"]
    assert app.read_user("ann")["activated"] is True


def test_a_user_gets_a_token_and_reads_itself(app: Client) -> None:
    own = app.acting_as(app.log_in("ann", "secret-a"))
    assert own.read_user("ann")["uuid"] == app.read_user("ann")["uuid"]


def test_groups_and_rooms_are_made(app: Client) -> None:
    group = app.read_group(app.create_group("ann", "bob"))
    assert (group["owner"], group["affiliations_count"]) == ("ann", 2)
    assert app.create_room("bob", "ann").isdigit()


def test_a_message_is_sent(app: Client) -> None:
    app.send_text("ann", "bob", "hi")


def test_a_taken_name_is_refused(app: Client) -> None:
    with pytest.raises(ServiceError, match=r"value of ann exists") as caught:
        app.register("ann", "other")
    assert (caught.value.status, caught.value.error) == (400, "duplicate_unique_property_exists")


def test_a_wrong_password_is_refused(app: Client) -> None:
    with pytest.raises(ServiceError, match="password") as caught:
        app.log_in("ann", "secret-b")
    assert (caught.value.status, caught.value.error) == (400, "invalid_grant")


def test_an_unknown_user_is_missed(app: Client) -> None:
    with pytest.raises(ServiceError, match="Service resource not found") as caught:
        app.read_user("nobody")
    assert (caught.value.status, caught.value.error) == (404, "service_resource_not_found")


def test_the_token_of_a_user_does_not_open_another(app: Client) -> None:
    own = app.acting_as(app.log_in("ann", "secret-a"))
    with pytest.raises(ServiceError) as caught:
        own.read_user("bob")
    assert (caught.value.status, caught.value.error) == (401, "unauthorized")


def test_a_token_of_nobody_is_corrupt(app: Client) -> None:
    with pytest.raises(ServiceError, match="corrupt access token") as caught:
        app.acting_as("YWMtwrong").read_user("ann")
    assert (caught.value.status, caught.value.error) == (401, "auth_bad_access_token")


def test_without_a_token_registration_stays_closed(app: Client) -> None:
    with pytest.raises(ServiceError, match=r"(?i)registration") as caught:
        app.acting_as("").register("cid", "secret-c")
    assert (caught.value.status, caught.value.error) == (401, "unauthorized")


def test_a_deleted_group_is_missed(app: Client) -> None:
    group_id = app.create_group("ann")
    app.delete_group(group_id)
    with pytest.raises(ServiceError, match=group_id) as caught:
        app.read_group(group_id)
    assert caught.value.status == 404


def test_an_owner_must_exist(app: Client) -> None:
    with pytest.raises(ServiceError, match="username nobody doesn't exist!") as caught:
        app.create_group("nobody")
    assert (caught.value.status, caught.value.error) == (404, "resource_not_found")
