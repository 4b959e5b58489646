"""What chat rooms have and groups have not: super admins, and tags of their users."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.group_limits import TagNotFound, TagsNotList, TagsTooMany, TagsUnopened, TagTooLong
from sandbox.operations.bodies import parse_integer
from sandbox.operations.grouping import check_members, find_group_user, lead_group, require_text
from sandbox.operations.guards import demand_group_token
from sandbox.operations.kinds import ROOMS
from sandbox.operations.paging import numbered_page
from sandbox.replies import Reply, data
from sandbox.routes import Route
from sandbox.state import Group

_MOST_TAGS = 10
_LONGEST_TAG = 32
_SUPER_ADMINS = f"{ROOMS.path}/super_admin"
_TAGS = f"{ROOMS.path}/{{group}}/users/{{username}}/tag"


def list_super_admins(call: Call) -> Reply:
    """Who may create rooms."""
    shown = numbered_page(call, call.application.super_admins, 10)
    return data(list(shown), count=len(shown))


def add_super_admin(call: Call) -> Reply:
    """Let a user create rooms."""
    user = find_group_user(call, require_text(call, "superadmin"))
    if user.username not in call.application.super_admins:
        call.application.super_admins.append(user.username)
    return data({"result": "success", "resource": ""})


def remove_super_admin(call: Call) -> Reply:
    """Undo that."""
    user = find_group_user(call, call.taken("username"))
    if user.username in call.application.super_admins:
        call.application.super_admins.remove(user.username)
    return data({"newSuperAdmin": user.username, "resource": ""})


def set_tags(call: Call) -> Reply:
    """Give a user tags, in place of those it had."""
    room, username = _find_tagged(call)
    tags = call.fields.get("tags")
    if not isinstance(tags, list):
        raise Refusal(TagsNotList())
    names = call.texts("tags")
    if len(names) > _MOST_TAGS:
        raise Refusal(TagsTooMany())
    for name in names:
        _check_length(name)
    room.tags[username] = names
    return data({"result": True})


def read_tags(call: Call) -> Reply:
    """The tags of a user."""
    room, username = _find_tagged(call)
    return data(list(room.tags.get(username, [])))


def mute_tag(call: Call) -> Reply:
    """Mute everybody who has a tag, for seconds: 0 ends it, -1 is for ever."""
    room = _open_room(call)
    tag = require_text(call, "tag")
    _check_length(tag)
    tagged = [username for username, tags in room.tags.items() if tag in tags]
    if not tagged:
        raise Refusal(TagNotFound())
    seconds = parse_integer(call.fields.get("mute_duration")) or 0
    for username in tagged:
        room.mutes[username] = -1 if seconds < 0 else call.now + seconds * 1000
    return data({"result": True})


def _open_room(call: Call) -> Group:
    room = lead_group(ROOMS, call)
    if "tag_mute" in call.application.plan.closed:
        raise Refusal(TagsUnopened())
    return room


def _find_tagged(call: Call) -> tuple[Group, str]:
    room = _open_room(call)
    username = call.taken("username").lower()
    check_members(room, [username], ROOMS.not_members)
    return room, username


def _check_length(tag: str) -> None:
    if len(tag) > _LONGEST_TAG:
        raise Refusal(TagTooLong())


ROUTES = tuple(
    Route(method, path, handler, guard=demand_group_token)
    for method, path, handler in (
        ("GET", _SUPER_ADMINS, list_super_admins),
        ("POST", _SUPER_ADMINS, add_super_admin),
        ("DELETE", f"{_SUPER_ADMINS}/{{username}}", remove_super_admin),
        ("GET", _TAGS, read_tags),
        ("PUT", _TAGS, set_tags),
        ("PUT", f"{ROOMS.path}/{{group}}/tag/mute", mute_tag),
    )
)
