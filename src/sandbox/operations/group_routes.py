"""The operations of the group service, on groups and on chat rooms alike."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from sandbox.call import Call
from sandbox.operations import creation, groups, members, moderation, rooms
from sandbox.operations.guards import demand_group_token
from sandbox.operations.kinds import GROUPS, ROOMS, Kind
from sandbox.operations.lists import ALLOWED, BLOCKS
from sandbox.replies import Reply
from sandbox.routes import Route

_Operations: TypeAlias = tuple[tuple[str, str, Callable[[Kind, Call], Reply]], ...]

_OPERATIONS: _Operations = (
    ("GET", "", groups.list_groups),
    ("POST", "", creation.create_group),
    ("GET", "/{group}", groups.read_groups),
    ("PUT", "/{group}", groups.change_group),
    ("DELETE", "/{group}", groups.delete_group),
    ("GET", "/{group}/users", members.list_members),
    ("POST", "/{group}/users", members.add_members),
    ("POST", "/{group}/users/{username}", members.add_member),
    ("DELETE", "/{group}/users/{usernames}", members.remove_members),
    ("GET", "/{group}/admin", moderation.list_admins),
    ("POST", "/{group}/admin", moderation.add_admin),
    ("DELETE", "/{group}/admin/{username}", moderation.remove_admin),
    ("GET", "/{group}/mute", moderation.list_mutes),
    ("POST", "/{group}/mute", moderation.mute),
    ("DELETE", "/{group}/mute/{usernames}", moderation.unmute),
    ("POST", "/{group}/ban", moderation.silence),
    ("DELETE", "/{group}/ban", moderation.let_speak),
    ("GET", "/{group}/blocks/users", BLOCKS.show),
    ("POST", "/{group}/blocks/users", BLOCKS.add_several),
    ("POST", "/{group}/blocks/users/{username}", BLOCKS.add),
    ("DELETE", "/{group}/blocks/users/{usernames}", BLOCKS.remove),
    ("GET", "/{group}/white/users", ALLOWED.show),
    ("POST", "/{group}/white/users", ALLOWED.add_several),
    ("POST", "/{group}/white/users/{username}", ALLOWED.add),
    ("DELETE", "/{group}/white/users/{usernames}", ALLOWED.remove),
    ("GET", "/{group}/announcement", groups.read_announcement),
    ("POST", "/{group}/announcement", groups.announce),
)
_GROUPS_ONLY: _Operations = (
    ("GET", "/user/{username}", groups.list_groups_of_user),
    ("GET", "/{group}/user/{username}/is_joined", groups.tell_membership),
    ("POST", "/{group}/disable", groups.disable),
    ("POST", "/{group}/enable", groups.enable),
)


def _routes(kind: Kind, operations: _Operations) -> tuple[Route, ...]:
    joined = f"/{{org}}/{{app}}/users/{{username}}/joined_{kind.collection}"
    return (
        *(
            Route(method, kind.path + path, partial(handler, kind), guard=demand_group_token)
            for method, path, handler in operations
        ),
        Route("GET", joined, partial(groups.list_joined, kind)),
    )


ROUTES = (*_routes(GROUPS, (*_OPERATIONS, *_GROUPS_ONLY)), *_routes(ROOMS, _OPERATIONS), *rooms.ROUTES)
