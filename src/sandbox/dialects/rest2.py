"""The wordings of REST2, today's service: REST1's in its new form, and what it words anew."""

from sandbox.dialects.delivery import DELIVERY
from sandbox.dialects.extras import EXTRAS
from sandbox.dialects.groups import GROUP_LIMITS, GROUP_SERVICE
from sandbox.dialects.rest1 import REST1
from sandbox.dialects.value_added import VALUE_ADDED
from sandbox.dialects.wording import EASEMOB_FIELDS, Dialect, Wording, bare, modernized, plain, unnamed
from sandbox.failures import access, contacts, messages, requests, tokens, users


def _service(status: int, error: str, exception: str, text: str) -> Wording:
    return Wording(status, error, exception, text, EASEMOB_FIELDS)


def _insecure(error: str, text: str) -> Wording:
    return _service(401, error, "EasemobSecurityException", text)


def _illegal(text: str, exception: str = "IllegalArgumentException") -> Wording:
    return _service(400, "illegal_argument", exception, text)


_UNAUTHENTICATED = _insecure("unauthorized", "Unable to authenticate (OAuth)")
_CORRUPT = _insecure("auth_bad_access_token", "Unable to authenticate due to corrupt access token")
_USER_NOT_FOUND = _service(
    404, "service_resource_not_found", "UserNotFoundException", "Service resource not found"
)
_FRIENDS_FULL = plain(403, "exceed_limit", "user contact number exceed limit")

_NOT_FOUND = _service(
    404,
    "organization_application_not_found",
    "OrganizationApplicationNotFoundException",
    "Could not find application for {org}/{app} from URI: {uri}",
)

_REQUESTS = {
    requests.OrganizationNotFound: _NOT_FOUND,
    requests.ApplicationNotFound: _NOT_FOUND,
    # Today's common table keeps an unknown address at 500 `web_application`, as before, and a method which
    # the address does not offer at 500 `unsupported_service_operation`; for 404 and 405 it prints no body.
    requests.MethodUnsupported: _service(
        500,
        "unsupported_service_operation",
        "UnsupportedServiceOperationException",
        "Service operation not supported",
    ),
    # Its page names the status, and no word of a body.
    requests.MethodNotAllowed: Wording(405, "", "", "", ("timestamp", "duration")),
    requests.BroadcastRateReached: unnamed(429, "This request has reached api limit"),
    requests.RequestBodyInvalid: plain(
        400, "invalid_request_body", "Request body is invalid. Please check body is correct."
    ),
    requests.MediaTypeUnsupported: _service(
        415, "web_application", "WebApplicationException", "Unsupported Media Type"
    ),
}

_ACCESS = {
    access.TokenMissing: _UNAUTHENTICATED,
    access.TokenCorrupt: _CORRUPT,
    access.TokenForeign: _CORRUPT,
    access.TokenOfAnotherApplication: _CORRUPT,
    access.TokenIllegal: _insecure("unauthorized", "token is illegal."),
    access.TokenExpired: _insecure("unauthorized", "Unable to authenticate due to expired access token"),
    access.TokenUnknown: _insecure("auth_bad_access_token", "Unable to authenticate"),
    access.PermissionMissing: _UNAUTHENTICATED,
}

_TOKENS = {
    # The missing final dot of the second is the service's.
    tokens.ClientIdMissing: _illegal("client_id must be provided."),
    tokens.ClientSecretMissing: _illegal("client_secret must be provided"),
    tokens.ClientIdMismatch: bare(400, "invalid_grant", "client_id does not match"),
    tokens.ClientSecretMismatch: bare(400, "invalid_grant", "client_secret does not match"),
    tokens.LoginUnknown: bare(404, "invalid_grant", "user not found"),
    tokens.PasswordWrong: bare(400, "invalid_grant", "invalid password"),
    tokens.RegistrationBusy: plain(409, "concurrent_operation_error", "concurrency create app user failed"),
}

_USERS = {
    # The trailing comma is the service's.
    users.RegistrationClosed: _insecure(
        "unauthorized", "Open registration doesn't allow, so register user need token,"
    ),
    users.UsernameTooLong: _illegal("USERNAME_TOO_LONG"),
    users.UsernameTaken: _service(
        400,
        "duplicate_unique_property_exists",
        "DuplicateUniquePropertyExistsException",
        "Application {application} Entity user requires that property named username be unique, "
        "value of {username} exists",
    ),
    users.BatchTooLarge: _illegal(
        "Request body array size[{size}] had almost reached or been greater than "
        "the upper range value[{most}]"
    ),
    users.PasswordsDiffer: _service(
        400,
        "duplicate_unique_property_exists",
        "DuplicateUniquePropertyExistsException",
        "the same user {username} has a different password, the passwords are {passwords}",
    ),
    # The missing blank after the comma is the service's.
    users.UsersExhausted: plain(
        429,
        "resource_limited",
        "You have exceeded the limit of the community edition,Please upgrade to the enterprise edition",
    ),
    users.MuteUnopened: _service(
        403, "forbidden_op", "EasemobForbiddenOpException", "user_mute is not used for this app"
    ),
    users.MutedUserNotFound: _service(
        400,
        "required_property_not_found",
        "RequiredPropertyNotFoundException",
        "Entity user requires a property named username",
    ),
    users.UserNotFound: _USER_NOT_FOUND,
    users.DeactivatedUserNotFound: _USER_NOT_FOUND,
    users.PropertyNotIndexed: _service(
        500,
        "no_full_text_index",
        "NoFullTextIndexException",
        "Entity '{entity_type}' with property named '{property}' is not full text indexed. "
        "You cannot use the 'contains' operand on this field",
    ),
}

_OTHERS = {
    contacts.BlockedUserNotFound: _USER_NOT_FOUND,
    contacts.InviterContactsFull: _FRIENDS_FULL,
    contacts.InviteeContactsFull: _FRIENDS_FULL,
    contacts.ImportedContactsFull: plain(403, "exceed_limit", "Inviter's contact max count."),
    contacts.ImportTooLarge: _illegal("request user over flow limit:{most}."),
    contacts.ContactPageTooLarge: _illegal("getContacts | page size more than max limit : {most}"),
    contacts.RelationUserBlank: _illegal("username cannot be blank"),
    contacts.RelationCheckSize: _illegal("check_list size must be between {least} and {most}"),
    messages.HistoryTimeIllegal: _illegal("illegal arguments: appkey: {appkey}, time: {time}"),
    contacts.NotFriends: _illegal(
        "updateRemark | they are not friends, please add as a friend first.", "InvalidParameterException"
    ),
    messages.RecallUnopened: _service(
        403, "forbidden_op", "EasemobForbiddenOpException", "message recall service is unopened"
    ),
}

_INHERITED = {failure: modernized(wording) for failure, wording in REST1.wordings.items()}

REST2 = Dialect(
    {
        **_INHERITED,
        **GROUP_SERVICE,
        **GROUP_LIMITS,
        **DELIVERY,
        **EXTRAS,
        **VALUE_ADDED,
        **_REQUESTS,
        **_ACCESS,
        **_TOKENS,
        **_USERS,
        **_OTHERS,
    }
)
