"""When a request has several mistakes, the service names them in its order."""

from __future__ import annotations

import pytest
from httpx2 import Response
from service import Service

BAD = "bad"
MALFORMED = '{"username"="ann"}'
OAUTH = "Unable to authenticate (OAuth)"


def description(answer: Response) -> str:
    return str(answer.json()["error_description"])


# REST1: token, app, operation, media type, guard, body; then the service, 404 before 401 for a named user.


def test_a_bad_token_goes_before_a_missing_app(service: Service) -> None:
    service.app = "no-such-app"
    answer = service.send("GET", "/users", token=BAD)
    assert description(answer) == "Unable to authenticate due to corrupt access token"


@pytest.mark.parametrize("path", ["/users", "/users/ann", "/what", "/chatgroups/1"])
def test_a_missing_app_goes_before_body_operation_and_permission(classic: Service, path: str) -> None:
    classic.app = "no-such-app"
    answer = classic.send("POST", path, MALFORMED, token="")
    assert answer.json()["error"] == "organization_application_not_found"


def test_a_wrong_method_goes_before_the_body(classic: Service) -> None:
    assert classic.send("PUT", "/token", MALFORMED).json()["error"] == "web_application"


def test_the_media_type_goes_before_the_guard(classic: Service) -> None:
    plain = {"Content-Type": "text/plain"}
    answer = classic.send("POST", "/users/ann/activate", "plain", token="", headers=plain)
    assert description(answer) == "Unsupported Media Type"


def test_the_guard_of_an_operation_goes_before_the_body(classic: Service) -> None:
    assert description(classic.send("POST", "/chatgroups", MALFORMED, token="")) == "token is blank!"


@pytest.mark.parametrize("path", ["/users/nobody", "/users/ann"])
def test_the_body_goes_before_existence_and_permission(classic: Service, path: str) -> None:
    classic.register("ann")
    assert classic.send("PUT", path, MALFORMED, token="").json()["error"] == "json_parse"


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_a_named_user_must_exist_before_permission_counts(classic: Service, method: str) -> None:
    classic.register("ann")
    assert classic.send(method, "/users/nobody", token="").status_code == 404
    assert classic.send(method, "/users/ann", token="").status_code == 401


@pytest.mark.parametrize("path", ["/users", "/users?ql=username contains 'x'"])
@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_a_collection_asks_for_permission_first(classic: Service, method: str, path: str) -> None:
    answer = classic.send(method, path, token="")
    assert description(answer).startswith("Subject does not have permission [applications:")
    assert description(answer).endswith(":/users]")


def test_changing_nobody_needs_permission_on_the_collection(classic: Service) -> None:
    refused = classic.send("PUT", "/users/nobody", {}, token="")
    assert description(refused).endswith(":/users]")
    allowed = classic.send("PUT", "/users/nobody", {})
    assert description(allowed) == "Entity user requires a property named username"


def test_the_owner_of_a_contact_goes_before_permission_and_that_before_the_friend(classic: Service) -> None:
    classic.register("ann")
    uuid = classic.send("GET", "/users/ann").json()["entities"][0]["uuid"]
    assert classic.send("POST", "/users/nobody/contacts/users/ann", token="").status_code == 404
    refused = classic.send("POST", "/users/ann/contacts/users/nobody", token="")
    assert refused.status_code == 401
    assert description(refused).endswith(f":/users/{uuid}]")
    assert classic.send("POST", "/users/ann/contacts/users/nobody").status_code == 404


def test_a_new_password_is_asked_for_before_its_user_and_that_before_the_old_one(classic: Service) -> None:
    classic.register("ann")
    new = {"newpassword": "n"}
    assert (
        description(classic.send("PUT", "/users/nobody/password", {}, token="")) == "newpassword is required"
    )
    assert description(classic.send("PUT", "/users/nobody/password", new, token="")) == "User null not found"
    assert description(classic.send("PUT", "/users/ann/password", new, token="")) == "oldPassword is required"


@pytest.mark.parametrize(
    "body",
    [
        {"username": "!", "password": "p"},
        {"username": "ann", "password": ""},
        {"username": "ann", "password": "p"},
        [{"username": "ann", "password": "p"}, {"username": "bob", "password": "p"}],
        {},
    ],
)
def test_closed_registration_goes_before_what_is_wrong_with_the_user(service: Service, body: object) -> None:
    closed = service.beside("closed")
    closed.register("ann")
    assert "egistration" in description(closed.send("POST", "/users", body, token=""))


def test_open_registration_names_a_taken_name_without_a_token(service: Service) -> None:
    service.register("ann")
    answer = service.send("POST", "/users", {"username": "ann", "password": "p"}, token="")
    assert answer.json()["error"] == "duplicate_unique_property_exists"


@pytest.mark.parametrize(
    ("user", "description_of_it"),
    [
        ({}, "Entity user requires a property named username"),
        ({"username": "?"}, "username [?] is not legal"),
        ({"username": "ann"}, "password or pin must provided"),
    ],
)
def test_of_a_new_user_the_name_goes_first_then_the_password_then_uniqueness(
    service: Service, user: object, description_of_it: str
) -> None:
    service.register("ann")
    assert description(service.send("POST", "/users", user)) == description_of_it


@pytest.mark.parametrize("path", ["/management/organizations/no-such-org/applications", "/management/x"])
def test_the_console_asks_for_permission_before_existence(classic: Service, path: str) -> None:
    assert classic.client.get(path).status_code == 401


def test_the_console_of_an_unknown_organization_is_nobodys(classic: Service) -> None:
    path = "/management/organizations/no-such-org/applications"
    answer = classic.client.get(path, headers={"Authorization": f"Bearer {classic.console()}"})
    assert description(answer) == "No organization access authorized"


@pytest.mark.parametrize("path", ["/chatgroups/1", "/chatrooms/1", "/chatgroups"])
def test_the_group_service_looks_for_a_token_before_all_else(classic: Service, path: str) -> None:
    assert description(classic.send("GET", path, token="")) == "token is blank!"


# REST2: a token before everything, the body last.


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("GET", "/users/nobody", None),
        ("PUT", "/users/ann/password", MALFORMED),
        ("GET", "/what", None),
        ("PATCH", "/users", None),
        ("GET", "/chatgroups/1", None),
        ("POST", "/users/ann/activate", None),
    ],
)
@pytest.mark.parametrize("app", ["open", "no-such-app"])
def test_today_a_missing_token_goes_before_everything(
    today: Service, app: str, method: str, path: str, body: str | None
) -> None:
    today.app = app
    assert description(today.send(method, path, body, token="")) == OAUTH


@pytest.mark.parametrize("path", ["/users", "/token"])
def test_today_what_needs_no_token_names_a_missing_app(today: Service, path: str) -> None:
    today.app = "no-such-app"
    assert today.send("POST", path, MALFORMED, token="").status_code == 404


def test_today_a_missing_app_goes_before_the_operation(today: Service) -> None:
    today.app = "no-such-app"
    assert today.send("GET", "/what").status_code == 404


def test_today_closed_registration_goes_before_the_body(today: Service, classic: Service) -> None:
    refused = today.beside("closed").send("POST", "/users", MALFORMED, token="")
    assert description(refused).startswith("Open registration")
    refused = classic.beside("closed").send("POST", "/users", MALFORMED, token="")
    assert refused.json()["error"] == "json_parse"


def test_today_a_token_of_another_app_is_corrupt_before_the_operation_runs(today: Service) -> None:
    token = today.beside("closed").own_token
    answer = today.send("GET", "/users/nobody", token=token)
    assert description(answer) == "Unable to authenticate due to corrupt access token"


# What counts as a token, and what counts as JSON.


@pytest.mark.parametrize("header", ["Bearer ", "Bearer", "", "Basic YTpi"])
def test_a_blank_bearer_is_no_token(today: Service, header: str) -> None:
    answer = today.send("GET", "/users", token="", headers={"Authorization": header})
    assert description(answer) == OAUTH


def test_the_token_of_the_query_goes_before_that_of_the_header(today: Service) -> None:
    assert today.send("GET", f"/users?access_token={today.own_token}", token=BAD).status_code == 200
    assert today.send("GET", "/users?access_token=bad").status_code == 401


@pytest.mark.parametrize("media_type", ["text/plain", "application/xml", "application/json; charset=utf-8"])
@pytest.mark.parametrize("body", ['{"username":"ann","password":"p"}', '[{"username":"ann","password":"p"}]'])
def test_what_begins_like_json_is_json_whatever_its_type(
    service: Service, body: str, media_type: str
) -> None:
    answer = service.send("POST", "/users", body, headers={"Content-Type": media_type})
    assert answer.status_code == 200


def test_without_a_type_an_object_is_taken_and_an_array_is_not(service: Service) -> None:
    one = '{"username":"ann","password":"p"}'
    assert service.send("POST", "/users", one).status_code == 200
    assert description(service.send("POST", "/users", f"[{one}]")) == "Unsupported Media Type"


@pytest.mark.parametrize("body", ["username=ann", '"ann', " {"])
def test_what_is_called_json_is_read_as_json(service: Service, body: str) -> None:
    answer = service.send("POST", "/users", body, headers={"Content-Type": "application/json; charset=utf-8"})
    assert answer.json()["error"] == "json_parse"
