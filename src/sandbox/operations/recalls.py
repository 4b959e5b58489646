"""Taking messages back, changing them, and clearing what is kept of them."""

from collections.abc import Mapping

from sandbox.call import Call, as_text
from sandbox.failures import Refusal
from sandbox.failures import rewriting as failed
from sandbox.failures.delivery import (
    ChannelFieldEmpty,
    DeleteRoamMissing,
    RecalledNotFound,
    RecalledUnknownTarget,
    RecallFailed,
    RecallFieldEmpty,
    RecallTooLate,
    RoamingListTooLong,
    RoamingParameterMissing,
    RoamingUnopened,
)
from sandbox.failures.messages import RecallUnopened
from sandbox.operations.bodies import as_object, as_objects, check_types, read_object
from sandbox.operations.guards import check_fault, demand_application, demand_service
from sandbox.plan import DAY, MINUTE
from sandbox.records import Message
from sandbox.replies import Json, Reply, data
from sandbox.routes import Route

_RECALL_WINDOW = 2 * MINUTE
_KEPT_FOR = 7 * DAY
_MOST_EDITS = 10
_MOST_ROAMING = 50
_CHANGEABLE = frozenset({"txt", "custom"})


def recall(call: Call) -> Reply:
    """Take one message back."""
    message = _find_recalled(call, call.fields)
    check_fault(call, "recall_failing", RecallFailed())
    message.recalled = True
    return data({"msg_id": message.id, "recalled": "yes", "chat_type": message.chat, "to": message.target})


def recall_several(call: Call) -> Reply:
    """Take several messages back, all or none."""
    messages = [_find_recalled(call, item) for item in as_objects(call.fields.get("msgs"))]
    check_fault(call, "recall_failing", RecallFailed())
    for message in messages:
        message.recalled = True
    return data({"recalled": [message.id for message in messages]})


def rewrite(call: Call) -> Reply:
    """Change a text."""
    fields = read_object(call)
    check_types(fields, {"new_msg": dict, "user": str})
    message_id = call.taken("message")
    if not (message_id.isascii() and message_id.isdigit()):
        raise Refusal(failed.MessageIdIllegal())
    changed = as_object(fields.get("new_msg"))
    if not changed:
        raise Refusal(failed.NewMessageMissing())
    message = _find_changed(call, message_id)
    if fields.get("user") and fields["user"] != message.sender:
        raise Refusal(failed.RewriteNotYours())
    if message.type not in _CHANGEABLE or changed.get("type", message.type) != message.type:
        raise Refusal(failed.RewriteTypeUnsupported())
    if message.edits >= _MOST_EDITS:
        raise Refusal(failed.RewriteExhausted())
    check_fault(call, "rewrite_busy", failed.RewriteBusy())
    check_fault(call, "rewrite_failing", failed.RewriteFailed())
    message.edits += 1
    message.body = {name: value for name, value in changed.items() if name != "type"}
    return data("success")


def delete_channel(call: Call) -> Reply:
    """Delete a conversation from the list of one user."""
    fields = read_object(call)
    check_types(fields, {"channel": str, "type": str, "delete_roam": bool})
    for name in ("channel", "type"):
        if not fields.get(name):
            raise Refusal(ChannelFieldEmpty(name))
    if fields.get("delete_roam") is None:
        raise Refusal(DeleteRoamMissing())
    return data({"result": "ok"})


def delete_roaming(call: Call) -> Reply:
    """Delete messages from the history of a user, by their ids."""
    ids = [text for text in call.request.parameter("msgIdList").split(",") if text]
    if len(ids) > _MOST_ROAMING:
        raise Refusal(RoamingListTooLong(_MOST_ROAMING))
    if not ids:
        raise Refusal(RoamingParameterMissing())
    return clear_roaming(call)


def clear_roaming(_call: Call) -> Reply:
    """Clear the history of a user, which only its own devices would show."""
    return Reply({"status": "OK"})


def _find_recalled(call: Call, fields: Mapping[str, Json]) -> Message:
    for name in ("msg_id", "to", "chat_type", "force"):
        if as_text(fields.get(name)) == "":
            raise Refusal(RecallFieldEmpty(name))
    message = call.application.archive.messages.get(as_text(fields["msg_id"]))
    if message is None or message.recalled:
        raise Refusal(RecalledNotFound())
    if message.target != as_text(fields["to"]).lower():
        raise Refusal(RecalledUnknownTarget())
    if call.now - message.sent > _RECALL_WINDOW:
        raise Refusal(RecallTooLate())
    return message


def _find_changed(call: Call, message_id: str) -> Message:
    message = call.application.archive.messages.get(message_id)
    if message is None:
        raise Refusal(failed.RewrittenNotFound())
    if message.recalled or call.now - message.sent > _KEPT_FOR:
        raise Refusal(failed.RewrittenExpired())
    return message


_APP = "/{org}/{app}"
_CHAT = f"{_APP}/rest/message/roaming/chat/user/{{user}}"
_GROUP = f"{_APP}/rest/message/roaming/group/user/{{user}}"
_RECALLING = demand_service("recall", lambda _call: RecallUnopened())
_REWRITING = demand_service("rewrite", lambda _call: failed.RewriteUnopened())
_ROAMING = demand_service("roaming", lambda _call: RoamingUnopened())

ROUTES = (
    Route("POST", f"{_APP}/messages/msg_recall", recall, guard=_RECALLING),
    Route("POST", f"{_APP}/messages/batch_recall", recall_several, guard=_RECALLING),
    Route("PUT", f"{_APP}/messages/rewrite/{{message}}", rewrite, guard=_REWRITING),
    Route("DELETE", f"{_APP}/users/{{username}}/user_channel", delete_channel, guard=demand_application),
    Route("DELETE", _CHAT, delete_roaming, guard=_ROAMING),
    Route("DELETE", _GROUP, delete_roaming, guard=_ROAMING),
    Route("DELETE", f"{_CHAT}/time", clear_roaming, guard=_ROAMING),
    Route("DELETE", f"{_GROUP}/time", clear_roaming, guard=_ROAMING),
    Route("POST", f"{_APP}/rest/message/roaming/user/{{user}}/delete/all", clear_roaming, guard=_ROAMING),
)
