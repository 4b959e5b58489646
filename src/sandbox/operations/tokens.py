"""Issuing tokens."""

from collections.abc import Mapping

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.access import TokenCorrupt, TokenMissing
from sandbox.failures.tokens import (
    ClientIdMismatch,
    ClientIdMissing,
    ClientSecretMismatch,
    ClientSecretMissing,
    LoginDeactivated,
    LoginRefused,
    LoginUnknown,
    PasswordWrong,
    RegistrationBusy,
)
from sandbox.failures.users import UserEntityNotFound
from sandbox.operations.entities import render_user
from sandbox.operations.guards import check_fault
from sandbox.operations.registration import Candidate, add_user, check_username
from sandbox.replies import Json, Reply, whole
from sandbox.request import parse_number
from sandbox.routes import Handler, Route
from sandbox.state import ApplicationPrincipal, Guest, Principal, User, UserPrincipal

_PATH = "/{org}/{app}/token"
_DEFAULT_LIFE = 60 * 24 * 3600
_LONGEST_LIFE = 100 * 365 * 24 * 3600


def issue(call: Call, principal: Principal, details: Mapping[str, Json]) -> Reply:
    """A new token. The request may say how many seconds it lives; 0 is for ever."""
    asked = parse_number(_parameter(call, "ttl"))
    life = _DEFAULT_LIFE if asked is None else min(asked, _LONGEST_LIFE)
    token = call.world.issue_token(principal, life)
    return whole(access_token=token, expires_in=life, **details)


def grant_to_application(call: Call) -> Reply:
    """A token for the app, against its credentials."""
    credentials = call.application.credentials
    client_id, client_secret = _parameter(call, "client_id"), _parameter(call, "client_secret")
    if not client_id:
        raise Refusal(ClientIdMissing())
    if not client_secret:
        raise Refusal(ClientSecretMissing())
    if client_id != credentials.client_id:
        raise Refusal(ClientIdMismatch())
    if client_secret != credentials.client_secret:
        raise Refusal(ClientSecretMismatch())
    return issue(call, ApplicationPrincipal(call.application), {"application": str(call.application.uuid)})


def grant_to_user(call: Call) -> Reply:
    """A token for a user, against the password."""
    user = call.find_user(_parameter(call, "username"))
    if user is None:
        raise Refusal(LoginUnknown())
    if _parameter(call, "password") != user.password:
        raise Refusal(PasswordWrong())
    return _issue_to_user(call, user)


def grant_on_behalf(call: Call) -> Reply:
    """A token for a user, against the app's token; the user may be created on the way."""
    if isinstance(call.principal, Guest):
        raise Refusal(TokenMissing())
    if not call.trusted:
        raise Refusal(TokenCorrupt())
    username = call.text("username")
    if not username:
        raise Refusal(UserEntityNotFound())
    user = call.find_user(username)
    if user is None and call.fields.get("autoCreateUser") is not True:
        raise Refusal(LoginUnknown())
    return _issue_to_user(call, user or _create(call, username))


def _create(call: Call, username: str) -> User:
    candidate = Candidate(check_username(username), None, {})
    check_fault(call, "registration_busy", RegistrationBusy())
    return add_user(call, candidate)


def _issue_to_user(call: Call, user: User) -> Reply:
    if not user.activated:
        raise Refusal(LoginDeactivated())
    principal = UserPrincipal(call.application, user.username, user.uuid)
    return issue(call, principal, {"user": render_user(user)})


def _parameter(call: Call, name: str) -> str:
    return call.text(name) or call.request.parameter(name)


def _grant(grants: Mapping[str, Handler]) -> Handler:
    def handle(call: Call) -> Reply:
        handler = grants.get(_parameter(call, "grant_type"))
        if handler is None:
            raise Refusal(LoginRefused())
        return handler(call)

    return handle


def _routes(grants: Mapping[str, Handler]) -> tuple[Route, ...]:
    handler = _grant(grants)
    return tuple(Route(method, _PATH, handler, public=True, form=True) for method in ("POST", "GET"))


_GRANTS: Mapping[str, Handler] = {"client_credentials": grant_to_application, "password": grant_to_user}

CLASSIC_ROUTES = _routes(_GRANTS)
TODAYS_ROUTES = _routes({**_GRANTS, "inherit": grant_on_behalf})
