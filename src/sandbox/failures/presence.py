"""Failures of the operations on presence."""

from dataclasses import dataclass

from sandbox.failures import Failure


@dataclass(frozen=True, slots=True)
class PresenceUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class PresenceFailed(Failure):
    """The service fails to set it."""


@dataclass(frozen=True, slots=True)
class PresenceExtMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class PresenceExtTooLarge(Failure):
    pass


@dataclass(frozen=True, slots=True)
class PresenceUsersEmpty(Failure):
    """Nobody to subscribe to."""


@dataclass(frozen=True, slots=True)
class PresenceUsersMissing(Failure):
    """Nobody to unsubscribe from."""


@dataclass(frozen=True, slots=True)
class PresenceReadsTooMany(Failure):
    pass


@dataclass(frozen=True, slots=True)
class SubscriptionsTooMany(Failure):
    pass


@dataclass(frozen=True, slots=True)
class UnsubscriptionsTooMany(Failure):
    pass


@dataclass(frozen=True, slots=True)
class SelfSubscription(Failure):
    pass


@dataclass(frozen=True, slots=True)
class OnlineCountUnopened(Failure):
    pass


@dataclass(frozen=True, slots=True)
class OnlineCountIdMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class OnlineCountTypeMissing(Failure):
    pass


@dataclass(frozen=True, slots=True)
class OnlineCountTypeIllegal(Failure):
    pass
