"""Failures of the token endpoint."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class ClientIdMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ClientSecretMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ClientIdMismatch(Failure):
    pass


@dataclass(frozen=True, slots=True)
class ClientSecretMismatch(Failure):
    pass


@dataclass(frozen=True, slots=True)
class LoginRefused(Failure):
    """A wrong password, or a kind of grant that does not exist."""


@dataclass(frozen=True, slots=True)
class LoginUnknown(Failure):
    pass


@dataclass(frozen=True, slots=True)
class LoginDeactivated(Failure):
    pass
