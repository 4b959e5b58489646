"""Users: reading, changing, deleting, passwords, activation."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.access import TokenIllegal, TokenOfAnotherApplication
from sandbox.failures.requests import OperationUnsupported
from sandbox.failures.users import (
    DeactivatedUserNotFound,
    NewPasswordMissing,
    OldPasswordMissing,
    OldPasswordWrong,
    PropertyMissing,
    UserEntityNotFound,
)
from sandbox.operations.entities import render_user
from sandbox.operations.guards import demand_admin
from sandbox.operations.paging import following, page
from sandbox.operations.queries import select_users
from sandbox.operations.registration import (
    check_nickname,
    read_properties,
    register,
    register_today,
    set_properties,
)
from sandbox.replies import Reply, entities
from sandbox.routes import Route

_USERS = "/{org}/{app}/users"
_USER = "/{org}/{app}/users/{username}"


def list_users(call: Call) -> Reply:
    """A page of the users, or of those which a query selects."""
    call.permit()
    users, cursor = page(call, select_users(call))
    return entities([render_user(user) for user in users], **following(cursor), count=len(users))


def delete_users(call: Call) -> Reply:
    """Delete a batch. Without a limit or a query it would be everybody, which the service does not do."""
    call.permit()
    if not call.request.parameter("limit") and not call.request.parameter("ql"):
        raise Refusal(OperationUnsupported())
    users, cursor = page(call, select_users(call), going=True)
    for user in users:
        call.application.remove_user(user.username)
    return entities([render_user(user) for user in users], **following(cursor), count=len(users))


def read_user(call: Call) -> Reply:
    """One user."""
    return entities([render_user(call.owner())])


def change_user(call: Call) -> Reply:
    """Change a user. An unknown one would be created from what the body says, and the name is not in it."""
    user = call.find_user(call.taken("username"))
    call.permit(user)
    if user is None:
        raise Refusal(PropertyMissing("user", "username"))
    check_nickname(call.fields)
    set_properties(call.application, user, read_properties(call.fields))
    user.modified = call.world.clock.milliseconds()
    return entities([render_user(user)])


def delete_user(call: Call) -> Reply:
    """Delete a user, together with the groups that it owns."""
    user = call.owner()
    call.application.remove_user(user.username)
    return entities([render_user(user)])


def change_password(call: Call) -> Reply:
    """Set a password: the app may at once, anybody else shows the old one."""
    password = call.text("newpassword")
    if not password:
        raise Refusal(NewPasswordMissing())
    user = call.find_user(call.taken("username"))
    if user is None:
        raise Refusal(UserEntityNotFound())
    if not call.trusted:
        _check_old_password(call.text("oldpassword"), user.password)
    user.password = password
    return Reply({})


def deactivate(call: Call) -> Reply:
    """Ban a user."""
    user = call.find_user(call.taken("username"))
    if user is None:
        raise Refusal(DeactivatedUserNotFound(str(call.application.uuid)))
    user.activated = False
    return entities([render_user(user)])


def activate(call: Call) -> Reply:
    """Lift the ban of a user."""
    user = call.owner()
    user.activated = True
    return entities([render_user(user)])


def _check_old_password(given: str, old: str | None) -> None:
    if not given:
        raise Refusal(OldPasswordMissing())
    if given != old:
        raise Refusal(OldPasswordWrong())


ROUTES = (
    Route("GET", _USERS, list_users, collection=True),
    Route("DELETE", _USERS, delete_users, collection=True),
    Route("GET", _USER, read_user, collection=True),
    Route("PUT", _USER, change_user, collection=True),
    Route("DELETE", _USER, delete_user, collection=True),
    Route("PUT", f"{_USER}/password", change_password),
    Route("POST", f"{_USER}/password", change_password),
    Route("POST", f"{_USER}/deactivate", deactivate, guard=demand_admin),
    Route("POST", f"{_USER}/activate", activate, guard=demand_admin),
)
CLASSIC_ROUTES = (Route("POST", _USERS, register, public=True, collection=True),)
TODAYS_ROUTES = (
    Route(
        "POST",
        _USERS,
        register_today,
        public=True,
        collection=True,
        instead={TokenOfAnotherApplication: TokenIllegal()},
    ),
)
