"""The block list and the allow list of a group or chat room."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.call import Call
from sandbox.failures import Failure, Refusal
from sandbox.failures.group_limits import AllowedTooMany, BlockedTooMany, DisallowedTooMany, UnblockedTooMany
from sandbox.failures.groups import NotMembers, OwnerUntouchable
from sandbox.operations.grouping import check_members, lead_group, listed_names, taken_names
from sandbox.operations.kinds import Kind
from sandbox.replies import Json, Reply, data
from sandbox.state import Group


@dataclass(frozen=True, slots=True, kw_only=True)
class UserList:
    """A list on which members are put, and its operations.

    `users` finds it in a group. `bars`: who is on it is out, so the owner cannot be. `added` and `removed`
    are the actions that answers name.
    """

    users: Callable[[Group], list[str]]
    bars: bool
    added: str
    removed: str
    added_too_many: Callable[[int], Failure]
    removed_too_many: Callable[[int], Failure]

    def show(self, kind: Kind, call: Call) -> Reply:
        """Who is on it."""
        users = self.users(lead_group(kind, call))
        return data(list(users), count=len(users))

    def add(self, kind: Kind, call: Call) -> Reply:
        """Put one member on it."""
        group = lead_group(kind, call)
        username = call.taken("username").lower()
        self._put(group, [username])
        return data(_tell(kind, group, username, self.added))

    def add_several(self, kind: Kind, call: Call) -> Reply:
        """Put several members on it."""
        group = lead_group(kind, call)
        names = listed_names(call, self.added_too_many)
        self._put(group, names)
        return data([_tell(kind, group, name, self.added) for name in names])

    def remove(self, kind: Kind, call: Call) -> Reply:
        """Take one or several off it; who was barred is no member by that."""
        group = lead_group(kind, call)
        names = taken_names(call, self.removed_too_many)
        users = self.users(group)
        strangers = [name for name in names if name not in users]
        if strangers:
            failure = NotMembers if self.bars else kind.not_members
            raise Refusal(failure(", ".join(strangers)))
        users[:] = [name for name in users if name not in names]
        results = [_tell(kind, group, name, self.removed) for name in names]
        return data(results[0] if self.bars and len(results) == 1 else results)

    def _put(self, group: Group, names: list[str]) -> None:
        if self.bars and group.owner in names:
            raise Refusal(OwnerUntouchable())
        check_members(group, names, NotMembers)
        users = self.users(group)
        users.extend(name for name in dict.fromkeys(names) if name not in users)
        if self.bars:
            for name in names:
                group.drop(name)


def _tell(kind: Kind, group: Group, username: str, action: str) -> dict[str, Json]:
    return {"result": True, "action": action, "user": username, kind.id_field: group.id}


BLOCKS = UserList(
    users=lambda group: group.blocks,
    bars=True,
    added="add_blocks",
    removed="remove_blocks",
    added_too_many=BlockedTooMany,
    removed_too_many=UnblockedTooMany,
)
ALLOWED = UserList(
    users=lambda group: group.allowed,
    bars=False,
    added="add_user_whitelist",
    removed="remove_user_whitelist",
    added_too_many=AllowedTooMany,
    removed_too_many=DisallowedTooMany,
)
