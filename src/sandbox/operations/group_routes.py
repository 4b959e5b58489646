"""The operations of the group service, on groups and on chat rooms alike."""

from collections.abc import Callable
from functools import partial

from sandbox.call import Call
from sandbox.operations import groups, members, moderation
from sandbox.operations.guards import demand_group_token
from sandbox.operations.kinds import GROUPS, ROOMS, Kind
from sandbox.replies import Reply
from sandbox.routes import Route

_OPERATIONS: tuple[tuple[str, str, Callable[[Kind, Call], Reply]], ...] = (
    ("GET", "", groups.list_groups),
    ("POST", "", groups.create_group),
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
)


def _routes(kind: Kind) -> tuple[Route, ...]:
    joined = f"/{{org}}/{{app}}/users/{{username}}/joined_{kind.collection}"
    return (
        *(
            Route(method, kind.path + path, partial(handler, kind), guard=demand_group_token)
            for method, path, handler in _OPERATIONS
        ),
        Route("GET", joined, partial(groups.list_joined, kind)),
    )


ROUTES = (*_routes(GROUPS), *_routes(ROOMS))
