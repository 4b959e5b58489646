"""Failures of the group service that come from limits and settings."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class GroupIdTaken(Failure):
    group_id: str


@dataclass(frozen=True, slots=True)
class AvatarTooLong(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TitleTooLong(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class DescriptionTooLong(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class MaxUsersTooLarge(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class MembersExceedMaxUsers(Failure):
    pass


@dataclass(frozen=True, slots=True)
class GroupsExhausted(Failure):
    appkey: str


@dataclass(frozen=True, slots=True)
class RoomsExhausted(Failure):
    appkey: str


@dataclass(frozen=True, slots=True)
class CreatorGroupsExhausted(Failure):
    """Someone is in as many groups as the plan allows."""

    username: str


@dataclass(frozen=True, slots=True)
class CreatorRoomsExhausted(Failure):
    """The owner or a member of a new room is in too many."""

    username: str


@dataclass(frozen=True, slots=True)
class JoinerGroupsExhausted(Failure):
    username: str


@dataclass(frozen=True, slots=True)
class JoinerRoomsExhausted(Failure):
    username: str


@dataclass(frozen=True, slots=True)
class GroupNameViolation(Failure):
    name: str


@dataclass(frozen=True, slots=True)
class AnnouncementViolation(Failure):
    pass


@dataclass(frozen=True, slots=True)
class AnnouncementMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class GroupAnnouncementTooLong(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RoomAnnouncementTooLong(Failure):
    pass


@dataclass(frozen=True, slots=True)
class AddedTooMany(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class RemovedTooMany(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class BlockedTooMany(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class UnblockedTooMany(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class AllowedTooMany(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class DisallowedTooMany(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class MutedTooMany(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class UnmutedTooMany(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class TagsUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TagsNotList(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TagsTooMany(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TagTooLong(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TagNotFound(Failure):
    pass
