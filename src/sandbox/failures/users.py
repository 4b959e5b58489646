"""Failures of the operations on users."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class RegistrationClosed(Failure):
    pass


@dataclass(frozen=True, slots=True)
class PropertyMissing(Failure):
    entity_type: str
    property: str


@dataclass(frozen=True, slots=True)
class UsernameIllegal(Failure):
    username: str


@dataclass(frozen=True, slots=True)
class UsernameTooLong(Failure):
    username: str


@dataclass(frozen=True, slots=True)
class PasswordMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class UsernameTaken(Failure):
    application: str
    username: str


@dataclass(frozen=True, slots=True)
class PropertyTaken(Failure):
    entity_type: str
    property: str
    value: str


@dataclass(frozen=True, slots=True)
class NewPasswordMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class OldPasswordMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class OldPasswordWrong(Failure):
    pass


@dataclass(frozen=True, slots=True)
class UserNotFound(Failure):
    """The address names a user that does not exist."""


@dataclass(frozen=True, slots=True)
class UserEntityNotFound(Failure):
    pass


@dataclass(frozen=True, slots=True)
class DeactivatedUserNotFound(Failure):
    application: str


@dataclass(frozen=True, slots=True)
class PropertyNotIndexed(Failure):
    entity_type: str
    property: str


@dataclass(frozen=True, slots=True)
class QueryMalformed(Failure):
    token: str
    column: int
