"""Groups and chat rooms themselves."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.groups import (
    GroupFieldsNeedAdmin,
    GroupFieldsUnknown,
    MaxUsersTooSmall,
    NewOwnerNotMember,
    OwnerUnchanged,
    PublicFieldMissing,
)
from sandbox.operations.grouping import find_group, find_group_user, lead_group, require_text
from sandbox.operations.kinds import Kind
from sandbox.operations.paging import page
from sandbox.replies import Json, Reply, data
from sandbox.request import parse_number
from sandbox.state import Application, Group


def create_group(kind: Kind, call: Call) -> Reply:
    """Create a group or a room. Which of several mistakes the service names first is on no record."""
    name = _read_name(kind, call)
    if not name:
        raise Refusal(kind.name_missing)
    if kind.public_or_not and "public" not in call.fields:
        raise Refusal(PublicFieldMissing())
    owner = find_group_user(call, require_text(call, "owner")).username
    members = [find_group_user(call, username).username for username in call.texts("members")]
    group = Group(
        id=call.world.chance.group_id(),
        collection=kind.collection,
        name=name,
        owner=owner,
        created=call.world.clock.milliseconds(),
        description=call.text("description") or call.text("desc"),
        public=call.fields.get("public") is not False,
        max_users=parse_number(call.text("maxusers")) or kind.max_users,
        members=[member for member in dict.fromkeys(members) if member != owner],
    )
    call.application.groups[group.id] = group
    return data({kind.id_field: group.id})


def list_groups(kind: Kind, call: Call) -> Reply:
    """A page of the groups or rooms of the app."""
    shown, cursor = page(call, _all(kind, call.application))
    following = {"cursor": cursor} if cursor else {}
    return data([_summarize(kind, group) for group in shown], **following, count=len(shown))


def list_joined(kind: Kind, call: Call) -> Reply:
    """The groups or rooms of a user."""
    user = call.owner()
    joined = [group for group in _all(kind, call.application) if group.has(user.username)]
    return data([_summarize(kind, group) for group in joined], count=len(joined))


def read_groups(kind: Kind, call: Call) -> Reply:
    """The details of one or several."""
    ids = [group_id for group_id in call.taken("group").split(",") if group_id]
    groups = [find_group(kind, call, group_id, kind.details_not_found) for group_id in ids]
    return data([_describe(group) for group in groups], count=len(groups))


def change_group(kind: Kind, call: Call) -> Reply:
    """Change fields of a group or room, or hand it to another owner."""
    if "newowner" in call.fields:
        return _transfer(kind, call)
    group = lead_group(kind, call, GroupFieldsNeedAdmin)
    unknown = [name for name in call.fields if name not in kind.changeable]
    if unknown:
        raise Refusal(GroupFieldsUnknown(", ".join(unknown)))
    max_users = parse_number(call.text("maxusers")) or group.max_users
    if max_users < group.size:
        raise Refusal(MaxUsersTooSmall())
    group.max_users = max_users
    group.name = _read_name(kind, call) or group.name
    group.description = call.text("description") or group.description
    return data(dict.fromkeys(call.fields, True))


def delete_group(kind: Kind, call: Call) -> Reply:
    """Delete a group or room."""
    group = lead_group(kind, call)
    del call.application.groups[group.id]
    return data({"success": True, kind.id_field: group.id})


def _transfer(kind: Kind, call: Call) -> Reply:
    group = lead_group(kind, call)
    username = require_text(call, "newowner").lower()
    if kind.checks_names:
        find_group_user(call, username)
    if username == group.owner:
        raise Refusal(OwnerUnchanged())
    if not group.has(username):
        raise Refusal(NewOwnerNotMember(username, group.id))
    group.members = [group.owner, *(member for member in group.members if member != username)]
    group.admins = [admin for admin in group.admins if admin != username]
    group.owner = username
    return data({"newowner": True})


def _read_name(kind: Kind, call: Call) -> str:
    return next((call.text(field) for field in kind.name_fields if call.text(field)), "")


def _all(kind: Kind, application: Application) -> list[Group]:
    return [group for group in application.groups.values() if group.collection == kind.collection]


def _summarize(kind: Kind, group: Group) -> dict[str, Json]:
    return {
        kind.id_field: group.id,
        kind.name_fields[0]: group.name,
        "owner": group.owner,
        "affiliations_count": group.size,
    }


def _describe(group: Group) -> dict[str, Json]:
    return {
        "id": group.id,
        "name": group.name,
        "description": group.description,
        "public": group.public,
        "maxusers": group.max_users,
        "owner": group.owner,
        "created": group.created,
        "affiliations_count": group.size,
        "affiliations": [*({"member": member} for member in group.members), {"owner": group.owner}],
    }
