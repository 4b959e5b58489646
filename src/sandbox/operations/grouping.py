"""Finding groups and their users, and what only those who lead a group may do."""

from collections.abc import Callable, Iterable

from sandbox.call import Call
from sandbox.failures import Failure, Refusal
from sandbox.failures.groups import (
    GroupAdminRequired,
    GroupFieldMissing,
    GroupNotFound,
    GroupReadNotFound,
    GroupUserNotFound,
)
from sandbox.operations.kinds import Kind
from sandbox.state import Group, User, UserPrincipal

_MOST_TAKEN = 60
_MOST_LISTED = 100


def find_group(
    kind: Kind, call: Call, group_id: str, not_found: Callable[[str], Failure] = GroupNotFound
) -> Group:
    """A group or room of this kind."""
    group = call.application.groups.get(group_id)
    if group is None or group.collection != kind.collection:
        raise Refusal(not_found(group_id))
    return group


def read_group(kind: Kind, call: Call) -> Group:
    """The group in the path, to be looked at."""
    return find_group(kind, call, call.taken("group"), GroupReadNotFound)


def lead_group(kind: Kind, call: Call, refused: Callable[[], Failure] = GroupAdminRequired) -> Group:
    """The group in the path, to be changed: by the app, or by a user who leads it."""
    group = find_group(kind, call, call.taken("group"))
    principal = call.principal
    if isinstance(principal, UserPrincipal) and not group.led_by(principal.username):
        raise Refusal(refused())
    return group


def find_group_user(
    call: Call, username: str, not_found: Callable[[str], Failure] = GroupUserNotFound
) -> User:
    """A user whom a group is to deal with."""
    user = call.find_user(username)
    if user is None:
        raise Refusal(not_found(username))
    return user


def require_text(call: Call, name: str) -> str:
    """A field of the body that must be there."""
    text = call.text(name)
    if not text:
        raise Refusal(GroupFieldMissing(name))
    return text


def require_texts(call: Call, name: str) -> list[str]:
    """A list in the body that must be there."""
    texts = call.texts(name)
    if not texts:
        raise Refusal(GroupFieldMissing(name))
    return texts


def taken_names(call: Call, too_many: Callable[[int], Failure]) -> list[str]:
    """The names which the path lists, separated by commas."""
    names = [name.lower() for name in call.taken("usernames").split(",") if name]
    if len(names) > _MOST_TAKEN:
        raise Refusal(too_many(_MOST_TAKEN))
    return names


def listed_names(call: Call, too_many: Callable[[int], Failure]) -> list[str]:
    """The names which the body lists."""
    names = [name.lower() for name in require_texts(call, "usernames")]
    if len(names) > _MOST_LISTED:
        raise Refusal(too_many(_MOST_LISTED))
    return names


def check_members(group: Group, names: Iterable[str], not_members: Callable[[str], Failure]) -> None:
    """All of them must be in it."""
    strangers = [name for name in names if not group.has(name)]
    if strangers:
        raise Refusal(not_members(", ".join(strangers)))
