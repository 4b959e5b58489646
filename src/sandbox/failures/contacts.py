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
