"""Contacts and blocks of a user."""

from sandbox.call import Call
from sandbox.failures import Refusal
from sandbox.failures.contacts import BlockedUserNotFound, NotFriends
from sandbox.failures.users import UserNotFound
from sandbox.operations.entities import render_user
from sandbox.replies import Reply, data, entities
from sandbox.routes import Route
from sandbox.state import User

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
    owner.contacts.setdefault(friend.username, "")
    friend.contacts.setdefault(owner.username, "")
    return entities([render_user(friend)])


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
    return data(list(owner.blocks), count=len(owner.blocks))


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
TODAYS_ROUTES = (Route("PUT", _REMARK, set_remark),)
