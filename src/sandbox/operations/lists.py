"""The block list and the allow list of a group or chat room."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.group_limits import AllowedTooMany, BlockedTooMany, DisallowedTooMany, UnblockedTooMany
from sandbox.failures.groups import NotMembers, OwnerUntouchable
from sandbox.operations.grouping import check_members, lead_group, listed_names, taken_names
from sandbox.operations.kinds import Kind
from sandbox.replies import Json, Reply, data
from sandbox.state import Group


def list_blocks(kind: Kind, call: Call) -> Reply:
    """Who is kept out."""
    group = lead_group(kind, call)
    return data(list(group.blocks), count=len(group.blocks))


def block(kind: Kind, call: Call) -> Reply:
    """Keep one member out."""
    group = lead_group(kind, call)
    username = call.taken("username").lower()
    _block(group, [username])
    return data(_tell(kind, group, username, "add_blocks"))


def block_several(kind: Kind, call: Call) -> Reply:
    """Keep several members out."""
    group = lead_group(kind, call)
    names = listed_names(call, BlockedTooMany)
    _block(group, names)
    return data([_tell(kind, group, name, "add_blocks") for name in names])


def unblock(kind: Kind, call: Call) -> Reply:
    """Let one or several in again; they are no members by that."""
    group = lead_group(kind, call)
    names = taken_names(call, UnblockedTooMany)
    strangers = [name for name in names if name not in group.blocks]
    if strangers:
        raise Refusal(NotMembers(", ".join(strangers)))
    group.blocks = [name for name in group.blocks if name not in names]
    results = [_tell(kind, group, name, "remove_blocks") for name in names]
    return data(results[0] if len(results) == 1 else results)


def list_allowed(kind: Kind, call: Call) -> Reply:
    """Who may speak while everybody is muted."""
    group = lead_group(kind, call)
    return data(list(group.allowed), count=len(group.allowed))


def allow(kind: Kind, call: Call) -> Reply:
    """Put one member on the list."""
    group = lead_group(kind, call)
    username = call.taken("username").lower()
    _allow(group, [username])
    return data(_tell(kind, group, username, "add_user_whitelist"))


def allow_several(kind: Kind, call: Call) -> Reply:
    """Put several members on the list."""
    group = lead_group(kind, call)
    names = listed_names(call, AllowedTooMany)
    _allow(group, names)
    return data([_tell(kind, group, name, "add_user_whitelist") for name in names])


def disallow(kind: Kind, call: Call) -> Reply:
    """Take one or several off the list."""
    group = lead_group(kind, call)
    names = taken_names(call, DisallowedTooMany)
    strangers = [name for name in names if name not in group.allowed]
    if strangers:
        raise Refusal(kind.not_members(", ".join(strangers)))
    group.allowed = [name for name in group.allowed if name not in names]
    return data([_tell(kind, group, name, "remove_user_whitelist") for name in names])


def _block(group: Group, names: list[str]) -> None:
    if group.owner in names:
        raise Refusal(OwnerUntouchable())
    check_members(group, names, NotMembers)
    for name in dict.fromkeys(names):
        group.drop(name)
        if name not in group.blocks:
            group.blocks.append(name)


def _allow(group: Group, names: list[str]) -> None:
    check_members(group, names, NotMembers)
    group.allowed.extend(name for name in dict.fromkeys(names) if name not in group.allowed)


def _tell(kind: Kind, group: Group, username: str, action: str) -> dict[str, Json]:
    return {"result": True, "action": action, "user": username, kind.id_field: group.id}
