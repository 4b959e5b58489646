"""Who leads a group or chat room, and who must be silent in it."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.group_limits import MutedTooMany, UnmutedTooMany
from sandbox.failures.groups import NewAdminNotMember, NotAdmin, OwnerUntouchable
from sandbox.operations.grouping import (
    check_members,
    find_group_user,
    lead_group,
    listed_names,
    require_text,
    taken_names,
)
from sandbox.operations.kinds import Kind
from sandbox.replies import Reply, data
from sandbox.request import parse_number

_FOREVER = -1


def list_admins(kind: Kind, call: Call) -> Reply:
    """The admins, without the owner."""
    group = lead_group(kind, call)
    return data(list(group.admins), count=len(group.admins))


def add_admin(kind: Kind, call: Call) -> Reply:
    """Make a member an admin."""
    group = lead_group(kind, call)
    username = require_text(call, "newadmin").lower()
    if kind.checks_names:
        find_group_user(call, username)
    if not group.has(username):
        raise Refusal(NewAdminNotMember(username, group.id))
    if username not in group.admins:
        group.admins.append(username)
    return data({"result": "success", "newadmin": username})


def remove_admin(kind: Kind, call: Call) -> Reply:
    """Make an admin a plain member."""
    group = lead_group(kind, call)
    username = call.taken("username").lower()
    if kind.checks_names:
        find_group_user(call, username)
    if username not in group.admins:
        raise Refusal(NotAdmin(username, group.id))
    group.admins.remove(username)
    return data({"result": "success", "oldadmin": username})


def list_mutes(kind: Kind, call: Call) -> Reply:
    """Who is muted, and until when."""
    group = lead_group(kind, call)
    now = call.world.clock.milliseconds()
    lasting = {name: until for name, until in group.mutes.items() if until == _FOREVER or until > now}
    return data([{"expire": until, "user": name} for name, until in lasting.items()])


def mute(kind: Kind, call: Call) -> Reply:
    """Mute members for a number of milliseconds, for ever without one."""
    group = lead_group(kind, call)
    names = listed_names(call, MutedTooMany)
    if group.owner in names:
        raise Refusal(OwnerUntouchable())
    check_members(group, names, kind.muted_not_members)
    duration = parse_number(call.text("mute_duration"))
    until = _FOREVER if duration is None else call.now + duration
    group.mutes.update(dict.fromkeys(names, until))
    return data([{"result": True, "expire": until, "user": name} for name in names])


def unmute(kind: Kind, call: Call) -> Reply:
    """Let members speak again."""
    group = lead_group(kind, call)
    names = taken_names(call, UnmutedTooMany)
    for name in names:
        group.mutes.pop(name, None)
    return data([{"result": True, "user": name} for name in names])


def silence(kind: Kind, call: Call) -> Reply:
    """Mute everybody."""
    lead_group(kind, call).silent = True
    return data({"mute": True})


def let_speak(kind: Kind, call: Call) -> Reply:
    """Undo the mute of everybody."""
    lead_group(kind, call).silent = False
    return data({"mute": False})
