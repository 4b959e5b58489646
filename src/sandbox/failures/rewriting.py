"""Failures of the change of a message."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class RewriteUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class NewMessageMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class MessageIdIllegal(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RewrittenNotFound(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RewrittenExpired(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RewriteNotYours(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RewriteTypeUnsupported(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RewriteExhausted(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RewriteBusy(Failure):
    """Another request changes the same message."""


@dataclass(frozen=True, slots=True)
class RewriteFailed(Failure):
    """The service fails to change it."""
