"""Reactions to messages."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures import reactions as failed
from sandbox.operations.guards import demand_service
from sandbox.operations.paging import following, page
from sandbox.records import Message
from sandbox.replies import Json, Reply, data
from sandbox.routes import Route

_MOST_REACTIONS = 20
_LARGEST_PAGE = 50
_MOST_MESSAGES = 20


def add_reaction(call: Call) -> Reply:
    """React to a message of a conversation that the user is in."""
    username, emoji = call.taken("username").lower(), call.text("message")
    message = _find_message(call, username, call.text("msgId"))
    reactions = call.application.archive.reactions
    users = reactions.get((message.id, emoji), [])
    if username in users:
        raise Refusal(failed.ReactionRepeated())
    if not users and sum(key[0] == message.id for key in reactions) >= _MOST_REACTIONS:
        raise Refusal(failed.ReactionsTooMany())
    reactions[message.id, emoji] = [*users, username]
    return data({"msgId": message.id, "reactions": [_describe(call, message.id, emoji)]})


def remove_reaction(call: Call) -> Reply:
    """Take a reaction back."""
    username = call.taken("username").lower()
    key = call.request.parameter("msgId"), call.request.parameter("message")
    reactions = call.application.archive.reactions
    if username not in reactions.get(key, []):
        raise Refusal(failed.ReactionNotAllowed())
    reactions[key].remove(username)
    if not reactions[key]:
        del reactions[key]
    return data("ok")


def list_reactions(call: Call) -> Reply:
    """The reactions to several messages."""
    ids = [text for text in call.request.parameter("msgIdList").split(",") if text]
    if len(ids) > _MOST_MESSAGES:
        raise Refusal(failed.ReactionMessagesTooMany())
    if call.request.parameter("msgType") == "groupchat" and not call.request.parameter("groupId"):
        raise Refusal(failed.ReactionGroupMissing())
    keys = list(call.application.archive.reactions)
    return data(
        [{"msgId": id_, "reactions": [_describe(call, *key) for key in keys if key[0] == id_]} for id_ in ids]
    )


def read_reaction(call: Call) -> Reply:
    """Who reacted to a message in one way."""
    if call.request.number("limit", default=1, most=_LARGEST_PAGE + 1) > _LARGEST_PAGE:
        raise Refusal(failed.ReactionPageTooLarge())
    key = call.request.parameter("msgId"), call.request.parameter("message")
    users = call.application.archive.reactions.get(key, [])
    shown, cursor = page(call, users, size=_LARGEST_PAGE)
    return data({"userList": list(shown), "reactionId": key[1], **following(cursor)})


def _find_message(call: Call, username: str, message_id: str) -> Message:
    message = call.application.archive.messages.get(message_id)
    if message is None:
        raise Refusal(failed.ReactionNotAllowed())
    group = call.application.groups.get(message.target)
    inside = group.has(username) if group else username in {message.sender, message.target}
    if not inside:
        raise Refusal(failed.ReactionNotAllowed())
    return message


def _describe(call: Call, message_id: str, emoji: str) -> dict[str, Json]:
    users = call.application.archive.reactions[message_id, emoji]
    return {"reactionId": emoji, "reaction": emoji, "count": len(users), "userList": list(users)}


_REACTIONS = "/{org}/{app}/reaction/user/{username}"
_GUARD = demand_service("reaction", lambda _call: failed.ReactionUnopened())

ROUTES = (
    Route("POST", _REACTIONS, add_reaction, guard=_GUARD),
    Route("DELETE", _REACTIONS, remove_reaction, guard=_GUARD),
    Route("GET", _REACTIONS, list_reactions, guard=_GUARD),
    Route("GET", f"{_REACTIONS}/detail", read_reaction, guard=_GUARD),
)
