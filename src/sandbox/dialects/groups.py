"""The wordings of the group service, which keeps groups and chat rooms. Where generations differ, today's."""

from collections.abc import Mapping

from sandbox.dialects.wording import Wording, plain
from sandbox.failures import Failure
from sandbox.failures import group_limits as limits
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


def exceeding(text: str, error: str = "exceed_limit") -> Wording:
    """A quota is used up, or a value too large; the class is on no record."""
    return plain(403, error, text)


GROUP_LIMITS: Mapping[type[Failure], Wording] = {
    limits.GroupIdTaken: plain(400, "illegal_argument", "group ID {group_id} already exists!"),
    limits.AvatarTooLong: invalid("avatar length is too big"),
    limits.TitleTooLong: exceeding("title cannot exceed to {most}"),
    limits.DescriptionTooLong: exceeding("desc cannot exceed to {most}"),
    limits.MaxUsersTooLarge: exceeding("maxUsers cannot exceed {most}"),
    limits.MembersExceedMaxUsers: exceeding("members size is greater than max user size !"),
    limits.GroupsExhausted: exceeding("appKey:{appkey} has create too many groups!"),
    limits.RoomsExhausted: exceeding("appKey:{appkey} has create too many chatrooms!"),
    limits.CreatorGroupsExhausted: exceeding("user {username} has joined too many groups!"),
    limits.CreatorRoomsExhausted: exceeding("user {username} has joined too many chatrooms!"),
    limits.JoinerGroupsExhausted: exceeding("user {username} has joined too many groups!"),
    limits.JoinerRoomsExhausted: exceeding(
        "can not join this group, reason:user {username} has joined too many chatrooms!", "exceeded_limit"
    ),
    limits.GroupNameViolation: plain(403, "group_name_violation", "{name} is violation, please change it."),
    limits.AnnouncementViolation: plain(
        403, "group_announce_violation", "group announcement is violation, please change it."
    ),
    limits.AnnouncementMissing: plain(400, "illegal_argument", "announcement is null"),
    limits.GroupAnnouncementTooLong: plain(403, "FORBIDDEN", "announce info length exceeds limit!"),
    limits.RoomAnnouncementTooLong: forbidden("announce info length exceeds limit!"),
    limits.AddedTooMany: invalid("addMembers: addMembers number more than maxSize : {most}"),
    limits.RemovedTooMany: invalid("kickMember: kickMembers number more than maxSize : {most}"),
    limits.BlockedTooMany: invalid("userNames is more than max limit : {most}"),
    limits.UnblockedTooMany: invalid("removeBlacklist: list size more than max limit : {most}"),
    limits.AllowedTooMany: invalid("usernames size is more than max limit : {most}"),
    limits.DisallowedTooMany: invalid("removeWhitelist size is more than max limit : {most}"),
    limits.MutedTooMany: invalid("userNames size is more than max limit : {most}"),
    limits.UnmutedTooMany: invalid("removeMute member size more than max limit : {most}"),
    limits.TagsUnopened: forbidden("Group tag mute is disabled"),
    limits.TagsNotList: invalid("tags should be type of List"),
    limits.TagsTooMany: exceeding("user group tag count exceed limit"),
    limits.TagTooLong: exceeding("tag length exceeds limit!"),
    limits.TagNotFound: missing("group tag not found"),
}
