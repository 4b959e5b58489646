"""Failures of the operations on contacts and blocks."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class BlockedUserNotFound(Failure):
    owner: str
    blocked: str


@dataclass(frozen=True, slots=True)
class NotFriends(Failure):
    pass


@dataclass(frozen=True, slots=True)
class InviterContactsFull(Failure):
    """The one who adds a contact has as many as the plan allows."""


@dataclass(frozen=True, slots=True)
class InviteeContactsFull(Failure):
    """The one who is added has."""


@dataclass(frozen=True, slots=True)
class ImportedContactsFull(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ImportTooLarge(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class ContactPageTooLarge(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class RelationUserBlank(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RelationCheckSize(Failure):
    least: int
    most: int
