"""Contacts and blocks of a user."""

from collections.abc import Callable, Container

from sandbox.call import Call
from sandbox.failures import Failure, Refusal
from sandbox.failures.contacts import (
    BlockedUserNotFound,
    ContactPageTooLarge,
    ImportedContactsFull,
    ImportTooLarge,
    InviteeContactsFull,
    InviterContactsFull,
    NotFriends,
    RelationCheckSize,
    RelationUserBlank,
)
from sandbox.failures.requests import OperationNotAllowed, RateReached, RelationRateReached
from sandbox.failures.users import UserNotFound
from sandbox.operations.entities import render_user
from sandbox.operations.guards import demand_application
from sandbox.operations.paging import following, page
from sandbox.replies import Reply, data, entities
from sandbox.routes import Route
from sandbox.state import User

_LARGEST_IMPORT = 10
_LARGEST_PAGE = 50
_LARGEST_CHECK = 100
_LARGEST_LIST = 500  # nobody blocks more

_CONTACTS = "/{org}/{app}/users/{username}/contacts/users"
_BLOCKS = "/{org}/{app}/users/{username}/blocks/users"
_REMARK = "/{org}/{app}/user/{username}/contacts/users/{friend}"


def list_contacts(call: Call) -> Reply:
    """The names of a user's contacts."""
    owner = call.owner()
    return data(list(owner.contacts), count=len(owner.contacts))


def add_contact(call: Call) -> Reply:
    """Make two users each other's contacts."""
    owner = call.owner()
    friend = _find_other(call, "friend")
    _befriend(call, owner, friend, InviterContactsFull())
    return entities([render_user(friend)])


def import_contacts(call: Call) -> Reply:
    """Make several users the contacts of one, those who exist."""
    owner = call.owner()
    names = call.texts("usernames")
    if len(names) > _LARGEST_IMPORT:
        raise Refusal(ImportTooLarge(_LARGEST_IMPORT))
    friends = [user for name in names if (user := call.find_user(name)) is not None and user is not owner]
    for friend in friends:
        _befriend(call, owner, friend, ImportedContactsFull())
    return data([friend.username for friend in friends])


def page_contacts(call: Call) -> Reply:
    """A page of a user's contacts, with remarks if they are asked for."""
    owner = call.owner()
    if call.request.number("limit", default=1, most=_LARGEST_PAGE + 1) > _LARGEST_PAGE:
        raise Refusal(ContactPageTooLarge(_LARGEST_PAGE))
    shown, cursor = page(call, list(owner.contacts))
    remarks = call.request.parameter("needReturnRemark") == "true"
    contacts = [{"username": name, **({"remark": owner.contacts[name]} if remarks else {})} for name in shown]
    return data({"contacts": contacts}, **following(cursor), count=len(shown))


def remove_all_contacts(call: Call) -> Reply:
    """Undo all contacts of a user on both sides."""
    owner = call.owner()
    _check_ban(owner)
    for name in owner.contacts:
        call.application.users[name].contacts.pop(owner.username, None)
    owner.contacts.clear()
    return Reply({"status": "ok"})


def check_contacts(call: Call) -> Reply:
    """Which of several users are contacts of one."""
    return _check_relations(call, lambda user: user.contacts)


def check_blocks(call: Call) -> Reply:
    """Which of several users are blocked by one."""
    return _check_relations(call, lambda user: user.blocks)


def remove_contact(call: Call) -> Reply:
    """Undo a contact on both sides."""
    owner = call.owner()
    friend = _find_other(call, "friend")
    owner.contacts.pop(friend.username, None)
    friend.contacts.pop(owner.username, None)
    return entities([render_user(friend)])


def set_remark(call: Call) -> Reply:
    """Note something about a contact."""
    owner = call.owner()
    friend = _find_other(call, "friend")
    if friend.username not in owner.contacts:
        raise Refusal(NotFriends())
    owner.contacts[friend.username] = call.text("remark")
    return Reply({"status": "ok"})


def list_blocks(call: Call) -> Reply:
    """The names of those whom a user blocks."""
    owner = call.owner()
    shown, cursor = page(call, owner.blocks, parameter="pageSize", size=_LARGEST_LIST)
    return data(list(shown), **following(cursor), count=len(shown))


def add_blocks(call: Call) -> Reply:
    """Block several users, all or none."""
    owner = call.owner()
    blocked = [_find_blocked(call, owner, name) for name in call.texts("usernames")]
    for user in blocked:
        if user.username not in owner.blocks:
            owner.blocks.append(user.username)
    return data([user.username for user in blocked])


def remove_block(call: Call) -> Reply:
    """Undo a block."""
    owner = call.owner()
    blocked = _find_other(call, "blocked")
    if blocked.username in owner.blocks:
        owner.blocks.remove(blocked.username)
    return entities([render_user(blocked)])


def _befriend(call: Call, owner: User, friend: User, full: Failure) -> None:
    plan = call.application.plan
    if friend.username in owner.contacts:
        return
    if plan.exceeded("contacts", len(owner.contacts) + 1):
        raise Refusal(full)
    if plan.exceeded("contacts", len(friend.contacts) + 1):
        raise Refusal(InviteeContactsFull())
    owner.contacts[friend.username] = ""
    friend.contacts[owner.username] = ""


def _check_relations(call: Call, related: Callable[[User], Container[str]]) -> Reply:
    username = call.text("username").strip()
    if not username:
        raise Refusal(RelationUserBlank())
    names = call.texts("check_list")
    if not 1 <= len(names) <= _LARGEST_CHECK:
        raise Refusal(RelationCheckSize(1, _LARGEST_CHECK))
    user = call.find_user(username)
    if user is None:
        raise Refusal(UserNotFound())
    _check_ban(user)
    return data({name: name.lower() in related(user) for name in names})


def _check_ban(user: User) -> None:
    """A banned user has no part in operations on many relations."""
    if not user.activated:
        raise Refusal(OperationNotAllowed())


def _find_other(call: Call, segment: str) -> User:
    user = call.find_user(call.taken(segment))
    if user is None:
        raise Refusal(UserNotFound())
    return user


def _find_blocked(call: Call, owner: User, username: str) -> User:
    user = call.find_user(username)
    if user is None:
        raise Refusal(BlockedUserNotFound(owner.username, username))
    return user


ROUTES = (
    Route("GET", _CONTACTS, list_contacts, collection=True),
    Route("POST", f"{_CONTACTS}/{{friend}}", add_contact, collection=True),
    Route("DELETE", f"{_CONTACTS}/{{friend}}", remove_contact, collection=True),
    Route("GET", _BLOCKS, list_blocks, collection=True),
    Route("POST", _BLOCKS, add_blocks, collection=True),
    Route("DELETE", f"{_BLOCKS}/{{blocked}}", remove_block, collection=True),
)
TODAYS_ROUTES = (
    Route("PUT", _REMARK, set_remark),
    Route("GET", "/{org}/{app}/user/{username}/contacts", page_contacts),
    Route("POST", "/{org}/{app}/users/{username}/contacts/import", import_contacts),
    *(
        Route(method, path, handler, guard=demand_application, instead={RateReached: RelationRateReached()})
        for method, path, handler in (
            ("DELETE", "/{org}/{app}/contacts/users/{username}", remove_all_contacts),
            ("POST", "/{org}/{app}/contacts/check", check_contacts),
            ("POST", "/{org}/{app}/blocks/check", check_blocks),
        )
    ),
)
