"""The wordings of what came with today's service: attributes, presence, threads, reactions, favorites, push.

Where a page names no class of an exception, none is made up.
"""

from collections.abc import Mapping

from sandbox.dialects.wording import EASEMOB_FIELDS, Wording, plain, unnamed
from sandbox.failures import Failure, attributes, favorites, presence, push, reactions, threads


def _illegal(text: str) -> Wording:
    return Wording(400, "illegal_argument", "IllegalArgumentException", text, EASEMOB_FIELDS)


def _metadata(status: int, text: str) -> Wording:
    return plain(status, "metadata_error", text)


def _forbidden(text: str) -> Wording:
    return plain(403, "FORBIDDEN", text)


def _unopened(text: str) -> Wording:
    return plain(400, "service open exception", text)


def _group_error(status: int, text: str) -> Wording:
    return plain(status, "group_error", text)


def _bad_request(text: str) -> Wording:
    return plain(400, "Bad Request", text)


_ATTRIBUTES = {
    attributes.AttributesUnopened: _forbidden("{appkey} user metadata service not allow"),
    attributes.AttributesForbidden: _metadata(401, "auth error"),
    attributes.CapacityForbidden: plain(401, "unauthorized", "unauthorized"),
    attributes.AttributesMediaType: plain(
        415, "UNSUPPORTED_MEDIA_TYPE", "Content-Type '{content_type}' is not supported."
    ),
    attributes.AttributesTooLarge: _forbidden(
        "size of metadata for this single user exceeds the user defined limit, {limit}Bytes"
    ),
    attributes.AttributeTooLong: _forbidden(
        "size of metadata for this single user exceeds the current mysql column size, {limit}Bytes"
    ),
    attributes.AttributesExhausted: _forbidden(
        "total size of user metadata for this app exceeds the user defined limit, {limit}Bytes"
    ),
    # The page has "xxx" for what is being done.
    attributes.AttributesBusy: plain(
        409, "CONFLICT", "Failed to {operation}. Concurrent {operation} not allowed"
    ),
    attributes.AttributesUnchanged: plain(500, "INTERNAL_SERVER_ERROR", "update metadata failed"),
    attributes.AttributesUnreadable: plain(500, "INTERNAL_SERVER_ERROR", ""),
    attributes.AttributeBatchTooLarge: plain(400, "BAD_REQUEST", "exceed allowed batch size {most}"),
    attributes.MemberAttributesUnopened: _metadata(403, "chatgroup user metadata service not allow"),
    attributes.MemberAttributesBusy: _metadata(
        409, "Failed to operate user metadata. Concurrent operation not allowed"
    ),
    attributes.MemberAttributeKeyTooLong: _metadata(400, "exceeds chatgroup user metadata single key limit"),
    attributes.MemberAttributeValueTooLong: _metadata(
        400, "exceeds chatgroup user metadata single value limit"
    ),
    attributes.MemberAttributeStrangers: _metadata(400, "Some users are not in the group: {usernames}"),
    attributes.MemberAttributeBatchTooLarge: _metadata(
        400, "exceeds chatgroup metadata batch put users limit"
    ),
    attributes.MemberAttributeQueryTooLarge: _metadata(400, "query param reaches limit."),
    attributes.MemberAttributeGroupNotFound: _metadata(404, "group not exists"),
    attributes.MemberAttributeStranger: plain(404, "MetadataException", "user not in group"),
    attributes.RoomAttributesTooMany: unnamed(400, "exceed allowed batch size {most}"),
    attributes.RoomAttributeStranger: plain(401, "MetadataException", "user is not in chatroom"),
    attributes.RoomAttributesForeign: unnamed(400, "others are not allowed to be set"),
}

_PRESENCE = {
    presence.PresenceUnopened: _unopened("the app not open presence"),
    presence.PresenceFailed: unnamed(400, "set presence failed"),
    presence.PresenceExtMissing: _illegal("ext cannot be null"),
    presence.PresenceExtTooLarge: _illegal("ext is too big"),
    presence.PresenceUsersEmpty: _illegal("usernames is empty"),
    presence.PresenceUsersMissing: _illegal("usernames cannot be null"),
    presence.PresenceReadsTooMany: _illegal("too many get presences"),
    presence.SubscriptionsTooMany: _illegal("too many sub presence"),
    presence.UnsubscriptionsTooMany: _illegal("too many unsub presences"),
    presence.SelfSubscription: _illegal("you can't sub yourself"),
    presence.OnlineCountUnopened: _unopened("this appkey not open rest group online service"),
    presence.OnlineCountIdMissing: _illegal("Id cannot be null."),
    presence.OnlineCountTypeMissing: _illegal("Type cannot be null."),
    presence.OnlineCountTypeIllegal: _illegal("Type must be 0 or 1."),
}

_THREADS = {
    threads.ThreadUnopened: _group_error(403, "thread not open."),
    threads.ThreadBodyUnreadable: plain(400, "param_illegal", "Failed to read HTTP message"),
    threads.ThreadNotFound: _group_error(404, "thread not found."),
    threads.ThreadGroupNotFound: _group_error(404, "group not found."),
    threads.ThreadMessageNotFound: _group_error(404, "msg not exist."),
    threads.ThreadMessageOfApplication: _group_error(400, "msg not belong to app."),
    # The blank before the dot is the service's.
    threads.ThreadMessageOfGroup: _group_error(400, "msg not belong to group ."),
    threads.ThreadMessageNotOfGroups: _group_error(400, "thread must on group message to create."),
    threads.ThreadNested: _group_error(400, "thread not nested."),
    threads.ThreadTaken: _group_error(403, "msg already create thread.not allow to create."),
    threads.ThreadNameTooLong: _group_error(400, "thread name limit reached."),
    threads.ThreadOwnerNotMember: _group_error(404, "user not in group."),
    threads.ThreadsExhausted: _group_error(403, "thread number has reached limit."),
    threads.ThreadMembershipsExhausted: _group_error(403, "user join thread reach limit."),
    threads.ThreadQueryTooLarge: _group_error(400, "query param reaches limit."),
    threads.ThreadUsersTooMany: _group_error(400, "request body reaches limit."),
}

_REACTIONS = {
    reactions.ReactionUnopened: _bad_request("this appKey is not open reaction service!"),
    reactions.ReactionNotAllowed: _bad_request("the user operation is illegal!"),
    reactions.ReactionRepeated: _bad_request("the user is already operation this message"),
    reactions.ReactionsTooMany: _bad_request("The quantity has exceeded the limit!"),
    reactions.ReactionPageTooLarge: _bad_request("Limit exceeds the maximum quantity limit"),
    reactions.ReactionMessagesTooMany: _bad_request("msgIdList exceeds the maximum number limit"),
    reactions.ReactionGroupMissing: _bad_request("groupId can not be null!"),
}

_FAVORITES = {
    favorites.FavoriteUserIllegal: _illegal("username {username} is not legal"),
    favorites.FavoriteNotFound: unnamed(400, "user collection not found"),
    favorites.FavoritePageTooLarge: _illegal("limit should be less than {most}"),
    favorites.FavoriteDirectionIllegal: _illegal("direction should be desc or asc"),
}

_PUSH = {
    push.PushUnopened: plain(403, "ServiceNotOpenException", "push service not open"),
    push.PushPathUnknown: plain(404, "Request path does not exist", "url is invalid"),
    # The page leaves the text open.
    push.PushFailed: plain(500, "Internal server error", "Internal server error"),
    push.PushStatisticsUnopened: plain(403, "forbidden_op", ""),
    push.PushRateReached: plain(403, "LimitException", "limit request"),
    push.LabelNotFound: plain(400, "ResourceNotFoundException", "push label not exists of {label}"),
    push.TemplateNotFound: plain(400, "EntityNotFoundException", "{template} template is not exist"),
    push.PushUserNotFound: plain(
        400, "RequiredPropertyNotFoundException", "Entity user requires a property named username"
    ),
    push.PushParameterIllegal: plain(400, "IllegalArgumentException", "parameters is invalid : {property}"),
    push.PushMessageIllegal: plain(400, "MessageException", "bad_request"),
    push.NicknamesMissing: _illegal("put user push nicknames illegal empty request body"),
    push.NicknamesTooMany: _illegal("put user push nicknames exceeds the limit"),
    push.NicknameOfBatchTooLong: _illegal("{username} push nickname length exceeds the limit"),
}

EXTRAS: Mapping[type[Failure], Wording] = {
    **_ATTRIBUTES,
    **_PRESENCE,
    **_THREADS,
    **_REACTIONS,
    **_FAVORITES,
    **_PUSH,
}
