"""The wordings of REST1, the fork of Apache Usergrid which the oldest table describes."""

from sandbox.dialects.groups import GROUP_LIMITS, GROUP_SERVICE, forbidden, invalid, unreadable
from sandbox.dialects.wording import Dialect, Wording, bare, plain
from sandbox.failures import (
    Failure,
    access,
    console,
    contacts,
    files,
    group_limits,
    groups,
    messages,
    requests,
    tokens,
    users,
)

_REST = "org.apache.usergrid.rest.exceptions."
_PERSISTENCE = "org.apache.usergrid.persistence.exceptions."
_SERVICES = "org.apache.usergrid.services.exceptions."
_MANAGEMENT = "org.apache.usergrid.management.exceptions."
_WEB_APPLICATION = "javax.ws.rs.WebApplicationException"


def _illegal(text: str) -> Wording:
    return Wording(400, "illegal_argument", "java.lang.IllegalArgumentException", text)


def _insecure(error: str, text: str) -> Wording:
    return Wording(401, error, f"{_REST}SecurityException", text)


_NOT_FOUND = Wording(
    400,
    "organization_application_not_found",
    f"{_REST}OrganizationApplicationNotFoundException",
    "Could not find application for {org}/{app} from URI: {uri}",
)

_REQUESTS = {
    requests.OrganizationNotFound: _NOT_FOUND,
    requests.ApplicationNotFound: _NOT_FOUND,
    # JAX-RS raises it without a message; the service's table has the name of the class as description.
    requests.OperationUnknown: Wording(500, "web_application", _WEB_APPLICATION, _WEB_APPLICATION),
    requests.MethodUnsupported: Wording(500, "web_application", _WEB_APPLICATION, _WEB_APPLICATION),
    requests.OperationUnsupported: Wording(
        500,
        "unsupported_service_operation",
        f"{_SERVICES}UnsupportedServiceOperationException",
        "Service operation not supported",
    ),
    requests.MediaTypeUnsupported: Wording(
        500, "web_application", _WEB_APPLICATION, "Unsupported Media Type"
    ),
    # The proxy in front of the service refuses it.
    requests.BodyTooLarge: bare(413, "Request Entity Too Large", "Request Entity Too Large"),
    requests.RateReached: plain(429, "reach_limit", "This request has reached api limit"),
    requests.RelationRateReached: plain(429, "reach_limit", "This request has reached api limit."),
    requests.OperationNotAllowed: Wording(
        403,
        "forbidden_service_operation",
        f"{_SERVICES}ForbiddenServiceOperationException",
        "Service operation not allowed",
    ),
    requests.BodyMalformed: Wording(
        400,
        "json_parse",
        "org.codehaus.jackson.JsonParseException",
        "{detail}\n at [Source: {source}; line: {line}, column: {column}]",
    ),
}

_ACCESS = {
    access.TokenCorrupt: _insecure(
        "auth_bad_access_token", "Unable to authenticate due to corrupt access token"
    ),
    access.TokenForeign: _insecure("auth_unverified_oath", "Unable to authenticate OAuth credentials"),
    access.TokenExpired: _insecure("expired_token", "Unable to authenticate due to expired access token"),
    access.TokenUnknown: _insecure("auth_invalid", "Unable to authenticate"),
    access.PermissionMissing: Wording(
        401,
        "unauthorized",
        "org.apache.shiro.authz.UnauthorizedException",
        "Subject does not have permission [applications:{method}:{application}:{path}]",
    ),
    access.AdminAccessMissing: _insecure("unauthorized", "No admin user access authorized"),
    access.OrganizationAccessMissing: _insecure("unauthorized", "No organization access authorized"),
}

_TOKENS: dict[type[Failure], Wording] = {
    failure: bare(400, "invalid_grant", "invalid username or password")
    for failure in (
        tokens.ClientIdMissing,
        tokens.ClientSecretMissing,
        tokens.ClientIdMismatch,
        tokens.ClientSecretMismatch,
        tokens.LoginRefused,
        tokens.LoginUnknown,
        tokens.PasswordWrong,
    )
} | {tokens.LoginDeactivated: bare(400, "invalid_grant", "user not activated")}

_USERS = {
    users.RegistrationClosed: _insecure(
        "unauthorized", "registration is not open, please contact the app admin"
    ),
    users.PropertyMissing: Wording(
        400,
        "required_property_not_found",
        f"{_PERSISTENCE}RequiredPropertyNotFoundException",
        "Entity {entity_type} requires a property named {property}",
    ),
    users.UsernameIllegal: _illegal("username [{username}] is not legal"),
    users.UsernameTooLong: _illegal("username [{username}] is not legal"),
    users.PasswordMissing: _illegal("password or pin must provided"),
    users.UsernameTaken: Wording(
        400,
        "duplicate_unique_property_exists",
        f"{_PERSISTENCE}DuplicateUniquePropertyExistsException",
        "Application {application}Entity user requires that property named username be unique, "
        "value of {username} exists",
    ),
    users.PropertyTaken: Wording(
        400,
        "duplicate_unique_property_exists",
        f"{_PERSISTENCE}DuplicateUniquePropertyExistsException",
        "Entity {entity_type} requires that property named {property} be unique, value of {value} exists",
    ),
    users.NicknameTooLong: _illegal("NICKNAME_TOO_LONG"),
    users.UsersExhausted: plain(
        429,
        "resource_limited",
        "You have exceeded the limit of the Free edition. Please upgrade to higher edition.",
    ),
    users.StatusBatchTooLarge: _illegal("request body exceeds maximum limit, maximum limit is {most}"),
    users.NewPasswordMissing: _illegal("newpassword is required"),
    users.OldPasswordMissing: _illegal("oldPassword is required"),
    # Upstream's answer; none of the real service is on record.
    users.OldPasswordWrong: Wording(
        400,
        "incorrect_password",
        f"{_MANAGEMENT}IncorrectPasswordException",
        "Old password does not match",
    ),
    users.UserNotFound: Wording(
        404,
        "service_resource_not_found",
        f"{_SERVICES}ServiceResourceNotFoundException",
        "Service resource not found",
    ),
    users.UserEntityNotFound: Wording(
        404, "entity_not_found", f"{_PERSISTENCE}EntityNotFoundException", "User null not found"
    ),
    users.DeactivatedUserNotFound: Wording(
        400,
        "management",
        f"{_MANAGEMENT}ManagementException",
        "User with id null does not exist in app {application}",
    ),
    users.PropertyNotIndexed: Wording(
        500,
        "no_full_text_index",
        f"{_PERSISTENCE}NoFullTextIndexException",
        "Entity '{entity_type}' with property named '{property}' is not full text indexed.  "
        "You cannot use the 'contains' operand on this field",
    ),
    # Upstream's answer; none of the real service is on record.
    users.QueryMalformed: Wording(
        400,
        "query_parse",
        f"{_PERSISTENCE}QueryParseException",
        "The query cannot be parsed. The token '{token}' at column {column} on line 1 cannot be parsed",
    ),
}

_OTHERS = {
    contacts.InviterContactsFull: plain(403, "exceed_limit", "Inviter's contact max count"),
    contacts.InviteeContactsFull: plain(403, "exceed_limit", "Invitee's contact max count"),
    contacts.BlockedUserNotFound: _illegal(
        "attempt to adding new block[{blocked}] for user[{owner}],but user[{blocked}] not found."
    ),
    console.ApplicationTaken: Wording(
        400,
        "application_already_exists",
        f"{_PERSISTENCE}ApplicationAlreadyExistsException",
        "Application {app} already exists",
    ),
    console.ConsoleApplicationNotFound: Wording(
        404,
        "entity_not_found",
        f"{_PERSISTENCE}EntityNotFoundException",
        "Application {app} does not exist for organization {org}",
    ),
    messages.TargetTypeMissing: _illegal("target_type must be provided"),
    messages.TargetTypeUnknown: _illegal("target_type can only be 'users' or 'chatgroups' or 'chatrooms'"),
    messages.SendFieldEmpty: _illegal("{field} can't be empty"),
    messages.SendExtIllegal: _illegal("ext must be JSONObject"),
    messages.RecipientsTooMany: _illegal("params to's size can't exceed limit"),
    messages.MessageTooLarge: _illegal("message is too large"),
    messages.SendRateReached: plain(403, "forbidden_op", "Forbidden for url: [{uri}]"),
    requests.RequestBodyInvalid: _illegal("this is an invalid request."),
    messages.HistoryTimeIllegal: _illegal("This chatmessage request is not supported"),
    messages.HistoryExpired: _illegal(
        "illegal arguments: appkey: {appkey}, time: {time}, maybe chat message history is expired or unstored"
    ),
    messages.HistoryMissing: plain(
        404,
        "storage_object_not_found",
        "Failed to find chat message history download url for appkey: {appkey}, time: {time}",
    ),
    files.FileMissing: _illegal("file must be provided."),
    files.FileTooLarge: plain(
        413, "file exceeding maximum limit", "the file size exceeds the maximum limit."
    ),
    files.FileNotFound: Wording(
        404, "entity_not_found", f"{_PERSISTENCE}EntityNotFoundException", "file may not exists"
    ),
    files.FileExpired: plain(404, "file_expired", "file {file} is expired"),
}

_FULL = forbidden("this appKey has create too many groups/chatrooms!")
_BUSY = forbidden("can not join this group, reason:user {username} has joined too many groups/chatroom!")

# The group code of that time answered joins itself, as the rest of the service does.
_GROUPS = {
    groups.GroupDetailsNotFound: unreadable("do not find this group:{group_id}"),
    groups.JoinerNotFound: _illegal("user {username} doesn't exist"),
    groups.JoinersNotFound: _illegal("group member {username} doesn't exist"),
    groups.MutedNotMembers: invalid("users [{usernames}] are not members of this group!"),
    group_limits.GroupsExhausted: _FULL,
    group_limits.RoomsExhausted: _FULL,
    group_limits.CreatorGroupsExhausted: _BUSY,
    group_limits.CreatorRoomsExhausted: _BUSY,
    group_limits.JoinerGroupsExhausted: _BUSY,
    group_limits.JoinerRoomsExhausted: forbidden(
        "can not join this group, reason:user {username} has joined too many chatrooms!"
    ),
}

REST1 = Dialect(
    {**_REQUESTS, **_ACCESS, **_TOKENS, **_USERS, **_OTHERS, **GROUP_SERVICE, **GROUP_LIMITS, **_GROUPS}
)
