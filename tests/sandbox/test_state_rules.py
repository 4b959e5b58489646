"""What the sandbox remembers, and the rules it keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from httpx2 import Response
from service import Service


def description(answer: Response) -> str:
    return str(answer.json()["error_description"])


def names(answer: Response) -> list[str]:
    return [entity["username"] for entity in answer.json()["entities"]]


# Users.


def test_a_user_is_found_after_registration_and_not_after_deletion(service: Service) -> None:
    service.register("ann")
    entity = service.send("GET", "/users/ann").json()["entities"][0]
    assert (entity["type"], entity["username"], entity["activated"]) == ("user", "ann", True)
    assert "password" not in entity
    assert names(service.send("DELETE", "/users/ann")) == ["ann"]
    assert service.send("GET", "/users/ann").status_code == 404


def test_a_name_is_unique_in_its_app_without_regard_to_case(service: Service) -> None:
    service.register("ann")
    answer = service.send("POST", "/users", {"username": "ANN", "password": "p"})
    assert description(answer).endswith("value of ann exists")
    service.beside("closed").register("ann")
    service.send("DELETE", "/users/ann")
    service.register("ann")


@pytest.mark.parametrize("name", ["a", "a" * 64, "a.b-c_9"])
def test_a_legal_name_is_taken(service: Service, name: str) -> None:
    service.register(name)


@pytest.mark.parametrize("name", ["", " ", "a b", "张三", "a@b", "a\n", "a/b"])
def test_an_illegal_name_is_refused_as_it_was_sent(service: Service, name: str) -> None:
    answer = service.send("POST", "/users", {"username": name, "password": "p"})
    assert description(answer) == f"username [{name}] is not legal"


def test_a_name_of_65_bytes_is_too_long(today: Service, classic: Service) -> None:
    user = {"username": "a" * 65, "password": "p"}
    assert description(today.send("POST", "/users", user)) == "USERNAME_TOO_LONG"
    assert description(classic.send("POST", "/users", user)) == f"username [{'a' * 65}] is not legal"


@pytest.mark.parametrize("user", [{}, {"password": ""}, {"password": None}, {"pin": ""}])
def test_a_user_needs_a_password(service: Service, user: dict[str, str | None]) -> None:
    answer = service.send("POST", "/users", {"username": "ann", **user})
    assert description(answer) == "password or pin must provided"
    assert service.send("GET", "/users/ann").status_code == 404


def test_a_pin_is_a_password(service: Service) -> None:
    assert service.send("POST", "/users", {"username": "ann", "pin": "1234"}).status_code == 200


def test_properties_are_kept_and_what_is_the_services_is_not_touched(service: Service) -> None:
    service.register("ann")
    answer = service.send("PUT", "/users/ann", {"nickname": "Ann", "username": "bob", "uuid": "x"})
    entity = answer.json()["entities"][0]
    assert (entity["nickname"], entity["username"]) == ("Ann", "ann")
    assert service.send("GET", "/users/ann").json()["entities"] == [entity]


def test_a_batch_ends_at_the_first_taken_name(classic: Service) -> None:
    classic.register("bob")
    batch = [{"username": name, "password": "p"} for name in ("ann", "bob", "cid")]
    assert description(classic.send("POST", "/users", batch)).endswith("value of bob exists")
    assert names(classic.send("GET", "/users")) == ["bob", "ann"]


def test_today_a_batch_goes_on_and_names_those_who_exist(today: Service) -> None:
    today.register("bob")
    batch = [{"username": name, "password": "p"} for name in ("ann", "bob", "cid")]
    answer = today.send("POST", "/users", batch)
    assert names(answer) == ["ann", "cid"]
    assert answer.json()["data"] == [{"username": "bob", "registerUserFailReason": "the bob already exists"}]
    again = today.send("POST", "/users", batch)
    assert again.json()["error"] == "duplicate_unique_property_exists"


def test_a_batch_with_an_illegal_user_registers_nobody_today(today: Service) -> None:
    batch = [{"username": "ann", "password": "p"}, {"username": "bob"}]
    assert description(today.send("POST", "/users", batch)) == "password or pin must provided"
    assert names(today.send("GET", "/users")) == []


def test_a_list_is_read_page_by_page(service: Service) -> None:
    service.register(*(f"user-{number:02}" for number in range(12)))
    first = service.send("GET", "/users")
    assert len(first.json()["entities"]) == first.json()["count"] == 10
    rest = service.send("GET", "/users", params={"cursor": first.json()["cursor"]})
    assert names(rest) == ["user-10", "user-11"]
    assert "cursor" not in rest.json()
    assert len(names(service.send("GET", "/users?limit=11"))) == 11


@pytest.mark.parametrize(
    "ql", ["username = 'ann'", "select * where username='ann'", "nickname contains 'blue'"]
)
def test_a_query_selects_users(service: Service, ql: str) -> None:
    service.register("ann", "bob")
    service.send("PUT", "/users/ann", {"nickname": "Blue bird"})
    assert names(service.send("GET", "/users", params={"ql": ql})) == ["ann"]


@pytest.mark.parametrize("ql", ["username", "username = ann", "and and", "'"])
def test_a_query_that_is_none_is_refused(service: Service, ql: str) -> None:
    answer = service.send("GET", "/users", params={"ql": ql})
    assert (answer.status_code, answer.json()["error"]) == (400, "query_parse")


def test_deleting_everybody_is_refused_and_deleting_some_is_not(service: Service) -> None:
    service.register("ann", "bob", "cid")
    assert description(service.send("DELETE", "/users")) == "Service operation not supported"
    assert names(service.send("DELETE", "/users?limit=2")) == ["ann", "bob"]
    assert names(service.send("DELETE", "/users", params={"ql": "username = 'x'"})) == []
    assert names(service.send("GET", "/users")) == ["cid"]


@pytest.mark.parametrize("method", ["PUT", "POST"])
def test_a_changed_password_opens_and_the_old_one_does_not(service: Service, method: str) -> None:
    service.register("ann")
    assert service.send(method, "/users/ann/password", {"newpassword": "new"}).status_code == 200
    login = {"grant_type": "password", "username": "ann"}
    assert service.send("POST", "/token", {**login, "password": "new"}).status_code == 200
    assert service.send("POST", "/token", {**login, "password": "secret"}).status_code == 400


def test_a_user_changes_the_password_by_the_old_one(service: Service) -> None:
    service.register("ann")
    token = service.log_in("ann")
    body = {"newpassword": "new", "oldpassword": "wrong"}
    assert description(service.send("PUT", "/users/ann/password", body, token=token)).startswith(
        "Old password"
    )
    body["oldpassword"] = "secret"
    assert service.send("PUT", "/users/ann/password", body, token=token).status_code == 200


def test_a_banned_user_cannot_log_in_until_the_ban_is_lifted(service: Service) -> None:
    service.register("ann")
    login = {"grant_type": "password", "username": "ann", "password": "secret"}
    assert service.send("POST", "/users/ann/deactivate").json()["entities"][0]["activated"] is False
    assert service.send("POST", "/token", login).json() == {
        "error": "invalid_grant",
        "error_description": "user not activated",
    }
    assert service.send("POST", "/users/ann/activate").json()["entities"][0]["activated"] is True
    assert service.send("POST", "/token", login).status_code == 200


def test_a_user_may_touch_itself_and_nobody_else(service: Service) -> None:
    service.register("ann", "bob")
    token = service.log_in("ann")
    assert service.send("GET", "/users/ann", token=token).status_code == 200
    assert service.send("GET", "/users/bob", token=token).status_code == 401
    assert service.send("DELETE", "/users/bob", token=token).status_code == 401
    assert service.send("GET", "/users", token=token).status_code == 401
    assert service.send("POST", "/users/bob/deactivate", token=token).status_code == 401


def test_a_token_opens_no_other_app(service: Service) -> None:
    token = service.beside("closed").own_token
    service.register("ann")
    assert service.send("GET", "/users", token=token).status_code == 401
    assert service.send("GET", "/users/ann", token=token).status_code == 401
    assert service.send("POST", "/users/ann/deactivate", token=token).status_code == 401


def test_a_user_of_another_app_cannot_register_where_registration_is_closed(classic: Service) -> None:
    answer = classic.beside("closed").send(
        "POST", "/users", {"username": "ann", "password": "p"}, token=classic.own_token
    )
    assert description(answer).startswith("registration is not open")


def test_status_is_told_of_one_and_of_several(service: Service) -> None:
    service.register("ann")
    assert service.send("GET", "/users/ann/status").json()["data"] == {"ann": "offline"}
    several = service.send("POST", "/users/batch/status", {"usernames": ["ann", "bob"]})
    assert several.json()["data"] == [{"ann": "offline"}, {"bob": "offline"}]
    refused = service.send("POST", "/users/batch/status", {"usernames": ["ann"]}, token="")
    assert refused.status_code == 401
    assert service.send("GET", "/users/ann/disconnect").json()["data"] == {"result": True}


# Contacts and blocks.


def test_contacts_are_mutual_and_end_on_both_sides(service: Service) -> None:
    service.register("ann", "bob")
    assert names(service.send("POST", "/users/ann/contacts/users/bob")) == ["bob"]
    assert service.send("GET", "/users/ann/contacts/users").json()["data"] == ["bob"]
    assert service.send("GET", "/users/bob/contacts/users").json()["data"] == ["ann"]
    service.send("DELETE", "/users/bob/contacts/users/ann")
    assert service.send("GET", "/users/ann/contacts/users").json()["data"] == []


def test_a_remark_needs_a_contact(today: Service) -> None:
    today.register("ann", "bob")
    today.send("POST", "/users/ann/contacts/users/bob")
    assert today.send("PUT", "/user/ann/contacts/users/bob", {"remark": "r"}).status_code == 200
    assert today.send("PUT", "/user/ann/contacts/users/cid", {"remark": "r"}).status_code == 404


def test_blocks_are_all_or_none(service: Service) -> None:
    service.register("ann", "bob")
    refused = service.send("POST", "/users/ann/blocks/users", {"usernames": ["bob", "nobody"]})
    assert refused.status_code in {400, 404}
    assert service.send("GET", "/users/ann/blocks/users").json()["data"] == []
    for _ in range(2):
        service.send("POST", "/users/ann/blocks/users", {"usernames": ["bob"]})
    assert service.send("GET", "/users/ann/blocks/users").json()["data"] == ["bob"]
    service.send("DELETE", "/users/ann/blocks/users/bob")
    assert service.send("GET", "/users/ann/blocks/users").json()["data"] == []


# Groups and chat rooms.


def members(service: Service, group: str, collection: str = "chatgroups") -> list[dict[str, str]]:
    data: list[dict[str, str]] = service.send("GET", f"/{collection}/{group}/users").json()["data"]
    return data


def test_a_group_keeps_its_people(service: Service) -> None:
    group = service.create_group("ann", "bob", "ann2")
    assert members(service, group) == [{"owner": "ann"}, {"member": "bob"}, {"member": "ann2"}]
    service.register("cid", "dan")
    service.send("POST", f"/chatgroups/{group}/users/cid")
    service.send("POST", f"/chatgroups/{group}/users", {"usernames": ["dan", "bob"]})
    service.send("DELETE", f"/chatgroups/{group}/users/bob")
    assert [next(iter(member.values())) for member in members(service, group)] == [
        "ann",
        "ann2",
        "cid",
        "dan",
    ]
    assert service.send("GET", "/users/dan/joined_chatgroups").json()["data"][0]["groupid"] == group


def test_joining_twice_is_refused_in_a_group_and_not_in_a_room(service: Service) -> None:
    group, room = service.create_group("ann", "bob"), service.create_room("cid", "dan")
    reason = f"reason:user: bob already in group: {group}\n"
    alone = service.send("POST", f"/chatgroups/{group}/users/bob")
    assert description(alone) == f"can not join this group, {reason}"
    several = service.send("POST", f"/chatgroups/{group}/users", {"usernames": ["bob"]})
    assert description(several) == f"an not join this group, {reason}"
    assert service.send("POST", f"/chatrooms/{room}/users/dan").status_code == 200
    assert members(service, room, "chatrooms") == [{"owner": "cid"}, {"member": "dan"}]


def test_of_several_removed_the_answer_names_who_was_no_member(service: Service) -> None:
    group = service.create_group("ann", "bob", "cid")
    results = service.send("DELETE", f"/chatgroups/{group}/users/bob,nobody").json()["data"]
    assert [(result["user"], result["result"]) for result in results] == [("bob", True), ("nobody", False)]
    assert results[1]["reason"] == f"user: nobody doesn't exist in group: {group}"
    refused = service.send("DELETE", f"/chatgroups/{group}/users/bob,nobody")
    assert description(refused) == "users [bob, nobody] are not members of this group!"


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [("DELETE", "users/ann", None), ("POST", "mute", {"usernames": ["ann"], "mute_duration": 1})],
)
def test_the_owner_of_a_group_is_neither_removed_nor_muted(
    service: Service, method: str, path: str, body: object
) -> None:
    group = service.create_group("ann", "bob")
    answer = service.send(method, f"/chatgroups/{group}/{path}", body)
    assert description(answer) == "forbidden operation on group owner!"


def test_a_group_is_handed_to_a_member(service: Service) -> None:
    group = service.create_group("ann", "bob")
    stranger = service.send("PUT", f"/chatgroups/{group}", {"newowner": "cid"})
    assert (stranger.status_code, stranger.json()["error"]) == (403, "forbidden_op")
    same = service.send("PUT", f"/chatgroups/{group}", {"newowner": "ann"})
    assert description(same) == "new owner and old owner are the same"
    assert service.send("PUT", f"/chatgroups/{group}", {"newowner": "bob"}).json()["data"] == {
        "newowner": True
    }
    assert members(service, group) == [{"owner": "bob"}, {"member": "ann"}]


def test_admins_are_members_and_lead(service: Service) -> None:
    group = service.create_group("ann", "bob", "cid")
    bob = service.log_in("bob")
    assert service.send("DELETE", f"/chatgroups/{group}/users/cid", token=bob).status_code == 401
    service.send("POST", f"/chatgroups/{group}/admin", {"newadmin": "bob"})
    assert service.send("GET", f"/chatgroups/{group}/admin").json()["data"] == ["bob"]
    assert service.send("DELETE", f"/chatgroups/{group}/users/cid", token=bob).status_code == 200
    service.send("DELETE", f"/chatgroups/{group}/admin/bob")
    assert service.send("GET", f"/chatgroups/{group}/admin").json()["data"] == []


def test_fields_of_a_group_change_and_unknown_ones_are_named(service: Service) -> None:
    group = service.create_group("ann", "bob")
    answer = service.send("PUT", f"/chatgroups/{group}", {"groupname": "new", "maxusers": 2})
    assert answer.json()["data"] == {"groupname": True, "maxusers": True}
    details = service.send("GET", f"/chatgroups/{group}").json()["data"][0]
    assert (details["name"], details["maxusers"], details["affiliations_count"]) == ("new", 2, 2)
    refused = service.send("PUT", f"/chatgroups/{group}", {"groupid": "1"})
    assert description(refused) == "some of [groupid] are not valid fields"


def test_a_mute_lasts_as_long_as_it_was_asked_to(service: Service, advance: Callable[[float], None]) -> None:
    group = service.create_group("ann", "bob", "cid", "dan")
    service.send("POST", f"/chatgroups/{group}/mute", {"usernames": ["bob"], "mute_duration": 1000})
    service.send("POST", f"/chatgroups/{group}/mute", {"usernames": ["cid", "dan"], "mute_duration": -1})
    advance(1)
    service.send("DELETE", f"/chatgroups/{group}/mute/dan")
    assert service.send("GET", f"/chatgroups/{group}/mute").json()["data"] == [{"expire": -1, "user": "cid"}]


def test_groups_and_rooms_are_told_apart(service: Service) -> None:
    group, room = service.create_group("ann"), service.create_room("bob")
    assert service.send("GET", f"/chatgroups/{room}").status_code == 404
    assert service.send("GET", f"/chatrooms/{group}").status_code == 404
    assert [item["id"] for item in service.send("GET", "/chatrooms").json()["data"]] == [room]
    assert service.send("DELETE", f"/chatrooms/{room}").json()["data"] == {"success": True, "id": room}
    assert service.send("GET", "/chatrooms").json()["data"] == []


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("DELETE", "users/nobody", None),
        ("POST", "admin", {"newadmin": "nobody"}),
        ("DELETE", "admin/nobody", None),
        ("PUT", "", {"newowner": "nobody"}),
    ],
)
def test_a_room_asks_whether_a_user_exists_before_membership(
    service: Service, method: str, path: str, body: object
) -> None:
    room = service.create_room("ann")
    answer = service.send(method, f"/chatrooms/{room}/{path}", body)
    assert description(answer) == "username nobody doesn't exist!"


@pytest.mark.parametrize(
    ("collection", "body", "text"),
    [
        ("chatgroups", {}, "groupname must be provided"),
        ("chatgroups", {"groupname": "g"}, "group must contain public field!"),
        ("chatrooms", {"title": "r"}, "owner must be provided"),
        ("chatrooms", {"title": "r", "owner": "ann", "members": ["x"]}, "username x doesn't exist!"),
    ],
)
def test_a_group_needs_name_kind_owner_and_people_who_exist(
    service: Service, collection: str, body: dict[str, Any], text: str
) -> None:
    service.register("ann")
    assert description(service.send("POST", f"/{collection}", body)) == text


@pytest.mark.parametrize(
    ("path", "field"), [("users", "usernames"), ("mute", "usernames"), ("admin", "newadmin")]
)
def test_a_change_of_a_group_says_whom_it_is_about(service: Service, path: str, field: str) -> None:
    group = service.create_group("ann")
    answer = service.send("POST", f"/chatgroups/{group}/{path}", {})
    assert description(answer) == f"{field} must be provided"


# The console.


def manage(service: Service, method: str, path: str, body: object = None) -> Response:
    headers = {"Authorization": f"Bearer {service.console()}"}
    return service.client.request(method, path, json=body, headers=headers)


def test_registration_is_opened_and_closed_by_the_console(service: Service) -> None:
    user = {"username": "ann", "password": "p"}
    settings = f"/{service.org}/open"
    manage(service, "PUT", settings, {"allow_open_registration": False})
    assert service.send("POST", "/users", user, token="").status_code == 401
    manage(service, "PUT", settings, {"allow_open_registration": True})
    assert service.send("POST", "/users", user, token="").status_code == 200
    assert service.send("PUT", "", {"allow_open_registration": False}).status_code == 401


def test_a_new_app_has_users_and_credentials_of_its_own(service: Service) -> None:
    applications = f"/management/organizations/{service.org}/applications"
    body = {"name": "fresh", "productName": "Fresh", "allow_open_registration": False}
    created = manage(service, "POST", applications, body).json()["entities"][0]
    assert (created["name"], created["productName"], created["applicationName"]) == (
        "fresh",
        "Fresh",
        "fresh",
    )
    assert manage(service, "GET", f"{applications}/fresh").json()["entities"] == [created]
    assert created in manage(service, "GET", f"{applications}/list/console").json()["entities"]
    assert manage(service, "GET", applications).json()["data"][f"{service.org}/fresh"] == created["uuid"]

    credentials = manage(service, "GET", f"/{service.org}/fresh/credentials").json()["credentials"]
    grant = {"grant_type": "client_credentials", **credentials}
    token = service.client.post(f"/{service.org}/fresh/token", json=grant).json()["access_token"]
    service.app = "fresh"
    assert service.send("POST", "/users", {"username": "ann", "password": "p"}, token="").status_code == 401
    assert (
        service.send("POST", "/users", {"username": "ann", "password": "p"}, token=token).status_code == 200
    )
    service.app = "open"
    assert service.send("POST", "/token", grant).status_code == 400
    assert service.send("GET", "/users/ann").status_code == 404


def test_a_new_app_needs_a_name(service: Service) -> None:
    answer = manage(service, "POST", f"/management/organizations/{service.org}/applications", {})
    assert description(answer) == "Entity application requires a property named name"


def test_the_console_may_do_what_the_app_may(service: Service) -> None:
    service.register("ann")
    assert service.send("GET", "/users", token=service.console()).status_code == 200
    assert service.send("POST", "/users/ann/deactivate", token=service.console()).status_code == 200


def test_a_message_is_taken_for_its_targets(classic: Service) -> None:
    body = {"target_type": "users", "target": ["ann", "bob"], "msg": {"type": "txt", "msg": "hi"}}
    assert classic.send("POST", "/messages", body).json()["data"] == {"ann": "success", "bob": "success"}


def test_the_console_has_no_address_of_an_app(service: Service) -> None:
    answer = manage(service, "GET", "/management/token")
    assert description(answer) == "Service operation not supported"


def test_an_answer_repeats_the_query_but_for_the_token(service: Service) -> None:
    assert "params" not in service.send("GET", "/users").json()
    with_token = service.send("GET", f"/users?limit=1&access_token={service.own_token}").json()
    assert with_token["params"] == {"limit": ["1"]}
    assert "params" not in service.send("GET", f"/users?access_token={service.own_token}", token="").json()
