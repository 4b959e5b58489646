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
    """A kind of grant that does not exist."""


@dataclass(frozen=True, slots=True)
class PasswordWrong(Failure):
    pass


@dataclass(frozen=True, slots=True)
class LoginUnknown(Failure):
    pass


@dataclass(frozen=True, slots=True)
class LoginDeactivated(Failure):
    pass


@dataclass(frozen=True, slots=True)
class RegistrationBusy(Failure):
    """Another request registers the same user."""
