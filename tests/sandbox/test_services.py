"""What today's services keep: sent once, it is read again, within the limits that are documented."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from httpx2 import Response
from service import Service
from stage import (
    Stage,
    closed,
    file,
    group,
    limits,
    message,
    numbered,
    opened,
    people,
    room,
    sent,
    thread,
)

Advance = Callable[[float], None]
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
TEXT = {"from": "ann", "to": ["bob"], "type": "txt", "body": {"msg": "hi"}}


@pytest.fixture
def stage(today: Service) -> Stage:
    return Stage(today)


def data(answer: Response) -> object:
    return answer.raise_for_status().json()["data"]


# Limits


def test_an_app_calls_so_often_a_second_and_no_other_app_is_held_to_it(
    stage: Stage, advance: Advance
) -> None:
    beside = Stage(stage.service.beside("closed"))
    limits(calls_per_second=2)(stage)
    assert [stage.send("GET /users").status_code for _ in range(3)] == [200, 200, 429]
    assert beside.send("GET /users").status_code == 200
    advance(1)
    assert stage.send("GET /users").status_code == 200
    stage.control("limits", calls_per_second=None)
    assert {stage.send("GET /users").status_code for _ in range(5)} == {200}


def test_there_is_no_limit_of_calls_at_first(stage: Stage) -> None:
    assert {stage.send("GET /users").status_code for _ in range(150)} == {200}


@pytest.mark.parametrize(
    "body",
    [
        {"org": "easemob-demo", "app": "open", "users": -1},
        {"org": "easemob-demo", "app": "open", "users": True},
        {"org": "easemob-demo", "app": "open", "speed": 1},
        {"org": "easemob-demo", "app": "nowhere", "users": 1},
        {"users": 1},
    ],
)
def test_a_limit_that_makes_no_sense_is_refused(stage: Stage, body: dict[str, object]) -> None:
    assert stage.service.client.post("/_sandbox/limits", json=body).status_code == 400


@pytest.mark.parametrize("body", [{"speed": True}, {"words": "rude"}, {"app": "nowhere", "push": True}])
def test_a_service_that_is_none_is_refused(stage: Stage, body: dict[str, object]) -> None:
    body = {"org": "easemob-demo", "app": "open", **body}
    assert stage.service.client.post("/_sandbox/services", json=body).status_code == 400


def test_as_many_as_the_limit_are_taken_and_one_more_is_not(service: Service) -> None:
    limits(users=1, groups=1, joined_groups=1, contacts=1)(Stage(service))
    service.register("ann")
    assert service.send("POST", "/users", {"username": "bob", "password": "p"}).status_code == 429
    body = {"groupname": "g", "public": True, "owner": "ann"}
    assert [service.send("POST", "/chatgroups", body).status_code for _ in range(2)] == [200, 403]


@pytest.mark.parametrize(("nickname", "status"), [("n" * 100, 200), ("n" * 101, 400)])
def test_a_nickname_has_up_to_100_characters(service: Service, nickname: str, status: int) -> None:
    body = {"username": "ann", "password": "p", "nickname": nickname}
    assert service.send("POST", "/users", body).status_code == status
    service.register("bob")
    assert service.send("PUT", "/users/bob", {"nickname": nickname}).status_code == status


def test_up_to_60_users_are_registered_at_once(today: Service) -> None:
    users = [{"username": name, "password": "p"} for name in numbered(61)]
    assert today.send("POST", "/users", users).status_code == 400
    assert len(today.send("POST", "/users", users[:60]).json()["entities"]) == 60


# Users


def test_a_deleted_user_leaves_everything_behind(service: Service) -> None:
    own, other = service.create_group("ann", "bob"), service.create_group("cid")
    service.send("POST", f"/chatgroups/{other}/users/ann").raise_for_status()
    service.send("POST", "/users/bob/contacts/users/ann").raise_for_status()
    service.send("POST", "/users/bob/blocks/users", {"usernames": ["ann"]}).raise_for_status()
    service.send("DELETE", "/users/ann").raise_for_status()
    assert data(service.send("GET", "/users/bob/contacts/users")) == []
    assert data(service.send("GET", "/users/bob/blocks/users")) == []
    assert service.send("GET", f"/chatgroups/{own}").status_code == 404
    assert data(service.send("GET", f"/chatgroups/{other}/users")) == [{"owner": "cid"}]


def test_a_batch_is_deleted_page_by_page(service: Service) -> None:
    service.register("ann", "bob", "cid")
    first = service.send("DELETE", "/users?limit=2").json()
    rest = service.send("DELETE", "/users", params={"limit": 2, "cursor": first["cursor"]}).json()
    assert [entity["username"] for entity in first["entities"]] == ["ann", "bob"]
    assert [entity["username"] for entity in rest["entities"]] == ["cid"]
    assert "cursor" not in rest


def test_messages_wait_for_a_user_who_is_never_online(stage: Stage) -> None:
    people("ann", "bob")(stage)
    message("users", "bob")(stage)
    assert data(stage.send("GET /users/bob/offline_msg_count")) == {"bob": 1}
    assert data(stage.send("GET /users/ann/offline_msg_count")) == {"ann": 0}
    waiting = data(stage.send("GET /users/bob/offline_msg_status/{message}"))
    assert waiting == {stage.names["message"]: "undelivered"}
    assert data(stage.send("GET /users/bob/resources")) == []
    assert data(stage.send("DELETE /users/bob/disconnect/phone")) == {"result": True}


def test_a_mute_everywhere_is_told_until_it_is_lifted(stage: Stage) -> None:
    people("ann")(stage)
    sent("POST /mutes", {"username": "ann", "chat": -1, "groupchat": 60})(stage)
    muted = {"chat": -1, "groupchat": 60, "chatroom": 0}
    assert data(stage.send("GET /mutes/ann")) == {"userid": "ann", **muted}
    assert data(stage.send("GET /mutes")) == {"data": [{"username": "ann", **muted}]}
    sent("POST /mutes", {"username": "ann", "chat": 0, "groupchat": 0})(stage)
    assert data(stage.send("GET /mutes")) == {"data": []}


def test_contacts_come_by_pages_with_their_remarks(stage: Stage) -> None:
    people("ann", "bob", "cid")(stage)
    sent("POST /users/ann/contacts/import", {"usernames": ["bob", "cid", "nobody"]})(stage)
    sent("PUT /user/ann/contacts/users/bob", {"remark": "Bob"})(stage)
    first = stage.send("GET /user/ann/contacts?limit=1&needReturnRemark=true").json()
    assert first["data"] == {"contacts": [{"username": "bob", "remark": "Bob"}]}
    rest = stage.send(f"GET /user/ann/contacts?limit=1&cursor={first['cursor']}")
    assert data(rest) == {"contacts": [{"username": "cid"}]}
    asked = {"username": "ann", "check_list": ["bob", "nobody"]}
    assert data(stage.send("POST /contacts/check", asked)) == {"bob": True, "nobody": False}
    assert data(stage.send("POST /blocks/check", asked)) == {"bob": False, "nobody": False}
    assert stage.send("POST /contacts/check", {**asked, "username": "nobody"}).status_code == 404
    sent("DELETE /contacts/users/ann")(stage)
    assert data(stage.send("GET /users/ann/contacts/users")) == []
    assert data(stage.send("GET /users/bob/contacts/users")) == []


# Groups and rooms


def test_a_blocked_member_is_out_until_it_joins_again(service: Service) -> None:
    group_id = service.create_group("ann", "bob", "cid")
    path = f"/chatgroups/{group_id}"
    service.send("POST", f"{path}/blocks/users/bob").raise_for_status()
    service.send("POST", f"{path}/blocks/users", {"usernames": ["cid"]}).raise_for_status()
    assert data(service.send("GET", f"{path}/blocks/users")) == ["bob", "cid"]
    assert data(service.send("GET", f"{path}/users")) == [{"owner": "ann"}]
    service.send("DELETE", f"{path}/blocks/users/bob,cid").raise_for_status()
    assert data(service.send("GET", f"{path}/blocks/users")) == []
    assert service.send("DELETE", f"{path}/blocks/users/bob").status_code == 403


def test_the_allow_list_has_members_only(service: Service) -> None:
    path = f"/chatgroups/{service.create_group('ann', 'bob', 'cid')}"
    service.send("POST", f"{path}/white/users/bob").raise_for_status()
    service.send("POST", f"{path}/white/users", {"usernames": ["bob", "cid"]}).raise_for_status()
    assert data(service.send("GET", f"{path}/white/users")) == ["bob", "cid"]
    service.send("DELETE", f"{path}/users/cid").raise_for_status()
    assert data(service.send("GET", f"{path}/white/users")) == ["bob"]
    service.send("DELETE", f"{path}/white/users/bob").raise_for_status()
    assert service.send("DELETE", f"{path}/white/users/bob").status_code == 403


@pytest.mark.parametrize(
    ("users", "added", "removed", "bare"),
    [
        ("blocks/users", "add_blocks", "remove_blocks", True),
        ("white/users", "add_user_whitelist", "remove_user_whitelist", False),
    ],
)
def test_what_was_put_on_a_list_and_taken_off_is_told_by_name(
    service: Service, users: str, added: str, removed: str, *, bare: bool
) -> None:
    group_id = service.create_group("ann", "bob", "cid", "dan")
    path = f"/chatgroups/{group_id}/{users}"

    def told(action: str, username: str) -> dict[str, object]:
        return {"result": True, "action": action, "user": username, "groupid": group_id}

    assert data(service.send("POST", f"{path}/bob")) == told(added, "bob")
    put = data(service.send("POST", path, {"usernames": ["cid", "dan"]}))
    assert put == [told(added, "cid"), told(added, "dan")]
    one = told(removed, "bob")
    assert data(service.send("DELETE", f"{path}/bob")) == (one if bare else [one])
    taken = data(service.send("DELETE", f"{path}/cid,dan"))
    assert taken == [told(removed, "cid"), told(removed, "dan")]


def test_a_group_shows_its_mute_its_ban_and_its_announcement(service: Service) -> None:
    path = f"/chatgroups/{service.create_group('ann')}"
    for request in ("ban", "disable"):
        service.send("POST", f"{path}/{request}").raise_for_status()
    details = service.send("GET", path).json()["data"][0]
    assert (details["mute"], details["disabled"]) == (True, True)
    service.send("DELETE", f"{path}/ban").raise_for_status()
    service.send("POST", f"{path}/enable").raise_for_status()
    details = service.send("GET", path).json()["data"][0]
    assert (details["mute"], details["disabled"]) == (False, False)
    service.send("POST", f"{path}/announcement", {"announcement": "x" * 512}).raise_for_status()
    assert data(service.send("GET", f"{path}/announcement")) == {"announcement": "x" * 512}


def test_the_groups_of_a_user_are_counted_from_page_0(service: Service) -> None:
    ids = [service.create_group("ann")]
    body = {"groupname": "g", "public": True, "owner": "ann"}
    ids.append(service.send("POST", "/chatgroups", body).json()["data"]["groupid"])
    for number, group_id in enumerate(ids):
        page = service.send("GET", f"/chatgroups/user/ann?pagesize=1&pagenum={number}").json()
        assert [item["groupid"] for item in page["data"]] == [group_id]


def test_a_full_group_takes_nobody(service: Service) -> None:
    path = f"/chatgroups/{service.create_group('ann', 'bob', maxusers=3)}"
    service.register("cid", "dan")
    assert service.send("POST", f"{path}/users", {"usernames": ["cid", "dan"]}).status_code == 403
    assert service.send("POST", f"{path}/users/cid").status_code == 200
    assert service.send("POST", f"{path}/users/dan").status_code == 403


def test_members_and_joined_groups_come_by_pages(service: Service) -> None:
    path = f"/chatgroups/{service.create_group('ann', 'bob', 'cid')}"
    assert data(service.send("GET", f"{path}/users?pagenum=2&pagesize=2")) == [{"member": "cid"}]
    assert data(service.send("GET", f"{path}/user/bob/is_joined")) is True
    assert data(service.send("GET", f"{path}/user/nobody/is_joined")) is False
    assert len(service.send("GET", "/chatgroups/user/bob").json()["data"]) == 1
    assert service.send("GET", "/users/bob/joined_chatgroups?pagenum=2").json()["data"] == []


def test_super_admins_and_tags_are_of_rooms(stage: Stage, advance: Advance) -> None:
    room("ann", "bob")(stage)
    sent("POST /chatrooms/super_admin", {"superadmin": "ann"}, times=2)(stage)
    assert data(stage.send("GET /chatrooms/super_admin")) == ["ann"]
    sent("DELETE /chatrooms/super_admin/ann")(stage)
    assert data(stage.send("GET /chatrooms/super_admin")) == []
    sent("PUT /chatrooms/{room}/users/bob/tag", {"tags": ["vip"]})(stage)
    assert data(stage.send("GET /chatrooms/{room}/users/bob/tag")) == ["vip"]
    sent("PUT /chatrooms/{room}/tag/mute", {"tag": "vip", "mute_duration": 60})(stage)
    assert data(stage.send("GET /chatrooms/{room}/mute")) == [{"expire": 1_500_000_060_000, "user": "bob"}]
    advance(60)
    assert data(stage.send("GET /chatrooms/{room}/mute")) == []


# Messages


def test_a_message_has_up_to_5_kilobytes_and_600_who_get_it(stage: Stage) -> None:
    bare = len('[{"msg": ""}, {}]')
    fitting = {**TEXT, "body": {"msg": "x" * (5 * 1024 - bare)}}
    assert stage.send("POST /messages/users", fitting).status_code == 200
    assert stage.send("POST /messages/users", {**TEXT, "body": {"msg": "x" * (5 * 1024)}}).status_code == 400
    assert stage.send("POST /messages/users", {**TEXT, "to": numbered(600)}).status_code == 200


def test_messages_to_groups_go_on_after_a_second(stage: Stage, advance: Advance) -> None:
    body = {**TEXT, "to": ["1"]}
    sent("POST /messages/chatgroups", body, times=20)(stage)
    assert stage.send("POST /messages/chatgroups", body).status_code == 403
    assert stage.send("POST /messages/chatrooms", body).status_code == 200
    advance(1)
    assert stage.send("POST /messages/chatgroups", body).status_code == 200


def test_a_message_without_a_sender_comes_from_the_admin(stage: Stage) -> None:
    anonymous = {name: value for name, value in TEXT.items() if name != "from"}
    stage.names["message"] = stage.send("POST /messages/users", anonymous).json()["data"]["bob"]
    body = {"user": "admin", "new_msg": {"type": "txt", "msg": "n"}}
    assert stage.send("PUT /messages/rewrite/{message}", body).status_code == 200


def test_messages_are_recalled_all_or_none(stage: Stage, advance: Advance) -> None:
    opened("recall")(stage)
    message("users", "bob")(stage)
    advance(120)
    item = {"msg_id": "{message}", "to": "bob", "chat_type": "chat", "force": False}
    assert (
        stage.send("POST /messages/batch_recall", {"msgs": [item, {**item, "msg_id": "1"}]}).status_code
        == 403
    )
    assert stage.send("POST /messages/batch_recall", {"msgs": [item]}).status_code == 200
    assert stage.send("POST /messages/msg_recall", item).status_code == 403
    assert stage.send("PUT /messages/rewrite/{message}", {"new_msg": {"type": "txt"}}).status_code == 404


def test_the_history_of_an_hour_is_there_when_it_has_messages(stage: Stage) -> None:
    message("users", "bob")(stage)
    assert stage.send("GET /chatmessages/2017071402").status_code == 200
    assert stage.send("GET /chatmessages/2017071401").status_code == 404


@pytest.mark.parametrize("body", ["{", {"new_msg": "bye"}, {"new_msg": {"type": "txt"}, "user": 1}])
def test_a_change_of_another_type_is_no_change(stage: Stage, body: object) -> None:
    message("users", "bob")(stage)
    refused = stage.send("PUT /messages/rewrite/{message}", body)
    assert (refused.status_code, refused.json()["error"]) == (400, "invalid_request_body")


# Attributes, presence, threads, reactions, files, favorites, push


def test_attributes_are_added_read_and_deleted(stage: Stage) -> None:
    people("ann")(stage)
    own = stage.service.log_in("ann")
    stage.send("PUT /metadata/user/ann", "a=1&b=%E4%B8%AD", headers=FORM, token=own).raise_for_status()
    stage.send("PUT /metadata/user/ann", "a=2", headers=FORM).raise_for_status()
    assert data(stage.send("GET /metadata/user/ann", token=own)) == {"a": "2", "b": "中"}
    asked = {"targets": ["ann", "bob"], "properties": ["b"]}
    assert data(stage.send("POST /metadata/user/get", asked)) == {"ann": {"b": "中"}, "bob": {}}
    assert data(stage.send("GET /metadata/user/capacity")) == 6
    sent("DELETE /metadata/user/ann")(stage)
    assert data(stage.send("GET /metadata/user/ann")) == {}


@pytest.mark.parametrize(("size", "status"), [(2047, 200), (2048, 403)])
def test_attributes_of_a_user_take_2_kilobytes(stage: Stage, size: int, status: int) -> None:
    assert stage.send("PUT /metadata/user/ann", "a=" + "x" * size, headers=FORM).status_code == status


def test_attributes_of_an_app_take_no_more_than_the_plan_gives(stage: Stage) -> None:
    limits(attribute_bytes=4)(stage)
    assert stage.send("PUT /metadata/user/ann", "a=123", headers=FORM).status_code == 200
    assert stage.send("PUT /metadata/user/bob", "a=", headers=FORM).status_code == 403
    assert stage.send("PUT /metadata/user/ann", "a=321", headers=FORM).status_code == 200
    assert stage.send("PUT /metadata/user/ann", "a=1234", headers=FORM).status_code == 403


def test_attributes_of_members_end_with_the_membership(stage: Stage) -> None:
    group("ann", "bob")(stage)
    sent("PUT /metadata/chatgroup/{group}/user/bob", {"metaData": {"k": "v", "l": "w"}})(stage)
    sent("PUT /metadata/chatgroup/{group}/users/batch", [{"username": "bob", "metadata": {"l": ""}}])(stage)
    assert data(stage.send("GET /metadata/chatgroup/{group}/user/bob")) == {"k": "v"}
    asked = {"targets": ["bob"], "properties": ["k"]}
    assert data(stage.send("POST /metadata/chatgroup/{group}/get", asked)) == {"bob": {"k": "v"}}
    sent("DELETE /chatgroups/{group}/users/bob")(stage)
    sent("POST /chatgroups/{group}/users/bob")(stage)
    assert data(stage.send("GET /metadata/chatgroup/{group}/user/bob")) == {}


def test_attributes_of_a_room_belong_to_who_set_them(stage: Stage) -> None:
    room("ann", "bob")(stage)
    path = "/metadata/chatroom/{room}"
    sent(f"PUT {path}/user/ann", {"metaData": {"k": "v"}})(stage)
    mixed = stage.send(f"PUT {path}/user/bob", {"metaData": {"k": "w", "l": "w"}}).json()["data"]
    assert (mixed["successKeys"], list(mixed["errorKeys"])) == (["l"], ["k"])
    assert data(stage.send(f"POST {path}", {"keys": ["k"]})) == {"k": "v"}
    kept = stage.send(f"DELETE {path}/user/bob", {"keys": ["k"]}).json()["data"]
    assert (kept["successKeys"], list(kept["errorKeys"])) == ([], ["k"])
    sent(f"PUT {path}/user/bob/forced", {"metaData": {"k": "w"}})(stage)
    assert data(stage.send(f"POST {path}", {})) == {"k": "w", "l": "w"}
    sent(f"DELETE {path}/user/ann/forced", {"keys": ["k", "l"]})(stage)
    assert data(stage.send(f"POST {path}", {})) == {}


def test_presence_is_followed_until_it_ends(stage: Stage, advance: Advance) -> None:
    people("ann", "bob")(stage)
    sent("POST /users/bob/presence/web/1", {"ext": "busy"})(stage)
    followed = stage.send("POST /users/ann/presence/60", {"usernames": ["bob"]}).json()["result"][0]
    assert (followed["ext"], followed["status"]) == ("busy", {"web": "1"})
    sent("POST /users/bob/presence/phone/x", {"ext": "away"})(stage)
    read = stage.send("POST /users/ann/presence", {"usernames": ["bob"]}).json()["result"][0]
    assert (read["ext"], read["status"]) == ("away", {"web": "1", "phone": "0"})
    sent("POST /users/bob/presence/phone/x", {"ext": "busy"})(stage)
    listed = stage.send("GET /users/ann/presence/sublist").json()["result"]
    assert listed == {"totalnum": 1, "sublist": [{"uid": "bob", "expiry": 1_500_000_060}]}
    assert stage.send("POST /users/ann/presence", {"usernames": ["bob"]}).json()["result"][0]["ext"] == "busy"
    beyond = stage.send("GET /users/ann/presence/sublist?pageNum=2&pageSize=1").json()["result"]
    assert beyond == {"totalnum": 1, "sublist": []}
    advance(60)
    assert stage.send("GET /users/ann/presence/sublist").json()["result"]["totalnum"] == 0
    sent("POST /users/ann/presence/60", {"usernames": ["bob"]})(stage)
    sent("DELETE /users/ann/presence", ["bob"])(stage)
    assert stage.send("GET /users/ann/presence/sublist").json()["result"]["totalnum"] == 0


def test_a_user_follows_up_to_3000_others(stage: Stage) -> None:
    people("ann")(stage)
    names = numbered(3000)
    for start in range(0, 3000, 100):
        sent("POST /users/ann/presence/60", {"usernames": names[start : start + 100]})(stage)
    refused = stage.send("POST /users/ann/presence/60", {"usernames": ["bob"]})
    assert refused.json()["error_description"] == "too many sub presence"
    sent("POST /users/ann/presence/60", {"usernames": ["u1"]})(stage)


def test_a_thread_has_users_who_find_it(stage: Stage) -> None:
    group("ann", "bob")(stage)
    message("chatgroups", stage.names["group"])(stage)
    thread()(stage)
    sent("POST /thread/{thread}/users", {"usernames": ["bob"]})(stage)
    assert data(stage.send("GET /thread/{thread}/users")) == {"affiliations": ["ann", "bob"]}
    assert len(stage.send("GET /threads/chatgroups/{group}/user/bob").json()["data"]) == 1
    assert stage.send("GET /threads/chatgroups/1/user/bob").json()["data"] == []
    sent("DELETE /thread/{thread}/users", {"usernames": ["bob"]})(stage)
    assert stage.send("GET /threads/user/bob").json()["data"] == []
    sent("PUT /thread/{thread}", {"name": "renamed"})(stage)
    assert [item["name"] for item in stage.send("GET /thread").json()["data"]] == ["renamed"]
    sent("DELETE /thread/{thread}")(stage)
    assert stage.send("GET /thread").json()["data"] == []


def test_a_reaction_is_counted_and_taken_back(stage: Stage) -> None:
    message("users", "bob")(stage)
    for name in ("ann", "bob"):
        sent(f"POST /reaction/user/{name}", {"msgId": "{message}", "message": "smile"})(stage)
    listed = stage.send("GET /reaction/user/ann?msgIdList={message}&msgType=chat").json()["data"]
    assert [reaction["count"] for reaction in listed[0]["reactions"]] == [2]
    sent("DELETE /reaction/user/ann?msgId={message}&message=smile")(stage)
    detail = stage.send("GET /reaction/user/ann/detail?msgId={message}&message=smile").json()["data"]
    assert detail["userList"] == ["bob"]
    again = stage.send("DELETE /reaction/user/ann?msgId={message}&message=smile")
    assert again.status_code == 400


def test_a_file_comes_back_as_it_was_sent_until_it_expires(stage: Stage, advance: Advance) -> None:
    content = b"\r\n--b\x00\xff"
    file(content)(stage)
    stage.names["kept"] = stage.names["file"]
    file()(stage)
    assert stage.send("GET /chatfiles/{kept}").content == content
    sent("POST /users/ann/chatfiles/lifetime", {"lifetime": "forever", "chatfile_ids": ["{kept}"]})(stage)
    advance(7 * 86_400)
    assert stage.send("GET /chatfiles/{kept}").status_code == 200
    assert stage.send("GET /chatfiles/{file}").status_code == 404


def test_a_group_shares_files_of_its_own(stage: Stage) -> None:
    group("ann")(stage)
    shared = stage.send("POST /chatgroups/{group}/share_files", files={"file": ("f.txt", b"x")}).json()[
        "data"
    ]
    stage.names["file"] = shared["file_id"]
    listed = stage.send("GET /chatgroups/{group}/share_files").json()["data"]
    assert [(item["file_name"], item["file_size"]) for item in listed] == [("f.txt", 1)]
    assert stage.send("GET /chatgroups/{group}/share_files/{file}").content == b"x"
    sent("DELETE /chatgroups/{group}/share_files/{file}")(stage)
    assert stage.send("GET /chatgroups/{group}/share_files/{file}").status_code == 404
    assert stage.send("DELETE /chatgroups/{group}/share_files/{file}").status_code == 404


def test_a_favorite_is_its_owners(stage: Stage) -> None:
    stage.names["kept"] = stage.send("POST /users/ann/collections", {"ext": "a"}).json()["data"]["id"]
    assert stage.send("PUT /users/bob/collections/{kept}", {"ext": "b"}).status_code == 400
    sent("PUT /users/ann/collections/{kept}", {"ext": "b"})(stage)
    assert data(stage.send("GET /users/ann/collections")) == [{"id": stage.names["kept"], "ext": "b"}]
    assert data(stage.send("GET /users/bob/collections")) == []
    sent("DELETE /users/ann/collections", {"collection_ids": ["{kept}"]})(stage)
    assert data(stage.send("GET /users/ann/collections")) == []


def test_favorites_come_several_at_once_and_by_pages_of_100(stage: Stage) -> None:
    items = [{"data": name, "ext": name} for name in numbered(101)]
    kept = data(stage.send("POST /collections", {"username": "ann", "collections": items}))
    assert isinstance(kept, list)
    first = stage.send("GET /users/ann/collections").json()
    rest = data(stage.send(f"GET /users/ann/collections?cursor={first['cursor']}"))
    assert [item["id"] for item in first["data"]] == kept[:100]
    assert rest == [{"id": kept[100], "ext": "u100"}]


def test_push_keeps_labels_templates_and_settings(stage: Stage) -> None:
    people("ann")(stage)
    sent("POST /push/label", {"name": "vip"})(stage)
    sent("POST /push/label/vip/user", {"usernames": ["ann", "bob"]})(stage)
    sent("DELETE /push/label/vip/user", {"usernames": ["bob"]})(stage)
    assert data(stage.send("GET /push/label/vip/user")) == ["ann"]
    assert data(stage.send("GET /push/label")) == [{"name": "vip", "count": 1}]
    sent("POST /notification/template", {"name": "t", "title_pattern": "x"})(stage)
    sent("PUT /notification/template/t", {"title_pattern": "y"})(stage)
    assert data(stage.send("GET /notification/template/t")) == {"name": "t", "title_pattern": "y"}
    sent("DELETE /notification/template/t")(stage)
    assert stage.send("GET /notification/template/t").status_code == 400
    sent("PUT /users/ann/notification/user/bob", {"type": "NONE"})(stage)
    assert data(stage.send("GET /users/ann/notification/user/bob")) == {"type": "NONE"}
    assert data(stage.send("GET /users/ann/notification/chatgroup/1")) == {}
    sent("PUT /push/nickname", [{"username": "ann", "push_nickname": "Ann"}])(stage)
    assert stage.send("GET /users/ann").json()["entities"][0]["nickname"] == "Ann"


@pytest.mark.parametrize("service_name", ["presence", "thread", "reaction", "metadata", "rewrite", "push"])
def test_a_closed_service_opens_again(stage: Stage, service_name: str) -> None:
    paths = {
        "presence": "GET /users/ann/presence/sublist",
        "thread": "GET /thread",
        "reaction": "GET /reaction/user/ann",
        "metadata": "GET /metadata/user/ann",
        "rewrite": "PUT /messages/rewrite/{message}",
        "push": "GET /push/label",
    }
    people("ann")(stage)
    message("users", "ann")(stage)
    body = {"new_msg": {"type": "txt"}} if service_name == "rewrite" else None
    closed(service_name)(stage)
    assert stage.send(paths[service_name], body).status_code in {400, 403}
    opened(service_name)(stage)
    assert stage.send(paths[service_name], body).status_code == 200
