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


@dataclass(frozen=True, slots=True)
class NicknameTooLong(Failure):
    pass


@dataclass(frozen=True, slots=True)
class BatchTooLarge(Failure):
    """More users are to be registered at once than may be."""

    size: int
    most: int


@dataclass(frozen=True, slots=True)
class PasswordsDiffer(Failure):
    """A batch registers one name twice."""

    username: str
    passwords: str


@dataclass(frozen=True, slots=True)
class UsersExhausted(Failure):
    """The plan of the app allows no more users."""


@dataclass(frozen=True, slots=True)
class StatusBatchTooLarge(Failure):
    most: int


@dataclass(frozen=True, slots=True)
class MuteUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class MutedUserNotFound(Failure):
    """A user to be muted everywhere does not exist."""
