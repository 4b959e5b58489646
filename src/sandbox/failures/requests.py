"""Failures of the request as such, whatever it asks for."""

from dataclasses import dataclass

from sandbox.failures import Failure


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
