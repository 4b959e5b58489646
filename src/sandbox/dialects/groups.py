"""The wordings of the group service, which keeps groups and chat rooms. Where generations differ, today's."""

from collections.abc import Mapping

from sandbox.dialects.wording import Wording
from sandbox.failures import Failure
from sandbox.failures import groups as failed

_CLASSES = "com.easemob.group.exception."
_ALREADY_MEMBER = "reason:user: {username} already in group: {group_id}\n"
_NOT_MEMBERS = "users [{usernames}] are not members of this group!"
_NOT_IN_GROUP = "user: {username} doesn't exist in group: {group_id}"


def invalid(text: str) -> Wording:
    """A parameter is missing or makes no sense."""
    return Wording(400, "invalid_parameter", f"{_CLASSES}InvalidParameterException", text)


def unauthorized(text: str) -> Wording:
    """The one who asks may not."""
    return Wording(401, "group_authorization", f"{_CLASSES}GroupAuthorizationException", text)


def forbidden(text: str, status: int = 403) -> Wording:
    """The state of the group forbids it."""
    return Wording(status, "forbidden_op", f"{_CLASSES}ForbiddenOpException", text)


def missing(text: str) -> Wording:
    """A group or a user does not exist."""
    return Wording(404, "resource_not_found", f"{_CLASSES}ResourceNotFoundException", text)


def unreadable(text: str) -> Wording:
    """What was to be read does not exist."""
    return Wording(404, "service_resource_not_found", f"{_CLASSES}ServiceResourceNotFoundException", text)


GROUP_SERVICE: Mapping[type[Failure], Wording] = {
    failed.GroupTokenMissing: unauthorized("token is blank!"),
    failed.GroupAdminRequired: unauthorized(
        "you have no permission to do this, group admin permission is required"
    ),
    failed.GroupFieldsNeedAdmin: unauthorized(
        "you have no permission to do this,group fields require group admin privileges to be modified"
    ),
    failed.GroupNotFound: missing("grpID {group_id} does not exist!"),
    failed.GroupDetailsNotFound: missing("grpID {group_id} does not exist!"),
    failed.GroupReadNotFound: unreadable("do not find this group:{group_id}"),
    failed.PublicFieldMissing: invalid("group must contain public field!"),
    failed.RoomNameMissing: invalid("chatroom must contain title/name field!"),
    failed.GroupFieldMissing: invalid("{field} must be provided"),
    failed.GroupFieldsUnknown: invalid("some of [{fields}] are not valid fields"),
    failed.MaxUsersTooSmall: forbidden(
        "current user count is larger than the maxUsers that you want to update !"
    ),
    failed.GroupUserNotFound: missing("username {username} doesn't exist!"),
    failed.JoinerNotFound: missing("username {username} doesn't exist!"),
    failed.JoinersNotFound: missing("username {username} doesn't exist!"),
    failed.JoinerAlreadyMember: forbidden(f"can not join this group, {_ALREADY_MEMBER}"),
    # For a batch the service spells it "an not".
    failed.JoinersAlreadyMembers: forbidden(f"an not join this group, {_ALREADY_MEMBER}"),
    failed.NotMembers: forbidden(_NOT_MEMBERS),
    failed.NotRoomMembers: forbidden(_NOT_MEMBERS, status=400),
    failed.MutedNotMembers: forbidden(_NOT_MEMBERS),
    failed.MutedNotRoomMembers: forbidden(_NOT_MEMBERS, status=400),
    failed.OwnerUntouchable: forbidden("forbidden operation on group owner!"),
    failed.NewAdminNotMember: missing(_NOT_IN_GROUP),
    failed.NewOwnerNotMember: forbidden(_NOT_IN_GROUP),
    failed.OwnerUnchanged: forbidden("new owner and old owner are the same"),
    failed.NotAdmin: forbidden("user:{username} is not admin of group:{group_id}"),
}
