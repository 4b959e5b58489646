"""Whether users are online: none ever is, as no client connects to a stand-in."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.users import MutedUserNotFound, MuteUnopened, StatusBatchTooLarge
from sandbox.operations.bodies import parse_integer
from sandbox.operations.guards import demand_admin, demand_application, demand_service
from sandbox.replies import Json, Reply, data
from sandbox.routes import Route
from sandbox.state import User

_USERS = "/{org}/{app}/users"
_LARGEST_BATCH = 100
_CHATS = ("chat", "groupchat", "chatroom")


def read_status(call: Call) -> Reply:
    """The status of one user."""
    user = call.owner()
    return data({user.username: "offline"})


def read_statuses(call: Call) -> Reply:
    """The status of several users, unknown ones too."""
    usernames = call.texts("usernames")
    if len(usernames) > _LARGEST_BATCH:
        raise Refusal(StatusBatchTooLarge(_LARGEST_BATCH))
    return data([{username: "offline"} for username in usernames])


def disconnect(call: Call) -> Reply:
    """End the connections of a user, or of one device."""
    call.owner()
    return data({"result": True})


def list_resources(call: Call) -> Reply:
    """The devices of a user that are online."""
    call.owner()
    return data([])


def count_offline_messages(call: Call) -> Reply:
    """How many messages wait for a user."""
    user = call.owner()
    messages = call.application.archive.messages.values()
    waiting = [message for message in messages if message.target == user.username and message.chat == "chat"]
    return data({user.username: len(waiting)})


def read_delivery(call: Call) -> Reply:
    """Whether a message waits for a user."""
    user = call.owner()
    message = call.application.archive.messages.get(call.taken("message"))
    waiting = message is not None and message.target == user.username
    return data({call.taken("message"): "undelivered" if waiting else "delivered"})


def mute_everywhere(call: Call) -> Reply:
    """Keep a user silent for seconds by kind of chat: 0 ends it, -1 is for ever."""
    user = _find_muted(call, call.text("username"))
    user.mutes.update(
        {chat: seconds for chat in _CHATS if (seconds := parse_integer(call.fields.get(chat))) is not None}
    )
    return data({"result": "ok"})


def read_mute(call: Call) -> Reply:
    """For how long a user must be silent."""
    user = _find_muted(call, call.taken("username"))
    return data({"userid": user.username, **_render_mutes(user)})


def list_muted(call: Call) -> Reply:
    """Everybody who must be silent somewhere."""
    muted = [user for user in call.application.users.values() if any(user.mutes.values())]
    return data({"data": [{"username": user.username, **_render_mutes(user)} for user in muted]})


def _find_muted(call: Call, username: str) -> User:
    user = call.find_user(username)
    if user is None:
        raise Refusal(MutedUserNotFound())
    return user


def _render_mutes(user: User) -> dict[str, Json]:
    return {chat: user.mutes.get(chat, 0) for chat in _CHATS}


_MUTING = demand_service("user_mute", lambda _call: MuteUnopened())

ROUTES = (
    Route("GET", f"{_USERS}/{{username}}/status", read_status),
    Route("POST", f"{_USERS}/batch/status", read_statuses, guard=demand_admin),
    Route("GET", f"{_USERS}/{{username}}/disconnect", disconnect),
    Route("DELETE", f"{_USERS}/{{username}}/disconnect/{{device}}", disconnect),
    Route("GET", f"{_USERS}/{{username}}/offline_msg_count", count_offline_messages),
    Route("GET", f"{_USERS}/{{username}}/offline_msg_status/{{message}}", read_delivery),
)
TODAYS_ROUTES = (
    Route("GET", f"{_USERS}/{{username}}/resources", list_resources),
    Route("POST", "/{org}/{app}/mutes", mute_everywhere, guard=_MUTING),
    Route("GET", "/{org}/{app}/mutes", list_muted, guard=demand_application),
    Route("GET", "/{org}/{app}/mutes/{username}", read_mute, guard=demand_application),
)
