"""Failures of the group service, which keeps groups and chat rooms."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class GroupTokenMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class GroupAdminRequired(Failure):
    pass


@dataclass(frozen=True, slots=True)
class GroupFieldsNeedAdmin(Failure):
    pass


@dataclass(frozen=True, slots=True)
class GroupNotFound(Failure):
    group_id: str


@dataclass(frozen=True, slots=True)
class GroupDetailsNotFound(Failure):
    """The details of a group were asked for."""

    group_id: str


@dataclass(frozen=True, slots=True)
class GroupReadNotFound(Failure):
    """The members of a group, or a chat room, were asked for."""

    group_id: str


@dataclass(frozen=True, slots=True)
class PublicFieldMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RoomNameMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class GroupFieldMissing(Failure):
    field: str


@dataclass(frozen=True, slots=True)
class GroupFieldsUnknown(Failure):
    fields: str


@dataclass(frozen=True, slots=True)
class MaxUsersTooSmall(Failure):
    pass


@dataclass(frozen=True, slots=True)
class GroupUserNotFound(Failure):
    username: str


@dataclass(frozen=True, slots=True)
class JoinerNotFound(Failure):
    """One user is to join, and does not exist."""

    username: str


@dataclass(frozen=True, slots=True)
class JoinersNotFound(Failure):
    """Several users are to join, and one does not exist."""

    username: str


@dataclass(frozen=True, slots=True)
class JoinerAlreadyMember(Failure):
    username: str
    group_id: str


@dataclass(frozen=True, slots=True)
class JoinersAlreadyMembers(Failure):
    username: str
    group_id: str


@dataclass(frozen=True, slots=True)
class NotMembers(Failure):
    usernames: str


@dataclass(frozen=True, slots=True)
class NotRoomMembers(Failure):
    usernames: str


@dataclass(frozen=True, slots=True)
class MutedNotMembers(Failure):
    usernames: str


@dataclass(frozen=True, slots=True)
class MutedNotRoomMembers(Failure):
    usernames: str


@dataclass(frozen=True, slots=True)
class OwnerUntouchable(Failure):
    pass


@dataclass(frozen=True, slots=True)
class NewAdminNotMember(Failure):
    username: str
    group_id: str


@dataclass(frozen=True, slots=True)
class NewOwnerNotMember(Failure):
    username: str
    group_id: str


@dataclass(frozen=True, slots=True)
class OwnerUnchanged(Failure):
    pass


@dataclass(frozen=True, slots=True)
class NotAdmin(Failure):
    username: str
    group_id: str
