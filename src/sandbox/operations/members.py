"""Who is in a group or chat room."""

from collections.abc import Sequence

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.group_limits import AddedTooMany, MembersExceedMaxUsers, RemovedTooMany
from sandbox.failures.groups import (
    JoinerAlreadyMember,
    JoinerNotFound,
    JoinersAlreadyMembers,
    JoinersNotFound,
    OwnerUntouchable,
)
from sandbox.operations.grouping import (
    find_group_user,
    lead_group,
    listed_names,
    read_group,
    taken_names,
)
from sandbox.operations.kinds import Kind
from sandbox.operations.paging import numbered_page
from sandbox.replies import Json, Reply, data
from sandbox.state import Group

_LARGEST_PAGE = 1000


def list_members(kind: Kind, call: Call) -> Reply:
    """All who are in it, the owner first."""
    group = read_group(kind, call)
    members = [{"owner": group.owner}, *({"member": member} for member in group.members)]
    shown = numbered_page(call, members, _LARGEST_PAGE)
    return data(list(shown), count=len(shown))


def add_member(kind: Kind, call: Call) -> Reply:
    """Let one user join."""
    group = lead_group(kind, call)
    username = find_group_user(call, call.taken("username"), JoinerNotFound).username
    if group.has(username) and not kind.open_door:
        raise Refusal(JoinerAlreadyMember(username, group.id))
    if not group.has(username):
        _join(kind, call, group, [username])
    return data({"result": True, kind.id_field: group.id, "action": "add_member", "user": username})


def add_members(kind: Kind, call: Call) -> Reply:
    """Let several users join; those who are in already do not hinder the others."""
    group = lead_group(kind, call)
    names = [
        find_group_user(call, name, JoinersNotFound).username for name in listed_names(call, AddedTooMany)
    ]
    newcomers = [name for name in dict.fromkeys(names) if not group.has(name)]
    if not newcomers and not kind.open_door:
        raise Refusal(JoinersAlreadyMembers(names[0], group.id))
    _join(kind, call, group, newcomers)
    return data({"newmembers": newcomers, kind.id_field: group.id, "action": "add_member"})


def remove_members(kind: Kind, call: Call) -> Reply:
    """Take one user out, or several; among several, the answer says who was not in it."""
    group = lead_group(kind, call)
    names = taken_names(call, RemovedTooMany)
    if kind.checks_names:
        for name in names:
            find_group_user(call, name)
    if group.owner in names:
        raise Refusal(OwnerUntouchable())
    if not any(group.has(name) for name in names):
        raise Refusal(kind.not_members(", ".join(names)))
    results = [_remove(kind, group, name) for name in names]
    return data(results[0] if len(results) == 1 else results)


def _join(kind: Kind, call: Call, group: Group, newcomers: Sequence[str]) -> None:
    if group.size + len(newcomers) > group.max_users:
        raise Refusal(MembersExceedMaxUsers())
    application = call.application
    for name in newcomers:
        if application.plan.exceeded(kind.joined_quota, len(application.joined(name, kind.collection)) + 1):
            raise Refusal(kind.joiner_exhausted(name))
    group.members.extend(newcomers)


def _remove(kind: Kind, group: Group, username: str) -> dict[str, Json]:
    result: dict[str, Json] = {"action": "remove_member", "user": username, kind.id_field: group.id}
    if not group.has(username):
        reason = f"user: {username} doesn't exist in group: {group.id}"
        return {"result": False, **result, "reason": reason}
    group.drop(username)
    return {"result": True, **result}
