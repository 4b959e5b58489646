"""Messages as the service took them at first, with a kind of target."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.messages import TargetTypeMissing, TargetTypeUnknown
from sandbox.operations.bodies import as_object
from sandbox.operations.delivery import LARGEST_CLASSIC_MESSAGE, check_size, keep
from sandbox.replies import Reply, data
from sandbox.routes import Route

_CHATS = {"users": "chat", "chatgroups": "groupchat", "chatrooms": "chatroom"}


def send(call: Call) -> Reply:
    """Take a message for users, groups or rooms; nobody is online to receive it."""
    call.permit()
    kind = call.text("target_type")
    if not kind:
        raise Refusal(TargetTypeMissing())
    if kind not in _CHATS:
        raise Refusal(TargetTypeUnknown())
    check_size([call.fields.get("msg"), call.fields.get("ext")], LARGEST_CLASSIC_MESSAGE)
    message = as_object(call.fields.get("msg"))
    targets = call.texts("target")
    for target in targets:
        fields = {"from": call.text("from"), "type": message.get("type", ""), "body": message}
        keep(call, _CHATS[kind], target, fields)
    return data(dict.fromkeys(targets, "success"))


CLASSIC_ROUTES = (Route("POST", "/{org}/{app}/messages", send, collection=True),)
