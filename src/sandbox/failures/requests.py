"""Failures of the request as such, whatever it asks for."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class OrganizationNotFound(Failure):
    org: str
    app: str
    uri: str


@dataclass(frozen=True, slots=True)
class ApplicationNotFound(Failure):
    org: str
    app: str
    uri: str


@dataclass(frozen=True, slots=True)
class OperationUnknown(Failure):
    """No operation has this path."""


@dataclass(frozen=True, slots=True)
class MethodUnsupported(Failure):
    """A resource has no such method."""


@dataclass(frozen=True, slots=True)
class OperationUnsupported(Failure):
    """A collection has no such method."""


@dataclass(frozen=True, slots=True)
class MediaTypeUnsupported(Failure):
    pass


@dataclass(frozen=True, slots=True)
class BodyTooLarge(Failure):
    pass


@dataclass(frozen=True, slots=True)
class BodyMalformed(Failure):
    detail: str
    source: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class MethodNotAllowed(Failure):
    """An address of today's message service, which takes one method only."""


@dataclass(frozen=True, slots=True)
class RateReached(Failure):
    """The app calls more often than its plan allows."""


@dataclass(frozen=True, slots=True)
class RelationRateReached(Failure):
    """The same, of an operation on many relations at once."""


@dataclass(frozen=True, slots=True)
class BroadcastRateReached(Failure):
    """The same, of a broadcast."""


@dataclass(frozen=True, slots=True)
class OperationNotAllowed(Failure):
    """The user whom the request is about is banned."""


@dataclass(frozen=True, slots=True)
class RequestBodyInvalid(Failure):
    """A body that is no JSON, or has values of other types than the operation takes."""
