"""Failures of the operations on threads."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class ThreadUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadBodyUnreadable(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadNotFound(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadGroupNotFound(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadMessageNotFound(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadMessageOfApplication(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadMessageOfGroup(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadMessageNotOfGroups(Failure):
    """A thread can stand on a message of a group only."""


@dataclass(frozen=True, slots=True)
class ThreadNested(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadTaken(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadNameTooLong(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadOwnerNotMember(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadsExhausted(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadMembershipsExhausted(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadQueryTooLarge(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ThreadUsersTooMany(Failure):
    pass
