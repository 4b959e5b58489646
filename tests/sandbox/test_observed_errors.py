"""Every error that was seen in an answer of the real service, provoked: the facts hold the sandbox.

A provocation brings an app into a state and gives the answer to the request that must fail.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from httpx2 import Response
from service import Service

FACTS = Path(__file__).parents[1] / "facts" / "observed_errors.csv"
CLASSIC_ORDER = ["error", "timestamp", "duration", "exception", "error_description"]
TODAYS_ORDER = ["error", "exception", "timestamp", "duration", "error_description"]

Provocation = Callable[[Service], Response]

with FACTS.open(encoding="utf-8", newline="") as file:
    ROWS = {row["description_template"]: row for row in csv.DictReader(file)}


def taken_name(service: Service) -> Response:
    service.register("ann")
    return service.send("POST", "/users", {"username": "ann", "password": "other"})


def taken_email(service: Service) -> Response:
    service.register("ann", "bob")
    service.send("PUT", "/users/ann", {"email": "a@example.com"})
    return service.send("PUT", "/users/bob", {"email": "a@example.com"})


def taken_app(service: Service) -> Response:
    return manage(service, "POST", "", {"name": "open", "productName": "open"})


def missing_app_of_console(service: Service) -> Response:
    return manage(service, "GET", "/no-such-app")


def missing_app(service: Service) -> Response:
    service.app = "no-such-app"
    return service.send("GET", "/users")


def change_of_nobody(service: Service) -> Response:
    return service.send("PUT", "/users/nobody", {"nickname": "n"})


def ban_without_token(service: Service) -> Response:
    service.register("ann")
    return service.send("POST", "/users/ann/deactivate", token="")


def console_without_token(service: Service) -> Response:
    return service.client.get(f"/management/organizations/{service.org}/applications")


def closed_registration(service: Service) -> Response:
    return service.beside("closed").send("POST", "/users", {"username": "ann", "password": "p"}, token="")


def missing_user(service: Service) -> Response:
    return service.send("GET", "/users/nobody")


def guest_reads_users(service: Service) -> Response:
    return service.send("GET", "/users", token="")


def cut_token(service: Service) -> Response:
    return service.send("GET", "/users", token=service.own_token[:-1])


def expired_token(service: Service) -> Response:
    token = service.issue(ttl=1)
    service.client.post("/_sandbox/clock", json={"advance": 1})
    return service.send("GET", "/users", token=token)


def malformed_json(service: Service) -> Response:
    return service.send("POST", "/users", '{"username": "ann", "password"="p"}')


def plain_text(service: Service) -> Response:
    return service.send("POST", "/users", "ann", headers={"Content-Type": "text/plain"})


def wrong_method(service: Service) -> Response:
    return service.send("PUT", "/token", {})


def password_of_nobody(service: Service) -> Response:
    return service.send("PUT", "/users/nobody/password", {"newpassword": "n"})


def password_without_old(service: Service) -> Response:
    service.register("ann")
    return service.send("PUT", "/users/ann/password", {"newpassword": "n"}, token=service.log_in("ann"))


def no_password(service: Service) -> Response:
    return service.send("POST", "/users", {"username": "ann"})


def ban_of_nobody(service: Service) -> Response:
    return service.send("POST", "/users/nobody/deactivate")


def block_of_nobody(service: Service) -> Response:
    service.register("ann")
    return service.send("POST", "/users/ann/blocks/users", {"usernames": ["nobody"]})


def remark_on_stranger(service: Service) -> Response:
    service.register("ann", "bob")
    return service.send("PUT", "/user/ann/contacts/users/bob", {"remark": "r"})


def room_without_name(service: Service) -> Response:
    service.register("ann")
    return service.send("POST", "/chatrooms", {"owner": "ann"})


def group_made_too_small(service: Service) -> Response:
    group = service.create_group("ann", "bob")
    return service.send("PUT", f"/chatgroups/{group}", {"maxusers": 1})


def members_of_no_group(service: Service) -> Response:
    return service.send("GET", "/chatgroups/1/users")


def group_neither_public_nor_private(service: Service) -> Response:
    service.register("ann")
    return service.send("POST", "/chatgroups", {"groupname": "g", "owner": "ann"})


def deletion_of_no_group(service: Service) -> Response:
    return service.send("DELETE", "/chatgroups/1")


def recall(service: Service) -> Response:
    return service.send("POST", "/messages/msg_recall", {"msg_id": "1", "to": "ann", "chat_type": "chat"})


def group_without_owner(service: Service) -> Response:
    return service.send("POST", "/chatgroups", {"groupname": "g", "public": True})


def message_without_target_type(service: Service) -> Response:
    return service.send("POST", "/messages", {"target": ["ann"], "msg": {"type": "txt", "msg": "hi"}})


def guest_reads_group(service: Service) -> Response:
    return service.send("GET", "/chatgroups/1", token="")


def nobody_joins_alone(service: Service) -> Response:
    group = service.create_group("ann")
    return service.send("POST", f"/chatgroups/{group}/users/nobody")


def stranger_becomes_admin(service: Service) -> Response:
    group = service.create_group("ann")
    service.register("bob")
    return service.send("POST", f"/chatgroups/{group}/admin", {"newadmin": "bob"})


def member_loses_adminship(service: Service) -> Response:
    group = service.create_group("ann", "bob")
    return service.send("DELETE", f"/chatgroups/{group}/admin/bob")


def group_of_nobody(service: Service) -> Response:
    return service.send("POST", "/chatgroups", {"groupname": "g", "public": True, "owner": "nobody"})


def stranger_removed(service: Service) -> Response:
    group = service.create_group("ann")
    return service.send("DELETE", f"/chatgroups/{group}/users/bob")


def stranger_muted(service: Service) -> Response:
    group = service.create_group("ann")
    return service.send("POST", f"/chatgroups/{group}/mute", {"usernames": ["bob"], "mute_duration": 1000})


def member_removes_member(service: Service) -> Response:
    group = service.create_group("ann", "bob", "cid")
    return service.send("DELETE", f"/chatgroups/{group}/users/cid", token=service.log_in("bob"))


def member_renames_group(service: Service) -> Response:
    group = service.create_group("ann", "bob")
    return service.send("PUT", f"/chatgroups/{group}", {"groupname": "new"}, token=service.log_in("bob"))


def manage(service: Service, method: str, path: str, body: object = None) -> Response:
    return service.client.request(
        method,
        f"/management/organizations/{service.org}/applications{path}",
        json=body,
        headers={"Authorization": f"Bearer {service.console()}"},
    )


C, T = "classic", "today"
APPLICATION = "Application {application} Entity user requires that property named username be unique"
PROVOCATIONS: dict[str, list[tuple[str, Provocation]]] = {
    f"{APPLICATION}, value of {{value}} exists": [(T, taken_name)],
    "Application {app} already exists": [(C, taken_app), (T, taken_app)],
    "Application {app} does not exist for organization {org}": [(C, missing_app_of_console)],
    "Could not find application for {org}/{app} from URI: {uri}": [(T, missing_app)],
    "Entity user requires a property named username": [(C, change_of_nobody)],
    "Entity {entity_type} requires that property named {property} be unique, value of {value} exists": [
        (C, taken_email)
    ],
    "No admin user access authorized": [(C, ban_without_token)],
    "No organization access authorized": [(C, console_without_token)],
    "Open registration doesn't allow, so register user need token,": [(T, closed_registration)],
    "Service resource not found": [(C, missing_user), (T, missing_user)],
    "Subject does not have permission [applications:{method}:{application}:{path}]": [(C, guest_reads_users)],
    "Unable to authenticate (OAuth)": [(T, guest_reads_users)],
    "Unable to authenticate due to corrupt access token": [(C, cut_token), (T, cut_token)],
    "Unable to authenticate due to expired access token": [(C, expired_token)],
    "Unexpected character ({char}): {expected}\n at [Source: {source}; line: {line}, column: {column}]": [
        (C, malformed_json)
    ],
    "Unsupported Media Type": [(C, plain_text)],
    "User null not found": [(C, password_of_nobody), (T, password_of_nobody)],
    "User with id {id} does not exist in app {application}": [(C, ban_of_nobody)],
    "attempt to adding new block[{blocked}] for user[{owner}],but user[{missing}] not found.": [
        (C, block_of_nobody)
    ],
    "chatroom must contain title/name field!": [(C, room_without_name), (T, room_without_name)],
    "current user count is larger than the maxUsers that you want to update !": [
        (C, group_made_too_small),
        (T, group_made_too_small),
    ],
    "do not find this group:{group_id}": [(C, members_of_no_group), (T, members_of_no_group)],
    "group must contain public field!": [
        (C, group_neither_public_nor_private),
        (T, group_neither_public_nor_private),
    ],
    "grpID {group_id} does not exist!": [(C, deletion_of_no_group), (T, deletion_of_no_group)],
    "javax.ws.rs.WebApplicationException": [(C, wrong_method)],
    "message recall service is unopened": [(T, recall)],
    "oldPassword is required": [(C, password_without_old)],
    "owner must be provided": [(C, group_without_owner), (T, group_without_owner)],
    "password or pin must provided": [(C, no_password)],
    "registration is not open, please contact the app admin": [(C, closed_registration)],
    "target_type must be provided": [(C, message_without_target_type)],
    "token is blank!": [(C, guest_reads_group)],
    "updateRemark | they are not friends, please add as a friend first.": [(T, remark_on_stranger)],
    "user {username} doesn't exist": [(C, nobody_joins_alone)],
    "user: {username} doesn't exist in group: {group_id}": [(C, stranger_becomes_admin)],
    "user:{username} is not admin of group:{group_id}": [
        (C, member_loses_adminship),
        (T, member_loses_adminship),
    ],
    "username {username} doesn't exist!": [(C, group_of_nobody), (T, nobody_joins_alone)],
    "users [{usernames}] are not members of this group!": [
        (C, stranger_removed),
        (C, stranger_muted),
        (T, stranger_muted),
    ],
    "you have no permission to do this, group admin permission is required": [(C, member_removes_member)],
    "you have no permission to do this,group fields require group admin privileges to be modified": [
        (C, member_renames_group)
    ],
}
CASES = [
    pytest.param(template, generation, provoke, id=f"{provoke.__name__}-{generation}")
    for template, provocations in PROVOCATIONS.items()
    for generation, provoke in provocations
]


def test_every_observed_error_is_provoked() -> None:
    assert set(PROVOCATIONS) == set(ROWS)


@pytest.mark.parametrize(("template", "generation", "provoke"), CASES)
def test_the_sandbox_answers_as_the_service_did(
    template: str, generation: str, provoke: Provocation, request: pytest.FixtureRequest
) -> None:
    answer = provoke(request.getfixturevalue(generation))
    row = ROWS[template]
    body = answer.json()
    assert fits(template, body["error_description"]), body
    assert not row["status"] or str(answer.status_code) in row["status"].split(), body
    assert body["error"] in row["error"].split()
    assert body["exception"] in classes(row)
    assert list(body) == (CLASSIC_ORDER if "." in body["exception"] else TODAYS_ORDER)


def test_both_faces_of_not_being_a_member_are_shown(classic: Service) -> None:
    group = classic.create_group("ann")
    removal = classic.send("DELETE", f"/chatgroups/{group}/users/bob")
    mute = classic.send("POST", f"/chatgroups/{group}/mute", {"usernames": ["bob"]})
    assert [removal.status_code, mute.status_code] == [403, 400]
    assert [removal.json()["error"], mute.json()["error"]] == ["forbidden_op", "invalid_parameter"]


def fits(template: str, text: str) -> bool:
    pattern = re.sub(r"\\\{\w+\\\}", ".+", re.escape(template))
    return re.fullmatch(pattern, text) is not None


def classes(row: dict[str, str]) -> set[str]:
    """The package lost its first name when Usergrid went to Apache; the fork here is of after that."""
    return {re.sub(r"^org\.usergrid\.", "org.apache.usergrid.", name) for name in row["exception"].split()}
