"""Failures of the one who asks: tokens and permissions."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class TokenMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TokenCorrupt(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TokenForeign(Failure):
    """Long text in a format that no token has."""


@dataclass(frozen=True, slots=True)
class TokenExpired(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TokenUnknown(Failure):
    """Well-formed and correctly signed, yet never issued here."""


@dataclass(frozen=True, slots=True)
class TokenOfAnotherApplication(Failure):
    pass


@dataclass(frozen=True, slots=True)
class TokenIllegal(Failure):
    """The same, where users are registered."""


@dataclass(frozen=True, slots=True)
class PermissionMissing(Failure):
    method: str
    application: str
    path: str


@dataclass(frozen=True, slots=True)
class AdminAccessMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class OrganizationAccessMissing(Failure):
    pass
