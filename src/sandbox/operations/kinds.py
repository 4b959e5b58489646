"""Groups and chat rooms: one service keeps both, and treats them a little differently."""

from collections.abc import Callable
from dataclasses import dataclass

from sandbox.failures import Failure
from sandbox.failures import group_limits as limits
from sandbox.failures import groups as failed


@dataclass(frozen=True, slots=True)
class Kind:
    """What tells groups and rooms apart.

    `open_door`: joining twice is no mistake. `checks_names`: a user must exist before membership counts.
    `public_or_not`: the creator must say whether it is public. `wanted_id`: a field to name the id in.
    `quota` and `joined_quota` are limits of the plan; `bounded`: changes are held to documented lengths.
    """

    collection: str
    id_field: str
    name_fields: tuple[str, ...]
    name_missing: Failure
    changeable: frozenset[str]
    max_users: int
    public_or_not: bool
    open_door: bool
    checks_names: bool
    details_not_found: Callable[[str], Failure]
    not_members: Callable[[str], Failure]
    muted_not_members: Callable[[str], Failure]
    wanted_id: str
    quota: str
    exhausted: Callable[[str], Failure]
    joined_quota: str
    creator_exhausted: Callable[[str], Failure]
    joiner_exhausted: Callable[[str], Failure]
    announcement_too_long: Failure
    bounded: bool

    @property
    def path(self) -> str:
        """The path of the collection."""
        return f"/{{org}}/{{app}}/{self.collection}"


GROUPS = Kind(
    collection="chatgroups",
    id_field="groupid",
    name_fields=("groupname",),
    name_missing=failed.GroupFieldMissing("groupname"),
    changeable=frozenset(
        {"groupname", "description", "maxusers", "public", "membersonly", "allowinvites", "custom", "avatar"}
    ),
    max_users=200,
    public_or_not=True,
    open_door=False,
    checks_names=False,
    details_not_found=failed.GroupDetailsNotFound,
    not_members=failed.NotMembers,
    muted_not_members=failed.MutedNotMembers,
    wanted_id="groupid",
    quota="groups",
    exhausted=limits.GroupsExhausted,
    joined_quota="joined_groups",
    creator_exhausted=limits.CreatorGroupsExhausted,
    joiner_exhausted=limits.JoinerGroupsExhausted,
    announcement_too_long=limits.GroupAnnouncementTooLong(),
    bounded=False,
)
ROOMS = Kind(
    collection="chatrooms",
    id_field="id",
    name_fields=("name", "title"),
    name_missing=failed.RoomNameMissing(),
    changeable=frozenset({"name", "title", "description", "maxusers"}),
    max_users=1000,
    public_or_not=False,
    open_door=True,
    checks_names=True,
    details_not_found=failed.GroupReadNotFound,
    not_members=failed.NotRoomMembers,
    muted_not_members=failed.MutedNotRoomMembers,
    wanted_id="roomid",
    quota="rooms",
    exhausted=limits.RoomsExhausted,
    joined_quota="joined_rooms",
    creator_exhausted=limits.CreatorRoomsExhausted,
    joiner_exhausted=limits.JoinerRoomsExhausted,
    announcement_too_long=limits.RoomAnnouncementTooLong(),
    bounded=True,
)
