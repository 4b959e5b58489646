# ruff: noqa: E501  # the table has a row a line
"""What provokes every documented error that the sandbox gives, and why it does not give the others.

A row names an error as `distinct_errors.csv` has it, and an operation that documents it, as
`errors_facts.csv` names it; then a scene, and the request that must fail.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from documented import Key, Row
from stage import (
    Stage,
    chunk,
    closed,
    failing,
    file,
    group,
    keyword_list,
    later,
    limits,
    message,
    numbered,
    opened,
    people,
    room,
    sent,
    thread,
    words,
)

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
TEXT = {"from": "ann", "to": ["bob"], "type": "txt", "body": {"msg": "hi"}}
CLASSIC = "usergrid-demo"
SEND, RECALL, REWRITE = "send one-to-one message", "recall message (single)", "edit message"
STREAM = "send one-to-one stream message"
RECALLED = {"msg_id": "{message}", "to": "bob", "chat_type": "chat", "force": True}
LONG = "x" * 513
GROUP = group("ann", "bob")
ROOM = room("ann", "bob")
TALK = message("users", "bob")
GROUP_TALK = (GROUP, message("chatgroups", "{group}"))
NEW_THREAD = {"group_id": "{group}", "name": "t", "msg_id": "{message}", "owner": "ann"}
BROADCAST = {"target_type": "users", "from": "admin", "msg": {"type": "txt", "msg": "hi"}}
STREAMED = {"from": "ann", "to": "bob", "body": {"msg": "b", "seq": 1, "msgId": "{stream}"}}


def nowhere(stage: Stage) -> None:
    """The address names an app that does not exist."""
    stage.service.app = "nowhere"


def without(body: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in body.items() if name not in names}


def chunked(**more: Any) -> dict[str, Any]:
    """The second chunk, with another body."""
    return {**STREAMED, "body": {"msg": "b", "seq": 1, "msgId": "{stream}", **more}}


def registered(name: str = "ann", **more: Any) -> dict[str, Any]:
    return {"username": name, "password": "p", **more}


# fmt: off
ACCESS = (
    Row("get group details", "401", "unauthorized", "Unable to authenticate (OAuth)", "GET /chatgroups/1", more={"token": ""}),
    Row("any REST API (common error page)", "401", "auth_bad_access_token", "Unable to authenticate due to corrupt access token", "GET /users", more={"token": "YWMt"}),
    Row("any REST API (common error page)", "401", "auth_bad_access_token", "Unable to authenticate", "GET /users", scene=(lambda stage: stage.service.client.post("/_sandbox/reset"),)),
    Row("any REST API (common error page)", "401", "unauthorized", "Unable to authenticate due to expired access token", "GET /users", scene=(later(6_000_000),)),
    Row("any REST API (common error page)", "401", "unauthorized", "registration is not open, please contact the app admin", "POST /users", registered(), org=CLASSIC, app="closed", more={"token": ""}),
    Row("register users (authorized, batch)", "401", "unauthorized", "Open registration doesn't allow, so register user need token,", "POST /users", [registered()], app="closed", scene=(people("ann"),), user="ann"),
    Row("get app token", "404", "organization_application_not_found", "Could not find application for {org_name}/{app_name} from URI: {uri}", "GET /users", scene=(nowhere,)),
    Row("get app token", "400", "illegal_argument", "client_id must be provided.", "POST /token", {"grant_type": "client_credentials"}),
    Row("get app token", "400", "illegal_argument", "client_secret must be provided", "POST /token", {"grant_type": "client_credentials", "client_id": "x"}),
    Row("get app token", "400", "invalid_grant", "client_id does not match", "POST /token", {"grant_type": "client_credentials", "client_id": "x", "client_secret": "x"}),
    Row("get app token", "400", "invalid_grant", "client_secret does not match", "POST /token", {"grant_type": "client_credentials", "client_id": "sandbox-id", "client_secret": "x"}),
    Row("get user token (by user ID and password)", "400", "invalid_grant", "invalid username or password", "POST /token", {"grant_type": "password", "username": "ann", "password": "x"}, org=CLASSIC),
    Row("get user token (by user ID, grant_type inherit)", "400", "invalid_grant", "user not activated", "POST /token", {"grant_type": "inherit", "username": "ann"}, scene=(people("ann"), sent("POST /users/ann/deactivate"))),
    Row("get user token (by user ID, grant_type inherit)", "404", "invalid_grant", "user not found", "POST /token", {"grant_type": "inherit", "username": "ann"}),
    Row("get user token (by user ID, grant_type inherit)", "404", "entity_not_found", "User {id} not found", "POST /token", {"grant_type": "inherit"}),
    Row("any REST API", "429", "reach_limit", "This request has reached api limit", "GET /users", scene=(limits(calls_per_second=1), sent("GET /users"))),
    Row("check friends", "429", "reach_limit", "This request has reached api limit.", "POST /contacts/check", scene=(limits(calls_per_second=0),)),
    Row("any REST API", "429", "resource_limited", "You have exceeded the limit of the Free edition. Please upgrade to higher edition.", "POST /users", registered(), scene=(limits(users=0),), org=CLASSIC),
    Row("any REST API", "413", "Request Entity Too Large", "Request Entity Too Large", "POST /users", b" " * (17 * 1024 * 1024)),
    Row("any REST API", "415", "web_application", "Unsupported Media Type", "POST /users", "ann", more={"headers": {"Content-Type": "text/plain"}}),
    Row("any REST API", "400", "json_parse", "Unexpected character {parser detail}", "POST /users", '{"username"="ann"}'),
    Row("any REST API (common error page)", "500", "no_full_text_index", "Entity 'user' with property named 'username' is not full text indexed. You cannot use the 'contains' operand on this field", "GET /users?ql=username contains 'x'"),
    Row("any REST API (common error page)", "500", "unsupported_service_operation", "Service operation not supported", "DELETE /users"),
    Row("any REST API (common error page)", "500", "web_application", "javax.ws.rs.WebApplicationException", "GET /nothing"),
    Row("register user (authorized, single)", "401", "unauthorized", "token is illegal.", "POST /users", registered(), (lambda stage: setattr(stage.service, "app", "closed"),)),
    Row("get user token (by user ID and password)", "400", "invalid_grant", "invalid password", "POST /token", {"grant_type": "password", "username": "ann", "password": "x"}, (people("ann"),)),
    Row("any REST API", "400", "illegal_argument", "this is an invalid request.", "POST /messages/users", {**TEXT, "to": "bob"}, org=CLASSIC),
)
USERS = (
    Row("get user details (single)", "404", "service_resource_not_found", "Service resource not found", "GET /users/ann"),
    Row("register user (open registration)", "400", "illegal_argument", "username {username} is not legal", "POST /users", registered("a b")),
    Row("register user (open registration)", "400", "illegal_argument", "USERNAME_TOO_LONG", "POST /users", registered("a" * 65)),
    Row("register user (open registration)", "400", "illegal_argument", "NICKNAME_TOO_LONG", "POST /users", registered(nickname="n" * 101)),
    Row("register user (open registration)", "400", "illegal_argument", "password or pin must provided", "POST /users", {"username": "ann"}),
    Row("register user (open registration)", "400", "duplicate_unique_property_exists", "Application {app} Entity user requires that property named username be unique, value of {username} exists", "POST /users", registered(), (people("ann"),)),
    Row("register user (open registration)", "429", "resource_limited", "You have exceeded the limit of the community edition,Please upgrade to the enterprise edition", "POST /users", registered(), (limits(users=0),)),
    Row("register users (authorized, batch)", "400", "duplicate_unique_property_exists", "the same user {username} has a different password, the passwords are {passwords}", "POST /users", [registered(), {**registered(), "password": "q"}]),
    Row("register users (authorized, batch)", "400", "illegal_argument", "Request body array size[{n}] had almost reached or been greater than the upper range value[{max}]", "POST /users", [registered(name) for name in numbered(61)]),
    Row("get user online status (batch)", "400", "illegal_argument", "request body exceeds maximum limit, maximum limit is {max}", "POST /users/batch/status", {"usernames": numbered(101)}),
    Row("set global mute of a user", "400", "required_property_not_found", "Entity user requires a property named username", "POST /mutes", {"username": "ann", "chat": 1}),
    Row("set global mute of a user", "403", "forbidden_op", "user_mute is not used for this app", "POST /mutes", {"username": "ann", "chat": 1}, (closed("user_mute"),)),
    Row("change user password", "400", "illegal_argument", "newpassword is required", "PUT /users/ann/password", {}),
    Row("change user password", "400", "illegal_argument", "oldPassword is required", "PUT /users/ann/password", {"newpassword": "n"}, (people("ann"),), user="ann"),
    Row("delete user (single)", "400", "management", "User with id {id} does not exist in app {app}", "POST /users/ann/deactivate", org=CLASSIC),
)
CONTACTS = (
    Row("list friends (paged)", "400", "illegal_argument", "getContacts | page size more than max limit : {max}", "GET /user/ann/contacts?limit=51", None, (people("ann"),)),
    Row("check friends", "400", "illegal_argument", "username cannot be blank", "POST /contacts/check", {"username": " ", "check_list": ["bob"]}),
    Row("check blocklist", "400", "illegal_argument", "check_list size must be between {min} and {max}", "POST /blocks/check", {"username": "ann", "check_list": []}),
    Row("check blocklist", "403", "forbidden_service_operation", "Service operation not allowed", "POST /blocks/check", {"username": "ann", "check_list": ["bob"]}, (people("ann"), sent("POST /users/ann/deactivate"))),
    Row("import friend list", "400", "illegal_argument", "request user over flow limit:{max}.", "POST /users/ann/contacts/import", {"usernames": numbered(11)}, (people("ann"),)),
    Row("import friend list", "403", "exceed_limit", "Inviter's contact max count.", "POST /users/ann/contacts/import", {"usernames": ["bob"]}, (people("ann", "bob"), limits(contacts=0))),
    Row("add friend", "403", "exceed_limit", "user contact number exceed limit", "POST /users/ann/contacts/users/bob", None, (people("ann", "bob"), limits(contacts=0))),
    Row("add friend", "403", "exceed_limit", "Inviter's contact max count", "POST /users/ann/contacts/users/bob", None, (people("ann", "bob"), limits(contacts=0)), org=CLASSIC),
    Row("add friend", "403", "exceed_limit", "Invitee's contact max count", "POST /users/ann/contacts/users/bob", None, (people("ann", "bob", "cid"), sent("POST /users/cid/contacts/users/bob"), limits(contacts=1)), org=CLASSIC),
)
GROUPS = (
    Row("get group details", "404", "resource_not_found", "grpID {group_id} does not exist!", "GET /chatgroups/1"),
    Row("list group members (paged)", "404", "service_resource_not_found", "do not find this group:{group_id}", "GET /chatgroups/1/users"),
    Row("create group", "404", "resource_not_found", "username {username} doesn't exist!", "POST /chatgroups", {"groupname": "g", "public": True, "owner": "ann"}),
    Row("create group", "400", "invalid_parameter", "{field} must be provided", "POST /chatgroups", {"groupname": "g", "public": True}),
    Row("create group", "400", "invalid_parameter", "group must contain public field!", "POST /chatgroups", {"groupname": "g", "owner": "ann"}),
    Row("create group", "400", "invalid_parameter", "avatar length is too big", "POST /chatgroups", {"groupname": "g", "public": True, "owner": "ann", "avatar": "x" * 1025}),
    Row("create group", "400", "illegal_argument", "group ID {group_id} already exists!", "POST /chatgroups", {"groupname": "g", "public": True, "owner": "ann", "groupid": "{group}"}, (GROUP,)),
    Row("create group", "403", "exceed_limit", "members size is greater than max user size !", "POST /chatgroups", {"groupname": "g", "public": True, "owner": "ann", "members": ["bob"], "maxusers": 1}, (people("ann", "bob"),)),
    Row("create group", "403", "exceed_limit", "appKey:{appkey} has create too many groups!", "POST /chatgroups", {"groupname": "g", "public": True, "owner": "ann"}, (people("ann"), limits(groups=0))),
    Row("create group", "403", "exceed_limit", "user {username} has joined too many groups!", "POST /chatgroups", {"groupname": "g", "public": True, "owner": "ann"}, (people("ann"), limits(joined_groups=0))),
    Row("create group", "403", "group_name_violation", "{name} is violation, please change it.", "POST /chatgroups", {"groupname": "rude g", "public": True, "owner": "ann"}, (people("ann"), words("rude"))),
    Row("create group or chatroom", "403", "forbidden_op", "this appKey has create too many groups/chatrooms!", "POST /chatgroups", {"groupname": "g", "public": True, "owner": "ann"}, (people("ann"), limits(groups=0)), org=CLASSIC),
    Row("add group or chatroom member", "403", "forbidden_op", "can not join this group, reason:user {username} has joined too many groups/chatroom!", "POST /chatgroups/{group}/users/cid", None, (GROUP, people("cid"), limits(joined_groups=0)), org=CLASSIC),
    Row("modify group info", "400", "invalid_parameter", "some of [{fields}] are not valid fields", "PUT /chatgroups/{group}", {"groupid": "1"}, (GROUP,)),
    Row("transfer group ownership", "403", "forbidden_op", "user: {username} doesn't exist in group: {group_id}", "PUT /chatgroups/{group}", {"newowner": "cid"}, (GROUP,)),
    Row("transfer group ownership", "403", "forbidden_op", "new owner and old owner are the same", "PUT /chatgroups/{group}", {"newowner": "ann"}, (GROUP,)),
    Row("remove group member (single)", "403", "forbidden_op", "users [{usernames}] are not members of this group!", "DELETE /chatgroups/{group}/users/cid", None, (GROUP,)),
    Row("remove group member (single)", "403", "forbidden_op", "forbidden operation on group owner!", "DELETE /chatgroups/{group}/users/ann", None, (GROUP,)),
    Row("remove group members (batch)", "400", "invalid_parameter", "kickMember: kickMembers number more than maxSize : {max}", "DELETE /chatgroups/{group}/users/" + ",".join(numbered(61)), None, (GROUP,)),
    Row("add group member (single)", "403", "forbidden_op", "can not join this group, reason:user: {username} already in group: {group_id}\\n", "POST /chatgroups/{group}/users/bob", None, (GROUP,)),
    Row("add group members (batch)", "403", "forbidden_op", "an not join this group, reason:user: {username} already in group: {group_id}\\n", "POST /chatgroups/{group}/users", {"usernames": ["bob"]}, (GROUP,)),
    Row("add group members (batch)", "400", "illegal_argument", "group member {username} doesn't exist", "POST /chatgroups/{group}/users", {"usernames": ["cid"]}, (GROUP,), org=CLASSIC),
    Row("add group admin", "404", "resource_not_found", "user: {username} doesn't exist in group: {group_id}", "POST /chatgroups/{group}/admin", {"newadmin": "cid"}, (GROUP,)),
    Row("remove group admin", "403", "forbidden_op", "user:{username} is not admin of group:{group_id}", "DELETE /chatgroups/{group}/admin/bob", None, (GROUP,)),
    Row("mute group members", "400", "invalid_parameter", "userNames size is more than max limit : {max}", "POST /chatgroups/{group}/mute", {"usernames": numbered(101)}, (GROUP,)),
    Row("unmute group members", "400", "invalid_parameter", "removeMute member size more than max limit : {max}", "DELETE /chatgroups/{group}/mute/" + ",".join(numbered(61)), None, (GROUP,)),
    Row("add to group blocklist (batch)", "400", "invalid_parameter", "userNames is more than max limit : {max}", "POST /chatgroups/{group}/blocks/users", {"usernames": numbered(101)}, (GROUP,)),
    Row("remove from group blocklist (batch)", "400", "invalid_parameter", "removeBlacklist: list size more than max limit : {max}", "DELETE /chatgroups/{group}/blocks/users/" + ",".join(numbered(61)), None, (GROUP,)),
    Row("add to group allowlist (batch)", "400", "invalid_parameter", "usernames size is more than max limit : {max}", "POST /chatgroups/{group}/white/users", {"usernames": numbered(101)}, (GROUP,)),
    Row("remove from group allowlist", "400", "invalid_parameter", "removeWhitelist size is more than max limit : {max}", "DELETE /chatgroups/{group}/white/users/" + ",".join(numbered(61)), None, (GROUP,)),
    Row("modify group announcement", "400", "illegal_argument", "announcement is null", "POST /chatgroups/{group}/announcement", {}, (GROUP,)),
    Row("modify group announcement", "403", "FORBIDDEN", "announce info length exceeds limit!", "POST /chatgroups/{group}/announcement", {"announcement": LONG}, (GROUP,)),
    Row("modify group announcement", "403", "group_announce_violation", "group announcement is violation, please change it.", "POST /chatgroups/{group}/announcement", {"announcement": "rude"}, (GROUP, words("rude"))),
)
ROOMS = (
    Row("remove chatroom member (single)", "400", "forbidden_op", "users [{usernames}] are not members of this group!", "DELETE /chatrooms/{room}/users/cid", None, (ROOM, people("cid"))),
    Row("create chatroom", "403", "exceed_limit", "appKey:{appkey} has create too many chatrooms!", "POST /chatrooms", {"name": "r", "owner": "ann"}, (people("ann"), limits(rooms=0))),
    Row("create chatroom", "403", "exceed_limit", "user {username} has joined too many chatrooms!", "POST /chatrooms", {"name": "r", "owner": "ann"}, (people("ann"), limits(joined_rooms=0))),
    Row("add chatroom member (single)", "403", "exceeded_limit", "can not join this group, reason:user {username} has joined too many chatrooms!", "POST /chatrooms/{room}/users/cid", None, (ROOM, people("cid"), limits(joined_rooms=0))),
    Row("add chatroom members (batch)", "400", "invalid_parameter", "addMembers: addMembers number more than maxSize : {max}", "POST /chatrooms/{room}/users", {"usernames": numbered(101)}, (ROOM,)),
    Row("modify chatroom info", "403", "exceed_limit", "title cannot exceed to {max}", "PUT /chatrooms/{room}", {"name": "r" * 129}, (ROOM,)),
    Row("modify chatroom info", "403", "exceed_limit", "desc cannot exceed to {max}", "PUT /chatrooms/{room}", {"description": LONG}, (ROOM,)),
    Row("modify chatroom info", "403", "exceed_limit", "maxUsers cannot exceed {max}", "PUT /chatrooms/{room}", {"maxusers": 10_001}, (ROOM,)),
    Row("modify chatroom announcement", "403", "forbidden_op", "announce info length exceeds limit!", "POST /chatrooms/{room}/announcement", {"announcement": LONG}, (ROOM,)),
    Row("set chatroom tags of a user", "403", "forbidden_op", "Group tag mute is disabled", "PUT /chatrooms/{room}/users/bob/tag", {"tags": ["t"]}, (ROOM, closed("tag_mute"))),
    Row("set chatroom tags of a user", "400", "invalid_parameter", "tags should be type of List", "PUT /chatrooms/{room}/users/bob/tag", {"tags": "t"}, (ROOM,)),
    Row("set chatroom tags of a user", "403", "exceed_limit", "user group tag count exceed limit", "PUT /chatrooms/{room}/users/bob/tag", {"tags": numbered(11)}, (ROOM,)),
    Row("set chatroom tags of a user", "403", "exceed_limit", "tag length exceeds limit!", "PUT /chatrooms/{room}/users/bob/tag", {"tags": ["t" * 33]}, (ROOM,)),
    Row("mute chatroom users by tag", "404", "resource_not_found", "group tag not found", "PUT /chatrooms/{room}/tag/mute", {"tag": "t", "mute_duration": 1}, (ROOM,)),
    Row("add chatroom member (single)", "403", "forbidden_op", "can not join this group, reason:user {username} has joined too many chatrooms!", "POST /chatrooms/{room}/users/cid", None, (ROOM, people("cid"), limits(joined_rooms=0)), org=CLASSIC),
)
MESSAGES = (
    Row(SEND, "400", "invalid_request_body", "Request body is invalid. Please check body is correct.", "POST /messages/users", {**TEXT, "to": "bob"}),
    *(Row(SEND, "400", "message_send_error", f"param {name} can't be empty", "POST /messages/users", {**TEXT, name: empty}) for name, empty in (("from", ""), ("to", []), ("type", ""), ("body", {}))),
    Row("send targeted group message", "400", "message_send_error", "param users can't be empty", "POST /messages/chatgroups/users", {**TEXT, "users": []}),
    Row(SEND, "400", "message_send_error", "param ext must be JSONObject", "POST /messages/users", {**TEXT, "ext": "x"}),
    Row(SEND, "400", "message_send_error", "params to's size can't exceed limit {max}", "POST /messages/users", {**TEXT, "to": numbered(601)}),
    Row(SEND, "400", "message_send_error", "message is too large", "POST /messages/users", {**TEXT, "ext": {"x": "x" * 5120}}, code="14007"),
    Row("send group message", "403", "message_send_error", "message send reach limit", "POST /messages/chatgroups", {**TEXT, "to": ["1"]}, (sent("POST /messages/chatgroups", {**TEXT, "to": ["1"]}, times=20),)),
    Row(SEND, "405", "", "", "GET /messages/users"),
    Row("send message (old target_type API)", "400", "illegal_argument", "target_type can only be 'users' or 'chatgroups' or 'chatrooms'", "POST /messages", {"target_type": "x"}, org=CLASSIC),
    Row("send message", "400", "illegal_argument", "message is too large", "POST /messages", {"target_type": "users", "target": ["bob"], "msg": {"type": "txt", "msg": "x" * 40_960}}, org=CLASSIC),
    Row("broadcast to all app users", "400", "illegal_argument", "target_type must be provided", "POST /messages/broadcast", without(BROADCAST, "target_type")),
    Row("broadcast to all app users", "400", "illegal_argument", "target_type can only be 'users'", "POST /messages/broadcast", {**BROADCAST, "target_type": "x"}),
    Row("broadcast to all app users", "400", "illegal_argument", "from can't be empty", "POST /messages/broadcast", {**BROADCAST, "from": ""}),
    Row("broadcast to all app users", "400", "illegal_argument", "ext must be JSONObject", "POST /messages/broadcast", {**BROADCAST, "ext": "x"}),
    Row("broadcast to all app users", "403", "forbidden_op", "message broadcast service is unopened", "POST /messages/broadcast", BROADCAST, (closed("broadcast"),)),
    Row("broadcast to all app users", "429", "", "This request has reached api limit", "POST /messages/broadcast", BROADCAST, (sent("POST /messages/broadcast", BROADCAST),)),
    Row("broadcast to all app users", "403", "forbidden_op", "broadcast message limit exceeded", "POST /messages/broadcast", BROADCAST, (sent("POST /messages/broadcast", BROADCAST), later(1800)) * 3),
    Row("broadcast to online app users", "403", "forbidden_op", "online user broadcast limit exceeded", "POST /messages/users/broadcast", BROADCAST, (sent("POST /messages/users/broadcast", BROADCAST), later(60)) * 50),
    Row("broadcast to all chatrooms", "403", "forbidden_op", "chatroom broadcast limit exceeded", "POST /messages/chatrooms/broadcast", BROADCAST, (sent("POST /messages/chatrooms/broadcast", BROADCAST, times=10), later(60)) * 10),
    Row("import one-to-one message", "400", "illegal_argument", "message body not allow empty", "POST /messages/users/import", {"from": "ann", "target": "bob", "type": "txt"}),
    Row("import one-to-one message", "400", "illegal_argument", "type not allow empty", "POST /messages/users/import", {"from": "ann", "target": "bob", "body": {"msg": "hi"}}),
    *(Row(RECALL, "400", "message_recall_error", f"param {name} can't be empty", "POST /messages/msg_recall", {**RECALLED, name: ""}, (opened("recall"), TALK)) for name in ("msg_id", "to", "chat_type", "force")),
    Row(RECALL, "400", "message_recall_error", "can't find msg to", "POST /messages/msg_recall", {**RECALLED, "to": "cid"}, (opened("recall"), TALK)),
    Row(RECALL, "403", "message_recall_error", "exceed recall time limit", "POST /messages/msg_recall", RECALLED, (opened("recall"), TALK, later(121))),
    Row(RECALL, "403", "message_recall_error", "not_found msg", "POST /messages/msg_recall", RECALLED, (opened("recall"), TALK, sent("POST /messages/msg_recall", RECALLED))),
    Row(RECALL, "403", "forbidden_op", "message recall service is unopened", "POST /messages/msg_recall", RECALLED, (TALK,)),
    Row("delete conversation (one side)", "400", "illegal_argument", "field channel cannot be null or empty", "DELETE /users/ann/user_channel", {"type": "chat", "delete_roam": True}),
    Row("delete conversation (one side)", "400", "illegal_argument", "field type cannot be null or empty", "DELETE /users/ann/user_channel", {"channel": "bob", "delete_roam": True}),
    Row("delete conversation (one side)", "400", "illegal_argument", "field delete_roam cannot be null", "DELETE /users/ann/user_channel", {"channel": "bob", "type": "chat"}),
    Row("clear all roaming messages of a user", "400", "service open exception", "this appKey not open message roaming", "POST /rest/message/roaming/user/ann/delete/all", None, (closed("roaming"),)),
    Row("delete one-to-one roaming messages by ID", "400", "param exception", "delete msg list limit can not greater than {max}", "DELETE /rest/message/roaming/chat/user/ann?msgIdList=" + ",".join(numbered(51))),
    Row("delete one-to-one roaming messages by ID", "400", "Bad Request", "Bad Request", "DELETE /rest/message/roaming/chat/user/ann"),
    Row("get history message file", "400", "illegal_argument", "illegal arguments: appkey: {appkey}, time: {time}", "GET /chatmessages/today"),
    Row("get history message file", "400", "illegal_argument", "This chatmessage request is not supported", "GET /chatmessages/today", org=CLASSIC),
    Row("get history message file", "400", "illegal_argument", "illegal arguments: appkey: {appkey}, time: {time}, maybe chat message history is expired or unstored", "GET /chatmessages/2017071000"),
    Row("get history message file", "404", "storage_object_not_found", "Failed to find chat message history download url for appkey: {appkey}, time: {time}", "GET /chatmessages/2017071400"),
    Row(SEND, "400", "", "params to's size can't exceed limit", "POST /messages/users", {**TEXT, "to": numbered(601)}, org=CLASSIC),
    Row(SEND, "403", "forbidden_op", "Forbidden for url: [{org_name}/{app_name}/messages/users]", "POST /messages/users", TEXT, (limits(user_messages_per_minute=0),), org=CLASSIC),
    Row("send group message", "403", "forbidden_op", "Forbidden for url: [{org_name}/{app_name}/messages/chatgroups]", "POST /messages/chatgroups", TEXT, (limits(group_messages_per_second=0),), org=CLASSIC),
    Row("send chatroom message", "403", "forbidden_op", "Forbidden for url: [{org_name}/{app_name}/messages/chatrooms]", "POST /messages/chatrooms", TEXT, (limits(room_messages_per_second=0),), org=CLASSIC),
)
REWRITES = (
    Row(REWRITE, "403", "message_rewrite_error", "The rewrite message feature is not open.", "PUT /messages/rewrite/{message}", {"new_msg": {"type": "txt", "msg": "n"}}, (TALK, closed("rewrite"))),
    Row(REWRITE, "400", "illegal_argument", "new_msg is required", "PUT /messages/rewrite/{message}", {"user": "ann"}, (TALK,)),
    Row(REWRITE, "400", "message_rewrite_error", "The message is of a type that is currently not supported for modification.", "PUT /messages/rewrite/{message}", {"new_msg": {"type": "img"}}, (TALK,)),
    Row(REWRITE, "400", "InvalidMessageIdException", "The provided message ID is not a valid number.", "PUT /messages/rewrite/x", {"new_msg": {"type": "txt"}}),
    Row(REWRITE, "404", "message_rewrite_error", "The message is unavailable or has expired.", "PUT /messages/rewrite/1", {"new_msg": {"type": "txt"}}),
    Row(REWRITE, "404", "MessageUnavailableException", "The message is unavailable or has expired.", "PUT /messages/rewrite/{message}", {"new_msg": {"type": "txt"}}, (TALK, later(8 * 86_400))),
    Row(REWRITE, "401", "message_rewrite_error", "You are not authorized to edit this message.", "PUT /messages/rewrite/{message}", {"user": "bob", "new_msg": {"type": "txt"}}, (TALK,)),
    Row(REWRITE, "403", "message_rewrite_error", "The message has reached its edit limit and cannot be modified further.", "PUT /messages/rewrite/{message}", {"new_msg": {"type": "txt"}}, (TALK, sent("PUT /messages/rewrite/{message}", {"new_msg": {"type": "txt"}}, times=10))),
)
STREAMS = (
    Row(STREAM, "unspecified", "", "param from can't be empty", "POST /stream_message/user", without(STREAMED, "from"), code="14001"),
    Row(STREAM, "unspecified", "", "param to can't be empty", "POST /stream_message/user", without(STREAMED, "to"), code="14002"),
    Row(STREAM, "unspecified", "", "param body can't be empty", "POST /stream_message/user", without(STREAMED, "body"), code="14005"),
    Row(STREAM, "unspecified", "", "param body.seq is illegal", "POST /stream_message/user", chunked(seq=-1), code="14030"),
    Row(STREAM, "unspecified", "", "can not find stream message by msgId", "POST /stream_message/user", chunked(msgId="1"), code="14031"),
    Row(STREAM, "unspecified", "", "stream message total length exceeds limit", "POST /stream_message/user", chunked(msg="x" * 131_072), (chunk("user"),), code="14032"),
    Row(STREAM, "unspecified", "", "stream message chunk interval timeout", "POST /stream_message/user", STREAMED, (chunk("user"), later(31)), code="14033"),
    Row(STREAM, "unspecified", "", "stream message total timeout", "POST /stream_message/user", STREAMED, (chunk("user"), later(1801)), code="14034"),
    Row("send group stream message", "unspecified", "", "stream message has already finished", "POST /stream_message/chatgroup", STREAMED, (chunk("chatgroup", finish=True),), code="14035"),
    Row(STREAM, "unspecified", "message_send_error", "stream message has already finished", "POST /stream_message/user", STREAMED, (chunk("user", finish=True),), code="14035"),
    Row(STREAM, "unspecified", "", "stream message from user mismatch", "POST /stream_message/user", {**STREAMED, "from": "cid"}, (chunk("user"),), code="14036"),
    Row(STREAM, "unspecified", "", "stream message to user mismatch", "POST /stream_message/user", {**STREAMED, "to": "cid"}, (chunk("user"),), code="14037"),
    Row("send group stream message", "unspecified", "", "stream message to mismatch", "POST /stream_message/chatgroup", {**STREAMED, "to": "cid"}, (chunk("chatgroup"),), code="14037"),
    Row(STREAM, "unspecified", "", "stream message chunk seq too small", "POST /stream_message/user", chunked(seq=0), (chunk("user"),), code="14038"),
)
FILES = (
    Row("upload message file", "400", "illegal_argument", "file must be provided.", "POST /chatfiles", more={"files": {"other": b"x"}}),
    Row("upload message file", "413", "file exceeding maximum limit", "the file size exceeds the maximum limit.", "POST /chatfiles", more={"files": {"file": b"x" * (10 * 1024 * 1024 + 1)}}),
    Row("download message file", "404", "entity_not_found", "file may not exists", "GET /chatfiles/1"),
    Row("download message file", "404", "file_expired", "file {file_uuid} is expired", "GET /chatfiles/{file}", None, (file(), later(7 * 86_400))),
    Row("upload group shared file", "404", "RestGroupFeignException", "grpID {group_id} does not exist!", "GET /chatgroups/1/share_files"),
    Row("upload group shared file", "400", "IllegalArgumentException", "file must be provided.", "POST /chatgroups/{group}/share_files", {}, (GROUP,)),
    Row("set storage mode of message attachments", "403", "forbidden_op", "", "POST /users/ann/chatfiles/lifetime", {"lifetime": "forever"}, (closed("file_lifetime"),)),
    Row("set storage mode of message attachments", "400", "illegal_argument", "lifetime must be either 'forever' or 'default' or 'refresh'.", "POST /users/ann/chatfiles/lifetime", {"lifetime": "x"}),
    Row("set storage mode of message attachments", "400", "illegal_argument", "chatfile_ids size is too large", "POST /users/ann/chatfiles/lifetime", {"lifetime": "forever", "chatfile_ids": numbered(101)}),
)
ATTRIBUTES = (
    Row("set user attributes", "403", "FORBIDDEN", "{appkey} user metadata service not allow", "PUT /metadata/user/ann", "a=b", (closed("metadata"),), more={"headers": FORM}),
    Row("set user attributes", "403", "FORBIDDEN", "size of metadata for this single user exceeds the user defined limit, {n}Bytes", "PUT /metadata/user/ann", "a=" + "x" * 2048, more={"headers": FORM}),
    Row("set user attributes", "403", "FORBIDDEN", "size of metadata for this single user exceeds the current mysql column size, {n}Bytes", "PUT /metadata/user/ann", "phone=" + "1" * 33, more={"headers": FORM}),
    Row("set user attributes", "403", "FORBIDDEN", "total size of user metadata for this app exceeds the user defined limit, {n}Bytes", "PUT /metadata/user/ann", "a=b", (limits(attribute_bytes=1),), more={"headers": FORM}),
    Row("set user attributes", "415", "UNSUPPORTED_MEDIA_TYPE", "Content-Type '{content_type}' is not supported.", "PUT /metadata/user/ann", {"a": "b"}),
    Row("get user attributes (single)", "401", "metadata_error", "auth error", "GET /metadata/user/bob", None, (people("ann"),), user="ann"),
    Row("get user attributes (batch)", "400", "BAD_REQUEST", "exceed allowed batch size {max}", "POST /metadata/user/get", {"targets": numbered(101), "properties": ["a"]}),
    Row("get total size of user attributes in app", "401", "unauthorized", "unauthorized", "GET /metadata/user/capacity", None, (people("ann"),), user="ann"),
    Row("set group member attributes (single)", "400", "metadata_error", "exceeds chatgroup user metadata single key limit", "PUT /metadata/chatgroup/{group}/user/bob", {"metaData": {"k" * 17: "v"}}, (GROUP,)),
    Row("set group member attributes (single)", "400", "metadata_error", "exceeds chatgroup user metadata single value limit", "PUT /metadata/chatgroup/{group}/user/bob", {"metaData": {"k": LONG}}, (GROUP,)),
    Row("set group member attributes (batch)", "400", "metadata_error", "Some users are not in the group: {usernames}", "PUT /metadata/chatgroup/{group}/users/batch", [{"username": "cid", "metadata": {"k": "v"}}], (GROUP,)),
    Row("set group member attributes (batch)", "400", "metadata_error", "exceeds chatgroup metadata batch put users limit", "PUT /metadata/chatgroup/{group}/users/batch", [{"username": name} for name in numbered(21)], (GROUP,)),
    Row("set group member attributes (batch)", "403", "metadata_error", "chatgroup user metadata service not allow", "PUT /metadata/chatgroup/{group}/users/batch", [], (GROUP, closed("member_metadata"))),
    Row("set group member attributes (batch)", "404", "metadata_error", "group not exists", "PUT /metadata/chatgroup/1/users/batch", []),
    Row("get all attributes of a group member", "404", "MetadataException", "user not in group", "GET /metadata/chatgroup/{group}/user/cid", None, (GROUP,)),
    Row("get group member attributes by key", "400", "metadata_error", "query param reaches limit.", "POST /metadata/chatgroup/{group}/get", {"targets": numbered(11), "properties": ["k"]}, (GROUP,)),
    Row("set chatroom attributes", "400", "", "exceed allowed batch size {max}", "PUT /metadata/chatroom/{room}/user/bob", {"metaData": dict.fromkeys(numbered(11), "v")}, (ROOM,)),
    Row("set chatroom attributes", "401", "MetadataException", "user is not in chatroom", "PUT /metadata/chatroom/{room}/user/cid", {"metaData": {"k": "v"}}, (ROOM,)),
    Row("set chatroom attributes", "400", "", "others are not allowed to be set", "PUT /metadata/chatroom/{room}/user/bob", {"metaData": {"k": "v"}}, (ROOM, sent("PUT /metadata/chatroom/{room}/user/ann", {"metaData": {"k": "v"}}))),
)
OLD_PRESENCE = "presence APIs (old common page)"
PRESENCE = (
    Row("set presence", "400", "service open exception", "the app not open presence", "POST /users/ann/presence/web/1", {"ext": "x"}, (people("ann"), closed("presence"))),
    Row("set presence", "400", "illegal_argument", "ext cannot be null", "POST /users/ann/presence/web/1", {}, (people("ann"),)),
    Row("set presence", "400", "illegal_argument", "ext is too big", "POST /users/ann/presence/web/1", {"ext": "x" * 1025}, (people("ann"),)),
    Row("subscribe to presence (batch)", "400", "illegal_argument", "usernames is empty", "POST /users/ann/presence/60", {}, (people("ann"),)),
    Row("subscribe to presence (batch)", "400", "illegal_argument", "too many sub presence", "POST /users/ann/presence/60", {"usernames": numbered(101)}, (people("ann"),)),
    Row("subscribe to presence (batch)", "400", "illegal_argument", "you can't sub yourself", "POST /users/ann/presence/60", {"usernames": ["ann"]}, (people("ann"),)),
    Row("unsubscribe from presence", "400", "illegal_argument", "usernames cannot be null", "DELETE /users/ann/presence", [], (people("ann"),)),
    Row("unsubscribe from presence", "400", "illegal_argument", "too many unsub presences", "DELETE /users/ann/presence", numbered(101), (people("ann"),)),
    Row("get presence (batch)", "400", "illegal_argument", "too many get presences", "POST /users/ann/presence", {"usernames": numbered(101)}, (people("ann"),)),
    Row(OLD_PRESENCE, "400", "", "ext is too big", "POST /users/ann/presence/web/1", {"ext": "x" * 1025}, (people("ann"),)),
    Row(OLD_PRESENCE, "400", "", "too many sub presence", "POST /users/ann/presence/60", {"usernames": numbered(101)}, (people("ann"),)),
    Row(OLD_PRESENCE, "400", "", "you can't sub yourself", "POST /users/ann/presence/60", {"usernames": ["ann"]}, (people("ann"),)),
    Row(OLD_PRESENCE, "400", "", "too many unsub presences", "DELETE /users/ann/presence", numbered(101), (people("ann"),)),
    Row(OLD_PRESENCE, "400", "", "too many get presences", "POST /users/ann/presence", {"usernames": numbered(101)}, (people("ann"),)),
    Row("get online member count of a group", "400", "illegal_argument", "Id cannot be null.", "GET /presence/online/%20/type/1"),
    Row("get online member count of a group", "400", "illegal_argument", "Type cannot be null.", "GET /presence/online/1/type/%20"),
    Row("get online member count of a group", "400", "illegal_argument", "Type must be 0 or 1.", "GET /presence/online/1/type/2"),
    Row("get online member count of a group", "400", "service open exception", "this appkey not open rest group online service", "GET /presence/online/1/type/1", None, (closed("group_online"),)),
)
THREADS = (
    Row("create thread", "403", "group_error", "thread not open.", "POST /thread", NEW_THREAD, (*GROUP_TALK, closed("thread"))),
    Row("create thread", "400", "param_illegal", "Failed to read HTTP message", "POST /thread", "{"),
    Row("create thread", "400", "group_error", "thread name limit reached.", "POST /thread", {**NEW_THREAD, "name": "t" * 65}, GROUP_TALK),
    Row("create thread", "404", "group_error", "group not found.", "POST /thread", {**NEW_THREAD, "group_id": "1"}, GROUP_TALK),
    Row("create thread", "404", "group_error", "user not in group.", "POST /thread", {**NEW_THREAD, "owner": "cid"}, GROUP_TALK),
    Row("create thread", "404", "group_error", "msg not exist.", "POST /thread", {**NEW_THREAD, "msg_id": "1"}, GROUP_TALK),
    Row("create thread", "400", "group_error", "msg not belong to app.", "POST /thread", NEW_THREAD, (GROUP, lambda stage: message("users", "bob")(Stage(stage.service.beside("closed"), stage.names)))),
    Row("create thread", "400", "group_error", "msg not belong to group .", "POST /thread", NEW_THREAD, (GROUP, message("chatgroups", "1"))),
    Row("create thread", "400", "group_error", "thread must on group message to create.", "POST /thread", NEW_THREAD, (GROUP, TALK)),
    Row("create thread", "400", "group_error", "thread not nested.", "POST /thread", NEW_THREAD, (*GROUP_TALK, thread(), message("chatgroups", "{thread}"))),
    Row("create thread", "403", "group_error", "msg already create thread.not allow to create.", "POST /thread", NEW_THREAD, (*GROUP_TALK, thread())),
    Row("create thread", "403", "group_error", "thread number has reached limit.", "POST /thread", NEW_THREAD, (*GROUP_TALK, limits(threads=0))),
    Row("create thread", "403", "group_error", "user join thread reach limit.", "POST /thread", NEW_THREAD, (*GROUP_TALK, limits(joined_threads=0))),
    Row("delete thread", "404", "group_error", "thread not found.", "DELETE /thread/1"),
    Row("list threads in app", "400", "group_error", "query param reaches limit.", "GET /thread?limit=51"),
    Row("add users to thread", "400", "group_error", "request body reaches limit.", "POST /thread/{thread}/users", {"usernames": numbered(11)}, (*GROUP_TALK, thread())),
)
REACTION = {"msgId": "{message}", "message": "smile"}
OTHERS = (
    Row("add reaction", "400", "Bad Request", "this appKey is not open reaction service!", "POST /reaction/user/ann", REACTION, (TALK, closed("reaction"))),
    Row("add reaction", "400", "Bad Request", "the user operation is illegal!", "POST /reaction/user/cid", REACTION, (TALK,)),
    Row("add reaction", "400", "Bad Request", "the user is already operation this message", "POST /reaction/user/ann", REACTION, (TALK, sent("POST /reaction/user/ann", REACTION))),
    Row("add reaction", "400", "Bad Request", "The quantity has exceeded the limit!", "POST /reaction/user/ann", REACTION, (TALK, *(sent("POST /reaction/user/ann", {**REACTION, "message": name}) for name in numbered(20)))),
    Row("get reaction by message ID and emoji ID", "400", "Bad Request", "Limit exceeds the maximum quantity limit", "GET /reaction/user/ann/detail?limit=51"),
    Row("get reactions by message ID", "400", "Bad Request", "msgIdList exceeds the maximum number limit", "GET /reaction/user/ann?msgType=chat&msgIdList=" + ",".join(numbered(21))),
    Row("get reactions by message ID", "400", "Bad Request", "groupId can not be null!", "GET /reaction/user/ann?msgIdList=1&msgType=groupchat"),
    Row("delete favorites", "400", "", "user collection not found", "DELETE /users/ann/collections", {"collection_ids": ["1"]}),
    Row("list favorites (paged)", "400", "illegal_argument", "limit should be less than {max}", "GET /users/ann/collections?limit=201"),
    Row("list favorites (paged)", "400", "illegal_argument", "direction should be desc or asc", "GET /users/ann/collections?direction=up"),
    Row("create push tag", "403", "ServiceNotOpenException", "push service not open", "POST /push/label", {"name": "l"}, (closed("push"),)),
    Row("get push tag", "400", "ResourceNotFoundException", "push label not exists of {label}", "GET /push/label/l"),
    Row("get push template", "400", "EntityNotFoundException", "{template} template is not exist", "GET /notification/template/t"),
    Row("configure offline push", "400", "RequiredPropertyNotFoundException", "Entity user requires a property named username", "PUT /users/ann/notification/user/bob", {"type": "ALL"}),
    Row("configure offline push", "400", "IllegalArgumentException", "parameters is invalid : {property}", "PUT /users/ann/notification/user/bob", {"type": "x"}, (people("ann"),)),
    Row("instant push to several users, asynchronous", "400", "MessageException", "bad_request", "POST /push/single", {"targets": ["ann"]}),
    Row("instant push to several users, asynchronous", "403", "LimitException", "limit request", "POST /push/single", {"targets": ["ann"], "pushMessage": {"title": "t"}}, (limits(pushes_per_second=0),)),
    Row("set push nicknames (batch)", "400", "illegal_argument", "put user push nicknames illegal empty request body", "PUT /push/nickname", []),
    Row("set push nicknames (batch)", "400", "illegal_argument", "put user push nicknames exceeds the limit", "PUT /push/nickname", [{"username": name} for name in numbered(51)]),
    Row("set push nicknames (batch)", "400", "illegal_argument", "{username} push nickname length exceeds the limit", "PUT /push/nickname", [{"username": "ann", "push_nickname": "n" * 101}]),
    Row("create push template", "404", "Request path does not exist", "url is invalid", "POST /notification/templates", {"name": "t"}),
    Row("instant push, synchronous", "400", "IllegalArgumentException", "Any", "POST /push/sync/ann", {"targets": "ann", "pushMessage": {"title": "t"}}),
    Row("AIGC robot APIs", "400", "Bad Request", "Request param error", "GET /robot/rule?size=21"),
)
LIST = {"name": "l", "scope": "ALL", "disposition": "REJECT", "textContexts": ["rude"]}
KEYWORDS = keyword_list("rude")
CREATE_LIST, MODIFY_LIST, ADD_WORDS = "create keyword list", "modify keyword list", "add keywords"
MODERATE = "moderate text (active)"
MODERATION = (
    Row(CREATE_LIST, "400", "MODERATION_002", "request param is empty", "POST /moderation/text/list", without(LIST, "scope")),
    Row(CREATE_LIST, "400", "Bad Request", "request param is empty", "POST /moderation/text/list", {**LIST, "name": ""}),
    Row(CREATE_LIST, "400", "Bad Request", "moderation org data is empty", "POST /moderation/text/list", LIST, (closed("keywords"),)),
    Row(CREATE_LIST, "400", "Bad Request", "The textList already exists", "POST /moderation/text/list", LIST, (KEYWORDS,)),
    Row(CREATE_LIST, "400", "Bad Request", "The textList count exceeds the maximum number", "POST /moderation/text/list", LIST, (limits(keyword_lists=0),)),
    Row(CREATE_LIST, "400", "Bad Request", "The text count exceeds the maximum number", "POST /moderation/text/list", {**LIST, "textContexts": numbered(201)}),
    Row(CREATE_LIST, "400", "Bad Request", "the number of words exceeds the limit", "POST /moderation/text/list", LIST, (limits(keywords=0),)),
    Row(MODIFY_LIST, "400", "Bad request", "textList data is empty", "PUT /moderation/text/list/1", {"name": "m"}),
    Row(MODIFY_LIST, "400", "Bad request", "textList id is empty", "PUT /moderation/text/list/%20", {"name": "m"}),
    Row(MODIFY_LIST, "400", "Bad request", "The textList already exists", "PUT /moderation/text/list/{list}", {"name": "l"}, (KEYWORDS, keyword_list("x", name="m"))),
    Row("delete keyword list", "400", "Bad request", "appkey is not exist", "DELETE /moderation/text/list/1", None, (nowhere,)),
    Row(ADD_WORDS, "400", "Bad Request", "textList data is empty", "POST /moderation/text/list/1/word/batch", {"wordContents": ["x"]}),
    Row(ADD_WORDS, "400", "Bad Request", "request data is empty", "POST /moderation/text/list/{list}/word/batch", {"wordContents": []}, (KEYWORDS,)),
    Row(ADD_WORDS, "400", "Bad Request", "The textList already contains the text", "POST /moderation/text/list/{list}/word/batch", {"wordContents": ["rude"]}, (KEYWORDS,)),
    Row("modify keyword", "400", "Bad request", "the param can not be empty", "PUT /moderation/text/list/{list}/word", {"id": "1", "word": "x"}, (KEYWORDS,)),
    Row(MODERATE, "400", "Bad request", "message content is empty or null", "POST /moderation/txt/check", {"content": " "}, code="4000005"),
    Row(MODERATE, "400", "Bad request", "orgName not found", "POST /moderation/txt/check", {"content": "x"}, (lambda stage: setattr(stage.service, "org", "nowhere"),), code="4000303"),
    Row(MODERATE, "400", "Bad request", "application not found", "POST /moderation/txt/check", {"content": "x"}, (nowhere,), code="4000303"),
    Row(MODERATE, "400", "Bad request", "text moderation not open", "POST /moderation/txt/check", {"content": "x"}, (closed("text_moderation"),), code="4000404"),
    Row(MODERATE, "400", "Bad request", "text rule moderation not exist", "POST /moderation/txt/check", {"content": "x"}, (closed("text_rule"),), code="4000303"),
    Row(MODERATE, "400", "Bad request", "text rule moderation not active", "POST /moderation/txt/check", {"content": "x"}, (closed("text_rule_active"),), code="4000404"),
)
TRANSLATE = "translate text"
TRANSLATED = {"text": "study", "to": ["de"]}
TRANSLATION = (
    Row(TRANSLATE, "400", "", "An input text is missing or invalid", "POST /translate", {**TRANSLATED, "text": " "}),
    Row(TRANSLATE, "400", "", "The target language is missing or invalid", "POST /translate", {**TRANSLATED, "to": ["de", "xx"]}),
    Row(TRANSLATE, "400", "", "The input text is too long", "POST /translate", {"text": "x" * 10_001, "to": ["de"]}),
    Row(TRANSLATE, "400", "", "The request has reached the maximum limit", "POST /translate", TRANSLATED, (limits(calls_per_second=0),)),
    Row(TRANSLATE, "400", "", "InternalTranslateFailedException", "POST /translate", TRANSLATED, (failing("translation_failing"),)),
    Row(TRANSLATE, "503", "", "service not open", "POST /translate", TRANSLATED, (closed("translation"),)),
)
SEARCH, FIND = "search messages", "POST /users/ann/messages/search/get"
FOUND = {"data": {"keyword": "hello"}}
SEARCHES = (
    Row(SEARCH, "400", "", "请求体格式错误或缺少必需参数", FIND, {"data": {}}, code="4000005"),
    Row(SEARCH, "400", "", "搜索条件过于复杂", FIND, {"data": {"keyword": "x" * 121}}, code="4000006"),
    Row(SEARCH, "401", "", "Token 不合法或已过期", FIND, FOUND, (later(6_000_000),), code="4010101"),
    Row(SEARCH, "403", "", "搜索服务未激活", FIND, FOUND, (closed("search"),), code="4030204"),
    Row(SEARCH, "404", "", "应用不存在", FIND, FOUND, (nowhere,), code="4040302"),
    Row(SEARCH, "429", "", "API 调用频率超出限制", FIND, FOUND, (limits(calls_per_second=0),), code="4290501"),
    Row(SEARCH, "500", "", "Internal server error", FIND, FOUND, (failing("search_failing"),), code="5000701"),
    Row(SEARCH, "502", "", "下游服务暂时不可用", FIND, FOUND, (failing("search_unreachable"),), code="5020801"),
)
FAULTS = (
    Row("get user token (by user ID, grant_type inherit)", "409", "concurrent_operation_error", "concurrency create app user failed", "POST /token", {"grant_type": "inherit", "username": "ann", "autoCreateUser": True}, (failing("registration_busy"),)),
    Row("set user attributes", "409", "CONFLICT", "Failed to {operation}. Concurrent {operation} not allowed", "PUT /metadata/user/ann", "a=b", (failing("attributes_busy"),), more={"headers": FORM}),
    Row("set user attributes", "500", "INTERNAL_SERVER_ERROR", "update metadata failed", "PUT /metadata/user/ann", "a=b", (failing("attributes_failing"),), more={"headers": FORM}),
    Row("get user attributes (single)", "500", "INTERNAL_SERVER_ERROR", "", "GET /metadata/user/ann", None, (failing("attributes_unreadable"),)),
    Row("set group member attributes (batch)", "409", "metadata_error", "Failed to operate user metadata. Concurrent operation not allowed", "PUT /metadata/chatgroup/{group}/users/batch", [{"username": "bob", "metadata": {"k": "v"}}], (GROUP, failing("member_attributes_busy"))),
    Row("presence APIs (old common page)", "400", "", "set presence failed", "POST /users/ann/presence/web/1", {"ext": "x"}, (people("ann"), failing("presence_failing"))),
    Row("bind or unbind push information", "5xx", "Internal server error", "Any", "PUT /users/ann/push/binding", {}, (people("ann"), failing("push_failing"))),
    Row(RECALL, "500", "", "internal error", "POST /messages/msg_recall", RECALLED, (opened("recall"), TALK, failing("recall_failing"))),
    Row(REWRITE, "409", "concurrent_operation_error", "The message has been edited by another.", "PUT /messages/rewrite/{message}", {"new_msg": {"type": "txt"}}, (TALK, failing("rewrite_busy"))),
    Row(REWRITE, "500", "RewriteMessageInternalErrorException", "An unknown error occurred while processing the request.", "PUT /messages/rewrite/{message}", {"new_msg": {"type": "txt"}}, (TALK, failing("rewrite_failing"))),
    Row("AIGC robot APIs", "500", "Internal Server Error", "Internal Server Error", "GET /robot/rule", None, (failing("robots_failing"),)),
)
# fmt: on
ROWS = (
    *ACCESS,
    *USERS,
    *CONTACTS,
    *GROUPS,
    *ROOMS,
    *MESSAGES,
    *REWRITES,
    *STREAMS,
    *FILES,
    *ATTRIBUTES,
    *PRESENCE,
    *THREADS,
    *OTHERS,
    *MODERATION,
    *TRANSLATION,
    *SEARCHES,
    *FAULTS,
)
# Why the sandbox gives none of these; every other documented error has a row.
UNGIVEN: Mapping[Key, str] = {
    (
        "400",
        "illegal_argument",
        "",
        "Entity user requires a property named username",
    ): "answers on record have this text under required_property_not_found",
    (
        "400",
        "illegal_argument",
        "",
        "username is not legal",
    ): "the table leaves out the name, which answers on record have",
    (
        "400",
        "illegal_argument",
        "",
        "updateRemark they are not friends, please add as a friend first.",
    ): "the answer on record has a bar after the first word, which divides the columns of the table",
    (
        "401",
        "unauthorized",
        "",
        "Open registration doesn't allow, so register user need token",
    ): "answers on record, and the other page, end in a comma",
    (
        "400",
        "",
        "",
        "resource not exist",
    ): "needs a device that has been online, and nothing connects to a sandbox",
    (
        "400",
        "",
        "",
        "too many queries",
    ): "the page tells neither the operation nor the number; today's presence answers 429 to too many calls",
}
