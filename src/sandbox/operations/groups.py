"""Groups and chat rooms themselves."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.group_limits import (
    AnnouncementMissing,
    AnnouncementViolation,
    DescriptionTooLong,
    GroupNameViolation,
    MaxUsersTooLarge,
    TitleTooLong,
)
from sandbox.failures.groups import (
    GroupFieldsNeedAdmin,
    GroupFieldsUnknown,
    MaxUsersTooSmall,
    NewOwnerNotMember,
    OwnerUnchanged,
)
from sandbox.operations.grouping import find_group, find_group_user, lead_group, require_text
from sandbox.operations.kinds import Kind
from sandbox.operations.paging import following, numbered_page, page
from sandbox.replies import Json, Reply, data
from sandbox.request import parse_number
from sandbox.state import Application, Group

_LONGEST_NAME = 128
_LONGEST_DESCRIPTION = 512
_MOST_USERS = 10_000
_JOINED_PAGE = 1000
_SHORT_PAGE = 5


def list_groups(kind: Kind, call: Call) -> Reply:
    """A page of the groups or rooms of the app."""
    shown, cursor = page(call, _all(kind, call.application))
    return data([_summarize(kind, group) for group in shown], **following(cursor), count=len(shown))


def list_joined(kind: Kind, call: Call) -> Reply:
    """The groups or rooms of a user."""
    user = call.owner()
    joined = numbered_page(call, call.application.joined(user.username, kind.collection), _JOINED_PAGE)
    return data([_summarize(kind, group) for group in joined], count=len(joined))


def list_groups_of_user(kind: Kind, call: Call) -> Reply:
    """The same at the address of the group service, which asks whether the user exists in its own words."""
    user = find_group_user(call, call.taken("username"))
    joined = call.application.joined(user.username, kind.collection)
    shown = numbered_page(call, joined, _SHORT_PAGE, from_zero=True)
    return data([_summarize(kind, group) for group in shown], count=len(shown), total=len(joined))


def tell_membership(kind: Kind, call: Call) -> Reply:
    """Whether a user is in it."""
    group = find_group(kind, call, call.taken("group"))
    return data(group.has(call.taken("username").lower()))


def announce(kind: Kind, call: Call) -> Reply:
    """Set the announcement."""
    group = lead_group(kind, call)
    if call.fields.get("announcement") is None:
        raise Refusal(AnnouncementMissing())
    text = call.text("announcement")
    if len(text) > _LONGEST_DESCRIPTION:
        raise Refusal(kind.announcement_too_long)
    if call.application.plan.violated_by(text):
        raise Refusal(AnnouncementViolation())
    group.announcement = text
    return data({"id": group.id, "result": True})


def read_announcement(kind: Kind, call: Call) -> Reply:
    """The announcement."""
    return data({"announcement": find_group(kind, call, call.taken("group")).announcement})


def disable(kind: Kind, call: Call) -> Reply:
    """Ban a group."""
    return _switch(kind, call, disabled=True)


def enable(kind: Kind, call: Call) -> Reply:
    """Lift the ban of a group."""
    return _switch(kind, call, disabled=False)


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
    name = read_name(kind, call)
    if name and call.application.plan.violated_by(name):
        raise Refusal(GroupNameViolation(name))
    max_users = parse_number(call.text("maxusers")) or group.max_users
    if kind.bounded:
        _check_bounds(name, call.text("description"), max_users)
    if max_users < group.size:
        raise Refusal(MaxUsersTooSmall())
    group.max_users = max_users
    group.name = name or group.name
    group.description = call.text("description") or group.description
    return data(dict.fromkeys(call.fields, True))


def delete_group(kind: Kind, call: Call) -> Reply:
    """Delete a group or room."""
    group = lead_group(kind, call)
    del call.application.groups[group.id]
    return data({"success": True, kind.id_field: group.id})


def read_name(kind: Kind, call: Call) -> str:
    """The name that a body gives it, empty without one."""
    return next((call.text(field) for field in kind.name_fields if call.text(field)), "")


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


def _switch(kind: Kind, call: Call, *, disabled: bool) -> Reply:
    group = find_group(kind, call, call.taken("group"))
    group.disabled = disabled
    return data({"disabled": disabled})


def _check_bounds(name: str, description: str, max_users: int) -> None:
    if len(name) > _LONGEST_NAME:
        raise Refusal(TitleTooLong(_LONGEST_NAME))
    if len(description) > _LONGEST_DESCRIPTION:
        raise Refusal(DescriptionTooLong(_LONGEST_DESCRIPTION))
    if max_users > _MOST_USERS:
        raise Refusal(MaxUsersTooLarge(_MOST_USERS))


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
        "disabled": group.disabled,
        "mute": group.silent,
        "affiliations_count": group.size,
        "affiliations": [*({"member": member} for member in group.members), {"owner": group.owner}],
    }
