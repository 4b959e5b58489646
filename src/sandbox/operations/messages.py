"""Messages as the service took them at first, with a kind of target."""

import json

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.messages import ClassicMessageTooLarge, TargetTypeMissing, TargetTypeUnknown
from sandbox.operations.bodies import as_object
from sandbox.operations.delivery import keep
from sandbox.replies import Reply, data
from sandbox.routes import Route

_CHATS = {"users": "chat", "chatgroups": "groupchat", "chatrooms": "chatroom"}
_LARGEST_MESSAGE = 40 * 1024


def send(call: Call) -> Reply:
    """Take a message for users, groups or rooms; nobody is online to receive it."""
    call.permit()
    kind = call.text("target_type")
    if not kind:
        raise Refusal(TargetTypeMissing())
    if kind not in _CHATS:
        raise Refusal(TargetTypeUnknown())
    content = json.dumps([call.fields.get("msg"), call.fields.get("ext")], ensure_ascii=False)
    if len(content.encode("utf-8", "replace")) > _LARGEST_MESSAGE:
        raise Refusal(ClassicMessageTooLarge())
    message = as_object(call.fields.get("msg"))
    targets = call.texts("target")
    for target in targets:
        fields = {"from": call.text("from"), "type": message.get("type", ""), "body": message}
        keep(call, _CHATS[kind], target, fields)
    return data(dict.fromkeys(targets, "success"))


CLASSIC_ROUTES = (Route("POST", "/{org}/{app}/messages", send, collection=True),)
